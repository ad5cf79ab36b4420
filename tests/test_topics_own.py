"""A site's own topics: beside the built-in ones or in their place, and what is said of a wrong file."""

import os

import pytest

from tests.factories import article
from topic_briefings.errors import SettingsError
from topic_briefings.extractors.topics import extract
from topic_briefings.knowledge import Knowledge
from topic_briefings.knowledge.topics import taxonomy, topic_label
from topic_briefings.text.document import Document
from topic_briefings.topics_report import explain

ARCTIC = """
built-in: {built_in}
topics:
  - id: arctic
    label: Arctic
    labels: {{de: Arktis}}
    terms: [Arctic: 4, icebreaker: 5, sea ice]
    excluded: [Arctic Monkeys, polar beer]
  - id: arctic.routes
    label: Northern routes
    parent: arctic
    terms: [northern sea route: 5]
"""


def write(tmp_path, text):
    path = tmp_path / "topics.yml"
    path.write_text(text, encoding="utf-8")
    return Knowledge(taxonomy=path)


def ids(body, knowledge, language="en"):
    made = article(body, headline="", language=language)
    return [tag.id for tag in extract(Document(made), knowledge)]


ICE = "An icebreaker opened the Arctic harbour. More icebreakers will come when the sea ice melts."


def test_own_topics_stand_beside_the_built_in_ones(tmp_path):
    knowledge = write(tmp_path, ARCTIC.format(built_in="true"))
    assert "arctic" in ids(ICE, knowledge)
    assert "medtop:20000107" in ids("The judge and the jury heard the trial in court.", knowledge)


def test_own_topics_stand_in_place_of_the_built_in_ones(tmp_path):
    knowledge = write(tmp_path, ARCTIC.format(built_in="false"))
    assert ids(ICE, knowledge) == ["arctic"]
    assert ids("The judge and the jury heard the trial in court.", knowledge) == []
    assert set(taxonomy(knowledge)) == {"arctic", "arctic.routes"}


def test_own_terms_are_found_in_a_language_without_a_lexicon(tmp_path):
    knowledge = write(tmp_path, ARCTIC.format(built_in="true"))
    assert ids("Le navire Arctic est un icebreaker.", knowledge, "fr") == ["arctic"]


def test_an_excluded_phrase_hides_the_term_within_it(tmp_path):
    knowledge = write(tmp_path, ARCTIC.format(built_in="false"))
    assert ids("Arctic Monkeys played. The Arctic Monkeys sang.", knowledge) == []


def test_an_excluded_word_keeps_the_article_off_the_topic(tmp_path):
    knowledge = write(tmp_path, ARCTIC.format(built_in="false"))
    assert ids(ICE + " The crew drank polar beer.", knowledge) == []


def test_a_topic_has_its_label_and_its_parent(tmp_path):
    knowledge = write(tmp_path, ARCTIC.format(built_in="true"))
    assert topic_label("arctic", "de", knowledge) == "Arktis"
    assert topic_label("arctic", "en", knowledge) == "Arctic"
    assert taxonomy(knowledge)["arctic.routes"].parent == "arctic"


def test_a_built_in_topic_may_be_given_more_terms(tmp_path):
    knowledge = write(tmp_path, "topics:\n  - id: medtop:20000256\n    terms: [heat pump: 5]\n")
    assert ids("A heat pump in every house. Heat pumps are quiet.", knowledge) == ["medtop:20000256"]
    assert topic_label("medtop:20000256", "en", knowledge) == "energy and resource"


def test_an_edited_file_is_read_again(tmp_path):
    knowledge = write(tmp_path, ARCTIC.format(built_in="false"))
    assert topic_label("arctic", "en", knowledge) == "Arctic"
    write(tmp_path, ARCTIC.format(built_in="false").replace("label: Arctic", "label: Far north"))
    os.utime(tmp_path / "topics.yml", (1, 1))
    assert topic_label("arctic", "en", knowledge) == "Far north"


@pytest.mark.parametrize(
    ("text", "problem", "remedy"),
    [
        ("topics: [", "this is not YAML (line 1)", "write a mapping"),
        ("- arctic", "there is no list of topics", 'write "topics:"'),
        ("topics: []", "there is no list of topics", 'write "topics:"'),
        ("topic:\n  - id: a\ntopics: [{id: a}]", '"topic" is not known here', 'write "topics"'),
        ("built-in: maybe\ntopics: [{id: a, label: A}]", "'maybe' is neither true nor false", "write true or false"),
        ("topics: [arctic]", "topic 1: 'arctic' is not a topic", "label:"),
        ("topics: [{label: Arctic}]", "topic 1: the id None is not one", "write letters"),
        ("topics: [{id: ../up, label: Up}]", "the id '../up' is not one", "write letters"),
        ("topics: [{id: arctic}]", "topic arctic: there is no label", 'write "label:"'),
        ("topics: [{id: a, label: A, termes: [x]}]", 'topic a: "termes" is not known here', 'write "terms"'),
        ("topics: [{id: a, label: A, terms: x}]", "terms is 'x', not a list", "write terms: ["),
        ("topics: [{id: a, label: A, terms: [yes]}]", "True in terms is not text", "quotation marks"),
        ("topics: [{id: a, label: A, terms: ['']}]", "there is an empty phrase in terms", "leave it out"),
        ("topics: [{id: a, label: A, terms: [ice: 9]}]", 'the weight 9 of "ice"', "a number from 1 to 5"),
        ("topics: [{id: a, label: A, labels: [x]}]", "labels is ['x']", "languages and labels"),
        ("topics: [{id: a, label: A}, {id: a, label: B}]", "topic a: the id is there twice", "write one topic"),
        ("topics: [{id: a, label: A, parent: 7}]", "the parent 7 is not an id", "write the id"),
        ("topics: [{id: polar, label: A}, {id: b, label: B, parent: poler}]", 'the parent "poler"', 'write "polar"'),
        ("topics: [{id: a, label: A, parent: medtop:1}]", 'the parent "medtop:1" is not a topic', "Media Topics"),
        ("topics: [{id: a, label: A, parent: b}, {id: b, label: B, parent: a}]", "its own ancestor", "take the parent"),
    ],
)
def test_a_wrong_file_is_refused_in_one_sentence(tmp_path, text, problem, remedy):
    with pytest.raises(SettingsError) as raised:
        taxonomy(write(tmp_path, text))
    message = str(raised.value)
    assert message.startswith(str(tmp_path / "topics.yml"))
    assert problem in message
    assert remedy in message.split("; ", 1)[1]
    assert "\n" not in message


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(SettingsError, match="there is no such file"):
        taxonomy(Knowledge(taxonomy=tmp_path / "none.yml"))


def test_the_report_leaves_out_what_did_not_count(tmp_path):
    routes = ARCTIC.format(built_in="false") + "  - {id: sea, label: Sea, parent: arctic.routes, terms: [harbour: 5]}\n"
    knowledge = write(tmp_path, routes)
    report = explain(Document(article(ICE + " The crew drank polar beer.", headline="")), knowledge)
    assert {term.term for topic in report for term in topic.terms} == {"harbour"}
