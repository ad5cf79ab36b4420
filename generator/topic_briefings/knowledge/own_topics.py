"""A site's own topics: a YAML file beside the built-in ones or in their place.

    built-in: true          # false: these topics alone
    topics:
      - id: arctic
        label: Arctic
        labels: {de: Arktis}              # optional, by language
        parent: medtop:20000638           # optional; a topic of this file or of Media Topics
        terms: [Arctic Council, sea ice: 2, icebreaker: 4]
        excluded: [Arctic Monkeys]
      - id: medtop:20000256               # a built-in topic may be given more terms
        terms: [heat pump]

A term's weight is 1 (a hint) to 5 (no doubt), 3 where none is given. An excluded phrase that has a term of the
topic in it hides the term ("Arctic Monkeys" says nothing of the Arctic); any other keeps the article off the topic.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from topic_briefings.errors import SettingsError, nearest

WEIGHT = 3.0
"""The weight of a term that is given none."""
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,79}")
_TOP_KEYS = ("built-in", "topics")
_TOPIC_KEYS = ("id", "label", "labels", "parent", "terms", "excluded")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTopic:
    """One topic of a site's file."""

    id: str
    parent: str | None
    labels: tuple[tuple[str, str], ...]
    """None for a built-in topic that is only given more terms."""
    terms: tuple[tuple[str, float], ...]
    masks: tuple[str, ...]
    """Phrases that hide a term of the topic within them."""
    keeps_off: tuple[str, ...]
    """Phrases that keep an article off the topic."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OwnTaxonomy:
    """What a site's file says; without a file, that the built-in topics stand alone.

    One reading of one file is one object, equal to itself alone: what is made from it is kept by it, cheaply.
    """

    built_in: bool = True
    topics: tuple[OwnTopic, ...] = ()


def own_taxonomy(path: Path | None, built_in: frozenset[str]) -> OwnTaxonomy:
    """What the file at ``path`` says; ``built_in`` has the ids of Media Topics.

    Raises SettingsError, in one sentence, where the file cannot be read or is wrong. A file that has changed since
    it was last asked for is read again, so that an edit shows while a site is served.
    """
    if path is None:
        return _NONE
    try:
        stamp = path.stat()
    except OSError as error:
        raise SettingsError(f"{path}: there is no such file; write the path of a YAML file of topics") from error
    return _read(path, stamp.st_mtime_ns, stamp.st_size, built_in)


_NONE = OwnTaxonomy()


@lru_cache(maxsize=8)
def _read(path: Path, _changed: int, _size: int, built_in: frozenset[str]) -> OwnTaxonomy:
    import yaml  # here, so that a site without topics of its own never pays for it

    try:
        given = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: this is not YAML ({_first_line(error)}); write a mapping with topics:") from error
    return _Reader(path, built_in).taxonomy(given)


def _first_line(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"line {mark.line + 1}" if mark is not None else str(error).splitlines()[0]


class _Reader:
    """Turns what YAML gives into records, and says in one sentence what is wrong with it."""

    def __init__(self, path: Path, built_in: frozenset[str]) -> None:
        self.path = path
        self.media_topics = built_in

    def wrong(self, where: str, problem: str, remedy: str) -> SettingsError:
        place = f"{self.path}: {where}" if where else str(self.path)
        return SettingsError(f"{place}: {problem}; {remedy}")

    def taxonomy(self, given: Any) -> OwnTaxonomy:  # noqa: ANN401 - YAML gives anything
        if not isinstance(given, dict) or not isinstance(given.get("topics"), list) or not given["topics"]:
            raise self.wrong("", "there is no list of topics", 'write "topics:" and below it "- id: …"')
        self.only_known(given, _TOP_KEYS, "")
        built_in = given.get("built-in", True)
        if not isinstance(built_in, bool):
            raise self.wrong("built-in", f"{built_in!r} is neither true nor false", "write true or false")
        known = self.media_topics if built_in else frozenset()
        topics = tuple(self.topic(item, number, known) for number, item in enumerate(given["topics"], 1))
        self.check_ids(topics)
        self.check_parents(topics, known)
        return OwnTaxonomy(built_in=built_in, topics=topics)

    def only_known(self, given: dict[Any, Any], keys: tuple[str, ...], where: str) -> None:
        for key in given:
            if key not in keys:
                near = nearest(key, keys, at_least=0)
                raise self.wrong(where, f'"{key}" is not known here', f'write "{near}" or leave it out')

    def topic(self, given: Any, number: int, known: frozenset[str]) -> OwnTopic:  # noqa: ANN401 - YAML gives anything
        where = f"topic {number}"
        if not isinstance(given, dict):
            raise self.wrong(where, f"{given!r} is not a topic", 'write "- id: …" with label: and terms: below it')
        key = given.get("id")
        if not isinstance(key, str) or not _ID.fullmatch(key):
            raise self.wrong(where, f"the id {key!r} is not one", "write letters, digits, dots and hyphens: arctic-sea")
        where = f"topic {key}"
        self.only_known(given, _TOPIC_KEYS, where)
        parent = given.get("parent")
        if parent is not None and not isinstance(parent, str):
            raise self.wrong(where, f"the parent {parent!r} is not an id", "write the id of another topic")
        terms = tuple(self.term(item, where) for item in self.listed(given, "terms", where))
        excluded = [self.phrase(item, "excluded", where) for item in self.listed(given, "excluded", where)]
        hides = [phrase for phrase in excluded if _has_one_of(phrase, terms)]
        return OwnTopic(
            id=key,
            parent=parent,
            labels=self.labels(given, where, optional=key in known),
            terms=terms,
            masks=tuple(hides),
            keeps_off=tuple(phrase for phrase in excluded if phrase not in hides),
        )

    def listed(self, given: dict[Any, Any], key: str, where: str) -> list[Any]:
        value = given.get(key, [])
        if not isinstance(value, list):
            raise self.wrong(where, f"{key} is {value!r}, not a list", f"write {key}: [first, second]")
        return value

    def term(self, given: Any, where: str) -> tuple[str, float]:  # noqa: ANN401 - YAML gives anything
        if not isinstance(given, dict):
            return self.phrase(given, "terms", where), WEIGHT
        if len(given) != 1:
            raise self.wrong(where, f"the term {given!r} is not one", 'write "- sea ice: 2", one term a line')
        ((phrase, weight),) = given.items()
        if isinstance(weight, bool) or not isinstance(weight, int | float) or not 1 <= weight <= 5:
            raise self.wrong(where, f'the weight {weight!r} of "{phrase}" is not one', "write a number from 1 to 5")
        return self.phrase(phrase, "terms", where), float(weight)

    def phrase(self, given: Any, key: str, where: str) -> str:  # noqa: ANN401 - YAML gives anything
        if not isinstance(given, str):
            raise self.wrong(where, f"{given!r} in {key} is not text", f'write it in quotation marks: "{given}"')
        phrase = " ".join(given.split())
        if not phrase.strip("-~="):
            raise self.wrong(where, f"there is an empty phrase in {key}", "write a word or leave it out")
        return phrase

    def labels(self, given: dict[Any, Any], where: str, *, optional: bool) -> tuple[tuple[str, str], ...]:
        label, others = given.get("label"), given.get("labels", {})
        if not isinstance(others, dict) or not all(isinstance(text, str) for pair in others.items() for text in pair):
            raise self.wrong(where, f"labels is {others!r}", "write languages and labels: {de: Arktis}")
        if label is None and not others and optional:
            return ()
        if not isinstance(label, str) or not label.strip():
            raise self.wrong(where, "there is no label", 'write "label:" and the name that pages print')
        return (("", label.strip()), *sorted((code, text.strip()) for code, text in others.items()))

    def check_ids(self, topics: Iterable[OwnTopic]) -> None:
        seen: set[str] = set()
        for topic in topics:
            if topic.id in seen:
                raise self.wrong(f"topic {topic.id}", "the id is there twice", "write one topic with all its terms")
            seen.add(topic.id)

    def check_parents(self, topics: Iterable[OwnTopic], known: frozenset[str]) -> None:
        parents = {topic.id: topic.parent for topic in topics}
        for key, parent in parents.items():
            if parent is not None and parent not in parents and parent not in known:
                near = nearest(parent, parents)
                remedy = f'write "{near}"' if near else "write the id of a topic of this file or of Media Topics"
                raise self.wrong(f"topic {key}", f'the parent "{parent}" is not a topic', remedy)
            line = [key]
            while (above := parents.get(line[-1])) is not None:
                if above in line:
                    raise self.wrong(f"topic {key}", "it is its own ancestor", "take the parent out of one of them")
                line.append(above)


def _has_one_of(phrase: str, terms: Iterable[tuple[str, float]]) -> bool:
    return any(
        re.search(rf"(?<!\w){re.escape(term.strip('-~=').lower())}", phrase.lower()) is not None for term, _ in terms
    )
