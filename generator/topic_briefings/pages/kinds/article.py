"""The page of an article (the point, who said what, where, about, what to know before relying on it) and the list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from topic_briefings.models import (
    Article,
    Corrected,
    CountryTag,
    Edition,
    KnownPage,
    Page,
    Part,
    Report,
    Role,
    Span,
    TieKind,
    TopicTag,
    Withdrawn,
)
from topic_briefings.pages.charts import course
from topic_briefings.pages.context import head_sentences, in_context
from topic_briefings.pages.directions import isolated, runs_left
from topic_briefings.pages.further import further_links, further_quotations
from topic_briefings.pages.indexes import index_page
from topic_briefings.pages.kinds.month import month_links
from topic_briefings.pages.lists import entries, further_pages, list_pages, page
from topic_briefings.pages.machine.citing import citation_parts
from topic_briefings.pages.machine.data import ARTICLES, article_rows
from topic_briefings.pages.machine.linked_data import article_data
from topic_briefings.pages.markdown import UNSEARCHED, at_sentence, front_matter, link_target, text
from topic_briefings.pages.names import Names
from topic_briefings.pages.quoted import SpeakerView, by_speaker, source
from topic_briefings.pages.searched import Group, Searched
from topic_briefings.pages.site import Link, PageKind, Records, Site, Thing
from topic_briefings.pages.tools import article_tools
from topic_briefings.text.document import document

TERMS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryView:
    """A country, and the words of the article that name it."""

    link: Link
    focus: bool
    words: str
    """The forms that name it, as printed."""
    evidence: Markup
    """The first sentence that names it, those words marked."""
    corrected: str
    """What the editor changed of it; empty where nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """A topic, and the words of the article that speak for it."""

    link: Link
    words: str
    corrected: str
    """What the editor changed of it; empty where nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedView:
    """Another article, and what it has in common with this one."""

    link: Link
    source: str
    ties: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """Everything that the template prints of one article."""

    headline: str
    front_matter: Markup
    data: Markup
    """The page for machines: JSON-LD."""
    tools: Markup
    """What the script needs to copy and cite."""
    citation: Markup | str
    trail: Link | None
    previous: Link | None
    next: Link | None
    meta: tuple[str, ...]
    original: Markup | None
    story: Link | None
    """The story that it belongs to."""
    points: tuple[tuple[str, Markup | None], ...]
    """Each sentence of the bottom line, and its place in the original where that has an address."""
    sure: bool
    """Whether they can be called the point; one sentence is else only how the article begins."""
    speakers: tuple[SpeakerView, ...]
    reported: tuple[SpeakerView, ...]
    further: tuple[Link, ...]
    """The pages of the quotations that this one has no room for."""
    countries: tuple[CountryView, ...]
    topics: tuple[TopicView, ...]
    labelled: tuple[tuple[str, str], ...]
    """What extractors of other packages found: its label, and the words."""
    keywords: tuple[tuple[str, Markup], ...]
    """Each with the address of a search for it."""
    notices: tuple[str, ...]
    corrected: tuple[str, ...]
    """What the editor changed."""
    related: tuple[RelatedView, ...]
    copies: tuple[tuple[str, Markup | None], ...]
    """Where else it was published, as far as a copy names its outlet, and the address there."""
    article: Article
    language: str
    """Only when it is not the site's own."""
    words: int
    paragraphs: tuple[str, ...]
    """The full text, only when the settings allow it."""


def article_pages(site: Site) -> Iterator[Page | KnownPage]:
    """The list, then each article's page with those that its quotations run on to."""
    yield from _list(site)
    reports = site.edition.reports
    for index, report in enumerate(reports):
        newer = site.article(reports[index - 1].article) if index else None
        older = site.article(reports[index + 1].article) if index + 1 < len(reports) else None
        yield from site.once(pages_of_article, report, newer, older)
    for withdrawn in site.edition.withdrawn:
        yield _withdrawn_page(site, withdrawn)


def pages_of_article(site: Site, report: Report, newer: Link | None, older: Link | None) -> Iterator[Page]:
    """The page of ``report``, between its neighbours in the order of publication, and those it runs on to."""
    yield page(site.article(report.article).path, article_page(site, report, newer, older))
    yield from further_quotations(site, report)


def _withdrawn_page(site: Site, withdrawn: Withdrawn) -> Page:
    """What stands in the place of an article that was taken back: that it was, why and when."""
    own = site.link("article", withdrawn.article.id)
    mark = Corrected(kind="withdraw", date=withdrawn.date)
    body = site.template("withdrawn.md.j2").render(
        w=site.words,
        title=own.text,
        front_matter=front_matter({"title": own.text, "description": own.text, **UNSEARCHED}),
        said=site.words.corrected(mark),
        reason=withdrawn.reason,
    )
    return page(own.path, body)


def article_page(site: Site, report: Report, previous: Link | None, following: Link | None) -> str:
    """The Markdown of the page of ``report``, between its neighbours in the order of publication."""
    view = article_view(site, report, previous, following)
    return site.template("article.md.j2").render(
        a=view, site=site, w=site.words, here=site.article(report.article).path
    )


def article_view(site: Site, report: Report, previous: Link | None, following: Link | None) -> ArticleView:
    """What the template prints."""
    article, analysis = report.article, report.analysis
    points = head_sentences(analysis)
    focus = next((c.code for c in analysis.countries if c.role is Role.FOCUS), None)
    title = article.headline or article.id
    share = site.printed(article).shares[0]
    return ArticleView(
        headline=title,
        front_matter=front_matter({"title": title, "description": " ".join(points) or title, **_dated(article)}),
        data=article_data(site, report),
        tools=article_tools(site, report),
        citation=_citation(site, article),
        trail=site.country(focus) if focus else None,
        previous=previous,
        next=following,
        meta=tuple(filter(None, (article.outlet, ", ".join(article.authors), site.words.date(article.published)))),
        original=link_target(article.url) if article.url else None,
        story=site.link("story", report.story) if report.story else None,
        points=tuple((point, at_sentence(article.url, point) if article.url else None) for point in points),
        sure=bool(analysis.gist),
        speakers=by_speaker(site, share.quoted),
        reported=by_speaker(site, share.reported),
        further=further_links(site, report),
        countries=tuple(_country(site, article, tag) for tag in analysis.countries),
        topics=tuple(_topic(site, article, tag) for tag in analysis.topics),
        labelled=tuple(dict.fromkeys((one.label, one.span.of(article.body)) for one in analysis.labelled)),
        keywords=tuple((phrase.text, searching(site, article, phrase.text)) for phrase in analysis.keywords),
        notices=tuple(dict.fromkeys(site.words.notice(notice) for notice in analysis.notices)),
        corrected=tuple(dict.fromkeys(map(site.words.corrected, analysis.corrected))),
        related=_related(site, report),
        copies=tuple(_copy(site, copy) for copy in report.copies if copy.outlet),
        article=article,
        language="" if article.language == site.words.language else article.language,
        words=len(article.body.split()),
        paragraphs=tuple(p.of(article.body) for p in document(article).paragraphs) if site.settings.full_text else (),
    )


def _citation(site: Site, article: Article) -> Markup | str:
    """How to cite ``article``; where its words run from right to left, each part is kept from moving the others."""
    parts = citation_parts(article, site.words)
    return isolated([text(part) for part in parts]) if runs_left(article.language) else ", ".join(parts)


def _copy(site: Site, copy: Article) -> tuple[str, Markup | None]:
    dated = (copy.outlet, site.words.date(copy.published) if copy.published else "")
    return ", ".join(filter(None, dated)), link_target(copy.url) if copy.url else None


def searching(site: Site, article: Article, words: str) -> Markup:
    """The way from the page of ``article`` to a search for ``words``; where there is none, to the list of articles."""
    way = site.href(site.article(article).path, site.list_of("article"))
    return Markup(f"{way}?q={quote(words.encode('utf-8', 'replace'), safe='')}")  # noqa: S704 - percent-encoded


def _dated(article: Article) -> dict[str, object]:
    """Front matter by which the theme knows an article's page, and its date for those who share it."""
    return {"article": {"published": article.published.isoformat()} if article.published else {}}


def _country(site: Site, article: Article, tag: CountryTag) -> CountryView:
    printed = dict.fromkeys(m.span.of(article.part(m.part)) for m in tag.mentions)
    # A sentence of the body says more than a headline that stands at the top of the page already.
    first = min(tag.mentions, key=lambda m: (m.part is not Part.BODY, m.span), default=None)
    return CountryView(
        link=site.country(tag.code),
        focus=tag.role is Role.FOCUS,
        words=", ".join(f"“{form}”" for form in printed),
        evidence=_evidence(article, first.part, first.span) if first else Markup(""),
        corrected=site.words.corrected(tag.corrected),
    )


def _evidence(article: Article, part: Part, span: Span) -> Markup:
    if part is not Part.BODY:
        whole = article.part(part)
        return in_context(whole, Span(0, len(whole)), [span])
    sentence = document(article).sentence_at(span.start) or span
    around = Span(sentence.start, max(sentence.end, span.end))
    return in_context(article.body, around, [span])


def _topic(site: Site, article: Article, tag: TopicTag) -> TopicView:
    printed: dict[str, str] = {}
    for mention in tag.mentions:
        printed.setdefault(mention.term, mention.span.of(article.part(mention.part)))
    forms = {form.casefold(): form for form in printed.values()}
    words = ", ".join(list(forms.values())[:TERMS])
    return TopicView(link=site.topic(tag.id), words=words, corrected=site.words.corrected(tag.corrected))


def _related(site: Site, report: Report) -> tuple[RelatedView, ...]:
    found = []
    # A keyphrase is compared in lower case and printed as this article writes it.
    printed = {phrase.text.lower(): phrase.text for phrase in report.analysis.keyphrases}
    for related in report.related:
        key = related.article_id
        ties = [printed[tie.key] if tie.kind is TieKind.KEYPHRASE else site.tie(tie) for tie in related.ties]
        found.append(
            RelatedView(link=site.link("article", key), source=source(site, site.imprint(key)), ties=", ".join(ties))
        )
    return tuple(found)


def _list(site: Site) -> Iterator[Page | KnownPage]:
    own = site.list_of("article")
    size = site.settings.per_page
    reports = site.edition.reports
    further = further_pages(site, own, reports[size:])
    yield index_page(
        site,
        "article",
        "articles.md.j2",
        entries=entries(site, reports[:size]),
        further=further,
        course=course(site, own.path, reports),
        months=month_links(site),
    )
    yield from list_pages(site, own, reports[size:], brief=True)


def _things(edition: Edition, names: Names) -> Iterator[Thing]:
    del names
    first = dict(edition.ledger.renamed)  # an address stays when a file is renamed
    published = [report.article for report in edition.reports]
    for article in (*published, *(withdrawn.article for withdrawn in edition.withdrawn)):
        yield Thing(key=article.id, name=first.get(article.id, article.id), text=article.headline or article.id)


KIND = PageKind(
    key="article",
    place=40,
    folder="articles",
    title="articles",
    pages=article_pages,
    templates=("articles.md.j2", "article.md.j2", "withdrawn.md.j2", "quoted.md.j2", "list.md.j2"),
    things=_things,
    searched=Searched(
        group=Group(name="article", word="articles", first=5),
        furniture=(
            "h2",
            "summary",
            "sup",
            "bf-meta",
            "bf-note",
            "bf-how",
            "bf-context",
            "bf-why",
            "bf-words",
            "bf-speaker",
            "bf-keywords",
            "bf-pages",
        ),
    ),
    records=Records(path=ARTICLES, rows=article_rows, holds="data_articles"),
)
