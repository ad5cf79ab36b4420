"""What is found in every sample article and in the seed, and what they make together: a record of each room.

After a wanted change: ``GOLDEN=write pytest tests/test_golden_records.py``, then read the difference like code.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.golden_commands import commands
from tests.golden_configured import configured
from tests.golden_drawn import drawn
from tests.golden_editions import EDITION_ROOMS, dossier
from tests.golden_files import files
from tests.golden_ladder import ladder
from tests.golden_lines import lines as read_lines
from tests.golden_markup import markup
from tests.golden_people import people
from tests.golden_records import ROOMS, rendered
from tests.golden_sentences import filed, sentences
from tests.golden_site import site
from tests.golden_told import ROOMS as TOLD
from tests.golden_told import Shelf, shelf
from topic_briefings.extractors import analyse
from topic_briefings.gathering import gather
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Analysis, Article, Edition
from topic_briefings.reading import read_folder
from topic_briefings.settings import parse

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden" / "records"


@pytest.fixture(scope="module")
def analyses() -> list[Analysis]:
    knowledge = Knowledge()
    read = [item for folder in ("tests/articles", "seeds") for item in read_folder(ROOT / folder, folder)]
    assert all(isinstance(item, Article) for item in read)
    return [analyse(item, knowledge) for item in read if isinstance(item, Article)]


@pytest.fixture(scope="module")
def edition(analyses: list[Analysis]) -> Edition:
    """Of the sample articles and the dossier; the seed is left out, for it is there to be changed."""
    knowledge = Knowledge()
    samples = (analysis for analysis in analyses if analysis.article.source.startswith("tests/"))
    return gather([*samples, *(analyse(item, knowledge) for item in dossier())], parse({}, root=Path()))


@pytest.mark.parametrize("room", ROOMS)
def test_what_is_found_is_what_was_found(room: str, analyses: list[Analysis]) -> None:
    _compared(room, rendered(analyses, ROOMS[room]).splitlines())


@pytest.mark.parametrize("room", EDITION_ROOMS)
def test_what_is_gathered_is_what_was_gathered(room: str, edition: Edition) -> None:
    _compared(room, EDITION_ROOMS[room](edition))


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_is_found_in_a_sentence_is_what_was_found(language: str) -> None:
    _compared(f"sentences_{language}", sentences(language, Knowledge()))


def test_where_a_short_text_is_filed_is_where_it_was_filed() -> None:
    _compared("filed_texts", filed(Knowledge()))


def test_what_is_read_in_a_line_is_what_was_read() -> None:
    _compared("lines", read_lines())


def test_what_is_read_in_a_file_is_what_was_read(tmp_path: Path) -> None:
    _compared("files", files(tmp_path))


def test_who_is_who_is_who_was_who() -> None:
    _compared("people", people())


def test_stories_begin_and_end_where_they_did() -> None:
    _compared("ladder", ladder())


def test_what_verifying_sees_in_a_line_is_what_it_saw() -> None:
    _compared("markup", markup())


def test_what_the_plugin_brings_along_is_what_it_brought(tmp_path: Path) -> None:
    _compared("configured", configured(tmp_path))


def test_what_the_commands_say_is_what_they_said(tmp_path: Path) -> None:
    _compared("commands", commands(tmp_path))


def test_what_is_drawn_named_and_shared_out_is_what_it_was() -> None:
    _compared("drawn", drawn())


def test_what_finishing_makes_of_a_site_is_what_it_made(tmp_path: Path) -> None:
    _compared("site", site(tmp_path))


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return shelf(tmp_path_factory.mktemp("told"))


@pytest.mark.parametrize("room", TOLD)
def test_what_is_told_is_what_was_told(room: str, told: Shelf) -> None:
    _compared(room, TOLD[room](told))


def _compared(room: str, lines: Iterable[str]) -> None:
    found = "\n".join((*lines, ""))
    golden = GOLDEN / f"{room}.txt"
    if os.environ.get("GOLDEN") == "write":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(found, encoding="utf-8")
    assert found.splitlines() == golden.read_text(encoding="utf-8").splitlines()
