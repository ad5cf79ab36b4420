r"""The one place where an article's characters become Markdown or HTML.

An article is untrusted: nothing in it may become markup, a link, an attribute list, front matter or a
template. Backslash escapes are not enough (``\<`` is no escape in Python-Markdown, and raw HTML blocks ignore
them), so every character that any Markdown dialect gives a meaning is written as a numeric character
reference, which means the same inside Markdown, inside raw HTML and inside an HTML attribute.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import escape as html_escape
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from topic_briefings.pages.yamled import dumped

_ANYWHERE = r"[&<>\\`*_{}\[\]|~^=:@$+#!]"
# Marks that begin a block: list items, definition lists, tables of contents, quoted titles.
_AT_START = r"(?:\A[-?/\"'(])"
_SPECIAL = re.compile(rf"{_ANYWHERE}|{_AT_START}|-(?=-)|(?<=-)-|(?:\A\d+)(?=[.)])")
# White space and controls fold to one space: a line end could begin a block. Bidirectional controls could
# make a page read as what its source does not say.
_FOLD = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]+")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_OWN = re.compile(r"[a-z0-9./-]*(#[a-z0-9-]+)?")
_JINJA = re.compile(r"\{(?=[{%#])")
"""What begins an expression, a statement or a comment of Jinja; in JSON it can only stand inside a text.

A plugin such as macros renders each page as a template, and its title.
"""
_EDGE = 5
_IN_URL = "/:?#@!$&'+,;=~%-._"


def text(value: str) -> Markup:
    """``value`` as characters and nothing else, in Markdown or in HTML."""
    return Markup(_SPECIAL.sub(_reference, visible(value)))  # noqa: S704 - this is the escaping


def visible(value: str) -> str:
    """``value`` on one line, without controls, turned directions and halves of characters."""
    return _SURROGATE.sub("\ufffd", _FOLD.sub(" ", value))


def _reference(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(char)};" for char in match[0])


def attribute(value: str) -> Markup:
    """``value`` inside a double-quoted HTML attribute."""
    return Markup(str(text(value)).replace('"', "&#34;"))  # noqa: S704 - this is the escaping


def link_target(url: str) -> Markup | None:
    """An article's own address as the target of a Markdown link; None unless it is plain http or https."""
    try:
        parts = urlsplit(url)
    except ValueError:  # half a bracket in the host
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        return None
    # Every character that could end the target or mean something inside it is percent-encoded.
    safe = quote(url, safe=_IN_URL, errors="replace").replace("'", "%27").replace("&", "&amp;").replace("_", "&#95;")
    return Markup(safe)  # noqa: S704 - only percent-encoded ASCII is left


def at_sentence(url: str, words: str) -> Markup | None:
    """The address of ``words`` in the page at ``url``; None where ``url`` is no link.

    A text fragment (https://wicg.github.io/scroll-to-text-fragment/): a browser that knows it scrolls to the words
    and marks them, another one opens the page. Of a long stretch the first and the last words are given. Words that
    ``url`` itself leads to give way: an address can have only one place.
    """
    url = url.partition(":~:")[0]
    target = link_target(url)
    if target is None:
        return None
    found = visible(words).split()
    parts = [found] if len(found) <= 2 * _EDGE else [found[:_EDGE], found[-_EDGE:]]
    text = ",".join(quote(" ".join(part), safe="", errors="replace").replace("-", "%2D") for part in parts)
    return Markup(f"{target}{'' if '#' in url else '#'}:~:text={text.replace('_', '&#95;')}")  # noqa: S704 - encoded


def data_block(data: Mapping[str, object], kind: str) -> Markup:
    """``data`` as a block of ``kind`` that runs nothing, that no text in it can end, and that no template engine reads.

    A site may have a plugin that takes its pages for Jinja's templates; there, a text could command it.
    """
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        written = written.replace(char, f"\\u{ord(char):04x}")
    written = _JINJA.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
    return Markup(f"<script {kind}>{written}</script>")  # noqa: S704 - nothing in it can end it


def own_address(path: str) -> Markup:
    """A link between our own pages. ``links`` makes them of slugs alone; anything else is a programming error."""
    if not _OWN.fullmatch(path):
        raise ValueError(f"{path!r} is not an address that links.py makes")
    return Markup(path)  # noqa: S704 - nothing but slugs, dots and slashes


UNSEARCHED = {"search": {"exclude": True}}
"""Front matter of pages that only list others, in Material's words: a search should lead to what they list."""


def front_matter(fields: Mapping[str, object]) -> Markup:
    """YAML front matter for ``fields``; strings are HTML-escaped, since themes print them as they are.

    Nor are they anything to a template engine, which some plugins show them to.
    """
    safe = {key: _plain(value) for key, value in fields.items()}
    return Markup(f"---\n{dumped(safe)}---\n")  # noqa: S704 - what needs it is quoted


def _plain(value: object) -> object:
    match value:
        case str():
            return _JINJA.sub("&#123;", html_escape(visible(value)))
        case dict():
            return {key: _plain(inner) for key, inner in value.items()}
        case list():
            return [_plain(inner) for inner in value]
        case _:
            return value
