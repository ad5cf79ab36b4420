"""What is reported without marks is weighed alike in every run."""

from __future__ import annotations

from itertools import permutations

import pytest

from topic_briefings.extractors.quotes.signs import Sign, odds


@pytest.mark.parametrize(
    "signs",
    [
        (Sign.LEAD, Sign.ELSEWHERE, Sign.WITHIN),
        (Sign.NOUN, Sign.PLAIN, Sign.WITHIN),
        (Sign.PLAIN, Sign.POINTING, Sign.WITHIN),
        (Sign.LEAD, Sign.PLAIN, Sign.PRONOUN, Sign.WITHIN),
    ],
)
def test_a_statement_at_the_limit_is_as_likely_in_any_order_of_what_tells_of_it(signs: tuple[Sign, ...]) -> None:
    assert {odds(order) for order in permutations(signs)} == {2.2}
