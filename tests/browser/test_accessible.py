"""Whoever reads with a screen reader, a large font or a small window reads everything: the rules of axe, and reflow."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import HERE, Visit
from tests.browser.kinds import KINDS, address

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}

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


@cache
def axe() -> str:
    return (HERE / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """What axe finds fault with."""
    page.evaluate(axe())
    found: list[str] = page.evaluate(RUN)
    return found


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(site: Path, visit: Visit, kind: str, scheme: str, size: dict[str, int]) -> None:
    page = visit(address(site, kind), color_scheme=scheme, viewport=size)
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
    assert violations(page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_at_320_pixels_nothing_needs_to_be_scrolled_sideways(site: Path, visit: Visit, kind: str) -> None:
    page = visit(address(site, kind), viewport={"width": 320, "height": 640})
    assert page.evaluate(OVERFLOW) == []


@pytest.mark.parametrize("kind", KINDS)
def test_letters_of_twice_the_size_still_fit(site: Path, visit: Visit, kind: str) -> None:
    page = visit(viewport=DESK)
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    page.goto(address(site, kind))
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") >= "32px"
    assert page.evaluate(OVERFLOW) == []
