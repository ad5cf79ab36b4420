"""Verifying reads the file of corrections itself: what it says must stand on the site, and no other mark."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from tests.sites import ROOT, make_site, settings_of
from topic_briefings.build import check, generate, verify
from topic_briefings.errors import StaleCorrectionsError
from topic_briefings.pages.machine.data import VOICES
from topic_briefings.writing.manifest import MANIFEST

SAMPLES = (
    "japan-reactor-restart-fukui-assembly.md",
    "kenya-nzoroi-dam-filling-begins.md",
    "kenya-nzoroi-release-floods-farms.md",
    "kenya-reshuffle-energy-minister-moves-to-water.md",
    "canada-port-strike-ends.txt",
)
DAM = "- article: kenya-nzoroi-dam-filling-begins\n  "
ENTRIES = {
    "speaker": f"{DAM}quotation: They have shown us a map\n  speaker: Grace Kamande\n  date: 2026-11-28",
    "speaker, nobody": f"{DAM}quotation: They have shown us a map\n  speaker: nobody",
    "speaker, not printed": f"{DAM}quotation: They have shown us a map\n  speaker: Alice Wanjiru",
    "hide": f"{DAM}quotation: They have shown us a map\n  hide: true\n  date: 2026-11-28",
    "country": f"{DAM}country: Ireland\n  words: Dublin",
    "country, without words": f"{DAM}country: Peru\n  as: mentioned\n  date: 2026-11-28",
    "country, dropped": f"{DAM}country: Kenya\n  as: dropped",
    "topic": f"{DAM}topic: commercial fishing\n  date: 2026-11-28",
    "topic, dropped": (
        "- article: kenya-reshuffle-energy-minister-moves-to-water\n"
        "  topic: economy, business and finance\n  as: dropped"
    ),
    "keyword": f"{DAM}keyword: mangoes",
    "headline": f"{DAM}headline: A *dam* fills\n  date: 2026-11-28",
    "published": f"{DAM}published: 2026-11-05",
    "withdraw": f"{DAM}withdraw: The wire <retracted> [it](x).\n  date: 2026-11-28",
    "same_as": "- voice: Grace Kamande\n  same_as: Daniel Mutiso Kilonzo\n  date: 2026-11-28",
    "apart": "- voice: Grace Kamande\n  apart: kenya-nzoroi-release-floods-farms",
    "name": "- voice: Grace Kamande\n  name: Grace Wambui Kamande",
    "role": "- voice: Grace Kamande\n  role: Minister for <b>Water</b>\n  date: 2026-11-28",
    "link": "- voice: Grace Kamande\n  link: https://example.org/a_(b)?c=1&d='2'",
    "join": "- join: [kenya-nzoroi-dam-filling-begins, canada-port-strike-ends]\n  date: 2026-11-28",
    "part": "- part: [kenya-nzoroi-dam-filling-begins]",
}
PINNED = f"{DAM}quotation: They have shown us a map\n  pin: true\n  date: 2026-11-28"


def site_of(folder: Path, entry: str) -> Path:
    make_site(folder, SAMPLES)
    (folder / "seeds" / "corrections.yml").write_text(entry, encoding="utf-8")
    generate(settings_of(folder))
    return folder


def problems(folder: Path) -> list[str]:
    return [str(problem) for problem in verify(settings_of(folder)).problems]


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    """The analyses of the samples, made once."""
    return site_of(tmp_path_factory.mktemp("plain") / "site", "")


@pytest.fixture
def plain(cache, tmp_path):
    return shutil.copytree(cache, tmp_path / "site")


def correct(folder: Path, entry: str) -> None:
    (folder / "seeds" / "corrections.yml").write_text(entry, encoding="utf-8")


@pytest.mark.parametrize("name", [*ENTRIES, "pin"])
def test_a_corrected_site_gives_no_alarm_until_the_file_says_nothing_of_it(plain, name):
    before = {file: file.read_bytes() for file in (plain / "docs").rglob("*.md")}
    correct(plain, ENTRIES.get(name, PINNED))
    outcome = generate(settings_of(plain), strict=True)
    assert (outcome.errors, outcome.unmet) == ((), ())
    assert problems(plain) == []
    after = {file: file.read_bytes() for file in (plain / "docs").rglob("*.md")}
    assert before != after
    said = "28 November 2026" if "2026-11-28" in ENTRIES.get(name, PINNED) else "by the editor"
    assert any(said in page.decode() for page in after.values())
    correct(plain, "")
    assert problems(plain) != []


@pytest.mark.parametrize("name", ENTRIES)
def test_a_site_that_does_not_follow_the_file_is_caught(plain, name):
    correct(plain, ENTRIES[name])
    assert problems(plain) != []


def change(folder: Path, path: str, old: str, new: str) -> None:
    """Put ``new`` for ``old`` on a page, and its hash into the manifest."""
    file, manifest = folder / "docs" / path, folder / "docs" / MANIFEST
    before = file.read_bytes()
    after = before.replace(old.encode(), new.encode())
    assert before != after
    file.write_bytes(after)
    told = manifest.read_text()
    manifest.write_text(told.replace(sha256(before).hexdigest(), sha256(after).hexdigest()))


ARTICLE = "articles/kenya-nzoroi-dam-filling-begins.md"
BY_EDITOR = '<span class="bf-corrected">speaker set by the editor, 28 November 2026</span>'
FORGED = {
    "another day": ("speaker", ARTICLE, f"{BY_EDITOR}<span", f"{BY_EDITOR.replace('28', '27')}<span"),
    "no mark": ("speaker", ARTICLE, f" · {BY_EDITOR}", ""),
    "the reason": ("withdraw", ARTICLE, "The wire", "Our wire"),
    "the role": ("role", "voices/grace-kamande.md", "Minister for &#60;b&#62;Water", "Minister for &#60;b&#62;Energy"),
    "the headline": ("headline", ARTICLE, "# A &#42;dam&#42; fills", "# A &#42;dam&#42; falls"),
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_page_is_caught_though_its_hash_is_adjusted(plain, name):
    entry, path, old, new = FORGED[name]
    correct(plain, ENTRIES[entry])
    generate(settings_of(plain))
    assert problems(plain) == []
    change(plain, path, old, new)
    found = problems(plain)
    assert found
    assert any(path in problem for problem in found)


def test_what_is_given_to_a_voice_of_one_article_is_anothers_nowhere(plain):
    """An entry that an article narrows speaks for the voice in that article alone."""
    correct(plain, "- voice: Grace Kamande\n  role: Minister for Tides\n  in: kenya-nzoroi-dam-filling-begins\n")
    generate(settings_of(plain), strict=True)
    assert problems(plain) == []
    rows = (plain / "docs" / VOICES).read_text(encoding="utf-8")
    given = '"role":"Minister for Tides"'
    assert given in rows
    other = next(
        line for line in rows.split("\n") if '"role"' not in line.partition('"dated_roles"')[0] and given not in line
    )
    change(plain, VOICES, other, f"{other.removesuffix('}')},{given}}}")
    assert any(problem.startswith(f"docs/{VOICES}:") for problem in problems(plain))


def test_the_samples_are_corrected_as_their_file_says(tmp_path):
    shutil.copytree(ROOT / "tests" / "articles", tmp_path / "seeds")
    outcome = generate(settings_of(tmp_path), strict=True)
    assert outcome.unmet == ()
    assert problems(tmp_path) == []
    page = (tmp_path / "docs" / "articles" / "canada-east-coast-port-strike-begins.md").read_text(encoding="utf-8")
    assert "speaker set by the editor, 22 November 2026" in page


# ------------------------------------------------------------------ what no longer applies

OUTDATED = f"{DAM}quotation: Nobody said this\n  hide: true\n"
SENTENCE = "seeds/corrections.yml:1: the correction (hide) does not apply any more: the words “Nobody said this”"


def test_what_no_longer_applies_is_said_and_changes_nothing(plain):
    correct(plain, OUTDATED)
    outcome = generate(settings_of(plain))
    assert outcome.unmet[0].startswith(SENTENCE)
    assert outcome.files.written == ()
    assert problems(plain) == []
    assert check(settings_of(plain)).unmet == outcome.unmet


def test_strictly_it_stops_the_run_before_anything_is_written(plain):
    correct(plain, OUTDATED + ENTRIES["headline"])
    before = {file: file.read_bytes() for file in (plain / "docs").rglob("*") if file.is_file()}
    with pytest.raises(StaleCorrectionsError, match="Nobody said this"):
        generate(settings_of(plain), strict=True)
    assert before == {file: file.read_bytes() for file in (plain / "docs").rglob("*") if file.is_file()}


def test_the_file_may_stand_elsewhere(plain):
    (plain / "seeds" / "corrections.yml").unlink()
    (plain / "word.yml").write_text(ENTRIES["headline"], encoding="utf-8")
    settings = settings_of(plain, corrections="word.yml")
    assert generate(settings).unmet == ()
    assert verify(settings).problems == ()
    assert "A &#42;dam&#42; fills" in (plain / "docs" / ARTICLE).read_text()


def test_the_same_corrections_give_the_same_bytes(plain, tmp_path):
    wanted = ("speaker", "country", "topic", "role", "join")
    every = "\n".join(entry for name, entry in ENTRIES.items() if name in wanted)
    correct(plain, every)
    generate(settings_of(plain))
    other = site_of(tmp_path / "other", every)
    assert {f.relative_to(plain): f.read_bytes() for f in (plain / "docs").rglob("*.md")} == {
        f.relative_to(other): f.read_bytes() for f in (other / "docs").rglob("*.md")
    }


def test_what_was_put_first_stands_before_all_else_that_was_said(tmp_path):
    folder = site_of(
        tmp_path / "site", "- article: kenya-nzoroi-release-floods-farms\n  quotation: a wet floor\n  pin: true"
    )
    page = (folder / "docs" / "articles" / "kenya-nzoroi-release-floods-farms.md").read_text(encoding="utf-8")
    quoted = [line for line in page.splitlines() if line.startswith("> “")]
    assert quoted[0].startswith("> “I will not leave a wet floor")
    assert problems(folder) == []
