"""The stories that a run finds with what an earlier one left are those that it would find without."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import analysis
from topic_briefings.gathering.stories import together
from topic_briefings.gathering.stories.columns import NONE, Columns, columns
from topic_briefings.gathering.stories.kept import Keeper, Kept
from topic_briefings.gathering.stories.terms import Terms, terms
from topic_briefings.gathering.stories.vectors import STEP, corpus, stepped
from topic_briefings.models import Analysis
from topic_briefings.store import decoded
from topic_briefings.store.stories import remembered

EVENTS = ["dam breaks", "ferry sinks", "strike ends", "museum burns", "verdict falls", "tunnel opens"]
SYLLABLES = ["ka", "ro", "mi", "stel", "vor", "ne", "du", "lim", "pa", "sen"]
SAID = (
    "{0} worried {5} about the {1} and the {2} there.",
    "Nobody had seen the {3} before {5} came, {6} said.",
    "A {4} and a {1} were what {6} of {5} lost.",
    "The {2} was older than the {3}, as {7} told the council.",
    "Then {7} asked {6} for the {4} again.",
)


def report(number: int, seed: int) -> Analysis:
    """A made-up report of one of twelve events in some of its words."""
    chance = random.Random(f"{number} {seed}")  # noqa: S311 - words, not secrets
    event = chance.randrange(2 * len(EVENTS))
    about = random.Random(event)  # noqa: S311
    words = ["".join(about.choices(SYLLABLES, k=3)) for _ in range(8)]
    named = [*words[:5], *(word.title() for word in words[5:])]
    what = EVENTS[event // 2]
    said = [sentence.format(*named) for sentence in chance.sample(SAID, 4)]
    body = " ".join([f"The {what} near {named[5]} on every mind.", *said, f"Some {chance.randrange(40)} people came."])
    day = f"2026-11-{2 * event + chance.randrange(1, 3):02}"
    return analysis(body, id=f"a{number:02}", headline=f"{what.title()} near {named[5]}", published=day, language="en")


def key(made: Analysis) -> str:
    return hashlib.sha256(repr(made.article).encode()).hexdigest()[:40]


def found(made: list[Analysis], before: Kept | None) -> tuple[object, Kept]:
    keeper = Keeper(before, key)
    all_of_them, stories, pairs = together(made, keeper=keeper)
    mates = keeper.mates(stories, all_of_them)
    log = keeper.after.log
    told = [log.one, log.other, log.score, log.total, pairs.one, pairs.other, pairs.cosine]
    return (stories, mates, keeper.after.shown, [column.tolist() for column in told]), keeper.after


@settings(deadline=None, max_examples=12)
@given(
    st.lists(
        st.dictionaries(st.integers(0, 60), st.none() | st.integers(0, 3), min_size=1, max_size=12),
        min_size=2,
        max_size=5,
    ),
    st.randoms(use_true_random=False),
)
def test_whatever_comes_goes_or_changes_the_stories_are_those_of_a_run_from_nothing(
    runs: list[dict[int, int | None]], chance: random.Random
) -> None:
    there = {number: report(number, 0) for number in range(0, 60, 2)}
    _, kept = found(list(there.values()), None)
    for changes in runs:
        there |= {number: report(number, seed) for number, seed in changes.items() if seed is not None}
        for number in [number for number, seed in changes.items() if seed is None]:
            there.pop(number, None)
        shuffled = list(there.values())
        chance.shuffle(shuffled)
        again, kept = found(shuffled, kept)
        assert again == found(shuffled, None)[0]


def test_the_reports_of_the_test_make_stories() -> None:
    (stories, *_), _ = found([report(number, 0) for number in range(60)], None)
    assert len(stories) > 2


def test_an_article_of_which_nothing_is_known_is_looked_at_anew() -> None:
    made = [report(number, 0) for number in range(30)]
    _, kept = found(made, None)
    keeper = Keeper(kept, lambda one: "" if one is made[3] else key(one))
    _, stories, _ = together(made, keeper=keeper)
    assert stories == found(made, None)[0][0]
    assert found(made, keeper.after)[0] == found(made, None)[0]


def test_what_is_kept_is_what_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoded, "_stays", False)
    made = [report(number, 0) for number in range(40)]
    with remembered(tmp_path, "code", key) as keeper:
        together(made, keeper=keeper)
    with remembered(tmp_path, "code", key) as again:
        assert again.before.keys == keeper.after.keys
        assert again.before.shown == keeper.after.shown
        assert again.before.columns.words == keeper.after.columns.words
        for kept, loaded in ((keeper.after.pairs, again.before.pairs), (keeper.after.log, again.before.log)):
            assert all(
                np.array_equal(getattr(kept, name), getattr(loaded, name)) for name in type(kept).__dataclass_fields__
            )
    with remembered(tmp_path, "other code", key) as other:
        assert not other.before.keys


def test_words_that_nobody_holds_any_more_are_forgotten() -> None:
    told = [terms(report(number, 0).article) for number in range(3)]
    made = columns(told)
    left = columns(told[1:], made, [1, 2]).compact()
    assert set(left.words) == {word for one in told[1:] for word in one.counts}
    assert vectors(left, told[1:]) == vectors(columns(told[1:]), told[1:])


def vectors(made: Columns, told: list[Terms]) -> list[dict[str, float]]:
    found = corpus(told, made).vectors
    return [dict(found[number]) for number in range(len(told))]


def test_no_articles_make_no_stories() -> None:
    assert columns([]).sizes.tolist() == NONE.sizes.tolist() == []
    assert found([], None)[0][0] == []


@pytest.mark.parametrize(
    ("count", "middle"), [(0, 0), (1, 1), (11, 11), (12, 14), (16, 14), (17, 20), (23, 20), (24, 28.5)]
)
def test_how_many_hold_a_word_is_told_in_steps(count: int, middle: float) -> None:
    assert stepped(np.array([count]), STEP).tolist() == [middle]
