"""What a check that found nothing to report leaves behind, so that it need not be made again."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from topic_briefings.verifying.asking import Asking, each, grouped


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """A page or a feed on which nothing is wrong."""

    pages: int = 0
    """One for a page, none for a feed."""
    shown: int = 0
    """How many quotations it shows."""
    quotations: tuple[tuple[str, str], ...] = ()
    """Of a page of an article: the article and the anchor of each of its quotations."""


def key_of_check(basis: str, path: str, content: Collection[bytes]) -> str:
    """What the outcome of a check is known by: all that it reads without asking for it."""
    digest = sha256(f"{basis}\n{path}".encode("utf-8", "surrogatepass"))
    for part in content:
        digest.update(sha256(part).digest())
    return digest.hexdigest()


def kept(passed: Passed, key: str, asked: Collection[tuple[str, Any]], asking: Asking) -> str | None:
    """The outcome as text; None where it must not be kept."""
    questions = grouped(asked)
    answers = asking.digest(each(questions))
    if answers is None:
        return None
    told = asdict(passed) | {"key": key, "asked": questions, "answers": answers}
    return json.dumps(told, separators=(",", ":"))


def recalled(told: str | None, key: str, asking: Asking) -> Passed | None:
    """The outcome that was ``kept`` as ``told``, where the page and all answers are what they were; else None."""
    try:
        found = json.loads(told or "null")
        if found is None or found["key"] != key or found["answers"] != asking.digest(each(found["asked"])):
            return None
        quotations = tuple((str(article), str(anchor)) for article, anchor in found["quotations"])
        return Passed(pages=int(found["pages"]), shown=int(found["shown"]), quotations=quotations)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
