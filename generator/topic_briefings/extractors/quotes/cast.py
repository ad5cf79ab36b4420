"""The people and bodies of one article, each with all its printed forms.

A short form goes to the one full name that it can belong to; where two could own it, it stays with the one
that alone had been introduced when the short form was first printed, and otherwise with nobody. A misspelled
surname joins a person only when no other person of that spelling is named and only one name is as close.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from topic_briefings.extractors.quotes import forms
from topic_briefings.languages.claim import Range
from topic_briefings.languages.language import Reference
from topic_briefings.languages.names import Name, given_name
from topic_briefings.models import Sex, SpeakerKind
from topic_briefings.text.slips import near
from topic_briefings.text.tokens import Words

_NEAR = 12
"""Words around a name in which kin is spoken of."""
_LEAST = 4
"""Letters that a surname needs before a misspelling of it can be told from another name."""
_PEOPLE = 100
"""People of one initial whose names a surname is held against."""


@dataclass(slots=True, eq=False)
class Figure:
    """A person or a body while its forms are being gathered."""

    words: tuple[str, ...]
    name: str
    """The fullest form, as printed."""
    kind: SpeakerKind | None
    gender: str | None
    forms: dict[str, list[Range]] = field(default_factory=dict)
    variants: set[str] = field(default_factory=set)
    role: Range | None = None
    honorific: str = ""
    """"Mrs.", where it was printed before the name."""
    sex: Sex | None = None
    """As a title before the name says."""
    first: int = 0
    """The word where it is first named."""
    number: int = 0
    """How many had been found before."""

    @property
    def surname(self) -> str:
        """The last word of a person's name, generational suffixes left out."""
        return forms.surname(self.words)


class Cast:
    """Who is named in an article; ``of`` gives the figure that the words at a place name."""

    def __init__(self, words: Words, found: Iterable[Name], reference: Reference) -> None:
        self._words = words
        self._reference = reference
        self.names = tuple(found)
        self.names_at = [name.first for name in self.names]
        """The first word of each name."""
        self.figures: list[Figure] = []
        self._by_first: dict[int, Figure] = {}
        self._doubtful: dict[int, tuple[Figure, ...]] = {}
        self._by_core: dict[tuple[str, ...], Figure] = {}
        self._by_word: dict[str, list[Figure]] = {}
        self._by_whole: dict[tuple[str, ...], list[Figure]] = {}
        self._by_end: dict[tuple[str, ...], list[Figure]] = {}
        self._owners: dict[str, Figure] = {}
        self._settled: dict[tuple[tuple[str, ...], SpeakerKind | None, str | None, bool], Figure] = {}
        self._addressed = {(name.words[-1], name.gender) for name in self.names if len(name.words) == 1 and name.sex}
        self._called = {name.words[0] for name in self.names if len(name.words) == 1}
        self._people: dict[str, list[Figure]] | None = None
        for name in self.names:
            if len(forms.plain(name.words)) > 1:
                self._add(name, self._same(name))
        for name in self.names:
            if len(forms.plain(name.words)) == 1:
                self._short(name)
        self.figures.sort(key=lambda figure: figure.first)
        self._tell_apart()

    def _tell_apart(self) -> None:
        """Two people whose only printed name is the same keep their "Mr." and "Mrs."."""
        same: dict[str, list[Figure]] = {}
        for figure in self.figures:
            same.setdefault(figure.name, []).append(figure)
        for figures in same.values():
            for figure in figures if len(figures) > 1 else ():
                figure.name = f"{figure.honorific} {figure.name}".strip()

    def _entitle(self, figure: Figure, title: Range) -> None:
        """Keep a role; "Mr." and "Ms." are none."""
        if (words := self._words.text(*title)).rstrip(".") in self._reference.honorifics():
            figure.honorific = figure.honorific or words
        elif figure.role is None:
            figure.role = title

    def of(self, first: int) -> Figure | None:
        """The figure whose name begins at word ``first``."""
        return self._by_first.get(first)

    def names_in(self, first: int, last: int) -> tuple[Name, ...]:
        """The names that begin at the words ``first`` to ``last``, this one left out."""
        return self.names[bisect_left(self.names_at, first) : bisect_left(self.names_at, last)]

    def around(self, first: int) -> Name | None:
        """The name that has begun before the word ``first`` and goes on there."""
        before = bisect_left(self.names_at, first)
        name = self.names[before - 1] if before else None
        return name if name is not None and name.last > first else None

    def rivals(self, first: int) -> tuple[Figure, ...]:
        """Those who could all own the name at word ``first``; nobody where it is sure whose it is."""
        return self._doubtful.get(first, ())

    def _add(self, name: Name, figure: Figure | None) -> Figure:
        if figure is None:
            figure = Figure(words=name.words, name=name.text, kind=name.kind, gender=name.gender, first=name.first)
            figure.number = len(self.figures)
            self.figures.append(figure)
            self._index(figure)
        elif len(name.words) > len(figure.words):
            figure.words, figure.name = name.words, name.text
        figure.kind = figure.kind or name.kind
        figure.gender = figure.gender or name.gender
        figure.first = min(figure.first, name.first)
        figure.sex = figure.sex or name.sex
        figure.forms.setdefault(name.text, []).append((name.first, name.last))
        if name.title:
            self._entitle(figure, name.title)
        self._by_first[name.first] = figure
        return figure

    def _index(self, figure: Figure) -> None:
        plain = forms.plain(figure.words)
        self._by_core.setdefault(forms.spelled(plain), figure)
        ends = forms.ends(plain)
        self._by_whole.setdefault(ends[0], []).append(figure)
        for end in ends[1:]:
            self._by_end.setdefault(end, []).append(figure)
        for key in forms.short_forms(figure.words, figure.kind is SpeakerKind.PERSON):
            self._by_word.setdefault(key, []).append(figure)

    def _same(self, name: Name) -> Figure | None:
        """The figure that has the same full name, but for initials and suffixes."""
        core = forms.plain(name.words)
        known = self._by_core.get(forms.spelled(core))
        if known and not forms.told_apart(known.words, name.words) and not self._is_of_another_age(known, name):
            return known
        # Not all who share the last word: an article may name a thousand of one family.
        ends = forms.ends(core)
        alike = list(self._by_end.get(ends[0], ()))
        alike += (figure for end in ends for figure in self._by_whole.get(end, ()))
        for figure in sorted(alike, key=lambda figure: figure.number):
            if SpeakerKind.BODY not in (figure.kind, name.kind) and _suffix(core, name, figure):
                return figure
        return None

    def _is_of_another_age(self, known: Figure, name: Name) -> bool:
        """Whether "Jr." or "Sr." tells ``name`` from one printed without it before: father and son in one article.

        "Sr." is only said beside a son; "Jr." where the middle initial of the other is missing, or kin is spoken of.
        """
        generation = forms.generation(name.words)
        if not generation or forms.generation(known.words):
            return False
        initials = [{word for word in words[1:] if len(word) == 1} for words in (known.words, name.words)]
        near = self._words.tokens[max(0, name.first - _NEAR) : name.last + _NEAR]
        kin = self._reference.kin()
        return generation == "Sr" or initials[0] != initials[1] or any(w in kin or w.rstrip("s") in kin for w in near)

    def _short(self, name: Name) -> None:
        key = (name.words, name.kind, name.gender, name.title is None)
        owner = self._settled.get(key)
        if owner is not None:
            self._add(name, owner)
            return
        word = forms.surname(forms.plain(name.words)[:1])
        candidates = self._by_word.get(word, [])
        if name.kind is SpeakerKind.BODY:
            candidates = [*candidates, *self._by_word.get(forms.initials(name.words), ())]
        owners = [figure for figure in candidates if _owns(figure, word, name, self._reference)]
        owners = self._of_sex(owners, candidates, word, name) or self._of_family(candidates, word, name)
        rivals = owners if len(owners) > 1 else []
        if rivals:
            owners = self._chosen(word, owners, name)
            if not owners:
                self._doubtful[name.first] = tuple(rivals)
                return
        if owners and name.title and not name.gender and self._is_addressed_otherwise(word, owners[0]):
            owners = []
        figure = self._add(name, owners[0] if owners else None)
        if name.gender is None:
            self._owners.setdefault(word, figure)
        if not rivals:
            self._settled[key] = figure

    def _of_sex(self, owners: list[Figure], candidates: list[Figure], word: str, name: Name) -> list[Figure]:
        """``owners``; where the article has "Mr." and "Ms." of one surname, the one whose sex tells that it is meant.

        Nobody where two could be: "Mr. Sol" of Ana and Eli Sol, who may both be men, is a figure of its own.
        """
        other = {"f": "m", "m": "f"}.get(name.gender or "")
        if (word, other) not in self._addressed or (word, name.gender) not in self._addressed:
            return owners
        same = [figure for figure in owners if figure.gender == name.gender]
        unknown = [figure for figure in owners if figure.gender is None]
        alone = [figure for figure in same if len(figure.words) == 1]
        if alone or not unknown:
            return alone or same
        wife = any(figure.gender == other and len(figure.words) > 1 for figure in candidates)
        return unknown if wife and not same and len(unknown) == 1 else []

    def _of_family(self, candidates: list[Figure], word: str, name: Name) -> list[Figure]:
        """The one whose name begins with its family's: "Mr. Lou", of Lou Jiwei, whom nobody calls Jiwei."""
        if not name.sex or any(figure.surname == word for figure in candidates):
            return []  # "Mr. Lund" of Arne Lund is not Lund Steel
        first = [figure for figure in candidates if _begins_with(figure, word) and figure.gender in (None, name.gender)]
        return first if len(first) == 1 and first[0].surname not in self._called else []

    def _is_addressed_otherwise(self, word: str, owner: Figure) -> bool:
        """Whether a titled surname is her husband's: Ana Sol is named, and so are "Mr. Sol" and "President Sol"."""
        other = {"f": "m", "m": "f"}.get(owner.gender or "")
        return (word, other) in self._addressed and (word, owner.gender) not in self._addressed

    def _chosen(self, word: str, owners: list[Figure], name: Name) -> list[Figure]:
        """The one of several owners that the short form stands for."""
        people = [figure for figure in owners if figure.kind is SpeakerKind.PERSON]
        if people:
            # Karl Stang, not his firm, goes by "Stang"
            owners = [figure for figure in owners if figure.kind is SpeakerKind.PERSON or figure.surname == word]
        if any(figure.surname == word and figure.first <= name.first for figure in owners):
            owners = [figure for figure in owners if figure.surname == word]  # before the first of a double surname
        if len(owners) == 1:
            return owners
        if word in self._owners and self._owners[word] in owners:
            return [self._owners[word]]
        introduced = [figure for figure in owners if figure.first <= name.first]
        return introduced if len(introduced) == 1 else []

    def claim(self, figure: Figure) -> Figure:
        """The person whose misspelled surname a speaker's only name is; ``figure`` itself when it is nobody's."""
        if figure.kind is SpeakerKind.BODY or len(figure.words) > 1 or len(figure.name) < _LEAST:
            return figure
        word = figure.name
        if given_name(word) is not None or figure.variants:
            return figure
        if word.endswith("s") and any(other.surname == word[:-1] for other in self._by_word.get(word[:-1], ())):
            return figure  # a family: "the Lunds"
        close = [other for other in self._named_before(figure, word) if _close(other, figure, word)]
        if len(close) != 1:
            return figure
        return self._merged(close[0], figure, word)

    def _named_before(self, figure: Figure, word: str) -> list[Figure]:
        """The people named in full before ``figure`` whose surname begins as ``word`` does; of very many, the last."""
        if self._people is None:
            self._people = {}
            for other in self.figures:
                if other.kind is SpeakerKind.PERSON and len(forms.plain(other.words)) > 1:
                    self._people.setdefault(other.surname[0], []).append(other)
        people = self._people.get(word[0], [])
        before = bisect_left(people, figure.first, key=lambda other: other.first)
        return people[max(0, before - _PEOPLE) : before]

    def _merged(self, owner: Figure, figure: Figure, word: str) -> Figure:
        owner.variants.add(word)
        owner.gender = owner.gender or figure.gender
        for form, printed in figure.forms.items():
            owner.forms.setdefault(form, []).extend(printed)
            for first, _ in printed:
                self._by_first[first] = owner
        self.figures.remove(figure)
        return owner


def _begins_with(figure: Figure, word: str) -> bool:
    """Whether ``word`` is the first of the two words of a person's name."""
    return figure.kind is not SpeakerKind.BODY and len(figure.words) == 2 and figure.words[0] == word


def _close(owner: Figure, figure: Figure, word: str) -> bool:
    """Whether ``word`` can be a slip for the surname of ``owner``, who was named in full before."""
    return not (owner.gender and figure.gender and owner.gender != figure.gender) and near(owner.surname, word)


def _suffix(core: tuple[str, ...], name: Name, figure: Figure) -> bool:
    """Whether one name is the other without its given name: "Wasserman Schultz"."""
    if name.gender and figure.gender and name.gender != figure.gender:
        return False
    small, large = sorted((core, forms.plain(figure.words)), key=len)
    if not 1 < len(small) < len(large) or forms.told_apart(name.words, figure.words):
        return False
    if large[-len(small) :] == small:
        return given_name(small[0]) is None
    # "Van der Meer" without his given name prints his particle with a capital
    return large[-len(small)][0].islower() and forms.folded(large[-len(small) :]) == forms.folded(small)


def _owns(figure: Figure, word: str, name: Name, reference: Reference) -> bool:
    """Whether ``word`` can be short for the figure's name."""
    if name.gender and figure.gender and name.gender != figure.gender:
        return False
    plain = forms.plain(figure.words)
    if figure.kind is SpeakerKind.PERSON and name.words == (figure.surname,) and word.isupper():
        return True  # a surname in capitals throughout, no company
    if SpeakerKind.BODY in (figure.kind, name.kind):
        if (
            figure.kind is SpeakerKind.BODY
            and name.kind is not SpeakerKind.PERSON
            and len(plain) > 1
            and plain[0] == word
            and reference.goes_by_first_word(word, plain)
        ):
            return True
        return plain == (word,) or forms.initials(figure.words) == word or forms.initials(name.words) == "".join(plain)
    if figure.surname == word or word in figure.variants:
        return True
    if len(plain) > 2 and word in plain[1:-1]:
        return not name.title or given_name(word) is None  # "Little Tomas Berg"; "Garcia" of Ana Garcia Torres
    return len(plain) > 1 and plain[0] == word and not name.title
