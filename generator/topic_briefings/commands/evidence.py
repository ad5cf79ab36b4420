"""``briefings evidence``: what a page rests on, as one file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from topic_briefings.commands.telling import (
    EXIT_CODES,
    LEFT_OUT,
    complain,
    config_option,
    count,
    progress,
    settings_in,
)


@click.command(epilog=EXIT_CODES, short_help="Put what a page rests on into one zip file.")
@click.argument("page")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--replace", is_flag=True, help="Write over a FILE that is there.")
@click.option(
    "--site",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="SITE",
    help="The built site: the page is put in as a PDF, too, printed by the Chromium that is there.",
)
@config_option
def evidence(config_file: Path, page: str, file: Path, site: Path | None, *, replace: bool) -> None:
    """Write the quotations of PAGE, their sources, hashes and citations to the zip FILE.

    PAGE is a path below the folder of pages, such as voices/ana-lee.md. The articles themselves are not put in: whether
    you may pass them on is yours to know.
    """
    from topic_briefings.build import gathered
    from topic_briefings.exporting.evidence import write_evidence
    from topic_briefings.exporting.files import refuse_export
    from topic_briefings.pages.kinds import site_of

    refuse_export(file, replace=replace, forms=(".zip",))
    settings = settings_in(config_file)
    edition, errors = gathered(settings, progress=progress)
    complain(errors)
    found = write_evidence(site_of(edition, settings), page, file, built=site)
    told = f"{count(len(found.lines), 'quotation')} of {count(len(found.articles), 'article')}"
    click.echo(f"{file}: {told}")
    sys.exit(LEFT_OUT if errors else 0)
