"""The page of a country that articles only name."""

from __future__ import annotations

from tests.sites import settings_of
from topic_briefings.build import generate

ABOUT_NORWAY = """Norway closes its ferries
Norway closed its ferries on Monday. Norway has talks with Denmark, Iceland, Sweden and Finland. Oslo wants more boats.
"""


def page(tmp_path, country: str) -> str:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "ferries.txt").write_text(ABOUT_NORWAY, encoding="utf-8")
    settings = settings_of(tmp_path)
    generate(settings)
    return (settings.docs / "countries" / f"{country}.md").read_text(encoding="utf-8")


def test_it_says_at_the_top_that_no_article_is_about_it_and_heads_nothing_that_is_empty(tmp_path):
    text = page(tmp_path, "iceland")
    assert "No article is about it; these only mention it." in text.partition("\n## ")[0]
    assert "## Sources" not in text


def test_one_that_an_article_is_about_says_no_such_thing(tmp_path):
    text = page(tmp_path, "norway")
    assert "No article is about it" not in text
    assert "## Sources" in text
