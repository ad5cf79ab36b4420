"""The records below ``data/``, each checked against its article as it is read.

A record is kept without its words: those are the article's, and every later comparison goes to the article.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from topic_briefings.models import Article, QuotationKind, Role, SpeakerKind
from topic_briefings.pages.links import anchor
from topic_briefings.pages.machine.data import ARTICLES, QUOTATIONS
from topic_briefings.verifying.editor import Editor, as_marks
from topic_briefings.verifying.lines import (
    OTHER_SHAPE,
    Json,
    Read,
    Report,
    as_offset,
    as_span,
    as_text,
    as_text_or_none,
    records,
)
from topic_briefings.verifying.problems import Kind, differing, folded
from topic_briefings.verifying.rows import ArticleRow, Recorded, Row
from topic_briefings.verifying.table import Table
from topic_briefings.verifying.voices import check_speaker

ORIGIN = ("digest", "source", "url", "outlet", "published")
_IDLE = 2
"""Marked words that may stand on no page; of more, each is published."""


def article_rows(read: Read, report: Report) -> Iterator[tuple[ArticleRow, Json]]:
    """The records of articles that can be read, each with all it says."""
    for line, given in records(read, ARTICLES, report):
        try:
            copies = tuple((copy["id"], copy["digest"], copy["source"]) for copy in given["copies"])
            known: dict[str, Any] = {key: as_text(given[key]) for key in ("id", "digest", "source", "page")}
            points = tuple(as_span(pair) for pair in given["points"])
            yield ArticleRow(line=line, points=points, copies=copies, **known, **_found(given)), given
        except OTHER_SHAPE:
            report(Kind.RECORD, ARTICLES, line, "the line is no record of an article as data/schema.json has it")


def _found(given: Json) -> dict[str, Any]:
    """What pages may say of an article without its words."""
    countries, topics, copies = given["countries"], given["topics"], given["copies"]
    outlets = (given["outlet"], *given["authors"], *(copy["outlet"] for copy in copies))
    return {
        "outlets": tuple(as_text(name) for name in outlets if name is not None),
        "addresses": tuple(as_text(copy["url"]) for copy in copies if copy["url"] is not None),
        "countries": tuple((as_text(c["code"]), c["role"] == Role.FOCUS.value) for c in countries),
        "mentions": tuple(as_span(pair) for country in countries for pair in country["mentions"]),
        "topics": tuple(dict.fromkeys(as_text(t[key]) for t in topics for key in ("id", "broad"))),
        "keywords": tuple(as_text(keyword["text"]) for keyword in given["keywords"] if not keyword.get("idle")),
        "labelled": tuple((as_text(one["label"]), as_text(one["text"])) for one in given.get("labelled", ())),
        "notices": tuple(as_text(notice["message"]) for notice in given["notices"]),
        "corrected": as_marks(given.get("corrected", ())),
    }


def check_article(
    row: ArticleRow, given: Json, article: Article, recorded: Recorded, editor: Editor, report: Report
) -> None:
    """Report where the record ``given`` is not as ``article`` says, and keep what it says of the quotations."""
    where = (ARTICLES, row.line)
    said = (("headline", article.headline), ("authors", list(article.authors)), ("language", article.language))
    body = (("body", article.body),) if "body" in given else ()
    for key, right in (*_origin(article), *said, *body):
        if given.get(key) != right:
            _contradicted(report, where, f'the {key} of "{row.id}"', given.get(key), right, source=key in ORIGIN)
    try:
        for what in editor.problems(row.id, article, given, row.corrected):
            report(Kind.RECORD, *where, what)
        if (strange := _unordered(given)) and not any(editor.about(row.id, "keyword", "country", "topic")):
            report(Kind.RECORD, *where, f'the {strange} of "{row.id}" are not in the order of their salience')
        for one in given.get("labelled", ()):
            alone = {**one, "fragments": (), "cue": None, "speaker": None}
            _check_stretches(alone, article.body, f'what was found in "{row.id}"', where, report)
        for quotation in given["quotations"]:
            _check_stretches(quotation, article.body, f'a quotation of "{row.id}"', where, report)
            place = (row.id, quotation["start"], quotation["end"])
            recorded.found[place].append(_without_words(quotation))
            if quotation.get("idle") and _few(quotation, article):
                recorded.idle.add(place)
    except OTHER_SHAPE:
        report(Kind.RECORD, *where, "its quotations are no records as data/schema.json has them")


def _few(quotation: Json, article: Article) -> bool:
    """Whether so few words are marked that no page need show them, whatever the record says."""
    words = [word for pair in quotation["fragments"] for word in as_span(pair).of(article.body).split()]
    return 0 < len(words) <= _IDLE


def _unordered(given: Json) -> str | None:
    """What does not stand in the order of its salience, from 1 down to 0; None where all does."""
    for what in ("keywords", "countries", "topics"):
        # What is equal as it is recorded, to four places, may have differed before.
        order = [-one["salience"] for one in given[what]]
        if order != sorted(order) or any(not -1 <= one <= 0 for one in order):
            return what
    return None


def read_quotations(read: Read, recorded: Recorded, threshold: float, report: Report) -> Iterator[Row]:
    """The records of quotations, each checked against its article, the other records and the table."""
    table = Table(read, report)
    for line, given in records(read, QUOTATIONS, report):
        try:
            row = _row(given, line)
            if _check_quotation(row, given, recorded, report):
                check_speaker(row, recorded, threshold, report)
            table.compare(given)
        except OTHER_SHAPE:
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


def _check_quotation(row: Row, given: Json, recorded: Recorded, report: Report) -> bool:
    """Report what is wrong with the record; returns whether its article's own record has the same."""
    where, name = (QUOTATIONS, row.line), f"the quotation {row.anchor}"
    filed, article = recorded.articles.get(row.article), recorded.standing.get(row.article)
    if filed is None:
        report(Kind.SOURCE, *where, f'{name} stands on "{row.article}", which is no recorded article')
        return False
    if given["page"] != filed.page:
        _contradicted(report, where, f"the page of {name}", given["page"], filed.page, source=True)
    if article is None:  # reported once, where the article is
        return False
    for key, right in _origin(article):
        if given[key] != right:
            _contradicted(report, where, f"the {key} of {name}", given[key], right, source=True)
    _check_stretches(given, article.body, name, where, report)
    words = " ".join(span.of(article.body) for span in row.fragments or row.content)
    if not row.anchor.startswith(anchor(f"{row.article}\n{words}")):
        report(Kind.WORDS, *where, f"the anchor {row.anchor} is not that of the words it records")
    return _check_found(row, given, recorded, report)


def _check_found(row: Row, given: Json, recorded: Recorded, report: Report) -> bool:
    """Whether the record is one of those that the article's own record has at this place."""
    said = _without_words(given)
    found = recorded.found.get((row.article, row.span.start, row.span.end), [])
    if said in found:
        return True
    where, name = (QUOTATIONS, row.line), f"the quotation {row.anchor}"
    speakers = [other["speaker"] for other in found]
    if found and said["speaker"] not in speakers:
        ours, theirs = (_speaker_words(speaker) for speaker in (said["speaker"], speakers[0]))
        report(Kind.SPEAKER, *where, f"{name} is recorded as by {ours} where {ARTICLES} records {theirs}")
    else:
        report(Kind.RECORD, *where, f"{name} is not recorded like that in {ARTICLES}")
    return False


def check_published(recorded: Recorded, threshold: float, editor: Editor, report: Report) -> None:
    """Report what the articles' records found and publish, and the records of quotations lack."""
    shown = {(key, *row.span) for key, rows in recorded.rows.items() for row in rows}
    for (key, start, end), found in recorded.found.items():
        article = recorded.standing[key]
        published, idle = (key, start, end) in shown, (key, start, end) in recorded.idle
        for said in found:
            name = said["speaker"] and said["speaker"]["name"]
            where = (ARTICLES, recorded.articles[key].line)
            if name and name not in article.body and not any(one.value == name for one in editor.about(key, "speaker")):
                what = f"a quotation of “{key}” is recorded as by “{name}”, a name that the article does not print"
                report(Kind.SPEAKER, *where, what)
            elif not (published or idle) and (said["fragments"] or _voiced(key, said, recorded, threshold)):
                what = f"a quotation of “{key}” by “{name or 'nobody'}” at {start} is not recorded in {QUOTATIONS}"
                report(Kind.RECORD, *where, what)


def _voiced(key: str, said: Json, recorded: Recorded, threshold: float) -> bool:
    """Whether what was found is given to a voice, and so published."""
    voice = recorded.voices.get((key, said["speaker"]["name"])) if said["speaker"] else None
    return voice is not None and said["confidence"] > threshold


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
        anchor=as_text(given["anchor"]),
        article=as_text(given["article"]),
        kind=QuotationKind(given["kind"]),
        span=as_span(given),
        fragments=tuple(as_span(fragment) for fragment in given["fragments"]),
        content=tuple(as_span(pair) for pair in given["content"]),
        context=as_span(given["context"]),
        cue=as_span(cue) if cue else None,
        speaker=as_span(speaker) if speaker else None,
        speaker_kind=SpeakerKind(speaker["kind"]) if speaker else None,
        speaker_name=as_text_or_none(speaker["name"]) if speaker else None,
        voice=as_text_or_none(given["voice"]),
        voice_page=as_text_or_none(given["voice_page"]),
        role=as_text_or_none(given["role"]),
        certain=bool(given["certain"]),
        confidence=float(given["confidence"]),
    )


# ------------------------------------------------------------------ what both have


def _check_stretches(given: Json, body: str, name: str, where: tuple[str, int], report: Report) -> None:
    """Each stretch of a quotation's record must be the body's own characters."""
    pieces = [("words", given), *(("words", piece) for piece in given["fragments"] if isinstance(piece, dict))]
    pieces += [(key, given[key]) for key in ("cue", "speaker") if given[key]]
    for what, piece in dict.fromkeys((what, (piece["start"], piece["end"], piece["text"])) for what, piece in pieces):
        start, end, text = piece
        right = body[as_offset(start) : as_offset(end)]
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
