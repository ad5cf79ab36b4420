"""Nothing is made twice: what a run leaves alone is, to the byte, what a run from nothing makes."""

import json
import random
import shutil
import sqlite3
from contextlib import closing

import pytest

from tests.sites import SAMPLES, files, make_site, settings_of
from topic_briefings.build import gathered, generate
from topic_briefings.pages import digests, templating
from topic_briefings.pages.kinds import site_of
from topic_briefings.pages.once import RememberedSite
from topic_briefings.store import decoded
from topic_briefings.store.pages import remembered


def test_a_piece_that_is_made_anew_takes_the_place_of_the_old_one(tmp_path, monkeypatch):
    monkeypatch.setattr(decoded, "_stays", True)
    for made, before in (("one", None), ("two", "one"), ("three", "two")):
        with remembered(tmp_path) as pieces:
            assert pieces.get("key") == before
            pieces.put("key", made)


POOL = sorted(file.name for file in SAMPLES.glob("*-*.md")) + sorted(file.name for file in SAMPLES.glob("*-*.txt"))
AT_FIRST, STEPS = 14, 9
OPTIONS = (
    {"threshold": 0.95},
    {"full_text": True},
    {"per_page": 20},
    {"site_language": "de"},
    {"site_name": "The Morning Shelf"},
)


def _add(site, chance):
    name = chance.choice(POOL)
    shutil.copyfile(SAMPLES / name, site / "seeds" / name)


def _delete(site, chance):
    chance.choice(_seeds(site)).unlink()


def _rename(site, chance):
    file = chance.choice(_seeds(site))
    file.rename(file.with_name(f"again-{file.name}"))


def _add_a_sentence(site, chance):
    file = chance.choice(_seeds(site))
    file.write_text(f"{file.read_text('utf-8')}\n\nA sentence numbered {chance.randrange(99)} was added.\n", "utf-8")


def _cut_a_paragraph(site, chance):
    file = chance.choice(_seeds(site))
    parts = file.read_text("utf-8").split("\n\n")
    file.write_text("\n\n".join(parts[:-1]) if len(parts) > 4 else "\n\n".join(parts), "utf-8")


def _put_words_in_marks(site, chance):
    file = chance.choice(_seeds(site))
    said = "\n\n“We have waited years for this,” said Ada Lindholm, the harbour master of Oslo.\n"
    file.write_text(file.read_text("utf-8").rstrip() + said, "utf-8")


def _copy_in_another_paper(site, chance):
    file = chance.choice(_seeds(site))
    shutil.copyfile(file, file.with_name(f"copy-of-{file.name}"))


def _move_the_day(site, chance):
    file = chance.choice(_seeds(site))
    file.write_text(file.read_text("utf-8").replace("2026", "2025", 1), "utf-8")


def _correct(site, chance):
    article = chance.choice(_seeds(site)).stem
    entries = [
        f"- article: {article}\n  headline: Another headline\n",
        f"- article: {article}\n  country: Canada\n  as: about\n",
        f"- article: {article}\n  withdraw: It was a mistake.\n",
        "",
    ]
    (site / "seeds" / "corrections.yml").write_text(chance.choice(entries), "utf-8")


def _add_half_a_sign(site, chance):
    row = {"title": "A torn message", "text": "“We wait \ud83d here,” said Ada Lindholm, the harbour master of Oslo."}
    (site / "seeds" / f"torn-{chance.randrange(99)}.jsonl").write_text(json.dumps(row) + "\n", "utf-8")


EDITS = (
    _add,
    _add_half_a_sign,
    _add_a_sentence,
    _copy_in_another_paper,
    _correct,
    _cut_a_paragraph,
    _delete,
    _move_the_day,
    _put_words_in_marks,
    _rename,
)


def _seeds(site):
    return sorted(file for file in (site / "seeds").iterdir() if file.name != "corrections.yml")


@pytest.mark.parametrize(("seed", "stays"), [(0, False), (1, False), (2, True)])
def test_after_any_edits_the_pages_are_those_of_a_run_from_nothing(tmp_path, monkeypatch, seed, stays):
    monkeypatch.setattr(decoded, "_stays", stays)
    chance = random.Random(seed)  # noqa: S311 - edits, not secrets
    site = make_site(tmp_path / "site", tuple(chance.sample(POOL, AT_FIRST)))
    options = {}
    generate(settings_of(site))
    for step in range(STEPS):
        if chance.random() < 0.25:
            options = {} if options else chance.choice(OPTIONS)
        else:
            for edit in chance.choices(EDITS, k=chance.choice((1, 1, 2))):
                edit(site, chance)
        anew = tmp_path / f"anew-{step}"
        shutil.copytree(site, anew)
        _forget_all_but_analyses(anew)
        recorded = chance.random() < 0.8
        generate(settings_of(site, **options), recorded=recorded)
        generate(settings_of(anew, **options), recorded=recorded)
        assert files(site / "docs") == files(anew / "docs"), (seed, step)
        shutil.rmtree(anew)


def _forget_all_but_analyses(site):
    """That remembered analyses are what is found anew is tested in ``test_build.py``; they take the longest."""
    with closing(sqlite3.connect(site / ".cache" / "briefings" / "analyses.sqlite")) as memory, memory:
        tables = {name for (name,) in memory.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert {"analyses", "pages"} <= tables
        for name in tables - {"analyses"}:
            memory.execute(f"DELETE FROM {name}")  # noqa: S608 - names of our own


def test_a_changed_article_has_few_pages_rendered(tmp_path, monkeypatch):
    site = make_site(tmp_path / "site", tuple(POOL))
    generate(settings_of(site))
    changed = site / "seeds" / "us-ohio-library-lends-tools.md"
    changed.write_text(changed.read_text("utf-8") + "\n\nThe library opens at nine.\n", "utf-8")
    rendered = []
    template = templating.template("article.md.j2")
    monkeypatch.setattr(type(template), "render", _noting(rendered, type(template).render))
    generate(settings_of(site))
    articles = [path for path in rendered if path.startswith("articles/") and path != "articles/index.md"]
    assert "articles/us-ohio-library-lends-tools.md" in articles
    assert len(articles) < len(POOL) / 8, "its own page, its neighbours', and perhaps one that is near it"


def _noting(rendered, render):
    def noted(template, *about, **given):
        rendered.append(given.get("here", ""))
        return render(template, *about, **given)

    return noted


def test_a_page_that_was_deleted_is_made_again(tmp_path):
    site = make_site(tmp_path / "site")
    generate(settings_of(site))
    expected = files(site / "docs")
    (site / "docs" / "articles" / "canada-port-strike-ends.md").unlink()
    assert generate(settings_of(site)).files.written == ("articles/canada-port-strike-ends.md",)
    assert files(site / "docs") == expected


def test_a_broken_memory_is_no_memory(tmp_path, monkeypatch):
    site = make_site(tmp_path / "site")
    generate(settings_of(site))
    expected = files(site / "docs")
    shutil.rmtree(site / "docs")
    monkeypatch.setattr("topic_briefings.store.pages.Pieces.get", lambda *_: '[["voice\\tx"], "x", [[1]]]')
    generate(settings_of(site))
    assert files(site / "docs") == expected


def test_what_is_no_part_of_an_edition_has_no_digest(tmp_path):
    site = make_site(tmp_path / "site")
    edition, _ = gathered(settings_of(site))
    with pytest.raises(TypeError, match="set is no part of an edition"):
        digests.Digests(edition, {}).of({1})


def test_what_is_made_once_may_not_look_at_the_whole_edition(tmp_path):
    site = make_site(tmp_path / "site")
    settings = settings_of(site)
    edition, _ = gathered(settings)
    remembered = RememberedSite(site_of(edition, settings), digests.Digests(edition, {}), _Nothing(), "")
    with pytest.raises(AttributeError, match="is given what it needs"):
        [*remembered.once(lambda site: iter([site.edition])), *remembered.due()]


class _Nothing:
    def get(self, key):
        return None

    def put(self, key, made):
        pass
