"""Whether sites of real articles are published: ``python benchmarks/sites.py --eval FOLDER [--html]``.

Draws, by a seed, sites of 1, 3, 100 and 1,000 articles from every set in FOLDER (``*.jsonl.gz``, a document a line
with ``id`` and ``text``), generates each from that one file and verifies it; with ``--html`` those of at most 100
articles are also built by MkDocs and their HTML is verified. Prints a line a set and size: how many sites were built,
how many refused, how many articles left out, and why. Ends with 1 when a site is refused.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from topic_briefings.build import generate, verify
from topic_briefings.errors import BriefingsError
from topic_briefings.mkdocs_edge.building import build_site
from topic_briefings.mkdocs_edge.options import load_settings

SIZES = (1, 3, 100, 1_000)
SMALL = 100
"""Sites of more articles are drawn once, and not built by MkDocs."""
CONFIG = (
    "site_name: Drawn\nuse_directory_urls: true\ntheme:\n  name: material\n  font: false\nplugins:\n  - briefings\n"
)


@dataclass(slots=True)
class Tally:
    """What became of the sites of one set and size."""

    built: int = 0
    refused: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def documents(path: Path) -> list[dict[str, Any]]:
    """The documents of a set that are articles."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    return [doc for doc in found if "text" in doc and "id" in doc]


def drawn(docs: Sequence[dict[str, Any]], size: int, draws: int, rng: random.Random) -> Iterator[list[dict[str, Any]]]:
    """``draws`` sites of ``size`` articles; the whole set once where it has no more."""
    for _ in range(draws if size < min(SMALL, len(docs)) else 1):
        yield rng.sample(docs, min(size, len(docs)))


def try_site(docs: Sequence[dict[str, Any]], tally: Tally, *, html: bool) -> None:
    """Generate, verify and build a site of ``docs`` in a folder of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "seeds").mkdir()
        lines = (json.dumps(doc, ensure_ascii=False) + "\n" for doc in docs)
        (folder / "seeds" / "drawn.jsonl").write_text("".join(lines), encoding="utf-8", newline="\n")
        (folder / "mkdocs.yml").write_text(CONFIG)
        try:
            settings = load_settings(folder / "mkdocs.yml")
            tally.left_out += map(str, generate(settings).errors)
            problems = [str(problem) for problem in verify(settings).problems]
            if not problems and html:
                site = build_site(folder / "mkdocs.yml")
                problems = [str(problem) for problem in verify(settings, site=site).problems]
        except (BriefingsError, SystemExit) as error:
            problems = str(error).splitlines()
        except Exception as error:  # noqa: BLE001 - a crash is a finding like any other
            problems = [f"{type(error).__name__}: {error}"]
        tally.built += not problems
        if problems:
            tally.refused.append(f"{docs[0]['id']} … {problems[0]} ({len(problems)} in all)")


def reason(error: str) -> str:
    """Why an article was left out, without its place and name."""
    return re.sub(r'"[^"]*"', '"…"', error.partition(": ")[2])


def main() -> None:
    """Draw the sites and print what became of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", type=Path, required=True, help="a folder of sets, as *.jsonl.gz")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--draws", type=int, default=4, help="sites of less than 100 articles, a set and size")
    parser.add_argument("--sets", default="", help="only the sets whose names begin so")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--html", action="store_true", help="build the small ones with MkDocs, too")
    options = parser.parse_args()
    refused = 0
    print(f"{'set':40}{'size':>6}{'sites':>7}{'built':>7}{'refused':>9}{'left out':>10}{'seconds':>9}")
    for path in sorted(options.eval.glob(f"{options.sets}*.jsonl.gz")):
        docs, before = documents(path), 0
        for size in map(int, options.sizes.split(",")):
            if len(docs) <= before:  # the whole set was drawn already
                continue
            before = min(size, len(docs))
            rng = random.Random(f"{options.seed} {path.name} {size}")  # noqa: S311 - no secret
            tally, began = Tally(), time.perf_counter()
            for site in drawn(docs, size, options.draws, rng):
                try_site(site, tally, html=options.html and size <= SMALL)
            refused += len(tally.refused)
            row = (before, tally.built + len(tally.refused), tally.built, len(tally.refused), len(tally.left_out))
            head = path.name.removesuffix(".jsonl.gz")
            columns = "".join(f"{value:>{width}}" for value, width in zip(row, (6, 7, 7, 9, 10), strict=True))
            print(f"{head:40}{columns}{time.perf_counter() - began:9.1f}", flush=True)
            for line in tally.refused:
                print(f"    refused: {line}", flush=True)
            for why, count in Counter(map(reason, tally.left_out)).most_common():
                print(f"    left out, {count} times: {why}", flush=True)
    print(f"{refused} refused")
    sys.exit(1 if refused else 0)


if __name__ == "__main__":
    main()
