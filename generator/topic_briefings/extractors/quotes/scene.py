"""An article's words with its quotation marks drawn in: what the rules of attribution read."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from topic_briefings.extractors.quotes.grammar import CUE, GERMAN_CUE
from topic_briefings.text.document import Document
from topic_briefings.text.marks import Stretch, stretches
from topic_briefings.text.names import given_name
from topic_briefings.text.words import Words, foreign_word_set, settle, spoken, titles, verb_letter

SHORT = 3
"""Words up to which a stretch without end punctuation may be a name, a title or a word held at arm's length."""
_LONGEST_TITLE = 120
_TITLE = re.compile(
    r"(?:[A-Z0-9][\w.'’&-]*|[A-Z][\w'’-]*:)"
    r"(?: (?:[A-Z0-9][\w.'’&-]*:?|a|an|the|and|or|nor|of|for|in|on|at|to|with|from|by|as|vs\.?))* [A-Z0-9][\w'’&-]*"
    r"[,!?]?"
)
"""Words that all begin with a capital, but for the small ones inside."""
_FRAME = re.compile(r"[^.|]*[.|]|[^.|]+")
_ASKED = re.compile(r"(?:h|[dnNumjas]{1,8})(?:,[^,.Q|]{1,40},)?[rxH]*[VDYE]")
_GENITIVE = re.compile(r"(?<=[N)])d(?=a*N)")
"""A German article right after a noun: "der Sprecher der Polizei"."""
_PARTICLES = re.compile(r"(?<=N)[Nfia]d?(?=N)")
"""What may stand between a given name and the rest: "von der"."""
_SO = re.compile(r"(?:(?<=Q)|(?<=[Q.N],)|(?<=[a-z],))r(?=d?a*N|h)")
_STOP = re.compile(r"\.")
_OPENING = re.compile(r"N(?<![^.|]N)")
_MODAL_NAME = re.compile(r"[xli](?=N)(?:(?<=[li])|(?<=[^.|]x))")
_NAME_BESIDE = re.compile(r"Q[xilzcbr](?=[VD])")
"""Will, May, From: in capitals between a quotation and its verb they are names."""
_INTRODUCED = re.compile(r":$|[VDG][oNi]{0,3}l?,$")
_COMPLEMENT = frozenset("idtzhTo")
_NAMESAKES = frozenset(("Will", "May", "April", "June", "August", "Jan", "Per"))
_ENDS = frozenset(".?!")


class Quoted(NamedTuple):
    """A stretch in quotation marks with the numbers of its words, marks included."""

    stretch: Stretch
    first: int
    last: int
    short: bool
    """A few words without end punctuation."""
    complete: bool
    """Ends like a sentence, or with the comma that stands for its full stop."""
    title: bool
    """Printed as the title of a work is: "The Late Show", "A Time for Change"."""


class Frame(NamedTuple):
    """A sentence in which each quoted stretch counts as one thing, so no stretch is cut."""

    first: int
    last: int
    quoted: tuple[Quoted, ...]
    cues: Sequence[int]
    """Words that may report."""
    paragraph: int


class Scene:
    """The words of a document with its quoted stretches and its frames."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.body = document.body
        self.language = spoken(document.language)
        self.words = Words(document.body, self.language)
        self.span = self.words.span
        self._titles = titles()
        self.quoted = tuple(self._quoted(s) for s in stretches(document.body, document.paragraphs))
        self.tags = self._tags()
        self.frames = tuple(self._frames())

    def _quoted(self, stretch: Stretch) -> Quoted:
        first, last = self.words.at(stretch.outer.start), self.words.at(stretch.outer.end)
        inner = stretch.inner.of(self.body).rstrip()
        final = inner[-1:]
        short = inner.count(" ") < SHORT and final not in ".,?!…—" and not stretch.continues
        # German and British print put the comma outside the marks.
        outside = self.body[stretch.outer.end : stretch.outer.end + 1]
        opens = self.body[max(0, stretch.outer.start - 3) : stretch.outer.start].rstrip(" ")[-1:] in (
            "",
            "\n",
            ".",
            "!",
            "?",
        )
        if short and opens and outside == "," and inner[:1].isupper():
            short = False
        complete = final in ".,?!…—-" or (outside in (",", ".") and inner[:1].isupper())
        return Quoted(
            stretch=stretch,
            first=first,
            last=max(last, first + 1),
            short=short,
            complete=complete,
            title=self._is_title(inner),
        )

    def _is_title(self, inner: str) -> bool:
        """Whether words are printed as a title is; German does not tell, nor do capitals throughout."""
        if self.language == "de" or len(inner) >= _LONGEST_TITLE or inner.isupper():
            return False
        return _TITLE.fullmatch(inner) is not None

    def _tags(self) -> str:
        tags = list(self.words.tags)
        self._end_sentences(tags)
        for quoted in self.quoted:
            letter = "q" if quoted.short else "Q"
            tags[quoted.first : quoted.last] = letter * (quoted.last - quoted.first)
            if quoted.first and tags[quoted.first - 1] == "j" and self._full_stop(quoted.first - 1):
                tags[quoted.first - 1] = "."
        for quoted in self.quoted:
            if self._ends_frame(quoted, tags):
                tags[quoted.last - 1] = "."
        if self.language == "de":
            return self._german("".join(tags))
        self._open_sentences(tags)
        return settle("".join(tags))

    def _german(self, tags: str) -> str:
        """A genitive after a noun counts as "of", and "so" between a quotation and a name reports.

        "von der" after a given name belongs to the name.
        """
        tokens, particles = self.words.tokens, foreign_word_set("de", "particle")
        tags = _PARTICLES.sub(
            lambda match: (
                "N" * len(match[0])
                if tokens[match.start()] in particles and given_name(tokens[match.start() - 1])
                else match[0]
            ),
            tags,
        )
        tags = _GENITIVE.sub(lambda match: "f" if tokens[match.start()].endswith("er") else "d", tags)
        return _SO.sub(lambda match: "V" if tokens[match.start()] == "so" else "r", tags)

    def _open_sentences(self, tags: list[str]) -> None:
        """A capital at the beginning of a sentence is no sign of a name: "Speaking to voters", "Asked whether"."""
        tokens = self.words.tokens
        line = "".join(tags)
        for match in _OPENING.finditer(line):
            at = match.end() - 1
            letter = "A" if tokens[at] == "According" else verb_letter(tokens[at])
            if letter in "AGDP" or (letter in "gp" and line[at + 1 : at + 2] in _COMPLEMENT):
                tags[at] = letter
        for match in _MODAL_NAME.finditer(line):
            if tokens[match.end() - 1] in _NAMESAKES:
                tags[match.end() - 1] = "N"
        for match in _NAME_BESIDE.finditer(line):
            if tokens[match.end() - 1].istitle():
                tags[match.end() - 1] = "N"

    def _full_stop(self, at: int) -> bool:
        """Whether the stop at ``at``, right before a quotation, ends a sentence and no title."""
        return self.words.tokens[at] in _ENDS and self.words.tokens[at - 1] not in titles()

    def _end_sentences(self, tags: list[str]) -> None:
        """Keep full stops only where a sentence ends; the others belong to abbreviations."""
        starts, tokens = self.words.starts, self.words.tokens
        ends = {bisect_left(starts, sentence.end) - 1 for sentence in self.document.sentences}
        for match in _STOP.finditer(self.words.tags):
            at = match.start()
            if at not in ends or tokens[at - 1] in self._titles:
                tags[at] = "j"
        for at in ends:
            if tags[at] in ')"':
                tags[at] = "."

    def _ends_frame(self, quoted: Quoted, tags: list[str]) -> bool:
        """Whether the sentence ends with the quoted stretch."""
        inner = quoted.stretch.inner.of(self.body).rstrip()
        if inner[-1:] not in _ENDS or quoted.last >= len(tags):
            return False
        following = self.words.tokens[quoted.last]
        if tags[quoted.last] in "Q|":
            return True
        if not following[0].isupper():
            return False
        if tags[quoted.last] == "h" and following != "I":
            return True  # "…?" He left: a pronoun of the same sentence has a small letter
        if _INTRODUCED.search("".join(tags[max(0, quoted.first - 8) : quoted.first])):
            return True  # Lee asked, "…?" Kim left: the words have their speaker already
        return inner[-1] == "." or not _ASKED.match("".join(tags[quoted.last : quoted.last + 50]))

    def _frames(self) -> list[Frame]:
        tags, drawn = self.tags, self.quoted
        found, number, begun, paragraph = [], 0, 0, 0
        cue = GERMAN_CUE if self.language == "de" else CUE
        cues = [match.start() for match in cue.finditer(tags)]
        for match in _FRAME.finditer(tags):
            first, last = match.span()
            inside = []
            while number < len(drawn) and drawn[number].first < last:
                inside.append(drawn[number])
                number += 1
            done = bisect_left(cues, last, begun)
            found.append(Frame(first, last, tuple(inside), cues[begun:done], paragraph))
            begun = done
            paragraph += tags[last - 1] == "|"
        return found
