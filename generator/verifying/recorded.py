"""The records below ``data/``, each checked against its article as it is read.

A record is kept without its words: those are the article's, and every later comparison goes to the article.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.models import Article, QuotationKind, Span, SpeakerKind
from generator.pages.data import ARTICLES, QUOTATIONS
from generator.pages.links import anchor
from generator.verifying.problems import Kind, differing, folded
from generator.verifying.table import Table

Json = dict[str, Any]
Report = Callable[..., None]
"""``report(kind, path, line, what)``: a problem in the file at ``path`` below ``docs/``."""

ORIGIN = ("digest", "source", "url", "outlet", "published")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A quotation's record."""

    line: int
    anchor: str
    article: str
    kind: QuotationKind
    span: Span
    fragments: tuple[Span, ...]
    content: tuple[Span, ...]
    context: Span
    cue: Span | None
    speaker: Span | None
    speaker_kind: SpeakerKind | None
    voice: str | None
    voice_page: str | None
    role: str | None
    certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """An article's record."""

    line: int
    id: str
    digest: str
    source: str
    page: str
    copies: tuple[tuple[str, str, str], ...]
    """Id, digest and source of each."""


@dataclass(slots=True)
class Recorded:
    """Everything that is recorded, by what it is looked up by."""

    articles: dict[str, ArticleRow] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    """The article of each article's page."""
    standing: dict[str, Article] = field(default_factory=dict)
    """The articles that are as recorded."""
    anchors: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    """The quotations of each article, in order."""
    found: dict[tuple[str, int, int], list[Json]] = field(default_factory=lambda: defaultdict(list))
    """What the articles' records say of the quotations, without their words."""


def article_rows(docs: Path, report: Report) -> Iterator[tuple[ArticleRow, Json]]:
    """The records of articles that can be read, each with all it says."""
    for line, given in _records(docs, ARTICLES, report):
        try:
            copies = tuple((copy["id"], copy["digest"], copy["source"]) for copy in given["copies"])
            known = {key: _text(given[key]) for key in ("id", "digest", "source", "page")}
            yield ArticleRow(line=line, copies=copies, **known), given
        except (KeyError, TypeError, ValueError, AttributeError):
            report(Kind.RECORD, ARTICLES, line, "the line is no record of an article as data/schema.json has it")


def check_article(row: ArticleRow, given: Json, article: Article, recorded: Recorded, report: Report) -> None:
    """Report where the record ``given`` is not as ``article`` says, and keep what it says of the quotations."""
    where = (ARTICLES, row.line)
    said = (("headline", article.headline), ("authors", list(article.authors)), ("language", article.language))
    body = (("body", article.body),) if "body" in given else ()
    for key, right in (*_origin(article), *said, *body):
        if given.get(key) != right:
            _contradicted(report, where, f'the {key} of "{row.id}"', given.get(key), right, source=key in ORIGIN)
    try:
        for quotation in given["quotations"]:
            _check_stretches(quotation, article.body, f'a quotation of "{row.id}"', where, report)
            recorded.found[row.id, quotation["start"], quotation["end"]].append(_without_words(quotation))
    except (KeyError, TypeError, ValueError, AttributeError):
        report(Kind.RECORD, *where, "its quotations are no records as data/schema.json has them")


def read_quotations(docs: Path, recorded: Recorded, report: Report) -> Iterator[Row]:
    """The records of quotations, each checked against its article, the articles' records and the table."""
    table = Table(docs, report)
    for line, given in _records(docs, QUOTATIONS, report):
        try:
            row = _row(given, line)
            _check_quotation(row, given, recorded, report)
            table.compare(given)
        except (KeyError, TypeError, ValueError, AttributeError):
            report(Kind.RECORD, QUOTATIONS, line, "the line is no record of a quotation as data/schema.json has it")
            continue
        if row.article not in recorded.articles:  # reported above
            continue
        if any(other.article == row.article for other in recorded.anchors[row.anchor]):
            report(Kind.RECORD, QUOTATIONS, line, f"the quotation {row.anchor} is recorded twice")
            continue
        recorded.anchors[row.anchor].append(row)
        recorded.rows[row.article].append(row)
        yield row
    table.finish()


# ------------------------------------------------------------------ a quotation


def _check_quotation(row: Row, given: Json, recorded: Recorded, report: Report) -> None:
    where, name = (QUOTATIONS, row.line), f"the quotation {row.anchor}"
    filed, article = recorded.articles.get(row.article), recorded.standing.get(row.article)
    if filed is None:
        report(Kind.SOURCE, *where, f'{name} stands on "{row.article}", which is no recorded article')
        return
    if given["page"] != filed.page:
        _contradicted(report, where, f"the page of {name}", given["page"], filed.page, source=True)
    if article is None:  # reported once, where the article is
        return
    for key, right in _origin(article):
        if given[key] != right:
            _contradicted(report, where, f"the {key} of {name}", given[key], right, source=True)
    _check_stretches(given, article.body, name, where, report)
    words = " ".join(span.of(article.body) for span in row.fragments or row.content)
    if not row.anchor.startswith(anchor(f"{row.article}\n{words}")):
        report(Kind.WORDS, *where, f"the anchor {row.anchor} is not that of the words it records")
    _check_found(row, given, recorded, report)


def _check_found(row: Row, given: Json, recorded: Recorded, report: Report) -> None:
    """The record must be one of those that the article's own record has at this place."""
    said = _without_words(given)
    found = recorded.found.get((row.article, row.span.start, row.span.end), [])
    if said in found:
        return
    where, name = (QUOTATIONS, row.line), f"the quotation {row.anchor}"
    speakers = [other["speaker"] for other in found]
    if found and said["speaker"] not in speakers:
        ours, theirs = (_speaker_words(speaker) for speaker in (said["speaker"], speakers[0]))
        report(Kind.SPEAKER, *where, f"{name} is recorded as by {ours} where {ARTICLES} records {theirs}")
    else:
        report(Kind.RECORD, *where, f"{name} is not recorded like that in {ARTICLES}")


def _speaker_words(speaker: Json | None) -> str:
    return f"“{speaker['name'] or speaker['text']}”" if speaker else "nobody"


def _without_words(quotation: Mapping[str, Any]) -> Json:
    """What the record of a quotation in its article and the one of its own both say."""
    speaker, cue = quotation["speaker"], quotation["cue"]
    return {
        "kind": quotation["kind"],
        "fragments": [
            [span["start"], span["end"]] if isinstance(span, dict) else span for span in quotation["fragments"]
        ],
        "content": quotation["content"],
        "speaker": {key: speaker[key] for key in ("start", "end", "text", "name")} if speaker else None,
        "cue": [cue["start"], cue["end"]] if cue else None,
        "confidence": quotation["confidence"],
    }


def _row(given: Json, line: int) -> Row:
    speaker, cue = given["speaker"], given["cue"]
    return Row(
        line=line,
        anchor=_text(given["anchor"]),
        article=_text(given["article"]),
        kind=QuotationKind(given["kind"]),
        span=_span(given),
        fragments=tuple(_span(fragment) for fragment in given["fragments"]),
        content=tuple(_span(pair) for pair in given["content"]),
        context=_span(given["context"]),
        cue=_span(cue) if cue else None,
        speaker=_span(speaker) if speaker else None,
        speaker_kind=SpeakerKind(speaker["kind"]) if speaker else None,
        voice=_text_or_none(given["voice"]),
        voice_page=_text_or_none(given["voice_page"]),
        role=_text_or_none(given["role"]),
        certain=bool(given["certain"]),
    )


# ------------------------------------------------------------------ what both have


def _records(docs: Path, path: str, report: Report) -> Iterator[tuple[int, Json]]:
    try:
        with (docs / path).open(encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    given = json.loads(line)
                except ValueError:
                    given = None
                if isinstance(given, dict):
                    yield number, given
                else:
                    report(Kind.RECORD, path, number, "the line is no record")
    except OSError:
        report(Kind.FILE, path, None, "is missing")
    except UnicodeDecodeError:
        report(Kind.RECORD, path, None, "is not text in UTF-8")


def _check_stretches(given: Json, body: str, name: str, where: tuple[str, int], report: Report) -> None:
    """Each stretch of a quotation's record must be the body's own characters."""
    pieces = [("words", given), *(("words", piece) for piece in given["fragments"] if isinstance(piece, dict))]
    pieces += [(key, given[key]) for key in ("cue", "speaker") if given[key]]
    for what, piece in dict.fromkeys((what, (piece["start"], piece["end"], piece["text"])) for what, piece in pieces):
        start, end, text = piece
        right = body[_offset(start) : _offset(end)]
        if text != right:
            kind = Kind.SPEAKER if what == "speaker" else Kind.WORDS
            ours, theirs = differing(folded(text), folded(right))
            report(
                kind,
                *where,
                f"the {what} of {name} {'are' if what == 'words' else 'is'} {ours} where the article says {theirs}",
            )


def _contradicted(
    report: Report, where: tuple[str, int], what: str, found: object, right: object, *, source: bool
) -> None:
    ours, theirs = (f"“{_short(value)}”" if value else "none" for value in (found, right))
    report(Kind.SOURCE if source else Kind.RECORD, *where, f"{what} is {ours} where it should be {theirs}")


def _short(value: object) -> str:
    text = folded(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
    return text if len(text) <= 80 else f"{text[:78]} …"


def _origin(article: Article) -> tuple[tuple[str, str | None], ...]:
    published = article.published.isoformat() if article.published else None
    return tuple(zip(ORIGIN, (article.digest, article.source, article.url, article.outlet, published), strict=True))


def _span(given: Mapping[str, Any] | list[Any]) -> Span:
    start, end = (given["start"], given["end"]) if isinstance(given, Mapping) else given
    return Span(_offset(start), _offset(end))


def _offset(given: object) -> int:
    if isinstance(given, bool) or not isinstance(given, int) or given < 0:
        raise ValueError(f"{given!r} is no offset")
    return given


def _text(given: object) -> str:
    if not isinstance(given, str):
        raise TypeError(f"{given!r} is no text")
    return given


def _text_or_none(given: object) -> str | None:
    return None if given is None else _text(given)
