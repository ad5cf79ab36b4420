"""Who is who in a few short articles: ``tests/cases/people.txt`` has some a line, "||" parts them.

The articles are of days that follow one another, by outlets of their own. Below each line stand the voices with
their kinds, roles, spellings and what joined them, who answers whom, and whom the quotations name.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from tests.factories import article
from tests.golden_editions import voices
from topic_briefings.extractors import analyse
from topic_briefings.gathering import gather
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Line
from topic_briefings.settings import parse

FILE = Path(__file__).parent / "cases" / "people.txt"
START = dt.date(2026, 3, 1)


def people() -> Iterator[str]:
    """The record of all lines."""
    knowledge, settings = Knowledge(), parse({}, root=Path())
    for row in FILE.read_text(encoding="utf-8").splitlines():
        if not row or row.startswith("#"):
            continue
        made = [
            article(
                body.replace(" ¶ ", "\n\n"),
                id=f"report-{number}",
                headline=f"Report {number}",
                published=START + dt.timedelta(days=number),
                outlet=f"Outlet {number}",
                language="de" if "„" in body else "en",
            )
            for number, body in enumerate(row.split(" || "), 1)
        ]
        edition = gather([analyse(one, knowledge) for one in made], settings)
        yield row
        yield from (f"    {line}" for line in voices(edition))
        for report in edition.reports:
            told = ", ".join(map(_named, report.lines))
            yield f"    {report.article.id}: {told or 'nothing said'}"


def _named(line: Line) -> str:
    """Whom a statement is given to."""
    return f"{line.byline.heading or 'nobody'}{'' if line.byline.certain else ' (?)'}"
