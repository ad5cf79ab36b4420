"""The feeds: each entry must be a recorded article, by its headline, its date, its address and its own words."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from topic_briefings.models import Article
from topic_briefings.pages.words import Words
from topic_briefings.verifying.lines import OTHER_SHAPE
from topic_briefings.verifying.naming import origin
from topic_briefings.verifying.problems import Kind, differing, folded
from topic_briefings.verifying.rows import Recorded

FEEDS = "feeds/"

Tell = Callable[..., None]
"""``report(kind, line, what)``: a problem in the feed at hand."""

_ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a feed says of itself."""

    title: str
    own: str
    """Its own address."""
    page: str
    """The address of its page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a feed says of one article."""

    title: str
    address: str
    date: str
    summary: str


def check_feed(path: str, content: bytes, recorded: Recorded, words: Words, report: Tell) -> None:
    """Report where the feed at ``path`` below ``docs/`` is not as the articles say."""
    try:
        head, entries = _atom(content) if path.endswith(".xml") else _json(content)
    except (*OTHER_SHAPE, etree.XMLSyntaxError):
        report(Kind.RECORD, None, "is no feed as feeds are written here")
        return
    _check_head(head, path, recorded, report)
    for entry in entries:
        if key := recorded.pages.get(f"{_place(path, entry.address)}.md"):
            if article := recorded.standing.get(key):
                for kind, what in _differing(entry, article, recorded, words):
                    report(kind, None, f"the entry “{entry.title}” {what}")
        else:
            report(Kind.SOURCE, None, f"the entry “{entry.title}” leads to {entry.address}, which is no article's page")


def _check_head(head: Head, path: str, recorded: Recorded, report: Tell) -> None:
    """A feed must give its own address, and that of the page it belongs to, and be called by that page's voice."""
    page = path.removeprefix(FEEDS).rpartition(".")[0].removesuffix("index").rstrip("/")
    if _place(path, head.own) != path:
        report(Kind.SOURCE, None, f"gives {head.own} as its own address")
    if _place(path, head.page).removeprefix(".") != page:
        report(Kind.SOURCE, None, f"belongs to {head.page}, which is not its page")
    voice = recorded.voice_pages.get(f"{page}.md")
    if voice and not head.title.endswith(f": {folded(voice.name)}"):
        report(Kind.SPEAKER, None, f"is called “{head.title}” where its voice is “{voice.name}”")


def _atom(content: bytes) -> tuple[Head, list[Entry]]:
    # Whoever altered a feed may have put anything into it: no entity is resolved, and nothing is fetched.
    feed = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    links = {str(link.attrib["rel"]): str(link.attrib["href"]) for link in feed.findall(f"{_ATOM}link")}
    head = Head(title=feed.findtext(f"{_ATOM}title") or "", own=links["self"], page=links["alternate"])
    return head, [_entry(entry) for entry in feed.iter(f"{_ATOM}entry")]


def _entry(entry: etree._Element) -> Entry:
    link = entry.find(f"{_ATOM}link")
    return Entry(
        title=entry.findtext(f"{_ATOM}title") or "",
        address="" if link is None else str(link.attrib["href"]),
        date=entry.findtext(f"{_ATOM}updated") or "",
        summary=entry.findtext(f"{_ATOM}summary") or "",
    )


def _json(content: bytes) -> tuple[Head, list[Entry]]:
    feed = json.loads(content)
    head = Head(title=feed["title"], own=feed["feed_url"], page=feed["home_page_url"])
    return head, [
        Entry(title=item["title"], address=item["url"], date=item["date_published"], summary=item["content_text"])
        for item in feed["items"]
    ]


def _differing(entry: Entry, article: Article, recorded: Recorded, words: Words) -> Iterator[tuple[Kind, str]]:
    if folded(entry.title) != folded(article.headline or article.id):
        yield Kind.SOURCE, f"is called so where the article's headline is “{article.headline or article.id}”"
    if entry.date != f"{article.published}T00:00:00Z":
        yield Kind.SOURCE, f"is dated {entry.date} where the article is of {article.published or 'no date'}"
    said = folded(" ".join(span.of(article.body) for span in recorded.articles[article.id].points))
    source, summary = f"({origin(article, words)})", folded(entry.summary)
    if not summary.endswith(source):
        yield Kind.SOURCE, f"does not end in its source, {source}"
    elif (shown := summary.removesuffix(source).rstrip(" ")) != said:
        ours, theirs = differing(shown, said)
        yield Kind.WORDS, f"says {ours} where the article says {theirs}"


def _place(path: str, address: str) -> str:
    """Where ``address`` leads to from the feed at ``path``, below the site."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
