"""The small words and the initials inside names: "Luz de la Fuente", "Jan van 't Hoff", "A. B. Lund", "J.-P. Lund"."""

from __future__ import annotations

import re

from topic_briefings.languages.names import before_particles, given_name, is_capital, particles

_MOST = 4
"""Small words between the parts of a name at most, an apostrophe among them."""
_GAP = re.compile(r"N(?=[a-z]{1,4}[Nu])")
"""A capital, and another after a few small words."""
_DOT = re.compile(r"(?<=[Ndhu])[.j]")
"""A stop or dot after a letter that may be an initial."""
_ENGLISH = frozenset("AI")
"""The two initials that are words of English."""


def drawn(tokens: list[str], tags: list[str]) -> None:
    """Give the small words and the initials inside names the letter of a name, in place.

    A small word counts only right between a capital and a capital: "do" in "Rui do Carmo", not in "Lena said so".
    """
    line = "".join(tags)
    for match in _GAP.finditer(line):
        at = match.end()
        if _is_inside(tokens, at) and (tokens[at - 1][0].isupper() or tokens[at - 1] in particles()):
            end = _end(tokens, tags, at)
            tags[at:end] = "N" * (end - at)
    for match in _DOT.finditer(line):
        at = match.start()
        if len(tokens[at - 1]) == 1 and tokens[at - 1].isupper() and _is_initial(tokens, tags, at - 1):
            tags[at - 1 : at + 1] = "Nj"
            if _is_joined(tokens, at + 1):
                tags[at + 1] = "N"
            end = _end(tokens, tags, at + 1)
            tags[at + 1 : end] = "N" * (end - at - 1)  # "E. M. de Lund"


def _end(tokens: list[str], tags: list[str], at: int) -> int:
    """Where the small words that begin at ``at`` end before a capital; ``at`` itself where no name goes on."""
    end = at
    while end < len(tokens) and end - at < _MOST and _is_inside(tokens, end):
        end += 1
    goes_on = end < len(tokens) and tags[end] in "Nu" and is_capital(tokens[end]) and not tokens[end].isupper()
    return end if goes_on else at


def _is_inside(tokens: list[str], at: int) -> bool:
    return tokens[at] in particles() or _is_elided(tokens, at) or _is_before_another(tokens, at)


def _is_before_another(tokens: list[str], at: int) -> bool:
    """Whether it is a preposition inside a name, before an article: "Sofie in 't Hout", "Eva auf der Aue"."""
    if tokens[at] not in before_particles() or tokens[at + 1 : at + 2] == []:
        return False
    if tokens[at + 1 : at + 3] in (["'", "t"], ["’", "t"], ["'t"], ["’t"]):
        return True
    return tokens[at + 1] in particles() and given_name(tokens[at - 1]) is not None


def _is_elided(tokens: list[str], at: int) -> bool:
    """Whether the word is the apostrophe of "'t", or the letter after it."""
    return (tokens[at] in "'’" and tokens[at + 1 : at + 2] == ["t"]) or (tokens[at] == "t" and tokens[at - 1] in "'’")


def _is_initial(tokens: list[str], tags: list[str], at: int) -> bool:
    """Whether a letter with its dot is an initial: one of several, or one that is a word after a given name."""
    joined = _is_joined(tokens, at + 2)
    if not tokens[at].isupper() or not tokens[at + 2 : at + 3]:
        return False
    if not (joined or tokens[at + 2][0].isupper() or _end(tokens, tags, at + 2) > at + 2):
        return False
    following = joined or (len(tokens[at + 2]) == 1 and tokens[at + 3 : at + 4] == ["."])
    before = at - (tokens[at - 1] == "-")
    several = following or (
        before > 1 and tokens[before - 1] == "." and tags[before - 2] == "N" and len(tokens[before - 2]) == 1
    )
    inside = tokens[at] in _ENGLISH and at > 0 and given_name(tokens[at - 1]) is not None
    return several or (inside and tags[at + 2] == "N")


def _is_joined(tokens: list[str], at: int) -> bool:
    """Whether the hyphen between two initials stands there: "J.-P."."""
    letter = tokens[at + 1 : at + 2]
    return tokens[at : at + 1] == ["-"] and bool(letter) and len(letter[0]) == 1 and tokens[at + 2 : at + 3] == ["."]
