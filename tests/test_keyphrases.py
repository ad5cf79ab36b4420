"""Keyphrases: what a person would write, each where the body says it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import article
from topic_briefings.extractors.keyphrases import extract
from topic_briefings.knowledge import Knowledge
from topic_briefings.text.document import Document

CASES = Path(__file__).parent / "cases" / "keyphrases"
ALPHABET = st.sampled_from("ab éßİA.,-'’“”\n\t |_9Σ中")
WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "Ana",
            "Lund",
            "new",
            "dam",
            "dams",
            "of",
            "said",
            "has",
            "U.S.",
            "rain-fed",
            ",",
            ".",
            "3",
            "to",
            "plan",
            "plans",
            "Über",
        ]
    ),
    max_size=60,
).map(" ".join)


def keyphrases(body, headline="", language="en"):
    return list(extract(Document(article(body, headline=headline, language=language)), Knowledge()))


def cases(name):
    for case in (CASES / f"{name}.txt").read_text(encoding="utf-8").split("== ")[1:]:
        title, headline, body, wanted, unwanted = case.strip().split("\n")
        yield pytest.param(name, headline, body, wanted[2:].split("; "), unwanted[2:].split("; "), id=title)


@pytest.mark.parametrize(("language", "headline", "body", "wanted", "unwanted"), [*cases("en"), *cases("de")])
def test_a_person_would_write_them(language, headline, body, wanted, unwanted):
    texts = [found.text for found in keyphrases(body, headline, language)]
    assert not set(wanted) - set(texts), texts
    assert not set(unwanted) & set(texts), texts


@pytest.mark.parametrize(("language", "headline", "body", "wanted", "unwanted"), [*cases("idle_en"), *cases("idle_de")])
def test_what_says_nothing_by_itself_is_idle(language, headline, body, wanted, unwanted):
    shown = [found.text for found in keyphrases(body, headline, language.removeprefix("idle_")) if not found.idle]
    assert not set(wanted) - set(shown), shown
    assert not set(unwanted) & set(shown), shown


def test_of_those_that_say_next_to_nothing_only_the_best_is_shown():
    found = keyphrases("The city took a decision. The county knew of a problem. The meeting was a success.")
    assert sum(not phrase.idle for phrase in found) == 1


def test_of_few_one_that_says_little_is_shown_and_none_that_says_next_to_nothing():
    found = keyphrases("The ferry sank off Karlo in the night. The ferry had left Karlo with its prayers.")
    assert [phrase.text for phrase in found if not phrase.idle] == ["ferry", "Karlo"]


def test_a_line_of_its_own_is_the_credit_of_a_picture_and_what_brackets_hold_is_a_lists():
    body = "The ferry of Karlo has a coat of paint by Ada Moss.\n\nTarnfoto.\n\nAda Moss (Halden Rowers), Ida Penn"
    body += " (Halden Rowers), Bo Lund (Tarn Rowers).\n\nTarnfoto.\n\nKarlo waits.\n\nTarnfoto."
    found = [phrase.text for phrase in keyphrases(body, headline="Ferry has a coat of paint")]
    assert "ferry" in found
    assert not {"Tarnfoto", "Halden Rowers"} & set(found)
    told = [phrase.text for phrase in keyphrases(f"{body} Halden Rowers sailed. Tarnfoto came.", headline="Ferry")]
    assert {"Tarnfoto", "Halden Rowers"} <= set(told)


def test_plural_and_singular_are_one_phrase_in_its_usual_form():
    body = "The oil spill killed birds. Oil spills are rare here. An oil spill was seen in May."
    found = [phrase for phrase in keyphrases(body) if "spill" in phrase.text]
    assert [phrase.text for phrase in found] == ["oil spill"]
    assert [span.of(body) for span in found[0].spans] == ["oil spill", "Oil spills", "oil spill"]


def test_a_surname_alone_links_to_the_full_name():
    body = "Ingrid Solheim will leave. Solheim led the town. The town thanked Solheim."
    [found] = [phrase for phrase in keyphrases(body) if "Solheim" in phrase.text]
    assert [span.of(body) for span in found.spans] == ["Ingrid Solheim", "Solheim", "Solheim"]


def test_a_phrase_of_the_headline_alone_has_no_span():
    found = keyphrases("Prices rose by four per cent.", "Ministers agree on a fuel duty")
    assert [phrase.spans for phrase in found if phrase.text == "fuel duty"] == [()]


def test_another_language_has_the_candidates_of_yake():
    body = "La boulangerie de la rue des Tilleuls ouvre la nuit. La boulangerie forme des apprentis."
    assert "boulangerie" in [found.text.lower() for found in keyphrases(body, "", "fr")]


def test_a_language_without_a_grammar_gives_words_that_return_once_each():
    body = "L’élève a coupé le ruban de l’école, et l’élève a souri. Les élèves de l’école ont applaudi à Annecy."
    assert [found.text.lower() for found in keyphrases(body, "L’élève et l’école", "fr")] == [
        "école",
        "élève",
        "annecy",
    ]


def test_an_empty_article_has_none():
    assert keyphrases("") == []
    assert keyphrases("", language="fr") == []


@given(body=st.one_of(st.text(ALPHABET), WORDS), headline=WORDS, language=st.sampled_from(["en", "de"]))
@settings(deadline=None, max_examples=150)
def test_any_text_gives_ordered_phrases_that_stand_where_they_say(body, headline, language):
    found = keyphrases(body, headline, language)
    assert len(found) <= 10
    saliences = [phrase.salience for phrase in found]
    assert all(0 <= value <= 1 for value in saliences)
    assert saliences == sorted(set(saliences), reverse=True)
    for phrase in found:
        assert phrase.text.strip()
        assert all(0 <= span.start < span.end <= len(body) for span in phrase.spans)
        assert list(phrase.spans) == sorted(phrase.spans)
    assert found == keyphrases(body, headline, language)


@pytest.mark.parametrize("piece", ["word ", "Name ", "ab-", "a.b.", "(((", "the big dam, "])
def test_a_paragraph_of_half_a_megabyte_is_read(piece):
    keyphrases(piece * (500_000 // len(piece)))
