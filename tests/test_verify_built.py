"""A built page says what the Markdown says that it was built from."""

from __future__ import annotations

import pytest

from topic_briefings.verifying.built import difference
from topic_briefings.verifying.dialect import from_markdown
from topic_briefings.verifying.markup import from_html

MARKDOWN = "# Canada {: .bf-headline }\n\n16–22 November 2026\n\n- [Dam](../articles/dam.md)\n"
HTML = '<main><h1 class="bf-headline">Canada</h1><p>16–22 November 2026</p><ul><li><a href="{}">{}</a></li></ul></main>'
RIGHT = HTML.format("../../articles/dam/", "Dam")


def found(html: str) -> str | None:
    written, built = from_markdown(MARKDOWN), from_html(f"<html><body>{html}</body></html>".encode())
    other = difference("countries/canada.md", written, built, folders=True)
    return other[1] if other else None


def test_the_same_words_and_links_are_the_same_page():
    assert found(RIGHT) is None


@pytest.mark.parametrize(
    ("html", "said"),
    [
        (RIGHT.replace("16–22", "56–22"), "56–22"),
        (RIGHT.replace("16–22 November 2026", "16–22 November"), "2026"),
        (RIGHT.replace("<p>", "<p>It never rained.</p><p>"), "It never rained."),
        (HTML.format("../../articles/sea/", "Dam"), "leads elsewhere"),
        ("<main></main>", "Canada"),
    ],
    ids=["digit", "dropped", "more", "link", "nothing"],
)
def test_what_differs_is_told(html: str, said: str):
    assert said in (found(html) or "")
