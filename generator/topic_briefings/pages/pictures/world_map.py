"""The world map of coverage: which countries the articles are about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from topic_briefings.knowledge import rows
from topic_briefings.pages.markdown import text
from topic_briefings.pages.pictures.marks import drawing, figure, mark
from topic_briefings.pages.pictures.steps import classes, legend, tone

TABLE = "map/world.tsv"
SIZE = "*"
NOBODYS = "-"
_SWATCH = (
    '<svg class="bf-swatch" viewBox="0 0 10 10" aria-hidden="true"><path class="bf-step-{}" d="M0 0h10v10H0z"/></svg>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A country on the map."""

    outline: str
    """SVG path data; empty where the map's scale has none."""
    dot: str
    """``x y`` of a dot for a country that is missing or a speck; else empty."""


def world_map(
    counts: Mapping[str, int],
    href: Mapping[str, str],
    titles: Mapping[str, str],
    *,
    title: str,
    caption: str = "",
    unit: str = "",
    number: Callable[[int], str] = str,
) -> Markup:
    """The countries of the world, each filled by its number of articles and linked to its page.

    Outlines and borders are those of Natural Earth, which draws who controls a place rather than who claims it;
    they say nothing of whose it should be. A country too small to be seen has a dot. Land without articles is
    a quiet outline.

    :param counts: articles by ISO 3166-1 alpha-2 code; codes that the map does not know are left out
    :param href: the addresses of their pages; a country without one is filled but no link
    :param titles: what hovering and focus tell: "Japan: 6 articles"
    :param title: what the picture is, for those who do not see it
    :param unit: the noun before the legend's numbers
    :param number: how the site's language writes a number
    """
    shapes = _shapes()
    shown = sorted(
        (code for code, n in counts.items() if n > 0 and code in shapes and code != NOBODYS),
        key=lambda c: (-counts[c], c),
    )
    if not shown:
        return Markup()
    among = classes(counts[code] for code in shown)
    # Dots come last: a speck would lie below its neighbour.
    drawn = sorted(shown, key=lambda code: bool(shapes[code].dot))
    marks = (mark(_shape(shapes[c], tone(counts[c], among)), titles[c], href.get(c)) for c in drawn)
    picture = drawing(
        f'<path class="bf-land" d="{_quiet(frozenset(shown))}"/>{"".join(marks)}',
        title,
        f'class="bf-world" viewBox="0 0 {_size()}"',
        linked=any(code in href for code in shown),
    )
    return figure("map", picture + _legend(legend(among, number), unit), caption)


def _shape(shape: Shape, step: int) -> str:
    outline = f'<path class="bf-step-{step}" d="{shape.outline}"/>' if shape.outline else ""
    if not shape.dot:
        return outline
    # A line of no length with round ends keeps its size in pixels however wide the map is.
    dot = f'd="M{shape.dot}h0"/>'
    return f'{outline}<path class="bf-rim" {dot}<path class="bf-dot bf-step-{step}" {dot}'


def _quiet(shown: frozenset[str]) -> str:
    return "".join(shape.outline for code, shape in _shapes().items() if code not in shown)


def _legend(entries: tuple[tuple[int, str], ...], unit: str) -> Markup:
    keys = "".join(f"<span>{_SWATCH.format(step)}{text(label)}</span>" for step, label in entries)
    name = f"<span>{text(unit)}</span>" if unit else ""
    return Markup(f'<p class="bf-legend">{name}{keys}</p>')  # noqa: S704 - every text in it is escaped


@cache
def _table() -> dict[str, tuple[str, str]]:
    return {code: (first, second) for code, first, second in rows(TABLE)}


@cache
def _shapes() -> dict[str, Shape]:
    """Every shape by code, and the land that has no code."""
    return {code: Shape(outline=line, dot=dot) for code, (line, dot) in _table().items() if code != SIZE}


def _size() -> str:
    return " ".join(_table()[SIZE])
