"""What an edition says has changed since the one before it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import analysis, country
from topic_briefings.gathering.copies import fold
from topic_briefings.gathering.editions import advance, changes, dumps, loads
from topic_briefings.models import Entry, Filing, Ledger, Report

MONDAY, TUESDAY = dt.date(2026, 11, 16), dt.date(2026, 11, 17)


def report(identity: str, body: str = "Kenya voted.", date: dt.date = MONDAY, code: str = "KE") -> Report:
    made = analysis(
        body, id=identity, headline=identity.title(), published=date, countries=[country(body, code, "Kenya")]
    )
    [(kept, copies)] = fold([made])
    return Report(analysis=kept, copies=copies, lines=(), related=())


FIRST = advance(None, [report("vote"), report("dam")], MONDAY)


def test_a_first_edition_has_nothing_to_compare_with() -> None:
    assert changes(FIRST) is None


def test_generating_again_changes_nothing() -> None:
    again = advance(FIRST, [report("vote"), report("dam")], MONDAY)
    assert again == FIRST
    second = advance(FIRST, [report("vote"), report("count", date=TUESDAY)], TUESDAY)
    assert advance(second, [report("vote"), report("count", date=TUESDAY)], TUESDAY) == second


def test_new_corrected_and_withdrawn_articles_are_told_apart() -> None:
    second = advance(FIRST, [report("vote", "Kenya voted twice."), report("count", date=TUESDAY)], TUESDAY)
    found = changes(second)
    assert found is not None
    assert (found.since, found.new, found.corrected, found.withdrawn) == (MONDAY, ("count",), ("vote",), ("Dam",))


def test_a_correction_on_the_same_day_still_compares_with_the_edition_before() -> None:
    second = advance(FIRST, [report("vote"), report("dam"), report("count", date=TUESDAY)], TUESDAY)
    corrected = advance(
        second, [report("vote", "Kenya voted late."), report("dam"), report("count", date=TUESDAY)], TUESDAY
    )
    found = changes(corrected)
    assert found is not None
    assert (found.since, found.new, found.corrected) == (MONDAY, ("count",), ("vote",))


def test_an_article_that_moves_to_another_country_is_new_there_and_gone_here() -> None:
    moved = advance(FIRST, [report("vote", code="UG"), report("dam"), report("x", date=TUESDAY)], TUESDAY)
    kenya, uganda = changes(moved, "KE"), changes(moved, "UG")
    assert kenya is not None
    assert kenya.withdrawn == ("Vote",)
    assert uganda is not None
    assert uganda.new == ("vote",)
    assert changes(moved, "JP") is None


filings = st.none() | st.builds(
    Filing, digest=st.text("0123456789abcdef", max_size=16), shelves=st.lists(st.text(max_size=5)).map(tuple)
)
dates = st.none() | st.dates()
ledgers = st.builds(
    Ledger,
    date=dates,
    since=dates,
    entries=st.lists(st.builds(Entry, id=st.text(), headline=st.text(), now=filings, then=filings), max_size=4).map(
        tuple
    ),
)


@given(ledger=ledgers)
def test_a_ledger_survives_the_way_to_disk(ledger: Ledger) -> None:
    assert loads(dumps(ledger)) == ledger


@pytest.mark.parametrize("text", ["", "{}", "<<<<<<< HEAD\n", '{"edition": null, "since": null}\n[]', '{"edition": 3}'])
def test_a_damaged_ledger_only_costs_the_comparison(text: str) -> None:
    assert loads(text) is None
