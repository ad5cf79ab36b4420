"""Names run together with the words before them: in lines printed like a headline, and where a sentence opens.

A line in which every word has a capital ("Mayor Lund Slams Owen Barasa") and the first word of a sentence ("Donor
Barasa", "Says Lund") show no names by their capitals. The rest of the article does: what it prints as a name inside
its sentences is one there too.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from topic_briefings.languages.en.lexicon import parts, singular
from topic_briefings.languages.en.people import is_person_noun
from topic_briefings.languages.en.words import roles, verb_letter
from topic_briefings.languages.names import Name, Words, given_name
from topic_briefings.models import SpeakerKind

_SMALL = frozenset("nagvpPeyEYVkS")
"""Letters of nouns, adjectives and verbs in small letters."""
_SHORTEST, _LONGEST = 4, 60
"""Words of a headline."""
_COMMON = 3
"""Capitalised words, known in small letters, that a line printed like a headline has at least behind its first."""

_LONG = 3
"""Words of a name that may be two in full."""

_Printed = Mapping[tuple[str, ...], Name]


def parted(words: Words, tags: str, found: Iterable[Name]) -> Sequence[Name]:
    """``found`` in the same order, each cut down to the names that the sentences of the article print."""
    names = tuple(name for name in found if len(name.words) <= _LONGEST)  # a longer run of capitals is a list
    headed = {at for line in _headed(words, tags) for at in line}
    doubtful = _doubtful(names) | headed
    if not doubtful:
        return names
    parts_of = {part for name in names if name.first in doubtful for part in _parts(name.words)}
    inside = [name for name in names if name.first not in headed]
    whole = {name.words: name for name in inside if name.words in parts_of}
    printed = {name.words: name for name in inside if name.words in whole and not _opens(name, tags)}
    for name in inside:
        if name.words[-1:] in parts_of and len(name.words) > 1 and given_name(name.words[0]) is not None:
            known = printed.setdefault(name.words[-1:], name)
            if known.gender != name.gender:
                printed[name.words[-1:]] = name._replace(gender=None)  # "Lund", of Ana Lund and Leo Lund
    kept = list(names)
    for number in range(len(names) - 1, -1, -1):
        name = names[number]
        if name.first not in doubtful or name.kind is SpeakerKind.BODY or len(name.words) == 1:
            continue
        if name.first in headed or _is_run_on(name, whole):
            kept[number : number + 1] = _pieces(words, name, whole)
        else:
            kept[number] = _bare(words, name, printed, opens=_opens(name, tags))
    return kept


def _parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The runs of ``words``, one word and all of them included."""
    return (words[at:end] for at in range(len(words)) for end in range(at + 1, len(words) + 1))


def _doubtful(names: tuple[Name, ...]) -> set[int]:
    """Where names stand that have words before another name: they are many, or begin with no given name."""
    body = SpeakerKind.BODY
    several = [name for name in names if len(name.words) > 1 and name.kind is not body]
    given = {name.first for name in several if given_name(name.words[0]) is not None}
    known = {name.words for name in names} | {name.words[-1:] for name in several if name.first in given}
    return {
        name.first
        for name in several
        if (name.first not in given or len(name.words) > _LONG)
        and any(name.words[at:] in known for at in range(1, len(name.words)))
    }


def _headed(words: Words, tags: str) -> list[range]:
    """The words of each line in which all but the small words have capitals."""
    found, first = [], 0
    for line in tags.split("|"):
        last = first + len(line)
        if _SHORTEST <= len(line) <= _LONGEST and _SMALL.isdisjoint(line) and _is_headline(words, tags, first, last):
            found.append(range(first, last))
        first = last + 1
    return found


def _is_headline(words: Words, tags: str, first: int, last: int) -> bool:
    """Whether enough words of a line are known in small letters, and none of them stands so there."""
    tokens = words.tokens
    if any(tags[at] in "uD" and tokens[at].islower() for at in range(first, last)):
        return False  # "…,” said Ana Lund, director of Nordhavn Film Studies"
    return sum(tags[at] == "N" and bool(parts(tokens[at].lower())) for at in range(first + 1, last)) >= _COMMON


def _is_run_on(name: Name, printed: Container[tuple[str, ...]]) -> bool:
    """Whether a name ends with another's in full, with more than a trade before it: "Ana Lund Meets Owen Barasa"."""
    return any(_is_full(name.words[at:], printed) for at in range(2, len(name.words) - 1))


def _opens(name: Name, tags: str) -> bool:
    """Whether the name stands where a capital shows nothing: at the beginning of a sentence or of marked words."""
    return name.first == 0 or tags[name.first - 1] in '.|Qq":-'


def _pieces(words: Words, name: Name, printed: _Printed) -> Iterator[Name]:
    """The names inside a run of capitals of a headline; the run itself where it may be one that stands only there."""
    at, size, any_found = 0, len(name.words), False
    while at < size:
        longest = size if at or not _is_run_on(name, printed) else size - 1
        end = next((end for end in range(longest, at, -1) if name.words[at:end] in printed), at)
        if end > at:
            yield _part(words, name, at, end, printed[name.words[at:end]])
            any_found = True
        at = max(end, at + 1)
    if not any_found and given_name(name.words[0]) is not None and not any(_is_verb(word) for word in name.words[1:]):
        yield name


def _bare(words: Words, name: Name, printed: _Printed, *, opens: bool) -> Name:
    """``name`` without the words before it that are no part of it."""
    if given_name(name.words[0]) is not None:
        return name
    opens = opens and name.words not in printed
    for at in range(1, len(name.words)):
        rest = name.words[at:]
        if rest in printed and (_is_full(rest, printed) or (at == 1 and _is_before_name(name.words[0], opens=opens))):
            return _part(words, name, at, len(name.words), printed[rest])
    return name


def _is_full(rest: tuple[str, ...], printed: Container[tuple[str, ...]]) -> bool:
    """Whether ``rest`` is a printed name of two words or more that begins with a given name."""
    return len(rest) > 1 and rest in printed and given_name(rest[0]) is not None


def _is_before_name(word: str, *, opens: bool) -> bool:
    """Whether a word is none of a name behind it: a title of several; an adverb, a verb, a trade that ``opens``."""
    lower = word.lower()
    trade = singular(lower)
    if not opens:
        return roles().get(lower) in ("people", "group")
    return "R" in parts(lower) or _is_verb(word) or trade in roles() or is_person_noun(trade)


def _is_verb(word: str) -> bool:
    """Whether a word is a verb's form and no bare noun: "Says", "Celebrating", "Understated"."""
    return verb_letter(word) in "vVgGpPD" and given_name(word) is None


def _part(words: Words, name: Name, at: int, end: int, like: Name) -> Name:
    """The words ``at`` to ``end`` of a name as a name of their own, of the kind of ``like``."""
    first, last = name.first + at, name.first + end
    title = name.title if at == 0 else None
    text = words.text(first, last) if end < len(name.words) else words.text(first, name.last)
    return Name(first, last, name.words[at:end], text, like.kind, like.gender, title, name.sex if title else None)
