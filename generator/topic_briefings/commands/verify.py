"""``briefings verify``: every file against what generating gives, every published quotation against its article."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from topic_briefings.commands.telling import EXIT_CODES, WRONG, all_settings_in, config_option, count, progress, seconds

if TYPE_CHECKING:
    from topic_briefings.settings import Settings


@click.command(epilog=EXIT_CODES, short_help="Check every published quotation against its article.")
@config_option
@click.option(
    "--site",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Check the HTML of the site that was built there against the pages in docs/, too.",
)
def verify(config_file: Path, site: Path | None) -> None:
    """Check every published quotation against its article: words, speaker and source, to the letter.

    Each file in docs/ must also be, byte for byte, what generating gives, whatever the list of hashes says. Nothing is
    written but to the cache. What differs is named, one sentence each.
    """
    sound = [_verified(settings, site) for settings in all_settings_in(config_file)]
    sys.exit(0 if all(sound) else WRONG)


def _verified(settings: Settings, site: Path | None) -> bool:
    """Report what was checked; gives whether nothing is wrong."""
    from topic_briefings.build import verify as verify_all

    began = time.perf_counter()
    verdict = verify_all(settings, site=site, progress=progress)
    for problem in verdict.problems:
        click.echo(str(problem))
    where = f"shown {count(verdict.shown, 'time')} on {count(verdict.pages, 'page')}"
    said = f"{count(verdict.quotations, 'quotation')} of {count(verdict.articles, 'article')}, {where}"
    if verdict.problems:
        click.echo(f"{said}: {count(len(verdict.problems), 'problem')}", err=True)
        return False
    click.echo(f"{said}: to the letter, in {seconds(began)}")
    return True
