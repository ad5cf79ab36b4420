"""``briefings stats``: the edition in numbers."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from topic_briefings.commands.telling import (
    EXIT_CODES,
    LEFT_OUT,
    complain,
    config_option,
    progress,
    settings_in,
    write_utf8,
)


@click.command(epilog=EXIT_CODES, short_help="Count what the articles have.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@config_option
def stats(config_file: Path, *, as_json: bool) -> None:
    """Print what the articles have: stories, quotations and how many name who spoke, countries, topics, doubts."""
    from topic_briefings.build import gathered
    from topic_briefings.pages.names import names
    from topic_briefings.terminal.figures import figures, told

    settings = settings_in(config_file)
    edition, errors = gathered(settings, progress=progress)
    complain(errors)
    write_utf8()
    found = figures(edition, names(settings))
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        for line in told(found):
            click.echo(line)
    sys.exit(LEFT_OUT if errors else 0)
