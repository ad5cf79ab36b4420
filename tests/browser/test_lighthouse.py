"""Lighthouse has no complaint that does not depend on time; benchmarks/lighthouse.py has the rest, on every kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import address
from tests.browser.lighthouse import UNTIMED, verdict


@pytest.mark.parametrize("kind", ["home", "topic", "article", "missing"])
def test_lighthouse_finds_nothing(site: Path, home: str, browser: Browser, kind: str) -> None:
    del browser  # asked for so that there is one, or this is skipped
    found = verdict(home + address(site, kind), UNTIMED)
    assert found.figures == dict.fromkeys(UNTIMED, 100), found.faults
