"""``briefings digest``: what is new, as a message to send."""

from __future__ import annotations

import datetime as dt
import sys
from contextlib import suppress
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

LAST = "last"


class Since(click.ParamType):  # type: ignore[type-arg]  # generic in newer versions of click only
    """A day, or the edition before."""

    name = "DATE|last"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dt.date | str:
        """The day in ``value``; ``last`` itself."""
        if value == LAST:
            return LAST
        if isinstance(value, dt.date):
            return value
        with suppress(ValueError):
            return dt.date.fromisoformat(str(value))
        return self.fail(
            f'"{value}" is not a day; write it as 2026-11-20, or "{LAST}" for the edition before', param, ctx
        )


@click.command(epilog=EXIT_CODES, short_help="Tell what is new, ready to send.")
@click.option("--since", type=Since(), default=LAST, show_default=True, help="From which day; or the edition before.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "text", "html"]),
    default="markdown",
    show_default=True,
    help="As Markdown, as plain text, or as the HTML of a mail.",
)
@click.option("--watch", metavar="NAME", help='Only what answers this entry of "watch:" in mkdocs.yml.')
@config_option
def digest(config_file: Path, since: dt.date | str, form: str, watch: str | None) -> None:
    """Print what is new and what has changed, by topic and country: each story once, its key quotes with their sources.

    Nothing is written: "last" means the edition before the one that "briefings generate" would write now. With a day,
    it is what was published then or later.
    """
    from topic_briefings.build import gathered
    from topic_briefings.digesting.telling import FORMS, tell
    from topic_briefings.gathering.digest import since_day, since_edition, watched_alone
    from topic_briefings.mkdocs_edge.options import addresses_in
    from topic_briefings.pages.kinds import site_of

    settings = settings_in(config_file)
    edition, errors = gathered(settings, progress=progress)
    complain(errors)
    edition = watched_alone(edition, watch) if watch else edition
    found = since_day(edition, since) if isinstance(since, dt.date) else since_edition(edition)
    write_utf8()
    site = site_of(edition, settings)
    click.echo(tell(found, site, FORMS[form], addresses_in(config_file, settings)), nl=False)
    sys.exit(LEFT_OUT if errors else 0)
