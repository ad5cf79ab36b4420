"""Two people, two branches: each adds an article and commits the pages; one command puts the two together."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.sites import SAMPLES, files, make_site
from topic_briefings.cli import main

COMMON = (
    "canada-east-coast-port-strike-begins.md",
    "canada-port-strike-mediator-proposal.md",
    "japan-reactor-restart-fukui-assembly.md",
)
ONE, OTHER = "canada-port-strike-ends.txt", "japan-pacific-energy-meeting-opens.md"


def git(*arguments: str, cwd: Path, check: bool = True) -> str:
    command = ["git", "-c", "user.name=Editor", "-c", "user.email=editor@example.org", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=check).stdout  # noqa: S603 - our own


def run(site: Path, *arguments: str):
    return CliRunner().invoke(main, [*arguments, "-f", str(site / "mkdocs.yml")])


def commit(site: Path, message: str) -> None:
    git("add", "--all", cwd=site)
    git("commit", "--quiet", "--message", message, cwd=site)


def add(site: Path, sample: str) -> None:
    shutil.copyfile(SAMPLES / sample, site / "seeds" / sample)
    done = run(site, "generate")
    assert done.exit_code == 0, done.output


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Path:
    """A repository with a branch that has added an article, and another that has added another."""
    site = make_site(tmp_path_factory.mktemp("branches") / "site", COMMON)
    (site / ".gitignore").write_text("/.cache/\n")
    assert run(site, "generate").exit_code == 0
    (site / "docs" / "method.md").write_text("# How we work\n\nWith care.\n")
    git("init", "--quiet", "--initial-branch", "main", cwd=site)
    commit(site, "An edition")
    for branch, sample in (("one", ONE), ("other", OTHER)):
        git("checkout", "--quiet", "-b", branch, "main", cwd=site)
        add(site, sample)
        commit(site, f"Add {sample}")
    return site


@pytest.fixture
def merged(desk, tmp_path) -> Path:
    """A copy in which the one branch is being merged into the other."""
    site = tmp_path / "site"
    shutil.copytree(desk, site)
    git("merge", "one", cwd=site, check=False)
    assert "docs/.briefings.json" in git("diff", "--name-only", "--diff-filter=U", cwd=site)
    return site


def test_one_command_writes_what_one_run_would_have(merged, desk, tmp_path):
    before = run(merged, "generate")
    assert before.exit_code == 2
    assert 'holds both sides of a merge; run "briefings generate --resolve"' in before.output
    done = run(merged, "generate", "--resolve")
    assert done.exit_code == 0, done.output
    assert "conflicts resolved" in done.output
    git("commit", "--quiet", "--message", "Both", cwd=merged)
    assert git("status", "--porcelain", cwd=merged) == "", "nothing is left to be added"
    assert run(merged, "generate", "--check").exit_code == 0

    once = tmp_path / "once"
    shutil.copytree(desk, once)
    git("checkout", "--quiet", "main", cwd=once)
    shutil.copyfile(SAMPLES / ONE, once / "seeds" / ONE)
    add(once, OTHER)
    assert files(once / "docs") == files(merged / "docs")


def test_pages_that_git_put_together_without_a_conflict_are_written_anew(desk, tmp_path):
    site = tmp_path / "site"
    shutil.copytree(desk, site)
    (site / ".gitattributes").write_text("docs/** merge=union\n")
    commit(site, "Take the lines of both")
    git("merge", "--quiet", "--message", "Both", "one", cwd=site)
    assert git("status", "--porcelain", cwd=site) == ""
    assert run(site, "generate").exit_code == 2, "pages are neither side's"
    assert run(site, "generate", "--resolve").exit_code == 0
    commit(site, "Pages of both")
    assert run(site, "generate", "--check").exit_code == 0


def test_what_a_person_wrote_is_never_resolved(merged):
    page = merged / "docs" / "countries" / "japan.md"
    page.write_text(page.read_text().replace("Japan", "Nippon"))
    before = page.read_bytes()
    done = run(merged, "generate", "--resolve")
    assert done.exit_code == 2
    assert "docs/countries/japan.md: was written or changed by hand" in done.output
    assert page.read_bytes() == before


def test_a_page_that_a_branch_changed_by_hand_is_named(desk, tmp_path):
    site = tmp_path / "site"
    shutil.copytree(desk, site)
    index = site / "docs" / "articles" / "index.md"
    index.write_text(index.read_text() + "\nA line of ours.\n")
    commit(site, "A line by hand")
    git("merge", "one", cwd=site, check=False)
    done = run(site, "generate", "--resolve")
    assert done.exit_code == 2
    assert "docs/articles/index.md: was written or changed by hand" in done.output
    assert "A line of ours." in index.read_text()


def test_a_conflict_in_a_page_of_a_persons_own_stays_theirs(desk, tmp_path):
    site = tmp_path / "site"
    shutil.copytree(desk, site)
    page = site / "docs" / "method.md"
    for branch, text in (("one", "# Slowly\n"), ("other", "# Quickly\n")):
        git("checkout", "--quiet", branch, cwd=site)
        page.write_text(text)
        commit(site, text)
    git("merge", "one", cwd=site, check=False)
    done = run(site, "generate", "--resolve")
    assert done.exit_code == 0, done.output
    assert "docs/method.md: is not generated; its conflict is yours to resolve" in done.output
    assert "<<<<<<<" in page.read_text()
    assert git("diff", "--name-only", "--diff-filter=U", cwd=site) == "docs/method.md\n"


def test_an_article_that_both_changed_comes_first(desk, tmp_path):
    site = tmp_path / "site"
    shutil.copytree(desk, site)
    seed = site / "seeds" / COMMON[2]
    text = seed.read_text()
    for branch in ("one", "other"):
        git("checkout", "--quiet", branch, cwd=site)
        seed.write_text(text + f"\nThe {branch} end.\n")
        commit(site, branch)
    git("merge", "one", cwd=site, check=False)
    done = run(site, "generate", "--resolve")
    assert done.exit_code == 2
    assert f"seeds/{COMMON[2]}: both branches changed it; put the two together by hand" in done.output


def test_turned_line_ends_are_no_change(desk, tmp_path):
    site = tmp_path / "site"
    git("clone", "--quiet", "--config", "core.autocrlf=true", str(desk), str(site), cwd=tmp_path)
    assert b"\r\n" in (site / "docs" / "index.md").read_bytes()
    for command in (["generate", "--check"], ["generate"], ["verify"]):
        done = run(site, *command)
        assert done.exit_code == 0, done.output
    assert git("status", "--porcelain", cwd=site) == ""
    add(site, ONE)
    assert run(site, "verify").exit_code == 0


# ------------------------------------------------------------------ why a page is stale


def told(site: Path) -> dict[str, str]:
    done = run(site, "generate", "--check")
    assert done.exit_code == 1, done.output
    lines = [line for line in done.stdout.splitlines() if line.startswith("docs/")]
    return dict(line.split(": ", 1) for line in lines)


def test_a_check_says_which_article_made_a_page_stale(desk, tmp_path):
    site = tmp_path / "site"
    shutil.copytree(desk, site)
    shutil.copyfile(SAMPLES / ONE, site / "seeds" / ONE)
    seed = site / "seeds" / COMMON[2]
    seed.write_text(seed.read_text() + "\n“It is done,” said Governor Kanae Sugimori.\n")
    why = told(site)
    assert why["docs/articles/canada-port-strike-ends.md"] == f"seeds/{ONE} is new"
    assert why["docs/articles/japan-reactor-restart-fukui-assembly.md"] == f"seeds/{COMMON[2]} changed"
    assert f"seeds/{ONE} is new" in why["docs/countries/canada.md"]
    (site / "seeds" / ONE).unlink()
    (site / "seeds" / OTHER).unlink()
    assert told(site)["docs/articles/japan-pacific-energy-meeting-opens.md"] == f"seeds/{OTHER} is gone"


def test_a_check_says_which_setting_or_version_made_a_page_stale(desk, tmp_path):
    site = tmp_path / "site"
    shutil.copytree(desk, site)
    config, manifest = site / "mkdocs.yml", site / "docs" / ".briefings.json"
    whole = config.read_text()
    config.write_text(whole.replace("full_text: false", "full_text: true"))
    assert set(told(site).values()) == {"full_text was false and is true"}
    config.write_text(whole)
    manifest.write_text(manifest.read_text().replace('"version": "', '"version": "0.0.'))
    assert list(told(site)) == ["docs/.briefings.json"]
    assert "version was" in told(site)["docs/.briefings.json"]


def test_a_check_says_what_a_person_changed_and_what_is_missing(desk, tmp_path):
    site = tmp_path / "site"
    shutil.copytree(desk, site)
    page = site / "docs" / "countries" / "japan.md"
    page.write_text(page.read_text() + "Mine.\n")
    (site / "docs" / "index.md").unlink()
    why = told(site)
    assert why["docs/countries/japan.md"] == "was written or changed by hand"
    assert why["docs/index.md"] == "is missing"
