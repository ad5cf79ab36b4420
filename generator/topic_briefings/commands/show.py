"""``briefings show``: what was found in an article, in the terminal."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from topic_briefings.commands.articles import readable
from topic_briefings.commands.telling import EXIT_CODES, LEFT_OUT, settings_in
from topic_briefings.errors import ArticleError


@click.command(epilog=EXIT_CODES, short_help="Show what is found in an article, in its text.")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--color/--no-color", default=None, help="With colours or without; else as the terminal can.")
def show(files: tuple[str, ...], *, color: bool | None) -> None:
    """Print each article of FILE… with what is found in it marked: who said what, countries, topics, keywords, doubts.

    For programs, "briefings extract" prints the same as JSON.
    """
    from topic_briefings.extractors import analyse
    from topic_briefings.knowledge import Knowledge
    from topic_briefings.terminal.analysis import shown

    here = Path("mkdocs.yml")
    knowledge = Knowledge(taxonomy=settings_in(here).topics if here.exists() else None)
    left_out: list[ArticleError] = []
    for number, article in enumerate(readable(files, left_out)):
        if number:
            click.echo("\n" + "─" * 40 + "\n", color=color)
        for line in shown(analyse(article, knowledge), knowledge):
            click.echo(line, color=color)
    sys.exit(LEFT_OUT if left_out else 0)
