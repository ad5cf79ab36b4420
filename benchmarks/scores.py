"""Print every figure of quality and speed: ``python benchmarks/scores.py [TASK, SET or BENCHMARK …]``.

Prints one table a set, with the extractor's own speed on one core: articles a second of processor time, the best of
three passes after one that fills the tables (cutting and extraction, no reading, no pages), and the mean length of the
set's articles, which differs from set to set.
Where the folder is not there it says which sets are missing and leaves with 0: the sets are not ours to ship.
``--record`` writes the figures that the site's page "How this is made and how good it is" prints.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from trials import ALL_SPEED, TRIALS, Trial

from topic_briefings.extractors import EXTRACTORS, analyse
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Article
from topic_briefings.pages.kinds.about import FIGURES
from topic_briefings.reading.jsonl import read_records
from topic_briefings.records import record
from topic_briefings.text.document import Document

PASSES = 3
ROOT = Path(__file__).resolve().parents[1]
EVAL = ROOT.parent / "shared" / "eval"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure as the site prints it."""

    figure: str
    of: str
    """How many articles, or other cases, it was measured on."""


Figures = dict[str, Figure]


def articles(gold: Path) -> list[Article]:
    """The articles of a gold file, read as ``briefings extract`` reads them."""
    with gzip.open(gold, "rt", encoding="utf-8") as lines:
        return [item for item in read_records(lines, gold.name) if isinstance(item, Article)]


def speed(found: list[Article], extractor: str) -> str:
    """The speed of one extractor alone on documents that are not yet cut; see the top of this file."""
    extract, knowledge = dict(EXTRACTORS)[extractor], Knowledge()
    seconds = []
    for _ in range(1 + PASSES):
        began = time.process_time()
        for article in found:
            for _ in extract(Document(article), knowledge):
                pass
        seconds.append(time.process_time() - began)
    words = sum(len(article.body.split()) for article in found) / len(found)
    return f"{len(found) / min(seconds[1:]):,.0f} articles of {words:.0f} words a second on one core"


def speed_of_all(found: list[Article]) -> str:
    """The speed of all extractors together, as the command line runs them."""
    knowledge = Knowledge()
    analyse(found[0], knowledge)
    began = time.process_time()
    for article in found:
        analyse(article, knowledge)
    words = sum(len(article.body.split()) for article in found) / len(found)
    each = len(found) / (time.process_time() - began)
    return f"all together: {each:,.0f} articles of {words:.0f} words a second on one core"


def score(trial: Trial, folder: Path) -> Figures:
    """Extract over one set, print its scores, and return those that the site prints."""
    gold = folder / "data" / f"{trial.name}.jsonl.gz"
    if _is_missing(trial.name, gold):
        return {}
    found = articles(gold)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for article in found:
            out.write(json.dumps(record(analyse(article, Knowledge()))) + "\n")
        out.flush()
        printed = _run(str(folder / "score.py"), trial.task, str(gold), out.name)
    printed += f"{speed(found, trial.extractor)}\n"
    if any(pattern == ALL_SPEED for _, pattern in trial.readings):
        printed += f"{speed_of_all(found)}\n"
    print(f"{trial.task} on {trial.name}\n{printed}")
    return _read(trial, printed, f"{len(found):,}")


def run(trial: Trial, folder: Path) -> Figures:
    """Run another benchmark of this folder and return the figures that the site prints."""
    if trial.needs and _is_missing(trial.name, folder / "data" / f"{trial.needs}.jsonl.gz"):
        return {}
    where = ("--eval", str(folder)) if trial.needs else ()
    printed = _run(str(Path(__file__).parent / trial.name), *trial.arguments, *where)
    print(f"{trial.name}\n{printed}")
    of = re.search(trial.of, printed, re.MULTILINE)
    return _read(trial, printed, of[1] if of else "")


def _is_missing(name: str, gold: Path) -> bool:
    if gold.exists():
        return False
    print(f"{name}: missing, there is no such file: {gold}\n")
    return True


def _run(*arguments: str) -> str:
    command = [sys.executable, *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own arguments
    return result.stdout + result.stderr


def _read(trial: Trial, printed: str, of: str) -> Figures:
    found = ((key, re.search(pattern, printed, re.MULTILINE)) for key, pattern in trial.readings)
    return {key: Figure(figure=_grouped(match[1]), of=_grouped(of)) for key, match in found if match}


def _grouped(printed: str) -> str:
    """A whole number with its thousands parted, as the page has them all; anything else as it is."""
    return f"{int(printed):,}" if printed.isdecimal() else printed


def keep(figures: Figures) -> None:
    """Write the figures for the site, with the day and the commit they were measured on."""
    command = ["git", "-C", str(ROOT), "describe", "--always", "--dirty"]
    commit = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603 - our own arguments
    today = dt.datetime.now(dt.UTC).date().isoformat()
    content = {"measured": today, "commit": commit, "figures": {key: asdict(one) for key, one in figures.items()}}
    FIGURES.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{FIGURES.relative_to(ROOT)} written; the site's page prints it after the next run of briefings generate")


def main() -> None:
    """Score the trials of the named tasks, sets or benchmarks; all when none is named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="a task (quotes countries topics …), a set or a benchmark's file")
    parser.add_argument("--eval", type=Path, default=EVAL, help="the folder with data/ and score.py")
    parser.add_argument("--record", action="store_true", help="keep the figures for the site; needs all the sets")
    options = parser.parse_args()
    figures: Figures = {}
    for trial in TRIALS:
        if not options.names or {trial.task, trial.name} & set(options.names):
            figures |= score(trial, options.eval) if trial.task else run(trial, options.eval)
    if options.record:
        missing = [key for trial in TRIALS for key, _ in trial.readings if key not in figures]
        if missing:
            sys.exit(f"nothing was recorded; there is no figure for {', '.join(missing)}")
        keep(figures)


if __name__ == "__main__":
    main()
