"""The built pages, as a browser gets them: what they say, and what is put around it to hide, run or lead elsewhere."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

from altering.sample import WORD, Edit
from altering.words import add_word, change_case, change_digit, change_word, drop_word, look_alike, other_marks

Change = Callable[[str, random.Random], str]
_CONTENT = re.compile(r'<article class="md-content__inner[^>]*>(.*?)</article>', re.DOTALL)
_PROSE = re.compile(r">([^<>]{12,})<")
_APART = re.compile(r"<script.*?</script>|<svg.*?</svg>|<nav.*?</nav>|<summary>.*?</summary>", re.DOTALL)
_CLASS = r"class=\"bf-(?:quote|partial|point|why|by|speaker|source|how|meta)"


class Built:
    """The pages of a built site that say something of articles."""

    def __init__(self, site: Path, rng: random.Random) -> None:
        self.site, self.rng = site, rng
        rooms = ("articles", "countries", "topics", "voices")
        self.pages = {
            file.relative_to(site).as_posix(): file.read_text(encoding="utf-8")
            for room in rooms
            for file in sorted((site / room).rglob("index.html"))
            if file.parent.parent == site / room
        }

    def page(self) -> tuple[str, str]:
        """One of them: path and text."""
        return self.rng.choice(sorted(self.pages.items()))


Alter = Callable[[Built], Edit | None]


def prose(change: Change) -> Alter:
    """``change`` on words of a page's content."""

    def alter(built: Built) -> Edit | None:
        path, page = built.page()
        content = _CONTENT.search(page)
        if content is None:
            return None
        hidden = _APART.sub(lambda found: "<" + "\0" * (len(found[0]) - 2) + ">", content[1])
        found = [m for m in _PROSE.finditer(hidden) if WORD.search(m[1]) and "\0" not in m[1]]
        if not found:
            return None
        match = built.rng.choice(found)
        changed = change(match[1], built.rng)
        start, end = content.start(1) + match.start(1), content.start(1) + match.end(1)
        if changed == match[1] or changed.split() == match[1].split():
            return None
        return Edit(path, f"{page[:start]}{changed}{page[end:]}", f"{path}: {match[1][:60]!r} → {changed[:60]!r}")

    return alter


def put(pattern: str, *ways: str) -> Alter:
    """One place where ``pattern`` stands on a page, made another way, which is a template of the match."""

    def alter(built: Built) -> Edit | None:
        path, page = built.page()
        found = list(re.finditer(pattern, page, re.DOTALL))
        if not found:
            return None
        match, way = built.rng.choice(found), built.rng.choice(ways)
        changed = page[: match.start()] + match.expand(way) + page[match.end() :]
        return None if changed == page else Edit(path, changed, f"{path}: {way[:80]}")

    return alter


CLASSES: dict[str, Alter] = {
    "built: word changed": prose(change_word),
    "built: word dropped": prose(drop_word),
    "built: word added": prose(add_word),
    "built: case": prose(change_case),
    "built: digit": prose(change_digit),
    "built: letter alike": prose(look_alike),
    "built: marks": prose(other_marks),
    "built: hidden by an attribute": put(
        rf"<(p|h3|span|div|li) (?={_CLASS})", r'\g<0>style="display:none" ', r"\g<0>hidden ", r'\g<0>aria-label="No" '
    ),
    "built: hidden by a class": put(r'class="(?=bf-(?:quote|partial|point))', r"\g<0>md-hidden "),
    "built: hidden by a style": put(
        r"</head>",
        r"<style>.bf-quote{display:none}</style>\g<0>",
        r"<style>.md-typeset blockquote { opacity: 0 }</style>\g<0>",
        r"<style>#q-1, mark {font-size: 0}</style>\g<0>",
    ),
    "built: all of it hidden": put(
        r"<(?:article|main|body|div class=\"md-content\")(?=[ >])", r'\g<0> style="display:none"', r"\g<0> hidden"
    ),
    "built: event attribute": put(
        r"<(?:body|main|a|p|span|img|details)(?=[ >])", r'\g<0> onclick="x()"', r'\g<0> onload="x()"'
    ),
    "built: script in the content": put(
        r"<h2|<blockquote", r"<script>x()</script>\g<0>", r'<script src="x.js"></script>\g<0>'
    ),
    "built: frame or style in it": put(
        r"<h2|<blockquote", r'<iframe src="x"></iframe>\g<0>', r"<style>p{}</style>\g<0>"
    ),
    "built: link that runs or leads away": put(
        r'(<p[^>]*>[^<]*<a href=")\.\./[^"]*', r"\1javascript:x()", r"\1https://example.net/"
    ),
    "built: leads elsewhere": put(
        r"<head>",
        r'\g<0><meta http-equiv="refresh" content="0; url=https://example.net/">',
        r'\g<0><base href="https://example.net/">',
    ),
    "built: title": put(r"(?<=<title>)\w+", "Never"),
    "built: a quotation more": put(r"<h2", "<blockquote><p>“We have never paid for it.”</p></blockquote>\\g<0>"),
    "built: a quotation less": put(r"<blockquote.*?</blockquote>", ""),
    "built: a comment": put(r"<p>(?=.*</article>)", r"<!-- \g<0> -->\g<0>"),
}
