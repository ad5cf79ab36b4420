"""The page of figures: every figure that is measured is printed, in both languages, and nothing else is."""

from __future__ import annotations

import importlib.util
import json
import re
import sys

import pytest

from tests.sites import ROOT, settings_of
from topic_briefings.gathering import gather
from topic_briefings.pages.kinds import about, site_of
from topic_briefings.pages.kinds.about import about_page
from topic_briefings.pages.templating import TEMPLATES


def measured():
    """The ids of the figures that the benchmarks record."""
    spec = importlib.util.spec_from_file_location("trials", ROOT / "benchmarks" / "trials.py")
    trials = sys.modules["trials"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(trials)
    return {key for trial in trials.TRIALS for key, _ in trial.readings}


def page(tmp_path, language="en"):
    settings = settings_of(tmp_path, site_language=language)
    return next(about_page(site_of(gather([], settings), settings))).content.decode()


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_figure_that_is_measured_has_its_line(language):
    written = (TEMPLATES / f"about.{language}.md.j2").read_text(encoding="utf-8")
    assert measured() == set(re.findall(r'\("([a-z_]+)", "', written))


def test_the_committed_figures_are_those_that_are_measured():
    kept = json.loads(about.FIGURES.read_text(encoding="utf-8"))
    assert kept["figures"].keys() == measured()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", kept["measured"])
    assert all(one["figure"] and one["of"] for one in kept["figures"].values())


@pytest.mark.parametrize(("language", "shown"), [("en", "| 14,667 |"), ("de", "| 14 667 |")])
def test_a_table_is_whole_and_its_numbers_are_those_of_the_language(tmp_path, monkeypatch, language, shown):
    figures = {key: {"figure": "14,667", "of": "84"} for key in measured()}
    written = tmp_path / "figures.json"
    written.write_text(json.dumps({"measured": "2026-11-03", "commit": "abc1234", "figures": figures}))
    monkeypatch.setattr(about, "FIGURES", written)
    rows = [line for line in page(tmp_path, language).split("\n") if line.startswith("|")]
    assert sum(shown in row for row in rows) == len(figures)
    assert {row.count("|") for row in rows} == {5, 6}


def test_without_figures_it_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(about, "FIGURES", tmp_path / "none.json")
    assert "No figures have been recorded yet." in page(tmp_path)
