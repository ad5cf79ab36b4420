"""Who is the same speaker in several articles: when two are one, when they stay two, and what is said for it."""

from __future__ import annotations

import dataclasses
import itertools
import tomllib

import pytest

from tests.factories import analysis, quotation, speaker
from tests.sites import ROOT, settings_of
from topic_briefings.gathering import gather
from topic_briefings.gathering.people import voices
from topic_briefings.models import Notice, SpeakerKind, VoiceSpelling
from topic_briefings.pages.kinds import site_of
from topic_briefings.pages.kinds.voice import pages_of_voice
from topic_briefings.pages.words import STRINGS, words


def said(identity, words_before, name, role=None, kind=SpeakerKind.PERSON):
    """An article in which somebody, printed as ``words_before`` and ``name``, says one thing."""
    body = f"“We waited for two hours,” said {words_before}{name}."
    found = dataclasses.replace(speaker(body, name, role), kind=kind)
    return analysis(
        body,
        id=identity,
        quotations=[quotation(body, "We waited for two hours,", name, name=name, cue="said")],
        speakers=[found],
    )


def joined(*analyses):
    """The names of the articles in which each voice speaks, the same in every order of the articles."""
    orders = {
        tuple(sorted(tuple(sorted(article for article, _ in voice.members)) for voice in voices(order)))
        for order in itertools.permutations(analyses)
    }
    assert len(orders) == 1, "the order of articles decides"
    return list(orders.pop())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("coach ", "John Smith", "coach"), ("the surgeon ", "John Smith", "surgeon"), False),
        (("Judge ", "John Smith", "Judge"), ("the coach ", "John Smith", "coach"), False),
        (("coach ", "John Smith", "coach"), ("head coach ", "John Smith", "head coach"), True),
        (("Senator ", "John Smith", "Senator"), ("Governor ", "John Smith", "Governor"), True),
        (("coach ", "John Smith", "coach"), ("", "John Smith", None), True),
        (("", "Ana Pérez", None), ("", "Ana Perez", None), True),
        (("", "Ana María Pérez", None), ("", "Ana Pérez", None), False),
        (("", "John Q. Smith", None), ("", "John Smith", None), True),
        (("", "Mélanie Joly", None), ("", "Mélanie Jolly", None), False),
        (("Minister ", "Joly", "Minister"), ("Foreign Minister ", "Mélanie Joly", "Foreign Minister"), True),
        (("coach ", "Joly", "coach"), ("Foreign Minister ", "Mélanie Joly", "Foreign Minister"), False),
        (("", "Joly", None), ("Foreign Minister ", "Mélanie Joly", "Foreign Minister"), False),
        (("", "Joly", None), ("", "Joly", None), False),
    ],
)
def test_whether_two_speakers_of_two_articles_are_one(one, other, same):
    found = joined(said("one", *one), said("two", *other))
    assert found == ([("one", "two")] if same else [("one",), ("two",)])


def test_a_body_and_a_person_of_one_name_stay_two():
    assert joined(said("one", "", "Lloyd"), said("two", "", "Lloyd", kind=SpeakerKind.BODY)) == [("one",), ("two",)]


def test_a_body_is_one_with_and_without_its_article():
    bodies = [said(str(n), "", name, kind=SpeakerKind.BODY) for n, name in enumerate(("The Fed", "Fed"))]
    assert joined(*bodies) == [("0", "1")]


def test_a_third_without_a_role_joins_neither_of_two_namesakes():
    two = (said("one", "coach ", "John Smith", "coach"), said("two", "the surgeon ", "John Smith", "surgeon"))
    assert joined(*two, said("three", "", "John Smith")) == [("one",), ("three",), ("two",)]


def test_a_third_without_a_role_joins_the_namesake_whose_company_it_keeps():
    coach, surgeon = said("one", "coach ", "John Smith", "coach"), said("two", "surgeon ", "John Smith", "surgeon")
    third = said("three", "", "John Smith")
    pell = speaker("Then Ada Pell spoke.", "Ada Pell")
    surgeon, third = (dataclasses.replace(a, speakers=(*a.speakers, pell)) for a in (surgeon, third))
    pells = ("three", "two")
    assert joined(coach, surgeon, third) == [("one",), ("three", "two"), pells]
    both = dataclasses.replace(coach, speakers=(*coach.speakers, pell))
    pells = ("one", "three", "two")
    assert joined(both, surgeon, third) == [("one",), pells, ("three",), ("two",)], "Ada Pell keeps company with both"


def test_a_surname_that_fits_two_full_names_joins_neither():
    two = (said("one", "Senator ", "Ann Lee", "Senator"), said("two", "Senator ", "Bob Lee", "Senator"))
    assert joined(*two, said("three", "Senator ", "Lee", "Senator")) == [("one",), ("three",), ("two",)]


def page_of(name, language, *analyses):
    settings = settings_of(ROOT, site_language=language)
    edition = gather(analyses, settings)
    site = site_of(edition, settings)
    [briefing] = [briefing for briefing in edition.voices if briefing.voice.name == name]
    return next(iter(pages_of_voice(site, briefing))).content.decode()


ARTICLES = (
    said("one", "Foreign Minister ", "Mélanie Joly", "Foreign Minister"),
    said("two", "the ", "Melanie Joly"),
    said("three", "Minister ", "Joly", "Minister"),
)


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "en",
            [
                "<li>“Melanie Joly” The same as Mélanie Joly but for accents, capitals, initials or “the”.</li>",
                "<li>“Joly” The surname alone, beside the role “Minister”; of all full names it fits",
            ],
        ),
        (
            "de",
            [
                "<li>“Melanie Joly” Dasselbe wie Mélanie Joly bis auf Akzente, Großschreibung,",
                "<li>“Joly” Nur der Nachname, von jemandem mit der Funktion „Minister“; von allen vollen",
            ],
        ),
    ],
)
def test_the_page_of_a_voice_says_why_each_form_is_taken_for_it(language, sentences):
    page = page_of("Mélanie Joly", language, *ARTICLES)
    assert [sentence for sentence in sentences if sentence not in page] == []


NOTICES = (
    Notice(code="headline_only", message="-"),
    Notice(code="headline_only", message="-", case="bare"),
    Notice(code="headline_only", message="-", case="sentence"),
    Notice(code="headline_cut", message="-"),
    Notice(code="beginning", message="-", words=("and the mayor",)),
    Notice(code="undated", message="-"),
    Notice(code="undated", message="-", case="day", words=("Tuesday",)),
    Notice(code="undated", message="-", case="odd", words=("{sometime}",)),
    Notice(code="undated", message="-", case="named", words=("3 March 2020",)),
    Notice(code="undated", message="-", case="head", words=("Apr 5",)),
    Notice(code="beginning", message="-", case="leaning", words=("But he",)),
    Notice(code="beginning", message="-", case="unknown", words=("Brandt",)),
    Notice(code="joined", message="-", words=("KOPER (Reuters)",)),
    Notice(code="list", message="-", words=("found that:",)),
    Notice(code="url", message="-", words=("javascript:x",)),
    Notice(code="encoding", message="-"),
    Notice(code="encoding", message="-", case="bytes"),
    Notice(code="encoding", message="-", case="halves"),
    Notice(code="encoding", message="-", case="twice"),
    Notice(code="encoding", message="-", case="few"),
    Notice(code="residue", message="-", words=("<p>",)),
    Notice(code="repeated", message="-", words=("The ferry ran",)),
    Notice(code="repeated", message="-", case="several", words=("The ferry ran", "3")),
    Notice(code="paid", message="-", words=("Paid Notice",)),
    Notice(code="spellings", message="-", words=("Joly", "Jolly", "Jolie")),
    Notice(code="fragment", message="-", words=("region.",)),
    Notice(code="unread", message="-", words=("xx",)),
    Notice(code="unread", message="-", case="keywords", words=("xx",)),
    Notice(code="unread", message="-", case="topics", words=("xx",)),
    Notice(code="erratum", message="-", words=("Correction",)),
    Notice(code="erratum", message="-", case="updated", words=("This article has been updated",)),
    Notice(code="editors", message="-", words=("Editor’s note: This is part two",)),
    Notice(code="roundup", message="-", words=("10 Things to Know for Today",)),
    Notice(code="roundup", message="-", case="letters", words=("LETTERS.",)),
    Notice(code="gap", message="-", words=("a book, .",)),
    Notice(code="gap", message="-", case="misfit", words=("the has",)),
    Notice(code="gap", message="-", case="small", words=("reduced the water",)),
    Notice(code="weekday", message="-", words=("Monday, March 3", "2026", "Monday")),
    Notice(code="headline_day", message="-", words=("April 8", "Saturday, April 18")),
    Notice(code="ending", message="-", words=("our guest book at",)),
    Notice(code="years", message="-", words=("3 March 2020", "2026")),
    Notice(code="unread", message="-", case="keywords_topics", words=("xx",)),
)


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: f"{notice.code} {notice.case}")
def test_a_doubt_is_told_in_the_language_of_the_site(notice):
    told = words("de").notice(notice)
    assert told != "-"
    assert all(word in told for word in notice.words)
    assert words("en").notice(notice) == "-", "English is what the record says"


def test_every_german_sentence_is_one_that_can_be_said():
    table = tomllib.loads((STRINGS / "de.toml").read_text(encoding="utf-8"))
    assert set(table["notices"]) == {f"{n.code}_{n.case}" if n.case else n.code for n in NOTICES}
    for reason, sentence in table["evidence"].items():
        spelling = VoiceSpelling(form="x", article_ids=(), evidence="-", reason=reason, words=("one", "two"))
        assert words("de").evidence(spelling) == sentence.format("one", "two")


def test_a_doubt_that_has_no_german_sentence_is_told_as_recorded():
    assert words("de").notice(Notice(code="new", message="As recorded.")) == "As recorded."
