"""A site of one's own from nothing, and the plugin in a site that there is."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from tests.sites import ROOT, files
from topic_briefings.cli import main
from topic_briefings.errors import StartError
from topic_briefings.mkdocs_edge.options import load_settings
from topic_briefings.starting.guest import with_plugin
from topic_briefings.starting.workflows import HOSTS, workflow


def run(*arguments: str):
    return CliRunner().invoke(main, arguments)


# ------------------------------------------------------------------ a repository of one's own


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("start") / "my-desk"
    done = run("init", str(folder), "--name", "Harbour: a desk")
    assert done.exit_code == 0, done.output
    return folder


def test_a_new_desk_has_all_that_a_repository_needs(desk):
    there = set(files(desk))
    assert {"mkdocs.yml", "README.md", "requirements.txt", ".gitignore", ".gitattributes"} <= there
    assert {".github/workflows/briefings.yml", "seeds/harbour-bridge-reopens.md", "docs/index.md"} <= there
    assert "invented" in (desk / "seeds" / "harbour-bridge-reopens.md").read_text()
    assert load_settings(desk / "mkdocs.yml").site_name == "Harbour: a desk"


def test_a_new_desk_for_gitlab_or_without_a_workflow(tmp_path):
    assert run("init", str(tmp_path / "one"), "--gitlab").exit_code == 0
    assert (tmp_path / "one" / ".gitlab-ci.yml").read_text() == workflow("gitlab")
    assert not (tmp_path / "one" / ".github").exists()
    assert run("init", str(tmp_path / "two"), "--no-ci").exit_code == 0
    assert not {".gitlab-ci.yml", ".github"} & {path.name for path in (tmp_path / "two").iterdir()}


@pytest.mark.parametrize("path", ["README.md", "seeds", ".github", ".gitignore"])
def test_a_new_desk_overwrites_nothing(tmp_path, path):
    (tmp_path / path).write_text("mine")
    done = run("init", str(tmp_path))
    assert done.exit_code == 2
    assert "would be overwritten; name an empty folder, or move" in done.output.replace("\n", " ")
    assert files(tmp_path) == {path: b"mine"}


def test_a_desk_is_begun_once(desk):
    before = files(desk)
    done = run("init", str(desk))
    assert done.exit_code == 2
    assert "the briefings plugin is there already" in done.output
    assert files(desk) == before


# ------------------------------------------------------------------ continuous integration


@pytest.mark.parametrize("host", HOSTS)
def test_the_workflow_is_what_init_writes(host):
    assert run("ci", host).output == workflow(host)


def steps_of(host: str) -> list[str]:
    """Every line that the host would run, from checking out to what it publishes."""
    told = yaml.safe_load(workflow(host))
    if host == "gitlab":
        return told["pages"]["script"]
    return [step["run"] for step in told["jobs"]["build"]["steps"] if "run" in step]


@pytest.mark.parametrize("host", HOSTS)
def test_every_step_of_the_workflow_runs_in_a_clean_clone(desk, tmp_path, host):
    git = ("git", "-c", "user.name=Editor", "-c", "user.email=editor@example.org")

    def call(*command: str, cwd: Path) -> str:
        env = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
        env |= {"PYTHONPATH": str(ROOT / "generator"), "SITE_URL": "https://example.org/desk/", "PIP_NO_INDEX": "1"}
        done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)  # noqa: S603 - ours
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
        return done.stdout

    origin, clone = tmp_path / "origin", tmp_path / "clone"
    for path, content in files(desk).items():
        (origin / path).parent.mkdir(parents=True, exist_ok=True)
        (origin / path).write_bytes(content)
    call("git", "init", "--quiet", cwd=origin)
    call("git", "add", "--all", cwd=origin)
    call(*git, "commit", "--quiet", "--message", "A desk", cwd=origin)
    call("git", "clone", "--quiet", str(origin), str(clone), cwd=tmp_path)
    for step in steps_of(host):
        call("bash", "-e", "-o", "pipefail", "-c", step, cwd=clone)
    published = clone / ("public" if host == "gitlab" else "site")
    assert 'href="https://example.org/desk/"' in (published / "index.html").read_text()
    assert call("git", "status", "--porcelain", cwd=clone) == "", "nothing that was made needs a commit"


def test_the_workflow_may_do_no_more_than_it_must():
    told = yaml.safe_load(workflow("github"))
    assert told["permissions"] == {"contents": "read"}
    assert "permissions" not in told["jobs"]["build"]
    assert told["jobs"]["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    used = re.findall(r"uses: (\S+)", workflow("github"))
    assert used
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action) for action in used), "a tag may be moved"


def test_the_cache_is_found_again_after_a_new_article():
    [cache] = [s for s in yaml.safe_load(workflow("github"))["jobs"]["build"]["steps"] if "cache@" in s.get("uses", "")]
    assert "seeds/**" in cache["with"]["key"], "a cache is never written twice under one key"
    assert cache["with"]["key"].startswith(cache["with"]["restore-keys"])
    assert "requirements.txt" in cache["with"]["restore-keys"], "another version has other answers"


# ------------------------------------------------------------------ a guest

LIST = """\
# Ours since 2019
site_name: Handbook   # the name
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
plugins:
  # order matters
  - search
  - tags:
      enabled: !ENV [TAGS, true]   # trailing
  # nothing below
nav:
  - Home: index.md
"""


THREE = ["  - briefings:", "      folder: briefings", "      seeds: seeds"]


@pytest.mark.parametrize(
    ("before", "gone", "come"),
    [
        (LIST, [], THREE),
        (LIST.replace("\n", "\r\n"), [], THREE),
        ("plugins:\n- search\nsite_name: A\n", [], ["- briefings:", "    folder: briefings", "    seeds: seeds"]),
        ("plugins:\n  search: {}\n  tags:\n", [], ["  briefings:", "    folder: briefings", "    seeds: seeds"]),
        ("site_name: A", [], ["plugins:", "  - search", "  - briefings: {folder: briefings, seeds: seeds}"]),
        ("plugins:\nsite_name: A\n", [], ["  - briefings: {folder: briefings, seeds: seeds}"]),
        ("plugins: []\n", ["plugins: []"], ["plugins: [{briefings: {folder: briefings, seeds: seeds}}]"]),
        (
            "plugins: [search, tags]  # two\nsite_name: A\n",
            ["plugins: [search, tags]  # two"],
            ["plugins: [search, tags, {briefings: {folder: briefings, seeds: seeds}}]  # two"],
        ),
        ("plugins:\n  - search:\n      lang: |\n        en\n\n", [], THREE),
    ],
)
def test_only_the_plugin_comes_into_the_configuration(before, gone, come):
    after = with_plugin(before, "mkdocs.yml", folder="briefings", seeds="seeds")
    was, now = before.splitlines(), after.splitlines()
    assert [line for line in was if line not in now] == gone
    assert [line for line in now if line not in was] == come
    assert [line for line in now if line in was] == [line for line in was if line in now]
    assert ("\r\n" in after) == ("\r\n" in before)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("plugins: [briefings]\n", "mkdocs.yml: the briefings plugin is there already; "),
        ("plugins:\n  - search\n  - briefings:\n      folder: news\n", "mkdocs.yml: the briefings plugin is there"),
        ("INHERIT: base.yml\nsite_name: A\n", 'mkdocs.yml: its plugins stand in the file that "INHERIT:" names; '),
        ("- a\n", "mkdocs.yml: is not the configuration of a site; "),
        ("a: [\n", "mkdocs.yml: is not YAML ("),
        ("x: &all\n  - search\nplugins: *all\n", "mkdocs.yml: the plugin cannot be put in without changing something"),
    ],
)
def test_what_cannot_be_added_to_is_refused_in_one_sentence(text, sentence):
    with pytest.raises(StartError) as caught:
        with_plugin(text, "mkdocs.yml", folder="briefings", seeds="seeds")
    assert str(caught.value).startswith(sentence)
    assert "\n" not in str(caught.value)


def test_a_site_that_is_there_keeps_every_file(tmp_path):
    (tmp_path / "docs" / "about").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(LIST)
    (tmp_path / "docs" / "index.md").write_text("# Handbook\n")
    (tmp_path / "README.md").write_text("mine\n")
    before = files(tmp_path)
    done = run("init", str(tmp_path))
    assert done.exit_code == 0, done.output
    assert "mkdocs.yml: 3 lines added" in done.output
    after = files(tmp_path)
    assert {path for path in before if after[path] != before[path]} == {"mkdocs.yml"}
    assert after.keys() - before.keys() == {"seeds/harbour-bridge-reopens.md"}, "a folder without articles is no folder"


def test_a_folder_with_pages_of_the_owner_is_not_taken(tmp_path):
    (tmp_path / "docs" / "briefings").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n")
    (tmp_path / "docs" / "briefings" / "mine.md").write_text("# Mine\n")
    before = files(tmp_path)
    done = run("init", str(tmp_path))
    assert done.exit_code == 2
    assert "there are pages of your own in it" in done.output
    assert files(tmp_path) == before


def test_every_setting_is_listed():
    from topic_briefings.settings import options

    told = run("settings").output
    assert [line.partition(":")[0] for line in told.splitlines() if not line.startswith(" ")] == list(options())
