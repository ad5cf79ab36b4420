"""Prepare ``build/demo``, or the folder named: the site of the sample articles, with our hand-written pages.

Its ``mkdocs.yml`` inherits ours, so that the two sites differ only in their articles and their name.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "build" / "demo"
CONFIG = """\
INHERIT: {root}/mkdocs.yml
site_name: Briefings, a demonstration with made-up articles
plugins:
  - briefings:
      seeds: {root}/tests/articles
"""


def hand_written() -> list[Path]:
    """The files below ``docs/`` that the generator does not own."""
    docs = ROOT / "docs"
    manifest = docs / ".briefings.json"
    owned = json.loads(manifest.read_text(encoding="utf-8")) if manifest.exists() else {}
    files = (file.relative_to(docs) for file in sorted(docs.rglob("*")) if file.is_file())
    return [file for file in files if file.as_posix() not in owned and not file.name.startswith(".")]


def main(folder: Path) -> None:
    """Write the configuration and copy the pages."""
    folder.mkdir(parents=True, exist_ok=True)
    root = Path(os.path.relpath(ROOT, folder)).as_posix()
    (folder / "mkdocs.yml").write_text(CONFIG.format(root=root), encoding="utf-8")
    for file in hand_written():
        target = folder / "docs" / file
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / "docs" / file, target)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DEMO)
