"""``briefings extract``: the extraction record of each article."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from topic_briefings.commands.articles import done_of, readable
from topic_briefings.commands.telling import EXIT_CODES, LEFT_OUT, count, write_utf8
from topic_briefings.errors import ArticleError

if TYPE_CHECKING:
    from topic_briefings.knowledge import Knowledge
    from topic_briefings.models import Article
    from topic_briefings.running.execution import Execution


@click.command(epilog=EXIT_CODES, short_help="Print the extraction record of every article in FILE….")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, help="The output.")
@click.option("--workers", type=click.IntRange(0), default=0, help="Processes; 0, the default, for all cores.")
@click.option("--topics", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A taxonomy of your own.")
@click.option(
    "--together",
    is_flag=True,
    help="Add what only many articles can tell: story, related articles, voices. Prints last.",
)
def extract(files: tuple[str, ...], form: str, workers: int, topics: Path | None, *, together: bool) -> None:
    """Print the extraction record of every article in FILE…, one a line, in order.

    A FILE may be a folder, or "-" for JSON Lines on standard input. What is wrong with an article goes to
    standard error; at the end, so does the number of articles a second.
    """
    from topic_briefings.knowledge import Knowledge
    from topic_briefings.running.execution import chosen
    from topic_briefings.settings import parse

    del form  # there is one so far
    write_utf8()
    left_out: list[ArticleError] = []
    knowledge = Knowledge(taxonomy=topics)
    articles = readable(files, left_out)
    began = time.perf_counter()
    make = _together if together else _one_by_one
    done = 0
    place = chosen(workers, parse({}, root=Path()).seconds_per_article)
    for line in make(place, articles, knowledge, left_out):
        sys.stdout.write(line)
        done += 1
    sys.stdout.flush()
    took = time.perf_counter() - began
    click.echo(f"{count(done, 'article')} in {took:.1f} s, {done / took:.0f} a second", err=True)
    sys.exit(LEFT_OUT if left_out else 0)


def _one_by_one(
    execution: Execution, articles: Iterable[Article], knowledge: Knowledge, left_out: list[ArticleError]
) -> Iterator[str]:
    """The record of each article, as soon as it is made."""
    from functools import partial

    yield from done_of(execution.each(partial(_record_line, knowledge=knowledge), articles), left_out)


def _together(
    execution: Execution, articles: Iterable[Article], knowledge: Knowledge, left_out: list[ArticleError]
) -> Iterator[str]:
    """The records of all articles, once all are analysed."""
    import json
    from functools import partial

    from topic_briefings.extractors import analyse
    from topic_briefings.joint import together
    from topic_briefings.settings import parse

    analyses = list(done_of(execution.each(partial(analyse, knowledge=knowledge), articles), left_out))
    for made in together(analyses, parse({}, root=Path())):
        yield json.dumps(made, ensure_ascii=False) + "\n"


def _record_line(article: Article, knowledge: Knowledge) -> str:
    """The record of ``article`` as a line of JSON; made where the analysis is, since text travels lightest."""
    import json

    from topic_briefings.extractors import analyse
    from topic_briefings.records import record

    return json.dumps(record(analyse(article, knowledge)), ensure_ascii=False) + "\n"
