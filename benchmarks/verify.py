"""How many altered quotations ``briefings verify`` catches: ``python benchmarks/verify.py [--edits 2010] [--seed 1]``.

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

from altering import built, data, machines, sources, speakers, unseen, whole, words
from altering.sample import Alter, Edit, Sample

from topic_briefings import build
from topic_briefings.mkdocs_edge.building import build_site
from topic_briefings.models import Article
from topic_briefings.reading import read_folder
from topic_briefings.settings import Settings, parse
from topic_briefings.verifying import verify
from topic_briefings.verifying.examining import Examination
from topic_briefings.verifying.problems import Kind
from topic_briefings.writing.manifest import MANIFEST, read_manifest

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
    ("record: dated role", data.change_dated_role, (SPEAKER,)),
    ("record: salience", data.change_salience, (RECORD,)),
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
    *((name, alter, tuple(Kind)) for name, alter in unseen.CLASSES.items()),
)


# ------------------------------------------------------------------ the run


def site(folder: Path, every: int) -> Settings:
    """The generated site of ``every`` second, third … of the sample articles."""
    (folder / "seeds").mkdir()
    for file in sorted(file for file in SAMPLES.iterdir() if file.is_file())[::every]:
        shutil.copy(file, folder / "seeds")
    settings = parse({"workers": 1}, root=folder)
    build.generate(settings)
    return settings


class Site:
    """The generated site, verified whole where records or articles are altered, by the page where a page is."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.altered: dict[str, bytes] = {}
        self.problems: list[Kind] = []
        self.examination = Examination(self._read, settings, self._report)
        articles = read_folder(settings.seeds, settings.shown_seeds)
        self.examination.rows()
        self.examination.records({item.id: item for item in articles if isinstance(item, Article)})
        self.seen = {path: self._show(path) for path in sorted(read_manifest(settings.docs))}

    def _read(self, path: str) -> bytes:
        return self.altered[path] if path in self.altered else (self.settings.docs / path).read_bytes()

    def _report(self, kind: Kind, *_: object) -> None:
        self.problems.append(kind)

    def _show(self, path: str) -> set[tuple[str, str]]:
        self.examination.seen = set()
        self.examination.show([path])
        return self.examination.seen

    def found(self, edit: Edit) -> list[Kind]:
        """What is found once the edit is made and the manifest brought up to date."""
        path = edit.path.removeprefix("docs/")
        if path == edit.path or path not in self.seen or not path.endswith((".md", ".xml", ".json")):
            return self._whole(edit)
        self.problems.clear()
        self.altered = {path: edit.content.encode()}
        gone = self.seen[path] - self._show(path)
        self.altered = {}
        elsewhere = set().union(*(seen for other, seen in self.seen.items() if other != path))
        return [*self.problems, *(Kind.RECORD for quotation in gone if quotation not in elsewhere)]

    def built(self, page: str, content: str) -> bool:
        """Whether something is found in the built page of the one at ``page``, or a quotation is missing from it."""
        self.problems.clear()
        self.examination.seen = set()
        self.examination.built(page, content.encode(), self._report)
        return bool(self.problems) or bool(self.seen[page] - self.examination.seen)

    def _whole(self, edit: Edit) -> list[Kind]:
        file, manifest = self.settings.docs.parent / edit.path, self.settings.docs / MANIFEST
        before, listed, content = file.read_bytes(), manifest.read_bytes(), edit.content.encode()
        now, then = (sha256(bytes_).hexdigest().encode() for bytes_ in (content, before))
        try:
            file.write_bytes(content)
            manifest.write_bytes(listed.replace(then, now))
            return [problem.kind for problem in verify(self.settings).problems]
        finally:
            file.write_bytes(before)
            manifest.write_bytes(listed)


def main() -> None:
    """Run the edits and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edits", type=int, default=len(CLASSES) * 30)
    parser.add_argument("--every", type=int, default=3, help="take every second, third … of the sample articles")
    parser.add_argument("--built", type=int, default=0, help="so many edits more, of the built site")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = site(folder, options.every)
        began = time.perf_counter()
        verdict = verify(settings)
        took = time.perf_counter() - began
        print(
            f"untouched: {len(verdict.problems)} false alarms in {verdict.quotations} quotations shown "
            f"{verdict.shown} times on {verdict.pages} pages; {took:.1f} s"
        )
        rng = random.Random(options.seed)  # noqa: S311 - no secret
        missed = trial(Sample(folder, rng), Site(settings), options.edits)
        print(f"untouched again: {len(verify(settings).problems)} false alarms")
        if options.built:
            missed += forged(settings, options.built, rng)
    sys.exit(1 if missed or verdict.problems else 0)


def forged(settings: Settings, edits: int, rng: random.Random) -> int:
    """Build the site, try ``edits`` edits of its pages, print how each class fared; gives how many were not caught."""
    root = settings.docs.parent
    (root / "mkdocs.yml").write_text("site_name: Forged\nplugins:\n  - briefings:\n      workers: 1\n")
    made = build_site(root / "mkdocs.yml")
    print(f"\nbuilt and untouched: {len(verify(settings, site=made).problems)} false alarms")
    sample, site = built.Built(made, rng), Site(settings)
    sources = {page: f"{Path(page).parent}.md" for page in sample.pages}
    tally = {name: [0, 0] for name in built.CLASSES}
    missed = []
    for number in range(edits):
        name = list(built.CLASSES)[number % len(built.CLASSES)]
        edit = next((found for _ in range(200) if (found := built.CLASSES[name](sample))), None)
        if edit is None:
            continue
        caught = site.built(sources[edit.path], edit.content)
        tally[name][0] += 1
        tally[name][1] += caught
        missed += [] if caught else [f"not caught: {name}: {edit.shown}"]
    for name, counts in tally.items():
        print(f"{name:36}{counts[0]:7}{counts[1]:8}")
    print(f"{'all of the built':36}{sum(c[0] for c in tally.values()):7}{sum(c[1] for c in tally.values()):8}\n")
    print(*missed, sep="\n")
    return len(missed)


def trial(sample: Sample, site: Site, edits: int) -> int:
    """Try ``edits`` edits in turn, print how each class fared, and return how many were not caught."""
    tally = {name: [0, 0, 0] for name, _, _ in CLASSES}
    missed = []
    for number in range(edits):
        name, alter, kinds = CLASSES[number % len(CLASSES)]
        edit = next(found for found in iter(lambda alter=alter: alter(sample), 0) if found)
        found = site.found(edit)
        named = any(kind in kinds for kind in found)
        for at, value in enumerate((True, bool(found), named)):
            tally[name][at] += value
        if not named:
            missed.append(f"{'not named' if found else 'not caught'}: {name}: {edit.shown}")
    print(f"\n{'class':26}{'edits':>7}{'caught':>8}{'named':>7}")
    for name, counts in tally.items():
        print(f"{name:26}{counts[0]:7}{counts[1]:8}{counts[2]:7}")
    total = [sum(counts[at] for counts in tally.values()) for at in range(3)]
    print(f"{'all':26}{total[0]:7}{total[1]:8}{total[2]:7}\n", *missed, sep="\n")
    return total[0] - total[1]


if __name__ == "__main__":
    main()
