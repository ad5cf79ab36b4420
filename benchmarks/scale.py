"""What large sites cost, step by step: ``python benchmarks/scale.py 1000 3000``.

For each number of articles a site is made in a temporary folder, and each step is run as a person runs it, in a process
of its own: generating from nothing, with nothing changed, with one article changed and with one more; ``briefings
build`` from nothing and after one change; plain MkDocs with the same theme and extensions on the same pages, without a
search; and ``briefings serve``, from saving an article until the page shows it.
Printed are processor seconds, of the process and all that it starts, seconds on the clock, and the most memory of one
process, as a table, with the parts of each step below it.

The articles are plausible ones (``plausible.py``), or with ``--articles`` the first of a JSON Lines file, or the files
of a folder; such may be private, since nothing of them is printed. ``--keep FOLDER`` keeps the sites, ``--table FILE``
appends the table to a file with the date and the commit, ``--weigh`` prints the sizes of pages too, ``--workers N`` has
N processes where otherwise there are as many as cores.
"""

from __future__ import annotations

import argparse
import datetime as dt
import http.client
import json
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

from plausible import plausible

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[1]
MOST_ARTICLE, MOST_LIST = 40_000, 120_000
"""Bytes of HTML that an article's page, and any other page, may have."""
DEADLINE = 3600
ADDED = "\n\n“The sentence numbered {} was added to this article,” said Ada Lindholm, the harbour master."


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one step or a part of it took."""

    name: str
    processor: float
    wall: float
    memory: int = 0
    """MB, of the largest process so far."""


# ------------------------------------------------------------------ inside the process that is measured


class Clock:
    """A progress display that prints nothing and notes when each part of a run began."""

    def __init__(self) -> None:
        self._began: list[tuple[str, float, float]] = []

    def note(self, doing: str) -> None:
        """A part begins, or the run is over."""
        self._began.append((doing, time.perf_counter(), _processor()))

    def __call__(self, items: Iterable[T], doing: str, total: int | None) -> Iterable[T]:
        """The same items."""
        del total
        self.note(doing)
        return items

    def parts(self) -> Iterator[Cost]:
        """What each took."""
        for (doing, wall, processor), (_, later, used) in zip(self._began, self._began[1:], strict=False):
            yield Cost(name=doing.lower(), processor=used - processor, wall=later - wall)


def _processor() -> float:
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def _memory() -> int:
    unit = 1 if sys.platform == "darwin" else 1024  # bytes on a Mac, kilobytes elsewhere
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return most * unit // 1_000_000


def measured(config: Path, step: str) -> None:
    """Do a step here and print what its parts took, as JSON."""
    clock = Clock()
    clock.note("starting")
    from topic_briefings.build import generate
    from topic_briefings.mkdocs_edge.options import load_settings

    settings = load_settings(config)
    outcome = generate(settings, progress=clock, recorded=step == "generate")
    if step == "build":
        from topic_briefings.errors import AlteredError
        from topic_briefings.mkdocs_edge.building import build_site
        from topic_briefings.store.checks import remembered
        from topic_briefings.verifying import Verification

        clock.note("Verifying pages")
        with remembered(settings) as checks:
            verification = Verification(settings, memory=checks)
            problems = list(verification.run().problems)
        clock.note("MkDocs and search")

        def approve(site: Path) -> None:
            clock.note("Verifying the site")
            with remembered(settings) as checks, suppress(AlteredError):
                verification.refuse_site(site, checks)
            problems.extend(verification.problems)
            clock.note("Publishing")

        build_site(config, approve)
        if problems:  # what is measured is the time; that the site would not be published is said all the same
            print(f"{len(problems)} problems, the first: {problems[0].kind}", file=sys.stderr)
    clock.note("done")
    files = {"written": len(outcome.files.written), "articles": outcome.articles}
    parts = [[cost.name, cost.processor, cost.wall] for cost in clock.parts()]
    print(json.dumps({"parts": parts, "memory": _memory(), **files}))


# ------------------------------------------------------------------ the site


def rows_of(given: Path | None, count: int) -> Iterator[dict[str, object]]:
    """``count`` articles: of the file that is ``given``, or plausible ones."""
    if given is None:
        return (dict(row) for row in plausible(count))
    with given.open(encoding="utf-8") as lines:
        return iter([json.loads(line) for line in islice(lines, count)])


def make_site(folder: Path, count: int, given: Path | None, workers: int = 0) -> Path:
    """A site in ``folder``, its articles in files of their own; gives its configuration."""
    seeds = folder / "seeds"
    seeds.mkdir(parents=True)
    own = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(own.replace("# workers: 0", f"workers: {workers}"), encoding="utf-8")
    if given is not None and given.is_dir():
        for file in islice(sorted(file for file in given.rglob("*") if file.is_file()), count):
            target = seeds / file.relative_to(given)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
    else:
        for number, row in enumerate(rows_of(given, count)):
            file = seeds / f"{number // 1000:03}" / f"{number:06}.jsonl"
            file.parent.mkdir(exist_ok=True)
            file.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    return folder / "mkdocs.yml"


def middle(folder: Path) -> tuple[Path, str]:
    """The article that is changed, the one in the middle of those that have a page, and the address of that."""
    records = (folder / "docs/data/articles.jsonl").read_text(encoding="utf-8").splitlines()
    rows = sorted((json.loads(row) for row in records), key=lambda row: row["source"])
    row = rows[len(rows) // 2]
    return folder / row["source"], f"/{row['page'].removesuffix('.md')}/"


def change(file: Path, number: int) -> None:
    """Put one sentence more into an article."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".jsonl":
        row = json.loads(text.partition("\n")[0])
        row["text"] += ADDED.format(number)
        text = json.dumps(row, ensure_ascii=False) + "\n" + text.partition("\n")[2]
    else:
        text = text.rstrip() + ADDED.format(number) + "\n"
    file.write_text(text, encoding="utf-8")


def add(seeds: Path) -> None:
    """One article more."""
    row = {"id": "added", "title": "One more", "text": "Japan and Canada said on Monday that talks on gas began."}
    (seeds / "added.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")


# ------------------------------------------------------------------ the steps


def run(name: str, config: Path, step: str) -> tuple[Cost, list[Cost], int]:
    """One step in a process of its own; gives what it took, and its parts, and how many files it wrote."""
    cost, said = timed(name, [__file__, "--measured", str(config), step])
    told = json.loads(said.splitlines()[-1])
    parts = [Cost(name=part, processor=used, wall=took) for part, used, took in told["parts"]]
    return replace(cost, memory=told["memory"]), parts, told["written"]


def timed(name: str, arguments: list[str]) -> tuple[Cost, str]:
    """A Python of its own with ``arguments``; gives what it took and what it wrote."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}  # Material's notice
    command = [sys.executable, *arguments]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=quiet)  # noqa: S603 - what is measured
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(name=name, processor=sum(after[:2]) - sum(before[:2]), wall=wall), done.stdout


def plain(folder: Path) -> tuple[Cost, list[Cost], int]:
    """Plain MkDocs on the pages of the site in ``folder``: our theme and extensions, no plugin, no search."""
    from topic_briefings.mkdocs_edge.configuration import EXTENSIONS

    config = folder / "plain.yml"
    told = {"site_name": "Plain", "site_dir": "plain", "plugins": [], "markdown_extensions": list(EXTENSIONS)}
    theme = {"name": "material", "features": ["content.tooltips", "navigation.tabs", "navigation.top", "toc.follow"]}
    nav = [path.relative_to(folder / "docs").as_posix() for path in sorted((folder / "docs").glob("*/index.md"))]
    config.write_text(json.dumps({**told, "theme": theme, "nav": ["index.md", *nav]}), encoding="utf-8")
    cost, _ = timed("plain MkDocs, the same pages", ["-m", "mkdocs", "build", "--quiet", "-f", str(config)])
    return cost, [], 0


STEPS = ("generate", "build", "plain", "serve")


def steps(config: Path, wanted: Collection[str] = STEPS) -> Iterator[tuple[Cost, list[Cost], int]]:
    """Each step after the other; generating is always among them."""
    yield run("generate, from nothing", config, "generate")
    changed, page = middle(config.parent)
    yield run("generate, nothing changed", config, "generate")
    change(changed, 1)
    yield run("generate, one article changed", config, "generate")
    change(changed, 2)
    yield run("generate, one changed again", config, "generate")
    add(config.parent / "seeds")
    yield run("generate, one article more", config, "generate")
    if "build" in wanted:
        yield run("build, from nothing", config, "build")
        change(changed, 3)
        yield run("build, one article changed", config, "build")
    if "plain" in wanted:
        yield plain(config.parent)
    for cost in served(config, changed, page) if "serve" in wanted else ():
        yield cost, [], 0


def served(config: Path, changed: Path, page: str) -> Iterator[Cost]:
    """``briefings serve``: until the site is there, and then three times from saving an article until it is shown."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(config), "--dev-addr", f"127.0.0.1:{port}"]
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - MkDocs
    try:
        used = _until(process, port, page, "")
        yield Cost(name="serve, until the site is there", processor=used, wall=time.perf_counter() - began)
        for number in (11, 12, 13):
            time.sleep(3)  # the server looks twice a second whether anything changed
            before, began = _used(process), time.perf_counter()
            change(changed, number)
            used = _until(process, port, page, f"numbered {number} was added")
            yield Cost(name="serve, an edit until shown", processor=used - before, wall=time.perf_counter() - began)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:  # a shell that runs this in the background lets nobody be interrupted
            process.kill()
            process.wait()


def _until(process: subprocess.Popen[bytes], port: int, path: str, words: str) -> float:
    """Wait until the page has ``words``; gives the processor seconds of the server until then."""
    end = time.perf_counter() + DEADLINE
    while time.perf_counter() < end:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=DEADLINE)
        with suppress(OSError, http.client.HTTPException):
            connection.request("GET", path)
            answer = connection.getresponse()
            if answer.status == http.HTTPStatus.OK and words in answer.read().decode("utf-8", "replace"):
                return _used(process)
        time.sleep(0.05)
    raise SystemExit(f"{path} was not shown within {DEADLINE} seconds")


def _used(process: subprocess.Popen[bytes]) -> float:
    """The processor seconds of a process that still runs, and of those that it waited for; 0 where no one says it."""
    try:
        numbers = Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return sum(map(int, numbers[11:15])) / os.sysconf("SC_CLK_TCK")
    except OSError:
        return 0.0


# ------------------------------------------------------------------ what is printed


def table(count: int, found: list[tuple[Cost, list[Cost], int]]) -> Iterator[str]:
    """The steps of a site of ``count`` articles as rows."""
    for cost, _, written in found:
        files = f"{written:,}" if written else ""
        memory = f"{cost.memory:,}" if cost.memory else ""
        yield f"| {count:,} | {cost.name} | {cost.processor:.1f} | {cost.wall:.1f} | {memory} | {files} |"


HEAD = ("| articles | step | processor, s | clock, s | MB | files written |", "|---|---|---|---|---|---|")


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
    articles = [page for page in kinds.get("articles", []) if page[0] > MOST_ARTICLE]
    lists_above = [page for page in pages if page[0] > MOST_LIST]
    print(f"{len(articles)} articles above {MOST_ARTICLE:,} bytes, {len(lists_above)} pages above {MOST_LIST:,}")


def commit() -> str:
    """The commit that is measured, with a plus where files differ from it."""
    done = subprocess.run(["git", "describe", "--always", "--dirty=+"], cwd=ROOT, capture_output=True, text=True)  # noqa: S607 - whatever Git is there
    return done.stdout.strip()


def main() -> None:
    """Run it all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", nargs="*", type=int, help="how many articles; 1000 unless told")
    parser.add_argument("--articles", type=Path, help="a JSON Lines file, or a folder of articles, to take instead")
    parser.add_argument("--keep", type=Path, help="a folder for the sites, which are kept")
    parser.add_argument("--table", type=Path, help="a file to append the table to")
    parser.add_argument("--steps", nargs="+", choices=STEPS, default=STEPS, help="all unless told")
    parser.add_argument("--weigh", action="store_true", help="print the sizes of pages too")
    parser.add_argument("--workers", type=int, default=0, help="how many processes; 0, as many as cores, unless told")
    parser.add_argument("--measured", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measured:
        measured(Path(options.measured[0]), options.measured[1])
        return
    lines = [f"{dt.datetime.now(dt.UTC).date()}, commit {commit()}, {os.cpu_count()} cores", "", *HEAD]
    print("\n".join(lines))
    for count in options.counts or [1000]:
        with tempfile.TemporaryDirectory() as folder:
            place = (options.keep or Path(folder)) / f"site-{count}"
            config = make_site(place, count, options.articles, options.workers)
            found = []
            for one in steps(config, options.steps):
                found.append(one)
                print(*table(count, [one]), flush=True)
            for cost, parts, _ in found:
                told = ", ".join(f"{part.name} {part.processor:.1f} ({part.wall:.1f})" for part in parts)
                print(f"  {cost.name}: {told}" if told else "", end="\n" if told else "")
            lines += table(count, found)
            if options.weigh:
                weigh(config.parent / "site")
    if options.table:
        with options.table.open("a", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n\n")


if __name__ == "__main__":
    main()
