"""HTML pages. The one module that knows trafilatura."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from topic_briefings.errors import ArticleError
from topic_briefings.models import Notice
from topic_briefings.reading import files, page_data
from topic_briefings.reading.draft import Draft

_REMEDY = "paste its headline and text into a .txt file"


def read(file: files.File) -> Iterator[Draft]:
    """The article of a saved page: its main text, and what the page's own metadata states about it."""
    from trafilatura import extract, load_html  # takes a third of a second, which --help need not wait for

    text, notices = _text(file)
    tree = load_html(text)
    if tree is None:
        raise ArticleError(file.shown_as, None, "is not an HTML page", _REMEDY)
    stated = page_data.read(tree)
    # trafilatura prunes the tree that it is given.
    body = extract(deepcopy(tree), output_format="txt", include_comments=False, include_tables=False)
    if not body:
        raise ArticleError(file.shown_as, None, "holds no article that can be told from the page around it", _REMEDY)
    yield Draft(
        id=file.id,
        source=file.shown_as,
        headline=stated.headline,
        body=body.replace("\n", "\n\n"),
        authors=stated.authors,
        outlet=stated.outlet,
        published=stated.published,
        url=stated.url,
        notices=notices,
    )


def _text(file: files.File) -> tuple[str, tuple[Notice, ...]]:
    """The page as text, in the encoding that it declares; else as any other file is decoded."""
    content = files.data(file)
    declared = page_data.encoding(content)
    if declared:
        return content.decode(declared, errors="replace"), ()
    return files.decode(content, file.shown_as)
