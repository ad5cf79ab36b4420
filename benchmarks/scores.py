"""Score the extractors on the public evaluation sets: ``python benchmarks/scores.py [TASK or SET …]``.

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

from generator.extractors import EXTRACTORS, analyse
from generator.knowledge import Knowledge
from generator.models import Article
from generator.pages.about import FIGURES
from generator.reading.jsonl import read_records
from generator.records import record
from generator.text.document import Document

PASSES = 3
ROOT = Path(__file__).resolve().parents[1]
EVAL = ROOT.parent / "shared" / "eval"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A figure of the scorer's output that the site prints: where it stands, and what it means."""

    pattern: str
    asked: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A test set, the scorer's task for it and the extractor that it measures."""

    task: str
    name: str
    extractor: str
    known_as: str
    """The set as the field knows it."""
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure as the site prints it."""

    asked: str
    set: str
    articles: str
    figure: str
    meaning: str


TRIALS = (
    Trial(
        task="quotes",
        name="quotes-polnear-dev",
        extractor="quotations",
        known_as="PolNeAR, development half",
        readings=(
            Reading(
                pattern=r"quoted span, overlap .*F1 +([\d.]+)",
                asked="Quotation found",
                meaning="F1 of the stretches in quotation marks, four words or more",
            ),
            Reading(
                pattern=r"quoted span \+ speaker .*F1 +([\d.]+)",
                asked="Quotation and speaker",
                meaning="F1 when the speaker must be right too; people agree with each other at 92.7",
            ),
            Reading(
                pattern=r"quoted span \+ exact speaker .*F1 +([\d.]+)",
                asked="Quotation and the speaker's every word",
                meaning="F1 when the phrase that names the speaker must match word for word; people 88.6",
            ),
        ),
    ),
    Trial(
        task="statements",
        name="quotes-polnear-dev",
        extractor="quotations",
        known_as="PolNeAR, development half",
        readings=(
            Reading(
                pattern=r"content tokens .*F1 +([\d.]+)",
                asked="What is reported",
                meaning="F1 of the words of every statement, two thirds of them without quotation marks",
            ),
        ),
    ),
    Trial(
        task="quotes",
        name="quotes-german-dev",
        extractor="quotations",
        known_as="German news quotations, development half",
        readings=(
            Reading(
                pattern=r"quoted span, overlap .*F1 +([\d.]+)",
                asked="Quotation found, in German",
                meaning="F1 of the stretches in quotation marks",
            ),
        ),
    ),
    Trial(
        task="countries",
        name="countries-geowebnews",
        extractor="countries",
        known_as="GeoWebNews",
        readings=(
            Reading(
                pattern=r"all countries .*F1 +([\d.]+)",
                asked="Countries of world news",
                meaning="F1 of the set of countries on each article",
            ),
        ),
    ),
    Trial(
        task="countries",
        name="countries-reuters-train",
        extractor="countries",
        known_as="Reuters-21578, training half",
        readings=(
            Reading(
                pattern=r"without the US .*F1 +([\d.]+)",
                asked="Countries of newswire",
                meaning="F1 against the places that editors assigned in 1987, the United States left out",
            ),
        ),
    ),
    Trial(
        task="countries",
        name="countries-lgl",
        extractor="countries",
        known_as="Local-Global Lexicon",
        readings=(
            Reading(
                pattern=r"all countries .*F1 +([\d.]+)",
                asked="Countries of local news",
                meaning="F1 where the country must be told from small towns",
            ),
        ),
    ),
    Trial(
        task="focus",
        name="focus-cliff",
        extractor="countries",
        known_as="CLIFF",
        readings=(
            Reading(
                pattern=r"first ([\d.]+)",
                asked="The country an article is about",
                meaning="share of articles whose main country comes first",
            ),
        ),
    ),
    Trial(
        task="keywords",
        name="keywords-duc2001-dev",
        extractor="keyphrases",
        known_as="DUC-2001, development half",
        readings=(
            Reading(
                pattern=r"F@10 ([\d.]+)",
                asked="Keywords that editors chose",
                meaning="F1 of the first ten, eight a document given; untrained systems reach 28 to 30",
            ),
        ),
    ),
    Trial(
        task="keywords",
        name="keywords-kpcrowd-dev",
        extractor="keyphrases",
        known_as="KPCrowd, development half",
        readings=(
            Reading(
                pattern=r"F@10 ([\d.]+)",
                asked="Keywords that a crowd chose",
                meaning="F1 of the first ten; with fifty given, 33 is the most there is",
            ),
        ),
    ),
    Trial(
        task="topics",
        name="topics-bbc-dev",
        extractor="topics",
        known_as="BBC News, development half",
        readings=(
            Reading(
                pattern=r"classes ([\d.]+)",
                asked="Topic among five",
                meaning="share of articles on the right one of five shelves",
            ),
            Reading(
                pattern=r"first topic right ([\d.]+)",
                asked="Topic among all seventeen",
                meaning="share of articles whose first topic is right",
            ),
        ),
    ),
)


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


def score(trial: Trial, folder: Path) -> list[Figure]:
    """Extract over one set, print its scores, and return those that the site prints."""
    gold = folder / "data" / f"{trial.name}.jsonl.gz"
    if not gold.exists():
        print(f"{trial.name}: missing, there is no such file in {folder / 'data'}\n")
        return []
    found = articles(gold)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for article in found:
            out.write(json.dumps(record(analyse(article, Knowledge()))) + "\n")
        out.flush()
        command = [sys.executable, str(folder / "score.py"), trial.task, str(gold), out.name]
        result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own arguments
    print(f"{trial.task} on {trial.name}\n{result.stdout}{result.stderr}{speed(found, trial.extractor)}\n")
    return [
        Figure(
            asked=reading.asked,
            set=trial.known_as,
            articles=f"{len(found):,}",
            figure=match[1],
            meaning=reading.meaning,
        )
        for reading in trial.readings
        if (match := re.search(reading.pattern, result.stdout))
    ]


def keep(figures: list[Figure]) -> None:
    """Write the figures for the site, with the day and the commit they were measured on."""
    command = ["git", "-C", str(ROOT), "describe", "--always", "--dirty"]
    commit = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603 - our own arguments
    today = dt.datetime.now(dt.UTC).date().isoformat()
    content = {"measured": today, "commit": commit, "figures": [asdict(figure) for figure in figures]}
    FIGURES.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{FIGURES.relative_to(ROOT)} written; the site's page prints it after the next run of briefings generate")


def main() -> None:
    """Score the trials of the named tasks or sets; all when none is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="quotes statements countries focus keywords topics, or a set's name")
    parser.add_argument("--eval", type=Path, default=EVAL, help="the folder with data/ and score.py")
    parser.add_argument("--record", action="store_true", help="keep the figures for the site; needs all the sets")
    options = parser.parse_args()
    figures: list[Figure] = []
    for trial in TRIALS:
        if not options.names or {trial.task, trial.name} & set(options.names):
            figures += score(trial, options.eval)
    if options.record and len(figures) == sum(len(trial.readings) for trial in TRIALS):
        keep(figures)
    elif options.record:
        sys.exit("not all sets were measured; nothing was recorded")


if __name__ == "__main__":
    main()
