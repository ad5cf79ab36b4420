"""While a site is shown on this machine: beside what a page says, the entry that corrects it.

The pages on disk have nothing of it, and no site that is built has: it is put into the Markdown of a page on its way
to the server that an editor looks at.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import Any, TypeAlias

from topic_briefings.corrections.models import NOBODY
from topic_briefings.corrections.proposing import entry
from topic_briefings.pages.machine.data import ARTICLES, QUOTATIONS, VOICES
from topic_briefings.pages.markdown import text

_ANCHOR = re.compile(r"\{: #(q-[0-9a-f]{8}(?:-[0-9]+)?) ")
_SECTION = re.compile(r"## .*\{: #([a-z-]+)[ }]")
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*)\)")
_OR = {
    "quotation": "or the name of who said it; or in its place hide: true, or pin: true",
    "voice": "or in its place role: …, link: https://…, same_as: […], apart: […]",
    "country": "or as: about, or as: mentioned",
    "topic": "or as: filed",
}
"""What else may stand there."""
STYLE = (
    "<style>.bf-propose{font-size:.65rem}.bf-propose>summary{cursor:pointer;opacity:.7}"
    ".bf-propose>pre{user-select:all;white-space:pre-wrap}</style>"
)


_LABEL = "label"
Asked: TypeAlias = dict[tuple[str, str], Any]
"""What was asked for, by kind and key, with the answer."""


class Correcting:
    """The entries that may correct what the pages of a site say."""

    def __init__(self, docs: Path, label: str) -> None:
        """``docs`` is the folder of pages, ``label`` what the link to an entry says."""
        self._label = label
        self._known: dict[str, dict[str, Any]] = {
            _LABEL: {"": label},
            "article": {row["page"]: row["id"] for row in _rows(docs / ARTICLES)},
            "voice": {row["page"]: row["name"] for row in _rows(docs / VOICES) if row["page"]},
            "quotation": dict(map(_quoted, _lines_of(docs / QUOTATIONS))),
        }
        self.asked: Asked = {}
        """What the last page asked for."""

    def page(self, path: str, markdown: str) -> str:
        """The Markdown of the page at ``path``, with an entry beside each quotation, voice, country and topic."""
        self.asked = {(_LABEL, ""): self._known[_LABEL][""]}
        return "\n".join((*self._lines(path, markdown), "", STYLE, ""))

    def answers(self, asked: Asked) -> bool:
        """Whether what was ``asked`` of a page is answered as it was: then its text comes out as it did."""
        return bool(asked) and all(self._known[kind].get(key) == before for (kind, key), before in asked.items())

    def _of(self, kind: str, key: str) -> Any:  # noqa: ANN401 - an id, a name, or an id and words
        found = self.asked[kind, key] = self._known[kind].get(key)
        return found

    def _lines(self, path: str, markdown: str) -> Iterator[str]:
        pending, section = "", ""
        for line in markdown.split("\n"):
            yield line
            if found := _SECTION.match(line):
                section = found[1]
            if found := _ANCHOR.search(line):
                pending = found[1]
            if pending and (line == "{: .bf-how }" or (found and not line.startswith(">"))):
                yield from self._quotation(pending)
                pending = ""
            elif line.startswith("#"):
                yield from self._voice(path, line)
            elif line.startswith("- [") and section in ("where", "about") and (article := self._of("article", path)):
                yield from self._filing(article, section, line)

    def _quotation(self, anchor: str) -> Iterator[str]:
        article, words = self._of("quotation", anchor) or ("", "")
        if article:
            about = {"article": article, "quotation": words, "speaker": NOBODY}
            yield from ("", _shown(self._label, "quotation", **about), "")

    def _voice(self, path: str, line: str) -> Iterator[str]:
        """Below the name of a speaker, and the title of a voice's own page."""
        target = path if line.startswith("# ") else ""
        if ".bf-speaker" in line and (link := _LINK.search(line)):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link[2]))
        if name := self._of("voice", target):
            yield from ("", _shown(self._label, "voice", voice=name, name=name), "")

    def _filing(self, article: str, section: str, line: str) -> Iterator[str]:
        link = _LINK.search(line)
        if link:
            key = "country" if section == "where" else "topic"
            yield "    " + _shown(self._label, key, article=article, **{key: unescape(link[1])}, as_="dropped")


@lru_cache(maxsize=1 << 16)
def _shown(label: str, kind: str, **about: str) -> str:
    """The entry that corrects what it is ``about``; kept, since each build while serving asks for all again."""
    # A reference for each line end: what is raw HTML to Markdown has to stay on its line.
    lines = (*entry(**about).split("\n"), f"  # {_OR[kind]}")
    told = "&#10;".join(f"{' ' * _indent(line)}{text(line.strip())}" for line in lines)
    return f'<details class="bf-propose"><summary>{text(label)}</summary><pre>{told}</pre></details>'


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


@lru_cache(maxsize=1 << 16)
def _quoted(line: str) -> tuple[str, tuple[str, str]]:
    """The anchor of the quotation whose record is ``line``, with its article and its words; kept, as above."""
    try:
        row = json.loads(line)
        words = " ".join(piece["text"] for piece in row["fragments"]) or row["text"]
        return row["anchor"], (row["article"], " ".join(words.split()))
    except (ValueError, KeyError, TypeError):
        return "", ("", "")


def _rows(file: Path) -> list[dict[str, Any]]:
    """The records in ``file``; none where it is not there yet."""
    try:
        return [json.loads(line) for line in _lines_of(file)]
    except ValueError:
        return []


def _lines_of(file: Path) -> list[str]:
    try:
        return [line for line in file.read_text(encoding="utf-8").split("\n") if line]
    except (OSError, ValueError):
        return []
