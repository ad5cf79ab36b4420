"""Topics: an article is filed where an editor would file it, with the words that put it there."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import article
from tests.known_failures import parted
from topic_briefings.extractors.topics import MOST, Grounds, carried, extract
from topic_briefings.knowledge import DATA, Knowledge, rows
from topic_briefings.knowledge.terms import forms
from topic_briefings.knowledge.topics import LANGUAGES, ancestry, taxonomy, topic_label
from topic_briefings.text.document import Document
from topic_briefings.topics_report import explain

CASES = Path(__file__).parent / "cases" / "topics"


def tags(body, headline="", language="en", knowledge=None):
    made = article(body, headline=headline, language=language)
    return list(extract(Document(made), knowledge or Knowledge()))


def cases(name):
    for case in (CASES / f"{name}.txt").read_text(encoding="utf-8").split("== ")[1:]:
        whole, marks = parted(case)
        title, headline, body, expected = (*whole.strip().split("\n"), "")[:4]
        yield pytest.param(headline, body, expected.removeprefix("--").strip(), id=title, marks=marks)


def names(found, language="en"):
    """The labels of the topics and of all above them."""
    above = ancestry(Knowledge())
    return {topic_label(key, language) for tag in found for key in above[tag.id]}


@pytest.mark.parametrize(("headline", "body", "expected"), list(cases("en")))
def test_an_article_is_filed_under_its_subject(headline, body, expected):
    found = tags(body, headline)
    wanted = [label.strip() for label in expected.split(";") if label.strip()]
    assert bool(found) == bool(wanted)
    for label in wanted:
        assert any(label in name for name in names(found)), [tag.label for tag in found]
    if wanted:
        assert any(wanted[0] in name for name in names(found[:1])), [tag.label for tag in found]


@pytest.mark.parametrize(("headline", "body", "expected"), list(cases("traps")))
def test_a_phrase_does_not_mean_what_its_words_do(headline, body, expected):
    found = tags(body, headline)
    assert found
    assert expected.removeprefix("not: ") not in names(found)


@pytest.mark.parametrize(
    ("headline", "body", "expected", "language"),
    [
        pytest.param(*case.values, language, id=case.id, marks=case.marks)
        for name, language in (("senses", "en"), ("senses_de", "de"))
        for case in cases(name)
    ],
)
def test_a_word_of_several_senses_is_told_by_its_company(headline, body, expected, language):
    found = names(tags(body, headline, language), language)
    if expected.startswith("not: "):
        assert expected.removeprefix("not: ") not in found
    else:
        assert expected in found


GOVERNMENT, WORK, EMPLOYMENT = "medtop:20000593", "medtop:09000000", "medtop:20000509"


@pytest.mark.parametrize(
    ("share", "tenths", "words", "found"),
    [(0.7, 6, 4, True), (0.69, 6, 4, False), (0.7, 5, 4, False), (0.7, 6, 3, False)],
)
def test_a_second_field_is_named_that_only_several_topics_together_carry(share, tenths, words, found):
    few = Grounds(words=2, leads=True, times=2, tenths={1, 2})
    together = Grounds(words=words, leads=True, times=9, tenths=set(range(tenths)))
    founded = {GOVERNMENT: Grounds(words=9, times=30, headed=True, leads=True), EMPLOYMENT: few, WORK: together}
    ranked = [(1.0, GOVERNMENT), (share, EMPLOYMENT)]
    assert carried(ranked, founded, 300, Knowledge()) == [(1.0, GOVERNMENT), *([(share, WORK)] if found else [])]


@pytest.mark.parametrize(("headline", "body", "expected"), list(cases("de")))
def test_a_german_article_is_filed_with_german_labels(headline, body, expected):
    found = tags(body, headline, "de")
    assert any(expected in name for name in names(found[:1], "de")), [tag.label for tag in found]
    assert found[0].label == topic_label(found[0].id, "de")


@pytest.mark.parametrize(("tenths", "expected"), [(4, ["court"]), (5, ["court", "music"])])
def test_a_second_field_is_told_of_throughout_and_not_only_touched(tenths, expected):
    court = "A judge and a jury sat in court. The prosecutor and a defendant saw the trial."
    music = ("A singer sang.", "The album sold", "A drummer sat.") * 2
    dull = ("A dull day went",) * 10
    body = " ".join(f"{court} {beside}." for beside in (*music[:tenths], *dull[tenths:]))
    assert [tag.label for tag in tags(body, "Thief sentenced in court")] == expected


LAMP = (
    "A man at a stall had sold the lamp of her aunt to customers for cash, and the man at the next stall "
    "buys lamps of gold. Rita Moor found it on Monday. She carried it home through the rain, put it on "
    "the window, and sat beside it until her brother came in from the garden. He had not seen it for "
    "thirty years, he said, and he told her how their aunt used to read below it in the winter, when the "
    "lake was frozen and nobody came up the hill. She lit it in the evening. It was smaller than she had "
    "thought, and one of its sides was cracked, but it stood as straight as it had stood on the shelf of "
    "the old house. The two of them looked at it until the bell of the church rang. Buyers came to the "
    "hill that winter to ask for it, but she would not hear of it."
)


@pytest.mark.parametrize(
    ("headline", "further", "expected"),
    [
        ("The lamp that came home", "", []),
        ("Customers of a stall", "", ["economy, business and finance"]),
        ("The lamp that came home", " Its price, its cost, the shares of a firm.", ["economy, business and finance"]),
    ],
    ids=["in passing", "in the headline", "many"],
)
def test_a_field_whose_words_stand_everywhere_is_told_of_by_many_of_them(headline, further, expected):
    assert [tag.label for tag in tags(LAMP + further, headline)] == expected


def test_every_mention_is_a_word_that_the_article_prints():
    made = article("The navy and the army held joint exercises. An ambassador watched.", headline="Navy at sea")
    for tag in extract(Document(made), Knowledge()):
        assert tag.mentions
        for mention in tag.mentions:
            printed = mention.span.of(made.part(mention.part)).lower()
            assert printed in forms(mention.term.lower(), "en")


def test_the_top_level_is_the_ancestor_and_salience_falls():
    found = tags("Foreign ministers signed a treaty. The navy and the army will hold joint exercises. Oil prices rose.")
    assert [tag.salience for tag in found] == sorted((tag.salience for tag in found), reverse=True)
    assert all(0 < tag.salience <= 1 and tag.broad == ancestry(Knowledge())[tag.id][-1] for tag in found)
    assert len(found) <= MOST


def test_no_article_gets_a_topic_and_one_above_it():
    found = tags(
        "The foreign minister, an ambassador and the United Nations spoke of sanctions, diplomacy and a summit."
    )
    above = ancestry(Knowledge())
    assert not [(a.label, b.label) for a in found for b in found if a.id != b.id and a.id in above[b.id]]


def test_capitals_tell_names_from_words():
    assert tags("NATO met the Pentagon. NATO will grow.") != tags("nato met the pentagon. nato will grow.")


def test_headlines_in_capitals_are_read_too():
    assert tags("Nothing more is known.", headline="NATO AND THE PENTAGON SEND TROOPS")


def test_a_language_without_a_lexicon_gives_no_topic():
    assert tags("Le ministre et l'ambassadeur ont signé un traité.", language="fr") == []


def test_a_label_is_given_in_the_language_asked_for_and_else_in_english():
    assert topic_label("medtop:20000639") == "diplomacy"
    assert topic_label("medtop:20000639", "de") == "Diplomatie"
    assert topic_label("medtop:20000639", "xx") == "diplomacy"


def test_a_topic_has_the_parent_that_iptc_gives_it():
    topics = taxonomy(Knowledge())
    assert topics["medtop:20000639"].parent == "medtop:20000638"
    assert topics["medtop:11000000"].parent is None


def test_the_report_says_what_each_word_counted():
    made = article("The navy met the army. The army won.", headline="Army and navy")
    report = explain(Document(made), Knowledge())
    filed = [topic for topic in report if topic.salience is not None]
    assert [topic.id for topic in filed] == [tag.id for tag in extract(Document(made), Knowledge())]
    counts = {term.term: term.count for term in filed[0].terms}
    assert counts["army"] == 3
    assert abs(filed[0].score - sum(term.points for term in filed[0].terms)) < 0.05


def test_the_report_of_an_article_without_topics_is_empty():
    assert explain(Document(article("Xyzzy.", headline="")), Knowledge()) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_of_the_lexicons_names_a_topic_by_its_label(language):
    known = taxonomy(Knowledge())
    for path in sorted((DATA / "topics" / language).glob("*.tsv")):
        for topic, label, weight, terms in rows(path.relative_to(DATA).as_posix()):
            assert topic == "-" or known[topic].label(language) == label, path.name
            assert 0 <= float(weight) <= 5
            assert all(term and term == term.strip() for term in terms.split("; ")), (path.name, topic)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_term_both_speaks_and_is_silenced(language):
    spoken, silenced = set(), set()
    for path in sorted((DATA / "topics" / language).glob("*.tsv")):
        for topic, _, _, terms in rows(path.relative_to(DATA).as_posix()):
            (silenced if topic == "-" else spoken).update(terms.split("; "))
    assert spoken & silenced == set()


def test_the_taxonomy_has_17_top_levels_and_more_than_120_topics_with_words():
    known = taxonomy(Knowledge())
    assert sum(topic.parent is None for topic in known.values()) == 17
    for language in LANGUAGES:
        files = sorted((DATA / "topics" / language).glob("*.tsv"))
        assert len({path.stem for path in files} - {"dictionary"}) == 17
        named = {row[0] for path in files for row in rows(path.relative_to(DATA).as_posix())} - {"-"}
        assert len(named) >= 120


@given(st.text(max_size=300), st.sampled_from(["en", "de", "fr"]))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_without_harm(text, language):
    for tag in tags(text, text[:60], language):
        assert all(mention.span.start < mention.span.end for mention in tag.mentions)


def test_a_megabyte_in_one_paragraph_is_read():
    assert tags("The army and the navy met in Bundestagswahlkampf. " * 20_000, language="de") is not None
    assert tags("army navy " * 100_000)


# ------------------------------------------------------------------ lines that are drawn

TRADES = """
built-in: false
topics:
  - {id: wool, label: Wool, terms: [fleece: 5, yarn: 4, shears: 3, lamb: 2, ewe: 1]}
  - {id: wool.dye, label: Dye, parent: wool, terms: [indigo: 5, madder: 4]}
  - {id: wool.loom, label: Loom, parent: wool, terms: [warp: 5, weft: 4]}
  - {id: wool.felt, label: Felt, parent: wool, terms: [fulling: 5]}
  - {id: wool.knit, label: Knit, parent: wool, terms: [needle: 5]}
  - {id: iron, label: Iron, terms: [anvil: 5, forge: 4, bellows: 3, tongs: 2, ingot: 1]}
  - {id: salt, label: Salt, terms: [brine: 5]}
  - {id: glass, label: Glass, terms: [furnace: 5]}
  - {id: rope, label: Rope, terms: [hemp: 5, strand: 3]}
"""
FILL = "And then they sat and ate and said that it was late, and some of them got up and left. "


def lines_drawn():
    for case in (CASES / "lines.txt").read_text(encoding="utf-8").split("\n== ")[1:]:
        title, headline, body, expected = case.strip().split("\n")
        whole = re.sub(r"…(\d+)", lambda asked: (FILL * 99)[: int(asked[1])].strip(), body).replace("|", "\n\n")
        yield pytest.param(headline, whole, expected.removeprefix("--").split(), id=title)


@pytest.mark.parametrize(("headline", "body", "expected"), list(lines_drawn()))
def test_which_topics_have_evidence_enough(headline, body, expected, tmp_path):
    (tmp_path / "topics.yml").write_text(TRADES, encoding="utf-8")
    found = tags(body, headline, knowledge=Knowledge(taxonomy=tmp_path / "topics.yml"))
    assert [tag.id for tag in found] == expected
