"""Read gold sets and run the quotation extractor on them, for the benchmarks in this folder."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from topic_briefings.extractors.quotes.attribution import attributions
from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.extractors.quotes.statement import Attribution
from topic_briefings.models import Article
from topic_briefings.text.document import Document


def load(path: Path) -> list[dict[str, Any]]:
    """The documents of a gold set."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def article(doc: dict[str, Any]) -> Article:
    """A gold document as an article, its body to the letter."""
    return Article(
        id=doc["id"],
        headline=doc.get("title") or "",
        body=doc["text"],
        language=doc.get("lang") or "en",
        source="gold",
        digest="",
    )


def records(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """What the rules of attribution find, with the rule that found each speaker (``how``)."""
    for doc in docs:
        scene = Scene(Document(article(doc)))
        found = []
        for item in attributions(scene):
            speaker = scene.span(*item.speaker) if item.speaker else None
            found.append(
                {
                    "kind": "direct" if item.quoted else "indirect",
                    "fragments": [[q.stretch.inner.start, q.stretch.inner.end] for q in item.quoted],
                    "speaker": {"text": speaker.of(scene.body)} if speaker else None,
                    "how": item.how,
                    "features": (item.how, item.kind, round(item.weight), round(item.lead), _sort(scene, item)),
                }
            )
        yield {"id": doc["id"], "body": scene.body, "quotations": found}


def _sort(scene: Scene, item: Attribution) -> str:
    """What the speaker's phrase is made of: ``h`` a pronoun, ``N`` a name, ``u`` a description."""
    if item.speaker is None:
        return "-"
    tags = scene.tags[slice(*item.speaker)]
    return next((letter for letter in "hwNu" if letter in tags), "n")


def half(name: str) -> str:
    """The half of a set, "A" or "B", that a document belongs to by its id; errors are read in A only."""
    return "AB"[sha256(name.encode()).digest()[0] & 1]
