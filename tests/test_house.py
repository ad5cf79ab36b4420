"""The plan of the house: no file imports in a circle, and a room imports only from rooms upstream of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "generator" / "topic_briefings"
NAME = "topic_briefings"

ROOMS = (
    (
        "models",
        "errors",
        "option_values",
        "settings",
        "records",
        "tables",
        "version",
        "plugins",
        "forking",
    ),  # what every room may use
    ("languages",),
    ("text",),
    ("knowledge",),
    ("reading",),
    ("extractors",),
    ("corrections",),
    ("gathering",),
    ("joint",),
    ("pages",),
    ("writing",),
    ("store",),
    ("running",),
    ("verifying",),
    ("search",),
    ("finishing",),
    ("topics_report",),
    ("doctor",),
    ("analysing",),
    ("build", "glimpse"),
    ("mkdocs_edge",),
    ("digesting",),
    ("exporting",),
    ("terminal",),
    ("starting",),
    ("commands",),
    ("cli",),
    ("__main__",),
)
"""In the order in which data walks. What stands in one row is one room."""

FOUND_BY_NAME = {f"{NAME}.pages.kinds": PACKAGE / "pages" / "kinds"}
"""Modules that import every file of a folder, by its name."""


def _module(file: Path) -> str:
    parts = (NAME, *file.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(parts).removesuffix(".__init__")


MODULES = {_module(file): file for file in sorted(PACKAGE.rglob("*.py"))}


def _imports(module: str) -> Iterator[str]:
    """What ``module`` imports of ours, inside functions and for types only too."""
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom):
            source = node.module or ""
            yield from (
                full if (full := f"{source}.{alias.name}") in MODULES else source
                for alias in node.names
                if source.startswith(NAME)
            )
    if module in FOUND_BY_NAME:
        yield from (_module(file) for file in FOUND_BY_NAME[module].glob("[!_]*.py"))


@cache
def _graph() -> Mapping[str, set[str]]:
    return {module: set(_imports(module)) - {module} for module in MODULES}


def _room(module: str) -> str:
    return [*module.split("."), ""][1]


def test_no_file_imports_in_a_circle() -> None:
    try:
        TopologicalSorter(_graph()).prepare()
    except CycleError as error:
        pytest.fail(" ← ".join(error.args[1]))


def test_a_room_imports_only_from_rooms_upstream() -> None:
    places = {room: place for place, rooms in enumerate(ROOMS) for room in rooms}
    unknown = {_room(module) for module in MODULES} - {"", *places}
    assert not unknown, "write where these stand in the order of rooms"
    uphill = {
        f"{module} imports {other}"
        for module, others in _graph().items()
        for other in others
        if _room(module)
        if places.get(_room(other), len(ROOMS)) > places[_room(module)]
    }
    assert not uphill


def test_models_import_nothing_of_ours() -> None:
    outside = {other for module in MODULES if _room(module) == "models" for other in _graph()[module]}
    assert {_room(other) for other in outside} <= {"models"}
