"""Options are read, given their defaults and refused by name."""

from pathlib import Path

import pytest

from scripts.write_settings import PAGE, page
from topic_briefings.errors import SettingsError
from topic_briefings.extractors.quotes import THRESHOLD
from topic_briefings.settings import Settings, options, parse

ROOT = Path("/somewhere")


def test_no_options_give_the_defaults():
    settings = parse(None, root=ROOT)
    assert settings == parse({}, root=ROOT)
    assert settings.seeds == ROOT / "seeds"
    assert settings.docs == ROOT / "docs"
    assert settings.shown_seeds == "seeds"
    assert not settings.full_text


def test_paths_start_at_the_folder_of_the_file():
    settings = parse({"seeds": "../articles/", "cache": "/var/cache/b"}, root=ROOT)
    assert settings.seeds == ROOT / "../articles"
    assert settings.shown_seeds == "../articles"
    assert settings.cache == Path("/var/cache/b")


REFUSALS = [
    ({"sedes": "seeds"}, '"sedes" is not an option; did you mean "seeds"?'),
    ({"fulltext": True}, '"fulltext" is not an option; did you mean "full_text"?'),
    ({"per page": 50}, '"per page" is not an option; did you mean "per_page"?'),
    ({1: 2}, '"1" is not an option; the options are cache, corrections, executor, folder, '),
    ({"workers": "many"}, 'workers: "many" is not a whole number from 0 to 1024; write one'),
    ({"workers": True}, "workers: true is not a whole number from 0 to 1024; write one"),
    ({"workers": -1}, "workers: -1 is not a whole number"),
    ({"per_page": 5}, "per_page: 5 is not a whole number from 20 to 200; write one"),
    ({"threshold": 2}, "threshold: 2 is not a number from 0 to 1; write one, such as 0.75"),
    ({"threshold": float("nan")}, "threshold: NaN is not a number from 0 to 1"),
    ({"full_text": "no"}, 'full_text: "no" is neither yes nor no; write true or false'),
    ({"site_language": "xx"}, 'site_language: "xx" is not offered; write en'),
    ({"seeds": None}, "seeds: null is not a path; write it as text, relative to the folder of mkdocs.yml"),
    ({"seeds": ""}, 'seeds: "" is not a path'),
    ({"seeds": ["a", "b"]}, 'seeds: ["a", "b"] is not a path'),
    (["seeds"], '["seeds"] is not a list of options; write "seeds: seeds" below it'),
    ({"cache": "x" * 500 + "\0"}, 'cache: "' + "x" * 56 + "… is not a path"),
]


@pytest.mark.parametrize(("given", "sentence"), REFUSALS, ids=[str(sentence)[:40] for _, sentence in REFUSALS])
def test_a_wrong_option_is_refused_in_one_sentence(given, sentence):
    with pytest.raises(SettingsError) as refusal:
        parse(given, root=ROOT)
    assert str(refusal.value).startswith(f"mkdocs.yml: plugins: briefings: {sentence}")
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    ("name", "written", "value"),
    [
        ("workers", 0, 0),
        ("workers", 1024, 1024),
        ("per_page", 20, 20),
        ("per_page", 200, 200),
        ("threshold", 0, 0.0),
        ("threshold", 1, 1.0),
        ("threshold", 0.75, 0.75),
        ("full_text", True, True),
        ("full_text", False, False),
        ("site_language", "de", "de"),
        ("policy", "all", "all"),
        ("policy", "none", "none"),
        ("name", "  The  Desk ", "The Desk"),
        ("name", None, None),
        ("folder", "a/b-c/", "a/b-c"),
        ("folder", "", ""),
        ("topics", "topics.yml", ROOT / "topics.yml"),
        ("topics", None, None),
        ("corrections", "desk/words.yml", ROOT / "desk" / "words.yml"),
    ],
)
def test_an_option_is_what_is_written(name, written, value):
    found = getattr(parse({name: written}, root=ROOT), name)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("name", "written"),
    [("workers", 1025), ("per_page", 19), ("per_page", 201), ("threshold", -0.01), ("threshold", True),
     ("name", " "), ("name", 7), ("folder", "../a"), ("folder", ".hidden"), ("folder", 7), ("seeds", 7),
     ("policy", "some")],
)  # fmt: skip
def test_an_option_a_step_too_far_is_refused(name, written):
    with pytest.raises(SettingsError):
        parse({name: written}, root=ROOT)


def test_where_pages_and_corrections_stand():
    below = parse({"folder": "desk/news"}, root=ROOT, docs=ROOT / "docs")
    assert below.shown_docs == "docs/desk/news"
    assert parse({}, root=ROOT).shown_docs == "docs"
    assert parse({}, root=ROOT).corrections_file == ROOT / "seeds" / "corrections.yml"
    assert parse({"corrections": "words.yml"}, root=ROOT).corrections_file == ROOT / "words.yml"


def test_every_option_says_what_it_means_and_has_a_default_that_passes():
    assert set(options()) <= set(Settings.__slots__)
    for name, option in options().items():
        assert option.meaning.endswith("."), name
        option.check(option.default, ROOT)


def test_speakers_are_named_from_the_confidence_that_was_measured():
    assert options()["threshold"].default == THRESHOLD


def test_the_page_of_settings_is_made_from_the_settings():
    assert PAGE.read_text(encoding="utf-8") == page(), "run scripts/write_settings.py"
