"""``briefings ci``: the workflow for continuous integration."""

from __future__ import annotations

import click

from topic_briefings.commands.telling import EXIT_CODES, write_utf8
from topic_briefings.starting.workflows import HOSTS, workflow


@click.command(epilog=EXIT_CODES, short_help="Print a workflow for GitHub or GitLab.")
@click.argument("host", type=click.Choice(sorted(HOSTS)))
def ci(host: str) -> None:
    """Print the workflow that checks, builds and publishes the site; "init" writes it into a new repository.

    For GitHub it belongs into .github/workflows/briefings.yml, for GitLab into .gitlab-ci.yml.
    """
    write_utf8()
    click.echo(workflow(host), nl=False)
