"""The records of quotations below ``data/``, each held against its article as it is read.

A record is kept without its words: those are the article's, and every later comparison goes to the article.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from topic_briefings.languages import of
from topic_briefings.models import Article, Corrected, QuotationKind, Span, SpeakerKind
from topic_briefings.pages.machine.data import ARTICLES, QUOTATIONS, VOICES
from topic_briefings.verifying.editor import Editor, as_marks
from topic_briefings.verifying.lines import OTHER_SHAPE, Json, Read, Report, as_span, as_text, as_text_or_none, lines
from topic_briefings.verifying.problems import differing, folded

T = TypeVar("T")

_ORIGIN = ("digest", "source", "url", "outlet", "published")
_IDLE = 2
"""Marked words that may stand on no page; of more, each is published."""
_IDLE_PIECE, _UNSURE = 4, 0.75
"""The same of a piece of the writer's sentence by nobody who can be named: below that confidence, whatever a site's
``threshold`` is."""
_ROUNDED = 0.00005
"""A recorded confidence has four places."""
_Wrong = tuple[str, str]
"""What of a record is wrong, and how."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A quotation's record."""

    line: int = field(repr=False)
    anchor: str
    article: str
    kind: QuotationKind
    span: Span
    fragments: tuple[Span, ...]
    content: tuple[Span, ...]
    context: Span
    speaker: Span | None
    described: Span | None
    """What stands for a speaker whom the article does not name, where that is not ``speaker``."""
    speaker_kind: SpeakerKind | None
    speaker_name: str | None
    voice: str | None
    voice_page: str | None
    certain: bool
    confidence: float

    def said_by(self, article: Article) -> str | None:
        """The voice, or the article's words for a body that it does not name; None where it is not known who."""
        if self.voice or self.speaker is None:
            return self.voice
        phrase = self.phrase(article)
        person = self.speaker_kind is SpeakerKind.PERSON
        plain = self.certain and not person and phrase.casefold() not in of(article.language).pronouns()
        return phrase[:1].upper() + phrase[1:] if plain else None

    def phrase(self, article: Article) -> str:
        """The article's words for the speaker; empty where it has none."""
        found = self.described or self.speaker
        return found.of(article.body) if found else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """An article's record, as far as quotations rest on it."""

    line: int = field(repr=False)
    id: str
    digest: str
    source: str
    page: str
    copies: tuple[tuple[str, str, str], ...]
    """Id, digest and source of each."""
    addresses: tuple[str, ...]
    """Those of its copies."""
    marked: tuple[tuple[Span, tuple[Span, ...], int], ...]
    """Where the quotations are that have words in marks; the words of those that may stand on no page, and how many."""
    corrected: tuple[Corrected, ...]
    """What an editor changed."""


class Records:
    """All records, by what they are looked up by; what is wrong with one is reported while it is read."""

    def __init__(self, read: Read, editor: Editor, threshold: float, report: Report) -> None:
        """``read`` gives the files of the site; ``threshold`` is how sure one must be to name a speaker."""
        self._read, self.editor, self._threshold, self._report = read, editor, threshold, report
        self.articles: dict[str, ArticleRow] = {}
        self.pages: dict[str, str] = {}
        """The article of each article's page."""
        self.standing: dict[str, Article] = {}
        """The articles that are as recorded."""
        self.anchors: dict[str, list[Row]] = defaultdict(list)
        self.rows: dict[str, list[Row]] = defaultdict(list)
        """The quotations of each article, in order."""
        self.voices: dict[tuple[str, str], tuple[str, str | None]] = {}
        """Name and page of the voice of each speaker, by the article and the name there."""
        self.voice_pages: dict[str, str] = {}
        """The name of the voice of each voice's page."""
        self._sorted: dict[str, tuple[list[int], list[Row]]] = {}

    def sources(self) -> None:
        """Read which articles and which voices are recorded."""
        for row in self._each(ARTICLES, _article_row, "an article"):
            if self.articles.setdefault(row.id, row) is not row or self.pages.setdefault(row.page, row.id) != row.id:
                self._report(ARTICLES, row.line, f'the article "{row.id}" is recorded twice')
        for _ in self._each(VOICES, self._voice, "a voice"):
            pass

    def quotations(self, standing: Mapping[str, Article]) -> None:
        """Read the records of quotations, once the ``sources`` are read, against the articles ``standing``."""
        self.standing.update(standing)
        for own in self.articles.values():
            for kind in self.editor.strange(own.id, own.corrected):
                what = f"“{own.id}” is recorded as corrected ({kind}), which the file of corrections does not say"
                self._report(ARTICLES, own.line, what, own.id)
        for row in self._each(QUOTATIONS, self._quotation, "a quotation"):
            if any(other.article == row.article for other in self.anchors[row.anchor]):
                self._report(QUOTATIONS, row.line, f"the quotation {row.anchor} is recorded twice")
                continue
            self.anchors[row.anchor].append(row)
            self.rows[row.article].append(row)
        for key in self.standing:
            known = {row.span for row in self.rows[key]}
            for span, few, most in self.articles[key].marked:
                words = sum(len(fragment.of(self.standing[key].body).split()) for fragment in few)
                if span not in known and not 0 < words <= most:
                    what = f"a quotation of “{key}” at {span.start} is not recorded in {QUOTATIONS}"
                    self._report(ARTICLES, self.articles[key].line, what, key)

    def beside(self, row: Row) -> list[Row]:
        """What else its speaker says in its sentences, in marks or not alike; asked for once all is read."""
        if row.article not in self._sorted:
            rows = sorted(self.rows[row.article], key=lambda other: other.span.start)
            self._sorted[row.article] = [other.span.start for other in rows], rows
        starts, rows = self._sorted[row.article]
        near = rows[bisect_left(starts, row.context.start) : bisect_right(starts, row.context.end)]
        alike = (row.voice_page, bool(row.fragments))
        return [other for other in near if (other.voice_page, bool(other.fragments)) == alike]

    def _each(self, path: str, make: Callable[[Json, int], T], what: str) -> Iterator[T]:
        for line, given in lines(self._read, path, self._report):
            try:
                made = make(given, line)
            except OTHER_SHAPE:
                self._report(path, line, f"the line is no record of {what} as data/schema.json has it")
            else:
                yield made

    def _voice(self, given: Json, line: int) -> None:
        """Keep whose voice the record is; its name must be that of one of its speakers, or an editor's."""
        name, page = as_text(given["name"]), as_text_or_none(given["page"])
        members = [(as_text(member["article"]), as_text(member["speaker"])) for member in given["members"]]
        for member in members:
            if self.voices.setdefault(member, (name, page)) != (name, page):
                self._report(VOICES, line, f"“{member[1]}” in “{member[0]}” belongs to two voices")
        if name not in {member for _, member in members} | self.editor.names:
            self._report(VOICES, line, f"the voice “{name}” is none of the speakers that it gathers")
        if page and self.voice_pages.setdefault(page, name) != name:
            self._report(VOICES, line, f"the page {page} belongs to two voices")

    def _quotation(self, given: Json, line: int) -> Row:
        row = _row(given, line)
        article = self.standing.get(row.article)
        if row.article not in self.articles:
            what = f"the source of the quotation {row.anchor} is “{row.article}”, which is no recorded article"
            self._report(QUOTATIONS, line, what)
        elif article:
            found = (*_origin(given, article), *_stretches(given, article.body), *self._speaker(row, article))
            for what, told in found:
                self._report(QUOTATIONS, line, f"the {what} of the quotation {row.anchor} {told}", article.id)
        return row

    def _speaker(self, row: Row, article: Article) -> Iterator[_Wrong]:
        """Where ``row`` names another voice than its speaker's, or one where it must name nobody."""
        sure = row.speaker is not None and row.confidence >= self._threshold
        if row.certain is not sure and (row.speaker is None or abs(row.confidence - self._threshold) > _ROUNDED):
            certain = "certain" if row.certain else "not certain"
            yield "speaker", f"is {certain} at a confidence of {row.confidence}"
            return
        name = row.speaker_name
        if name and name not in article.body and name not in self.editor.speakers(article.id):
            yield "speaker", f"is recorded as “{name}”, a name that the article does not print"
        nobody = (None, None)
        right = self.voices.get((row.article, name or ""), nobody) if row.certain else nobody
        stated = (row.voice, row.voice_page)
        if stated != right:
            ours, theirs = (" on ".join(filter(None, pair)) or "nobody" for pair in (stated, right))
            yield "voice", f"is recorded as {ours} where {VOICES} records {theirs}"


def _article_row(given: Json, line: int) -> ArticleRow:
    copies = given["copies"]
    known = {key: as_text(given[key]) for key in ("id", "digest", "source", "page")}
    return ArticleRow(
        line=line,
        copies=tuple((copy["id"], copy["digest"], copy["source"]) for copy in copies),
        addresses=tuple(as_text(copy["url"]) for copy in copies if copy["url"] is not None),
        marked=tuple((as_span(said), _few(said), _most(said)) for said in given["quotations"] if said["fragments"]),
        corrected=as_marks(given.get("corrected", ())),
        **known,
    )


def _few(said: Json) -> tuple[Span, ...]:
    """The words in marks, where the record says that they may stand on no page."""
    return tuple(map(as_span, said["fragments"])) if said.get("idle") else ()


def _most(said: Json) -> int:
    """How many words in marks may stand on no page."""
    piece = said["kind"] == QuotationKind.PARTIAL and said["confidence"] < _UNSURE + _ROUNDED
    return _IDLE_PIECE if piece else _IDLE


def _row(given: Json, line: int) -> Row:
    speaker = given["speaker"]
    return Row(
        line=line,
        anchor=as_text(given["anchor"]),
        article=as_text(given["article"]),
        kind=QuotationKind(given["kind"]),
        span=as_span(given),
        fragments=tuple(as_span(fragment) for fragment in given["fragments"]),
        content=tuple(as_span(pair) for pair in given["content"]),
        context=as_span(given["context"]),
        speaker=as_span(speaker) if speaker else None,
        described=as_span(speaker["described"]) if speaker and "described" in speaker else None,
        speaker_kind=SpeakerKind(speaker["kind"]) if speaker else None,
        speaker_name=as_text_or_none(speaker["name"]) if speaker else None,
        voice=as_text_or_none(given["voice"]),
        voice_page=as_text_or_none(given["voice_page"]),
        certain=bool(given["certain"]),
        confidence=float(given["confidence"]),
    )


def _origin(given: Json, article: Article) -> Iterator[_Wrong]:
    """Where the record says of another article than the one that it names."""
    published = article.published.isoformat() if article.published else None
    right = (article.digest, article.source, article.url, article.outlet, published)
    for key, theirs in zip(_ORIGIN, right, strict=True):
        if given[key] != theirs:
            yield key, f"is “{given[key]}” where it should be “{theirs}”"


def _stretches(given: Json, body: str) -> Iterator[_Wrong]:
    """Each stretch must be the body's own characters."""
    pieces = [("words", given), *(("words", piece) for piece in given["fragments"])]
    pieces += [(key, given[key]) for key in ("cue", "speaker") if given[key]]
    pieces += [("speaker", given["speaker"]["described"])] if "described" in (given["speaker"] or ()) else []
    for what, piece in pieces:
        right = as_span(piece).of(body)
        if piece["text"] != right:
            ours, theirs = differing(folded(piece["text"]), folded(right))
            yield what, f"{'are' if what == 'words' else 'is'} {ours} where the article says {theirs}"
