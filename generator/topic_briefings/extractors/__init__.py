"""The order of work: one file, one question, one signature.

An extractor is ``extract(document, knowledge) -> Iterator[Finding]``. Extractors know nothing of each other;
what several need (sentences, names, the phrase matcher) lives in ``text/``. A new one is one new file and one
line in ``EXTRACTORS``, or an entry point of another package.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from topic_briefings.extractors import (
    countries,
    figures,
    fragments,
    keyphrases,
    leads,
    point,
    quotes,
    repeats,
    spellings,
    topics,
    unread,
)
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import (
    Analysis,
    Article,
    CountryTag,
    Figure,
    Finding,
    Keyphrase,
    Labelled,
    Lead,
    Notice,
    Point,
    Quotation,
    Speaker,
    TopicTag,
)
from topic_briefings.plugins import added
from topic_briefings.text.document import Document

T = TypeVar("T")
BUILT_IN = Knowledge()
Extractor = Callable[[Document, Knowledge], Iterator[Finding]]

EXTRACTORS: tuple[tuple[str, Extractor], ...] = (
    ("point", point.extract),
    ("leads", leads.extract),
    ("figures", figures.extract),
    ("quotations", quotes.extract),
    ("countries", countries.extract),
    ("topics", topics.extract),
    ("keyphrases", keyphrases.extract),
    ("fragments", fragments.extract),
    ("repeats", repeats.extract),
    ("spellings", spellings.extract),
    ("unread", unread.extract),
    *added("extractors"),
)
"""By name, in the order of work; those of other packages come last."""


def analyse(article: Article, knowledge: Knowledge = BUILT_IN) -> Analysis:
    """Everything the extractors find in ``article``; the same article always gives the same analysis."""
    document = Document(article)
    found: defaultdict[type, list[Any]] = defaultdict(list)
    for _, extract in EXTRACTORS:
        for finding in extract(document, knowledge):
            found[type(finding)].append(finding)

    def only(kind: type[T]) -> list[T]:
        return found[kind]

    return Analysis(
        article=article,
        quotations=tuple(sorted(only(Quotation), key=lambda q: (q.span, q.content))),
        speakers=tuple(sorted(only(Speaker), key=lambda s: s.name)),
        countries=tuple(sorted(only(CountryTag), key=lambda c: (-c.salience, c.code))),
        topics=tuple(sorted(only(TopicTag), key=lambda t: (-t.salience, t.id))),
        keyphrases=tuple(sorted(only(Keyphrase), key=lambda k: (-k.salience, k.text))),
        points=tuple(sorted(only(Point), key=lambda p: p.span)),
        leads=tuple(sorted(only(Lead), key=lambda lead: lead.span)),
        figures=tuple(sorted(only(Figure), key=lambda figure: figure.span)),
        labelled=tuple(sorted(only(Labelled), key=lambda found: (found.label, found.span))),
        notices=article.notices + tuple(_once(only(Notice))),
    )


def _once(notices: Iterable[Notice]) -> Iterator[Notice]:
    """``notices`` less those that tell of spellings that an earlier one has told of."""
    told: set[frozenset[str]] = set()
    for notice in notices:
        words = frozenset(notice.words)
        if notice.code != "spellings" or not any(words <= earlier for earlier in told):
            yield notice
        if notice.code == "spellings":
            told.add(words)
