"""One page against the articles and the records: its quotations, points, evidence, sources, names and counts."""

from __future__ import annotations

from topic_briefings.verifying.here import Known
from topic_briefings.verifying.marks import Marks
from topic_briefings.verifying.markup import Block
from topic_briefings.verifying.naming import citation
from topic_briefings.verifying.problems import Kind, differing, folded
from topic_briefings.verifying.spoken import Spoken
from topic_briefings.verifying.told import Told

__all__ = ["Known", "PageCheck"]

_MOST = 3
"""So many oddities of its markup are named, a page."""
_DESCRIBED = 3
"""Roles in the description of a voice's page."""


class PageCheck(Spoken, Told, Marks):
    """One page, whole."""

    def check(self) -> set[tuple[str, str]]:
        """Report every difference; returns the article and the anchor of each quotation that the page shows."""
        for line, what in self.seen.odd[:_MOST] if self.ours else ():
            self.report(Kind.FILE, line or None, f"has {what}, which no page is written with")
        for block in self.seen.blocks:
            self._place(block)
            if block.text and not self._quotation(block) and self.ours and "bf-speaker" not in block.names:
                self._block(block)
        found = [(shown, row) for shown in self.quotations if (row := self._row(shown))]
        for shown, row in found:
            self._said(shown, row)
        self._speakers(found)
        self._whole()
        return {(row.article, row.anchor) for _, row in found}

    def _block(self, block: Block) -> None:
        """One block that is no part of a quotation."""
        self._links(block)
        self._corrected(block)
        article = self.recorded.standing.get(self.about or "")
        if block.names & {"bf-point", "bf-lead", "bf-sentence"}:
            self._point(block)
        elif "bf-ref" in block.names:
            self.references.append(block)
        elif "bf-why" in block.names and block.tag == "p":
            self._evidence(block)
        elif block.tag == "h1":
            self._headline(block)
        elif self.own and self.section == "text" and block.tag == "p":
            self._full(block)
        elif self.own and "bf-meta" in block.names:
            self._meta(block)
        elif self.own and article and self.section == "source":
            self._imprint(block, article)
        else:
            self._listed(block)

    def _whole(self) -> None:
        notes = [block for block in self.seen.blocks if "bf-notes" in block.names]
        named = [key for block in notes for _, page, _ in self._inner(block) if (key := self._article(page))]
        if notes and named != list(dict.fromkeys(self.cited)):
            self.report(Kind.SOURCE, notes[0].line, "the numbered sources are not those of the sentences above")
        articles = [self.recorded.standing.get(key) for key in self.named]
        if None not in articles:
            right = {citation(article, self.words) for article in articles if article}
            for block in self.references:
                if block.text not in right:
                    what = f"no article that is named here is cited as “{block.text}”"
                    self.report(Kind.SOURCE, block.line, what)
        self._head()
        self._marks()

    def _head(self) -> None:
        """What search engines show of the page must be what it says itself."""
        line, described = self.seen.head.get("description", (0, None))
        if described is None or self.gone or not self.title or (self.built and not (self.own or self.shelf)):
            return
        title = self.title.text
        named = ", ".join((self.voice.name, *self.voice.called[:_DESCRIBED])) if self.voice else ""
        right = (title, f"{described.partition(': ')[0]}: {title}", " ".join(self.points), named)
        said = folded(described)
        if said not in map(folded, right) and (self.own or self.shelf or self.loose.strange(said)):
            kind = Kind.SPEAKER if self.voice else Kind.WORDS
            ours, theirs = differing(described, named or right[2] or title)
            self.report(kind, line or None, f"the description says {ours} where the page says {theirs}")
        at, given = self.seen.head.get("title", (0, title))
        if folded(given) != title:
            self.report(Kind.SOURCE, at or None, f"the page's title is “{given}” where its headline is “{title}”")
