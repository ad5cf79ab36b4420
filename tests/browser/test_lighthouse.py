"""Lighthouse has no complaint that does not depend on time; benchmarks/lighthouse.py has the rest, on every kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import address
from tests.browser.lighthouse import UNTIMED, Verdict, verdict

KINDS = ("home", "topic", "article", "missing")


@pytest.fixture(scope="module")
def verdicts(site: Path, home: str, browser: Browser) -> Iterator[Mapping[str, Future[Verdict]]]:
    """On a page of each kind. They are asked for at once, since Lighthouse mostly waits until a page is quiet."""
    del browser  # asked for so that there is one, or this is skipped
    with ThreadPoolExecutor(len(KINDS)) as pool:
        yield {kind: pool.submit(verdict, home + address(site, kind), UNTIMED) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_lighthouse_finds_nothing(verdicts: Mapping[str, Future[Verdict]], kind: str) -> None:
    found = verdicts[kind].result()
    assert found.figures == dict.fromkeys(UNTIMED, 100), found.faults
