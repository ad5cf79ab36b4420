"""Does the article spell one person's name in two ways?

Four of five typing errors are a single slip (Damerau, "A technique for computer detection and correction of spelling
errors", 1964), so two surnames that are one slip apart are one name where the same given name stands before both, or
where one is never printed with a given name and is no word, no place and nobody's given name. Two given names that are
one slip apart are one where the same name stands behind both, far from each other: sisters are named together, and the
one is not short for the other. Quotations tell of the spellings of those who speak; here it is anybody who is named.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from topic_briefings.knowledge import Knowledge
from topic_briefings.knowledge.places import country_names_all
from topic_briefings.knowledge.towns import towns
from topic_briefings.languages.accents import unaccented
from topic_briefings.languages.en.lexicon import parts
from topic_briefings.languages.names import given_name
from topic_briefings.models import Notice
from topic_briefings.text.document import Document
from topic_briefings.text.slips import one_slip
from topic_briefings.text.tokens import Shape, Words

_SHORTEST = 5
"""Letters of a surname in which a slip can be told from another name."""
_TOGETHER = 10
"""Words between two given names, at most, that may be those of sisters."""
_MOST = 400
"""Different names of a text of which pairs are looked at; what names more is a list."""
_NAME = re.compile(Shape.LONG_CAPITAL)
_CAPITALS = frozenset((Shape.LONG_CAPITAL.value, Shape.CAPITAL.value, Shape.INITIAL.value))
_LONG_WORD = Shape.LONG_WORD.value
_LONG_CAPITAL = Shape.LONG_CAPITAL.value
_MARKED = re.compile(r"(?:['’]s?|s)?[\[(]sic[\])]")
"""What a writer sets behind a slip that is another's: "Correy’s [sic]"."""
_ARTICLES = frozenset(("the", "a", "an"))


@dataclass(slots=True)
class _Form:
    """One spelling, and how it is printed."""

    places: list[int] = field(default_factory=list)
    """Its words."""
    given: set[str] = field(default_factory=set)
    """The given names before it."""
    behind: set[str] = field(default_factory=set)
    """The names right behind it: a firm's, as "Energy"."""


def extract(document: Document, knowledge: Knowledge) -> Iterator[Notice]:
    """Yield a notice for each pair of spellings, the more frequent one first.

    In a language whose nouns have capitals only a given name before both tells.
    """
    if document.language.attribution is None:
        return
    words, forms = document.words, _forms(document.words)
    for one, other in _close(forms):
        right, slip = sorted((one, other), key=lambda name: (-len(forms[name].places), forms[name].places))
        if _is_slip(right, slip, forms, document):
            first = forms[slip].places[0]
            yield Notice(
                code="spellings",
                message=f"One name is spelled {right} and {slip}.",
                span=words.span(first, first + 1),
                words=(right, slip),
            )


def _forms(words: Words) -> dict[str, _Form]:
    """The spellings of a text in which a slip can be told."""
    found: dict[str, _Form] = {}
    tokens, shapes = words.tokens, words.shapes
    marked = "sic" in tokens
    for match in _NAME.finditer(shapes):
        at = match.start()
        name = tokens[at]
        form = found.get(name)
        if form is None and (len(name) < _SHORTEST or not name.isalpha() or not name[1:].islower()):
            continue
        if marked and _MARKED.match("".join(tokens[at + 1 : at + 6])):
            continue
        if form is None:
            form = found[name] = _Form()
        form.places.append(at)
        if shapes[at + 1 : at + 2] == _LONG_CAPITAL:
            form.behind.add(tokens[at + 1])
        if shapes[at - 1 : at] in _CAPITALS and given_name(tokens[at - 1]):
            form.given.add(tokens[at - 1])
    return found


def _close(forms: dict[str, _Form]) -> Iterator[tuple[str, str]]:
    """The pairs of names that begin alike and are one slip apart, at least one of them with a given name."""
    if len(forms) > _MOST:
        return
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in forms:
        groups[name[0]].append(name)
    for one, form in forms.items():
        for other in groups[one[0]] if form.given or form.behind else ():
            near = abs(len(one) - len(other)) < 2 and (one < other or not forms[other].given)
            if near and (form.given or (one < other and form.behind & forms[other].behind)) and one_slip(one, other):
                yield one, other


def _is_slip(right: str, slip: str, forms: dict[str, _Form], document: Document) -> bool:
    """Whether ``slip`` is ``right`` misspelled, and no other person, place, people or word."""
    if {right[len(slip) :], slip[len(right) :]} & {"s", "n", "a"} and (right in slip or slip in right):
        return False  # several of a name, those of a place
    if forms[right].given & forms[slip].given or _is_given_slip(right, slip, forms):
        return True
    attribution, words = document.language.attribution, document.words
    if attribution is None or attribution.reference.capital_nouns:
        return False
    if forms[right].behind & forms[slip].behind and right not in _countries():  # "Peabody Energy", "Pebody Energy"
        return not (_is_known(right) or _is_known(slip))
    introduced, bare = (right, slip) if forms[right].given else (slip, right)
    if forms[bare].given or introduced in _countries() or bare.lower() in words.tokens:
        return False
    small = document.language.stop_words()
    if bare in _countries() or not all(_stands_alone(words, at, small) for at in forms[bare].places):
        return False
    speech = document.language.after_quotes()
    return any(_speaks(words, at, speech) for at in forms[bare].places) or not _is_known(bare)


def _is_given_slip(right: str, slip: str, forms: dict[str, _Form]) -> bool:
    """Whether two given names stand before one surname, none of them short for the other, and far apart."""
    if not forms[right].behind & forms[slip].behind or not (given_name(right) or given_name(slip)):
        return False
    if right.startswith(slip) or slip.startswith(right) or unaccented(right) == unaccented(slip):
        return False
    if {right, slip} & _countries() or parts(right.lower()) or parts(slip.lower()):
        return False
    return all(abs(one - other) > _TOGETHER for one in forms[right].places for other in forms[slip].places)


def _stands_alone(words: Words, at: int, small: frozenset[str]) -> bool:
    """Whether the name at the word ``at`` stands by itself, no other before or after it, and no article.

    Before it a word that is too common for a name (one that is ``small`` elsewhere) begins the sentence.
    """
    before, behind = words.shapes[at - 1 : at], words.shapes[at + 1 : at + 2]
    word = words.tokens[at - 1].lower()
    return (
        behind not in _CAPITALS
        and word not in _ARTICLES
        and (before not in _CAPITALS or (len(word) > 1 and word in small))
    )


def _speaks(words: Words, at: int, speech: frozenset[str]) -> bool:
    """Whether a verb of ``speech`` follows the name at the word ``at``."""
    return words.shapes[at + 1 : at + 2] == _LONG_WORD and words.tokens[at + 1] in speech


def _is_known(name: str) -> bool:
    """Whether it is a word, a given name or a place by itself."""
    lower = name.lower()
    return bool(parts(lower)) or given_name(name) is not None or lower in towns() or f"{lower}*" in towns()


@cache
def _countries() -> frozenset[str]:
    return frozenset(country_names_all("en").values())
