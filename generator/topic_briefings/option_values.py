"""What may be written for an option: each check takes a value as YAML gave it and gives the one to keep.

A wrong value is refused in words that end a sentence about its option: "is not a whole number from 0 to 9; write one".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from topic_briefings.errors import nearest
from topic_briefings.models.watches import Watch
from topic_briefings.plugins import added

Check = Callable[[object, Path], Any]
"""A value as YAML gave it, and the folder that relative paths start from → the value to keep.

Raises ``ValueError`` with "is not …; write …".
"""


def switch(value: object, _: Path) -> bool:
    """Yes or no."""
    if not isinstance(value, bool):
        raise ValueError("is neither yes nor no; write true or false")
    return value


def path(value: object, root: Path) -> Path:
    """A path, whole; relative ones start from ``root``."""
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise ValueError("is not a path; write it as text, relative to the folder of mkdocs.yml")
    return root / value


def path_or_none(value: object, root: Path) -> Path | None:
    """A path, or nothing."""
    return None if value is None else path(value, root)


def taxonomy(value: object, root: Path) -> Path | None:
    """The file of topics: a path, or the name that a package has given its own."""
    named = dict(added("taxonomies")) if isinstance(value, str) else {}
    return Path(str(named[value])) if value in named else path_or_none(value, root)


def text_or_none(value: object, _: Path) -> str | None:
    """A name, its spaces made one; or nothing."""
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip():
        raise ValueError("is not a name; write it as text")
    return " ".join(value.split())


def executor(value: object, _: Path) -> str | None:
    """Where analyses are sent; nothing for this machine."""
    if value is not None and (not isinstance(value, str) or not re.fullmatch(r"dask://\S+", value)):
        raise ValueError("is no place that is known; write dask://HOST:PORT, or leave it out")
    return value


def below_docs(value: object, _: Path) -> str:
    """The folder below ``docs/`` that pages stand in; empty for all of it."""
    # Letters that an address need not write in another way.
    if not isinstance(value, str) or not re.fullmatch(r"(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/?)*", value):
        raise ValueError(
            "is not a folder below docs/; write its name in letters, digits and hyphens, such as briefings"
        )
    return value.rstrip("/")


def whole(low: int, high: int) -> Check:
    """A check for a whole number from ``low`` to ``high``."""

    def check(value: object, _: Path) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise ValueError(f"is not a whole number from {low} to {high}; write one")
        return value

    return check


def share(value: object, _: Path) -> float:
    """A number from 0 to 1."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError("is not a number from 0 to 1; write one, such as 0.75")
    return float(value)


def one_of(*choices: str) -> Check:
    """A check for one of ``choices``."""

    def check(value: object, _: Path) -> str:
        if value not in choices:
            raise ValueError(f"is not offered; write {', '.join(choices[:-1])} or {choices[-1]}")
        return str(value)

    return check


WATCHED = ("words", "voices", "countries", "topics")
"""What can be watched."""


def watches(value: object, _: Path) -> tuple[Watch, ...]:
    """What is watched, each under a name of its own."""
    if not isinstance(value, list):
        raise ValueError('is not a list; write "- name: …" and below it what to watch, for each')
    found = tuple(map(_watch, value))
    if twice := next((watch.name for watch in found if sum(watch.name == other.name for other in found) > 1), None):
        raise ValueError(f'has two that are called "{twice}"; give each a name of its own')
    return found


def _watch(given: object) -> Watch:
    if not isinstance(given, Mapping) or not isinstance(given.get("name"), str) or not given["name"].strip():
        raise ValueError('has an entry without a name; begin each with "- name: …"')
    name = " ".join(given["name"].split())
    for key in given:
        if key not in ("name", *WATCHED):
            near = nearest(key, WATCHED)
            remedy = f'did you mean "{near}"?' if near else f"write {', '.join(WATCHED[:-1])} or {WATCHED[-1]}"
            raise ValueError(f'has "{key}" below "{name}", which cannot be watched; {remedy}')
    kinds = {key: _listed(given[key], key, name) for key in WATCHED if key in given}
    if not kinds:
        raise ValueError(f'has nothing to watch below "{name}"; write {", ".join(WATCHED[:-1])} or {WATCHED[-1]}')
    return Watch(name=name, **kinds)


def _listed(value: object, key: str, name: str) -> tuple[str, ...]:
    """One text or several, each with something in it."""
    texts = value if isinstance(value, list) else [value]
    bare = [" ".join(text.split()) for text in texts if isinstance(text, str)]
    if len(bare) < len(texts) or not bare or not all(text.strip("* ") for text in bare):
        raise ValueError(
            f'has {key} below "{name}" that are no text; write them in marks, as "…", or as a list of such'
        )
    return tuple(bare)
