"""What is passed on, and what it stands on: packages of steady bytes, and licences that NOTICE knows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest

from tests.sites import ROOT

FREE = re.compile(
    r"MIT(?: License)?|BSD(?:[ -][23])?(?:-Clause| License)?|0BSD|Apache(?:[ -]2\.0| Software License)|ISC(?: .*)?"
    r"|PSF-2\.0|Zlib|CC0-1\.0|HPND|CNRI-Python|Python Software Foundation License|The Unlicense(?: .*)?|Unlicense"
)
"""Licences that ask for nothing but their own text, by the names that metadata give them."""


def locked() -> Iterator[str]:
    """What the two commands are installed with."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    yield from dict.fromkeys(re.findall(r"^([A-Za-z0-9._-]+)==", lock, re.MULTILINE))


def licence(found: Distribution) -> str:
    told = found.metadata.get("License-Expression")
    classed = [
        line.rpartition(" :: ")[2] for line in found.metadata.get_all("Classifier") or () if "License ::" in line
    ]
    return told or " AND ".join(classed) or (found.metadata.get("License") or "").strip().partition("\n")[0]


def is_free(told: str) -> bool:
    """Whether each of the licences joined by AND is free, and of those joined by OR one is."""
    return bool(told) and all(
        any(FREE.fullmatch(one.strip("() ")) for one in part.split(" OR ")) for part in told.split(" AND ")
    )


@pytest.mark.parametrize("name", list(locked()))
def test_the_licence_of_what_is_installed_is_free_or_told_of_in_the_notice(name: str) -> None:
    try:
        found = distribution(name)
    except PackageNotFoundError:
        pytest.skip("not installed on this system")
    told = licence(found)
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8").partition("Installed, not shipped")[2]
    named = re.search(rf"^{re.escape(name)} \(", notice, re.MULTILINE | re.IGNORECASE)
    assert is_free(told) or named, f"{name} is under {told!r}; say so in NOTICE"


def packed(folder: Path) -> dict[str, bytes]:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1790000000"}
    command = [sys.executable, str(ROOT / "scripts" / "pack.py"), str(folder)]
    subprocess.run(command, check=True, capture_output=True, env=environment)  # noqa: S603 - our own
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_what_is_packed_twice_is_the_same_bytes(tmp_path: Path) -> None:
    first, second = packed(tmp_path / "one"), packed(tmp_path / "two")
    assert {name.rpartition(".")[2] for name in first} == {"gz", "whl"}
    assert first == second
    [wheel] = (tmp_path / "one").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
    assert "topic_briefings/cli.py" in names
    assert "topic_briefings/pages/assets/briefings.css" in names
    assert not [name for name in names if "__pycache__" in name]


def test_every_dependency_has_a_lowest_version() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    needed = re.search(r"^dependencies = \[\n(.*?)^\]", project, re.MULTILINE | re.DOTALL)
    assert needed
    names = re.findall(r'^    "([^"]+)"', needed[1], re.MULTILINE)
    assert len(names) > 10
    assert [name for name in names if ">=" not in name] == []
