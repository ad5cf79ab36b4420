"""The files for machines: valid against their schema, to the letter, safe to open, the same in any order."""

import csv
import io
import json
import random
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.factories import analysis, quotation, speaker
from tests.sites import ROOT, SAMPLES, settings_of
from topic_briefings.extractors import analyse
from topic_briefings.gathering import gather
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Article
from topic_briefings.pages.kinds import site_of
from topic_briefings.pages.machine.data import ARTICLES, COLUMNS, QUOTATIONS, SCHEMA, TABLE, VOICES, data_pages
from topic_briefings.pages.machine.spreadsheet import cell, rows_of, value_of
from topic_briefings.pages.machine.spreadsheet import csv as as_csv
from topic_briefings.reading import read_folder


@cache
def samples():
    found = [item for item in read_folder(SAMPLES, "tests/articles") if isinstance(item, Article)]
    return [analyse(article, Knowledge()) for article in found]


def files(analyses, **options):
    settings = settings_of(ROOT, **options)
    return {page.path: page.content for page in data_pages(site_of(gather(analyses, settings), settings))}


def records(content):
    return [json.loads(line) for line in content.decode().split("\n")[:-1]]


@pytest.mark.parametrize(("path", "shape"), [(QUOTATIONS, "quotation"), (ARTICLES, "article"), (VOICES, "voice")])
@pytest.mark.parametrize("full_text", [False, True])
def test_every_record_is_valid(path, shape, full_text):
    made = files(samples(), full_text=full_text)
    schema = json.loads(made[SCHEMA])
    Draft202012Validator.check_schema(schema)
    one = Draft202012Validator(
        {**schema, "oneOf": [{"$ref": f"#/$defs/{shape}"}]}, format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    found = records(made[path])
    assert len(found) > 60
    for record in found:
        one.validate(record)


def test_offsets_give_the_words():
    bodies = {found.article.id: found.article.body for found in samples()}
    for row in records(files(samples())[QUOTATIONS]):
        body = bodies[row["article"]]
        for stretch in (row, *row["fragments"], row["cue"], row["speaker"]):
            assert stretch is None or stretch["text"] == body[stretch["start"] : stretch["end"]]
        start, end = row["context"]
        assert start <= row["start"] < row["end"] <= end


def test_rows_stand_in_order_of_article_and_place():
    made = files(samples())
    places = [(row["article"], row["start"]) for row in records(made[QUOTATIONS])]
    assert places == sorted(places)
    ids = [row["id"] for row in records(made[ARTICLES])]
    assert ids == sorted(ids)


def test_the_order_of_articles_changes_nothing():
    shuffled = list(samples())
    random.Random(4).shuffle(shuffled)  # noqa: S311 - no secret
    assert files(shuffled) == files(samples())


def test_every_voice_of_a_quotation_is_told_with_the_speakers_it_gathers():
    made = files(samples())
    voices = {(row["name"], row["page"]): row for row in records(made[VOICES])}
    for row in records(made[QUOTATIONS]):
        if row["voice"]:
            member = {"article": row["article"], "speaker": row["speaker"]["name"]}
            assert member in voices[row["voice"], row["voice_page"]]["members"]


def test_bodies_are_left_out_unless_the_site_prints_them():
    assert not any("body" in row for row in records(files(samples())[ARTICLES]))
    bodies = {row["id"]: row["body"] for row in records(files(samples(), full_text=True)[ARTICLES])}
    assert all(found.article.body == bodies.get(found.article.id, found.article.body) for found in samples())


def test_the_table_is_what_the_records_say():
    made = files(samples())
    (_, head), *rows = rows_of(io.StringIO(made[TABLE].decode(), newline=""))
    assert tuple(head) == COLUMNS
    for record, (_, row) in zip(records(made[QUOTATIONS]), rows, strict=True):
        said = dict(zip(COLUMNS, row, strict=True))
        assert said["text"] == record["text"]
        assert said["voice"] == (record["voice"] or "")
        assert said["speaker"] == (record["speaker"] or {"text": ""})["text"]


def test_no_cell_begins_like_a_formula():
    body = "“=HYPERLINK(1)” said -Ann. “+1” said @Bob."
    found = analysis(
        body,
        outlet="@outlet",
        url="https://example.org/",
        quotations=[
            quotation(body, "=HYPERLINK(1)", "-Ann", name="-Ann", cue="said"),
            quotation(body, "+1", "@Bob", name="@Bob", cue="said"),
        ],
        speakers=[speaker(body, "-Ann"), speaker(body, "@Bob")],
    )
    table = files([found])[TABLE].decode()
    assert table.endswith("\r\n")
    cells = [value for row in csv.reader(table.splitlines()) for value in row]
    assert "'=HYPERLINK(1)" in cells
    assert not [value for value in cells if value[:1] in "=+-@\t\r" and value]


@given(st.text())
def test_a_cell_can_be_read_back(value):
    safe = cell(value)
    assert not safe.lstrip().startswith(("=", "+", "-", "@"))
    expected = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in value)
    assert value_of(safe) == expected


def test_a_line_is_a_line_to_every_reader():
    body = "“Two\u2028lines\x85here” said Ann Lee."
    found = analysis(body, quotations=[quotation(body, "Two\u2028lines\x85here", "Ann Lee")])
    content = files([found])[QUOTATIONS].decode()
    assert content.splitlines() == [content.rstrip("\n")]
    assert json.loads(content)["text"] == "Two\u2028lines\x85here"


def test_an_empty_edition_has_empty_files():
    made = files([])
    assert made[QUOTATIONS] == made[ARTICLES] == b""
    assert made[TABLE].decode() == ",".join(COLUMNS) + "\r\n"


@given(st.lists(st.lists(st.text("ab,;\t|\"\r\n '=-"), min_size=1, max_size=4), max_size=4))
def test_a_table_is_read_as_it_was_written(rows):
    assert [row for _, row in rows_of(io.StringIO(as_csv(rows), newline=""))] == rows


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_a_cell_that_any_locale_would_part_is_quoted(mark):
    text = as_csv([[f"one{mark}two", "three"]])
    assert text == f'"one{mark}two",three\r\n'
