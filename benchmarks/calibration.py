"""How often the speaker is right at each confidence: ``python benchmarks/calibration.py [--set NAME] [--every N]``.

Prints, for quoted stretches of four words or more that the gold set has too, the share of right speakers in each
tenth of confidence, and what is right and what is given at the threshold that pages use.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from benchmarks_io import article, load
from quote_errors import EVAL, MIN_WORDS, scorer

from generator.models import Quotation, Span
from generator.quotes.confidence import THRESHOLD
from generator.quotes.extraction import find
from generator.text.document import Document


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", default="quotes-polnear-train")
    parser.add_argument("--eval", type=Path, default=EVAL)
    parser.add_argument("--every", type=int, default=4)
    options = parser.parse_args()
    score = scorer(options.eval)
    seen: list[tuple[float, bool]] = []
    for doc in load(options.eval / "data" / f"{options.set}.jsonl.gz")[:: options.every]:
        golds = score.gold_quoted_spans(doc, MIN_WORDS)
        for item in find(Document(article(doc))):
            if isinstance(item, Quotation):
                seen.extend(_judged(score, doc["text"], item, golds))
    tenths: dict[int, list[bool]] = defaultdict(list)
    for confidence, right in seen:
        tenths[min(9, int(10 * confidence))].append(right)
    for tenth, rights in sorted(tenths.items()):
        print(
            f"{tenth / 10:.1f}-{tenth / 10 + 0.1:.1f}  {len(rights):5d}  right {100 * sum(rights) / len(rights):5.1f}"
        )
    given = [right for confidence, right in seen if confidence >= THRESHOLD]
    print(f"at {THRESHOLD}: given {100 * len(given) / len(seen):.1f}, right {100 * sum(given) / len(given):.1f}")


def _judged(score, text: str, item: Quotation, golds: list) -> list[tuple[float, bool]]:  # noqa: ANN001
    said = score.name_words(item.speaker.span.of(text)) if item.speaker else []
    out = []
    for fragment in item.fragments:
        span = score.trim(text, fragment.start, fragment.end)
        matching = [truth for place, truth in golds if score.overlap(span, place) >= 0.5]
        if matching and len(Span(*span).of(text).split()) >= MIN_WORDS:
            out.append((item.confidence, bool(set(said) & set(score.name_words(matching[0])))))
    return out


if __name__ == "__main__":
    main()
