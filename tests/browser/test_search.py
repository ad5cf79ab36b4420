"""Searching as people do: a speaker, narrowed by country, to the words on the page; by keyboard, and from a disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import QUIET, Visit
from tests.browser.host import hosted
from tests.browser.test_accessible import LOOKS, OVERFLOW, SETTLED, show, violations_by_look
from tests.sites import briefings, make_site

FEW = (
    "deutschland-rheinbruecke-gesperrt.md",
    "deutschland-wasserstoff-stahl-duisburg.md",
    "japan-reactor-restart-fukui-assembly.md",
    "south-korea-chip-plant-water-pyeongtaek.html",
)

expect.set_options(timeout=60_000)  # a busy machine is slow and not wrong


def opened(page: Page, keys: str = "/") -> Locator:
    """The box, after it was opened by its keys. Chromium drops keys that come before its first frame."""
    page.evaluate(SETTLED)
    page.keyboard.press(keys)
    box = page.get_by_role("dialog", name=re.compile("^(Search|Suche)$"))
    expect(box.get_by_role("searchbox")).to_be_focused()
    return box


def search(page: Page, words: str) -> Locator:
    """Open the box, type, and wait for all kinds of results and for what to narrow them by; gives the box."""
    box = opened(page)
    page.keyboard.type(words)
    expect(box.locator("select[name=topic] option").nth(1)).to_be_attached()
    return box


def hits(box: Locator) -> Locator:
    return box.get_by_role("listitem").get_by_role("link")


def choose(box: Locator, kind: str) -> None:
    box.get_by_role("radio", name=re.compile(f"^{kind}")).check(force=True)


def targeted(page: Page) -> str:
    """The text of what the address points at, once it is there and in sight."""
    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    return target.inner_text()


def test_a_speaker_narrowed_by_country_leads_to_the_words_on_the_page(page: Page) -> None:
    box = search(page, "Minegishi")
    expect(hits(box).first).to_contain_text("Haruto Minegishi")
    assert "/voices/haruto-minegishi/" in (hits(box).first.get_attribute("href") or "")
    choose(box, "Quotations")
    expect(box.get_by_role("status")).to_have_text(re.compile(r"^\d results$"))
    country = box.get_by_label("Country")
    expect(country.locator("option", has_text="South Korea (1)")).to_be_attached()
    country.select_option("South Korea")
    expect(box.get_by_role("status")).to_have_text("1 result")
    quotation = hits(box).first
    expect(quotation).to_contain_text("Haruto Minegishi, Trade Minister")
    expect(quotation).to_contain_text(re.compile(r"\d{1,2} November 2026"))
    words = quotation.locator("q").inner_text()
    quotation.click()
    page.wait_for_url(re.compile(r"/articles/south-korea-chip-plant-water-pyeongtaek/#q-[0-9a-f]+$"))
    assert targeted(page).strip("“”")[:30] in words


def test_the_keyboard_alone_is_enough(page: Page) -> None:
    box = opened(page, "Control+k")
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    for key in "sf":  # the theme's own keys for its own search
        page.keyboard.press(key)
        expect(box).to_be_hidden()
    box = search(page, "port strike")
    expect(box.get_by_role("status")).to_have_text(re.compile(r"^\d+ results$"))
    page.keyboard.press("ArrowDown")
    expect(hits(box).first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(hits(box).first).to_be_focused()
    outline = hits(box).first.evaluate("link => getComputedStyle(link).outlineStyle")
    assert outline == "solid", "the focus is seen"
    page.keyboard.press("ArrowUp")
    expect(box.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Enter")
    expect(hits(box).first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/(stories|countries|topics|voices|articles)/"))


def test_a_result_says_what_it_is_and_marks_what_was_asked(page: Page) -> None:
    box = search(page, "reactor")
    article = box.get_by_role("heading", name="Articles").locator("xpath=..").get_by_role("link").first
    expect(article.locator("mark").first).to_have_text(re.compile("reactor", re.IGNORECASE))
    expect(article).to_contain_text(re.compile(r"· \d{1,2} November 2026"))


def test_the_newest_come_first_on_demand(page: Page) -> None:
    box = search(page, "minister")
    choose(box, "Articles")
    box.get_by_label("Order").select_option("Newest first")
    expect(box.locator("[data-bf=results]")).to_have_attribute("aria-busy", "false")
    dates = hits(box).locator(".bf-search__facts")
    expect(dates.first).to_contain_text("2026")
    days = [
        int(found[1])
        for text in dates.all_inner_texts()
        if (found := re.search(r"(\d{1,2}) November 2026", text)) is not None
    ]
    assert len(days) > 5
    assert days == sorted(days, reverse=True)


def test_a_choice_is_counted_for_the_kind_on_show_and_nothing_is_found_in_silence(page: Page) -> None:
    box = search(page, "minister")
    speakers = box.get_by_label("Speaker").locator("option")
    everything = speakers.count()
    choose(box, "Quotations")
    expect(speakers).not_to_have_count(everything)
    box.get_by_role("searchbox").fill("qwertzuiop")
    expect(box.get_by_role("status")).to_have_text("Nothing found.")
    expect(hits(box)).to_have_count(0)


def test_without_a_query_there_are_the_lists_and_no_part_of_the_index(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    box = opened(page)
    page.evaluate(QUIET)
    assert [url for url in asked if re.search(r"pf_(fragment|index|filter)", url)] == []
    box.get_by_role("link", name="All countries").click()
    page.wait_for_url(re.compile("/countries/$"))


def test_coming_back_finds_the_query_again(page: Page) -> None:
    box = search(page, "Minegishi")
    hits(box).first.click()
    page.wait_for_url(re.compile("/voices/"))
    opened(page)
    expect(box.get_by_role("searchbox")).to_have_value("Minegishi")
    expect(hits(box).first).to_be_visible()


def test_what_could_not_be_loaded_is_said_and_tried_again(browser: Browser, home: str) -> None:
    page = browser.new_page()  # not visit(), since there is much to complain of
    page.goto(home)
    page.route("**/*.pf_meta", lambda route: route.fulfill(status=404))
    box = opened(page)
    page.keyboard.type("Minegishi")
    expect(box.get_by_role("status")).to_have_text("The search could not be loaded. The lists lead to everything.")
    expect(box.get_by_role("link", name="All voices")).to_be_visible()
    page.unroute("**/*.pf_meta")
    box.get_by_role("searchbox").fill("Haruto Minegishi")
    expect(hits(box).first).to_contain_text("Haruto Minegishi")
    page.close()


def test_without_a_script_a_link_leads_to_the_lists(visit: Visit) -> None:
    page = visit("about/", java_script_enabled=False)
    expect(page.get_by_role("button", name="Search")).to_be_hidden()
    page.get_by_role("banner").get_by_role("link", name="All articles").click()
    expect(page).to_have_url(re.compile("/articles/$"))


def test_axe_finds_nothing_in_the_open_box(visit: Visit) -> None:
    page = visit("countries/")
    opened(page)
    assert violations_by_look(page) == {}
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Search")).to_be_hidden()
    box = search(page, "minister")
    expect(hits(box).first).to_be_visible()
    assert violations_by_look(page) == {}
    for scheme, size in LOOKS.values():
        show(page, size, scheme)
        assert page.evaluate(OVERFLOW) == []


# ------------------------------------------------------------------ other sites


@pytest.fixture
def watched(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A window, and what it complained of or asked the network for."""
    context = browser.new_context()
    page, complaints = context.new_page(), list[str]()
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: complaints.append(request.url) if request.url.startswith("http") else None)
    yield page, complaints
    context.close()


def test_a_site_on_a_disk_is_searched_without_a_request(tmp_path: Path, watched: tuple[Page, list[str]]) -> None:
    page, complaints = watched
    folder = make_site(tmp_path / "a site", FEW)
    done = briefings("build", "--offline", cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    page.goto((folder / "site-offline" / "index.html").as_uri())
    box = search(page, "minegishi")
    expect(hits(box).first).to_contain_text("Haruto Minegishi")
    choose(box, "Quotations")
    box.get_by_label("Country").select_option("South Korea")
    expect(box.get_by_role("status")).to_have_text("1 result")
    words = hits(box).locator("q").inner_text()
    hits(box).first.click()
    page.wait_for_url(re.compile(r"\.html#q-[0-9a-f]+$"))
    assert targeted(page).strip("“”")[:30] in words
    page.get_by_role("link", name="Countries").first.click()
    page.wait_for_url(re.compile(r"/countries/index\.html$"))
    assert complaints == []


def test_a_german_site_of_files_is_searched_by_the_stem(tmp_path: Path, watched: tuple[Page, list[str]]) -> None:
    page, complaints = watched
    folder = make_site(tmp_path / "site", FEW)
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("site_language: en", "site_language: de")
    text = text.replace("plugins:", "use_directory_urls: false\n\nplugins:")
    config.write_text(text, encoding="utf-8")
    done = briefings("build", cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    with hosted(folder / "site") as home:
        page.goto(f"{home}index.html")
        box = search(page, "Brücken")
        expect(box.get_by_role("status")).to_have_text(re.compile("Treffer$"))
        expect(hits(box).locator("mark").first).to_be_visible()
        assert any("brücke" in text.casefold() for text in hits(box).locator("mark").all_inner_texts())
        choose(box, "Artikel")
        hits(box).first.click()
        page.wait_for_url(re.compile(r"/articles/deutschland-[a-z-]+\.html$"))
        assert [url for url in complaints if not url.startswith(home)] == []
