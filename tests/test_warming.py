"""While a site is served, what the first edit needs is read beside."""

import pytest

from topic_briefings.mkdocs_edge import warming
from topic_briefings.settings import parse

ARTICLE = "# Bridge\n\n“The bridge opens on Monday,” said Ada Lindholm, the harbour master of Oslo.\n"


@pytest.fixture
def settings(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "bridge.md").write_text(ARTICLE)
    return parse({"workers": 1}, root=tmp_path)


@pytest.fixture
def read(monkeypatch):
    found = []
    monkeypatch.setattr(warming, "_warm", lambda settings, know: found.append(settings))
    return found


def warmed(settings, *idle):
    one, known = warming.Warming(), []
    for first in idle:
        one.begin(settings, lambda edition, settings: known.append(edition), idle=first)
    one.wait()
    return known


@pytest.mark.parametrize("idle", [(True,), (True, True), (True, False)])
def test_after_a_first_build_whose_run_read_nothing_it_is_read_once(settings, read, idle):
    warmed(settings, *idle)
    assert read == [settings]


@pytest.mark.parametrize("idle", [(False,), (False, True)])
def test_what_the_first_run_has_read_is_not_read_again(settings, read, idle):
    warmed(settings, *idle)
    assert read == []


def test_nothing_is_written_below_the_pages(settings):
    (edition,) = warmed(settings, True)
    assert [report.article.id for report in edition.reports] == ["bridge"]
    assert not settings.docs.exists()


def test_articles_that_are_not_there_are_for_the_next_build_to_tell(tmp_path):
    warmed(parse({"workers": 1}, root=tmp_path), True)
