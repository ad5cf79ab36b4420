"""What a speaker's phrase is about: its names, its noun, whose it is, and whom it calls by a role."""

from __future__ import annotations

import re

from topic_briefings.extractors.quotes.cast import Cast, Figure
from topic_briefings.extractors.quotes.descriptions import Descriptions, is_age
from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.languages.claim import Range
from topic_briefings.languages.names import Name
from topic_briefings.models import SpeakerKind

_HEAD = re.compile(r"[^fitwQ,(:c-]*")
_DESCRIBING = frozenset("fitpPgGD")
"""Letters with which a description begins."""
_OFFICE_ENDS = re.compile(r"[Nu],$|[Nu]jc[aNu]*$")
"""What stands between an office and its holder: a comma, or another office behind an "and"."""
_HEAD_OF = re.compile(r"(?:[aNu]+s)?[aN]*uf([anyYuS]+)")
"""A title with "of" that has no article, right before a name: "Tarn's head of | research", "secretary of | state"."""
_TITLE_OF = re.compile(r"i?a*[uN]+(?:[fi]d?[nNau]+(?:c[nNau]+)*)+")
"""A title in capitals, "of" or "for" and what it is the title of, right before a name."""
_DESCRIBES = re.compile(r"s|[aY]*[nu]|y+[nu]+[N,]|[Yy]+$|a+N|cN+[nu]$")
"""What follows a name that only describes: "Lund's", "Republican candidate Lund", "US phone firm Lund", "Department for
Trade | and Skills source"."""
_OF_A_BODY = re.compile(r"dN+[fi]d?N+(?:cN+)*u")
"""Somebody behind the name of the body that he is of: "a Department for Trade and Skills source"."""
_AND_OFFICE = re.compile(r"c[aN]+u(?=N)")
"""What follows the first of an office's two fields: "Economic | and Fiscal Policy Minister | Ana Lund"."""


class Phrases:
    """Reads the phrases of one article that name or describe somebody."""

    def __init__(self, scene: Scene, cast: Cast) -> None:
        self._scene = scene
        self._cast = cast
        self._reference = scene.attribution.reference
        self.descriptions = Descriptions(scene, cast)

    def heads(self, phrase: Range) -> list[Name]:
        """The names that are what the phrase is about, not part of a description of it."""
        tags = self._scene.tags
        heads: list[Name] = []
        for name in self._cast.names_in(*phrase):
            before = tags[phrase[0] : name.first]
            if _DESCRIBES.match(tags, name.last, phrase[1]) or (_inside(before) and not self._is_title(phrase, name)):
                continue
            if self._is_field(name, phrase[1]) or (before and self._is_of_an_age(name)):
                continue
            if before.endswith(",") and self._is_employer(phrase[0], name):
                continue
            if heads and (self._is_office(heads[-1]) or self._is_owner(heads[-1])) and _OFFICE_ENDS.search(before):
                heads.pop()
            elif heads and not before.rstrip("ujdamn").endswith("c"):
                continue
            heads.append(name)
        return heads

    def _is_field(self, name: Name, last: int) -> bool:
        """Whether a word that names nobody else is the first of an office's two fields: "Economic and Fiscal"."""
        figure = self._cast.of(name.first)
        alone = figure is not None and figure.kind is None and sum(map(len, figure.forms.values())) == 1
        return alone and len(name.words) == 1 and _AND_OFFICE.match(self._scene.tags, name.last, last) is not None

    def _is_employer(self, first: int, name: Name) -> bool:
        """Whether a name behind a comma is that of the body before it: "an employee of another firm, | Tarn Works,"."""
        tokens, role_of = self._scene.tokens, self._reference.role_of
        words = [token.lower() for token in tokens[first : name.first - 1]]
        if (
            not words
            or role_of(words[-1]) != "body"
            or name.kind is SpeakerKind.PERSON
            or words[0] not in self._reference.indefinite
        ):
            return False
        return "N" not in self._scene.tags[first : name.first] and any(role_of(word) == "person" for word in words)

    def _is_of_an_age(self, name: Name) -> bool:
        """Whether a word behind an age names nobody else: "the 22-year-old | Scot"."""
        figure = self._cast.of(name.first)
        alone = figure is not None and figure.kind is None and len(figure.words) == 1
        return alone and is_age(self._scene.tokens[name.first - 1])

    def _is_owner(self, name: Name) -> bool:
        """Whether a name behind an office looks like a genitive: "der Kanzler | Österreichs, Ana Lund"."""
        alone = self._reference.capital_nouns and len(name.words) == 1 and name.words[0].endswith("s")
        return alone and self._scene.tags[name.first - 1 : name.first] == "N"

    def _is_office(self, name: Name) -> bool:
        """Whether a name is only an office: "the firm's | CEO, Ana Lund", "Ohio Gov. | and Senator Ana Lund"."""
        alone = len(name.words) == 1 and self._reference.role_of(name.words[0].lower()) == "person"
        return alone or name.words[-1] in self._scene.document.language.titles()

    def _is_title(self, phrase: Range, name: Name) -> bool:
        """Whether what stands before a name is its owner's title with an "of": "Secretary of State John Kerry"."""
        first = phrase[0]
        tags = self._scene.tags
        if (headed := _HEAD_OF.fullmatch(tags, first, name.first)) and len(name.words) > 1:
            owned = (self._scene.tokens[at].lower() for at in range(*headed.span(1)))
            return not any(self._reference.role_of(word) == "person" for word in owned)
        if _TITLE_OF.fullmatch(tags, first, name.first) is None or tags[name.last : phrase[1]][:1] not in ("", ","):
            return False
        tokens = self._scene.tokens
        inside = (tokens[at][0].isupper() or tags[at] in "fidc" for at in range(first + 1, name.first))
        return tokens[first][0].isupper() and all(inside)

    def noun(self, phrase: Range) -> int:
        """The noun that says what a phrase without a name is about: "maker" in "a maker of doors"."""
        end = self.end(phrase)
        return next((k for k in range(end - 1, phrase[0] - 1, -1) if self._scene.tags[k] in "nuN"), end - 1)

    def end(self, phrase: Range) -> int:
        """The word behind that noun, before an "of" or a clause."""
        if _OF_A_BODY.fullmatch(self._scene.tags, *phrase):
            return phrase[1]
        head = _HEAD.match(self._scene.tags, *phrase)
        return head.end() if head and head.end() > phrase[0] else phrase[1]

    def possessor(self, phrase: Range) -> Name | None:
        """Whose "verdict" or "answer" it is: Lund's, in "Lund's verdict"."""
        tokens = self._scene.tokens
        inside = (name for name in self._cast.names if phrase[0] <= name.first < phrase[1])
        first = self.noun(phrase)
        if tokens[first] in self._reference.closing_voice() and self._scene.tags[first + 1 : first + 2] in ("i", "f"):
            return next((name for name in inside if name.first > first), None)  # "came the reply from Lund"
        if tokens[phrase[1] - 1] not in self._reference.closing_voice():
            return None
        return next((name for name in inside if self._scene.tags[name.last : name.last + 1] == "s"), None)

    def called_so(self, phrase: Range) -> Figure | None:
        """Whom a description with a definite article stands for: "the senator"."""
        if self._scene.tokens[phrase[0]].lower() not in self._reference.definite:
            return None
        word = self._scene.tokens[self.noun(phrase)].lower()
        return self.descriptions.by_role(word, phrase[0]) if self._reference.role_of(word) == "person" else None

    def describes_one(self, phrase: Range) -> bool:
        """Whether a phrase brings in one person by what they are: "a cashier", "his brother", but not "the senator"."""
        word = self._scene.tokens[self.noun(phrase)].lower()
        opening = self._scene.tokens[phrase[0]].lower()
        new = opening in self._reference.indefinite or opening in self._reference.possessives
        return new and word not in self._reference.asks and self._reference.role_of(word) == "person"

    def has_brought_in(self, at: int) -> bool:
        """Whether the clause before a pronoun is about somebody new without a name: "a nurse left after | she"."""
        scene = self._scene
        if scene.tags[at - 1 : at] not in ("z", "i"):
            return False
        subject = scene.attribution.main_subject(scene, scene.frames[scene.frame_of(at)]._replace(last=at - 1))
        if subject is None or not self.describes_one(subject):
            return False
        named = (self._cast.of(name.first) for name in self._cast.names_in(subject[0], at))
        return not any(figure is not None and figure.kind is SpeakerKind.PERSON for figure in named)

    def is_bare_name(self, phrase: Range) -> bool:
        """Whether a subject is one noun without an article, of a verb in the singular: "Vogt sagte" in German."""
        first, last = phrase
        tags, tokens = self._scene.tags, self._scene.tokens
        reference = self._reference
        if not reference.capital_nouns or tags[first:last] != "N" or reference.role_of(tokens[first].lower()):
            return False
        beside = (tokens[at] for at in (first - 1, last) if 0 <= at < len(tags) and tags[at] in "VxHB")
        return not reference.plural_verb or all(not verb.endswith(reference.plural_verb) for verb in beside)

    def kind(self, phrase: Range) -> SpeakerKind:
        """What its noun names: a body, several people, or one person."""
        word, tags = self._scene.tokens[self.noun(phrase)].lower(), self._scene.tags[phrase[0] : self.end(phrase)]
        kind = self._reference.role_of(word)
        if kind == "body":
            return SpeakerKind.BODY
        counted = tags.startswith("m") or (tags in ("d", "dm") and not is_age(word))
        if kind in ("group", "people", "bodies") or counted:
            return SpeakerKind.GROUP
        several = self._reference.plural_is_group and word.endswith("s") and not word.endswith("ss")
        return SpeakerKind.GROUP if kind is None and several else SpeakerKind.UNNAMED


def _inside(before: str) -> bool:
    """Whether a name stands in a description: after a preposition, or in a relative clause."""
    if "w" in before:
        return True
    head = before.rpartition(",")[2].lstrip("gpP")  # "managing director", "elected councillor"
    return not _DESCRIBING.isdisjoint(head)
