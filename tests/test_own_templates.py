"""Templates of one's own, in the place of the generator's, one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import make_site, problems, settings_of
from topic_briefings.build import generate
from topic_briefings.errors import SettingsError
from topic_briefings.pages.templating import TEMPLATES

SAMPLES = ("canada-port-strike-ends.txt",)


@pytest.fixture
def site(tmp_path) -> Path:
    return make_site(tmp_path / "site", SAMPLES)


def own(site: Path, name: str, text: str) -> None:
    (site / "ours").mkdir(exist_ok=True)
    (site / "ours" / name).write_text(text, encoding="utf-8")


def ours(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def test_a_template_takes_the_place_of_that_of_its_name(site):
    index = '<div class="bf-index" markdown>'
    own(site, "voices.md.j2", ours("voices.md.j2").replace(index, f"Voices\n\n{index}"))
    plain, settings = settings_of(site), settings_of(site, templates="ours")
    generate(plain)
    before = {file: file.read_bytes() for file in plain.docs.rglob("*.md")}
    generate(settings)
    after = {file: file.read_bytes() for file in plain.docs.rglob("*.md")}
    assert [file for file in after if after[file] != before[file]] == [settings.docs / "voices" / "index.md"]
    assert b"\nVoices\n\n<div" in after[settings.docs / "voices" / "index.md"]
    assert problems(site, templates="ours") == []


def test_a_changed_template_is_seen(site):
    settings = settings_of(site, templates="ours")
    own(site, "list.md.j2", ours("list.md.j2"))
    own(site, "voices.md.j2", ours("voices.md.j2"))
    generate(settings)
    assert not generate(settings).files.written
    own(site, "voices.md.j2", ours("voices.md.j2") + "\nVoices\n")
    assert "voices/index.md" in generate(settings).files.written


@pytest.mark.parametrize(
    ("printed", "instead", "told"),
    [
        ("# {{ a.headline }} {:", "# A scandal in Vell {:", "“A scandal in Vell”"),
        ("{{ parts.speakers(site, w, here, a.speakers) }}", "", "where it is nothing"),
        (
            "{{ parts.speakers(site, w, here, a.speakers) }}",
            '{{ parts.speakers(site, w, here, a.speakers)|replace("the", "no") }}',
            "no",
        ),
    ],
)
def test_what_a_template_makes_of_an_article_is_refused(site, printed, instead, told):
    template = ours("article.md.j2")
    assert printed in template
    own(site, "article.md.j2", template.replace(printed, instead))
    done = generate(settings_of(site, templates="ours"))
    assert done.articles == 0
    assert told in str(done.errors[0])
    assert "mend your templates" in str(done.errors[0])


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("voicess.md.j2", "", "ours/voicess.md.j2: there is no such template; did you mean voices.md.j2?"),
        ("voices.md.j2", "{% if %}", "ours/voices.md.j2:1: "),
        ("voices.md.j2", "{{ title|safe }}", "ours/voices.md.j2:1: No filter named 'safe'"),
        ("voices.md.j2", "\n{{ nothing.at_all }}", "ours/voices.md.j2:2: 'nothing' is undefined; mend it"),
    ],
)
def test_a_template_that_cannot_be_used_is_named(site, name, text, sentence):
    own(site, name, text)
    with pytest.raises(SettingsError) as refused:
        generate(settings_of(site, templates="ours"))
    assert sentence in str(refused.value)


def test_a_folder_that_is_not_there_is_named(site):
    with pytest.raises(SettingsError, match='templates: "ours" is no folder'):
        generate(settings_of(site, templates="ours"))
