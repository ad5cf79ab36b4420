"""Fragments: words left behind a finished sentence are told, and clean text says nothing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import article
from topic_briefings.extractors.fragments import extract
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Article
from topic_briefings.reading import read_folder
from topic_briefings.text.document import Document

HERE = Path(__file__).parent


def notices(body):
    return list(extract(Document(article(body)), Knowledge()))


def cases():
    for case in (HERE / "cases" / "fragments" / "en.txt").read_text(encoding="utf-8").split("== ")[1:]:
        title, body, *expected = case.strip().split("\n")
        yield pytest.param(body, [line[2:] for line in expected], id=title)


@pytest.mark.parametrize(("body", "expected"), list(cases()))
def test_a_fragment_is_told_from_a_sentence(body, expected):
    found = notices(body)
    assert [notice.span.of(body) for notice in found] == expected
    assert all(notice.code == "fragment" and notice.span.of(body) in notice.message for notice in found)


def test_the_sample_articles_have_none():
    for item in read_folder(HERE / "articles"):
        if isinstance(item, Article):
            assert list(extract(Document(item), Knowledge())) == []


@given(st.text(st.sampled_from("aB .!”\n-'")))
def test_any_text_is_read(body):
    for notice in notices(body):
        assert notice.span.of(body).islower()
