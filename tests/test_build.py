"""A whole run: the same bytes however it runs, bad articles left out, a person's pages left alone."""

import shutil

import pytest

from tests.sites import briefings, files, make_site, settings_of
from topic_briefings import extractors, reading
from topic_briefings.build import check, generate
from topic_briefings.errors import OwnershipError, SettingsError
from topic_briefings.reading import read_folder
from topic_briefings.running import execution


@pytest.fixture
def site(tmp_path):
    return make_site(tmp_path / "site")


def test_a_run_counts_what_the_site_shows(site):
    report = generate(settings_of(site))
    assert report.articles == 3
    assert report.countries > 1
    assert report.errors == ()
    assert "articles/canada-port-strike-ends.md" in report.files.written
    again = generate(settings_of(site))
    assert again.files.written == again.files.removed == ()
    assert (again.articles, again.quotations, again.voices) == (report.articles, report.quotations, report.voices)


def test_any_number_of_workers_and_any_order_give_the_same_bytes(site, monkeypatch):
    generate(settings_of(site))
    expected = files(site / "docs")

    def anew(**options):
        shutil.rmtree(site / "docs")
        shutil.rmtree(site / ".cache")
        generate(settings_of(site, **options))
        return files(site / "docs")

    monkeypatch.setattr(execution, "FEW", 0)
    monkeypatch.setattr(execution, "CHUNK", 1)
    assert anew(workers=2) == expected
    monkeypatch.setattr(reading, "read_folder", lambda *arguments: reversed(list(read_folder(*arguments))))
    assert anew() == expected


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_hash_seed_shows_nowhere(site, seed):
    generate(settings_of(site))
    expected = files(site / "docs")
    shutil.rmtree(site / "docs")
    shutil.rmtree(site / ".cache")
    done = briefings("generate", cwd=site, env={"PYTHONHASHSEED": seed})
    assert done.returncode == 0, done.stderr
    assert files(site / "docs") == expected


def test_pages_from_remembered_analyses_are_the_same(site, monkeypatch):
    generate(settings_of(site))
    expected = files(site / "docs")
    shutil.rmtree(site / "docs")
    monkeypatch.setattr(extractors, "analyse", lambda *_, **__: 1 / 0)
    assert generate(settings_of(site)).errors == ()
    assert files(site / "docs") == expected


def test_only_what_changed_is_analysed_again(site, monkeypatch):
    generate(settings_of(site))
    changed = site / "seeds" / "canada-port-strike-ends.txt"
    changed.write_text(changed.read_text().replace("strike", "walkout"))
    analysed = []
    analyse = extractors.analyse
    monkeypatch.setattr(extractors, "analyse", lambda a, knowledge: analysed.append(a.id) or analyse(a, knowledge))
    generate(settings_of(site))
    assert analysed == ["canada-port-strike-ends"]


BAD = {
    "empty.md": b"",
    "binary.txt": bytes(range(256)) * 20,
    "letter.docx": b"PK\x03\x04",
    "front.md": b"---\ntitle: [unclosed\n---\n\nSome text.\n",
}


def test_bad_articles_are_left_out_and_named_and_the_rest_is_built(site):
    generate(settings_of(site))
    expected = files(site / "docs")
    for name, content in BAD.items():
        (site / "seeds" / name).write_bytes(content)
    report = generate(settings_of(site))
    assert sorted(error.source for error in report.errors) == sorted(f"seeds/{name}" for name in BAD)
    for error in report.errors:
        assert str(error).startswith(f"{error.source}:")
        assert "; " in str(error)
        assert "\n" not in str(error)
    assert files(site / "docs") == expected


def test_a_bug_met_by_one_article_costs_that_article(site, monkeypatch):
    analyse = extractors.analyse

    def fussy(article, knowledge):
        if article.id.startswith("canada"):
            raise RuntimeError("a bug")
        return analyse(article, knowledge)

    monkeypatch.setattr(extractors, "analyse", fussy)
    report = generate(settings_of(site))
    assert report.articles == 2
    assert "seeds/canada-port-strike-ends.txt:1: the analysis failed (RuntimeError: a bug)" in str(report.errors[0])


def test_a_removed_article_takes_its_page_along_and_hand_written_pages_stay(site):
    generate(settings_of(site))
    (site / "docs" / "method.md").write_text("# How we work\n")
    (site / "seeds" / "canada-port-strike-ends.txt").unlink()
    report = generate(settings_of(site))
    assert "articles/canada-port-strike-ends.md" in report.files.removed
    assert (site / "docs" / "method.md").read_text() == "# How we work\n"


def test_a_page_edited_by_hand_stops_the_run(site):
    generate(settings_of(site))
    (site / "docs" / "index.md").write_text("# Mine\n")
    with pytest.raises(OwnershipError, match=r"docs/index\.md: was written or changed by hand"):
        generate(settings_of(site))
    assert check(settings_of(site)).stale == ("index.md",)


def test_check_lists_what_a_run_would_change(site):
    generate(settings_of(site))
    assert check(settings_of(site)).stale == ()
    article = site / "seeds" / "canada-port-strike-ends.txt"
    article.unlink()
    article.with_name("harbour.txt").write_text("A harbour opens\n\nThe harbour of Mombasa opened, said Ana Lund.\n")
    stale = check(settings_of(site)).stale
    assert {"articles/canada-port-strike-ends.md", "articles/harbour.md", "articles/index.md"} <= set(stale)
    assert not (site / "docs" / "articles" / "harbour.md").exists()


def test_without_a_folder_of_articles_nothing_is_removed(site):
    generate(settings_of(site))
    (site / "seeds").rename(site / "articles")
    with pytest.raises(SettingsError, match="seeds: there is no such folder; make it, or name another"):
        generate(settings_of(site))
    assert (site / "docs" / "index.md").exists()


def test_an_empty_folder_gives_a_site_that_says_so(site):
    shutil.rmtree(site / "seeds")
    (site / "seeds").mkdir()
    assert generate(settings_of(site)).articles == 0
    assert (site / "docs" / "index.md").exists()
