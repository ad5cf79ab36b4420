"""``briefings build``: pages, checked, and the site made of them."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from topic_briefings.commands.telling import (
    EXIT_CODES,
    LEFT_OUT,
    all_settings_in,
    complain,
    config_option,
    contents,
    executed,
    executor_option,
    progress,
    say,
    seconds,
    strict_option,
)


@click.command(epilog=EXIT_CODES, short_help="Generate, verify, and build the site into site/.")
@click.option(
    "--offline",
    is_flag=True,
    help="Build a folder to open from a disk or to send, with its search and without a server, into site-offline/.",
)
@executor_option
@strict_option
@config_option
def build(config_file: Path, executor: str | None, *, offline: bool, strict: bool) -> None:
    """Generate the pages, verify them, and build the site from them into site/.

    Nothing is built while a published quotation is not its article's, to the letter. The site is built and verified
    beside the one that stands, and takes its place at once; that one is kept as site.last/. A built page that was
    verified in this folder before is not verified again while it and the page it was built from are as they were.
    """
    from topic_briefings.build import generate
    from topic_briefings.mkdocs_edge.building import build_site
    from topic_briefings.store.checks import remembered
    from topic_briefings.verifying import refuse_altered

    began = time.perf_counter()
    told = executed(all_settings_in(config_file), executor)
    outcomes, verified = [], []
    for settings in told:
        outcome = generate(settings, progress=progress, recorded=False, strict=strict)
        complain(outcome.errors)
        say(outcome.unmet)
        click.echo("Verifying the pages", err=True)
        with remembered(settings) as checks:
            verified.append(refuse_altered(settings, memory=checks))
        outcomes.append(outcome)

    def approve(built: Path) -> None:
        click.echo("Verifying the site", err=True)
        for verification in verified:
            with remembered(verification.settings) as checks:
                verification.refuse_site(built, checks)

    click.echo("Building the site", err=True)
    site = build_site(config_file, approve, offline=offline)
    for outcome in outcomes:
        click.echo(f"{contents(outcome)} in {seconds(began)}")
    click.echo(f"The site stands in {site}")
    sys.exit(LEFT_OUT if any(outcome.errors for outcome in outcomes) else 0)
