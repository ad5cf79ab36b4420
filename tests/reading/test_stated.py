"""What a web page states about its article, as its head gives it and an editor would take it."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path

import pytest

from tests.factories import article
from topic_briefings.models import Article, Notice
from topic_briefings.reading import read_file
from topic_briefings.reading.draft import digest

TEXT = "".join(
    f"<p>Paragraph {n} tells how the mill at Tarn came to be mended, and why it took {n} long winters.</p>"
    for n in ("two", "three", "four")
)


def page(tmp_path: Path, head: str, above: str = "") -> Article:
    file = tmp_path / "page.html"
    file.write_text(
        f"<!doctype html><html><head><meta charset='utf-8'>{head}</head>"
        f"<body><article>{above}{TEXT}</article></body></html>",
        encoding="utf-8",
    )
    (item,) = read_file(file, "seeds/page.html")
    assert isinstance(item, Article), str(item)
    return item


def meta(**said: str) -> str:
    return "".join(f'<meta name="{name.replace("__", ":")}" content="{value}">' for name, value in said.items())


def linked(**said: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **said})}</script>'


@pytest.mark.parametrize(
    ("head", "above", "headline"),
    [
        (meta(og__title="Mill mended"), "", "Mill mended"),
        (meta(twitter__title="Mill mended"), "", "Mill mended"),
        ("<title>Mill mended</title>", "", "Mill mended"),
        ("<title>Something</title>", "<h1>Mill mended</h1>", "Mill mended"),
        (linked(headline="Mill mended") + meta(og__title="Mill"), "", "Mill mended"),
        (meta(og__title="Mill mended | Tarn Post", og__site_name="Tarn Post"), "", "Mill mended"),
        (meta(og__title="Mill mended - TarnPost.example", og__site_name="Tarn Post"), "", "Mill mended"),
        (meta(og__title="Mill mended - at last", og__site_name="Tarn Post"), "", "Mill mended - at last"),
        (meta(og__title="Mill mended | Tarn Post"), "", "Mill mended | Tarn Post"),
    ],
)
def test_the_headline(head: str, above: str, headline: str, tmp_path: Path) -> None:
    assert page(tmp_path, head, above).headline == headline


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        (meta(author="Ines Okoro"), ("Ines Okoro",)),
        (meta(byl="By Ines Okoro and Tom Barasa"), ("Ines Okoro", "Tom Barasa")),
        (linked(author={"@type": "Person", "name": "Ines Okoro"}) + meta(author="Tom Barasa"), ("Ines Okoro",)),
        (linked(author=[{"name": "Ines Okoro"}, {"name": "Tom Barasa"}]), ("Ines Okoro", "Tom Barasa")),
        (linked(author="Ines Okoro"), ("Ines Okoro",)),
        (meta(author="admin"), ()),
        (meta(author="https://example.org/okoro"), ()),
        (meta(author="@okoro"), ()),
        (meta(author="Tarn Post", og__site_name="The Tarn Post"), ()),
        (linked(author={"name": "https://example.org/okoro"}), ()),
    ],
)
def test_the_authors(head: str, authors: tuple[str, ...], tmp_path: Path) -> None:
    assert page(tmp_path, head).authors == authors


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (meta(og__site_name="Tarn Post"), "Tarn Post"),
        (meta(og__site_name="Tarn Post | News of the valley"), "Tarn Post"),
        (meta(publisher="@TarnPost"), "TarnPost"),
        (linked(publisher={"name": "Tarn Post"}) + meta(og__site_name="Other"), "Tarn Post"),
        ("", None),
    ],
)
def test_the_outlet(head: str, outlet: str | None, tmp_path: Path) -> None:
    assert page(tmp_path, head).outlet == outlet


@pytest.mark.parametrize(
    ("head", "above", "published"),
    [
        (meta(article__published_time="2026-05-03T08:00Z"), "", "2026-05-03"),
        (meta(pubdate="2026-05-03"), "", "2026-05-03"),
        (linked(datePublished="2026-05-03") + meta(pubdate="2026-05-04"), "", "2026-05-03"),
        ("", '<time datetime="2026-05-03">then</time>', "2026-05-03"),
        ("", '<time datetime="2026-05-03">then</time><time datetime="2026-05-04">now</time>', "None"),
        ("", '<time datetime="2026-05-04">a</time><time pubdate datetime="2026-05-03">b</time>', "2026-05-03"),
        ("<script type='application/ld+json'>{broken</script>" + linked(datePublished="2026-05-03"), "", "2026-05-03"),
        (linked(**{"@type": "WebSite", "datePublished": "2026-05-03"}), "", "None"),
        (linked(**{"@type": ["Thing", "Report"], "datePublished": "2026-05-03"}), "", "2026-05-03"),
    ],
)
def test_the_date(head: str, above: str, published: str, tmp_path: Path) -> None:
    assert str(page(tmp_path, head, above).published) == published


def test_the_address(tmp_path: Path) -> None:
    canonical = '<link rel="canonical" href=" https://example.org/a ">'
    assert page(tmp_path, canonical + meta(og__url="https://example.org/b")).url == "https://example.org/a"
    assert page(tmp_path, meta(og__url="https://example.org/b")).url == "https://example.org/b"


SEEN = {
    "headline": "Another headline",
    "body": "Another thing happened.",
    "authors": ("Ines Okoro",),
    "outlet": "Tarn Post",
    "dateline": "TARN, May 3 -",
    "url": "https://example.org/",
    "language": "de",
}
UNSEEN = {
    "id": "other",
    "source": "seeds/other.md",
    "line": 9,
    "digest": "0",
    "notices": (Notice(code="a", message="b"),),
}


@pytest.mark.parametrize("name", [field.name for field in fields(Article) if field.name != "published"])
def test_the_fingerprint_is_that_of_what_a_reader_can_see(name: str) -> None:
    one = article()
    other = replace(one, **{name: {**SEEN, **UNSEEN}[name]})
    assert (digest(one) != digest(other)) is (name in SEEN)


def test_the_fingerprint_changes_with_the_date() -> None:
    assert digest(article(published="2026-05-03")) != digest(article(published="2026-05-04"))


@pytest.mark.parametrize(
    ("above", "paragraphs"),
    [
        ("<p>The mill turns at dawn<br>and again at noon<br>and once more at dusk.</p>", 1),
        ("<p>The mill turns at dawn, as it has for years.<br><br>It turns again at noon, when the bell rings.</p>", 2),
    ],
)
def test_two_breaks_part_paragraphs_and_one_does_not(above: str, paragraphs: int, tmp_path: Path) -> None:
    assert page(tmp_path, meta(og__title="Mill mended"), above).body.count("\n\n") == paragraphs + 2


def named(name: str, value: str) -> str:
    return f'<meta name="{name}" content="{value}">'


@pytest.mark.parametrize("name", ["og:title", "twitter:title", "dc.title", "parsely-title"])
def test_every_name_of_a_title_is_read(name: str, tmp_path: Path) -> None:
    assert page(tmp_path, named(name, "Mill mended")).headline == "Mill mended"


@pytest.mark.parametrize("name", ["author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author"])
def test_every_name_of_an_author_is_read(name: str, tmp_path: Path) -> None:
    assert page(tmp_path, named(name, "Ines Okoro")).authors == ("Ines Okoro",)


@pytest.mark.parametrize("name", ["og:site_name", "dc.publisher", "publisher", "application-name"])
def test_every_name_of_an_outlet_is_read(name: str, tmp_path: Path) -> None:
    assert page(tmp_path, named(name, "Tarn Post")).outlet == "Tarn Post"


@pytest.mark.parametrize(
    "name",
    [
        "article:published_time", "datePublished", "article:published", "og:published_time", "dc.date.issued",
        "dc.date", "parsely-pub-date", "sailthru.date", "pubdate", "publish-date", "date",
    ],
)  # fmt: skip
def test_every_name_of_a_date_is_read(name: str, tmp_path: Path) -> None:
    assert str(page(tmp_path, named(name, "2026-11-03T09:00:00Z")).published) == "2026-11-03"


@pytest.mark.parametrize("mark", ["|", "–", "—", "-", "»", "::"])
def test_whatever_parts_a_headline_from_its_site_the_site_goes(mark: str, tmp_path: Path) -> None:
    head = named("og:title", f"Mill mended {mark} Tarn Post") + named("og:site_name", f"Tarn Post {mark} News")
    stated = page(tmp_path, head)
    assert (stated.headline, stated.outlet) == ("Mill mended", "Tarn Post")


@pytest.mark.parametrize(
    ("kind", "counts"),
    [("NewsArticle", True), ("Article", True), ("BlogPosting", True), ("Report", True), ("WebPage", False)],
)
def test_what_kind_of_thing_a_page_describes(kind: str, counts: bool, tmp_path: Path) -> None:
    data = json.dumps([{"@type": "Organization", "headline": "Tarn"}, {"@type": kind, "headline": "Mill mended"}])
    stated = page(tmp_path, f'<script type="application/ld+json">{data}</script>')
    assert (stated.headline == "Mill mended") is counts


@pytest.mark.parametrize(
    ("charset", "encoding", "text"),
    [
        ("windows-1252", "cp1252", "Käse – “gut”"),
        ("iso-8859-1", "cp1252", "Käse – “gut”"),
        ("latin1", "cp1252", "Käse – “gut”"),
        ("us-ascii", "cp1252", "Käse – “gut”"),
        ("iso-8859-2", "iso8859-2", "Żółw śpi"),
        ("windows-1251", "cp1251", "Плотина открыта"),
        ("koi8-r", "koi8-r", "Плотина открыта"),
        ("gb2312", "gb2312", "大坝开放"),
        ("gb18030", "gb18030", "大坝开放"),
        ("big5", "big5", "水壩開放"),
        ("shift_jis", "shift_jis", "ダムが開いた"),
        ("euc-jp", "euc-jp", "ダムが開いた"),
        ("iso-2022-jp", "iso2022_jp", "ダムが開いた"),
        ("euc-kr", "euc-kr", "댐이 열렸다"),
        ("johab", "johab", "댐이 열렸다"),
        ("tis-620", "tis-620", "เขื่อนเปิด"),
        ("macintosh", "mac-roman", "Käse – “gut”"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_declares(
    charset: str, encoding: str, text: str, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    head = f"<meta charset='{charset}'><title>{text}</title>"
    whole = f"<!doctype html><html><head>{head}</head><body><article>{TEXT}<p>{text}.</p></article></body></html>"
    file.write_bytes(whole.encode(encoding))
    [item] = read_file(file, "seeds/page.html")
    assert isinstance(item, Article), str(item)
    assert item.headline == text


@pytest.mark.parametrize("charset", ["nonsense", "utf-7", "rot13"])
def test_an_encoding_that_is_none_of_a_text_is_passed_over(charset: str, tmp_path: Path) -> None:
    assert page(tmp_path, f"<meta charset='{charset}'><title>Käse</title>").headline == "Käse"


def test_the_label_of_a_last_change_is_no_part_of_its_date(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: A\npublished: Last updated 3 March 2025, 9:15am\n---\nThe bridge opened.\n")
    (article,) = read_file(path, "a.md")
    assert isinstance(article, Article)
    assert str(article.published) == "2025-03-03"
