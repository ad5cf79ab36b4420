"""How many altered quotations ``briefings verify`` catches: ``python benchmarks/verify.py [--edits 1032] [--seed 1]``.

Generates the site of the sample articles into a temporary folder and alters one thing at a time: a word on a page, a
speaker, a source, a data row, a feed, an article. The manifest is brought up to date after each edit, so that it gives
no hint: what is caught is caught by comparing with the articles and the records. Prints how many edits of each class
were caught, how many were named as what they are, and whether the untouched site gives a false alarm.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path

from altering import data, machines, sources, speakers, whole, words
from altering.sample import Alter, Edit, Sample

from topic_briefings import build
from topic_briefings.settings import Settings, parse
from topic_briefings.verifying import verify
from topic_briefings.verifying.problems import Kind
from topic_briefings.writing.manifest import MANIFEST

SAMPLES = Path(__file__).resolve().parents[1] / "tests" / "articles"

WORDS, SPEAKER, SOURCE, ARTICLE, RECORD = Kind.WORDS, Kind.SPEAKER, Kind.SOURCE, Kind.ARTICLE, Kind.RECORD

CLASSES: tuple[tuple[str, Alter, tuple[Kind, ...]], ...] = (
    ("word changed", words.on_pages(words.change_word), (WORDS,)),
    ("word dropped", words.on_pages(words.drop_word), (WORDS,)),
    ("word added", words.on_pages(words.add_word), (WORDS,)),
    ("words swapped", words.on_pages(words.swap_words), (WORDS,)),
    ("case changed", words.on_pages(words.change_case), (WORDS,)),
    ("digit changed", words.on_pages(words.change_digit), (WORDS,)),
    ("denial dropped", words.on_pages(words.drop_not), (WORDS,)),
    ("letter that looks alike", words.on_pages(words.look_alike), (WORDS,)),
    ("invisible character", words.on_pages(words.invisible), (WORDS,)),
    ("other white space", words.on_pages(words.other_space), (WORDS,)),
    ("other quotation marks", words.on_pages(words.other_marks), (WORDS,)),
    ("quotation shortened", words.shorten, (WORDS,)),
    ("quotation made up", whole.make_up_quotation, (WORDS, RECORD, SPEAKER, SOURCE)),
    ("sentence made up", whole.make_up_sentence, (WORDS,)),
    ("quotation moved", whole.move_quotation, (SOURCE,)),
    ("quotation taken off", whole.take_quotation_off, (RECORD,)),
    ("point or evidence", whole.change_point, (WORDS, SOURCE)),
    ("description", whole.change_description, (WORDS, SPEAKER)),
    ("speaker swapped", speakers.swap_speaker, (SPEAKER,)),
    ("speakers exchanged", speakers.exchange_speakers, (SPEAKER,)),
    ("speaker's name edited", speakers.edit_name, (SPEAKER,)),
    ("speaker's link swapped", speakers.edit_link_of_speaker, (SPEAKER,)),
    ("role changed", speakers.change_role, (SPEAKER,)),
    ("nobody made somebody", speakers.name_somebody, (SPEAKER,)),
    ("voice in a list", speakers.rename_in_list, (SPEAKER,)),
    ("source swapped", sources.swap_source, (SOURCE,)),
    ("headline, outlet, date", sources.rename_article, (SOURCE,)),
    ("link in a list", sources.relink_list, (SOURCE,)),
    ("source in a list", sources.rename_source_in_list, (SOURCE,)),
    ("digest on a page", sources.drop_digest, (SOURCE,)),
    ("record: words", data.row(data.row_words), (WORDS,)),
    ("record: place", data.row(data.row_place), (WORDS, RECORD)),
    ("record: speaker", data.row(data.row_speaker), (SPEAKER,)),
    ("record: source", data.row(data.row_source), (SOURCE, ARTICLE)),
    ("record: voices exchanged", data.exchange_voices, (SPEAKER,)),
    ("record: certainty", data.claim_certainty, (SPEAKER,)),
    ("record: role", data.change_recorded_role, (SPEAKER,)),
    ("record: voice", data.change_voice, (SPEAKER,)),
    ("record: points", data.change_points, (WORDS,)),
    ("record dropped", data.drop_row, tuple(Kind)),
    ("table edited", data.edit_table, tuple(Kind)),
    ("JSON-LD: words", machines.linked_words, (WORDS,)),
    ("JSON-LD: speaker", machines.linked_speaker, (SPEAKER,)),
    ("JSON-LD: source", machines.linked_source, (SOURCE,)),
    ("JSON-LD: one more or less", machines.linked_made_up, (RECORD,)),
    ("feed: words", machines.feed_words, (WORDS,)),
    ("feed: headline", machines.feed_title, (SOURCE,)),
    ("feed: its own addresses", machines.feed_head, (SOURCE,)),
    ("feed: source", machines.feed_source, (SOURCE,)),
    ("article edited", data.edit_article, (ARTICLE,)),
)


# ------------------------------------------------------------------ the run


def site(folder: Path) -> Settings:
    """The generated site of the sample articles."""
    shutil.copytree(SAMPLES, folder / "seeds")
    settings = parse({"workers": 1}, root=folder)
    build.generate(settings)
    return settings


def caught(sample: Sample, settings: Settings, edit: Edit, kinds: tuple[Kind, ...]) -> tuple[bool, bool]:
    """Whether the edit is found, and whether it is named as what it is."""
    file, manifest = sample.folder / edit.path, settings.docs / MANIFEST
    before, listed = file.read_bytes(), manifest.read_bytes()
    content = edit.content.encode()
    try:
        file.write_bytes(content)
        manifest.write_bytes(listed.replace(sha256(before).hexdigest().encode(), sha256(content).hexdigest().encode()))
        problems = verify(settings).problems
    finally:
        file.write_bytes(before)
        manifest.write_bytes(listed)
    return bool(problems), any(problem.kind in kinds for problem in problems)


def main() -> None:
    """Run the edits and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edits", type=int, default=len(CLASSES) * 24)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = site(folder)
        began = time.perf_counter()
        verdict = verify(settings)
        took = time.perf_counter() - began
        print(
            f"untouched: {len(verdict.problems)} false alarms in {verdict.quotations} quotations shown "
            f"{verdict.shown} times on {verdict.pages} pages; {took:.1f} s"
        )
        rng = random.Random(options.seed)  # noqa: S311 - no secret
        missed = trial(Sample(folder, rng), settings, options.edits)
        print(f"untouched again: {len(verify(settings).problems)} false alarms")
    sys.exit(1 if missed or verdict.problems else 0)


def trial(sample: Sample, settings: Settings, edits: int) -> int:
    """Try ``edits`` edits in turn, print how each class fared, and return how many were not caught."""
    tally = {name: [0, 0, 0] for name, _, _ in CLASSES}
    missed = []
    for number in range(edits):
        name, alter, kinds = CLASSES[number % len(CLASSES)]
        edit = next(found for found in iter(lambda alter=alter: alter(sample), 0) if found)
        found, named = caught(sample, settings, edit, kinds)
        for at, value in enumerate((True, found, named)):
            tally[name][at] += value
        if not found or not named:
            missed.append(f"{'not caught' if not found else 'not named'}: {name}: {edit.shown}")
    print(f"\n{'class':26}{'edits':>7}{'caught':>8}{'named':>7}")
    for name, counts in tally.items():
        print(f"{name:26}{counts[0]:7}{counts[1]:8}{counts[2]:7}")
    total = [sum(counts[at] for counts in tally.values()) for at in range(3)]
    print(f"{'all':26}{total[0]:7}{total[1]:8}{total[2]:7}\n", *missed, sep="\n")
    return total[0] - total[1]


if __name__ == "__main__":
    main()
