"""Which countries are found: text beside expectation, and what must hold for any text."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.iso3166 import CODES
from tests.known_failures import parted
from topic_briefings.extractors import countries
from topic_briefings.knowledge import Knowledge, rows
from topic_briefings.knowledge.places import country_name
from topic_briefings.models import Article, CountryTag, Part, Role
from topic_briefings.text.document import Document

CASES = Path(__file__).parent / "cases" / "countries"
SEED = Path(__file__).parents[1] / "seeds" / "canada-japan-intelligence-sharing.txt"


def article(body, headline="", language="en", **more):
    return Article(id="a", headline=headline, body=body, language=language, source="a.txt", digest="0", **more)


def tags(body, headline="", **more) -> list[CountryTag]:
    return list(countries.extract(Document(article(body, headline, **more)), Knowledge()))


def codes(body, language="en"):
    return [tag.code for tag in tags(body, language=language)]


def cases():
    for path in sorted(CASES.glob("*.txt")):
        for case in path.read_text(encoding="utf-8").split("== ")[1:]:
            name, rest = case.split("\n", 1)
            whole, marks = parted(rest)
            text, expected = whole.split("\n--")
            language = path.stem if len(path.stem) == 2 else "en"
            yield pytest.param(text, expected.split(), language, id=f"{path.stem}: {name}", marks=marks)


@pytest.mark.parametrize(("text", "expected", "language"), list(cases()))
def test_the_countries_of_a_text(text, expected, language):
    assert sorted(tag.code for tag in tags(text, language=language)) == expected


def test_the_seed_is_about_canada_and_japan_and_names_nine_others():
    headline, _, body = SEED.read_text(encoding="utf-8").partition("\n")
    found = tags(body.strip(), headline)
    assert {tag.code for tag in found[:2]} == {"CA", "JP"}
    assert {tag.code for tag in found if tag.role is Role.FOCUS} == {"CA", "JP"}
    assert sorted(tag.code for tag in found[2:]) == ["AU", "CN", "GB", "IN", "KR", "NZ", "RU", "UA", "US"]


def test_evidence_is_to_the_letter_and_says_how():
    [tag] = [tag for tag in tags("Ottawa agreed.", "Canada's plan") if tag.code == "CA"]
    texts = {Part.HEADLINE: "Canada's plan", Part.BODY: "Ottawa agreed."}
    named = [(mention.span.of(texts[mention.part]), mention.how) for mention in tag.mentions]
    assert named == [("Canada", "name"), ("Ottawa", "capital")]


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("US", "en", "United States"),
        ("KR", "en", "South Korea"),
        ("CZ", "en", "Czechia"),
        ("SU", "en", "Soviet Union"),
        ("SU", "de", "Sowjetunion"),
        ("DD", "fr", "East Germany"),
        ("DE", "de", "Deutschland"),
        ("JP", "fr", "Japon"),
        ("CA", "xx", "Canada"),
        ("QQ", "en", "QQ"),
    ],
)
def test_the_name_of_a_country(code, language, name):
    assert country_name(code, language) == name


FRAMES = {
    "name": "A spokesman said on Monday that people in {} had seen the storm.",
    "adjective": "A spokesman said on Monday that the {} government had seen the storm.",
    "people": "A spokesman said on Monday that thousands of {} had seen the storm.",
    "capital": "A spokesman said on Monday that the mayor of {} had seen the storm.",
}
SHARED = {
    "Georgia": "a state of the United States too",
    "Adamstown": "a suburb of Newcastle in Australia has more people",
    "Cayenne": "a pepper",
    "Douglas": "a surname",
    "George Town": "that of Penang is larger",
    "Georgetown": "that of Washington is better known",
    "Hamilton": "that of Ontario is larger",
    "Jamestown": "those of the United States are larger",
    "Kingston": "that of Jamaica is larger",
    "Male": "a word",
    "Nassau": "a county of New York has more people",
    "Philipsburg": "those of the United States are in the gazetteer",
    "Plymouth": "that of England is larger",
    "Saint-Pierre": "that of Réunion is larger",
    "San Jose": "that of California is larger without its accent",
    "St. George's": "towns of other countries are larger",
    "St. John's": "that of Newfoundland is larger",
    "Stanley": "a given name",
    "The Valley": "words",
    "Victoria": "that of British Columbia is larger",
}
"""Words that alone do not say which country is meant, and why."""


def printed_forms():
    for code, *columns in rows("en/countries.tsv"):
        for kind, column in zip(("name", "adjective", "people"), columns, strict=False):
            for form in filter(None, column.split("|")):
                yield code, kind, form.rstrip("!")
    for name, code in rows("en/capitals.tsv"):
        yield code, "capital", re.sub(r"(?<![’'\w])\w", lambda first: first[0].upper(), name)


def test_every_country_is_found_by_each_of_its_names_its_people_and_its_capital():
    missed = [
        (code, kind, form, found)
        for code, kind, form in printed_forms()
        if form not in SHARED and (found := codes(FRAMES[kind].format(form))) != [code]
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("language", "frame"),
    [
        ("en", FRAMES["name"]),
        ("de", "Ein Sprecher sagte, in {} habe es geregnet."),
        ("fr", "Le bulletin : {} reste sous la neige."),
        ("es", "El boletín: {} sigue bajo la nieve."),
    ],
)
def test_every_code_of_iso_3166_is_found_by_its_name_in_cldr(language, frame):
    names = {code: country_name(code, language) for code in CODES}
    found = {code: codes(frame.format(name), language) for code, name in names.items()}
    shared = {"BV", "HM"} if language != "en" else {"CG", "GE", "JE"}  # no people there; words shared
    assert {code for code in CODES if found[code] != [code]} <= shared


@pytest.mark.parametrize("word", ["in", "near", "at", "from", "outside", "around", "across", "throughout", "into"])
def test_a_town_that_is_a_word_too_needs_a_word_of_place_before_it(word):
    assert codes(f"The rain fell {word} Reading on Friday.") == ["GB"]


@pytest.mark.parametrize("kind", ["city", "town", "village", "port", "state", "province", "region", "district"])
def test_or_the_kind_of_place_that_it_is(kind):
    assert codes(f"The {kind} of Reading closed its doors.") == ["GB"]


@pytest.mark.parametrize("body", ["Reading is fun.", "They like Reading on Friday.", "They spoke about Reading."])
def test_without_them_it_is_the_word(body):
    assert codes(body) == []


WIRE = {"dateline": "TOKYO, March 3 –", "body": "Rice prices rose.\n\nTraders in Thailand and Peru took note of it."}


def test_a_country_named_in_passing_is_kept_where_the_dateline_stands_apart():
    found = tags(headline="Japan pays more for rice", **WIRE)
    assert [(tag.code, tag.role) for tag in found] == [
        ("JP", Role.FOCUS),
        ("TH", Role.MENTIONED),
        ("PE", Role.MENTIONED),
    ]


def test_copy_as_it_came_over_the_wire_is_filed_as_its_editors_did():
    assert [tag.code for tag in tags(headline="JAPAN PAYS MORE FOR RICE", **WIRE)] == ["JP"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("The frost came early.\n\nTraders in Peru took note.", ["JP"], id="once below the opening"),
        pytest.param("Traders in Peru took note of it.", ["JP"], id="once in the opening"),
        pytest.param("Traders in Peru took note.\n\nPeru buys rice.", ["JP", "PE"], id="in the opening and once more"),
    ],
)
def test_wire_copy_is_filed_under_what_it_names_more_than_in_passing(body, expected):
    found = tags(body, headline="RICE IS DEAR", dateline=WIRE["dateline"])
    assert sorted(tag.code for tag in found) == expected


def test_wire_copy_that_concerns_no_country_is_filed_under_the_one_it_names_most():
    found = tags(
        "The frost came.\n\nPeru buys rice. Chile buys. Chile waits.", headline="RICE IS DEAR", dateline="March 3 –"
    )
    assert [tag.code for tag in found] == ["CL"]


FILL = "Clerks and teachers sat by the lamp and read the lists aloud, name by name and number by number, until the tea "
HUNDRED = (FILL + "was cold and the boat was late. ") * 4


def weighed():
    for case in (CASES.parent / "focus" / "en.txt").read_text(encoding="utf-8").split("\n== ")[1:]:
        title, headline, body, expected = case.strip().split("\n")
        whole = body.replace("…", HUNDRED.strip()).replace("|", "\n\n")
        yield pytest.param(headline, whole, expected.removeprefix("--").split(), id=title)


@pytest.mark.parametrize(("headline", "body", "expected"), list(weighed()))
def test_what_an_article_is_about_comes_first(headline, body, expected):
    found = tags(body, headline)
    assert [tag.code + "*" * (tag.role is Role.FOCUS) for tag in found] == expected


def odds(tag):
    return tag.salience / (1 - tag.salience)


@pytest.mark.parametrize(
    ("body", "weight"),
    [
        ("Kenya signed.", 2.0),
        ("A Kenyan signed.", 1.4),
        ("Nairobi signed.", 1.4),
        ("The port of Mombasa signed.", 1.0),
        ("NAIROBI (Wire) — A clerk signed.", 2.0),
        ("Kenya signed. Kenya paid.", 4.0),
    ],
)
def test_a_mention_counts_by_how_it_was_named(body, weight):
    [tag] = tags(body)
    assert odds(tag) == pytest.approx(weight, rel=0.05)


@pytest.mark.parametrize(
    ("published", "city", "code"),
    [
        ("1991-12-25", "Moscow", "SU"),
        ("1991-12-26", "Moscow", "RU"),
        ("1992-04-26", "Sarajevo", "YU"),
        ("1992-04-27", "Sarajevo", "BA"),
        ("1992-12-31", "Bratislava", "CS"),
        ("1993-01-01", "Bratislava", "SK"),
        ("1985-05-05", "Prague", "CS"),
        ("1985-05-05", "Belgrade", "YU"),
        ("1985-05-05", "Zagreb", "YU"),
        ("1985-05-05", "Ljubljana", "YU"),
        ("1985-05-05", "Skopje", "YU"),
        ("1985-05-05", "Podgorica", "YU"),
        ("1985-05-05", "Warsaw", "PL"),
    ],
)
def test_a_city_is_filed_under_the_state_of_the_day(published, city, code):
    [tag] = tags(f"Crowds in {city} cheered.", published=dt.date.fromisoformat(published))
    assert tag.code == code


@pytest.mark.parametrize(
    "line",
    ["LIMA — ", "LIMA, Peru — ", "LIMA, Peru, May 3 (Wire) – ", "LIMA: ", "LIMA -- ", "  LIMA (Wire) - "],
)
def test_the_line_that_says_where_an_article_was_written_is_told_apart(line):
    [tag] = tags(f"{line}A clerk signed.")
    assert {mention.how for mention in tag.mentions} == {"dateline"}


@pytest.mark.parametrize("body", ["Lima — the city — signed.", "LIMA signed.", "A clerk signed. LIMA — The end."])
def test_a_place_elsewhere_is_no_dateline(body):
    [tag] = tags(body)
    assert {mention.how for mention in tag.mentions} == {"capital"}


WORDS = st.sampled_from(
    ["Georgia", "Paris", ", ", "Texas", " ", "TOKYO", "\n\n", "Chad", "U.S.", "İ", "Ga.", "– ", "Mr. "]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS | st.text(max_size=5), max_size=30).map("".join), st.text(max_size=30))
def test_any_text_gives_sound_tags(body, headline):
    found = tags(body, headline)
    assert len({tag.code for tag in found}) == len(found)
    for tag in found:
        assert 0 <= tag.salience <= 1
        assert tag.mentions
        for mention in tag.mentions:
            assert mention.span.of(headline if mention.part is Part.HEADLINE else body).strip()


@pytest.mark.parametrize(
    ("opening", "how"),
    [
        ("Nairobi (Reuters) - ", ["dateline", "name"]),
        ("NAIROBI, March 3 (Agency) – ", ["dateline", "name"]),
        ("Nairobi said ", ["capital", "name"]),
    ],
)
def test_a_dateline_is_read_as_the_bottom_line_reads_it(opening, how):
    [tag] = tags(f"{opening}The dam fills in Kenya.")
    assert [mention.how for mention in tag.mentions] == how
