"""Reading as people do: without scripts, with the keyboard alone, in the dark, on paper, and lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.kinds import KINDS, address

UNSEEN = """() => [...document.querySelectorAll("main :is(h1, h2, h3, h4, p, li, blockquote, figure, summary)")].filter(
    e => e.closest("article") && !e.closest("details:not([open]) > :not(summary)") && e.textContent.trim()
        && !e.checkVisibility({visibilityProperty: true, opacityProperty: true})
).map(e => e.outerHTML.slice(0, 200))"""
"""Content that is there but cannot be seen, but for what is folded up."""

FOCUS = """() => {
    const at = document.activeElement
    const shown = at.matches(".md-option") ? at.form.querySelector("label:not([hidden])") : at
    const box = shown.getBoundingClientRect(), style = getComputedStyle(shown)
    return {
        name: (at.ariaLabel || at.textContent || at.id).trim().replace(/\\s+/g, " "),
        html: at.outerHTML.slice(0, 200),
        link: at.href && (at.href.baseVal || String(at.href)),
        marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        inside: (at.ownerSVGElement || box.width > 0 && box.height > 0) && box.bottom > 0 && box.top < innerHeight
            && box.right > 0 && box.left < innerWidth,
    }
}"""
"""Where the keyboard is, whether a frame marks it, and whether it is in sight."""

PHONE = {"width": 360, "height": 740}


def words(page: Page) -> str:
    """The text of a page's own content, as it is shown, without the tools that need a script."""
    page.evaluate("document.querySelectorAll('.bf-act').forEach(e => e.remove())")
    return re.sub(r"\s+", " ", page.locator("main article").inner_text())


# ------------------------------------------------------------------ without scripts


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_says_the_same_without_scripts(site: Path, visit: Visit, kind: str) -> None:
    page = visit(address(site, kind), java_script_enabled=False)
    assert page.evaluate(UNSEEN) == []
    assert words(page) == words(visit(address(site, kind)))


def test_a_context_opens_and_the_map_leads_on_without_scripts(site: Path, visit: Visit) -> None:
    page = visit(address(site, "article"), java_script_enabled=False)
    context = page.locator("details.bf-context").first
    expect(context.locator("p").first).to_be_hidden()
    context.locator("summary").click()
    expect(context.locator("mark").first).to_be_visible()

    page = visit(java_script_enabled=False)
    country = page.locator(".bf-world a").first
    target = str(country.evaluate("e => (e.href.baseVal || e.href)"))
    country.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(target.lstrip("./"))))
    assert page.locator("h1").is_visible()


# ------------------------------------------------------------------ with the keyboard alone


def walk(page: Page, wanted: Callable[[dict[str, str]], bool]) -> None:
    """Press Tab until the focus is where it is wanted; every step on the way has to be seen."""
    for _ in range(400):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUS)
        assert here["marked"], f"the focus cannot be told: {here['html']}"
        assert here["inside"], f"the focus is out of sight: {here['html']}"
        if wanted(here):
            return
    pytest.fail("the keyboard never comes to it")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 800}], ids=["phone", "desk"])
def test_the_keyboard_leads_from_home_to_a_quotation_in_its_context(
    visit: Visit, size: dict[str, int], *, scripts: bool
) -> None:
    page = visit(viewport=size, java_script_enabled=scripts)
    walk(page, lambda here: "/articles/" in (here["link"] or "") and not here["link"].endswith("/articles/"))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/articles/.+"))
    walk(page, lambda here: here["name"] == "In context")
    page.keyboard.press("Enter")
    context = page.locator("details.bf-context[open]")
    expect(context).to_have_count(1)
    expect(context.locator("mark").first).to_be_in_viewport()


@pytest.mark.parametrize("kind", ["home", "country", "article"])
def test_wherever_the_keyboard_goes_it_can_be_seen(site: Path, visit: Visit, kind: str) -> None:
    page = visit(address(site, kind))
    walk(page, lambda here: (here["link"] or "").endswith("/articles/") or not here["html"].startswith("<"))


def test_the_first_step_of_the_keyboard_skips_to_the_content(visit: Visit) -> None:
    page = visit("articles/")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["name"] == "Skip to content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


# ------------------------------------------------------------------ in the dark


def scheme(page: Page) -> str | None:
    return page.locator("body").get_attribute("data-md-color-scheme")


@pytest.mark.parametrize("how", ["mouse", "keyboard"])
def test_chosen_colours_stay_on_other_pages_and_on_the_next_visit(visit: Visit, how: str) -> None:
    page = visit(color_scheme="light")
    switch = page.locator("form[data-md-component=palette] label:visible")
    assert scheme(page) == "default"
    if how == "keyboard":
        walk(page, lambda here: "md-option" in here["html"])
    for _ in range(2):  # from the system's colours to light ones, and on to dark ones
        if how == "keyboard":
            page.keyboard.press("Enter")
        else:
            switch.click()
    assert scheme(page) == "slate"
    page.goto("about/")
    assert scheme(page) == "slate"
    page.reload()
    assert scheme(page) == "slate"


@pytest.mark.parametrize(("system", "expected"), [("light", "default"), ("dark", "slate")])
def test_until_then_the_colours_are_those_of_the_system(visit: Visit, system: str, expected: str) -> None:
    assert scheme(visit(color_scheme=system)) == expected


# ------------------------------------------------------------------ the map in words


def test_the_map_is_a_table_too(page: Page) -> None:
    world = page.locator(".bf-world")
    assert world.get_attribute("role") == "img" or world.get_attribute("aria-label") or world.locator("title").count()
    shown = page.locator(".bf-world a").count()
    assert shown > 20
    folded = page.locator("details:has(summary:text('The same as a table'))").last
    folded.locator("summary").click()
    rows = folded.locator("tbody tr")
    expect(rows.first).to_be_visible()
    assert rows.count() >= shown
    assert [cell.strip() for cell in folded.locator("thead th").all_inner_texts()] == ["Countries", "Articles"]
    for row in rows.all():
        name, number = row.locator("td").all_inner_texts()
        assert name.strip()
        assert int(number) > 0


# ------------------------------------------------------------------ on paper


@pytest.mark.parametrize("kind", ["topic", "country", "voice", "article"])
def test_a_page_prints_without_what_only_a_screen_needs(site: Path, visit: Visit, kind: str) -> None:
    page = visit(address(site, kind))
    page.emulate_media(media="print")
    for part in (".md-header", ".md-tabs", ".md-sidebar", ".md-footer", ".bf-trail", ".md-top"):
        for found in page.locator(part).all():
            expect(found).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    assert 1 <= sheets(page) <= 3


def sheets(page: Page) -> int:
    """How many sheets of A4 the page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))


# ------------------------------------------------------------------ lost


def test_an_address_that_leads_nowhere_helps(visit: Visit) -> None:
    page = visit("countries/atlantis/towns/", missing=True)
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith('"Source Serif 4"')
    page.locator("main article a").first.click()
    expect(page.locator("h1")).to_have_text("Briefings, a demonstration with made-up articles")
