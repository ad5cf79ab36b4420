"""From what a topic lexicon writes to what is found in a text: the forms of a term, and terms that belong together.

How a term is written says how it is matched:

- in lower case, it is found in any case; with a capital letter, only as it is written;
- a plural or a possessive is found by itself; ``~`` at the end asks for the forms of a regular verb (English) or
  of an adjective (German);
- ``=`` at the beginning asks for the very form;
- ``-`` at the beginning or the end (German) also finds it as the end or the beginning of a longer word, capital
  letters alone ("IT") excepted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from topic_briefings.languages import of
from topic_briefings.text.phrases import PhraseMatcher

NOTHING = "-"
"""The topic of phrases that prove nothing ("heart attack" is not an attack): the longest match wins."""
REMEMBERED = 50_000
"""Compounds whose parts are kept in memory."""

Votes = dict[str, float]
"""Topic ids and the weight that a term has for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One entry of a lexicon, and what it proves."""

    text: str
    """As the lexicon writes it, without its marks."""
    votes: tuple[tuple[str, float], ...]
    """Pairs of topic id and weight, sorted; none for a phrase that proves nothing."""
    broads: tuple[tuple[str, float], ...]
    """Pairs of top-level id and the greatest weight below it, sorted."""
    keeps_off: tuple[str, ...]
    """The topics that an article with this term is not filed under, sorted."""
    topics: frozenset[str]
    """The ids in ``votes`` and ``broads``."""
    matters: bool
    """Whether it says anything at all when it is found."""


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
            self.seen[word] = tuple(term for term in dict.fromkeys((start, end)) if term is not None and term.matters)
        return self.seen[word]


class _Proof(NamedTuple):
    """What terms prove; see ``Term``."""

    votes: tuple[tuple[str, float], ...]
    broads: tuple[tuple[str, float], ...]
    topics: frozenset[str]


class _Family(NamedTuple):
    """Written terms that are one piece of evidence, as "election" and "elections" are."""

    written: tuple[str, ...]
    votes: Votes
    keeps_off: tuple[str, ...]


def assemble(
    votes: Mapping[str, Votes],
    keeps_off: Mapping[str, tuple[str, ...]],
    above: Mapping[str, tuple[str, ...]],
    language: str,
) -> Lexicon:
    """The lexicon of the terms in ``votes`` (as written) for texts in ``language`` (ISO 639-1).

    ``keeps_off`` names terms that keep an article off topics; ``above`` has each topic's ancestors, itself first.
    """
    found: dict[str, dict[str | None, tuple[bool, Term]]] = {}
    endings: dict[str, Term] = {}
    beginnings: dict[str, Term] = {}
    made = {written: forms(written, language) for written in votes}
    proofs: dict[tuple[tuple[str, float], ...], _Proof] = {}  # most terms of a topic prove the same
    for family in _families(votes, keeps_off, made):
        proven = tuple(sorted(item for item in family.votes.items() if item[0] != NOTHING))
        if proven not in proofs:
            proofs[proven] = _proof(proven, above)
        term = _term(family, proofs[proven])
        for written in family.written:
            text = written.strip("-~=")
            # "IT-" is no beginning of "Italien"; before a hyphen, "IT-Firma", it is found as a word.
            if written.endswith("-") and not text.isupper():
                beginnings[text.lower()] = term
            for form in made[written]:
                if written.startswith("-") and not text.isupper():
                    endings[form.lower()] = term
                letters = None if form == form.lower() else form
                readings = found.setdefault(form.lower(), {})
                # What the lexicon writes itself outweighs a form that is only made.
                if letters not in readings or (form == text and not readings[letters][0]):
                    readings[letters] = (form == text, term)
    matcher = PhraseMatcher(found)
    readings_of = tuple(_readings(found[phrase]) for phrase in matcher.phrases)
    return Lexicon(matcher=matcher, terms=readings_of, endings=endings, beginnings=beginnings)


def _families(
    votes: Mapping[str, Votes], keeps_off: Mapping[str, tuple[str, ...]], made: Mapping[str, tuple[str, ...]]
) -> Iterable[_Family]:
    """The written terms, an inflected one together with the one it is a form of; ``made`` has the forms of each."""
    base = _bases(votes, made)
    members: dict[str, list[str]] = {}
    for written in votes:
        members.setdefault(_root(written, base), []).append(written)
    for family in members.values():
        off = {topic for written in family for topic in keeps_off.get(written, ())}
        joined = votes[family[0]] if len(family) == 1 else _greatest(votes[written] for written in family)
        yield _Family(written=tuple(family), votes=joined, keeps_off=tuple(sorted(off)))


def _root(written: str, base: Mapping[str, str]) -> str:
    """What a written term is a form of in the end; itself where it is none's, as most are."""
    if written not in base:
        return written
    seen = {written}
    while written in base and base[written] not in seen:
        written = base[written]
        seen.add(written)
    return written


def _bases(votes: Mapping[str, Votes], made: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The written terms that are a form of another, each with that other.

    "Army" is one with "army", since it proves no more; "Labour", a party, is not one with "labour".
    """
    base: dict[str, str] = {}
    for written, proven in votes.items():
        if NOTHING not in proven:
            for form in made[written]:
                if form != written and form in votes and NOTHING not in votes[form]:
                    base[form] = written
            if written != written.lower() and proven.keys() <= votes.get(written.lower(), {}).keys():
                base[written] = written.lower()
    return base


def _greatest(many: Iterable[Votes]) -> Votes:
    joined: Votes = {}
    for proven in many:
        for topic, weight in proven.items():
            joined[topic] = max(weight, joined.get(topic, 0.0))
    return joined


def _proof(votes: tuple[tuple[str, float], ...], above: Mapping[str, tuple[str, ...]]) -> _Proof:
    broads = _greatest({above[topic][-1]: weight} for topic, weight in votes)
    return _Proof(votes, tuple(sorted(broads.items())), frozenset((*(topic for topic, _ in votes), *broads)))


def _term(family: _Family, proof: _Proof) -> Term:
    return Term(
        text=family.written[0].strip("-~="),
        votes=proof.votes,
        broads=proof.broads,
        keeps_off=family.keeps_off,
        topics=proof.topics,
        matters=bool(proof.votes or family.keeps_off),
    )


def _readings(readings: dict[str | None, tuple[bool, Term]]) -> tuple[tuple[str | None, Term], ...]:
    if len(readings) == 1:  # most
        return tuple((letters, term) for letters, (_, term) in readings.items())
    ordered = sorted(readings.items(), key=lambda item: (item[0] is None, item[0] or ""))
    return tuple((letters, term) for letters, (_, term) in ordered)


def forms(written: str, language: str) -> tuple[str, ...]:
    """The forms that the term ``written`` is found in, each once and the term itself first.

    >>> forms("pledge~", "en")
    ('pledge', 'pledges', 'pledged', 'pledging')
    >>> forms("=IT", "de")
    ('IT',)
    """
    text = written.strip("-~=")
    if written.startswith("="):
        return (text,)
    return of(language).term_forms(text, written.endswith("~"))
