"""How an article's page cites it and its quotations: what a reader copies must be what the article and records say."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator

from topic_briefings.models import Article
from topic_briefings.pages.words import Words
from topic_briefings.verifying.lines import OTHER_SHAPE, Json
from topic_briefings.verifying.problems import Kind, differing, folded
from topic_briefings.verifying.rows import Recorded, Row
from topic_briefings.verifying.seen import PageSeen, links_to

Report = Callable[..., None]
"""``report(kind, line, what)``: a problem on the page at hand."""


def check_cited(path: str, page: PageSeen, recorded: Recorded, words: Words, report: Report) -> None:
    """Report where a citation on the page at ``path`` is not that of its article or its quotations."""
    key = recorded.pages.get(path, "")
    article = recorded.standing.get(key)
    right = citation(article, words) if article else ""
    named = _named(path, page, recorded) if _listed(page) else []
    known = {citation(other, words) for other in named if other}
    for shown in page.lines:
        text = shown.inline.text
        # Of an article that is gone or changed no citation can be known; that it is, is reported elsewhere.
        if ".bf-ref" in shown.names and text not in known and None not in named:
            report(Kind.SOURCE, shown.inline.line, f"no article that is named here is cited as “{text}”")
        label, begins, given = text.partition(words["cite_as"])
        if article and begins and not label and given.strip() != right:
            ours, theirs = differing(given.strip(), right)
            report(Kind.SOURCE, shown.inline.line, f"the citation says {ours} where it is {theirs}")
    if article and page.tools:
        here = {seen.anchor for seen in page.quotations}
        try:
            for kind, what in _differing(json.loads(page.tools.text), article, recorded.rows[key], here, right):
                report(kind, page.tools.line, f"what the page copies {what}")
        except OTHER_SHAPE:
            report(Kind.RECORD, page.tools.line, "what the page copies is not as pages are written with it")


def citation(article: Article, words: Words) -> str:
    """Authors, headline, outlet, date and address, as far as the article gives them."""
    date = words.date(article.published) if article.published else ""
    title = f"“{article.headline or article.id}”"
    parts = (", ".join(article.authors), title, article.outlet or "", date, article.url or "")
    return folded(", ".join(filter(None, parts)))


def _listed(page: PageSeen) -> bool:
    return any(".bf-ref" in shown.names for shown in page.lines)


def _named(path: str, page: PageSeen, recorded: Recorded) -> list[Article | None]:
    """The articles that the page leads to, from its lines or from below its quotations; None for one that changed."""
    lines = [shown.inline for shown in page.lines] + [seen.how for seen in page.quotations if seen.how]
    keys = dict.fromkeys(recorded.article_at(to) for line in lines for _, to in links_to(line, path))
    return [recorded.standing.get(key) for key in keys if key]


def _differing(
    given: Json, article: Article, rows: Iterable[Row], here: Collection[str | None], right: str
) -> Iterator[tuple[Kind, str]]:
    item, date = given["item"], article.published
    if folded(given["text"]) != right:
        yield Kind.SOURCE, "cites another article"
    facts = {
        "title": article.headline or article.id,
        "author": [{"literal": author} for author in article.authors] or None,
        "container-title": article.outlet,
        "issued": {"date-parts": [[date.year, date.month, date.day]]} if date else None,
        "URL": article.url,
    }
    for key, value in facts.items():
        if (item.get(key) or None) != (value or None):
            yield Kind.SOURCE, f"has another {key} than the article"
    quoted = {row.anchor: row for row in rows if row.fragments}
    if not quoted.keys() & here <= given["quotations"].keys() <= quoted.keys():
        yield Kind.RECORD, "has other quotations than the page"
    for anchor in given["quotations"].keys() & quoted.keys():
        said, row = given["quotations"][anchor], quoted[anchor]
        if (said["start"], said["end"]) != (row.span.start, row.span.end):
            yield Kind.WORDS, f"has {anchor} at another place than is recorded"
        if row.voice and (said.get("speaker"), said.get("role")) != (row.voice, row.role):
            yield Kind.SPEAKER, f"gives {anchor} to another speaker than is recorded"
