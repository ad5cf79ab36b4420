"""What other packages add to this one, by their entry points: a row in a table that is there.

A package that is installed beside this one declares, in its ``pyproject.toml``, entry points of the groups
``topic_briefings.<table>`` (see https://packaging.python.org/specifications/entry-points/). Nothing else is asked of
it, and nothing has to be set: what is installed is used.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.metadata import Distribution, EntryPoint, distributions
from typing import Any

from topic_briefings.errors import PluginError

TABLES = {
    "readers": "the end of a file's name → what reads such a file",
    "extractors": "a name → what is found in an article",
    "kinds": "a name → a kind of page",
    "languages": "an ISO 639-1 code → a language",
    "taxonomies": 'a name, for "topics:" in the settings → the path of a taxonomy',
}
"""The tables, and what a row of each is."""


@cache
def added(table: str) -> tuple[tuple[str, Any], ...]:
    """The rows that other packages add to ``table``, a key of ``TABLES``, by name.

    Raises ``PluginError`` where one of them cannot be loaded.
    """
    return tuple((point.name, _loaded(point)) for point in _points(table))


def installed() -> str:
    """Which rows are added and by which versions of which packages: the same text, the same additions."""
    return "".join(
        f"{point.group} {point.name} {point.value} {_package(point)}\n" for t in TABLES for point in _points(t)
    )


def _points(table: str) -> Iterator[EntryPoint]:
    """The entry points of ``table`` by name; of two of one name, that which sorts first, wherever the packages lie."""
    found: dict[str, EntryPoint] = {}
    for point in sorted(_every().get(table, ()), key=lambda point: (point.name, _package(point), point.value)):
        found.setdefault(point.name, point)
    yield from found.values()


@cache
def _every() -> dict[str, list[EntryPoint]]:
    """All of them by their tables, in one look at what is installed."""
    packages: dict[str, Distribution] = {}
    for package in distributions():
        packages.setdefault(package.name, package)  # the first on the path is the one that is imported
    found: dict[str, list[EntryPoint]] = {}
    for point in (point for package in packages.values() for point in package.entry_points):
        owner, _, table = point.group.partition(".")
        if owner == __package__:
            found.setdefault(table, []).append(point)
    return found


def _package(point: EntryPoint) -> str:
    return f"{point.dist.name} {point.dist.version}" if point.dist else ""


def _loaded(point: EntryPoint) -> object:
    try:
        return point.load()
    except Exception as error:
        told = " ".join(str(error).split())
        raise PluginError(
            f"the package {_package(point)} adds {point.value}, which cannot be loaded "
            f"({type(error).__name__}: {told}); mend or uninstall it"
        ) from error
