"""What a text gives cause to doubt: notes of its own corrections, and days that are not those of its page."""

from __future__ import annotations

import datetime as dt

import pytest

from topic_briefings.models import Notice
from topic_briefings.reading import errata, gaps, lost, paid, residue, roundup, short, twice, weekdays, years
from topic_briefings.reading.draft import Draft, article


def _marked(notice: Notice, body: str) -> str | None:
    """The words of ``body`` that a notice points at."""
    return notice.span.of(body) if notice.span else None


@pytest.mark.parametrize(
    ("body", "note"),
    [
        ("The dam held.\n\nCorrection: An earlier version gave the wrong height.", "Correction"),
        ("CORRECTION APPENDED.\n\nThe dam held.", "CORRECTION APPENDED"),
        (
            "The dam held. An earlier version of this article misstated its height.",
            "An earlier version of this article",
        ),
        ("This story has been corrected to say that the dam held.", "This story has been corrected"),
        ("The dam held. (Corrects spelling of mayor's name.)", "Corrects spelling of mayor's name."),
        (
            "Der Damm hielt. Dieser Artikel wurde nachträglich korrigiert.",
            "Dieser Artikel wurde nachträglich korrigiert",
        ),
        ("In einer früheren Fassung dieses Textes stand eine falsche Höhe.", "In einer früheren Fassung dieses Textes"),
    ],
)
def test_a_text_that_says_it_was_corrected_is_marked(body: str, note: str) -> None:
    [notice] = errata.notices(body)
    assert notice.code == "erratum"
    assert _marked(notice, body) == notice.words[0]
    assert notice.words[0] == note


@pytest.mark.parametrize(
    "body",
    [
        "The ministry corrected its report. A correction of the map is due.",
        "The paper’s article was corrected, the court said.",
        "An earlier version of the bill had no fine.",
        "She wrote: “This article has been corrected.”",
        "House of Correction opens to visitors.",
        "Die Berichtigung des Kurses dauerte lange.",
    ],
)
def test_what_is_reported_of_corrections_is_no_note(body: str) -> None:
    assert errata.notices(body) == ()


@pytest.mark.parametrize(
    ("body", "case", "note"),
    [
        (
            "The dam held. This post has been updated with comment from Lund. It rained.",
            "updated",
            "This post has been updated with comment from Lund",
        ),
        (
            "The dam held.\n\nUPDATE: 5/12 — The dam that held has burst.",
            "updated",
            "UPDATE: 5/12 — The dam that held has burst",
        ),
        (
            "Der Damm hielt. Dieser Artikel wurde zuletzt aktualisiert.",
            "updated",
            "Dieser Artikel wurde zuletzt aktualisiert",
        ),
        (
            "The dam held.\n\nEditor’s note: Bo Lund owns half of the dam of Tarn and all of its water.",
            "",
            "Editor’s note: Bo Lund owns half of the dam of",
        ),
        (
            "Anmerkung der Redaktion: Der Damm gehört unserem Verlag.\n\nEr hielt.",
            "",
            "Anmerkung der Redaktion: Der Damm gehört unserem",
        ),
    ],
)
def test_what_was_added_to_a_text_or_said_of_it_by_its_editors_is_told(body: str, case: str, note: str) -> None:
    [notice] = errata.notices(body)
    assert (notice.code, notice.case) == ("erratum" if case else "editors", case)
    assert _marked(notice, body) == notice.words[0] == note


@pytest.mark.parametrize(
    "body",
    [
        "The list is updated daily. Lund has updated her books.",
        "This list was updated daily.",
        "Updated: April 05, 2018 03:09 PM Created: April 05, 2018",
        "The editor noted: it rained. She wrote an editor's note.",
        "The update: none.",
    ],
)
def test_what_is_kept_up_to_date_or_noted_by_others_is_no_note(body: str) -> None:
    assert errata.notices(body) == ()


def test_of_a_correction_and_an_update_the_correction_is_told_beside_a_note_of_the_editors() -> None:
    body = (
        "Editor's note: Lund owns the dam of Tarn.\n\nThis article has been updated with a comment."
        "\n\nCorrection: An earlier version gave the wrong height."
    )
    assert [(one.code, one.case) for one in errata.notices(body)] == [("erratum", ""), ("editors", "")]


ITEMS = "".join(f"\n\n{number}. DAM {number} HELD AT NIGHT.\n\nIt rained." for number in range(1, 5))


@pytest.mark.parametrize(
    ("headline", "body", "shown"),
    [
        ("10 Things to Know for Today", "Dams held. It rained. Lund came.", "10 Things to Know for Today"),
        ("News Minute: Here is the latest", "Dams held. It rained. Lund came.", "News Minute"),
        ("City Hall Digest", "Dams held. It rained. Lund came.", "City Hall Digest"),
        ("Briefs: Dam held at night", "Dams held. It rained. Lund came.", "Briefs"),
        ("Tuesday’s Morning Email: Lund is here", "Dams held. It rained. Lund came.", "Tuesday’s Morning Email"),
        ("Local calendar", "Dams held. It rained. Lund came.", "Local calendar"),
        ("Lund and other matters", f"What happened.{ITEMS}", "1. DAM 1 HELD AT NIGHT."),
    ],
)
def test_an_article_that_puts_several_reports_together_is_told(headline: str, body: str, shown: str) -> None:
    [notice] = roundup.notices(headline, body)
    assert notice.code == "roundup"
    assert notice.words == (shown,)
    assert notice.span is None or notice.span.of(body) == shown


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Local calendar", "Dams held."),
        ("5 things to watch in tonight's debate", "Dams held. It rained. Lund came."),
        ("School board discusses calendar", "Dams held. It rained. Lund came."),
        ("Lund briefs senators", "Dams held. It rained. Lund came."),
        ("Lund and other matters", f"What happened.{ITEMS[:-50]}"),
        ("Lund and other matters", "1. The dam held.\n\n2. It rained.\n\n3. Lund came.\n\n4. She left."),
    ],
)
def test_an_article_on_one_subject_is_no_round_up(headline: str, body: str) -> None:
    assert roundup.notices(headline, body) == ()


@pytest.mark.parametrize(
    ("body", "language", "shown"),
    [
        ("It rained.\nShare your memories of it in our book at", "en", "it in our book at"),
        ("It rained. For more on the dam of Tarn please contact:", "en", "dam of Tarn please contact:"),
        ("It rained. For the dam of Tarn, the council has selected", "en", "Tarn, the council has selected"),
        ("It rained. It is said that the dam of Tarn was", "en", "the dam of Tarn was"),
        ("It rained. Below the dam the council called this a hoax:", "en", "council called this a hoax:"),
        ("It rained. Call the council of Tarn or visit our website", "en", "Tarn or visit our website"),
        ("Es regnete. Mehr davon steht in der Zeitung von", "de", "steht in der Zeitung von"),
    ],
)
def test_a_text_that_ends_within_a_sentence_is_told(body: str, language: str, shown: str) -> None:
    [notice] = short.notices("Dam holds", body, language)
    assert notice.code == "ending"
    assert notice.words == (shown,)
    assert _marked(notice, body) == shown


@pytest.mark.parametrize(
    "body",
    [
        "It rained. The dam is the one they hoped for.",
        "It rained. Bo Lund is the writer for Tarn Times",
        "It rained. Bo Lund told them what the dam was.",
        "It rained. The council of Tarn said what it selected",
        "Signed at",
        "It rained. Follow us on:",
    ],
)
def test_a_text_that_only_lacks_its_stop_or_is_a_line_has_an_end(body: str) -> None:
    assert short.notices("Dam holds", body, "en") == ()


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("The dam burst on Tuesday, March 3, 2015, in the night.", "Tuesday, March 3, 2015"),
        ("TARN, March 3, 2015 (Agency) – The dam burst in the night.", "March 3, 2015"),
        ("Am Dienstag, den 3. März 2015, brach der Damm.", "Dienstag, den 3. März 2015"),
    ],
)
def test_a_text_of_another_year_than_its_page_is_marked(body: str, day: str) -> None:
    language = "de" if body.startswith("Am ") else "en"
    [notice] = years.notices(body, dt.date(2025, 6, 1), language)
    assert notice.words == (day, "2025")
    assert _marked(notice, body) == day
    assert years.notices(body, None, language) == ()
    assert years.notices(body, dt.date(2015, 3, 4), language) == ()


@pytest.mark.parametrize(
    "body",
    [
        "The dam burst on 3 March 2015.",
        "The dam burst on Tuesday, March 3, 2015, ten years ago.",
        "The dam burst on Wednesday, March 3, 2015.",
        "The dam burst on Tuesday, March 3, 2015. It was mended in 2025.",
        "The bridge will open on Monday, 2 June 2025.",
        "Room 2015 is shut.",
    ],
)
def test_a_day_that_is_looked_back_to_is_none_of_the_text(body: str) -> None:
    assert years.notices(body, dt.date(2025, 6, 1), "en") == ()


@pytest.mark.parametrize(
    ("text", "garbled"),
    [
        ("hopelessly naÃ \u0304ve", True),
        ("Fethullah GÃ1⁄4len", True),
        ("raison d'Ãatre, naÃve", True),
        ("SÃO PAULO e São Paulo", False),
        ("Ãndrea", False),
    ],
)
def test_a_capital_inside_a_word_is_a_sign_of_another_encoding(text: str, garbled: bool) -> None:
    assert twice.is_garbled(text) is garbled


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("The dam held.\n\nRelated articles:", "Related articles:"),
        ("The dam held.\n\nMore from the Harbour Gazette:", "More from the Harbour Gazette:"),
        ('The dam held.\n\n<notelet note-id="7">\n\nIt rained.', '<notelet note-id="7">'),
        ("The dam held.\n\n<notelet/>\n\nIt rained.", "<notelet/>"),
        ("The dam held, she said.â[#x20ac]", "[#x20ac]"),
        ('The dam held.\n\n"Related:"\n\nDam of Vell bursts.', '"Related:"'),
        ("The dam held.\n\nAlso on HarbourPost:\n\nTen dams.", "Also on HarbourPost:"),
        ("BYLINE: Ana Lee\n\nThe dam held.", "BYLINE: Ana Lee"),
        ("This clip is restricted from playing.\n\nThe dam held.", "This clip is restricted from playing"),
        ("Ana Lee alee@example.org March 24, 2026 From the Harbour Gazette The dam held.", "alee@example.org"),
        ("The dam held.\n\nLena FossFlagShareLikeReplyBo Ek 5pts", "FlagShareLikeReply"),
        ("The dam held. ShareTweet", "ShareTweet"),
        ("The dam holds H{-2}O.", "{-2}"),
    ],
)
def test_what_stood_around_an_article_on_its_page_is_marked(body: str, left: str) -> None:
    [notice] = residue.notices("Dam holds", body)
    assert _marked(notice, body) == left
    assert notice.words == (left,)


@pytest.mark.parametrize(
    "body",
    [
        "Related articles: three of them tell of the dam.",
        "The photo: a dam at dawn (Photo Finish, 2011). (Photo: AP)",
        "Write to desk@example.org by March 24.",
        "Read more slowly: the dam is long.",
        "Related: a word that the mayor likes.",
        "NOTE: The dam held.",
        "The tag <notelet> was new, and a < b > c.",
        "This video is not new. The note [#7] is.",
        "Reply, Share and Tweet are buttons below the dam.",
        "The set {-2} is small, and {a, -2} is no larger.",
    ],
)
def test_what_an_article_says_itself_is_no_such_thing(body: str) -> None:
    assert residue.notices("Dam holds", body) == ()


def test_a_headline_that_is_a_field_of_an_archive_is_marked() -> None:
    [notice] = residue.notices("BYLINE: Ana Lee", "The dam held.")
    assert (notice.words, notice.span) == (("BYLINE: Ana Lee",), None)


def test_a_text_that_is_its_headline_again_is_marked() -> None:
    [notice] = short.notices("Remains found on a beach", "Remains found on a beach.", "en")
    assert notice.code == "headline_only"
    assert short.notices("Remains found on a beach", "Remains found on a beach. Police came.", "en") == ()
    assert short.notices("", "Remains found.", "en") == ()


@pytest.mark.parametrize(
    ("body", "one"),
    [
        ("The dam of Tarn held through the night, the council of the town said.", True),
        ("Dam holds. The dam of Tarn held through the night, the council of the town said.", True),
        ("The dam of Tarn held all night, the council of Tarn said.", True),
        ("The dam of Tarn held all night, the council of it said.", True),
        ("The dam of Tarn held all night, the council of it", False),
        ("The dam of Tarn held all night, the council said.", False),
        ("The dam of Tarn held through the night. The council of the town was glad.", False),
        ("The dam of Tarn held through the night\n\nThe council of the town was glad.", False),
        ("Dams 1987 of Tarn 12 14 and of Vell 13 17 for the year.", False),
    ],
)
def test_a_text_of_one_sentence_is_told(body: str, one: bool) -> None:
    found = short.notices("Dam holds", body, "en")
    assert [notice.case for notice in found] == (["sentence"] if one else [])


@pytest.mark.parametrize(
    ("headline", "code", "cut"),
    [
        ("Damage to", "en", True),
        ("Council votes on the", "en", True),
        ("What the town had long hoped for", "en", False),
        ("Storm moves in", "en", False),
        ("Ferry operator says the tide will turn", "en", False),
        ("A day with THE", "en", False),
        ("Stadtrat streitet über die", "de", True),
        ("Nova steigt ins Geschäft mit Fähren ein", "de", False),
    ],
)
def test_a_headline_that_stops_in_the_middle(headline, code, cut):
    found = short.notices(headline, "The bridge has been closed since Monday.", code)
    assert [notice.code for notice in found] == (["headline_cut"] if cut else [])


@pytest.mark.parametrize(
    ("body", "cut"),
    [
        ("and the mayor said that the bridge stays closed. Nobody knew why.", True),
        ("al-Karim the ferryman said no. Nobody knew why.", False),
        ("The mayor said that the bridge stays closed.", False),
        ("the bridge stays closed, the mayor said.", False),
    ],
)
def test_a_text_that_begins_in_the_middle(body, cut):
    found = short.notices("Bridge at Karlo stays closed", body, "en")
    assert [notice.code for notice in found] == (["beginning"] if cut else [])


@pytest.mark.parametrize(
    ("headline", "body", "label"),
    [
        ("Paid Notice: Deaths MOSS, IDA", "She kept the lamp.", "Paid Notice"),
        ("A better roof", "Advertisement\n\nBuy this roof.", "Advertisement"),
        ("Anzeige: Das bessere Dach", "Ein Dach.", "Anzeige"),
    ],
)
def test_a_text_that_was_paid_for_is_marked(headline: str, body: str, label: str) -> None:
    [notice] = paid.notices(headline, body)
    assert notice.code == "paid"
    assert notice.words == (label,)


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Advertisement ban passes", "The council has forbidden signs."),
        ("Anzeige gegen Bürgermeister", "Anzeige erstattete am Montag ein Nachbar, sagte die Polizei."),
        ("Advertisements", "Advertisements fill the wall of the station, and nobody reads them."),
    ],
)
def test_a_report_on_advertisements_is_not(headline: str, body: str) -> None:
    assert paid.notices(headline, body) == ()


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("- 06 April, 2018: ", dt.date(2018, 4, 6)),
        ("April 6, 2018 – ", dt.date(2018, 4, 6)),
        ("Friday, 6th April 2018: ", dt.date(2018, 4, 6)),
        ("April 6, 2018 was fine, and ", None),
        ("On April 6, 2018: ", None),
        ("Bolt 12, 2018: ", None),
    ],
)
def test_a_text_has_the_day_that_stands_before_it(opening: str, day: dt.date | None) -> None:
    found = article(draft(f"{opening}The council of Tarn met in its hall and talked about the quay and the mill."))
    assert found.published == day
    assert ("undated" in [notice.code for notice in found.notices]) == (day is None)


def test_a_text_has_the_day_of_its_closing_brackets() -> None:
    body = "Der Damm hielt, und die Leute gingen wieder heim."
    assert article(draft(f"{body} (red, 2. 9. 2015)")).published == dt.date(2015, 9, 2)
    assert article(draft(f"{body} (Ida Moss, 5.9.2015)")).published == dt.date(2015, 9, 5)
    assert article(draft(f"{body} (APA; 5.9.2015) Ergebnisse: Vell 2, Karlo 1")).published == dt.date(2015, 9, 5)
    assert article(draft(f"{body} (Keystone-SDA – 5.9.2015) Ergebnisse: Vell 2")).published == dt.date(2015, 9, 5)
    assert article(draft(f"{body} (Ida Moss, 5.9.1988) Sie sang.")).published is None
    assert article(draft(f"{body} (red, 32. 9. 2015)")).published is None
    assert article(draft(f"(red, 2. 9. 2015) {body}")).published is None


def draft(body: str) -> Draft:
    return Draft(id="dam", source="dam.txt", headline="Damm hält", body=body, language="de")


def test_a_headline_without_a_text_is_told():
    [notice] = short.notices("The dam holds", "", "en")
    assert (notice.code, notice.message) == ("headline_only", "There is no text below the headline.")
    assert short.notices("", "", "en") == ()


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("The dam held on Saturday.", "Saturday"),
        ("The dam held on Monday, 15 June. The boats left on Saturday.", "Saturday"),
        ("Am Montag, 15. Juni, hielt der Damm.", None),
        ("The dam held on Monday, June 15.", None),
        ("The dam held on Monday, said Ann. It was Monday, 15 June.", None),
        ("The dam burst on 4 February 2005. It was found on Saturday.", None),
        ("The dam opens on 16 March, at noon on that Wednesday.", None),
        ("“It holds,” she told the Sunday Post.", None),
        ("“It holds,” she told Harbour TV’s Sunday programme, and again on Monday.", "Monday"),
    ],
)
def test_a_weekday_that_the_text_itself_places_is_not_called_lost(body: str, named: str | None) -> None:
    found = article(Draft(id="a", headline="The dam", body=body, source="a.txt", line=1))
    [undated] = [notice for notice in found.notices if notice.code == "undated"]
    assert (undated.words if undated.case == "day" else ()) == ((named,) if named else ())


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("TARN, April 05, 2018 (VELL NEWSWIRE) -- ", dt.date(2018, 4, 5)),
        ("TARN & VELL,, MARCH 29, 2018 -- ", dt.date(2018, 3, 29)),
        ("VTV Tarn Published Saturday, March 31, 2018 1:19PM CST ", dt.date(2018, 3, 31)),
        ("Updated at 1:33 p.m. on Thursday, March 29, 2018. ", dt.date(2018, 3, 29)),
        ("Ida Moss, Vell News April 05, 2018 03:09 PM. ", dt.date(2018, 4, 5)),
        ("Ida Moss came on April 05, 2018. ", None),
        ("Published on March 41, 2018. ", None),
    ],
)
def test_a_dateline_and_a_stamp_tell_the_day(opening: str, day: dt.date | None) -> None:
    found = article(draft(f"{opening}The council of Tarn met in its hall and talked about the quay and the mill."))
    assert found.published == day


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "The quay opened. Ida Moss on the quay on April 5th, 2018.",
            "the latest full date in its text is “April 5th, 2018”.",
        ),
        ("The quay has been shut since April 5, 2018.", "The article carries no date."),
        ("The quay of April 5, 1920 is old. It was rebuilt in 2004.", "The article carries no date."),
        ("TARN, April 5 (Harbour News Foundation of Vell) - The quay.", "the day at its head, “April 5”, has no year."),
        ("A caption. By TARN, Vell, Apr 5 – The quay opened on Tuesday.", "the day at its head, “Apr 5”, has no year."),
        (
            "The quay opened on Apr 5 in Tarn, and the people of the town came to see it on Tuesday.",
            "“Tuesday” cannot be placed.",
        ),
        ("The choir sang at the Easter Sunday service.", "The article carries no date."),
    ],
)
def test_an_undated_article_tells_what_its_text_has(body: str, told: str) -> None:
    found = article(Draft(id="a", headline="The quay", body=body, source="a.txt", line=1))
    [notice] = [notice for notice in found.notices if notice.code == "undated"]
    assert notice.message.endswith(told)


_LONG = "The lamp on the quay went out, and nobody came to look after it that night. " * 4


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (f"{_LONG}BEIRUT: A quay has opened.", "joined"),
        (f"{_LONG}SALEM, Ore. - The quay has opened.", "joined"),
        ("The lamp went out. BEIRUT: A quay has opened.", ""),
        (f"(Photo by Ida Moss) {_LONG}BEIRUT: A quay has opened.", ""),
        (f"{_LONG}RULES: A quay has opened.", ""),
        ("The lamp went out.\n\nThe study found that:\n\nThe lamp has an error of three points.", "list"),
        ("The lamp went out.\n\nThe study found that:\n\n• it was old.", ""),
        ("But she denied that the lamp had gone out.", "beginning"),
        ("The quay in pictures\n\nBut she denied that the lamp had gone out.", "beginning"),
        ("But nobody denied that the lamp had gone out.", ""),
        ("The board also will consider a lamp.", "beginning"),
        ("They did so on Monday.", "beginning"),
        ("The board will also consider a lamp.", ""),
        ("The board met. The board also will consider a lamp.", ""),
    ],
)
def test_what_was_lost_is_told(body: str, code: str) -> None:
    assert [notice.code for notice in lost.notices("A lamp", body)] == ([code] if code else [])


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("A lamp. He was among three who lit it. It burns.", "He was"),
        ("A lamp. But his effort to light it was undone. It burns.", "But his"),
        ("A lamp. The board also will consider a lamp.", "The board also will"),
        ("A lamp. He’s among three who lit it.", None),
        ("A lamp\n\nHe was among three who lit it.", None),
        ("He was among three who lit it. It burns.", None),
    ],
)
def test_what_goes_on_right_behind_the_headline_has_lost_its_beginning(body: str, shown: str | None) -> None:
    assert [notice.words for notice in lost.notices("A lamp", body)] == ([(shown,)] if shown else [])


def test_what_a_page_asks_goes_before_the_heading_of_a_list() -> None:
    body = "The lamp went out.\n\nRelated:\n\nThis website uses cookies. Like us on Facebook."
    [notice] = residue.notices("A lamp", body)
    assert notice.words == ("This website uses cookies",)


@pytest.mark.parametrize(
    ("body", "case"),
    [
        ("The naÃ¯ve mayor of Vell held a dam.", "few"),
        ("The â€œnaÃ¯veâ€\x9d mayor of Vell held a dam of â€œVellâ€\x9d.", "twice"),
    ],
)
def test_a_word_that_was_encoded_twice_is_told_as_that(body: str, case: str) -> None:
    found = article(Draft(id="a", headline="The dam", body=body, source="a.txt", line=1))
    assert [one.case for one in found.notices if one.code == "encoding"] == [case]


@pytest.mark.parametrize(
    ("body", "case", "shown"),
    [
        ("The lamp went out.\n\n, who had lit it, left.", "", ", who had lit"),
        ("The lamp went out. She wrote a book, . It was read.", "", "a book, ."),
        ("It rained.\n\nThe lamp went out, she said. (\n\nIt was lit again.", "", "she said. ("),
        ("Read more about the lamp at . It burns at night.", "", "lamp at ."),
        ("She is the keeper of the , and a ferryman.", "", "of the ,"),
        ("The , near the quay, was a mill.", "", "The ,"),
        ("The lamp is seen in\n\nand , where it is the only one left.", "", "seen in"),
        ("VELL, Norway--( )--Lamps Ltd. sold a lamp.", "", "Norway--( )"),
        ("The lamp is what the has asked for.", "misfit", "the has"),
        ("The ferry runs from to Tarn.", "misfit", "from to"),
        (
            "Nobody knew if there would be fines. reduced light for the harbour is all that is left.",
            "small",
            "reduced light for",
        ),
    ],
)
def test_a_place_where_words_are_missing_is_told(body: str, case: str, shown: str) -> None:
    [notice] = gaps.notices(body, "en")
    assert (notice.code, notice.case, notice.words) == ("gap", case, (shown,))
    assert _marked(notice, body) == shown


@pytest.mark.parametrize(
    "body",
    [
        "The lamp went out. (\n\nIt was lit again.",
        ".\n\nThe lamp went out.",
        "The lamp went out, ... or so she said. (It was lit again.)",
        "That was the . . . end of it, at .5 metres and . . . at night.",
        "She lit one of the\n\nHarbour Lamps\n\nat night.",
        "A will is the will of the have-nots, the would-be keepers and the has-been.",
        "Where did it come from? To the quay. The ferry it came with, to all, was old.",
        "The ferry met the company etc. before it left for the quay.",
        "“It rained. nobody came to see the lamp,” she wrote.",
        "It rained all night. nobody came here. It was dark today. only cats were out. The quay slept. dogs did so.",
        "It rained all day. it did. The call f() is a function ().",
        "A Lamp to Believe In\n\nNobody on the quay had seen one.",
    ],
)
def test_a_text_whose_words_all_stand_has_no_gap(body: str) -> None:
    assert gaps.notices(body, "en") == ()


def test_in_a_language_without_such_words_marks_alone_tell_of_a_gap() -> None:
    assert gaps.notices("Lampa zgasła w the has .", "pl") == ()
    assert [notice.words for notice in gaps.notices("Er wohnt in der , am Kai.", "de")] == [("in der ,",)]


@pytest.mark.parametrize(
    ("body", "language", "words"),
    [
        ("The fair begins Monday, March 28. It ends Friday, April 3.", "en", ("Monday, March 28", "2026", "Monday")),
        ("The fair begins Sat., Feb. 9, at noon.", "en", ("Sat., Feb. 9", "2026", "Sat")),
        ("The dam burst on Tuesday, March 4, 2015.", "en", ("Tuesday, March 4, 2015", "2015", "Tuesday")),
        ("Das Fest beginnt am Montag, den 28. März.", "de", ("Montag, den 28. März", "2026", "Montag")),
        ("The fair begins Saturday, March 28, and ended on Saturday, Dec. 27.", "en", None),
        ("The dam burst on Tuesday, March 3, 2015.", "en", None),
        ("The dam burst on Sunday, Feb. 29.", "en", None),
        ("The fair begins Monday, Room 28.", "en", None),
    ],
)
def test_a_weekday_that_is_not_its_dates_is_told(body: str, language: str, words: tuple[str, ...] | None) -> None:
    found = weekdays.notices("A fair", body, dt.date(2026, 3, 20), language)
    assert [notice.words for notice in found] == ([words] if words else [])
    assert all(notice.code == "weekday" and notice.span.of(body) == notice.words[0] for notice in found if notice.span)


def test_a_day_without_a_year_is_not_doubted_in_an_article_without_a_date() -> None:
    assert weekdays.notices("A fair", "The fair begins Monday, March 28.", None, "en") == ()


@pytest.mark.parametrize(
    ("headline", "body", "words"),
    [
        ("Fair set for April 8", "The fair is on Saturday, April 18.", ("April 8", "Saturday, April 18")),
        (
            "Fair set for April 8",
            "Fair set for April 8. It is on Saturday, April 18.",
            ("April 8", "Saturday, April 18"),
        ),
        ("Fair set for April 18", "The fair is on Saturday, April 18.", None),
        ("Fair set for April 8", "The fair opens Wednesday, April 8, and ends Saturday, April 18.", None),
        ("Fair set for April 8", "The fair opens 8 April and ends Saturday, April 18.", None),
        ("Fair set for April 8", "The fair is over by April 18.", None),
        ("Fair set for April 8", "The sale of seats ends Saturday, March 28.", None),
        ("Fair set for April 8 at Tarn" + " and at the quay of Vell" * 4, "It ends Saturday, April 18.", None),
    ],
)
def test_a_day_of_the_headline_that_the_text_lacks_is_told(
    headline: str, body: str, words: tuple[str, ...] | None
) -> None:
    found = weekdays.notices(headline, body, dt.date(2026, 3, 20), "en")
    assert [(notice.code, notice.words) for notice in found] == ([("headline_day", words)] if words else [])


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Lund is right", "LETTERS.\n\nLund is right.\n\nBo Ek.\n\nTarn."),
        ("Letters to the Editor: Lund Is Right", "Lund is right."),
        ("Lund hat recht", "Leserbriefe\n\nLund hat recht."),
    ],
)
def test_letters_are_told(headline: str, body: str) -> None:
    assert [(notice.code, notice.case) for notice in roundup.notices(headline, body)] == [("roundup", "letters")]


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Letters from Tarn", "Lund wrote 30 letters."),
        ("Letters to the editor pile up", "Letters came.\n\nThey lie there."),
    ],
)
def test_what_tells_of_letters_is_none(headline: str, body: str) -> None:
    assert roundup.notices(headline, body) == ()
