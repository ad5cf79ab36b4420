"""A built page is not held against its Markdown again while both are as they were when it was, on this disk."""

import shutil
from dataclasses import replace
from hashlib import sha256

import pytest
from click.testing import CliRunner

from tests.sites import make_site, settings_of
from topic_briefings.build import generate
from topic_briefings.cli import main
from topic_briefings.errors import AlteredError
from topic_briefings.mkdocs_edge import remembering
from topic_briefings.mkdocs_edge.building import build_site
from topic_briefings.pages.machine.data import ARTICLES, QUOTATIONS, VOICES
from topic_briefings.store import articles, checks
from topic_briefings.store.checks import WITNESS, remembered
from topic_briefings.store.rows import opened
from topic_briefings.verifying import built as comparing
from topic_briefings.verifying import examining, refuse_altered
from topic_briefings.writing.manifest import MANIFEST

PORT = "canada-port-strike-ends.txt"
PAGE = "articles/canada-port-strike-ends.md"
OTHERS = {"countries/japan.md", "topics/politics.md"}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = make_site(tmp_path_factory.mktemp("checked") / "site")
    generate(settings_of(folder))
    build_site(folder / "mkdocs.yml")
    return folder


@pytest.fixture
def site(made, tmp_path):
    return shutil.copytree(made, tmp_path / "site")


@pytest.fixture
def compared(monkeypatch):
    """The pages that are compared."""
    found = []
    differences = comparing.differences

    def noted(path, written, built):
        found.append(path)
        return differences(path, written, built)

    monkeypatch.setattr(comparing, "differences", noted)
    return found


def wrong(site, **options):
    """What is found in the built site, as a build verifies it."""
    settings = settings_of(site, **options)
    verification = refuse_altered(settings)
    try:
        with remembered(settings) as memory:
            verification.refuse_site(site / "site", memory)
    except AlteredError as error:
        return error.problems
    return ()


def forge(site):
    page = site / "site" / PAGE.removesuffix(".md") / "index.html"
    page.write_text(page.read_text("utf-8").replace("“", "“Never: ", 1), "utf-8")


def say(site, number):
    """Change an article: somebody says more."""
    file = site / "seeds" / PORT
    said = f"\n\n“The crane numbered {number} is idle,” said Ada Lindholm.\n"
    file.write_text(file.read_text("utf-8") + said, "utf-8")


def test_nothing_is_compared_twice(site, compared):
    assert wrong(site) == ()
    assert len(compared) > 20
    compared.clear()
    assert wrong(site) == ()
    assert compared == []
    forge(site)
    assert len(wrong(site)) == 1
    assert wrong(site), "what is wrong is not kept"
    assert compared == [PAGE, PAGE]


def test_other_settings_are_another_check(site, compared):
    wrong(site)
    compared.clear()
    wrong(site, per_page=99)
    assert PAGE in compared


# ------------------------------------------------------------------ what is not trusted


def believing(site, monkeypatch):
    """Note of a forged site that all of it is right, as no check here would, and show that this is believed here."""
    forge(site)
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(comparing, "differences", lambda *_: ())
        wrong(site)
    assert wrong(site) == ()


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
    believing(site, monkeypatch)
    assert len(wrong(elsewhere(site))) == 1


def test_nothing_is_believed_beside_packages_that_add_to_this_one(site, monkeypatch):
    believing(site, monkeypatch)
    monkeypatch.setattr(checks, "installed", lambda: "topic_briefings.readers .x theirs:read theirs 1.0\n")
    with remembered(settings_of(site)) as memory:
        assert memory is None
    assert len(wrong(site)) == 1


@pytest.mark.parametrize("gone", [".cache", f".cache/briefings/{WITNESS}"])
def test_a_forged_page_is_found_where_the_cache_is_missing(site, monkeypatch, gone):
    believing(site, monkeypatch)
    shutil.rmtree(site / gone) if (site / gone).is_dir() else (site / gone).unlink()
    assert len(wrong(site)) == 1


# ------------------------------------------------------------------ the pages that a site is built from


@pytest.fixture
def examined(monkeypatch):
    """The pages that are read."""
    found = []
    reading = examining.Reading

    def noted(path, *others):
        found.append(path)
        return reading(path, *others)

    monkeypatch.setattr(examining, "Reading", noted)
    return found


def alter(site, path, old, new):
    """Put ``new`` for ``old`` in a file and say in the manifest that it was so."""
    file, manifest = site / "docs" / path, site / "docs" / MANIFEST
    before = file.read_bytes()
    after = before.replace(old.encode(), new.encode(), 1)
    assert after != before
    file.write_bytes(after)
    listed = manifest.read_text()
    manifest.write_text(listed.replace(sha256(before).hexdigest(), sha256(after).hexdigest()))


def problems(site):
    try:
        from_memory(site)
    except AlteredError as error:
        return error.problems
    return ()


def test_what_was_written_is_not_read_again(site, examined):
    before = from_memory(site)
    assert set(examined) > OTHERS
    assert before.shown > before.quotations > 0
    examined.clear()
    assert from_memory(site) == before
    assert examined == []
    say(site, 1)
    generate(settings_of(site))
    assert PAGE in examined
    assert OTHERS.isdisjoint(examined)
    examined.clear()
    assert from_memory(site).shown > before.shown
    assert PAGE not in examined, "it was read before it was written"
    assert OTHERS.isdisjoint(examined)


def test_a_page_is_read_again_where_it_changed(site, examined):
    from_memory(site)
    examined.clear()
    alter(site, PAGE, "“", "“Never: ")
    assert len(problems(site)) > 0
    assert examined == [PAGE]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (VOICES, '"name":"Étienne Laframboisse"', '"name":"Étienne"'),
        (QUOTATIONS, '"voice":"Étienne Laframboisse"', '"voice":"Étienne"'),
        (ARTICLES, f'"page":"{PAGE}"', '"page":"articles/another.md"'),
    ],
)
def test_the_pages_that_were_held_against_a_record_are_read_again(site, examined, path, old, new):
    from_memory(site)
    examined.clear()
    alter(site, path, old, new)
    assert problems(site)
    assert PAGE in examined or path == VOICES
    assert "topics/politics.md" not in examined


@pytest.mark.parametrize("elsewhere", [copied, moved, put_back])
def test_pages_are_read_again_where_they_were_read_elsewhere(site, examined, elsewhere):
    from_memory(elsewhere(site))
    assert PAGE in examined
    assert set(examined) > OTHERS


# ------------------------------------------------------------------ the command


def test_a_build_after_one_change_compares_what_changed(site, compared, monkeypatch):
    monkeypatch.chdir(site)
    assert CliRunner().invoke(main, ["build"]).exit_code == 0
    compared.clear()
    say(site, 1)
    assert CliRunner().invoke(main, ["build"]).exit_code == 0
    assert compared.count(PAGE) == 1
    assert OTHERS.isdisjoint(compared)
    assert CliRunner().invoke(main, ["verify", "--site", "site"]).exit_code == 0
    assert {*compared} > OTHERS, "the command compares all"


def test_a_page_that_was_forged_in_the_cache_is_not_published(site, monkeypatch):
    monkeypatch.chdir(site)
    assert CliRunner().invoke(main, ["build"]).exit_code == 0
    with opened(settings_of(site).cache, "built") as rows:
        kept = [(key, rows.get(key)) for (key,) in rows._run("SELECT key FROM built")]
        for key, told in kept:
            page = remembering._loaded(told)
            done = replace(page.done, html=page.done.html.replace("“", "“Never: ", 1))
            rows.put([(key, remembering._dumped(replace(page, done=done)))])
    say(site, 1)
    result = CliRunner().invoke(main, ["build"])
    assert result.exit_code == 1
    assert "Never: " in result.stderr
    assert "Never: " not in (site / "site" / "articles" / "canada-port-strike-ends" / "index.html").read_text("utf-8")


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


def from_memory(site):
    with remembered(settings_of(site)) as memory:
        return refuse_altered(settings_of(site), memory=memory).verdict


@pytest.mark.parametrize("elsewhere", [copied, moved, put_back])
def test_an_article_is_read_again_where_it_changed_or_was_read_elsewhere(site, read, elsewhere):
    before = from_memory(site)
    assert PORT in read
    read.clear()
    assert from_memory(site) == before
    assert read == []
    there = elsewhere(site)
    assert from_memory(there) == before
    assert PORT in read
    read.clear()
    say(there, 1)
    with pytest.raises(AlteredError, match="the article changed"):
        from_memory(there)
    assert read == [PORT]
