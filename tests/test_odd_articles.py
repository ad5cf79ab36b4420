"""True articles that look odd are shown as they are, and verifying gives no alarm."""

import json

import pytest

from tests.sites import problems, settings_of
from topic_briefings.build import generate
from topic_briefings.pages.machine.data import ARTICLES, QUOTATIONS

CUED_TWICE = "Minister answers\n\nPARIS - Ana Prelog, the transport minister, took issue that the ferry was late again."
IN_PARAGRAPHS = (
    "Flood in Koper\n\nIvo Kranjc, the mayor of Koper, said: “The water took the market and all its stalls.\n\n"
    "“Will we open again? We will open again, and every stall will be there.”"
)
AT_A_PLACE = (
    "---\ntitle: Ferry back\nurl: https://ferry.example/news#:~:text=The%20ferry%20is%20back\n---\n"
    "OTTAWA - “The ferry is back,” said Bob Smith, the mayor."
)


CUT_IN_A_NAME = (
    "Border visit\n\nPHOENIX - The lawmaker, Ann Lee, R-W.Va., visited the border near McAllen, Texas, on Monday. "
    "She said little. “We will see,” said Ann Lee.\n\nVIDEO: Norway’s fishermen wait. They waited all week."
)


FEW_WORDS = (
    "Bridge in doubt\n\nKOPER - Lea Berg, the mayor of Koper, said the “honesty” and “judgment” of the builder are in "
    "question because of the bridge, which was closed in May and opened again in June without a word."
)


A_SCENE = (
    "What the divers of Koper keep to themselves\n\nLea Berg remembers the winter of 1979, when nobody could cross the "
    "river. A ferry lay on its side. She was four years old then and lived with her aunt above the bakery.\n\nThe aunt "
    "baked for half the town, and her bread was known as far as the border."
)


PARTED = (
    "Lund glad to go on\n\nAfter a quiet year, two are now at odds.\n\nMYRTLE BEACH, S.C. - Kari Lund went on with her "
    "tour of the coast on Saturday, calling the harbour a friend and asking who would pay for it."
)


TOUCHING = (
    "CORRECTION - COPPER\n\nIn the item from Koper +COPPER OUTPUT UP+ please read in the first paragraph +...Daily "
    "average production of the mine...+, correcting from +average production of the smelter+."
)


def one_article(folder, content):
    (folder / "seeds").mkdir()
    (folder / "seeds" / "news.md").write_text(content)
    assert generate(settings_of(folder)).errors == ()
    return folder / "docs"


@pytest.mark.parametrize("content", [CUED_TWICE, IN_PARAGRAPHS, AT_A_PLACE, CUT_IN_A_NAME, TOUCHING])
def test_a_true_page_gives_no_alarm(tmp_path, content):
    one_article(tmp_path, content)
    assert problems(tmp_path) == []


def test_words_that_stand_on_no_page_give_no_alarm(tmp_path):
    docs = one_article(tmp_path, FEW_WORDS)
    [said] = json.loads((docs / ARTICLES).read_text())["quotations"]
    assert (said["text"], said["idle"]) == ("honesty” and “judgment", True)
    assert (docs / QUOTATIONS).read_text() == ""
    assert problems(tmp_path) == []


def test_what_is_no_sure_point_is_headed_as_the_opening(tmp_path):
    docs = one_article(tmp_path, A_SCENE)
    page = (docs / "articles" / "news.md").read_text()
    assert "From the opening" in page
    assert "The point" not in page
    record = json.loads((docs / ARTICLES).read_text())
    assert record["points"] == []
    words = "Lea Berg remembers the winter of 1979, when nobody could cross the river. A ferry lay on its side."
    assert record["opening"] == [A_SCENE.index(words), A_SCENE.index(words) + len(words)]
    assert problems(tmp_path) == []


def test_a_dateline_between_the_first_sentences_leaves_no_article_out(tmp_path):
    docs = one_article(tmp_path, PARTED)
    page = (docs / "articles" / "news.md").read_text()
    assert "Kari Lund went on with her tour" in page
    assert problems(tmp_path) == []


def test_one_statement_is_recorded_once(tmp_path):
    docs = one_article(tmp_path, CUED_TWICE)
    [said] = json.loads((docs / ARTICLES).read_text())["quotations"]
    assert said["cue"]["text"] == "took issue"


def test_a_lead_quotation_that_is_cut_by_paragraphs_says_so(tmp_path):
    docs = one_article(tmp_path, IN_PARAGRAPHS)
    assert "> “The water took the market and all its stalls. … <span" in (docs / "index.md").read_text()


def test_the_place_in_an_address_is_replaced_and_not_doubled(tmp_path):
    docs = one_article(tmp_path, AT_A_PLACE)
    assert "#:~:text=OTTAWA" in (docs / "articles" / "news.md").read_text()
    assert "text=The%20ferry%20is%20back:~:" not in (docs / "articles" / "news.md").read_text()
