"""Who said what: text beside expectation, and what must hold for any text."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.quotation_cases import Case, cases, found, quotation_of
from topic_briefings.extractors import quotes
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Article, Notice, Quotation, Speaker
from topic_briefings.text.document import Document

SEED = Path(__file__).parents[1] / "seeds" / "canada-japan-intelligence-sharing.txt"


def named(file):
    return [pytest.param(case, id=case.title, marks=case.marks) for case in cases(file)]


PEOPLE = [
    pytest.param(case, language, id=f"{language}: {case.title}", marks=case.marks)
    for language, file in (
        ("en", "resolution.txt"),
        ("de", "resolution_german.txt"),
        ("en", "names.txt"),
        ("en", "whose_words.txt"),
        ("de", "whose_words_german.txt"),
        ("es", "dialogue.txt"),
    )
    for case in cases(file)
]


@pytest.mark.parametrize(("case", "language"), PEOPLE)
def test_the_speaker_is_the_right_person(case: Case, language):
    for words, name in case.expected:
        quotation = quotation_of(case.text, words, language)
        said = quotation and quotation.speaker and quotation.speaker.name
        assert (said or ("nobody" if quotation else "none")) == name, words


@pytest.mark.parametrize("case", [*named("regions.txt"), *named("marks.txt")])
def test_what_stands_in_marks(case: Case):
    for words, wanted in case.expected:
        if wanted == "none":
            marked = [q for q in found(case.text) if isinstance(q, Quotation) and q.fragments]
            assert not marked
            continue
        quotation = quotation_of(case.text, words)
        assert quotation is not None
        assert " ".join(f"[{span.of(case.text)}]" for span in quotation.fragments) == wanted


MENTIONS = [
    pytest.param(case, language, id=f"{language}: {case.title}", marks=case.marks)
    for language, file in (("en", "mentioned.txt"), ("de", "mentioned_german.txt"))
    for case in cases(file)
]


@pytest.mark.parametrize(("case", "language"), MENTIONS)
def test_what_is_mentioned_is_not_said(case: Case, language):
    for words, wanted in case.expected:
        start = case.text.index(words)
        marked = [s for q in found(case.text, language) if isinstance(q, Quotation) for s in q.fragments]
        assert ("said" if any(s.start <= start < s.end for s in marked) else "mentioned") == wanted, words


DESCRIBED = [pytest.param(case, "de", id=case.title, marks=case.marks) for case in cases("described_german.txt")]


@pytest.mark.parametrize(("case", "language"), DESCRIBED)
def test_somebody_without_a_name_is_described(case: Case, language):
    for words, wanted in case.expected:
        quotation = quotation_of(case.text, words, language)
        assert quotation is not None
        assert quotation.speaker is not None
        assert quotation.speaker.name is None
        assert quotation.speaker.described.of(case.text) == wanted


STATEMENTS = [
    pytest.param(case, language, id=f"{language}: {case.title}", marks=case.marks)
    for language, file in (("en", "statements.txt"), ("de", "statements_german.txt"))
    for case in cases(file)
]


def reported(text, words, language):
    """What a page may print as the statement around ``words``: its parts in brackets."""
    start = text.index(words)
    everything = [q for q in found(text, language) if isinstance(q, Quotation) and not q.fragments]
    holding = [q for q in everything if any(part.start <= start < part.end for part in q.content)]
    sure = [q for q in holding if q.confidence >= quotes.THRESHOLD]
    if not sure:
        return "unsure" if holding else "none"
    best = min(sure, key=lambda q: q.span.end - q.span.start)
    return " ".join(f"[{part.of(text)}]" for part in best.content)


@pytest.mark.parametrize(("case", "language"), STATEMENTS)
def test_what_is_reported_without_marks(case: Case, language):
    for words, wanted in case.expected:
        assert reported(case.text, words, language) == wanted


LANGUAGES = [
    pytest.param(case, language, id=f"{language}: {case.title}", marks=case.marks)
    for language, file in (("en", "attribution.txt"), ("de", "german.txt"))
    for case in cases(file)
]


@pytest.mark.parametrize(("case", "language"), LANGUAGES)
def test_how_a_statement_is_attributed(case: Case, language):
    for words, wanted in case.expected:
        quotation = quotation_of(case.text, words, language)
        if wanted == "none":
            assert quotation is None, words
            continue
        assert quotation is not None, words
        speaker = quotation.speaker.span.of(case.text) if quotation.speaker else "-"
        cue = quotation.cue.of(case.text) if quotation.cue else "-"
        assert f"{quotation.kind} | {speaker} | {cue}" == wanted


@pytest.mark.parametrize("case", named("idle.txt"))
def test_words_that_tell_nothing_alone_are_idle(case: Case):
    for words, wanted in case.expected:
        quotation = quotation_of(case.text, words)
        assert quotation is not None
        assert ("idle" if quotation.idle else "printed") == wanted


@pytest.mark.parametrize(
    ("said", "idle"), [("der Plan sei gut für Berlin, weil er", False), ("er sei gut, weil er", True)]
)
def test_a_german_er_of_a_woman_may_be_a_thing_that_is_named_before(said: str, idle: bool):
    body = f"Kanzlerin Angela Lund sagte am Montag, {said} der Stadt viele Jahre lang helfe."
    quotation = quotation_of(body, said, "de")
    assert quotation is not None
    assert quotation.idle is idle


@pytest.mark.parametrize("case", named("../keyquotes/en.txt"))
def test_the_better_key_quote_wins(case: Case):
    for better, worse in case.expected:
        first, second = (quotation_of(case.text, words) for words in (better, worse))
        assert first is not None
        assert second is not None
        assert first.salience > second.salience, (first.salience, second.salience)


SURE = [
    "“It holds well enough,” Otto Bly said, according to the Courier.",
    "“It holds well enough,” the driver says.",
    "Rosa Quint called the plan “a hole with a lid”.",
    "According to the Courier, driver Otto Bly said that if the rain were to stop, “the gate will hold well enough”.",
    "Otto Bly met Rosa Quint. Quint said the gate was shut. “It holds well enough,” she said.",
    "Otto Bly met Rosa Quint. Bly resisted: “The gate has no power to shut the bridge.”",
    "If a driver finds it hard to wait, Otto Bly said God “will hold the gate for him as He has held many others”.",
    "Otto Bly denied it. But his admission that he “guessed something like this was going to happen” does not help.",
    "Otto Bly said the bridge was old. It sank in May. “It holds well enough,” he said.",
    "Otto Bly said the bridge was old. Kurt Vell had it shut. He saw it sink. “It holds well enough,” he said.",
]
UNSURE = [
    "Rosa Quint came with “a hole with a lid on it” to the fair.",
    "Otto Bly and Kurt Vell came by ferry. “It holds well enough,” he said.",
    "According to the Courier, the gate that Otto Bly said was shut “will hold well enough”.",
    "Otto Bly told the court that the driver of Rosa Quint confessed and “did not shut the gate as he was told”.",
    "Divers who heard Otto Bly interpreted the Morse code: “Is there any hope?”",
    "Otto Bly said the bridge was old. It sank in May with the car of Kurt Vell. “It holds well enough,” he said.",
    "In the Mediterranean, ferries were lost. “It holds well enough,” he said.",
]


@pytest.mark.parametrize(("text", "sure"), [*((text, True) for text in SURE), *((text, False) for text in UNSURE)])
def test_a_page_names_whoever_is_sure(text, sure):
    [quotation] = [item for item in found(text) if isinstance(item, Quotation) and item.fragments]
    assert (quotation.confidence >= quotes.THRESHOLD) is sure


def seed():
    headline, _, body = SEED.read_text(encoding="utf-8").partition("\n")
    return Article(id="seed", headline=headline, body=body.strip(), source="seed", digest="")


def test_the_seed_article():
    article = seed()
    everything = list(quotes.extract(Document(article), Knowledge()))
    marked = [q for q in everything if isinstance(q, Quotation) and q.fragments]
    said = [(q.fragments[0].of(article.body)[:24], q.kind.value, q.speaker.name) for q in marked if q.speaker]
    assert said == [
        ("Through the exchange of ", "direct", "Mélanie Joly"),
        ("as soon as possible", "partial", "Japan’s foreign ministry"),
        ("free and open Indo-Pacif", "partial", None),
        ("is intended to complemen", "partial", "Mélanie Joly"),
    ]
    assert all(q.confidence >= quotes.THRESHOLD for q in marked)
    joly = next(s for s in everything if isinstance(s, Speaker) and s.name == "Mélanie Joly")
    assert joly.role
    assert joly.role.of(article.body) == "Foreign Minister"
    assert [spelling.form for spelling in joly.spellings] == ["Mélanie Joly", "Jolie", "Jolly"]
    assert all(spelling.evidence.endswith(".") for spelling in joly.spellings)
    assert [n.message for n in everything if isinstance(n, Notice)] == ["One name is spelled Joly, Jolly and Jolie."]


TEXT = st.text(alphabet="ab AB.,:;!?\"“”„«»‘’'\n-–()0said ", max_size=400) | st.lists(
    st.sampled_from(
        ["Ana Prelog", "she", "said", "“", "”", '"', ",", ".", "\n", "that", "the ministry", "it rains", ":", "who",
         "according to", "and", "adding", "''", "— Lee", "told", "in May", "?", "(", ")"]
    ),
    max_size=60,
).map(" ".join)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(TEXT)
@example("Ana Prelog Ana Prelog")  # a run of capitals that opens the text
def test_any_text_gives_records_whose_spans_lie_in_it(text):
    for item in found(text):
        if isinstance(item, Quotation):
            spans = [item.span, *item.fragments, *item.content, *filter(None, [item.cue])]
            if item.speaker:
                spans.append(item.speaker.span)
            assert all(0 <= span.start <= span.end <= len(text) for span in spans)
            assert all(item.span.covers(fragment) for fragment in item.fragments)
            assert 0 <= item.confidence <= 1
            assert 0 <= item.salience <= 1
        if isinstance(item, Speaker):
            assert all(s.of(text).split() for spelling in item.spellings for s in spelling.spans)
        assert pickle.loads(pickle.dumps(item)) == item  # noqa: S301 - our own records


@settings(max_examples=50, deadline=None)
@given(TEXT)
def test_a_text_gives_the_same_twice(text):
    assert found(text) == found(text)


@settings(max_examples=50, deadline=None)
@given(TEXT.filter(lambda text: text.count("\n") == 0))
def test_a_stray_mark_costs_its_paragraph_only(text):
    said = "“The bridge is open,” said Ana Prelog."
    whole = f"{said}\n\n{text}"
    first = next(q for q in found(whole) if isinstance(q, Quotation))
    assert first.fragments[0].of(whole) == "The bridge is open,"


def test_a_very_long_paragraph_is_read():
    text = "“The bridge,” she said, and the river rose again, as Ana Prelog feared, " * 4000
    assert sum(isinstance(item, Quotation) for item in found(text)) >= 1


UNKNOWN = [
    ("The lamp of Tarn is lit again. Quillfeld said it will burn all winter.", "Quillfeld"),
    ("The lamp of Tarn is lit again. “It will burn,” Quillfeld said.", "Quillfeld"),
    ("The lamp of Tarn is lit again. Quillfeld told the council that it will burn.", "Quillfeld"),
    ("The lamp of Tarn is lit again. “It will burn,” said Quillfeld, who keeps it.", None),
    ("The lamp of Tarn is lit again. “It will burn,” said Ida Quillfeld.", None),
    ("The lamp of Tarn is lit again. Captain Quillfeld said it will burn all winter.", None),
    ("The lamp of Tarn is lit again, but Quillfeld said it will go out.", None),
    ("The lamp of Tarn is lit again. “It will burn,” said Quillfelder leader Ana Lund.", None),
    ("The lamp of Tarn is lit again. Ana Lund derided Quillfelder claims they could “burn it all winter.”", None),
    ("The lamp of Tarn is lit again. “It will burn,” said Quillfeld A. Lund, who keeps it.", None),
    ("Quillfeld lit the lamp of Tarn. Quillfeld said it will burn all winter.", None),
    ("The lamp of Tarn is lit again. Bush said it will burn all winter.", None),
    ("# Quillfeld lights a lamp\nThe lamp of Tarn is lit again. Quillfeld said it will burn all winter.", None),
]


@pytest.mark.parametrize(("text", "name"), UNKNOWN)
def test_who_is_quoted_and_never_introduced_is_told_of(text, name):
    notices = [notice for notice in found(text) if isinstance(notice, Notice) and notice.case == "unknown"]
    assert [notice.words for notice in notices] == ([(name,)] if name else [])


BROKEN_OFF = [("Ana Lund waited. She quoted Bo Barasa", 1), ("“It is late,” she said. Lund cites Bo Barasa", 2)]


@pytest.mark.parametrize(("text", "quotations"), BROKEN_OFF)
def test_a_text_that_breaks_off_behind_whom_somebody_cites_is_read(text, quotations):
    assert sum(isinstance(one, Quotation) for one in found(text)) == quotations
