"""One surname in two spellings: told of where it is a slip, not where two people are meant."""

import pytest

from tests.factories import article
from topic_briefings.extractors.spellings import extract
from topic_briefings.knowledge import Knowledge
from topic_briefings.text.document import Document
from topic_briefings.text.slips import one_slip


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Anna Bornfeld runs the ferry. In spring Bornfled had bought it.", ("Bornfeld", "Bornfled")),
        ("Anna Solheim runs the ferry. Later Anna Sohleim sold it.", ("Solheim", "Sohleim")),
        ("Anna Wimes runs the ferry. The ferry is old, Wines said, and Wimes wants a new one.", ("Wimes", "Wines")),
        ("Anna Bornfeld runs the ferry. At Bornfled’s wish it was sold.", ("Bornfeld", "Bornfled")),
        ("Anna Bornfeld runs the ferry. S Bornfled sold it.", None),
        (
            "Hilary Bornfeld runs the ferry, which is the last one left on all of the lake. Hillary Bornfeld sold it.",
            ("Hilary", "Hillary"),
        ),
        ("Hilary Bornfeld runs the ferry. Hillary Bornfeld sold it.", None),
        ("Peter Bornfeld runs the ferry, which is the last one left on all of the lake. Pete Bornfeld sold it.", None),
        ("André Bornfeld runs the ferry, which is the last one left on all of the lake. Andre Bornfeld sold it.", None),
        ("Anna Wimes runs the ferry. It has wines. Wines said nothing on its labels.", None),
        ("Anna Larsen runs the ferry. Her rival Peter Larson runs the bus.", None),
        ("Anna Karlson runs the ferry to Karlsons and back.", None),
        ("Anna Franco lives in France. In France she runs a ferry.", None),
        ("Anna Marsh runs the ferry. It crosses the Marsk twice, and March is cold.", None),
        ("Anna Bornfeld runs the ferry. “Angry at Anna Bornfled’s [sic] boat,” he wrote.", None),
        ("Anna Waters runs the ferry. Nobody saw Water Street.", None),
        ("Karlmoor Ferries sold a boat. It is old, Kalrmoor Ferries says.", ("Karlmoor", "Kalrmoor")),
        ("The Israel Ferries sold a boat. The Israeli Ferries are new.", None),
        ("The Country Club sold a boat. The County Club did not.", None),
    ],
)
def test_a_slip_is_told_of_and_two_people_are_not(body, words):
    found = list(extract(Document(article(body)), Knowledge()))
    assert [notice.words for notice in found] == ([words] if words else [])
    assert all(notice.span.of(body) == notice.words[1] for notice in found)


def test_german_nouns_are_no_names():
    body = "Anna Wagner leitet die Fähre. Der Wagnis folgt das Wagner ohne Namen."
    assert list(extract(Document(article(body, language="de")), Knowledge())) == []


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [("Marsh", "Marsk", True), ("Marsh", "Mrash", True), ("Marsh", "Marsh", False), ("Marsh", "Moors", False)],
)
def test_a_slip_is_one_letter(one, other, slip):
    assert one_slip(one, other) is slip
    assert one_slip(other, one) is slip
