"""Measure how much of each saved page's article is read: ``python benchmarks/html_reading.py [--eval FOLDER]``.

Prints precision, recall and F1 over runs of four tokens, averaged over pages, as the article extraction benchmark
(AEB) defines them, and how often the pages' own metadata gave a headline, an author, an outlet and a date.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import tempfile
import time
from collections import Counter
from pathlib import Path

from topic_briefings.models import Article
from topic_briefings.reading import read_file

EVAL = Path(__file__).resolve().parents[1].parent / "shared" / "eval"
FIELDS = ("headline", "authors", "outlet", "published", "url")
_TOKEN = re.compile(r"\w+")


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Every run of four tokens in ``text``, with its count; of a shorter text, the whole."""
    tokens = _TOKEN.findall(text)
    return Counter(tuple(tokens[i : i + 4]) for i in range(max(1, len(tokens) - 3)))


def compare(found: str, wanted: str) -> tuple[float, float]:
    """Precision and recall of the shingles of ``found``."""
    have, want = shingles(found), shingles(wanted)
    both = sum((have & want).values())
    return both / max(1, sum(have.values())), both / max(1, sum(want.values()))


def main() -> None:
    """Read every page and print the means."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--eval", type=Path, default=EVAL, help="the folder with data/")
    parser.add_argument("--pages", action="store_true", help="print a line a page")
    options = parser.parse_args()
    gold = options.eval / "data" / "html-aeb-dev.jsonl.gz"
    if not gold.exists():
        print(f"{gold} is not there")
        return
    scores, given, began = [], Counter[str](), time.perf_counter()
    with gzip.open(gold, "rt", encoding="utf-8") as lines, tempfile.TemporaryDirectory() as folder:
        for row in map(json.loads, lines):
            path = Path(folder) / f"{row['id']}.html"
            path.write_bytes(gzip.decompress((gold.parent / row["html"]).read_bytes()))
            (item,) = read_file(path, path.name)
            body = item.body if isinstance(item, Article) else ""
            scores.append(compare(body, row["text"]))
            if isinstance(item, Article):
                given.update(name for name in FIELDS if getattr(item, name))
            if options.pages:
                shown = "{:.2f} {:.2f}".format(*scores[-1])
                print(row["id"], shown, row["url"][:70], "" if body else item)
    precision, recall = (sum(column) / len(scores) for column in zip(*scores, strict=True))
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{len(scores)} pages  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
    print(", ".join(f"{name} on {count}" for name, count in given.most_common()))
    print(f"{len(scores) / (time.perf_counter() - began):.0f} pages/s")


if __name__ == "__main__":
    main()
