"""While a site is served, its search finds what it found until it has been made anew."""

from threading import Event

import pytest

from topic_briefings.errors import SiteError
from topic_briefings.mkdocs_edge.indexing import Indexing


class Finisher:
    """Writes an index when it is let."""

    def __init__(self, words, *, fails=False):
        self.words, self.fails, self.let = words, fails, Event()

    def index(self, site):
        self.let.wait()
        if self.fails:
            raise SiteError("no index")
        (site / "pagefind").mkdir(exist_ok=True)
        (site / "pagefind" / "words").write_text(self.words)


@pytest.fixture
def first(tmp_path):
    indexing, finisher = Indexing(), Finisher("first")
    finisher.let.set()
    indexing.begin(tmp_path)
    indexing.end(finisher, tmp_path)
    return indexing


def words(site):
    return (site / "pagefind" / "words").read_text()


def test_the_first_index_is_waited_for(tmp_path, first):
    assert words(tmp_path) == "first"


def test_the_last_index_stands_until_the_next_is_made(tmp_path, first):
    first.begin(tmp_path)
    assert not (tmp_path / "pagefind").exists(), "MkDocs would have removed it"
    second = Finisher("second")
    first.end(second, tmp_path)
    assert words(tmp_path) == "first"
    second.let.set()
    first.wait()
    assert words(tmp_path) == "second"


def test_an_index_that_fails_leaves_the_last_one(tmp_path, first):
    first.begin(tmp_path)
    second = Finisher("second", fails=True)
    second.let.set()
    first.end(second, tmp_path)
    first.wait()
    assert words(tmp_path) == "first"


def test_after_a_build_that_failed_the_search_finds_what_it_found(tmp_path, first):
    first.begin(tmp_path)
    first.put_back(tmp_path)
    assert words(tmp_path) == "first"
    first.begin(tmp_path)
    second = Finisher("second")
    second.let.set()
    first.end(second, tmp_path)
    first.wait()
    assert words(tmp_path) == "second"


def test_after_a_build_that_failed_the_next_one_has_the_last_index(tmp_path, first):
    first.begin(tmp_path)
    first.begin(tmp_path)
    second = Finisher("second")
    first.end(second, tmp_path)
    assert words(tmp_path) == "first"
    second.let.set()
    first.wait()
    first.tidy()


def test_what_was_served_is_removed_when_the_next_is_shown(tmp_path):
    site, indexing, finisher = tmp_path / "site", Indexing(), Finisher("first")
    site.mkdir()
    finisher.let.set()
    indexing.begin(site)
    (site / "page").mkdir()
    (site / "page" / "index.html").write_text("before")
    indexing.end(finisher, site)
    indexing.begin(site)
    assert list(site.iterdir()) == []
    (site / "index.html").write_text("after")
    indexing.end(finisher, site)
    indexing.close()
    assert sorted(path.name for path in site.iterdir()) == ["index.html", "pagefind"]
    assert list(tmp_path.iterdir()) == [site]


def test_a_server_that_is_stopped_after_a_build_that_failed_leaves_nothing(tmp_path, first):
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("before")
    first.begin(site)
    first.close()
    assert list(site.iterdir()) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pagefind", "site"]
