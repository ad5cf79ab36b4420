"""Finishing a site: all that its builder need not know, so that any builder of ``docs/`` will do.

finisher = Finisher(…)
done = finisher.page(path, address, meta, html)   for each page, in whatever order they come; done.html is the page
finisher.again(done)                              for one that is known to come out as it did the last time
html = finisher.missing(html)                     for the page for an address that leads nowhere
finisher.close(site)                              what is left when all are there
"""

from __future__ import annotations

import logging
import posixpath
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from topic_briefings.errors import SiteError
from topic_briefings.finishing.addresses import (
    Addresses,
    finish_feeds,
    is_file,
    way,
    with_flat_links,
    with_whole_data,
    within,
)
from topic_briefings.finishing.beside import beside, write_beside
from topic_briefings.finishing.built import addresses_of, file_of, front_matter_of
from topic_briefings.finishing.content import content_span, title_of, with_data_in_head
from topic_briefings.finishing.furniture import LISTS, Furniture, Place, unfurnished
from topic_briefings.finishing.margins import without_margins
from topic_briefings.finishing.missing import FILE as MISSING
from topic_briefings.finishing.missing import from_home, root_of, with_content
from topic_briefings.finishing.outline import write_outline
from topic_briefings.finishing.policy import Cover, header_paths, policy_meta, script_hashes, write_headers
from topic_briefings.finishing.scripts import Scripts
from topic_briefings.forking import processes
from topic_briefings.search.entries import BuiltPage
from topic_briefings.search.index import always
from topic_briefings.search.site import SCRIPTS, SiteSearch, looked_at
from topic_briefings.settings import Settings
from topic_briefings.writing.manifest import read_manifest
from topic_briefings.writing.putting import replace

ASSETS = Path(__file__).parent / "assets"
SEARCHES = frozenset(("search", "material/search"))
"""Plugins that are another search, which a site has because its owner wants it."""

log = logging.getLogger("mkdocs.plugins.briefings")


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A page that is finished."""

    html: str
    hashes: tuple[str, ...]
    """Of the scripts in it that may be run, for the policy."""
    refused: str
    """What a person calls the page, where it holds a script that is not run; else empty."""
    found: BuiltPage | None
    """What a search looks at; None where the site has none or passes it over."""


class Finisher:
    """Finishes the pages of one site, one by one, and then the site."""

    def __init__(
        self,
        settings: Settings,
        addresses: Addresses,
        ours: Collection[str],
        *,
        scripts: Scripts,
        offline: bool = False,
        guarded: bool = True,
        searched: bool = True,
        instant: bool = False,
        described: bool = True,
    ) -> None:
        """``ours`` are the paths below ``settings.docs`` of what the generator wrote.

        All paths and addresses are counted from there, and from where it stands on the site: in a site that is
        another's, our folder is a site of its own. ``scripts`` are those that may be run.

        ``offline``: the site is to be opened from a disk. ``guarded``: its pages get their policy. ``searched``: it
        gets our search, unless this machine has no Pagefind. ``instant``: a browser puts pages into one another.
        ``described``: each page gets its JSON, where the settings have that and it is not to be opened from a disk.
        """
        self._settings = settings
        self._addresses = addresses
        self._ours = ours
        self._offline = offline
        self._instant = instant
        self._described = described and settings.page_data and not offline
        self._cover = Cover(settings.policy) if guarded else Cover.NONE
        self._scripts = scripts
        self._refused: list[str] = []
        self._hashes: set[str] = set()
        self._search = _search(settings, offline) if searched else None
        self._furniture = Furniture(
            site_name=settings.site_name,
            language=settings.site_language,
            search=SCRIPTS[self._search.engine] if self._search else None,
            lists=tuple(
                (kind.title, address)
                for kind in LISTS
                if (address := addresses.pages.get(f"{kind.folder}/index.md")) is not None
            ),
            home=addresses.pages.get("index.md", ""),
            offline=offline,
        )

    @property
    def depends(self) -> str:
        """All that decides how a page is finished, but for the page itself and how it is called."""
        kept = (
            self._settings,
            self._addresses.site_url,
            self._offline,
            self._instant,
            self._cover,
            self._furniture,
            self._described,
        )
        return repr((*kept, self._search is not None))

    def page(self, path: str, address: str, meta: Mapping[str, Any], html: str, *, aside: str = "") -> Done:
        """The page at ``path`` below ``docs/``, as its builder made it for ``address``, finished and taken in.

        ``aside`` is the way from it to the root of ours, where a plugin shows a copy of it in a place of its own (as
        for a language that it has not been translated to): no search finds that one, too.
        """
        done = self.finished(path, address, meta, html, aside=aside)
        self.again(done)
        return done

    def finished(self, path: str, address: str, meta: Mapping[str, Any], html: str, *, aside: str = "") -> Done:
        """The same page, which is not taken in: the site is made without it."""
        html = without_margins(self._furniture.cleared(html))
        whole = self._addresses.whole(address) if self._addresses.site_url and not aside else None
        if whole:
            html = with_whole_data(html, whole)
        if is_file(address):
            html = with_flat_links(html, path, self._addresses)
        if self._instant:
            html = with_data_in_head(html)
        start, end = content_span(html)
        content = html[start:end]
        found = looked_at(path, address, meta, title_of(content), content) if self._search and not aside else None
        base = aside or way(posixpath.dirname(address), "")
        data = posixpath.basename(beside(address)) if self._described and not aside and path in self._ours else None
        place = Place(base="" if base == "./" else base, address=whole, meta=meta, data=data)
        above = f"{self._settings.folder}/" if self._settings.folder else ""
        html, hashes, refused = self._allowed(html, above + path, above + address, ours=path in self._ours)
        return Done(html=self._guarded(html, place, hashes), hashes=hashes or (), refused=refused, found=found)

    def again(self, done: Done) -> None:
        """Take in a page that is finished."""
        self._hashes.update(done.hashes)
        self._refused += [done.refused] if done.refused else []
        if self._search and done.found:
            self._search.add(done.found)

    def missing(self, html: str, *, own: bool = True) -> str:
        """The page for an address that leads nowhere, with what we say there where the theme's ``own`` words stand."""
        html = self._furniture.cleared(html)
        place = Place(base=root_of(self._addresses.site_url, self._settings.folder), address=None, meta={})
        if own:
            html = with_content(html, self._furniture.missing(place.base))
        html, hashes, refused = self._allowed(without_margins(html), MISSING, place.base.lstrip("/"), ours=own)
        self.again(Done(html=html, hashes=hashes or (), refused=refused, found=None))
        return self._guarded(html, place, hashes)

    def owners(self, html: str, path: str, address: str) -> str:
        """A page of a site in which our pages have a folder, from outside it: it gets the policy where all do.

        ``path`` and ``address`` are counted from where the whole site stands.
        """
        if self._cover is not Cover.ALL or 'http-equiv="Content-Security-Policy"' in html:
            return html
        html, hashes, refused = self._allowed(html, path, address, ours=False)
        self.again(Done(html=html, hashes=hashes or (), refused=refused, found=None))
        return self._furniture.with_policy(html, policy_meta(hashes or (), offline=self._offline))

    def _guarded(self, html: str, place: Place, hashes: tuple[str, ...] | None) -> str:
        """``html`` furnished, with the policy that allows what has the ``hashes``; None for a page without one."""
        policy = "" if hashes is None else policy_meta(hashes, offline=self._offline)
        return self._furniture.furnished(self._furniture.early(html, place, policy), place)

    def _allowed(self, html: str, path: str, address: str, *, ours: bool) -> tuple[str, tuple[str, ...] | None, str]:
        """The page without what is not to be run, the hashes of what is, and its path where something was refused.

        None in place of hashes for a page that gets no policy.
        """
        if not self._cover.covers(ours):
            return html, None, ""
        checked = self._scripts.of(html, address)
        return checked.html, script_hashes(checked.allowed), path if checked.refused else ""

    def frame(self, home: str) -> str:
        """A page that says nothing yet, made of the finished ``home`` page's frame, for a builder that makes no 404."""
        title = f"{self._furniture.words['missing_title']} - {self._settings.site_name}"
        return from_home(unfurnished(home), root_of(self._addresses.site_url, self._settings.folder), title)

    def close(self, site: Path) -> int:
        """Write what belongs to no page of the whole ``site``; gives the number of entries that the search finds.

        Raises ``SiteError`` where its search cannot be made.
        """
        self.close_but_index(site)
        return self.index(site)

    def close_but_index(self, site: Path, standing: Collection[str] = ()) -> None:
        """The same without what its search looks in; the files of ours at ``standing`` are finished already."""
        folder = self._settings.folder
        whole, site = site, site / folder
        if self._addresses.site_url or any(map(is_file, self._addresses.pages.values())):
            finish_feeds(site, (path for path in self._ours if path not in standing), self._addresses)
        self._tell_refused()
        if self._described:
            workers = processes(self._settings.workers)
            write_beside(site, self._settings.docs, self._ours, self._addresses, workers)
        write_outline(site, self._ours, self._addresses, self._settings.site_name)
        if not self._offline and self._cover is not Cover.NONE:
            write_headers(whole, self._hashes, self._guarded_paths(), folder)
        scripts = ("search.css", "search.js", posixpath.basename(SCRIPTS[self._search.engine])) if self._search else ()
        for name in scripts:
            replace(site / "assets" / name, (ASSETS / name).read_bytes())

    def index(self, site: Path, wanted: Callable[[], bool] = always) -> int:
        """Make what the search of the whole ``site`` looks in; gives the number of entries.

        Raises ``SiteError``, and ``SupersededError`` once it is no more ``wanted``.
        """
        return self._search.write(self._settings.docs, site / self._settings.folder, wanted) if self._search else 0

    def _tell_refused(self) -> None:
        first, *others = self._refused or [""]
        if first:
            more = f" (and on {len(others):,} more pages)" if others else ""
            log.warning(
                '%s: a script on this page%s is not the theme\'s and not in a file that "extra_javascript:" in '
                'mkdocs.yml lists, so it is not run; list it there, or write "policy: none"',
                first,
                more,
            )

    def _guarded_paths(self) -> list[str]:
        """The paths of the whole site whose pages get the policy."""
        if self._cover is Cover.ALL:
            return ["/*"]
        covered = {path: a for path, a in self._addresses.pages.items() if self._cover.covers(path in self._ours)}
        others = [a for path, a in self._addresses.pages.items() if path not in covered]
        above = f"/{self._settings.folder}" if self._settings.folder else ""
        return [f"{above}{path}" for path in header_paths(covered.values(), others)]

    def write_missing(self, site: Path) -> None:
        """Give our folder of the ``site`` a page for an address that leads nowhere, which hosts look for there too."""
        ours = site / self._settings.folder
        home = ours / file_of(self._furniture.home)
        if not (ours / MISSING).exists() and home.is_file():
            frame = self.frame(home.read_text(encoding="utf-8"))
            replace(ours / MISSING, self.missing(frame).encode())


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """What was finished."""

    pages: int
    entries: int
    """What the search of the site finds; 0 where it has none of ours."""


def finish(
    settings: Settings,
    site: Path,
    *,
    site_url: str | None,
    searched: bool,
    own_missing: bool,
    scripts: Scripts,
    guarded: bool = True,
    instant: bool = False,
) -> Finished:
    """Finish the ``site`` that some builder made of ``settings.docs``; one that is finished already stays as it is.

    ``scripts`` are those that may be run. ``searched``: it gets our search. ``guarded``: its pages get their policy.
    ``own_missing``: what it says where there is no page is the theme's, not the owner's. Raises ``SiteError`` where
    there is no such site.
    """
    docs = settings.docs
    ours = site / settings.folder
    pages = addresses_of(docs, ours)
    if not pages:
        raise SiteError(
            f"{site}: no page of {settings.shown_docs}/ was built here; build the site first, or name the folder that "
            "it is in"
        )
    addresses = Addresses(pages=pages, site_url=within(site_url, settings.folder))
    chosen = {"guarded": guarded, "searched": searched, "instant": instant}
    finisher = Finisher(settings, addresses, read_manifest(docs), scripts=scripts, **chosen)
    for path, address in pages.items():
        _rewrite(ours / file_of(address), partial(_html, finisher, path, address, front_matter_of(docs / path)))
    if own_missing or settings.folder:
        finisher.write_missing(site)
    if (ours / MISSING).is_file():
        _rewrite(ours / MISSING, partial(finisher.missing, own=own_missing or bool(settings.folder)))
    return Finished(pages=len(pages), entries=finisher.close(site))


def _html(finisher: Finisher, path: str, address: str, meta: Mapping[str, Any], html: str) -> str:
    return finisher.page(path, address, meta, html).html


def _rewrite(file: Path, change: Callable[[str], str]) -> None:
    """Put what ``change`` makes of ``file`` in its place where that is anything else."""
    before = file.read_text(encoding="utf-8", errors="surrogateescape")
    after = change(before)
    if after != before:
        replace(file, after.encode("utf-8", "surrogateescape"))


def _search(settings: Settings, offline: bool) -> SiteSearch | None:
    search = SiteSearch(settings, language=settings.site_language, offline=offline)
    if not search.possible:
        log.info("the site has no search box, since there is no Pagefind for this machine; pip knows others")
        return None
    return search
