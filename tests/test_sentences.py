"""Sentences: a cut inside a name or a word is mended, every other cut stays."""

from __future__ import annotations

import pytest

from topic_briefings.models import Span
from topic_briefings.text.sentences import sentences


@pytest.mark.parametrize(
    "expected",
    [
        ("The mill closed.", "Nobody was told."),
        ("The chief executive, Ms. Tarrant, agreed.", "Ms. Obi did not."),
        ("Rep. Ada Pell, D-N.D., voted against it.", "So did Sen. Ruiz, R-N.H., in the end."),
        ("The homes were built in Harrisburg, Pa.", "Grant Pell, of Lititz, said the law is wrong."),
        ("It is an outsider-vs.-insider race.", "Both know it."),
        ("They met in the U.S.", "The talks failed."),
        ("Ask Dr. Lund.",),
        ("The walk begins at 6 p.m. Friday in the park.", "All may come."),
        ("It shut at 9:30 a.m. Nov. 3 for good.",),
        ("The doors open at 6 p.m.", "The walk begins later."),
        ("They led a poll of Ahoy! magazine readers.", "Nobody else did."),
        ("It was over!", "They left."),
        (
            'Ana Lund said "this may be the worst year... and for many towns.',
            '"Many people will lose their future in a few seconds."',
            'She warned that "the effects may be bad" because of it.',
        ),
        ("The walk traces L.A.'s mills.", "Its guide names 'the old city' twice.", "All may come."),
    ],
    ids=lambda found: found[0],
)
def test_sentences(expected: tuple[str, ...]) -> None:
    text = " ".join(expected)
    assert tuple(s.of(text) for s in sentences(text, Span(0, len(text)), "en")) == expected


@pytest.mark.parametrize(
    "expected",
    [
        ("Sie traf in der 38. Minute.", "Dann war Schluss."),
        ("Die Messe beginnt am Donnerstag, 12. Mai, in Tarn.",),
        ("Das Haus ist aus dem 19. Jahrhundert.",),
        ("Er wurde 38.", "Minuten später ging er."),
        ("Sie fuhr zum 100.000. Mal um die Insel.", "Dann hielt sie."),
        ("Das war 2015.", "Seit dem Herbst steht es leer."),
    ],
    ids=lambda found: found[0],
)
def test_a_german_number_that_counts_ends_no_sentence(expected: tuple[str, ...]) -> None:
    text = " ".join(expected)
    assert tuple(s.of(text) for s in sentences(text, Span(0, len(text)), "de")) == expected


def test_a_title_at_the_very_end_still_ends_a_sentence() -> None:
    text = "They call her Dr."
    assert [s.of(text) for s in sentences(text, Span(0, len(text)), "en")] == [text]


def test_a_paragraph_without_end_is_cut_as_its_sentences_are() -> None:
    sentence = "The mill of Vell, which nobody had asked for, closed on the third of May."
    text = " ".join([sentence] * 600)
    assert {s.of(text) for s in sentences(text, Span(0, len(text)), "en")} == {sentence}


@pytest.mark.parametrize("marks", ["“a ", "“\"'‘«", "我。"], ids=["opening marks", "mixed marks", "Chinese"])
def test_a_long_paragraph_is_cut_whole(marks: str) -> None:
    text = marks * 60_000
    assert sum(len(s.of(text)) for s in sentences(text, Span(0, len(text)), "en")) >= len(text) - 1
