"""What is too large is left out and named in one message, and costs little time and memory to find out."""

from __future__ import annotations

import gzip
import io
import json
import os
from pathlib import Path

import pytest

from topic_briefings.errors import ArticleError
from topic_briefings.models import Article
from topic_briefings.reading import html_limits, jsonl, read_file, read_folder
from topic_briefings.reading.jsonl import read_stream
from topic_briefings.reading.limits import Limits

GOOD = json.dumps({"title": "Ferry is shared", "text": "Both towns agreed to share one ferry."})
SMALL = Limits(characters=1_000, bytes=10_000)


def said(folder: Path, limits: Limits = SMALL) -> list[str]:
    return [str(item) for item in read_folder(folder, limits=limits) if isinstance(item, ArticleError)]


def articles(folder: Path, limits: Limits = SMALL) -> list[Article]:
    return [item for item in read_folder(folder, limits=limits) if isinstance(item, Article)]


def packed(file: Path, text: str) -> None:
    with gzip.open(file, "wt", encoding="utf-8", compresslevel=1) as lines:
        lines.write(text)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl"])
def test_an_article_that_is_too_long_is_left_out_in_every_format(tmp_path: Path, name: str) -> None:
    words = "Both towns agreed to share one ferry. " * 30
    page = f"<html><body><article><h1>Ferry is shared</h1><p>{words}</p></article></body></html>"
    row = json.dumps({"title": "Ferry is shared", "text": words})
    text = {"html": page, "jsonl": row}.get(name.split(".")[1], f"Ferry is shared\n\n{words}")
    (tmp_path / name).write_text(text)
    (message,) = said(tmp_path)
    assert "characters, more than the 1,000 that an article may have; split it, or allow more with" in message
    assert len(articles(tmp_path, Limits())) == 1


@pytest.mark.parametrize("field", ["id", "title", "authors", "outlet", "dateline", "url", "date"])
def test_whatever_is_stated_of_an_article_counts_too(tmp_path: Path, field: str) -> None:
    long: object = ["Ines Okoro"] * 500 if field == "authors" else "x" * 3_000
    (tmp_path / "a.jsonl").write_text(json.dumps({"title": "Ferry is shared", "text": "One ferry.", field: long}))
    assert "more than the" in said(tmp_path)[0]


def test_a_text_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("[" * 2_001)
    assert said(tmp_path) == [
        "seeds/a.md: holds 2,001 characters, more than the 2,000 that an article may have; "
        'split it, or allow more with "longest_article:" in mkdocs.yml'
    ]


@pytest.mark.parametrize("pack", [False, True], ids=["plain", "packed"])
def test_much_that_is_wrong_with_one_file_is_one_message(tmp_path: Path, pack: bool) -> None:
    text = "no article\n" * 500 + GOOD
    if pack:
        packed(tmp_path / "a.jsonl.gz", text)
    else:
        (tmp_path / "a.jsonl").write_text(text)
    (message,) = said(tmp_path)
    assert ":1: the line is not JSON, and 499 more are left out; write {" in message
    assert len(articles(tmp_path)) == 1


def test_a_little_that_is_wrong_is_told_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("no article\n" * 20)
    assert len(said(tmp_path)) == 20


def test_one_article_again_and_again_is_one_message(tmp_path: Path) -> None:
    row = GOOD.replace("{", '{"id": "a", ', 1)
    (tmp_path / "a.jsonl").write_text(f"{row}\n" * 500)
    (message,) = said(tmp_path)
    assert message.startswith('seeds/a.jsonl:2: the article\'s id "a" is taken by seeds/a.jsonl, and 498 more')


@pytest.mark.parametrize("row", ["\n", "junk\n"], ids=["empty", "junk"])
def test_lines_without_end_that_hold_no_article_are_not_read_to_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: str
) -> None:
    monkeypatch.setattr(jsonl, "_IN_VAIN", 1_000)
    packed(tmp_path / "a.jsonl.gz", f"{GOOD}\n" + row * 3_000 + GOOD)
    (message,) = said(tmp_path)
    assert "no article stands on 1,000 lines in a row, so the rest is not read" in message
    assert len(articles(tmp_path)) == 1


def test_one_line_without_end_is_not_read_to_its_end(tmp_path: Path) -> None:
    packed(tmp_path / "a.jsonl.gz", "a" * 200_000)
    assert said(tmp_path) == [
        "seeds/a.jsonl.gz:1: the line has no end, so the rest is not read; "
        'write {"id": …, "title": …, "text": …} on one line'
    ]


def test_a_line_that_is_too_long_leaves_the_others_their_numbers() -> None:
    rows = io.StringIO(f"{'a' * 25_000}\nno article\n{GOOD}\n")
    first, second, third = read_stream(rows, "wire.jsonl", limits=SMALL)
    assert str(first).startswith("wire.jsonl:1: the line is too long for one article")
    assert str(second).startswith("wire.jsonl:2: the line is not JSON")
    assert isinstance(third, Article)
    assert third.line == 3


def test_a_small_file_that_unpacks_to_a_huge_one_is_not_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jsonl, "_UNPACKED", 20_000)
    monkeypatch.setattr(jsonl, "_PACKED", 2)
    packed(tmp_path / "a.jsonl.gz", f"{GOOD}\n" * 1_000)
    (message,) = said(tmp_path)
    assert message.startswith("seeds/a.jsonl.gz:")
    assert "unpacks to more than 2 times its size, so the rest is not read; split it, or unpack it" in message
    assert 200 < len(articles(tmp_path)) < 300


@pytest.mark.parametrize(
    ("inside", "problem"),
    [
        ("<p>word</p>" * (html_limits.ELEMENTS + 1), "has more than 50,000 elements"),
        ("<p " + " ".join(f"a{n}='x>'" for n in range(1_001)) + ">word</p>", "has an element with more than 1,000"),
        ("<div>" * 300, "has elements in elements, more than 250 deep"),
        (
            "<p>" + "<a href='b'>word</a> " * 2_001 + "</p>",
            "has an element with more than 2,000 links, headings or words",
        ),
    ],
    ids=["elements", "attributes", "depth", "links"],
)
def test_a_page_of_too_much_markup_is_left_out(tmp_path: Path, inside: str, problem: str) -> None:
    (tmp_path / "a.html").write_text(f"<html><body>{inside}</body></html>")
    (message,) = said(tmp_path, Limits())
    assert problem in message


def test_a_device_a_pipe_and_a_link_to_one_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipe.txt")
    assert said(tmp_path) == [
        "seeds/pipe.txt: is not a file; put a copy of the article there instead",
        "seeds/zero.txt: is a link to what is no file; put a copy of the article there instead",
    ]
    for name in ("zero.txt", "pipe.txt"):
        (found,) = read_file(tmp_path / name, name)
        assert "is not a file" in str(found)
