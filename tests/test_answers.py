"""Who answers whom: only what the article says in its own name, with both names beside the verb."""

from pathlib import Path

import pytest

from tests.factories import article
from topic_briefings.extractors import analyse
from topic_briefings.gathering.answers import answers
from topic_briefings.gathering.people import voices
from topic_briefings.knowledge import Knowledge

CASES = Path(__file__).parent / "cases" / "answers" / "en.txt"
MET = "“The harbour is full,” said Mara Lund, the mayor.\n\n“The bill is long,” said Tom Berg, a deputy.\n\n"


def found(body, language="en"):
    analysed = analyse(article(MET + body, language=language), Knowledge())
    members = {member: voice for voice in voices([analysed]) for member in voice.members}
    return list(answers(analysed, members))


def cases():
    for case in CASES.read_text(encoding="utf-8").split("== ")[1:]:
        title, body, *expected = case.strip().split("\n")
        yield pytest.param(body, [line[2:] for line in expected], id=title)


@pytest.mark.parametrize(("body", "expected"), list(cases()))
def test_the_answers_are(body, expected):
    assert [f"{a.by.name} | {a.to.name} | {a.stance.value}" for a in found(body)] == expected


def test_an_answer_shows_its_whole_sentence():
    [answer] = found("It rained. On Monday, Lund rejected Berg's plan for the harbour. Then she left.")
    assert answer.sentence.of(answer.article.body) == "On Monday, Lund rejected Berg's plan for the harbour."


def test_a_language_without_its_verbs_has_none():
    assert found("Lund kritisierte Berg.", "de") == []
