"""What may tell for a statement without marks is looked for first, so that what is dear to find is seldom asked."""

from __future__ import annotations

from topic_briefings.extractors.quotes.signs import IN_CLAIM, IN_TEXT, WEIGHTS


def test_what_tells_for_a_statement_is_looked_for_before_what_tells_against_it() -> None:
    assert {sign for sign, weight in WEIGHTS.items() if weight > 0} == {*IN_CLAIM, *IN_TEXT}
