"""The timeline: how many articles each week or month has, and the undated ones apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from topic_briefings.pages.markdown import text
from topic_briefings.pages.pictures.marks import Bar, drawing, figure, mark

HEIGHT = 118
TOP, FLOOR = 22, 96
"""Where the highest bar ends and where all of them stand, in pixels from the top."""
DATED = 82.0
"""The dated bars' share of the width, in per cent, where there are undated articles too."""
SLOT_FILLED = 0.74
WIDEST = 5.0
_EDGE = 0.16
"""How near to an edge, as a share of the width, the label of an end is written from its bar's side."""
PHONE, LETTER = 358, 6.6
"""Pixels that a picture has on a phone, and that a letter of a label takes."""


def timeline(
    bars: Sequence[Bar],
    undated: Bar | None = None,
    *,
    title: str,
    number: Callable[[int], str] = str,
) -> Markup:
    """Bars in the order of time, periods without articles among them; labels for the first, last and highest.

    Positions are shares of the width and heights are pixels, so that the labels keep their size on a phone.

    :param bars: one a period, none left out, the earliest first
    :param undated: the articles without a date; apart, on the right
    :param title: what the picture is, for those who do not see it
    :param number: how the site's language writes a number
    """
    apart = undated if undated and undated.count > 0 else None
    every = [*bars, *([apart] if apart else [])]
    highest = max((bar.count for bar in every), default=0)
    if highest <= 0:
        return Markup()
    dated = bool(bars) and any(bar.count > 0 for bar in bars)
    content = _dated(bars, highest, DATED if apart else 100.0, number) if dated else ""
    content += _apart(apart, highest, number, alone=not dated) if apart else ""
    picture = drawing(
        content, title, f'class="bf-time" width="100%" height="{HEIGHT}"', linked=any(b.href and b.count for b in every)
    )
    return figure("timeline", picture)


def _dated(bars: Sequence[Bar], highest: int, width: float, number: Callable[[int], str]) -> str:
    slot = width / len(bars)
    drawn = (_bar(bar, highest, index * slot, slot) for index, bar in enumerate(bars) if bar.count > 0)
    return _floor(0, width) + "".join(drawn) + _labels(bars, slot, width, number)


def _apart(bar: Bar, highest: int, number: Callable[[int], str], *, alone: bool) -> str:
    x, anchor = (0.0, "start") if alone else (100.0, "end")
    start = 0.0 if alone else 100 - WIDEST
    drawn = _bar(bar, highest, start, WIDEST, "bf-undated")
    count = _label(number(bar.count), x, _top(bar, highest) - 6, anchor)
    floor = _floor(0, 100) if alone else _floor(DATED + 6, 94 - DATED)
    return floor + drawn + count + _label(bar.label, x, HEIGHT - 6, anchor)


def _bar(bar: Bar, highest: int, x: float, slot: float, name: str = "bf-bar") -> str:
    wide = min(slot * SLOT_FILLED, WIDEST) if name == "bf-bar" else slot
    top = _top(bar, highest)
    area = f'<rect class="bf-hit" x="{x:.2f}%" y="0" width="{slot:.2f}%" height="{FLOOR}"/>'
    shape = (
        f'<rect class="{name}" x="{x + (slot - wide) / 2:.2f}%" y="{top}" width="{wide:.2f}%" height="{FLOOR - top}"/>'
    )
    return mark(area + shape, bar.title or f"{bar.label}: {bar.count}", bar.href)


def _top(bar: Bar, highest: int) -> int:
    """Where a bar ends; one article among thousands is still to be seen."""
    return FLOOR - max(2, (FLOOR - TOP) * bar.count // highest)


def _labels(bars: Sequence[Bar], slot: float, width: float, number: Callable[[int], str]) -> str:
    tallest = max(range(len(bars)), key=lambda index: bars[index].count)
    ends = sorted({0, len(bars) - 1})
    tight = len(ends) > 1 and _meet(bars, slot, width)
    written = [
        _placed(bars[index].label, (index + 0.5) * slot, slot, width, HEIGHT - 6, edge=_EDGE, wide=tight and index > 0)
        for index in ends
    ]
    best = bars[tallest]
    count = number(best.count)
    words = count if tallest in ends else f"{best.label}: {count}"
    highest = max(bar.count for bar in bars)
    middle = (tallest + 0.5) * slot
    return "".join(written) + _placed(words, middle, slot, width, _top(best, highest) - 6, edge=0.3)


def _meet(bars: Sequence[Bar], slot: float, width: float) -> bool:
    """Whether the labels of the first and the last bar would meet on a phone, where they are placed."""

    def taken(index: int) -> tuple[float, float]:
        x, anchor = _anchored((index + 0.5) * slot, slot, width, _EDGE)
        long = len(bars[index].label) * LETTER / PHONE * 100
        start = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * long
        return start, start + long

    return taken(0)[1] > taken(len(bars) - 1)[0]


def _placed(words: str, middle: float, slot: float, width: float, y: int, *, edge: float, wide: bool = False) -> str:
    x, anchor = _anchored(middle, slot, width, edge)
    return _label(words, x, y, anchor, wide=wide)


def _anchored(middle: float, slot: float, width: float, edge: float) -> tuple[float, str]:
    """Where a label stands: at its bar's middle, or from its side where the picture's edge is nearer than ``edge``."""
    half = min(slot * SLOT_FILLED, WIDEST) / 2
    if middle < width * edge:
        return middle - half, "start"
    if middle > width * (1 - edge):
        return middle + half, "end"
    return middle, "middle"


def _label(words: str, x: float, y: int, anchor: str, *, wide: bool = False) -> str:
    """A label; a ``wide`` one is shown where there is room for it."""
    name = 'class="bf-wide-only" ' if wide else ""
    return f'<text {name}x="{x:.2f}%" y="{y}" text-anchor="{anchor}" aria-hidden="true">{text(words)}</text>'


def _floor(start: float, width: float) -> str:
    return f'<rect class="bf-floor" x="{start:.2f}%" y="{FLOOR}" width="{width:.2f}%" height="1"/>'
