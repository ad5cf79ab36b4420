"""Names of people with small words, initials and trades beside them, and what is no name at all."""

from __future__ import annotations

import pytest

from tests.factories import article
from topic_briefings.extractors import analyse
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import SpeakerKind


def speakers(body):
    """Whom each quotation of ``body`` is given to, in order."""
    found = analyse(article(body, language="en"), Knowledge())
    return [quotation.speaker and quotation.speaker.name for quotation in found.quotations]


@pytest.mark.parametrize(
    "name",
    [
        "Ines de la Vega", "Wim van 't Veer", "Bram ter Beek", "Lars af Strand", "Noor bint Rashid", "Gino degli Orti",
        "Rita e Sousa", "Megan ap Hywel", "Otto zu Tarn", "Kees van den Akker", "Rui do Vale", "Wanjiku wa Kamau",
        "Ana Young", "A. B. Tarnov", "A. J. P. Holm", "William A. Tarn", "Ji-woo Han", "Seung-hyun Paik",
    ],
)  # fmt: skip
def test_a_name_is_kept_whole(name):
    assert speakers(f"The gate opened at dawn. “It is cold,” said {name}.") == [name]


def test_an_adjective_with_a_capital_before_a_noun_is_no_surname():
    assert speakers("“It is cold,” said Ana. At the gate of Lena Federal agents wait.") == ["Ana"]


def test_a_particle_is_a_word_where_no_name_goes_on():
    assert speakers("“It is cold,” said Lena. Ten ships do come, and la Niña stays.") == ["Lena"]


@pytest.mark.parametrize("trade", ["Glazier", "Shepherd", "Coxswain", "Seismologist", "Milkman", "Alderwoman"])
def test_a_trade_at_the_beginning_of_a_sentence_is_no_part_of_the_name(trade):
    assert speakers(f"{trade} Omar Pell shut the gate. “It is cold,” Pell said.") == ["Omar Pell"]


def named(body):
    """The names of the speakers of ``body``."""
    return [speaker.name for speaker in analyse(article(body, language="en"), Knowledge()).speakers]


def test_a_title_in_marks_that_runs_into_a_name_is_no_part_of_it():
    assert named("Pell founded “Glaziers for Tarn 2008.” Pell also built a gate, he said.") == ["Pell"]
    assert (
        named("The party’s “Ban on Tall Gates” plan, it said, is off. The party’s “Ban on Tall Gates” plan stays.")
        == []
    )


def test_what_is_counted_is_nobody():
    assert "Hours" not in named("The film 13 Hours opens now. 13 Hours will cover the flood, said Omar Pell.")


def test_several_of_a_trade_are_nobody_where_no_family_is_called_so():
    assert named("Glaziers said the gate was cold. Omar Pell said so too.") == ["Omar Pell"]
    assert "Ana Glaziers" in named("Ana Glaziers shut the gate. Glaziers said it was cold.")


def test_a_site_is_a_body():
    [speaker] = analyse(article("Tarnwatch.org said the gate was cold.", language="en"), Knowledge()).speakers
    assert speaker.kind is SpeakerKind.BODY


def test_a_verb_that_opens_its_sentence_is_no_part_of_the_name():
    assert speakers("Entrusting Ana Vale with the gate is folly. “It is cold,” said Ana Vale.") == ["Ana Vale"]
    assert speakers("Sterling Ana Vale shut the gate. “It is cold,” Vale said.") == ["Sterling Ana Vale"]


def test_the_first_of_two_surnames_stands_for_its_owner_before_a_namesake_comes():
    first = "Lucía Inés Rojas Prieto, the mayor, spoke. “We paved it,” Rojas said."
    second = "Engineer Iván Rojas was ill. “I was ill,” Iván Rojas said."
    assert speakers(f"{first}\n\n{second}") == ["Lucía Inés Rojas Prieto", "Iván Rojas"]


def test_a_couples_surname_alone_names_neither_of_them():
    couple = "Karim Bello and Folake Bello sold a boat. “It leaked,” Mr. Bello said. “No,” Mrs. Bello said."
    assert speakers(f"{couple}\n\n“We walk,” Bello said.")[-1] is None


def test_a_surname_in_capitals_is_its_owners():
    assert speakers("Mayor J. R. O'TARN said no. “IT IS COLD,” said O'TARN.")[-1] == "J. R. O'TARN"


@pytest.mark.parametrize(
    "body",
    [
        "Boos rang out; more boos came. “Go home,” boos said. “Stay,” Boos said.",
        "Especially said it was late. “It is late,” Especially said.",
        "“It is late,” R-Calif said.",
        "“It is late,” Mich said.",
        "“It is late,” Jews said.",
    ],
)
def test_what_is_no_name_is_nobodys(body):
    assert set(speakers(body)) <= {None}


def test_a_town_that_things_happen_in_is_no_he():
    body = "The march began in Cleveland at noon. Cleveland was hot. “It is hot,” he said."
    assert speakers(body) == [None]


def test_a_company_with_a_capital_inside_is_no_person():
    found = analyse(article("“We grow,” BrightGate said.", language="en"), Knowledge())
    assert [(speaker.name, speaker.kind) for speaker in found.speakers] == [("BrightGate", SpeakerKind.BODY)]
