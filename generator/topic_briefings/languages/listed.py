"""Words of a language whose cues are listed by form: closed classes, cues and capitals, without a table of verbs.

Such a language needs three tables: ``words.tsv`` (a letter, and the words that have it), ``cues.tsv`` (what a form
reports, particles that must follow, finite forms, participles) and ``roles.tsv`` (a class, and its words).
"""

from __future__ import annotations

from functools import cache, cached_property
from typing import NamedTuple

from topic_briefings.languages.claim import CueKind
from topic_briefings.languages.letters import mark_letter
from topic_briefings.tables import Tables

_KINDS = frozenset(("person", "group", "body"))


class Cue(NamedTuple):
    """What is known of a form that reports."""

    kind: CueKind
    particles: frozenset[str]
    """One of these must follow ("teilte … mit"); none where it is empty."""
    finite: bool
    participle: bool


class Listed:
    """The words of one language, by the tables of its folder."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self.word_set = cache(self._word_set)

    def _word_set(self, kind: str) -> frozenset[str]:
        """The words of one class of ``roles.tsv``."""
        return self._tables.classes("roles", kind)

    @cached_property
    def closed(self) -> dict[str, str]:
        """The words of closed classes, lower case, with their letters."""
        return {word: letter for letter, words in self._tables.rows("words") for word in words.split()}

    @cached_property
    def roles(self) -> dict[str, str]:
        """Words for people and bodies, lower case: ``person``, ``group`` or ``body``."""
        rows = self._tables.rows("roles")
        return {word: kind for kind, words in rows if kind in _KINDS for word in words.split()}

    @cached_property
    def cues(self) -> dict[str, tuple[Cue, ...]]:
        """Form → what it can be, in the order of the table."""
        found: dict[str, tuple[Cue, ...]] = {}
        for kind, particles, *columns in self._tables.rows("cues"):
            finite, participles = (set(column.split()) for column in (*columns, "")[:2])
            needed = frozenset(filter(None, particles.split(",")))
            for form in sorted(finite | participles):
                cue = Cue(CueKind(kind), needed, form in finite, form in participles)
                found[form] = (*found.get(form, ()), cue)
        return found

    def pronouns(self) -> frozenset[str]:
        """Pronouns that can stand for a speaker, lower case."""
        return frozenset(word for word, letter in self.closed.items() if letter in "how")

    def letter(self, token: str) -> str:
        """The letter of ``token``, one word or mark."""
        if not token[0].isalnum():
            return mark_letter(token)
        lower = token.lower()
        letter = self.closed.get(lower)
        if letter and (token == lower or token.istitle()):
            return letter
        cues = self.cues.get(lower) if token == lower else None
        if cues:
            return "V" if any(cue.finite for cue in cues) else "D"
        if token[0].isdigit():
            return "m"
        return "N" if token[0].isupper() or ("-" in token and self._begins_with_article(token)) else "a"

    def _begins_with_article(self, token: str) -> bool:
        """Whether a name is joined to the article before it: "al-Majdoub"."""
        article, _, name = token.partition("-")
        return name[:1].isupper() and self.closed.get(f"{article}-") == "N"
