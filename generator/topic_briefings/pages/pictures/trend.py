"""Trends: keywords over time as small multiples."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from topic_briefings.pages.markdown import own_address, text
from topic_briefings.pages.pictures.marks import Series, drawing, figure

SLOT, BAR, HEIGHT = 10, 7, 100


def trend(series: Sequence[Series], *, caption: str = "", number: Callable[[int], str] = str) -> Markup:
    """One small row of bars a series with its sum, all on one scale; a series of noughts is left out.

    :param series: their ``counts`` are of the same periods, the earliest first
    :param caption: says the periods
    :param number: how the site's language writes a number
    """
    shown = [one for one in series if any(count > 0 for count in one.counts)]
    if not shown:
        return Markup()
    highest = max(max(one.counts) for one in shown)
    items = "".join(f"<li>{_item(one, highest, number)}</li>" for one in shown)
    return figure("trend", Markup(f"<ul>{items}</ul>"), caption)  # noqa: S704 - every text in it is escaped


def spark(one: Series, highest: int) -> Markup:
    """The bars of one series on a line of their own; ``highest`` is the count that fills its height."""
    wide = 12 * len(one.counts)
    return figure("spark", _bars(one, highest, f'width="{wide}" height="22" '))


def _item(one: Series, highest: int, number: Callable[[int], str]) -> str:
    name = f'<span class="bf-name">{text(one.name)}</span>'
    named = name if one.href is None else f'<a href="{own_address(one.href)}">{name}</a>'
    total = f'<span class="bf-number">{text(number(sum(max(0, count) for count in one.counts)))}</span>'
    return f"{named} {total} {_bars(one, highest)}"


def _bars(one: Series, highest: int, size: str = "") -> Markup:
    steps = "".join(
        f"M{index * SLOT} {HEIGHT}v-{max(4, HEIGHT * count // highest)}h{BAR}V{HEIGHT}z"
        for index, count in enumerate(one.counts)
        if count > 0
    )
    wide = max(1, len(one.counts)) * SLOT - (SLOT - BAR)
    shape = f'<path class="bf-bar" d="{steps}"/>'
    return drawing(shape, one.title, f'{size}viewBox="0 0 {wide} {HEIGHT}" preserveAspectRatio="none"', linked=False)
