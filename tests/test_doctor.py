"""The doctor names what deserves a look, most harmful first, and each entry that it gives can be pasted."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.factories import analysis, country, quotation, speaker, topic
from tests.sites import SAMPLES, make_site
from topic_briefings.cli import main
from topic_briefings.corrections import articles as corrected_articles
from topic_briefings.corrections import findings as corrected_findings
from topic_briefings.corrections.desk import Desk
from topic_briefings.corrections.reading import parse
from topic_briefings.doctor import examine
from topic_briefings.doctor.findings import Case
from topic_briefings.doctor.table import CHECKS
from topic_briefings.extractors import analyse
from topic_briefings.gathering import gather
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Analysis, Article, Notice
from topic_briefings.reading import read_folder
from topic_briefings.settings import parse as parse_settings

SETTINGS = parse_settings({}, root=Path())


def case_of(analyses: list[Analysis]) -> Case:
    by_id = {one.article.id: one for one in analyses}
    return Case(edition=gather(analyses, SETTINGS), analyses=by_id, settings=SETTINGS, knowledge=Knowledge())


@cache
def samples() -> tuple[Analysis, ...]:
    found = read_folder(SAMPLES, "seeds")
    return tuple(analyse(item, Knowledge()) for item in found if isinstance(item, Article))


def kinds(*analyses: Analysis) -> list[str]:
    return [finding.kind for finding in examine(case_of(list(analyses)))]


BODY = "Grace Kamande opened the dam in Kenya. “We waited forty years,” she said."


def one(confidence: float = 0.95, **fields: object) -> Analysis:
    known: dict[str, object] = {
        "id": "dam",
        "published": "2026-11-03",
        "quotations": [quotation(BODY, "We waited forty years,", "she", name="Grace Kamande", confidence=confidence)],
        "speakers": [speaker(BODY, "Grace Kamande")],
        "countries": [country(BODY, "KE", "Kenya")],
        "topics": [topic(BODY, "medtop:20000256", "energy and resource", "dam")],
    }
    return analysis(BODY, **(known | fields))  # type: ignore[arg-type] - a test may set any field


def test_an_article_in_good_health_needs_no_look():
    assert kinds(one()) == []


@pytest.mark.parametrize(
    ("confidence", "found"),
    [(0.64, []), (0.65, ["just not named"]), (0.749, ["just not named"]), (0.75, ["just named"]), (0.83, [])],
)
def test_a_confidence_near_the_threshold_deserves_a_look(confidence, found):
    assert kinds(one(confidence)) == found


def test_an_article_that_is_hard_to_find_deserves_one():
    assert kinds(one(published=None)) == ["undated"]
    assert kinds(one(topics=[])) == ["no topic"]
    assert kinds(one(countries=[])) == ["no country"]


def test_the_same_is_found_in_any_order():
    forth, back = examine(case_of(list(samples()))), examine(case_of(list(reversed(samples()))))
    assert forth == back
    order = [check.name for check in CHECKS]
    assert [order.index(finding.kind) for finding in forth] == sorted(order.index(finding.kind) for finding in forth)


PLACEHOLDERS = ("YYYY-MM-DD", '"…"')


def test_every_entry_can_be_pasted_and_applies():
    found = [one for one in examine(case_of(list(samples()))) if not any(gap in one.entry for gap in PLACEHOLDERS)]
    assert len({one.kind for one in found}) > 3
    for finding in found:
        if finding.kind == "spellings":  # keeps the name until a person writes another
            continue
        desk = Desk(parse(finding.entry))
        standing, withdrawn = corrected_articles.corrected([a.article for a in samples()], desk)
        assert len(standing) == len(samples())
        changed = corrected_findings.corrected(list(samples()), desk, Knowledge())
        gather(changed, SETTINGS, desk=desk, withdrawn=withdrawn)
        assert desk.unmet == (), finding


def test_near_names_and_names_of_two_are_found():
    other = "Grace Kamandi closed the dam in Kenya. “It is full,” she said."
    near = analysis(
        other,
        id="full",
        published="2026-11-04",
        quotations=[quotation(other, "It is full,", "she", name="Grace Kamandi")],
        speakers=[speaker(other, "Grace Kamandi")],
        countries=[country(other, "KE", "Kenya")],
        topics=[topic(other, "medtop:20000256", "energy and resource", "dam")],
    )
    loose, finding = examine(case_of([one(), near]))
    assert (loose.kind, loose.entry) == ("loose story", "- part: [full]")
    assert finding.kind == "near names"
    assert finding.entry == '- voice: "Grace Kamande"\n  same_as: "Grace Kamandi"'


def test_conflicting_spellings_are_found():
    notice = Notice(code="spellings", message="One name is spelled Kamande and Kamandi.", words=("Kamande", "Kamandi"))
    from dataclasses import replace

    assert kinds(replace(one(), notices=(notice,))) == ["spellings"]


def test_the_command_prints_entries_or_json(tmp_path):
    place = make_site(tmp_path / "place")
    plain = CliRunner().invoke(main, ["doctor", "-f", str(place / "mkdocs.yml")])
    told = CliRunner().invoke(main, ["doctor", "--json", "-f", str(place / "mkdocs.yml")])
    assert plain.exit_code == told.exit_code == 0
    rows = [json.loads(line) for line in told.stdout.splitlines()]
    assert all(set(row) == {"kind", "harm", "about", "says", "entry"} for row in rows)
    assert len(parse(plain.stdout.replace("YYYY-MM-DD", "2026-11-28"))) == len(rows) > 0
    first = CliRunner().invoke(main, ["doctor", "--most", "1", "-f", str(place / "mkdocs.yml")])
    assert first.stdout == f"# {rows[0]['says']}\n{rows[0]['entry']}\n\n"
    assert not (place / "docs").exists()


def test_a_role_that_changed_is_found_and_one_told_at_length_is_not():
    def said(role: str, day: str, key: str) -> Analysis:
        body = f"{role} Grace Kamande spoke in Kenya. “It is {key},” she said."
        return analysis(
            body,
            id=key,
            published=day,
            quotations=[quotation(body, f"It is {key},", "she", name="Grace Kamande")],
            speakers=[speaker(body, "Grace Kamande", role)],
            countries=[country(body, "KE", "Kenya")],
            topics=[topic(body, "medtop:20000256", "energy and resource", "spoke")],
        )

    def found(*analyses: Analysis) -> list[str]:
        return [one.entry for one in examine(case_of(list(analyses))) if one.kind == "roles"]

    energy, water = said("Energy Minister", "2026-11-03", "one"), said("Water Minister", "2026-11-17", "two")
    assert found(energy, water) == ['- voice: "Grace Kamande"\n  role: "Water Minister"']
    assert found(energy, said("Minister", "2026-11-17", "two")) == []
    assert found(energy, said("energy minister", "2026-11-17", "two")) == []


def test_voices_of_one_name_and_forms_joined_on_little_are_found():
    kinds_found = {one.kind: one for one in examine(case_of(list(samples())))}
    assert kinds_found["told apart"].entry.startswith("- voice: ")
    assert "same_as: " in kinds_found["told apart"].entry
