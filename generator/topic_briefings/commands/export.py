"""``briefings export``: the edition as tables for other programs."""

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


@click.command(epilog=EXIT_CODES, short_help="Write who said what as CSV, Parquet or SQLite.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False), metavar="FILE…")
@click.option("--replace", is_flag=True, help="Write over a FILE that is there.")
@config_option
def export(config_file: Path, files: tuple[Path, ...], *, replace: bool) -> None:
    """Write the edition to each FILE, in the form that its name ends in.

    A ".csv" has a row a quotation: voice, role, words, countries and topics first; a ".parquet" has the same, with
    dates and numbers as such. A ".db" (".sqlite", ".sqlite3") has all tables, indexed for search, as Datasette and
    DuckDB open them.
    """
    from topic_briefings.build import gathered
    from topic_briefings.exporting.files import refuse_export, write_export
    from topic_briefings.pages.kinds import site_of

    for file in files:
        refuse_export(file, replace=replace)
    settings = settings_in(config_file)
    edition, errors = gathered(settings, progress=progress)
    complain(errors)
    site = site_of(edition, settings)
    for file in files:
        click.echo(f"{file}: {count(write_export(site, file), 'row')}")
    sys.exit(LEFT_OUT if errors else 0)
