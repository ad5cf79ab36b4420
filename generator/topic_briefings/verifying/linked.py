"""The JSON-LD on an article's page: what it tells machines must be what the article and the records say."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator

from topic_briefings.models import Article
from topic_briefings.pages.markdown import link_target
from topic_briefings.verifying.checking import Report
from topic_briefings.verifying.lines import OTHER_SHAPE, Json
from topic_briefings.verifying.problems import Kind, differing, folded
from topic_briefings.verifying.rows import Recorded, Row
from topic_briefings.verifying.seen import PageSeen


def check_linked(path: str, page: PageSeen, recorded: Recorded, report: Report) -> None:
    """Report where the block on the page at ``path`` is not what is recorded of the article and what stands there."""
    shown = page.linked
    key = recorded.pages.get(path, "")
    article = recorded.standing.get(key)
    if article is None:
        return
    if shown is None:
        report(Kind.RECORD, None, "has no block of data for machines")
        return
    try:
        first, *quotations = json.loads(shown.text)["@graph"]
        _check_article(first, article, shown.line, report)
        here = {seen.anchor for seen in page.quotations}
        given = {quotation["url"].rpartition("#")[2]: quotation for quotation in quotations}
        if len(given) != len(quotations):
            report(Kind.RECORD, shown.line, "the data for machines have a quotation twice")
        _check_quotations(given, here, recorded.rows[key], article, _on_line(report, shown.line))
    except OTHER_SHAPE:
        report(Kind.RECORD, shown.line, "the block of data for machines is not one as pages are written with")


def _on_line(report: Report, line: int) -> Report:
    """``report`` for problems that all stand on one line."""
    return lambda kind, what: report(kind, line, what)


def _check_article(given: Json, article: Article, line: int, report: Report) -> None:
    right: Json = {
        "@type": "NewsArticle",
        "@id": "#article",
        "headline": article.headline,
        "inLanguage": article.language,
        "author": [{"@type": "Person", "name": name} for name in article.authors],
        "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
        "datePublished": article.published.isoformat() if article.published else None,
        "url": article.url if article.url and link_target(article.url) else None,
    }
    for key in dict.fromkeys((*right, *given)):
        if (given.get(key) or None) != (right.get(key) or None):
            what = f"the data for machines give {_short(given.get(key))} as {key} where the article has "
            report(Kind.SOURCE, line, what + _short(right.get(key)))


def _check_quotations(
    given: dict[str, Json],
    here: Collection[str | None],
    rows: list[Row],
    article: Article,
    report: Callable[[Kind, str], None],
) -> None:
    quoted = {row.anchor: row for row in rows if row.fragments}
    for anchor in given.keys() - quoted.keys():
        report(Kind.RECORD, f"the data for machines have a quotation that is not recorded, {anchor}")
    for anchor in quoted.keys() & here - given.keys():
        report(Kind.RECORD, f"the data for machines lack the quotation {anchor}")
    for anchor in given.keys() & quoted.keys():
        for kind, what in _differing(given[anchor], quoted[anchor], article):
            report(kind, f"in the data for machines, the quotation {anchor} {what}")


def _differing(given: Json, row: Row, article: Article) -> Iterator[tuple[Kind, str]]:
    words = " … ".join(" ".join(span.of(article.body).split()) for span in row.fragments)
    if given["text"] != words:
        ours, theirs = differing(folded(given["text"]), folded(words))
        yield Kind.WORDS, f"says {ours} where the article says {theirs}"
    speaker = given["creator"]["name"] if given.get("creator") else None
    if speaker != row.voice:
        yield Kind.SPEAKER, f"is by {_short(speaker)} where {_short(row.voice)} is recorded"
    if given.get("isBasedOn") != {"@id": "#article"}:
        yield Kind.SOURCE, "stands on another article"


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"“{folded(text)}”" if value else "none"
