"""Make ``generator/topic_briefings/languages/en/nicknames.tsv`` from the PyPI package nicknames.

Run ``python scripts/make_nicknames.py names.csv`` with ``nicknames/names.csv`` of nicknames 1.0.1 (Apache-2.0).
Pairs that would join two people rather than two prints of one are left out, for the reasons that ``pruned`` gives.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path

from topic_briefings.languages.names import given_names

TARGET = Path(__file__).parents[1] / "generator" / "topic_briefings" / "languages" / "en" / "nicknames.tsv"
HEAD = """\
# Short forms of English given names: the name, then the forms that it goes by, lower case.
# Made by scripts/make_nicknames.py from the PyPI package nicknames 1.0.1 (Apache-2.0, Carlton Northern and others).
"""
SHORTEST = 2
"""Letters that a form has at least: initials are told apart elsewhere."""
CLASSIC = """
abigail-gail albert-bert alexander-alec alexander-sandy alfred-fred amanda-mandy anastasia-stacy andrew-andy
angelina-lina annie-anna anthony-tony antonio-tony benjamin-benny bernard-bernie bill-billy bill-william bill-willie
billy-william bob-bobby bob-robert bobby-robert caroline-carol catherine-cathy catherine-kathy catherine-kate
catherine-katie charles-charlie charles-chuck christina-tina christine-tina david-dave debbie-deborah debbie-debra
deborah-debbie debra-debbie dick-richard edmund-ted edward-ned edward-ted edward-teddy elizabeth-betty
elizabeth-eliza elizabeth-lisa emanuel-manuel frederick-fritz francis-frank geoffrey-jeff gerald-jerry gilbert-bert
harold-harry harry-henry henry-harry herbert-bert hubert-bert isabella-bella isabelle-bella jacob-jake
jacqueline-jackie jakob-jake james-jamie james-jim james-jimmy jennifer-jenny johann-hans johannes-hans
johannes-johnny john-jack john-johnny joseph-joe joshua-joe judith-judy judy-judith julia-julie kate-katherine
katherine-kate katherine-kathy katherine-katie katherine-katy kathleen-kathy kathleen-katie kathryn-kate
kathryn-kathy kathryn-katie katie-katherine larry-lawrence lawrence-larry leonard-len leroy-roy lindsay-lindsey
lucille-lucy magdalena-lena mandy-amanda manuel-emanuel margaret-maggie margaret-peggy margaret-greta martina-tina
matilda-maud michael-mick michael-mike michelle-shelley miguel-mike mike-michael mick-michael nicholas-nick
nicolas-nick norbert-bert oliver-ollie ollie-oliver patricia-tricia patrick-paddy paulina-lina penelope-penny
ramona-mona randall-randy ray-raymond regina-gina ricardo-rick richard-dick richard-rick rick-richard robert-bob
robert-bobby robert-rob rob-robert rosemary-rose sandra-sandy sandy-sandra stephen-steve steven-steve sue-susan
susan-sue suzanne-sue ted-teddy ted-edward ted-theodore teddy-theodore terence-terry teresa-tess teresa-terry
terry-terence tess-teresa tess-theresa theo-theodore theodore-ted theodore-teddy theresa-terry theresa-tess
thomas-tom thomas-tommy tobias-toby tom-thomas tom-tommy tony-anthony vicki-victoria victoria-vicki virginia-ginny
wilhelmina-wilma will-bill will-willie william-bill william-billy william-willie willie-william zachary-zack
"""
"""Of the pairs of two names that both stand for themselves, those that news uses of one person; chosen by hand."""


def pruned(name: str, form: str) -> str | None:
    """Why a pair is left out; None for one that is kept."""
    genders = {word.casefold(): gender for word, gender in given_names().items()}
    pair = {genders.get(name), genders.get(form)}
    if len(form) < SHORTEST or len(name) < SHORTEST:
        return "an initial"
    if pair == {"f", "m"}:
        return "a woman's name and a man's"
    if name in genders and form in genders and not name.startswith(form) and f"{name}-{form}" not in _classic():
        return "two names in their own right: Gary is seldom short for Garrett"
    return None


@cache
def _classic() -> frozenset[str]:
    return frozenset(CLASSIC.split())


def main(source: Path) -> None:
    """Write the table from the package's own file."""
    found: dict[str, set[str]] = defaultdict(set)
    with source.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            name, form = row["name1"].strip().casefold(), row["name2"].strip().casefold()
            if pruned(name, form) is None:
                found[name].add(form)
    with TARGET.open("w", encoding="utf-8") as out:
        out.write(HEAD)
        for name in sorted(found):
            out.write(f"{name}\t{' '.join(sorted(found[name]))}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
