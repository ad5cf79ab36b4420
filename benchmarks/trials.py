"""What is measured, and which of the printed figures the site's page prints: one table.

A trial is a test set with the scorer's task for it, or another benchmark of this folder. What a figure is called and
what it means stands, in each language, in the page's template; here it has an id.
"""

from __future__ import annotations

from dataclasses import dataclass

SPEED = r"([\d,]+) articles of \d+ words a second"
ALL_SPEED = r"all together: ([\d,]+) articles"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """Something that prints figures."""

    name: str
    """A test set's file, or a benchmark's."""
    readings: tuple[tuple[str, str], ...]
    """Pairs of a figure's id and the pattern that finds it in what is printed."""
    task: str = ""
    """The scorer's task; empty for a benchmark of this folder."""
    extractor: str = ""
    """Which extractor is measured for its speed."""
    arguments: tuple[str, ...] = ()
    """Of a benchmark of this folder."""
    needs: str = ""
    """The test set that such a benchmark reads, if any."""
    of: str = ""
    """What a benchmark of this folder prints the number of its cases with, as a pattern."""


TRIALS = (
    Trial(
        name="quotes-polnear-dev",
        task="quotes",
        extractor="quotations",
        readings=(
            ("quotation", r"quoted span, overlap .*F1 +([\d.]+)"),
            ("quotation_speaker", r"quoted span \+ speaker .*F1 +([\d.]+)"),
            ("quotation_exact", r"quoted span \+ exact speaker .*F1 +([\d.]+)"),
            ("speed_quotations", SPEED),
        ),
    ),
    Trial(
        name="quotes-polnear-dev",
        task="statements",
        extractor="quotations",
        readings=(
            ("statement", r"content tokens .*F1 +([\d.]+)"),
            ("statement_speaker", r"speaker tokens .*F1 +([\d.]+)"),
        ),
    ),
    Trial(
        name="calibration.py",
        arguments=("--set", "quotes-polnear-dev"),
        needs="quotes-polnear-dev",
        readings=(
            ("speaker_right", r"right ([\d.]+)  <- pages"),
            ("speaker_given", r"given ([\d.]+), right [\d.]+  <- pages"),
        ),
        of=r"^(\d+) quotations",
    ),
    Trial(
        name="quotes-german-dev",
        task="quotes",
        extractor="quotations",
        readings=(("german_quotation", r"quoted span, overlap .*F1 +([\d.]+)"),),
    ),
    Trial(
        name="resolution.py",
        readings=(("resolution", r"B³ .*F1 ([\d.]+)"),),
        of=r"(\d+) statements",
    ),
    Trial(
        name="countries-geowebnews",
        task="countries",
        extractor="countries",
        readings=(("countries_world", r"all countries .*F1 +([\d.]+)"), ("speed_countries", SPEED)),
    ),
    Trial(
        name="countries-reuters-train",
        task="countries",
        extractor="countries",
        readings=(("countries_wire", r"without the US .*F1 +([\d.]+)"),),
    ),
    Trial(
        name="countries-lgl",
        task="countries",
        extractor="countries",
        readings=(("countries_local", r"all countries .*F1 +([\d.]+)"),),
    ),
    Trial(
        name="focus-cliff",
        task="focus",
        extractor="countries",
        readings=(("focus_first", r"first ([\d.]+)"), ("focus_among", r"among focus ([\d.]+)")),
    ),
    Trial(
        name="topics-bbc-dev",
        task="topics",
        extractor="topics",
        readings=(
            ("topic_of_five", r"classes ([\d.]+)"),
            ("topic_of_all", r"first topic right ([\d.]+)"),
            ("no_topic", r"no topic ([\d.]+)"),
            ("speed_topics", SPEED),
        ),
    ),
    Trial(
        name="keywords-duc2001-dev",
        task="keywords",
        extractor="keyphrases",
        readings=(
            ("keywords_editors", r"F@10 ([\d.]+)"),
            ("speed_keywords", SPEED),
            ("speed_all", ALL_SPEED),
        ),
    ),
    Trial(
        name="keywords-kpcrowd-dev",
        task="keywords",
        extractor="keyphrases",
        readings=(("keywords_crowd", r"F@10 ([\d.]+)"),),
    ),
    Trial(
        name="html_reading.py",
        needs="html-aeb-dev",
        readings=(("reading", r"F1 ([\d.]+)"),),
        of=r"(\d+) pages",
    ),
    Trial(
        name="verify.py",
        readings=(("edits_caught", r"^all +\d+ +(\d+)"), ("false_alarms", r"untouched: (\d+)")),
        of=r"^all +(\d+)",
    ),
)
