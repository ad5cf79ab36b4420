"""Which lines credit an author, an outlet or a date, and which may be part of the article."""

from __future__ import annotations

from pathlib import Path

import pytest

from topic_briefings.reading import bylines, credits

CASES = Path(__file__).parents[1] / "cases" / "reading" / "credits.txt"
ROWS = [
    tuple(part.strip() for part in row.split(" -> "))
    for row in CASES.read_text(encoding="utf-8").splitlines()
    if " -> " in row
]


@pytest.mark.parametrize(("line", "expected"), ROWS, ids=[row[0][:60] for row in ROWS])
def test_case(line: str, expected: str) -> None:
    found = credits.read(line)
    if found is None:
        assert expected == "text"
        return
    said = [*(f"author {name}" for name in found.authors)]
    said += [f"outlet {found.outlet}"] if found.outlet else []
    said += [f"date {found.published}"] if found.published else []
    said += [f"url {found.url}"] if found.url else []
    assert "; ".join(said or ["nothing"]) + ("" if found.sure else " (doubtful)") == expected


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("By Ana Petrov and Tom Barasa", ("Ana Petrov", "Tom Barasa")),
        ("Ana Petrov, Tom Barasa", ("Ana Petrov", "Tom Barasa")),
        ("Ana Petrov, PhD", ("Ana Petrov",)),
        ("The Desk, Lima", ("The Desk, Lima",)),
        ("Newsroom", ("Newsroom",)),
        ("", ()),
        ("x" * 1000, ("x" * 1000,)),
        ("Ana Petrov, " * 100, ("Ana Petrov, " * 100,)),
    ],
)
def test_a_field_of_its_own_names_authors(field: str, expected: tuple[str, ...]) -> None:
    assert credits.names(field) == tuple(name.strip() for name in expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Petrov", True),
        ("Ana", False),
        ("Ana Petrov Ines Okoro", True),
        ("Luz de Mar", True),
        ("Luz de", False),
        ("Ana petrov", False),
        ("Ana Petrov Jr.", True),
        ("Ana Petrov.", False),
        ("The Petrov", False),
        ("Ana P3trov", False),
        ("J.-P. O’Brien", True),
        ("Ana Reporter", False),
    ],
)
def test_what_has_the_shape_of_a_name(text: str, expected: bool) -> None:
    assert bylines.is_name(text) is expected


def test_several_credits_say_one_thing_together() -> None:
    one = credits.Credit(authors=("Ana Petrov",), sure=False)
    two = credits.Credit(authors=("Tom Barasa", "Ana Petrov"), outlet="Tarn Post", published="3 May 2026", sure=False)
    three = credits.Credit(outlet="Marl Post", published="4 May 2026", url="https://example.org/", sure=False)
    assert credits.merge([one]) == one, "a bare name stays doubtful"
    assert credits.merge([one, two, three]) == credits.Credit(
        authors=("Ana Petrov", "Tom Barasa"),
        outlet="Tarn Post",
        published="3 May 2026",
        url="https://example.org/",
        sure=True,
    )
    assert not credits.merge([one, credits.Credit(sure=False)]).sure, "an end mark adds nothing"
