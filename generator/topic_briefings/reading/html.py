"""HTML pages. The one module that knows trafilatura."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from topic_briefings.errors import ArticleError
from topic_briefings.models import Notice
from topic_briefings.reading import clean, credits, files, html_breaks, html_limits, page_data
from topic_briefings.reading.draft import Draft

_BEFORE_MARK = re.compile(r"(?<=\w)\s+(?=[,.](?:\s|$))")
"""White space that the end of a link left before a comma."""
_REMEDY = "paste its headline and text into a .txt file"


def read(file: files.File) -> Iterator[Draft]:
    """The article of a saved page: its main text, and what the page's own metadata states about it."""
    from trafilatura import extract, load_html  # takes a third of a second, which --help need not wait for

    text, notices = _text(file)
    if problem := html_limits.problem(text):
        raise ArticleError(file.shown_as, None, problem, _REMEDY)
    tree = load_html(text)
    if tree is None:
        raise ArticleError(file.shown_as, None, "is not an HTML page", _REMEDY)
    stated = page_data.read(tree)
    html_breaks.mend(tree)
    # trafilatura prunes the tree that it is given.
    body = extract(deepcopy(tree), output_format="txt", include_comments=False, include_tables=False)
    if not body:
        raise ArticleError(file.shown_as, None, "holds no article that can be told from the page around it", _REMEDY)
    rows = _BEFORE_MARK.sub("", body).split("\n")
    start = int(clean.line(rows[0]) == clean.line(stated.headline))
    top = credits.above(rows[start:-1])
    said = credits.merge(top)
    yield Draft(
        id=file.id,
        source=file.shown_as,
        headline=stated.headline,
        body="\n\n".join(rows[start + len(top) :]),
        authors=stated.authors or said.authors,
        outlet=stated.outlet or said.outlet,
        published=stated.published or said.published,
        url=stated.url,
        notices=notices,
    )


def _text(file: files.File) -> tuple[str, tuple[Notice, ...]]:
    """The page as text, in the encoding that it declares unless it is UTF-8; else as any other file is decoded."""
    content = files.data(file)
    declared = page_data.encoding(content)
    if declared and not _is_utf_8(content):
        return files.once_encoded(content.decode(declared, errors="replace"))
    return files.once_encoded(*files.decode(content, file.shown_as))


def _is_utf_8(content: bytes) -> bool:
    """Whether ``content`` is UTF-8 beyond doubt; then a stale declaration of another encoding loses."""
    try:
        return not content.isascii() and bool(content.decode("utf-8"))
    except UnicodeDecodeError:
        return False
