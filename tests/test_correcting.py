"""“Correct this” stands beside what a served page says, gives an entry that can be pasted, and is in no build."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from lxml import html
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.sites import files, make_site
from topic_briefings.corrections.reading import parse
from topic_briefings.mkdocs_edge.correcting import Correcting
from topic_briefings.mkdocs_edge.read import Read
from topic_briefings.pages.machine.data import VOICES
from topic_briefings.writing.manifest import MANIFEST

ARTICLE = "articles/japan-reactor-restart-fukui-assembly/index.html"


def made(place: Path, command: str) -> Path:
    (place / "docs").mkdir(exist_ok=True)
    config = load_config(str(place / "mkdocs.yml"), site_dir=str(place / command))
    config.plugins.on_startup(command=command, dirty=False)
    build(config)
    config.plugins.on_shutdown()
    return place / command


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = make_site(tmp_path_factory.mktemp("correcting") / "place")
    made(folder, "build")
    (folder / "before").mkdir()
    for name, content in files(folder / "docs").items():
        (folder / "before" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "before" / name).write_bytes(content)
    made(folder, "serve")
    made(folder, "build")  # MkDocs keeps the plugin that has just served
    return folder


def proposed(page: str) -> list[str]:
    return [unescape(found) for found in re.findall(r'class="bf-propose">.*?<pre>(.*?)</pre>', page, re.DOTALL)]


def test_a_site_that_is_built_has_none_of_it(place):
    site = files(place / "build")
    assert ARTICLE in site
    for name, content in site.items():
        assert b"bf-propose" not in content, name


def test_the_pages_on_disk_have_none_of_it(place):
    assert files(place / "docs") == files(place / "before")
    assert MANIFEST in files(place / "docs")


def test_each_quotation_voice_country_and_topic_has_it(place):
    page = (place / "serve" / ARTICLE).read_text(encoding="utf-8")
    root = html.fromstring(page)
    entries = [parse(text)[0] for text in proposed(page)]
    kinds = [entry.kind for entry in entries]
    quotations = root.xpath("//*[starts-with(@id, 'q-')]")
    assert kinds.count("speaker") == len(quotations) > 2
    assert kinds.count("country") == len(root.xpath("//h2[@id='where']/following-sibling::ul[1]/li"))
    assert kinds.count("topic") == len(root.xpath("//h2[@id='about']/following-sibling::ul[1]/li")) > 0
    assert kinds.count("name") > 0
    assert {entry.article for entry in entries if entry.kind != "name"} == {"japan-reactor-restart-fukui-assembly"}


def test_a_quotation_stays_what_it_is(place):
    def words(page: Path) -> list[str]:
        root = html.fromstring(page.read_text(encoding="utf-8"))
        return [" ".join(one.text_content().split()) for one in root.xpath("//blockquote")]

    assert words(place / "serve" / ARTICLE) == words(place / "build" / ARTICLE) != []


def test_what_a_page_shows_is_worked_out_again_only_where_its_text_or_an_entry_differs(tmp_path, monkeypatch):
    voices, page = tmp_path / VOICES, tmp_path / "ada.md"
    voices.parent.mkdir(parents=True)

    def shown(name: str, read: Read) -> str:
        voices.write_text(f'{{"page": "voices/ada.md", "name": "{name}"}}\n', "utf-8")
        return read.digest("voices/ada.md", str(page), Correcting(tmp_path, "correct this"))

    page.write_text("# Ada Lindholm\n", "utf-8")
    read, worked_out = Read(), []
    original = Correcting.page
    monkeypatch.setattr(Correcting, "page", lambda *given: worked_out.append(given) or original(*given))
    first = shown("Ada Lindholm", read)
    assert shown("Ada Lindholm", read) == first
    assert len(worked_out) == 1
    other = shown("Ada Lindqvist", read)
    assert other != first
    assert other == shown("Ada Lindqvist", Read())
    page.write_text("# Ada Lindqvist, harbour master\n", "utf-8")
    assert shown("Ada Lindqvist", read) not in (first, other)
    assert read.digest("voices/ada.md", str(page), None) == Read().digest("voices/ada.md", str(page), None)
