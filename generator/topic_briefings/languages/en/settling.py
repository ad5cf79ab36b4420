"""English words that can be several things, settled by the words around them."""

from __future__ import annotations

import re

from topic_briefings.languages.en.inside import drawn
from topic_briefings.languages.en.name_kinds import places
from topic_briefings.languages.en.words import ARTICLES, verb_letter, word_set
from topic_briefings.languages.names import given_name

# A determiner, a possessive or an adjective makes the next word a noun; "to" or a modal makes it a verb.
# The word's own letter stands first in a pattern, since a class of characters is looked for quickly.
_NOUN = re.compile(
    r"[yYeEgGpD](?:(?<=[dms][yYeEgG])(?![dhoT])|(?<=sa[yYeE])|(?<=s[yYeE])|(?<=[dms][pD])(?=[nNuy])|(?<=[fi][yY])|(?<=[fi][pD])(?=[nNu])"
    r"|(?<=[na][yY])(?![dhoTtQmN])|(?<=N[yY])(?=[BHx])|(?<=Ny)(?=NN+[VD])|(?<=[dms][yY][yY])(?=[DVxHB]))"
)
_VERB = re.compile(r"[yY](?<=[xt][yY])")
_IS = re.compile(r"s(?=[rgGpPDBd])(?<=[hw]s)")
"""The 's of "he's said"."""


_SLASHED = re.compile(r"c(?<=mc)(?=m)")
"""What stands between two numbers: "9/11"."""
_OBJECT = re.compile(r"h(?<=[vVDpPgG][Yy]h)")
"""What is a noun where it is a plural between another verb and a clause: "dismissing questions he …"."""
_OPENING = re.compile(r"N(?<![^.|]N)")
_MODAL_NAME = re.compile(r"[xli](?=N)(?:(?<=[li])|(?<=[^.|]x))")
_SHOP = re.compile(r"T(?<=d[yY]T)(?=[vVpxHB])")
_MONTH = re.compile(r"x(?=m)")
_NAME_BEHIND = re.compile(r"[xl](?<=N[xl])(?=[VDvpyYHB,s.|])")
"""Will, May, June: in capitals behind a given name they are surnames, and so are some before a verb."""
_MONTH_NAME = re.compile(r"l(?<=Nl)(?!f?m)")
"""A month behind a name, no day of it: "Jason January"."""
_MONTHS = frozenset(("January", "February", "March", "July", "September", "October", "November", "December"))
_OFFICE = re.compile(r"u(?![uN])")
"""A title with a capital that stands before no name."""
_NAME_BESIDE = re.compile(r"Q[xilzcbr](?=[VD])")
"""Will, May, From: in capitals between a quotation and its verb they are names."""
_NEW_VERB = re.compile(r"(?<=Q)(?:uj?)?N[Nj]*[naN](?=[.,|iolt])")
"""A name and one more word, between a quotation and a stop or a preposition."""
_COMPLEMENT = frozenset("idtzhTo")
_CUT = re.compile(r"j(?<=Nj)(?=[Nu])")
_LONG = 5
"""Letters of a word that no stop cuts short, but for states and titles."""
_NAMESAKES = frozenset(("Will", "May", "April", "June", "August", "Jan", "Per"))


def settled(tokens: list[str], tags: str) -> str:
    """``tags`` with words that may be noun or verb settled by the word before them, and capitals by their place."""
    tags = _CUT.sub(lambda match: "." if _ends_sentence(tokens, match.start()) else "j", tags)
    tags = _opened(tokens, _without_letters(tokens, _with_pro_tem(tokens, tags)))
    tags = _SLASHED.sub(lambda match: "m" if tokens[match.start()] == "/" else "c", tags)
    tags = _IS.sub("x", tags)
    tags = _MONTH.sub(lambda match: "l" if tokens[match.start()] == "May" else "x", tags)
    tags = _VERB.sub(lambda match: "E" if match[0] == "Y" else "e", tags)
    return _NOUN.sub("n", tags)


def _ends_sentence(tokens: list[str], at: int) -> bool:
    """Whether the stop between two capitals cuts no word short, for all that marks without a partner hide its end."""
    word = tokens[at - 1]
    last = word.rpartition("-")[2]
    short = "." in word or len(word) < _LONG or len(last) == 1 or last in word_set("state")
    return tokens[at] == "." and tokens[at + 1][0].isupper() and not short and f"{word}." not in word_set("title")


def _with_pro_tem(tokens: list[str], tags: str) -> str:
    """``tags`` with "pro tem" as the end of the title that it stands behind: "Senate President Pro Tem Lund"."""
    if not {"Pro", "pro"}.isdisjoint(tokens):
        for at in range(2, len(tokens)):
            if tokens[at - 1] in ("Pro", "pro") and tokens[at].lower() in word_set("tempore"):
                tags = f"{tags[: at - 1]}uu{tags[at + 1 :]}"
    return tags


def _without_letters(tokens: list[str], tags: str) -> str:
    """``tags`` with letters behind a name as no part of it: "Ana Lund MP"."""
    letters = word_set("postnominal")
    if not letters.isdisjoint(tokens):
        for at in range(2, len(tokens)):
            named = tokens[at] in letters and tags[at - 2 : at] == "NN" and tags[at + 1 : at + 2] != "N"
            if named and tags[at] in "Nu" and given_name(tokens[at - 2]) is not None:
                tags = f"{tags[:at]}j{tags[at + 1 :]}"
    return tags


def _opened(tokens: list[str], line: str) -> str:
    """A capital at the beginning of a sentence is no sign of a name: "Speaking to voters", "Asked whether"."""
    tags = list(line)
    for match in _OPENING.finditer(line):
        at = match.end() - 1
        letter = "A" if tokens[at] == "According" else verb_letter(tokens[at])
        if letter in "AGDP" or (letter in "gp" and line[at + 1 : at + 2] in _COMPLEMENT):
            tags[at] = letter
    _name_namesakes(tokens, tags, line)
    _name_offices(tokens, tags, line)
    for match in _NEW_VERB.finditer(line):
        if tokens[match.end() - 1].endswith(("ed", "’d", "'d")):
            tags[match.end() - 1] = "p"  # a verb that no dictionary has: "Lund WhatsApped."
    for match in _OBJECT.finditer(line):
        if tokens[match.start() - 1].endswith("s"):
            tags[match.start() - 1] = "n"
    for match in _SHOP.finditer(line):
        if tokens[match.start() - 2].lower() in ARTICLES:
            tags[match.start() - 1] = "n"
    drawn(tokens, tags)
    return "".join(tags)


def _name_namesakes(tokens: list[str], tags: list[str], line: str) -> None:
    """Mark words of the language that are names where they stand: "May Lund", "George Will", "…," Will said."""
    for match in _MODAL_NAME.finditer(line):
        if tokens[match.end() - 1] in _NAMESAKES:
            tags[match.end() - 1] = "N"
    for match in _NAME_BEHIND.finditer(line):
        at = match.start()
        speaks = tokens[at] in ("Jan", "Jun", "Mar") and line[at + 1] in "VD"
        if speaks or (tokens[at] in _NAMESAKES and given_name(tokens[at - 1]) is not None):
            tags[at] = "N"
    for match in _MONTH_NAME.finditer(line):
        at = match.start()
        single = tags[at - 2 : at - 1] != ["N"] and tags[at - 2 : at - 1] != ["s"]
        if tokens[at] in _MONTHS and single and given_name(tokens[at - 1]) is not None:
            tags[at] = "N"
    for match in _NAME_BESIDE.finditer(line):
        if tokens[match.end() - 1].istitle():
            tags[match.end() - 1] = "N"


def _name_offices(tokens: list[str], tags: list[str], line: str) -> None:
    """Mark titles that are surnames where they stand: "Anna King", "Mr. Bishop", and then "King said"."""
    offices = [match.start() for match in _OFFICE.finditer(line) if tokens[match.start()] in word_set("surname")]
    borne = {tokens[at] for at in offices if at and line[at - 1] == "N" and _is_given(tokens[at - 1])}
    for at in offices:
        before = at - 1 - (line[at - 1 : at] == "j")  # the dot of "Mr."
        mister = before >= 0 and tokens[before] in word_set("honorific") and tokens[at] not in _AFTER_LORD
        given = at > 0 and line[at - 1] == "N" and tokens[at] in borne and _is_given(tokens[at - 1])
        if mister or given or (tokens[at] in borne and line[at - 1 : at] not in ("d", "N") and line[at + 1] != "f"):
            tags[at] = "N"


_AFTER_LORD = frozenset(("Justice", "Chancellor", "Bishop"))
"""Offices behind "Lord" and "Mr.", which are no surnames there."""


def _is_given(word: str) -> bool:
    """Whether a word is a given name, and no country or state: "Jordan King" may be the one of Jordan."""
    return given_name(word) is not None and word not in places()
