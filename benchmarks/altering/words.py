"""Words of quotations on pages."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from altering.sample import BY, MARKS, PARTS, WORD, Alter, Edit, Sample


def on_pages(change: Callable[[str, random.Random], str]) -> Alter:
    """``change`` on words of a quotation, or of its context, wherever a page has them."""

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


def drop_not(text: str, rng: random.Random) -> str:
    """A denial made an assertion."""
    found = list(re.finditer(r" (not|never|no) |n[’']t\b", text))
    if not found:
        return text
    match = rng.choice(found)
    return text[: match.start()] + (" " if match[0].endswith(" ") else "") + text[match.end() :]


def look_alike(text: str, rng: random.Random) -> str:
    """One letter that looks the same and is another."""
    alike = {"a": "а", "e": "е", "o": "о", "c": "с", "p": "р", "A": "Α", "I": "І", "-": "‐", "’": "ʼ"}
    found = [at for at, char in enumerate(text) if char in alike]
    if not found:
        return text
    at = rng.choice(found)
    return text[:at] + alike[text[at]] + text[at + 1 :]


def invisible(text: str, rng: random.Random) -> str:
    """One character that nobody sees."""
    at = rng.randrange(len(text) + 1)
    hidden = ["\u200b", "\u00ad", "\u202e", "\u200e", "\u2060", "\ufeff", "\u0301", "\x00", "\u2066"]
    return text[:at] + rng.choice(hidden) + text[at:]


def other_space(text: str, rng: random.Random) -> str:
    """One space that is another, or two."""
    found = [at for at, char in enumerate(text) if char == " "]
    if not found:
        return text
    at = rng.choice(found)
    return text[:at] + rng.choice(["\u00a0", "\u2009", "  ", "\t"]) + text[at + 1 :]


def other_marks(text: str, rng: random.Random) -> str:
    """One quotation mark that is another."""
    found = [at for at, char in enumerate(text) if char in MARKS]
    if not found:
        return text
    at = rng.choice(found)
    return text[:at] + rng.choice([mark for mark in MARKS if mark != text[at]]) + text[at + 1 :]
