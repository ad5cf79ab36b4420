"""What verifying says when pages and records are altered a word at a time, as lines that read like code in review.

The site of the dossier, of two reports with all that can be stated, a watch and a few corrections is written once;
then, round by round, another word of each page is changed at once, then a value of a data file, and all that is
reported stands below the changes. A change that no line below it speaks of was not noticed: of the words of the
interface that is meant. At last whole lines are left out, doubled or moved, links led elsewhere, names of the markup
changed and sentences put in.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any
from zlib import crc32

from tests.golden_editions import dossier
from tests.sites import problems, settings_of
from topic_briefings.build import generate
from topic_briefings.writing.manifest import MANIFEST

PAGES = (
    "index.md",
    "articles/index.md",
    "articles/governor-two.md",
    "articles/ferry-toll-rises.md",
    "articles/quay.md",
    "articles/quay-opens.md",
    "countries/denmark.md",
    "voices/ana-lund.md",
    "voices/bo-ek.md",
    "watch/ferries.md",
    "countries/norway.md",
    "countries/index.md",
    "months/2026-03.md",
    "stories/ferry-sinks.md",
    "stories/governor-one.md",
    "stories/index.md",
    "topics/politics.md",
    "topics/index.md",
    "voices/kobus-viljoen.md",
    "voices/wendell-achterberg.md",
    "voices/index.md",
    "feeds/voices/kobus-viljoen.xml",
    "feeds/voices/kobus-viljoen.json",
    "data/quotations.csv",
)
RECORDS = ("data/quotations.jsonl", "data/stories.jsonl", "data/voices.jsonl", "data/articles.jsonl")
ROUNDS = 8
CHOSEN: dict[str, object] = {"full_text": True, "watch": [{"name": "Ferries", "words": ["ferry"]}]}
STATED = (
    {
        "id": "quay",
        "title": "Quay of Bergen closes for a week",
        "authors": ["Ida Berg", "Omar Pell"],
        "outlet": "Fjord Post",
        "date": "2026-03-05",
        "dateline": "BERGEN, Norway",
        "url": "https://fjord.example/quay",
        "text": "“The quay is too old for another winter,” said Ana Lund, the harbour master of Bergen, on Thursday. "
        "Ships from Denmark and Sweden wait outside.\n\nLund said that the quay would open again on Monday. The ferry "
        "to Denmark is not running.\n\n“We will wait for as long as it takes,” said Bo Ek, a captain from Sweden.",
    },
    {
        "id": "quay-opens",
        "title": "Quay opens, and Lund resigns",
        "outlet": "Northern Herald",
        "date": "2026-03-09",
        "text": "BERGEN — “It was my last winter here,” said Ana Lund, who had led the harbour of Bergen. Bo Ek denied "
        "that the captains had asked her to go.\n\n“Nobody asked her to leave,” Ek said. “Ana Lund is our friend.”",
    },
)
"""Two reports with all that a record can state."""
CORRECTIONS = """\
- article: quay
  quotation: We will wait for as long as it takes
  speaker: Bo Ek
  date: 2026-03-06
- article: quay
  country: Sweden
  as: mentioned
- voice: Ana Lund
  role: harbour master
- article: quay-opens
  headline: Quay opens
"""
Lines = list[str]
Form = Callable[[Lines, int], Lines]
_WORD = re.compile(r"[^\W_]{2,}")
_DRAWING = re.compile(r"<svg.*?</svg>", re.DOTALL)
"""A picture's coordinates are no words."""


def write(folder: Path) -> None:
    """The site of the dossier, in ``folder``."""
    (folder / "seeds").mkdir()
    for article in dossier():
        head = {"title": article.headline, "outlet": article.outlet}
        head |= {"published": article.published.isoformat()} if article.published else {}
        matter = "\n".join(f"{key}: {json.dumps(value)}" for key, value in head.items())
        (folder / "seeds" / f"{article.id}.md").write_text(f"---\n{matter}\n---\n\n{article.body}\n", encoding="utf-8")
    records = "".join(f"{json.dumps(record)}\n" for record in STATED)
    (folder / "seeds" / "stated.jsonl").write_text(records, encoding="utf-8")
    (folder / "seeds" / "corrections.yml").write_text(CORRECTIONS, encoding="utf-8")
    made = generate(settings_of(folder, **CHOSEN))
    assert not made.errors, made.errors
    assert not made.unmet, made.unmet


def altered(folder: Path) -> Iterator[str]:
    """The record of all rounds, made in ``folder``."""
    write(folder)
    docs, kept = folder / "docs", folder / "kept"
    shutil.copytree(docs, kept)
    for number in range(ROUNDS):
        yield f"=== round {number + 1}"
        for path in PAGES:
            yield f"- {_change_word(kept, docs, path, number)}"
        yield from _reported(folder)
        _restore(kept, docs, PAGES)
        path = RECORDS[number % len(RECORDS)]
        yield f"- {_change_value(kept, docs, path, number)}"
        yield from _reported(folder)
        _restore(kept, docs, RECORDS)
    for form in FORMS:
        yield f"=== {form.__doc__}"
        for path in PAGES:
            if path.endswith(".md"):
                yield f"- {_change_line(kept, docs, path, form)}"
        yield from _reported(folder)
        _restore(kept, docs, PAGES)


def _restore(kept: Path, docs: Path, paths: Iterable[str]) -> None:
    for path in (*paths, MANIFEST):
        shutil.copyfile(kept / path, docs / path)


def _reported(folder: Path) -> Iterator[str]:
    """Without the lines that problems stand on: other words of a page move them."""
    yield from (f"    {re.sub(r':[0-9]+(?=: )', '', problem, count=1)}" for problem in problems(folder, **CHOSEN))


def _change_word(kept: Path, docs: Path, path: str, number: int) -> str:
    """Put another word in the place of one of ``path``, and tell which."""
    text = (kept / path).read_bytes().decode("utf-8")
    drawn = [match.span() for match in _DRAWING.finditer(text)]
    words = [m for m in _WORD.finditer(text) if not any(start <= m.start() < end for start, end in drawn)]
    word = min(words, key=lambda m: _lot(number, path, text[max(0, m.start() - 12) : m.end() + 12]))
    other = str(int(word[0]) + 1) if word[0].isdigit() and word[0].isascii() else "Otherwise"
    _put(kept, docs, path, text[: word.start()] + other + text[word.end() :])
    around = " ".join(text[max(0, word.start() - 12) : word.end() + 12].split())
    return f"{path}: {word[0]} → {other} in “{around}”"


def _change_line(kept: Path, docs: Path, path: str, form: Form) -> str:
    """Change the lines of ``path`` at one place where ``form`` can, and tell how."""
    lines = (kept / path).read_text(encoding="utf-8").split("\n")
    body = range(lines.index("---", 1) + 1, len(lines) - 1)
    fit = [at for at in body if lines[at].strip("> ") and not lines[at].startswith(("<svg", "<script"))]
    for at in sorted(fit, key=lambda at: _lot(form.__name__, path, lines[at])):
        changed = form(lines, at)
        if changed != lines:
            _put(kept, docs, path, "\n".join(changed))
            return f"{path}: {_short(lines[at])}"
    return f"{path}: as it was"


def left_out(lines: Lines, at: int) -> Lines:
    """A line is left out."""
    return [*lines[:at], *lines[at + 1 :]]


def doubled(lines: Lines, at: int) -> Lines:
    """A line stands there twice."""
    return [*lines[: at + 1], "", lines[at], *lines[at + 1 :]]


def moved(lines: Lines, at: int) -> Lines:
    """A line has moved to the end of the page."""
    return [*lines[:at], *lines[at + 1 :], lines[at], ""]


def led_elsewhere(lines: Lines, at: int) -> Lines:
    """A link leads where the first of the page does."""
    first = next(iter(re.findall(r"\]\([^()]*\)", "\n".join(lines))), "](index.md)")
    return [*lines[:at], re.sub(r"\]\([^()]*\)", first, lines[at], count=1), *lines[at + 1 :]]


def led_to_another_place(lines: Lines, at: int) -> Lines:
    """A link leads to another place of its page."""
    return [*lines[:at], re.sub(r"(\]\([^()#]*)(?:#[^()]*)?\)", r"\1#elsewhere)", lines[at], count=1), *lines[at + 1 :]]


def named_otherwise(lines: Lines, at: int) -> Lines:
    """What a part of the page is, is said otherwise."""
    return [*lines[:at], re.sub(r"\bbf-[a-z]+", "bf-other", lines[at], count=1), *lines[at + 1 :]]


def anchored_otherwise(lines: Lines, at: int) -> Lines:
    """A place of the page has another name."""
    return [*lines[:at], re.sub(r"#[a-z0-9-]+(?= |\})", "#otherwise", lines[at], count=1), *lines[at + 1 :]]


def unlinked(lines: Lines, at: int) -> Lines:
    """A link is none any more."""
    return [
        *lines[:at],
        re.sub(r"\[([^\[\]]*)\]\([^()]*\)(?:\{:[^{}]*\})?", r"\1", lines[at], count=1),
        *lines[at + 1 :],
    ]


def unmarked(lines: Lines, at: int) -> Lines:
    """Words are not set apart any more."""
    return [
        *lines[:at],
        re.sub(r"<(span|mark|strong|sup)[^<>]*>(.*?)</\1>", r"\2", lines[at], count=1),
        *lines[at + 1 :],
    ]


def added(lines: Lines, at: int) -> Lines:
    """A sentence stands behind a line."""
    return [*lines[:at], f"{lines[at]} Nobody knows.", *lines[at + 1 :]]


def put_in(lines: Lines, at: int) -> Lines:
    """A quotation stands behind a line."""
    return [*lines[: at + 1], "", "> “Nobody knows,” said Ana Lund.", "", *lines[at + 1 :]]


FORMS: tuple[Form, ...] = (
    *(left_out, doubled, moved, led_elsewhere, led_to_another_place, named_otherwise),
    *(anchored_otherwise, unlinked, unmarked, added, put_in),
)


def _change_value(kept: Path, docs: Path, path: str, number: int) -> str:
    """Put another value in the place of one of a record of ``path``, and tell which."""
    lines = (kept / path).read_text(encoding="utf-8").splitlines()
    at = number // len(RECORDS) % len(lines)
    row = json.loads(lines[at])
    places = list(_values(row, ()))
    place = min(places, key=lambda place: _lot(number, path, str(place)))
    inner: Any = row
    for step in place[:-1]:
        inner = inner[step]
    before = inner[place[-1]]
    inner[place[-1]] = after = _other(before)
    lines[at] = json.dumps(row, ensure_ascii=False)
    _put(kept, docs, path, "\n".join((*lines, "")))
    return f"{path}:{at + 1}: {'.'.join(map(str, place))}: {_short(before)} → {_short(after)}"


def _lot(*parts: object) -> int:
    """A number for something that changes only with it, so that what else stands on a page moves no other change."""
    return crc32("|".join(map(str, parts)).encode("utf-8"))


def _values(value: object, place: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """Where each single value stands in a record."""
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _values(inner, (*place, key))
    else:
        yield place


def _other(value: object) -> object:
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case float():
            return round(value / 2, 4)
        case str():
            return f"{value[:-2]}01" if value[-2:].isdigit() else f"{value} Otherwise"
        case _:
            return "Otherwise"


def _short(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:30]} … {text[-30:]}"


def _put(kept: Path, docs: Path, path: str, text: str) -> None:
    """Write ``path`` as if it had been generated so."""
    before, after = (kept / path).read_bytes(), text.encode("utf-8")
    (docs / path).write_bytes(after)
    manifest = docs / MANIFEST
    told = manifest.read_text(encoding="utf-8")
    manifest.write_text(told.replace(sha256(before).hexdigest(), sha256(after).hexdigest()), encoding="utf-8")
