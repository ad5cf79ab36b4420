"""What a search finds: the entries of a site, and how they are written for Pagefind and for a site on a disk."""

import datetime as dt
import gzip
import json

import pytest

from tests.sites import files, make_site, settings_of
from topic_briefings.build import generate
from topic_briefings.mkdocs_edge.building import build_site
from topic_briefings.search.entries import Entry, built_page, entries
from topic_briefings.search.forms import forms
from topic_briefings.search.index import SupersededError, record, record_path, write_index
from topic_briefings.search.offline import FILE, write_entries
from topic_briefings.search.text import paragraphs

QUOTATION = Entry(
    group="quotation",
    href="articles/dam/#q-1a2b",
    title="",
    text=("“We <b>will</b> & must fill it”",),
    by="Grace Kamande, Minister",
    source="Sample Wire",
    date=dt.date(2026, 11, 3),
    filed={"topic": ("Energy",), "country": ("Kenya",), "speaker": ("Grace Kamande",)},
)
ARTICLE = Entry(group="article", href="articles/dam/", title="The dam fills", text=("Water rose.", "Slowly."))

TEXTS = (
    ("<h1>Title</h1><p>One <em>word</em>s.</p>\n<p>Two.</p>", ("One words.", "Two.")),
    ("<p>Seen<a class='headerlink'>¶</a></p><script>x()</script><svg><text>3</text></svg>", ("Seen¶",)),
    ("<nav data-search-exclude>Trail</nav>after<p>Text</p>", ("after", "Text")),
    ("<h2 data-search-exclude>A</h2><p>a</p><h3>B</h3><p>b</p><h2>C</h2><p>c</p>", ("C", "c")),
    ("<ul><li>one<ul><li>two</li></ul>three</li></ul>", ("one", "two", "three")),
    ("<p>a<br>b &amp; &lt;i&gt;</p><!-- note -->", ("a", "b & <i>")),
    ("", ()),
)


@pytest.mark.parametrize(("content", "expected"), TEXTS)
def test_a_search_looks_at_the_text_of_a_page_without_what_is_excluded(content, expected):
    assert paragraphs(content) == expected


def test_furniture_is_left_out_by_tag_and_by_class():
    content = '<h2>The point</h2><p class="bf-point">Water rose.</p><p class="bf-how small">said</p>'
    assert paragraphs(content, ("h2", "bf-how")) == ("Water rose.",)


# ------------------------------------------------------------------ entries


@pytest.fixture(scope="module")
def few(tmp_path_factory):
    """A generated site of few articles, and the entries of it, as if MkDocs had built each page in one word."""
    folder = make_site(tmp_path_factory.mktemp("few") / "site")
    settings = settings_of(folder)
    generate(settings)
    names = [path.relative_to(settings.docs).as_posix() for path in settings.docs.rglob("*.md")]
    pages = [built_page(name, f"{name.removesuffix('.md')}/", f"Title of {name}", "<p>word</p>") for name in names]
    pages += [built_page("method.md", "method/", "How we work", "<h2>Rules</h2><p>With care.</p>")]
    found = list(entries(pages, settings.docs, settings))
    assert found == list(entries(pages[::-1], settings.docs, settings))
    return settings, found


def test_every_quotation_in_marks_is_an_entry_with_its_speaker_outlet_and_date(few):
    settings, found = few
    rows = [json.loads(line) for line in (settings.docs / "data" / "quotations.jsonl").read_text().splitlines()]
    expected = {(row["page"].removesuffix(".md") + "/#" + row["anchor"]) for row in rows if row["fragments"]}
    quotations = {entry.href: entry for entry in found if entry.group == "quotation"}
    assert set(quotations) == expected
    one = next(entry for entry in quotations.values() if entry.by.startswith("Haruto Minegishi"))
    assert one.by == "Haruto Minegishi, Trade Minister"
    assert one.source == "Pacific Ledger (sample)"
    assert one.date is not None
    assert one.filed["country"] == ("Japan",)
    assert one.filed["speaker"] == ("Haruto Minegishi",)
    assert one.text[0].startswith("“")
    unnamed = [entry for entry in quotations.values() if not entry.filed["speaker"]]
    assert all(entry.by for entry in unnamed), "a quotation without a voice says that its speaker is not named"


def test_an_entry_says_what_its_page_is(few):
    _, found = few
    kinds = {entry.href: entry.group for entry in found}
    assert kinds["articles/canada-port-strike-ends/"] == "article"
    assert kinds["voices/haruto-minegishi/"] == "voice"
    assert kinds["countries/japan/"] == "briefing"
    assert kinds["method/"] == "page"
    voice = next(entry for entry in found if entry.href == "voices/haruto-minegishi/")
    assert voice.by == "Trade Minister"
    assert "Japan" in voice.filed["country"]
    written = next(entry for entry in found if entry.href == "method/")
    assert written.text == ("Rules", "With care."), "a page written by hand has no furniture"
    article = next(entry for entry in found if entry.href == "articles/canada-port-strike-ends/")
    assert "Canada" in article.filed["country"]
    assert article.filed["topic"]


def test_a_text_is_cut_into_sentences_and_the_pages_that_a_long_article_runs_on_to_are_no_results(tmp_path):
    (tmp_path / "data").mkdir()
    article = {
        "page": "articles/dam.md",
        "outlet": None,
        "published": None,
        "language": "en",
        "keywords": [],
        "topics": [],
    }
    article |= {"countries": [], "id": "dam"}
    row = {"page": "articles/dam.md", "anchor": "q-1", "text": "“Mr. Bell fell.”", "byline": "Ida Bell", "role": None}
    row |= {"voice": None, "voice_page": None, "fragments": [[0, 4]]}
    first = row | {"anchor": "q-0"}
    for name, rows in (("articles", [article]), ("quotations", [first, row])):
        (tmp_path / "data" / f"{name}.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in rows))
    content = '<p id="q-{}">Mr. Bell fell. It rained.</p>'
    pages = [
        built_page(f"articles/{name}.md", f"articles/{name}/", "Dam", content.format(number))
        for number, name in enumerate(("dam", "dam/2"))
    ]
    found = list(entries(pages, tmp_path, settings_of(tmp_path)))
    assert [(entry.group, entry.href) for entry in found] == [
        ("article", "articles/dam/"),
        ("quotation", "articles/dam/#q-0"),
        ("quotation", "articles/dam/2/#q-1"),
    ]
    assert found[0].text == ("Mr. Bell fell.", "It rained.")
    assert found[0].also == ("Ida Bell",)


FORMS = (
    ("L’eau monte; l'élève de l’Isère", "eau élève isère"),
    ("Łódź, Ørsted and straße", "lodz orsted"),
    ("大桥一段 and がっこう", "大桥 桥一 一段 段 がっ っこ こう う"),
    ("The O'Brien's dog didn't bark", ""),
    ("d'Or, dell'arte", "or arte"),
    ("ｶﾀﾅ", "カタ タナ ナ"),
    ("İzmir", "izmir"),
    ("الميناء والميناء", "ميناء"),
    ("الله", ""),
)


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_words_are_found_by_what_readers_type(text, expected):
    assert forms([text]) == expected


# ------------------------------------------------------------------ Pagefind


def test_a_record_escapes_what_an_article_says():
    html = record(QUOTATION, "en")
    assert "<b>" not in html
    assert "“We &lt;b&gt;will&lt;/b&gt; &amp; must fill it”" in html
    assert 'content="Grace Kamande, Minister"' in html


PATHS = (
    (QUOTATION.href, "quotation", QUOTATION.date, "quotation/2026-11-03/articles/dam/q-1a2b.html"),
    ("articles/dam.html#q-1", "quotation", None, "quotation/undated/articles/dam.html/q-1.html"),
    ("articles/dam/", "article", None, "article/undated/articles/dam/index.html"),
    ("about.html", "page", None, "page/undated/about.html"),
    ("./", "page", None, "page/undated/index.html"),
)


@pytest.mark.parametrize(("href", "kind", "date", "expected"), PATHS)
def test_the_path_of_a_record_holds_kind_date_and_address(href, kind, date, expected):
    assert record_path(Entry(group=kind, href=href, title="", text=(), date=date)) == expected


def test_the_index_holds_only_what_is_used_and_the_same_words_whatever_the_order(tmp_path, few):
    _, found = few
    index = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        assert write_index(found, tmp_path / name, "en") == len(found)
        index.append(files(tmp_path / name / "pagefind"))
        found = found[::-1]
    # Pagefind writes the values of a facet in no order, so its tables of facets and their names vary.
    words = [{name: data for name, data in made.items() if name.startswith(("fragment/", "index/"))} for made in index]
    assert words[0] == words[1]
    assert len(words[0]) > len(found)
    assert not [name for name in index[0] if "ui" in name or "worker" in name or "highlight" in name]
    assert [name for name in index[0] if name.startswith("wasm")] == ["wasm.en.pagefind"]
    assert "CloudCannon" in index[0]["LICENSE.txt"].decode()
    languages = json.loads(index[0]["pagefind-entry.json"])["languages"]
    assert languages["en-x-quotation"]["page_count"] == sum(entry.group == "quotation" for entry in found)


@pytest.mark.parametrize("asked", [0, 1])
def test_an_index_that_is_no_more_wanted_leaves_what_stands_there(tmp_path, monkeypatch, asked):
    monkeypatch.setattr("topic_briefings.search.index._PAUSE", 0)
    (tmp_path / "pagefind").mkdir()
    (tmp_path / "pagefind" / "words").touch()
    answers = iter([True] * asked)
    page = Entry(group="page", href="about/", title="About", text=("Words.",))
    with pytest.raises(SupersededError):
        write_index([page], tmp_path, "en", lambda: next(answers, False))
    assert files(tmp_path / "pagefind") == {"words": b""}


def test_a_site_without_articles_has_one_index(tmp_path):
    page = Entry(group="page", href="about/", title="About", text=("Words.",))
    write_index([page], tmp_path, "en")
    assert list(json.loads((tmp_path / "pagefind" / "pagefind-entry.json").read_text())["languages"]) == ["en"]


# ------------------------------------------------------------------ offline


def test_a_site_on_a_disk_has_its_entries_in_a_script(tmp_path):
    assert write_entries([ARTICLE, QUOTATION], tmp_path) == 2
    script = (tmp_path / FILE).read_text(encoding="utf-8")
    data = json.loads(script.removeprefix("window.briefingsEntries=").removesuffix(";\n"))
    kind, href, date, _, text, by, source, quoted, also, countries, topics, speakers = data["rows"][1]
    assert (kind, href, date) == ("quotation", QUOTATION.href, "2026-11-03")
    assert (text, by, source) == (QUOTATION.text[0], QUOTATION.by, QUOTATION.source)
    assert (quoted, also) == (0, "")
    assert [data["names"][number] for number in (*topics, *countries, *speakers)] == [
        "Energy",
        "Kenya",
        "Grace Kamande",
    ]


def test_an_offline_build_is_a_folder_of_files_beside_the_site(tmp_path):
    folder = make_site(tmp_path / "site")
    generate(settings_of(folder))
    built = build_site(folder / "mkdocs.yml", offline=True)
    assert built == folder / "site-offline"
    home = (built / "index.html").read_text(encoding="utf-8")
    assert 'href="countries/japan.html"' in home.split("<svg", 2)[2], "the links of the map name files"
    assert "script-src 'self' file: " in home
    assert 'rel="canonical"' not in home
    made = files(built)
    assert "assets/search-offline.js" in made
    assert FILE in made
    for name in ("_headers", "assets/search-online.js", "pagefind/pagefind.js"):
        assert name not in made, name


# ------------------------------------------------------------------ sites without our search


def test_without_pagefind_the_build_says_so_and_the_site_has_no_search_box(tmp_path, monkeypatch, caplog):
    monkeypatch.setattr("topic_briefings.search.site.available", lambda: False)
    folder = make_site(tmp_path / "site")
    generate(settings_of(folder))
    with caplog.at_level("INFO", logger="mkdocs.plugins"):
        built = build_site(folder / "mkdocs.yml")
    assert "the site has no search box" in caplog.text
    page = (built / "index.html").read_text(encoding="utf-8")
    assert "bf-search" not in page
    assert "search.js" not in page
    assert not (built / "pagefind").exists()


def test_a_site_that_asks_for_materials_search_keeps_it(tmp_path):
    folder = make_site(tmp_path / "site")
    config = folder / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("plugins:\n", "plugins:\n  - search\n"), encoding="utf-8"
    )
    generate(settings_of(folder))
    built = build_site(config)
    assert (built / "search" / "search_index.json").exists()
    assert "bf-search" not in (built / "index.html").read_text(encoding="utf-8")
    assert not (built / "pagefind").exists()


# ------------------------------------------------------------------ words that a reader types

TYPED = (
    pytest.param("La lecture de l’étude", "étude", id="behind an article cut short"),
    pytest.param("Der Zug hält in Øresund", "oresund", id="a letter without its stroke: Ø"),
    pytest.param("The tram of Łomża", "lomza", id="a letter without its stroke: Ł"),
    pytest.param("昨天新的港口终于开放了", "港口", id="within a run of Chinese"),
)


@pytest.mark.parametrize(("printed", "typed"), TYPED)
def test_a_word_is_found_as_a_reader_types_it(printed, typed, tmp_path):
    write_index([Entry(group="page", href="about/", title="A page", text=(printed,))], tmp_path, "en")
    index = b"".join(gzip.decompress(file.read_bytes()) for file in sorted(tmp_path.rglob("*.pf_index")))
    assert b"pagefind_dcd" in index
    word = typed.encode()
    assert bytes((0x60 + len(word),)) + word in index, "as a text of CBOR, its length in front"
