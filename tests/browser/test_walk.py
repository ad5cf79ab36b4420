"""One visit from its start to its end, as a person makes it."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.test_reading import scheme, sheets
from tests.browser.test_search import choose, hits, search


def test_a_person_searches_reads_and_prints(page: Page) -> None:
    # Whom did the minister speak of, where South Korea is concerned?
    box = search(page, "Minegishi")
    choose(box, "Quotations")
    box.get_by_label("Country").select_option("South Korea")
    expect(box.get_by_role("status")).to_have_text("1 result")
    said = hits(box).first.locator("q").inner_text()
    hits(box).first.click()
    page.wait_for_url(re.compile(r"/articles/.+#q-"))

    # His words, on the article's page, and the sentence around them.
    quotation = page.locator(":target")
    expect(quotation).to_be_in_viewport()
    assert quotation.inner_text().strip("“”")[:30] in said
    context = page.locator("details.bf-context", has=page.locator("mark", has_text=said.strip("“”")[:30])).first
    context.locator("summary").click()
    expect(context.locator("mark").first).to_be_visible()
    assert len(context.inner_text()) > len(said)

    # It is evening.
    switch = page.locator("form[data-md-component=palette] label:visible")
    switch.click()
    switch.click()
    assert scheme(page) == "slate"

    # Back home: which countries are there, in words?
    page.get_by_role("link", name="Home").first.click()
    page.wait_for_url(re.compile("/briefings/$"))
    assert scheme(page) == "slate"
    table = page.locator("details", has=page.locator("summary", has_text="The same as a table")).last
    table.locator("summary").click()
    japan = table.get_by_role("link", name="Japan", exact=True)
    expect(japan).to_be_visible()
    japan.click()
    page.wait_for_url(re.compile("/countries/japan/$"))

    # And on paper, in black on white.
    page.emulate_media(media="print")
    assert page.locator("h1").evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"
    assert 1 <= sheets(page) <= 3
