"""Where text is changed, and that it is changed once."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from topic_briefings.reading import clean

CHARACTERS = "ab.&;#x\n\r \t\u00a0\u00ad\u200b\u200d\u0301\u0627\u093f\x85\x93\u2028\u2029\ud800\x00\x0cか\u3099\u037e"
WORDS = ["&amp;", "&lt;", "&#38;", "&shy;", "&nbsp;", "lt;", "&#x301;", "  a", "Head line", "word " * 9, "\u0301" * 40]
ODD = st.sampled_from([*CHARACTERS, *WORDS])
TEXTS = st.lists(ODD, max_size=30).map("".join) | st.text(max_size=80)


@pytest.mark.parametrize(
    ("given", "cleaned"),
    [
        ("cafe\u0301", "café"),
        ("two\u00a0words\u2009here", "two words here"),
        ("soft\u00adly, zero\u200bwidth", "softly, zerowidth"),
        ("\ufeffmark", "mark"),
        ("bell\x07", "bell"),
        ("\u202eright to left\u202c", "right to left"),
        ("\x93quoted\x94", "“quoted”"),
        ("Sons &amp;amp; Daughters &quot;Ltd&quot; &#8211; &eacute;", 'Sons & Daughters "Ltd" – é'),
        ("AT&T; &notareference; &#65;", "AT&T; &notareference; &#65;"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("نمی\u200cخواهم", "نمی\u200cخواهم"),
        ("  wide   gaps\there ", "wide gaps here"),
    ],
)
def test_characters_are_mended(given: str, cleaned: str) -> None:
    assert clean.line(given) == cleaned


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_every_line_end_is_one(end: str) -> None:
    assert clean.body(f"One.{end}{end}{end}Two.{end}Three.") == "One.\n\nTwo.\n\nThree."


def test_an_indented_line_opens_a_paragraph() -> None:
    text = (
        "    The towns of Upper and Lower Maruni will share a ferry\n"
        "from Monday, both councils said after a vote that lasted\n"
        "most of the night.\n"
        "    The boats had run half empty since the bridge at Sorrel\n"
        "was opened to lorries in the spring, and nobody spoke up\n"
        "for keeping both."
    )
    first, second = clean.body(text).split("\n\n")
    assert (first[-9:], second[:9]) == ("he night.", "The boats")


@pytest.mark.parametrize(
    "lines",
    [
        ("The report by", "the council", "said that it was late."),
        ("“It holds,”", "said Mona Lark."),
        ("   The report,", "said the council", "and the mayor, was late."),
        (
            "The report of the council, which nobody had",
            "read, was late, and the mayor of Upper Maruni",
            "Holt said so.",
        ),
    ],
)
@pytest.mark.parametrize(
    "beside", ["", "A paragraph that no width has cut, " + "and that goes on and on, " * 8 + "ends."]
)
def test_lines_that_go_on_are_one_paragraph(lines: tuple[str, ...], beside: str) -> None:
    text = "\n".join(lines)
    first, *others = clean.body(f"{text}\n\n{beside}").split("\n\n")
    assert (first, others) == (" ".join(text.split()), [beside] if beside else [])


def test_a_list_keeps_its_lines() -> None:
    assert clean.body("- one\n- two\n\nApples\nPears\n3 plums").count("\n\n") == 4


def test_a_table_keeps_its_rows() -> None:
    assert clean.body("Shr 34 cts vs 1.19 dlrs\nNet 807,000 vs 2,858,000\nRevs 11.5 mln").count("\n\n") == 2


def test_only_a_whole_line_is_a_repeated_headline() -> None:
    assert clean.body("Ferry is shared\n\nBoth towns agree.", "Ferry is shared") == "Both towns agree."
    assert clean.body("Ferry is shared by two towns.", "Ferry is shared") == "Ferry is shared by two towns."
    assert clean.body("Ferry", "Ferry") == "Ferry"


def test_a_text_that_says_no_more_than_its_headline_keeps_it() -> None:
    assert clean.body("Ferry is shared.\n\nFerry is shared.", "Ferry is shared") == "Ferry is shared."


@given(TEXTS, st.sampled_from(["", "head line", "Ab A"]))
def test_cleaning_twice_is_cleaning_once(text: str, headline: str) -> None:
    once = clean.body(text, headline)
    assert clean.body(once, headline) == once
    assert clean.line(clean.line(text)) == clean.line(text)


@given(TEXTS)
def test_a_clean_text_is_fit_to_count_in(text: str) -> None:
    body = clean.body(text)
    body.encode()
    assert unicodedata.is_normalized("NFC", body)
    assert "\n" not in body.replace("\n\n", "")
    assert all(paragraph == paragraph.strip() and paragraph for paragraph in body.split("\n\n") if body)
    assert not any(unicodedata.category(char) == "Cc" for char in body.replace("\n", ""))


@pytest.mark.parametrize(
    "text",
    ["word " * 200_000, " " * 1_000_000 + "x", "\n " * 300_000, "&amp;" * 200_000, "a" + "\u0301\u0323" * 300_000],
    ids=["words", "spaces", "lines", "references", "marks"],
)
def test_a_long_paragraph_takes_no_longer_than_its_length(text: str) -> None:
    clean.body(text, "A headline")
