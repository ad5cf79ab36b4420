"""Under every builder the pages look right, and the search finds a quotation and leads to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import LISTEN
from tests.browser.host import hosted
from tests.browser.test_accessible import LOOKS, OVERFLOW, show, violations
from tests.browser.test_search import opened
from tests.sites import briefings
from tests.test_builders import BUILDERS, HARBOUR, built

PAPER = {"light": "rgb(253, 252, 250)", "dark": "rgb(21, 24, 27)"}
"""The colour of a page's ground, as ``briefings.css`` has it."""


@pytest.fixture(scope="module", params=BUILDERS)
def home(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    made: Path = built(tmp_path_factory.mktemp(request.param), request.param)
    assert briefings("finish", "site", cwd=made).returncode == 0
    with hosted(made / "site") as address:
        yield address


@pytest.fixture
def complaints() -> list[str]:
    return []


@pytest.fixture
def page(browser: Browser, home: str, complaints: list[str]) -> Iterator[Page]:
    context = browser.new_context(base_url=home)
    context.add_init_script(LISTEN)
    page = context.new_page()
    page.on("request", lambda r: r.url.startswith((home, "data:", "blob:")) or complaints.append(f"asked for {r.url}"))
    page.on("console", lambda message: message.type == "error" and complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


def test_the_search_finds_a_quotation_and_leads_to_it(page: Page) -> None:
    page.goto("")
    box = opened(page)
    page.keyboard.type("Nobody got a parade")
    hit = box.locator("a:has(.bf-search__quote)").first
    expect(hit).to_be_visible()
    hit.click()
    expect(page.locator(":target")).to_contain_text("Nobody got a parade")


@pytest.mark.parametrize("address", ["", f"{HARBOUR}/"], ids=["home", "article"])
def test_pages_look_as_they_should_and_axe_finds_nothing(page: Page, address: str) -> None:
    page.goto(address)
    for scheme, size in LOOKS.values():
        show(page, size, scheme)
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == PAPER[scheme]
        assert "Source Serif" in page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
        assert violations(page) == []
        assert page.evaluate(OVERFLOW) == []
