"""How many altered files ``briefings verify`` catches: ``python benchmarks/verify.py [--edits 2000] [--built 400]``.

Generates the site of the sample articles into a temporary folder and alters one thing at a time (``altering.py``): a
word on a page, a speaker, a source, a data row, a feed, an article. The manifest is brought up to date after each edit,
so that it gives no hint. What generating gives is computed once, and each altered file is compared with that; beside
it stands how many are found by reading quotations alone, which needs no generating, and whether the untouched site
gives a false alarm. With ``--built``, so many edits more, of the HTML that MkDocs built.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from hashlib import sha256
from pathlib import Path

from altering import BUILT, CLASSES, Edit, Sample, drawn

from topic_briefings import build
from topic_briefings.mkdocs_edge.building import build_site
from topic_briefings.models import Article
from topic_briefings.reading import read_folder
from topic_briefings.settings import Settings, parse
from topic_briefings.verifying import Verification
from topic_briefings.verifying.built import differences
from topic_briefings.verifying.dialect import from_markdown
from topic_briefings.verifying.examining import Examination
from topic_briefings.verifying.markup import from_html
from topic_briefings.writing.manifest import MANIFEST, read_manifest

SAMPLES = Path(__file__).resolve().parents[1] / "tests" / "articles"


def site(folder: Path, every: int) -> Settings:
    """The generated site of every second, third … of the sample articles."""
    (folder / "seeds").mkdir()
    for file in sorted(file for file in SAMPLES.iterdir() if file.is_file())[::every]:
        shutil.copy(file, folder / "seeds")
    settings = parse({"workers": 1}, root=folder)
    build.generate(settings)
    return settings


class Site:
    """The generated site, read whole where records or articles are altered, by the page where a page is."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.altered: dict[str, bytes] = {}
        self.problems: list[object] = []
        self.examination = Examination(self._content, settings, lambda *found: self.problems.append(found))
        articles = read_folder(settings.seeds, settings.shown_seeds)
        self.examination.records.sources()
        self.examination.records_of({item.id: item for item in articles if isinstance(item, Article)})
        self.generated = {path: self._content(path) for path in read_manifest(settings.docs)}
        self.seen = {path: self._show(path) for path in sorted(self.generated) if path.endswith(".md")}

    def _content(self, path: str) -> bytes:
        return self.altered[path] if path in self.altered else (self.settings.docs / path).read_bytes()

    def _show(self, path: str) -> set[tuple[str, str]]:
        self.examination.seen = set()
        self.examination.show([path])
        return self.examination.seen

    def read(self, edit: Edit) -> bool:
        """Whether reading alone finds the edit, once the manifest is brought up to date."""
        path = edit.path.removeprefix("docs/")
        if path not in self.seen:
            return self._whole(edit)
        self.problems.clear()
        self.altered = {path: edit.content.encode()}
        gone = self.seen[path] - self._show(path)
        self.altered = {}
        elsewhere = set().union(*(seen for other, seen in self.seen.items() if other != path))
        return bool(self.problems) or not gone <= elsewhere

    def compared(self, edit: Edit) -> bool:
        """Whether the file is another than generating gives; what it gives of an altered article is not asked here."""
        return self.generated.get(edit.path.removeprefix("docs/"), b"") != edit.content.encode()

    def _whole(self, edit: Edit) -> bool:
        file, manifest = self.settings.docs.parent / edit.path, self.settings.docs / MANIFEST
        before, listed, content = file.read_bytes(), manifest.read_bytes(), edit.content.encode()
        now, then = (sha256(bytes_).hexdigest().encode() for bytes_ in (content, before))
        try:
            file.write_bytes(content)
            manifest.write_bytes(listed.replace(then, now))
            return bool(Verification(self.settings).run().problems)
        finally:
            file.write_bytes(before)
            manifest.write_bytes(listed)


def main() -> None:
    """Run the edits and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edits", type=int, default=2000)
    parser.add_argument("--every", type=int, default=3, help="take every second, third … of the sample articles")
    parser.add_argument("--built", type=int, default=0, help="so many edits more, of the built site")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = site(folder, options.every)
        began = time.perf_counter()
        verdict = build.verify(settings)
        print(
            f"untouched: {len(verdict.problems)} false alarms in {verdict.quotations} quotations shown {verdict.shown} "
            f"times on {verdict.pages} pages; {time.perf_counter() - began:.1f} s"
        )
        rng = random.Random(options.seed)  # noqa: S311 - no secret
        missed = trial(Sample(folder, rng), Site(settings), options.edits)
        if options.built:
            missed += forged(settings, options.built, rng)
        again = len(build.verify(settings).problems)
        print(f"untouched again: {again} false alarms")
    sys.exit(1 if missed or verdict.problems or again else 0)


def trial(sample: Sample, site: Site, edits: int) -> int:
    """Try ``edits`` edits of what was generated, print how each class fared; gives how many were not caught."""
    tally: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    missed = []
    for name, edit in drawn(sample, CLASSES, edits):
        read = site.read(edit)
        caught = read or (edit.path.startswith("docs/") and site.compared(edit))
        for at, value in enumerate((True, caught, read)):
            tally[name][at] += value
        missed += [] if caught else [f"not caught: {name}: {edit.shown}"]
    return told(tally, ("edits", "caught", "by reading"), missed)


def forged(settings: Settings, edits: int, rng: random.Random) -> int:
    """Build the site and try ``edits`` edits of its HTML, as ``trial`` does."""
    root = settings.docs.parent
    (root / "mkdocs.yml").write_text("site_name: Forged\nplugins:\n  - briefings:\n      workers: 1\n")
    made = build_site(root / "mkdocs.yml")
    print(f"built and untouched: {len(build.verify(settings, site=made).problems)} false alarms")
    tally: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    missed = []
    for name, edit in drawn(Sample(made, rng), BUILT, edits):
        source = f"{Path(edit.path).parent}.md"
        written = from_markdown((settings.docs / source).read_text(encoding="utf-8"))
        caught = any(differences(source, written, from_html(edit.content.encode())))
        tally[name][0] += 1
        tally[name][1] += caught
        missed += [] if caught else [f"not caught: {name}: {edit.shown}"]
    return told(tally, ("edits", "caught"), missed)


def told(tally: dict[str, list[int]], columns: tuple[str, ...], missed: list[str]) -> int:
    """Print a table and what was missed; gives how many."""
    tally["all"] = [sum(counts) for counts in zip(*tally.values(), strict=True)]
    print(f"\n{'class':36}" + "".join(f"{column:>12}" for column in columns))
    for name, counts in tally.items():
        print(f"{name:36}" + "".join(f"{count:12}" for count in counts))
    print(*missed, "", sep="\n")
    return len(missed)


if __name__ == "__main__":
    main()
