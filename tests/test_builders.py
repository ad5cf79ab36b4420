"""The same ``docs/`` under every builder: each page is built, and ``briefings finish`` gives the site all it needs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests import forked
from tests.sites import ROOT, briefings, files, make_site
from topic_briefings.build import generate
from topic_briefings.mkdocs_edge.options import load_settings

BUILDERS = ("mkdocs", "properdocs", "zensical")
HOME = "https://example.org/press/"
HARBOUR = "articles/canada-port-strike-ends"


def plain_configuration() -> str:
    """What the README says that a builder without the plugin needs."""
    text = (ROOT / "README.md").read_text(encoding="utf-8").split("## Builders", 1)[1]
    return text.split("```yaml\n", 1)[1].split("```", 1)[0]


def built(folder: Path, builder: str) -> Path:
    """The site that ``builder`` makes of three articles' pages, without the plugin and without the articles."""
    made = make_site(folder / "site")
    (made / "mkdocs.yml").write_text(plain_configuration(), encoding="utf-8")
    generate(load_settings(made / "mkdocs.yml"))
    done = forked.run(builder, "build", "--strict", cwd=made)
    assert done.returncode == 0, done.stdout + done.stderr
    return made


@pytest.fixture(scope="module", params=BUILDERS)
def finished(request, tmp_path_factory):
    made = built(tmp_path_factory.mktemp(request.param), request.param)
    done = briefings("finish", "site", "--site-url", HOME, cwd=made)
    assert done.returncode == 0, done.stderr
    assert re.search(r"the search finds \d\d entries", done.stdout)
    return made


def test_every_page_is_built_and_finished(finished):
    for page in (finished / "docs").rglob("*.md"):
        path = page.relative_to(finished / "docs").with_suffix("")
        html = (finished / "site" / (path.parent if path.name == "index" else path) / "index.html").read_text()
        for once in ("Content-Security-Policy", 'id="bf-search"', "assets/briefings.css", "assets/quotations.js"):
            assert html.count(once) == 1, f"{path}: {once}"
        assert "data-bf-open-search" in html.partition("</header>")[0], path
        assert 'property="og:title"' in html
    assert not (finished / "site" / ".briefings.json").exists()


def test_every_page_has_its_quotations_and_articles_as_json_beside_it(finished):
    rows = [json.loads(line) for line in (finished / "docs" / "data" / "quotations.jsonl").read_text().splitlines()]
    for page in (finished / "docs").rglob("*.md"):
        path = page.relative_to(finished / "docs")
        folder = finished / "site" / (path.parent if path.stem == "index" else path.with_suffix(""))
        told = json.loads((folder / "index.json").read_text())
        html = (folder / "index.html").read_text()
        assert html.count('type="application/json" href="index.json"') == 1
        assert told["page"] == path.as_posix()
        assert told["address"].startswith(HOME)
        assert {row["anchor"] for row in told["quotations"]} == {row["anchor"] for row in rows if row["anchor"] in html}
        assert all(row in rows for row in told["quotations"])
        assert {row["article"] for row in told["quotations"]} <= {source["id"] for source in told["articles"]}


def test_the_json_of_an_article_has_all_that_was_found_in_it(finished):
    told = json.loads((finished / "site" / HARBOUR / "index.json").read_text())
    assert told["articles"][0]["page"] == f"{HARBOUR}.md"
    assert {"countries", "topics", "keywords", "digest"} <= set(told["article"])
    assert told["quotations"]


def test_addresses_are_whole(finished):
    article = (finished / "site" / HARBOUR / "index.html").read_text()
    assert f'<link rel="canonical" href="{HOME}{HARBOUR}/">' in article
    assert f'"url":"{HOME}{HARBOUR}/#q-' in article
    feed = json.loads((finished / "site" / "feeds" / "index.json").read_text())
    assert f"{HOME}{HARBOUR}/" in [item["url"] for item in feed["items"]]
    home = (finished / "site" / "index.html").read_text()
    assert re.search(
        r'<link rel="alternate feed" type="application/atom\+xml" title="[^"]*" href="feeds/index.xml">', home
    )


def test_an_address_that_leads_nowhere_has_a_page_with_ways_out(finished):
    missing = (finished / "site" / "404.html").read_text()
    assert missing.count("There is no such page") == 1
    assert 'href="/press/articles/"' in missing
    assert not re.search(r'(?:href|src)="(?![a-z]+:|[/#])', missing), "a host shows it at any depth"


def test_finishing_again_changes_no_page(finished):
    before = {path: html for path, html in files(finished / "site").items() if not path.startswith("pagefind/")}
    assert briefings("finish", "site", "--site-url", HOME, cwd=finished).returncode == 0
    after = {path: html for path, html in files(finished / "site").items() if not path.startswith("pagefind/")}
    assert before == after


def test_the_words_of_a_quotation_are_the_same_under_every_builder(finished):
    markdown = (finished / "docs" / f"{HARBOUR}.md").read_text()
    said = re.search(r'<script type="application/ld\+json">(.*?)</script>', markdown)
    quoted = [part["text"] for part in json.loads(said[1])["@graph"] if part["@type"] == "Quotation"]
    html = (finished / "site" / HARBOUR / "index.html").read_text()
    text = re.sub(r"<[^>]*>", "", html.partition("<article")[2])
    assert quoted
    assert all(fragment in text for words in quoted for fragment in words.split(" … "))


def test_a_word_that_the_builder_altered_is_found(tmp_path):
    made = built(tmp_path, "zensical")
    page = made / "site" / HARBOUR / "index.html"
    page.write_text(page.read_text().replace("Nobody got a parade", "Nobody got a charade"))
    done = briefings("finish", "site", cwd=made)
    assert done.returncode == 1
    assert f"site/{HARBOUR}/index.html:" in done.stderr
    assert "charade" in done.stderr


def test_a_folder_that_no_page_was_built_in_is_refused_by_name(tmp_path):
    made = make_site(tmp_path / "site", ())
    (made / "out").mkdir()
    done = briefings("finish", "out", cwd=made)
    assert done.returncode == 2
    assert (
        done.stderr == "out: no page of docs/ was built here; build the site first, or name the folder that it is in\n"
    )


def test_a_site_without_a_page_for_what_is_missing_gets_one(tmp_path):
    made = built(tmp_path, "zensical")
    (made / "site" / "404.html").unlink()
    assert briefings("finish", "site", "--site-url", HOME, cwd=made).returncode == 0
    missing = (made / "site" / "404.html").read_text()
    assert "<title>There is no such page - " in missing
    assert missing.count('id="bf-search"') == 1
    assert not re.search(r'(?:href|src)="(?![a-z]+:|[/#])', missing)
