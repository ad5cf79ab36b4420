"""The page at hand: whose it is, where its links lead, which article a block is about, what anybody may say on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from urllib.parse import unquote

from topic_briefings.models import Article
from topic_briefings.pages.kinds import is_at, quoting
from topic_briefings.pages.markdown import link_target
from topic_briefings.pages.words import Words
from topic_briefings.text.document import document
from topic_briefings.verifying.asking import Answers, Asking
from topic_briefings.verifying.editor import Editor
from topic_briefings.verifying.markup import Block, Seen, key_of, target
from topic_briefings.verifying.naming import citations, dated
from topic_briefings.verifying.problems import Kind, differing, folded
from topic_briefings.verifying.quoted import Shown
from topic_briefings.verifying.rows import Recorded
from topic_briefings.verifying.shelves import Shelves, names_of
from topic_briefings.verifying.vocabulary import Vocabulary

Report = Callable[..., None]
"""``report(kind, line, what, article=None)``: a problem on the page at hand."""

_NUMBERED = re.compile(r"(.+?)(?:/pages)?/([0-9]+)")


class Known:
    """What every check of a page has at hand."""

    def __init__(
        self,
        recorded: Recorded,
        words: Words,
        shelves: Shelves,
        has: Callable[[str], bool],
        editor: Editor,
        asking: Asking,
    ) -> None:
        """``words`` are those of the site's language; ``has`` says whether there is a page."""
        self._editor, self._asking = editor, asking
        self.told: set[str] = set()
        """The withdrawn articles whose pages say so."""
        self.recorded, self.words, self.shelves = recorded, words, shelves
        asking.answers("has", cache(has))
        pages = {key_of(path): key for path, key in recorded.pages.items()}
        self.articles: Answers[str, str] = Answers(asking, "articles of pages", pages)
        """The article of each article's page."""
        self.called: set[tuple[str, str]] = set()
        """Names of links and the pages that were found to be called so."""

    def has(self, page: str) -> bool:
        """Whether there is a page."""
        return bool(self._asking.ask("has", page))

    @property
    def editor(self) -> Editor:
        """What a person said; a page that rests on it is checked each time."""
        self._asking.everything()
        return self._editor


class Here:
    """One page, and where reading it has come to."""

    def __init__(self, path: str, seen: Seen, known: Known, report: Report, *, built: bool = False) -> None:
        """``path`` is below ``docs/``; ``built``: the page is HTML, and links as a browser follows them."""
        self.path, self.page = path, key_of(path)
        self.seen, self.known, self.report, self.built = seen, known, report, built
        self.recorded, self.words = known.recorded, known.words
        self.folders = built and not any(
            link.partition("#")[0].endswith(".html") for block in seen.blocks for _, link in block.links()
        )
        """Whether each page of the built site is a folder: where links lead to files, it is a file itself."""
        own = self.page in known.articles or self.page in known.shelves.names  # its name may be a number
        numbered = None if own else _NUMBERED.fullmatch(self.page)
        self.base, self.number = (numbered[1], numbered[2]) if numbered else (self.page, "")
        self.own = self._article(self.page)
        """The article whose page this is."""
        self.about = self.own
        """The article that the block at hand is about."""
        self.shelf = known.shelves.by_page.get(self.base)
        self.voice = self.recorded.voice_pages.get(f"{self.base}.md")
        self.title: Block | None = None
        self.ours = quoting(path)
        """Whether it says something of articles; of any other, only the quotations are read."""
        self.section = ""
        self.heading: Block | None = None
        self.quotations: list[Shown] = []
        self.quoting = False
        """Whether what comes may belong to the last quotation."""
        self.named: dict[str, None] = {}
        """The articles that the page leads to."""
        self.points: list[str] = []
        self.cited: list[str] = []
        """The articles of the bottom line, in the order of their numbers."""
        self.references: list[Block] = []
        self.gone = self.own is not None and self.own not in self.recorded.standing
        """Whether the page's article changed, so that nothing can be compared with it."""
        self.loose = Vocabulary(self._own_names(), known.shelves.words)

    def _place(self, block: Block) -> None:
        """Which article the block is about: that of its list item, of its heading, or the page's own."""
        linked = [key for _, page, _ in self._inner(block) if (key := self._article(page))] if block.leads else []
        self.named |= dict.fromkeys(linked)
        first = linked[0] if linked else None
        if block.tag in ("h1", "h2", "h3", "h4"):
            self.title = self.title or (block if block.tag == "h1" else None)
            self.section = block.anchor or self.section if block.tag == "h2" else self.section
            speaks = "bf-speaker" in block.names
            self.heading = block if speaks else None
            self.about = self.about if speaks else first or self.own
            if not speaks:
                self.quoting = False
        elif block.tag == "li":
            self.about = first or self.own
        elif first and "li" in block.names:
            self.about = first

    def _inner(self, block: Block) -> Iterator[tuple[str, str, str]]:
        """Name, page and place of each link to a page of the site."""
        if not block.leads:
            return
        for text, link in block.links():
            if not link.startswith(("http:", "https:")):
                yield (text, *target(self.path, link, built=self.folders))

    def _article(self, page: str) -> str | None:
        """The article whose page it is, or whose quotations run on to it."""
        numbered = _NUMBERED.fullmatch(page)
        return self.known.articles.get(page) or (self.known.articles.get(numbered[1]) if numbered else None)

    def _own_names(self) -> Iterator[str]:
        row = self.recorded.articles.get(self.own or "")
        if row:
            yield from names_of(row)
        yield from ((self.shelf.name,) if self.shelf else ())

    def _loose(self, block: Block, text: str) -> None:
        """Words of the interface and names, or whole sentences of an article that the block leads to."""
        strange = self.loose.strange(text)
        if strange is None or self.gone:
            return
        keys = [key for _, page, _ in self._inner(block) if (key := self._article(page))]
        for key in (*keys, self.about):
            article = self.recorded.standing.get(key or "")
            if article is None:
                continue
            # Behind the link to an article of no known outlet stands its date.
            bare = text.removesuffix(folded(dated(article.published, self.words))).rstrip(" ,")
            if text == folded(article.headline) or any(
                whole_sentences(words, article, begins=True, ends=True) for words in (text, bare)
            ):
                return
        ours, _ = differing(strange, "")
        self.report(Kind.WORDS, block.line, f"{ours} is no sentence of an article")

    def _differs(self, line: int, what: str, text: str, right: list[str], article: Article) -> None:
        nearest = max(right, key=lambda other: len(set(other.split()) & set(text.split())), default="")
        ours, theirs = differing(text, nearest)
        self.report(Kind.WORDS, line, f"{what} says {ours} where the article says {theirs}", article.id)

    def _links(self, block: Block) -> None:
        """What a link to a page of the site is called must be that page's name; others lead to articles' originals."""
        article = self.recorded.standing.get(self.about or "")
        if not block.leads:
            return
        self._outer(block, [article] if article else [])
        for name, page, place in self._inner(block):
            if page == self.page:  # to a place on the page itself: its words are nobody's
                self._loose(block, name)
            elif place.startswith("?"):
                self._asked(block, name, page, place)
            else:
                self._called(block, name, page)

    def _asked(self, block: Block, name: str, page: str, place: str) -> None:
        """A link that asks the search must ask for what it is called, on a page that there is."""
        if not self.known.has(page) or folded(unquote(place.partition("=")[2])) != name:
            self.report(Kind.SOURCE, block.line, f"the link “{name}” asks the search for something else")

    def _called(self, block: Block, name: str, page: str) -> None:
        plain = name.strip("‹› ") if "bf-trail" in block.names else name
        key, shelf = self._article(page), self.known.shelves.names.get(page)
        other = self.recorded.standing.get(key or "")
        if (name, page) in self.known.called:
            return
        if not key and not shelf and not self.known.has(page):
            self.report(Kind.SOURCE, block.line, f"the link “{name}” leads to {page}, which is no page")
        elif self.words.says(plain) or plain.isdecimal():  # one of the interface's own, or the number of a source
            return
        elif other and plain not in {*(called := citations(other, self.words)), *(n.strip("‹› ") for n in called)}:
            what = f"a link to “{citations(other, self.words)[-1]}” is called “{name}”"
            self.report(Kind.SOURCE, block.line, what, other.id)
        elif shelf and plain not in self._calls(block, page, folded(shelf)):
            kind = Kind.SPEAKER if is_at(page, "voice") else Kind.RECORD
            self.report(kind, block.line, f"a link to “{shelf}” is called “{name}”")
        elif not key and not shelf and (strange := self._free(page).strange(plain)):
            self.report(Kind.WORDS, block.line, f"a link is called “{strange}”, which is nobody’s name")
        elif (key or shelf) and not {"svg", "bf-trail"} & block.names:
            self.known.called.add((name, page))

    def _free(self, page: str) -> Vocabulary:
        """What a link to a page of no article and no shelf may say: to one that lists them, the interface's words."""
        return self.loose if "/" in page else self.known.shelves.interface

    def _calls(self, block: Block, page: str, name: str) -> tuple[str, ...]:
        """What a link to the shelf at ``page`` may be called: in a picture with the number of its articles."""
        shelf = self.known.shelves.by_page.get(page) if "svg" in block.names else None
        return (name, f"{name}: {self.words.count(len(shelf.about), 'articles')}") if shelf else (name,)

    def _outer(self, block: Block, articles: list[Article]) -> None:
        """A link out of the site must lead to the original of the article at hand, or of a copy."""
        if self.gone:
            return
        for _, link in block.links():
            if not link.startswith(("http:", "https:")):
                continue
            right = [address for article in articles for address in addresses(article.url)]
            row = self.recorded.articles.get(self.own or "")
            right += [address for url in (row.addresses if row else ()) for address in addresses(url)]
            right += addresses(self.voice.link) if self.voice and self.voice.link else ()
            if without_fragment(link) not in right:
                given = articles[0].url if articles else "none"
                self.report(Kind.SOURCE, block.line, f"the original is {link} where the article gives {given}")

    def _name(self, key: str) -> str:
        row = self.recorded.articles.get(key)
        return f"{row.source} ({row.page})" if row else key

    def title_text(self) -> str:
        """The page's own title, wherever it stands."""
        return next((block.text for block in self.seen.blocks if block.tag == "h1"), "")


def unlinked(block: Block, *without: str) -> str:
    """The characters that are no link's."""
    kept = (run for run in block.runs if run.link is None and not run.within.intersection((*without, "bf-act")))
    # Parts of a picture's legend stand without a space between them.
    return " ".join(run.text.strip(" ") for run in kept if run.text.strip(" "))


def whole_sentences(text: str, article: Article, *, begins: bool, ends: bool) -> bool:
    """Whether ``text`` is a run of whole sentences of the article; of a cut one the edge is free."""
    if not text:
        return False
    joined, starts, stops, before = "", set(), set(), 0
    for span in document(article).sentences:
        # A cut between sentences may stand inside a name, where no space is.
        if joined and any(map(str.isspace, article.body[before : span.start + 1])):
            joined += " "
        starts.add(len(joined))
        joined += folded(span.of(article.body))
        stops.add(len(joined))
        before = max(0, span.end - 1)
    at = joined.find(text)
    while at >= 0:
        if (not begins or at in starts) and (not ends or at + len(text) in stops):
            return True
        at = joined.find(text, at + 1)
    return False


def addresses(url: str | None) -> tuple[str, ...]:
    """An article's address as a page may write it."""
    plain = without_fragment(url or "")
    escaped = link_target(plain)
    return (plain, escaped.unescape() if escaped else "")


def without_fragment(url: str) -> str:
    """``url`` without a text fragment, which points into the page that it names."""
    return url.partition(":~:")[0].removesuffix("#") if ":~:" in url else url
