"""What verifying sees in single lines of a page: ``tests/cases/markup.txt`` has them, the answer stands below each.

Blocks come as ``tag names #anchor: text``, a run in an element as ``[names text]`` and one in a link with where it
leads; then the links, what is marked, the sentences of a bottom line, and what no page is written with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tests.golden_questions import questions
from topic_briefings.verifying.dialect import from_markdown
from topic_briefings.verifying.markup import Block, Run, Seen, from_html, pieces, target
from topic_briefings.verifying.problems import differing, folded

FILE = Path(__file__).parent / "cases" / "markup.txt"


def markup() -> Iterator[str]:
    """The record: each line of the file under its question, with the answer below it."""
    for question, row in questions(FILE):
        yield row or f"== {question}"
        if row:
            meant = re.sub(r"\\u([0-9a-f]{4})", lambda hit: chr(int(hit[1], 16)), row)
            yield from (f"    {line}".rstrip() for line in _ANSWERS[question](meant))


def _markdown(row: str) -> Iterator[str]:
    return _seen(from_markdown(row.replace(" ¶ ", "\n").replace("¶", "\n")))


def _html(row: str) -> Iterator[str]:
    return _seen(from_html(row.encode("utf-8")))


def _link(row: str) -> Iterator[str]:
    page, link = row.split(" ")
    for built in (False, True):
        where, place = target(page, link, built=built)
        yield f"{'on the site' if built else 'in the files'}: {where or '(home)'} at {place or 'its top'}"


def _difference(row: str) -> Iterator[str]:
    ours, theirs = row.split(" || ")
    yield " where ".join(differing(folded(ours), folded(theirs)))


_ANSWERS: dict[str, Callable[[str], Iterable[str]]] = {
    "markdown": _markdown,
    "html": _html,
    "link": _link,
    "difference": _difference,
}


def _seen(seen: Seen) -> Iterator[str]:
    yield from (f"head {name}: {text} (line {line})" for name, (line, text) in seen.head.items())
    for block in seen.blocks:
        yield from _block(block)
    yield from (f"data {kind or 'without a type'}: {text} (line {line})" for line, kind, text in seen.scripts)
    yield from (f"odd: {what} (line {line})" for line, what in seen.odd)


def _block(block: Block) -> Iterator[str]:
    names = "".join(f" .{name}" for name in sorted(block.names))
    anchor = f" #{block.anchor}" if block.anchor else ""
    yield f"{block.tag}{names}{anchor}: {''.join(map(_run, block.runs))}{' (leads)' if block.leads else ''}"
    if block.links():
        yield "  links " + ", ".join(f"{text or '-'} → {link}" for text, link in block.links())
        yield "  pieces " + "; ".join(f"{text} ({' '.join(n for n, _ in links)})" for text, links in pieces(block))
    if block.marked():
        yield f"  marked {' | '.join(block.marked())}"
    if any(run.within for run in block.runs):
        yield f"  without source and count: {block.said('bf-source', 'bf-count')}; by {block.within('bf-by') or '-'}"


def _run(run: Run) -> str:
    names = " ".join(sorted(run.within))
    link = f"→{run.link} " if run.link is not None else ""
    return f"[{names} {link}{run.text}]" if names or link else run.text
