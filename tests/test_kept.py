"""What is said of a word is asked once."""

from __future__ import annotations

from topic_briefings.languages.kept import Kept


def test_a_word_is_judged_once() -> None:
    asked: list[str] = []

    def judge(word: str) -> int:
        asked.append(word)
        return len(word)

    kept = Kept(judge)
    assert [kept[word] for word in ("fen", "moss", "fen", "moss", "fen")] == [3, 4, 3, 4, 3]
    assert asked == ["fen", "moss"]
