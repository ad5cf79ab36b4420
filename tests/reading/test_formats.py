"""What each format gives, field by field."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from topic_briefings.errors import ArticleError
from topic_briefings.models import Article
from topic_briefings.reading import read_file
from topic_briefings.reading.jsonl import read_records


def read(tmp_path: Path, name: str, content: str | bytes) -> Article:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (item,) = read_file(path, f"seeds/{name}")
    assert isinstance(item, Article), str(item)
    return item


# ------------------------------------------------------------------ Markdown

MARKDOWN = """\
---
title: "Dam: the gates close"
authors: [Ines Okoro, Tomas Verhoeven]
outlet: Harbour Gazette
url: https://example.org/dam
published: 2026-11-03
language: en
colour: blue
---

# Dam: the gates close

The **gates** of the [Nzara dam](https://example.org/x) closed
on *Tuesday*, said `K. Adan`.\\
Nobody cheered.

![a dam](dam.png)

> “It is done,” she said.

- one
- two

<script>alert(1)</script>

A <b>bold</b> claim &amp; a star \\* here.
"""


def test_markdown_becomes_plain_paragraphs(tmp_path: Path) -> None:
    article = read(tmp_path, "dam.md", MARKDOWN)
    assert article.headline == "Dam: the gates close"
    assert article.authors == ("Ines Okoro", "Tomas Verhoeven")
    assert (article.outlet, article.url) == ("Harbour Gazette", "https://example.org/dam")
    assert (article.published, article.language) == (dt.date(2026, 11, 3), "en")
    assert article.notices == ()
    assert article.body.split("\n\n") == [
        "The gates of the Nzara dam closed on Tuesday, said K. Adan. Nobody cheered.",
        "“It is done,” she said.",
        "one",
        "two",
        "A bold claim & a star * here.",
    ]


def test_markdown_without_front_matter_takes_its_first_heading(tmp_path: Path) -> None:
    article = read(tmp_path, "dam.md", "# The gates close\n\nNobody cheered at the dam.\n")
    assert (article.headline, article.body) == ("The gates close", "Nobody cheered at the dam.")


def test_two_authors_in_one_line_are_two(tmp_path: Path) -> None:
    article = read(tmp_path, "a.md", "---\nauthor: By Ines Okoro and Tomas Verhoeven\n---\nText of it.")
    assert article.authors == ("Ines Okoro", "Tomas Verhoeven")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "https://me:secret@example.org/", "ftp://example.org", "https://a b.org", "//x.org"]
)
def test_an_unsafe_address_is_left_out_with_a_notice(tmp_path: Path, url: str) -> None:
    article = read(tmp_path, "a.md", f"---\npublished: 2026-11-03\nurl: '{url}'\n---\nText of it.")
    assert article.url is None
    (notice,) = article.notices
    assert notice.code == "url"


def test_front_matter_may_use_the_names_of_other_programs(tmp_path: Path) -> None:
    article = read(
        tmp_path, "a.md", "---\nheadline: Ferry\nbyline: Ines Okoro\ndate: 2026-11-03\ntags: [x]\n---\nText."
    )
    assert (article.headline, article.authors, article.published) == ("Ferry", ("Ines Okoro",), dt.date(2026, 11, 3))


@pytest.mark.parametrize(
    ("body", "language", "weekday"),
    [
        ("They met on Tuesday in the hall.", "en", "Tuesday"),
        ("Mardi, les deux villes ont partagé un bac.", "fr", "Mardi"),
        ("Sie trafen sich am Dienstag im Saal.", "de", "Dienstag"),
        ("両町は火曜日に合意した。", "ja", "火曜日"),
    ],
)
def test_a_weekday_without_a_date_cannot_be_placed(tmp_path: Path, body: str, language: str, weekday: str) -> None:
    article = read(tmp_path, "a.md", f"---\ntitle: Ferry\nlanguage: {language}\n---\n{body}")
    (notice,) = article.notices
    assert notice.message == f"The article carries no date; “{weekday}” cannot be placed."
    assert notice.span is not None
    assert notice.span.of(article.body) == weekday


# ------------------------------------------------------------------ HTML

PARAGRAPHS = "".join(
    f"<p>Paragraph {n} tells how the towns of Maruni came to share a ferry, and why it took {n} years.</p>"
    for n in "234"
)
PAGE = f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>Ferry is shared | Harbour Gazette</title>
<meta property="og:title" content="Ferry is shared | Harbour Gazette">
<meta property="og:site_name" content="Harbour Gazette">
<link rel="canonical" href="https://example.org/ferry">{{head}}</head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Ferry is shared</h1>{PARAGRAPHS}</article><footer>Terms of use 2019-01-01</footer></body></html>"""
LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "x"},
        {
            "@type": "NewsArticle",
            "headline": "Ferry is shared",
            "datePublished": "2026-11-03T08:00:00+01:00",
            "author": [{"@type": "Person", "name": "Ines Okoro"}],
        },
    ],
}


def test_a_page_gives_its_article_without_the_page(tmp_path: Path) -> None:
    article = read(tmp_path, "a.html", PAGE.replace("{head}", ""))
    assert article.headline == "Ferry is shared"
    assert article.body.startswith("Paragraph 2 tells")
    assert article.body.count("\n\n") == 2
    assert "Home" not in article.body
    assert (article.outlet, article.url, article.language) == ("Harbour Gazette", "https://example.org/ferry", "en")


def test_a_date_that_the_page_does_not_state_is_not_guessed(tmp_path: Path) -> None:
    article = read(tmp_path, "a.html", PAGE.replace("{head}", ""))
    assert article.published is None
    assert [notice.code for notice in article.notices] == ["undated"]


@pytest.mark.parametrize(
    "head",
    [
        f'<script type="application/ld+json">{json.dumps(LINKED)}</script>',
        '<meta name="author" content="Ines Okoro"><meta property="article:published_time" content="2026-11-03T08:00Z">',
    ],
    ids=["JSON-LD", "meta"],
)
def test_what_the_page_states_is_taken(tmp_path: Path, head: str) -> None:
    article = read(tmp_path, "a.html", PAGE.replace("{head}", head))
    assert (article.authors, article.published) == (("Ines Okoro",), dt.date(2026, 11, 3))


def test_a_page_is_decoded_as_it_declares(tmp_path: Path) -> None:
    page = PAGE.replace("{head}", "").replace("utf-8", "windows-1251").replace("Paragraph", "Паром")
    assert "Паром 2" in read(tmp_path, "a.html", page.encode("cp1251")).body


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.md", "# Two ferries\n\nBy Ana Petrov | 3 Mar 2025\n\nThe ferry sails.\n\nIt is late.\n"),
        ("a.md", "---\ntitle: Two ferries\n---\nBy Ana Petrov\n3 March 2025\n\nThe ferry sails.\n\nIt is late.\n"),
        ("a.html", "<p>By Ana Petrov</p><p>March 3, 2025, 9:15 a.m.</p><p>The ferry sails.</p>"),
    ],
)
def test_a_byline_is_no_paragraph_of_a_page_either(tmp_path: Path, name: str, content: str) -> None:
    article = read(tmp_path, name, page(content) if name == "a.html" else content)
    assert article.body.startswith("The ferry sails.")
    assert (article.headline, article.authors) == ("Two ferries", ("Ana Petrov",))
    assert article.published == dt.date(2025, 3, 3)


def page(inside: str) -> str:
    rest = "<p>" + "Both towns agreed on it after a long night in the hall of the upper town. " * 4 + "</p>"
    return PAGE_OF.format(inside=inside, rest=rest)


PAGE_OF = """\
<html><head><title>Two ferries</title></head>
<body><article><h1>Two ferries</h1>{inside}{rest}</article></body></html>
"""


@pytest.mark.parametrize(
    ("inside", "first"),
    [
        ("<p>“It holds,”<br/>said Mona Lark.</p>", "“It holds,” said Mona Lark."),
        ("<p>“It holds,” <br>\nsaid<br>Mona Lark.</p>", "“It holds,” said Mona Lark."),
        ("<p>“It holds,”<br><br>Mona Lark said.</p>", "“It holds,” Mona Lark said."),
        ("<p>One paragraph here.<br><br>And a second one.</p>", "One paragraph here."),
        ("<p><span>January 3</span><span>The bridge opened.</span></p>", "January 3 The bridge opened."),
        ("<p><b>January 3</b>The bridge opened.</p>", "January 3 The bridge opened."),
        ("<p><span>T</span>he bridge opened.</p>", "The bridge opened."),
        (
            '<p>The <a href="x">council</a> of <a href="y">Vell</a>, it said, is late.</p>',
            "The council of Vell, it said, is late.",
        ),
        ("<p>The <a>council\n</a>, it said, is late.</p>", "The council, it said, is late."),
        (
            "<pre>The bridge at Vell, which was opened on Monday,\nwas closed again.\n\nIt rained.</pre>",
            "The bridge at Vell, which was opened on Monday, was closed again.",
        ),
    ],
)
def test_a_break_in_a_page_parts_no_sentence_and_joins_no_words(tmp_path: Path, inside: str, first: str) -> None:
    assert read(tmp_path, "a.html", page(inside)).body.split("\n\n")[0] == first


def test_a_page_in_utf_8_is_that_whatever_it_declares(tmp_path: Path) -> None:
    content = page("<p>“Café,” she said.</p>").replace("<title>", '<meta charset="windows-1252"><title>')
    assert read(tmp_path, "a.html", content).body.startswith("“Café,” she said.")


# ------------------------------------------------------------------ encodings


@pytest.mark.parametrize("code", ["cp1252", "latin-1", "cp1251", "mac_roman"])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl"])
def test_text_that_was_encoded_twice_is_mended_with_a_notice(tmp_path: Path, name: str, code: str) -> None:
    body = "“It’s open,” said Zoë Lark — at last. The fête cost £5 in São Vell."
    twice = "".join(bytes([byte]).decode(code, "ignore") or chr(byte) for byte in body.encode())
    content = {
        "a.txt": f"Two ferries\n\n{twice}\n",
        "a.md": f"# Two ferries\n\n{twice}\n",
        "a.html": page(f"<p>{twice}</p>"),
        "a.jsonl": json.dumps({"title": "Ferry", "text": twice}),
    }
    article = read(tmp_path, name, content[name])
    assert article.body.startswith(body)
    assert [notice.case for notice in article.notices if notice.code == "encoding"] == ["twice"]


@pytest.mark.parametrize(
    ("given", "mended"),
    [
        ("President PeA\u0303±a met Ana Lund of Tarn.", "President Peña met Ana Lund of Tarn."),
        ("“Hola” – “sí” – said Papá of GuantÃ¡namo.", "“Hola” – “sí” – said Papá of Guantánamo."),
        ("The Tarn gang\u00c2 was “after him.” \u00c2 Others fled.", "The Tarn gang was “after him.” Others fled."),
        ("The “Ã‰cole” – “no” – “yes” – of HermÃ¨s.", "The “École” – “no” – “yes” – of Hermès."),
    ],
)
def test_a_word_that_was_encoded_twice_is_mended_by_itself(tmp_path: Path, given: str, mended: str) -> None:
    assert read(tmp_path, "a.txt", f"Two ferries\n\n{given}\n").body == mended


@pytest.mark.parametrize(
    "body",
    ["CAFÉ” said the sign.", "“Élan” et “Été” à la fête.", "A IRMÃ” disse. São “não”.", "«Да», — сказал он."],
)
def test_text_that_was_encoded_once_stays(tmp_path: Path, body: str) -> None:
    article = read(tmp_path, "a.txt", f"Ferry\n\n{body}\n")
    assert article.body == body
    assert not [notice for notice in article.notices if notice.code == "encoding"]


def test_what_cannot_be_mended_is_named(tmp_path: Path) -> None:
    article = read(tmp_path, "a.txt", "Ferry\n\nâ€™ “Yes” – “no” – “yes” – “no” – she said it.\n")
    assert [notice.case for notice in article.notices if notice.code == "encoding"] == ["halves"]


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("SUMMARY.\n\nThe ferry sails.", "SUMMARY."),
        ("ABSTRACT.\n\nThe ferry sails.\n\nFULL TEXT.\n\nThe ferry sails on Friday.", None),
        ("The <b>ferry</b> sails.", "<b>"),
        ("The ferry sails, {{ reader.name }}.", "{{ reader.name }}"),
        ('[caption id="7"]The ferry[/caption] sails.', '[caption id="7"]'),
        ("The ferry sails. [https://wiki.example/F More]", "[https://wiki.example/F More]"),
        ("The ferry sails.<br />It is late.", "<br />"),
        ("The ferry of USX <U> sails for <Strong Point Inc>.", None),
        ("The sign said “{{ reader.name }}”.", None),
        ("The SUMMARY. ferry sails.", None),
    ],
)
def test_what_a_template_left_is_named(tmp_path: Path, body: str, left: str | None) -> None:
    article = read(tmp_path, "a.txt", f"Ferry\n\n{body}\n")
    found = [notice for notice in article.notices if notice.code == "residue"]
    assert [notice.words[0] for notice in found] == ([left] if left else [])
    assert all(notice.span and notice.span.of(article.body) == left for notice in found)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom"])
def test_text_in_unicode_is_read_without_a_word(tmp_path: Path, encoding: str) -> None:
    text = "Fähre geteilt\n\n3. November 2026\n\n„Wir sind froh“, sagte sie am Abend in der Stadt.\n"
    content = "\ufeff".encode("utf-16-le") + text.encode("utf-16-le") if "bom" in encoding else text.encode(encoding)
    article = read(tmp_path, "a.txt", content)
    assert (article.headline, article.notices) == ("Fähre geteilt", ())


def test_windows_1252_is_read_with_a_notice(tmp_path: Path) -> None:
    article = read(tmp_path, "a.txt", "Ferry\n\n“Café,” she said.\n".encode("cp1252"))
    assert article.body == "“Café,” she said."
    assert article.notices[0].code == "encoding"


def test_one_broken_byte_does_not_make_utf_8_another_encoding(tmp_path: Path) -> None:
    content = "Ferry\n\n“Café, thé, naïveté,” she said – twice.\n".encode() + b"\xff\n"
    assert "“Café, thé, naïveté,”" in read(tmp_path, "a.txt", content).body


# ------------------------------------------------------------------ JSON Lines


def test_a_record_gives_every_field() -> None:
    row = {
        "id": 7,
        "title": "Ferry is shared",
        "text": "Ferry is shared\nBoth towns agreed on it after a long night in the hall of the upper town, she said.",
        "dateline": "MARUNI, Nov 3 -",
        "date": "03-NOV-1987 15:01:01.79",
        "url": "https://example.org/ferry",
        "publisher": "Harbour Wire",
        "lang": "de",
    }
    (article,) = read_records([json.dumps(row)], "wire.jsonl")
    assert isinstance(article, Article)
    assert (article.id, article.line, article.source) == ("7", 1, "wire.jsonl")
    assert article.body.startswith("Both towns")
    assert (article.dateline, article.outlet, article.language) == ("MARUNI, Nov 3 -", "Harbour Wire", "de")
    assert (article.published, article.url) == (dt.date(1987, 11, 3), "https://example.org/ferry")


@pytest.mark.parametrize(
    ("given", "found"),
    [("caf\u00e9", "café"), ("cafe\u0301", "cafe\u0301"), ("a\u0085b", "a%C2%85b"), ("a\uffffb", "a%EF%BF%BFb")],
)
def test_an_id_stays_as_it_is_given_but_for_what_no_file_may_hold(given: str, found: str) -> None:
    (article,) = read_records([json.dumps({"id": given, "text": "x"})], "wire.jsonl")
    assert isinstance(article, Article)
    assert article.id == found


def test_half_a_character_is_named_with_its_field() -> None:
    row = {"id": "a", "title": "Fe\ud83drry", "text": "It sails.", "url": "https://example.org/\ud83d"}
    (article,) = read_records([json.dumps(row)], "wire.jsonl")
    assert isinstance(article, Article)
    assert (article.headline, article.url) == ("Fe\ufffdrry", None)
    assert [notice.message for notice in article.notices if notice.code != "undated"] == [
        "Some characters of the article are broken (headline); what they were cannot be told.",
        "The address given, “https://example.org/\ufffd”, has a space or a sign that no address may hold; "
        "it is left out.",
    ]


def test_a_headline_alone_is_an_article() -> None:
    (article,) = read_records(['{"id": "a", "title": "FERRY IS SHARED", "text": ""}'], "wire.jsonl")
    assert isinstance(article, Article)
    assert (article.headline, article.body) == ("FERRY IS SHARED", "")


def test_a_record_without_an_id_is_named_for_its_line() -> None:
    first, second = read_records(["", '{"text": "One."}', '{"text": "Two."}'], "in/wire.jsonl.gz")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.id, second.id) == ("wire-2", "wire-3")


def test_a_date_that_cannot_be_read_is_a_notice_here() -> None:
    (article,) = read_records(['{"text": "One.", "date": "sometime"}'], "wire.jsonl")
    assert isinstance(article, Article)
    assert [notice.message for notice in article.notices] == [
        'The article is undated: the date it gives, "sometime" is not a date.'
    ]


def test_compressed_lines_are_read_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n'))
    found = read_file(path, "wire.jsonl.gz")
    first = next(found)
    assert isinstance(first, Article)
    assert first.id == "a"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
FIELDS = st.sampled_from(["id", "title", "text", "date", "url", "lang", "author", "authors", "dateline", "outlet"])


@given(st.dictionaries(FIELDS, JSON) | JSON)
def test_no_record_raises(row: object) -> None:
    (item,) = read_records([json.dumps(row)], "wire.jsonl")
    assert isinstance(item, Article | ArticleError)
    str(item).encode()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["txt", "md", "html", "jsonl"]), st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_file_raises(tmp_path: Path, suffix: str, content: bytes) -> None:
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(content)
    for item in read_file(path, "seeds/a"):
        assert isinstance(item, Article | ArticleError)
