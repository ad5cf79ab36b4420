"""Cards of articles: what was kept is what is made."""

import pytest

from tests.sites import SAMPLES
from topic_briefings.gathering.cards import card
from topic_briefings.models import Article
from topic_briefings.reading import read_folder
from topic_briefings.store import cards
from topic_briefings.store.decoded import Decoded

ARTICLES = [item for item in read_folder(SAMPLES, "seeds") if isinstance(item, Article)]


def made_of(read):
    return [read(article) for article in ARTICLES]


def test_what_is_remembered_is_what_is_made(tmp_path):
    expected = made_of(card)
    with cards.remembered(tmp_path, "code") as first:
        assert made_of(first) == expected
    with cards.remembered(tmp_path, "code") as again:
        assert made_of(again) == expected


def test_a_card_is_made_once(tmp_path, monkeypatch):
    with cards.remembered(tmp_path, "code") as first:
        made_of(first)
    monkeypatch.setattr(cards, "card", lambda _: 1 / 0)
    with cards.remembered(tmp_path, "code") as again:
        made_of(again)
    with cards.remembered(tmp_path, "other code") as other, pytest.raises(ZeroDivisionError):
        other(ARTICLES[0])


@pytest.mark.parametrize("row", ["", "null", "[]", "{}", '{"terms": {}}', '{"terms": {"counts": []}, "sentences": 1}'])
def test_a_row_of_another_kind_is_no_card(tmp_path, monkeypatch, row):
    monkeypatch.setattr("topic_briefings.store.rows.Rows.get", lambda *_: row)
    with cards.remembered(tmp_path, "code") as remembered:
        assert remembered(ARTICLES[0]) == card(ARTICLES[0])


def test_a_process_that_makes_one_run_keeps_nothing(tmp_path, monkeypatch):
    kept: Decoded[list[int]] = Decoded()
    assert kept.get(tmp_path, "a", lambda: [1]) is not kept.get(tmp_path, "a", lambda: [1])
    monkeypatch.setattr("topic_briefings.store.decoded._stays", True)
    first = kept.get(tmp_path, "a", lambda: [1])
    assert kept.get(tmp_path, "a", lambda: [2]) is first
    kept.prune(tmp_path)
    assert kept.get(tmp_path, "a", lambda: [3]) is first
    kept.prune(tmp_path)
    kept.prune(tmp_path)
    assert kept.get(tmp_path, "a", lambda: [4]) == [4], "what a run did not ask for is let go"
