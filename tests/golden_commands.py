"""What each command prints and how it ends, on a small desk: a command a line, then all that it says.

The desk has three sample articles, one file that cannot be read, and a correction of which one part does not apply.
``>`` stands before what goes to standard output and ``!`` before what goes to standard error; how long something took
is left out.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner, Result

from tests.sites import SAMPLES
from topic_briefings.cli import main

ARTICLES = ("canada-port-strike-ends.txt", "japan-reactor-restart-fukui-assembly.md")
CONFIG = """\
site_name: The harbour desk
site_url: https://desk.example/news/
plugins:
  - briefings:
      workers: 1
      watch:
        - name: Ports at rest
          words: [strike*]
"""
OTHER = """\
site_name: The other desk
plugins:
  - briefings: {workers: 1, threshold: 0.95, full_text: true, per_page: 20, voice_feeds_from: 1, name: Wire}
"""
TWO = """\
site_name: Two desks
plugins:
  - briefings: {workers: 1, folder: one, seeds: one}
  - briefings: {workers: 1, folder: two, seeds: two}
"""
CORRECTIONS = """\
- article: canada-port-strike-ends
  headline: Dockworkers return
- article: canada-port-strike-ends
  quotation: words that nobody said
  speaker: Ana Lund
"""
SHORT = "Crane fails\n\nKIEL, Germany - “The crane is safe,” said Ana Lund, the mayor, on Monday.\n"
TAXONOMY = "topics: [{id: cranes, label: Cranes, terms: [crane, mayor]}]\n"
COMMANDS = """
-h
--version
generate --check --resolve
generate --executor dask
generate -f nowhere.yml
generate --check
verify
generate
generate
generate --check
generate --strict
generate --check --strict
generate --check -f other.yml
verify
corrections
stats
stats --json
digest
digest --format text --since 2026-11-17
digest --format html --since 2026-11-18 --watch 'Ports at rest'
digest --watch 'Ports at sea'
digest --since yesterday
doctor
doctor --most 1
doctor --most 1 --json
show --no-color short.txt
show --color short.txt short.txt
show seeds/empty.md
extract --workers 1 short.txt
extract --workers 1 --together short.txt seeds/empty.md
extract --workers 1 -
topics explain short.txt
topics explain --most 1 short.txt seeds/empty.md
topics explain --topics own.yml short.txt
evidence index.md first.txt
evidence voices/nobody.md first.zip
evidence articles/canada-port-strike-ends.md first.zip
evidence articles/canada-port-strike-ends.md first.zip
evidence articles/canada-port-strike-ends.md first.zip --replace
export all.doc
export all.csv all.db
export all.csv
export all.csv --replace
settings
finish docs -f nowhere.yml
serve --address 0.0.0.0:8000
serve --address harbour.example:8000
init fresh --no-ci
init fresh
init lab --gitlab --name 'The laboratory'
init guest
init guest
generate -f two.yml
generate -f two.yml
verify -f two.yml
corrections -f two.yml
doctor -f two.yml
"""
"""Run one after the other in the folder of the desk."""
_TIME = re.compile(r"[0-9]+\.[0-9] s\b|[0-9]+ a second")


def commands(folder: Path) -> Iterator[str]:
    """The record of all commands, run in ``folder``."""
    _desk(folder)
    with chdir(folder):
        for line in COMMANDS.strip().splitlines():
            yield f"=== briefings {line}"
            done = CliRunner(env={"COLUMNS": "80"}).invoke(
                main, shlex.split(line), input='{"id": "one", "text": "Crane fails. It fell."}\n{\n'
            )
            yield from _told(done)
        yield "=== what the desk of two has"
        yield from sorted(str(file) for file in Path("docs/one").rglob("*.md"))
        with (folder / "seeds" / ARTICLES[1]).open("a", encoding="utf-8") as file:
            file.write("\n\nThe vote was held in the rain.\n")
        yield "=== briefings generate --check, after an article was edited"
        yield from _told(CliRunner(env={"COLUMNS": "80"}).invoke(main, ["generate", "--check"]))
        (folder / "docs" / "index.md").write_text("By hand\n", encoding="utf-8")
        (folder / "seeds" / ARTICLES[0]).unlink()
        for line in ("generate --check", "verify", "generate"):
            yield f"=== briefings {line}, after a page was changed by hand and an article deleted"
            yield from _told(CliRunner(env={"COLUMNS": "80"}).invoke(main, shlex.split(line)))


def _desk(folder: Path) -> None:
    for name in ("seeds", "one", "two", "guest"):
        (folder / name).mkdir(parents=True)
    for name in ARTICLES:
        shutil.copyfile(SAMPLES / name, folder / "seeds" / name)
    files = {
        "mkdocs.yml": CONFIG,
        "other.yml": OTHER,
        "two.yml": TWO,
        "own.yml": TAXONOMY,
        "short.txt": SHORT,
        "seeds/empty.md": "",
        "seeds/corrections.yml": CORRECTIONS,
        "one/short.txt": SHORT,
        "two/empty.txt": "",
        "guest/mkdocs.yml": "site_name: Theirs\n",
    }
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")


def _told(done: Result) -> Iterator[str]:
    # Which of the two names of the same option it is depends on the release of click.
    usage = done.stderr.replace(" -h' for help", " --help' for help")
    for sign, said in ((">", done.stdout), ("!", usage)):
        yield from (f"{sign} {_TIME.sub('…', line)}".rstrip() for line in said.splitlines())
    if done.exit_code:
        yield f"exit code {done.exit_code}"
    if done.exception and not isinstance(done.exception, SystemExit):
        yield f"raised {type(done.exception).__name__}"
