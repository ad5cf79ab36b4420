"""How many small faults the tests notice: ``python benchmarks/mutations.py [--seed 1] [--draw 80] [--all]``.

Draws small mutations from the package's own source, each kind as likely as another: a constant moved far, a rule of a
table dropped, a comparison turned, "and" swapped with "or", a "not" removed, a returned value emptied. Each is put into
a copy of the tree, and the tests of the room that the file belongs to are run there: their own cases first, then the
room's part of the golden record, and with ``--all`` the whole suite for those that survive. Prints what survived, with
its place, what stood there and what was put in its stead, and how many were killed by what.

Nothing here names a line or a function, so that the source may move; the same seed draws the same from the same source.
The method is DeMillo, Lipton and Sayward's mutation analysis, "Hints on Test Data Selection" (1978).
"""

from __future__ import annotations

import argparse
import os
import queue
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from pathlib import Path

from mutating import Mutation, candidates

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path("generator") / "topic_briefings"
GOLDEN = "tests/test_golden_records.py"
FOUND = "test_what_is_found_is_what_was_found"
DRAWN = "test_what_is_drawn_named_and_shared_out_is_what_it_was"
FILED = "test_where_a_short_text_is_filed_is_where_it_was_filed"
LADDER = "test_stories_begin_and_end_where_they_did"
LINES = "test_what_is_read_in_a_line_is_what_was_read"
GATHERED = "test_what_is_gathered_is_what_was_gathered"
PEOPLE = "test_who_is_who_is_who_was_who"
READ = "test_what_is_read_in_a_file_is_what_was_read"
SENTENCES = "test_what_is_found_in_a_sentence_is_what_was_found"
SITE = "test_what_finishing_makes_of_a_site_is_what_it_made"
TOLD = "test_what_is_told_is_what_was_told"
COMMANDS = "test_what_the_commands_say_is_what_they_said"
CONFIGURED = "test_what_the_plugin_brings_along_is_what_it_brought"
MARKUP = "test_what_verifying_sees_in_a_line_is_what_it_saw"
SECONDS = 900
"""What the tests of a mutation may take; those of all rooms together, before anything is changed, four times that."""

ROOMS: dict[str, tuple[str, ...]] = {
    "__init__": ("test_examples*", "test_plugins*"),
    "analysing": ("test_build.py", "test_execution*", "test_cache*"),
    "extractors": ("test_countries*", "test_topics.py", "test_keyphrases*", "test_point*", "test_fragments*"),
    "extractors/countries": ("test_countries*",),
    "extractors/figures": ("test_figures*",),
    "extractors/fragments": ("test_fragments*",),
    "extractors/leads": ("test_leads*",),
    "extractors/keyphrases": ("test_keyphrases*",),
    "extractors/point": ("test_point*",),
    "extractors/quotes": ("test_quotations*", "test_unattributed*", "test_names*", "test_reliance*", "test_keyquotes*",
                          "test_who_is_named*"),
    "extractors/quotes/salience": ("test_quotations*", "test_keyquotes*"),
    "extractors/repeats": ("test_repeats*",),
    "extractors/spellings": ("test_spellings*",),
    "extractors/gist": ("test_point*", "test_leads*"),
    "extractors/topics": ("test_topics*",),
    "extractors/where": ("test_countries*", "test_where*"),
    "digesting": ("test_digest*",),
    "doctor": ("test_doctor*",),
    "glimpse": ("test_glimpse*",),
    "exporting": ("test_take_along*",),
    "finishing": ("test_policy*", "test_addresses*", "test_guest*", "test_plugin.py"),
    "finishing/beside": ("test_builders*",),
    "finishing/content": ("test_builders*", "test_policy*"),
    "gathering/cards": ("test_cards*", "test_sheets*"),
    "gathering/sheets": ("test_sheets*", "test_reading_sheet*", "test_gathering*"),
    "gathering/digest": ("test_digest*", "test_news_page*"),
    "gathering/watches": ("test_watches*",),
    "gathering": ("test_gathering*", "test_editions*", "test_speakers*", "test_copies*", "test_stories*",
                  "test_story_events*", "test_story_pages*", "test_voice_pages*", "test_related*", "test_keyquotes*",
                  "test_bylines*", "test_people*", "test_figures*", "test_answers*", "test_shares*", "test_renamed*"),
    "knowledge": ("test_knowledge*", "test_topics*", "test_countries*"),
    "languages": ("test_languages*", "languages", "test_kept*", "test_unattributed*", "test_quotations*",
                  "test_keyphrases*", "test_speakers*", "test_names*", "test_roles*", "test_stopwords*",
                  "test_who_is_named*"),
    "mkdocs_edge/correcting": ("test_correcting*",),
    "mkdocs_edge": ("test_hosts*", "test_indexing*", "test_remembering*", "test_guest*", "test_swapping*",
                    "test_starting*", "test_plugin.py", "test_checked*", "test_standing*", "test_ahead*",
                    "test_warming*"),
    "models": ("test_gathering*", "test_pages*", "test_editions*", "test_bylines*", "test_cache*"),
    "pages": ("test_pages*", "test_markdown*", "test_links*", "test_pictures*", "test_feeds*", "test_linked_data*",
              "test_citing*", "test_data*", "test_about*", "test_page_sizes*", "test_kinds*", "test_story_pages*",
              "test_voice_pages*", "test_front_matter*", "test_once*", "test_own_templates*", "test_shares*",
              "test_news_page*", "test_watches*", "test_country_pages*"),
    "plugins": ("test_plugins*",),
    "reading": ("reading", "test_articles_samples*", "test_seed*"),
    "running": ("test_execution*", "test_cluster*", "test_build.py"),
    "search": ("test_search*",),
    "corrections": ("test_corrections*",),
    "commands": ("test_cli*", "test_take_along*"),
    "commands/corrections": ("test_corrections*",),
    "commands/digest": ("test_digest*",),
    "commands/doctor": ("test_doctor*",),
    "commands/finish": ("test_builders*",),
    "commands/init": ("test_starting*", "test_guest*"),
    "errors": ("test_settings*", "test_cli*", "reading"),
    "joint": ("test_cli*",),
    "records": ("test_cli*",),
    "tables": ("test_stopwords*", "test_words*", "test_countries*"),
    "topics_report": ("test_topics*", "test_cli*"),
    "starting": ("test_starting*", "test_guest*"),
    "store": ("test_cache*", "test_cards*", "test_sheets*", "test_runs*", "test_once*", "test_rows*", "test_checked*"),
    "build": ("test_build.py", "test_cli*", "test_runs*", "test_editions*"),
    "settings": ("test_settings*", "test_guide*"),
    "option_values": ("test_settings*", "test_watches*"),
    "terminal": ("test_take_along*",),
    "text": ("test_text*", "test_tokens*", "test_words*", "test_sentences*", "test_marks*", "test_names*",
             "test_phrases*", "test_keyphrases*", "test_quotations*", "test_countries*", "test_spellings*"),
    "verifying": ("test_verify*", "test_corrections_verified*", "test_odd_articles*"),
    "writing": ("test_writing*", "test_swapping*", "test_branches*", "test_build.py"),
}  # fmt: skip
"""A folder or a module of the package, and the tests of it. The longest that fits a file counts; a module that has none
is tested by the file of its own name, or else by the whole suite."""

RECORDED: dict[str, tuple[str, ...]] = {
    "reading": (f"{FOUND}[articles]", f"{FOUND}[notices]", LINES, READ),
    "extractors/quotes": (f"{FOUND}[quotations]", f"{FOUND}[speakers]", SENTENCES, PEOPLE),
    "extractors/where": (f"{FOUND}[countries]", FILED),
    "extractors/countries": (f"{FOUND}[countries]", FILED),
    "extractors/topics": (f"{FOUND}[topics]", FILED),
    "extractors/keyphrases": (f"{FOUND}[keywords]", FILED),
    "extractors/point": (f"{FOUND}[points]",),
    "extractors/fragments": (f"{FOUND}[notices]",),
    "extractors/figures": (f"{FOUND}[figures]", FILED),
    "extractors/leads": (f"{FOUND}[leads]",),
    "extractors/gist": (f"{FOUND}[points]", f"{FOUND}[leads]"),
    "extractors": ("",),
    "gathering": (GATHERED, LADDER, PEOPLE, TOLD),
    "commands": (COMMANDS,),
    "cli": (COMMANDS,),
    "build": (COMMANDS,),
    "errors": (COMMANDS,),
    "joint": (COMMANDS,),
    "settings": (COMMANDS, CONFIGURED),
    "option_values": (COMMANDS, CONFIGURED),
    "analysing": (COMMANDS,),
    "topics_report": (COMMANDS,),
    "running": (COMMANDS,),
    "store": (COMMANDS,),
    "writing": (DRAWN, COMMANDS),
    "models": (GATHERED, PEOPLE, TOLD, COMMANDS),
    "languages": ("",),
    "knowledge": ("",),
    "records": ("",),
    "tables": ("",),
    "text": ("",),
    "verifying": (MARKUP,),
    "digesting": (f"{TOLD}[digests]",),
    "gathering/digest": (f"{TOLD}[digests]",),
    "exporting": (f"{TOLD}[exported]", COMMANDS),
    "terminal": (f"{TOLD}[looked_at]", COMMANDS),
    "doctor": (f"{TOLD}[looked_at]",),
    "corrections": (f"{TOLD}[corrected]", f"{TOLD}[proposed]", f"{TOLD}[looked_at]"),
    "mkdocs_edge": (CONFIGURED,),
    "mkdocs_edge/correcting": (f"{TOLD}[proposed]",),
    "search": (f"{TOLD}[searched]",),
    "finishing": (f"{TOLD}[finished]", SITE),
    "starting": (f"{TOLD}[begun]", COMMANDS),
    "pages": (DRAWN, TOLD, COMMANDS),
}
"""Which tests of the golden record are a room's; the empty name is all of them."""


class Fate(StrEnum):
    """What noticed a mutation."""

    CASES = "killed by the cases of its room"
    RECORD = "killed by the golden record of its room"
    SUITE = "killed by the whole suite"
    SURVIVED = "survived"


def drawn(seed: int, count: int, only: str = "") -> list[Mutation]:
    """``count`` mutations of the files whose path begins with ``only``: a kind is drawn first, then one of the kind."""
    found: dict[str, list[Mutation]] = {}
    for file in sorted((ROOT / PACKAGE).rglob("*.py")):
        name = file.relative_to(ROOT / PACKAGE).as_posix()
        if name.startswith(only):
            for mutation in candidates(name, file.read_text(encoding="utf-8"), random.Random(f"{seed} {name}")):  # noqa: S311 - a draw, no secret
                found.setdefault(mutation.kind, []).append(mutation)
    chance = random.Random(seed)  # noqa: S311 - a draw, no secret
    chosen: list[Mutation] = []
    while len(chosen) < count and found:
        kind = chance.choice(sorted(found))
        chosen.append(found[kind].pop(chance.randrange(len(found[kind]))))
        if not found[kind]:
            del found[kind]
    return chosen


# ------------------------------------------------------------------ which tests


def room_of(name: str, rooms: Iterable[str] = ROOMS) -> str | None:
    """The longest folder or module of ``rooms`` that the file ``name`` lies in."""
    parts = name.removesuffix(".py").split("/")
    return next((room for end in range(len(parts), 0, -1) if (room := "/".join(parts[:end])) in rooms), None)


def tests_of(name: str) -> tuple[str, ...]:
    """The tests of the room of ``name``, as pytest takes them; none where it has none but the whole suite."""
    room = room_of(name)
    patterns = ROOMS[room] if room else (f"test_{Path(name).stem}*",)
    tests = ROOT / "tests"
    return tuple(sorted({path.relative_to(ROOT).as_posix() for pattern in patterns for path in tests.glob(pattern)}))


def record_of(name: str) -> tuple[str, ...]:
    """The room's part of the golden record."""
    room = room_of(name, RECORDED)
    if room is None or not (ROOT / GOLDEN).exists():
        return ()
    return tuple(f"{GOLDEN}::{test}" if test else GOLDEN for test in RECORDED[room])


# ------------------------------------------------------------------ trying


def copied(folder: Path) -> Path:
    """A copy of the tree's files in ``folder``, without what git leaves out."""
    listed = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(listed, capture_output=True, check=True, text=True).stdout.split("\0"):  # noqa: S603 - git, on our own tree
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    return folder


def failure(tree: Path, tests: Sequence[str], without: Sequence[str] = (), seconds: int = SECONDS) -> str | None:
    """The first of ``tests`` that fails in ``tree``; None where all pass. What takes too long fails."""
    command = ["nice", "-n", "10", sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
    left_out = [f"--{'deselect' if '::' in test else 'ignore'}={test}" for test in without]
    tests = [test for test in tests if test not in without]  # pytest does not ignore what it is given by name
    if not tests:
        return None
    # An example that one mutation failed on is no test of another.
    shutil.rmtree(tree / ".hypothesis", ignore_errors=True)
    try:
        done = subprocess.run(  # noqa: S603 - our own tests
            [*command, "--hypothesis-seed=0", "--ignore=tests/browser", *left_out, *tests],
            cwd=tree,
            env={**os.environ, "PYTHONPATH": str(tree / "generator"), "GOLDEN": ""},
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "they take too long"
    if done.returncode == 0:
        return None
    failed = (line for line in done.stdout.splitlines() if line.startswith(("FAILED ", "ERROR ")))
    return next(failed, f"pytest ends with {done.returncode}")


def put(tree: Path, name: str, text: str) -> None:
    """Write the module ``name``; its compiled form goes, which a change within one second would not outdate."""
    file = tree / PACKAGE / name
    file.write_text(text, encoding="utf-8")
    for compiled in file.parent.glob(f"__pycache__/{file.stem}.*.pyc"):
        compiled.unlink()


def fate(mutation: Mutation, tree: Path, without: Sequence[str], *, whole: bool) -> Fate:
    """What notices ``mutation`` in ``tree``, which is as it was afterwards."""
    original = (tree / PACKAGE / mutation.file).read_text(encoding="utf-8")
    put(tree, mutation.file, mutation.applied(original))
    try:
        cases, record = tests_of(mutation.file), record_of(mutation.file)
        if cases and failure(tree, cases, without):
            return Fate.CASES
        if record and failure(tree, record, without):
            return Fate.RECORD
        if whole and failure(tree, ("tests",), without):
            return Fate.SUITE
    finally:
        put(tree, mutation.file, original)
    return Fate.SURVIVED


def fates(
    mutations: Sequence[Mutation], processes: int, without: Sequence[str], *, whole: bool
) -> Iterator[tuple[Mutation, Fate]]:
    """Each mutation with its fate, in the order drawn; every process has a copy of the tree to itself."""
    with tempfile.TemporaryDirectory(prefix="mutations-") as folder, ThreadPoolExecutor(processes) as pool:
        trees: queue.SimpleQueue[Path] = queue.SimpleQueue()
        for number in range(processes):
            trees.put(copied(Path(folder) / str(number)))

        def tried(mutation: Mutation) -> tuple[Mutation, Fate]:
            tree = trees.get()
            try:
                return mutation, fate(mutation, tree, without, whole=whole)
            finally:
                trees.put(tree)

        refuse_red(mutations, Path(folder) / "0", without, whole=whole)
        yield from pool.map(tried, mutations)


def refuse_red(mutations: Iterable[Mutation], tree: Path, without: Sequence[str], *, whole: bool) -> None:
    """End here when a test fails without any mutation: it would kill all of them."""
    rooms = {tests for mutation in mutations for tests in (tests_of(mutation.file), record_of(mutation.file)) if tests}
    wanted = ("tests",) if whole else tuple(sorted({test for room in rooms for test in room}))
    if failed := failure(tree, wanted, without, 4 * SECONDS):
        sys.exit(f"A test fails before anything is changed ({failed}); make it pass first, or leave it --without")


def main() -> None:
    """Draw, try, and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--draw", type=int, default=80, help="how many mutations; 80")
    parser.add_argument("--only", default="", metavar="PATH", help="in files of the package whose path begins so")
    parser.add_argument("--all", action="store_true", help="run the whole suite, without a browser, on what survives")
    parser.add_argument("--without", action="append", default=[], metavar="TEST", help="leave out this file or test")
    parser.add_argument("--processes", type=int, choices=(1, 2), default=2)
    parser.add_argument("--list", action="store_true", help="print what is drawn, and run nothing")
    given = parser.parse_args()
    mutations = drawn(given.seed, given.draw, given.only)
    if given.list:
        print(*mutations, sep="\n")
        return
    counts: Counter[Fate] = Counter()
    for number, (mutation, end) in enumerate(fates(mutations, given.processes, given.without, whole=given.all), 1):
        counts[end] += 1
        print(f"{number} of {len(mutations)}: {end}", file=sys.stderr, flush=True)
        if end in (Fate.SURVIVED, Fate.SUITE):
            print(f"{end}: {mutation}", flush=True)
    room = counts[Fate.CASES] + counts[Fate.RECORD]
    print(f"seed {given.seed}, {len(mutations)} mutations: {room} killed by the tests of their room", end=" ")
    print(f"({counts[Fate.CASES]} by cases, {counts[Fate.RECORD]} by the golden record alone)", end="")
    print(f", {room + counts[Fate.SUITE]} by the whole suite" if given.all else "")


if __name__ == "__main__":
    main()
