"""Names that lead in what somebody says, or sign it: "Karin Lind, mayor:", "A word from Karin Lind:", "– Karin"."""

from __future__ import annotations

import re

from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.languages.claim import Range

_DESCRIBED = re.compile(r"[|-]*(N[Nj]*(?:,[dnuafiNjm]+)+):")
"""A label with a role: "Karin Lind, mayor:", "Karin Lind, 44, mayor:"."""
_LED_IN = re.compile(r"[if]((?:(?:[duany]j?)+,?)?N[Nj]*(?:,[dnuafiNjm]+)*+):[|.]*$")
"""What ends a line that leads in: "from Chairwoman Karin Lind:", "by the mayor, Karin Lind:"."""
_ASIDE = re.compile(r",i[^,;:.|QqvVDpPxHBA]*$")
"""Where or to whom somebody says what follows: "Karin Lind, in a letter to the court:"."""
_SIGNATURE = re.compile(r"-((?:u?j?N[Nj]*))(?:,[^.|]*)?[.j]?(?:[|]|$)")
_VERBS = frozenset("vVDpPxHBA")


def named(scene: Scene, first: int, colon: int) -> Range | None:
    """Whom the words from ``first`` up to the ``colon`` name, with a role or with where it was said behind the name."""
    if heads(scene, scene.tokens[first]):
        return None
    described = _DESCRIBED.fullmatch(scene.tags, first, colon + 1)
    if described:
        return first, described.end(1)
    aside = _ASIDE.search(scene.tags[first:colon])
    return scene.attribution.label(scene.tags, first, first + aside.start() if aside else colon)


def led_in(scene: Scene, first: int, last: int) -> Range | None:
    """The name in a line without a verb that leads in what somebody says."""
    tags = scene.tags[first:last]
    match = _LED_IN.search(tags)
    if match is None or scene.tokens[first + match.start()].lower() not in scene.attribution.led_in:
        return None
    return None if _VERBS.intersection(tags) else (first + match.start(1), first + match.end(1))


def heads(scene: Scene, label: str) -> bool:
    """Whether a label is what heads a piece, and no speaker: "VIDEO: …"."""
    mentions = scene.attribution.mentions
    return mentions is not None and mentions.heads(label)


def signature(scene: Scene, at: int) -> Range | None:
    """The name that stands behind a dash at the word ``at``, alone or with what its owner is, and nothing behind it."""
    match = _SIGNATURE.match(scene.tags, at)
    return match.span(1) if match else None
