"""``briefings doctor``: what deserves a look, with the entry that corrects it."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from topic_briefings.commands.telling import (
    EXIT_CODES,
    LEFT_OUT,
    all_settings_in,
    complain,
    config_option,
    count,
    progress,
    write_utf8,
)

if TYPE_CHECKING:
    from topic_briefings.doctor.findings import Finding


@click.command(epilog=EXIT_CODES)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line, for programs.")
@click.option("--most", type=click.IntRange(1), default=None, help="So many findings at most, the most harmful first.")
@config_option
def doctor(config_file: Path, *, as_json: bool, most: int | None) -> None:
    """List what deserves a look, most harmful first, each with the entry to paste into corrections.yml.

    Nothing is written. Speakers who are named by a narrow margin come first, then voices that were joined on little,
    stories that little holds together, names that are nearly the same, and articles that are hard to find.
    """
    from topic_briefings.build import examined

    write_utf8()
    left_out = False
    for settings in all_settings_in(config_file):
        found, errors = examined(settings, progress=progress)
        complain(errors)
        left_out = left_out or bool(errors)
        for finding in found[:most]:
            click.echo(_as_json(finding) if as_json else f"# {finding.says}\n{finding.entry}\n")
        kinds = Counter(finding.kind for finding in found)
        told = ", ".join(f"{kind} {number}" for kind, number in kinds.items())
        click.echo(f"{count(len(found), 'finding')}{': ' if told else ''}{told}", err=True)
    sys.exit(LEFT_OUT if left_out else 0)


def _as_json(finding: Finding) -> str:
    import json
    from dataclasses import asdict

    return json.dumps(asdict(finding), ensure_ascii=False)
