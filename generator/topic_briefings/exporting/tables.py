"""The tables of an edition: articles, who said what, voices, stories, and how each article is filed.

The words are those of the records in ``data/``; what stands in several places there is a table of its own here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from topic_briefings.models import Line, Report, Role, Voice
from topic_briefings.pages.names import names
from topic_briefings.pages.site import Site

Cell = str | int | float | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: its columns as SQLite declares them, and its rows in a fixed order."""

    name: str
    columns: tuple[str, ...]
    """Each with its type and what it refers to: "article TEXT REFERENCES articles(id)"."""
    rows: tuple[Row, ...]


def tables(site: Site) -> tuple[Table, ...]:
    """All tables of the edition of ``site``; one that refers to another comes after it."""
    reports = sorted(site.edition.reports, key=lambda report: report.article.id)
    voices = {voice: number for number, voice in enumerate(_voices(reports), start=1)}
    return (
        Table(
            name="stories",
            columns=("id TEXT PRIMARY KEY", "headline TEXT", "first TEXT", "last TEXT", "reports INTEGER"),
            rows=tuple(
                (s.id, s.headline, _iso(s.first), _iso(s.last), len(s.reports))
                for s in sorted(site.edition.stories, key=lambda story: story.id)
            ),
        ),
        Table(
            name="voices",
            columns=("id INTEGER PRIMARY KEY", "name TEXT", "kind TEXT", "role TEXT", "page TEXT"),
            rows=tuple(
                (
                    number,
                    voice.name,
                    voice.kind.value,
                    voice.called,
                    site.voice(voice).path if site.has_page(voice) else None,
                )
                for voice, number in voices.items()
            ),
        ),
        Table(
            name="articles",
            columns=(
                "id TEXT PRIMARY KEY",
                "headline TEXT",
                "outlet TEXT",
                "published TEXT",
                "language TEXT",
                "point TEXT",
                "story TEXT REFERENCES stories(id)",
                "url TEXT",
                "source TEXT",
                "page TEXT",
                "digest TEXT",
            ),
            rows=tuple(_article(site, report) for report in reports),
        ),
        Table(
            name="quotations",
            columns=(
                "id INTEGER PRIMARY KEY",
                "voice INTEGER REFERENCES voices(id)",
                "byline TEXT",
                "role TEXT",
                "text TEXT",
                "kind TEXT",
                "article TEXT REFERENCES articles(id)",
                "start INTEGER",
                "end INTEGER",
                "speaker TEXT",
                "cue TEXT",
                "confidence REAL",
                "anchor TEXT",
            ),
            rows=tuple(
                (number, voices.get(line.voice) if line.voice else None, *_quotation(site, line))
                for number, line in enumerate(_lines(reports), start=1)
            ),
        ),
        *_filed(site, reports),
    )


def _article(site: Site, report: Report) -> Row:
    article = report.article
    points = " ".join(point.span.of(article.body) for point in report.analysis.gist)
    return (
        article.id,
        article.headline,
        article.outlet,
        _iso(article.published),
        article.language,
        points or None,
        report.story,
        article.url,
        article.source,
        site.article(article).path,
        article.digest,
    )


def _quotation(site: Site, line: Line) -> Row:
    body, quotation = line.article.body, line.quotation
    return (
        line.byline.heading,
        line.byline.role,
        quotation.span.of(body),
        quotation.kind.value,
        line.article.id,
        quotation.span.start,
        quotation.span.end,
        quotation.speaker.span.of(body) if quotation.speaker else None,
        quotation.cue.of(body) if quotation.cue else None,
        round(quotation.confidence, 4),
        site.anchor(line),
    )


def _filed(site: Site, reports: Sequence[Report]) -> Iterator[Table]:
    called = names(site.settings)
    countries = [(r, tag) for r in reports for tag in r.analysis.countries]
    topics = [(r, tag) for r in reports for tag in r.analysis.topics]
    yield Table(
        name="countries",
        columns=("code TEXT PRIMARY KEY", "name TEXT"),
        rows=tuple((code, called.country(code)) for code in sorted({tag.code for _, tag in countries})),
    )
    yield Table(
        name="article_countries",
        columns=(
            "article TEXT REFERENCES articles(id)",
            "country TEXT REFERENCES countries(code)",
            "role TEXT",
            "salience REAL",
        ),
        rows=tuple((r.article.id, tag.code, tag.role.value, round(tag.salience, 4)) for r, tag in countries),
    )
    yield Table(
        name="topics",
        columns=("id TEXT PRIMARY KEY", "label TEXT", "broad TEXT"),
        rows=tuple((key, called.topic(key), broad) for key, broad in sorted({(t.id, t.broad) for _, t in topics})),
    )
    yield Table(
        name="article_topics",
        columns=("article TEXT REFERENCES articles(id)", "topic TEXT REFERENCES topics(id)", "salience REAL"),
        rows=tuple((r.article.id, tag.id, round(tag.salience, 4)) for r, tag in topics),
    )
    yield Table(
        name="keywords",
        columns=("article TEXT REFERENCES articles(id)", "text TEXT", "salience REAL"),
        rows=tuple((r.article.id, k.text, round(k.salience, 4)) for r in reports for k in r.analysis.keywords),
    )


WIDE = (
    *("voice", "role", "text", "kind", "countries", "topics", "headline", "outlet", "published", "byline"),
    *("country_codes", "topic_ids", "article", "url", "source", "page", "anchor", "start", "end", "confidence"),
)
"""The columns of the one wide table: who, as what, and what was said come first."""


def wide(site: Site) -> Iterator[tuple[str, ...]]:
    """Each quotation with all that is known of its article, as text; several values of one cell are parted by "; "."""
    for report in sorted(site.edition.reports, key=lambda report: report.article.id):
        for line in _lines([report]):
            yield wide_row(site, line)


def wide_row(site: Site, line: Line) -> tuple[str, ...]:
    """The row of one quotation in the wide table."""
    called, article, span = names(site.settings), line.article, line.quotation.span
    analysis = site.report(article.id).analysis
    codes = [tag.code for tag in analysis.countries if tag.role is Role.FOCUS]
    keys = [tag.id for tag in analysis.topics]
    return (
        line.voice.name if line.voice else "",
        line.byline.role or "",
        span.of(article.body),
        line.quotation.kind.value,
        "; ".join(map(called.country, codes)),
        "; ".join(map(called.topic, keys)),
        article.headline,
        article.outlet or "",
        _iso(article.published) or "",
        line.byline.heading or "",
        "; ".join(codes),
        "; ".join(keys),
        article.id,
        article.url or "",
        article.source,
        site.article(article).path,
        site.anchor(line),
        str(span.start),
        str(span.end),
        f"{line.quotation.confidence:.4f}",
    )


def _lines(reports: Sequence[Report]) -> list[Line]:
    """The statements that pages print, as the records in ``data/`` have them."""
    return [line for report in reports for line in report.lines if line.quotation.fragments or line.voice]


def _voices(reports: Sequence[Report]) -> list[Voice]:
    found = {line.voice for report in reports for line in report.lines if line.voice}
    return sorted(found, key=lambda voice: (voice.name, voice.members))


def _iso(date: object) -> str | None:
    return str(date) if date else None
