"""How near a quotation is to what a page is about: a country's or a topic's own words.

Of the quotations in articles about a country one in three is about that country. How far from the words the country is
named tells them apart: inside the quotation 17 of 22 read by hand were about it, in the same sentence 9 of 14, in the
sentence before 4 of 12, farther away none. The score below adds to that who speaks and what the article is about; at
``OPEN`` and above nine in ten are about the page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import partial

from topic_briefings.gathering.keyquotes import key_quotes
from topic_briefings.gathering.sheets import Sheets, blank
from topic_briefings.gathering.showing import shown
from topic_briefings.models import CountryTag, Line, Part, Quotation, Report, Span
from topic_briefings.text.document import Document, document

OPEN = 4.0
"""The least score of a quotation that a page shows without being asked."""
NEAR = 2.0
"""The least score of one that a page has at all: of those below, two in three are about something else."""
LINES, FARTHER = 12, 6
"""The most quotations that a page shows, and that it folds."""

_INSIDE, _SENTENCE, _BEFORE, _PARAGRAPH, _ABOVE = 3.0, 1.5, 0.6, 0.5, 0.2
_BY_ITS_OWN, _LEADING, _SHARE, _MARKED, _SURE, _LEANING = 0.8, 0.6, 0.8, 0.4, 0.3, 0.3
_ASIDE = 3.9
"""The most that a quotation scores which says too little, or too much, to stand open."""
_LEAD = 2
"""Sentences that tell what the article is about."""
_LEAST_SURE = 0.6
_SHORTEST, _LONGEST = 6, 60
"""Words in marks, or reported where there are none."""


class Nearness:
    """How near the quotations of one report are to one country or topic; the report's cuts are made once."""

    def __init__(self, report: Report, key: str) -> None:
        self._article = report.article
        self._document: Document = document(report.article)
        self._pronouns = self._document.language.pronouns()
        tags = report.analysis.tags(key)
        self._named = sorted({m.span for tag in tags for m in tag.mentions if m.part is Part.BODY})
        self._known = sorted(shown(report, key, Part.BODY))
        kind = type(tags[0]) if tags else CountryTag
        every = {
            m.span
            for tag in report.analysis.countries + report.analysis.topics
            if isinstance(tag, kind)
            for m in tag.mentions
            if m.part is Part.BODY
        }
        self._share = len(self._named) / len(every) if every else 0.0
        lead = self._document.sentences[:_LEAD]
        self._leading = any(self._names(sentence) for sentence in lead)

    def score(self, quotation: Quotation) -> float:
        """0 to about 7; below ``OPEN`` where the quotation is too short or long, 0 where its speaker is too unsure."""
        body = self._article.body
        words = " ".join(span.of(body) for span in quotation.fragments or quotation.content).split()
        if not words or quotation.confidence < _LEAST_SURE or not self._named:
            return 0.0
        value = self._distance(quotation.content or (quotation.span,))
        value += _BY_ITS_OWN * (quotation.speaker is not None and self._names(quotation.speaker.span))
        value += _LEADING * self._leading + _SHARE * self._share
        value += _MARKED * bool(quotation.fragments) + _SURE * quotation.confidence
        value -= _LEANING * (words[0].strip("\"“”„«‘’'").lower() in self._pronouns)
        return round(value if _SHORTEST <= len(words) <= _LONGEST else min(value, _ASIDE), 4)

    def _distance(self, content: Sequence[Span]) -> float:
        """What the place of the nearest mention is worth."""
        if any(self._names(span) for span in content):
            return _INSIDE if any(_covers(self._known, span) for span in content) else _SENTENCE
        sentences, paragraphs = self._document.sentences, self._document.paragraphs
        first, last = _at(sentences, content[0].start), _at(sentences, content[-1].end - 1)
        if self._names(Span(sentences[first].start, sentences[last].end)):
            return _SENTENCE
        paragraph = _at(paragraphs, content[0].start)
        if first and paragraphs[paragraph].covers(sentences[first - 1]) and self._names(sentences[first - 1]):
            return _BEFORE
        if self._names(paragraphs[paragraph]):
            return _PARAGRAPH
        return _ABOVE if paragraph and self._names(paragraphs[paragraph - 1]) else 0.0

    def _names(self, span: Span) -> bool:
        """Whether a mention stands inside ``span``."""
        return _covers(self._named, span)


def _covers(named: Sequence[Span], span: Span) -> bool:
    """Whether one of ``named``, sorted, stands inside ``span``."""
    at = bisect_right(named, Span(span.start, 0))
    return at < len(named) and named[at].end <= span.end


def shelf_lines(
    reports: Sequence[Report], key: str, sheets: Sheets = blank
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The quotations for the page of ``key``: those about it, then those that may be about something else.

    No voice and no report fills the list. Both are in the order of ``reports``; in a report those whom its headline or
    its lead names come first (the principals), then others (the commentators), each in the order of the text.
    """
    scores: dict[int, float] = {}
    lines: list[Line] = []
    for report in reports:
        if not report.lines:
            continue
        near_it = sheets(report.analysis).once(f"near {key}", partial(_scores, report, key))
        for line, score in zip(report.lines, near_it, strict=True):
            if score >= NEAR:
                scores[id(line)] = score
                lines.append(line)
    near = key_quotes([line for line in lines if scores[id(line)] >= OPEN], LINES)
    far = key_quotes([line for line in lines if scores[id(line)] < OPEN], FARTHER)
    places = {report.article.id: place for place, report in enumerate(reports)}
    shown_of = {line.article.id for line in (*near, *far)}
    leads = {report.article.id: lead_words(report) for report in reports if report.article.id in shown_of}

    def order(line: Line) -> tuple[int, bool, Span]:
        return places[line.article.id], not is_principal(line, leads[line.article.id]), line.quotation.span

    return tuple(sorted(near, key=order)), tuple(sorted(far, key=order))


def _scores(report: Report, key: str) -> list[float]:
    """How near each quotation of the report is to ``key``."""
    nearness = Nearness(report, key)
    return [nearness.score(line.quotation) for line in report.lines]


def lead_words(report: Report) -> frozenset[str]:
    """The words of the headline and of what gives the point, or begins the article, without the marks around them."""
    first = " ".join(point.span.of(report.article.body) for point in report.analysis.points)
    return frozenset(word.strip(".,;:!?’'“”\"()") for word in f"{report.article.headline} {first}".split())


def is_principal(line: Line, words: frozenset[str]) -> bool:
    """Whether the article's headline or lead, of these ``words``, names the speaker, by the last word of the name."""
    return line.voice is not None and line.voice.name.split()[-1] in words


def _at(spans: Sequence[Span], offset: int) -> int:
    """The number of the span that holds ``offset``, or the last that begins before it."""
    return max(0, bisect_right(spans, offset, key=lambda span: span.start) - 1)
