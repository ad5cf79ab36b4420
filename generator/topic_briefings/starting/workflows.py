"""What continuous integration is told: a workflow for each host that is known, and where it looks for it."""

from __future__ import annotations

from pathlib import Path

FILES = Path(__file__).parent / "files"

HOSTS = {"github": ".github/workflows/briefings.yml", "gitlab": ".gitlab-ci.yml"}
"""A host of repositories, and the path at which it finds a workflow."""


def workflow(host: str) -> str:
    """The workflow for one of ``HOSTS``."""
    return (FILES / f"{host}.yml").read_text(encoding="utf-8")
