"""What is found in every sample article and in the seed, against what was found before: a record of each room.

After a wanted change: ``GOLDEN=write pytest tests/test_golden_records.py``, then read the difference like code.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.golden_records import ROOMS, rendered
from topic_briefings.extractors import analyse
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Analysis, Article
from topic_briefings.reading import read_folder

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden" / "records"


@pytest.fixture(scope="module")
def analyses() -> list[Analysis]:
    knowledge = Knowledge()
    read = [item for folder in ("tests/articles", "seeds") for item in read_folder(ROOT / folder, folder)]
    assert all(isinstance(item, Article) for item in read)
    return [analyse(item, knowledge) for item in read if isinstance(item, Article)]


@pytest.mark.parametrize("room", ROOMS)
def test_what_is_found_is_what_was_found(room: str, analyses: list[Analysis]) -> None:
    found, golden = rendered(analyses, ROOMS[room]), GOLDEN / f"{room}.txt"
    if os.environ.get("GOLDEN") == "write":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(found, encoding="utf-8")
    assert found.splitlines() == golden.read_text(encoding="utf-8").splitlines()
