"""The tokenizer, and the words of noun phrases on top of it: text beside the tokens it is cut into."""

from __future__ import annotations

import pytest

from topic_briefings.languages import of
from topic_briefings.models import Span
from topic_briefings.text.nounphrases import NounWords
from topic_briefings.text.tokens import Words

CUTS = (
    ("The ferry’s crew can't swim, they're told.", "The ferry ’s crew can't swim , they 're told ."),
    ("a U.S. state-run well-known firm", "a U.S. state-run well-known firm"),
    ("AT&T and R&D at $17m in the 1990s", "AT&T and R&D at $ 17m in the 1990s"),
    ("at 9:05 the 30-year-old won 1,200.50", "at 9:05 the 30-year-old won 1,200.50"),
    ("It holds -- for now... ''Yes''", "It holds -- for now ... '' Yes ''"),
    (
        "see https://example.org/a?b=1, or ask ana@example.org.",
        "see https://example.org/a?b=1 , or ask ana@example.org .",
    ),
    ("Example.com and @lund_ek on #tarn", "Example.com and @lund_ek on #tarn"),
    ("<p>Tarn Corp <TRN> and <Lund Ltd></p>", "<p> Tarn Corp <TRN> and < Lund Ltd > </p>"),
    ("the first_call, _said_ Ek", "the first_call , _ said _ Ek"),
    ("one\n\ntwo", "one \n\n two"),
)


@pytest.mark.parametrize(("text", "tokens"), CUTS)
def test_a_text_is_cut_into_words_and_marks(text: str, tokens: str) -> None:
    words = Words(text)
    assert words.tokens == tokens.split(" ")
    assert [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)] == words.tokens


def test_initials_and_abbreviations_are_one_word_where_noun_phrases_are_read() -> None:
    text = "Then J. K. Lund spoke at 9 p.m. in hall B. Ek left."
    sentences = [Span(0, 42), Span(43, len(text))]
    grammar = of("en").nouns
    assert grammar is not None
    words = NounWords(Words(text), sentences, grammar)
    assert " ".join(words.tokens) == "Then J. K. Lund spoke at 9 p.m. in hall B .  Ek left . "
    assert [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)] == words.tokens
