"""Make ``generator/topic_briefings/languages/en/parts_of_speech.tsv`` from lemminflect's table of lemmas.

Run ``python scripts/make_parts_of_speech.py`` with lemminflect installed. lemminflect (MIT) took its table from the
SPECIALIST Lexicon of the National Library of Medicine. Kept is what the noun phrases ask: which parts of speech a form
can be, the singular of a noun, and whether an adjective is compared.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).parents[1] / "generator" / "topic_briefings" / "languages" / "en" / "parts_of_speech.tsv"
LETTERS = {"noun": "N", "adj": "J", "verb": "V", "adv": "R"}
HEAD = """\
# English words in lower case: form, parts of speech (N noun, J adjective, V verb, R adverb), what else is known of it
# (c a comparative or superlative that is no noun; g an adjective with a comparative of its own; b the base form of a
# verb; p also printed with a capital), and the singular of a noun where the form is not it.
# Made by scripts/make_parts_of_speech.py from lemminflect {version} (MIT, Copyright 2019 Brad Jascob), whose table
# comes from the SPECIALIST Lexicon of the U.S. National Library of Medicine.
"""


def lemmas() -> list[tuple[str, str, str]]:
    """Form, category and bases (parted by "/") of each line of the table."""
    with (
        (files("lemminflect") / "resources" / "lemma_lu.csv.gz").open("rb") as raw,
        gzip.open(raw, "rt", "utf-8") as lines,
    ):
        return [tuple(line.rstrip("\n").split(",", 2)) for line in lines]


def flags(form: str, bases: dict[str, str], graded: set[str], proper: set[str]) -> str:
    """What else is known of ``form`` by its bases in each part of speech."""
    noun, adjective = bases.get("N"), bases.get("J")
    compared = (
        noun is None and adjective is not None and form.endswith(("er", "st")) and form not in adjective.split("/")
    )
    known = {"c": compared, "g": form in graded, "b": form in bases.get("V", "").split("/"), "p": form in proper}
    return "".join(flag for flag, holds in known.items() if holds)


def main() -> None:
    """Write the table."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    proper = {form.lower() for form, _, _ in lemmas() if not form.islower()}
    for form, category, base in lemmas():
        if category in LETTERS and form.islower():
            found[form][LETTERS[category]] = base
    graded = {
        base
        for form, bases in found.items()
        if form.endswith("er")
        for base in bases.get("J", "").split("/")
        if base != form
    }
    with TARGET.open("w", encoding="utf-8") as out:
        out.write(HEAD.format(version=version("lemminflect")))
        for form in sorted(found.keys() | proper):
            bases = found.get(form, {})
            singular = min(bases["N"].split("/")) if "N" in bases else form
            parts = "".join(letter for letter in LETTERS.values() if letter in bases)
            cells = [form, parts, flags(form, bases, graded, proper), "" if singular == form else singular]
            out.write("\t".join(cells).rstrip("\t") + "\n")


if __name__ == "__main__":
    main()
