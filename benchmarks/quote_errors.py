"""Print the misses on a gold set of quotations by class: ``python benchmarks/quote_errors.py [CLASS] [options]``.

Classes: ``region`` (a stretch missed or cut otherwise), ``extra`` (a stretch nobody speaks), ``none`` (no speaker
given), ``wrong`` (another speaker), ``long`` (the right one, but more or fewer words), ``right``.
Without a class only the counts are printed, with the accuracy of each rule. The texts are not ours to ship.
"""

from __future__ import annotations

import argparse
import importlib.util
from collections import Counter, defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks_io import half, load, records

EVAL = Path(__file__).resolve().parents[1].parent / "shared" / "eval"
MIN_WORDS = 4
Miss = tuple[str, str, str]


def scorer(folder: Path) -> ModuleType:
    """The scorer beside the data."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"{folder / 'score.py'} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judge(  # noqa: C901 - a table of error classes reads best in one place
    score: ModuleType, doc: dict[str, Any], found: dict[str, Any]
) -> list[tuple[str, str, Any, Any, Any]]:
    """Each gold and each found stretch with its class, the rule that gave the speaker, and both speakers."""
    golds = score.gold_quoted_spans(doc, MIN_WORDS)
    preds = []
    for quote in found["quotations"]:
        if quote["kind"] == "indirect":
            continue
        for start, end in quote["fragments"]:
            span = score.trim(doc["text"], start, end)
            if len(doc["text"][slice(*span)].split()) >= MIN_WORDS:
                preds.append((span, (quote["speaker"] or {}).get("text"), quote))
    pairs = sorted(
        ((score.overlap(p[0], g[0]), i, j) for i, p in enumerate(preds) for j, g in enumerate(golds)), reverse=True
    )
    used: dict[int, int] = {}
    taken: set[int] = set()
    for share, i, j in pairs:
        if share >= 0.5 and i not in used and j not in taken:
            used[i] = j
            taken.add(j)
    out = [("region", "-", golds[j][0], golds[j][1], None) for j in range(len(golds)) if j not in taken]
    for i, (span, said, quote) in enumerate(preds):
        if i not in used:
            out.append(("extra", quote["how"], span, None, said))
            continue
        truth = golds[used[i]][1]
        a, b = score.name_words(said), score.name_words(truth)
        if a == b:
            kind = "right"
        elif not a:
            kind = "none"
        elif set(a) & set(b):
            kind = "long"
        else:
            kind = "wrong"
        out.append((kind, quote["how"], span, truth, said))
    return out


def print_scores(counts: Counter[str]) -> None:
    """F1 of the quoted spans, with their speaker, and with the speaker's every word."""
    found = sum(counts[kind] for kind in ("right", "long", "none", "wrong"))
    both = 2 * found + counts["region"] + counts["extra"]
    for name, hits in (
        ("span", found),
        ("span + speaker", counts["right"] + counts["long"]),
        ("span + exact speaker", counts["right"]),
    ):
        print(f"{name}: F1 {200 * hits / both:.1f}")


def main() -> None:
    """Count the classes and print examples of one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", nargs="?")
    parser.add_argument("--set", default="quotes-polnear-train")
    parser.add_argument("--eval", type=Path, default=EVAL)
    parser.add_argument("--every", type=int, default=4, help="take every so many documents")
    parser.add_argument("--skip", type=int, default=0)
    parser.add_argument("--half", choices=("A", "B"), help="take one half of the set, by the documents' ids")
    parser.add_argument("--show", type=int, default=40)
    options = parser.parse_args()
    score = scorer(options.eval)
    docs = load(options.eval / "data" / f"{options.set}.jsonl.gz")[options.skip :: options.every]
    docs = [doc for doc in docs if options.half in (None, half(doc["id"]))]
    counts: Counter[str] = Counter()
    rules: dict[str, Counter[str]] = defaultdict(Counter)
    examples: list[str] = []
    for doc, found in zip(docs, records(docs), strict=True):
        for kind, how, span, truth, said in judge(score, doc, found):
            counts[kind] += 1
            rules[how][kind] += 1
            if kind == options.kind:
                text = doc["text"]
                left, right = text[max(0, span[0] - 160) : span[0]], text[span[1] : span[1] + 160]
                inside = text[slice(*span)]
                inside = inside if len(inside) < 90 else f"{inside[:40]} … {inside[-40:]}"
                line = f"{doc['id'][:40]} [{how}] gold={truth!r} ours={said!r}\n    {left}[[{inside}]]{right}"
                examples.append(line.replace("\n\n", " ¶ "))
    print(dict(counts.most_common()))
    print_scores(counts)
    for how, tally in sorted(rules.items()):
        known = sum(tally.values())
        print(
            f"{how:12s} {known:5d}  right or long {100 * (tally['right'] + tally['long']) / known:5.1f}  {dict(tally)}"
        )
    step = max(1, len(examples) // options.show)
    print("\n".join(examples[::step][: options.show]))


if __name__ == "__main__":
    main()
