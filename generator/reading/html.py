"""HTML pages. The one module that knows trafilatura."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import ArticleError
from generator.reading import files, page_data
from generator.reading.draft import Draft


def read(file: files.File) -> Iterator[Draft]:
    """The article of a saved page: its main text, and what its own metadata states about it."""
    content = files.data(file)
    from lxml import html as lxml_html
    from trafilatura import extract, load_html

    tree = load_html(content)
    if tree is None:
        raise ArticleError(
            file.shown_as, None, "is not HTML", "save the whole page, or paste its text into a .txt file"
        )
    stated = page_data.read(lxml_html.fromstring(lxml_html.tostring(tree)))
    text = extract(tree, output_format="txt", include_comments=False, include_tables=False, with_metadata=False)
    if not text:
        raise ArticleError(file.shown_as, None, "holds no article text", "paste its text into a .txt file")
    yield Draft(
        id=file.id,
        source=file.shown_as,
        headline=stated.headline,
        body=text,
        authors=stated.authors,
        outlet=stated.outlet,
        published=stated.published,
        url=stated.url,
        language=stated.language,
    )
