"""Plausible articles in any number, the same ones every time: for sizes beyond the real ones.

What costs time in a large collection is in them as in real news. The vocabulary grows with the text by Heaps' law and
words are as rare as Zipf's law has them: both follow from drawing each word by a Pitman–Yor process (Pitman and Yor,
1997; Goldwater, Griffiths and Johnson, "Producing power-law distributions", 2011). Speakers are drawn by another, so
that a few are quoted everywhere and most once. One article in seven belongs to a story that several outlets follow for
a few days, and one in twelve is a near-copy of an earlier one: another outlet and headline, its last paragraph cut.

The people and bodies are made up, the countries real: ``python benchmarks/plausible.py 20 > articles.jsonl``.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import sys
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

SEED = 14
DISCOUNT, STRENGTH = 0.62, 60.0
"""Of the process that words are drawn by: the vocabulary grows with the 0.62th power of the text."""
STORY, COPY = 1 / 7, 1 / 12
A_DAY = 30
"""Articles that appear on one day."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


SYLLABLES = _words("""
    ba be bor cal den der dor el fen gal gor hal ist kel lan lor mar mel nar nor ol per ran ris sal sen sto
    tal ter tor un val ver vin wal wen yar zel bri cro dra fla gri plo sti tra
""")
ENDINGS = ("", "", "s", "ing", "er", "ment", "ure", "age", "ist")
GIVEN = _words("""
    Ada Bruno Clara Daniel Edith Felix Greta Hugo Irene Jonas Karin Leo Marta Nils Olga Paul Ruth Simon Tessa
    Victor
""")
PLACES = _words("""
    Japan Canada Kenya Brazil France India Norway Chile Egypt Vietnam Ghana Poland Peru Turkey Mexico Spain
    Italy Germany Australia Nigeria Indonesia Thailand Iran Iraq Ukraine Sweden Greece Portugal Colombia
    Argentina
""")
ROLES = (
    "the energy minister of {place}",
    "a spokeswoman for the central bank",
    "the chief executive of {company}",
    "a doctor at the city hospital",
    "an analyst at {company}",
    "the mayor",
    "a lawyer for the strikers",
    "a professor of economics",
)
SUBJECTS = (
    "electricity prices rose after the reactor was shut down",
    "the hospital began vaccinating children against measles",
    "exports of grain and steel fell because of new tariffs",
    "the court found two officials guilty of corruption",
    "the team won the cup final with a goal in the last minute",
    "floods destroyed the harvest along the river",
    "the bank raised interest rates to slow inflation",
    "workers went on strike at the port over wages",
    "soldiers withdrew from the border after the ceasefire",
    "the parliament passed a law on schools and teachers",
)
OUTLETS = ("Harbour Gazette", "Northern Wire", "The Orchard Post", "Evening Lantern", "Valley Herald", "Coast Daily")
WORDS_SAID = (
    "“We have waited for the {0} of the {1} for {n} years, and the {2} will not wait any longer,” said {name}, {role}.",
    "“The {0} cannot pay for every {1},” {last} said.",
    "{name}, {role}, said the {0} and the {1} had cost {n} million since the {2} began.",
    "{last} added that the {0} was “a {1} without a {2}” for the region.",
)
PLAIN = (
    "The {0} of the {1} was put off for {n} days after the {2} could not be repaired.",
    "Officials counted {n} cases of {0}, more than in any {1} since the {2}.",
    "A report on the {0} named {company} and its {1}, and asked for a new {2} in {place}.",
    "Neither the {0} nor the {1} answered questions about the {2} on {day}.",
)


class Drawn:
    """Things drawn by a Pitman–Yor process: one drawn before, the oftener the likelier, or one that is new."""

    def __init__(self, chance: random.Random, make: Callable[[int], str], discount: float, strength: float) -> None:
        self._chance, self._make = chance, make
        self._discount, self._strength = discount, strength
        self._tokens: list[str] = []
        self._kinds = 0

    def __call__(self) -> str:
        """The next one."""
        new = (self._strength + self._discount * self._kinds) / (len(self._tokens) + self._strength)
        if self._chance.random() < new:
            self._kinds += 1
            token = self._make(self._kinds)
        else:
            token = self._chance.choice(self._tokens)
        self._tokens.append(token)
        return token


@dataclass
class Event:
    """What a story is about, and how long it is followed."""

    place: str
    subject: str
    words: list[str]
    people: list[str]
    left: int


@dataclass
class Newsroom:
    """Writes one article after another."""

    chance: random.Random
    events: list[Event] = field(default_factory=list)
    recent: deque[dict[str, str]] = field(default_factory=lambda: deque(maxlen=40))

    def __post_init__(self) -> None:
        """Begin with no word and nobody."""
        self.word = Drawn(self.chance, self._new_word, DISCOUNT, STRENGTH)
        self.person = Drawn(self.chance, self._new_person, 0.5, 20.0)
        self.company = Drawn(self.chance, lambda n: f"{self._new_word(n).capitalize()} Corp", 0.5, 10.0)

    def _new_word(self, number: int) -> str:
        del number
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.choice((2, 2, 3)))) + self.chance.choice(ENDINGS)

    def _new_person(self, number: int) -> str:
        del number
        family = "".join(self.chance.choices(SYLLABLES, k=self.chance.choice((2, 3)))).capitalize()
        return f"{self.chance.choice(GIVEN)} {family}"

    def article(self, number: int) -> dict[str, str]:
        """The article of this number."""
        if self.recent and self.chance.random() < COPY:
            return self._copy(number)
        event = self._event()
        day = dt.date(2025, 1, 1) + dt.timedelta(days=number // A_DAY)
        paragraphs = [f"{event.subject[0].upper()}{event.subject[1:]} in {event.place}, where the {event.words[0]} of "
                      f"the {event.words[1]} is at stake, officials said on {day:%A}."]  # fmt: skip
        speakers = event.people[: self.chance.choice((1, 2, 2, 3))]
        paragraphs += [" ".join(self._told(event, person, day)) for person in (*speakers, "")]
        made = {
            "id": f"plausible-{number:06}",
            "title": f"{event.place}: {event.words[0]} and {self.word()} after {self.word()} of {event.words[1]}",
            "text": "\n\n".join(paragraphs),
            "date": day.isoformat(),
            "outlet": self.chance.choice(OUTLETS),
        }
        self.recent.append(made)
        return made

    def _told(self, event: Event, person: str, day: dt.date) -> Iterator[str]:
        role = self.chance.choice(ROLES).format(place=event.place, company=self.company())
        patterns = [WORDS_SAID[0], *self.chance.sample(WORDS_SAID[1:], 2)] if person else list(PLAIN)
        for pattern in [*patterns, self.chance.choice(PLAIN)]:
            words = [self.chance.choice(event.words) if self.chance.random() < 0.2 else self.word() for _ in range(3)]
            yield pattern.format(
                *words, n=self.chance.randrange(2, 900), name=person, last=person.rpartition(" ")[2], role=role,
                place=event.place, company=self.company(), day=f"{day:%A}",
            )  # fmt: skip

    def _event(self) -> Event:
        self.events = [event for event in self.events if event.left]
        if self.events and self.chance.random() < STORY:
            event = self.chance.choice(self.events)
            event.left -= 1
            return event
        words = [self._new_word(0) for _ in range(3)]
        people = [self.person() for _ in range(3)]
        place, subject = self.chance.choice(PLACES), self.chance.choice(SUBJECTS)
        event = Event(place=place, subject=subject, words=words, people=people, left=0)
        if self.chance.random() < STORY / 3:
            event.left = self.chance.randrange(2, 6)
            self.events.append(event)
        return event

    def _copy(self, number: int) -> dict[str, str]:
        first = self.chance.choice(self.recent)
        text = first["text"].rpartition("\n\n")[0]
        outlet = self.chance.choice([name for name in OUTLETS if name != first["outlet"]])
        return {
            **first,
            "id": f"plausible-{number:06}",
            "title": f"{first['title']}, again",
            "text": text,
            "outlet": outlet,
        }


def plausible(count: int) -> Iterator[dict[str, str]]:
    """``count`` articles, always the same ones; a longer list begins with the shorter one."""
    newsroom = Newsroom(random.Random(SEED))  # noqa: S311 - articles, not secrets
    return (newsroom.article(number) for number in range(count))


def main() -> None:
    """Print articles as JSON Lines."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("count", type=int)
    for row in plausible(parser.parse_args().count):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
