"""What is told of an edition outside its pages, as lines that read like code in review: a file a room.

Messages and tables, figures, what deserves a look, an article in the terminal, what a search finds, a page as it is
finished, a new desk's files: each is written down whole for a few of the sample articles, so that a change anywhere
in these rooms shows.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import markdown
import yaml

from tests.golden_editions import dossier
from topic_briefings.corrections import articles as own
from topic_briefings.corrections import findings
from topic_briefings.corrections.desk import Desk
from topic_briefings.corrections.reading import parse as parse_corrections
from topic_briefings.digesting.telling import FORMS, tell
from topic_briefings.doctor import examine
from topic_briefings.doctor.findings import Case
from topic_briefings.exporting.tables import WIDE, tables, wide
from topic_briefings.extractors import analyse
from topic_briefings.finishing.addresses import Addresses
from topic_briefings.finishing.scripts import Scripts
from topic_briefings.finishing.site import Finisher
from topic_briefings.gathering import gather
from topic_briefings.gathering.digest import since_day, since_edition
from topic_briefings.knowledge import Knowledge
from topic_briefings.mkdocs_edge.correcting import Correcting
from topic_briefings.models import Analysis, Article, Edition
from topic_briefings.pages import render
from topic_briefings.pages.kinds import site_of
from topic_briefings.pages.names import names
from topic_briefings.reading import read_folder
from topic_briefings.search.entries import BuiltPage, built_page, entries
from topic_briefings.settings import Settings, parse
from topic_briefings.starting.desk import desk_files
from topic_briefings.starting.guest import with_plugin
from topic_briefings.terminal.analysis import shown
from topic_briefings.terminal.figures import figures, told

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = frozenset(
    (
        "canada-east-coast-port-strike-begins",
        "canada-port-strike-ends",
        "deutschland-leipzig-notenfund",
        "kenya-nzoroi-release-floods-farms",
        "uruguay-pilot-elena-marin-montevideo-harbour",
        "wales-sri-lanka-new-zealand-long-place-names",
    )
)
LATER = frozenset(("canada-port-strike-ends", "kenya-nzoroi-release-floods-farms"))
"""Those that came after the first edition."""
FINISHED = ("index.md", "articles/canada-port-strike-ends.md", "voices/index.md")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A few articles, their edition, and where its pages were written."""

    analyses: tuple[Analysis, ...]
    edition: Edition
    settings: Settings

    @property
    def pages(self) -> dict[str, str]:
        """The Markdown of each page."""
        return {page.path: page.content.decode() for page in render(self.edition, self.settings) if _is_page(page.path)}


def shelf(folder: Path) -> Shelf:
    """The second edition of the samples and the dossier, written to ``folder``."""
    settings = parse({}, root=folder)
    read = [item for item in read_folder(ROOT / "tests" / "articles", "seeds") if isinstance(item, Article)]
    chosen = [*(item for item in read if item.id in SAMPLES), *dossier()]
    analyses = tuple(analyse(item) for item in chosen)
    first = gather([analysis for analysis in analyses if analysis.article.id not in LATER], settings)
    edition = gather(analyses, settings, first.ledger)
    for page in render(edition, settings):
        file = settings.docs / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(page.content)
    return Shelf(analyses=analyses, edition=edition, settings=settings)


def _is_page(path: str) -> bool:
    return path.endswith(".md")


def digests(found: Shelf) -> Iterator[str]:
    """What is new: since the edition before in every form and language, and since a day."""
    for language in ("en", "de"):
        site = site_of(found.edition, parse({"site_language": language}, root=found.settings.docs.parent))
        for form in FORMS:
            yield f"=== {form}, {language}, since the edition before"
            yield from tell(since_edition(found.edition), site, FORMS[form], _address).splitlines()
        yield f"=== text, {language}, since a day, no address known"
        day = since_day(found.edition, dt.date(2026, 11, 14))
        yield from tell(day, site, FORMS["text"], lambda _: None).splitlines()


def _address(path: str) -> str:
    return f"https://example.org/{path.removesuffix('index.md').removesuffix('.md')}"


def exported(found: Shelf) -> Iterator[str]:
    """Each table with its columns, and the wide one."""
    site = site_of(found.edition, found.settings)
    for table in tables(site):
        yield f"=== {table.name}: {', '.join(table.columns)}"
        yield from (" | ".join(map(str, row)) for row in table.rows)
    yield f"=== {', '.join(WIDE)}"
    yield from (" | ".join(row) for row in wide(site))


def looked_at(found: Shelf) -> Iterator[str]:
    """Figures, what deserves a look, and two articles in the terminal."""
    yield "=== figures"
    yield from told(figures(found.edition, names(found.settings)))
    case = Case(
        edition=found.edition,
        analyses={analysis.article.id: analysis for analysis in found.analyses},
        settings=found.settings,
        knowledge=Knowledge(),
    )
    for one in examine(case):
        yield f"=== {one.kind} | {one.about} | {one.harm:.4f} | {one.says}"
        yield from one.entry.splitlines()
    for analysis in found.analyses:
        if analysis.article.id in LATER | {"deutschland-leipzig-notenfund"}:
            yield f"=== {analysis.article.id}"
            yield from "\n".join(shown(analysis, Knowledge())).replace("\x1b", "^").splitlines()


def corrected(found: Shelf) -> Iterator[str]:
    """Each correction of the cases, and what it makes of the articles that it is about."""
    blocks = (ROOT / "tests" / "cases" / "corrections.txt").read_text(encoding="utf-8").split("\n---\n")
    plain = {analysis.article.id: analysis for analysis in found.analyses}
    for block in blocks:
        desk = Desk(parse_corrections(block))
        standing, withdrawn = own.corrected([analysis.article for analysis in found.analyses], desk)
        analyses = findings.corrected([analyse(article) for article in standing], desk, Knowledge())
        edition = gather(analyses, found.settings, desk=desk, withdrawn=withdrawn)
        yield from ("", *(f"> {line}" for line in block.strip().splitlines() if not line.startswith("#")))
        yield from (f"unmet: {sentence}" for sentence in desk.unmet)
        yield from (f"withdrawn: {one.article.id}: {one.reason}, {one.date}" for one in withdrawn)
        for analysis in sorted(analyses, key=lambda one: one.article.id):
            before = list(_found(plain[analysis.article.id]))
            after = list(_found(analysis))
            yield from (f"- {line}" for line in before if line not in after)
            yield from (f"+ {line}" for line in after if line not in before)
        yield from _voices_changed(found.edition, edition)
        yield from _stories_changed(found.edition, edition)


def _found(analysis: Analysis) -> Iterator[str]:
    article = analysis.article
    yield f"{article.id}: {article.headline} ({article.published})"
    for quotation in analysis.quotations:
        speaker = f"{quotation.speaker.name} at {quotation.speaker.span}" if quotation.speaker else "nobody"
        mark = f", {quotation.corrected.kind}" if quotation.corrected else ""
        yield f"{quotation.span}: {speaker} {quotation.confidence:.4f} {quotation.salience:.4f}{mark}"
    for tag in analysis.countries:
        spans = ", ".join(str(mention.span) for mention in tag.mentions)
        yield f"{tag.code} {tag.role.value} {tag.salience:.4f} {spans}{' corrected' if tag.corrected else ''}"
    for topic in analysis.topics:
        spans = ", ".join(f"{mention.term} {mention.span}" for mention in topic.mentions)
        yield f"{topic.label} {topic.salience:.4f} {spans}{' corrected' if topic.corrected else ''}"
    yield from (f"keyword {phrase.text} {phrase.salience:.4f}" for phrase in analysis.keyphrases)
    yield from (f"mark {mark.kind} {mark.key} {mark.span} {mark.date}" for mark in analysis.corrected)


def _voices_changed(one: Edition, other: Edition) -> Iterator[str]:
    before, after = (
        {
            f"voice {b.voice.name} ({b.voice.role or ', '.join(b.voice.roles)}) {b.voice.link or ''} {b.voice.members}"
            for b in edition.voices
        }
        for edition in (one, other)
    )
    yield from (f"- {line}" for line in sorted(before - after))
    yield from (f"+ {line}" for line in sorted(after - before))


def _stories_changed(one: Edition, other: Edition) -> Iterator[str]:
    before, after = (
        {f"story {story.id}: {', '.join(r.article.id for r in story.reports)}" for story in edition.stories}
        for edition in (one, other)
    )
    yield from (f"- {line}" for line in sorted(before - after))
    yield from (f"+ {line}" for line in sorted(after - before))


def proposed(found: Shelf) -> Iterator[str]:
    """The entries that correct it, beside what two pages say."""
    beside = Correcting(found.settings.docs, "correct this")
    for path in ("articles/canada-port-strike-ends.md", "voices/elena-marin.md", "index.md"):
        if path in found.pages:
            before = set(found.pages[path].splitlines())
            yield f"=== {path}"
            yield from (line for line in beside.page(path, found.pages[path]).splitlines() if line not in before)


def searched(found: Shelf) -> Iterator[str]:
    """What a search finds, entry by entry."""
    pages = [_built(path, text) for path, text in sorted(found.pages.items())]
    for one in entries(pages, found.settings.docs, found.settings):
        filed = "; ".join(f"{name}: {', '.join(values)}" for name, values in sorted(one.filed.items()))
        yield f"=== {one.group} | {one.href} | {one.title} | {one.by} | {one.source} | {one.date} | {one.quoted}"
        yield f"{filed} | {', '.join(one.also)}"
        yield from one.text


def _built(path: str, text: str) -> BuiltPage:
    href = path.removesuffix("index.md").removesuffix(".md")
    _, head, body = text.split("---\n", 2)
    content = markdown.markdown(body, extensions=["attr_list", "md_in_html", "tables"])
    return built_page(path, href, str(yaml.safe_load(head)["title"]), content)


def finished(found: Shelf) -> Iterator[str]:
    """Three pages as they are finished: where the site stands is known or not, in a folder, as files, offline."""
    ways: tuple[tuple[str, dict[str, object], str | None, bool], ...] = (
        ("known", {}, "https://example.org/press/", False),
        ("unknown", {}, None, False),
        ("files", {"policy": "all", "site_language": "de"}, None, True),
        ("folder", {"folder": "desk", "policy": "none"}, "https://example.org/", False),
    )
    pages = found.pages
    for name, options, address, flat in ways:
        settings = parse(options, root=found.settings.docs.parent)
        where = {path: f"{path.removesuffix('.md')}.html" if flat else _folder(path) for path in pages}
        addresses, scripts = Addresses(pages=where, site_url=address), Scripts((), ("https://example.org/listed.js",))
        finisher = Finisher(settings, addresses, pages, scripts=scripts, offline=flat, instant=not flat)
        for path in FINISHED:
            _, head, body = pages[path].split("---\n", 2)
            meta = yaml.safe_load(head)
            html = SHELL.format(title=meta["title"], content=markdown.markdown(body, extensions=["attr_list"])[:1500])
            yield f"=== {name}: {path}"
            yield from _plain(finisher.page(path, where[path], meta, html).html)
        yield f"=== {name}: 404"
        yield from _plain(finisher.missing(SHELL.format(title="404", content="<h1>404</h1>")))


def _plain(html: str) -> list[str]:
    """Without the hashes of scripts, which are those of the theme that is installed."""
    return re.sub(r"sha256-[A-Za-z0-9+/=]+", "sha256-…", html).splitlines()


SHELL = (
    "<!doctype html>\n<html lang=en>\n<head>\n<meta charset=utf-8>\n<title>{title}</title>\n</head>\n<body>\n"
    '<div class="md-content">\n<article class="md-content__inner">\n{content}\n</article>\n</div>\n'
    '<script src="assets/theme.js"></script>\n</body>\n</html>\n'
)


def _folder(path: str) -> str:
    bare = path.removesuffix("index.md").removesuffix(".md")
    return f"{bare.rstrip('/')}/" if bare else ""


def begun(found: Shelf) -> Iterator[str]:
    """The files of a new desk, and the plugin put into configurations that are there."""
    del found
    for path, text in sorted(desk_files('My "desk"', ("github", "gitlab")).items()):
        yield f"=== {path}"
        yield from re.sub(r"[0-9a-f]{40}", "…", text).splitlines()
    for before in (
        "site_name: A\n",
        "site_name: A\nplugins:\n  - search\n",
        "site_name: A\nplugins:\n- search\n- tags:\n    tags_file: t.md\n\nextra: {}\n",
        "site_name: A\nplugins: [search]\nnav:\n  - index.md\n",
        "site_name: A\nplugins:\n  search: {}\n",
    ):
        yield "=== " + repr(before)
        yield from with_plugin(before, "mkdocs.yml", folder="news", seeds="articles").splitlines()


ROOMS: dict[str, Callable[[Shelf], Iterable[str]]] = {
    "begun": begun,
    "corrected": corrected,
    "digests": digests,
    "exported": exported,
    "finished": finished,
    "looked_at": looked_at,
    "proposed": proposed,
    "searched": searched,
}
