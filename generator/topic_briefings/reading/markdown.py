"""Markdown with YAML front matter. The one module that knows markdown-it-py."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from topic_briefings.errors import ArticleError
from topic_briefings.reading import clean, credits, dates, files, front_matter, language
from topic_briefings.reading.draft import Draft

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_BREAKS = ("softbreak", "hardbreak")


def read(file: files.File) -> Iterator[Draft]:
    """The one article of a Markdown file."""
    text, notices = files.text(file)
    values, below = front_matter.split(clean.line_ends(text), file.shown_as)
    paragraphs = list(_paragraphs(_parser().parse(below)))
    given = {name: value.text for name, value in values.items()}
    title = given.get("title") or next((words for kind, words in paragraphs[:1] if kind == "h1"), "")
    start = int(bool(paragraphs) and paragraphs[0][0] == "h1")
    top = credits.above([words for _, words in paragraphs[start:-1]])
    said = credits.merge(top)
    authors = tuple(
        name
        for key in ("author", "authors")
        if key in values
        for text in values[key].texts
        for name in credits.names(text)
    )
    yield Draft(
        id=file.id,
        source=file.shown_as,
        headline=title,
        body="\n\n".join(words for _, words in (*paragraphs[:start], *paragraphs[start + len(top) :])),
        authors=authors or said.authors,
        outlet=given.get("outlet") or said.outlet,
        published=_published(values.get("published"), given.get("language", ""), file.shown_as) or said.published,
        url=given.get("url"),
        language=given.get("language"),
        notices=notices,
    )


_LABEL = re.compile(r"\s*(?:last )?(?:updated|modified)(?: on| at)?:?\s+", re.IGNORECASE)
"""What pages print before the date of their last change; who copies it under ``published`` means the date."""


def _published(value: front_matter.Value | None, tag: str, source: str) -> str | None:
    if value is None or not value.text.strip():
        return None
    try:
        return dates.parse(_LABEL.sub("", value.text), language.code(tag) or "").isoformat()
    except dates.DateError as error:
        raise ArticleError(source, value.line, f"{value.key}: {error.problem}", error.remedy) from None


def _paragraphs(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    """The kind and the words of each block that holds text, without markup."""
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "inline":
            words = "".join(_words(child) for child in token.children or ())
            if words.strip():
                yield (before.tag if before else "p"), words
        elif token.type in ("fence", "code_block"):
            yield "code", " ".join(token.content.split())


def _words(token: Token) -> str:
    if token.type in _BREAKS:
        return " "
    return token.content if token.type in ("text", "text_special", "code_inline") else ""


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable(["table", "strikethrough"])
