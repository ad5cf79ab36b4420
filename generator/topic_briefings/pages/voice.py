"""The page of one voice: every quotation in order, the roles as printed, the spellings found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from topic_briefings.models import Line, Page, VoiceBriefing
from topic_briefings.pages.briefing import period
from topic_briefings.pages.feeds import feed_matter, feed_of
from topic_briefings.pages.lists import page
from topic_briefings.pages.markdown import UNSEARCHED, front_matter
from topic_briefings.pages.quoted import QuoteView, quote, source
from topic_briefings.pages.site import Link, Site
from topic_briefings.pages.templating import template
from topic_briefings.pages.tools import page_tools

QUOTES = 50
"""Quotations on one page of a voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article and what the voice said in it."""

    link: Link
    source: str
    quotes: tuple[QuoteView, ...]
    language: str
    """Only when it is not the site's own."""


def voice_pages(site: Site, briefing: VoiceBriefing) -> Iterator[Page]:
    """The page of a voice, and those its quotations run on to."""
    own = site.voice(briefing.voice)
    folder = own.path.removesuffix(".md")
    feed = feed_of(own, [site.report(line.article.id) for line in briefing.lines])
    chunks = [briefing.lines[at : at + QUOTES] for at in range(0, len(briefing.lines), QUOTES)]
    links = [own, *(Link(text=str(n), path=f"{folder}/{n}.md") for n in range(2, len(chunks) + 1))]
    for link, lines in zip(links, chunks, strict=True):
        title = own.text if link is own else f"{own.text} · {site.words['page']} {link.text}"
        described = ", ".join([briefing.voice.name, *briefing.voice.roles])
        body = template("voice.md.j2").render(
            site=site,
            w=site.words,
            here=link.path,
            title=title,
            first=link is own,
            voice=briefing.voice,
            front_matter=front_matter(
                {"title": title, "description": described, **({} if link is own else UNSEARCHED), **feed_matter(feed)}
            ),
            roles=_roles(site, briefing),
            period=period(site, [site.report(line.article.id) for line in briefing.lines]),
            feed=feed,
            count=site.words.count(len(briefing.lines), "quotations"),
            countries=[site.country(code) for code in briefing.countries],
            articles=_articles(site, own.text, lines),
            tools=page_tools(site),
            links=links if len(links) > 1 else [],
        )
        yield page(link.path, body)


def _articles(site: Site, name: str, lines: Sequence[Line]) -> list[ArticleView]:
    """The quotations by article, both in the order of ``lines``."""
    found = []
    for article, said in groupby(lines, key=lambda line: line.article):
        found.append(
            ArticleView(
                link=site.article(article),
                source=source(site, article),
                quotes=tuple(quote(site, line, name) for line in said),
                language="" if article.language == site.words.language else article.language,
            )
        )
    return found


def _roles(site: Site, briefing: VoiceBriefing) -> list[tuple[str, str]]:
    """Each role as printed, with the number of articles that print it beside a quotation."""
    printed = {(line.article.id, line.role) for line in briefing.lines if line.role}
    times = Counter(role for _, role in printed)
    return [
        (role, f" ({site.words.count(times[role], 'articles')})" if times[role] else "")
        for role in briefing.voice.roles
    ]
