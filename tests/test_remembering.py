"""Pages that are not built again are, to the byte, what a build from nothing makes of them."""

import shutil

import pytest

from tests.sites import files, make_site, settings_of
from topic_briefings.build import generate
from topic_briefings.errors import SiteError
from topic_briefings.mkdocs_edge import remembering
from topic_briefings.mkdocs_edge.building import build_site


@pytest.fixture
def site(tmp_path):
    return make_site(tmp_path / "site")


@pytest.fixture(scope="module")
def once(tmp_path_factory):
    """A site that is built, and a copy of it to put in its place: where it stands is part of what it remembers."""
    folder = tmp_path_factory.mktemp("once")
    built(make_site(folder / "site"))
    return folder / "site", shutil.copytree(folder / "site", folder / "copy")


@pytest.fixture
def second(once):
    """That site, as it was after its first build."""
    site, copy = once
    shutil.rmtree(site)
    return shutil.copytree(copy, site)


@pytest.fixture
def rendered(monkeypatch):
    """The pages of ours that are rendered."""
    found = []
    render = remembering.BuiltOnce.render

    def noted(page, config, files):
        if page.built is None:
            found.append(page.file.src_uri)
        return render(page, config, files)

    monkeypatch.setattr(remembering.BuiltOnce, "render", noted)
    return found


def built(site):
    """The site that is built of the articles as they are; its search index differs from one build to the next."""
    generate(settings_of(site))
    made = files(build_site(site / "mkdocs.yml"))
    return {path: content for path, content in made.items() if not path.startswith("pagefind/")}


def anew(site, tmp_path):
    copy = tmp_path / "anew"
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns(".cache", "site", "site.last"))
    return built(copy)


def test_nothing_is_rendered_twice(site, rendered):
    first = built(site)
    assert "articles/canada-port-strike-ends.md" in rendered
    rendered.clear()
    assert built(site) == first
    assert rendered == []


def test_one_changed_article_is_rendered_and_the_rest_is_as_from_nothing(second, tmp_path, rendered):
    changed = second / "seeds" / "canada-port-strike-ends.txt"
    changed.write_text(changed.read_text("utf-8") + "\n\nThe port opened at nine.\n", "utf-8")
    found = built(second)
    assert "articles/canada-port-strike-ends.md" in rendered
    assert "articles/japan-pacific-energy-meeting-opens.md" not in rendered
    assert found == anew(second, tmp_path)


@pytest.mark.parametrize(
    "line",
    [
        "site_url: https://example.org/desk/",
        "copyright: The Sample Desk",
        "theme: {name: material, features: [navigation.instant]}",
        "extra_css: [assets/briefings.css, own.css]",
        "nav: [{Front: index.md}, {Countries: countries/index.md}]",
        "use_directory_urls: false",
    ],
)
def test_another_configuration_is_another_site(second, tmp_path, line):
    config = second / "mkdocs.yml"
    kept = [one for one in config.read_text("utf-8").splitlines() if not one.startswith("site_url")]
    config.write_text("\n".join([*kept, line, ""]), "utf-8")
    assert built(second) == anew(second, tmp_path)


def test_a_page_of_the_owners_joins_the_navigation_of_all(second, tmp_path):
    (second / "docs" / "imprint.md").write_text("# Who we are\n\n[The reports](articles/index.md)\n", "utf-8")
    found = built(second)
    assert b"Who we are" in found["articles/canada-port-strike-ends/index.html"]
    assert found == anew(second, tmp_path)
    (second / "docs" / "imprint.md").write_text("# Who they are\n", "utf-8")
    assert b"Who they are" in built(second)["articles/canada-port-strike-ends/index.html"]


def test_where_another_plugin_has_a_say_every_page_is_rendered(site, rendered):
    config = site / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("plugins:\n", "plugins:\n  - search\n"), "utf-8")
    built(site)
    assert rendered == []


def test_a_link_that_breaks_is_told_of_in_every_build(second):
    page = second / "docs" / "countries" / "canada.md"
    page.unlink()
    for _ in range(2):
        with pytest.raises(SiteError):
            build_site(second / "mkdocs.yml")


def test_a_broken_memory_is_no_memory(site, monkeypatch):
    first = built(site)
    monkeypatch.setattr("topic_briefings.store.rows.Rows.get", lambda *_: "no such row")
    assert built(site) == first
