"""MkDocs with the plugin: builds bring the pages up to date, and ``mkdocs serve`` follows an edited article."""

import http.client
import json
import re
import signal
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests import forked
from tests.sites import briefings, make_site

DEADLINE = 60  # seconds; only a failure waits so long


@pytest.fixture
def site(tmp_path):
    folder = make_site(tmp_path / "site")
    (folder / "docs").mkdir()
    return folder


def mkdocs(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return forked.run("mkdocs", *arguments, cwd=cwd)


def test_a_build_brings_the_pages_up_to_date(site):
    done = mkdocs("build", "--strict", cwd=site)
    assert done.returncode == 0, done.stderr
    assert (site / "docs" / "articles" / "canada-port-strike-ends.md").exists()
    assert (site / "site" / "articles" / "canada-port-strike-ends" / "index.html").exists()
    assert not (site / "site" / ".briefings.json").exists()


def test_a_left_out_article_is_a_warning(site):
    (site / "seeds" / "empty.md").write_text("")
    done = mkdocs("build", "--strict", cwd=site)
    assert "WARNING -  briefings: seeds/empty.md: " in done.stderr
    assert done.returncode == 1, "a strict build fails"
    assert (site / "site" / "articles" / "canada-port-strike-ends" / "index.html").exists(), "after the rest is built"


def test_a_wrong_option_stops_the_build_with_one_sentence(site):
    config = site / "mkdocs.yml"
    config.write_text(config.read_text().replace("seeds: seeds", "worker: 3"))
    done = mkdocs("build", cwd=site)
    assert done.returncode == 1
    sentence = 'mkdocs.yml: plugins: briefings: "worker" is not an option; did you mean "workers"?'
    assert f"ERROR   -  {sentence}" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_page_edited_by_hand_stops_the_build(site):
    (site / "docs" / "index.md").write_text("# Mine\n")
    done = mkdocs("build", cwd=site)
    assert done.returncode == 1
    assert "ERROR   -  docs/index.md: was written or changed by hand" in done.stderr
    assert (site / "docs" / "index.md").read_text() == "# Mine\n"


def test_a_quotation_of_no_article_stops_the_build(site):
    (site / "docs" / "mine.md").write_text("# Mine\n\n> “I never said that.”\n> {: #q-00000000 .bf-quote }\n")
    done = mkdocs("build", cwd=site)
    assert done.returncode == 1
    assert "ERROR   -  docs/mine.md:3: the quotation q-00000000 stands on no recorded article" in done.stderr
    assert not (site / "site" / "mine").exists()


def test_the_links_of_a_feed_lead_to_pages_where_the_site_has_no_folder_a_page(site):
    config = site / "mkdocs.yml"
    config.write_text(config.read_text() + "\nuse_directory_urls: false\n")
    done = mkdocs("build", cwd=site)
    assert (site / "site" / "articles" / "canada-port-strike-ends.html").exists(), done.stderr
    feed = json.loads((site / "site" / "feeds" / "index.json").read_text())
    links = [item["url"] for item in feed["items"]]
    assert links
    for link in links:
        path = urlsplit(link).path.rpartition("articles/")[2]
        assert (site / "site" / "articles" / path).is_file(), link


# ------------------------------------------------------------------ serving


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def served(site: Path):
    """The port and the log of a running ``mkdocs serve``."""
    port, log = free_port(), site / "serve.log"
    process = forked.start("mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}", cwd=site, out=log, err=log)
    try:
        yield port, log
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def page(port: int, path: str) -> str:
    """What the server gives; nothing while it is not there."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=DEADLINE)
    try:
        connection.request("GET", path)
        return connection.getresponse().read().decode()
    except OSError:
        return ""
    finally:
        connection.close()


def wait_for(words: str, port: int, path: str, log: Path) -> None:
    end = time.monotonic() + DEADLINE
    while words not in page(port, path):
        assert time.monotonic() < end, log.read_text()
        time.sleep(0.1)


def builds(log: Path) -> int:
    return len(re.findall("Building documentation", log.read_text()))


def test_an_edited_article_shows_after_two_rebuilds_at_most(site):
    seed, path = site / "seeds" / "canada-port-strike-ends.txt", "/articles/canada-port-strike-ends/"
    text = seed.read_text()
    with served(site) as (port, log):
        wait_for("port strike", port, path, log)
        for number, edition in enumerate(("One", "Two"), start=1):
            before = builds(log)
            seed.write_text(f"Edition {edition} says {text}")
            wait_for(f"Edition {edition} says", port, path, log)
            time.sleep(1.5)  # room for a rebuild too many; a right program never fails by it
            assert builds(log) - before <= 2, log.read_text()
            assert log.read_text().count("shown ahead of the build: articles/canada-port-strike-ends.md") >= number
            wait_for(f"Edition {edition} says", port, "/countries/canada/", log)
        (site / "seeds" / "new.md").write_text("# A new report\n\nIt is short.\n")
        wait_for("A new report", port, "/articles/new/", log)
        (site / "docs" / "method.md").write_text("# How we work\n")
        wait_for("How we work", port, "/method/", log)
    assert "WARNING" not in re.sub(r".*code 404.*", "", log.read_text())


@pytest.mark.parametrize("name", ["seeds/corrections.yml", "desk/word.yml"])
def test_the_server_follows_the_corrections_and_gives_them_to_copy(site, name):
    path, file = "/articles/canada-port-strike-ends/", site / name
    file.parent.mkdir(exist_ok=True)
    if "seeds" not in name:
        config = site / "mkdocs.yml"
        config.write_text(
            config.read_text().replace("      seeds: seeds\n", f"      seeds: seeds\n      corrections: {name}\n")
        )
    file.write_text("# nothing yet\n")
    entry = "- article: canada-port-strike-ends\n  headline: {}\n  date: 2026-11-28\n"
    with served(site) as (port, log):
        wait_for("correct this", port, path, log)
        file.write_text(entry.format("The strike ends at last"))
        wait_for("headline set by the editor, 28 November 2026", port, path, log)
        assert "The strike ends at last" in page(port, path)
        file.write_text(entry.format("It ends"))
        wait_for("It ends", port, path, log)


def git(*arguments: str, cwd: Path) -> str:
    command = ["git", "-c", "user.name=Editor", "-c", "user.email=editor@example.org", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own


def committed(site: Path) -> None:
    """The site as an edition that is recorded and committed, with what only belongs to the test left out."""
    assert briefings("generate", cwd=site).returncode == 0
    git("init", "--quiet", cwd=site)
    (site / ".git" / "info" / "exclude").write_text("serve.log\n/site/\n")
    git("add", "--all", cwd=site)
    git("commit", "--quiet", "--message", "An edition", cwd=site)


def test_serving_an_edit_and_its_undoing_changes_no_file(site):
    committed(site)
    seed, path = site / "seeds" / "canada-port-strike-ends.txt", "/articles/canada-port-strike-ends/"
    newer, text = site / "seeds" / "newer.md", seed.read_text()
    with served(site) as (port, log):
        wait_for("port strike", port, path, log)
        seed.write_text(f"An edit says {text}")
        wait_for("An edit says", port, path, log)
        newer.write_text("---\ntitle: Kenya votes\ndate: 2030-01-02\n---\nKenya voted.\n\n“We won,” Ann Reyes said.\n")
        wait_for("1 new article", port, "/", log)
        assert "docs/data/edition.jsonl" not in git("status", "--porcelain", cwd=site), "serving makes no history"
        newer.unlink()
        seed.write_text(text)
        end = time.monotonic() + DEADLINE
        while git("status", "--porcelain", cwd=site) and time.monotonic() < end:
            time.sleep(0.2)
        assert git("status", "--porcelain", cwd=site) == "", log.read_text()


def test_no_address_of_the_site_is_written_into_its_pages(site):
    committed(site)
    config = site / "mkdocs.yml"
    config.write_text(config.read_text().replace("!ENV SITE_URL", "https://example.org/press/"))
    assert mkdocs("build", "--strict", cwd=site).returncode == 0
    assert git("status", "--porcelain", cwd=site) == " M mkdocs.yml\n"
    feed = (site / "site" / "feeds" / "index.xml").read_text()
    assert 'href="https://example.org/press/articles/canada-port-strike-ends/"' in feed
    article = (site / "site" / "articles" / "canada-port-strike-ends" / "index.html").read_text()
    assert '"url":"https://example.org/press/articles/canada-port-strike-ends/#q-' in article


def test_a_build_of_a_folder_without_history_makes_none(site):
    assert mkdocs("build", "--strict", cwd=site).returncode == 0
    assert not (site / "docs" / "data" / "edition.jsonl").exists()
    assert briefings("generate", cwd=site).returncode == 0
    assert (site / "docs" / "data" / "edition.jsonl").exists()
    assert briefings("generate", "--check", cwd=site).returncode == 0


def test_where_pages_are_files_every_link_leads_to_one(site):
    config = site / "mkdocs.yml"
    config.write_text(f"use_directory_urls: false\n{config.read_text()}")
    assert mkdocs("build", "--strict", cwd=site).returncode == 0
    root = site / "site"
    for file in (*root.rglob("*.html"), *root.rglob("feeds/**/*.xml"), *root.rglob("feeds/**/*.json")):
        for link in re.findall(r'(?:href|url)"?[=:] ?"([^"#:?]+)["#?]', file.read_text()):
            assert Path(f"{root if link[0] == '/' else file.parent}/{link}").is_file(), (
                f"{file.relative_to(root)}: {link}"
            )


def test_a_site_to_open_from_a_disk_is_verified_as_it_stands_there(site):
    done = briefings("build", "--offline", cwd=site)
    assert done.returncode == 0, done.stderr
    page = site / "site-offline" / "articles" / "canada-port-strike-ends.html"
    page.write_text(page.read_text().replace("Nobody got a parade", "Nobody got a charade"))
    assert "charade" in briefings("verify", "--site", "site-offline", cwd=site).stdout


def test_the_whole_page_speaks_the_language_of_the_site(site):
    config = site / "mkdocs.yml"
    config.write_text(config.read_text().replace("site_language: en", "site_language: de"))
    done = mkdocs("build", "--strict", cwd=site)
    assert done.returncode == 0, done.stderr
    page = (site / "site" / "index.html").read_text()
    assert '<html lang="de"' in page
    assert "Zum Inhalt" in page


# ------------------------------------------------------------------ what is brought along, and who wins

TWO_LINES = "site_name: My desk\nplugins: [briefings]\n"


def built(site: Path, config: str) -> str:
    """The home page of the site that ``config`` makes."""
    (site / "mkdocs.yml").write_text(config)
    done = mkdocs("build", "--strict", cwd=site)
    assert done.returncode == 0, done.stderr
    return (site / "site" / "index.html").read_text()


def test_two_lines_make_the_whole_site(site):
    home = built(site, TWO_LINES)
    assert [link.strip() for link in re.findall(r'md-tabs__link">([^<]*)<', home)] == [
        *("Home", "Countries", "Topics", "Voices", "Articles", "About")
    ]
    assert "fonts.googleapis.com" not in home
    assert home.count('data-md-color-primary="custom"') == 2, "light and dark"
    for brought in ("assets/briefings.css", "assets/pictures.css", "assets/quotations.js"):
        assert home.count(brought) == 1
        assert (site / "site" / brought).is_file()
    assert '<section class="bf-' in home or '<div class="bf-' in home, "md_in_html and attr_list are there"
    assert "Page not found" not in (site / "site" / "404.html").read_text()


OWNERS = """\
site_name: My desk
theme:
  name: material
  language: de
  custom_dir: overrides
  features: [navigation.sections]
  palette:
    primary: teal
nav:
  - Start: index.md
  - Method: method.md
extra_css: [mine.css]
markdown_extensions:
  - smarty
  - pymdownx.smartsymbols
  - abbr
  - toc:
      permalink: true
plugins: [briefings]
"""


def test_what_the_owner_has_chosen_wins(tmp_path):
    site = make_site(tmp_path / "site", ("japan-reactor-restart-fukui-assembly.md",))
    (site / "docs").mkdir()
    (site / "overrides").mkdir()
    (site / "overrides" / "404.html").write_text("<p>Mine</p>")
    (site / "overrides" / "main.html").write_text('{% extends "base.html" %}{% block announce %}News{% endblock %}')
    (site / "docs" / "method.md").write_text('# How\n\n## Why "so" (c)\n\nIt is...\n')
    (site / "docs" / "mine.css").write_text("h1 { color: red }\n")
    home = built(site, OWNERS)
    assert '<html lang="de"' in home
    assert "Länder" in home, "our labels follow the theme's language"
    assert 'data-md-color-primary="teal"' in home
    assert home.index("assets/briefings.css") < home.index("mine.css"), "the owner's styles have the last word"
    assert "md-tabs" not in home.partition("</header>")[2].partition("<main")[0]
    assert "News" in home
    assert "Mine" in (site / "site" / "404.html").read_text()
    method = (site / "site" / "method" / "index.html").read_text()
    assert "headerlink" in method
    assert "&ldquo;so&rdquo; &copy;" in method
    assert "It is&hellip;" in method


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_another_theme_has_the_search_and_says_the_same(site, theme):
    (site / "mkdocs.yml").write_text(f"{TWO_LINES}theme: {theme}\n")
    done = briefings("build", cwd=site)
    assert done.returncode == 0, done.stderr
    for page in ("index.html", "articles/canada-port-strike-ends/index.html", "404.html"):
        html = (site / "site" / page).read_text()
        assert html.count('id="bf-search"') == 1
        assert "data-bf-open-search" in html
    assert "There is no such page" in html


def test_no_extension_of_the_owner_alters_a_quotation(site):
    (site / "seeds" / "quoted.md").write_text(
        "---\ntitle: Rates\n---\nThe bank waits.\n\n"
        '"It\'s 1/2 ... (c) of www.example.com -- or 1st, maybe," Ann Reyes said.\n'
    )
    built(site, TWO_LINES)
    page = "articles/quoted/index.html"
    content = (site / "site" / page).read_text().partition("<article")[2]
    assert "1/2 ... (c) of www.example.com" in content
    extensions = "".join(f"  - {name}\n" for name in ("smarty", "pymdownx.smartsymbols", "pymdownx.magiclink", "nl2br"))
    built(site, f"{TWO_LINES}markdown_extensions:\n{extensions}")
    assert (site / "site" / page).read_text().partition("<article")[2] == content


def test_a_script_of_a_page_by_hand_is_run_only_where_it_is_listed(site):
    (site / "docs" / "own.js").write_text("own()")
    page = site / "docs" / "method.md"
    page.write_text('# How we work\n\n<script src="../own.js"></script>\n')
    everywhere = "site_name: My desk\nplugins:\n  - briefings:\n      policy: all\n"
    (site / "mkdocs.yml").write_text(everywhere)
    done = briefings("build", cwd=site)
    assert done.returncode == 2
    assert "method.md: a script on this page is not the theme's and not in a file that" in done.stderr
    built(site, f"{everywhere}extra_javascript: [own.js]\n")
    assert '<script src="../own.js"></script>' in (site / "site" / "method" / "index.html").read_text()
    page.write_text("# How we work\n\n<script>own()</script>\n")
    assert "so it is not run" in briefings("build", cwd=site).stderr


@pytest.mark.parametrize(("chosen", "ours", "owners"), [("ours", 1, 0), ("all", 1, 1), ("none", 0, 0)])
def test_the_policy_is_for_our_pages_and_the_owners_on_request(site, chosen, ours, owners):
    (site / "docs" / "method.md").write_text("# How we work\n")
    home = built(site, f"site_name: My desk\nplugins:\n  - briefings:\n      policy: {chosen}\n")
    assert home.count("Content-Security-Policy") == ours
    assert (site / "site" / "method" / "index.html").read_text().count("Content-Security-Policy") == owners
    headers = site / "site" / "_headers"
    assert headers.exists() == bool(ours)
    assert "How we work" in home, "a page of the owner's is in the navigation"
    if ours:
        assert ("\n/*\n" in headers.read_text()) == bool(owners)
