"""Score the extractors on the public evaluation sets: ``python benchmarks/scores.py [TASK …] [--eval FOLDER]``.

Prints one table a set, with the extractor's own speed on one core (reading, cutting and analysis, no pages).
Where the folder is not there it says which sets are missing and leaves with 0: the sets are not ours to ship.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generator.extractors import EXTRACTORS, analyse
from generator.knowledge import Knowledge
from generator.models import Article
from generator.reading.jsonl import read_records
from generator.records import record
from generator.text.document import Document

SETS: tuple[tuple[str, str, str], ...] = (
    ("quotes", "quotes-polnear-dev", "quotations"),
    ("statements", "quotes-polnear-dev", "quotations"),
    ("quotes", "quotes-german-dev", "quotations"),
    ("countries", "countries-geowebnews", "countries"),
    ("countries", "countries-reuters-train", "countries"),
    ("countries", "countries-lgl", "countries"),
    ("focus", "focus-cliff", "countries"),
    ("keywords", "keywords-duc2001-dev", "keyphrases"),
    ("keywords", "keywords-kpcrowd-dev", "keyphrases"),
    ("topics", "topics-bbc-dev", "topics"),
)
EVAL = Path(__file__).resolve().parents[1].parent / "shared" / "eval"


def articles(gold: Path) -> list[Article]:
    """The articles of a gold file, read as ``briefings extract`` reads them."""
    with gzip.open(gold, "rt", encoding="utf-8") as lines:
        return [item for item in read_records(lines, gold.name) if isinstance(item, Article)]


def speed(found: list[Article], extractor: str) -> float:
    """Articles a second of one extractor alone, on one core, on documents that are not yet cut."""
    extract, knowledge = dict(EXTRACTORS)[extractor], Knowledge()
    list(extract(Document(found[0]), knowledge))
    began = time.perf_counter()
    for article in found:
        for _ in extract(Document(article), knowledge):
            pass
    return len(found) / (time.perf_counter() - began)


def score(task: str, name: str, extractor: str, folder: Path) -> None:
    """Extract over one set and print its scores."""
    gold = folder / "data" / f"{name}.jsonl.gz"
    if not gold.exists():
        print(f"{name}: missing, {gold} is not there\n")
        return
    found = articles(gold)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for article in found:
            out.write(json.dumps(record(analyse(article, Knowledge()))) + "\n")
        out.flush()
        command = [sys.executable, str(folder / "score.py"), task, str(gold), out.name]
        result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own arguments
    print(f"{task} on {name}\n{result.stdout}{result.stderr}{speed(found, extractor):.0f} articles/s\n")


def main() -> None:
    """Score the sets of the named tasks; all when none is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tasks", nargs="*", help="quotes statements countries focus keywords topics, or a set's name")
    parser.add_argument("--eval", type=Path, default=EVAL, help="the folder with data/ and score.py")
    options = parser.parse_args()
    for task, name, extractor in SETS:
        if not options.tasks or {task, name} & set(options.tasks):
            score(task, name, extractor, options.eval)


if __name__ == "__main__":
    main()
