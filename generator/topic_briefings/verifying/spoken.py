"""The quotations of a page: each against its record, its article, its speaker and its source."""

from __future__ import annotations

import re
from collections import defaultdict

from topic_briefings.models import Article
from topic_briefings.pages.kinds import is_at
from topic_briefings.verifying.editor import expected
from topic_briefings.verifying.here import Here, unlinked
from topic_briefings.verifying.markup import Block, key_of
from topic_briefings.verifying.naming import citations, dated
from topic_briefings.verifying.problems import Kind, differing, folded
from topic_briefings.verifying.quoted import Shown, differences, speaker
from topic_briefings.verifying.rows import Row, VoiceRow

_DIGITS = re.compile(r"[0-9]")


class Spoken(Here):
    """What the page says that somebody said."""

    def _quotation(self, block: Block) -> bool:
        """Whether the block is part of a quotation; keeps it with the one that it belongs to."""
        last = self.quotations[-1] if self.quotations and self.quoting else None
        if block.tag == "p" and block.anchor.startswith("q-"):
            shown = Shown(block.anchor, [block], self.about, self.heading, home=not self.page, section=self.section)
            self.quotations.append(shown)
            self.quoting = True
        elif block.tag == "p" and ("blockquote" in block.names or block.names & {"bf-quote", "bf-partial"}):
            if last is None or last.how or last.pieces[-1].inside is not block.inside:
                self.report(Kind.RECORD, block.line, "a quotation here stands on no recorded article")
            else:
                last.pieces.append(block)
        elif last and "bf-how" in block.names and not last.how:
            last.how = block
        elif last and block.tag == "p" and "bf-context" in block.names:
            last.context.append(block)
        else:
            return False
        return True

    def _row(self, shown: Shown) -> Row | None:
        """The record of what is shown; reports when there is none, or when it is another article's."""
        rows = self.recorded.anchors.get(shown.anchor, [])
        if not rows:
            self.report(Kind.RECORD, shown.line, f"the quotation {shown.anchor} stands on no recorded article")
            return None
        linked = next((key for _, page, _ in self._how(shown) if (key := self._article(page))), shown.report)
        row = next((row for row in rows if row.article == linked), rows[0])
        if row.article != linked:
            stated = f"is given to {self._name(linked)}" if linked else "names no article"
            what = f"the quotation {shown.anchor} {stated} where it stands in {self._name(row.article)}"
            self.report(Kind.SOURCE, shown.how.line if shown.how else shown.line, what)
        return row

    def _how(self, shown: Shown) -> list[tuple[str, str, str]]:
        return list(self._inner(shown.how)) if shown.how else []

    def _said(self, shown: Shown, row: Row) -> None:
        article = self.recorded.standing.get(row.article)
        if article is None:
            return
        for line, what, ours, theirs in differences(shown, row, article.body, self._beside_it(row)):
            said, right = differing(ours, theirs)
            self.report(Kind.WORDS, line, f"{what} {row.anchor} says {said} where the article says {right}", article.id)
        if shown.how:
            self._source(shown.how, row, article)

    def _beside_it(self, row: Row) -> list[Row]:
        """On the page of a voice, what else of it a sentence shows: of the same sentences, in marks or not alike."""
        near = self.recorded.near(row) if self.voice else ()
        return [other for other in near if other is not row and row.context.covers(other.context)]

    def _source(self, how: Block, row: Row, article: Article) -> None:
        """The line below a quotation: its article, its cue, its kind, the article's words for its speaker."""
        self._outer(how, [article])
        self._mark(how, row)
        for text, page, place in self._inner(how):
            key, right = self._article(page), citations(article, self.words)
            if page == self.page:
                if place != row.anchor:
                    self.report(Kind.RECORD, how.line, f"the quotation {row.anchor} links to #{place} as itself")
            elif key and (text not in right or place not in ("", row.anchor)):
                what = f"the source of {row.anchor} is called “{text}” where it is “{right[0]}”"
                self.report(Kind.SOURCE, how.line, what)
        printed = how.within("bf-printed")
        phrase = folded(row.speaker.of(article.body)) if row.speaker else ""
        if printed and printed != phrase:
            what = f"calls its speaker “{printed}” where the article prints “{phrase}”"
            self.report(Kind.SPEAKER, how.line, f"the quotation {row.anchor} {what}")
        cue = folded(row.cue.of(article.body)) if row.cue else ""
        rest = (
            unlinked(how, "bf-printed", "bf-corrected")
            .replace(dated(article.published, self.words), "")
            .replace(cue, "", 1)
        )
        if _DIGITS.search(rest):
            self.report(Kind.SOURCE, how.line, f"the quotation {row.anchor} is dated otherwise than its article")
        elif strange := self.loose.strange(rest):
            what = f"the quotation {row.anchor} is introduced by “{strange}” where the article has “{cue}”"
            self.report(Kind.WORDS, how.line, what)
        elif not any(page != self.page and self._article(page) for _, page, _ in self._inner(how)):
            self._kind(how, row, rest)

    def _kind(self, how: Block, row: Row, said: str) -> None:
        """Where no source is named, the line says of what kind the quotation is."""
        right = folded(self.words[row.kind.value])
        if not re.search(rf"(?<!\w){re.escape(right)}(?!\w)", said):
            self.report(Kind.RECORD, how.line, f"the quotation {row.anchor} is not called {right}, as it is recorded")

    def _mark(self, block: Block, row: Row) -> None:
        """What the page says an editor changed of the quotation must be what is recorded, and all of it."""
        marks = self.recorded.articles[row.article].corrected
        right, said = expected(marks, row.span, self.words), block.within("bf-corrected")
        if said != right:
            what = f"the quotation {row.anchor} is marked “{said}” where it is “{right}”"
            self.report(Kind.RECORD, block.line, what)

    def _speakers(self, found: list[tuple[Shown, Row]]) -> None:
        """Each line that names a speaker must name that of its quotation, and of every one below it."""
        below: dict[int, list[Row]] = defaultdict(list)
        for shown, row in found:
            if row.article not in self.recorded.standing:
                continue
            self._own_voice(shown, row)
            by = next((block for block in shown.pieces if block.within("bf-by")), None)
            if by:
                self._mark(by, row)
                self._named(by, by.within("bf-by"), row, self._roles_beside(row))
            elif shown.heading:
                below[id(shown.heading)].append(row)
            elif not self.voice and self.ours:
                self.report(Kind.SPEAKER, shown.line, f"the quotation {row.anchor} names no speaker")
        for block in self.seen.blocks if self.ours else ():
            if "bf-speaker" in block.names:
                self._heading(block, below[id(block)])

    def _heading(self, heading: Block, rows: list[Row]) -> None:
        role = next((row.role for row in rows if row.role), None)
        if not rows:
            self._loose(heading, heading.text)
        all(self._named(heading, heading.text, row, [role]) for row in rows)

    def _roles_beside(self, row: Row) -> list[str | None]:
        """Beside a quotation, the role may be one that is printed with another of the same voice."""
        return list(dict.fromkeys((None, row.role, *self.recorded.printed_roles(row))))

    def _named(self, block: Block, text: str, row: Row, roles: list[str | None]) -> bool:
        article = self.recorded.standing[row.article]
        right = [speaker(row, role, article, self.words) for role in roles]
        if text not in right:
            what = f"the quotation {row.anchor} is given to “{text}” where “{right[-1]}” is recorded"
            self.report(Kind.SPEAKER, block.line, what)
            return False
        page = next((page for _, page, _ in self._inner(block) if is_at(page, "voice")), None)
        if page != (key_of(row.voice_page) if row.voice_page else None):
            what = f"links to {f'{page}.md' if page else 'no page'} where {row.voice_page or 'none'} is recorded"
            self.report(Kind.SPEAKER, block.line, f"the speaker of {row.anchor} {what}")
            return False
        return True

    def _own_voice(self, shown: Shown, row: Row) -> None:
        if self.voice and shown.section == "answered" and shown.heading:
            self._of_voice(shown, row, self.voice)
        elif self.voice and row.voice_page != self.voice.page:
            right = f"“{row.voice}”" if row.voice else "no voice"
            what = f"the quotation {row.anchor} is by {right}, whose page is another"
            self.report(Kind.SPEAKER, shown.line, what)

    def _of_voice(self, shown: Shown, row: Row, voice: VoiceRow) -> None:
        """What others say of a voice must be theirs, and its name must stand in their words."""
        said = " ".join(span.of(self.recorded.standing[row.article].body) for span in row.fragments)
        forms = [form for form, articles in voice.spellings if row.article in articles]
        if row.voice_page == voice.page or not any(name in said for form in forms for name in (form, form.split()[-1])):
            what = f"the quotation {row.anchor} is none in which somebody else names “{voice.name}”"
            self.report(Kind.SPEAKER, shown.line, what)
