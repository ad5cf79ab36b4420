"""What a person said, read anew from the file of corrections: names and marks that no article gives must be theirs.

That a site follows the file in everything is what generating proves; here it speaks for what would seem wrong without
it: the headline and the date that an article is published under, a speaker whom it does not print, one taken back.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from topic_briefings.corrections.models import Correction
from topic_briefings.corrections.reading import corrections_of
from topic_briefings.models import Article, Corrected, Span
from topic_briefings.pages.words import Words
from topic_briefings.reading.draft import digest
from topic_briefings.settings import Settings
from topic_briefings.verifying.problems import folded

_QUOTED = ("speaker", "pin")
"""What a quotation's own mark may say, first what it says where it could say both."""


class Editor:
    """What a person said."""

    def __init__(self, settings: Settings) -> None:
        """Raises ``CorrectionsError`` where the file is wrong."""
        self._of: dict[str, list[Correction]] = defaultdict(list)
        self.names: frozenset[str] = frozenset()
        """What a voice may be called beside what its articles print."""
        for one in corrections_of(settings):
            self._of[one.article].append(one)
            if one.kind in ("name", "same_as", "speaker"):
                self.names |= {one.value, one.voice, *one.values}
        self.withdrawn: set[str] = set()
        """The articles that are taken back, by id."""

    def about(self, key: str, *kinds: str) -> Iterator[Correction]:
        """The corrections of these kinds about the article with this id."""
        for name in dict.fromkeys((key, key.rpartition("/")[2])):
            yield from (one for one in self._of.get(name, ()) if one.kind in kinds)

    def speakers(self, key: str) -> set[str]:
        """Whom a person put under quotations of the article with this id."""
        return {one.value for one in self.about(key, "speaker")}

    def article(self, article: Article) -> Article:
        """``article`` with the headline and the date that a person gave it; notes one that is taken back."""
        found = article
        for one in self.about(article.id, "headline"):
            found = replace(found, headline=one.value)
        for one in self.about(article.id, "published"):
            found = replace(found, published=one.day)
        if any(self.about(article.id, "withdraw")):
            self.withdrawn.add(article.id)
        return replace(found, digest=digest(found)) if found is not article else article

    def strange(self, key: str, marks: Iterable[Corrected]) -> Iterator[str]:
        """The kinds of those ``marks`` that are recorded of the article with this id and that the file does not say."""
        for mark in marks:
            if not any(one.date == mark.date for one in self.about(key, mark.kind)):
                yield mark.kind


def expected(marks: Iterable[Corrected], span: Span, words: Words) -> str:
    """What the mark on the quotation at ``span`` says; empty where nobody changed it."""
    own = {mark.kind: mark for mark in marks if mark.span and mark.kind in _QUOTED and mark.span.covers(span)}
    return next((folded(words.corrected(own[kind])) for kind in _QUOTED if kind in own), "")


def as_marks(given: Iterable[Mapping[str, Any]]) -> tuple[Corrected, ...]:
    """The marks of a record. Raises what ``OTHER_SHAPE`` has where they are none."""
    return tuple(
        Corrected(
            kind=str(mark["kind"]),
            date=dt.date.fromisoformat(mark["date"]) if mark["date"] is not None else None,
            key=str(mark.get("key", "")),
            span=Span(int(mark["start"]), int(mark["end"])) if "start" in mark else None,
        )
        for mark in given
    )
