"""What a page rests on, in one file to put on record: its words, their sources, and how each can be checked.

The zip file is the same bytes for the same edition, but for a PDF in it: a browser writes when it was printed.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from topic_briefings.errors import StartError, nearest
from topic_briefings.exporting.printing import print_page
from topic_briefings.exporting.tables import WIDE, wide_row
from topic_briefings.models import Article, Line, Page
from topic_briefings.pages import render
from topic_briefings.pages.machine.citing import article_citation, article_item
from topic_briefings.pages.machine.data import quotation_row
from topic_briefings.pages.machine.spreadsheet import csv
from topic_briefings.pages.site import Site
from topic_briefings.text.printed import anchors_on, links_on

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of each file in the archive: the first that a zip file can tell, and always the same."""

README = """\
What the page {page} of "{site}" rests on{edition}.

page.md            the page
quotations.csv     each quotation on it: who, as what, the words, and where they stand
quotations.jsonl   the same for programs, as data/schema.json of the site says
sources.txt        how each of its {articles} articles is cited, its file, and its SHA-256
sources.json       the same for reference managers (CSL-JSON)
SHA256SUMS         of all these files: sha256sum -c SHA256SUMS

"start" and "end" of a quotation are Unicode code points into the text of its article. The SHA-256 of an article is that
of all that a reader can see of it; "briefings verify" computes it anew from the article's file.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A page and what it rests on."""

    page: Page
    lines: tuple[Line, ...]
    """The quotations on it, by article and place."""
    articles: tuple[Article, ...]
    """Those that it quotes, and those that it leads to, by id."""


def evidence_of(site: Site, path: str) -> Evidence:
    """What the page at ``path``, below the folder of pages, rests on. Raises ``StartError`` where there is none."""
    pages = {page.path: page for page in render(site.edition, site.settings) if page.path.endswith(".md")}
    if path not in pages:
        near = nearest(path, pages)
        remedy = f"did you mean {near}?" if near else f"write its path below {site.settings.shown_docs}/"
        raise StartError(f"{path}: there is no such page; {remedy}")
    text = pages[path].content.decode()
    anchors, linked = set(anchors_on(text)), set(links_on(path, text))
    reports = sorted(site.edition.reports, key=lambda report: report.article.id)
    every = [line for report in reports for line in report.lines if line.quotation.fragments or line.voice]
    lines = tuple(line for line in every if site.anchor(line) in anchors)
    quoted = {line.article.id for line in lines}
    articles = (r.article for r in reports if r.article.id in quoted or site.article(r.article).path in linked)
    own = next((r.article for r in reports if site.article(r.article).path == path), None)
    found = {article.id: article for article in (*articles, *filter(None, [own]))}
    return Evidence(page=pages[path], lines=lines, articles=tuple(found[key] for key in sorted(found)))


def write_evidence(site: Site, path: str, file: Path, *, built: Path | None = None) -> Evidence:
    """Write what the page at ``path`` rests on to the zip ``file``, with the page as a PDF where it was ``built``."""
    found = evidence_of(site, path)
    held = dict(_files(site, found))
    if built is not None:
        held["page.pdf"] = print_page(built, path)
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(held.items()))
    unfinished = file.with_name(f".{file.name}.new")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (*sorted(held.items()), ("SHA256SUMS", sums.encode())):
            entry = zipfile.ZipInfo(name, date_time=_EPOCH)
            entry.external_attr, entry.compress_type = 0o644 << 16, zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    unfinished.replace(file)
    return found


def _files(site: Site, found: Evidence) -> Iterator[tuple[str, bytes]]:
    edition = f", edition of {site.edition.date}" if site.edition.date else ""
    told = {"page": found.page.path, "site": site.settings.site_name, "edition": edition}
    yield "README.txt", README.format(**told, articles=len(found.articles)).encode()
    yield "page.md", found.page.content
    yield "quotations.csv", csv([WIDE, *(wide_row(site, line) for line in found.lines)]).encode()
    yield "quotations.jsonl", _json_lines(quotation_row(site, line) for line in found.lines)
    yield "sources.txt", "\n".join(_source(site, article) for article in found.articles).encode("utf-8", "replace")
    items = [article_item(article) for article in found.articles]
    yield "sources.json", (json.dumps(items, ensure_ascii=True, indent=1) + "\n").encode()


def _source(site: Site, article: Article) -> str:
    address = f"\n{article.url}" if article.url else ""
    return f"{article_citation(article, site.words)}{address}\n{article.source}\nSHA-256 {article.digest}\n"


def _json_lines(rows: Iterable[object]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=True) + "\n" for row in rows).encode()
