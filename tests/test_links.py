"""Addresses are plain, stable and all different."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from topic_briefings.pages.links import relative, slug, slugs


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mélanie Joly", "melanie-joly"),
        ("Japan’s foreign ministry", "japans-foreign-ministry"),
        ("Siobhán O'Dálaigh", "siobhan-odalaigh"),
        ("Nguyễn Thị Minh", "nguyen-thi-minh"),
        ("Åland Islands", "aland-islands"),
        ("Łódź / Straße", "lodz-strasse"),
        ("reports/2026/Dam", "reports-2026-dam"),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_slugs_read_like_the_name(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_a_long_name_is_cut_at_a_word() -> None:
    found = slug("word " * 40)
    assert len(found) <= 70
    assert found.endswith("word")


@pytest.mark.parametrize("name", ["index", "CON", "習近平", "…", "nul"])
def test_names_that_files_cannot_have_end_in_a_hash(name: str) -> None:
    assert re.fullmatch(r"([a-z]+-)?[0-9a-f]{8}", slug(name))


@given(names=st.lists(st.text(max_size=30), max_size=12, unique=True))
def test_slugs_are_plain_and_all_different(names: list[str]) -> None:
    found = slugs((name, name) for name in names)
    assert len(set(found.values())) == len(names)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value) for value in found.values())


def test_namesakes_keep_their_address_when_another_comes() -> None:
    two = slugs([("a", "John Smith"), ("b", "John Smith")])
    three = slugs([("a", "John Smith"), ("b", "John Smith"), ("c", "John Smith")])
    assert two["a"] == "john-smith"
    assert {key: three[key] for key in two} == two


@pytest.mark.parametrize(
    ("origin", "target", "fragment", "expected"),
    [
        ("index.md", "countries/japan.md", "", "countries/japan.md"),
        ("articles/dam.md", "countries/japan.md", "energy", "../countries/japan.md#energy"),
        ("articles/dam.md", "index.md", "", "../index.md"),
        ("countries/japan/2.md", "countries/japan.md", "", "../japan.md"),
        ("countries/japan.md", "countries/japan.md", "energy", "#energy"),
    ],
)
def test_links_are_relative_to_the_page_that_writes_them(
    origin: str, target: str, fragment: str, expected: str
) -> None:
    assert relative(origin, target, fragment) == expected
