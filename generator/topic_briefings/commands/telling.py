"""How the commands talk: exit codes, the option that all share, progress, reports; and the only clock."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from topic_briefings.errors import ArticleError, SettingsError
from topic_briefings.settings import options

if TYPE_CHECKING:
    from topic_briefings.build import Outcome
    from topic_briefings.settings import Settings

T = TypeVar("T")

WRONG = 1
REFUSED = 2
LEFT_OUT = 3
INTERRUPTED = 130

EXIT_CODES = """
\b
Exit codes:
  0    all is well
  1    pages are stale (generate --check), or say what no article says (verify; build, which builds nothing then);
       a correction does not apply any more (corrections; generate and build with --strict, which do nothing then)
  2    nothing was done: wrong usage, a wrong option in mkdocs.yml, a wrong correction, a page changed by hand
  3    some article was left out, and the rest is done
  130  interrupted
"""


config_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's MkDocs file; the options stand there under plugins: briefings.",
)


executor_option = click.option(
    "--executor", metavar="dask://HOST:PORT", help="Analyse articles on a Dask cluster; else as the settings say."
)


strict_option = click.option(
    "--strict", is_flag=True, help="Do nothing, with exit code 1, where a correction does not apply any more."
)


def settings_in(config_file: Path) -> Settings:
    """What ``config_file`` says under ``briefings:``. Raises ``SettingsError``."""
    return all_settings_in(config_file)[0]


def all_settings_in(config_file: Path) -> tuple[Settings, ...]:
    """What ``config_file`` says under each ``briefings:``; a site may have several. Raises ``SettingsError``."""
    from topic_briefings.mkdocs_edge.options import load_all_settings

    return load_all_settings(config_file)


def executed(told: tuple[Settings, ...], executor: str | None) -> tuple[Settings, ...]:
    """``told`` with the ``executor`` that was given, where one was. Raises ``SettingsError`` for a strange one."""
    if executor is None:
        return told
    try:
        place = options()["executor"].check(executor, Path())
    except ValueError as error:
        raise SettingsError(f"--executor: {executor} {error}") from None
    return tuple(replace(settings, executor=place) for settings in told)


def progress(items: Iterable[T], doing: str, total: int | None) -> Iterator[T]:
    """A bar where somebody watches, a plain line where a log is kept."""
    if total == 0:
        return
    if total is None or not sys.stderr.isatty():
        click.echo(doing if total is None else f"{doing} {count(total, 'article')}", err=True)
        yield from items
        return
    with click.progressbar(items, length=total, label=doing, file=sys.stderr) as bar:
        yield from bar


def complain(errors: Iterable[ArticleError]) -> None:
    """Report articles that are left out, a line each."""
    for error in errors:
        click.echo(str(error), err=True)


def say(sentences: Iterable[str]) -> None:
    """Report something else that a person should know, a line each."""
    for sentence in sentences:
        click.echo(sentence, err=True)


def contents(outcome: Outcome) -> str:
    """What the site shows, counted."""
    return ", ".join(
        (
            count(outcome.articles, "article"),
            count(outcome.quotations, "quotation"),
            count(outcome.countries, "country", "countries"),
            count(outcome.topics, "topic"),
            count(outcome.voices, "voice"),
        )
    )


def count(number: int, one: str, more: str = "") -> str:
    """``number`` with its noun: ``one`` of it, or ``more``; without that, ``one`` and an "s"."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def seconds(began: float) -> str:
    """How long it took since ``began``, a moment of ``time.perf_counter``."""
    return f"{time.perf_counter() - began:.1f} s"


def write_utf8() -> None:
    """Print in UTF-8, whatever the terminal says, as a program that reads it expects."""
    if sys.stdout is None:  # closed by who began us
        sys.stdout = Path(os.devnull).open("w")  # noqa: SIM115 - it is open as long as we run
    # Half a surrogate pair, which JSON may carry, is written as JSON's own escape.
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
