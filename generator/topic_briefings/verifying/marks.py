"""What a page says that an editor changed, beside its quotations: all of it is recorded, and all recorded is said."""

from __future__ import annotations

from topic_briefings.models import Corrected
from topic_briefings.verifying.here import Here
from topic_briefings.verifying.markup import Block
from topic_briefings.verifying.problems import Kind, folded


class Marks(Here):
    """The marks of an editor, and the notice of an article that was taken back."""

    def _corrected(self, block: Block) -> None:
        """One block that is no part of a quotation."""
        said = block.within("bf-corrected")
        if "bf-reason" in {name for run in block.runs for name in run.within}:
            self._withdrawn(block)
        elif said and self.section != "corrected" and said not in self._right():
            self.report(Kind.RECORD, block.line, f"“{said}” is nothing that is recorded of an editor")
        role = block.within("bf-role") if self.voice and block.tag == "li" else ""
        if role and self.voice and role not in (folded(self.voice.role or ""), *map(folded, self.voice.roles)):
            self.report(
                Kind.SPEAKER, block.line, f"“{self.voice.name}” is called “{role}”, a role that is not recorded"
            )

    def _right(self) -> list[str]:
        """What pages about the same may say, in the order of the file."""
        return list(dict.fromkeys(folded(self.words.corrected(mark)) for mark in self._recorded()))

    def _recorded(self) -> tuple[Corrected, ...]:
        if self.own and self.own in self.recorded.articles:
            return self.recorded.articles[self.own].corrected
        if self.voice:
            return self.voice.corrected
        story = self.recorded.stories.get(f"{self.page}.md")
        return story.corrected if story and story.page == f"{self.page}.md" else ()

    def _marks(self) -> None:
        """The page of an article, a voice or a story must say all that was changed."""
        if self.gone or self.number:
            return
        blocks = [block for block in self.seen.blocks if block.within("bf-corrected")]
        if self.own:
            blocks = [block for block in blocks if self._listed_as_corrected(block)]
        elif not self.voice and not self._recorded():
            return
        said = [block.within("bf-corrected") for block in blocks if "bf-how" not in block.names]
        if said[: len(self._right())] != self._right():
            what = f"the page says “{' · '.join(said)}” of an editor where “{' · '.join(self._right())}” is recorded"
            self.report(Kind.RECORD, None, what)

    def _listed_as_corrected(self, block: Block) -> bool:
        """Whether the block is nothing but a mark, as in the list of what was changed."""
        return block.tag == "li" and not block.said("bf-corrected")

    def _withdrawn(self, block: Block) -> None:
        """The page of an article that was taken back gives the reason that the editor gave."""
        for key, (headline, reason, date) in self.known.editor.withdrawn.items():
            mark = folded(self.words.corrected(Corrected(kind="withdraw", date=date)))
            said = (self.title_text(), block.within("bf-reason"), block.within("bf-corrected"))
            if said == (folded(headline), folded(reason), mark):
                self.known.told.add(key)
                return
        self.report(Kind.RECORD, block.line, f"“{block.within('bf-reason')}” is no reason that the editor gave")
