"""The gazetteer: which words stand for which country, built once a language from the tables in ``data``.

Tables are laid over each other; where two know the same words, the more deliberate one is believed: ambiguous
names written out sense by sense, then phrases that are no place, countries, institutions, well-known cities,
capitals, states, and at last the cities of GeoNames.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from topic_briefings.knowledge import DATA, rows
from topic_briefings.knowledge.places import divisions, given_names, place_frames
from topic_briefings.knowledge.senses import (
    CIVIC,
    NATIONAL,
    NOWHERE,
    Entry,
    Sense,
    cldr,
    countries,
    foreign,
    lower,
    single,
)
from topic_briefings.knowledge.towns import towns
from topic_briefings.text.phrases import PhraseMatcher

BIG = 100_000
"""A city of so many people is looked for everywhere; smaller ones only where an article names no country."""
KNOWN = 400_000
"""A city of so many people is believed wherever its name stands; below, only where the words say that it is a place."""
WORDS = 75_000
"""A city of so many people whose name is a word as well is believed right behind "in" and in a dateline ("Cork")."""
GREAT = 150_000
"""A city of so many people is believed behind "in" in a language that has tables of places, if it has no name there."""
UNRIVALLED = 0.1
"""There no other country's city of its name has this share of its people."""
HUGE = 5_000_000
"""A city of so many people is believed wherever its name stands, even if that is a word as well ("Shanghai")."""
SHORTEST = 3
"""Letters of the shortest name of a city; one of three is believed only with one capital ("Jos", never "JOS")."""
ALIKE = 0.6
"""A division's own town must have this share of its greatest namesake's people, or the namesake is meant."""
BELOW = 0.9
"""The most weight that a city can have against a division of another country with a town of like size."""
SHORT = 3
"""A state's abbreviation of more letters than this is one in a line of capitals too ("ILL." but not "PA.")."""
MINOR = 0.01
"""A place with less than this share of its greatest namesake's people is left out."""
NAMESAKE = 0.4
"""The most weight that a lesser namesake of a well-known city can have against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """Every phrase that may stand for a country, and the matcher that finds them."""

    matcher: PhraseMatcher
    entries: tuple[Entry, ...]
    """One for each of ``matcher.phrases``, in the same order."""
    local: bool
    """Whether small towns and the words of local life are known in its language."""


@cache
def gazetteer(language: str) -> Gazetteer:
    """The gazetteer for articles in ``language`` (ISO 639-1): its tables of places, or CLDR's names without them."""
    found: dict[str, Entry] = {}
    full = (DATA / language / "institutions.tsv").exists() if language.isalpha() else False
    for phrase, entry in _full() if full else _foreign(language):
        found.setdefault(phrase, entry)
    found |= dict(_behind_masks(found))
    return Gazetteer(matcher=PhraseMatcher(found), entries=tuple(found.values()), local=full)


def _foreign(language: str) -> Iterator[tuple[str, Entry]]:
    """What is known in a language other than English; with its own tables, great cities right behind "in" as well."""
    yield from foreign(language)
    if (DATA / language / "places.tsv").exists():
        common = {word for _, words in rows(f"frequencies/{language}.tsv") for word in words.split()}
        for name, places in towns().items():
            if places[0][1] < GREAT or name in common or len(name) <= SHORTEST or name in given_names():
                continue
            if len(places) < 2 or places[1][1] < UNRIVALLED * places[0][1]:
                yield lower(name), Entry(senses=(Sense(code=places[0][0], how="city"),), word=True)


def _behind_masks(found: dict[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """The countries whose name begins with what a mask ends with: "in French" must not hide "in French Guiana"."""
    masks: dict[str, str] = {}
    for phrase, entry in found.items():
        first, _, rest = phrase.partition(" ")
        if first == "in" and rest and " " not in rest and entry.senses[0].code == NOWHERE:
            masks[rest] = first
    for phrase, entry in found.items():
        before = masks.get(phrase.partition(" ")[0])
        if before and " " in phrase and entry.senses[0].how == "name":
            yield f"{before} {phrase}", replace(entry, lead=len(before) + 1, exact=())


def _full() -> Iterator[tuple[str, Entry]]:
    yield from _ambiguous()
    for phrase, _ in (*rows("en/not_countries.tsv"), *rows("en/namesake_things.tsv")):
        yield lower(phrase), Entry(senses=(Sense(code=NOWHERE, how="other"),))
    yield from countries("en/countries.tsv", "en")
    yield from cldr("en")
    for code, how, phrases in rows("en/institutions.tsv"):
        yield from (single(phrase, code, how) for phrase in phrases.split("|"))
    for code, kind, phrases in rows("en/civic_terms.tsv"):
        yield from (_civic(phrase, code, CIVIC if kind == "local" else NATIONAL) for phrase in phrases.split("|"))
    for name, code in rows("en/capitals.tsv"):
        yield from _capital(name, code)
    for code, names in rows("en/exonyms.tsv"):
        yield from (_known_city(name, code, "city") for name in names.split("|"))
    yield from _states()
    yield from _regions()
    for row in rows("en/counties.tsv"):
        yield single(row[0], "US", "region")
    yield from _cities()


def _civic(phrase: str, code: str, how: str) -> tuple[str, Entry]:
    folded, entry = single(phrase, code, how)
    return folded, Entry(senses=entry.senses, exact=entry.exact, any_case=True)


def _ambiguous() -> Iterator[tuple[str, Entry]]:
    senses: dict[str, list[Sense]] = {}
    for name, how, code, weight, *neighbours in rows("en/ambiguous_places.tsv"):
        near = frozenset(" ".join(neighbours).split())
        senses.setdefault(name, []).append(Sense(code=code, how=how, weight=float(weight), neighbours=near))
    yield from ((name, Entry(senses=tuple(found))) for name, found in senses.items())


def _capital(name: str, code: str) -> Iterator[tuple[str, Entry]]:
    """A capital; that of a small country is believed only where the words say that it is a place.

    One that is a word as well ("muscat", a grape) counts where it is large, since a capital letter is asked for.
    """
    people = dict(towns().get(name, ()) or towns().get(f"{name}*", ()))
    greatest = max(people.values(), default=0)
    word = f"{name}*" in towns() and greatest < KNOWN
    if word or (greatest and people.get(code, 0) < greatest):
        return
    phrase, entry = _known_city(name, code, "capital")
    yield phrase, Entry(senses=entry.senses, weak=name in given_names())


def _known_city(name: str, code: str, how: str) -> tuple[str, Entry]:
    """A city that its name alone calls to mind, with its lesser namesakes in other countries."""
    if name.endswith("!"):
        return single(name, code, how)
    own = dict(towns().get(name, ())).get(code, 0) or 1_000_000
    lesser = tuple(
        Sense(code=other, how="city", weight=min(NAMESAKE, round((people / own) ** 0.5, 3)))
        for other, people in towns().get(name, ())
        if other != code
    )
    return lower(name), Entry(senses=(Sense(code=code, how=how), *lesser))


def _states() -> Iterator[tuple[str, Entry]]:
    for code, anywhere, after_comma in rows("en/us_states.tsv"):
        yield from _abbreviations(code, anywhere, after_comma=False)
        yield from _abbreviations(code, after_comma, after_comma=True)


def _abbreviations(code: str, column: str, *, after_comma: bool) -> Iterator[tuple[str, Entry]]:
    for marked in column.split("|"):
        form = marked.rstrip("!")
        exact = (form, form.upper()) if len(form) > SHORT else (form,)
        yield lower(form), Entry(senses=(Sense(code=code, how="region"),), exact=exact, after_comma=after_comma)


def _regions() -> Iterator[tuple[str, Entry]]:
    """States and provinces, those of less known countries unless they are words or names of persons as well.

    Of divisions that several countries have by one name the household name alone is known: Florida, not Uruguay's.
    """
    wanted = {row[0] for row in rows("en/region_countries.tsv")}
    for starred, codes in rows("en/regions.tsv"):
        name = starred.rstrip("*")
        code = next(iter(MAJOR.intersection(codes.split())), codes)
        if len(name) < 4 or code not in wanted or "," in name:
            continue
        if code not in MAJOR and (name in given_names() or name != starred):
            continue
        if code not in MAJOR and _is_known_abroad(name, code):
            continue
        namesakes = tuple(
            Sense(code=other, how="city", weight=0.3 if code in MAJOR else _against(name, code, people))
            for other, people in towns().get(name, ())
            if other != code and code == codes
        )
        weak = code not in MAJOR and " " not in name and dict(towns().get(name, ())).get(code, 0) < KNOWN
        yield name, Entry(senses=(Sense(code=code, how="region"), *namesakes), weak=weak)


def _is_known_abroad(name: str, code: str) -> bool:
    """Whether a city of another country has most people by that name, and far more than any of ``code``."""
    ranked = towns().get(name, ())
    own = dict(ranked).get(code, 0)
    return bool(ranked) and ranked[0][1] >= BIG and own < ALIKE * ranked[0][1]


def _against(name: str, code: str, people: int) -> float:
    """The weight of a city of so many people against a division of ``code`` that has its name, from its own town."""
    own = dict(towns().get(name, ())).get(code, 0) or BIG
    return min(BELOW, round(float((people / own) ** 0.5), 3))


MAJOR = frozenset({"US", "CA", "AU", "IN", "DE"})
"""Countries whose states are household names in English."""


def _by_rank(name: str, places: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    """The cities of a name, the greatest first; of two of like size the seat of a division of that name is."""
    seats = divisions().get(name, frozenset())
    return tuple(sorted(places, key=lambda place: -place[1] / (ALIKE if place[0] in seats else 1.0)))


def _cities() -> Iterator[tuple[str, Entry]]:
    for name, top in towns().of_size(WORDS):
        plain, word = name.rstrip("*"), name.endswith("*")
        fewest = (WORDS if _is_one_word(plain) else KNOWN) if word else KNOWN if len(plain) < 4 else BIG
        if top < fewest or len(plain) < SHORTEST:
            continue
        ranked = _by_rank(plain, towns()[name])
        doubtful = top < (HUGE if word else KNOWN) and " " not in plain
        weak = doubtful or plain in given_names() or len(plain) < 4
        senses = tuple(
            Sense(code=code, how="city", weight=min(1.0, round((people / ranked[0][1]) ** 0.5, 3)) - 0.01 * (rank > 0))
            for rank, (code, people) in enumerate(ranked)
            if people >= MINOR * top
        )
        exact = (plain.capitalize(),) if len(plain) < 4 else ()
        yield lower(plain), Entry(senses=senses, weak=weak, exact=exact, word=word and top < KNOWN)


def _is_one_word(name: str) -> bool:
    """Whether a city may be told from the word that it is by "in" alone: "in Cork", but not "in Spring"."""
    return " " not in name and name not in place_frames()["behind_in"]
