"""From a document to its quotations, speakers and doubts: the rules of this folder in their order."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from typing import Any

from topic_briefings.extractors.quotes.attribution import statements
from topic_briefings.extractors.quotes.cast import Cast, Figure
from topic_briefings.extractors.quotes.confidence import confidence
from topic_briefings.extractors.quotes.identity import Identity
from topic_briefings.extractors.quotes.reliance import is_doubtful
from topic_briefings.extractors.quotes.resolution import Resolver
from topic_briefings.extractors.quotes.salience import salience
from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.extractors.quotes.statement import Statement, places
from topic_briefings.extractors.quotes.telling import is_idle, without_writer
from topic_briefings.extractors.quotes.unattributed import unattributed
from topic_briefings.extractors.quotes.unintroduced import unintroduced
from topic_briefings.languages.claim import CueKind, Range, Rule
from topic_briefings.languages.language import Attribution
from topic_briefings.models import (
    Notice,
    Quotation,
    QuotationKind,
    Span,
    Speaker,
    SpeakerKind,
    SpeakerMention,
    Spelling,
)
from topic_briefings.text.document import Document


def find(document: Document) -> Iterator[Quotation | Speaker | Notice]:
    """The quotations of ``document`` in order of appearance, then its speakers by name, then its doubts.

    In a language without rules of attribution, the words in marks alone, by nobody.
    """
    attribution = document.language.attribution
    yield from unattributed(document) if attribution is None else _attributed(document, attribution)


def _attributed(document: Document, attribution: Attribution) -> Iterator[Quotation | Speaker | Notice]:
    asking = CueKind.ASK
    scene = Scene(document, attribution)
    found = _once(scene, statements(scene))
    cast = Cast(scene.words, attribution.names(scene.words, scene.tags), attribution.reference)
    resolver = Resolver(scene, cast)
    spoken: dict[int, tuple[Statement, Figure]] = {}
    for item in found:
        speaks = bool(item.quoted) or (item.kind in _SPEAKING and not item.inside)
        asks = item.kind is asking
        identity = resolver.identify(item.speaker, speaks=speaks, asks=asks) if item.speaker else None
        if item.named and identity and identity.figure is resolver.identify(item.named, speaks=False).figure:
            item = replace(item, speaker=item.named)
        if identity and identity.figure:
            spoken.setdefault(id(identity.figure), (item, identity.figure))
        sound = without_writer(scene, item, identity.figure) if identity else item
        if sound is not None:
            yield quotation(scene, sound, identity, cast)
    _read_roles(scene, cast, spoken)
    speakers = [speaker(scene, figure) for figure in cast.figures if _worth(figure, spoken)]
    yield from sorted(speakers, key=lambda s: s.name)
    for figure in cast.figures:
        if len({form.replace("’", "'") for form in (figure.surname, *figure.variants)}) > 1:
            yield _doubt(scene, figure)
    lost = unintroduced(scene, spoken.values())
    if lost is not None:
        yield lost


def _once(scene: Scene, found: Iterable[Statement]) -> list[Statement]:
    """``found`` with each statement once: of two cues over the same words ("took issue", "issue") the longer stays."""
    kept: dict[tuple[object, ...], Statement] = {}
    for item in found:
        reported = tuple([quoted.stretch.inner for quoted in item.quoted]) or item.content
        same = kept.get(reported)
        if same is None or _cue_length(scene, item) > _cue_length(scene, same):
            kept[reported] = item
    return list(kept.values())


def _cue_length(scene: Scene, item: Statement) -> int:
    cue = scene.span(*item.cue) if item.cue else Span(0, 0)
    return cue.end - cue.start


def _read_roles(scene: Scene, cast: Cast, spoken: Container[int]) -> None:
    """Give each person the fullest role that is printed beside the name, where the language reads more than titles.

    So it does to whoever has ``spoken`` and may be one.
    """
    role_of = scene.role_of
    if role_of is None:
        return
    for figure in cast.figures:
        if figure.kind is SpeakerKind.PERSON or (figure.kind is None and id(figure) in spoken):
            figure.role = role_of((place for places in figure.forms.values() for place in places), alone=True)


def quotation(scene: Scene, item: Statement, identity: Identity | None, cast: Cast) -> Quotation:
    """The record of one statement."""
    fragments = tuple([quoted.stretch.inner for quoted in item.quoted])
    content = tuple([_with_stop(scene.body, scene.span(*part)) for part in item.content])
    span = _around(fragments or content)
    kind = _kind(scene, item)
    mention = None
    if item.speaker and identity:
        name = identity.figure.name if identity.figure else None
        described = None if name else _described(scene, identity.described or item.speaker, item.how)
        named = _closed(scene, scene.span(*item.speaker))
        mention = SpeakerMention(span=named, name=name, kind=identity.kind, described=described)
    sure = confidence(scene, item, identity)
    return Quotation(
        span=span,
        fragments=fragments,
        content=content,
        kind=kind,
        cue=scene.span(*item.cue) if item.cue else None,
        speaker=mention,
        confidence=sure,
        salience=salience(scene.body, fragments or content, kind, identity, scene.document.language),
        idle=is_idle(scene, item, kind, sure) or is_doubtful(scene, item, identity, sure, cast),
    )


_INITIALS = re.compile(r"(?<!\w)(?:[A-Za-z]\.)+[A-Za-z]")
"""An abbreviation of initials without its last stop: "p.m"."""
_LONGEST_INITIALS = 6


def _with_stop(body: str, span: Span) -> Span:
    """``span`` with the full stop of the initials that it ends with, which ends the sentence as well: "at 4 p.m."."""
    last = body[max(span.start, span.end - _LONGEST_INITIALS) : span.end].rpartition(" ")[2]
    initials = body.startswith(".", span.end) and _INITIALS.fullmatch(last)
    return Span(span.start, span.end + 1) if initials else span


def _described(scene: Scene, phrase: Range, how: Rule) -> Span | None:
    """The words of a ``phrase`` that describes somebody, without a clause; None where it is a pronoun.

    "The judge, who heard ten of them," is the judge, but "the judge who heard ten" keeps what tells which. An article
    in a case that is no subject's is left out: "laut | der Polizei".
    """
    first, last = phrase
    first += scene.tags[first] == "l" and last - first > 1  # "yesterday the spokesman"
    clause = _CLAUSE.search(scene.tags, first + 1, last)
    known = scene.tokens[first].lower() in scene.attribution.reference.definite or (
        clause and clause.start() == first + 1
    )
    end = clause.start() if clause and (clause[0] != "w" or not known) else last
    if scene.attribution.reference.is_oblique(scene.tokens[first], scene.tags[first] == "f" or how is Rule.ACCORDING):
        first += scene.tags[first + 1 : first + 2] == "N"
    while end > first + 1 and scene.tags[end - 1] in ",-":
        end -= 1
    return _closed(scene, scene.span(first, end)) if scene.tags[first:end] != "h" else None


def _around(parts: tuple[Span, ...]) -> Span:
    """The span from the first of ``parts`` to the last, in whatever order they come."""
    if len(parts) == 1:
        return parts[0]
    return Span(min(part.start for part in parts), max(part.end for part in parts))


_SPEAKING = frozenset((CueKind.SAY, CueKind.TELL, CueKind.ASK, CueKind.JUDGE))
"""Kinds of cue after which, without marks, somebody has said something."""
_WHOLE = frozenset((Rule.CARRIED, Rule.LATER, Rule.COLON, Rule.LABEL))
"""Rules that find a speaker of words that stand by themselves."""


def _kind(scene: Scene, item: Statement) -> QuotationKind:
    if not item.quoted:
        return QuotationKind.INDIRECT
    marked = places(item.quoted)
    if item.content != marked and any(scene.tags[slice(*part)].strip("Qq,.;:-|") for part in item.content):
        return QuotationKind.PARTIAL
    if item.content != marked:
        covered = set().union(*(range(first, last) for first, last in marked))
        for first, last in item.content:
            if any(scene.tags[at] not in ",.;:-|" for at in range(first, last) if at not in covered):
                return QuotationKind.PARTIAL
    begin, opening = item.quoted[0].first, item.quoted[0].stretch.inner.start
    inside = begin > 0 and scene.tags[begin - 1] not in ".|:,-Q"
    if inside and scene.body[opening : opening + 1].islower():
        return QuotationKind.PARTIAL
    whole = all(quoted.complete for quoted in item.quoted) or item.how in _WHOLE
    return QuotationKind.DIRECT if whole else QuotationKind.PARTIAL


def _worth(figure: Figure, spoken: Container[int]) -> bool:
    return id(figure) in spoken or (figure.kind is SpeakerKind.PERSON and figure.role is not None)


def speaker(scene: Scene, figure: Figure) -> Speaker:
    """The record of one person or body."""
    forms = sorted(figure.forms, key=lambda form: (form != figure.name, -len(figure.forms[form]), form))
    if figure.name not in figure.forms:
        forms = sorted(figure.forms, key=lambda form: (-len(form), form))
    return Speaker(
        name=figure.name,
        kind=figure.kind or SpeakerKind.PERSON,
        role=_role(scene, figure.role) if figure.role else None,
        sex=figure.sex,
        spellings=tuple(
            Spelling(
                form=form,
                spans=tuple(scene.span(*place) for place in sorted(figure.forms[form])),
                **_evidence(figure, form),
            )
            for form in forms
        ),
    )


_CLAUSE = re.compile(",?w")
"""What begins a relative clause."""
_CLOSES = 3
"""Characters behind a role in which a mark that is open in it may close, a comma before it."""


def _role(scene: Scene, role: Range) -> Span:
    """The words of a role, without the ending of a case."""
    span = scene.span(*role)
    return _closed(
        scene, Span(span.start, span.start + len(scene.attribution.reference.base_role(span.of(scene.body))))
    )


def _closed(scene: Scene, span: Span) -> Span:
    """``span`` with what closes a mark that is open in it."""
    closing = _closing(span.of(scene.body), scene.body[span.end : span.end + _CLOSES])
    return Span(span.start, span.end + len(closing)) if closing else span


def _closing(role: str, after: str) -> str:
    """What of the text right ``after`` it closes a mark that is open in ``role``: "star of “Scandal|,”"."""
    twice = (mark for mark in ("''", '"') if role.count(mark) % 2)
    closed = "”" if role.count("“") > role.count("”") else next(twice, "")
    at = after.find(closed) if closed else -1
    return after[: at + len(closed)] if at >= 0 and not after[:at].strip(",.!?") else ""


def _evidence(figure: Figure, form: str) -> dict[str, Any]:
    """Why ``form`` is taken for this figure: the sentence, its name and the words in it."""
    if form == figure.name:
        return {"evidence": "The fullest form of the name in this article.", "reason": "fullest"}
    if form in figure.variants:
        sentence = f"One slip away from {figure.surname}; nobody else of a similar name is named in this article."
        return {"evidence": sentence, "reason": "slip", "words": (figure.surname,)}
    sentence = f"Short for {figure.name}; nobody else whom it could mean is named in this article."
    return {"evidence": sentence, "reason": "short", "words": (figure.name,)}


def _doubt(scene: Scene, figure: Figure) -> Notice:
    forms = [figure.surname, *sorted(figure.variants, key=lambda form: figure.forms[form][0])]
    spellings = list({form.replace("’", "'"): form for form in reversed(forms)}.values())[::-1]
    listed = ", ".join(spellings[:-1]) + " and " + spellings[-1]
    first = min(place for form in figure.variants for place in figure.forms[form])
    message = f"One name is spelled {listed}."
    return Notice(code="spellings", message=message, span=scene.span(*first), words=tuple(spellings))
