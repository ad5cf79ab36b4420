"""The table of what can be corrected: a row a kind, called by the key that an entry has for it.

Reading, the JSON Schema, the guide for editors and what ``briefings doctor`` proposes are made from these rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from topic_briefings.corrections.models import NOBODY, Subject
from topic_briefings.corrections.values import DATE, SECURE, SEVERAL, TEXT, TEXTS, WORDS, YES, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of correction."""

    key: str
    """The key of an entry that makes it of this kind."""
    subject: Subject
    value: Value
    """What stands beside the key."""
    also: tuple[str, ...] = ()
    """Other keys that the entry may have."""
    choices: tuple[str, ...] = ()
    """What ``as`` may say, first what it means where it is left out."""
    meaning: str
    """A sentence for the guide."""
    example: str
    """The rest of an entry, in YAML, as the guide shows it."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key that an entry of this kind may have."""
        return (*self.subject.value, self.key, *self.also, "date")

    def goes_with(self, other: Kind) -> bool:
        """Whether one entry may be of both kinds: they are about the same, and need nothing of their own beside."""
        return (self.subject, self.also) == (other.subject, other.also) and not self.choices


QUOTED = 'article: bridge-opens\n  quotation: "We waited forty years"\n  '
VOICED = "voice: Grace Kamande\n  "

KINDS: tuple[Kind, ...] = (
    Kind(
        key="speaker",
        subject=Subject.QUOTATION,
        value=TEXT,
        meaning=f'Puts a quotation under the right speaker, or under none with "{NOBODY}".',
        example=f"{QUOTED}speaker: Grace Kamande",
    ),
    Kind(
        key="hide",
        subject=Subject.QUOTATION,
        value=YES,
        meaning="Leaves a quotation out everywhere.",
        example=f"{QUOTED}hide: true",
    ),
    Kind(
        key="pin",
        subject=Subject.QUOTATION,
        value=YES,
        meaning="Puts a quotation first among those of its article, and first in line where only some are shown.",
        example=f"{QUOTED}pin: true",
    ),
    Kind(
        key="country",
        subject=Subject.ARTICLE,
        value=TEXT,
        also=("as", "words"),
        choices=("about", "mentioned", "dropped"),
        meaning="Says what a country, by its name or code, is to an article; words are those that speak of it.",
        example="article: bridge-opens\n  country: Kenya\n  as: about\n  words: the republic",
    ),
    Kind(
        key="topic",
        subject=Subject.ARTICLE,
        value=TEXT,
        also=("as", "words"),
        choices=("filed", "dropped"),
        meaning="Files an article under a topic, by its label or id, or takes it out.",
        example="article: bridge-opens\n  topic: education\n  as: dropped",
    ),
    Kind(
        key="keyword",
        subject=Subject.ARTICLE,
        value=TEXT,
        also=("as",),
        choices=("kept", "dropped"),
        meaning="Gives an article a keyword that it prints, or takes one away.",
        example="article: bridge-opens\n  keyword: suspension bridge",
    ),
    Kind(
        key="headline",
        subject=Subject.ARTICLE,
        value=TEXT,
        meaning="Gives an article the headline that it has in print.",
        example="article: bridge-opens\n  headline: Bridge opens after forty years",
    ),
    Kind(
        key="published",
        subject=Subject.ARTICLE,
        value=DATE,
        meaning="Gives an article its date.",
        example="article: bridge-opens\n  published: 2026-11-03",
    ),
    Kind(
        key="withdraw",
        subject=Subject.ARTICLE,
        value=TEXT,
        meaning="Takes an article back; the reason, a sentence, stands on the page in its place.",
        example="article: bridge-opens\n  withdraw: The paper has retracted the report.",
    ),
    Kind(
        key="same_as",
        subject=Subject.VOICE,
        value=TEXTS,
        meaning="Makes one voice of several, called as the first key says.",
        example=f"{VOICED}same_as: [G. Kamande, Kamande]",
    ),
    Kind(
        key="apart",
        subject=Subject.VOICE,
        value=TEXTS,
        meaning="Says that in these articles the name is another person's.",
        example=f"{VOICED}apart: [school-play, harvest-fair]",
    ),
    Kind(
        key="name",
        subject=Subject.VOICE,
        value=TEXT,
        also=("in",),
        meaning="Gives a voice its full name.",
        example="voice: Kamande\n  name: Grace Kamande",
    ),
    Kind(
        key="role",
        subject=Subject.VOICE,
        value=TEXT,
        also=("in",),
        meaning="Gives a voice its role, in the place of those that articles print.",
        example=f"{VOICED}role: Minister for Water",
    ),
    Kind(
        key="link",
        subject=Subject.VOICE,
        value=SECURE,
        also=("in",),
        meaning="Gives the page of a voice a link, to an https address.",
        example=f"{VOICED}link: https://example.org/kamande",
    ),
    Kind(
        key="join",
        subject=Subject.STORIES,
        value=SEVERAL,
        meaning="Makes one story of these articles, and of the stories that they belong to.",
        example="join: [bridge-opens, bridge-closes-again]",
    ),
    Kind(
        key="part",
        subject=Subject.STORIES,
        value=TEXTS,
        meaning="Takes these articles out of their story; several become a story of their own.",
        example="part: [bridge-opens]",
    ),
)

BY_KEY: Mapping[str, Kind] = {kind.key: kind for kind in KINDS}

COMMON: Mapping[str, tuple[Value, str]] = {
    "article": (TEXT, "The article: its id, or the name of its file without the ending."),
    "quotation": (WORDS, "The words of the quotation, or as many of them as only it has."),
    "voice": (TEXT, "Who it is about, as a page names them or an article prints them."),
    "in": (TEXT, "An article in which the voice speaks, where two voices have one name."),
    "as": (TEXT, "What it is to the article."),
    "words": (WORDS, "Words of the article that speak for it."),
    "date": (DATE, "When the correction was made; the page says so. Without it the page gives no day."),
}
"""The keys that no kind is called by, with what each means."""

KEYS: tuple[str, ...] = (*COMMON, *BY_KEY)
"""Every key that an entry may have."""
