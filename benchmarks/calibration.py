"""How often the speaker is right at each confidence: ``python benchmarks/calibration.py [--set NAME] [--half A|B]``.

Prints, for quoted stretches of four words or more that the gold set has too, the share of right speakers in each
twentieth of confidence, and what is right and what is given at the threshold that pages use. ``--table`` prints the
rows of ``knowledge/data/attribution.tsv``: how often each rule is right, by how well its claim fits and how far it
leads, and there by the kind of phrase and of cue. A row needs five cases and is drawn to the row above it as if ten
more had been as right as that one; rules with fewer cases in all are not printed.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks_io import article, half, load, scene_of
from quote_errors import EVAL, MIN_WORDS, scorer

from topic_briefings.extractors.quotes.attribution import statements
from topic_briefings.extractors.quotes.confidence import ANY, THRESHOLD, Basis, basis
from topic_briefings.extractors.quotes.extraction import find
from topic_briefings.models import Quotation, Span
from topic_briefings.text.document import Document

LEAST = 5
DRAWN = 10
Pair = tuple[float, bool]
Row = tuple[str, str, str, str]
"""A rule, the names of a fit and a lead, and a kind of phrase or of cue; each but the first may be empty."""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", default="quotes-polnear-train")
    parser.add_argument("--eval", type=Path, default=EVAL)
    parser.add_argument("--half", choices=("A", "B"))
    parser.add_argument("--table", action="store_true")
    options = parser.parse_args()
    score = scorer(options.eval)
    docs = load(options.eval / "data" / f"{options.set}.jsonl.gz")
    docs = [doc for doc in docs if options.half in (None, half(doc["id"]))]
    if options.table:
        table(score, docs)
        return
    seen: list[Pair] = []
    for doc in docs:
        golds = score.gold_quoted_spans(doc, MIN_WORDS)
        for item in find(Document(article(doc))):
            if isinstance(item, Quotation):
                said = item.speaker.span.of(doc["text"]) if item.speaker else ""
                rights = judged(score, doc["text"], item.fragments, said, golds)
                seen.extend((item.confidence, right) for right in rights)
    reliability(seen)


def reliability(seen: list[Pair]) -> None:
    """Print what is right in each twentieth of confidence, and at some thresholds."""
    steps: dict[int, list[bool]] = defaultdict(list)
    for confidence, right in seen:
        steps[min(19, int(20 * confidence + 1e-9))].append(right)
    for step, rights in sorted(steps.items()):
        low = step / 20
        print(f"{low:.2f}-{low + 0.05:.2f}  {len(rights):5d}  right {100 * sum(rights) / len(rights):5.1f}")
    for threshold in sorted({THRESHOLD, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95}):
        given = [right for confidence, right in seen if confidence >= threshold]
        mark = "  <- pages" if threshold == THRESHOLD else ""
        print(
            f"at {threshold}: given {100 * len(given) / len(seen):.1f}, right {100 * sum(given) / len(given):.1f}{mark}"
        )
    print(f"{len(seen)} quotations")


def judged(score: ModuleType, text: str, fragments: tuple[Span, ...], said: str, golds: list[Any]) -> Iterator[bool]:
    """Whether the speaker is right, for each stretch that the gold set has too."""
    for fragment in fragments:
        span = score.trim(text, fragment.start, fragment.end)
        matching = [truth for place, truth in golds if score.overlap(span, place) >= 0.5]
        if matching and len(Span(*span).of(text).split()) >= MIN_WORDS:
            yield bool(set(score.name_words(said)) & set(score.name_words(matching[0])))


def table(score: ModuleType, docs: list[dict[str, Any]]) -> None:
    """Print the share of right speakers of each rule, and of each pattern of it by kinds of phrase and of cue."""
    cases = [case for doc in docs for case in decided(score, doc)]
    rights: dict[Row, list[bool]] = defaultdict(list)
    for found, right in cases:
        pattern = (str(found.rule), found.fit, found.lead)
        for key in ((found.rule, "", "", ""), (*pattern, ""), (*pattern, str(found.cue)), (*pattern, found.phrase)):
            rights[key].append(right)
    overall = sum(right for _, right in cases) / len(cases)
    for key, seen in sorted(rights.items()):
        if len(seen) >= LEAST:
            print(*key, f"{_drawn(rights, key, overall):.2f}", len(seen), sep="\t")
    for kind in ("cue", "phrase"):
        parts: dict[str, list[tuple[float, bool]]] = defaultdict(list)
        for found, right in cases:
            row = (str(found.rule), found.fit, found.lead, "")
            parts[str(getattr(found, kind))].append((_drawn(rights, row, overall), right))
        for name, pairs in sorted(parts.items()):
            if len(pairs) >= LEAST:
                part = sum(right for _, right in pairs) / sum(share for share, _ in pairs)
                print(ANY, "", "", name, f"{min(part, 1.0):.2f}", len(pairs), sep="\t")


def _drawn(rights: dict[Row, list[bool]], row: Row, overall: float) -> float:
    """The share of a row, drawn to that of the row above it."""
    above = (*row[:3], "") if row[3] else (row[0], "", "", "")
    share = overall if row == above else _drawn(rights, above, overall)
    return (sum(rights[row]) + DRAWN * share) / (len(rights[row]) + DRAWN)


def decided(score: ModuleType, doc: dict[str, Any]) -> Iterator[tuple[Basis, bool]]:
    """What each attribution of a document rests on, and whether it is right."""
    golds = score.gold_quoted_spans(doc, MIN_WORDS)
    scene = scene_of(doc)
    for item in statements(scene):
        said = scene.span(*item.speaker).of(scene.body) if item.speaker else ""
        for right in judged(score, scene.body, tuple(q.stretch.inner for q in item.quoted), said, golds):
            yield basis(scene, item), right


if __name__ == "__main__":
    main()
