"""While a site is served, only what differs is written, and the folder is as a build from nothing leaves it."""

import logging
import shutil
import tempfile

import mkdocs.commands.build
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import BuildError

from tests.sites import files, make_site

SEED = "seeds/canada-port-strike-ends.txt"
PAGE = "articles/canada-port-strike-ends/index.html"


class Server:
    """Builds one site after the other into one folder, as ``mkdocs serve`` does."""

    def __init__(self, place):
        self.place, self.site = place, place / "shown"
        self.plugins = None
        self.written = set()

    def shows(self, config="mkdocs.yml"):
        """The folder after another build; ``written`` has the files that it put there anew."""
        before = self._looks()
        loaded = load_config(str(self.place / config), site_dir=str(self.site))
        if self.plugins is None:
            loaded.plugins.on_startup(command="serve", dirty=False)
        self.plugins = loaded.plugins
        build(loaded, serve_url="http://127.0.0.1:8000/")
        loaded.plugins["briefings"]._serving._indexing.wait()
        self.written = {path for path, look in self._looks().items() if before.get(path) != look}
        return {path: text for path, text in files(self.site).items() if not path.startswith("pagefind/")}

    def _looks(self):
        found = (file for file in self.site.rglob("*") if file.is_file())
        return {f.relative_to(self.site).as_posix(): (f.stat().st_ino, f.stat().st_mtime_ns) for f in found}

    def stops(self):
        self.plugins.on_shutdown()


@pytest.fixture
def server(tmp_path):
    place = make_site(tmp_path / "place")
    (place / "docs").mkdir()
    (place / "docs" / "mine.md").write_text("# My page\n")
    (place / "docs" / "mine.txt").write_text("A file of mine.\n")
    found = Server(place)
    found.shows()
    yield found
    found.stops()
    assert {path.name for path in place.iterdir()} - {".cache"} == {"docs", "mkdocs.yml", "seeds", "shown"}


def anew(server):
    """The folder of a server that begins with the articles as they are."""
    other = Server(server.place)
    other.site = server.place / "other"
    found = other.shows()
    other.stops()
    shutil.rmtree(other.site)
    return found


def test_an_edit_writes_the_pages_that_it_changes(server):
    seed = server.place / SEED
    seed.write_text(f"An edit says {seed.read_text()}")
    shown = server.shows()
    assert PAGE in server.written
    assert "articles/japan-pacific-energy-meeting-opens/index.html" not in server.written
    assert "feeds/index.json" in server.written
    assert "mine/index.html" not in server.written
    assert "mine.txt" not in server.written
    assert shown == anew(server)


def test_mkdocs_is_asked_only_for_pages_that_differ(server, monkeypatch):
    asked = []
    build_page = mkdocs.commands.build._build_page

    def noted(page, *arguments, **options):
        asked.append(page.file.src_uri)
        return build_page(page, *arguments, **options)

    monkeypatch.setattr("mkdocs.commands.build._build_page", noted)
    seed = server.place / SEED
    seed.write_text(f"An edit says {seed.read_text()}")
    server.shows()
    assert "articles/canada-port-strike-ends.md" in asked
    assert "mine.md" in asked
    assert "articles/japan-pacific-energy-meeting-opens.md" not in asked


def test_an_edit_that_is_taken_back_is_shown_so(server):
    seed, text = server.place / SEED, (server.place / SEED).read_text()
    seed.write_text(f"An edit says {text}")
    server.shows()
    seed.write_text(text)
    shown = server.shows()
    assert PAGE in server.written
    assert shown == anew(server)


def test_an_anchor_that_an_edit_takes_away_is_missed_on_pages_that_stay(server, caplog):
    page = server.place / "docs" / "mine.md"
    page.write_text("# My page {: #first }\n")
    (server.place / "docs" / "other.md").write_text("# Another\n\n[There](mine.md#first)\n")
    server.shows()
    page.write_text("# My page {: #second }\n")
    with caplog.at_level(logging.INFO, logger="mkdocs"):
        server.shows()
    assert "does not contain an anchor '#first'" in caplog.text


def test_what_is_gone_is_not_shown_any_more(server):
    (server.place / SEED).unlink()
    (server.place / "docs" / "mine.md").unlink()
    (server.place / "docs" / "mine.txt").unlink()
    shown = server.shows()
    assert not {PAGE, "mine/index.html", "mine.txt"} & shown.keys()
    assert shown == anew(server)
    assert not (server.site / "mine").exists()


def test_a_folder_takes_the_place_of_a_file(server):
    (server.place / "docs" / "mine.txt").unlink()
    (server.place / "docs" / "mine.txt").mkdir()
    (server.place / "docs" / "mine.txt" / "note.txt").write_text("A file below.\n")
    assert server.shows()["mine.txt/note.txt"] == b"A file below.\n"


def test_after_a_build_that_failed_everything_is_shown(server):
    seed, text = server.place / SEED, (server.place / SEED).read_text()
    corrections = server.place / "seeds" / "corrections.yml"
    corrections.write_text("- what: this\n")
    before = files(server.site)
    with pytest.raises(Exception, match="Aborted"):
        server.shows()
    assert files(server.site) == before
    corrections.unlink()
    seed.write_text(f"{text}\n\nThe port opened at nine.\n")
    assert server.shows() == anew(server)


def test_after_a_build_that_failed_while_it_wrote_everything_is_written(server, monkeypatch):
    def fail(page, *_, **__):
        raise BuildError(f"{page.file.src_uri} cannot be written")

    with monkeypatch.context() as broken:
        broken.setattr("mkdocs.commands.build._build_page", fail)
        with pytest.raises(Exception, match="Aborted"):
            server.shows()
    assert server.shows() == anew(server)
    assert {PAGE, "mine/index.html", "mine.txt"} <= server.written


def test_where_nothing_can_be_set_aside_everything_is_written(server, monkeypatch):
    made = tempfile.mkdtemp

    def full(*arguments, **options):
        if options.get("prefix") == "briefings-before-":
            raise OSError("no space left")
        return made(*arguments, **options)

    monkeypatch.setattr(tempfile, "mkdtemp", full)
    assert PAGE in server.shows()
    assert {PAGE, "mine/index.html", "mine.txt"} <= server.written


def test_another_configuration_is_another_site(server):
    config = server.place / "mkdocs.yml"
    config.write_text(config.read_text() + "\nuse_directory_urls: false\n")
    shown = server.shows()
    assert "articles/canada-port-strike-ends.html" in shown
    assert PAGE not in shown
    assert shown == anew(server)


def test_where_a_hook_has_a_say_it_finds_the_folder_empty(server):
    (server.place / "hook.py").write_text(
        "from pathlib import Path\n\n\ndef on_files(files, config):\n    Path(config.site_dir, 'own').mkdir()\n"
    )
    config = server.place / "mkdocs.yml"
    config.write_text(config.read_text() + "\nhooks: [hook.py]\n")
    try:
        for _ in range(2):
            assert PAGE in server.shows()
            assert PAGE in server.written
    finally:
        (server.place / "hook.py").unlink()
        shutil.rmtree(server.place / "__pycache__", ignore_errors=True)
