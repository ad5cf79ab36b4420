"""A page runs the site's own scripts and nothing else."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from topic_briefings.finishing.policy import Cover, header_paths, headers, inline_hashes, policy_meta, write_headers

PAGE = (
    '<!doctype html><html><head><meta charset="utf-8"><script>one()</script></head><body>'
    '<script src="app.js"></script><script type="application/ld+json">{"a": 1}</script>'
    "<script>two()</script></body></html>"
)


def test_each_inline_script_is_allowed_by_its_hash_and_data_is_no_script() -> None:
    expected = [base64.b64encode(hashlib.sha256(text).digest()).decode() for text in (b"one()", b"two()")]
    assert inline_hashes(PAGE) == tuple(f"'sha256-{digest}'" for digest in expected)


def test_the_policy_allows_no_other_inline_script() -> None:
    policy = policy_meta(inline_hashes(PAGE))
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
