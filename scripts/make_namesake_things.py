"""Make ``generator/topic_briefings/knowledge/data/en/namesake_things.tsv`` from WordNet 3.0.

Run ``python scripts/make_namesake_things.py FOLDER`` with the folder of ``data.noun`` (Debian's package wordnet-base
1:3.0-37 puts it into ``/usr/share/wordnet``). Kept are names of animals, plants, dishes, materials, things and
illnesses that begin with a place or a people and end with an ordinary word: "Norway maple", "Portland cement". Those
that begin with two words of which the second is the place ("giant Japanese crab") are kept as well.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from topic_briefings.knowledge.gazetteer import gazetteer
from topic_briefings.knowledge.senses import NOWHERE

TARGET = (
    Path(__file__).parents[1] / "generator" / "topic_briefings" / "knowledge" / "data" / "en" / "namesake_things.tsv"
)
HEAD = """\
# Animals, plants, dishes, materials, things and illnesses that are called after a place and stand for none: "Norway
# maple". Made by scripts/make_namesake_things.py from WordNet 3.0, Copyright 2006 by Princeton University, all rights
# reserved; the licence, which permits use, change and distribution, stands in NOTICE.
# phrase	kind
"""
KINDS = {"05": "animal", "06": "thing", "13": "dish", "20": "plant", "26": "illness", "27": "material"}
"""Lexicographer files of WordNet."""
OTHERWISE = """
army bank beach border capital church coast embassy flag government house island islands navy pipeline school water
waters black blue blues brown green red white yellow
"""
"""Last words of what may be the country's own, or a party's or team's."""
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")


def main(folder: Path) -> None:
    """Write the table from WordNet's file of nouns."""
    known = gazetteer("en")
    places = {
        phrase
        for phrase, entry in zip(known.matcher.phrases, known.entries, strict=True)
        if entry.senses[0].code != NOWHERE and entry.senses[0].how in ("name", "demonym", "capital", "city", "region")
    }
    otherwise = frozenset(OTHERWISE.split())
    found: dict[str, str] = {}
    with (folder / "data.noun").open(encoding="utf-8") as lines:
        for kind, name in (item for line in lines if line[0].isdigit() for item in _named(line)):
            words = name.lower().split()
            if words[-1] not in otherwise and not places.isdisjoint(_beginnings(words)):
                for phrase in (name.lower(), _plural(name.lower())):
                    if phrase not in places:
                        found.setdefault(phrase, kind)
    TARGET.write_text(HEAD + "".join(f"{name}\t{kind}\n" for name, kind in sorted(found.items())), encoding="utf-8")


def _named(line: str) -> Iterator[tuple[str, str]]:
    """The kind and the names of one line of WordNet that have a capital first and end with a word in small letters."""
    fields = line.split()
    if fields[1] in KINDS:
        for word in fields[4 : 4 + 2 * int(fields[3], 16) : 2]:
            first, *others = word.replace("_", " ").split()
            named = first[0].isupper() or (others and others[0][0].isupper())
            if others and named and re.fullmatch("[a-z]+", others[-1]):
                yield KINDS[fields[1]], word.replace("_", " ")


def _beginnings(words: list[str]) -> Iterator[str]:
    """The places that ``words`` may begin with."""
    yield words[0]
    if len(words) > 2:
        yield from (" ".join(words[:2]), words[1])


def _plural(name: str) -> str:
    if _SIBILANT.search(name):
        return name if name.endswith("s") and not name.endswith("ss") else f"{name}es"
    return re.sub(r"(?<=[^aeiou])y$", "ie", name) + "s"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
