"""The page that tells what is new since the edition before, and its feed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.sites import ROOT, make_site, problems, settings_of
from topic_briefings.build import generate

BEFORE = (
    "canada-east-coast-port-strike-begins.md",
    "canada-port-strike-mediator-proposal.md",
    "japan-reactor-restart-fukui-assembly.md",
)
AFTER = ("canada-port-strike-ends.txt", "chile-atacama-telescope-lights.md")


@pytest.fixture
def site(tmp_path) -> Path:
    return make_site(tmp_path / "site", BEFORE)


def come(site: Path) -> None:
    for name in AFTER:
        shutil.copyfile(ROOT / "tests" / "articles" / name, site / "seeds" / name)


def test_a_first_edition_has_no_page_of_news(site):
    generate(settings_of(site))
    assert not (site / "docs" / "new").exists()


def test_what_came_is_told_by_subject_each_story_once(site):
    settings = settings_of(site)
    generate(settings)
    come(site)
    generate(settings)
    page = (site / "docs" / "new" / "index.md").read_text(encoding="utf-8")
    heads = [line for line in page.splitlines() if line.startswith("### ")]
    assert len(heads) == 2
    assert any("telescope-lights.md" in head for head in heads)
    assert any("stories/" in head for head in heads), "the strike had begun before"
    assert "grown · " in page
    assert "new · " in page
    assert "reactor" not in page.lower()
    assert (site / "docs" / "feeds" / "new" / "index.xml").is_file()
    assert "new/index.md" in (site / "docs" / "index.md").read_text(encoding="utf-8")
    assert problems(site) == []


def test_a_word_changed_in_it_is_found(site):
    settings = settings_of(site)
    generate(settings)
    come(site)
    generate(settings)
    file = site / "docs" / "new" / "index.md"
    text = file.read_text(encoding="utf-8")
    quoted = next(line for line in text.splitlines() if line.startswith("> “"))
    file.write_text(text.replace(quoted, quoted.replace(" ", " never ", 2)), encoding="utf-8")
    assert problems(site)
