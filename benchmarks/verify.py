"""How many altered quotations ``briefings verify`` catches: ``python benchmarks/verify.py [--edits 600] [--seed 1]``.

Generates the site of the sample articles into a temporary folder and alters one thing at a time: a word on a page, a
speaker, a source, a data row, an article. The manifest is brought up to date after each edit, so that it gives no
hint: what is caught is caught by comparing with the articles and the records. Prints how many edits of each class
were caught, how many were named as what they are, and whether the untouched site gives a false alarm.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator import build
from generator.manifest import MANIFEST
from generator.pages.data import ARTICLES, QUOTATIONS, TABLE
from generator.settings import Settings, parse
from generator.verifying import verify
from generator.verifying.problems import Kind

SAMPLES = Path(__file__).resolve().parents[1] / "tests" / "articles"

PARTS = re.compile(r"(<[^>]*>|\[[^\]]*\]\([^)]*\)|&#[0-9]+;)")
WORD = re.compile(r"[^\W\d_]{2,}")
BY = re.compile(r' <span class="bf-by">.*')
LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
VOICE_LINK = re.compile(r"\[([^\]]*)\]\(((?:\.\./)?(?:voices/)?[a-z0-9-]+\.md)\)")
ARTICLE_LINK = re.compile(r"\[([^\]]*)\]\(((?:\.\./)?articles/[a-z0-9-]+\.md)\)")
MARKS = "“”„«»‘’‚‹›\"'"


@dataclass(frozen=True, slots=True)
class Edit:
    """One file with one thing altered."""

    path: str
    """Below the site's folder."""
    content: str
    shown: str
    """What was done, for the list of those not caught."""


Alter = Callable[["Sample"], Edit | None]


class Sample:
    """The generated site, with what can be altered in it."""

    def __init__(self, folder: Path, rng: random.Random) -> None:
        self.folder = folder
        self.rng = rng
        self.pages = {
            file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8").split("\n")
            for file in sorted((folder / "docs").rglob("*.md"))
        }
        self.words = list(self._places(quoted))
        self.headings = list(self._places(lambda path, lines, at: lines[at].endswith("{: .bf-speaker }")))
        self.names = list(self._places(names_a_speaker))
        self.linked = [place for place in self.names if VOICE_LINK.search(self.pages[place[0]][place[1]])]
        self.sources = list(self._places(names_a_source))
        self.data = {path: (folder / "docs" / path).read_bytes().decode() for path in (QUOTATIONS, TABLE, ARTICLES)}
        self.records = [json.loads(line) for line in self.data[QUOTATIONS].split("\n")[:-1]]
        self.voices = sorted({(row["voice"], row["voice_page"]) for row in self.records if row["voice_page"]})

    def _places(self, wanted: Callable[[str, list[str], int], bool]) -> Iterator[tuple[str, int]]:
        for path, lines in self.pages.items():
            for at in range(len(lines)):
                if wanted(path, lines, at):
                    yield path, at

    def edit(self, path: str, at: int, line: str, shown: str) -> Edit | None:
        """The page at ``path`` with another line; None when that changes nothing."""
        lines = self.pages[path]
        if line == lines[at]:
            return None
        return Edit(path, "\n".join([*lines[:at], line, *lines[at + 1 :]]), f"{path}:{at + 1} {shown}")


# ------------------------------------------------------------------ where


def quoted(path: str, lines: list[str], at: int) -> bool:
    """Whether the line holds words of a quotation: its own, or its context."""
    line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else ""
    if line.startswith("> "):
        return not line.startswith("> {:")
    return line.startswith('<details class="bf-context"><summary>In') or after.startswith("{: #q-")


def names_a_speaker(path: str, lines: list[str], at: int) -> bool:
    """Whether the line names the speaker of a quotation."""
    line = lines[at]
    voice = path.startswith("docs/voices/") and path != "docs/voices/index.md" and line.startswith("# ")
    return voice or line.endswith("{: .bf-speaker }") or '<span class="bf-by">' in line


def names_a_source(path: str, lines: list[str], at: int) -> bool:
    """Whether the line says which article a quotation stands in, or an article where it was published."""
    after = lines[at + 1] if at + 1 < len(lines) else ""
    line = lines[at]
    original = after == "{: .bf-meta }" and "](http" in line
    return original or (after == "{: .bf-how }" and "[link](#q-" in line and "articles/" in line)


# ------------------------------------------------------------------ words


def _words(change: Callable[[str, random.Random], str]) -> Alter:
    def alter(sample: Sample) -> Edit | None:
        path, at = sample.rng.choice(sample.words)
        line = sample.pages[path][at]
        by = BY.search(line)
        body, rest = (line[: by.start()], line[by.start() :]) if by else (line, "")
        before = re.match(r"> |<details.*?<p>|", body)
        start = before.end() if before else 0
        parts = PARTS.split(body[start:])
        plain = [index for index in range(0, len(parts), 2) if WORD.search(parts[index])]
        if not plain:
            return None
        index = sample.rng.choice(plain)
        changed = change(parts[index], sample.rng)
        shown = f"{parts[index]!r} → {changed!r}"
        parts[index] = changed
        return sample.edit(path, at, body[:start] + "".join(parts) + rest, shown)

    return alter


def _one(text: str, rng: random.Random, make: Callable[[str], str]) -> str:
    match = rng.choice(list(WORD.finditer(text)))
    return text[: match.start()] + make(match[0]) + text[match.end() :]


def change_word(text: str, rng: random.Random) -> str:
    """Another word for one word."""
    return _one(text, rng, lambda word: rng.choice([w for w in ("never", "always", "north", "some") if w != word]))


def drop_word(text: str, rng: random.Random) -> str:
    """One word less."""
    match = rng.choice(list(WORD.finditer(text)))
    return text[: match.start()].rstrip(" ") + text[match.end() :]


def add_word(text: str, rng: random.Random) -> str:
    """One word more."""
    return _one(text, rng, lambda word: f"{word} {rng.choice(['not', 'really', 'again'])}")


def swap_words(text: str, rng: random.Random) -> str:
    """Two neighbouring words in the other order."""
    pairs = [m for m in re.finditer(r"\b(\w+) (\w+)\b", text) if m[1] != m[2]]
    if not pairs:
        return text
    match = rng.choice(pairs)
    return text[: match.start()] + f"{match[2]} {match[1]}" + text[match.end() :]


def change_case(text: str, rng: random.Random) -> str:
    """One word with its first letter in the other case."""
    return _one(text, rng, lambda word: word[0].swapcase() + word[1:])


def change_digit(text: str, rng: random.Random) -> str:
    """One digit changed."""
    found = list(re.finditer(r"\d", text))
    if not found:
        return text
    match = rng.choice(found)
    return text[: match.start()] + str((int(match[0]) + rng.randint(1, 9)) % 10) + text[match.end() :]


def shorten(sample: Sample) -> Edit | None:
    """A quotation that ends a word earlier, loses a mark, or is moved across one."""
    path, at = sample.rng.choice(sample.words)
    line = sample.pages[path][at]
    found = re.match(r"(> )([“”„«»‘’‚‹›\"'].*?)( <span class=\"bf-by\">.*)?$", line)
    if not found:
        return None
    text = found[2]
    ways = [text[1:]]
    if text[-1] in MARKS:
        ways += [text[:-1], text[:-1].rpartition(" ")[0] + text[-1]]
    ways = [way for way in ways if way.strip(MARKS + " ")]
    return sample.edit(path, at, found[1] + sample.rng.choice(ways) + (found[3] or ""), "shortened") if ways else None


# ------------------------------------------------------------------ speakers


def swap_speaker(sample: Sample) -> Edit | None:
    """A quotation given to another voice, with the link to that voice's page."""
    path, at = sample.rng.choice(sample.names)
    line = sample.pages[path][at]
    name, page = sample.rng.choice(sample.voices)
    up = "" if path == "docs/index.md" else "../"
    if line.startswith("# "):
        return sample.edit(path, at, f"# {name} {{: .bf-headline }}", f"now {name}")
    other = f"[{name}]({up}{page})"
    if VOICE_LINK.search(line):
        changed = VOICE_LINK.sub(other, line)
    elif line.startswith("### "):
        changed = f"### {other} {{: .bf-speaker }}"
    else:
        changed = re.sub(r'(<span class="bf-by">).*(</span>)', lambda m: m[1] + other + m[2], line)
    if name in line or f"{page}" in line:
        return None
    return sample.edit(path, at, changed, f"now {name}")


def edit_name(sample: Sample) -> Edit | None:
    """One letter of a speaker's name or role changed."""
    path, at = sample.rng.choice(sample.names)
    line = sample.pages[path][at]
    start = line.index('<span class="bf-by">') + len('<span class="bf-by">') if "bf-by" in line else line.index(" ")
    end = line.rindex("{:") if line.startswith("#") else len(line)
    shown = re.sub(r"\]\([^)]*\)|<[^>]*>|&#[0-9]+;", lambda m: " " * len(m[0]), line[start:end])
    letters = [start + m.start() for m in re.finditer(r"[^\W\d_]", shown)]
    if not letters:
        return None
    place = sample.rng.choice(letters)
    other = "e" if line[place] != "e" else "a"
    return sample.edit(path, at, line[:place] + other + line[place + 1 :], f"{line} letter {place}")


def edit_link_of_speaker(sample: Sample) -> Edit | None:
    """A speaker's name with a link to another voice's page."""
    path, at = sample.rng.choice(sample.linked)
    _, page = sample.rng.choice(sample.voices)
    line = sample.pages[path][at]
    up = "" if path == "docs/index.md" else "../"
    match = VOICE_LINK.search(line)
    if not match or match[2].endswith(page.removeprefix("voices/")):
        return None
    return sample.edit(path, at, line[: match.start(2)] + up + page + line[match.end(2) :], f"links to {page}")


# ------------------------------------------------------------------ sources


def swap_source(sample: Sample) -> Edit | None:
    """Another article's page, address, outlet or date."""
    path, at = sample.rng.choice(sample.sources)
    line = sample.pages[path][at]
    if "](http" in line:
        way = sample.rng.choice([(r"\]\(https?://[^)]*", "](https://example.net/other"), (r"[^·]+", "Another Post ")])
        return sample.edit(path, at, re.sub(way[0], way[1], line, count=1), "original")
    match = ARTICLE_LINK.search(line)
    other = sample.rng.choice([row["page"] for row in sample.records])
    if not match or match[2].endswith(other):
        return None
    if sample.rng.random() < 0.5:
        return sample.edit(path, at, f"{line[: match.start(2)]}../{other}{line[match.end(2) :]}", f"to {other}")
    return sample.edit(path, at, f"{line[: match.start(1)]}Another Post{line[match.end(1) :]}", "called otherwise")


# ------------------------------------------------------------------ data and articles


def _row(field: Callable[[dict[str, object], random.Random, Sample], bool]) -> Alter:
    def alter(sample: Sample) -> Edit | None:
        path = sample.rng.choice([QUOTATIONS, ARTICLES])
        lines = sample.data[path].split("\n")
        at = sample.rng.randrange(len(lines) - 1)
        row = json.loads(lines[at])
        one = row if path == QUOTATIONS else sample.rng.choice(row["quotations"]) if row["quotations"] else None
        if one is None or not field(one, sample.rng, sample):
            return None
        lines[at] = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        return Edit(f"docs/{path}", "\n".join(lines), f"docs/{path}:{at + 1} {json.dumps(one)[:200]}")

    return alter


def row_words(row: dict[str, object], rng: random.Random, sample: Sample) -> bool:
    """Words of a record."""
    text = str(row["text"])
    if not WORD.search(text):
        return False
    row["text"] = rng.choice([change_word, drop_word, add_word, change_case])(text, rng)
    return row["text"] != text


def row_place(row: dict[str, object], rng: random.Random, sample: Sample) -> bool:
    """A record's place in the article."""
    key = rng.choice(["start", "end"])
    row[key] = int(str(row[key])) + 1
    return True


def row_speaker(row: dict[str, object], rng: random.Random, sample: Sample) -> bool:
    """A record's speaker."""
    speaker, (name, page) = row["speaker"], rng.choice(sample.voices)
    if not isinstance(speaker, dict) or name in (speaker["name"], row.get("voice")):
        return False
    key = rng.choice(["name", "text", "voice", "voice_page"] if "voice" in row else ["name", "text"])
    if key.startswith("voice"):
        row[key] = name if key == "voice" else page
    else:
        speaker[key] = name
    return True


def row_source(row: dict[str, object], rng: random.Random, sample: Sample) -> bool:
    """A record's source."""
    other = rng.choice(sample.records)
    key = rng.choice(["article", "digest", "source", "url", "outlet", "published", "page"])
    if key not in row or row[key] == other[key]:
        return False
    row[key] = other[key]
    return True


def edit_table(sample: Sample) -> Edit | None:
    """A word, a name or a number of the table."""
    lines = sample.data[TABLE].split("\r\n")
    at = sample.rng.randrange(1, len(lines) - 1)
    if not WORD.search(lines[at]):
        return None
    lines[at] = sample.rng.choice([change_word, drop_word, add_word, change_case, change_digit])(lines[at], sample.rng)
    content = "\r\n".join(lines)
    return Edit(f"docs/{TABLE}", content, f"{TABLE}:{at + 1} {lines[at]}") if content != sample.data[TABLE] else None


def edit_article(sample: Sample) -> Edit | None:
    """A word of an article that pages quote."""
    row = sample.rng.choice(sample.records)
    file = sample.folder / row["source"]
    text = file.read_bytes().decode()
    words = [word for word in row["text"].split() if WORD.fullmatch(word) and text.count(f" {word} ") == 1]
    if not words:
        return None
    word = sample.rng.choice(words)
    return Edit(row["source"], text.replace(f" {word} ", " otherwise "), f"{row['source']}: {word}")


CLASSES: tuple[tuple[str, Alter, tuple[Kind, ...]], ...] = (
    ("word changed", _words(change_word), (Kind.WORDS,)),
    ("word dropped", _words(drop_word), (Kind.WORDS,)),
    ("word added", _words(add_word), (Kind.WORDS,)),
    ("words swapped", _words(swap_words), (Kind.WORDS,)),
    ("case changed", _words(change_case), (Kind.WORDS,)),
    ("digit changed", _words(change_digit), (Kind.WORDS,)),
    ("quotation shortened", shorten, (Kind.WORDS,)),
    ("speaker swapped", swap_speaker, (Kind.SPEAKER,)),
    ("speaker's name edited", edit_name, (Kind.SPEAKER,)),
    ("speaker's link swapped", edit_link_of_speaker, (Kind.SPEAKER,)),
    ("source swapped", swap_source, (Kind.SOURCE,)),
    ("record: words", _row(row_words), (Kind.WORDS,)),
    ("record: place", _row(row_place), (Kind.WORDS, Kind.RECORD)),
    ("record: speaker", _row(row_speaker), (Kind.SPEAKER,)),
    ("record: source", _row(row_source), (Kind.SOURCE, Kind.ARTICLE)),
    ("table edited", edit_table, tuple(Kind)),
    ("article edited", edit_article, (Kind.ARTICLE,)),
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
    parser.add_argument("--edits", type=int, default=612)
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
    print(f"\n{'class':24}{'edits':>7}{'caught':>8}{'named':>7}")
    for name, counts in tally.items():
        print(f"{name:24}{counts[0]:7}{counts[1]:8}{counts[2]:7}")
    total = [sum(counts[at] for counts in tally.values()) for at in range(3)]
    print(f"{'all':24}{total[0]:7}{total[1]:8}{total[2]:7}\n", *missed, sep="\n")
    return total[0] - total[1]


if __name__ == "__main__":
    main()
