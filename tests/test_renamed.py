"""A file of an article gets another name: its page stays where readers, feeds and other sites know it."""

from __future__ import annotations

import re

from tests.sites import files, make_site, settings_of
from topic_briefings.build import generate, verify


def without_anchors(content: bytes) -> bytes:
    """The anchor of a quotation is made of its words and of the article's id, which a file's name makes."""
    return re.sub(rb"q-[0-9a-f]{8}", b"", content)


def test_a_renamed_file_keeps_its_address_and_is_no_news(tmp_path):
    site = make_site(tmp_path / "site")
    settings = settings_of(site)
    generate(settings)
    before = files(site / "docs")
    seed = site / "seeds" / "canada-port-strike-ends.txt"
    # Of two articles of one day the one whose file comes first by name is first: that stays, too.
    seed = seed.rename(site / "seeds" / "canada-strike.txt")
    for _ in range(2):
        generate(settings)
        after = files(site / "docs")
        assert after.keys() == before.keys()
        for path in ("index.md", *(path for path in after if path.startswith("feeds/"))):
            assert without_anchors(after[path]) == without_anchors(before[path]), path
        assert verify(settings).problems == ()
    (site / "seeds" / "2026").mkdir()
    seed.rename(site / "seeds" / "2026" / "strike.txt")
    generate(settings)
    assert files(site / "docs").keys() == before.keys(), "renamed twice, it has its first address"


def test_an_address_is_given_to_an_article_that_has_it_for_a_name(tmp_path):
    site = make_site(tmp_path / "site")
    settings = settings_of(site)
    generate(settings)
    seed = site / "seeds" / "canada-port-strike-ends.txt"
    seed.rename(site / "seeds" / "strike.txt")
    generate(settings)
    seed.write_text("Another strike ends\n\nIt was long.\n")
    generate(settings)
    assert "Another strike ends" in (site / "docs" / "articles" / "canada-port-strike-ends.md").read_text()
    assert "two-key" in (site / "docs" / "articles" / "strike.md").read_text()
    assert verify(settings).problems == ()


def test_a_file_that_is_renamed_and_changed_is_another_article(tmp_path):
    site = make_site(tmp_path / "site")
    settings = settings_of(site)
    generate(settings)
    seed = site / "seeds" / "canada-port-strike-ends.txt"
    seed.with_name("strike.txt").write_text(seed.read_text().replace("71 percent", "72 percent"))
    seed.unlink()
    generate(settings)
    assert (site / "docs" / "articles" / "strike.md").exists()
    assert not (site / "docs" / "articles" / "canada-port-strike-ends.md").exists()
