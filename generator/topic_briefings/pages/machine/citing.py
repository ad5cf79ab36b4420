"""How to cite an article, or a quotation in it: as CSL-JSON for reference managers, and as plain text.

CSL-JSON is the input format of the Citation Style Language 1.0.2 (https://docs.citationstyles.org). What the
article does not give is left out: no date is made up, no name is cut into given and family name.
"""

from __future__ import annotations

from typing import Any

from topic_briefings.models import Article, Line
from topic_briefings.pages.site import Site
from topic_briefings.pages.words import Words

Json = dict[str, Any]


def article_item(article: Article) -> Json:
    """``article`` as a CSL-JSON item; the file it came from stands in ``source``, its digest in ``note``."""
    date = article.published
    item = {
        "id": article.id,
        "type": "article-newspaper",
        "title": article.headline or article.id,
        "author": [{"literal": author} for author in article.authors],
        "container-title": article.outlet,
        "issued": {"date-parts": [[date.year, date.month, date.day]]} if date else None,
        "URL": article.url,
        "language": article.language,
        "source": article.source,
        "note": f"SHA-256 {article.digest}",
    }
    return {key: value for key, value in item.items() if value}


def quotation_item(site: Site, line: Line) -> Json:
    """The article of ``line`` as a CSL-JSON item, with the words and their speaker under ``custom``.

    CSL has no field for quoted words; ``custom`` is where it keeps what only some programs read.
    """
    article, quotation = line.article, line.quotation
    custom = {
        "quotation": quoted_words(line),
        "speaker": line.byline.name,
        "role": line.byline.role,
        "start": quotation.span.start,
        "end": quotation.span.end,
    }
    item = article_item(article)
    known = {key: value for key, value in custom.items() if value is not None}
    return {**item, "id": f"{article.id}#{site.anchor(line)}", "custom": known}


def article_citation(article: Article, words: Words) -> str:
    """``article`` as one line of text: authors, headline, outlet, date and address, as far as they are known."""
    return ", ".join(citation_parts(article, words))


def citation_parts(article: Article, words: Words) -> list[str]:
    """What a citation of ``article`` is made of."""
    title = article.headline or article.id
    parts = [
        ", ".join(article.authors),
        f"“{title}”",
        article.outlet or "",
        words.date(article.published) if article.published else "",
        article.url or "",
    ]
    return [part for part in parts if part]


def quoted_words(line: Line) -> str:
    """The fragments, what stands between them left out as “…”; of an indirect quotation, its content."""
    spans = line.quotation.fragments or line.quotation.content
    return " … ".join(" ".join(span.of(line.article.body).split()) for span in spans)
