"""How a correction finds again what it means: an article by its name, a quotation by its words.

Words are compared without case, without regard to which quotation marks and dashes are printed and how lines break.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from topic_briefings.errors import nearest
from topic_briefings.models import Analysis, Quotation, Span

_QUOTES, _SINGLE, _DASHES = "“”„«»‟″", "‘’‚‹›`´′", "–—−‐‑"
_SAME = str.maketrans({**dict.fromkeys(_QUOTES, '"'), **dict.fromkeys(_SINGLE, "'"), **dict.fromkeys(_DASHES, "-")})
_EDGES = "\"' \t"


def folded(text: str) -> str:
    """``text`` as words are compared."""
    return " ".join(text.translate(_SAME).casefold().split()).strip(_EDGES)


class Articles:
    """The articles that there are, by their ids and by the last part of these."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._ids = frozenset(ids)
        self._stems: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self._ids):
            self._stems[key.rpartition("/")[2]].append(key)

    def find(self, name: str) -> str | None:
        """The id that ``name`` means; None where it means none, or more than one."""
        if name in self._ids:
            return name
        found = self._stems.get(name, [])
        return found[0] if len(found) == 1 else None

    def problem(self, name: str) -> str:
        """Why ``name`` means no article."""
        if len(found := self._stems.get(name, [])) > 1:
            return f'"{name}" may be {" or ".join(found[:3])}; write the whole of it'
        near = nearest(name, [*self._ids, *self._stems], at_least=0.75)
        return f'there is no article "{name}"' + (f'; did you mean "{near}"?' if near else "")


def quotations_of(words: str, analysis: Analysis) -> tuple[Quotation, ...]:
    """The quotations of ``analysis`` that ``words`` mean: one, or several that say the very same.

    Those in marks come before statements without; the whole of what was said before a part of it. Several that
    differ are all returned, so that a person can be asked for more words.
    """
    wanted, body = folded(words), analysis.article.body
    marked = [(q, folded(" ".join(span.of(body) for span in q.fragments))) for q in analysis.quotations if q.fragments]
    plain = [(q, folded(" ".join(span.of(body) for span in q.content))) for q in analysis.quotations]
    for told in (marked, plain):
        for holds in (str.__eq__, str.__contains__):
            if found := tuple(quotation for quotation, text in told if holds(text, wanted)):
                return found
    return ()


def are_one(found: Iterable[Quotation], body: str) -> bool:
    """Whether quotations say the very same words."""
    return len({folded(" ".join(span.of(body) for span in q.fragments or q.content)) for q in found}) == 1


def occurrences(words: str, body: str) -> tuple[Span, ...]:
    """Where ``words`` stand in ``body``, whole words only."""
    # An escaped hyphen is replaced first: the marks that follow hold none.
    pieces = (re.escape(piece).replace(r"\-", f"[-{_DASHES}]") for piece in folded(words).split())
    pattern = r"\s+".join(pieces).replace("'", f"['{_SINGLE}]").replace('"', f'["{_QUOTES}]')
    if not pattern:
        return ()
    return tuple(Span(*m.span()) for m in re.finditer(rf"(?<!\w){pattern}(?!\w)", body, re.IGNORECASE))
