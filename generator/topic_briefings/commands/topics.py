"""``briefings topics``: what the topics are, and why an article is filed under them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from topic_briefings.commands.articles import readable
from topic_briefings.commands.telling import EXIT_CODES, LEFT_OUT, settings_in, write_utf8
from topic_briefings.errors import ArticleError


@click.group()
def topics() -> None:
    """What the topics are, and why an article is filed under them."""


@topics.command(epilog=EXIT_CODES)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--topics",
    "taxonomy",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Your own; without it, what mkdocs.yml in this folder names.",
)
@click.option("--most", type=click.IntRange(1), default=8, show_default=True, help="Topics an article.")
def explain(files: tuple[str, ...], taxonomy: Path | None, most: int) -> None:
    """Show what each word of an article brought to each topic; a star marks those it is filed under."""
    from topic_briefings.knowledge import Knowledge
    from topic_briefings.text.document import Document
    from topic_briefings.topics_report import explain as scores

    write_utf8()
    here = Path("mkdocs.yml")
    if taxonomy is None and here.exists():
        taxonomy = settings_in(here).topics
    left_out: list[ArticleError] = []
    for article in readable(files, left_out):
        click.echo(f"{article.id}: {article.headline}")
        for topic in scores(Document(article), Knowledge(taxonomy=taxonomy))[:most]:
            words = ", ".join(f"{term.term} ×{term.count} {term.points:.1f}" for term in topic.terms[:8])
            star = "*" if topic.salience is not None else " "
            click.echo(f"{star} {topic.score:6.1f}  {topic.label} ({topic.id}): {words}")
    sys.exit(LEFT_OUT if left_out else 0)
