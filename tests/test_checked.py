"""A page is not checked again while it and all that its check rests on are as they were; the verdict is the same."""

import json
import random
import shutil
from dataclasses import replace
from hashlib import sha256

import pytest
from click.testing import CliRunner

from tests.sites import FEW, SAMPLES, make_site, settings_of
from topic_briefings.build import generate
from topic_briefings.cli import main
from topic_briefings.mkdocs_edge import remembering
from topic_briefings.store import articles, checks
from topic_briefings.store.checks import WITNESS, Checked, remembered
from topic_briefings.store.rows import opened
from topic_briefings.verifying import Verification, examining, verify
from topic_briefings.verifying.asking import Answers, Asking
from topic_briefings.verifying.page import PageCheck
from topic_briefings.writing.manifest import MANIFEST, read_manifest

PORT = "canada-port-strike-ends.txt"
PAGE = "articles/canada-port-strike-ends.md"
OTHERS = {"countries/japan.md", "topics/politics.md"}


@pytest.fixture
def site(tmp_path):
    folder = make_site(tmp_path / "site")
    generate(settings_of(folder))
    return folder


@pytest.fixture
def checked(monkeypatch):
    """The pages that are checked."""
    found = []
    page = examining.Examination._page

    def noted(self, path, seen, report, *, built=False):
        found.append(path)
        return page(self, path, seen, report, built=built)

    monkeypatch.setattr(examining.Examination, "_page", noted)
    return found


def from_memory(settings):
    with remembered(settings, Checked.PAGES) as memory:
        return Verification(settings, memory=memory).run()


def alter(site, path, content):
    """Put ``content`` into the file at ``path``, and into the manifest that it was generated so."""
    file, manifest = site / "docs" / path, site / "docs" / MANIFEST
    told = manifest.read_text("utf-8").replace(sha256(file.read_bytes()).hexdigest(), sha256(content).hexdigest())
    file.write_bytes(content)
    manifest.write_text(told, "utf-8")


def forge(site):
    """Another word on the page of an article; gives the page's path below the site's folder."""
    content = (site / "docs" / PAGE).read_bytes()
    alter(site, PAGE, content.replace("“".encode(), "“Never: ".encode(), 1))
    return f"docs/{PAGE}"


def say(site, number):
    """Change an article: somebody says more."""
    file = site / "seeds" / PORT
    file.write_text(
        file.read_text("utf-8") + f"\n\n“The crane numbered {number} is idle,” said Ada Lindholm.\n", "utf-8"
    )


# ------------------------------------------------------------------ what is not checked again


def test_nothing_is_checked_twice(site, checked):
    first = from_memory(settings_of(site))
    assert len(checked) == first.pages > 20
    checked.clear()
    assert from_memory(settings_of(site)) == first
    assert checked == []


def test_after_one_change_the_pages_that_rest_on_it_are_checked(site, checked):
    before = from_memory(settings_of(site))
    say(site, 1)
    generate(settings_of(site))
    checked.clear()
    assert from_memory(settings_of(site)).quotations == before.quotations + 1
    assert PAGE in checked
    assert OTHERS.isdisjoint(checked)


def test_the_command_checks_all(site, checked, monkeypatch):
    from_memory(settings_of(site))
    checked.clear()
    monkeypatch.chdir(site)
    assert CliRunner().invoke(main, ["verify"]).exit_code == 0
    assert PAGE in checked


def test_another_language_of_the_site_is_another_check(site, checked):
    from_memory(settings_of(site))
    checked.clear()
    german = settings_of(site, site_language="de")
    found = from_memory(german)
    assert PAGE in checked
    assert found == verify(german)


# ------------------------------------------------------------------ the same verdict


def edits(site, rng):
    """Something that a person, a program or an edition may do to a site, at random, on and on."""
    kept = {}
    while True:
        path = rng.choice(sorted(read_manifest(site / "docs")))
        content = (site / "docs" / path).read_bytes()
        lines = content.split(b"\n")
        at = rng.randrange(len(lines))
        words = lines[at].split(b" ")
        what = rng.choice(("word", "word", "word", "line", "undo", "undo", "article", "taken", "back", "headline"))
        if what == "word":
            words[rng.randrange(len(words))] = rng.choice(
                (b"never", "“7,” she said".encode(), b"Japan", words[0][::-1])
            )
            kept.setdefault(path, content)
            alter(site, path, b"\n".join([*lines[:at], b" ".join(words), *lines[at + 1 :]]))
        elif what == "line":
            kept.setdefault(path, content)
            alter(site, path, b"\n".join(lines[:at] + lines[at + 1 :]))
        elif what == "undo" and kept:
            other = rng.choice(sorted(kept))
            alter(site, other, kept.pop(other))
        elif what in ("article", "taken", "back", "headline"):
            for other in sorted(kept):
                alter(site, other, kept.pop(other))
            edition(site, what, rng.randrange(100))
        yield what


def edition(site, what, number):
    """Another edition, of an article more or less or of other words."""
    seeds = site / "seeds"
    if what == "article":
        say(site, number) if (seeds / PORT).exists() else None
    elif what == "headline":
        file = seeds / "japan-pacific-energy-meeting-opens.md"
        file.write_text(file.read_text("utf-8").replace("title: ", f"title: {number} ", 1), "utf-8")
    elif what == "taken":
        (seeds / PORT).unlink(missing_ok=True)
    else:
        shutil.copyfile(SAMPLES / PORT, seeds / PORT)
    generate(settings_of(site))


@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_found_is_what_a_whole_check_finds(site, seed):
    settings, found = settings_of(site), 0
    from_memory(settings)
    rng = random.Random(seed)  # noqa: S311 - no secret
    for _, what in zip(range(30), edits(site, rng), strict=False):
        right = verify(settings)
        found += bool(right.problems)
        assert from_memory(settings) == right, what
    assert found > 5


# ------------------------------------------------------------------ what is not trusted


def believing(site, monkeypatch):
    """Note of a forged site that all of it is right, as no check here would, and show that this is believed here."""
    check = PageCheck.check

    def silent(self):
        self.report = lambda *_: None
        return check(self)

    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(PageCheck, "check", silent)
        from_memory(settings_of(site))
    assert from_memory(settings_of(site)).problems == ()


def copied(site):
    return shutil.copytree(site, site.with_name("copy"), copy_function=shutil.copy2)


def moved(site):
    return site.rename(site.with_name("moved"))


def put_back(site):
    """A copy in the place of the site itself, as a cache is restored: all is where it was, and as old as it was."""
    copy = copied(site)
    shutil.rmtree(site)
    return shutil.copytree(copy, site, copy_function=shutil.copy2)


@pytest.mark.parametrize("elsewhere", [copied, moved, put_back])
def test_a_forged_page_is_found_where_the_cache_was_made_elsewhere(site, monkeypatch, elsewhere):
    forged = forge(site)
    believing(site, monkeypatch)
    assert any(problem.file == forged for problem in verify(settings_of(site)).problems)
    assert any(problem.file == forged for problem in from_memory(settings_of(elsewhere(site))).problems)


def test_nothing_is_believed_beside_packages_that_add_to_this_one(site, monkeypatch):
    forged = forge(site)
    believing(site, monkeypatch)
    monkeypatch.setattr(checks, "installed", lambda: "topic_briefings.readers .x theirs:read theirs 1.0\n")
    with remembered(settings_of(site), Checked.PAGES) as memory:
        assert memory is None
    assert any(problem.file == forged for problem in from_memory(settings_of(site)).problems)


@pytest.mark.parametrize("gone", [".cache", f".cache/briefings/{WITNESS}"])
def test_a_forged_page_is_found_where_the_cache_is_missing(site, monkeypatch, gone):
    forged = forge(site)
    believing(site, monkeypatch)
    shutil.rmtree(site / gone) if (site / gone).is_dir() else (site / gone).unlink()
    assert any(problem.file == forged for problem in from_memory(settings_of(site)).problems)


@pytest.mark.parametrize("row", ["", "{", "[]", "7", '{"key": 1}', '{"key": null, "answers": null, "asked": {}}'])
def test_a_row_of_another_make_is_none(site, row):
    forged = forge(site)
    with opened(settings_of(site).cache, Checked.PAGES) as rows:
        rows.put([(PAGE, row)])
    assert any(problem.file == forged for problem in from_memory(settings_of(site)).problems)


def test_what_a_page_does_not_ask_for_by_name_is_asked_anew_each_time():
    asking = Asking()
    table = Answers(asking, "words", {"a": 1})
    for question in (lambda: table.get("a"), lambda: "b" in table):
        with asking.listening() as asked:
            question()
        assert asking.digest(asked)
    for question in (lambda: [*table], table.values, lambda: len(table), table.items, table.keys):
        with asking.listening() as asked:
            question()
        assert asking.digest(asked) is None


# ------------------------------------------------------------------ the command


@pytest.fixture
def built(tmp_path, monkeypatch):
    """A site that the command has built."""
    folder = make_site(tmp_path / "site", FEW)
    monkeypatch.chdir(folder)
    assert CliRunner().invoke(main, ["build"]).exit_code == 0
    return folder


def test_a_build_after_one_change_checks_what_changed(built, checked):
    checked.clear()
    say(built, 1)
    assert CliRunner().invoke(main, ["build"]).exit_code == 0
    assert checked.count(PAGE) == 2, "once before it is written, and once as it was built"
    assert OTHERS.isdisjoint(checked)


def test_a_page_that_was_forged_in_the_cache_is_not_published(built):
    with opened(settings_of(built).cache, "built") as rows:
        kept = [(key, rows.get(key)) for (key,) in rows._run("SELECT key FROM built")]
        for key, told in kept:
            page = remembering._loaded(told)
            done = replace(page.done, html=page.done.html.replace("“", "“Never: ", 1))
            rows.put([(key, remembering._dumped(replace(page, done=done)))])
    say(built, 1)
    result = CliRunner().invoke(main, ["build"])
    assert result.exit_code == 1
    assert "Never: " in result.stderr
    assert "Never: " not in (built / "site" / "articles" / "canada-port-strike-ends" / "index.html").read_text("utf-8")


def test_what_is_kept_of_a_check_is_plain_text(site):
    from_memory(settings_of(site))
    with opened(settings_of(site).cache, Checked.PAGES) as rows:
        told = json.loads(rows.get(PAGE))
    assert told["pages"] == 1
    assert told["shown"] == len({anchor for _, anchor in told["quotations"]}) > 0


# ------------------------------------------------------------------ the articles


@pytest.fixture
def read(monkeypatch):
    """The files that are read."""
    found = []
    reader = articles.articles_in

    def noted(file):
        found.append(file.path.name)
        return reader(file)

    monkeypatch.setattr(articles, "articles_in", noted)
    return found


def test_an_article_that_was_read_here_is_not_read_again(site, read):
    from_memory(settings_of(site))
    assert PORT in read
    read.clear()
    from_memory(settings_of(site))
    assert read == []
    say(site, 1)
    assert any(problem.file == f"seeds/{PORT}" for problem in from_memory(settings_of(site)).problems)
    assert read == [PORT]


@pytest.mark.parametrize("elsewhere", [copied, moved, put_back])
def test_an_article_that_was_read_elsewhere_is_read_again(site, read, elsewhere):
    before = from_memory(settings_of(site))
    read.clear()
    assert from_memory(settings_of(site)) == before
    assert read == []
    there = elsewhere(site)
    assert from_memory(settings_of(there)) == before
    assert PORT in read
