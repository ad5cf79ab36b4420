"""All else that a page says of articles: points, evidence, headlines, sources, counts, roles, doubts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter
from urllib.parse import unquote

from topic_briefings.knowledge.places import country_names_all
from topic_briefings.languages.roles import once_each
from topic_briefings.models import Article
from topic_briefings.pages.kinds import is_at
from topic_briefings.text.datelines import without_dateline
from topic_briefings.text.document import document
from topic_briefings.verifying.counted import Counted
from topic_briefings.verifying.here import unlinked, whole_sentences
from topic_briefings.verifying.markup import Block, pieces, target
from topic_briefings.verifying.naming import citation, dated, origin
from topic_briefings.verifying.problems import Kind, differing, folded
from topic_briefings.verifying.quoted import CUT
from topic_briefings.verifying.vocabulary import Vocabulary

_COUNT = re.compile(r" [0-9.,\u00a0\u202f]+(?= |$)")
_GAP = re.compile(r"\\\{\w+\\\}")
"""A gap in a sentence of the interface, escaped as for a pattern."""
_LISTED = re.compile(r", | und | and | et | y ")
_ROLES = 4
"""Roles that stand at the top of a voice's page."""


class Told(Counted):
    """What the page says in nobody's name."""

    def _point(self, block: Block) -> None:
        """A bottom line: recorded sentences of the article that is named with them, or above."""
        for text, links in pieces(block):
            inner = [
                page
                for _, link in links
                if not link.startswith("http")
                for page, _ in [target(self.path, link, built=self.folders)]
            ]
            key = next(filter(None, map(self._article, inner)), self.about)
            article = self.recorded.standing.get(key or "")
            self.cited += [key] if inner and key else []
            if key is None:
                if strange := self.loose.strange(text):
                    self.report(Kind.SOURCE, block.line, f"“{strange}” names no article that it stands in")
                continue
            if article is None:
                self.gone = True
                continue
            if "bf-point" in block.names:
                self.points.append(text)
            each = [folded(span.of(article.body)) for span in self.recorded.articles[key].points]
            right = [*each, folded(" ".join(each))]
            if text not in right and not (self.own is None and self._naming(text, article)):
                self._differs(block.line, "the point", text, right, article)
            for _, link in links:
                if not all(words in text for words in _led_to(link)):
                    self.report(Kind.SOURCE, block.line, f"the link {link} leads to other words of the original")

    def _naming(self, text: str, article: Article) -> bool:
        """Whether ``text`` is a sentence of the article, a dateline left out, as a shelf's page may open with."""
        body = article.body
        spans = (s for span in document(article).sentences for s in (span, without_dateline(body, span)))
        return any(folded(span.of(body)) == text for span in spans)

    def _evidence(self, block: Block) -> None:
        """Whole sentences of the article, or the headline or dateline, in which the words are marked."""
        article = self.recorded.standing.get(self.own or "")
        if article is None:
            return
        text = block.text
        # A name may stand across a cut between sentences that is none: then the evidence ends with it.
        named = bool(block.runs) and "mark" in block.runs[-1].within
        begins, ends = not text.startswith(f"{CUT} "), not (named or text.endswith(f" {CUT}"))
        bare = text.removeprefix(f"{CUT} ").removesuffix(f" {CUT}")
        if bare not in (folded(article.headline), folded(article.dateline or "")) and not whole_sentences(
            bare, article, begins=begins, ends=ends
        ):
            self._differs(
                block.line, "the evidence", text, [folded(part) for part in article.body.split("\n\n")], article
            )
        elif block.marked() and not self._mentioned(block, article):
            self.report(Kind.WORDS, block.line, f"what is marked as evidence is “{block.marked()[0]}”", article.id)

    def _mentioned(self, block: Block, article: Article) -> bool:
        """Whether the marked words are ones that the record takes for a country."""
        row = self.recorded.articles[article.id]
        spans = (folded(span.of(article.body)) for span in row.mentions)
        return block.marked()[0] in spans or block.text in (folded(article.headline), folded(article.dateline or ""))

    def _headline(self, block: Block) -> None:
        article = self.recorded.standing.get(self.own or "")
        if self.gone:
            return
        page = f" · {self.words['page']} {self.number}" if self.number else ""
        name = (article.headline or article.id) if article else self.shelf.name if self.shelf else None
        if name is None:
            self._loose(block, block.text)
        elif block.text not in (folded(f"{name}{page}"), folded(name) if article else ""):
            kind = Kind.SPEAKER if self.voice else Kind.SOURCE
            ours, theirs = differing(block.text, folded(f"{name}{page}"))
            what = "the headline is {} where the article's is {}" if article else "the page of {1} is called {0}"
            self.report(kind, block.line, what.format(ours, theirs))

    def _full(self, block: Block) -> None:
        article = self.recorded.standing.get(self.own or "")
        if article and block.text not in map(folded, article.body.split("\n\n")):
            self._differs(
                block.line, "the full text", block.text, [folded(part) for part in article.body.split("\n\n")], article
            )

    def _meta(self, block: Block) -> None:
        """Outlet, authors and date below the headline."""
        article = self.recorded.standing.get(self.own or "")
        if article is None:
            return
        stated = (article.outlet, ", ".join(article.authors), dated(article.published, self.words))
        right = folded(" · ".join(filter(None, stated)))
        if block.said("bf-act") != right:
            self.report(
                Kind.SOURCE, block.line, f"the source is “{block.said('bf-act')}” where the article has “{right}”"
            )

    def _imprint(self, block: Block, article: Article) -> None:
        """How the article is cited, its file and its digest."""
        digest, right = block.within("bf-digest"), citation(article, self.words)
        if digest and digest != article.digest:
            self.report(Kind.SOURCE, block.line, f"the SHA-256 is not that of {article.source}")
        rest = block.said("bf-digest")
        if rest.startswith(self.words["cite_as"]):
            if rest.removeprefix(self.words["cite_as"]).strip() != right:
                ours, theirs = differing(rest.removeprefix(self.words["cite_as"]).strip(), right)
                self.report(Kind.SOURCE, block.line, f"the citation says {ours} where it is {theirs}")
        elif strange := self.loose.strange(rest.replace(folded(article.source), "")):
            self.report(Kind.SOURCE, block.line, f"“{strange}” is none of what is recorded of {article.source}")

    def _listed(self, block: Block) -> None:
        """An item, a cell, a paragraph: sources and counts beside links, and for the rest words of nobody."""
        self._day(block)
        at = self._beside(block)
        words = ("bf-source", "bf-count", "bf-act", "bf-corrected")
        text = unlinked(block, *words)
        if "bf-trail" in block.names:
            self._trail(block, text.strip("‹› "))
        elif self.own and "bf-keywords" in block.names:
            self._keywords(block)
        elif self.own and self.section == "labelled":
            self._labelled(block, text)
        elif self.own and ("bf-why" in block.names or (block.tag == "li" and self.section in ("notices", "about"))):
            self._quoting(block, text)
        elif self.shelf and block.tag == "li" and ("bf-bonds" in block.names or self.section == "figures"):
            self._counted_words(block, text)
        elif "bf-meta" in block.names and self.shelf:
            self._counts(block, block.said("bf-act"))
        elif block.tag == "li" and at and is_at(at, "voice"):
            self._role(block, at, text)
        elif self.voice and ("bf-roles" in block.names or text.startswith(self.words["roles_as_printed"])):
            self._roles(block, text)
        else:
            if self.section == "where" and self.own and block.tag == "li":
                self._focus(block, at)
            self._loose(block, text)

    def _beside(self, block: Block) -> str | None:
        """Check what stands beside each link, a source or a count; returns the page of the last link."""
        at: str | None = None
        for run in block.runs:
            if run.link is not None and not run.link.startswith("http"):
                at = target(self.path, run.link, built=self.folders)[0]
            elif "bf-source" in run.within:
                self._origin(block, run.text.strip(" "), self._article(at or "") or self.about)
            elif "bf-count" in run.within:
                self._counted(block, run.text, at)
        return at

    def _origin(self, block: Block, text: str, key: str | None) -> None:
        """Outlet and date of the article beside, or one of them."""
        article = self.recorded.standing.get(key or "")
        if article is None:
            if key is None and (strange := self.loose.strange(text)):
                self.report(Kind.SOURCE, block.line, f"“{strange}” stands beside no article")
            return
        right = origin(article, self.words)
        if text in (right, dated(article.published, self.words), folded(article.outlet or right)):
            return
        rest = text.removeprefix(f"{right} · ")
        if rest == text or Vocabulary(self._shared(rest, article), self.loose).strange(rest):
            what = f"the source of “{article.headline}” is “{text}” where it is “{right}”"
            self.report(Kind.SOURCE, block.line, what)

    def _shared(self, text: str, other: Article) -> Iterator[str]:
        """Words of ``text`` that stand in the page's own article and in ``other``: what the two have in common."""
        both = filter(None, (self.recorded.standing.get(self.own or ""), other))
        told = [folded(f"{one.headline}\n{one.body}").casefold() for one in both]
        for words in text.partition(": ")[2].split(", "):
            if all(words.casefold() in one for one in told):
                yield words

    def _trail(self, block: Block, text: str) -> None:
        """Where the page stands: the last step is the page itself."""
        if text and text not in (self.title_text(), self.shelf.name if self.shelf else ""):
            self.report(Kind.RECORD, block.line, f"the page “{self.title_text()}” is called “{text}” on the way to it")

    def _keywords(self, block: Block) -> None:
        """Each leads to a search, so they are words of links."""
        row = self.recorded.articles[self.own or ""]
        right = folded(" · ".join(row.keywords))
        if block.text != right:
            ours, theirs = differing(block.text, right)
            self.report(Kind.RECORD, block.line, f"the keywords are {ours} where {theirs} is recorded")

    def _labelled(self, block: Block, text: str) -> None:
        """What extractors of other packages found: the label, and the words of the article."""
        found = self.recorded.articles[self.own or ""].labelled
        if block.tag == "li" and text not in (folded(f"{label} {words}") for label, words in found):
            self.report(Kind.WORDS, block.line, f"“{text}” is not recorded as found in the article")

    def _quoting(self, block: Block, text: str) -> None:
        """Terms and doubts: words of the article at hand, each, or for a doubt of the interface."""
        article = self.recorded.standing.get(self.own or "")
        doubt = self.section == "notices"
        if article is None or (doubt and self.loose.strange(text) is None):
            return
        whole = folded(f"{article.headline}\n{article.dateline or ''}\n{article.body}".casefold())
        for part in self._told_of(text) if doubt else text.split(", "):
            bare = folded(part).strip("“”").casefold()
            stands = any(_alone(whole, match.span()) for match in re.finditer(re.escape(bare), whole))
            if bare and not stands and not (doubt and self.loose.strange(part) is None):
                what = f"“{part.strip(' “”')}” is nothing that the article says"
                self.report(Kind.WORDS, block.line, what, article.id)

    def _told_of(self, doubt: str) -> list[str]:
        """The parts of a doubt that are an article’s words: the gaps of its sentence, or what stands in marks."""
        for sentence in self.words.notices():
            gaps = re.fullmatch(_GAP.sub("(.+)", re.escape(sentence)), doubt)
            if gaps:
                return [part for gap in gaps.groups() for part in _LISTED.split(gap)]
        return re.split(r"[“”]", doubt)

    def _role(self, block: Block, page: str, rest: str) -> None:
        """Behind the link to a voice stands its role."""
        voice = self.recorded.voice_pages.get(f"{page}.md")
        role, _, more = _COUNT.sub("", rest).partition(" · ")
        role = role.strip(" ,·")
        self._loose(block, more)
        places = set(country_names_all(self.words.language).values())
        # A count may follow, and a role may have a number of its own.
        roles = (*voice.roles, *voice.called) if voice else ()
        known = {_COUNT.sub("", folded(role)).strip(" ,·") for role in roles}
        if voice and role and role not in known and not set(role.split(", ")) <= places:
            what = f"“{voice.name}” is called “{role}”, a role that is not recorded"
            self.report(Kind.SPEAKER, block.line, what)

    def _roles(self, block: Block, text: str) -> None:
        if self.voice is None:
            return
        if not text.startswith(self.words["roles_as_printed"]):
            if block.tag != "li":
                self._loose(block, text)
            elif text not in map(folded, self._dated_roles()):
                self.report(Kind.SPEAKER, block.line, f"“{text}” is no role that is recorded of “{self.voice.name}”")
            return
        right = folded(" · ".join(self._dated_roles()[:_ROLES]))
        if text.removeprefix(self.words["roles_as_printed"]).strip(" ") != right:
            what = f"the roles of “{self.voice.name}” are other than “{right}”"
            self.report(Kind.SPEAKER, block.line, what)

    def _dated_roles(self) -> list[str]:
        """The recorded roles of the page's voice, as they are to be printed."""
        found, told, newest = [], False, None
        dated_roles = once_each(self.voice.dated_roles if self.voice else (), attrgetter("role"))
        for number, each in enumerate(dated_roles):
            last = each.last
            articles = (one for key in each.articles if (one := self.recorded.standing.get(key)))
            dates = [one.published for one in articles if one.published]
            newest = min(dates, default=None) if number == 0 else newest
            earlier = bool(newest and last and last < newest and not told)
            told = told or earlier
            before = f"{self.words['role_before']} " if earlier else ""
            found.append(f"{before}{each.role} ({self.words.date(last)})" if last else each.role)
        return found

    def _focus(self, block: Block, page: str | None) -> None:
        """A country that an article is about, or only names."""
        shelf = self.known.shelves.names.get(page or "")
        if shelf is None or self.own is None:
            return
        if not self.known.shelves.files(page or "", self.own, about=bool(block.within("bf-focus"))):
            self.report(Kind.RECORD, block.line, f"the article is not recorded so under “{shelf}”")


def _alone(text: str, place: tuple[int, int]) -> bool:
    """Whether the words at ``place`` are no part of longer ones, in scripts that have capitals and so spaces."""
    return not any(
        text[at - 1].isalnum() and text[at].isalnum() and text[at - 1].upper() != text[at - 1]
        for at in place
        if 0 < at < len(text)
    )


def _led_to(link: str) -> list[str]:
    """The words that a link with a text fragment leads to."""
    return [unquote(part) for part in link.partition(":~:text=")[2].split(",")]
