"""The page of a voice: its roles, what it speaks of, its best lines, each sentence once, and what others say of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.factories import analysis, quotation, speaker
from tests.sites import briefings, make_site
from topic_briefings.gathering import gather
from topic_briefings.pages import render
from topic_briefings.settings import parse


def pages_of(*analyses):
    """Every page of an edition of these, by its path."""
    settings = parse({}, root=Path())
    made = render(gather(analyses, settings), settings)
    return {page.path: page.content.decode() for page in made if page.path.endswith(".md")}


ARTICLES = {
    "storm": (
        "2026-05-02",
        "Harbour shut by storm",
        "VALPARAISO, Chile – Harbour Minister Mara Lund closed the port of Valparaiso on Monday.\n\n"
        "“No ship leaves before the wind has turned tonight,” Lund said. Lund called the swell “plain danger” and said "
        "that the forecast was “no riddle at all”. Lund said that the cranes would stand still.\n\n"
        "“Ms Lund has closed the wrong end of the harbour again,” said Tom Berg, a fisherman.",
    ),
    "grain": (
        "2026-11-09",
        "President Vik asks farmers for grain",
        "SANTIAGO, Chile – President Ona Vik asked farmers on Monday to sell their wheat before winter.\n\n"
        "Vik said that the wheat tariff of Chile would not rise. "
        "Vik said that the army would pay farmers in Chile first.\n\n"
        "“The silos in the south will take all that the farmers bring,” said Transport Minister Mara Lund. "
        "“They are dry,” Lund said. “They are new,” she added.",
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A site of these articles, by the address of each page of a voice."""
    made = make_site(tmp_path_factory.mktemp("voices") / "site", ())
    for name, (date, headline, body) in ARTICLES.items():
        (made / "seeds" / f"{name}.md").write_text(f"---\ntitle: {headline}\npublished: {date}\n---\n\n{body}\n")
    assert briefings("generate", cwd=made).returncode == 0
    return made


@pytest.fixture(scope="module")
def page(site):
    return (site / "docs/voices/mara-lund.md").read_text()


def section(page, anchor):
    """What stands below the heading with ``anchor``."""
    return re.split(rf"^## .*#{anchor}\b.*$", page, flags=re.M)[1].split("\n## ")[0]


def test_the_newest_role_stands_first_and_the_former_one_behind_it(page):
    assert "Transport Minister (9 November 2026) · before&#58; Harbour Minister (2 May 2026)" in page


@pytest.mark.parametrize("page", ["index.md", "voices/index.md"])
def test_lists_of_voices_give_the_newest_role(site, page):
    text = (site / "docs" / page).read_text()
    assert "Transport Minister" in text.split("[Mara Lund]", 1)[1].partition("\n")[0]


def test_the_countries_of_its_articles_are_counted(page):
    assert '[Chile](../countries/chile.md) <span class="bf-count">2</span>' in page


def test_its_best_line_of_each_story_stands_first_the_newest_on_top(page):
    short = section(page, "short")
    assert short.index("The silos in the south") < short.index("No ship leaves")
    assert "No ship leaves before the wind has turned tonight,”\n" not in section(page, "quotations")


def test_a_sentence_stands_once_with_all_that_is_in_marks_in_it(page):
    assert page.count("Lund called the swell") == 1
    assert (
        "called the swell “<mark>plain danger</mark>” and said that the forecast was “<mark>no riddle at all</mark>”"
        in page
    )


def test_others_are_quoted_who_name_it(page):
    said = section(page, "answered")
    assert "Tom Berg" in said
    assert "“Ms Lund has closed the wrong end of the harbour again,”" in said


def test_a_principal_who_is_never_quoted_in_marks_has_a_page(site):
    page = (site / "docs/voices/ona-vik.md").read_text()
    assert "statements without marks" in page
    assert "<mark>the wheat tariff of Chile would not rise</mark>" in section(page, "reported")
    assert "bf-count" not in re.findall(r"Ona Vik\]\(ona-vik.md\)(.*)", (site / "docs/voices/index.md").read_text())[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("before&#58; Harbour Minister", "Harbour Minister"),
        ('chile.md) <span class="bf-count">2', 'chile.md) <span class="bf-count">3'),
        ("<mark>no riddle at all</mark>", "no riddle at all"),
        ("the wrong end of the harbour again", "the right end of the harbour again"),
        ("Tom Berg]", "Mara Lund]"),
    ],
)
def test_a_change_to_it_is_found(site, page, old, new):
    file = site / "docs/voices/mara-lund.md"
    assert briefings("verify", cwd=site).returncode == 0
    file.write_text(page.replace(old, new, 1))
    assert old in page
    found = briefings("verify", cwd=site)
    file.write_text(page)
    assert found.returncode == 1
    assert "mara-lund.md" in found.stdout + found.stderr


def test_a_voice_that_says_much_runs_on_to_further_pages():
    said = [f"Word number {number} about the harbour and its wall is spoken" for number in range(120)]
    body = "\n\n".join(f"“{words},” said Mara Lund." for words in said)
    lines = [quotation(body, f"{words},", "Mara Lund", name="Mara Lund") for words in said]
    made = pages_of(analysis(body, id="talk", speakers=[speaker(body, "Mara Lund")], quotations=lines))
    numbered = [made["voices/mara-lund.md"], made["voices/mara-lund/2.md"], made["voices/mara-lund/3.md"]]
    assert [page.count(".bf-quote }") for page in numbered] == [50, 50, 20]
