"""The editors' page tells of every correction, and every test that a promise names is there."""

from __future__ import annotations

import re
import sys

import pytest
import yaml

from tests.sites import ROOT
from topic_briefings.corrections.kinds import COMMON, KINDS
from topic_briefings.corrections.reading import parse

sys.path.insert(0, str(ROOT / "scripts"))
from write_corrections import page

PROMISES = ROOT / "docs" / "guide" / "promises.md"
NAMED = re.findall(r"`(tests/[a-z_/]+\.py)::(test_\w+)`", PROMISES.read_text(encoding="utf-8"))


def test_every_key_is_told_of():
    told = page()
    assert [kind.key for kind in KINDS if f"**{kind.key}**" not in told] == []
    assert [key for key in COMMON if f"| `{key}` |" not in told] == []


def test_every_entry_on_the_page_is_read():
    blocks = re.findall(r"```yaml\n(- .*?)```", page(), re.DOTALL)
    assert len(blocks) > len(KINDS)
    for block in blocks:
        assert parse(block)
        assert yaml.safe_load(block)


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_every_promise_has_its_test(file, name):
    assert re.search(rf"^def {name}\(", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)


def test_every_promise_names_a_test():
    promises = re.findall(r"^\*\*.*?(?=^\*\*|^#)", PROMISES.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert len(promises) > 10
    assert [promise[:40] for promise in promises if "Held by `tests/" not in promise] == []
