"""Figures of an article, and what the reports of one story make of them."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import analysis, article
from topic_briefings.extractors.figures import extract
from topic_briefings.gathering.figures import figures
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Figures, Report, Toll
from topic_briefings.text.document import Document

CASES = Path(__file__).parent / "cases" / "figures" / "en.txt"


def found(body, language="en"):
    return list(extract(Document(article(body, language=language)), Knowledge()))


def line(figure, body):
    told = [word for word, holds in ((figure.toll, figure.toll), ("at least", figure.least)) if holds]
    parts = [
        " ".join(f"{value:g}" if value < 1e6 else str(int(value)) for value in figure.values),
        figure.span.of(body),
    ]
    return " | ".join(parts + ([" ".join(told)] if told else []))


def cases():
    for case in CASES.read_text(encoding="utf-8").split("== ")[1:]:
        title, body, *expected = case.strip().split("\n")
        yield pytest.param(body, [line[2:] for line in expected], id=title)


@pytest.mark.parametrize(("body", "expected"), list(cases()))
def test_the_figures_are(body, expected):
    assert [line(figure, body) for figure in found(body)] == expected


def test_german_prints_its_thousands_with_a_point():
    body = "Die Werft liefert 1.250 Boote und 2,5 Millionen Schrauben."
    assert [figure.values for figure in found(body, "de")] == [(1250.0,), (2500000.0,)]


def test_a_language_without_its_words_has_none():
    assert found("La presa costó 300 millones de dólares y 12 muertos.", "es") == []


NUMBERS = st.lists(st.from_regex(r"[1-9]{1,3}([ ,.][1-9]{1,3}){0,3}( boats)?", fullmatch=True)).map(" ".join)


@given(st.one_of(st.text(st.sampled_from("12,. tok-$"), max_size=80), NUMBERS), st.sampled_from(["en", "de"]))
@settings(deadline=None)
def test_any_text_has_them_in_order_and_inside(body, language):
    spans = [figure.span for figure in found(body, language)]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(body) for span in spans)


# ------------------------------------------------------------------ over the reports of a story


def report(identity, outlet, body, published="2026-11-03"):
    made = analysis(body, id=identity, outlet=outlet, published=published)
    made = replace(made, figures=tuple(extract(Document(made.article), Knowledge())))
    return Report(analysis=made, copies=(), lines=(), related=())


def told(*reports) -> Figures:
    return figures(reports)


def test_two_outlets_that_count_the_same_agree():
    gathered = told(
        report("a", "River Post", "The raid on the harbour brought 313 crates of cigarettes to light, police said."),
        report("b", "Tarn Courier", "Officers carried 313 crates of smuggled cigarettes out of a shed at the harbour."),
    )
    assert [[given.report.article.id for given in agreed.given] for agreed in gathered.agreed] == [["a", "b"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The harbour handled 313 crates of oranges on Monday.", "Officers of the harbour police seized 400 crates."),
        ("The harbour handled 313 crates of oranges.", "The choir of Tarn sold 313 tickets for its summer night."),
    ],
)
def test_other_numbers_and_other_things_do_not_agree(one, other):
    assert told(report("a", "River Post", one), report("b", "Tarn Courier", other)).agreed == ()


def test_a_copied_sentence_is_no_second_witness():
    words = "The raid on the harbour brought 313 crates of cigarettes to light, police said."
    assert told(report("a", "River Post", words), report("b", "Tarn Courier", words)).agreed == ()


def test_one_outlet_does_not_agree_with_itself():
    gathered = told(
        report("a", "River Post", "The raid on the harbour brought 313 crates of cigarettes to light, police said."),
        report("b", "River Post", "Officers carried 313 crates of smuggled cigarettes out of a shed at the harbour."),
    )
    assert gathered.agreed == ()


def test_tolls_that_differ_stand_side_by_side_by_date():
    gathered = told(
        report("b", "Tarn Courier", "The quake killed 15 people in the valley.", published="2026-11-04"),
        report("a", "River Post", "At least 12 people were killed when the earth shook."),
    )
    [(toll, entries)] = gathered.tolls
    assert toll is Toll.KILLED
    assert [(e.report.article.id, e.figure.values[0], e.figure.least) for e in entries] == [
        ("a", 12, True),
        ("b", 15, False),
    ]


def test_the_dead_of_one_side_are_no_update_of_the_others():
    gathered = told(
        report("a", "River Post", "The army said that it killed 1,500 Tarnish soldiers at the pass."),
        report("b", "Tarn Courier", "Rebels killed 15,000 Ilvian Guards in a week.", published="2026-11-04"),
        report("c", "Hill Times", "Shells killed 200 in the town.", published="2026-11-05"),
    )
    assert gathered.tolls == ()


def test_tolls_of_one_side_stand_side_by_side():
    gathered = told(
        report("a", "River Post", "The army said that it killed 1,500 Tarnish soldiers at the pass."),
        report("b", "Tarn Courier", "Rebels killed 1,800 Tarnish soldiers, a herald said.", published="2026-11-04"),
    )
    [(toll, entries)] = gathered.tolls
    assert toll is Toll.KILLED
    assert [entry.figure.values[0] for entry in entries] == [1500, 1800]


def test_tolls_that_are_the_same_are_not_shown_as_differing():
    gathered = told(
        report("b", "Tarn Courier", "The quake killed 12 people in the valley.", published="2026-11-04"),
        report("a", "River Post", "At least 12 people were killed when the earth shook."),
    )
    assert gathered.tolls == ()
