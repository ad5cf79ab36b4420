"""A built page against the Markdown that it was built from: block by block the same words, link by link the same place.

What the Markdown says is held against the articles; so whatever a builder, or a hand in its files, made otherwise is
found here, without another word of how pages are written.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from topic_briefings.verifying.markup import Block, Seen, target
from topic_briefings.verifying.problems import differing

_Said = tuple[str, tuple[str | tuple[str, str], ...]]


def difference(path: str, written: Seen, built: Seen, *, folders: bool) -> tuple[int, str] | None:
    """The line of the built page and what is there other than in the Markdown of ``path``; None where nothing is.

    ``folders``: each page of the built site is a folder, from which its links lead.
    """
    shown = [block for block in built.blocks if block.text]
    pairs = zip_longest(_said(path, written, folders=False), _said(path, built, folders=folders))
    for at, (right, said) in enumerate(pairs):
        if right == said:
            continue
        line = shown[min(at, len(shown) - 1)].line if shown else 0
        text, own = (said[0] if said else ""), (right[0] if right else "")
        if text == own:
            return line, f"a link in {differing(text, '')[0]} leads elsewhere than on the page that it was built from"
        ours, theirs = differing(text, own)
        return line, f"the built page says {ours} where the page that it was built from says {theirs}"
    return None


def _said(path: str, seen: Seen, *, folders: bool) -> Iterator[_Said]:
    """The words of each block that has some, and where its links lead."""
    for block in seen.blocks:
        if block.text:
            yield block.text, tuple(_places(path, block, folders=folders))


def _places(path: str, block: Block, *, folders: bool) -> Iterator[str | tuple[str, str]]:
    # Those of pictures are written as a browser follows them, and no builder looks at them.
    for _, link in block.links() if block.leads and "svg" not in block.names else ():
        yield link if link.startswith(("http:", "https:")) else target(path, link, built=folders)
