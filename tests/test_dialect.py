"""Our pages come out as Python-Markdown makes them, byte for byte; of anything else nothing is made."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.utils.meta import get_data

from topic_briefings.mkdocs_edge.configuration import EXTENSIONS, OPTIONS
from topic_briefings.mkdocs_edge.dialect import rendered
from topic_briefings.mkdocs_edge.dialect_inline import UnknownError

ROOT = Path(__file__).resolve().parents[1]


def plain(url: str) -> str:
    return url


def known(text: str) -> str | None:
    """What becomes of ``text``, once it is found to be what Python-Markdown makes; None where nothing does."""
    try:
        made = rendered(text, plain)
    except UnknownError:
        return None
    whole = Markdown(extensions=list(EXTENSIONS), extension_configs=OPTIONS)
    assert made.html == whole.convert(text)
    assert made.headings == whole.toc_tokens
    return made.html


ON_DISK = sorted(
    file.relative_to(ROOT).as_posix() for folder in ("docs", "tests/golden") for file in (ROOT / folder).rglob("*.md")
)
BY_HAND = ("about.md", "data/index.md", "docs/guide/")
"""Pages of the site's own words, in more Markdown than articles need."""


def body(path: str) -> str:
    text, _ = get_data((ROOT / path).read_text(encoding="utf-8"))
    return text


@pytest.mark.parametrize("path", ON_DISK)
def test_a_page_comes_out_as_python_markdown_makes_it(path):
    assert known(body(path)) is not None or any(part in path for part in BY_HAND)


@pytest.mark.parametrize(
    "text",
    [
        "Some **bold** words.",
        "A `word` of code.",
        "1. A first item.",
        "+ An item.",
        "    Code, indented.",
        "Underlined\n==========",
        "Two lines\nof one paragraph.",
        "See [this][1].",
        "[1]: https://example.org/",
        "A line that breaks  \nhere.",
        "<https://example.org/>",
        "<!-- a comment -->",
        "<div>\n\nText.\n\n</div>",
        "<table><tr><td>A table</td></tr></table>",
        "![a picture](picture.png)",
        "A backslash \\* escapes.",
        "A bare & stands here.",
        "- one\n\n- two, apart",
        "- one\n    - two, below",
        "> quoted\nand going on",
        "> - quoted item",
        "# A heading #",
        "---",
        "<section markdown>\n\nText without an end.",
        "<section markdown>\n\n<figure>A figure</figure>\n\n</section>",
        "| one |\n|---|\n| two | three |",
        "[a title](page.md 'in quotes')",
    ],
)
def test_of_other_markdown_nothing_is_made(text):
    assert known(text) is None


def test_attributes_stand_in_the_order_of_their_names():
    made = known('## Day {: #day .bf-day data-search-exclude }\n\nText\n{: .bf-note lang=de title="One two" }')
    assert made == (
        '<h2 class="bf-day" data-search-exclude id="day">Day</h2>\n'
        '<p class="bf-note" lang="de" title="One two">Text</p>'
    )


def test_a_heading_without_an_anchor_gets_one_that_no_other_has():
    assert known("### Ada Lind\n\n### Ada Lind\n\n## Else {: #ada-lind_1 }") == (
        '<h3 id="ada-lind">Ada Lind</h3>\n<h3 id="ada-lind_2">Ada Lind</h3>\n<h2 id="ada-lind_1">Else</h2>'
    )


PIECES = st.sampled_from(
    [
        *("Ada Lind said", "“Go,”", "&#42;", "&amp;", "3 May", "2016. ", "[Ada](../ada.md#q-1)", "[x](a.md){: .bf-x }"),
        *('<span class="bf-by">', "</span>", "<mark>", "</mark>", "<sup>[1](b.md)</sup>", "<br>", "<span lang=de>"),
        *("*", "_", "`", "[", "]", "(", ")", "!", "\\", "&", "<", ">", "#", "|", "{", "}", ":", "~", "=", "-", "  "),
        *("{: .bf-x }", "{: #q-1 .y }", "https://example.org/", "ada@example.org", "&#34;", "'", '"', "\u00a0", "é"),
    ]
)
MARKS = (
    "",
    "",
    "- ",
    "> ",
    "# ",
    "## ",
    "### ",
    "    ",
    "  ",
    "| ",
    "|---|",
    "1. ",
    "+ ",
    "* ",
    "> > ",
    ">",
    "\t",
    "-",
    "#",
)
WHOLE = st.sampled_from(
    [
        *("", "", "", "{: .bf-meta }", "  {: .bf-entry }", "    {: .bf-x }", "> {: .bf-quote }", "---", "==="),
        *(
            '<div class="bf-x" markdown>',
            "</div>",
            "<section markdown>",
            "</section>",
            "<nav data-x markdown>",
            "</nav>",
        ),
        *('<details class="c"><summary>Why</summary><p>Text</p></details>', "<figure><svg></svg></figure>"),
        *('    <details class="c"><summary>Why</summary><p>Text</p></details>', "<script>{}</script>"),
        *('<details class="c" markdown><summary>Why</summary>', "</details>", "| a | b |", "|---|---:|", "- item"),
        *("    <span>text</span>", "    text", "text", "> text", "## Heading {: #h }", "<p>raw</p>", "<div>raw</div>"),
    ]
)
LINES = st.one_of(
    WHOLE,
    st.builds(lambda mark, pieces: mark + " ".join(pieces), st.sampled_from(MARKS), st.lists(PIECES, max_size=5)),
)


@settings(max_examples=400)
@given(st.lists(LINES, max_size=12))
def test_whatever_is_made_is_what_python_markdown_makes(lines):
    known("\n".join(lines))
