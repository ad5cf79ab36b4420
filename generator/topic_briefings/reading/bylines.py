"""Who wrote an article, in what stands behind "By": names, and beside them roles, places, addresses and the outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from topic_briefings.knowledge import rows
from topic_briefings.languages.names import given_name
from topic_briefings.reading import datenames, outlets

_IN = re.compile(r",|\ben\b")
"""What parts a name from a place: a comma, and "en", which is "in" in French and Spanish and "and" in Dutch."""
_BEHIND = re.compile(rf"{_IN.pattern}|\|")
"""What a place stands behind: what parts it from a name, or a bar."""
_PIECES = re.compile(r"\s*[|·•;/]\s*|\s+[–—-]\s+")
_NAMES = re.compile(
    r"(\s*,(?!\s*(?i:special|for|für|pour|para|per|voor)\s)\s*(?:(?:and|und|et|e|y|en|og|och|i)\s+)?"
    r"|\s+(?:and|und|et|e|y|en|og|och|i|&|\+)\s+)"
)
"""What stands between two names."""
_IN_PLACE = re.compile(r"\s+(?:in|at|à|aus|en)\s+((?:(?!\s+for\s)[^,])+)(?=$|\s+for\s)")
_REPORTS = re.compile(r"\s+(?:reports? from|reporting from|berichtete? aus|informa desde)\s+([^,]+?)\.?$")
_BEGINS_HELPED = re.compile(r"(?:avec|with|mit|con|com|met|med|via)\s+(?=[^\W\d_])")
_BEGINS_IN = re.compile(r"(?:in|at|à|aus|en)\s+(?=[^\W\d_])(.+)")
_BRACKETS = re.compile(r"\s*[(\[]((?:[^()\[\]\s]+\s*){1,4})[)\]]")
_FOR = re.compile(
    r",?\s+(?:(?:special )?for|special to|für|pour|para|per|voor|(?:of|from|with|at)(?=\s+the\s))\s+"
    r"(?:(?:the|die|das|den|le|la|les|el|il|de|het)\s+|l['’])?(?=[^\W\d_])",
    re.IGNORECASE,
)
"""Between an author's name and whom the author writes for."""
_HELPED = re.compile(r",?\s+(?:avec|with|mit|con|com|met|med|via|and|et|und)\s+(?=[^\W\d_])")
"""Between an author's name and the agency that added to the report."""
_CONTACT = re.compile(
    r"[\s,(<\[]*(?:\b(?:e-?mail|mail|twitter|x|contact|bluesky|mastodon|instagram|follow(?:\s\w+){0,3})\s*:?\s*)?"
    r"(?:(?<![\w@])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|(?<![\w@])@\w[\w.]{1,30}(?:@[\w.-]{1,60})?)[)>\]]*",
    re.IGNORECASE,
)
"""An e-mail address or the name of an account, with the word before it and the brackets around it."""
_PRONOUNS = re.compile(
    r"[\s,]*[(\[]?\b(?:s?he|they|it|xe|ze)/(?:hers?|him|his|them|theirs|its|they|xem|zir)(?:/\w{2,6})?\b[)\]]?", re.I
)
"""The pronouns of a writer, as some papers print them: "(she/her)", ", he/him/his"."""
_PLACES = re.compile(r"(,\s*[^\W\d_][\w-]+)(?:/[^\W\d_][\w-]+)+(?=\s*$)")
"""The places that a correspondent writes from, behind the name: ", Berlin/Nairobi"."""
_BESIDE_PLACE = re.compile(r"\s*[,|]\s*|\s+(?:from|in)\s+")
_DIGITS = re.compile(r"\d+")
_FRAME = " .,;:|·•–—-/"
_PREFIX = re.compile(r"(?:[ld]['’]|['’]t|(?:al|el|ad|as|ash|ben|bin|de|abu|ibn)[-'’])(?=[^\W\d_])", re.IGNORECASE)
"""What the first part of a name may be written in small letters for: al-Masri, d'Angelo."""
_MOST_WORDS, _MOST_CAPITALS = 8, 5
_SHORTEST = 3
"""Letters of a word in capitals that is written small elsewhere."""


def without_contacts(text: str) -> str:
    """``text`` without addresses of mail, names of accounts, and the pronouns that a writer goes by."""
    text = _PRONOUNS.sub("", text) if "/" in text else text
    return _CONTACT.sub("", text).strip(_FRAME) if "@" in text else text


def names(text: str, fewest: int = 1) -> tuple[tuple[str, ...], str | None] | None:
    """The authors that ``text`` names and the outlet beside them; None where it is no list of authors.

    Roles, places and helping agencies are left out. ``fewest`` words make up a first name on the list that is believed.
    """
    outlet: str | None = None
    found: list[str] = []
    helped = False
    for mark, part in _parts(_PLACES.sub(r"\1", without_contacts(text))):
        if _is_picturing(part):
            continue
        part = _unframed(without_place(_BRACKETS.sub("", part)))
        role = mark.strip() == "," and is_role(part) and given_name(part.split()[0]) is None
        part, whose = _affiliated(part)
        if found and role and not outlets.name(part):
            continue  # "Ana Petrov, Senior Political Reporter"
        outlet = outlet or whose
        helped = helped or bool(_BEGINS_HELPED.match(part))
        part = _BEGINS_HELPED.sub("", part)
        if part.casefold() in words("beside") or (
            found and (at := _BEGINS_IN.match(part)) and outlets.is_printed(at[1])
        ):
            continue
        if known := outlets.name(part):
            outlet = outlet or (None if helped else known)
        elif is_name(part, fewest if not found else 1) and not (
            found and _BEHIND.search(mark) and _is_place(part, found)
        ):
            found.append(_in_small(part))
        elif part and not is_beside(part) and not _is_place(part, found):
            return None
    return tuple(found), outlet


def without_place(text: str) -> str:
    """A name without the place behind it: "Ana Petrov in Vell", "Ana Petrov reports from Vell".

    A place is a few words with capitals: "Ana Petrov in Vell has built a boat" is a sentence, and stays whole.
    """
    match = _REPORTS.search(text) or _IN_PLACE.search(text)
    return text[: match.start()] + text[match.end() :] if match and outlets.is_printed(match[1]) else text


def is_reporting(text: str) -> bool:
    """Whether ``text`` names who reports, and from where: "Ana Petrov reports from Vell"."""
    match = _REPORTS.search(text)
    return match is not None and outlets.is_printed(match[1]) and is_name(text[: match.start()])


def is_helped(text: str) -> bool:
    """Whether an agency that added to a report stands beside a name: "Ana Petrov (with AFP)", "(AFP)"."""
    name, *helping = _HELPED.split(text)
    if helping and is_name(name) and all(map(_is_helper, helping)):
        return True
    return any(
        outlets.is_agency(match[1])
        or ((helped := _BEGINS_HELPED.match(match[1])) is not None and _is_helper(match[1][helped.end() :]))
        for match in _BRACKETS.finditer(text)
    )


def split(text: str) -> list[str]:
    """The parts of a list of names, whatever they are; one at least."""
    return [part for piece in _PIECES.split(text) for part in _NAMES.split(piece)[::2]]


def is_name(text: str, fewest: int = 2) -> bool:
    """Whether ``text`` has the shape of a person's name: a few capitalised words, particles between them."""
    parts = text.split()
    if not fewest <= len(parts) <= _MOST_WORDS or _ends_as(text, "role") or outlets.is_body(text):
        return False
    capitals = [word for word in parts if word.casefold() not in words("particle")]
    return (
        fewest <= len(capitals) <= _MOST_CAPITALS
        and all(_is_capital(word) for word in capitals)
        and parts[-1] in capitals
        and (not text.endswith(".") or text.endswith(("Jr.", "Sr.")))
        and parts[0].casefold() not in words("article") | words("our")
        and not (len(parts) == 1 and datenames.is_time(datenames.folded(text)))
    )


def _unframed(part: str) -> str:
    """``part`` without signs around it, but with the stop of "Jr."."""
    bare = part.strip(_FRAME)
    return f"{bare}." if bare.endswith((" Jr", " Sr")) and f"{bare}." in part else bare


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """The parts of a list of names, each with what parts it from the one before."""
    for piece in _PIECES.split(text):
        parted = ["|", *_NAMES.split(piece)]
        for mark, part in zip(parted[::2], parted[1::2], strict=True):
            first, *others = _HELPED.split(part)
            if all(map(is_name, (first, *others))):
                yield from ((mark, name) for name in (first, *others))  # "Ana Petrov with Tom Barasa"
            else:
                yield mark, (first if all(map(_is_helper, others)) else part)


def _affiliated(part: str) -> tuple[str, str | None]:
    """A name without whom its owner writes for, and that outlet."""
    part = _without_role(part)
    words_of = part.split()
    for number in range(2, len(words_of)):
        if outlets.is_agency(whose := " ".join(words_of[number:])) and is_name(" ".join(words_of[:number])):
            return " ".join(words_of[:number]), outlets.name(whose)
    match = _FOR.search(part)
    if match and is_role(part[: match.start()]) and outlets.is_printed(part[match.end() :]):
        return "", outlets.name(part[match.end() :]) or part[match.end() :]
    if match is None or not is_name(part[: match.start()], 1):
        return part, None
    whose = part[match.end() :]
    known = outlets.name(whose)
    if known is None and (is_name(whose) or not whose[0].isupper() or not outlets.is_printed(whose)):
        return part, None
    return part[: match.start()], known or whose


def _without_role(part: str) -> str:
    """``part`` without a role right before or behind a name: "our correspondent Ana Petrov", "Ana Petrov Reporter"."""
    opening = _opening_role(part)
    kept = part[len(opening) :].split()
    whole = len(kept)
    while len(kept) > 2 and kept[-1].casefold() in words("role") | words("desk"):
        del kept[-1]
    return " ".join(kept) if len(kept) == whole or is_name(" ".join(kept)) else part[len(opening) :].strip()


def _opening_role(part: str) -> str:
    """The role that ``part`` begins with before a name, or nothing: "our foreign correspondent" in front of one."""
    low = part.casefold()
    whole = [role for role in words("beside") if low.startswith(f"{role} ") and is_name(part[len(role) :])]
    if whole or low.partition(" ")[0] not in words("our"):
        return max(whole, key=len, default="")
    parts = part.split()
    number = next((at for at, word in enumerate(parts) if at and word.casefold() in words("role")), len(parts))
    return " ".join(parts[: number + 1]) if is_name(" ".join(parts[number + 1 :])) else ""


def _is_picturing(part: str) -> bool:
    """Whether a name's brackets say that its owner made the pictures: "Tom Barasa (Fotos)"."""
    match = _BRACKETS.search(part)
    return match is not None and all(word in words("pictures") for word in match[1].casefold().split())


def _in_small(name: str) -> str:
    """``name`` as it is written elsewhere, where a line is all in capitals: "ANA PETROV", "JOE VAN DEN BERG"."""
    parts = name.split()
    short = any(len(word) < _SHORTEST and word.casefold() not in words("particle") for word in parts)
    if len(parts) < 2 or not name.isupper() or "." in name or short:
        return name  # two letters may be initials
    first, *others = parts
    small = (word.casefold() if word.casefold() in words("particle") else word.title() for word in others)
    return " ".join((first.title(), *small)).replace("’S", "’s")


def _is_helper(text: str) -> bool:
    return outlets.name(text) is not None or is_beside(text)


def is_beside(part: str) -> bool:
    """Whether ``part`` is what stands beside an author's name: a role, a body, "agencies", "and" left over."""
    return is_role(part) or _DIGITS.sub("#", part.casefold()) in words("beside") or outlets.is_body(part)


def is_job(text: str) -> bool:
    """Whether ``text`` is a role whole, in words that only roles have: "Political Editor"."""
    known = words("desk") | words("role") | words("our")
    parts = text.casefold().split()
    return len(parts) > 1 and parts[-1] in words("role") and all(word in known for word in parts)


def is_placed_job(text: str) -> bool:
    """Whether ``text`` is a place and a role of two words: "Vell Bureau Chief"."""
    place, _, job = text.partition(" ")
    return len(job.split()) == 2 and is_job(job) and text.istitle() and given_name(place) is None


def is_staff(text: str) -> bool:
    """Whether a nameless writer of the paper and a place stand there: "A Staff Correspondent, Sylhet"."""
    who, *places = _BESIDE_PLACE.split(text, maxsplit=1)
    return who.casefold() in words("beside") and any(outlets.is_printed(place) for place in places)


def is_role(part: str) -> bool:
    """Whether ``part`` is the role of one who writes: "Transport Correspondent", "football writer", "our reporter".

    Before the last word stand others with capitals, desks, or one that is no article; a sentence that ends in "the
    team" has more.
    """
    *before, _ = part.split() or [""]
    known = words("desk") | words("role") | words("our") | words("between")
    if not _ends_as(part, "role") or len(before) > _MOST_WORDS:
        return False
    return all(word[0].isupper() or word.casefold() in known for word in before) or (
        len(before) == 1 and before[0].casefold() not in words("article")
    )


def _is_place(part: str, found: list[str]) -> bool:
    """Whether ``part`` behind a whole name is a place: one word with a capital, or a place that the gazetteer has."""
    return bool(found) and " " in found[0] and ((" " not in part and part[0].isupper()) or part.casefold() in _places())


def _ends_as(text: str, kind: str) -> bool:
    parts = text.split()
    return bool(parts) and parts[-1].casefold() in words(kind)


def _is_capital(word: str) -> bool:
    bare = _PREFIX.sub("", word)
    return bool(bare) and bare[0].isupper() and all(char.isalpha() or char in "’'.-" for char in word)


@cache
def words(kind: str) -> frozenset[str]:
    """The words of ``kind`` in ``byline_words.tsv``, in lower case."""
    return frozenset(row[1] for row in rows("byline_words.tsv") if row[0] == kind)


@cache
def _places() -> frozenset[str]:
    """Places of several words, in lower case."""
    tables = ("en/places.tsv", "en/regions.tsv")
    return frozenset(name for table in tables for row in rows(table) if " " in (name := row[0].rstrip("*")))
