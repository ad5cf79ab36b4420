"""German words that can be several things, settled by the words around them."""

from __future__ import annotations

import re

from topic_briefings.languages.de.words import WORDS
from topic_briefings.languages.names import given_name

_GENITIVE = re.compile(r"(?<=[N)])d(?=a*N)")
"""An article right after a noun: "der Sprecher der Polizei"."""
_PARTICLES = re.compile(r"(?<=N)[Nfia]d?(?=N)")
"""What may stand between a given name and the rest: "von der"."""
_SO = re.compile(r"(?:(?<=Q)|(?<=[Q.N],)|(?<=[a-z],))r(?=d?a*N|h)")


def settled(tokens: list[str], tags: str) -> str:
    """``tags`` where a genitive after a noun counts as "of", and "so" between a quotation and a name reports.

    "von der" after a given name belongs to the name.
    """
    particles = WORDS.word_set("particle")

    def joined(match: re.Match[str]) -> str:
        inside = tokens[match.start()] in particles and given_name(tokens[match.start() - 1])
        return "N" * len(match[0]) if inside else match[0]

    tags = _PARTICLES.sub(joined, tags)
    tags = _GENITIVE.sub(lambda match: "f" if tokens[match.start()].endswith("er") else "d", tags)
    return _SO.sub(lambda match: "V" if tokens[match.start()] == "so" else "r", tags)
