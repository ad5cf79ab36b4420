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
from dataclasses import dataclass, field
from functools import lru_cache

from generator.knowledge import DATA, Knowledge, rows
from generator.text.phrases import PhraseMatcher

LANGUAGES = ("de", "en")
NOTHING = "-"
REMEMBERED = 50_000
"""Compounds whose parts are kept in memory."""
_PARTICLES = ("-in", "-out", "-up", "-off", "-on", "-down", "-over", "-back", "-away")
"""A noun such as "break-in" is not to be found as "break in"."""


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
    broads: tuple[tuple[str, float], ...]
    """Pairs of top-level id and the greatest weight below it, sorted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The terms of one language, ready to be found."""

    matcher: PhraseMatcher
    terms: tuple[tuple[tuple[str | None, Term], ...], ...]
    """For each phrase of the matcher, the terms it may stand for. With each, the letters that must be met to the
    case; these come first, and None, for any case, comes last."""
    endings: dict[str, Term]
    """Ends of compounds, in lower case."""
    beginnings: dict[str, Term]
    """Beginnings of compounds, in lower case."""
    seen: dict[str, tuple[Term, ...]] = field(default_factory=dict, compare=False)
    """What compounds were found to be made of."""

    def parts(self, word: str) -> tuple[Term, ...]:
        """The terms that the compound ``word`` (in lower case) begins or ends with, the longest of each."""
        if word not in self.seen:
            if len(self.seen) > REMEMBERED:
                self.seen.clear()
            cuts = range(2, len(word) - 2)
            end = next((self.endings[word[at:]] for at in cuts if word[at:] in self.endings), None)
            start = next((self.beginnings[word[:at]] for at in reversed(cuts) if word[:at] in self.beginnings), None)
            self.seen[word] = tuple(term for term in dict.fromkeys((start, end)) if term is not None and term.votes)
        return self.seen[word]


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
def gains(knowledge: Knowledge) -> dict[str, float]:
    """What the evidence for a top level is multiplied with, where that is not 1."""
    return {topic: float(gain) for topic, _, gain in rows("topics/gains.tsv")}


@lru_cache(maxsize=8)
def lexicon(knowledge: Knowledge, language: str) -> Lexicon | None:
    """The terms of ``language`` (ISO 639-1); None where there are none."""
    votes: dict[str, dict[str, float]] = {}
    for topic, _, weight, terms in _lexicon_rows(language):
        for written in terms.split("; "):
            votes.setdefault(written, {})[topic] = float(weight)
    return _assemble(_families(votes, language), ancestry(knowledge), language) if votes else None


def _lexicon_rows(language: str) -> Iterator[list[str]]:
    if language in LANGUAGES:
        for path in sorted((DATA / "topics" / language).glob("*.tsv")):
            yield from rows(path.relative_to(DATA).as_posix())


def _families(votes: dict[str, dict[str, float]], language: str) -> list[tuple[tuple[str, ...], dict[str, float]]]:
    """The written terms, an inflected one together with the one it is a form of, and what each family proves.

    "elections" and "election" in two rows are one piece of evidence, with the greater of the two weights.
    """
    base: dict[str, str] = {}
    for written, proven in votes.items():
        if NOTHING not in proven:
            for form in forms(written, language):
                if form != written and NOTHING not in votes.get(form, {NOTHING: 0.0}):
                    base[form] = written
    members: dict[str, list[str]] = {}
    for written in votes:
        root, seen = written, {written}
        while root in base and base[root] not in seen:
            root = base[root]
            seen.add(root)
        members.setdefault(root, []).append(written)
    return [(tuple(family), _greatest(votes[written] for written in family)) for family in members.values()]


def _greatest(many: Iterable[dict[str, float]]) -> dict[str, float]:
    joined: dict[str, float] = {}
    for proven in many:
        for topic, weight in proven.items():
            joined[topic] = max(weight, joined.get(topic, 0.0))
    return joined


def _assemble(
    families: list[tuple[tuple[str, ...], dict[str, float]]], above: dict[str, tuple[str, ...]], language: str
) -> Lexicon:
    found: dict[str, dict[str | None, tuple[bool, Term]]] = {}
    endings: dict[str, Term] = {}
    beginnings: dict[str, Term] = {}
    for family, proven in families:
        term = _term(family[0].strip("-~="), proven, above)
        for written in family:
            text = written.strip("-~=")
            if written.endswith("-"):
                beginnings[text.lower()] = term
            for form in forms(written, language):
                if written.startswith("-"):
                    endings[form.lower()] = term
                letters = None if form == form.lower() else form
                readings = found.setdefault(form.lower(), {})
                # What the lexicon writes itself outweighs a form that is only made.
                if letters not in readings or (form == text and not readings[letters][0]):
                    readings[letters] = (form == text, term)
    matcher = PhraseMatcher(found)
    return Lexicon(
        matcher=matcher,
        terms=tuple(_readings(found[phrase]) for phrase in matcher.phrases),
        endings=endings,
        beginnings=beginnings,
    )


def _term(text: str, proven: dict[str, float], above: dict[str, tuple[str, ...]]) -> Term:
    votes = {topic: weight for topic, weight in proven.items() if topic != NOTHING}
    broads = _greatest({above[topic][-1]: weight} for topic, weight in votes.items())
    return Term(text=text, votes=tuple(sorted(votes.items())), broads=tuple(sorted(broads.items())))


def _readings(readings: dict[str | None, tuple[bool, Term]]) -> tuple[tuple[str | None, Term], ...]:
    ordered = sorted(readings.items(), key=lambda item: (item[0] is None, item[0] or ""))
    return tuple((letters, term) for letters, (_, term) in ordered)


def forms(written: str, language: str = "en") -> tuple[str, ...]:
    """The forms that the term ``written`` is found in, each once and the term itself first.

    >>> forms("spy")
    ('spy', 'spies')
    >>> forms("pledge~")
    ('pledge', 'pledges', 'pledged', 'pledging')
    >>> forms("Wahl", "de")
    ('Wahl', 'Wahle', 'Wahlen', 'Wahln', 'Wahls', 'Wahles')
    """
    text = written.strip("-~=")
    if written.startswith("="):
        return (text,)
    if language == "de":
        return _german(text, adjective=written.endswith("~"))
    made = _verb(text) if written.endswith("~") else (text, _plural(text))
    spaced = () if text.endswith(_PARTICLES) else tuple(form.replace("-", " ") for form in made)
    return tuple(dict.fromkeys(made + spaced))


def _german(text: str, *, adjective: bool) -> tuple[str, ...]:
    """Endings of German declension; more than a word has, since a form that does not exist finds nothing."""
    if adjective:
        return (text, *(text + ending for ending in ("e", "em", "en", "er", "es")))
    if not text[:1].isupper() or text.isupper():
        return (text,)
    return tuple(dict.fromkeys((text, *(text + ending for ending in ("e", "en", "n", "s", "es")))))


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
