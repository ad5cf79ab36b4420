"""``briefings corrections``: which corrections apply, and what an editor completes their file with."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from topic_briefings.commands.telling import (
    EXIT_CODES,
    LEFT_OUT,
    WRONG,
    all_settings_in,
    complain,
    config_option,
    count,
    progress,
    write_utf8,
)


@click.command(epilog=EXIT_CODES)
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the file, for completion in an editor.")
@config_option
def corrections(config_file: Path, *, schema: bool) -> None:
    """Say which corrections do not apply any more; nothing is written.

    They stand in corrections.yml in the folder of articles: who said what, what is left out, what a voice is called.
    """
    if schema:
        _print_schema()
        return
    from topic_briefings.build import corrections as looked_at

    every = [looked_at(settings, progress=progress) for settings in all_settings_in(config_file)]
    for found in every:
        complain(found.errors)
        for sentence in found.unmet:
            click.echo(sentence)
        rest = f", {count(len(found.unmet), 'does', 'do')} not any more" if found.unmet else ""
        click.echo(f"{count(found.applied, 'correction applies', 'corrections apply')}{rest}", err=True)
    unmet, errors = any(found.unmet for found in every), any(found.errors for found in every)
    sys.exit(WRONG if unmet else LEFT_OUT if errors else 0)


def _print_schema() -> None:
    import json

    from topic_briefings.corrections.schema import schema

    write_utf8()
    click.echo(json.dumps(schema(), ensure_ascii=False, indent=2))
