"""The topics and the words that speak for them: IPTC Media Topics, weighted lexicons, a site's own taxonomy.

A lexicon is a table of rows ``topic, label, weight, terms``; terms are parted by semicolons and written as
:mod:`topic_briefings.knowledge.terms` says. A weight says how much one word proves: 1 a hint that counts only in
company, 2 speaks for the topic, 3 or 4 names it, 5 leaves no doubt.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from topic_briefings.knowledge import DATA, Knowledge, rows
from topic_briefings.knowledge.own_topics import OwnTaxonomy, own_taxonomy
from topic_briefings.knowledge.terms import NOTHING, Lexicon, Votes, assemble

"""The languages with a built-in lexicon."""

LANGUAGES = tuple(sorted(folder.name for folder in (DATA / "topics").iterdir() if folder.is_dir()))
"""The languages (ISO 639-1) whose texts have a lexicon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One topic of a taxonomy."""

    id: str
    parent: str | None
    """The id of the topic above; None at the top."""
    labels: tuple[tuple[str, str], ...]
    """Pairs of language and label, English (or the site's own) first."""

    def label(self, language: str) -> str:
        """The label in ``language``; the first one where there is none."""
        return dict(self.labels).get(language) or self.labels[0][1]


def taxonomy(knowledge: Knowledge) -> dict[str, Topic]:
    """All topics of ``knowledge`` by id, the site's own included. Raises SettingsError for a wrong file."""
    return _taxonomy(own_taxonomy(knowledge.taxonomy, _built_in()))


def topic_label(key: str, language: str = "en", knowledge: Knowledge | None = None) -> str:
    """The label of the topic ``key`` in ``language`` (ISO 639-1), as IPTC prints it; English where there is none."""
    return taxonomy(knowledge or Knowledge())[key].label(language)


def ancestry(knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    """For each topic its own id and those above it, up to the top level."""
    return _ancestry(own_taxonomy(knowledge.taxonomy, _built_in()))


def lexicon(knowledge: Knowledge, language: str) -> Lexicon | None:
    """The terms to look for in texts of ``language`` (ISO 639-1); None where there are none."""
    return _lexicon(own_taxonomy(knowledge.taxonomy, _built_in()), language)


def leaves(knowledge: Knowledge) -> frozenset[str]:
    """The topics with none below them."""
    return _leaves(own_taxonomy(knowledge.taxonomy, _built_in()))


def meant_topics(knowledge: Knowledge) -> frozenset[str]:
    """The topics that the site's own file gives terms to: it meant them, so that one of its words is enough."""
    return frozenset(t.id for t in own_taxonomy(knowledge.taxonomy, _built_in()).topics if t.terms)


@cache
def other_senses(language: str) -> dict[str, tuple[str, ...]]:
    """The words of several senses in ``language`` (ISO 639-1), each with the words that ask for another one.

    Those are in lower case.
    """
    path = f"topics/senses-{language}.tsv"
    found: dict[str, tuple[str, ...]] = {}
    for written, others in rows(path) if (DATA / path).exists() else ():
        for word in written.split("; "):
            found[word] = (*found.get(word, ()), *others.lower().split("; "))
    return found


@lru_cache(maxsize=1)
def gains() -> dict[str, float]:
    """What the evidence for a top level is multiplied with, where that is not 1."""
    return {topic: float(gain) for topic, _, gain in rows("topics/gains.tsv")}


@lru_cache(maxsize=8)
def commonplace(language: str) -> frozenset[str]:
    """The topics whose words stand in news of every kind in a ``language``, or in that of their whole top level."""
    path = f"topics/commonplace-{language}.tsv"
    return frozenset(topic for topic, _ in rows(path)) if (DATA / path).exists() else frozenset()


@lru_cache(maxsize=1)
def _media_topics() -> dict[str, Topic]:
    ours = {row[0]: row[1] for row in rows("topics/labels-de.tsv")}
    return {
        key: Topic(id=key, parent=parent or None, labels=(("en", english), ("de", german or ours.get(key, ""))))
        for key, parent, english, german in rows("topics/mediatopics.tsv")
    }


@lru_cache(maxsize=1)
def _built_in() -> frozenset[str]:
    return frozenset(_media_topics())


@lru_cache(maxsize=8)
def _taxonomy(own: OwnTaxonomy) -> dict[str, Topic]:
    topics = dict(_media_topics()) if own.built_in else {}
    for topic in own.topics:
        if topic.labels:
            before = topics.get(topic.id)
            parent = topic.parent or (before.parent if before else None)
            topics[topic.id] = Topic(id=topic.id, parent=parent, labels=topic.labels)
    return topics


@lru_cache(maxsize=8)
def _ancestry(own: OwnTaxonomy) -> dict[str, tuple[str, ...]]:
    topics = _taxonomy(own)

    def line(key: str) -> Iterator[str]:
        at: str | None = key
        while at is not None:
            yield at
            at = topics[at].parent

    return {key: tuple(line(key)) for key in topics}


@lru_cache(maxsize=8)
def _leaves(own: OwnTaxonomy) -> frozenset[str]:
    topics = _taxonomy(own)
    return frozenset(topics) - {topic.parent for topic in topics.values()}


@lru_cache(maxsize=16)
def _lexicon(own: OwnTaxonomy, language: str) -> Lexicon | None:
    votes: dict[str, Votes] = {}
    if own.built_in:
        for topic, _, weight, terms in _lexicon_rows(language):
            for written in terms.split("; "):
                votes.setdefault(written, {})[topic] = float(weight)
    keeps_off: dict[str, tuple[str, ...]] = {}
    for mine in own.topics:
        for phrase, own_weight in mine.terms:
            proven = {**votes.get(phrase, {}), mine.id: own_weight}
            votes[phrase] = {topic: weighs for topic, weighs in proven.items() if topic != NOTHING}
        for phrase in mine.masks:
            votes.setdefault(phrase, {NOTHING: 0.0})
        for phrase in mine.keeps_off:
            votes.setdefault(phrase, {})
            keeps_off[phrase] = (*keeps_off.get(phrase, ()), mine.id)
    return assemble(votes, keeps_off, _ancestry(own), language) if votes else None


def _lexicon_rows(language: str) -> Iterator[list[str]]:
    if language in LANGUAGES:
        for path in sorted((DATA / "topics" / language).glob("*.tsv")):
            yield from rows(path.relative_to(DATA).as_posix())
