"""``briefings verify``: every published quotation held against its article."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from topic_briefings.commands.telling import EXIT_CODES, WRONG, config_option, count, progress, seconds, settings_in


@click.command(epilog=EXIT_CODES, short_help="Check every published quotation against its article.")
@config_option
@click.option(
    "--site",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Check the HTML of the site that was built there, in place of the pages in docs/.",
)
def verify(config_file: Path, site: Path | None) -> None:
    """Check every published quotation against its article: words, speaker and source, to the letter.

    Nothing is analysed again and nothing is written. What differs is named, one sentence each.
    """
    from topic_briefings.verifying import verify as verified

    began = time.perf_counter()
    verdict = verified(settings_in(config_file), site=site, progress=progress)
    for problem in verdict.problems:
        click.echo(str(problem))
    where = f"shown {count(verdict.shown, 'time')} on {count(verdict.pages, 'page')}"
    said = f"{count(verdict.quotations, 'quotation')} of {count(verdict.articles, 'article')}, {where}"
    if verdict.problems:
        click.echo(f"{said}: {count(len(verdict.problems), 'problem')}", err=True)
        sys.exit(WRONG)
    click.echo(f"{said}: to the letter, in {seconds(began)}")
