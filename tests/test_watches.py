"""What a desk watches: a page and a feed each, for the articles that answer it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from tests.sites import make_site, problems, settings_of
from topic_briefings.build import gathered, generate
from topic_briefings.cli import main
from topic_briefings.errors import SettingsError
from topic_briefings.gathering.watches import Wanted
from topic_briefings.settings import parse

SAMPLES = (
    "canada-east-coast-port-strike-begins.md",
    "canada-port-strike-mediator-proposal.md",
    "canada-port-strike-ends.txt",
    "japan-reactor-restart-fukui-assembly.md",
    "germany-chemical-plant-cuts-ludwigshafen.md",
)
STRIKE = {name.partition(".")[0] for name in SAMPLES[:3]}
PORTS = {"name": "Ports at rest", "words": ["port", "strik*"], "countries": "Canada"}


def hits(site: Path, *watches: dict[str, object]) -> dict[str, set[str]]:
    edition, errors = gathered(settings_of(site, watch=list(watches)))
    assert not errors
    return {one.watch.name: {report.article.id for report in one.reports} for one in edition.watched}


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    return make_site(tmp_path_factory.mktemp("watch") / "site", SAMPLES)


def test_an_article_answers_where_it_answers_every_kind_by_any_one(site):
    found = hits(
        site,
        PORTS,
        {"name": "Elsewhere", "words": ["port", "strik*"], "countries": ["DE", "Japan"]},
        {"name": "Nothing", "words": "xylophone"},
    )
    assert found["Ports at rest"] == STRIKE
    assert not found["Elsewhere"] & STRIKE
    assert found["Nothing"] == set()


def test_a_voice_is_watched_by_its_name_alone_or_with_a_subject(site):
    edition, _ = gathered(settings_of(site))
    briefing = edition.voices[0]
    name, said = briefing.voice.name, {line.article.id for line in briefing.lines}
    found = hits(
        site, {"name": "One voice", "voices": name}, {"name": "On nothing", "voices": name, "words": "xylophone"}
    )
    assert found == {"One voice": said, "On nothing": set()}


@pytest.mark.parametrize(
    ("words", "text", "stands"),
    [
        ("port", "The port closed.", ["port"]),
        ("port", "The report of a seaport, a port.", ["port"]),
        ("port", "PORT", ["PORT"]),
        ("strik*", "Strikers strike; a shrike.", ["Strikers", "strike"]),
        ("dock workers", "Dock\n workers, dock-workers", ["Dock\n workers"]),
        ("men's", "Men’s cup", ["Men’s"]),
        ("港口", "这个港口关闭", ["港口"]),
        ("हिन्द", "हिन्दी", []),
        ("C++ (new)", "C++ (new) rules", ["C++ (new)"]),
    ],
)
def test_words_are_found_whole(words, text, stands):
    assert [span.of(text) for span in Wanted([words]).spans(text)] == stands


@given(st.lists(st.text(min_size=1).filter(lambda word: word.strip("* ")), min_size=1, max_size=4), st.text())
def test_any_words_may_be_watched_in_any_text(words, text):
    spans = list(Wanted([" ".join(word.split()) or "x" for word in words]).spans(text))
    assert spans == sorted(spans)


def test_each_watch_has_a_page_and_a_feed_that_are_verified(tmp_path):
    folder = make_site(tmp_path / "site", SAMPLES)
    watches = [PORTS, {"name": "Nothing <b>yet</b>", "words": "xylophone"}]
    settings = settings_of(folder, watch=watches)
    generate(settings)
    page = (settings.docs / "watch" / "ports-at-rest.md").read_text(encoding="utf-8")
    assert "3 articles" in page
    assert "<mark>strike</mark>" in page
    assert (settings.docs / "feeds" / "watch" / "ports-at-rest.xml").is_file()
    assert "watch/ports-at-rest.md" in (settings.docs / "index.md").read_text(encoding="utf-8")
    assert "<b>yet</b>" not in (settings.docs / "watch" / "index.md").read_text(encoding="utf-8")
    assert problems(folder, watch=watches) == []
    (settings.docs / "watch" / "ports-at-rest.md").write_text(
        page.replace("3 articles", "4 articles"), encoding="utf-8"
    )
    assert any("4 articles" in problem for problem in problems(folder, watch=watches))


def test_a_digest_tells_of_one_watch_alone(tmp_path, monkeypatch):
    folder = make_site(tmp_path / "site", SAMPLES)
    (folder / "mkdocs.yml").write_text(
        "site_name: Desk\nplugins:\n  - briefings:\n      watch:\n        - name: Ports\n          words: strik*\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(folder)
    told = CliRunner().invoke(main, ["digest", "--watch", "Ports", "--format", "text"])
    assert told.exit_code == 0
    assert "reactor" not in told.stdout.lower()
    assert "strike" in told.stdout.lower()
    wrong = CliRunner().invoke(main, ["digest", "--watch", "Prots"])
    assert wrong.exit_code == 2
    assert '"Prots" is nothing that is watched; did you mean "Ports"?' in wrong.stderr


@pytest.mark.parametrize(
    ("watch", "sentence"),
    [
        ("port", 'is not a list; write "- name: …"'),
        ([{"words": "port"}], "has an entry without a name"),
        ([{"name": "Ports"}], 'has nothing to watch below "Ports"'),
        ([{"name": "Ports", "word": "port"}], 'did you mean "words"?'),
        ([{"name": "Ports", "words": [1]}], 'has words below "Ports" that are no text'),
        ([{"name": "Ports", "words": "*"}], 'has words below "Ports" that are no text'),
        ([PORTS, PORTS], 'has two that are called "Ports at rest"'),
    ],
)
def test_what_cannot_be_watched_is_refused_by_name(watch, sentence):
    with pytest.raises(SettingsError, match="watch") as refused:
        parse({"watch": watch}, root=Path())
    assert sentence in str(refused.value)


@pytest.mark.parametrize(
    ("kind", "given", "sentence"),
    [
        ("countries", "Germny", '"Germny" is no country; did you mean "Germany"?'),
        ("topics", "helth", '"helth" is no topic; did you mean "health"?'),
    ],
)
def test_a_country_or_topic_that_there_is_not_is_refused_by_name(site, kind, given, sentence):
    with pytest.raises(SettingsError) as refused:
        gathered(settings_of(site, watch=[{"name": "Slip", kind: given}]))
    assert sentence in str(refused.value)
