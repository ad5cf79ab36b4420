"""Front matter is what PyYAML's dumper would write, to the character."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from topic_briefings.pages.yamled import dumped

WORDS = st.one_of(
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), max_size=30),
    st.text(alphabet="aZé09 ,.-:#'\"/()’–&;?!%@[]{}|>*~", max_size=12),
    st.sampled_from(["yes", "No", "null", "~", "1987-03-30", "on", "y", "1e3", "a: b", "a #b", "a -b", "- a", "..."]),
)
SCALARS = st.one_of(WORDS, st.booleans(), st.integers(), st.none())
ROWS = st.dictionaries(st.sampled_from(["type", "title", "yes", "a b"]), SCALARS, min_size=1)
VALUES = st.one_of(SCALARS, ROWS, st.lists(st.one_of(SCALARS, ROWS), max_size=3), st.builds(dict))


@given(st.dictionaries(WORDS.filter(lambda word: 0 < len(word) < 20), VALUES, max_size=5))
def test_the_characters_are_the_dumpers(fields):
    """Values, lists of values and lists of rows, as pages have them."""
    assert dumped(fields) == yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000)


def test_long_words_are_folded_as_the_dumper_folds_them():
    """A description may be longer than a line."""
    fields = {"description": "ever and on " * 2000}
    assert dumped(fields) == yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000)
