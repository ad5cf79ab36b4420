"""Verifying: silent on what was generated, and one sentence on anything that is no longer the article's."""

import json
import re
import shutil
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import quotation, speaker
from tests.sites import SAMPLES, generate, make_site, problems, publish, settings_of
from topic_briefings.cli import main
from topic_briefings.errors import SettingsError
from topic_briefings.models import Article, QuotationKind
from topic_briefings.pages.machine.data import ARTICLES, QUOTATIONS, TABLE, VOICES
from topic_briefings.pages.markdown import text
from topic_briefings.reading import read_folder
from topic_briefings.verifying import verify
from topic_briefings.verifying.dialect import from_markdown
from topic_briefings.verifying.problems import differing, folded
from topic_briefings.writing.manifest import MANIFEST


@cache
def whole(folder: Path) -> Path:
    """The site of all sample articles, made once."""
    shutil.copytree(SAMPLES, folder / "seeds", ignore=shutil.ignore_patterns("corrections.yml"))
    generate(settings_of(folder))
    return folder


@pytest.fixture(scope="module")
def generated(tmp_path_factory):
    folder = make_site(tmp_path_factory.mktemp("verify") / "site")
    generate(settings_of(folder))
    return folder


@pytest.fixture
def site(generated, tmp_path):
    return shutil.copytree(generated, tmp_path / "site")


def change(site, path, old, new, *, listed=True):
    """Put ``new`` for the first ``old`` in the file at ``path``; ``listed``: in the manifest too."""
    file = site / path
    before = file.read_bytes()
    after = before.replace(old.encode(), new.encode(), 1)
    assert before != after, f"{path} does not say {old}"
    file.write_bytes(after)
    if listed:
        manifest = site / "docs" / MANIFEST
        told = manifest.read_text()
        manifest.write_text(told.replace(sha256(before).hexdigest(), sha256(after).hexdigest()))


def only(site):
    """The problem, where everything that is found stands in one file: the first, and those that follow from it."""
    found = problems(site)
    assert len({re.split(r":\d|: ", problem)[0] for problem in found}) == 1, found
    return found[0] if len(found) == 1 else "\n".join(found)


FEED = "feeds/index.json"
ARTICLE = "docs/articles/japan-reactor-restart-fukui-assembly.md"
SOURCE = "seeds/japan-reactor-restart-fukui-assembly.md"


def a_quotation(site, kind="direct", path=QUOTATIONS):
    """The record of a quotation by a known voice, of a few words that its article's page prints in one piece."""
    for line in (site / "docs" / path).read_text().splitlines():
        row = json.loads(line)
        if row["kind"] == kind and row["voice_page"] and ARTICLE.endswith(row["page"]) and row["text"].count(" ") > 3:
            return row
    raise AssertionError(f"no {kind} quotation in the samples")


# ------------------------------------------------------------------ silence


def test_the_samples_give_no_alarm(tmp_path):
    verdict = verify(settings_of(whole(tmp_path / "whole")))
    assert verdict.problems == ()
    assert verdict.articles > 60
    assert verdict.quotations > 300
    assert verdict.shown > verdict.quotations
    assert verdict.pages > 200


NASTY = (
    "“Type *this* [here](javascript:x) | `now` … {: #q-1 .x } &amp; <mark>that</mark>,” the clerk Ola Nord said.\n\n"
    "The form, Nord said, was “<b>10.</b> # $$x$$ -- ~~none~~”.\n\n"
    "“First\u00a0part.\n\n“Second  part … it’s 'late',” Nord said. “… and more.”\n\n> “A = B,” Nord said · “C”."
)


def test_dangerous_characters_give_no_alarm(tmp_path):
    (tmp_path / "seeds").mkdir()
    header = "---\ntitle: '{{ form }} # <b>breaks</b> · “x”'\nurl: https://example.org/a_(b)?q=1&r='2'#p\n"
    header += "outlet: A · B\n---\n"
    (tmp_path / "seeds" / "form.txt").write_text(NASTY)
    (tmp_path / "seeds" / "other.md").write_text(header + NASTY)
    settings = settings_of(tmp_path)
    generate(settings)
    verdict = verify(settings)
    assert verdict.problems == ()
    assert verdict.quotations > 2


@given(st.text(min_size=1).filter(lambda value: folded(value)))
def test_what_is_escaped_is_read_back_to_the_letter(value):
    [block] = from_markdown(f"## {text(value)}\n").blocks[-1:]
    assert block.text == folded(value)


def test_an_edition_of_nothing_gives_no_alarm(tmp_path):
    (tmp_path / "seeds").mkdir()
    settings = settings_of(tmp_path)
    generate(settings)
    assert verify(settings).problems == ()


# ------------------------------------------------------------------ words, speakers, sources on pages


def test_a_changed_word_is_named_with_what_the_article_says(site):
    row = a_quotation(site)
    first, second, third, *_ = row["text"].split()
    change(site, ARTICLE, f"> “{first} {second} {third}", f"> “{first} never {third}")
    found = only(site)
    line = 1 + (site / ARTICLE).read_text().split("\n").index(
        next(line for line in (site / ARTICLE).read_text().split("\n") if line.startswith(f"> “{first} never {third}"))
    )
    assert found.startswith(f"{ARTICLE}:{line}: the quotation {row['anchor']} says ““{first} never {third}")
    assert f" where the article says ““{first} {second} {third}" in found
    assert found.endswith('; run "briefings generate"')


@pytest.mark.parametrize(
    "pattern",
    [
        r'(<details class="bf-context">.*?<p>.*?\w\w) (\w+ )',
        r"(<mark>\w+)(.*?)(?=</mark>)",
        r"()(?<=<mark>)\w",
        r"(> )“",
    ],
)
def test_a_word_or_a_mark_less_is_found(site, pattern):
    page = (site / ARTICLE).read_text()
    match = re.search(pattern, page)
    change(site, ARTICLE, match[0], match[1])
    assert "where the article says" in only(site)


def test_a_mark_moved_inside_the_sentence_is_found(site):
    page = (site / ARTICLE).read_text()
    match = re.search(r"<mark>(\w+) ", page)
    change(site, ARTICLE, match[0], f"{match[1]} <mark>")
    assert "what is marked as the" in only(site)


def test_another_speaker_is_named(site):
    row = a_quotation(site)
    name = row["voice"]
    change(site, ARTICLE, f"### [{name}]", "### [Mara Example]")
    where = f"{ARTICLE}:{heading(site, 'Mara Example')}"
    said = f"the quotation {row['anchor']} is given to “{shown(row, 'Mara Example')}”"
    assert only(site) == f'{where}: {said} where “{shown(row, name)}” is recorded; run "briefings generate"'


def heading(site, name):
    lines = (site / ARTICLE).read_text().split("\n")
    return 1 + next(at for at, line in enumerate(lines) if line.startswith(f"### [{name}]"))


def shown(row, name):
    return f"{name}, {row['role']}" if row["role"] else name


def test_a_speaker_who_leads_to_another_page_is_named(site):
    row = a_quotation(site)
    change(site, ARTICLE, f"(../{row['voice_page']})", "(../voices/mara-example.md)")
    assert f"links to voices/mara-example.md where {row['voice_page']} is recorded" in only(site)


def test_the_name_over_a_voices_page_is_checked(site):
    row = a_quotation(site)
    path = f"docs/{row['voice_page']}"
    change(site, path, f"# {row['voice']}", "# Mara Example")
    assert f"the page of “{row['voice']}” is called “Mara Example”" in only(site)


def test_the_byline_of_the_home_page_is_checked(site):
    home = "docs/index.md"
    match = re.search(r'<span class="bf-by">\[([^\]]*)\]', (site / home).read_text())
    change(site, home, match[0], '<span class="bf-by">[Mara Example]')
    assert "is given to “Mara Example" in only(site)


def test_another_source_is_named(site):
    row = a_quotation(site)
    path = f"docs/{row['voice_page']}"
    change(site, path, f"(../{row['page']})", "(../articles/canada-port-strike-ends.md)")
    found = problems(site)
    assert "is given to seeds/canada-port-strike-ends.txt (articles/canada-port-strike-ends.md) where" in "\n".join(
        found
    )


def test_an_outlet_or_a_date_called_otherwise_is_named(site):
    path = "docs/countries/japan.md"
    match = re.search(r"\[([^\]]*)\]\(\.\./articles/[\w-]+\.md#q-\w+\)", (site / path).read_text())
    change(site, path, match[0], match[0].replace(match[1], "Another Post, 1 May 2026"))
    assert "is called “Another Post, 1 May 2026” where it is “" in only(site)


def test_the_original_must_be_the_articles_own_address(site):
    match = re.search(r"\]\((https://[^)]*)\)", (site / ARTICLE).read_text())
    change(site, ARTICLE, match[1], "https://example.net/other")
    assert "the original is https://example.net/other where the article gives" in only(site)


def test_a_quotation_made_up_stands_on_no_article(site):
    path = "docs/countries/japan.md"
    change(site, path, "## ", "> “I never said that.”\n> {: #q-00000000 .bf-quote }\n\n## ")
    assert "the quotation q-00000000 stands on no recorded article" in only(site)


def test_a_page_that_the_manifest_does_not_know_is_checked_too(site):
    (site / "docs" / "mine.md").write_text("# Mine\n\n> “I never said that.”\n> {: #q-00000000 .bf-quote }\n")
    assert only(site).startswith("docs/mine.md:3: the quotation q-00000000 stands on no recorded article")


def test_a_quotation_taken_off_its_page_is_missed(site):
    row = a_quotation(site)
    page = (site / ARTICLE).read_text()
    block = re.search(rf"> [^\n]*\n> \{{: #{row['anchor']} .*?</details>\n", page, re.DOTALL)
    change(site, ARTICLE, block[0], "")
    assert f"the quotation {row['anchor']} is not on its article's page" in only(site)


MADE_UP = "“We have never paid a dollar for it and never will,” Mara Example said."


@pytest.mark.parametrize("line", [MADE_UP, f"- {MADE_UP}", f"<p>{MADE_UP}</p>", "She said that it was all over now."])
def test_a_sentence_that_is_nobodys_is_found(site, line):
    change(site, "docs/countries/japan.md", "## ", f"{line}\n\n## ")
    found = problems(site)
    assert found
    assert all("is no sentence of an article" in f or "stands in no article that is named here" in f for f in found)


@pytest.mark.parametrize("hidden", ["\u200b", "\u202e", "\u00ad", "\u200e"])
def test_a_character_that_nobody_sees_is_found(site, hidden):
    row = a_quotation(site)
    first, second, *_ = row["text"].split()
    change(site, ARTICLE, f"> “{first} {second}", f"> “{first} {hidden}{second}")
    assert "where the article says" in only(site)


@pytest.mark.parametrize(
    ("path", "pattern", "new", "said"),
    [
        (ARTICLE, r"\n\n(\w+)[^\n]*\n\{: \.bf-point", "Never", "the point says"),
        (ARTICLE, r"</summary><p>(?:<mark>)?(\w+)", "Never", "the evidence says"),
        (ARTICLE, r"\ndescription: '?(\w+)", "Never", "the description says"),
        ("docs/countries/japan.md", r"\n- \[(\w+)[^\]]*\]\(\.\./articles", "Never", "a link to “"),
        ("docs/countries/japan.md", r'\n    <span class="bf-source">(\w+)', "Never", "the source of “"),
        ("docs/index.md", r"\n- \[(\w+)[^\]]*\]\(voices/", "Never", "is called “Never"),
        ("docs/voices/index.md", r'\n- \[[^\n]*bf-role">(\w+)', "Never", "a role that is not recorded"),
        (ARTICLE, r'"@type":"Quotation","text":"(\w+)', "Never", "the data for machines give “Never"),
        (ARTICLE, r'"creator":\{"@type":"\w+","name":"(\w+)', "Never", "the data for machines give “Never"),
        (ARTICLE, r'"datePublished":"(\d+)', "1999", "the data for machines give “1999-"),
        ("docs/feeds/index.xml", r"<summary>(\w+)", "Never", "says “Never"),
        ("docs/feeds/index.json", r'"content_text": "(\w+)', "Never", "says “Never"),
        ("docs/feeds/index.xml", r"<entry>.*?<updated>(\d+)", "1999", "is dated 1999-"),
        ("docs/feeds/index.xml", r"<entry>.*?articles/([\w-]+)", "never", "which is no article's page"),
        ("docs/feeds/index.json", r'"title": "(\w+)[^"]*",\n   "content', "Never", "is called so where"),
        ("docs/feeds/index.json", r'"home_page_url": "([^"]*)', "../voices/", "which is not its page"),
        ("docs/feeds/index.xml", r'rel="self"[^>]*href="([^"]*)', "other.xml", "as its own address"),
    ],
)
def test_what_else_a_page_or_a_feed_says_of_an_article_is_checked(site, path, pattern, new, said):
    text = (site / path).read_text()
    match = re.search(pattern, text, re.DOTALL)
    before, after = match[0][: match.start(1) - match.start()], match[0][match.end(1) - match.start() :]
    change(site, path, match[0], before + new + after)
    assert any(said in problem for problem in problems(site))


# ------------------------------------------------------------------ records


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name", "Mara Example", "is none of the speakers that it gathers"),
        ("page", "voices/mara-example.md", "is recorded as by"),
        ("roles", ["queen of nowhere"], "stands in no article of theirs"),
        ("spellings", [{"form": "Maria", "articles": ["nowhere"], "evidence": ""}], "does not stand in each article"),
        ("members", [], "is none of the speakers that it gathers"),
        ("kind", "ghost", "is no record of a voice"),
    ],
)
def test_an_edited_voice_is_found(site, field, value, said):
    name = a_quotation(site)["voice"]
    lines = (site / "docs" / VOICES).read_text().splitlines()
    line = next(line for line in lines if json.loads(line)["name"] == name)
    other = json.dumps({**json.loads(line), field: value}, ensure_ascii=False, separators=(",", ":"))
    change(site, f"docs/{VOICES}", line, other)
    assert any(said in problem for problem in problems(site))


def test_whoever_is_not_certain_is_not_named(site):
    row = a_quotation(site)
    change(site, f"docs/{ARTICLES}", f'"confidence":{row["confidence"]}', '"confidence":0.01')
    change(site, f"docs/{QUOTATIONS}", f'"confidence":{row["confidence"]}', '"confidence":0.01')
    assert any("is certain at a confidence of 0.01" in problem for problem in problems(site))


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("text", "I never said that.", "the words of the quotation"),
        ("voice", "Mara Example", "is recorded"),
        ("voice_page", "voices/mara-example.md", "voices/mara-example.md is recorded"),
        ("article", "canada-port-strike-ends", "the source of the quotation"),
        ("digest", "0" * 64, "the digest of the quotation"),
        ("url", "https://example.net/", "the url of the quotation"),
        ("outlet", "Another Post", "the outlet of the quotation"),
        ("published", "2020-01-01", "the published of the quotation"),
        ("start", 0, "the words of the quotation"),
        ("end", 10**9, "the words of the quotation"),
        ("context", [0, 5], "where the article says"),
        ("confidence", 0.123, "is not recorded like that in data/articles.jsonl"),
        ("kind", "scare", "is no record of a quotation"),
        ("fragments", [3], "is no record of a quotation"),
        ("anchor", "q-00000000", "is not that of the words it records"),
    ],
)
def test_an_edited_record_is_found(site, field, value, said):
    row = a_quotation(site)
    line = next(
        line
        for line in (site / "docs" / QUOTATIONS).read_text().splitlines()
        if json.loads(line)["anchor"] == row["anchor"]
    )
    other = json.dumps({**row, field: value}, ensure_ascii=False, separators=(",", ":"))
    change(site, f"docs/{QUOTATIONS}", line, other)
    found = problems(site)
    assert any(said in problem for problem in found) or field == "article", found
    assert found


def test_a_record_that_points_behind_the_end_is_found(site):
    row = a_quotation(site)
    [fragment, *_] = row["fragments"]
    old = f'"fragments":[{{"start":{fragment["start"]},"end":{fragment["end"]}'
    change(site, f"docs/{QUOTATIONS}", old, '"fragments":[{"start":99999,"end":100000')
    assert any("the words of the quotation" in problem for problem in problems(site))


def test_a_record_with_another_speaker_is_found(site):
    row = a_quotation(site)
    change(site, f"docs/{QUOTATIONS}", f'"name":"{row["speaker"]["name"]}"', '"name":"Mara Example"')
    assert "is recorded as by “Mara Example” where data/articles.jsonl records “" in "\n".join(problems(site))


def test_an_edited_cell_is_found(site):
    row = a_quotation(site)
    change(site, f"docs/{TABLE}", row["text"], row["text"] + " Never.")
    found = only(site)
    assert found.startswith(f"docs/{TABLE}:")
    assert f"the text of {row['anchor']} is “" in found


@pytest.mark.parametrize("path", [QUOTATIONS, TABLE, ARTICLES])
def test_a_line_taken_out_is_found(site, path):
    lines = (site / "docs" / path).read_bytes().decode().split("\n")
    change(site, f"docs/{path}", lines[2] + "\n", "")
    assert problems(site)


@pytest.mark.parametrize("path", [QUOTATIONS, TABLE, ARTICLES])
@pytest.mark.parametrize("content", [b"", b"{\n", b"[1]\n", b"\xff\xfe\n", b'"\n', b'{"id": 1}\n', b"\0\n"])
def test_a_broken_data_file_is_found(site, path, content):
    file = site / "docs" / path
    manifest = (site / "docs" / MANIFEST).read_text()
    before = sha256(file.read_bytes()).hexdigest()
    (site / "docs" / MANIFEST).write_text(manifest.replace(before, sha256(content).hexdigest()))
    file.write_bytes(content)
    assert any(problem.startswith(f"docs/{path}") for problem in problems(site)) or not content


# ------------------------------------------------------------------ articles and the manifest


def test_an_article_that_changed_is_named_once(site):
    change(site, SOURCE, " the ", " no ", listed=False)
    assert only(site) == f'{SOURCE}:1: the article changed since the pages were generated; run "briefings generate"'


def test_an_article_that_is_gone_is_named_once(site):
    (site / SOURCE).unlink()
    assert only(site).startswith(f'{SOURCE}: the article "japan-reactor-restart-fukui-assembly" is on the site and not')


def test_a_new_article_is_no_problem(site):
    (site / "seeds" / "new.txt").write_text("Nothing happened today, and nobody said a word about it.")
    assert problems(site) == []


def test_any_other_change_of_a_page_is_named_from_the_manifest(site):
    change(site, f"docs/{FEED}", "\n", "\n\n", listed=False)
    assert only(site) == (
        f'docs/{FEED}: was changed since it was generated; delete docs/{FEED} and run "briefings generate"'
    )


def test_a_page_changed_by_hand_has_to_go_before_it_is_generated_anew(site):
    row = a_quotation(site)
    change(site, ARTICLE, row["text"].split()[1], "never", listed=False)
    assert problems(site)[0].endswith(f'; delete {ARTICLE} and run "briefings generate"')


def test_a_missing_page_is_named(site):
    (site / ARTICLE).unlink()
    assert only(site) == f'{ARTICLE}: is missing; run "briefings generate"'


def test_without_a_manifest_nothing_can_be_told(site):
    (site / "docs" / MANIFEST).unlink()
    assert only(site).startswith(f"docs/{MANIFEST}: is missing or empty")
    (site / "docs" / MANIFEST).write_text("<<<<<<<")
    assert only(site).startswith(f"docs/{MANIFEST}: does not list the generated pages")


def test_an_unfinished_run_is_named(site):
    manifest = site / "docs" / MANIFEST
    told = json.loads(manifest.read_text())
    path = next(iter(told))
    manifest.write_text(json.dumps({**told, path: [told[path], "0" * 64]}))
    assert only(site).startswith(f"docs/{MANIFEST}: tells of a run that did not finish")


def test_no_folder_of_articles_is_refused(tmp_path):
    with pytest.raises(SettingsError, match="there is no such folder"):
        verify(settings_of(tmp_path))


def test_a_quotation_of_many_words_is_published_whatever_its_article_says_of_it(site):
    row = a_quotation(site)
    quotations = site / "docs" / QUOTATIONS
    old = next(line for line in quotations.read_text().splitlines(keepends=True) if row["anchor"] in line)
    change(site, f"docs/{QUOTATIONS}", old, "")
    record = f'"start":{row["start"]},"end":{row["end"]},"text":'
    change(site, f"docs/{ARTICLES}", record, f'"idle":true,{record}')
    told = f"is not recorded in {QUOTATIONS}"
    assert any(told in problem for problem in problems(site))


# ------------------------------------------------------------------ the command, the sentences


def test_the_command_says_what_it_checked(site, monkeypatch):
    monkeypatch.chdir(site)
    result = CliRunner().invoke(main, ["verify"])
    assert result.exit_code == 0, result.output
    assert re.fullmatch(
        r"[0-9,]+ quotations of 3 articles, shown [0-9,]+ times on [0-9,]+ pages: to the letter, in [0-9.]+ s\n",
        result.stdout,
    )


def test_the_command_fails_on_a_change(site, monkeypatch):
    monkeypatch.chdir(site)
    (site / ARTICLE).unlink()
    result = CliRunner().invoke(main, ["verify"])
    assert result.exit_code == 1
    assert result.stdout == f'{ARTICLE}: is missing; run "briefings generate"\n'
    assert result.stderr.splitlines()[-1].endswith(": 1 problem")


@pytest.mark.parametrize(
    ("ours", "theirs", "said"),
    [
        ("a b c d e f g h", "a b c d x f g h", ("“… b c d e f g h”", "“… b c d x f g h”")),
        ("a b", "a b c", ("“a b”", "“a b c”")),
        ("", "a", ("“”", "“a”")),
        ("a a", "a", ("“a a”", "“a”")),
    ],
)
def test_a_difference_is_shown_with_a_few_words_around_it(ours, theirs, said):
    assert differing(ours, theirs) == said


def test_a_page_of_one_huge_line_is_read_at_once():
    huge = "> " + "<mark>[a](b)</mark> &#38; " * 50_000 + "\n> {: #q-00000000 .bf-quote }\n"
    assert from_markdown(huge).blocks[-1].anchor == "q-00000000"


def test_namesakes_in_two_articles_keep_their_quotations(tmp_path):
    """Two articles with the same words by people of one name: each stays with its own source and voice."""
    from tests.factories import analysis

    body = "“We waited,” David Okafor said. She called it “late and slow work” then."
    (tmp_path / "seeds").mkdir()
    made = []
    for name, role in (("one", "coach"), ("two", "doctor")):
        said = body.replace("David", f"{role.title()} David")
        (tmp_path / "seeds" / f"{name}.txt").write_text(f"Title {name}\n\n{said}")
    for article in read_folder(tmp_path / "seeds", "seeds"):
        assert isinstance(article, Article)
        quotations = [
            quotation(article.body, "We waited,", "David Okafor", name="David Okafor", cue="said"),
            quotation(article.body, "late and slow work", kind=QuotationKind.PARTIAL),
        ]
        role = article.body.split("”")[1].split()[0]
        made.append(
            analysis(article.body, quotations=quotations, speakers=[speaker(article.body, "David Okafor", role)])
        )
        made[-1] = type(made[-1])(**{f: getattr(made[-1], f) for f in made[-1].__slots__} | {"article": article})
    settings = settings_of(tmp_path)
    publish(made, settings)
    assert verify(settings).problems == ()


# ------------------------------------------------------------------ what a reader copies


def test_another_citation_is_named(site):
    change(site, ARTICLE, "Cite as&#58; ", "Cite as&#58; Mara Example, ")
    assert "the citation says “Mara Example, " in only(site)


def test_what_the_page_copies_is_checked(site):
    page = (site / ARTICLE).read_text()
    start = page.index('class="bf-tools"')
    match = re.search(r'"role":"([^"]*)"', page[start:])
    (site / ARTICLE).write_text(page[:start] + page[start:].replace(match[0], '"role":"Clerk"', 1))
    assert "the data for machines give “Clerk” as role of the quotation q-" in problems(site)[0]


def test_a_source_that_no_article_has_is_named(site):
    page = "docs/countries/japan.md"
    match = re.search(r"\n\n([^\n]*)\n\{: \.bf-ref \}", (site / page).read_text())
    change(site, page, match[0], match[0].replace(match[1], "Mara Example, “A report”"))
    assert "no article that is named here is cited as “Mara Example, “A report””" in only(site)


# ------------------------------------------------------------------ true pages that look odd


CUED_TWICE = "Minister answers\n\nPARIS - Ana Prelog, the transport minister, took issue that the ferry was late again."
IN_PARAGRAPHS = (
    "Flood in Koper\n\nIvo Kranjc, the mayor of Koper, said: “The water took the market and all its stalls.\n\n"
    "“Will we open again? We will open again, and every stall will be there.”"
)
AT_A_PLACE = (
    "---\ntitle: Ferry back\nurl: https://ferry.example/news#:~:text=The%20ferry%20is%20back\n---\n"
    "OTTAWA - “The ferry is back,” said Bob Smith, the mayor."
)


CUT_IN_A_NAME = (
    "Border visit\n\nPHOENIX - The lawmaker, Ann Lee, R-W.Va., visited the border near McAllen, Texas, on Monday. "
    "She said little. “We will see,” said Ann Lee.\n\nVIDEO: Norway’s fishermen wait. They waited all week."
)


def one_article(folder, content, name="news.md"):
    (folder / "seeds").mkdir()
    (folder / "seeds" / name).write_text(content)
    generate(settings_of(folder))
    return folder / "docs"


@pytest.mark.parametrize("content", [CUED_TWICE, IN_PARAGRAPHS, AT_A_PLACE, CUT_IN_A_NAME])
def test_a_true_page_gives_no_alarm(tmp_path, content):
    one_article(tmp_path, content)
    assert problems(tmp_path) == []


def test_one_statement_is_recorded_once(tmp_path):
    docs = one_article(tmp_path, CUED_TWICE)
    [row] = [json.loads(line) for line in (docs / QUOTATIONS).read_text().splitlines()]
    assert row["cue"]["text"] == "took issue"


def test_a_lead_quotation_that_is_cut_by_paragraphs_says_so(tmp_path):
    docs = one_article(tmp_path, IN_PARAGRAPHS)
    assert "> “The water took the market and all its stalls. … <span" in (docs / "index.md").read_text()


def test_the_place_in_an_address_is_replaced_and_not_doubled(tmp_path):
    docs = one_article(tmp_path, AT_A_PLACE)
    assert "#:~:text=OTTAWA" in (docs / "articles" / "news.md").read_text()
    assert "text=The%20ferry%20is%20back:~:" not in (docs / "articles" / "news.md").read_text()


# ------------------------------------------------------------------ markup, headings, counts


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        (ARTICLE, "> “I had more", '> <span style="display:none">“I had more', "has an attribute style="),
        (ARTICLE, "> “I had more", "> <!-- “I had more -->", "has a comment"),
        (ARTICLE, "> {: #q-", "> {: hidden=hidden #q-", "has an attribute hidden="),
        (ARTICLE, "> {: #q-", "> {: .md-hidden #q-", "has a class md-hidden"),
        (ARTICLE, "## ", "<script>x()</script>\n\n## ", "has a script"),
        (ARTICLE, '<details class="bf-why">', '<details ontoggle="x()" class="bf-why">', "has an attribute ontoggle="),
        (ARTICLE, "## ", "```\n> “Gone.”\n```\n\n## ", "has markup that no page is written with"),
        (ARTICLE, "](https://", "](javascript:", "has an attribute href="),
        (ARTICLE, 'bf-focus">about', 'bf-mention">mentioned', "is not recorded so under “"),
        ("docs/countries/japan.md", "# Japan {", "# Jаpan {", "the page of “Japan” is called “Jаpan”"),
        ("docs/countries/japan.md", "\n2 articles", "\n3 articles", "“3 articles” stands below “Japan”"),
        ("docs/countries/japan.md", "9–16 November", "9–17 November", "“9–17 November 2026” stands below “Japan”"),
        ("docs/countries/index.md", 'bf-count">2', 'bf-count">7', "is counted 7 times, not 2"),
        ("docs/voices/noriyuki-hatakeda.md", 'bf-source">', 'bf-source">The Other Post, ', "the source of “"),
        ("docs/voices/noriyuki-hatakeda.md", "16 November 2026</span>", "17 November 2026</span>", "the source of “"),
    ],
)
def test_what_a_reader_could_see_is_found(site, path, old, new, said):
    change(site, path, old, new)
    assert any(said in problem for problem in problems(site)), problems(site)


def test_another_wording_of_the_interface_is_no_problem(site, monkeypatch):
    """The tables of words are read, so that no sentence of them is known to verifying alone."""
    from topic_briefings.pages import words as module

    table = (module.STRINGS / "en.toml").read_text()
    strings = site / "strings"
    strings.mkdir()
    for old, new in (
        (' "mentioned"', ' "merely mentioned"'),
        ("Who said what", "Said “by whom”"),
        ("{n} article", "{n} piece"),
    ):
        assert old in table
        table = table.replace(old, new)
    (strings / "en.toml").write_text(table)
    module.words.cache_clear()
    monkeypatch.setattr(module, "STRINGS", strings)
    try:
        shutil.rmtree(site / "docs")
        generate(settings_of(site))
        assert "Said “by whom”" in (site / ARTICLE).read_text()
        assert problems(site) == []
    finally:
        monkeypatch.undo()
        module.words.cache_clear()


# ------------------------------------------------------------------ a slip of the generator's


def test_an_article_whose_words_are_not_shown_is_left_out_and_named(site, monkeypatch):
    from topic_briefings.pages import quoted

    right = quoted._pieces

    def slip(line):
        pieces = right(line)
        return tuple(piece.replace("more than four", "fewer than four") for piece in pieces)

    monkeypatch.setattr(quoted, "_pieces", slip)
    monkeypatch.chdir(site)
    shutil.rmtree(site / "docs")
    result = CliRunner().invoke(main, ["generate"])
    assert result.exit_code == 3, result.output
    assert f"{SOURCE}:" in result.stderr
    assert "fewer than four" in result.stderr
    assert "where the article says" in result.stderr
    assert "briefings generate" not in result.stderr
    assert not (site / ARTICLE).exists()
    assert (site / "docs" / "articles" / "canada-port-strike-ends.md").exists()
    assert CliRunner().invoke(main, ["verify"]).exit_code == 0
    assert CliRunner().invoke(main, ["generate", "--check"]).exit_code == 3


# ------------------------------------------------------------------ the built site


def test_the_built_html_is_read_too(site, monkeypatch):
    from topic_briefings.mkdocs_edge.building import build_site

    monkeypatch.chdir(site)
    folder = build_site(Path("mkdocs.yml"))
    assert [str(problem) for problem in verify(settings_of(site), site=folder).problems] == []
    page = folder / "articles" / "japan-reactor-restart-fukui-assembly" / "index.html"
    page.write_text(page.read_text().replace("I had more than four", "I had fewer than four", 1))
    [problem] = verify(settings_of(site), site=folder).problems
    assert str(problem).startswith("site/articles/japan-reactor-restart-fukui-assembly/index.html:")
    assert "says ““I had fewer than four" in str(problem)
    result = CliRunner().invoke(main, ["verify", "--site", "site"])
    assert result.exit_code == 1


def test_what_two_articles_have_in_common_may_be_words_of_both_in_lower_case(site):
    line = re.search(r'bf-source">([^<]*) · both: ([^<]*)<', (site / ARTICLE).read_text())
    assert line, "the sample has related articles"
    change(site, ARTICLE, f" · both: {line[2]}<", " · both: reactor thieves<")
    assert "the source of “" in only(site)
