"""The promises of the sample collection, as its README gives them."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
import yaml

from topic_briefings.models import Article
from topic_briefings.reading import read_folder

ARTICLES = Path(__file__).parent / "articles"
KEYS = {"title", "author", "outlet", "url", "published", "language"}
UNDATED = {"bhutan-monastery-murals-restored", "sample-wire-luxembourg-voting"}
SHORTEST, LONGEST = 180, 600


def files(suffix: str) -> list[Path]:
    return sorted(path for path in ARTICLES.glob(f"*{suffix}") if path.name != "README.md")


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    found = list(read_folder(ARTICLES, "tests/articles"))
    assert all(isinstance(item, Article) for item in found)
    return [item for item in found if isinstance(item, Article)]


def front_matter(path: Path) -> dict[str, object]:
    found = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
    assert isinstance(found, dict)
    return found


def test_there_are_at_least_sixty_in_four_formats(articles: list[Article]) -> None:
    assert len(articles) >= 60
    assert all(files(suffix) for suffix in (".md", ".txt", ".html", ".jsonl"))


@pytest.mark.parametrize("path", files(".md"), ids=lambda path: path.stem)
def test_front_matter_has_the_known_keys_and_marks_a_sample(path: Path) -> None:
    given = front_matter(path)
    assert set(given) == KEYS
    outlet = str(given["outlet"])
    assert outlet == "Sample Wire" or outlet.endswith("(sample)")


@pytest.mark.parametrize("path", files(".txt"), ids=lambda path: path.stem)
def test_a_text_says_in_its_outlet_line_that_it_is_a_sample(path: Path) -> None:
    rows = path.read_text(encoding="utf-8").splitlines()
    credits = [row for row in (*rows[1:5], *rows[-4:]) if len(row) < 80]
    assert any("Sample" in row for row in credits)


@pytest.mark.parametrize("path", files(".html"), ids=lambda path: path.stem)
def test_a_web_page_says_in_its_head_that_it_is_a_sample(path: Path) -> None:
    assert '<meta name="sample" content="true">' in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", files(".jsonl"), ids=lambda path: path.stem)
def test_a_record_says_in_its_id_that_it_is_a_sample(path: Path) -> None:
    for row in path.read_text(encoding="utf-8").splitlines():
        assert json.loads(row)["id"].startswith("sample-wire-")


def test_each_is_as_long_as_a_short_news_article(articles: list[Article]) -> None:
    words = {found.id: len(found.body.split()) for found in articles}
    assert {name: count for name, count in words.items() if not SHORTEST <= count <= LONGEST} == {}


def test_each_names_an_outlet_that_is_marked_as_a_sample(articles: list[Article]) -> None:
    assert [found.id for found in articles if "sample" not in (found.outlet or "").casefold()] == []


def test_two_are_undated_and_the_others_lie_in_one_autumn(articles: list[Article]) -> None:
    assert {found.id for found in articles if found.published is None} == UNDATED
    days = [found.published for found in articles if found.published]
    assert dt.date(2026, 10, 1) <= min(days) <= max(days) <= dt.date(2026, 11, 21)


def test_addresses_lead_nowhere(articles: list[Article]) -> None:
    hosts = {found.url.split("/")[2] for found in articles if found.url}
    assert hosts == {"example.org", "example.com"}


def test_three_languages_are_told_apart(articles: list[Article]) -> None:
    assert {found.language for found in articles} == {"en", "de", "fr"}
