"""One person, one voice over many articles: which prints of a name are brought together, and which stay apart."""

from __future__ import annotations

import dataclasses

import pytest

from tests.factories import analysis, speaker
from topic_briefings.gathering.people import voices
from topic_briefings.gathering.people.printed import printed
from topic_briefings.languages.roles import once_each, role_key
from topic_briefings.models import Sex, Span, SpeakerKind, Spelling


def told(identity, *people, date=None, about=()):
    """An article whose people are given as names, or as ``(name, role)``, ``(name, role, sex)``."""
    people = [person if isinstance(person, tuple) else (person,) for person in people]
    body = " ".join(f"Then came {role + ' ' if role else ''}{name}." for name, role, *_ in map(_whole, people))
    found = [
        dataclasses.replace(speaker(body, name, role), sex=Sex(sex) if sex else None)
        for name, role, sex in map(_whole, people)
    ]
    return analysis(body, id=identity, speakers=found, published=date, keyphrases=about)


def _whole(person):
    return (*person, None, None)[:3]


def names(*analyses):
    """The printed names that each voice gathers."""
    return sorted(sorted(name for _, name in voice.members) for voice in voices(analyses))


def alone(*people):
    """The same, each person in an article of their own."""
    return names(*(told(str(number), person) for number, person in enumerate(people)))


@pytest.mark.parametrize(
    "prints",
    [
        ("Edda Brandt", "Edda L. Brandt"),
        ("Joe Harlan", "Joseph Harlan"),
        ("Chuck Vance", "Charles E. Vance"),
        ("Trade Director Paul Okoye", "Paul Okoye"),
        ("Senate Clerk Wanjiru Kibe", "Wanjiru Kibe"),
        ("Mary O’Dell", "Mary O'Dell"),
        ("George H. W. Tarr", "George H.W. Tarr"),
    ],
)
def test_prints_of_one_name_are_one_person(prints):
    assert alone(*prints) == [sorted(prints)]


@pytest.mark.parametrize(
    "prints",
    [
        ("George W. Tarr", "George H.W. Tarr"),
        ("Paul Okoye Jr.", "Paul Okoye"),
        ("Paul Okoye Jr.", "Paul Okoye III"),
        ("Gary Lund", "Garrett Lund"),
        ("Michael Patrick Lahey", "Patrick Lahey"),
        ("Joe Harlan", "Joseph Harland"),
    ],
)
def test_prints_of_two_names_stay_two_people(prints):
    assert alone(*prints) == sorted([name] for name in prints)


def test_words_in_front_of_a_name_that_many_articles_print_are_cut():
    assert alone(*["Ina Moss"] * 3, "Notorious Ina Moss", "Wherever Ina Moss") == [
        ["Ina Moss", "Ina Moss", "Ina Moss", "Notorious Ina Moss", "Wherever Ina Moss"]
    ]


def test_a_party_before_a_surname_is_no_given_name():
    assert names(*MANY, told("x", "Republican Brandt")) == [[*["Edda Brandt"] * 3, "Republican Brandt"]]


def test_a_minister_may_preach():
    assert alone(("Ana Sol", "pastor"), ("Ana Sol", "minister in Tarn")) == [["Ana Sol", "Ana Sol"]]


def test_whom_somebody_speaks_for_is_no_other_office():
    surname = told("3", ("Sol", "economist"))
    assert names(told("1", ("Ana Sol", "economist")), told("2", ("Ana Sol", "of Tarn University")), surname) == [
        ["Ana Sol", "Ana Sol", "Sol"]
    ]
    assert names(told("2", ("Ana Sol", "of Tarn University")), surname) == [["Ana Sol"], ["Sol"]]


def test_a_role_in_another_language_is_the_same_work():
    assert alone(("Ana Sol", "Economics Minister"), ("Ana Sol", "Bundeswirtschaftsministerin")) == [
        ["Ana Sol", "Ana Sol"]
    ]
    assert alone(("Ana Sol", "goalkeeper"), ("Ana Sol", "Hafenärztin")) == [["Ana Sol"], ["Ana Sol"]]


def test_an_article_without_a_role_goes_to_whose_subjects_it_shares():
    keeper = told("1", ("Ana Sol", "goalkeeper"), about=("cup final", "penalty", "Tarn United"))
    doctor = told("2", ("Ana Sol", "epidemiologist"), about=("measles", "vaccine"))
    third = told("3", "Ana Sol", about=("penalty shoot-out", "cup", "Tarn United"))
    assert [sorted(id for id, _ in voice.members) for voice in voices([keeper, doctor, third])] == [["1", "3"], ["2"]]
    other = told("3", "Ana Sol", about=("cup", "penalty"))
    assert len(voices([keeper, doctor, other])) == 3


def test_a_producer_may_direct():
    assert alone(("Ana Sol", "former producer"), ("Ana Sol", "film director"), ("Ana Sol", "filmmaker")) == [
        ["Ana Sol"] * 3
    ]


def test_a_surname_alone_goes_to_the_one_of_several_who_has_its_role():
    two = (told("1", ("Ana Sol", "harbour master")), told("2", ("Bo Sol", "baker")))
    assert names(*two, told("3", ("Sol", "baker"))) == [["Ana Sol"], ["Bo Sol", "Sol"]]


def test_a_short_name_that_fits_two_people_joins_neither():
    assert alone("Chris Doe", "Christina Doe", "Christopher Doe") == [
        ["Chris Doe"],
        ["Christina Doe"],
        ["Christopher Doe"],
    ]


def test_mr_and_ms_part_two_people_of_one_name():
    assert names(told("1", ("Robin Ash", None, "m")), told("2", ("Robin Ash", None, "f"))) == [
        ["Robin Ash"],
        ["Robin Ash"],
    ]


def test_a_father_and_son_who_share_a_title_and_an_article_stay_two():
    both = told("1", ("Joseph Harlan Jr.", "Vice President"), ("Joseph Harlan", "Vice President"))
    assert names(both) == [["Joseph Harlan"], ["Joseph Harlan Jr."]]


def test_a_generation_is_dropped_where_the_same_title_says_so():
    found = names(told("1", ("Joseph Harlan Jr.", "Vice President")), told("2", ("Joseph Harlan", "Vice President")))
    assert found == [["Joseph Harlan", "Joseph Harlan Jr."]]


MANY = [told(str(number), "Edda Brandt") for number in range(3)]


def inferred(*others):
    """The members of Edda Brandt's voice that are joined on numbers alone."""
    [voice] = [voice for voice in voices([*MANY, *others]) if voice.name == "Edda Brandt"]
    return voice.inferred


def test_a_surname_alone_is_taken_for_the_one_whom_nearly_all_articles_mean():
    assert inferred(told("x", "Brandt")) == (("x", "Brandt"),)


def test_a_surname_alone_that_a_title_gives_to_the_other_sex_is_not():
    first = told("y", ("Edda Brandt", None, "f"))
    assert inferred(first, told("x", ("Brandt", None, "m"))) == ()


def test_a_surname_alone_is_not_inferred_from_two_articles_or_where_two_own_it():
    assert alone("Edda Brandt", "Brandt") == [["Brandt"], ["Edda Brandt"]]
    assert inferred(told("a", "Jon Brandt"), told("x", "Brandt")) == ()


def test_a_surname_alone_with_its_generation_is_nobody_elses():
    assert inferred(told("x", "Brandt Jr.")) == ()


def test_the_form_that_was_inferred_says_so():
    [voice] = voices([*MANY, told("x", "Brandt")])
    assert [(s.form, s.reason) for s in voice.spellings][1:] == [("Brandt", "inferred")]


def test_namesakes_of_different_fields_stay_two_until_company_bridges_them():
    coach, judge = told("1", ("Ana Sol", "coach"), "Bo Ek"), told("2", ("Ana Sol", "judge"), "Lea Orr")
    assert names(coach, judge).count(["Ana Sol"]) == 2
    judge = told("2", ("Ana Sol", "judge"), "Bo Ek", "Lea Orr")
    coach = told("1", ("Ana Sol", "coach"), "Bo Ek", "Lea Orr")
    assert names(coach, judge).count(["Ana Sol", "Ana Sol"]) == 1


def test_roles_are_dated_newest_first():
    [voice] = voices(
        [
            told("1", ("Ana Sol", "Energy Minister"), date="2026-11-04"),
            told("2", ("Ana Sol", "Water Minister"), date="2026-11-17"),
            told("3", ("Ana Sol", "Energy Minister"), date="2026-11-02"),
        ]
    )
    assert [(d.role, str(d.first), str(d.last), d.article_ids) for d in voice.dated_roles] == [
        ("Water Minister", "2026-11-17", "2026-11-17", ("2",)),
        ("Energy Minister", "2026-11-02", "2026-11-04", ("1", "3")),
    ]


def test_an_office_stands_before_whom_somebody_speaks_for():
    [voice] = voices(
        [told("1", ("Ana Sol", "TRN anchor"), date="2026-11-04"), told("2", ("Ana Sol", "TRN"), date="2026-11-17")]
    )
    assert [dated.role for dated in voice.dated_roles] == ["TRN anchor", "TRN"]


def test_what_one_article_says_in_passing_stands_behind_what_many_print():
    many = [told(f"{n}", ("Ana Lund", "Water Minister"), date=f"2026-11-{n + 1:02}") for n in range(12)]
    one = told("one", ("Ana Lund", "former minister"), date="2026-11-12")
    newer = told("newer", ("Ana Lund", "Energy Minister"), date="2026-11-20")

    [voice] = voices([*many, one])
    assert [dated.role for dated in voice.dated_roles] == ["Water Minister", "former minister"]
    [voice] = voices([*many, one, newer])
    assert [dated.role for dated in voice.dated_roles] == ["Energy Minister", "Water Minister", "former minister"]


def body(identity, name):
    [person] = told(identity, name).speakers
    return dataclasses.replace(told(identity, name), speakers=(dataclasses.replace(person, kind=SpeakerKind.BODY),))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the Harbour Office", "Harbour Office", True),
        ("Department of Trade", "Trade Department", True),
        ("Nordhavn Inc.", "Nordhavn", True),
        ("University of Tarn", "Tarn University", False),
        ("Harbour Office", "Harbour Board", False),
    ],
)
def test_bodies_are_one_where_their_printed_forms_say_so(one, other, same):
    assert len(voices([body("1", one), body("2", other)])) == (1 if same else 2)


def test_a_word_that_stands_for_a_body_everywhere_is_no_person_elsewhere():
    found = voices([*(body(str(number), "Nordhavn") for number in range(3)), told("x", "Nordhavn")])
    assert [(voice.name, voice.kind) for voice in found] == [("Nordhavn", SpeakerKind.BODY)]


def test_a_word_is_a_body_from_three_articles_on_and_twice_as_often_as_a_person():
    two = [body(str(number), "Nordhavn") for number in range(2)]
    assert len(voices([*two, told("x", "Nordhavn")])) == 2
    three = [body(str(number), "Nordhavn") for number in range(3)]
    assert len(voices([*three, *(told(f"x{number}", "Nordhavn") for number in range(2))])) == 3
    assert len(voices([*three, body("3", "Nordhavn"), *(told(f"x{number}", "Nordhavn") for number in range(2))])) == 1


@pytest.mark.parametrize(
    ("front", "printing", "cut"),
    [
        ("Notorious Ana Moss", 2, True),  # "Ana" is a given name: two articles are enough
        ("Notorious Ana Moss", 1, False),
        ("Notorious Vell Moss", 3, True),
        ("Notorious Vell Moss", 2, False),
        ("Karin Ina Moss", 3, False),  # a given name in front stays
    ],
)
def test_how_many_articles_must_print_a_name_before_words_are_cut_from_it(front, printing, cut):
    name = front.partition(" ")[2]
    assert len(alone(*[name] * printing, front)) == (1 if cut else 2)


@pytest.mark.parametrize(("articles", "inferred_from"), [(3, True), (2, False)])
def test_how_many_articles_must_print_a_full_name_before_a_surname_is_taken_for_it(articles, inferred_from):
    found = voices([*(told(str(number), "Edda Brandt") for number in range(articles)), told("x", "Brandt")])
    assert any(voice.inferred for voice in found) is inferred_from


@pytest.mark.parametrize(("others", "voice_of_all"), [(1, True), (2, False)])
def test_an_untitled_name_goes_to_the_one_whom_nine_of_ten_articles_mean(others, voice_of_all):
    men = [told(f"m{number}", ("Robin Ash", None, "m")) for number in range(9)]
    women = [told(f"f{number}", ("Robin Ash", None, "f")) for number in range(others)]
    found = voices([*men, *women, told("x", "Robin Ash")])
    assert (max(len(voice.members) for voice in found) == 10) is voice_of_all


@pytest.mark.parametrize(("company", "people"), [(("Bo Ek",), 2), (("Bo Ek", "Lea Orr"), 1)])
def test_two_people_named_beside_both_make_namesakes_of_two_fields_one(company, people):
    found = voices([told("1", ("Ana Sol", "coach"), *company), told("2", ("Ana Sol", "judge"), *company)])
    assert len([voice for voice in found if voice.name == "Ana Sol"]) == people


@pytest.mark.parametrize(("born", "people"), [((34, 36), 1), ((34, 37), 2)])
def test_ages_that_are_three_years_apart_make_two_people(born, people):
    made = []
    for number, age in enumerate(born):
        text = f"It was Ana Sol, {age}, who came."
        made.append(analysis(text, id=str(number), speakers=[speaker(text, "Ana Sol")], published="2026-11-02"))
    assert len(voices(made)) == people


@pytest.mark.parametrize(
    ("name", "core", "initials", "generation"),
    [
        ("Donna J. Vale", "donna vale", "j", ""),
        ("Mr. Vale", "vale", "", ""),
        ("Joseph R. Vale, Jr.", "joseph vale", "r", "jr"),
        ("J.D. Vale", "j.d. vale", "", ""),
    ],
)
def test_the_parts_of_a_printed_name(name, core, initials, generation):
    parts = printed(name)
    assert (" ".join(parts.core), parts.initials, parts.generation) == (core, initials, generation)


def aged(identity, words, *others, role=None, date="2026-11-08"):
    """An article in which ``words`` print Vera Lind, with her age or without."""
    body = f"There stood {words}, in the rain.{''.join(f' Then came {other}.' for other in others)}"
    people = [speaker(body, "Vera Lind", role), *(speaker(body, other) for other in others)]
    return analysis(body, id=identity, speakers=people, published=date)


YOUNG, OLD = aged("a", "Vera Lind, 34", role=None), aged("b", "Vera Lind, 51", date="2026-11-13")


@pytest.mark.parametrize(
    ("articles", "people"),
    [
        ((YOUNG, OLD), 2),
        ((YOUNG, aged("b", "Vera Lind, 36", date="2027-11-13")), 1),
        ((YOUNG, aged("b", "Vera Lind, 51", date=None)), 1),
        ((YOUNG, aged("b", "Vera Lind, 24", date="2016-05-01")), 1),
        (
            (
                aged("a", "Vera Lind, 34", "Paul Okoye", "Ina Moss"),
                aged("b", "Vera Lind, 43", "Paul Okoye", "Ina Moss"),
            ),
            1,
        ),
    ],
    ids=["other ages", "a birthday", "without a date", "ten years before", "a misprint among the same people"],
)
def test_people_of_one_name_and_other_ages_are_two(articles, people):
    assert len([voice for voice in voices(articles) if voice.name == "Vera Lind"]) == people


def test_an_article_without_an_age_goes_to_whose_role_it_prints():
    pilot = aged("b", "harbour pilot Vera Lind, 51", role="harbour pilot")
    assert names(YOUNG, pilot, aged("c", "pilot Vera Lind", role="pilot")) == [
        ["Vera Lind"],
        ["Vera Lind", "Vera Lind"],
    ]


def test_an_article_that_says_nothing_of_whom_it_means_stays_alone_between_two_of_other_ages():
    assert names(YOUNG, OLD, aged("c", "Vera Lind")) == [["Vera Lind"]] * 3


# ------------------------------------------------------------------ misprints, short forms, words alone


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Reindert Vale", "party chairman"), ("Rendert Vale", "chairman of the party")),
        (("Edda Brandtner", "Harbour Minister"), ("Edda Brantdner", "Harbour Minister")),
        (("Kirsten Vale", "state senator"), ("Kristen Vale", "state senator")),
        (("Kirsten Vale", "Sen."), ("Kristen Vale", "Sen.")),
        (("Stan Grau", "pollster"), ("Stanley B. Grau", "former pollster of the party")),
        (("J.D. Vale", "harbour pilot"), ("James David Vale", "pilot")),
        (("Abe Ekman", "mayor"), ("Ann Berta Ekman", "mayor")),
    ],
)
def test_a_slip_or_a_short_form_is_one_person_where_the_roles_say_so(one, other):
    assert alone(one, other) == [sorted([one[0], other[0]])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Reindert Vale", "party chairman"), ("Rendert Vale", "goalkeeper")),
        (("Reindert Vale", None), ("Rendert Vale", None)),
        (("Kirsten Vale", "senator"), ("Kristen Vale", "senator for the north")),
        (("Marian Vale", "Sen."), ("Marion Vale", "Sen.")),
        (("Kirsten Vale", "Sen."), ("Kristen Vale", "goalkeeper")),
        (("Mario Vale", "state senator"), ("Maria Vale", "state senator")),
        (("Edda Lund", "mayor"), ("Edda Lind", "goalkeeper")),
        (("Stan Grau", "pollster"), ("Stanley B. Grau", "goalkeeper")),
        (("Abe Ekman", "mayor"), ("Ann Berta Ekman", "goalkeeper")),
        (("Eric Vale", "senator"), ("Erica Vale", "senator")),
    ],
)
def test_two_names_that_are_near_are_two_people_where_no_role_says_otherwise(one, other):
    assert alone(one, other) == sorted([[one[0]], [other[0]]])


def test_two_names_of_one_article_are_no_misprint_of_each_other():
    assert names(told("1", ("Reindert Vale", "chairman"), ("Rendert Vale", "chairman"))) == [
        ["Reindert Vale"],
        ["Rendert Vale"],
    ]


def test_a_middle_name_is_dropped_where_the_subjects_are_the_same():
    subjects = ("pin-up pictures", "swimsuit", "magazine covers")
    one, other = told("1", "Betta Mae Pell", about=subjects), told("2", "Betta Pell", about=subjects)
    assert names(one, other) == [["Betta Mae Pell", "Betta Pell"]]
    assert len(names(one, told("2", "Betta Pell"))) == 2


def test_a_generation_is_dropped_where_the_company_is_the_same():
    company = ("Bo Ek", "Lea Orr", "Ina Moss")
    found = names(told("1", "Nick Vale II", *company), told("2", "Nick Vale", *company))
    assert ["Nick Vale", "Nick Vale II"] in found


def test_a_misprint_that_is_near_two_people_is_neither():
    two = [("Jan Vale", "mayor"), ("Jon Vale", "mayor"), ("Jen Vale", "mayor")]
    assert alone(*two) == [["Jan Vale"], ["Jen Vale"], ["Jon Vale"]]


def test_the_form_with_a_slip_says_so():
    [voice] = voices(
        [told("1", ("Edda Brandtner", "Harbour Minister")), told("2", ("Edda Brantner", "Harbour Minister"))]
    )
    assert [spelling.reason for spelling in voice.spellings][1:] == ["misprint"]


def test_a_pope_of_one_name_is_one_person_without_a_surname():
    assert alone("Pope Clement", "Pope Clement") == [["Pope Clement", "Pope Clement"]]
    assert alone("Pope Clement", "Pope Paul") == [["Pope Clement"], ["Pope Paul"]]


def quoting(identity, words, *people):
    """An article whose body ends with ``words``, in which nobody is read as a speaker."""
    found = told(identity, *people)
    return dataclasses.replace(found, article=dataclasses.replace(found.article, body=f"{found.article.body} {words}"))


TWO = [told("1", "Ana Brandt"), told("2", "Bo Brandt")]


def test_a_surname_alone_is_that_of_whom_its_article_prints_in_full():
    assert names(*TWO, quoting("3", "“You attacked Bo Brandt,” she said. But Brandt laughed.", "Brandt")) == [
        ["Ana Brandt"],
        ["Bo Brandt", "Brandt"],
    ]


@pytest.mark.parametrize(
    "words",
    ["“You attacked Ana Brandt and Bo Brandt,” she said.", "“You attacked Bo Brandt, and his wife Karin Brandt.”", ""],
)
def test_a_surname_alone_is_nobodys_where_the_article_prints_several_or_nobody(words):
    assert ["Brandt"] in names(*TWO, quoting("3", words, "Brandt"))


def test_a_word_that_could_be_a_title_before_a_surname_keeps_its_bearer_alone():
    assert names(*TWO, quoting("3", "Bo Brandt laughed.", "Beau Brandt")) == [
        ["Ana Brandt"],
        ["Beau Brandt"],
        ["Bo Brandt"],
    ]


def test_a_surname_alone_is_nobodys_beside_a_name_that_no_table_has():
    assert ["Brandt"] in names(*TWO, quoting("3", "“You met Bo Brandt and Ghazna Brandt.”", "Brandt"))


def test_a_given_name_alone_is_that_of_the_family_which_its_article_names():
    wife = told("1", "Mara Lind", "Tomas Lind")
    assert names(wife, told("2", "Mara", "Tomas Lind")).count(["Mara", "Mara Lind"]) == 1
    assert ["Mara"] in names(wife, told("2", "Mara", "Otto Berg"))
    assert ["Mara"] in names(wife, told("2", "Mara", "Karin Lind"))


def shown(*people):
    """The voices of one article that are shown to be somebody."""
    return [voice.name for voice in voices([told("1", *people)]) if voice.known]


def test_a_surname_that_somebody_in_the_article_bears_has_no_page():
    assert shown("Ana Sol", ("Sol", None, "m")) == ["Ana Sol"]
    assert shown("Matti dos Santos", "dos Santos") == ["Matti dos Santos"]
    assert shown(("Mr. Sol", None, "m"), ("Mrs. Sol", None, "f")) == ["Mr. Sol", "Mrs. Sol"]


def test_a_given_name_that_is_printed_once_has_no_page():
    assert shown("Karin") == []
    body = "Then came Karin. Karin laughed."
    person = dataclasses.replace(
        speaker(body, "Karin"),
        spellings=(Spelling(form="Karin", spans=(Span(10, 15), Span(17, 22)), evidence="Printed."),),
    )
    assert [voice.known for voice in voices([analysis(body, speakers=[person])])] == [True]


def test_a_people_beside_a_role_has_no_page():
    assert shown(("Chinese", "official")) == []


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Lund ad", False),
        ("newly formed committee", False),
        ("Harbour Office’s report", False),
        ("Founding Fathers", False),
        ("Lund campaign", True),
        ("Tarn Post", True),
        ("Tarn Union Leader", True),
        ("Tarn Governor", False),
        ("California", False),
        ("Mexico", True),
    ],
)
def test_a_text_a_state_and_a_description_have_no_page(name, known):
    [found] = voices([body("1", name)])
    assert found.known is known


def test_a_surname_that_is_read_as_a_body_once_is_the_person_whom_all_articles_mean():
    many = [told(str(number), "Edda Brandt") for number in range(3)]
    assert names(*many, body("x", "Brandt")) == [["Brandt", *["Edda Brandt"] * 3]]
    assert ["BRANDT"] in names(*many, body("x", "BRANDT"))


def test_the_campaign_of_mrs_lund_is_the_lund_campaign():
    assert len(voices([body("1", "Mrs. Lund’s campaign"), body("2", "Lund campaign")])) == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("FBI Director", "F.B.I. director", True),
        ("Sen.", "Senator", True),
        ("former Sen.", "Sen.", False),
        ("Party chairman", "chairman of the party", False),
    ],
)
def test_prints_of_one_role_are_told_once(one, other, same):
    assert (role_key(one) == role_key(other)) is same
    assert once_each([one, other], str) == ([one] if same else [one, other])


def test_a_short_given_name_joins_nobody_of_another_trade_and_company():
    assert names(told("a", ("Richard Ekman", "bank director")), told("b", ("Rick Ekman", "governor"))) == [
        ["Richard Ekman"],
        ["Rick Ekman"],
    ]


def test_a_short_given_name_is_not_joined_for_a_common_subject_alone():
    about = ("harbour", "ferry", "budget", "flood", "ballot")
    banker = told("a", ("Richard Ekman", "bank director"), about=about)
    governor = told("b", ("Rick Ekman", "governor"), about=about)
    assert names(banker, governor) == [["Richard Ekman"], ["Rick Ekman"]]


def test_somebody_who_is_told_of_in_a_book_has_no_page():
    [voice] = voices([told("a", ("Isabel Lund", "heroine of “Kept Nets”"))])
    assert not voice.known
