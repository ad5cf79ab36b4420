"""What a person notices of writing: their own files survive, nothing is half done, a killed run is repaired."""

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from topic_briefings.errors import OwnershipError, PageError
from topic_briefings.models import Page
from topic_briefings.writing.files import stale, write
from topic_briefings.writing.manifest import MANIFEST


def pages(**contents: str) -> list[Page]:
    """``index="one"`` is the page ``index.md``; two underscores part folders."""
    return [Page(path=f"{name.replace('__', '/')}.md", content=text.encode()) for name, text in contents.items()]


def files(folder: Path) -> dict[str, str]:
    """Every file below ``folder``, the manifest left out."""
    found = (file for file in sorted(folder.rglob("*")) if file.is_file() and file.name != MANIFEST)
    return {file.relative_to(folder).as_posix(): file.read_text() for file in found}


def test_pages_become_files(tmp_path):
    docs = tmp_path / "docs"
    done = write(pages(index="home", topics__energy="gas"), docs)
    assert files(docs) == {"index.md": "home", "topics/energy.md": "gas"}
    assert done.written == ("index.md", "topics/energy.md")
    assert list(json.loads((docs / MANIFEST).read_text())) == ["index.md", "topics/energy.md"]


def test_a_second_run_writes_nothing(tmp_path):
    write(pages(index="home", about="us"), tmp_path)
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*")}
    done = write(pages(about="us", index="home"), tmp_path)
    assert done.written == done.removed == ()
    assert done.unchanged == ("about.md", "index.md")
    assert {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*")} == before


def test_what_is_no_longer_a_page_goes_with_its_folder(tmp_path):
    write(pages(index="home", topics__energy__gas="gas", topics__law="law"), tmp_path)
    done = write(pages(index="home", topics__law="law"), tmp_path)
    assert done.removed == ("topics/energy/gas.md",)
    assert files(tmp_path) == {"index.md": "home", "topics/law.md": "law"}
    assert not (tmp_path / "topics/energy").exists()


def test_hand_written_pages_survive(tmp_path):
    write(pages(index="home", topics__law="law"), tmp_path)
    (tmp_path / "topics/notes.md").write_text("mine")
    (tmp_path / "about.md").write_text("us")
    write(pages(index="home, again"), tmp_path)
    assert files(tmp_path) == {"index.md": "home, again", "topics/notes.md": "mine", "about.md": "us"}


def test_a_deleted_page_is_generated_again(tmp_path):
    write(pages(index="home"), tmp_path)
    (tmp_path / "index.md").unlink()
    write(pages(index="home"), tmp_path)
    assert files(tmp_path) == {"index.md": "home"}


def refusal(folder: Path, *args: Page) -> str:
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    with pytest.raises(OwnershipError) as error:
        write(args, folder)
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == before
    return str(error.value)


def test_a_hand_written_file_in_the_way_stops_the_run(tmp_path):
    docs = tmp_path / "docs"
    write(pages(about="us"), docs)
    (docs / "index.md").write_text("mine")
    assert refusal(docs, *pages(about="all new", index="home")) == (
        "docs/index.md: was written or changed by hand, so the generator does not touch it; "
        "rename it to keep it, or delete it and generate again"
    )


def test_a_page_edited_by_hand_stops_the_run(tmp_path):
    write(pages(index="home", a="1", b="2"), tmp_path)
    (tmp_path / "index.md").write_text("better")
    assert refusal(tmp_path, *pages(index="home", a="3")).startswith(f"{tmp_path.name}/index.md: was written or")
    assert stale(pages(index="home", a="1", b="2"), tmp_path) == ("index.md",)


def test_a_page_edited_by_hand_is_not_removed(tmp_path):
    write(pages(index="home", old="1"), tmp_path)
    (tmp_path / "old.md").write_text("1, annotated")
    message = refusal(tmp_path, *pages(index="home"))
    assert f"{tmp_path.name}/old.md: was written or changed by hand" in message
    (tmp_path / "old.md").rename(tmp_path / "mine.md")
    write(pages(index="home"), tmp_path)
    assert files(tmp_path) == {"index.md": "home", "mine.md": "1, annotated"}


def test_an_edit_that_equals_the_new_page_is_adopted(tmp_path):
    write(pages(index="home"), tmp_path)
    (tmp_path / "index.md").write_text("better")
    assert write(pages(index="better"), tmp_path).unchanged == ("index.md",)
    assert stale(pages(index="better"), tmp_path) == ()


def test_many_files_in_the_way_are_named_shortly(tmp_path):
    for number in range(30):
        (tmp_path / f"p{number:02}.md").write_text("mine")
    message = refusal(tmp_path, *pages(**{f"p{number:02}": "ours" for number in range(30)}))
    assert "/p00.md, " in message
    assert "and 21 more: were written or changed by hand" in message
    assert len(message) < 1000


@pytest.mark.parametrize("kind", ["folder", "link", "file above", "link above"])
def test_what_is_no_file_is_left_alone(tmp_path, kind):
    docs, elsewhere = tmp_path / "docs", tmp_path / "elsewhere"
    docs.mkdir()
    elsewhere.mkdir()
    (elsewhere / "law.md").write_text("mine")
    match kind:
        case "folder":
            (docs / "topics/law.md").mkdir(parents=True)
        case "link":
            (docs / "topics").mkdir()
            (docs / "topics/law.md").symlink_to(elsewhere / "law.md")
        case "file above":
            (docs / "topics").write_text("mine")
        case "link above":
            (docs / "topics").symlink_to(elsewhere)
    assert "docs/topics/law.md: was written or changed by hand" in refusal(docs, *pages(topics__law="law"))
    assert (elsewhere / "law.md").read_text() == "mine"


def test_a_lost_manifest_is_made_again_from_pages_that_are_the_same(tmp_path):
    write(pages(index="home", about="us"), tmp_path)
    before = (tmp_path / MANIFEST).read_bytes()
    (tmp_path / MANIFEST).unlink()
    assert stale(pages(index="home", about="us"), tmp_path) == (MANIFEST,)
    assert write(pages(index="home", about="us"), tmp_path).written == ()
    assert (tmp_path / MANIFEST).read_bytes() == before


def test_a_lost_manifest_never_costs_a_page(tmp_path):
    write(pages(index="home"), tmp_path)
    (tmp_path / MANIFEST).unlink()
    assert f"restore {tmp_path.name}/{MANIFEST}" in refusal(tmp_path, *pages(index="new"))


@pytest.mark.parametrize("text", ["", "<<<<<<< HEAD\n{}", "[]", '{"a.md": 1}', '{"../a.md": "0"}', "\xff"])
def test_a_broken_manifest_stops_the_run(tmp_path, text):
    (tmp_path / MANIFEST).write_bytes(text.encode("latin-1"))
    assert "restore it from version control" in refusal(tmp_path, *pages(index="home"))


def test_check_names_what_differs_and_writes_nothing(tmp_path):
    docs = tmp_path / "docs"
    assert stale(pages(index="home"), docs) == ("index.md",)
    assert not docs.exists()
    write(pages(index="home", a="1", b="1", c="1"), docs)
    (docs / "b.md").unlink()
    before = files(docs)
    assert stale(pages(index="home", a="2", b="1", d="1"), docs) == ("a.md", "b.md", "c.md", "d.md")
    assert files(docs) == before


ODD_PATHS = ["", "/etc/passwd", "../a.md", "a/../b.md", "a//b.md", "a/", ".hidden.md", "a/.b/c.md", "a b.md", "a\\b.md"]
ODD_PATHS += ["a\n.md", "a:b.md", "a\0.md", "a?.md", f"{'a' * 250}.md", "C:/a.md", "a/<b>.md"]


@pytest.mark.parametrize("path", ODD_PATHS)
def test_a_path_that_is_no_place_below_docs_is_refused(tmp_path, path):
    with pytest.raises(PageError, match="cannot be the path of a page"):
        write([Page(path=path, content=b"x")], tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_letters_of_any_script_are_fine(tmp_path):
    write(pages(voices__мария_петрова="1", voices__élodie="2", voices__मीरा="3", voices__東京="4"), tmp_path)
    assert len(files(tmp_path)) == 4


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a.md", "a.md"),
        ("a.md", "A.md"),
        ("é.md", "e\u0301.md"),
        ("a", "a/b.md"),
        ("x/a/b.md", "x/a"),
        ("ß.md", "SS.md"),
    ],
)
def test_two_pages_that_are_one_file_somewhere_are_refused(tmp_path, one, other):
    with pytest.raises(PageError, match="cannot both be pages"):
        write([Page(path=one, content=b"1"), Page(path=other, content=b"2")], tmp_path)


# ------------------------------------------------------------------ killed in the middle


class Killed(BaseException):
    """Not an ``Exception``: nothing in the house may catch it, as nothing can catch ``kill -9``."""


@contextlib.contextmanager
def killed_at(step: int):
    """Die at the ``step``-th thing that is done to a file, after half of it when that is a write."""
    left = [step]
    with pytest.MonkeyPatch.context() as patch:

        def dying(method, halfway=None):
            def call(self, *args, **kwargs):
                left[0] -= 1
                if left[0] == 0:
                    if halfway:
                        halfway(self, *args)
                    raise Killed
                return method(self, *args, **kwargs)

            return call

        write_bytes, write_text = Path.write_bytes, Path.write_text
        patch.setattr(
            Path, "write_bytes", dying(write_bytes, lambda p, data, *_: write_bytes(p, data[: len(data) // 2]))
        )
        patch.setattr(Path, "write_text", dying(write_text, lambda p, text, *_: write_text(p, text[: len(text) // 2])))
        for name in ("replace", "unlink", "rmdir", "mkdir"):
            patch.setattr(Path, name, dying(getattr(Path, name)))
        try:
            yield
        except Killed:
            return
    raise EOFError  # it came through


OLD = {"index": "home", "topics__law": "law", "topics__old__gas": "gas", "same": "same"}
NEW = {"index": "home, new", "topics__energy__oil": "oil", "topics__law": "law 2", "same": "same"}
OTHER = {"index": "home, other", "topics__energy__oil": "other oil", "voices__ann": "Ann", "topics__old__gas": "gas"}


@pytest.mark.parametrize("after", [OLD, NEW, OTHER, {}], ids=["back to the old", "the same again", "other", "none"])
@pytest.mark.parametrize("start", [{}, OLD], ids=["from nothing", "from an edition"])
def test_a_killed_run_is_repaired_by_the_next(tmp_path, start, after):
    steps = 0
    for step in range(1, 1000):
        docs = tmp_path / str(step)
        docs.mkdir()
        (docs / "mine.md").write_text("mine")
        write(pages(**start), docs)
        try:
            with killed_at(step):
                write(pages(**NEW), docs)
        except EOFError:
            steps = step - 1
            break
        write(pages(**after), docs)
        assert files(docs) == {**{p.path: p.content.decode() for p in pages(**after)}, "mine.md": "mine"}, step
        assert stale(pages(**after), docs) == ()
        assert [folder for folder in docs.rglob("*") if folder.is_dir() and not any(folder.iterdir())] == []
    assert steps > 10


def test_an_edit_after_a_killed_run_is_still_the_persons(tmp_path):
    write(pages(**OLD), tmp_path)
    with killed_at(8):
        write(pages(**NEW), tmp_path)
    (tmp_path / "index.md").write_text("mine")
    assert "/index.md: was written or changed by hand" in refusal(tmp_path, *pages(**NEW))


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.dictionaries(st.sampled_from(["a", "b", "c__d", "c__e"]), st.sampled_from("xyz")), max_size=4))
def test_after_any_editions_the_files_are_the_last_one(tmp_path_factory, editions):
    docs = tmp_path_factory.mktemp("docs")
    for edition in editions:
        write(pages(**edition), docs)
        assert files(docs) == {page.path: page.content.decode() for page in pages(**edition)}
