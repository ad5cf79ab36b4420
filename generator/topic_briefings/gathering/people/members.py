"""The speakers of single articles, as joining sees them: name, role, sex by title, and the company they keep."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from topic_briefings.gathering.people.printed import Printed, is_title, printed
from topic_briefings.knowledge import DATA, rows
from topic_briefings.languages.roles import printed_role
from topic_briefings.models import Analysis, Article, Corrected, Part, Sex, Speaker, SpeakerKind

_WORD = re.compile(r"[\w-]+")
_THEN = re.compile(r"^(?:then|ex|co)-")
_PLURAL = re.compile(r"(?<=\w{3})[^\Ws]s$")
_AGE = re.compile(r", ([1-9]\d)[,.]")
"""What stands behind a name with its age: "Ana Sol, 34, a harbour pilot"."""
_FUNCTION = (
    "the",
    "a",
    "an",
    "of",
    "for",
    "and",
    "in",
    "at",
    "to",
    "on",
    "with",
    "who",
    "is",
    "was",
    "his",
    "her",
    "its",
)
_RANK = ("former", "then", "acting", "deputy", "vice", "senior", "late", "ex", "u", "s")
_SMALL = frozenset((*_FUNCTION, *_RANK))
"""Words of a role that say nothing of whose it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A speaker of one article."""

    article_id: str
    published: dt.date | None
    speaker: Speaker
    printed: Printed
    role: str | None
    sex: Sex | None
    born: int | None = None
    """The year of birth by the age that a dated article prints behind the name; it may as well be the year before."""
    hidden: bool = False
    """Whether it is a surname alone that somebody else in the article bears in full: it says not enough who it is."""
    place: bool = False
    """Whether it is one word that the article takes for the name of a place wherever it stands."""
    placed: str = ""
    """The reason for which it was joined, where neither its print nor its role tells: see ``evidence``."""
    inferred: bool = False
    """Whether a surname alone was joined because nearly all articles mean one person by it."""
    joined: Corrected | None = None
    """Where a person made one voice of this and others."""
    parted: Corrected | None = None
    """Where a person said that it is another voice than those of its name."""
    called: str = ""
    """What that voice is called then."""

    @property
    def key(self) -> tuple[str, str]:
        """What tells members apart, and orders them."""
        return self.article_id, self.speaker.name

    @property
    def is_plain(self) -> bool:
        """Whether it is one word beside which nothing says that it is a person's name."""
        return len(self.printed.core) == 1 and self.role is None and self.sex is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """What surrounds the speakers of each article: who else is named in full, and what it is about."""

    people: Mapping[str, frozenset[str]]
    """By ``Article.id`` the full names of its people, as ``" ".join(Printed.core)``."""
    words: Mapping[str, frozenset[str]]
    """By ``Article.id`` the words of its keyphrases, topics and countries."""
    surnames: Mapping[str, frozenset[str]]
    """By ``Article.id`` the last words of the names of its people, printed in full or not."""
    texts: Mapping[str, str]
    """By ``Article.id`` the headline and the body."""


def members(analyses: Iterable[Analysis]) -> tuple[Member, ...]:
    """The people and bodies that speak in ``analyses``, in an order that does not depend on theirs."""
    found = [
        Member(
            article_id=analysis.article.id,
            published=analysis.article.published,
            speaker=speaker,
            printed=printed(speaker.name),
            role=printed_role(speaker.role, analysis.article.body) if speaker.role else None,
            sex=speaker.sex,
            born=_born(analysis.article, speaker),
            hidden=_is_hidden(speaker, analysis.speakers),
            place=_is_place(speaker, analysis),
        )
        for analysis in analyses
        for speaker in analysis.speakers
        if speaker.kind in (SpeakerKind.PERSON, SpeakerKind.BODY)
    ]
    return tuple(sorted(found, key=lambda member: member.key))


def _is_hidden(speaker: Speaker, others: Iterable[Speaker]) -> bool:
    """Whether ``speaker`` is a surname alone, and one of ``others`` bears it in full."""
    own = printed(speaker.name)
    return own.is_bare and any(
        other is not speaker
        and other.kind is SpeakerKind.PERSON
        and not printed(other.name).is_bare
        and own.surname in (printed(other.name).core[-1], printed(other.name).core[0])
        for other in others
    )


def _is_place(speaker: Speaker, analysis: Analysis) -> bool:
    """Whether ``speaker`` is one word, and every place where it is printed is found to be the name of a place."""
    spans = {span for spelling in speaker.spellings for span in spelling.spans}
    if not spans or len(speaker.name.split()) > 1 or speaker.role:
        return False
    mentions = (mention for tag in analysis.countries for mention in tag.mentions)
    return spans <= {mention.span for mention in mentions if mention.part is Part.BODY}


def _born(article: Article, speaker: Speaker) -> int | None:
    """The year in which ``speaker`` was born, if ``article`` is dated and prints one age behind the name."""
    if article.published is None:
        return None
    ends = (span.end for spelling in speaker.spellings for span in spelling.spans)
    ages = {int(found[1]) for end in ends if (found := _AGE.match(article.body, end))}
    return article.published.year - ages.pop() if len(ages) == 1 else None


def company(analyses: Iterable[Analysis]) -> Company:
    """Who and what stands in each article."""
    people: dict[str, frozenset[str]] = {}
    words: dict[str, frozenset[str]] = {}
    surnames: dict[str, frozenset[str]] = {}
    texts: dict[str, str] = {}
    for analysis in analyses:
        names = [printed(speaker.name) for speaker in analysis.speakers if speaker.kind is SpeakerKind.PERSON]
        people[analysis.article.id] = frozenset(" ".join(name.core) for name in names if not name.is_bare)
        surnames[analysis.article.id] = frozenset(name.surname for name in names)
        texts[analysis.article.id] = f"{analysis.article.headline}\n{analysis.article.body}"
        phrases = " ".join(phrase.text for phrase in analysis.keyphrases)
        tags = (*(tag.id for tag in analysis.topics), *(tag.code for tag in analysis.countries))
        words[analysis.article.id] = frozenset((*_WORD.findall(phrases.casefold()), *tags))
    return Company(people=people, words=words, surnames=surnames, texts=texts)


@cache
def role_words(role: str) -> frozenset[str]:
    """The words of a role that tell it from others, plurals folded."""
    words = (_THEN.sub("", word) for word in _WORD.findall(role.casefold()))
    return frozenset(word[:-1] if _PLURAL.search(word) else word for word in words) - _SMALL


@cache
def role_fields(role: str) -> frozenset[str]:
    """The fields of work that the words of a role belong to."""
    return frozenset(field for word in role_words(role) for field in _fields_of(word))


@lru_cache(maxsize=20_000)
def _fields_of(word: str) -> frozenset[str]:
    whole, ends = _fields()
    return frozenset((*whole.get(word, ()), *(field for end, field in ends if word.endswith(end))))


@cache
def is_body(role: str) -> bool:
    """Whether a role says no more than whom somebody speaks for: "of Tarn University", "TRN"."""
    words = role.split()
    return all(word[0].isupper() or word in _FUNCTION for word in words) and not any(
        is_title(word.casefold()) for word in words
    )


def roles_agree(one: str | None, other: str | None) -> bool:
    """Whether one person may have both roles: they share a word or a field of work, or one is no office."""
    if one is None or other is None or is_body(one) or is_body(other):
        return True
    return bool(role_words(one) & role_words(other) or role_fields(one) & role_fields(other))


@cache
def _fields() -> tuple[dict[str, list[str]], list[tuple[str, str]]]:
    """The fields of work of each word, in all languages: a minister governs or preaches. Apart, those of endings."""
    found: dict[str, list[str]] = defaultdict(list)
    ends: list[tuple[str, str]] = []
    for table in sorted(DATA.glob("*/fields.tsv")):
        for field, words in rows(table.relative_to(DATA).as_posix()):
            for word in words.split():
                if word.startswith("-"):
                    ends.append((word[1:], field))
                else:
                    found[word].append(field)
    return found, ends


def by_surname(people: Iterable[Member]) -> dict[str, list[Member]]:
    """``people`` by the last word of their names; joining never looks beyond one of these."""
    found: dict[str, list[Member]] = defaultdict(list)
    for member in people:
        found[member.printed.surname].append(member)
    return found
