"""Weigh what tells for a point: ``python benchmarks/points.py --sheets FILE … --articles FILE … [--by N]``.

Reads sheets of ``reading.py`` that somebody judged and the articles they are of (JSON Lines, ``.gz`` too), finds the
first sentence that was printed of each article as its point or its opening, and prints the weights of
``extractors/gist.py`` anew, each with how many of the sentences that have the sign were right. Below stands, for
several bounds, how many of the sentences that reach them are right, and what share of the articles has one: each group
of sheets judged by the weights of the others. Sheets hold text of articles, and stay where they are.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from reading import Item, read
from statements import Matrix, Vector, articles, fitted

from topic_briefings.extractors.gist import Sign, signs, telling
from topic_briefings.models import Article
from topic_briefings.text.datelines import without_dateline
from topic_briefings.text.document import Document

BOUNDS = (0.5, 1.0, 1.2, 1.3, 1.4, 1.6, 2.0)
Row = tuple[int, bool, frozenset[Sign]]


def found(article: Article, text: str) -> frozenset[Sign] | None:
    """The signs of the sentence of ``article`` that a sheet prints as ``text``; None where it is none that tells."""
    document = Document(article)
    for sentence, place in telling(document).items():
        span = without_dateline(document.body, sentence)
        if " ".join(span.of(document.body).split()) == text:
            return signs(document, span, place)
    return None


def rows(groups: list[list[Path]], files: list[Path]) -> Iterator[Row]:
    """The group of sheets, whether it is right, and the signs of each judged sentence that is found."""
    judged: list[tuple[int, Item]] = []
    for group, sheets in enumerate(groups):
        for sheet in sheets:
            first = {item.article: item for item in reversed(read(sheet)) if item.kind in ("point", "opening")}
            judged.extend((group, item) for item in first.values() if item.verdict)
    texts = articles(files, {item.article for _, item in judged})
    for group, item in judged:
        told = found(texts[item.article], item.item) if item.article in texts else None
        if told is not None:
            yield group, item.verdict == "right", told


def left_out(given: Matrix, right: Vector, groups: Vector) -> Vector:
    """What each sentence tells by the weights of the other groups of sheets."""
    told = np.zeros(len(right))
    for group in np.unique(groups):
        weights = fitted(given[groups != group], right[groups != group])
        told[groups == group] = weights[0] + given[groups == group] @ weights[1:]
    return told


def main() -> None:
    """Print the weights and the curve."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--sheets", type=Path, nargs="+", action="append", required=True, help="a group; may be repeated"
    )
    parser.add_argument("--articles", type=Path, nargs="+", required=True)
    options = parser.parse_args()
    found = list(rows(options.sheets, options.articles))
    given = np.array([[float(sign in told) for sign in Sign] for *_, told in found])
    right = np.array([float(verdict) for _, verdict, _ in found])
    groups = np.array([float(group) for group, *_ in found])
    weights = fitted(given, right)
    print(f"{weights[0]:5.2f}  {int(right.sum())} of {len(right)} right")
    for sign, weight, column in zip(Sign, weights[1:], given.T, strict=True):
        print(f"{weight:5.2f}  {int(right[column > 0].sum()):4d} of {int(column.sum()):4d}  {sign.name}: {sign}")
    told = left_out(given, right, groups)
    for name, chosen in (("all", groups >= 0), ("the last group", groups == groups.max())):
        for bound in BOUNDS:
            kept = chosen & (told >= bound)
            share = kept.sum() / chosen.sum()
            print(
                f"{name}, at {bound}: {100 * right[kept].mean():.1f} % of {kept.sum()} right, {100 * share:.1f} % have"
            )


if __name__ == "__main__":
    main()
