"""Make the table of topics from IPTC's published Media Topics: ``python scripts/make_mediatopics.py FILE … > TABLE``.

``FILE`` is the vocabulary as downloaded from https://cv.iptc.org/newscodes/mediatopic (JSON with a ``conceptSet``,
or JSON Lines with one concept a line; ``.gz`` is read too). The first file says which topics there are; further
files, such as an older release with more languages, only lend labels, and only to topics that have kept their
English label since. Retired topics are left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HEAD = """\
# IPTC Media Topics: the id, the parent's id (empty at the top), the English and the German label.
# Release {release}. Labels and ids are (c) IPTC, https://iptc.org, licensed CC BY 4.0
# (https://creativecommons.org/licenses/by/4.0/). Changed: retired topics left out; fields chosen; nothing else.
# An empty German label: the release with German labels does not know the topic, or by another English label.
# Made by scripts/make_mediatopics.py from {files}.
"""


def concepts(path: Path) -> Iterator[dict[str, Any]]:
    """The concepts of one published file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        text = file.read()
    try:
        yield from json.loads(text)["conceptSet"]
    except ValueError:
        yield from (json.loads(line) for line in text.splitlines() if line.strip())


def code(concept: str) -> str:
    """``medtop:…`` from a qcode or an address."""
    return "medtop:" + concept.replace(":", "/").rsplit("/", 1)[1]


def parent(concept: dict[str, Any]) -> str:
    """The id of the parent; empty at the top level."""
    if "path" in concept:
        return str(concept["path"][-2]) if len(concept["path"]) > 1 else ""
    broader = concept.get("broader") or []
    return code(broader[0]) if broader else ""


def label(concept: dict[str, Any], *languages: str) -> str:
    """The label in the first of ``languages`` that the concept has; empty when it has none."""
    labels = concept.get("prefLabel") or {"en": concept.get("name", "")}
    return next((" ".join(labels[language].split()) for language in languages if labels.get(language)), "")


def english(concept: dict[str, Any]) -> str:
    """The English label."""
    return label(concept, "en-GB", "en")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--release", required=True, help="the release as IPTC names it: 2023-10")
    options = parser.parse_args()
    german: dict[tuple[str, str], str] = {}
    for path in reversed(options.files):
        lent = {(code(c["qcode"]), english(c).casefold()): label(c, "de") for c in concepts(path)}
        german.update((key, name) for key, name in lent.items() if name)
    print(HEAD.format(release=options.release, files=", ".join(path.name for path in options.files)), end="")
    living = [concept for concept in concepts(options.files[0]) if not concept.get("retired")]
    for concept in sorted(living, key=lambda c: code(c["qcode"])):
        key, name = code(concept["qcode"]), english(concept)
        print(key, parent(concept), name, german.get((key, name.casefold()), ""), sep="\t")


if __name__ == "__main__":
    main()
