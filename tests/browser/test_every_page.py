"""What holds on every page: its policy stands on it, and a browser shows each kind without a complaint."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import QUIET, Visit
from tests.browser.kinds import KINDS, address


def test_every_page_carries_the_policy_and_so_does_the_file_for_hosts(site: Path) -> None:
    by_hand = site / "guide"  # pages of the owner's carry it where the owner asks for it
    pages = sorted(page for page in site.rglob("*.html") if not page.is_relative_to(by_hand))
    assert len(pages) > 300
    for file in [*pages, site / "_headers"]:
        text = file.read_text(encoding="utf-8")
        assert "Content-Security-Policy" in text, file
        scripts = text.split("script-src ", 1)[1].split(";", 1)[0].split('"', 1)[0]
        assert scripts.startswith("'self' 'wasm-unsafe-eval' 'sha256-"), file
        assert "unsafe-inline" not in scripts, file


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_no_other_host_and_runs_without_an_error(site: Path, visit: Visit, kind: str) -> None:
    page = visit(address(site, kind))
    page.evaluate(QUIET)
    assert page.locator("h1").count() == 1
