"""Whom an article names: fathers and sons, families, offices that are given names, small words of surnames."""

from __future__ import annotations

import pytest

from tests.factories import article
from topic_briefings.extractors import analyse
from topic_briefings.knowledge import Knowledge


def speakers(body):
    return {speaker.name for speaker in analyse(article(body), Knowledge()).speakers}


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (
            "Mayor Anton B. Lund spoke. “The quay is safe,” said Anton Lund Jr., an engineer of the harbour.",
            "Anton Lund Jr.",
        ),
        ("Anton Lund spoke of his father. “The quay is safe,” said Anton Lund Sr., a retired pilot.", "Anton Lund Sr."),
        ("“The quay is safe,” said Sofie in 't Hout, a pilot of the harbour.", "Sofie in 't Hout"),
        ("Oke Lind, dean of the college, came. “The quay is safe,” Dean Lind said.", "Oke Lind"),
    ],
)
def test_the_speaker_is(body, name):
    assert name in speakers(body)


def test_a_jr_is_the_one_who_was_named_without_it_where_nothing_tells_them_apart():
    body = "Anton B. Lund wrote for years. “The quay is safe,” said Anton B. Lund Jr. in March."
    assert len(speakers(body)) == 1


@pytest.mark.parametrize(
    ("body", "nobody"),
    [
        ("Ana Lund spoke first. The Lunds said the quay was safe. “It is safe,” Lund said.", "Lunds"),
        ("Mayor Bo Ek has been called a Republican Lund. “It is safe,” said Ek.", "Republican Lund"),
        ("Dam bill stalls. The General Assembly said on Monday that it would wait for the mayor.", "Assembly"),
    ],
)
def test_no_form_of_the_speakers_is(body, nobody):
    found = analyse(article(body), Knowledge()).speakers
    forms = {spelling.form for one in found if len(one.spellings) > 1 for spelling in one.spellings}
    assert nobody not in forms | {one.name for one in found if nobody != "Lunds"}
