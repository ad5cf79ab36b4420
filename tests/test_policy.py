"""A page runs the site's own scripts and nothing else."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from topic_briefings.finishing.policy import Cover, header_paths, headers, policy_meta, script_hashes, write_headers
from topic_briefings.finishing.scripts import Scripts, inline_scripts, installed

PAGE = (
    '<!doctype html><html><head><meta charset="utf-8"><script>one()</script></head><body>'
    '<script src="app.js"></script><script type="application/ld+json">{"a": 1}</script>'
    "<script>two()</script></body></html>"
)


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A folder of templates with a script that is always the same and one with values put in."""
    folder = tmp_path / "theme"
    (folder / "partials").mkdir(parents=True)
    (folder / "base.html").write_text(
        "<html><head><script>one()</script></head>"
        '<script type="application/json">{{ config | tojson }}</script>{% block scripts %}{% endblock %}'
    )
    (folder / "partials" / "scope.html").write_text(
        '<script>scope=new URL("{{ base_url }}",location),n={{ n | tojson }}</script>'
    )
    return folder


def test_the_themes_scripts_are_allowed_and_data_is_no_script(theme: Path) -> None:
    page = PAGE.replace("two()", 'scope=new URL("../..",location),n="a \\u0026 b"')
    checked = Scripts([theme], ["a/app.js"]).of(page, "a/")
    assert checked.html == page
    assert not checked.refused
    assert list(checked.allowed) == ["one()", 'scope=new URL("../..",location),n="a \\u0026 b"']


@pytest.mark.parametrize(
    "script",
    [
        "two()",
        "one();two()",
        'scope=new URL("",two(),"",location),n=1',
        'scope=new URL("..",location),n=two()',
        'scope=new URL("..",location),n={"a": two()}',
        'scope=new URL("..\n",location),n=1',
    ],
)
def test_another_script_is_not_allowed_wherever_it_stands(theme: Path, script: str) -> None:
    checked = Scripts([theme]).of(PAGE.replace("two()", script), "a/")
    assert checked.allowed == ("one()",)
    assert checked.refused


@pytest.mark.parametrize("tag", ['src="../app.js"', "SRC = '/app.js'", "defer src=../app.js", 'src="../x.js?app.js"'])
def test_a_file_that_a_page_itself_calls_must_be_listed(theme: Path, tag: str) -> None:
    page = f"<html><body><main>Words <script {tag}></script> here</main><script src='frame.js'></script></body></html>"
    html = Scripts([theme]).of(page, "a/").html
    assert html == "<html><body><main>Words  here</main><script src='frame.js'></script></body></html>"
    html = Scripts([theme], ["app.js"]).of(page, "a/").html
    assert (html == page) == ("x.js" not in tag)


def test_each_script_is_allowed_by_its_hash() -> None:
    expected = [base64.b64encode(hashlib.sha256(text).digest()).decode() for text in (b"one()", b"two()")]
    assert script_hashes(("one()", "two()", "one()")) == tuple(f"'sha256-{digest}'" for digest in expected)


def test_the_scripts_of_every_installed_theme_are_known() -> None:
    scripts = Scripts(installed())
    for folder in installed():
        for file in folder.rglob("*.html"):
            page = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
            plain = [text for text in inline_scripts(file.read_text(encoding="utf-8")) if "{" + "{" not in text]
            assert {text for text in plain if "{%" not in text} <= set(scripts.of(page, "a/").allowed)


def test_the_policy_allows_no_other_inline_script() -> None:
    policy = policy_meta(script_hashes(["one()"]))
    scripts = policy.split("script-src", 1)[1].split('"', 1)[0]
    assert "unsafe-inline" not in scripts
    assert "default-src 'self'" in policy


def test_a_headers_file_has_one_policy_for_all_pages() -> None:
    assert headers(["'b'", "'a'", "'b'"]).count("script-src 'self' 'wasm-unsafe-eval' 'a' 'b'") == 1


def test_only_the_pages_that_it_covers_are_named_in_a_headers_file(tmp_path: Path) -> None:
    covered = ["", "about/", "articles/x/", "countries/", "countries/kenya/"]
    write_headers(tmp_path, ["'a'"], header_paths(covered, ["articles/mine/"]))
    paths = [line for line in (tmp_path / "_headers").read_text().splitlines() if line.startswith("/")]
    assert paths == ["/", "/about/*", "/articles/x/", "/countries/*"]


def test_a_headers_file_of_the_owner_stays(tmp_path: Path) -> None:
    (tmp_path / "_headers").write_text("/*\n  X-Mine: 1\n")
    write_headers(tmp_path, ["'a'"], ["/"])
    assert (tmp_path / "_headers").read_text() == "/*\n  X-Mine: 1\n"


def test_the_parts_of_two_folders_stand_side_by_side(tmp_path: Path) -> None:
    for folder in ("one", "two", "one"):
        write_headers(tmp_path, ["'a'"], [f"/{folder}/*"], folder)
    paths = [line for line in (tmp_path / "_headers").read_text().splitlines() if line.startswith("/")]
    assert paths == ["/one/*", "/two/*"]


def test_ours_all_or_none_are_covered() -> None:
    covered = {cover.value: (cover.covers(ours=True), cover.covers(ours=False)) for cover in Cover}
    assert covered == {"ours": (True, False), "all": (True, True), "none": (False, False)}
