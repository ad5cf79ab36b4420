"""A built page without the empty lines and the indents that templates leave: a tenth of what a reader downloads."""

from __future__ import annotations

import re
from collections.abc import Iterator

_KEPT = re.compile(r"<(?P<tag>script|style|pre|textarea)\b.*?</(?P=tag)>", re.DOTALL | re.IGNORECASE)
"""Where white space means something."""


def without_margins(html: str) -> str:
    """``html`` with each run of white space that ends a line beside a tag folded to the line end.

    Never one inside a tag. HTML shows such a run as one space, or not at all.
    """
    return "".join(_parts(html))


def _parts(html: str) -> Iterator[str]:
    at = 0
    for kept in _KEPT.finditer(html):
        yield _folded(html[at : kept.start()], behind=at > 0, before=True)
        yield kept[0]
        at = kept.end()
    yield _folded(html[at:], behind=at > 0, before=False)


def _folded(text: str, *, behind: bool, before: bool) -> str:
    """``text`` with its margins folded; ``behind`` and ``before`` say whether a tag is at its start and its end.

    A line at a time: a pattern would look at every space of a page, and take ten times as long.
    """
    first, *lines = text.split("\n")
    if not lines:
        return text
    out, gap = [first.rstrip()], first[len(first.rstrip()) :]
    beside = out[0].endswith(">") if out[0] else behind
    for line in lines:
        said = line.strip()
        if not said:
            gap += f"\n{line}"
        elif beside or said[0] == "<":
            out.append(f"\n{said}")
        else:
            out.append(f"{gap}\n{line[: line.find(said)]}{said}")
        if said:
            gap, beside = line[len(line.rstrip()) :], said[-1] == ">"
    if not lines[-1].strip():  # the text ends with an end of a line and a margin
        out.append("\n" if beside or before else gap)
    else:
        out.append(gap)
    return "".join(out)
