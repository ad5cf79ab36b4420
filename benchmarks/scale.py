"""Build a large site in a temporary folder and print its time, memory and sizes: ``python benchmarks/scale.py [N]``.

Prints the seconds (wall clock, and of this process's and its workers' processor) and the peak memory of each phase;
a second run with nothing changed and one with one article changed; the number of pages, the largest of each kind and
the ten largest of all, against what a page may weigh. The articles are N invented ones (2,000 unless told), or those
of a JSON Lines file: ``--articles FILE``. With ``--keep FOLDER`` the site stays there to be looked at.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import resource
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from topic_briefings.build import generate
from topic_briefings.mkdocs_edge.building import build_site
from topic_briefings.mkdocs_edge.options import load_settings

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[1]
MOST_ARTICLE, MOST_LIST = 40_000, 120_000
"""Bytes of HTML that an article's page, and any other page, may have."""
GIVEN = (
    "Mary",
    "Paul",
    "Ann",
    "John",
    "Ruth",
    "Omar",
    "Aiko",
    "Lucas",
    "Nina",
    "Ivan",
    "Leila",
    "Hugo",
    "Grace",
    "Tariq",
    "Elena",
    "Victor",
)
FAMILY = (
    "Akindele",
    "Brouwer",
    "Castellan",
    "Drummond",
    "Eriksholm",
    "Falkner",
    "Grabowitz",
    "Hashimori",
    "Ilunga",
    "Jankov",
    "Kettering",
)
PLACES = (
    "Japan",
    "Canada",
    "Kenya",
    "Brazil",
    "France",
    "India",
    "Norway",
    "Chile",
    "Egypt",
    "Vietnam",
    "Ghana",
    "Poland",
    "Peru",
    "Turkey",
    "Mexico",
)
TRADES = (
    ("energy", "the grid operator", "power prices", "electricity from the new reactors"),
    ("health", "the health ministry", "hospital waiting lists", "vaccines against measles"),
    ("trade", "the trade ministry", "import tariffs", "exports of grain and steel"),
    ("courts", "the supreme court", "the corruption trial", "judges and prosecutors"),
    ("football", "the football association", "the cup final", "a goal in the last minute"),
    ("climate", "the weather service", "the floods", "rain and rising rivers"),
)
OUTLETS = ("Harbour Gazette", "Northern Wire", "The Orchard Post", "Evening Lantern")


class Clock:
    """A progress display that prints nothing and notes when each phase of a run began."""

    def __init__(self) -> None:
        self.began: list[tuple[str, float, float, int]] = []

    def note(self, doing: str) -> None:
        """A phase begins, or the run is over."""
        self.began.append((doing, time.perf_counter(), _processor(), _memory()))

    def __call__(self, items: Iterable[T], doing: str, total: int | None) -> Iterable[T]:
        """The same items."""
        del total
        self.note(doing)
        return items

    def phases(self) -> Iterator[str]:
        """A line a phase."""
        for (doing, wall, processor, _), (_, later, used, memory) in zip(self.began, self.began[1:], strict=False):
            yield f"  {doing:18} {later - wall:7.1f} s, processor {used - processor:7.1f} s, peak so far {memory:5} MB"


def _processor() -> float:
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def _memory() -> int:
    """The most memory, in MB, that this process has had."""
    unit = 1 if sys.platform == "darwin" else 1024  # bytes on a Mac, kilobytes elsewhere
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit // 1_000_000


def invented(count: int) -> Iterator[dict[str, str]]:
    """``count`` articles on made-up people in real countries, the same ones every time."""
    chance = random.Random(1)  # noqa: S311 - articles, not secrets
    for number in range(count):
        field, body, matter, detail = chance.choice(TRADES)
        place, other = chance.sample(PLACES, 2)
        day = dt.date(2025, 1, 1) + dt.timedelta(days=chance.randrange(365))
        people = [f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}" for _ in range(3)]
        paragraphs = [
            f"{place} said on {day:%A} that {matter} would change after {chance.randrange(2, 90)} weeks of talks "
            f"with {other}, {body} announced.",
            *(
                f"“We have waited {chance.randrange(2, 40)} years for {detail}, and case {chance.randrange(10_000)} "
                f"shows why,” said {person}, an adviser to {body} in {place}. The plan on {matter} would cost "
                f"{chance.randrange(2, 900)} million, {person.split()[1]} added, and {other} would pay a third of it."
                for person in people
                for _ in range(2)
            ),
            f"Critics in {other} said the {field} plan came too late. A vote is expected in {day:%B}.",
        ]
        yield {
            "id": f"invented-{number:06}",
            "title": f"{place} and {other} at odds over {matter}, file {number}",
            "text": "\n\n".join(paragraphs),
            "date": day.isoformat(),
            "outlet": chance.choice(OUTLETS),
        }


def make_site(folder: Path, count: int, articles: Path | None) -> Path:
    """A site in ``folder``; its articles stand in ``seeds/articles.jsonl``."""
    seeds = folder / "seeds"
    seeds.mkdir(parents=True)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    if articles:
        shutil.copyfile(articles, seeds / "articles.jsonl")
    else:
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in invented(count))
        (seeds / "articles.jsonl").write_text("".join(lines), encoding="utf-8")
    return folder / "mkdocs.yml"


def change_one(seeds: Path) -> None:
    """Put one sentence more into the first article."""
    lines = (seeds / "articles.jsonl").read_text(encoding="utf-8").split("\n")
    row = json.loads(lines[0])
    row["text"] += "\n\nA last sentence was added to this article."
    lines[0] = json.dumps(row, ensure_ascii=False)
    (seeds / "articles.jsonl").write_text("\n".join(lines), encoding="utf-8")


def run(title: str, config: Path) -> None:
    """One run of the generator, and what it took."""
    clock = Clock()
    report = generate(load_settings(config), progress=clock)
    clock.note("done")
    files = report.files
    print(
        f"{title}: {report.articles:,} articles, {report.quotations:,} quotations, {report.voices:,} voices; ", end=""
    )
    print(f"{len(files.written):,} files written, {len(files.removed):,} removed, {len(files.unchanged):,} unchanged")
    print("\n".join(clock.phases()))


def weigh(site: Path) -> None:
    """Print the number of pages and the largest ones."""
    kinds: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for file in site.rglob("*.html"):
        path = file.relative_to(site).as_posix()
        lists = path.count("/") < 2 or path.startswith("articles/pages/")
        kinds["top and lists" if lists else path.split("/")[0]].append((file.stat().st_size, path))
    pages = sorted((page for found in kinds.values() for page in found), reverse=True)
    print(f"{len(pages):,} pages, {sum(size for size, _ in pages) / 1e6:,.1f} MB of HTML")
    for kind, found in sorted(kinds.items()):
        sizes = sorted(size for size, _ in found)
        print(f"  {kind:14} {len(sizes):6,} pages, median {sizes[len(sizes) // 2]:7,} bytes, largest {sizes[-1]:7,}")
    print("The ten largest:")
    for size, path in pages[:10]:
        print(f"  {size:8,}  {path}")
    articles = [page for page in kinds.get("articles", []) if page[0] > MOST_ARTICLE]
    lists = [page for page in pages if page[0] > MOST_LIST]
    print(f"{len(articles)} articles above {MOST_ARTICLE:,} bytes, {len(lists)} pages above {MOST_LIST:,}")


def main() -> None:
    """Run it all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=2000, help="how many articles to invent")
    parser.add_argument("--articles", type=Path, help="a JSON Lines file to take instead")
    parser.add_argument("--keep", type=Path, help="a new folder for the site, which is kept")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        config = make_site(options.keep or Path(folder) / "site", options.count, options.articles)
        run("First run", config)
        run("Nothing changed", config)
        change_one(config.parent / "seeds")
        run("One article changed", config)
        clock = Clock()
        clock.note("Building the site")
        site = build_site(config)
        clock.note("done")
        print("\n".join(clock.phases()))
        weigh(site)


if __name__ == "__main__":
    main()
