"""The entries of a search: what each says, where it leads, and what it can be narrowed by."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from topic_briefings.models import Span
from topic_briefings.pages.kinds import KINDS, facets, searched
from topic_briefings.pages.machine.data import QUOTATIONS
from topic_briefings.pages.names import names
from topic_briefings.pages.searched import QUOTATIONS as RESULTS
from topic_briefings.pages.searched import Searched
from topic_briefings.search.text import paragraphs
from topic_briefings.settings import Settings
from topic_briefings.text.sentences import sentences

Json = Mapping[str, Any]

_NUMBERED = re.compile(r"(.+)/[0-9]+\.md")
_QUOTATION = re.compile(r'\bid="?(q-[\w-]+)')


Filed = Mapping[str, tuple[str, ...]]
"""By the name of a facet, what results can be narrowed to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltPage:
    """One page as MkDocs built it."""

    path: str
    """Of its Markdown, below ``docs/``."""
    href: str
    """From the root of the site, as a browser follows it; percent-encoded."""
    title: str
    paragraphs: tuple[str, ...]
    """The text that a search looks at."""
    anchors: frozenset[str] = frozenset()
    """The quotations that it prints."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that can be found. All of it is plain text."""

    group: str
    """The name of the group of results that it stands in."""
    href: str
    """From the root of the site, percent-encoded, with an anchor for a quotation."""
    title: str
    """Empty for a quotation, which is its own title."""
    text: tuple[str, ...]
    """Sentences; the words of a quotation with marks around them."""
    by: str = ""
    """Who said it and as what; the roles of a voice."""
    source: str = ""
    """Where it is from: the outlet, the kind of briefing."""
    date: dt.date | None = None
    filed: Filed = field(default_factory=dict)
    quoted: int = 0
    """How many quotations there are of a voice."""
    also: tuple[str, ...] = ()
    """Words by which it is found and that are not shown: keywords, and who speaks."""


def built_page(path: str, href: str, title: str, content: str) -> BuiltPage:
    """The page at ``path`` with what a search should look at in ``content``, its HTML."""
    as_ = searched(path)
    text = paragraphs(content, as_.furniture) if as_.whole else ()
    anchors = frozenset(_QUOTATION.findall(content))
    return BuiltPage(path=path, href=href, title=title, paragraphs=text, anchors=anchors)


def entries(pages: Iterable[BuiltPage], docs: Path, settings: Settings) -> Iterator[Entry]:
    """Everything that can be found on a site with these ``pages``, in an order that depends on nothing else.

    ``docs`` holds the files for machines, which say what an article is filed under and what was said in it.
    """
    found = {page.path: page for page in pages}
    records = _Records(docs, settings)
    further = {path: first for path in found if (first := records.first_of(path))}
    for path in sorted(found.keys() - further.keys()):
        yield records.entry(found[path])
    # What an article's quotations run on to is found by them, and is no result by itself.
    standing = {(first, anchor): found[path] for path, first in further.items() for anchor in found[path].anchors}
    for row in records.quotations:
        page = standing.get((row["page"], row["anchor"]), found.get(row["page"]))
        if page:
            yield records.quotation(row, page)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What can be said of an article, and so of a quotation in it, without reading it."""

    outlet: str = ""
    date: dt.date | None = None
    language: str = "en"
    keywords: tuple[str, ...] = ()
    filed: Filed = field(default_factory=dict)


class _Records:
    """The files for machines, in the words of the site's language."""

    def __init__(self, docs: Path, settings: Settings) -> None:
        self._names = names(settings)
        self._words = self._names.words
        self._facts = {
            row["page"]: self._fact(row)
            for kind in KINDS
            for row in (_rows(docs / kind.records.path) if kind.records and kind.searched else ())
            if row["page"] and "topics" in row
        }
        rows = [row for row in _rows(docs / QUOTATIONS) if row["voice"] or row["fragments"]]
        self.quotations = [row for row in rows if row["fragments"]]
        self._said: dict[str, list[Json]] = {}
        for row in rows:
            for page in (row["page"], row["voice_page"]):
                if page:
                    self._said.setdefault(page, []).append(row)

    def first_of(self, path: str) -> str | None:
        """The page of the article whose quotations run on to the page at ``path``."""
        numbered = _NUMBERED.fullmatch(path)
        first = f"{numbered[1]}.md" if numbered else ""
        return first if first in self._facts and path not in self._facts else None

    def entry(self, page: BuiltPage) -> Entry:
        """The entry of ``page``; what its title and its text do not say is from the records of its kind."""
        as_ = searched(page.path)
        if as_.group.name == "voice":
            return self._voice(page, as_)
        fact, said = self._facts.get(page.path, _Facts()), self._said.get(page.path, ())
        own = {as_.facet.name: (page.title,)} if as_.facet else {}
        return Entry(
            group=as_.group.name,
            href=page.href,
            title=page.title,
            text=_sentences(page, fact.language),
            source=self._words[as_.called] if as_.called else fact.outlet,
            date=fact.date,
            filed={**fact.filed, "speaker": _voices(said), **own},
            also=(*fact.keywords, *dict.fromkeys(row["byline"] for row in said if row["byline"])),
        )

    def quotation(self, row: Json, page: BuiltPage) -> Entry:
        fact = self._facts[row["page"]]
        return Entry(
            group=RESULTS.name,
            href=f"{page.href}#{row['anchor']}",
            title="",
            text=(self._words["quoted"].format(text=" ".join(row["text"].split())),),
            by=", ".join(filter(None, (row["byline"] or self._words["not_named"], row["role"]))),
            source=fact.outlet,
            date=fact.date,
            filed={**fact.filed, "speaker": _voices([row])},
        )

    def _voice(self, page: BuiltPage, as_: Searched) -> Entry:
        said = self._said.get(page.path, [])
        roles = Counter(row["role"] for row in said if row["role"])
        facts = [self._facts[row["page"]] for row in said if row["page"] in self._facts]
        quoted = sum(bool(row["fragments"]) for row in said)
        filed = {facet.name: _merged(fact.filed.get(facet.name, ()) for fact in facts) for facet in facets()}
        return Entry(
            group=as_.group.name,
            href=page.href,
            title=page.title,
            text=_sentences(page, self._words.language),
            by=", ".join(role for role, _ in roles.most_common(3)),
            source=self._words.count(quoted, "quotations") if quoted else "",
            filed={**filed, "speaker": _voices(said)},
            quoted=quoted,
        )

    def _fact(self, row: Json) -> _Facts:
        return _Facts(
            outlet=row["outlet"] or "",
            date=dt.date.fromisoformat(row["published"]) if row["published"] else None,
            language=row["language"],
            keywords=tuple(keyword["text"] for keyword in row["keywords"]),
            filed={facet.name: tuple(facet.of(row, self._names)) for facet in facets() if facet.of},
        )


def _sentences(page: BuiltPage, language: str) -> tuple[str, ...]:
    """The text of ``page``, cut where its sentences end."""
    cuts = ((text, span) for text in page.paragraphs for span in sentences(text, Span(0, len(text)), language))
    return tuple(span.of(text) for text, span in cuts)


def _voices(rows: Iterable[Json]) -> tuple[str, ...]:
    """The voices with a page of their own that said these, each once."""
    return tuple(dict.fromkeys(row["voice"] for row in rows if row["voice"] and row["voice_page"]))


def _merged(names: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for some in names for name in some))


def _rows(file: Path) -> Iterator[Json]:
    """The objects of a file of JSON Lines; none when there is no such file."""
    if file.is_file():
        with file.open(encoding="utf-8", newline="\n") as lines:
            for line in lines:
                yield json.loads(line)
