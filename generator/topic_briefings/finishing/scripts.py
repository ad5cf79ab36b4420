"""Which scripts of a page may be run: those of the installed theme, ours, and those that ``mkdocs.yml`` lists.

Nothing is believed of a page. A script that stands in it is allowed where a template of the theme holds it; where the
template puts in a value (a script of Material's holds the way to the site's root), that may be text without quotation
marks, or a number. A script in a file is called by the frame that the theme draws around a page; one that the page's
own content calls must be listed. So what came in another way, by a page written by hand or a forger, is not run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urljoin

from topic_briefings.finishing.content import content_span

SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<text>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_TYPE = re.compile(r"\btype\s*=\s*[\"']?\s*([^\s\"'>]*)", re.IGNORECASE)
_PROGRAM = re.compile(r"(?:text|application)/(?:x-)?(?:java|ecma|j|live)script|module", re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]*))", re.IGNORECASE)
_STATEMENT = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_VALUE = re.compile(r"\s*\{\{-.*?\}\}|\{\{.*?\}\}", re.DOTALL)
_TEXT = r'"(?:[^"\\<>\n]|\\(?:u[0-9a-f]{4}|["\\/bfnrt]))*"'
_PLAIN = rf"(?:{_TEXT}|[0-9.]+|true|false|null)"
_IN_MARKS = r"[^\"'\\<>\n]*"
"""A value between the template's quotation marks."""
_AS_JSON = rf"\s*(?:{_PLAIN}|\{{(?:{_TEXT}: {_PLAIN}(?:, )?)*\}})"
"""A value that brings its own."""


def is_program(attributes: str) -> bool:
    """Whether a script element with these attributes is run; others are data."""
    kind = _TYPE.search(attributes)
    return kind is None or not kind[1] or bool(_PROGRAM.fullmatch(kind[1]))


def inline_scripts(html: str) -> Iterator[str]:
    """The text of each program that stands in ``html`` itself."""
    for script in SCRIPT.finditer(html):
        if is_program(script["attributes"]) and not _SOURCE.search(script["attributes"]):
            yield script["text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A page and its scripts."""

    html: str
    """The page, without calls of scripts that are not listed."""
    allowed: tuple[str, ...]
    """The text of each script in it that may be run."""
    refused: bool
    """Whether it had others."""


class Scripts:
    """The scripts of one site that may be run."""

    def __init__(self, themes: Iterable[Path], listed: Iterable[str] = ()) -> None:
        """``themes`` are folders of templates, the owner's own among them; ``listed`` what ``mkdocs.yml`` lists."""
        self._patterns = tuple(dict.fromkeys(form for folder in themes for form in _of_folder(folder)))
        self._listed = frozenset(listed)
        self._known: dict[str, bool] = {}

    def of(self, html: str, address: str) -> Checked:
        """The page ``html``, which stands at ``address`` from the site's root, as far as its scripts may be run."""
        start, end = content_span(html)
        content = SCRIPT.sub(lambda script: script[0] if self._may_stay(script, address) else "", html[start:end])
        found = tuple(inline_scripts(html))
        allowed = tuple(script for script in found if self._is_the_themes(script))
        refused = len(content) < end - start or len(allowed) < len(found)
        return Checked(html=f"{html[:start]}{content}{html[end:]}", allowed=allowed, refused=refused)

    def _is_the_themes(self, script: str) -> bool:
        if script not in self._known:
            self._known[script] = any(form.fullmatch(script) for form in self._patterns)
        return self._known[script]

    def _may_stay(self, script: re.Match[str], address: str) -> bool:
        """Whether a script in a page's content is data, one without a file, or a file that is listed."""
        source = _SOURCE.search(script["attributes"])
        if source is None or not is_program(script["attributes"]):
            return True
        called = unescape(source[1] or source[2] or source[3] or "").strip()
        return called in self._listed or urljoin(f"/{address}", called).lstrip("/") in self._listed


def installed() -> tuple[Path, ...]:
    """The folders of templates of every theme that is installed here: MkDocs' and Zensical's."""
    folders = [Path(spec.origin).parent / "templates" for spec in [find_spec("zensical")] if spec and spec.origin]
    for theme in entry_points(group="mkdocs.themes"):
        spec = find_spec(theme.value)
        folders += map(Path, spec.submodule_search_locations or ()) if spec else ()
    return tuple(folders)


@cache
def _of_folder(folder: Path) -> tuple[re.Pattern[str], ...]:
    found: dict[str, None] = {}
    for file in sorted(folder.rglob("*.html")):
        for script in inline_scripts(file.read_text(encoding="utf-8", errors="replace")):
            found.setdefault(_as_pattern(script))
    return tuple(map(re.compile, found))


def _as_pattern(script: str) -> str:
    """What a script of a template looks like on a page; parts between statements may be left out."""
    first, *others = map(_part_as_pattern, _STATEMENT.split(script))
    return first + "".join(rf"(?:{part}|\s*)" for part in others)


def _part_as_pattern(part: str) -> str:
    first, *others = _VALUE.split(part)
    found, before = re.escape(first), first
    for after in others:
        found += (_IN_MARKS if before.endswith(('"', "'")) else _AS_JSON) + re.escape(after)
        before = after
    return found
