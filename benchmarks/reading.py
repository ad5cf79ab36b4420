"""Judge by reading what is published: ``python benchmarks/reading.py FILE [--articles N] [--seed N] > sheet.tsv``.

Draws articles from a file of JSON Lines (``.gz`` too) and prints everything that their pages would say of them, an
item a line, tab-separated, with the words that it rests on between ``[[`` and ``]]``: article, kind, item, context,
verdict, comment. The draw goes by a digest of the seed and the article's id, so a seed names the same articles on
every machine, and whoever mends rules on one draw judges them on another. The person who judges did not write the
rules, and fills the verdict:

- ``right``: a reader who checks it finds it so, and would miss it;
- ``weak``: not false, but no use: an idle keyword, a topic that is only touched;
- ``wrong``: false: another's words, a fragment, a deed printed as speech, a notice of nothing;
- ``none``: of a quotation: nobody said these words there: a title, a word that is mentioned, scare quotes;
- ``needless``: of an unnamed quotation: any reader sees who said it; ``right`` where no reader does.

``python benchmarks/reading.py --score SHEET …`` turns judged sheets into the table of figures. A sheet holds text of
articles and stays where it is; the table holds none.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple

from keyword_reading import choose

from topic_briefings.extractors import analyse
from topic_briefings.gathering import gather
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import (
    Analysis,
    Article,
    CountryTag,
    Line,
    Part,
    QuotationKind,
    Report,
    Role,
    Span,
    TopicTag,
)
from topic_briefings.pages.context import sentences_around, window
from topic_briefings.pages.kinds import site_of
from topic_briefings.pages.site import Site
from topic_briefings.reading.jsonl import read_records
from topic_briefings.settings import parse
from topic_briefings.text.document import document

COLUMNS = ("article", "kind", "item", "context", "verdict", "comment")
QUOTED = frozenset(("right", "weak", "wrong", "none"))
ANY = frozenset(("right", "weak", "wrong"))
VERDICTS = {
    "speaker": QUOTED,
    "unnamed": QUOTED | {"needless"},
    "statement": ANY,
    "topic": ANY,
    "country": ANY,
    "about": ANY,
    "keyword": ANY,
    "point": ANY,
    "opening": ANY,
    "notice": ANY,
}
"""Kind of item → the verdicts that may be given on it."""


class Item(NamedTuple):
    """One thing that a page says of an article, or the judgement on it: a line of the sheet."""

    article: str
    kind: str
    item: str
    context: str
    verdict: str = ""
    comment: str = ""


# ------------------------------------------------------------------ the sheet


def drawn(path: Path, count: int, seed: int) -> list[Article]:
    """The articles of ``path`` that the seed chooses; those that cannot be read are told of."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        found = list(read_records(lines, path.name))
    for item in found:
        if not isinstance(item, Article):
            print(item, file=sys.stderr)
    return choose([item for item in found if isinstance(item, Article)], seed, count)


def items(articles: Iterable[Article]) -> Iterator[Item]:
    """Everything that the pages of a site of ``articles`` say of each, in the order of their ids."""
    settings = parse({"workers": 1}, root=Path())
    edition = gather([analyse(article, Knowledge()) for article in articles], settings)
    site = site_of(edition, settings)
    for report in sorted(edition.reports, key=lambda report: report.article.id):
        yield from _of_report(site, report)


def _of_report(site: Site, report: Report) -> Iterator[Item]:
    analysis, article = report.analysis, report.article
    for point in analysis.summary:
        kind = "point" if analysis.gist else "opening"
        yield Item(article.id, kind, point.span.of(article.body), article.headline)
    for share in site.printed(article).shares:
        yield from (_quoted(line) for line in share.quoted)
        yield from (_statement(line) for line in share.reported)
    for country in analysis.countries:
        kind = "about" if country.role is Role.FOCUS else "country"
        yield Item(article.id, kind, site.country(country.code).text, _first(article, country))
    for topic in analysis.topics:
        yield Item(article.id, "topic", topic.label, f"{article.headline}: {_words(article, topic)}")
    for phrase in analysis.keywords:
        context = _sentence(article, phrase.spans[0]) if phrase.spans else article.headline
        yield Item(article.id, "keyword", phrase.text, context)
    yield from _notices(site, analysis)


def _quoted(line: Line) -> Item:
    """A quotation with the text around it, in which a reader looks for its speaker.

    Its item is what the page prints: a sentence that the marks hold, else the writer's own around the marked words.
    """
    body, spans = line.article.body, line.quotation.fragments
    context = _marked(body, window(body, Span(0, len(body)), spans), spans)
    printed = spans if line.quotation.kind is QuotationKind.DIRECT else (window(body, sentences_around(line), spans),)
    return Item(line.article.id, "speaker" if line.byline.name else "unnamed", _shown(line, printed), context)


def _statement(line: Line) -> Item:
    body, spans = line.article.body, line.quotation.content
    return Item(line.article.id, "statement", _shown(line, spans), _marked(body, sentences_around(line), spans))


def _shown(line: Line, spans: Iterable[Span]) -> str:
    """Who said it, as the page's heading has it, and what."""
    who = ", ".join(filter(None, (line.byline.heading, line.byline.role)))
    return f"{who or '?'}: {' … '.join(span.of(line.article.body) for span in spans)}"


def _first(article: Article, tag: CountryTag) -> str:
    """The sentence that first names the country, or the headline or dateline."""
    mention = min(tag.mentions, key=lambda m: (m.part is not Part.BODY, m.span), default=None)
    if mention is None:
        return ""
    if mention.part is Part.BODY:
        return _sentence(article, mention.span)
    return f"{mention.part}: {article.part(mention.part)}"


def _words(article: Article, tag: TopicTag) -> str:
    """The words that speak for a topic."""
    return ", ".join(dict.fromkeys(m.span.of(article.part(m.part)) for m in tag.mentions))


def _sentence(article: Article, span: Span) -> str:
    around = document(article).sentence_at(span.start) or span
    return _marked(article.body, Span(around.start, max(around.end, span.end)), (span,))


def _marked(body: str, around: Span, spans: Iterable[Span]) -> str:
    """``body`` at ``around``, the stretches in double square brackets, paragraphs parted by "¶"."""
    out, at = "", around.start
    for span in spans:
        out += f"{body[at : span.start]}[[{span.of(body)}]]"
        at = span.end
    return (out + body[at : around.end]).replace("\n\n", " ¶ ")


def _notices(site: Site, analysis: Analysis) -> Iterator[Item]:
    """The notices of an article; one line where there is none, so that a missing one can be judged too."""
    article = analysis.article
    shown = dict.fromkeys(site.words.notice(notice) for notice in analysis.notices)
    for notice in shown or ("(none)",):
        yield Item(article.id, "notice", notice, article.headline)


def write(found: Iterable[Item], out: IO[str]) -> None:
    """The sheet: a line an item, breaks and tabs of the text folded."""
    print(*COLUMNS, sep="\t", file=out)
    for item in found:
        print(*(" ".join(cell.split()) for cell in item), sep="\t", file=out)


# ------------------------------------------------------------------ the table


def read(path: Path) -> list[Item]:
    """The judged lines of a sheet; ends with one sentence where a line is none of a sheet's."""
    found = []
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), 1):
            cells = tuple(row[: len(COLUMNS)]) + ("",) * (len(COLUMNS) - len(row))
            if cells != COLUMNS and any(cells):
                found.append(_checked(Item(*cells), f"{path}:{number}"))
    return found


def _checked(item: Item, where: str) -> Item:
    item = item._replace(verdict=item.verdict.strip().lower())
    if item.kind not in VERDICTS:
        raise SystemExit(f"{where}: “{item.kind}” is no kind of item; write one of {', '.join(VERDICTS)}")
    if item.verdict and item.verdict not in VERDICTS[item.kind]:
        allowed = ", ".join(sorted(VERDICTS[item.kind]))
        raise SystemExit(f"{where}: “{item.verdict}” is no verdict on a {item.kind}; write one of {allowed}")
    return item


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A line of the table: how many of how many."""

    name: str
    hits: int
    of: int

    def __str__(self) -> str:
        """As the table prints it."""
        share = f"{100 * self.hits / self.of:.1f} %" if self.of else "–"
        return f"{self.name:<52} {self.hits:5d} of {self.of:5d}  {share:>8}"


def table(found: Iterable[Item]) -> list[Figure]:
    """The figures of judged items; items without a verdict count nowhere."""
    judged = [item for item in found if item.verdict]
    by = {kind: Counter(item.verdict for item in judged if item.kind == kind) for kind in VERDICTS}
    named, unnamed = by["speaker"], by["unnamed"]
    said = named.total() + unnamed.total() - named["none"] - unnamed["none"]
    first = list({item.article: item for item in reversed(judged) if item.kind == "topic"}.values())
    pointed, opened = ({item.article for item in judged if item.kind == kind} for kind in ("point", "opening"))
    articles = {item.article for item in judged if item.kind == "notice"}
    spoilt = {item.article for item in judged if item.kind == "notice" and item.verdict != "right"}
    return [
        Figure(name="speaker shown: right", hits=named["right"], of=named.total() - named["none"]),
        Figure(
            name="quotations that are none", hits=named["none"] + unnamed["none"], of=named.total() + unnamed.total()
        ),
        Figure(name="needlessly unnamed, of all quotations", hits=unnamed["needless"], of=said),
        _share("statements without marks: right, whole, a statement", by["statement"], "right"),
        _share("topics shown: right", by["topic"], "right"),
        _share("topics shown: wrong", by["topic"], "wrong"),
        Figure(name="first topic: right", hits=sum(item.verdict == "right" for item in first), of=len(first)),
        _share("countries shown: right", by["country"] + by["about"], "right"),
        _share("countries that it is about: right", by["about"], "right"),
        _share("keywords: useful", by["keyword"], "right"),
        _share("keywords: fragments or wrong", by["keyword"], "wrong"),
        _share("sentences of the point: good", by["point"], "right"),
        Figure(name="articles that have a point", hits=len(pointed), of=len(pointed | opened)),
        Figure(name="articles with all notices right", hits=len(articles - spoilt), of=len(articles)),
    ]


def _share(name: str, verdicts: Counter[str], wanted: str) -> Figure:
    return Figure(name=name, hits=verdicts[wanted], of=verdicts.total())


def main(arguments: list[str] | None = None) -> None:
    """Print a sheet, or the table of judged ones."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?", help="articles, one a line (.jsonl or .jsonl.gz)")
    parser.add_argument("--articles", type=int, default=50, help="how many to draw")
    parser.add_argument("--seed", type=int, default=1, help="which draw; each number chooses other articles")
    parser.add_argument("--score", type=Path, nargs="+", metavar="SHEET", help="judged sheets to count")
    options = parser.parse_args(arguments)
    if options.score:
        found = [item for sheet in options.score for item in read(sheet)]
        print(*table(found), sep="\n")
        waiting = sum(not item.verdict for item in found)
        print(f"{len(found) - waiting} items judged, {waiting} not")
    elif options.file:
        write(items(drawn(options.file, options.articles, options.seed)), sys.stdout)
    else:
        parser.error("name a file of articles, or --score and a judged sheet")


if __name__ == "__main__":
    main()
