"""Make ``generator/topic_briefings/languages/en/verbs.tsv`` from lemminflect's dictionary of inflections.

Run ``python scripts/make_verb_forms.py`` with lemminflect installed. lemminflect (MIT) took its dictionary
from the NIH's SPECIALIST Lexicon. Only verbs are kept, with a flag for those whose base form is a noun too.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).parents[1] / "generator" / "topic_briefings" / "languages" / "en" / "verbs.tsv"
HEAD = """\
# Forms of English verbs: base, third person, past, participle, -ing (variants parted by "/"), and "n" when the
# base is a noun too.
# Made by scripts/make_verb_forms.py from lemminflect {version} (MIT, Copyright 2019 Brad Jascob), whose
# dictionary comes from the SPECIALIST Lexicon of the National Library of Medicine.
"""


def main() -> None:
    """Write the table."""
    from lemminflect import getAllInflections, getAllLemmas

    lookup = files("lemminflect") / "resources" / "infl_lu.csv.gz"
    with lookup.open("rb") as raw, gzip.open(raw, "rt", encoding="utf-8") as lines:
        entries = [line.rstrip("\n").split(",", 2)[:2] for line in lines]
    verbs = {word for word, pos in entries if pos == "verb" and word.isascii() and word.isalpha() and word.islower()}
    with TARGET.open("w", encoding="utf-8") as out:
        out.write(HEAD.format(version=version("lemminflect")))
        for base in sorted(verbs):
            forms = getAllInflections(base, upos="VERB")
            cells = ["/".join(_own(forms.get(tag, ()), verbs - {base})) for tag in ("VBZ", "VBD", "VBN", "VBG")]
            noun = "n" if "NOUN" in getAllLemmas(base) else ""
            out.write("\t".join([base, *cells, noun]) + "\n")


def _own(forms: Sequence[str], verbs: AbstractSet[str]) -> list[str]:
    """``forms`` without variants that are rather another verb, or a noun, today: "crew" of "crow"."""
    return [form for number, form in enumerate(forms) if not number or form not in verbs]


if __name__ == "__main__":
    main()
