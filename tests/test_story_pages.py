"""The page of a story: by day, who said what, what is counted, its reports; and the ways to it."""

from __future__ import annotations

import json
import re

import pytest

from tests.sites import briefings, generate, make_site, problems, settings_of
from tests.test_stories import DAM, OTHERS

SAID = "“The wall holds and nobody is in danger tonight,” Governor Ines Valcourt said."


DISPUTE = (
    "Deputy Oren Falk accused Valcourt of waiting too long.",
    "“She slept while the water rose,” Oren Falk said in the market.",
    "On Wednesday, Valcourt sharply rejected Falk’s charge.",
)


def site(tmp_path, *numbers, more=("", "", "")):
    """A site of the reports of one event that have these numbers, among others; each with ``more`` at its end."""
    made = make_site(tmp_path / "site", ())
    for n in numbers:
        headline, day, outlet, body = DAM[n]
        head = f"---\ntitle: {headline}\noutlet: {outlet}\npublished: {day}\n---\n\n"
        (made / "seeds" / f"dam-{n}.md").write_text(f"{head}{body}\n\n{SAID}\n\n{more[n]}\n")
    for n, text in enumerate(OTHERS):
        (made / "seeds" / f"other-{n}.md").write_text(f"---\ntitle: {text[:30]}\n---\n\n{text}\n")
    generate(settings_of(made))
    return made


def test_a_story_has_a_page_with_all_that_its_reports_say(tmp_path):
    made = site(tmp_path, 0, 1, 2)
    page = (made / "docs/stories/dam-0.md").read_text()

    assert "3 reports · 3 outlets · 2–4 November 2026" in page
    assert "“Kessandra” · 3 reports" in page
    assert "The spillway of the Kessandra Dam was closed on Wednesday" in page
    assert page.count("The wall holds and nobody is in danger tonight,” Governor") <= 1
    assert "Also in [" in page
    assert "“1,240 families”</span> in 3 reports" in page
    assert "(../articles/dam-2.md)" in page.split("## Reports", 1)[1]
    assert problems(made) == []


def test_its_reports_and_the_home_page_lead_to_it(tmp_path):
    made = site(tmp_path, 0, 1, 2)

    assert "(../stories/dam-0.md)" in (made / "docs/articles/dam-1.md").read_text()
    assert "(stories/dam-0.md)" in (made / "docs/index.md").read_text()
    assert "(dam-0.md)" in (made / "docs/stories/index.md").read_text()
    [row] = [json.loads(line) for line in (made / "docs/data/stories.jsonl").read_text().splitlines()]
    assert row["reports"] == ["dam-0", "dam-1", "dam-2"]


def test_a_word_changed_in_a_storys_page_is_found(tmp_path):
    made = site(tmp_path, 0, 1, 2)
    file = made / "docs/stories/dam-0.md"
    text = file.read_text()
    for old, new in (
        ("was closed on Wednesday", "was closed on Friday"),
        ("“1,240 families”", "“1,420 families”"),
        ("“Kessandra” · 3", "“Cassandra” · 3"),
        ("3 reports · 3 outlets", "4 reports · 3 outlets"),
    ):
        file.write_text(text.replace(old, new, 1))
        assert problems(made), new


def test_a_dispute_stands_with_its_sentences_and_a_quotation_of_each_side(tmp_path):
    made = site(tmp_path, 0, 1, 2, more=[f"{SAID} {DISPUTE[1]}\n\n{words}" for words in DISPUTE])
    page = (made / "docs/stories/dam-0.md").read_text()
    section = page.split("## Disputed", 1)[1].split("\n## ", 1)[0]

    assert DISPUTE[0] in section
    assert DISPUTE[2] in section
    assert section.index(DISPUTE[0]) < section.index(DISPUTE[2])
    assert "“She slept while the water rose,”" in section
    assert "“The wall holds and nobody is in danger tonight,”" in section
    assert page.count("“She slept while the water rose,”\n") == 1
    assert problems(made) == []

    (made / "docs/stories/dam-0.md").write_text(page.replace("of waiting too long", "of waiting far too long"))
    assert problems(made)


def test_the_page_of_a_voice_says_whom_it_answers_and_who_answers_it(tmp_path):
    made = site(tmp_path, 0, 1, 2, more=[f"{SAID} {DISPUTE[1]}\n\n{words}" for words in DISPUTE])
    file = made / "docs/voices/oren-falk.md"
    page = file.read_text()

    assert DISPUTE[0] in page.split("## Whom they answer", 1)[1].split("\n## ", 1)[0]
    assert DISPUTE[2] in page.split("## What others say of them", 1)[1].split("\n## ", 1)[0]
    file.write_text(page.replace("sharply rejected", "warmly rejected"))
    assert problems(made)


def test_a_site_without_stories_has_no_page_of_them(tmp_path):
    made = site(tmp_path, 0)
    assert not (made / "docs/stories").exists()
    assert (made / "docs/data/stories.jsonl").read_text() == ""


def test_nothing_leads_to_stories_where_there_are_none(tmp_path):
    made = site(tmp_path, 0)
    assert briefings("build", cwd=made).returncode == 0
    pages = sorted((made / "site").rglob("*.html"))
    assert pages
    assert not [page.name for page in pages if re.search(r'href="[^"]*stories/', page.read_text())]


@pytest.mark.parametrize(("later", "first"), [("2026-12-05", "stories"), ("2026-12-06", "new")])
def test_stories_of_days_before_the_newest_articles_stand_behind_those(tmp_path, later, first):
    made = site(tmp_path, 0, 1, 2)
    (made / "seeds" / "later.md").write_text(f"---\ntitle: A ferry is painted\npublished: {later}\n---\n\nIt is red.\n")
    generate(settings_of(made))
    home = (made / "docs/index.md").read_text()
    assert re.findall(r"^## .*#(stories|new)\b", home, flags=re.M)[0] == first


def test_a_line_without_a_sentence_leads_to_its_report_too(tmp_path):
    """A story whose reports say nothing that stands alone; others push them out of the list of articles."""
    made = make_site(tmp_path / "site", ())
    for n in range(3):
        headline, day, outlet, body = DAM[n]
        head = f"---\ntitle: {headline} in Kenya\noutlet: {outlet}\npublished: {day}\n---\n\n"
        quoting = "\n\n".join(f"“{part}”" for part in body.split("\n\n"))
        (made / "seeds" / f"dam-{n}.md").write_text(f"{head}{quoting}\n\n“Kenya waits,” an engineer said.\n")
    for n in range(22):
        text = f"Kenya {('bakes', 'paints', 'mends', 'sings')[n % 4]} number {n} of its {OTHERS[n % 6].lower()}"
        head = f"---\ntitle: Kenya {n}\npublished: 2026-12-{1 + n:02}\n---\n\n"
        (made / "seeds" / f"kenya-{n:02}.md").write_text(f"{head}{text}\n")
    generate(settings_of(made))
    assert problems(made) == []
    page = (made / "docs/countries/kenya.md").read_text()
    cited = [n for n in range(3) if f"“{DAM[n][0]} in Kenya”" in page]
    assert all(f"(../articles/dam-{n}.md)" in page for n in cited)
