"""Cards of articles that need not be made again: one row an article, keyed by its content and by our code."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from hashlib import sha256
from pathlib import Path

from topic_briefings.gathering.cards import Card, card
from topic_briefings.gathering.stories.terms import Terms
from topic_briefings.models import Article
from topic_briefings.store.decoded import Decoded
from topic_briefings.store.rows import Rows, opened

_SETS = tuple(field.name for field in fields(Terms) if field.type == "frozenset[str]")
_OTHERS = ("counts", "brief", "tabular")
_OWN = ("id", "language", "day")
"""What terms have of an article itself."""
_DECODED: Decoded[Card] = Decoded()


class RememberedCards:
    """Gives the card of an article, from memory where it is known; ``remembered`` makes one."""

    def __init__(self, rows: Rows, code: str) -> None:
        self._rows, self._code = rows, code
        self._known: dict[int, tuple[Article, Card]] = {}
        self._new: list[tuple[str, str]] = []

    def __call__(self, article: Article) -> Card:
        """The card of ``article``."""
        known = self._known.get(id(article))
        if known is None:
            known = self._known[id(article)] = (article, self._card(article))
        return known[1]

    def _card(self, article: Article) -> Card:
        told = f"{self._code}\n{article.language}\n{article.headline}\n{article.body}"
        key = sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
        self._rows.asked(key)
        found = _DECODED.get(self._rows.folder, key, lambda: _loaded(self._rows.get(key)))
        if found is None:
            found = card(article)
            self._new.append((key, _dumped(found)))
        day = article.published.toordinal() if article.published else None
        return replace(found, terms=replace(found.terms, id=article.id, language=article.language, day=day))

    def keep(self) -> None:
        """Write down what was made, and forget the articles that were not asked for."""
        self._rows.put(self._new)
        self._rows.prune()
        _DECODED.prune(self._rows.folder)


@contextmanager
def remembered(folder: Path, code: str) -> Iterator[RememberedCards]:
    """The cards in ``folder``, as ``code``, ours, makes them."""
    with opened(folder, "cards") as rows:
        cards = RememberedCards(rows, code)
        yield cards
        cards.keep()


def _dumped(made: Card) -> str:
    terms = {name: sorted(getattr(made.terms, name)) for name in _SETS}
    terms |= {name: getattr(made.terms, name) for name in _OTHERS}
    return json.dumps({"sentences": sorted(made.sentences), "terms": terms}, separators=(",", ":"))


def _loaded(text: str | None) -> Card | None:
    """What ``_dumped`` wrote, of no article in particular; None for anything else."""
    try:
        plain = json.loads(text or "null")
        given = plain["terms"]
        sets = {name: frozenset(map(sys.intern, given[name])) for name in _SETS}
        counts = {sys.intern(word): count for word, count in given["counts"].items()}
        terms = Terms(
            id="", language="", day=None, counts=counts, brief=given["brief"], tabular=given["tabular"], **sets
        )
        return Card(sentences=frozenset(plain["sentences"]), terms=terms)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


if {field.name for field in fields(Terms)} != {*_SETS, *_OTHERS, *_OWN}:
    raise TypeError("terms have a field that is not kept")
