"""``briefings generate``: the pages brought up to date, or which of them are stale."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from topic_briefings.commands.telling import (
    EXIT_CODES,
    LEFT_OUT,
    WRONG,
    complain,
    config_option,
    contents,
    count,
    progress,
    seconds,
    settings_in,
)


@click.command(epilog=EXIT_CODES, short_help="Bring the pages in docs/ up to date with the articles.")
@click.option("--check", is_flag=True, help="Write nothing; list the pages that are stale.")
@config_option
def generate(config_file: Path, *, check: bool) -> None:
    """Bring the pages in docs/ up to date with the articles in seeds/."""
    from topic_briefings import build

    settings = settings_in(config_file)
    if check:
        found = build.check(settings, progress=progress)
        complain(found.errors)
        for path in found.stale:
            click.echo(f"{settings.docs.name}/{path}")
        if found.stale:
            click.echo(f'{count(len(found.stale), "stale file")}; "briefings generate" mends that', err=True)
        sys.exit(WRONG if found.stale else LEFT_OUT if found.errors else 0)
    began = time.perf_counter()
    outcome = build.generate(settings, progress=progress)
    complain(outcome.errors)
    click.echo(f"{contents(outcome)} in {seconds(began)}")
    files = outcome.files
    click.echo(
        f"{settings.docs.name}/: {len(files.written)} files written, {len(files.removed)} removed, "
        f"{len(files.unchanged)} unchanged"
    )
    sys.exit(LEFT_OUT if outcome.errors else 0)
