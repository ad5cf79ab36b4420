"""``briefings settings``: all that can be set."""

from __future__ import annotations

import json

import click

from topic_briefings.commands.telling import EXIT_CODES, write_utf8
from topic_briefings.settings import options


@click.command(epilog=EXIT_CODES, short_help="List all that can be set in mkdocs.yml.")
def settings() -> None:
    """List all that can be set in mkdocs.yml under "plugins: - briefings:", each as where it is left out."""
    write_utf8()
    for name, option in options().items():
        click.echo(f"{name}: {json.dumps(option.default, ensure_ascii=False)}")
        click.echo(click.wrap_text(option.meaning, 100, "    ", "    "))
