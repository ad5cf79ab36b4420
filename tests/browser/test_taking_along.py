"""What a reader takes along: the words of a quotation, its citation, a briefing on paper."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Page

from tests.browser.conftest import Visit

ARTICLE = "articles/kenya-nzoroi-release-floods-farms/"
MOST_PAGES = 3


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def article(visit: Visit) -> Page:
    page = visit(ARTICLE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


def test_a_press_copies_the_words_as_they_are_shown(visit: Visit) -> None:
    page = article(visit)
    page.get_by_role("button", name="copy").first.click()
    assert clipboard(page) == page.locator(".bf-quote").first.text_content()
    assert page.get_by_role("status").filter(has_text="copied").count() == 1


def test_a_press_copies_the_citation_and_another_the_item_for_reference_managers(visit: Visit) -> None:
    page = article(visit)
    page.get_by_role("button", name="cite").first.click()
    said = str(page.locator(".bf-quote").first.text_content())
    cited = page.locator("#source + .bf-imprint li").first.text_content()
    assert said in clipboard(page)
    assert clipboard(page).endswith(str(cited).partition(": ")[2])
    page.get_by_role("button", name="CSL-JSON").click()
    [item] = json.loads(clipboard(page))
    assert item["type"] == "article-newspaper"
    assert item["custom"]["quotation"] in said


def test_a_briefing_prints_to_few_pages_with_its_sources(visit: Visit) -> None:
    page = visit("countries/japan/")
    printed = page.pdf(format="A4")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= MOST_PAGES
    page.emulate_media(media="print")
    assert page.locator(".bf-sources .bf-ref").first.is_visible()
    for left_out in (".md-header", ".md-tabs", ".bf-trail", ".bf-act"):
        assert not page.locator(left_out).first.is_visible(), left_out
