"""What the page of an edited article says before all is gathered anew."""

import pytest

from topic_briefings import build
from topic_briefings.errors import BriefingsError
from topic_briefings.glimpse import MOST, Glimpse
from topic_briefings.settings import parse

BRIDGE = """\
Title: The bridge of Oslo opens
Date: 2026-11-02

The bridge over the harbour of Oslo opens on Monday.

“It holds,” said Ada Lindholm, the harbour master of Oslo.
"""
FERRY = """\
Title: The ferry of Bergen stays
Date: 2026-11-09

The ferry across the fjord at Bergen stays in winter, the county said.

“We need the ferry,” said Jonas Vik, the mayor of Bergen.
"""
CORRECTION = """\
- article: bridge
  quotation: It holds
  speaker: Ada Lindqvist
  date: 2026-11-28
"""


@pytest.fixture
def settings(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "bridge.txt").write_text(BRIDGE)
    (tmp_path / "seeds" / "ferry.txt").write_text(FERRY)
    return parse({"workers": 1}, root=tmp_path)


@pytest.fixture
def glimpse(settings):
    return Glimpse(build.generate(settings, recorded=False).edition, settings)


def seen(glimpse, settings, **edited):
    """The pages that are shown when these articles hold other words."""
    files = {settings.seeds / f"{name}.txt": text for name, text in edited.items()}
    for file, text in files.items():
        file.write_text(text)
    return glimpse.pages(files)


@pytest.mark.parametrize(
    "text",
    [
        BRIDGE.replace("“It holds,”", "“It holds at last,”"),
        BRIDGE.replace("opens on Monday.", "opens on Tuesday, a day late.").replace("opens\n", "opens late\n"),
        BRIDGE + "\n“Nobody believed in it,” Ms. Lindholm added.\n",
        BRIDGE.replace("“It holds,” said Ada Lindholm, the harbour master of Oslo.\n", "Nobody spoke.\n"),
    ],
    ids=["a word", "headline and lead", "one quotation more", "no quotation left"],
)
def test_the_page_is_the_one_that_a_run_makes(glimpse, settings, text):
    shown = seen(glimpse, settings, bridge=text)
    build.generate(settings, recorded=False)
    assert shown == {"articles/bridge.md": (settings.docs / "articles" / "bridge.md").read_text()}


def test_somebody_new_is_named_and_has_a_page_only_later(glimpse, settings):
    text = BRIDGE + "\n“Three boats passed below it,” said Mina Holt, a pilot.\n"
    assert "Mina Holt" in seen(glimpse, settings, bridge=text)["articles/bridge.md"]


def test_nothing_is_written(glimpse, settings):
    before = {path: path.read_bytes() for path in settings.docs.rglob("*") if path.is_file()}
    assert seen(glimpse, settings, bridge=BRIDGE.replace("holds", "stands"))
    assert {path: path.read_bytes() for path in settings.docs.rglob("*") if path.is_file()} == before


def test_what_says_the_same_is_not_shown(glimpse, settings):
    assert seen(glimpse, settings, bridge=BRIDGE) == {}


def test_an_article_that_is_new_waits_for_its_run(glimpse, settings):
    assert seen(glimpse, settings, tunnel=FERRY.replace("ferry", "tunnel")) == {}


def test_an_article_that_cannot_be_read_waits_for_what_the_run_says(glimpse, settings):
    assert seen(glimpse, settings, bridge="") == {}


def test_where_many_changed_all_wait(settings):
    names = [f"report{n}" for n in range(MOST + 1)]
    for name in names:
        (settings.seeds / f"{name}.txt").write_text(BRIDGE.replace("bridge", f"bridge {name}"))
    glimpse = Glimpse(build.generate(settings, recorded=False).edition, settings)
    other = {name: FERRY.replace("ferry", f"ferry {name}") for name in names}
    few = dict(list(other.items())[:MOST])
    assert len(seen(glimpse, settings, **few)) == MOST
    assert seen(glimpse, settings, **other) == {}


def test_of_a_file_of_many_articles_the_one_that_changed_is_shown(settings, monkeypatch):
    file, line = (
        settings.seeds / "boats.jsonl",
        '{{"id": "{0}", "title": "A {0} comes", "text": "The {0} came to Tarn."}}\n',
    )
    file.write_text(line.format("tug") + line.format("yacht"))
    glimpse = Glimpse(build.generate(settings, recorded=False).edition, settings)
    file.write_text(line.format("tug") + line.format("yacht").replace("came", "sailed"))
    assert list(glimpse.pages([file])) == ["articles/yacht.md"]
    monkeypatch.setattr("topic_briefings.glimpse.LARGEST", 100)
    assert glimpse.pages([file]) == {}


def test_a_correction_of_an_article_shows_on_its_page_alone(glimpse, settings):
    settings.corrections_file.write_text(CORRECTION)
    shown = glimpse.pages([settings.corrections_file])
    assert list(shown) == ["articles/bridge.md"]
    assert "Ada Lindqvist" in shown["articles/bridge.md"]


def test_a_correction_that_stood_there_already_shows_nothing(settings):
    settings.corrections_file.write_text(CORRECTION)
    glimpse = Glimpse(build.generate(settings, recorded=False).edition, settings)
    settings.corrections_file.write_text("# the first of the month\n" + CORRECTION)
    assert glimpse.pages([settings.corrections_file]) == {}
    settings.corrections_file.write_text("")
    assert "Ada Lindholm" in glimpse.pages([settings.corrections_file])["articles/bridge.md"]


def test_a_correction_that_is_wrong_is_for_the_run_to_tell(glimpse, settings):
    settings.corrections_file.write_text("- artikel: bridge\n")
    with pytest.raises(BriefingsError):
        glimpse.pages([settings.corrections_file])
