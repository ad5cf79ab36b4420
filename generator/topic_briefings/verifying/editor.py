"""The file of corrections, read for verifying: what it says must stand on the site, and no other mark of an editor's.

Nothing that the generator made of the file is taken from it. Here each correction is a statement about the records:
a speaker, a country, a headline. A correction that finds nothing any more says nothing.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from topic_briefings.corrections.filing import country_of, topic_of
from topic_briefings.corrections.finding import folded
from topic_briefings.corrections.models import NOBODY, Correction
from topic_briefings.corrections.reading import corrections_of
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Article, Corrected, Span
from topic_briefings.pages.words import Words
from topic_briefings.reading.draft import digest
from topic_briefings.settings import Settings
from topic_briefings.verifying import problems
from topic_briefings.verifying.lines import Json
from topic_briefings.verifying.rows import VoiceRow

QUOTED = ("speaker", "pin")
"""What a quotation's own mark may say, first what it says where it could say both."""


class Editor:
    """What a person said."""

    def __init__(self, settings: Settings) -> None:
        """Raises ``CorrectionsError`` where the file is wrong."""
        self.corrections = corrections_of(settings)
        self._of: dict[str, list[Correction]] = defaultdict(list)
        for one in self.corrections:
            self._of[one.article].append(one)
        self._names: frozenset[str] | None = None
        self._known = 0
        """How many withdrawn articles are among the names."""
        self._knowledge = Knowledge(taxonomy=settings.topics)
        self.withdrawn: dict[str, tuple[str, str, dt.date | None]] = {}
        """Headline, reason and day of each article that is taken back, by its id."""

    def about(self, key: str, *kinds: str) -> Iterator[Correction]:
        """The corrections of these kinds about the article with this id."""
        for name in dict.fromkeys((key, key.rpartition("/")[2])):
            yield from (one for one in self._of.get(name, ()) if one.kind in kinds)

    def of(self, *kinds: str) -> Iterator[Correction]:
        """The corrections of these kinds."""
        return (one for one in self.corrections if one.kind in kinds)

    def article(self, article: Article) -> Article:
        """``article`` with the headline and the date that a person gave it; notes one that is taken back."""
        found = article
        for one in self.about(article.id, "headline"):
            found = replace(found, headline=one.value)
        for one in self.about(article.id, "published"):
            found = replace(found, published=one.day)
        for one in self.about(article.id, "withdraw"):
            self.withdrawn[article.id] = (found.headline or found.id, one.value, one.date)
        return replace(found, digest=digest(found)) if found is not article else article

    def names(self) -> frozenset[str]:
        """Names that no article need print."""
        if self._names is None or self._known < len(self.withdrawn):
            self._names, self._known = frozenset(self._given()), len(self.withdrawn)
        return self._names

    def _given(self) -> Iterator[str]:
        for one in self.of("speaker", "name", "role"):
            yield one.value
        for one in self.of("same_as"):
            yield from (one.voice, *one.values)
        for headline, reason, _ in self.withdrawn.values():
            yield from (headline, reason)

    def problems(self, key: str, article: Article, given: Json, marks: tuple[Corrected, ...]) -> Iterator[str]:
        """What is wrong with the record ``given`` of the article with this id, on which ``marks`` are recorded."""
        yield from self.marked(key, marks, article.body)
        yield from self.unlike(key, article, given, marks)

    # -------------------------------------------------------------- marks

    def marked(self, key: str, marks: Iterable[Corrected], body: str) -> Iterator[str]:
        """What is wrong with the ``marks`` that are recorded of the article with this id."""
        for mark in marks:
            if not any(_is(one, mark) and self._means(one, mark, body) for one in self.about(key, mark.kind)):
                yield f"“{key}” is recorded as corrected ({mark.kind}), which the file of corrections does not say"

    def _means(self, one: Correction, mark: Corrected, body: str) -> bool:
        """Whether ``mark`` is on what ``one`` is about."""
        if mark.span:
            return folded(one.quotation) in folded(mark.span.of(body))
        if one.kind == "country":
            return country_of(one.value) == mark.key
        if one.kind == "topic":
            return topic_of(one.value, self._knowledge) == mark.key
        return one.kind != "keyword" or one.value == mark.key

    def strange(self, known: Iterable[Correction], marks: Iterable[Corrected]) -> Iterator[Corrected]:
        """Those of ``marks`` that none of the ``known`` corrections is behind."""
        known = list(known)
        return (mark for mark in marks if not any(_is(one, mark) for one in known))

    def of_voice(self, voice: VoiceRow, *kinds: str) -> Iterator[Correction]:
        """The corrections of these kinds about that voice: of its name, and where they name an article, of its own."""
        members = {key for key, _ in voice.members}
        articles = members | {key.rpartition("/")[2] for key in members}
        names = {
            folded(name) for name in (voice.name, *(n for _, n in voice.members), *(n for n, _ in voice.spellings))
        }
        for one in self.of(*kinds):
            others = one.values if one.kind == "same_as" else ()
            if not names.isdisjoint(map(folded, (one.voice, *others))) and one.article in ("", *articles):
                yield one

    # -------------------------------------------------------------- what it says of an article

    def unlike(self, key: str, article: Article, given: Json, marks: Iterable[Corrected]) -> Iterator[str]:
        """Where the record ``given`` of the article with this id is not as a person said."""
        hidden = [mark.span for mark in marks if mark.kind == "hide" and mark.span]
        said = [(Span(q["start"], q["end"]), q) for q in given["quotations"]]
        if any(_hull(q) == place for place in hidden for _, q in said):
            yield f"“{key}” still has a quotation that an editor left out"
        for one in self.about(key, "speaker"):
            found = _meant(one.quotation, [q for _, q in said], article.body)
            if found and not _is_by(one.value, found, article):
                yield f"a quotation of “{key}” is not by “{one.value}”, as {one.where} says"
        for one in self.about(key, "hide"):
            done = any(_is(one, mark) and self._means(one, mark, article.body) for mark in marks)
            if not done and _meant(one.quotation, [q for _, q in said], article.body):
                yield f"a quotation of “{key}” is not left out, as {one.where} says"
        for one in self.about(key, "country", "topic", "keyword"):
            if one.words and folded(one.words) not in folded(article.body):
                continue
            if not self._filed(one, given, article):
                yield f"“{key}” is not as {one.where} says ({one.kind}: {one.value})"

    def _filed(self, one: Correction, given: Json, article: Article) -> bool:
        if one.kind == "country":
            code = country_of(one.value)
            role = next((c["role"] for c in given["countries"] if c["code"] == code), "dropped")
            return code is None or role == {"about": "focus"}.get(one.choice, one.choice)
        if one.kind == "topic":
            key = topic_of(one.value, self._knowledge)
            if one.choice == "dropped":  # with all below it
                return not any(key in (topic["id"], topic["broad"]) for topic in given["topics"])
            return key is None or any(topic["id"] == key for topic in given["topics"])
        kept = any(folded(keyword["text"]) == folded(one.value) for keyword in given["keywords"])
        printed = folded(one.value) in folded(f"{article.headline}\n{article.body}")
        return kept is (one.choice == "kept") or (one.choice == "kept" and not printed)


def _is(one: Correction, mark: Corrected) -> bool:
    return (one.kind, one.date) == (mark.kind, mark.date)


def _texts(quotation: Mapping[str, Any], body: str) -> tuple[str, str]:
    """The words in marks and all that is reported, as they are compared."""
    marked, content = (" ".join(body[s:e] for s, e in quotation[key]) for key in ("fragments", "content"))
    return folded(marked), folded(content)


def _hull(quotation: Mapping[str, Any]) -> Span:
    pairs = [(quotation["start"], quotation["end"]), *quotation["content"]]
    return Span(min(start for start, _ in pairs), max(end for _, end in pairs))


def _meant(words: str, quotations: list[Mapping[str, Any]], body: str) -> list[Mapping[str, Any]]:
    """The quotations whose words these are; none where it is not sure which."""
    wanted = folded(words)
    for part in (0, 1):
        told = [(_texts(q, body)[part], q) for q in quotations]
        exact = [q for text, q in told if text == wanted]
        found = exact or [q for text, q in told if wanted in text]
        if found:
            return found if len({_texts(q, body) for q in found}) == 1 else []
    return []


def _is_by(name: str, found: Iterable[Mapping[str, Any]], article: Article) -> bool:
    """Whether the quotations are by ``name``, as far as the article prints it; a part of a name may stand for it."""
    for quotation in found:
        speaker = quotation["speaker"]
        if name == NOBODY:
            if speaker is not None:
                return False
        elif (speaker is None and folded(name) in folded(article.body)) or (
            speaker is not None and not _alike(name, speaker["name"] or "")
        ):
            return False
    return True


def _alike(name: str, other: str) -> bool:
    """Whether ``name`` may be printed for ``other``; a surname alone, however it is spelt, always may."""
    return folded(name) == folded(other) or len(name.split()) == 1


def expected(marks: Iterable[Corrected], span: Span, words: Words) -> str:
    """What the mark on the quotation at ``span`` says; empty where nobody changed it."""
    own = {mark.kind: mark for mark in marks if mark.span and mark.kind in QUOTED and mark.span.covers(span)}
    return next((problems.folded(words.corrected(own[kind])) for kind in QUOTED if kind in own), "")


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
