"""Whoever reads with a screen reader, a large font or a small window reads everything: the rules of axe, and reflow."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import HERE, visiting
from tests.browser.kinds import KINDS, address

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
SIZES = {"phone": PHONE, "desk": DESK}

RUN = """() => axe.run({rules: {"target-size": {enabled: true}}}).then(
    found => found.violations.flatMap(rule => rule.nodes.map(
        node => `${rule.id}: ${node.target} ${node.failureSummary} in ${node.html}`)))"""
"""Every rule that axe has switched on, and the size of targets (WCAG 2.2), which it has not."""

OVERFLOW = """() => {
    const room = document.documentElement.clientWidth
    const wide = [...document.body.querySelectorAll("*")].filter(e => {
        const box = e.getBoundingClientRect()
        return box.width > 1 && box.right > room + 1 && getComputedStyle(e).position !== "fixed"
    })
    return document.documentElement.scrollWidth > room ? wide.slice(0, 5).map(e => e.outerHTML.slice(0, 200)) : []
}"""
"""What reaches over the right edge, if that lets the page scroll sideways."""


SETTLED = """async () => {
    const drawn = new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
    await Promise.race([drawn, new Promise(done => setTimeout(done, 1000))])
    document.getAnimations().filter(a => a.timeline === document.timeline && a.playState === "running"
        && isFinite(a.effect.getComputedTiming().endTime)).forEach(a => a.finish())
}"""
"""Brings colours and boxes to what they change to. A window without a screen may never be drawn again by itself."""

SCHEMES = {"light": "default", "dark": "slate"}
"""The theme's name for each scheme of colours."""

LOOKS = {f"{scheme}-{name}": (scheme, size) for scheme in SCHEMES for name, size in SIZES.items()}
"""How a reader's device may show a page."""


@cache
def axe() -> str:
    return (HERE / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """What axe finds fault with."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe())
    found: list[str] = page.evaluate(RUN)
    return found


def show(page: Page, size: dict[str, int], scheme: str = "light", letters: int = 16) -> None:
    """Give the reader of an open page a window, a scheme of colours and a size of letters, and wait for the page."""
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    sizes = {"standard": letters, "fixed": letters * 13 // 16}
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": sizes})
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[scheme])
    page.evaluate(SETTLED)


def violations_by_look(page: Page) -> dict[str, list[str]]:
    """What axe finds fault with in each look, where it does."""
    found = {}
    for name, (scheme, size) in LOOKS.items():
        show(page, size, scheme)
        found[name] = violations(page)
    return {name: faults for name, faults in found.items() if faults}


@pytest.fixture(scope="module", params=KINDS)
def page(request: pytest.FixtureRequest, site: Path, browser: Browser, home: str) -> Iterator[Page]:
    """A page of each kind, opened once for all that is asked of it, with all that can be unfolded unfolded."""
    with visiting(browser, home) as visit:
        page = visit(address(site, request.param))
        page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
        yield page


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing(page: Page, look: str) -> None:
    scheme, size = LOOKS[look]
    show(page, size, scheme)
    assert violations(page) == []


def test_at_320_pixels_nothing_needs_to_be_scrolled_sideways(page: Page) -> None:
    show(page, {"width": 320, "height": 640})
    assert page.evaluate(OVERFLOW) == []


def test_letters_of_twice_the_size_still_fit(page: Page) -> None:
    show(page, DESK, letters=32)
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") >= "32px"
    assert page.evaluate(OVERFLOW) == []
