"""What is reported without marks is weighed alike in every run."""

from __future__ import annotations

from itertools import permutations

import pytest

from topic_briefings.extractors.quotes.signs import Sign, odds


@pytest.mark.parametrize(
    "signs",
    [
        (Sign.LEAD, Sign.MARKS, Sign.BODY),
        (Sign.LEAD, Sign.ELSEWHERE, Sign.ADDS),
        (Sign.PLAIN, Sign.POINTING, Sign.ADDS),
        (Sign.ELSEWHERE, Sign.PLAIN, Sign.WITHIN),
    ],
)
def test_a_statement_at_the_limit_is_as_likely_in_any_order_of_what_tells_of_it(signs: tuple[Sign, ...]) -> None:
    assert {odds(order) for order in permutations(signs)} == {2.0}
