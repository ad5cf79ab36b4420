"""One page: each of its quotations against its record, its article, its speaker and its source.

A page is read through the structure that it is made of: anchors of quotations, classes, links. Of all else that it says
only this is read: a sentence that stands there as an article's must stand in an article that is named with it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator

from topic_briefings.models import Article
from topic_briefings.pages.kinds import is_at, quoting
from topic_briefings.pages.markdown import link_target
from topic_briefings.pages.words import Words
from topic_briefings.verifying.editor import expected
from topic_briefings.verifying.lines import OTHER_SHAPE, Report
from topic_briefings.verifying.markup import Block, Seen, key_of, pieces, target
from topic_briefings.verifying.problems import differing, folded
from topic_briefings.verifying.quoted import CUT, Shown, differences
from topic_briefings.verifying.records import Records, Row

_NUMBERED = re.compile(r"(.+?)(?:/pages)?/[0-9]+")
_SENTENCES = frozenset(("bf-point", "bf-opening", "bf-lead", "bf-sentence", "bf-why"))
"""What stands on a page as the words of an article."""


class Reading:
    """One page, and where reading it has come to."""

    def __init__(self, path: str, seen: Seen, records: Records, words: Words, report: Report) -> None:
        """``path`` is below ``docs/``; ``words`` are those of the site's language."""
        self.path, self.page, self.seen = path, key_of(path), seen
        self.records, self.words, self._tell = records, words, report
        self.ours = quoting(path)
        """Whether it says something of articles; of any other, only the quotations are read."""
        self.own = self._article(self.page)
        """The article whose page this is."""
        self.about = self.own
        """The article that the block at hand is about, and the heading that says so."""
        self.under: Block | None = None
        self.heading: Block | None = None
        self.voice = _recorded(self.page, records.voice_pages)
        """The page of the voice whose page this is, or whose quotations run on to it."""
        self.quotations: list[Shown] = []
        self.quoting = False
        """Whether what comes may belong to the last quotation."""

    def read(self) -> list[Row]:
        """Report every difference; returns the quotations that the page shows."""
        for line, what in self.seen.oddities() if self.ours else ():
            self.report(line or None, what)
        own = self.records.standing.get(self.own or "")
        for block in self.seen.blocks:
            self._place(block)
            if block.text and not self._quotation(block) and self.ours:
                self._sentences(block)
            if own:
                self._own(block, own)
        found = [(shown, row) for shown in self.quotations if (row := self._row(shown))]
        for shown, row in found:
            if article := self.records.standing.get(row.article):
                self._words(shown, row, article)
                self._speaker(shown, row, article)
                self._source(shown, row, article)
        if self.path in self.records.pages:
            self._data({row.anchor: row for _, row in found})
        return [row for _, row in found]

    def report(self, line: int | None, what: str, article: str | None = None) -> None:
        """A problem on this page."""
        self._tell(self.path, line, what, article or self.own)

    # -------------------------------------------------------------- where things stand

    def _place(self, block: Block) -> None:
        """Which article the block is about: that of its list item, of its heading, or the page's own."""
        first = next((key for _, page, _ in self._inner(block) if (key := self._article(page))), None)
        if block.tag in ("h1", "h2", "h3", "h4"):
            speaks = "bf-speaker" in block.names
            if self.voice and block.tag == "h1":
                self._title(block, folded(self.records.voice_pages[self.voice]))
            self.heading = block if speaks else None
            if not speaks:
                self.about, self.under, self.quoting = first or self.own, block if first else None, False
        elif block.tag == "li" or (first and "li" in block.names):
            self.about = first or self.own

    def _inner(self, block: Block) -> Iterator[tuple[str, str, str]]:
        """Name, page and place of each link to a page of the site."""
        for text, link in block.links() if block.leads else ():
            if not link.startswith(("http:", "https:")):
                yield (text, *target(self.path, link, built=False))

    def _article(self, page: str) -> str | None:
        """The article whose page it is, or whose quotations run on to it."""
        path = _recorded(page, self.records.pages)
        return self.records.pages[path] if path else None

    def _quotation(self, block: Block) -> bool:
        """Whether the block is part of a quotation; keeps it with the one that it belongs to."""
        last = self.quotations[-1] if self.quotations and self.quoting else None
        if block.tag == "p" and block.anchor.startswith("q-"):
            self.quotations.append(Shown(block.anchor, [block], self.about, self.under, self.heading))
            self.quoting = True
        elif block.tag == "p" and ("blockquote" in block.names or block.names & {"bf-quote", "bf-partial"}):
            if last is None or last.how or last.pieces[-1].inside is not block.inside:
                self.report(block.line, "a quotation here stands on no recorded article")
            else:
                last.pieces.append(block)
        elif last and "bf-how" in block.names and not last.how:
            last.how = block
        elif last and block.tag == "p" and "bf-context" in block.names:
            last.context.append(block)
        else:
            return False
        return True

    # -------------------------------------------------------------- quotations

    def _row(self, shown: Shown) -> Row | None:
        """The record of what is shown; reports when there is none, or when it is another article's."""
        rows = self.records.anchors.get(shown.anchor)
        if not rows:
            self.report(shown.line, f"the quotation {shown.anchor} stands on no recorded article")
            return None
        named = (key for _, page, _ in self._inner(shown.how) if (key := self._article(page))) if shown.how else ()
        linked = next(iter(named), shown.about)
        row = next((row for row in rows if row.article == linked), rows[0])
        if row.article != linked:
            stated = f"is given to {self._name(linked)}" if linked else "names no article"
            what = f"the quotation {shown.anchor} {stated} where it stands in {self._name(row.article)}"
            self.report((shown.how or shown.pieces[0]).line, what)
        return row

    def _name(self, key: str) -> str:
        row = self.records.articles.get(key)
        return f"{row.source} ({row.page})" if row else key

    def _words(self, shown: Shown, row: Row, article: Article) -> None:
        for line, what, ours, theirs in differences(shown, row, article.body, self.records.beside, cut=not self.page):
            said, right = differing(ours, theirs)
            self.report(line, f"{what} {row.anchor} says {said} where the article says {right}", article.id)

    def _speaker(self, shown: Shown, row: Row, article: Article) -> None:
        """Who is named must be the speaker recorded, and lead to that voice's page; what an editor said is marked."""
        by = next((block for block in shown.pieces if block.within("bf-by")), None)
        marked = by or shown.how
        right, said = expected(self.records.articles[row.article].corrected, row.span, self.words), ""
        if marked and (said := marked.within("bf-corrected")) != right:
            what = f"the quotation {row.anchor} is marked “{said}” where it is “{right}”"
            self.report(marked.line, what)
        place = by or shown.heading
        if place is None:
            self._own_voice(shown, row)
            return
        name = place.within("bf-by") if by else place.said()
        name = name.removesuffix(place.within("bf-role"))
        known = folded(row.said_by(article) or self.words["not_named"])
        if name != known:
            what = f"the quotation {row.anchor} is given to “{name}” where “{known}” is recorded"
            self.report(place.line, what)
        page = next((f"{page}.md" for _, page, _ in self._inner(place) if is_at(page, "voice")), None)
        if page != row.voice_page:
            what = f"links to {page or 'no page'} where {row.voice_page or 'none'} is recorded"
            self.report(place.line, f"the speaker of {row.anchor} {what}")

    def _own_voice(self, shown: Shown, row: Row) -> None:
        """Where nobody is named, the page must be that of a voice, and the quotation by it."""
        if self.voice and row.voice_page != self.voice:
            voice = f"“{row.voice}”" if row.voice else "no voice"
            what = f"the quotation {row.anchor} is by {voice}, whose page is another"
            self.report(shown.line, what)
        elif not self.voice and self.ours:
            self.report(shown.line, f"the quotation {row.anchor} names no speaker")

    def _title(self, block: Block, name: str) -> None:
        """A voice's page must be called by its name, and a further one by its number, too."""
        if block.text != name and not block.text.startswith(f"{name} · "):
            self.report(block.line, f"the page of “{name}” is called “{block.text}”")

    def _source(self, shown: Shown, row: Row, article: Article) -> None:
        """Its article must be called by its outlet and date or by its headline, and lead to no original but its own."""
        date = self.words.date(article.published)
        origin = folded(f"{article.outlet}, {date}" if article.outlet else date)
        for block in filter(None, (shown.how, shown.under)):
            called = {said for said in [block.within("bf-source")] if said and said != origin}
            for text, page, place in self._inner(block):
                if page == self.page and place != row.anchor:
                    self.report(block.line, f"the quotation {row.anchor} links to #{place} as itself")
                elif page != self.page and self._article(page) == row.article:
                    right = text in (origin, folded(article.headline or article.id)) and place in ("", row.anchor)
                    called |= set() if right else {text}
            for said in sorted(called):
                what = f"the source of {row.anchor} is called “{said}” where it is “{origin}”"
                self.report(block.line, what)
        if shown.how:
            self._original(shown.how, row, article)

    def _original(self, how: Block, row: Row, article: Article) -> None:
        """What the line below a quotation says of where and how the original has it."""
        if not self.own:
            self._out(how, article)
        printed, phrase = how.within("bf-printed"), folded(row.phrase(article))
        if printed and printed != phrase:
            what = f"the quotation {row.anchor} calls its speaker “{printed}” where the article prints “{phrase}”"
            self.report(how.line, what)

    def _own(self, block: Block, article: Article) -> None:
        """On its own page: its headline, outlet and date below it, and no original but its own."""
        self._out(block, article)
        title = folded(article.headline or article.id)
        if block.tag == "h1" and block.text != title and not block.text.startswith(f"{title} · "):
            ours, theirs = differing(block.text, title)
            self.report(block.line, f"the headline is {ours} where the article's is {theirs}")
        date = self.words.date(article.published) if article.published else ""
        for right in (article.outlet or "", date) if "bf-meta" in block.names else ():
            if folded(right) not in block.text:
                self.report(block.line, f"says “{block.text}” where the article's source is “{right}”")

    def _out(self, block: Block, article: Article) -> None:
        """A link out of the site must lead to the original of the article, or of a copy of it."""
        outward = [link for _, link in block.links() if "://" in link] if block.leads else ()
        urls = (article.url, *self.records.articles[article.id].addresses) if outward else ()
        right = {address for url in urls for address in _addresses(url)}
        for link in outward:
            if _without_fragment(link) not in right:
                what = f"the original is {link} where the article gives {article.url or 'none'}"
                self.report(block.line, what)

    # -------------------------------------------------------------- other words of articles

    def _sentences(self, block: Block) -> None:
        """Each must stand in the article that is named behind it, in the block or above it."""
        for text, links in pieces(block) if block.tag == "p" and block.names & _SENTENCES else ():
            named = [self._article(target(self.path, link, built=False)[0]) for _, link in links if "://" not in link]
            key = next(filter(None, named), self.about)
            article = self.records.standing.get(key or "")
            if article is None:
                continue
            words = folded(text.removeprefix(f"{CUT} ").removesuffix(f" {CUT}"))
            said = (article.body, article.headline or "", article.dateline or "")
            if not any(words in folded(part) for part in said):
                ours, _ = differing(text, "")
                self.report(block.line, f"{ours} is no sentence of an article", article.id)

    def _data(self, here: dict[str, Row]) -> None:
        """What the page of an article tells programs of its quotations: the same words, by the same speakers."""
        for line, kind, text in self.seen.scripts:
            if kind != "application/ld+json":
                continue
            try:
                found = {said["url"].rpartition("#")[2]: said for said in json.loads(text)["@graph"][1:]}
                told = {anchor: (said["text"], said.get("creator", {}).get("name")) for anchor, said in found.items()}
            except OTHER_SHAPE:
                self.report(line, "the block of data for machines is not one as pages are written with")
                continue
            for anchor in {**told, **here}:
                self._told(line, anchor, told.get(anchor), here.get(anchor))

    def _told(self, line: int, anchor: str, said: tuple[str, str | None] | None, row: Row | None) -> None:
        article = self.records.standing.get(row.article if row else "")
        if row and not (row.fragments and article):
            return
        pieces = (" ".join(span.of(article.body).split()) for span in row.fragments) if row and article else ()
        right = (" … ".join(pieces), row.voice) if row else None
        if said != right:
            give, be = (f"“{one[0]}” by “{one[1] or 'nobody'}”" if one else "nothing" for one in (said, right))
            what = f"the data for machines give {give} as {anchor} where it is {be}"
            self.report(line, what)


def _recorded(page: str, pages: Collection[str]) -> str | None:
    """The path among ``pages`` of the ``page``, or of the one whose quotations run on to it."""
    if (path := f"{page}.md") in pages:
        return path
    further = _NUMBERED.fullmatch(page)
    return path if further and (path := f"{further[1]}.md") in pages else None


def _addresses(url: str | None) -> tuple[str, ...]:
    """An article's address as a page may write it."""
    plain = _without_fragment(url or "")
    escaped = link_target(plain)
    return (plain, escaped.unescape() if escaped else "")


def _without_fragment(url: str) -> str:
    """``url`` without a text fragment, which points into the page that it names."""
    return url.partition(":~:")[0].removesuffix("#") if ":~:" in url else url
