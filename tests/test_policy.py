"""A page runs the site's own scripts and nothing else."""

from __future__ import annotations

import base64
import hashlib

from topic_briefings.finishing.policy import headers, inline_hashes, with_policy

PAGE = (
    '<!doctype html><html><head><meta charset="utf-8"><script>one()</script></head><body>'
    '<script src="app.js"></script><script type="application/ld+json">{"a": 1}</script>'
    "<script>two()</script></body></html>"
)


def test_each_inline_script_is_allowed_by_its_hash_and_data_is_no_script() -> None:
    expected = [base64.b64encode(hashlib.sha256(text).digest()).decode() for text in (b"one()", b"two()")]
    assert inline_hashes(PAGE) == tuple(f"'sha256-{digest}'" for digest in expected)


def test_the_policy_comes_before_the_first_script_and_allows_no_inline_script() -> None:
    page = with_policy(PAGE)
    assert page.index("Content-Security-Policy") < page.index("<script>")
    scripts = page.split("script-src", 1)[1].split('"', 1)[0]
    assert "unsafe-inline" not in scripts
    assert "default-src 'self'" in page


def test_a_headers_file_has_one_policy_for_all_pages() -> None:
    assert headers(["'b'", "'a'", "'b'"]).count("script-src 'self' 'wasm-unsafe-eval' 'a' 'b'") == 1
