"""The page of a story: what happened day by day, who said what, figures, reports; and the list of stories."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from topic_briefings.gathering.figures import figures
from topic_briefings.gathering.keyquotes import key_quotes
from topic_briefings.models import Edition, Given, KnownPage, Line, Page, Role, Story, Voice
from topic_briefings.pages.disputes import disputes
from topic_briefings.pages.indexes import index_page
from topic_briefings.pages.lists import EntryView, entries, page
from topic_briefings.pages.machine.data import corrected_rows
from topic_briefings.pages.markdown import UNSEARCHED, front_matter
from topic_briefings.pages.names import Names
from topic_briefings.pages.quoted import cited, in_turn
from topic_briefings.pages.searched import Group, Searched
from topic_briefings.pages.site import Link, PageKind, Records, Site, Thing
from topic_briefings.pages.tools import page_tools

STORIES = "data/stories.jsonl"
QUOTES = 24
"""Quotations that a story shows, over all its reports."""
BONDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """A story in a list: what it is called, when it was and whose word it has."""

    link: Link
    meta: tuple[str, ...]
    point: str
    """Its newest sentence; empty where it has none."""
    source: Link
    """The report that the sentence stands in."""
    language: str
    """Only when it is not the site's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """What a day brought."""

    date: str
    link: Link
    """The report that says it."""
    point: str
    """Its sentence; empty where only the headline stands."""
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A figure as several reports print it."""

    printed: tuple[tuple[str, Link, str], ...]
    """Its words, the report they stand in, and the date."""
    reports: str


def story_pages(site: Site) -> Iterator[Page | KnownPage]:
    """The list, each story's page, and pages at former addresses that lead to it."""
    if not site.edition.stories:
        return
    yield index_page(site, "story", "stories.md.j2", wide=True, stories=story_views(site, site.edition.stories))
    for story in site.edition.stories:
        yield from site.once(_pages_of_story, story)


def _pages_of_story(site: Site, story: Story) -> Iterator[Page]:
    own = site.link("story", story.id)
    yield page(own.path, site.template("story.md.j2").render(_view(site, story, own)))
    for former in story.former:
        yield _moved(site, own, site.link("story", former).path)


def _view(site: Site, story: Story, own: Link) -> dict[str, object]:
    central = next(report.article for report in story.reports if report.article.id == story.centre)
    days = _days(site, story)
    lines, also = _quotations(site, story)
    at_odds, shown = disputes(site, story.reports)
    taken = {_said(line) for line in shown}
    counted = figures(story.reports)
    matter = {"title": own.text, "description": " ".join(day.point for day in days if day.point) or own.text}
    return {
        "site": site,
        "w": site.words,
        "here": own.path,
        "title": own.text,
        "language": "" if central.language == site.words.language else central.language,
        "front_matter": front_matter(matter),
        "shelf": site.list_of("story"),
        "meta": _meta(site, story),
        "corrected": tuple(dict.fromkeys(map(site.words.corrected, story.corrected))),
        "bonds": [(bond.text, site.words.count(bond.reports, "reports")) for bond in story.bonds[:BONDS]],
        "days": days,
        "speakers": in_turn(site, [line for line in lines if _said(line) not in taken]),
        "disputes": at_odds,
        "also": also,
        "agreed": [_figure(site, agreed.given) for agreed in counted.agreed],
        "tolls": [(site.words[f"toll_{toll.value}"], _figure(site, given)) for toll, given in counted.tolls],
        "countries": _countries(site, story),
        "topics": _topics(site, story),
        "reports": _reports(site, story, {day.point for day in days}),
        "before": [site.link("story", key) for key in story.before],
        "then": [site.link("story", key) for key in story.then],
        "tools": page_tools(site),
    }


def story_views(site: Site, stories: Sequence[Story]) -> list[StoryView]:
    """``stories`` for a list, in their order."""
    found = []
    for story in stories:
        opening = next((day.opening for day in reversed(story.days) if day.opening.span), story.days[-1].opening)
        article = opening.report.article
        found.append(
            StoryView(
                link=site.link("story", story.id),
                meta=_meta(site, story),
                point=opening.span.of(article.body) if opening.span else "",
                source=site.article(article),
                language="" if article.language == site.words.language else article.language,
            )
        )
    return found


def _meta(site: Site, story: Story) -> tuple[str, ...]:
    """How many reports by how many outlets, and when."""
    words = site.words
    found = [words.count(len(story.reports), "reports")]
    if story.outlets:
        found.append(words.count(len(story.outlets), "outlets"))
    if story.first and story.last:
        found.append(words.period(story.first, story.last))
    else:
        found.append(words["undated"])
    return tuple(found)


def _days(site: Site, story: Story) -> list[DayView]:
    found = []
    for day in story.days:
        article, span = day.opening.report.article, day.opening.span
        found.append(
            DayView(
                date=site.words.date(day.date),
                link=site.article(article),
                point=span.of(article.body) if span else "",
                language="" if article.language == site.words.language else article.language,
            )
        )
    return found


def _quotations(site: Site, story: Story) -> tuple[list[Line], dict[str, tuple[Link, ...]]]:
    """The quotations of a story, the same words once, and where else each stands, by its anchor."""
    every = [
        line for report in story.reports for line in report.lines if line.byline.certain and line.quotation.fragments
    ]
    groups: dict[tuple[Voice | None, str], list[Line]] = {}
    for line in every:
        groups.setdefault(_said(line), []).append(line)
    first = {id(group[0]): group for group in groups.values()}
    shown = set(map(id, key_quotes([group[0] for group in groups.values()], QUOTES)))
    lines = [line for line in every if id(line) in shown]
    also = {
        site.anchor(line): tuple(cited(site, other.article) for other in first[id(line)][1:])
        for line in lines
        if len(first[id(line)]) > 1
    }
    return lines, also


def _said(line: Line) -> tuple[Voice | None, str]:
    """Who said what, the quoted words by letters alone: marks and case differ from outlet to outlet."""
    said = " ".join(span.of(line.article.body) for span in line.quotation.fragments)
    return line.voice, " ".join("".join(char if char.isalnum() else " " for char in said.casefold()).split())


def _reports(site: Site, story: Story, told: Collection[str]) -> list[EntryView]:
    """The reports with their first sentence, where that is none of the sentences ``told`` above."""
    return [replace(one, point="" if one.point in told else one.point) for one in entries(site, story.reports)]


def _figure(site: Site, given: Sequence[Given]) -> FigureView:
    printed = []
    for one in given:
        article = one.report.article
        dated = site.words.date(article.published) if article.published and not article.outlet else ""
        printed.append((one.figure.span.of(article.body), cited(site, article), dated))
    return FigureView(printed=tuple(printed), reports=site.words.count(len(given), "reports"))


def _countries(site: Site, story: Story) -> list[Link]:
    about = (tag.code for report in story.reports for tag in report.analysis.countries if tag.role is Role.FOCUS)
    return [site.country(code) for code in dict.fromkeys(about)]


def _topics(site: Site, story: Story) -> list[Link]:
    filed = (tag.id for report in story.reports for tag in report.analysis.topics)
    return [site.topic(key) for key in dict.fromkeys(filed)]


def _moved(site: Site, own: Link, path: str) -> Page:
    """The page at the former address of a story that became part of another."""
    matter = front_matter({"title": own.text, **UNSEARCHED})
    body = site.template("moved.md.j2").render(site=site, w=site.words, here=path, to=own, front_matter=matter)
    return page(path, body)


def _things(edition: Edition, names: Names) -> Iterator[Thing]:
    del names
    for story in edition.stories:
        yield Thing(key=story.id, name=story.id, text=story.headline or story.id)
        for former in story.former:
            yield Thing(key=former, name=former, text=story.headline or story.id)


def _rows(site: Site) -> Iterator[dict[str, object]]:
    """The record of each story, in order of its id."""
    for story in sorted(site.edition.stories, key=lambda story: story.id):
        yield {
            "id": story.id,
            "page": site.link("story", story.id).path,
            "headline": story.headline,
            "reports": [report.article.id for report in story.reports],
            "outlets": list(story.outlets),
            "first": story.first.isoformat() if story.first else None,
            "last": story.last.isoformat() if story.last else None,
            "bonds": [bond.text for bond in story.bonds],
            "before": list(story.before),
            "then": list(story.then),
            "former": [site.link("story", former).path for former in story.former],
            **corrected_rows(story.corrected),
        }


KIND = PageKind(
    key="story",
    place=5,
    folder="stories",
    title="stories",
    pages=story_pages,
    templates=("story.md.j2", "stories.md.j2", "moved.md.j2"),
    things=_things,
    searched=Searched(
        group=Group(name="story", word="stories"),
        called="search_story",
        whole=False,
    ),
    records=Records(path=STORIES, rows=_rows, holds="data_stories"),
)
