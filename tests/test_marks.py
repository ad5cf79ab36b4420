"""Quoted stretches: what must hold for any text, wherever its paragraphs stand."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from topic_briefings.text.marks import stretches
from topic_briefings.text.paragraphs import paragraphs

WORDS = st.sampled_from(
    ["“", "”", '"', "„", "«", "»", "rain", "Ana", "it’s", "6'", "(", ")", ",", ".", "–", "🌧", "𝒜na"]
)
PARAGRAPH = st.lists(WORDS, min_size=1, max_size=14).map(" ".join) | st.lists(WORDS, min_size=1, max_size=9).map(
    "".join
)
TEXT = st.lists(PARAGRAPH, min_size=1, max_size=4).map("\n\n".join)
# No comma: two of them are a low mark as typewriters have it.
UNMARKED = st.text(alphabet="ab 🌧𝒜é.", min_size=1, max_size=30).filter(str.strip)
SAID = "“The bridge is open,” said Ana."


def quoted(text):
    return stretches(text, tuple(paragraphs(text)))


def shifted(found, by):
    return [(s.outer.start + by, s.outer.end + by, s.inner.start + by, s.inner.end + by, s.continues) for s in found]


@given(TEXT)
def test_each_lies_in_one_paragraph_and_behind_the_one_before(text):
    found = quoted(text)
    for stretch in found:
        assert stretch.outer.covers(stretch.inner)
        assert any(paragraph.covers(stretch.outer) for paragraph in paragraphs(text))
        assert any(map(str.isalnum, stretch.inner.of(text))), "nothing is said in it"
    assert all(one.outer.end <= other.outer.start for one, other in pairwise(found))


@given(UNMARKED, TEXT)
def test_paragraphs_before_only_move_it_by_their_code_points(before, text):
    lead = f"{before}\n\n"
    assert shifted(quoted(lead + text), 0) == shifted(quoted(text), len(lead))


@given(PARAGRAPH, UNMARKED)
def test_a_mark_left_open_costs_its_own_paragraph_alone(paragraph, after):
    text = f"{SAID}\n\n“{paragraph}\n\n{after}\n\n{SAID}"
    inside = [stretch.inner.of(text) for stretch in quoted(text)]
    assert inside[0] == inside[-1] == "The bridge is open,"
    last = len(text) - len(SAID)
    assert all(s.outer.end <= last - len(after) or s.outer.start >= last for s in quoted(text))
