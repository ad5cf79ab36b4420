"""The page of a voice (every quotation in order, the roles as printed, the spellings found) and the list of voices."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from topic_briefings.gathering import newest_first
from topic_briefings.languages.roles import once_each
from topic_briefings.models import Article, Edition, KnownPage, Page, Report, VoiceBriefing
from topic_briefings.pages.briefing import period
from topic_briefings.pages.disputes import LISTED, answer_views
from topic_briefings.pages.indexes import collated, index_page
from topic_briefings.pages.links import slug
from topic_briefings.pages.lists import page
from topic_briefings.pages.machine.data import VOICES, voice_rows
from topic_briefings.pages.machine.feeds import feed_matter, feed_of
from topic_briefings.pages.markdown import UNSEARCHED, front_matter, link_target
from topic_briefings.pages.names import Names
from topic_briefings.pages.quoted import QuoteView, in_turn, source
from topic_briefings.pages.searched import Facet, Group, Searched
from topic_briefings.pages.site import Link, PageKind, Records, Site, Thing
from topic_briefings.pages.statements import Told, once, told_quote
from topic_briefings.pages.tools import page_tools

QUOTES = 50
"""Statements on one page of a voice."""
ROLES = 4
"""Roles that stand at the top of its page; the others are folded."""
SUBJECTS = 5
"""Topics, and countries, that it is told to speak in articles about."""
NAMES, QUOTED = 500, 60
"""Names on one page of the list, and the most quoted ones on the first of many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article and what the voice said in it."""

    link: Link
    source: str
    quotes: tuple[QuoteView, ...]
    language: str
    """Only when it is not the site's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceView:
    """A voice and how many quotations there are of it."""

    link: Link
    role: str
    count: int
    countries: tuple[Link, ...]
    """Those that its articles are about, most often first."""


def voice_pages(site: Site) -> Iterator[Page | KnownPage]:
    """The list, then each voice's page with those that its quotations run on to."""
    yield from _list(site)
    for briefing in site.edition.voices:
        yield from site.once(pages_of_voice, briefing)


def pages_of_voice(site: Site, briefing: VoiceBriefing) -> Iterator[Page]:
    """The page of a voice, and those its quotations run on to."""
    own = site.voice(briefing.voice)
    folder = own.path.removesuffix(".md")
    feed = feed_of(own, _followed(site, briefing))
    short, rest = _parted(briefing)
    chunks = [rest[at : at + QUOTES] for at in range(0, len(rest), QUOTES)] or [[]]
    links = [own, *(Link(text=str(n), path=f"{folder}/{n}.md") for n in range(2, len(chunks) + 1))]
    for link, told in zip(links, chunks, strict=True):
        title = own.text if link is own else f"{own.text} · {site.words['page']} {link.text}"
        voice = briefing.voice
        described = ", ".join([voice.name, *([voice.called] if voice.called else [])])
        body = site.template("voice.md.j2").render(
            site=site,
            w=site.words,
            here=link.path,
            title=title,
            voice=voice,
            address=link_target(voice.link) if voice.link else None,
            corrected=tuple(dict.fromkeys(map(site.words.corrected, voice.corrected))),
            front_matter=front_matter(
                {"title": title, "description": described, **({} if link is own else UNSEARCHED), **feed_matter(feed)}
            ),
            period=period(site, (line.article for line in briefing.lines)),
            feed=feed,
            counts=_counts(site, briefing),
            short=[told_quote(site, one, own.text) for one in short] if link is own else [],
            chosen=bool(short),
            articles=_articles(site, own.text, [one for one in told if one.line.quotation.fragments]),
            reported=_articles(site, own.text, [one for one in told if not one.line.quotation.fragments]),
            tools=page_tools(site),
            links=links if len(links) > 1 else [],
            **(_facts(site, briefing) if link is own else {"first": False}),
        )
        yield page(link.path, body)


def _facts(site: Site, briefing: VoiceBriefing) -> dict[str, object]:
    """What stands on the first page of a voice alone: its roles, what it speaks of, and what others say of it."""
    roles = _roles(site, briefing)
    filed = [(site.topic(one.key), one) for one in briefing.topics[:SUBJECTS]]
    filed += [(site.country(one.key), one) for one in briefing.countries[:SUBJECTS]]
    return {
        "first": True,
        "roles": roles[:ROLES],
        "further_roles": roles[ROLES:],
        "filed": [(to, site.words.number(one.articles)) for to, one in filed],
        "answers": answer_views(site, briefing.answers)[:LISTED],
        "answered": answer_views(site, briefing.answered)[:LISTED],
        "said_of": in_turn(site, briefing.said_of),
    }


def _parted(briefing: VoiceBriefing) -> tuple[list[Told], list[Told]]:
    """Its best lines, and all else that it said: what is in marks first."""
    told = [one for _, said in groupby(briefing.lines, key=lambda line: line.article) for one in once(list(said))]
    best = set(map(id, briefing.short))
    short = [one for one in told if best & set(map(id, one.lines))]
    taken = set(map(id, short))
    rest = [one for one in told if id(one) not in taken]
    return short, sorted(rest, key=lambda one: not one.line.quotation.fragments)


def _articles(site: Site, name: str, told: Sequence[Told]) -> list[ArticleView]:
    """What is told by article, both in the order of ``told``."""
    found = []
    for article, said in groupby(told, key=lambda one: one.line.article):
        found.append(
            ArticleView(
                link=site.article(article),
                source=source(site, article),
                quotes=tuple(told_quote(site, one, name) for one in said),
                language="" if article.language == site.words.language else article.language,
            )
        )
    return found


def _counts(site: Site, briefing: VoiceBriefing) -> str:
    """How often it is quoted in marks, and how often reported without."""
    counted = ((len(briefing.quotations), "quotations"), (len(briefing.reported), "reported"))
    return " · ".join(site.words.count(number, noun) for number, noun in counted if number)


def _roles(site: Site, briefing: VoiceBriefing) -> list[str]:
    """Each role as printed, newest first, with the day on which it was last printed; prints of one role once.

    The first that was never printed again once the newest one was is introduced by "before".
    """
    dated = once_each(briefing.voice.dated_roles, lambda role: role.role)
    found = [f"{role.role} ({site.words.date(role.last)})" if role.last else role.role for role in dated]
    newest = dated[0].first if dated else None
    earlier = (at for at, role in enumerate(dated) if newest and role.last and role.last < newest)
    if (at := next(earlier, None)) is not None:
        found[at] = f"{site.words['role_before']} {found[at]}"
    return found


def voices(site: Site) -> list[VoiceView]:
    """Every voice, most quoted first."""
    return [
        VoiceView(
            link=site.voice(b.voice),
            role=b.voice.called or "",
            count=len(b.quotations),
            countries=tuple(site.country(one.key) for one in b.countries[:2]),
        )
        for b in site.edition.voices
    ]


def _list(site: Site) -> Iterator[Page]:
    """One page where it has room for all; else the most quoted on it, and the others on pages by name."""
    every = voices(site)
    names = sorted(every, key=lambda view: (collated(view.link.text), view.link.path))
    own, folder = site.list_of("voice"), site.kinds["voice"].folder
    if len(names) <= NAMES:
        yield index_page(site, "voice", "voices.md.j2", wide=True, voices=_by_letter(names), quoted=[], ranges=[])
        return
    chunks = [names[at : at + NAMES] for at in range(0, len(names), NAMES)]
    ranges = [
        Link(text=f"{chunk[0].link.text} – {chunk[-1].link.text}", path=f"{folder}/pages/{number}.md")
        for number, chunk in enumerate(chunks, 1)
    ]
    yield index_page(site, "voice", "voices.md.j2", wide=True, voices=[], quoted=every[:QUOTED], ranges=ranges)
    for at, (link, chunk) in enumerate(zip(ranges, chunks, strict=True)):
        body = site.template("voices.md.j2").render(
            site=site,
            w=site.words,
            here=link.path,
            title=f"{own.text}: {link.text}",
            front_matter=front_matter({"title": f"{own.text}: {link.text}", "hide": ["toc"], **UNSEARCHED}),
            parent=own,
            previous=ranges[at - 1] if at else None,
            next=ranges[at + 1] if at + 1 < len(ranges) else None,
            voices=_by_letter(chunk),
            quoted=[],
            ranges=[],
        )
        yield page(link.path, body)


def _by_letter(names: Sequence[VoiceView]) -> list[tuple[str, str, list[VoiceView]]]:
    """``names``, which are in order, by their first letter, each letter with its anchor."""
    shelves: dict[str, list[VoiceView]] = defaultdict(list)
    for view in names:
        shelves[collated(view.link.text)[:1].upper()].append(view)
    return [(letter, f"letter-{slug(letter)}", found) for letter, found in shelves.items()]


def _things(edition: Edition, names: Names) -> Iterator[Thing]:
    """Namesakes are told apart by their role in the address, where they have one."""
    del names
    voices = [briefing.voice for briefing in edition.voices]
    times = Counter(voice.name for voice in voices)
    for voice in voices:
        members = "\n".join(f"{article}\t{name}" for article, name in voice.members)
        name = f"{voice.name} {voice.roles[0]}" if times[voice.name] > 1 and voice.roles else voice.name
        yield Thing(key=voice, name=name, text=voice.name, order=members)


def _feeds(site: Site) -> Iterator[tuple[Link, list[Report]]]:
    for briefing in site.edition.voices:
        yield site.voice(briefing.voice), _in_feed(site, briefing)


def _in_feed(site: Site, briefing: VoiceBriefing) -> list[Report]:
    """The articles for the feeds of a voice, newest first; none where it is heard too seldom to be followed."""
    return [site.report(article.id) for article in sorted(_followed(site, briefing), key=newest_first)]


def _followed(site: Site, briefing: VoiceBriefing) -> list[Article]:
    """The articles of a voice that is heard often enough to be followed."""
    articles = {line.article.id: line.article for line in briefing.lines}
    return list(articles.values()) if len(articles) >= site.settings.voice_feeds_from else []


KIND = PageKind(
    key="voice",
    place=30,
    folder="voices",
    title="voices",
    pages=voice_pages,
    templates=("voices.md.j2", "voice.md.j2"),
    things=_things,
    feeds=_feeds,
    searched=Searched(
        group=Group(name="voice", word="voices"),
        facet=Facet(name="speaker", word="search_speaker", every="all_voices"),
        furniture=("h2", "bf-meta", "bf-how", "bf-speaker"),
    ),
    records=Records(path=VOICES, rows=voice_rows),
)
