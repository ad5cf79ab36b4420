"""The page of one voice: every quotation in order, the roles as printed, the spellings found."""

from __future__ import annotations

from collections.abc import Iterator

from generator.models import Page, VoiceBriefing
from generator.pages.feeds import feed_matter, feed_of
from generator.pages.lists import page
from generator.pages.markdown import UNSEARCHED, front_matter
from generator.pages.quoted import by_speaker
from generator.pages.site import Link, Site
from generator.pages.templating import template

QUOTES = 50
"""Quotations on one page of a voice."""


def voice_pages(site: Site, briefing: VoiceBriefing) -> Iterator[Page]:
    """The page of a voice, and those its quotations run on to."""
    own = site.voice(briefing.voice)
    folder = own.path.removesuffix(".md")
    feed = feed_of(own, [site.story(line.article.id) for line in briefing.lines])
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
            feed=feed,
            count=site.words.count(len(briefing.lines), "quotations"),
            countries=[site.country(code) for code in briefing.countries],
            quotes=[quote for speaker in by_speaker(site, lines) for quote in speaker.quotes],
            links=links if len(links) > 1 else [],
        )
        yield page(link.path, body)
