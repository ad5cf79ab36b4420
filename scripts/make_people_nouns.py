"""Make ``generator/topic_briefings/languages/en/people.tsv`` from WordNet 3.0.

Run ``python scripts/make_people_nouns.py FOLDER`` with the folder of ``index.noun`` and ``data.noun`` (Debian's package
wordnet-base 1:3.0-37 puts them into ``/usr/share/wordnet``). A noun is kept when its first sense is a person's
(lexicographer file 18, ``noun.person``; senses written with a capital are left out) and it is no word that news uses
otherwise.
"""

from __future__ import annotations

import sys
import textwrap
from functools import cache
from pathlib import Path

TARGET = Path(__file__).parents[1] / "generator" / "topic_briefings" / "languages" / "en" / "people.tsv"
HEAD = """\
# English nouns whose first sense is a person: trades, offices, kin, kinds of people. Lower case, singular.
# Made by scripts/make_people_nouns.py from WordNet 3.0, Copyright 2006 by Princeton University, all rights
# reserved; the licence, which permits use, change and distribution, stands in NOTICE.
"""
PERSON = "18"
OTHERWISE = """
have computer same classic senior major minor junior self being soul character figure host majority minority public
press subject mass working black white red blue green silver gold rose rock bill mark grace angel star case creature
dear love sweet chosen elect dead living wounded blind deaf poor rich needy brave damned homeless unemployed head
hand body face name number one other counter server browser router driver printer reader scanner cooker sitter
creation darling baby honey age past future present back center guard end bear bull fox cat dog rat snake worm bird
turkey chicken lamb hawk dove shark tiger lion wolf mouse duck goose crow eagle bat ass pig cow horse mule native
following following's accused deceased condemned beloved initiate intimate innocent
"""
"""Words whose first sense is a person's in WordNet and another in the news; chosen by hand."""


@cache
def _otherwise() -> frozenset[str]:
    return frozenset(OTHERWISE.split())


def main(folder: Path) -> None:
    """Write the table from WordNet's two files of nouns."""
    people: dict[str, bool] = {}
    proper: set[tuple[str, str]] = set()
    with (folder / "data.noun").open(encoding="utf-8") as lines:
        for line in lines:
            if line[0].isdigit():
                fields = line.split()
                people[fields[0]] = fields[1] == PERSON
                words = fields[4 : 4 + 2 * int(fields[3], 16) : 2]
                proper.update((fields[0], word.lower()) for word in words if word != word.lower())
    found: set[str] = set()
    with (folder / "index.noun").open(encoding="utf-8") as lines:
        for line in lines:
            if line[0].isspace():
                continue
            lemma, *columns = line.split()
            senses = [sense for sense in columns[-int(columns[1]) :] if (sense, lemma) not in proper]
            plain = lemma.isascii() and lemma.replace("-", "").isalpha() and len(lemma) > 2
            if plain and senses and people[senses[0]] and lemma not in _otherwise():
                found.add(lemma)
    with TARGET.open("w", encoding="utf-8") as out:
        out.write(HEAD)
        out.write("\n".join(textwrap.wrap(" ".join(sorted(found)), 120, break_on_hyphens=False)) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
