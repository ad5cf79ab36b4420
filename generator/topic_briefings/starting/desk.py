"""A repository that is ready: configuration, a sample article, workflow, and a page for its editors."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from topic_briefings.errors import StartError
from topic_briefings.starting.workflows import FILES, HOSTS, workflow
from topic_briefings.version import __version__

SAMPLE = "harbour-bridge-reopens.md"
"""The article that a new site begins with: written for this, with invented people."""
_NAMES = {
    "mkdocs.yml": "mkdocs.yml",
    "README.md": "README.md",
    "requirements.txt": "requirements.txt",
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    SAMPLE: f"seeds/{SAMPLE}",
}
"""Our file → its path in the repository. A wheel leaves out files whose names begin with a dot."""


def desk_files(name: str, hosts: Iterable[str]) -> Mapping[str, str]:
    """Path → text of every file in the repository of a site called ``name``, checked by ``hosts``."""
    told = {"{name}": name, "{version}": __version__}
    found = {path: _filled(FILES / file, told) for file, path in _NAMES.items()}
    # In YAML a name may need quotes, and JSON's are YAML's too.
    found["mkdocs.yml"] = _filled(FILES / "mkdocs.yml", {"{name}": json.dumps(name, ensure_ascii=False)})
    return found | {HOSTS[host]: workflow(host) for host in hosts}


def write_desk(folder: Path, files: Mapping[str, str]) -> None:
    """Write ``files`` below ``folder``. Raises ``StartError``, and writes nothing, where one of them is there."""
    there = sorted(path for path in files if _taken(folder, path))
    if there:
        what = there[0] if len(there) == 1 else f"{', '.join(there[:-1])} and {there[-1]}"
        verb = "is there already and would" if len(there) == 1 else "are there already and would"
        raise StartError(f"{folder}: {what} {verb} be overwritten; name an empty folder, or move them away")
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def _taken(folder: Path, path: str) -> bool:
    """Whether something stands at ``path``, or in the way of its folder."""
    file = folder / path
    ways = [file, *(parent for parent in file.parents if folder in (parent, *parent.parents))]
    return file.exists() or file.is_symlink() or any(way.exists() and not way.is_dir() for way in ways[1:])


def _filled(file: Path, told: Mapping[str, str]) -> str:
    text = file.read_text(encoding="utf-8")
    for blank, word in told.items():
        text = text.replace(blank, word)
    return text
