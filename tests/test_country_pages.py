"""The page of a country that articles only name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.factories import analysis, country
from tests.sites import settings_of
from topic_briefings.build import generate
from topic_briefings.gathering import gather
from topic_briefings.pages import render
from topic_briefings.settings import parse

ABOUT_NORWAY = """Norway closes its ferries
Norway closed its ferries on Monday. Norway has talks with Denmark, Iceland, Sweden and Finland. Oslo wants more boats.
"""


def page(tmp_path, name: str) -> str:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "ferries.txt").write_text(ABOUT_NORWAY, encoding="utf-8")
    settings = settings_of(tmp_path)
    generate(settings)
    return (settings.docs / "countries" / f"{name}.md").read_text(encoding="utf-8")


def test_it_says_at_the_top_that_no_article_is_about_it_and_heads_nothing_that_is_empty(tmp_path):
    text = page(tmp_path, "iceland")
    assert "No article is about it; these only mention it." in text.partition("\n## ")[0]
    assert "## Sources" not in text


def test_one_that_an_article_is_about_says_no_such_thing(tmp_path):
    text = page(tmp_path, "norway")
    assert "No article is about it" not in text
    assert "## Sources" in text


def test_articles_come_first_where_no_line_tells_what_happened():
    settings = parse({}, root=Path())
    body = "Norway waits for its boats."
    edition = gather([analysis(body, countries=[country(body, "NO", "Norway")])], settings)
    edition = replace(edition, countries=tuple(replace(one, openings=()) for one in edition.countries))
    [text] = [page.content.decode() for page in render(edition, settings) if page.path == "countries/norway.md"]
    assert next(line for line in text.splitlines() if line.startswith("## ")) == "## Articles {: #articles }"
