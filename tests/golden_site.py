"""What finishing makes of a whole site: which files it adds, and a few of them whole; and which scripts may be run.

The site is built by the plainest of builders, a shell around each page's Markdown: once with a folder a page and a
known address, once with files alone and a page of the owner's, once in a folder of an owner's site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import markdown

from tests.golden_editions import dossier
from tests.golden_told import SHELL
from tests.sites import publish
from topic_briefings.extractors import analyse
from topic_briefings.finishing.content import content_span, title_of, with_data_in_head
from topic_briefings.finishing.policy import header_paths
from topic_briefings.finishing.scripts import Scripts
from topic_briefings.finishing.site import finish
from topic_briefings.settings import Settings, parse

REPORTS = 7
WHOLE = ("_headers", "404.html", "llms.txt", "feeds/index.json", "voices/index.json", "articles/ferry-sinks.json")
ENDS = ("countries/norway.html", "articles/ferry-sinks/index.html", "articles/ferry-sinks/index.json", "index.html")
WAYS: tuple[tuple[str, dict[str, object], str | None, bool], ...] = (
    ("folders", {}, "https://example.org/press", False),
    ("files", {"policy": "ours", "page_data": True}, None, True),
    ("in a folder", {"folder": "desk", "policy": "ours"}, "https://example.org/", False),
    ("in a folder, all with a policy", {"folder": "desk", "policy": "all", "page_data": False}, None, False),
)
TEMPLATE = """\
<script>var base = {{ url|tojson }}, depth = {{ depth }};{% if x %}more("{{ title }}");{% endif %}end()</script>
<script type="module">{{- config }}</script><script src="{{ base }}/theme.js"></script>
"""
SCRIPTS = (
    '<script>var base = "..", depth = 2;end()</script>',
    '<script>var base = "..", depth = 2;more("A page");end()</script>',
    '<script>var base = "..", depth = 2;more("A \\"page");end()</script>',
    '<script>var base = {"a": "b", "c": 1}, depth = null;end()</script>',
    "<script>var base = evil(), depth = 2;end()</script>",
    '<script>var base = "..", depth = 2;end();evil()</script>',
    '<script type="module">true</script>',
    '<script type="application/json">{"a": 1}</script>',
    "<script type=text/x-javascript>evil()</script>",
    '<script type="">evil()</script>',
    '<script src="/theme.js"></script>',
    "<main><script src='listed.js'></script></main>",
    "<main><script src=../listed.js></script></main>",
    '<main><script src="https://example.org/listed.js"></script></main>',
    '<main><script src="other.js"></script><script type="application/ld+json" src="other.js">1</script></main>',
    '<main><script>var base = "..", depth = 2;end()</script></main>',
)
PAGES = (
    '<head></head><body><div class="md-content__inner"><h1 id="a">A <b>page</b><a class="headerlink">¶</a></h1>'
    '<div>x</div><script type="application/ld+json">{}</script></div>y</body>',
    "<head></head><main><h1>A</h1><main>inner</main>rest</main><article>other</article>",
    '<head></head><div itemprop="articleBody">read</div><div role="main">docs</div>',
    '<head></head><div role="main">docs</div><article>other</article>',
    "<head></head><article><script type=application/json>1</script><script>run()</script>",
    "<head></head><body>all</body>",
    "nothing",
)


def site(folder: Path) -> Iterator[str]:
    """The record of all ways, made in ``folder``."""
    analyses = [analyse(article) for article in list(dossier())[:REPORTS]]
    for number, (name, options, address, flat) in enumerate(WAYS):
        settings = parse({"workers": 1, **options}, root=folder / str(number))
        publish(analyses, settings)
        built = folder / str(number) / "site"
        _build(settings, built, flat=flat)
        ours = built / settings.folder
        before = _files(built)
        for again in ("", " again"):
            done = finish(settings, built, site_url=address, searched=False, own_missing=not flat, scripts=Scripts(()))
            yield f"=== {name}: {done.pages} pages{again}, {done.entries} entries"
        yield from (f"+ {path}" for path in _files(built) if path not in before)
        for path in (*WHOLE, *ENDS):
            for place in dict.fromkeys((built / path, ours / path)):
                if place.is_file():
                    yield f"=== {name}: {place.relative_to(built)}"
                    yield from re.sub(r"sha256-[\w+/=]+", "…", place.read_text(encoding="utf-8")).splitlines()[:45]
    yield from _scripts(folder)


def _build(settings: Settings, built: Path, *, flat: bool) -> None:
    for file in settings.docs.rglob("*"):
        path = file.relative_to(settings.docs)
        if not file.is_file() or path.name.startswith("."):
            continue
        if path.suffix == ".md":
            in_folder = path.with_suffix("") / "index.html" if path.stem != "index" else path.with_suffix(".html")
            path = path.with_suffix(".html") if flat else in_folder
        target = built / settings.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix == ".md":
            _, _, body = file.read_text(encoding="utf-8").split("---\n", 2)
            html = markdown.markdown(body, extensions=["attr_list", "md_in_html"])
            target.write_text(SHELL.format(title=path.stem, content=html), encoding="utf-8")
        else:
            target.write_bytes(file.read_bytes())


def _files(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def _scripts(folder: Path) -> Iterator[str]:
    (folder / "theme").mkdir()
    (folder / "theme" / "base.html").write_text(TEMPLATE, encoding="utf-8")
    scripts = Scripts((folder / "theme",), ("https://example.org/listed.js", "listed.js"))
    for address in ("index.html", "articles/rain/"):
        yield f"=== scripts at {address}"
        for script in SCRIPTS:
            found = scripts.of(f"<body>{script}</body>", address)
            told = "kept" if script in found.html else "taken out"
            yield f"{script}: {told}, {len(found.allowed)} allowed{', some refused' if found.refused else ''}"
    yield "=== content"
    for page in PAGES:
        start, end = content_span(page)
        yield f"{page}\n    {page[start:end]} | {title_of(page[start:end])}\n    {with_data_in_head(page)}"
    yield "=== paths of the policy"
    for covered, others in (
        (("a/b/", "a/c/", "index.html", ""), ()),
        (("a/b/", "c/d/", ""), ("x/y/",)),
        (("a/b/", "c/d/", "e.html"), ("a/y/", "z.html")),
    ):
        yield f"{covered} without {others}: {header_paths(covered, others)}"
