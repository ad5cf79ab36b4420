"""The topics and the words that speak for them: IPTC Media Topics, weighted lexicons, a site's own taxonomy.

A lexicon is a table of rows ``topic, label, weight, terms``; terms are parted by semicolons. A weight says how
much one word proves: 1 a hint that counts only in company, 2 speaks for the topic, 3 or 4 names it, 5 leaves no
doubt. How a term is written says how it is matched:

- in lower case, it is found in any case; with a capital letter, only as it is written;
- a plural or a possessive is found by itself; ``~`` at the end asks for the forms of a regular verb;
- ``=`` at the beginning asks for the very form;
- ``-`` at the beginning or the end (German) also finds it as the end or the beginning of a longer word;
- the topic ``-`` holds phrases that prove nothing ("heart attack" is not an attack): the longest match wins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.knowledge import DATA, Knowledge, rows
from generator.text.phrases import PhraseMatcher

LANGUAGES = ("de", "en")
NOTHING = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One topic of a taxonomy."""

    id: str
    parent: str | None
    """The id of the topic above; None at the top."""
    labels: tuple[tuple[str, str], ...]
    """Pairs of language and label, English first."""

    def label(self, language: str) -> str:
        """The label in ``language``; in English where there is none."""
        return dict(self.labels).get(language) or self.labels[0][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One entry of a lexicon, and what it proves."""

    text: str
    """As the lexicon writes it, without its marks."""
    votes: tuple[tuple[str, float], ...]
    """Pairs of topic id and weight, sorted; none for a phrase that proves nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The terms of one language, ready to be found."""

    matcher: PhraseMatcher
    terms: tuple[tuple[tuple[str | None, Term], ...], ...]
    """For each phrase of the matcher, the terms it may stand for and, where case matters, the letters to be met."""
    endings: dict[str, Term]
    """Ends of compounds, in lower case."""
    beginnings: dict[str, Term]
    """Beginnings of compounds, in lower case."""


@lru_cache(maxsize=8)
def taxonomy(knowledge: Knowledge) -> dict[str, Topic]:
    """All topics of ``knowledge`` by id, the site's own included."""
    return {
        key: Topic(id=key, parent=parent or None, labels=(("en", english), ("de", german)))
        for key, parent, english, german in (row + [""] * (4 - len(row)) for row in rows("topics/mediatopics.tsv"))
    }


def topic_label(key: str, language: str = "en", knowledge: Knowledge | None = None) -> str:
    """The label of the topic ``key`` in ``language`` (ISO 639-1), as IPTC prints it; English where there is none."""
    return taxonomy(knowledge or Knowledge())[key].label(language)


def topic_parent(key: str, knowledge: Knowledge | None = None) -> str | None:
    """The id of the topic above ``key``; None at the top level."""
    return taxonomy(knowledge or Knowledge())[key].parent


@lru_cache(maxsize=8)
def ancestry(knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    """For each topic its own id and those above it, up to the top level."""
    topics = taxonomy(knowledge)

    def line(key: str) -> Iterator[str]:
        at: str | None = key
        while at is not None:
            yield at
            at = topics[at].parent

    return {key: tuple(line(key)) for key in topics}


@lru_cache(maxsize=8)
def lexicon(knowledge: Knowledge, language: str) -> Lexicon | None:
    """The terms of ``language`` (ISO 639-1); None where there are none."""
    votes: dict[str, dict[str, float]] = {}
    for topic, _, weight, terms in _lexicon_rows(language):
        for term in terms.split("; "):
            votes.setdefault(term, {})[topic] = float(weight)
    if not votes:
        return None
    return _assemble(votes)


def _lexicon_rows(language: str) -> Iterator[list[str]]:
    if language in LANGUAGES:
        for path in sorted((DATA / "topics" / language).glob("*.tsv")):
            yield from rows(path.relative_to(DATA).as_posix())


def _assemble(votes: dict[str, dict[str, float]]) -> Lexicon:
    found: dict[str, list[tuple[str | None, Term]]] = {}
    endings: dict[str, Term] = {}
    beginnings: dict[str, Term] = {}
    for written, proven in votes.items():
        text = written.strip("-~=")
        term = Term(text=text, votes=tuple(sorted((t, w) for t, w in proven.items() if t != NOTHING)))
        if written.startswith("-") and len(written) > 1:
            endings[text.lower()] = term
        if written.endswith("-"):
            beginnings[text.lower()] = term
        for form in forms(written):
            letters = None if form == form.lower() else form
            found.setdefault(form.lower(), []).append((letters, term))
    matcher = PhraseMatcher(found)
    return Lexicon(
        matcher=matcher,
        terms=tuple(tuple(found[phrase]) for phrase in matcher.phrases),
        endings=endings,
        beginnings=beginnings,
    )


def forms(written: str) -> Iterable[str]:
    """The forms that the term ``written`` is found in, each once.

    >>> list(forms("spy"))
    ['spy', 'spies']
    >>> list(forms("pledge~"))
    ['pledge', 'pledges', 'pledged', 'pledging']
    """
    text = written.strip("-~=")
    if written.startswith("="):
        return (text,)
    made = _verb(text) if written.endswith("~") else (text, _plural(text))
    return tuple(dict.fromkeys(form for one in made for form in (one, one.replace("-", " "))))


def _plural(text: str) -> str:
    if text.endswith(("man", "Man")):
        return text[:-2] + "en"
    if text.endswith("y") and text[-2:-1] not in "aeiou":
        return text[:-1] + "ies"
    if text.endswith(("s", "x", "ch", "sh", "z")):
        return text + "es"
    return text + "s"


def _verb(text: str) -> tuple[str, ...]:
    if text.endswith("e"):
        return text, text + "s", text + "d", text[:-1] + "ing"
    if text.endswith("y") and text[-2:-1] not in "aeiou":
        return text, text[:-1] + "ies", text[:-1] + "ied", text + "ing"
    return text, _plural(text), text + "ed", text + "ing"
