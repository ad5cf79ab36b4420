"""Score whom speakers are resolved to, on the cases of tests/cases/quotations: ``python benchmarks/resolution.py``.

Prints B³ (Bagga and Baldwin 1998) over the statements of each case, and every statement given to another person. The
cases guard the tests too, so all are right; ``benchmarks/GAINS.md`` says how many were right the first time.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.quotation_cases import cases, quotation_of

NOBODY = "nobody"


def b_cubed(gold: Sequence[str], given: Sequence[str]) -> tuple[float, float]:
    """Summed precision and recall of one case; ``nobody`` is a cluster of its own every time."""
    gold = [f"{name} {at}" if name == NOBODY else name for at, name in enumerate(gold)]
    given = [f"{name} {at}" if name == NOBODY else name for at, name in enumerate(given)]
    precision = recall = 0.0
    for at in range(len(gold)):
        same_gold = {k for k in range(len(gold)) if gold[k] == gold[at]}
        same_given = {k for k in range(len(gold)) if given[k] == given[at]}
        precision += len(same_gold & same_given) / len(same_given)
        recall += len(same_gold & same_given) / len(same_gold)
    return precision, recall


def main() -> None:
    """Score and list the misses."""
    total = right = merged = 0
    precision = recall = 0.0
    for case in cases("resolution.txt"):
        gold = [name for _, name in case.expected]
        given = []
        for words, name in case.expected:
            quotation = quotation_of(case.text, words)
            said = (quotation and quotation.speaker and quotation.speaker.name) or NOBODY
            given.append(said)
            if said != name:
                print(f"{case.title}: {words!r} is by {name}, given to {said}")
        p, r = b_cubed(gold, given)
        precision, recall, total = precision + p, recall + r, total + len(gold)
        right += sum(a == b for a, b in zip(gold, given, strict=True))
        merged += any(
            g == h != NOBODY and a != b
            for a, g in zip(gold, given, strict=True)
            for b, h in zip(gold, given, strict=True)
        )
    p, r = 100 * precision / total, 100 * recall / total
    print(f"{total} statements: named right {100 * right / total:.1f}")
    print(f"B³ precision {p:.1f} recall {r:.1f} F1 {2 * p * r / (p + r):.1f}; cases that merge two people: {merged}")


if __name__ == "__main__":
    main()
