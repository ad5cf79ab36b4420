"""A page opens at once on a slow line too: an article with hundreds of quotations runs on to further pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.sites import make_site
from topic_briefings.build import generate, verify
from topic_briefings.finishing.margins import without_margins
from topic_briefings.mkdocs_edge.building import build_site
from topic_briefings.mkdocs_edge.options import load_settings

MOST = 40_000
SPEAKERS = ("Mirela Okafor", "Tomasz Lindqvist", "Jun Castellanos", "Edda Varga", "Ravi Brandt")
SAID = 300
URL = "https://example.org/politics/2026/11/debate-on-the-river-port-of-cotonou-goes-on.html"


def heavy() -> str:
    """An invented article in which five people speak by turns, sixty times each."""
    lines = ["---", "title: Debate on the river port of Cotonou", f"url: {URL}", "outlet: Harbour Sample", "---", ""]
    for number in range(SAID):
        name = SPEAKERS[number % len(SPEAKERS)]
        lines += [
            f"“The port of Benin saw {number + 100} ships last year, and quay {number} was never dredged for one,” "
            f"{name} said. {name.split()[1]} added that the ministry would buy {number + 2} cranes in Ghana.",
            "",
        ]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of that article, at a long address, as a page is heaviest."""
    folder = make_site(tmp_path_factory.mktemp("heavy") / "site", ())
    (folder / "seeds" / "debate.md").write_text(heavy(), encoding="utf-8")
    config = folder / "mkdocs.yml"
    address = "https://example.org/a/long/way/to/briefings/"
    config.write_text(config.read_text(encoding="utf-8").replace("!ENV SITE_URL", address), encoding="utf-8")
    generate(load_settings(config))
    build_site(folder / "mkdocs.yml")
    return folder


def test_no_page_of_a_heavy_article_is_heavy(site: Path) -> None:
    pages = sorted((site / "site" / "articles" / "debate").rglob("index.html"))
    assert len(pages) > 2
    assert max(page.stat().st_size for page in pages) <= MOST


def test_each_of_its_quotations_stands_on_one_of_its_pages(site: Path) -> None:
    first = (site / "docs" / "articles" / "debate.md").read_text(encoding="utf-8")
    further = sorted((site / "docs" / "articles" / "debate").glob("*.md"))
    assert "the others on page" in first
    assert all(f"(debate/{page.name})" in first for page in further)

    anchors = [found for page in (first, *(p.read_text(encoding="utf-8") for p in further)) for found in _quoted(page)]
    assert len(anchors) == len(set(anchors)) == SAID


def test_what_runs_on_is_verified_too(site: Path) -> None:
    assert verify(load_settings(site / "mkdocs.yml")).problems == ()

    page = site / "docs" / "articles" / "debate" / "2.md"
    before = page.read_text(encoding="utf-8")
    page.write_text(before.replace("was never dredged", "was always dredged", 1), encoding="utf-8")
    found = [str(problem) for problem in verify(load_settings(site / "mkdocs.yml")).problems]
    page.write_text(before, encoding="utf-8")
    assert any("articles/debate/2.md" in problem and "always" in problem for problem in found)


def test_a_briefing_leads_to_the_page_on_which_a_quotation_stands(site: Path) -> None:
    folder = site / "docs" / "articles"
    briefings = "".join(p.read_text(encoding="utf-8") for p in (site / "docs" / "countries").rglob("*.md"))
    links = set(re.findall(r"articles/(debate(?:/[0-9]+)?\.md)#(q-[0-9a-f-]+)", briefings))
    assert links
    assert all(f"{{: #{anchor} " in (folder / page).read_text(encoding="utf-8") for page, anchor in links)


def test_white_space_that_means_something_stays() -> None:
    kept = "<pre>a\n\n  b</pre><script>\n  1\n</script><textarea>\n x</textarea>"
    assert without_margins(f"<p>\n\n   a\n   b </p>\n  {kept}\n\n") == f"<p>\na\n   b </p>\n{kept}\n"


def _quoted(markdown: str) -> list[str]:
    return re.findall(r"\{: #(q-[0-9a-f-]+) \.bf-(?:quote|partial)", markdown.partition("bf-reported")[0])
