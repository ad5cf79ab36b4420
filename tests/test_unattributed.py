"""A language without rules of its own: its marks are found, nobody is named, and the page says what is not read."""

from __future__ import annotations

import pytest

from tests.factories import article
from tests.quotation_cases import cases
from topic_briefings.extractors import analyse, quotes
from topic_briefings.extractors.keyphrases import extract as keyphrases
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Quotation
from topic_briefings.pages.words import words
from topic_briefings.text.document import Document

MARKED = [pytest.param(case, id=case.title) for case in cases("unattributed.txt")]
SAID = {
    "fr": "Odile Garnier a déclaré que la digue tenait. Selon le maire, elle tiendra. « Oui, elle tient », dit-il.",
    "es": 'Marta Prado dijo que el puente resiste. "El puente resiste", añadió Ruiz.',
    "nl": "Volgens Jan Smit houdt de dijk. “De dijk houdt”, zei Smit tegen verslaggevers.",
    "la": "Said Marcus Lund: “The bridge is open,” said Lund. According to Lund it holds.",
}


@pytest.mark.parametrize("case", MARKED)
def test_what_stands_in_marks_is_shown_and_nothing_else(case):
    language = case.title.partition(":")[0]
    found = list(quotes.extract(Document(article(case.text, language=language)), Knowledge()))
    assert [(q.span.of(case.text), q.kind.value) for q in found if isinstance(q, Quotation)] == list(case.expected)


@pytest.mark.parametrize("language", SAID)
def test_nobody_is_named(language):
    analysis = analyse(article(SAID[language], language=language), Knowledge())
    assert analysis.speakers == ()
    assert [(q.speaker, q.cue, q.confidence) for q in analysis.quotations] == [(None, None, 0.0)]


@pytest.mark.parametrize(
    ("language", "body", "english", "german"),
    [
        (
            "fr",
            "Le pont tient.",
            "Not read in French: who said what, what is reported without quotation marks, topics.",
            "Nicht gelesen auf Französisch: wer was gesagt hat, was ohne Anführungszeichen berichtet wird, Themen.",
        ),
        (
            "zh",
            "大桥很结实。",
            "Not read in Chinese: who said what, what is reported without quotation marks, keywords, topics.",
            "Nicht gelesen auf Chinesisch: wer was gesagt hat, was ohne Anführungszeichen berichtet wird, "
            "Stichwörter, Themen.",
        ),
    ],
)
def test_one_sentence_says_what_is_not_read(language, body, english, german):
    [notice] = analyse(article(body, language=language), Knowledge()).notices
    assert [words("en").notice(notice), words("de").notice(notice)] == [english, german]


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_language_with_rules_says_nothing_of_the_kind(language):
    assert analyse(article("Ana Lund.", language=language), Knowledge()).notices == ()


@pytest.mark.parametrize(
    ("language", "body", "wanted"),
    [
        ("ar", 'قال الصياد: «البحر هادئ». وأضاف: "المركب جاهز".', {"البحر", "هادئ", "المركب", "جاهز"}),
        ("he", 'הדייג אמר: "הים שקט". הסירה מוכנה, לדברי מנכ"ל הנמל.', {"שקט", "הסירה"}),
        ("ko", '어부는 "바다가 조용하다"고 말했다. 배는 월요일에 떠난다.', {"바다가"}),
        ("fr", "L’écluse d’Auxonne a rouvert. L’écluse fermait depuis qu’Odile partait.", {"écluse", "Auxonne"}),
        ("it", "L’argine tiene. Dall’argine all’isola passa un’altra barca dell’Azienda.", {"argine", "isola"}),
    ],
)
def test_keywords_are_words_without_marks_or_articles(language, body, wanted):
    found = {phrase.text for phrase in keyphrases(Document(article(body, language=language)), Knowledge())}
    assert wanted <= {text.lower() if language == "it" else text for text in found}, found
    assert all(text[0].isalnum() and text[-1].isalnum() and "’" not in text for text in found)


@pytest.mark.parametrize("body", ["渡船停在岸边，已经没有人需要它了。", "ชาวประมงเดินไปที่ท่าเรือ", "漁師は港へ歩いた。"])
def test_without_spaces_between_words_there_are_no_keywords(body):
    assert list(keyphrases(Document(article(body, language="zh")), Knowledge())) == []
