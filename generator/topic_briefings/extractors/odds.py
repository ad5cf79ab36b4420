"""How signs are weighed: a logistic regression on verdicts, its weights rounded, as a sum."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

T = TypeVar("T")


def odds(alone: float, weights: Mapping[T, float], found: Iterable[T]) -> float:
    """The logarithm of the odds that something is right of which all that was ``found`` is so.

    ``alone`` is that of which nothing is so, ``weights`` what each sign adds or takes. Rounded to the digit that the
    weights have: the last bit of a sum hangs on its order, and a set has none.
    """
    return round(alone + sum(weights[sign] for sign in found), 1)
