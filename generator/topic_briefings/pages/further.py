"""The pages that an article's quotations run on to, where its own has no room for all of them."""

from __future__ import annotations

from collections.abc import Iterator

from topic_briefings.models import Page, Report
from topic_briefings.pages.lists import page
from topic_briefings.pages.markdown import front_matter
from topic_briefings.pages.quoted import by_speaker, cited, undercited
from topic_briefings.pages.site import Link, Site
from topic_briefings.pages.tools import page_tools


def further_links(site: Site, report: Report) -> tuple[Link, ...]:
    """The pages after the article's own, each called by its number."""
    return tuple(
        Link(text=str(n), path=share.path) for n, share in enumerate(site.printed(report.article).shares[1:], 2)
    )


def further_quotations(site: Site, report: Report) -> Iterator[Page]:
    """Those pages: who said what, below the link to the article."""
    article, own = report.article, site.article(report.article)
    links = further_links(site, report)
    for index, (link, share) in enumerate(zip(links, site.printed(report.article).shares[1:], strict=True)):
        title = f"{own.text} · {site.words['page']} {link.text}"
        body = site.template("quoted.md.j2").render(
            site=site,
            w=site.words,
            here=link.path,
            title=title,
            language="" if article.language == site.words.language else article.language,
            front_matter=front_matter({"title": title, "description": title}),
            parent=own,
            previous=links[index - 1] if index else own,
            next=links[index + 1] if index + 1 < len(links) else None,
            source=cited(site, article),
            date=undercited(site, article),
            speakers=by_speaker(site, share.quoted),
            reported=by_speaker(site, share.reported),
            tools=page_tools(site),
        )
        yield page(link.path, body)
