"""What pictures are made of: the records they show and the few elements they share."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from topic_briefings.pages.markdown import attribute, own_address, text


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One count of a picture."""

    label: str
    """What stands beside it: "Canada", "November 2026"."""
    count: int
    """0 or more; less than 0 counts as 0."""
    title: str = ""
    """What hovering and focus tell: "November 2026: 3 articles"; empty for the label and the bare count."""
    href: str | None = None
    """The page behind it, as ``links`` makes addresses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The counts of one thing over periods that it shares with others."""

    name: str
    counts: tuple[int, ...]
    title: str
    """The series in words: "tidal power: 7 articles, most in the week of 16 November"."""
    href: str | None = None


def figure(name: str, picture: Markup, caption: str = "") -> Markup:
    """``picture`` with its caption, if it has one, as a block of class ``bf-<name>``."""
    below = f"<figcaption>{text(caption)}</figcaption>" if caption else ""
    return _html(f'<figure class="bf-figure bf-{name}">{picture}{below}</figure>')


def drawing(content: str, title: str, attributes: str, *, linked: bool) -> Markup:
    """An SVG named ``title``: a group where it holds links, else one image."""
    role = "group" if linked else "img"
    return _html(f'<svg {attributes} role="{role}" aria-label="{attribute(title)}">{content}</svg>')


def mark(shape: str, title: str, href: str | None) -> str:
    """``shape`` with the ``title`` that hovering tells, as a link where there is a page."""
    if href is None:
        return f"<g><title>{text(title)}</title>{shape}</g>"
    # With instant navigation Material writes to "href" of all that has it, and in a picture it cannot be written to.
    return f'<a xlink:href="{own_address(href)}"><title>{text(title)}</title>{shape}</a>'


def _html(markup: str) -> Markup:
    return Markup(markup)  # noqa: S704 - every text in it went through markdown.text or attribute
