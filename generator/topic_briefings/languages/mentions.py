"""Words in marks that nobody says: a word that is spoken of, the name of a work, what a sign reads.

"The word “leak” was struck" speaks of a word, "said “A Long Net” took nine years" names a film, and a banner that reads
“Welcome” is no speaker. Linguists call the first two mention, as against use (Quine, "Mathematical Logic", 1940).
The words that tell them are closed classes of a language, in its ``mentions.tsv``.
"""

from __future__ import annotations

from functools import cached_property

from topic_briefings.languages.claim import Frame, Range, Scene
from topic_briefings.tables import Tables

_FINITE = frozenset("VDvpxHB")
"""Letters of the verb after a name that is the subject of its clause."""
_BACK = 8
"""Words before the marks in which a sign and what it does are looked for."""
_SOMEBODY = frozenset("Nuh.|;Qq")
"""Letters of who says it, by a sign or not, and of where the phrase with the sign ends."""
_STOPS = frozenset(".!?…,")
_LEAST_NAME = 2
_LONGEST_NAME = 8
"""Words and marks of a name that stands before a noun."""
_DUBBED = 4
"""Words between a "what" and the participle of what it is called."""


class Mentions:
    """Tells words that are mentioned from words that are said, by the table ``mentions.tsv`` of a language.

    Classes: ``word`` (a kind of word or phrase), ``longer`` (those before longer ones too), ``work``,
    ``named`` (a participle right before a name), ``called`` (one only in the passive), ``what`` (a pronoun of what is
    called so), ``socalled``, ``crowd`` (what many cry at once), ``made`` (what is done with a work), ``means``,
    ``after`` (a kind of words right behind them), ``inscribed`` (a thing with words on it), ``reads`` (what it does),
    ``share`` (a part of those asked), ``entitled`` (a participle that only a name follows), ``heading`` (what heads a
    piece, in capitals: "VIDEO:").
    """

    def __init__(self, tables: Tables, *, capitals: bool) -> None:
        self._tables = tables
        self._capitals = capitals

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        kinds = (
            *("word", "longer", "work", "named", "called", "what", "socalled", "crowd", "made"),
            *("means", "after", "inscribed", "reads", "share", "entitled", "heading"),
        )
        return {kind: self._tables.classes("mentions", kind) for kind in kinds}

    def mentioned(self, scene: Scene, frame: Frame, place: Range, opening: str, *, title: bool, whole: bool) -> bool:
        """Whether the marked words at ``place`` are mentioned only.

        ``opening`` is their first character, ``title`` whether they are printed as a work's title is, ``whole`` whether
        they end as a sentence does.
        """
        first, last = place
        at = first - 1 - (scene.tags[first - 1 : first] == ",")
        if at < frame.first:
            return False
        before, words = scene.tokens[at].lower(), self._words
        short, capital = scene.tags[first] == "q", opening.isupper()
        headed = before == ":" and self.heads(" ".join(scene.tokens[frame.first : at]))  # "READ MORE: “…”"
        if (
            headed
            or before in words["socalled"]
            or self._is_cried(scene, at)
            or (short and scene.tokens[last : last + 1] and self._means(scene, last))
        ):
            return True
        shown = title and self._capitals and scene.tags[first - 1] == "i"  # "on “The Hour,” Lund asked"
        if shown or (before in words["entitled"] and capital):
            return True
        if before in words["means"] and scene.tags[at - 1] == "w":
            return True  # "which means “…”"
        if before in words["word"] and (short or title or before in words["longer"]):
            return True
        if last < frame.last and scene.tokens[last].lower() in words["after"]:
            return True
        if self._is_dubbed(scene, at, short=short) or (capital and self._is_titled(scene, at, last)):
            return True
        if capital and (title or not whole) and (before in words["work"] or before in words["named"]):
            return True
        if capital and before in words["called"] and at > frame.first and scene.tags[at - 1] in "nuBr,N":
            return title or (short and scene.tags[at - 1] != "N")
        return self._is_name(scene, frame, place, title=title, capital=capital, whole=whole) or self._on_a_sign(
            scene, frame, first
        )

    def _is_cried(self, scene: Scene, at: int) -> bool:
        """Whether the words behind the word ``at`` are many people's: "to chants of “…”", "the caustic chant “…”"."""
        crowd = self._words["crowd"]
        if scene.tokens[at].lower() == "of":
            return scene.tokens[at - 1].lower() in crowd
        told = scene.tags[at - 1] in "ad" or (scene.tags[at - 2] == "d" and scene.tokens[at].lower() == "chant")
        return told and scene.tokens[at].lower() in crowd

    def _is_dubbed(self, scene: Scene, at: int, *, short: bool) -> bool:
        """Whether the words behind the word ``at`` are what somebody or something is called in the passive."""
        called, what = self._words["called"], self._words["what"]
        if scene.tags[at] == "d":  # "was dubbed the “long wait”"
            return short and scene.tags[at - 2] == "B" and scene.tokens[at - 1].lower() in called
        dubbed = scene.tokens[at].lower() in called and scene.tags[at - 1] == "B"
        return dubbed and not what.isdisjoint(scene.tokens[max(0, at - _DUBBED) : at])  # "what has been dubbed “…”"

    def _is_titled(self, scene: Scene, at: int, last: int) -> bool:
        """Whether marked words without a stop are the title of a work right before a colon: "is her book: “…”"."""
        if scene.tokens[at] != ":" or scene.tokens[last - 2] in _STOPS:
            return False
        return scene.tokens[at - 1].lower() in self._words["work"] and "B" in scene.tags[max(0, at - _BACK) : at]

    def heads(self, label: str) -> bool:
        """Whether a label as printed begins as what heads a piece does, and names nobody: "VIDEO", "READ MORE"."""
        return label.isupper() and label.split(" ", 1)[0].lower() in self._words["heading"]

    def polled(self, scene: Scene, speaker: Range | None) -> bool:
        """Whether a speaker is a part of those whom a poll asked, so that the marked words are its question's."""
        share = self._words["share"]
        return speaker is not None and any(token.lower() in share for token in scene.tokens[slice(*speaker)])

    def _means(self, scene: Scene, last: int) -> bool:
        return scene.tokens[last].lower() in self._words["means"]

    def _is_name(self, scene: Scene, frame: Frame, place: Range, *, title: bool, capital: bool, whole: bool) -> bool:
        """Whether the marks hold a name: in somebody's own, subject of its clause, or what somebody wrote or sang."""
        first, last = place
        if title and not whole and scene.tags[first - 1] == "N" and scene.tags[last : last + 1] == "N":
            return True  # "Frank “Bring Them Home” Lund"
        modifies = scene.tags[first - 1] in "da" and scene.tags[last : last + 1] in ("n", "a", "u")
        if self._capitals and capital and not whole and modifies and last - first <= _LONGEST_NAME:
            return True  # "a single-payer “Medicare for all” system"
        named = title if self._capitals else capital and not whole and last - first > _LEAST_NAME + 1
        if not named or first == frame.first or scene.tags[first - 1] == ":":
            return False
        if self._capitals and scene.tags[first - 1] in ",-":
            return False
        if scene.tokens[first - 1].lower() in self._words["made"] and (title or not whole):
            return True
        if whole:
            return False
        return scene.tags[last : last + 1] in _FINITE

    def _on_a_sign(self, scene: Scene, frame: Frame, first: int) -> bool:
        """Whether a thing with words on it stands before the marks, and there what it does: "a sign that read"."""
        reads, inscribed = self._words["reads"], self._words["inscribed"]
        start = max(frame.first, first - _BACK)
        words = [at for at in range(start, first) if scene.tags[at] not in ",:"]
        if not words or scene.tokens[words[-1]].lower() not in reads | inscribed:
            return False
        for at in reversed(words):
            if scene.tokens[at].lower() in inscribed:
                return True
            if scene.tags[at] in _SOMEBODY:
                return False
        return False
