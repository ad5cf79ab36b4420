"""An article's words with its quotation marks drawn in: what the rules of attribution read."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from topic_briefings.languages.language import Attribution, RoleOf
from topic_briefings.models import Span
from topic_briefings.text.dashes import outermost, spoken
from topic_briefings.text.document import Document
from topic_briefings.text.marks import Stretch, stretches

SHORT = 3
"""Words up to which a stretch without end punctuation may be a name, a title or a word held at arm's length."""
_LONGEST_TITLE = 120
_TITLE = re.compile(
    r"(?:[A-Z0-9][\w.'’&-]*[,!?]?|[A-Z0-9][\w'’-]*!?:)"
    r"(?: (?:['‘’]?[A-Z0-9][\w.'’&-]*[:,]?|a|an|the|is|and|or|nor|of|for|in|on|at|to|with|from|by|as|vs\.?))*"
    r" [A-Z0-9][\w'’&-]*[,!?.]?"
)
"""Words that all begin with a capital, but for the small ones inside."""
_FOREIGN = re.compile(
    r"[A-ZÄÖÜ][\w.'’&-]*(?: (?:[A-ZÄÖÜ0-9][\w.'’&-]*|of|the|and|for|de|la|du|di|del))* [A-ZÄÖÜ0-9][\w'’&-]*"
)
"""Nothing but capitals, where two words or three would have small ones: "Port of Koper"."""
_ONE = re.compile(r"[A-Z][\w'’-]*,?")
_OWNED = frozenset("fs")
"""Letters right before the name of a work: "author of", "television's"."""
_FRAME = re.compile(r"[^.|]*[.|]|[^.|]+")
_ASKED = re.compile(r"(?:h|[dnNumjas]{1,8})(?:,[^,.Q|]{1,40},)?[rxH]*[VDYE]")
_DASHES = frozenset("—–―-")
_STOP = re.compile(r"\.")
_HYPHEN = re.compile(r"(?<=N)-(?=[Nn])")
_INTRODUCED = re.compile(r":$|[VDG][oNit]{0,4}l?,$")
_ENDS = frozenset(".?!")


def _stretches(document: Document) -> list[Stretch]:
    """What stands in marks or behind dashes, in order."""
    marked = stretches(document.body, document.paragraphs)
    talk = spoken(document.body, document.paragraphs, document.language.code)
    return sorted([*outermost(marked, talk), *(stretch for said in talk for stretch in said)])


class Quoted(NamedTuple):
    """A stretch in quotation marks with the numbers of its words, marks included."""

    stretch: Stretch
    first: int
    last: int
    short: bool
    """A few words without end punctuation."""
    complete: bool
    """Ends like a sentence, or with the comma that stands for its full stop."""
    one: bool
    """A single word with a capital and no more than a comma: "“Scandal,”"."""
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


_REPORTED = re.compile(r",(?:[VD][duaj]*(?:N+|h)|(?:[duaj]*N+|h)[VD])[,.|]")
"""What the writer puts between two parts of what somebody said."""


_WRITERS = re.compile(r"(?<!u)\.(?:(?:u[.j]?|a)*N+[VD]|h[VD](?=T))")
"""The end of a sentence, and who says something in the next: ". Mr. Lund said", ". He said that"."""


class Scene:
    """The words of a document with its quoted stretches and its frames, read as ``attribution`` says."""

    def __init__(self, document: Document, attribution: Attribution) -> None:
        self.document = document
        self.attribution = attribution
        self.body = document.body
        self.words = document.words
        self.tokens = self.words.tokens
        self.span = self.words.span
        self._titles = frozenset(title.rstrip(".") for title in document.language.dotted_titles())
        drawn = (self._quoted(self._up_to_writer(stretch)) for stretch in _stretches(document))
        self.quoted = tuple(quoted for quoted in drawn if not self._is_unclosed(quoted))
        self._works = [quoted for quoted in self.quoted if self._is_work(quoted)]
        if self._works:
            self.quoted = tuple(quoted for quoted in self.quoted if quoted not in self._works)
        self._ends = {bisect_left(self.words.starts, sentence.end) - 1 for sentence in document.sentences}
        self.tags = self._tags()
        self.frames = tuple(self._frames())
        self.starts = [frame.first for frame in self.frames]
        """The first word of each frame."""

    @cached_property
    def role_of(self) -> RoleOf | None:
        """Finds the role that the text prints beside a name; None where the language reads no more than titles."""
        return self.attribution.roles(self) if self.attribution.roles else None

    def frame_of(self, at: int) -> int:
        """The number of the frame in which the word ``at`` stands."""
        return bisect_right(self.starts, at) - 1

    def told_before(self, at: int) -> int:
        """The number of the sentence before that of the word ``at``, past such as are nothing but marked words."""
        frame = self.frame_of(at) - 1
        while frame > 0 and self.is_marked(frame):
            frame -= 1
        return frame

    def is_marked(self, number: int) -> bool:
        """Whether the sentence of that number is nothing but marked words, or the end of a paragraph."""
        frame = self.frames[number]
        return not self.tags[frame.first : frame.last].strip("Q.|")

    def _quoted(self, stretch: Stretch) -> Quoted:
        first, last = self.words.around(stretch.outer.start), self.words.at(stretch.outer.end)
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
        talk = self.body[stretch.outer.start] in _DASHES
        if talk or (short and opens and outside == "," and inner[:1].isupper()):
            short = False
        complete = talk or final in ".,?!…—-" or (outside in (",", ".") and inner[:1].isupper())
        return Quoted(
            stretch=stretch,
            first=first,
            last=max(last, first + 1),
            short=short,
            complete=complete,
            one=self.attribution.title_case and _ONE.fullmatch(inner) is not None,
            title=self._is_title(inner),
        )

    def _up_to_writer(self, stretch: Stretch) -> Stretch:
        """``stretch``, which seems to go on in the next paragraph, up to a sentence that says who said something.

        Nobody speaks of himself so: "“It holds. Mr. Lund said it was new." lacks a mark behind its first sentence.
        """
        if not stretch.continues:
            return stretch
        words = self.words
        first, last = words.around(stretch.outer.start), words.at(stretch.outer.end)
        for found in _WRITERS.finditer(words.tags, first, last):
            if words.tokens[found.end() - 1].lower() in self.attribution.plain:
                end = words.ends[found.start()]
                return stretch._replace(outer=Span(stretch.outer.start, end), inner=Span(stretch.inner.start, end))
        return stretch

    def _is_unclosed(self, quoted: Quoted) -> bool:
        """Whether what seems to go on in the next paragraph lacks its closing mark: "“It holds, said Lund"."""
        return quoted.stretch.continues and _REPORTED.search(self.words.tags, quoted.first, quoted.last) is not None

    def _is_title(self, inner: str) -> bool:
        """Whether words are printed as a title or a name of several words is; capitals throughout do not tell."""
        if len(inner) >= _LONGEST_TITLE or inner.isupper():
            return False
        if self.attribution.title_case:
            return _TITLE.fullmatch(inner) is not None
        return inner.count(" ") < SHORT and _FOREIGN.fullmatch(inner) is not None

    def _is_work(self, quoted: Quoted) -> bool:
        """Whether marked words only name something: "author of “A Long Net,” said", "die Bewegung „Freie Fahrt“"."""
        if not quoted.first:
            return False
        if self.attribution.title_case:
            at = quoted.first - 1 - (self.words.tags[quoted.first - 1] == "d")
            return (quoted.title or quoted.one) and self.words.tags[at] in _OWNED
        inner = quoted.stretch.inner.of(self.body).strip()
        before = self.attribution.reference.role_of(self.tokens[quoted.first - 1].lower())
        return before == "body" and inner[:1].isupper() and inner[-1:] not in _ENDS

    def _tags(self) -> str:
        tags = list(self.words.tags)
        self._end_sentences(tags)
        self._join_names(tags)
        for work in self._works:
            tags[work.first : work.last] = "N" * (work.last - work.first)
            if self.tokens[work.last - 2 : work.last - 1] == [","]:
                tags[work.last - 1] = ","
        for quoted in self.quoted:
            letter = "q" if quoted.short else "Q"
            tags[quoted.first : quoted.last] = letter * (quoted.last - quoted.first)
            if quoted.first and tags[quoted.first - 1] == "j" and self._full_stop(quoted.first - 1):
                tags[quoted.first - 1] = "."
        for quoted in self.quoted:
            if self._ends_frame(quoted, tags):
                tags[quoted.last - 1] = "."
        return self.attribution.settled(self.tokens, "".join(tags))

    def _full_stop(self, at: int) -> bool:
        """Whether the stop at ``at``, right before a quotation, ends a sentence and no title."""
        return self.tokens[at] in _ENDS and self.tokens[at - 1] not in self._titles

    def _end_sentences(self, tags: list[str]) -> None:
        """Keep full stops only where a sentence ends; the others belong to abbreviations."""
        tokens, ends = self.tokens, self._ends
        for match in _STOP.finditer(self.words.tags):
            at = match.start()
            if at not in ends or (tokens[at - 1] in self._titles and not tokens[at - 2][:1].isdigit()):
                tags[at] = "j"
        for at in ends:
            if tags[at] in ')"':
                tags[at] = "."

    def _join_names(self, tags: list[str]) -> None:
        """Take the hyphen or the short dash inside a name for no dash: "U.S.-Mexico", "New Tide–United Tarn"."""
        starts, ends = self.words.starts, self.words.ends
        for match in _HYPHEN.finditer(self.words.tags):
            at = match.start()
            if starts[at] == ends[at - 1] and starts[at + 1] == ends[at] and self.tokens[at] in ("-", "–"):
                tags[at] = "j"

    def _ends_frame(self, quoted: Quoted, tags: list[str]) -> bool:
        """Whether the sentence ends with the quoted stretch."""
        inner = quoted.stretch.inner.of(self.body).rstrip()
        if inner[-1:] not in _ENDS or quoted.last >= len(tags):
            return False
        following = self.tokens[quoted.last]
        if tags[quoted.last] in "Q|":
            return True
        if not following[0].isupper():
            return False
        if tags[quoted.last] == "h" and following != "I":
            return True  # "…?" He left: a pronoun of the same sentence has a small letter
        if _INTRODUCED.search("".join(tags[max(0, quoted.first - 8) : quoted.first])):
            return True  # Lee asked, "…?" Kim left: the words have their speaker already
        return inner[-1] == "." or not _ASKED.match("".join(tags[quoted.last : quoted.last + 50]))

    def _sentences(self) -> Iterator[tuple[int, int]]:
        """The words of each sentence; one may end with an abbreviation that has its own stop: "in the U.S. | He"."""
        silent = sorted(end + 1 for end in self._ends if self.tokens[end][-1:] == "." and self.tags[end] not in ".jQq")
        at = 0
        for match in _FRAME.finditer(self.tags):
            first, last = match.span()
            while at < len(silent) and silent[at] < last:
                if silent[at] > first:
                    yield first, silent[at]
                    first = silent[at]
                at += 1
            yield first, last

    def _frames(self) -> list[Frame]:
        tags, drawn = self.tags, self.quoted
        found, number, begun, paragraph = [], 0, 0, 0
        cues = [match.start() for match in self.attribution.cues.finditer(tags)]
        for first, last in self._sentences():
            inside = []
            while number < len(drawn) and drawn[number].first < last:
                inside.append(drawn[number])
                number += 1
            done = bisect_left(cues, last, begun)
            found.append(Frame(first, last, tuple(inside), cues[begun:done], paragraph))
            begun = done
            paragraph += tags[last - 1] == "|"
        return found
