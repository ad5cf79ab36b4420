"""Whether what a page shows of its quotations is what is recorded, and what the articles say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from topic_briefings.languages import of
from topic_briefings.models import Article, QuotationKind, Span, SpeakerKind
from topic_briefings.pages.kinds import kind_at
from topic_briefings.pages.markdown import link_target
from topic_briefings.verifying.checking import Checker
from topic_briefings.verifying.naming import citations
from topic_briefings.verifying.problems import Kind, differing, folded
from topic_briefings.verifying.rows import Row
from topic_briefings.verifying.seen import Inline, Seen, links_to, target

MARKS = "\"'“”„«»‘’‚‹›`"
"""A fragment is printed with these when they stand beside it."""

_NUMBERED = re.compile(r"(.+)/([0-9]+)\.md")
_CUT = "…"


class PageCheck(Checker):
    """One page against the records and the articles."""

    def check(self) -> set[tuple[str, str]]:
        """Report every difference; returns the article and the anchor of each quotation that the page shows."""
        found = [(seen, row) for seen in self.page.quotations if (row := self._row(seen))]
        for seen, row in found:
            self._words(seen, row)
            self._how(seen, row)
            self._by(seen, row)
        self._headings(found)
        self._voice_page(found)
        self._origin()
        return {(row.article, row.anchor) for _, row in found}

    # -------------------------------------------------------------- which record

    def _row(self, seen: Seen) -> Row | None:
        """The record of what is shown; reports when there is none, or when it is another article's."""
        at, linked = self._linked(seen)
        if seen.anchor is None:
            return self._unanchored(seen, linked)
        rows = self.recorded.anchors.get(seen.anchor, [])
        if not rows:
            self.report(Kind.RECORD, seen.line, f"the quotation {seen.anchor} stands on no recorded article")
            return None
        row = next((row for row in rows if row.article == linked), rows[0])
        if row.article != linked:
            where = self._name(row)
            stated = "names no article" if at is None else f"is given to {self._article_name(linked, at)}"
            line = at.line if at else seen.line
            self.report(Kind.SOURCE, line, f"the quotation {seen.anchor} {stated} where it stands in {where}")
        return row

    def _linked(self, seen: Seen) -> tuple[Inline | None, str | None]:
        """The line that names the quotation's article, and the id of that article."""
        for shown in (seen.report, seen.how):
            for _, path in links_to(shown, self.path) if shown else ():
                if path.startswith("articles/"):
                    return shown, self.recorded.article_at(path) or ""
        return None, self.own

    def _unanchored(self, seen: Seen, linked: str | None) -> Row | None:
        """The record of a quotation on the home page, which has no anchors there: by its article and its words."""
        rows = self.recorded.rows.get(linked or "", [])
        article = self.recorded.standing.get(linked or "")
        if linked and not article and linked in self.recorded.articles:
            return None  # the article changed, which is reported where it is
        if not article or not rows:
            self.report(Kind.RECORD, seen.line, "a quotation here stands on no recorded article")
            return None
        same = [row for row in rows if not _differences(seen, row, article)]
        spoken = [row for row in same if self._by_problem(seen, row) is None]
        if same:
            return (spoken or same)[0]
        return max(rows, key=lambda row: _alike(seen, row, article))

    # -------------------------------------------------------------- what it says

    def _words(self, seen: Seen, row: Row) -> None:
        article = self.recorded.standing.get(row.article)
        if article is None:
            return
        for line, what, ours, theirs in _differences(seen, row, article):
            shown, right = differing(ours, theirs)
            self.report(Kind.WORDS, line, f"{what} {row.anchor} says {shown} where the article says {right}")

    # -------------------------------------------------------------- its source

    def _how(self, seen: Seen, row: Row) -> None:
        article, how = self.recorded.standing.get(row.article), seen.how
        if how is None or article is None:
            return
        for text, link in how.links:
            self._how_link(text, link, how, row, article)
        self._printed(how, row, article)
        if self.own and not how.text.startswith(self._cue(row, article)):
            cue = self._cue(row, article)
            self.report(Kind.WORDS, how.line, f"the quotation {row.anchor} is introduced otherwise than by “{cue}”")

    def _printed(self, how: Inline, row: Row, article: Article) -> None:
        """The article's own words for the speaker, where the name at the head is another."""
        right = folded(row.speaker.of(article.body)) if row.speaker else ""
        before = f"{self.words['printed_as']} “"
        if before in how.text and f"{before}{right}”" not in how.text:
            shown = how.text.partition(before)[2].partition("” · ")[0]
            what = f"calls its speaker “{shown}” where the article prints “{right}”"
            self.report(Kind.SPEAKER, how.line, f"the quotation {row.anchor} {what}")

    def _how_link(self, text: str, link: str, how: Inline, row: Row, article: Article) -> None:
        where = self._name(row)
        if link.startswith(("http:", "https:")):
            if without_fragment(link) not in addresses(article):
                self.report(Kind.SOURCE, how.line, f"the quotation {row.anchor} links to {link}, not to {where}")
        elif link.startswith("#"):
            if link != f"#{row.anchor}":
                self.report(Kind.RECORD, how.line, f"the quotation {row.anchor} links to {link} as itself")
        elif target(self.path, link).startswith("articles/") and text not in citations(article, self.words):
            right = citations(article, self.words)[0]
            self.report(Kind.SOURCE, how.line, f"the source of {row.anchor} is called “{text}” where it is “{right}”")

    def _cue(self, row: Row, article: Article) -> str:
        kind = self.words[row.kind.value]
        return folded(f"{row.cue.of(article.body)} · {kind}" if row.cue else kind)

    # -------------------------------------------------------------- its speaker

    def _by(self, seen: Seen, row: Row) -> None:
        if problem := self._by_problem(seen, row):
            self.report(Kind.SPEAKER, seen.by.line if seen.by else seen.line, problem)

    def _by_problem(self, seen: Seen, row: Row) -> str | None:
        if seen.by is None or row.article not in self.recorded.standing:
            return None
        roles: list[str | None] = [None]
        if seen.anchor is None:  # there, the role may be printed with another quotation of the same voice
            beside = (other.role for other in self.recorded.rows[row.article] if other.voice == row.voice)
            roles = list(dict.fromkeys((row.role, *filter(None, beside))))
        return self._named(seen.by, row, [self._speaker(row, role) for role in roles])

    def _headings(self, found: Sequence[tuple[Seen, Row]]) -> None:
        """Each heading that names a speaker must name that of every quotation below it."""
        below: dict[Inline, list[Row]] = defaultdict(list)
        for seen, row in found:
            if seen.heading:
                below[seen.heading].append(row)
        for heading, rows in below.items():
            if any(row.article not in self.recorded.standing for row in rows):
                continue
            role = next((row.role for row in rows if row.role), None)
            problems = (self._named(heading, row, [self._speaker(row, role)]) for row in rows)
            if problem := next(filter(None, problems), None):
                self.report(Kind.SPEAKER, heading.line, problem)

    def _named(self, shown: Inline, row: Row, right: Sequence[str]) -> str | None:
        """What is wrong with a line that names the speaker of ``row``; it must read as one of ``right``."""
        if shown.text not in right:
            return f"the quotation {row.anchor} is given to “{shown.text}” where “{right[0]}” is recorded"
        page = next((path for _, path in links_to(shown, self.path)), None)
        if page != row.voice_page:
            return (
                f"the speaker of {row.anchor} links to {page or 'no page'} where {row.voice_page or 'none'} is recorded"
            )
        return None

    def _speaker(self, row: Row, role: str | None) -> str:
        name = row.voice
        article = self.recorded.standing[row.article]
        phrase = row.speaker.of(article.body) if row.speaker else ""
        unnamed = row.certain and phrase.casefold() not in of(article.language).pronouns()
        if name is None and phrase and unnamed and row.speaker_kind is not SpeakerKind.PERSON:
            name = phrase[:1].upper() + phrase[1:]
        name = name or self.words["not_named"]
        return folded(f"{name}, {role}" if role else name)

    def _voice_page(self, found: Sequence[tuple[Seen, Row]]) -> None:
        """The page of a voice has that voice's quotations alone, below its name."""
        kind = kind_at(self.path)
        if kind is None or kind.key != "voice" or not found:
            return
        numbered = _NUMBERED.fullmatch(self.path)
        own = f"{numbered[1]}.md" if numbered else self.path
        for seen, row in found:
            if row.voice_page != own:
                right = f"“{row.voice}”" if row.voice else "no voice"
                self.report(Kind.SPEAKER, seen.line, f"the quotation {row.anchor} is by {right}, whose page is another")
        name, title = found[0][1].voice or "", self.page.title
        right = folded(f"{name} · {self.words['page']} {numbered[2]}" if numbered else name)
        if found[0][1].voice_page == own and (title is None or title.text != right):
            shown = title.text if title else ""
            line = title.line if title else 1
            self.report(Kind.SPEAKER, line, f"the quotations of “{right}” stand below the name “{shown}”")

    # -------------------------------------------------------------- the article's own page

    def _origin(self) -> None:
        """An article's page must name that article: its headline, outlet, date, original and digest."""
        article = self.recorded.standing.get(self.own or "")
        if article is None:
            return
        title, meta, digest = self.page.title, self.page.meta, self.page.digest
        if title is not None and title.text != folded(article.headline or article.id):
            shown, right = differing(title.text, folded(article.headline or article.id))
            self.report(Kind.SOURCE, title.line, f"the headline is {shown} where the article's is {right}")
        if digest is not None and digest.text != article.digest:
            self.report(Kind.SOURCE, digest.line, f"the SHA-256 is not that of {article.source}")
        if meta is not None:
            self._meta(meta, article)

    def _meta(self, meta: Inline, article: Article) -> None:
        stated = filter(None, (article.outlet, *article.authors, self.words.date(article.published)))
        missing = [part for part in map(folded, stated) if part not in meta.text]
        if missing:
            self.report(Kind.SOURCE, meta.line, f"the source is “{meta.text}” where the article has “{missing[0]}”")
        for _, link in meta.links:
            if link.startswith(("http:", "https:")) and without_fragment(link) not in addresses(article):
                self.report(Kind.SOURCE, meta.line, f"the original is {link} where the article gives {article.url}")

    def _name(self, row: Row) -> str:
        filed = self.recorded.articles[row.article]
        return f"{filed.source} ({filed.page})"

    def _article_name(self, linked: str | None, at: Inline) -> str:
        page = next((path for _, path in links_to(at, self.path) if path.startswith("articles/")), "")
        return self.recorded.articles[linked].source if linked in self.recorded.articles else page


# ------------------------------------------------------------------ the words that should be there


Difference = tuple[int, str, str, str]
"""The line, what it is, what it shows and what it should."""


def _differences(seen: Seen, row: Row, article: Article) -> list[Difference]:
    """Where the words of ``seen`` are not those of ``article``."""
    found: list[Difference] = []
    if row.kind is QuotationKind.DIRECT:
        shown = [piece.text for piece in seen.pieces]
        right = list(_pieces(row, article.body))
        if seen.anchor is None and len(right) > 1:  # the home page has room for a quotation's first paragraph
            right = [f"{right[0]} {_CUT}"]
        if shown != right:
            line = next((p.line for p, text in zip(seen.pieces, right, strict=False) if p.text != text), seen.line)
            found.append((line, "the quotation", " ".join(shown), " ".join(right)))
    else:
        found += _context(seen.pieces[0], row, article.body, "the quotation")
        found += [(p.line, "the quotation", p.text, "") for p in seen.pieces[1:]]
    if seen.context:
        found += _context(seen.context, row, article.body, "the context of")
    return found


def _pieces(row: Row, body: str) -> Iterator[str]:
    """The fragments with the marks beside them, one text a paragraph."""
    piece: list[str] = []
    before: Span | None = None
    for span in row.fragments:
        # A record that was altered may point behind the end of the body.
        start = span.start - (body[max(0, span.start - 1) : span.start] in tuple(MARKS))
        end = span.end + (body[span.end : span.end + 1] in tuple(MARKS))
        if before and "\n" in body[before.end : start]:
            yield folded(f" {_CUT} ".join(piece))
            piece = []
        piece.append(folded(body[start:end]))
        before = span
    yield folded(f" {_CUT} ".join(piece))


def _context(shown: Inline, row: Row, body: str, what: str) -> Iterator[Difference]:
    """The sentences around a quotation must be the article's, and its words the ones marked in them."""
    right = folded(row.context.of(body))
    whole = (right, f"{_CUT} {right}", f"{right} {_CUT}", f"{_CUT} {right} {_CUT}")
    marked = tuple(folded(span.of(body)) for span in sorted(row.fragments or row.content))
    if shown.text not in whole:
        yield shown.line, what, shown.text, right
    elif shown.marked != marked:
        yield shown.line, f"what is marked as {what}", " ".join(shown.marked), " ".join(marked)


def _alike(seen: Seen, row: Row, article: Article) -> tuple[int, int]:
    """How many words ``seen`` shares with ``row``; the earlier row where several share as many."""
    shown = set(" ".join(piece.text for piece in seen.pieces).split())
    return len(shown & set(folded(row.span.of(article.body)).split())), -row.span.start


def addresses(article: Article) -> tuple[str, ...]:
    """The article's address as a page may write it."""
    url = without_fragment(article.url or "")
    escaped = link_target(url)
    return (url, escaped.unescape() if escaped else "")


def without_fragment(url: str) -> str:
    """``url`` without a text fragment, which points into the page that it names."""
    return url.partition(":~:")[0].removesuffix("#") if ":~:" in url else url
