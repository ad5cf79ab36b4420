"""Which files are read, in which order, and what is said about the others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from topic_briefings.errors import ArticleError
from topic_briefings.models import Article
from topic_briefings.reading import READERS, read_folder
from topic_briefings.reading.limits import Limits

TEXT = "Ferry is shared\n\nBoth towns agreed to share one ferry.\n"


def write(folder: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def ids(folder: Path) -> list[str]:
    return [item.id for item in read_folder(folder) if isinstance(item, Article)]


def errors(folder: Path) -> list[str]:
    return [str(item) for item in read_folder(folder) if isinstance(item, ArticleError)]


def test_articles_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    write(tmp_path, **{"b.txt": TEXT, "a/z.txt": TEXT, "a.txt": TEXT, "Z.md": TEXT, "é.txt": TEXT})
    assert ids(tmp_path) == ["Z", "a", "a/z", "b", "é"]


def test_an_id_is_the_path_in_nfc_whatever_the_file_system_writes(tmp_path: Path) -> None:
    write(tmp_path, **{"cafe\u0301.txt": TEXT})
    assert ids(tmp_path) == ["café"]


def test_what_is_no_article_is_passed_over(tmp_path: Path) -> None:
    names = (".hidden.txt", ".git/x.txt", "corrections.yml", "README.md", "readme", "a.txt~", "#a.txt#", ".a.txt.swp")
    write(tmp_path, **dict.fromkeys((*names, "~$a.txt", "Thumbs.db", "a.bak"), TEXT), **{"real.txt": TEXT})
    assert ids(tmp_path) == ["real"]
    assert errors(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.docx", b"PK", "seeds/a.docx: is in no format that is read here; save it as one of "),
        ("a.txt", b" \n ", "seeds/a.txt: is empty; write an article in it, or delete it"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", "seeds/a.txt: is not text; save it as plain text in UTF-8"),
        (
            "a.md",
            b"---\ntitle: x\n\nBody",
            "seeds/a.md:1: the front matter is not closed; write a line of --- below it",
        ),
        ("a.md", b"---\ntitle: [x\n---\nBody", "seeds/a.md:3: the front matter is not YAML"),
        ("a.md", b"---\ntitle: Dam: a tale\n---\nBody", "seeds/a.md:2: the front matter is not YAML"),
        ("a.md", b"---\n- x\n---\nBody", "seeds/a.md:2: the front matter is not a list of keys"),
        ("a.md", b"---\ntitle: x\ntilte: y\n---\nB", 'seeds/a.md:3: "tilte" is not a key; did you mean "title"?'),
        ("a.md", b"---\ntitle: {a: b}\n---\nB", "seeds/a.md:2: title: is not text"),
        (
            "dam.md",
            b"---\ntitle: x\nauthor: y\npublished: 1st of March\n---\nB",
            'seeds/dam.md:4: published: "1st of March" is not a date; write 2025-03-01',
        ),
        ("a.md", b"---\ndate: soon\n---\nB", 'seeds/a.md:2: date: "soon" is not a date; write 2025-03-01'),
        ("a.md", b"---\ntitle: x\ntitle: y\n---\nB", 'seeds/a.md:3: "title" says again what "title" said'),
        ("a.md", b"---\npublished: 03/04/2025\n---\nB", "is 2025-03-04 to some and 2025-04-03 to others"),
        ("a.md", b"> - > \n", "seeds/a.md:1: holds no words"),
        ("a.html", b"<html><body></body></html>", "seeds/a.html: "),
        ("a.jsonl", b'{"id": 1}\n', 'seeds/a.jsonl:1: has neither "text" nor "title"'),
        ("a.jsonl", b"\n{oops\n", "seeds/a.jsonl:2: the line is not JSON"),
        ("a.jsonl", b"[1]\n", "seeds/a.jsonl:1: the line is not a JSON object"),
        ("a.jsonl", b'{"text": ["x"]}\n', 'seeds/a.jsonl:1: "text" is not text'),
        ("a.jsonl", b'{"text": "caf\xe9"}\n', "seeds/a.jsonl:1: the line is not in UTF-8"),
        ("a.jsonl", rb'{"id": "\ud800", "text": "x"}', 'seeds/a.jsonl:1: "id" holds half of a character'),
        ("a.jsonl", b"", "seeds/a.jsonl: is empty"),
        (
            "a.md",
            "---\ntitle: x\noutlet: a\uffffb\n---\nB".encode(),
            "seeds/a.md:3: the front matter holds a character that no text has, U+FFFF; delete it",
        ),
        ("a.jsonl.gz", b"\x1f\x8bnot gzip", "seeds/a.jsonl.gz: cannot be read to its end"),
    ],
)
def test_a_bad_file_gives_one_sentence_and_the_rest_is_read(
    tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    write(tmp_path, **{name: content, "good.txt": TEXT})
    (said,) = errors(tmp_path)
    assert sentence in said
    assert "\n" not in said
    assert ids(tmp_path) == ["good"]


def test_of_two_articles_with_one_id_the_second_is_an_error_that_names_the_first(tmp_path: Path) -> None:
    write(tmp_path, **{"dam.md": TEXT, "dam.txt": TEXT, "wire.jsonl": '{"id": "dam", "text": "x"}\n'})
    first, second = errors(tmp_path)
    assert first.startswith('seeds/dam.txt:1: the article\'s id "dam" is taken by seeds/dam.md;')
    assert second.startswith('seeds/wire.jsonl:1: the article\'s id "dam" is taken by seeds/dam.md;')


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    seeds, outside = tmp_path / "seeds", tmp_path / "outside"
    write(seeds, **{"a.txt": TEXT})
    write(outside, **{"secret.txt": TEXT})
    (seeds / "file.txt").symlink_to(outside / "secret.txt")
    (seeds / "folder").symlink_to(outside)
    (seeds / "loop").symlink_to(seeds)
    (seeds / "nothing.txt").symlink_to(outside / "nothing.txt")
    (seeds / "inside.txt").symlink_to(seeds / "a.txt")
    assert ids(seeds) == ["a", "inside"]
    assert [said.split(";")[0] for said in errors(seeds)] == [
        "seeds/file.txt: is a link to a file outside the folder",
        "seeds/folder: is a link to a folder",
        "seeds/loop: is a link to a folder",
        "seeds/nothing.txt: is a link to nothing",
    ]


def test_a_name_that_is_no_text_is_read_and_can_be_printed(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text(TEXT)
    except OSError:
        pytest.skip("the file system takes names in UTF-8 only")
    (found,) = ids(tmp_path)
    found.encode()


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ((b"caf\xc3\xa9.txt", b"cafe\xcc\x81.txt"), ["café", "cafe%CC%81"]),
        ((b"caf\xe9.txt", b"caf\xea.txt"), ["caf%E9", "caf%EA"]),
        ((b"caf\xe9.txt", b"caf%E9.txt"), ["caf%E9", "caf%25E9"]),
        ((b"a\xc2\x85b.txt", b"a\nb.txt", b"a\xef\xbf\xbfb.txt"), ["a%0Ab", "a%C2%85b", "a%EF%BF%BFb"]),
        ((b"A.txt", b"a.txt"), ["A", "a"]),
    ],
    ids=["normal form", "bytes", "bytes and their escape", "control characters", "case"],
)
def test_every_file_has_an_id_of_its_own(tmp_path: Path, names: tuple[bytes, ...], found: list[str]) -> None:
    try:
        for name in names:
            Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(TEXT)
    except OSError:
        pytest.skip("the file system takes names in UTF-8 only")
    if len(list(tmp_path.iterdir())) < len(names):
        pytest.skip("the file system takes these names for one")
    assert sorted(ids(tmp_path)) == sorted(found)
    assert all(item.source.isprintable() for item in read_folder(tmp_path) if isinstance(item, Article))


def test_a_file_that_is_too_large_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, **{"a.txt": TEXT})
    (said,) = (str(item) for item in read_folder(tmp_path, limits=Limits(bytes=10)))
    assert "more than the 0 MB of a file of one article; split it" in said


def test_a_folder_that_is_not_there_is_one_error(tmp_path: Path) -> None:
    (said,) = errors(tmp_path / "none")
    assert said == "seeds: is not a folder; make it, and put the articles in it"


def test_the_same_article_has_the_same_digest_in_every_format(tmp_path: Path) -> None:
    body = "Both towns agreed to share one ferry, and nobody spoke against it."
    files = {
        "a.txt": f"Ferry is shared\n\nBy Ines Okoro\n\n2026-11-03\n\n{body}\n",
        "b.md": "---\ntitle: Ferry is shared\nauthor: Ines Okoro\npublished: 3 November 2026\n---\n"
        f"\n*{body[:4]}*{body[4:]}\n",
        "c.jsonl": f'{{"title": "Ferry  is shared", "author": "Ines Okoro", "date": "2026-11-03", "text": "{body}"}}\n',
    }
    write(tmp_path, **files)
    digests = {item.digest for item in read_folder(tmp_path) if isinstance(item, Article)}
    assert len(digests) == 1
    write(tmp_path, **{"d.txt": files["a.txt"].replace("one ferry", "two ferries")})
    assert len({item.digest for item in read_folder(tmp_path) if isinstance(item, Article)}) == 2


def test_every_suffix_starts_with_a_dot_and_is_lower_case() -> None:
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in READERS)
