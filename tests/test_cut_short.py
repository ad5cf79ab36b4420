"""An article may end anywhere, within a sentence as well: every rule that looks ahead finds nothing there, no error."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import article
from tests.sites import SAMPLES
from topic_briefings.extractors import analyse
from topic_briefings.models import Article
from topic_briefings.reading import read_folder

_WORDS = re.compile(r"\w+|[^\w\s]")


@pytest.mark.parametrize(
    "body",
    [
        "The council was told by Ana Barasa",
        "Ana Barasa said the port was full. Nobody met Ana Barasa, the secretary of the port and",
        "Ana Barasa said that the bridge of Tarn will open in the spring -",
        "Ana Barasa said that the bridge of Tarn will open in the spring – though",
        "“It tells you that",
        "The port was closed, but mayor Ana Barasa spoke to reporters and said",
        "The report was changed to include comments",
        "Ana Barasa’s campaign manager, Bo Ek, will speak.\n\nBarasa",
    ],
)
def test_a_text_may_end_where_a_rule_looks_on(body):
    assert analyse(article(f"{body}.", language="en")).article.body.startswith(body)
    assert analyse(article(body, language="en")).article.body == body


@cache
def samples() -> list[Article]:
    return [found for found in read_folder(SAMPLES, "tests/articles") if isinstance(found, Article)]


@settings(max_examples=150)
@given(st.data())
def test_an_article_may_end_behind_any_word(data):
    whole = data.draw(st.sampled_from(samples()), label="article")
    paragraphs = whole.body.split("\n\n")
    last = data.draw(st.integers(0, len(paragraphs) - 1), label="paragraph")
    end = data.draw(st.sampled_from([word.end() for word in _WORDS.finditer(paragraphs[last])]), label="cut at")
    body = "\n\n".join([*paragraphs[max(0, last - 2) : last], paragraphs[last][:end]])
    assert analyse(replace(whole, body=body)).article.body == body
