"""When a server shows a page ahead of its build, and when the build gives way to the next edit."""

from threading import Condition

import pytest

from topic_briefings import glimpse
from topic_briefings.mkdocs_edge import ahead
from topic_briefings.settings import parse


class Server:
    """As much of MkDocs' server as is asked."""

    def __init__(self, build):
        self.builder = build
        self._want_rebuild = False
        self._rebuild_cond = Condition()

    def wants(self):
        """Whether it would build again, at the latest after the pause."""
        with self._rebuild_cond:
            return self._rebuild_cond.wait_for(lambda: self._want_rebuild, timeout=5)


class Editor:
    """Somebody who edits an article while a site is served."""

    def __init__(self, settings):
        self.settings = settings
        self.done = []
        self.edits = 0
        """What is edited while the next builds gather."""
        self._ahead = ahead.Ahead()
        self.server = Server(self.build)
        self._ahead.know(None, settings)
        self._ahead.begin(settings)
        self._ahead.follow(self.server, lambda: None, settings, self.show)

    def edit(self, name="bridge.md"):
        """Change an article, which the server notices."""
        file = self.settings.seeds / name
        file.write_text(f"{file.read_text() if file.exists() else ''}More.\n")
        self.server._want_rebuild = True

    def build(self):
        self._ahead.begin(self.settings)
        for step in self._ahead.heeding(range(3), "Gathering", 3):
            if step == 1 and self.edits:
                self.edits -= 1
                self.edit()
        self.done.append("built")

    def show(self, pages):
        self.done.extend(pages)
        return bool(pages)

    def notices(self):
        """The server notices a change."""
        self.server._want_rebuild = False
        self.server.builder()


@pytest.fixture
def editor(tmp_path, monkeypatch):
    class Glimpse:
        def __init__(self, edition, settings):
            """Nothing is gathered."""

        def pages(self, changed):
            if broken := [file for file in changed if file.name == "broken.md"]:
                raise ValueError(broken)
            return {file.name: "" for file in changed if file.name == "bridge.md"}

    monkeypatch.setattr(glimpse, "Glimpse", Glimpse)
    monkeypatch.setattr(ahead, "PAUSE", 0.01)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "bridge.md").write_text("A bridge.\n")
    return Editor(parse({}, root=tmp_path))


def test_an_edit_is_shown_and_then_all_is_built(editor):
    editor.edit()
    editor.notices()
    assert editor.done == ["bridge.md"]
    assert editor.server.wants()
    editor.notices()
    assert editor.done == ["bridge.md", "built"]


@pytest.mark.parametrize("name", ["new.md", "broken.md"])
def test_what_cannot_be_shown_ahead_is_built_at_once(editor, name):
    editor.edit(name)
    editor.notices()
    assert editor.done == ["built"]


def test_what_is_no_article_is_built_at_once(editor):
    editor.notices()
    assert editor.done == ["built"]


def test_an_edit_while_another_is_gathered_is_shown_before_either_is_built(editor):
    editor.edit()
    editor.notices()
    editor.edits = 1
    assert editor.server.wants()
    editor.notices()
    assert editor.done == ["bridge.md", "bridge.md"]
    assert editor.server.wants()
    editor.notices()
    assert editor.done == ["bridge.md", "bridge.md", "built"]


def test_somebody_who_never_stops_is_not_given_way_for_ever(editor):
    editor.edits = ahead.MOST + 1
    for _ in range(ahead.MOST + 1):
        editor.notices()
    assert editor.done == ["bridge.md"] * ahead.MOST + ["built"]
