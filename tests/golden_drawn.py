"""Pictures of a few counts, names of pages and ways between them, and how a very long article is shared among pages."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from tests.factories import article
from topic_briefings.errors import PageError
from topic_briefings.extractors import analyse
from topic_briefings.gathering import gather
from topic_briefings.pages import render
from topic_briefings.pages.links import published, relative, slug, slugs
from topic_briefings.pages.pictures import Bar, Series, by_period, spark, timeline, trend, world_map
from topic_briefings.pages.pictures.steps import classes, legend, tone
from topic_briefings.settings import parse
from topic_briefings.writing.paths import check

COUNTS = ((1,), (1, 7), (1, 2, 9), (1, 2, 3, 90), (1, 2, 3, 4, 5), (1, 2, 3, 4, 5, 6), (3, 8, 21, 55, 90, 400, 99_999))
DAYS = (
    ("2026-03-02",),
    ("2026-03-02", "2026-03-08", "2026-03-09"),
    ("2026-03-02", "2026-05-31", "2026-06-01"),
    ("2026-01-31", "2026-12-01", "2027-12-31"),
    ("1960-05-05", "1990-01-01", "2026-03-02"),
    ("1900-01-01", "2026-03-02"),
)
BARS = (
    (("1 March 2026", 3),),
    (("1 March", 3), ("2 March", 0), ("3 March", 12)),
    (("a very long name of a first week", 1), ("", 40), ("a very long name of a last week", 2)),
    tuple((f"week {number}", number * 37 % 11) for number in range(40)),
)
NAMES = (
    *(
        "Ana Lund",
        "Étienne O’Brien-Lund",
        "Ærø & Østfold",
        "STRAẞE Łódź",
        "山田",
        "山田 Yamada",
        "con",
        "index",
        "lpt9",
        "",
    ),
    *("a b " * 12, "a" * 69, "a" * 70, "a" * 71, "one two three four five six seven eight nine ten eleven twelve end"),
)
WAYS = (
    ("index.md", "index.md"),
    ("index.md", "articles/rain.md"),
    ("articles/rain.md", "index.md"),
    ("articles/rain.md", "articles/hail.md"),
    ("articles/rain.md", "articles/index.md"),
    ("articles/pages/rain-2.md", "articles/rain.md"),
    ("articles/pages/rain-2.md", "countries/norway.md"),
    ("a/b/c.md", "a/d/c.md"),
)
PATHS = (
    *("index.md", "a/b.md", "a//b.md", "../b.md", "a/.b.md", "a b.md", "a/ø.md", "a/é-1_2.md", "a:b.md", "a\\b.md"),
    *("a" * 240, "a" * 241, "ø" * 120, "ø" * 121),
)
SAID = (
    "The crane of Tarn has stood on the quay since the winter of {0}, and whoever says that it leans has not seen it "
    "in the {0} storms that it outlived, nor the {0} ships that it unloaded on the coldest of all our mornings"
)


def drawn() -> Iterator[str]:
    """The record of all of them."""
    yield "=== classes of counts"
    for counts in COUNTS:
        found = classes(counts)
        yield f"{counts}: {legend(found, str)}, tones {[tone(count, found) for count in counts]}"
    yield "=== periods"
    for days in DAYS:
        unit, periods = by_period(map(dt.date.fromisoformat, days))
        told = [f"{period.first}–{period.last} {period.count}" for period in (*periods[:3], *periods[-2:])]
        yield f"{', '.join(days)}: {len(periods)} of a {unit}: {', '.join(told)}"
    yield from _pictures()
    yield "=== names and paths"
    for name in NAMES:
        yield f"{name[:80]!r}: {slug(name)}"
    yield str(slugs([("b", "Ana Lund"), ("a", "Ana Lund"), ("c", "ana lund"), ("d", "Bo Ek")]))
    for origin, target in WAYS:
        ways = relative(origin, target), relative(origin, target, "q"), published(origin, target)
        yield f"{origin} to {target}: {' '.join(ways)}"
    for path in PATHS:
        yield f"{path[:40]}: {_checked(path)}"
    yield from _long()


def _checked(path: str) -> str:
    try:
        return "fine" if check(path) == path else "another"
    except PageError as error:
        return str(error)[-90:]


def _pictures() -> Iterator[str]:
    for number, bars in enumerate(BARS):
        made = [Bar(label=label, count=count, href=f"{count}/" if count % 2 else None) for label, count in bars]
        apart = Bar(label="undated", count=5, title="five of no day") if number % 2 else None
        yield f"=== timeline of {len(made)}{' and what has no date' if apart else ''}"
        yield from _shapes(timeline(made, apart, title="Reports"))
        series = [
            Series(name=f"rain {step}", counts=tuple(bar.count * step for bar in made), title="a course", href="x/")
            for step in (1, 2)
        ]
        yield f"=== trend and spark of {len(made)}"
        yield from _shapes(trend(series, caption="A caption"))
        yield from _shapes(spark(series[0], 12))
    yield "=== nothing dated"
    yield from _shapes(timeline((), Bar(label="undated", count=2), title="Reports"))
    yield "=== map"
    picture = world_map(
        {"NO": 1, "PE": 12, "MT": 3, "XK": 2},
        {"NO": "norway/", "PE": "peru/", "MT": "malta/"},
        {"NO": "Norway: 1", "PE": "Peru: 12", "MT": "Malta: 3", "XK": "Kosovo: 2"},
        title="Where",
        caption="A map",
        unit="articles",
        number=str,
    )
    yield from (shape for shape in _shapes(picture) if "title" in shape or "bf-" in shape[:60])


def _shapes(picture: str) -> list[str]:
    """One element a line, a path cut short."""
    return re.sub(r'( d="[^"]{30})[^"]*', r"\1…", str(picture)).replace("><", ">\n<").splitlines()


def _long() -> Iterator[str]:
    """How many quotations each page of a long article prints, and how much room they take."""
    for statements, words in ((8, 1), (40, 1), (120, 1), (25, 9)):
        said = (SAID.format(1800 + number) + ", and so it is" * 12 * (words > 1) for number in range(statements))
        lines = [
            f"“{text},” said Ana Lund, the mayor." if number % 3 else f"Bo Ek, a pilot, said that {text[4:]}."
            for number, text in enumerate(said)
        ]
        made = article("\n\n".join(lines), id="crane", headline="The crane", published="2026-03-01", language="en")
        settings = parse({"per_page": 20}, root=Path())
        edition = gather([analyse(made)], settings)
        yield f"=== {statements} statements"
        for page in render(edition, settings):
            if page.path.endswith(".md") and b"{: #q-" in page.content:
                text = page.content.decode()
                yield f"{page.path}: {text.count('{: #q-')} quotations in {round(len(text), -3)} characters"
