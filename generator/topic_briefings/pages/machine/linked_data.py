"""What a page says to machines that read pages: schema.org's NewsArticle and Quotation, as JSON-LD.

Stands in the Markdown as a block of data. It runs nothing, and ``<``, ``>`` and ``&`` are written as JSON escapes,
so that no text of an article can end the block. A quotation's address counts from its page, so that the page is the
same wherever the site will stand: ``finishing`` makes it whole.
"""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from topic_briefings.models import Article, Line, Report, SpeakerKind
from topic_briefings.pages.machine.citing import quoted_words
from topic_briefings.pages.markdown import data_block, link_target
from topic_briefings.pages.site import Site

Json = dict[str, Any]


def article_data(site: Site, report: Report) -> Markup:
    """The article and the quotations in marks that its page prints, each with who said it where that is certain."""
    article = report.article
    quotations = [_quotation(site, line) for line in site.printed(article).shares[0].quoted]
    graph = {"@context": "https://schema.org", "@graph": [_article(article), *quotations]}
    return data_block(graph, 'type="application/ld+json"')


def _article(article: Article) -> Json:
    found: Json = {
        "@type": "NewsArticle",
        "@id": "#article",
        "headline": article.headline,
        "inLanguage": article.language,
        "author": [{"@type": "Person", "name": name} for name in article.authors],
        "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
        "datePublished": article.published.isoformat() if article.published else None,
        "url": article.url if article.url and link_target(article.url) else None,
    }
    return {key: value for key, value in found.items() if value}


def _quotation(site: Site, line: Line) -> Json:
    found: Json = {
        "@type": "Quotation",
        "text": quoted_words(line),
        "creator": _creator(line),
        "isBasedOn": {"@id": "#article"},
        "url": f"#{site.anchor(line)}",
    }
    return {key: value for key, value in found.items() if value}


def _creator(line: Line) -> Json | None:
    if line.voice is None:
        return None
    kind = "Person" if line.voice.kind is SpeakerKind.PERSON else "Organization"
    return {"@type": kind, "name": line.voice.name}
