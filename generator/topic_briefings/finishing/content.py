"""Where on a built page its own content stands, whatever theme drew the rest."""

from __future__ import annotations

import re
from html import unescape

_PLACES = tuple(
    (re.compile(rf"<(?P<tag>{tag})\b{attributes}[^>]*>", re.IGNORECASE), word)
    for tag, attributes, word in (
        (r"\w+", r'[^>]*\bclass="[^"]*\bmd-content__inner\b', "md-content__inner"),  # Material and Zensical
        (r"\w+", r'[^>]*\bitemprop="articleBody"', 'itemprop="articleBody"'),  # Read the Docs
        (r"\w+", r'[^>]*\brole="main"', 'role="main"'),  # MkDocs' own
        ("main", "", "<main"),
        ("article", "", "<article"),
        ("body", "", "<body"),
    )
)
"""The tag that opens the content, and a word that stands in it wherever it is written as is usual."""
_DATA = re.compile(r'<script\b[^>]*\btype="?application/(?:ld\+)?json"?[^>]*>.*?</script>', re.DOTALL | re.IGNORECASE)
_TAGS = re.compile(r"<[^>]*>")
_TITLE = re.compile(r"<h1\b[^>]*>(?P<text>.*?)</h1>", re.DOTALL | re.IGNORECASE)
_HEADER_LINK = re.compile(r'<a\b[^>]*class="headerlink".*?</a>', re.DOTALL | re.IGNORECASE)


def content_span(html: str) -> tuple[int, int]:
    """Start and end of the content of the page ``html``, in code points; all of it where no theme marks any."""
    for place, word in _PLACES:
        # Only from the tag on that has the word: the pattern would try every tag before it.
        at = html.rfind(">", 0, max(html.find(word), 0)) + 1
        if found := place.search(html, at) or (place.search(html) if at else None):
            return found.end(), _end(html, found["tag"], found.end())
    return 0, len(html)


def _end(html: str, tag: str, start: int) -> int:
    """Where the element ``tag`` that is open at ``start`` ends."""
    depth = 1
    for found in re.compile(rf"<(/?){tag}\b[^>]*>", re.IGNORECASE).finditer(html, start):
        depth += -1 if found[1] else 1
        if depth == 0:
            return found.start()
    return len(html)


def with_data_in_head(html: str) -> str:
    """The page ``html`` with the blocks of data of its content in its head.

    With instant navigation Material puts one page's content into another and runs the scripts in it, whatever their
    type, so that data would be taken for a faulty program; from one head it takes over what is in the other.
    """
    start, end = content_span(html)
    blocks = _DATA.findall(html, start, end)
    if not blocks:
        return html
    kept = _DATA.sub("", html[start:end])
    head, tag, rest = f"{html[:start]}{kept}{html[end:]}".partition("</head>")
    return f"{head}{''.join(blocks)}{tag}{rest}"


def title_of(content: str) -> str:
    """The first heading of a page's ``content``, as plain text; empty where it has none."""
    found = _TITLE.search(content)
    return " ".join(unescape(_TAGS.sub("", _HEADER_LINK.sub("", found["text"]))).split()) if found else ""
