"""German words that can be several things, settled by the words around them."""

from __future__ import annotations

import re

from topic_briefings.languages.de.words import WORDS
from topic_briefings.languages.names import given_name

_GENITIVE = re.compile(r"(?<=[N)])d(?=a*N)")
"""An article right after a noun: "der Sprecher der Polizei"."""
_PARTICLES = re.compile(r"(?<=N)[Nfia]d?(?=N)")
"""What may stand between a given name and the rest: "von der"."""
_SAID = re.compile(r"(?<=V)[Nfia]d?(?=N)")
"""What may be the same between a verb that reports and a surname: "sagte von der Aue"."""
_SO = re.compile(r"(?:(?<=Q)|(?<=[Q.N],)|(?<=[a-z],))r(?=d?a*N|h)")


def settled(tokens: list[str], tags: str) -> str:
    """``tags`` where a genitive after a noun counts as "of", and "so" between a quotation and a name reports.

    "von der" after a given name belongs to the name, and then to the surname alone where it reports.
    """
    particles = WORDS.word_set("particle")
    surnames: set[tuple[str, ...]] = set()

    def joined(match: re.Match[str]) -> str:
        if tokens[match.start()] not in particles or not given_name(tokens[match.start() - 1]):
            return match[0]
        surnames.add(tuple(tokens[match.start() : match.end() + 1]))
        return "N" * len(match[0])

    def repeated(match: re.Match[str]) -> str:
        return "N" * len(match[0]) if tuple(tokens[match.start() : match.end() + 1]) in surnames else match[0]

    tags = _PARTICLES.sub(joined, tags)
    tags = _SAID.sub(repeated, tags) if surnames else tags
    tags = _GENITIVE.sub(lambda match: "f" if tokens[match.start()].endswith("er") else "d", tags)
    return _SO.sub(lambda match: "V" if tokens[match.start()] == "so" else "r", tags)
