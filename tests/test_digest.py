"""A digest: what is new, each story once, in three forms, every quotation its article's."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape
from pathlib import Path

import markdown
import pytest
from click.testing import CliRunner

from tests.sites import make_site, settings_of
from topic_briefings.build import gathered, generate
from topic_briefings.cli import main
from topic_briefings.digesting.telling import FORMS, tell
from topic_briefings.gathering.digest import Digest, News, since_day, since_edition
from topic_briefings.pages.kinds import site_of

STRIKE = (
    "canada-east-coast-port-strike-begins.md",
    "canada-port-strike-mediator-proposal.md",
    "canada-port-strike-ends.txt",
)
OTHERS = ("japan-reactor-restart-fukui-assembly.md", "japan-pacific-energy-meeting-opens.md")


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    return make_site(tmp_path_factory.mktemp("digest") / "site", (*STRIKE, *OTHERS))


@pytest.fixture(scope="module")
def edition(site):
    found, errors = gathered(settings_of(site))
    assert not errors
    return found


def news(digest: Digest) -> dict[str, News]:
    return {item.chief.article.headline: item.news for _, items in digest.subjects for item in items}


def told(digest: Digest, edition, site: Path, form: str, root: str | None = None) -> str:
    settings = settings_of(site)
    return tell(digest, site_of(edition, settings), FORMS[form], lambda path: f"{root}{path}" if root else None)


def test_a_day_tells_what_was_published_then_or_later(edition):
    found = since_day(edition, dt.date(2026, 11, 18))
    reports = {report.article.id for _, items in found.subjects for item in items for report in item.reports}
    expected = {r.article.id for r in edition.reports if r.article.published and r.article.published.day >= 18}
    assert reports == expected
    assert "canada-port-strike-ends" in reports


def test_a_story_is_told_once_and_has_grown_when_it_began_before(edition):
    [story] = [story for story in edition.stories if len(story.reports) == 3]
    found = since_day(edition, dt.date(2026, 11, 18))
    items = [item for _, items in found.subjects for item in items if item.story and item.story.id == story.id]
    assert [(item.news, len(item.reports)) for item in items] == [(News.GROWN, 1)]
    assert since_day(edition, dt.date(2026, 1, 1)).subjects != found.subjects
    assert news(since_day(edition, dt.date(2026, 1, 1)))[story.headline] is News.NEW


def test_nothing_new_is_one_sentence(edition, site):
    text = told(since_day(edition, dt.date(2030, 1, 1)), edition, site, "text")
    assert text.endswith("\nNothing is new.\n")
    assert "BY COUNTRY" not in text


@pytest.mark.parametrize("form", FORMS)
def test_every_quotation_is_its_articles(edition, site, form):
    text = told(since_day(edition, dt.date(2026, 1, 1)), edition, site, form)
    bodies = [" ".join(report.article.body.split()) for report in edition.reports]
    if form == "markdown":
        text = markdown.markdown(text)
    if form == "text":
        quotes = re.findall(r"(?ms)^    (\S.*?)\n    -- ", text)
    else:
        inside = "".join(re.findall(r"(?s)<blockquote[^>]*>(.*?)</blockquote>", text))
        said = re.findall(r"(?s)<p>(.*?)</p>", inside) if form == "markdown" else re.split(r"<br>.*?</span>", inside)
        quotes = [unescape(re.sub("<[^>]*>", "", words)) for words in said if words and not words.startswith("—")]
    assert len(quotes) >= 4
    for quote in quotes:
        for piece in " ".join(quote.split()).split(" … "):
            assert any(piece in body for body in bodies), piece


def test_a_mail_asks_for_nothing_and_leads_to_the_site(edition, site):
    digest = since_day(edition, dt.date(2026, 1, 1))
    html = told(digest, edition, site, "html", "https://example.org/")
    assert not re.search(r"<(?:img|script|link|iframe)\b|url\(|@import", html)
    assert 'href="https://example.org/articles/' in html or 'href="https://example.org/stories/' in html
    plain = told(digest, edition, site, "text")
    assert "http" not in plain, "nobody knows where the site stands"
    assert max(map(len, plain.splitlines())) <= 78


def test_an_article_cannot_put_markup_into_a_digest(tmp_path):
    folder = make_site(tmp_path / "site", ())
    (folder / "seeds" / "odd.md").write_text(
        "---\ntitle: 'A <script>x</script> [b](javascript:c)'\npublished: 2026-11-20\noutlet: '<b>Wire</b>'\n---\n"
        "PARIS – Something <img src=x> happened.\n\n“We <b>saw</b> *it* [here](javascript:d),” said Anna Petrova.\n"
    )
    found, _ = gathered(settings_of(folder))
    digest = since_day(found, dt.date(2026, 1, 1))
    for html in (told(digest, found, folder, "html"), markdown.markdown(told(digest, found, folder, "markdown"))):
        assert "javascript:" in unescape(html)
        assert not re.search(r"<script|<img|<b>(?:Wire|saw)|href=\"javascript", html)


def test_last_tells_of_what_came_since_the_edition_before(tmp_path):
    folder = make_site(tmp_path / "site", (*STRIKE[:2], OTHERS[1]))
    settings = settings_of(folder)
    generate(settings)
    first, _ = gathered(settings)
    assert since_edition(first).since is None, "everything in a first edition"
    assert len(news(since_edition(first))) >= 2
    late = make_site(tmp_path / "late", (STRIKE[2],)) / "seeds" / STRIKE[2]
    (folder / "seeds" / STRIKE[2]).write_bytes(late.read_bytes())
    (folder / "seeds" / OTHERS[1]).unlink()
    second, _ = gathered(settings)
    digest = since_edition(second)
    assert digest.since == first.date
    assert list(news(digest).values()) == [News.GROWN]
    assert len(digest.withdrawn) == 1
    text = told(digest, second, folder, "text")
    assert "Withdrawn: Japan seeks gas" in text


def test_the_command_takes_a_day_or_last(site):
    done = CliRunner().invoke(main, ["digest", "--since", "2026-11-18", "-f", str(site / "mkdocs.yml")])
    assert done.exit_code == 0
    assert done.stdout.startswith("# ")
    wrong = CliRunner().invoke(main, ["digest", "--since", "yesterday", "-f", str(site / "mkdocs.yml")])
    assert wrong.exit_code == 2
    assert '"yesterday" is not a day; write it as 2026-11-20' in wrong.output
    assert not (site / "docs").exists(), "nothing is written"


def test_a_digest_speaks_the_language_of_the_site(edition, site):
    settings = settings_of(site, site_language="de")
    text = tell(since_day(edition, dt.date(2026, 11, 18)), site_of(edition, settings), FORMS["text"], lambda _: None)
    assert "Was neu ist" in text
    assert "gewachsen · " in text
    assert "NACH LÄNDERN" in text
