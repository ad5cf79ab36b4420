"""Relations: with whom and how often, as horizontal bars."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from topic_briefings.pages.markdown import attribute, own_address, text
from topic_briefings.pages.pictures.marks import Bar, figure

LENGTH = 1000


def relations(rows: Sequence[Bar], *, title: str, caption: str = "", number: Callable[[int], str] = str) -> Markup:
    """A list of links, each with its bar and its number, in the order of ``rows``; rows of 0 are left out.

    Names are plain text beside the bar, so that a long one wraps and a screen reader meets a list of links.

    :param title: what the picture is, for those who do not see it
    :param number: how the site's language writes a number
    """
    shown = [row for row in rows if row.count > 0]
    if not shown:
        return Markup()
    highest = max(row.count for row in shown)
    lines = "".join(f"<li>{_line(row, highest, number)}</li>" for row in shown)
    return figure("relations", Markup(f'<ul aria-label="{attribute(title)}">{lines}</ul>'), caption)  # noqa: S704 - escaped


def _line(row: Bar, highest: int, number: Callable[[int], str]) -> str:
    wide = max(4, LENGTH * row.count // highest)
    bar = (
        f'<svg viewBox="0 0 {LENGTH} 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<path class="bf-track" d="M0 0h{LENGTH}v10H0z"/><path class="bf-bar" d="M0 0h{wide}v10H0z"/></svg>'
    )
    inner = (
        f'<span class="bf-name">{text(row.label)}</span> {bar} <span class="bf-number">{text(number(row.count))}</span>'
    )
    return f'<a href="{own_address(row.href)}">{inner}</a>' if row.href is not None else f"<div>{inner}</div>"
