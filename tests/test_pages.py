"""Whole pages against whole expected pages: of records alone, which no extractor can move, and of the dossier.

After a wanted change: ``GOLDEN=write pytest tests/test_pages.py``, then read the difference like code.
"""

from __future__ import annotations

import json
import os
import re
from functools import cache
from pathlib import Path

import pytest

from tests.factories import analysis, country, quotation, speaker, topic
from tests.golden_editions import dossier
from topic_briefings.extractors import analyse
from topic_briefings.gathering import gather
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Analysis, Ledger, QuotationKind, Role
from topic_briefings.pages import render
from topic_briefings.pages.kinds import site_of
from topic_briefings.pages.machine.data import data_pages
from topic_briefings.pages.words import words
from topic_briefings.settings import parse

GOLDEN = Path(__file__).parent / "golden"

DAM = (
    "Kenya opened the Nzoroi dam on Tuesday. Energy Minister Grace Kamande told guests: “We waited forty years.”\n\n"
    "She called the work of the Ugandan crews “patient and exact” and thanked them.\n\n"
    "“The valley keeps its water,” a spokesman for the users said.\n\n"
    "Kamande said that the gates would stay shut until May."
)
PIPE = "A pipe from Uganda reached Kenya’s border. “It is late,” Kamande said."
NASTY = "A form asked for <script>alert(1)</script>. “Type *this* [here](javascript:x) | now,” Ola Nord said."


def reports() -> list[Analysis]:
    """A small edition with one of everything: two voices, an unnamed one, a copy's outlet, danger, no date."""
    dam = analysis(
        DAM,
        id="kenya/dam-opens",
        headline="Dam opens",
        outlet="River Post",
        authors=("Ann Reyes",),
        published="2026-11-03",
        url="https://example.org/dam?a=1&b=_2_",
        quotations=[
            quotation(DAM, "We waited forty years.", "Energy Minister Grace Kamande", name="Grace Kamande", cue="told"),
            quotation(
                DAM,
                "patient and exact",
                "She",
                name="Grace Kamande",
                cue="called",
                kind=QuotationKind.PARTIAL,
                salience=0.3,
            ),
            quotation(DAM, "The valley keeps its water,", "a spokesman for the users", cue="said", confidence=0.1),
            quotation(
                DAM, "the gates would stay shut until May", "Kamande", name="Grace Kamande", kind=QuotationKind.INDIRECT
            ),
        ],
        speakers=[speaker(DAM, "Grace Kamande", "Energy Minister", "Kamande")],
        countries=[country(DAM, "KE", "Kenya"), country(DAM, "UG", "Ugandan", role=Role.MENTIONED, salience=0.1)],
        topics=[topic(DAM, "medtop:20000256", "energy and resource", "dam", "water", broad="medtop:04000000")],
        keyphrases=["Nzoroi dam", "gates"],
        points=["Kenya opened the Nzoroi dam on Tuesday."],
        leads=["Kenya opened the Nzoroi dam on Tuesday."],
    )
    pipe = analysis(
        PIPE,
        id="pipe",
        headline="Pipe reaches the border",
        published="2026-11-05",
        quotations=[quotation(PIPE, "It is late,", "Kamande", name="Kamande", cue="said")],
        speakers=[speaker(PIPE, "Kamande")],
        countries=[country(PIPE, "UG", "Uganda"), country(PIPE, "KE", "Kenya")],
        keyphrases=["Nzoroi dam"],
        points=["A pipe from Uganda reached Kenya’s border."],
        leads=["A pipe from Uganda reached Kenya’s border."],
    )
    nasty = analysis(
        NASTY,
        id="form",
        headline="{{ form }} # <b>breaks</b>\n---",
        language="de",
        quotations=[
            quotation(NASTY, "Type *this* [here](javascript:x) | now,", "Ola Nord", name="Ola Nord", cue="said")
        ],
        speakers=[speaker(NASTY, "Ola Nord")],
        countries=[],
        keyphrases=["<script>", "a|b"],
        points=["A form asked for <script>alert(1)</script>."],
        notices=["The article carries no date."],
    )
    return [dam, pipe, nasty]


def pages(*analyses: Analysis, before: Ledger | None = None, **options: object) -> dict[str, str]:
    """The text of each Markdown page of the edition that ``analyses`` make."""
    settings = parse(options, root=Path())
    return {
        page.path: page.content.decode()
        for page in render(gather(analyses, settings, before), settings)
        if page.path.endswith(".md")
    }


@pytest.mark.parametrize(
    "path",
    [
        "index.md",
        "articles/kenya-dam-opens.md",
        "articles/form.md",
        "articles/index.md",
        "months/2026-11.md",
        "months/undated.md",
        "countries/kenya.md",
        "countries/index.md",
        "topics/index.md",
        "voices/grace-kamande.md",
        "voices/index.md",
    ],
)
def test_a_page_is_the_expected_page(path: str) -> None:
    compared(pages(*reports())[path], GOLDEN / path)


@cache
def dossier_pages() -> dict[str, str]:
    """Every file of the site of the dossier: stories, who answers whom, figures, feeds and data, as they are found."""
    settings, knowledge = parse({}, root=Path()), Knowledge()
    edition = gather([analyse(article, knowledge) for article in dossier()], settings)
    made = (*render(edition, settings), *data_pages(site_of(edition, settings)))
    return {page.path: page.content.decode() for page in made if not page.path.endswith("woff2")}


@pytest.mark.parametrize(
    "path",
    [
        "stories/index.md",
        "stories/ferry-sinks.md",
        "stories/governor-one.md",
        "countries/south-africa.md",
        "topics/politics.md",
        "voices/kobus-viljoen.md",
        "voices/wendell-achterberg.md",
        "articles/recount-court.md",
        "months/2026-03.md",
        "data/index.md",
        "data/stories.jsonl",
        "data/voices.jsonl",
        "feeds/voices/astrid-nordheim.xml",
        "feeds/countries/norway.json",
    ],
)
def test_a_page_of_the_dossier_is_the_expected_page(path: str) -> None:
    compared(dossier_pages()[path], GOLDEN / "dossier" / path)


def compared(found: str, golden: Path) -> None:
    if os.environ.get("GOLDEN") == "write":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_every_link_between_pages_leads_to_a_page_and_an_anchor() -> None:
    made = pages(*reports())
    anchors = {path: set(re.findall(r"\{:[^}]*#([\w-]+)", text)) for path, text in made.items()}
    for path, whole in made.items():
        # Data is no link, and a feed or a table is no page.
        linked = re.sub(r"<script.*</script>|\[[\w.]+\]\([^)]*\.(xml|jsonl?|csv)\)", "", whole)
        for target, fragment in re.findall(r"\]\((?!https?:)([^)#]*)#?([^)]*)\)", linked):
            resolved = os.path.normpath(Path(path).parent / target.partition("?")[0]) if target else path
            assert resolved in made, f"{path} → {target}"
            assert not fragment or fragment in anchors[resolved], f"{path} → {target}#{fragment}"


def test_no_page_carries_the_full_text_unless_told_to() -> None:
    whole = "Kamande said that the gates would stay shut until May."
    path = "articles/kenya-dam-opens.md"
    assert "## Full text" not in pages(*reports())[path]
    shown = pages(*reports(), full_text=True)[path]
    assert whole in shown.split("## Full text", 1)[1]


def test_the_home_page_of_one_article_is_that_article() -> None:
    home = pages(reports()[0])["index.md"]
    assert "## [Dam opens](articles/kenya-dam-opens.md)" in home
    assert "1 article · 1 country · 1 topic · 3 quotations" in home
    assert "## New" not in home


def test_the_home_page_of_no_article_says_what_to_do() -> None:
    assert words("en")["nothing_yet"] in pages()["index.md"]


def test_a_copy_is_named_and_not_listed() -> None:
    first, *_ = reports()
    copy = analysis(DAM, id="copy", headline="Dam opens at last", outlet="Hill Times", published="2026-11-04")
    made = pages(first, copy)
    assert "articles/copy.md" not in made
    assert "Also published by Hill Times, 4 November 2026" in made["articles/kenya-dam-opens.md"]


def test_a_list_longer_than_a_page_goes_on() -> None:
    many = [
        analysis(
            f"Kenya sold {n} thousand bags of coffee in a week that began on day {n} of the season.",
            id=f"coffee-{n:03}",
            countries=[country("Kenya sold", "KE", "Kenya")],
        )
        for n in range(65)
    ]
    made = pages(*many, per_page=20)
    assert [path for path in made if path.startswith("articles/pages/")] == [
        f"articles/pages/{n}.md" for n in (2, 3, 4)
    ]
    assert [path for path in made if path.startswith("countries/kenya/")] == [
        f"countries/kenya/{n}.md" for n in (2, 3, 4)
    ]
    listed = re.findall(r"- \[A headline\]\(\.\./coffee-(\d+)\.md\)", made["articles/pages/4.md"])
    assert listed == [f"{n:03}" for n in range(60, 65)]


def test_pages_say_what_changed_since_the_edition_before() -> None:
    dam, pipe, _ = reports()
    first = gather([dam], parse({}, root=Path())).ledger
    made = pages(dam, pipe, before=first)
    said = "## Since 3 November 2026 {: #since }\n\n- 1 new article: [Pipe reaches the border]"
    assert said in made["index.md"]
    assert said in made["countries/uganda.md"]
    assert "Since" not in made["topics/energy-and-resource.md"]


def test_every_page_speaks_the_sites_language() -> None:
    made = pages(*reports(), site_language="de")
    assert "## Wer was sagte" in made["articles/kenya-dam-opens.md"]
    assert "# Ohne Datum" in made["months/undated.md"]
    assert "# Kenia" in made["countries/kenya.md"]


def test_a_quotation_leads_to_its_sentence_in_the_original() -> None:
    made = pages(*reports())["articles/kenya-dam-opens.md"]
    original = "[open at this sentence](https://example.org/dam?a=1&amp;b=&#95;2&#95;#:~:text="
    assert f"{original}She%20called%20the%20work%20of,and%20exact%E2%80%9D%20and%20thanked%20them.)" in made
    assert "open at this sentence" not in pages(*reports())["articles/pipe.md"]


def test_an_articles_page_holds_what_citing_needs() -> None:
    made = pages(*reports())["articles/kenya-dam-opens.md"]
    assert "Cite as&#58; Ann Reyes, “Dam opens”, River Post, 3 November 2026" in made
    block = re.search(r'<script type="application/json" class="bf-tools">(.*)</script>', made)
    assert block
    tools = json.loads(block[1])
    assert tools["item"]["type"] == "article-newspaper"
    shown = made.partition('<details class="bf-more')[0]
    assert set(tools["quotations"]) == set(re.findall(r"#(q-[\w-]+) \.bf-(?:quote|partial)", shown))
    first, *_ = tools["quotations"].values()
    assert first == {"speaker": "Grace Kamande", "role": "Energy Minister", "start": 84, "end": 106}


def test_a_voices_page_goes_through_its_articles() -> None:
    made = pages(*reports())["voices/grace-kamande.md"]
    assert "### [Dam opens](../articles/kenya-dam-opens.md)" in made
    assert "Energy Minister (3 November 2026)" in made


def test_a_pronoun_is_not_told_as_another_name() -> None:
    assert "printed in the article as" not in pages(*reports())["articles/kenya-dam-opens.md"]


def test_the_sources_of_a_briefing_stand_in_full_below_it() -> None:
    made = pages(*reports())["countries/kenya.md"].split("## Sources", 1)[1]
    assert "\nAnn Reyes, “Dam opens”, River Post, 3 November 2026, https&#58;//example.org/dam" in made


def test_the_data_page_names_every_file() -> None:
    made = pages(*reports())["data/index.md"]
    for name in ("quotations.csv", "quotations.jsonl", "articles.jsonl", "schema.json", "edition.jsonl"):
        assert f"[{name}]({name})" in made


def test_the_lines_of_an_imprint_stay_apart_where_an_article_has_copies() -> None:
    body = "The lock at Marl opened on Monday after two years of work, and the ferry lay idle at its pier. " * 8
    made = pages(*(analysis(body, id=f"lock{n}", headline="Lock opens", outlet=f"Post {n}") for n in (1, 2, 3)))
    imprint = made["articles/lock1.md"].partition("Also published by ")[2].splitlines()
    assert imprint[0] == "Post 2; Post 3"
    assert imprint[1].startswith("- File ")


def test_a_copy_without_an_outlet_names_none() -> None:
    body = "The lock at Marl opened on Monday after two years of work, and the ferry lay idle at its pier. " * 8
    made = pages(*(analysis(body, id=f"lock{n}", headline="Lock opens", published=f"2026-11-0{n}") for n in (1, 2)))
    assert "Also published by 2 November 2026" not in made["articles/lock1.md"]


def test_an_article_in_arabic_runs_from_right_to_left() -> None:
    body = "فتح السد في يوم الاثنين."
    [page] = [
        text
        for path, text in pages(analysis(body, id="dam", headline="السد", language="ar")).items()
        if path == "articles/dam.md"
    ]
    assert "# السد {: .bf-headline lang=ar dir=rtl }" in page
    assert "<bdi>“السد”</bdi>" in page


def courses(*dates: str, phrases: tuple[str, ...] = ("lock keeper",)) -> list[str]:
    """The keyphrases whose course over time the page of Kenya shows, for an article of each date."""
    body = "The lock at Marl opened."
    made = [
        analysis(
            f"{body} Part {number} of it.",
            id=f"part{number}",
            published=date,
            countries=[country(body, "KE", "Marl")],
            keyphrases=phrases,
        )
        for number, date in enumerate(dates)
    ]
    section = pages(*made)["countries/kenya.md"].partition("{: #keywords }")[2].partition("</figure>")[0]
    return re.findall(r'bf-name">([^<]*)<', section)


def test_a_keyphrase_of_two_articles_and_two_weeks_has_its_course() -> None:
    assert courses("2026-10-03", "2026-11-03") == ["lock keeper"]
    assert courses("2026-10-03", "2026-10-03") == [], "time would show nothing"
    assert courses("2026-10-03") == []


def test_six_keyphrases_have_their_course() -> None:
    found = courses("2026-10-03", "2026-11-03", phrases=tuple(f"{word} keeper" for word in "abcdefgh"))
    assert found == [f"{word} keeper" for word in "abcdef"]
