"""What is left of a run that is killed: ``python benchmarks/kills.py --kills 200 --seed 1``.

A small site is generated and built, and then its articles change: some words, one article more, one less. The next run,
of ``generate`` or of ``build``, is killed at a moment that the seed decides: half of them behind the nth time that it
touches a file of the site (so while it writes), the others after a share of the time that an undisturbed run takes.
After each kill every generated page is whole, as it was or as it will be, what a person wrote is untouched, the site is
the old one or the new one; and the next run, which is not disturbed, ends with the bytes of one that never was.

Ends with code 1 where anything was not so. It needs a system that forks.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from topic_briefings.build import generate
from topic_briefings.mkdocs_edge.building import build_site
from topic_briefings.mkdocs_edge.options import load_settings
from topic_briefings.verifying import refuse_altered

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "tests" / "articles"
CONFIG = "site_name: Killed\nplugins:\n  - briefings:\n      workers: 1\n"
MINE = {"docs/mine.md": "# Mine\n\nWritten by hand.\n", "docs/assets/mine.css": "a { color: red }\n"}
WRITES = frozenset(("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree", "shutil.copyfile"))
UNSTEADY = "pagefind/"
"""What another program makes, whose files need not be the same bytes; that it is there is looked at."""
Bytes = Mapping[str, bytes]


@dataclass(slots=True)
class Tally:
    """How many were killed, and what was wrong afterwards."""

    kills: int = 0
    writing: int = 0
    ended: int = 0
    wrong: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undisturbed:
    """A run that nothing disturbs: what it begins from and ends with, how often it writes, how long it takes."""

    before: Path
    docs: tuple[Bytes, Bytes]
    site: tuple[Bytes, Bytes]
    writes: int
    seconds: float


def main() -> None:
    """Kill, look, and print a line for each kind of run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--builds", type=int, default=40, help="how many of them are of build")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=10)
    given = parser.parse_args()
    chance = random.Random(given.seed)  # noqa: S311 - a draw that can be repeated, no secret
    failed = False
    with tempfile.TemporaryDirectory() as scratch:
        before = Path(scratch) / "before"
        _made(before, given.articles)
        for name, work, kills in (
            ("generate", _generate, given.kills - given.builds),
            ("build", _build, given.builds),
        ):
            whole = _undisturbed(before, work)
            tally = Tally()
            while tally.kills < kills:
                _try(whole, work, chance, tally, by_write=tally.kills % 2 == 0)
            print(
                f"{name}: {tally.kills} killed, {tally.writing} of them while it wrote, {tally.ended} ended before; "
                f"{len(tally.wrong)} things wrong; a run touches {whole.writes} files in {whole.seconds:.1f} s",
                flush=True,
            )
            print("".join(f"  {what}\n" for what in tally.wrong[:20]), end="")
            failed = failed or bool(tally.wrong)
    sys.exit(failed)


def _generate(place: Path) -> None:
    generate(load_settings(place / "mkdocs.yml"))


def _build(place: Path) -> None:
    settings = load_settings(place / "mkdocs.yml")
    generate(settings, recorded=False)
    build_site(place / "mkdocs.yml", lambda built: refuse_altered(settings, site=built))


# ------------------------------------------------------------------ the site that runs are killed on


def _made(place: Path, articles: int) -> None:
    """A site of ``articles`` that is generated and built, whose articles have changed since."""
    seeds = place / "seeds"
    seeds.mkdir(parents=True)
    samples = sorted(SAMPLES.glob("*.txt"))[: articles + 1]
    for sample in samples[:-1]:
        shutil.copyfile(sample, seeds / sample.name)
    (place / "mkdocs.yml").write_text(CONFIG)
    for name, text in MINE.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text)
    _generate(place)  # here, so that what takes long to import and to load is there in every fork
    _build(place)
    shutil.copyfile(samples[-1], seeds / samples[-1].name)
    (seeds / samples[0].name).unlink()
    for sample in samples[1:4]:
        with (seeds / sample.name).open("a", encoding="utf-8") as article:
            article.write("\n\n“We will count again,” said Mara Quell, the mayor of Ottawa.\n")


def _undisturbed(before: Path, work: Callable[[Path], None]) -> Undisturbed:
    """What ``work`` does where nobody kills it."""
    place = before.with_name("undisturbed")
    _copied(before, place)
    docs, site = _files(place / "docs"), _files(place / "site")
    count = before.with_name("count")
    began = time.perf_counter()
    code = _forked(lambda: _counting(place, count, lambda: work(place)))
    taken = time.perf_counter() - began
    assert code == 0, f"the undisturbed run ended with {code}"  # noqa: S101 - nothing could be compared with it
    return Undisturbed(
        before=before,
        docs=(docs, _files(place / "docs")),
        site=(site, _files(place / "site")),
        writes=int(count.read_text()),
        seconds=taken,
    )


def _copied(before: Path, place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(before, place, symlinks=True)


def _files(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder``."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


# ------------------------------------------------------------------ killing


def _try(
    whole: Undisturbed, work: Callable[[Path], None], chance: random.Random, tally: Tally, *, by_write: bool
) -> None:
    """Kill one run, look at what is left, and let the next one end."""
    place = whole.before.with_name("killed")
    _copied(whole.before, place)
    if by_write:
        at = chance.randint(1, whole.writes)
        wait, told = chance.choice((0.0, 0.0005, 0.002)), f"behind write {at}"
        code = _forked(lambda: _killing(place, at, wait, lambda: work(place)))
    else:
        after = chance.uniform(0, whole.seconds)
        told = f"after {after:.3f} s"
        code = _forked(lambda: work(place), after)
    killed = code == -signal.SIGKILL
    tally.kills += killed
    tally.ended += not killed
    tally.writing += killed and (by_write or _has_written(place, whole))
    wrong = [*_left(place, whole)]
    if (code := _forked(lambda: work(place))) != 0:
        wrong.append(f"the next run ended with {code}")
    wrong += _differing(_files(place / "docs"), whole.docs[1], "docs")
    wrong += _differing(_steady(_files(place / "site")), _steady(whole.site[1]), "site")
    tally.wrong += [f"{told}: {what}" for what in wrong]


def _left(place: Path, whole: Undisturbed) -> list[str]:
    """What is wrong with the files that a killed run left."""
    old, new = whole.docs
    wrong = []
    for name, content in _files(place / "docs").items():
        unfinished = name.rpartition("/")[2].startswith(".")
        if content not in (old.get(name), new.get(name)) and not unfinished:
            wrong.append(f"docs/{name} is neither as it was nor as it will be")
    wrong += [f"docs/{name} is gone" for name in old.keys() & new.keys() if not (place / "docs" / name).is_file()]
    wrong += [f"{name} was touched" for name, text in MINE.items() if (place / name).read_text() != text]
    site = _steady(_files(place / "site"))
    if all(_differing(site, _steady(one), "site") for one in whole.site):
        wrong.append("site/ is neither the old one nor the new one")
    return wrong


def _has_written(place: Path, whole: Undisturbed) -> bool:
    """Whether something in the pages, or beside the site, is not as it was before."""
    return _files(place / "docs") != whole.docs[0] or (place / "site.next").exists()


def _differing(found: Bytes, wanted: Bytes, where: str) -> list[str]:
    names = sorted(name for name in found.keys() | wanted.keys() if found.get(name) != wanted.get(name))
    return [f"{where}: {len(names)} files differ, such as {names[0]}"] if names else []


def _steady(files: Bytes) -> Bytes:
    """Files whose bytes are the same in every build, and of the others that there are some."""
    steady = {name: content for name, content in files.items() if not name.startswith(UNSTEADY)}
    return {**steady, UNSTEADY: b"yes" if len(steady) < len(files) else b"no"}


def _forked(work: Callable[[], object], kill_after: float | None = None) -> int:
    """Do ``work`` in a process of its own, which is killed after so many seconds; gives its exit code."""
    child = os.fork()
    if not child:
        code = 1
        with contextlib.suppress(BaseException), Path(os.devnull).open("w") as nothing:
            os.dup2(nothing.fileno(), 1)
            if "KILLS_LOUD" not in os.environ:
                os.dup2(nothing.fileno(), 2)
            work()
            code = 0
        os._exit(code)
    if kill_after is not None:
        time.sleep(kill_after)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def _counting(place: Path, count: Path, work: Callable[[], object]) -> None:
    """Do ``work`` and note in ``count`` how often it touched a file of the site."""
    touched = [0]

    def touch() -> None:
        touched[0] += 1

    _watch(place, touch)
    work()
    count.write_text(str(touched[0]))


def _killing(place: Path, at: int, wait: float, work: Callable[[], object]) -> None:
    """Do ``work`` until it has touched a file of the site for the ``at``-th time, and ``wait`` seconds more."""
    left = [at]

    def touch() -> None:
        left[0] -= 1
        if not left[0]:
            if wait:
                threading.Timer(wait, os.kill, (os.getpid(), signal.SIGKILL)).start()
            else:
                os.kill(os.getpid(), signal.SIGKILL)

    _watch(place, touch)
    work()


def _watch(place: Path, touch: Callable[[], None]) -> None:
    """Call ``touch`` whenever a file of the pages or of the site is about to be written, renamed or removed."""
    roots = tuple(f"{place / name}" for name in ("docs", "site", "site.next", "site.last"))

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event not in WRITES or not arguments:
            return
        if event == "open" and not (isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)):
            return
        if isinstance(arguments[0], str | bytes | os.PathLike) and os.fsdecode(arguments[0]).startswith(roots):
            touch()

    sys.addaudithook(hook)


if __name__ == "__main__":
    main()
