"""Whether all else that a page says of its articles is theirs: points, evidence, links, sources, names.

A page may print words of an article, words of the interface, and names. A sentence that is neither the article's nor
the interface's is nobody's, and is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from urllib.parse import unquote

from topic_briefings.knowledge.places import country_names_all
from topic_briefings.models import Article
from topic_briefings.pages.kinds import quoting
from topic_briefings.pages.words import Words
from topic_briefings.text.document import document
from topic_briefings.verifying.checking import Checker, Report
from topic_briefings.verifying.naming import citations, origin
from topic_briefings.verifying.problems import Kind, differing, folded
from topic_briefings.verifying.rows import Recorded
from topic_briefings.verifying.seen import Inline, PageSeen, Place, Shown, links_to
from topic_briefings.verifying.shown import addresses, without_fragment

_FEW = 4
"""So many words in a row are a statement, and no name."""
_MARKED = re.compile(r"“([^“”]*)”|„([^„“”]*)[“”]|\"([^\"]*)\"|«([^«»]*)»|»([^«»]*)«")
_COUNT = re.compile(r" [0-9.,\u00a0\u202f]+(?= |$)")
_TIMES = re.compile(r" \([0-9.,\u00a0\u202f]+ [^\W\d]+\)")
"""In how many articles a role is printed."""
_FURTHER = re.compile(r"/[0-9]+\.md$")
_PARTED = re.compile(r" [›·] ")
_CUT = "…"


class SaidCheck(Checker):
    """One page's lines, apart from its quotations, against the articles and the records."""

    def __init__(self, path: str, page: PageSeen, recorded: Recorded, words: Words, report: Report) -> None:
        """``path`` is below ``docs/``."""
        super().__init__(path, page, recorded, words, report)
        self.cited: list[str] = []
        """The pages that the sentences of the bottom line name, in the order of their numbers."""
        self.about: str | None = self.own
        """The id of the article that the line at hand is about."""

    def check(self) -> None:
        """Report every difference."""
        if not quoting(self.path):
            return
        for shown in self.page.lines:
            self._place(shown)
            self._links(shown.inline)
            self._line(shown)
        self._head()
        self._roles()

    def _place(self, shown: Shown) -> None:
        """Which article the line is about: that of its list item, of its heading, or the page's own."""
        linked = next(self._articles(shown.inline), None)
        if shown.place is Place.HEADING:
            self.about = linked or self.own
        elif shown.place is Place.ITEM:
            self.about = linked

    def _articles(self, shown: Inline) -> Iterator[str]:
        found = (self.recorded.article_at(path) for _, path in links_to(shown, self.path))
        return filter(None, found)

    # -------------------------------------------------------------- links

    def _links(self, shown: Inline) -> None:
        for text, path in links_to(shown, self.path):
            name = text.strip("‹› ")
            key = self.recorded.article_at(path)
            article, voice = self.recorded.standing.get(key or ""), self.recorded.voice_pages.get(path)
            if self.words.says(name) or name.isdigit():  # one of the interface's own, or the number of a source
                continue
            if article and name not in citations(article, self.words):
                right = citations(article, self.words)[-1]
                self.report(Kind.SOURCE, shown.line, f"a link to “{right}” is called “{name}”")
            elif voice and name != folded(voice.name):
                self.report(Kind.SPEAKER, shown.line, f"a link to “{voice.name}” is called “{name}”")

    # -------------------------------------------------------------- lines

    def _line(self, shown: Shown) -> None:
        line, names = shown.inline, shown.names
        if shown.place is Place.EVIDENCE:
            self._evidence(line)
        elif ".bf-point" in names or ".bf-lead" in names:
            self._point(line)
        elif ".bf-notes" in names:
            self._notes(line)
        elif ".bf-how" in names:
            self._how(line)
        elif shown.place is Place.BELOW:
            self._below(line)
        elif shown.place is Place.ITEM:
            self._item(line)
        elif shown.place is Place.TEXT and not names:
            self._text(line)
        if ".bf-ref" not in names and not line.text.startswith(self.words["cite_as"]):  # a citation is checked whole
            self._marked(line)

    def _point(self, line: Inline) -> None:
        """A bottom line: the article's own recorded sentences, all on its page and the home page, one elsewhere."""
        self.cited += [path for _, path in links_to(line, self.path)]
        key = next(self._articles(line), self.about)
        article = self.recorded.standing.get(key or "")
        if key is None:
            self.report(Kind.SOURCE, line.line, "a sentence here names no article that it stands in")
        if key is None or article is None:
            return
        text = _unlinked(line)
        right = self._points(key, article)
        if self.own and not line.links:
            right = right[:1]
        for _, link in line.links:
            if link.startswith(("http:", "https:")) and without_fragment(link) not in addresses(article):
                self.report(Kind.SOURCE, line.line, f"the original is {link} where the article gives {article.url}")
            elif not all(words in text for words in _led_to(link)):
                self.report(Kind.SOURCE, line.line, f"the link {link} leads to other words of the original")
        if text not in right:
            self._differs(line.line, "the point", text, right or ("",))

    def _notes(self, line: Inline) -> None:
        """The numbered sources of the bottom line."""
        named = [path for _, path in links_to(line, self.path)]
        if named != list(dict.fromkeys(self.cited)):
            self.report(Kind.SOURCE, line.line, "the numbered sources are not those of the sentences above")

    def _points(self, key: str, article: Article) -> tuple[str, ...]:
        """All the recorded sentences as one, then each."""
        each = [folded(span.of(article.body)) for span in self.recorded.articles[key].points]
        return (folded(" ".join(each)), *each) if each else ()

    def _differs(self, line: int, what: str, text: str, right: tuple[str, ...]) -> None:
        nearest = max(right, key=lambda other: len(set(other.split()) & set(text.split())))
        ours, theirs = differing(text, nearest)
        self.report(Kind.WORDS, line, f"{what} says {ours} where the article says {theirs}")

    def _evidence(self, line: Inline) -> None:
        article = self.recorded.standing.get(self.own or "")
        if article is None:
            return
        text = line.text.removeprefix(f"{_CUT} ").removesuffix(f" {_CUT}")
        begins, ends = not line.text.startswith(f"{_CUT} "), not line.text.endswith(f" {_CUT}")
        places = [article.headline, article.dateline or "", *_sentences(article)]
        if not any(_stands(text, folded(place), begins, ends) for place in places if place):
            self._differs(line.line, "the evidence", text, tuple(map(folded, article.body.split("\n\n"))))

    def _below(self, line: Inline) -> None:
        """Below an article in a list: where it comes from, or the first sentence of its bottom line."""
        article = self.recorded.standing.get(self.about or "")
        if self.about is None or article is None:
            return
        right = self._points(self.about, article)[1:2]
        if line.text == origin(article, self.words) or line.text in right:
            return
        shown = set(line.text.split())
        if right and 2 * len(shown & set(right[0].split())) >= len(shown):
            self._differs(line.line, "the point", line.text, right)
        else:
            self._origin(line, line.text)

    def _how(self, line: Inline) -> None:
        """On the home page, where an article comes from and what it is about."""
        article, text = self.recorded.standing.get(self.about or ""), line.text.partition(" · ")[0]
        linked = {name for name, _ in line.links}
        sources = (origin(article, self.words), folded(article.outlet or "")) if article else ()
        if article and not any(f"{line.text} · ".startswith(f"{name} · ") for name in (*sources, *linked)):
            self._origin(line, text)

    def _origin(self, line: Inline, text: str) -> None:
        article = self.recorded.standing.get(self.about or "")
        if article and text != origin(article, self.words):
            right = origin(article, self.words)
            self.report(Kind.SOURCE, line.line, f"the source of “{article.headline}” is “{text}” where it is “{right}”")

    def _item(self, line: Inline) -> None:
        """After the link to an article stands its source, after one to a voice its role."""
        if not line.links or not line.text.startswith(line.links[0][0]):
            return
        rest = line.text.removeprefix(line.links[0][0])
        path = next((path for _, path in links_to(line, self.path)), "")
        article = self.recorded.standing.get(self.recorded.article_at(path) or "")
        if article and rest and not rest.lstrip(" ·").startswith(origin(article, self.words)):
            self._origin(line, rest.strip(" ·"))
        voice, role = self.recorded.voice_pages.get(path), _COUNT.sub("", rest).partition(" · ")[0].strip(" ,·")
        places = country_names_all(self.words.language).values()
        if voice and role not in ("", *map(folded, voice.roles)) and not set(role.split(", ")) <= set(places):
            self.report(Kind.SPEAKER, line.line, f"“{voice.name}” is called “{role}”, a role that is not recorded")

    def _text(self, line: Inline) -> None:
        """A paragraph of no class: a list of links, the interface's words, or the article's full text."""
        known = {name for name, _ in line.links} | ({self.page.title.text} if self.page.title else set())
        label, colon, rest = line.text.partition(": ")
        text = rest if colon and self.words.says(label) else line.text
        parts = [part for part in _PARTED.split(text) if part not in known and not self.words.says(part)]
        if all(len(part.split()) < _FEW for part in parts):
            return
        article = self.recorded.standing.get(self.own or "")
        if self.own and article is None:
            return
        if article is None or line.text not in map(folded, article.body.split("\n\n")):
            ours, _ = differing(line.text, "")
            self.report(Kind.WORDS, line.line, f"{ours} is no sentence of an article")

    def _marked(self, line: Inline) -> None:
        """Whatever stands in marks and is longer than a name must stand in an article that the page names."""
        for match in _MARKED.finditer(line.text):
            words = next(filter(None, match.groups()), "")
            if len(words.split()) < _FEW or any(words in folded(text) for text in self._named()):
                continue
            ours, _ = differing(words, "")
            self.report(Kind.WORDS, line.line, f"{ours} stands in no article that is named here")

    def _named(self) -> Iterator[str]:
        """What the page names: a voice's printed forms, then the articles, the nearest first."""
        if voice := self.recorded.voice_pages.get(self.path):
            yield from (form for form, _ in voice.spellings)
        lines = (self._articles(shown.inline) for shown in self.page.lines)
        keys = (self.own, self.about, *(key for found in lines for key in found))
        for key in dict.fromkeys(keys):
            if article := self.recorded.standing.get(key or ""):
                yield from (article.headline, article.dateline or "", article.body)

    # -------------------------------------------------------------- the page as a whole

    def _head(self) -> None:
        """The description that search engines show must be what the page says itself."""
        described, title = self.page.head.get("description"), self.page.head.get("title")
        if described is None or title is None:
            return
        points = [_unlinked(shown.inline) for shown in self.page.lines if ".bf-point" in shown.names]
        voice = self.recorded.voice_pages.get(_FURTHER.sub(".md", self.path))
        named = ", ".join((voice.name, *voice.roles)) if voice else ""
        right = (title.text, f"{described.text.partition(': ')[0]}: {title.text}", " ".join(points), named)
        if self.own and self.own not in self.recorded.standing:
            return
        if folded(described.text) not in map(folded, right):
            kind = Kind.SPEAKER if voice else Kind.WORDS
            ours, theirs = differing(described.text, named or right[2] or title.text)
            self.report(kind, described.line, f"the description says {ours} where the page says {theirs}")

    def _roles(self) -> None:
        voice, label = self.recorded.voice_pages.get(self.path), self.words["roles_as_printed"]
        if voice is None or not voice.roles:
            return
        shown = next((s.inline for s in self.page.lines if s.inline.text.startswith(f"{label} ")), None)
        right = ", ".join(voice.roles)
        roles = _TIMES.sub("", shown.text).removeprefix(f"{label} ") if shown else ""
        if roles != folded(" · ".join(voice.roles)):
            line = shown.line if shown else 1
            self.report(Kind.SPEAKER, line, f"the roles of “{voice.name}” are other than “{right}”")


def _led_to(link: str) -> list[str]:
    """The words that a link with a text fragment leads to."""
    return [unquote(part) for part in link.partition(":~:text=")[2].split(",")]


def _sentences(article: Article) -> Iterator[str]:
    """The sentences of the body, and each with the next: a name may stand across a cut that is none."""
    spans = document(article).sentences
    for one, other in zip_longest(spans, spans[1:]):
        yield one.of(article.body)
        if other:
            yield article.body[one.start : other.end]


def _stands(text: str, place: str, begins: bool, ends: bool) -> bool:
    """Whether ``text`` stands in ``place``, from its beginning and to its end where that is said."""
    if begins and ends:
        return text == place
    return place.startswith(text) if begins else place.endswith(text) if ends else text in place


def _unlinked(line: Inline) -> str:
    """The line without the names of its links at its end."""
    text = line.text
    for name, _ in reversed(line.links):
        text = text.removesuffix(name).rstrip(" ·")
    return text
