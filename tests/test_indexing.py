"""While a site is served, its search finds what it found until it has been made anew."""

from threading import Event

import pytest

from topic_briefings.errors import SiteError
from topic_briefings.mkdocs_edge.indexing import Indexing
from topic_briefings.search.index import SupersededError


class Finisher:
    """Writes an index when it is let."""

    def __init__(self, words, *, fails=False):
        self.words, self.fails, self.let = words, fails, Event()

    def index(self, site, wanted=lambda: True):
        while not self.let.wait(0.01):
            if not wanted():
                raise SupersededError
        if self.fails:
            raise SiteError("no index")
        (site / "pagefind").mkdir(exist_ok=True)
        (site / "pagefind" / "words").write_text(self.words)


@pytest.fixture
def first(tmp_path):
    indexing, finisher = Indexing(), Finisher("first")
    finisher.let.set()
    indexing.end(finisher, tmp_path)
    return indexing


def words(site):
    return (site / "pagefind" / "words").read_text()


def test_the_first_index_is_waited_for(tmp_path, first):
    assert words(tmp_path) == "first"


def test_the_last_index_stands_until_the_next_is_made(tmp_path, first):
    second = Finisher("second")
    first.end(second, tmp_path)
    assert words(tmp_path) == "first"
    second.let.set()
    first.wait()
    assert words(tmp_path) == "second"


def test_an_index_that_fails_leaves_the_last_one(tmp_path, first):
    second = Finisher("second", fails=True)
    second.let.set()
    first.end(second, tmp_path)
    first.wait()
    assert words(tmp_path) == "first"


@pytest.mark.parametrize("name", ["first", "next"])
def test_what_was_served_before_is_removed_beside(tmp_path, name):
    site, waste = tmp_path / "site", tmp_path / "waste"
    for folder in (site, waste):
        folder.mkdir()
    if name == "next":
        (site / "pagefind").mkdir()
    (waste / "index.html").write_text("before")
    indexing, finisher = Indexing(), Finisher(name)
    finisher.let.set()
    indexing.end(finisher, site, [waste])
    indexing.wait()
    assert list(tmp_path.iterdir()) == [site]
    assert words(site) == name


def test_an_index_that_is_not_ready_when_the_next_build_begins_is_given_up(tmp_path, first):
    first.end(Finisher("second"), tmp_path)
    first.give_up()
    assert words(tmp_path) == "first"
    third = Finisher("third")
    third.let.set()
    first.end(third, tmp_path)
    first.wait()
    assert words(tmp_path) == "third"


def test_an_index_that_was_given_up_is_made_after_all_where_the_next_build_fails(tmp_path, first):
    second = Finisher("second")
    first.end(second, tmp_path)
    first.give_up()
    second.let.set()
    first.take_up()
    first.wait()
    assert words(tmp_path) == "second"


def test_a_failed_build_has_no_ready_index_made_again(tmp_path, first):
    second = Finisher("second")
    second.let.set()
    first.end(second, tmp_path)
    first.wait()
    first.give_up()
    second.words = "again"
    first.take_up()
    first.wait()
    assert words(tmp_path) == "second"


@pytest.mark.parametrize("ends", ["next", "close"])
def test_what_was_to_be_removed_after_an_index_that_is_given_up_is_not_forgotten(tmp_path, first, ends):
    waste = tmp_path / "waste"
    waste.mkdir()
    first.end(Finisher("second"), tmp_path, [waste])
    if ends == "close":
        assert first.close() == (waste,)
        return
    first.give_up()
    third = Finisher("third")
    third.let.set()
    first.end(third, tmp_path)
    first.wait()
    assert not waste.exists()
