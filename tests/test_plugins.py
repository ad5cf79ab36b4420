"""What other packages add: the examples of the guide, installed and run."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.sites import ROOT, briefings

GUIDE = (ROOT / "docs" / "guide" / "extending.md").read_text(encoding="utf-8")
CODE = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)
PACKAGES = {"briefings_datelines": CODE[0], "briefings_mail": CODE[1]}
DECLARED = re.findall(r"\[project\.entry-points\.\"([\w.]+)\"\]\n(.+)", GUIDE)

ARTICLE = """Harbour opens in Mombasa

MOMBASA, Nov 18 (Sample Wire) – The new harbour was opened on Wednesday. “It will hold,” said Lena Foss, the engineer.
"""
MAIL = b"""From: desk@example.org
Subject: Ferry stopped in Kisumu
Date: Thu, 19 Nov 2026 08:00:00 +0000
Content-Type: text/plain; charset=utf-8

The ferry of Kisumu in Kenya was stopped on Thursday, the harbour authority said.
"""


def install(folder: Path, name: str, code: str, points: list[tuple[str, str]], version: str = "1.0") -> Path:
    """A package in ``folder`` as pip leaves it."""
    (folder / f"{name}.py").parent.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.py").write_text(code, encoding="utf-8")
    info = folder / f"{name}-{version}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8")
    told = "".join(f"[{group}]\n{row}\n" for group, row in points)
    (info / "entry_points.txt").write_text(told.replace('"', ""), encoding="utf-8")
    return folder


def desk(folder: Path) -> Path:
    (folder / "seeds").mkdir(parents=True)
    (folder / "seeds" / "harbour.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "seeds" / "ferry.eml").write_bytes(MAIL)
    (folder / "mkdocs.yml").write_text("site_name: Desk\nplugins: [briefings]\n", encoding="utf-8")
    return folder


def run(*arguments: str, cwd: Path, packages: Path | None = None):
    path = {"PYTHONPATH": f"{packages}{os.pathsep}{ROOT / 'generator'}"} if packages else None
    return briefings(*arguments, cwd=cwd, env=path)


def test_the_guide_shows_an_extractor_in_thirty_lines():
    assert len(CODE[0].splitlines()) <= 30


def test_the_examples_of_the_guide_are_installed_and_used(tmp_path):
    site = desk(tmp_path / "site")
    alone = run("generate", cwd=site)
    assert alone.returncode == 3, "nothing reads a mail"
    assert "Also found" not in (site / "docs" / "articles" / "harbour.md").read_text(encoding="utf-8")
    for name, code, points in zip(PACKAGES, PACKAGES.values(), DECLARED, strict=True):
        install(tmp_path / "packages", name, code, [points])
    both = run("generate", cwd=site, packages=tmp_path / "packages")
    assert both.returncode == 0, both.stderr
    page = (site / "docs" / "articles" / "harbour.md").read_text(encoding="utf-8")
    assert '<span class="bf-label">Written in</span> MOMBASA' in page
    assert '<span class="bf-label">Written on</span> Nov 18' in page
    assert "Kenya" in (site / "docs" / "articles" / "ferry.md").read_text(encoding="utf-8")
    assert run("verify", cwd=site, packages=tmp_path / "packages").returncode == 0
    assert run("generate", "--check", cwd=site).returncode != 0, "a package that is gone is missed"


def test_what_a_package_found_is_verified(tmp_path):
    site = desk(tmp_path / "site")
    for name, code, points in zip(PACKAGES, PACKAGES.values(), DECLARED, strict=True):
        install(tmp_path / "packages", name, code, [points])
    assert run("generate", cwd=site, packages=tmp_path / "packages").returncode == 0
    file = site / "docs" / "articles" / "harbour.md"
    file.write_text(file.read_text(encoding="utf-8").replace("</span> MOMBASA", "</span> MALINDI"), encoding="utf-8")
    told = run("verify", cwd=site, packages=tmp_path / "packages")
    assert told.returncode == 1
    assert "</span> MALINDI” where generating says “" in told.stdout


KIND = """
from topic_briefings.models import Page
from topic_briefings.pages.site import PageKind

KIND = PageKind(
    key="colophon",
    place=90,
    pages=lambda site: [Page(path="colophon.md", content=b"# Colophon\\n")],
    templates=(),
    quotes=False,
)
"""
TOPICS = 'NOTHING = 1\nfrom pathlib import Path\nPATH = Path(__file__).with_name("harbours.yml")\n'


def test_a_kind_of_page_and_a_taxonomy_are_added(tmp_path):
    site = desk(tmp_path / "site")
    (site / "seeds" / "ferry.eml").unlink()
    install(tmp_path / "packages", "colophon", KIND, [("topic_briefings.kinds", "colophon = colophon:KIND")])
    install(tmp_path / "packages", "harbours", TOPICS, [("topic_briefings.taxonomies", "harbours = harbours:PATH")])
    (tmp_path / "packages" / "harbours.yml").write_text(
        "topics:\n  - id: harbours\n    label: harbours\n    terms: [harbour, ferry]\n", encoding="utf-8"
    )
    (site / "mkdocs.yml").write_text(
        "site_name: Desk\nplugins:\n  - briefings:\n      topics: harbours\n", encoding="utf-8"
    )
    done = run("generate", cwd=site, packages=tmp_path / "packages")
    assert done.returncode == 0, done.stderr
    assert (site / "docs" / "colophon.md").read_bytes() == b"# Colophon\n"


@pytest.mark.parametrize("code", ["import nothing_of_that_name", "raise ValueError('no\\nluck')", ""])
def test_a_package_that_cannot_be_loaded_is_named(tmp_path, code):
    site = desk(tmp_path / "site")
    install(tmp_path / "packages", "broken", code, [("topic_briefings.extractors", "broken = broken:extract")], "2.1")
    told = run("generate", cwd=site, packages=tmp_path / "packages")
    assert told.returncode == 2
    assert told.stderr.count("\n") <= 2
    assert "the package broken 2.1 adds broken:extract, which cannot be loaded" in told.stderr
    assert not (site / "docs").exists()
