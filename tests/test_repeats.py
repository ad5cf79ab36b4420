"""Sentences that stand twice in a text are told, once."""

import pytest

from tests.factories import article
from topic_briefings.extractors.repeats import extract
from topic_briefings.knowledge import Knowledge
from topic_briefings.text.document import Document

LONG = "“The dam above Vell held through the night,” the harbour master told the crew of the ferry."


def told(body):
    return [(notice.message, notice.span.of(body)) for notice in extract(Document(article(body)), Knowledge())]


@pytest.mark.parametrize("between", [" ", " Nobody slept. ", "\n\nNobody slept.\n\n"])
def test_a_long_sentence_that_returns_is_told_by_its_first_words(between):
    [(message, shown)] = told(f"It rained. {LONG}{between}{LONG} And a third time: {LONG}")
    assert message == f"One sentence stands twice in the text: “{shown} …”."
    assert shown == "The dam above Vell held through"


def test_of_several_sentences_that_return_the_first_is_told_and_their_number():
    other = "Nobody on the quay of Vell had slept, and the baker had given his bread to the crew for nothing."
    [(message, shown)] = told(f"{LONG} {other}\n\n{LONG} {other}")
    assert message == f"At least 2 sentences stand twice in the text, the first of them: “{shown} …”."
    assert shown == "The dam above Vell held through"


@pytest.mark.parametrize(
    "body",
    [
        LONG,
        f"{LONG} {LONG.replace('night', 'day')}",
        "The dam held. " * 9,
        "",
        LONG.upper() + " " + LONG,
        f"{LONG} Image: Ida Penn. {LONG}",
        f"{LONG}\n\nNobody slept. {LONG}",
    ],
)
def test_what_is_said_once_or_shortly_is_no_repeat(body):
    assert told(body) == []
