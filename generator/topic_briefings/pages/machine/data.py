"""The edition for machines: articles, published quotations and voices as JSON Lines, quotations as CSV, a schema.

Rows are in the order of article and place, not of publication, so that a new article adds lines and moves none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from topic_briefings.models import Analysis, Article, Corrected, Line, Page, Report, Span, SpeakerMention, Voice
from topic_briefings.pages.context import sentences_around, window
from topic_briefings.pages.machine.spreadsheet import csv
from topic_briefings.pages.site import Site
from topic_briefings.records import record

Json = dict[str, Any]

QUOTATIONS = "data/quotations.jsonl"
TABLE = "data/quotations.csv"
ARTICLES = "data/articles.jsonl"
VOICES = "data/voices.jsonl"
SCHEMA = "data/schema.json"
LEDGER = "data/edition.jsonl"
"""Where the ledger is kept between runs."""

SCHEMA_FILE = Path(__file__).parent / "schema.json"

COLUMNS = (
    "anchor",
    "article",
    "digest",
    "source",
    "url",
    "outlet",
    "published",
    "page",
    "kind",
    "start",
    "end",
    "text",
    "cue",
    "speaker",
    "voice",
    "role",
    "byline",
    "confidence",
)
"""The columns of the table; each is the field of that name of a quotation's record, spans as their text."""

_BETWEEN = "\0"
"""What no line of JSON holds but as an escape."""
# Line ends to some readers, though not to JSON Lines.
_LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def data_pages(site: Site) -> Iterator[Page]:
    """The files below ``data/``."""
    reports = sorted(site.edition.reports, key=lambda report: report.article.id)
    said = [site.text_once(_said, report).partition(_BETWEEN) for report in reports]
    yield Page(path=QUOTATIONS, content=_encoded(lines for lines, _, _ in said))
    yield Page(path=TABLE, content=_encoded((csv([COLUMNS]), *(rows for _, _, rows in said))))
    for kind in site.kinds.values():
        if kind.records:
            written = (row if isinstance(row, str) else line(row) for row in kind.records.rows(site))
            yield Page(path=kind.records.path, content=_encoded(written))
    yield Page(path=SCHEMA, content=SCHEMA_FILE.read_bytes())


def _said(site: Site, report: Report) -> str:
    """The quotations of ``report`` as lines of records and, behind ``_BETWEEN``, as rows of the table."""
    rows = list(quotation_rows(site, report))
    return "".join(map(line, rows)) + _BETWEEN + csv(map(table_row, rows))


def quotation_rows(site: Site, report: Report) -> Iterator[Json]:
    """The records of the quotations of ``report`` that pages print, in order of appearance."""
    for said in report.lines:
        if said.quotation.fragments or said.voice:
            yield quotation_row(site, said)


def quotation_row(site: Site, said: Line) -> Json:
    """One quotation with all that a page says of it; ``schema.json`` says what each field means."""
    article, quotation, voice = said.article, said.quotation, said.voice
    body, speaker = article.body, quotation.speaker
    return {
        "anchor": site.anchor(said),
        "article": article.id,
        **_origin(article),
        "page": site.article(article).path,
        "kind": quotation.kind.value,
        "start": quotation.span.start,
        "end": quotation.span.end,
        "text": quotation.span.of(body),
        "fragments": [_stretch(span, body) for span in quotation.fragments],
        "content": [_pair(span) for span in quotation.content],
        "context": _pair(_context(said)),
        "cue": _stretch(quotation.cue, body) if quotation.cue else None,
        "speaker": _speaker(speaker, body) if speaker else None,
        "voice": voice.name if voice else None,
        "voice_page": site.voice(voice).path if voice and site.has_page(voice) else None,
        "role": said.byline.role,
        "byline": said.byline.heading,
        "certain": said.byline.certain,
        "confidence": round(quotation.confidence, 4),
    }


def table_row(row: Mapping[str, Any]) -> tuple[str, ...]:
    """A quotation's record as the cells of the table, before they are made safe."""
    return tuple(_cell(row[column]) for column in COLUMNS)


def article_rows(site: Site) -> Iterator[str]:
    """The records of all articles, each as its line, in the order of their ids."""
    for report in sorted(site.edition.reports, key=lambda report: report.article.id):
        yield site.text_once(_article_line, report)


def _article_line(site: Site, report: Report) -> str:
    return line(article_row(site, report))


def article_row(site: Site, report: Report) -> Json:
    """The extraction record of an article with where it comes from; its body only where pages may print it."""
    article, found = report.article, record(report.analysis)
    body = {"body": article.body} if site.settings.full_text else {}
    return {
        "id": article.id,
        **_origin(article),
        "page": site.article(article).path,
        "headline": article.headline,
        "authors": list(article.authors),
        "language": article.language,
        **body,
        "copies": [{"id": copy.id, **_origin(copy)} for copy in report.copies],
        "points": [_pair(point.span) for point in report.analysis.gist],
        "opening": _opening(report.analysis),
        **{key: value for key, value in found.items() if key not in ("id", "headline", "body")},
        **corrected_rows(report.analysis.corrected),
    }


def _opening(analysis: Analysis) -> list[int] | None:
    """Where the sentences stand that pages print as how the article begins; None where they print its point."""
    printed = () if analysis.gist else analysis.summary
    return [printed[0].span.start, printed[-1].span.end] if printed else None


def voice_rows(site: Site) -> Iterator[str]:
    """The records of the voices that some quotation is given to, each as its line, by name."""
    found = {said.voice for report in site.edition.reports for said in report.lines if said.voice}
    for voice in sorted(found, key=lambda voice: (voice.name, voice.members)):
        yield site.text_once(_voice_line, voice)


def _voice_line(site: Site, voice: Voice) -> str:
    return line(voice_row(site, voice))


def voice_row(site: Site, voice: Voice) -> Json:
    """A voice: the speakers of articles that it stands for, and why each printed form is taken for it."""
    return {
        "name": voice.name,
        "kind": voice.kind.value,
        "page": site.voice(voice).path if site.has_page(voice) else None,
        "roles": list(voice.roles),
        "dated_roles": [
            {
                "role": dated.role,
                "first": dated.first.isoformat() if dated.first else None,
                "last": dated.last.isoformat() if dated.last else None,
                "articles": list(dated.article_ids),
            }
            for dated in voice.dated_roles
        ],
        "spellings": [
            {"form": spelling.form, "articles": list(spelling.article_ids), "evidence": spelling.evidence}
            for spelling in voice.spellings
        ],
        "members": [{"article": article, "speaker": name} for article, name in voice.members],
        **({"role": voice.role} if voice.role else {}),
        **({"link": voice.link} if voice.link else {}),
        **corrected_rows(voice.corrected),
    }


def corrected_rows(marks: Iterable[Corrected]) -> Json:
    """What an editor changed, in a record; nothing where that is nothing."""
    found = [
        {
            "kind": mark.kind,
            "date": mark.date.isoformat() if mark.date else None,
            **({"key": mark.key} if mark.key else {}),
            **({"start": mark.span.start, "end": mark.span.end} if mark.span else {}),
        }
        for mark in marks
    ]
    return {"corrected": found} if found else {}


def _origin(article: Article) -> Json:
    return {
        "digest": article.digest,
        "source": article.source,
        "url": article.url,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
    }


def _context(said: Line) -> Span:
    """The stretch of the body that a page prints around a quotation."""
    quotation = said.quotation
    return window(said.article.body, sentences_around(said), quotation.fragments or quotation.content)


def _speaker(speaker: SpeakerMention, body: str) -> Json:
    described = {"described": _stretch(speaker.described, body)} if speaker.described else {}
    return {**_stretch(speaker.span, body), "name": speaker.name, "kind": speaker.kind.value, **described}


def _stretch(span: Span, body: str) -> Json:
    return {"start": span.start, "end": span.end, "text": span.of(body)}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _cell(value: object) -> str:
    if isinstance(value, Mapping):
        value = value["text"]
    return "" if value is None else str(value)


def line(row: Mapping[str, Any]) -> str:
    """``row`` as a line of JSON Lines."""
    return f"{json.dumps(row, ensure_ascii=False, separators=(',', ':')).translate(_LINE_ENDS)}\n"


def _encoded(lines: Iterable[str]) -> bytes:
    # Half a surrogate pair is written as JSON's own escape.
    return "".join(lines).encode("utf-8", "backslashreplace")
