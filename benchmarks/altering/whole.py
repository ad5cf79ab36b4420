"""Whole statements that are made up, moved or taken away, and sentences that are no quotations."""

from __future__ import annotations

import re

from altering.sample import WORD, Edit, Sample
from altering.words import add_word, change_word, drop_word

MADE_UP = "We have never paid a single dollar for it and we never will"


def _insert(sample: Sample, path: str, lines: list[str], shown: str) -> Edit:
    page = sample.pages[path]
    places = [at for at, line in enumerate(page) if line.startswith(("## ", "### "))] or [len(page) - 1]
    at = sample.rng.choice(places)
    return Edit(path, "\n".join([*page[:at], *lines, "", *page[at:]]), f"{path}:{at + 1} {shown}")


def make_up_quotation(sample: Sample) -> Edit | None:
    """A block like those of quotations, with an anchor of its own, another's or none."""
    path = sample.rng.choice(sample.public)
    row, (name, page) = sample.rng.choice(sample.records), sample.rng.choice(sample.voices)
    anchor = sample.rng.choice([row["anchor"], "q-12345678", ""])
    up = "" if path == "docs/index.md" else "../"
    block = [f"### [{name}]({up}{page}) {{: .bf-speaker }}", ""] if sample.rng.random() < 0.5 else []
    block += [f"> “{MADE_UP},”", f"> {{: #{anchor} .bf-quote }}" if anchor else "> {: .bf-quote }", ""]
    block += [f"said · direct · [link](#{anchor})", "{: .bf-how }"] if anchor else []
    return _insert(sample, path, block, f"made up {anchor}")


def make_up_sentence(sample: Sample) -> Edit | None:
    """A sentence or a list item that somebody said something, in marks or not."""
    path = sample.rng.choice(sample.public)
    name, _ = sample.rng.choice(sample.voices)
    said = sample.rng.choice([f"{name} said: “{MADE_UP}.”", f"{name} said that nothing had been paid for the work."])
    line = sample.rng.choice([said, f"- {name}: “{MADE_UP}.”", f"<p>“{MADE_UP},” {name} said.</p>"])
    return _insert(sample, path, [line], line)


def move_quotation(sample: Sample) -> Edit | None:
    """A quotation of one article on the page of another."""
    path, block = _block(sample)
    other = sample.rng.choice(sorted(sample.own - {path}))
    return _insert(sample, other, block, f"from {path}")


def take_quotation_off(sample: Sample) -> Edit | None:
    """A quotation that is no longer on its article's page."""
    path, block = _block(sample)
    page = "\n".join(sample.pages[path])
    return Edit(path, page.replace("\n".join(block), "", 1), f"{path}: {block[0]}")


def _block(sample: Sample) -> tuple[str, list[str]]:
    path, at = sample.rng.choice([place for place in sample.words if place[0] in sample.own and _begins(sample, place)])
    return path, sample.pages[path][at : at + 5]


def _begins(sample: Sample, place: tuple[str, int]) -> bool:
    lines, at = sample.pages[place[0]], place[1]
    return lines[at].startswith("> ") and lines[at + 1].startswith("> {: #q-")


def change_point(sample: Sample) -> Edit | None:
    """A word of a bottom line, in whatever list it stands, of its links, or of the evidence for a country."""
    path, at = sample.rng.choice(sample.sentences)
    line = sample.pages[path][at]
    change = sample.rng.choice([change_word, drop_word, add_word])
    hidden = re.sub(r"<span.*|\{:[^}]*\}|<summary>.*?</summary>|<[^>]*>|&#\d+;", lambda m: "\0" * len(m[0]), line)
    plain = [m for m in re.finditer(r"[^\0]+", hidden) if WORD.search(m[0])]
    if not plain:
        return None
    part = sample.rng.choice(plain)
    new = change(line[part.start() : part.end()], sample.rng)
    return sample.edit(path, at, line[: part.start()] + new + line[part.end() :], f"{part[0]!r} → {new!r}")


def change_description(sample: Sample) -> Edit | None:
    """A word of what search engines show of a page."""
    path = sample.rng.choice(
        sorted(path for path in sample.public if sample.pages[path][2].startswith("description: "))
    )
    line = sample.pages[path][2]
    words = [m for m in WORD.finditer(line) if m.start() > len("description: ") + 1]
    if not words:
        return None
    word = sample.rng.choice(words)
    return sample.edit(path, 2, f"{line[: word.start()]}never{line[word.end() :]}", word[0])
