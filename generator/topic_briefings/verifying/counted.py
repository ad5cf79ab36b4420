"""What a page counts: articles, statements and days beside a link, in a heading, under a title."""

from __future__ import annotations

import datetime as dt
import re

from topic_briefings.verifying.here import Here
from topic_briefings.verifying.markup import Block
from topic_briefings.verifying.naming import dated
from topic_briefings.verifying.problems import Kind, folded

_MARKED = re.compile(r"“([^“”]+)”")
_DIGITS = re.compile(r"[0-9]")
_MONTH = re.compile(r"months/([0-9]{4})-([0-9]{2})")


class Counted(Here):
    """Compares counts and days with those of the records."""

    def _counted(self, block: Block, text: str, page: str | None) -> None:
        shelf = self.known.shelves.by_page.get(page or "")
        month = self.known.shelves.months.get(page or "")
        if month and text.strip(" ") != self.words.number(month) and self.recorded.whole:
            self.report(Kind.RECORD, block.line, f"a month is counted {text.strip(' ')} times, not {month}")
        if shelf is None:
            return
        listed = shelf.named if self.section == "mentioned" else shelf.about
        right = shelf.quotations if shelf.statements else len(listed)
        if self.voice and self.shelf:
            right = self.known.shelves.common(self.base, page or "")
        if text.strip(" ") != self.words.number(right):
            self.report(Kind.RECORD, block.line, f"“{shelf.name}” is counted {text.strip(' ')} times, not {right}")

    def _counts(self, block: Block, text: str) -> None:
        """The line below a shelf's title: how many articles or quotations, and from when to when."""
        if self.shelf is None:
            return
        dates = self.known.shelves.dates(self.shelf, self.recorded)
        if dates is None:
            return
        right = [
            self.words.count(len(self.shelf.articles), "articles" if self.shelf.outlets is None else "reports"),
            self.words.count(self.shelf.outlets or 0, "outlets"),
            self.words.count(self.shelf.quotations, "quotations"),
            self.words.count(self.shelf.statements - self.shelf.quotations, "reported"),
            folded(self.words.period(min(dates), max(dates)) if dates else self.words["undated"]),
        ]
        for part in text.split(" · "):
            if part not in right and (_DIGITS.search(part) or self.loose.strange(part)):
                said = " · ".join(right)
                self.report(Kind.RECORD, block.line, f"“{part}” stands below “{self.shelf.name}” where it is “{said}”")

    def _counted_words(self, block: Block, text: str) -> None:
        """Words in marks must stand in an article that the block leads to; those of a bond in one of the story."""
        linked = [key for _, page, _ in self._inner(block) if (key := self._article(page))]
        keys = linked or (self.shelf.about if self.shelf else [])
        articles = [article for key in keys if (article := self.recorded.standing.get(key))]
        if len(articles) < len(keys):
            return
        bodies = [folded(f"{article.headline}\n{article.body}").casefold() for article in articles]
        marked = _MARKED.findall(text)
        for words in marked:
            if not any(folded(words).casefold() in body for body in bodies):
                self.report(Kind.WORDS, block.line, f"“{words}” is nothing that the reports say")
        self._loose(block, _MARKED.sub("", text))

    def _day(self, block: Block) -> None:
        """Below the heading of a day, on the page of a month, stand the articles of that day."""
        month, number = _MONTH.fullmatch(self.base), self.section.removeprefix("day-")
        if not month or not number.isdecimal() or self.number:
            return
        if block.tag == "h2":
            right = self.words.date(dt.date(int(month[1]), int(month[2]), int(number)))
            if block.text != folded(right):
                self.report(Kind.SOURCE, block.line, f"the day “{block.text}” stands where it is “{right}”")
        for key in filter(None, (self._article(page) for _, page, _ in self._inner(block))):
            article = self.recorded.standing.get(key)
            if article and article.published != dt.date(int(month[1]), int(month[2]), int(number)):
                when = dated(article.published, self.words)
                self.report(Kind.SOURCE, block.line, f"“{article.headline}” is of another day: {when}", article.id)
