"""Plain text as people paste it: ``tests/cases/reading/plain.txt``."""

from __future__ import annotations

from pathlib import Path

import pytest

from topic_briefings.models import Article
from topic_briefings.reading import read_file

CASES = Path(__file__).parents[1] / "cases" / "reading" / "plain.txt"


def cases() -> list[object]:
    found = CASES.read_text(encoding="utf-8").split("\n=== ")[1:]
    return [pytest.param(case.partition("\n")[2], id=case.partition("\n")[0]) for case in found]


@pytest.mark.parametrize("case", cases())
def test_case(case: str, tmp_path: Path) -> None:
    text, _, expected = case.rpartition("\n---\n")
    path = tmp_path / "case.txt"
    path.write_text(text, encoding="utf-8")
    (article,) = read_file(path, "case.txt")
    assert isinstance(article, Article)
    fields = dict(row.split(":", 1) for row in expected.strip().splitlines())
    count, _, ends = fields.pop("body").strip().partition(": ")
    first, last = ends.split(" … ") if " … " in ends else (ends, ends)
    assert {name: value.strip() for name, value in fields.items()} == {
        "headline": article.headline,
        "authors": " | ".join(article.authors),
        "outlet": article.outlet or "",
        "published": str(article.published or ""),
    }
    assert (article.body.count("\n\n") + 1, article.body[: len(first)], article.body[-len(last) :]) == (
        int(count),
        first,
        last,
    )


def test_the_seed_is_read_as_its_issue_promises() -> None:
    seed = Path(__file__).parents[2] / "seeds" / "canada-japan-intelligence-sharing.txt"
    (article,) = read_file(seed, "seeds/canada-japan-intelligence-sharing.txt")
    assert isinstance(article, Article)
    assert article.headline.startswith("Canada, Japan begin formal talks")
    assert (article.authors, article.outlet, article.published) == (("Dylan Robertson",), "Canadian Press", None)
    assert article.body.endswith("nuclear energy.")
    (notice,) = article.notices
    assert notice.code == "undated"
    assert notice.message == "The article carries no date; “Tuesday” cannot be placed."
    assert notice.span is not None
    assert notice.span.of(article.body) == "Tuesday"


BYLINES = [
    row.split("\t")
    for row in (CASES.parent / "bylines.tsv").read_text(encoding="utf-8").splitlines()
    if not row.startswith("#")
]


@pytest.mark.parametrize("row", BYLINES, ids=[row[0] for row in BYLINES])
def test_lines_between_headline_and_text(row: list[str], tmp_path: Path) -> None:
    lines, authors, outlet, published = (*row, "", "", "")[:4]
    text = "The bridge at Vell opened on Monday after three years.\n\n“It holds,” said engineer Mona Lark.\n"
    path = tmp_path / "case.txt"
    path.write_text("\n".join(["Bridge at Vell opens", "", *lines.split(" // "), "", text]), encoding="utf-8")
    (article,) = read_file(path, "case.txt")
    assert isinstance(article, Article)
    if authors == "-":
        assert article.body.startswith(lines)
        return
    assert article.body.startswith("The bridge at Vell")
    assert {"authors": " | ".join(article.authors), "outlet": article.outlet or ""} == {
        "authors": authors.strip(),
        "outlet": outlet,
    }
    assert str(article.published or "") == published


FIRST_PARAGRAPHS = [
    row.split(" // ")
    for row in (CASES.parent / "first_paragraphs.txt").read_text(encoding="utf-8").splitlines()
    if not row.startswith("#")
]


@pytest.mark.parametrize("row", FIRST_PARAGRAPHS, ids=[row[1] for row in FIRST_PARAGRAPHS])
def test_the_paragraph_below_a_byline_is_no_author(row: list[str], tmp_path: Path) -> None:
    byline, first = row
    path = tmp_path / "case.txt"
    path.write_text(f"A mill\n\n{byline}\n\n{first}\n\n“It turns,” said Ida Brandt. People danced.\n", encoding="utf-8")
    (article,) = read_file(path, "case.txt")
    assert isinstance(article, Article)
    assert len(article.authors) == 1
    assert article.body.startswith(first)
