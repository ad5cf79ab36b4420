"""``briefings generate``: the pages brought up to date, or which of them are stale."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from topic_briefings.commands.telling import (
    EXIT_CODES,
    LEFT_OUT,
    WRONG,
    all_settings_in,
    complain,
    config_option,
    contents,
    count,
    executed,
    executor_option,
    progress,
    say,
    seconds,
    strict_option,
)

if TYPE_CHECKING:
    from topic_briefings.settings import Settings


@click.command(epilog=EXIT_CODES, short_help="Bring the pages in docs/ up to date with the articles.")
@click.option("--check", is_flag=True, help="Write nothing; list the pages that are stale, and why each is.")
@click.option("--resolve", is_flag=True, help="After a merge of branches: write what it left of generated pages anew.")
@executor_option
@strict_option
@config_option
def generate(config_file: Path, executor: str | None, *, check: bool, resolve: bool, strict: bool) -> None:
    """Bring the pages in docs/ up to date with the articles in seeds/.

    With --resolve, conflicts in generated files, and what Git put together of two branches without one, are taken for
    what they are: pages to be written anew from the articles of both. What a person wrote is never touched.
    """
    if check and resolve:
        raise click.UsageError('"--check" writes nothing and "--resolve" does; give one of them')
    told = executed(all_settings_in(config_file), executor)
    codes = [
        _checked(settings, strict) if check else _generated(settings, strict, resolve=resolve) for settings in told
    ]
    sys.exit(min((code for code in codes if code), default=0))


def _checked(settings: Settings, strict: bool) -> int:
    """Report what is stale; gives the exit code."""
    from topic_briefings.build import check

    found = check(settings, progress=progress)
    complain(found.errors)
    say(found.unmet)
    for path in found.stale:
        click.echo(f"{settings.shown_docs}/{path}: {found.why[path]}")
    if found.stale:
        click.echo(f'{count(len(found.stale), "stale file")}; "briefings generate" mends that', err=True)
    return WRONG if found.stale or (strict and found.unmet) else LEFT_OUT if found.errors else 0


def _generated(settings: Settings, strict: bool, *, resolve: bool) -> int:
    """Generate, and report what was done; gives the exit code."""
    from topic_briefings.build import generate

    began = time.perf_counter()
    outcome = generate(settings, progress=progress, strict=strict, resolve=resolve)
    complain(outcome.errors)
    say(outcome.unmet)
    click.echo(f"{contents(outcome)} in {seconds(began)}")
    files = outcome.files
    click.echo(
        f"{settings.shown_docs}/: {len(files.written)} files written, {len(files.removed)} removed, "
        f"{len(files.unchanged)} unchanged"
    )
    if files.resolved:
        click.echo(f"{count(len(files.resolved), 'conflict')} resolved: what two branches wrote is written from both")
    for path in files.unresolved:
        click.echo(f"{settings.shown_docs}/{path}: is not generated; its conflict is yours to resolve", err=True)
    return LEFT_OUT if outcome.errors else 0
