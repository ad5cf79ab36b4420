"""A built page says what the Markdown says that it was built from."""

from __future__ import annotations

import pytest

from topic_briefings.verifying.built import differences
from topic_briefings.verifying.dialect import from_markdown
from topic_briefings.verifying.markup import from_html

MARKDOWN = """\
---
title: Canada
description: Dams and rain.
---

# Canada {: .bf-headline }

16–22 November 2026

> “It rained.” <span class="bf-by">Ana Lund</span>
> {: #q-1 .bf-quote }

- [Dam](../articles/dam.md)

<script type="application/ld+json">{"@graph":[{"@type":"Quotation","text":"It rained.","url":"#q-1"}]}</script>
"""
HTML = (
    '<html><head><title>Canada - Site</title><meta name="description" content="Dams and rain."></head><body><main>'
    '<h1 class="bf-headline" id="canada">Canada</h1><p>16–22 November 2026</p><blockquote>'
    '<p class="bf-quote" id="q-1">“It rained.” <span class="bf-by">Ana Lund</span></p></blockquote>'
    '<ul><li><a href="../../articles/dam/">Dam</a></li></ul><script type="application/ld+json">'
    '{"@graph":[{"@type":"Quotation","text":"It rained.","url":"https://site.example/canada/#q-1"}]}</script></main>'
    "</body></html>"
)


def found(html: str) -> list[str]:
    written, built = from_markdown(MARKDOWN), from_html(html.encode())
    return [what for _, what in differences("countries/canada.md", written, built)]


def test_the_same_words_and_links_are_the_same_page():
    assert found(HTML) == []


def test_an_article_elsewhere_may_end_in_html_on_a_site_of_folders():
    written = MARKDOWN.replace("../articles/dam.md)", "../articles/dam.md) [source](https://news.example/dam.html)")
    built = HTML.replace(">Dam</a>", '>Dam</a> <a href="https://news.example/dam.html">source</a>')
    both = from_markdown(written), from_html(built.encode())
    assert [what for _, what in differences("countries/canada.md", *both)] == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("16–22", "56–22", "says “56–22"),
        (" November 2026", " November", "where the page that it was built from says “16–22 November 2026”"),
        ("<p>16", "<p>It never rained.</p><p>16", "It never rained."),
        ("articles/dam/", "articles/sea/", "is another than on the page"),
        ('id="q-1"', 'id="q-2"', "is another than on the page"),
        ('class="bf-by"', 'class="bf-act"', "is another than on the page"),
        ('class="bf-quote"', 'class="bf-note"', "is another than on the page"),
        ('<p class="bf-quote"', '<p style="display:none" class="bf-quote"', "has an attribute style="),
        ("</head>", "<style>.bf-quote{display:none}</style></head>", "has a style that hides what it says"),
        ("Canada - Site", "Norway - Site", "the title of the built page is “Norway”"),
        ("Dams and", "No dams and", "the description of the built page is “No dams"),
        ('text":"It rained', 'text":"It snowed', "the data for machines are other"),
        ("<main>", "<main></main><main>", "says “” where the page that it was built from says “Canada”"),
    ],
)
def test_what_differs_is_told(old: str, new: str, said: str):
    assert old in HTML
    assert any(said in what for what in found(HTML.replace(old, new, 1))), found(HTML.replace(old, new, 1))
