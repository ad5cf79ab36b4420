"""The sheet on which a person judges what is published, and the table that a judged one gives."""

from __future__ import annotations

import importlib
import json

import pytest

from tests.sites import ROOT

ARTICLES = [
    {
        "id": f"gate-{number}",
        "title": "Harbour gate of Ystad is closed",
        "text": f"YSTAD, Sweden - The port of Ystad closed its gate on Monday.\n\n“The old gate leaks by night,”"
        f" said Mira Holm. Holm said that {number} pumps would come to Ystad in May.\n\n"
        "“Nobody asked the fishermen about it,” a note on the quay read.",
    }
    for number in range(3, 9)
]


@pytest.fixture
def reading(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    return importlib.import_module("reading")


def sheet(reading, tmp_path, capsys, *options):
    source = tmp_path / "articles.jsonl"
    source.write_text("".join(json.dumps(one) + "\n" for one in ARTICLES), encoding="utf-8")
    reading.main([str(source), *options])
    return capsys.readouterr().out


def rows(printed):
    return [line.split("\t") for line in printed.splitlines()[1:]]


def test_everything_that_a_page_says_is_a_line(reading, tmp_path, capsys):
    found = rows(sheet(reading, tmp_path, capsys, "--articles", "1"))
    assert {len(row) for row in found} == {6}
    said = {(row[1], row[2]) for row in found}
    assert ("speaker", "Mira Holm: The old gate leaks by night,") in said
    assert any(kind == "statement" and "pumps would come to Ystad in May" in item for kind, item in said)
    assert ("about", "Sweden") in said
    assert {"point", "keyword", "notice"} <= {kind for kind, _ in said}
    context = next(row[3] for row in found if row[1] == "speaker")
    assert "¶ “[[The old gate leaks by night,]]” said Mira Holm" in context


def test_a_seed_names_the_same_articles_and_another_others(reading, tmp_path, capsys):
    one, again, other = (
        sheet(reading, tmp_path, capsys, "--articles", "2", "--seed", seed) for seed in ("1", "1", "3")
    )
    assert one == again
    assert {row[0] for row in rows(one)} != {row[0] for row in rows(other)}


def judged(tmp_path, *verdicts):
    path = tmp_path / "sheet.tsv"
    lines = ["article\tkind\titem\tcontext\tverdict\tcomment"]
    lines += [f"a\t{kind}\tx\ty\t{verdict}\t" for kind, verdict in verdicts]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_judged_sheet_becomes_a_table(reading, tmp_path, capsys):
    path = judged(
        tmp_path,
        *[("speaker", "right")] * 3,
        ("speaker", "wrong"),
        ("speaker", "none"),
        ("unnamed", "needless"),
        ("unnamed", "right"),
        ("topic", "wrong"),
        ("topic", "right"),
        ("keyword", "weak"),
        ("keyword", ""),
        ("notice", "right"),
    )
    reading.main(["--score", str(path)])
    out = capsys.readouterr().out
    figures = {line[:52].strip(): line[52:].split() for line in out.splitlines()}
    assert figures["speaker shown: right"] == ["3", "of", "4", "75.0", "%"]
    assert figures["quotations that are none"] == ["1", "of", "7", "14.3", "%"]
    assert figures["needlessly unnamed, of all quotations"] == ["1", "of", "6", "16.7", "%"]
    assert figures["first topic: right"] == ["0", "of", "1", "0.0", "%"]
    assert figures["topics shown: right"] == ["1", "of", "2", "50.0", "%"]
    assert figures["keywords: useful"] == ["0", "of", "1", "0.0", "%"]
    assert figures["countries shown: right"] == ["0", "of", "0", "–"]
    assert out.endswith("11 items judged, 1 not\n")


def test_a_line_that_cannot_be_counted_is_named(reading, tmp_path):
    with pytest.raises(SystemExit, match=r"sheet.tsv:2: “needless” is no verdict on a topic; write one of right, weak"):
        reading.main(["--score", str(judged(tmp_path, ("topic", "needless")))])
    with pytest.raises(SystemExit, match=r"sheet.tsv:3: “quote” is no kind of item"):
        reading.main(["--score", str(judged(tmp_path, ("topic", "right"), ("quote", "right")))])


def test_a_sheet_of_shelves_has_voices_their_words_their_roles_and_the_lines_of_countries(
    monkeypatch, tmp_path, capsys
):
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    shelves = importlib.import_module("shelves")
    source = tmp_path / "articles.jsonl"
    source.write_text("".join(json.dumps(one) + "\n" for one in ARTICLES), encoding="utf-8")
    shelves.main([str(source), "--said", "2", "--roles", "3"])
    printed = capsys.readouterr().out
    kinds = [row[1] for row in rows(printed)]
    assert (kinds.count("voice"), kinds.count("said"), kinds.count("role")) == (1, 2, 3)
    assert all("[[Mira Holm]]" in row[3] for row in rows(printed) if row[1] == "role")

    judged = tmp_path / "judged.tsv"
    judged.write_text(printed, encoding="utf-8")
    shelves.main(["--score", str(judged)])
    assert "voice    not judged 1" in capsys.readouterr().out
