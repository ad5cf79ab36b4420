"""A generated site, and the places in it that can be altered."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from topic_briefings.pages.machine.data import ARTICLES, QUOTATIONS, TABLE, VOICES

PARTS = re.compile(r"(<[^>]*>|\[[^\]]*\]\([^)]*\)|&#[0-9]+;)")
WORD = re.compile(r"[^\W\d_]{2,}")
BY = re.compile(r' <span class="bf-by">.*')
LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
VOICE_LINK = re.compile(r"\[([^\]]*)\]\(((?:\.\./)?(?:voices/)?[a-z0-9-]+\.md)\)")
ARTICLE_LINK = re.compile(r"\[([^\]]*)\]\(((?:\.\./)?articles/[a-z0-9-]+\.md)\)")
ROOMS = ("index.md", "articles", "countries", "topics", "voices", "months")
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
        self.words = list(self.places(quoted))
        self.names = list(self.places(names_a_speaker))
        self.linked = [place for place in self.names if VOICE_LINK.search(self.pages[place[0]][place[1]])]
        self.sources = list(self.places(names_a_source))
        self.headings = list(self.places(lambda _, lines, at: lines[at].endswith("{: .bf-speaker }")))
        self.listed = list(self.places(lambda _, lines, at: lines[at].startswith("- [")))
        self.origins = list(self.places(lambda _, lines, at: lines[at].startswith('    <span class="bf-source">')))
        self.sentences = list(self.places(is_sentence))
        self.public = sorted(path for path in self.pages if path.split("/")[1] in ROOMS)
        """Pages that say something of articles."""
        self.feeds = sorted(
            file.relative_to(folder).as_posix()
            for file in (folder / "docs" / "feeds").rglob("*")
            if file.suffix in (".xml", ".json")
        )
        self.data = {
            path: (folder / "docs" / path).read_bytes().decode() for path in (QUOTATIONS, TABLE, ARTICLES, VOICES)
        }
        self.records = [json.loads(line) for line in self.data[QUOTATIONS].split("\n")[:-1]]
        self.own = {f"docs/{row['page']}" for row in self.records}
        """The pages of articles that are quoted."""
        self.voices = sorted({(row["voice"], row["voice_page"]) for row in self.records if row["voice_page"]})

    def places(self, wanted: Callable[[str, list[str], int], bool]) -> Iterator[tuple[str, int]]:
        """The page and the number of each line that is ``wanted``."""
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


def is_sentence(path: str, lines: list[str], at: int) -> bool:
    """Whether the line is a bottom line, or evidence."""
    line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else ""
    below = line.startswith("    ") and not line.strip().startswith(("<", "{:"))
    return below or after.startswith(("{: .bf-point", "{: .bf-lead")) or 'class="bf-why"' in line
