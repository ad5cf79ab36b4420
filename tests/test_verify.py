"""Verifying: silent on what was generated, and one sentence on anything that is no longer the article's.

What stands on disk is compared with what generating gives (``problems``), and quotations are read anew, without it
(``misread``): so a forged page is found whatever it says, and a generator that is wrong is found, too.
"""

import json
import re
import shutil
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import analysis, quotation, speaker
from tests.sites import SAMPLES, generate, make_site, problems, publish, settings_of
from topic_briefings import build
from topic_briefings.build import verify
from topic_briefings.cli import main
from topic_briefings.errors import SettingsError
from topic_briefings.models import Article, QuotationKind
from topic_briefings.pages.machine.data import ARTICLES, QUOTATIONS, TABLE, VOICES
from topic_briefings.pages.markdown import text
from topic_briefings.reading import read_folder
from topic_briefings.verifying import Verification
from topic_briefings.verifying.dialect import from_markdown
from topic_briefings.verifying.problems import folded
from topic_briefings.verifying.touched import Touched
from topic_briefings.writing.manifest import MANIFEST


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


def misread(folder):
    """What is wrong with the quotations alone, a sentence each; nothing is generated to compare with."""
    return [str(problem) for problem in Verification(settings_of(folder)).run().problems]


ARTICLE = "docs/articles/japan-reactor-restart-fukui-assembly.md"
SOURCE = "seeds/japan-reactor-restart-fukui-assembly.md"


def a_quotation(site):
    """The record of a quotation by a known voice, of a few words that its article's page prints in one piece."""
    for line in (site / "docs" / QUOTATIONS).read_text().splitlines():
        row = json.loads(line)
        known = row["kind"] == "direct" and row["voice_page"]
        if known and ARTICLE.endswith(row["page"]) and row["text"].count(" ") > 3:
            return row
    raise AssertionError("no such quotation in the samples")


# ------------------------------------------------------------------ silence


def test_the_samples_give_no_alarm(tmp_path):
    shutil.copytree(SAMPLES, tmp_path / "seeds")
    generate(settings_of(tmp_path))
    verdict = verify(settings_of(tmp_path))
    assert verdict.problems == ()
    assert verdict.articles > 60
    assert verdict.quotations > 250
    assert verdict.shown > verdict.quotations
    assert verdict.pages > 200


NASTY = (
    "“Type *this* [here](javascript:x) | `now` … {: #q-1 .x } &amp; <mark>that</mark>,” the clerk Ola Nord said.\n\n"
    "The form, Nord said, was “<b>10.</b> # $$x$$ -- ~~none~~”.\n\n"
    "“First\u00a0part.\n\n“Second  part … it’s 'late',” Nord said. “… and more.”\n\n> “A = B,” Nord said · “C”."
)


def test_somebody_who_is_described_gives_no_alarm(tmp_path):
    settings = settings_of(make_site(tmp_path / "site", ()))
    (settings.seeds / "quay.md").write_text(
        "# The quay\n\nThe judge in the case, which took two days, called the ruling “a hard and sad case”.\n\n"
        "“We wait for the boats at the quay,” a carpenter said.\n\n“We have waited here for years,” she added.\n"
    )
    assert build.generate(settings).errors == ()
    page = (settings.docs / "articles" / "quay.md").read_text()
    assert page.count("A carpenter") == 1
    assert "The judge in the case" in page
    assert problems(tmp_path / "site") == []


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


def test_namesakes_in_two_articles_keep_their_quotations(tmp_path):
    """Two articles with the same words by people of one name: each stays with its own source and voice."""
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
        speakers = [speaker(article.body, "David Okafor", role)]
        made.append(replace(analysis(article.body, quotations=quotations, speakers=speakers), article=article))
    publish(made, settings_of(tmp_path))
    assert misread(tmp_path) == []


# ------------------------------------------------------------------ whatever is on disk, and was not generated


@pytest.mark.parametrize(
    ("path", "pattern", "new"),
    [
        (ARTICLE, r"\n\n(\w+)[^\n]*\n\{: \.bf-point", "Never"),
        (ARTICLE, r"</summary><p>(?:<mark>)?(\w+)", "Never"),
        (ARTICLE, r"\ndescription: '?(\w+)", "Never"),
        (ARTICLE, r'"datePublished":"(\d+)', "1999"),
        (ARTICLE, r'class="bf-tools".*?"role":"([^"]*)"', "Clerk"),
        (ARTICLE, r"Cite as&#58; ()", "Mara Example, "),
        (ARTICLE, r"both: ([^<]*)<", "reactor thieves"),
        (ARTICLE, r'bf-role">, (\w+)', "Never"),
        (ARTICLE, r'bf-focus">(about)', "mentioned"),
        ("docs/countries/japan.md", r"# J(a)pan \{", "а"),
        ("docs/countries/japan.md", r"\n(2) articles", "3"),
        ("docs/countries/japan.md", r"9–(16) November", "17"),
        ("docs/countries/japan.md", r"\n- \[(\w+)[^\]]*\]\(\.\./articles", "Never"),
        ("docs/countries/japan.md", r"([^\n]*)\n\{: \.bf-ref \}", "Mara Example, “A report”"),
        ("docs/countries/japan.md", r"()## ", "“We have never paid for it,” Mara Example said.\n\n"),
        ("docs/countries/index.md", r'bf-count">(2)', "7"),
        ("docs/voices/index.md", r'bf-role">(\w+)', "Never"),
        ("docs/voices/noriyuki-hatakeda.md", r'bf-source">(\w+)', "Other"),
        ("docs/about.md", r"\n\n(\w+)", "Never"),
        ("docs/feeds/index.xml", r"<summary>(\w+)", "Never"),
        ("docs/feeds/index.xml", r"<entry>.*?articles/([\w-]+)", "never"),
        ("docs/feeds/index.json", r'"home_page_url": "([^"]*)', "../voices/"),
        ("docs/assets/briefings.css", r"()\n", " .bf-quote { display: none }"),
        (f"docs/{VOICES}", r'"roles":\["(\w+)', "queen"),
        (f"docs/{TABLE}", r"“?(\w+) ", "Never"),
        (f"docs/{ARTICLES}", r'"keywords":\[\{"text":"(\w+)', "Never"),
    ],
)
def test_whatever_is_forged_is_named_with_its_line_and_what_generating_gives(site, path, pattern, new):
    before = (site / path).read_bytes().decode()
    start, end = re.search(pattern, before, re.DOTALL).span(1)
    after = before[:start] + new + before[end:]
    change(site, path, before, after)
    found = next(problem for problem in problems(site) if problem.startswith(f"{path}:"))
    assert found.startswith(f"{path}:{before.count(chr(10), 0, start) + 1}: ")
    assert new.strip() in found
    assert found.endswith('; run "briefings generate"')


@pytest.mark.parametrize("path", [QUOTATIONS, TABLE, ARTICLES, VOICES])
@pytest.mark.parametrize("content", [b"", b"{\n", b"[1]\n", b"\xff\xfe\n", b'"\n', b'{"id": 1}\n', b"\0\n"])
def test_a_broken_data_file_is_found(site, path, content):
    file = site / "docs" / path
    manifest = (site / "docs" / MANIFEST).read_text()
    before = sha256(file.read_bytes()).hexdigest()
    (site / "docs" / MANIFEST).write_text(manifest.replace(before, sha256(content).hexdigest()))
    file.write_bytes(content)
    assert any(problem.startswith(f"docs/{path}") for problem in problems(site))


@pytest.mark.parametrize("listed", [True, False])
def test_a_file_that_generating_does_not_give_is_named(site, listed):
    (site / "docs" / "countries" / "mine.md").write_text("# Mine\n")
    told = (site / "docs" / MANIFEST).read_text()
    digest = sha256(b"# Mine\n").hexdigest()
    if listed:
        (site / "docs" / MANIFEST).write_text(told.replace("{\n", f'{{\n"countries/mine.md": "{digest}",\n', 1))
    named = 'docs/countries/mine.md: is none of the files that generating gives; run "briefings generate"'
    assert problems(site) == ([named] if listed else [])


def test_a_site_that_was_built_since_its_last_edition_is_no_problem(site):
    (site / "seeds" / "new.txt").write_text("Nothing happened today, and nobody said a word about it.")
    assert build.generate(settings_of(site), recorded=False).files.written
    assert problems(site) == []


def test_pages_that_an_article_made_stale_are_named(site):
    (site / "seeds" / "new.txt").write_text("Nothing happened today, and nobody said a word about it.")
    found = problems(site)
    assert any(problem.startswith("docs/articles/new.md: is missing") for problem in found)
    assert all(problem.endswith('; run "briefings generate"') for problem in found)
    assert misread(site) == []


def test_a_site_without_its_cache_is_verified_too(site):
    shutil.rmtree(site / ".cache")
    assert problems(site) == []


# ------------------------------------------------------------------ words, speakers, sources on pages


def only(site):
    """What is read on the one page on which something is wrong."""
    found = misread(site)
    assert len({re.split(r":\d|: ", problem)[0] for problem in found}) == 1, found
    return "\n".join(found)


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


def test_another_speaker_is_named(site):
    row = a_quotation(site)
    change(site, ARTICLE, f"### [{row['voice']}]", "### [Mara Example]")
    said = f"the quotation {row['anchor']} is given to “Mara Example” where “{row['voice']}” is recorded"
    assert re.fullmatch(rf'{ARTICLE}:[0-9]+: {re.escape(said)}; run "briefings generate"', only(site).split("\n")[0])


def test_another_source_is_named(site):
    row = a_quotation(site)
    path = f"docs/{row['voice_page']}"
    change(site, path, f"(../{row['page']})", "(../articles/canada-port-strike-ends.md)")
    found = misread(site)
    assert "is given to seeds/canada-port-strike-ends.txt (articles/canada-port-strike-ends.md) where" in "\n".join(
        found
    )


def test_whoever_is_not_certain_is_not_named(site):
    row = a_quotation(site)
    change(site, f"docs/{ARTICLES}", f'"confidence":{row["confidence"]}', '"confidence":0.01')
    change(site, f"docs/{QUOTATIONS}", f'"confidence":{row["confidence"]}', '"confidence":0.01')
    assert any("is certain at a confidence of 0.01" in problem for problem in misread(site))


def test_a_quotation_taken_off_its_page_is_missed(site):
    row = a_quotation(site)
    page = (site / ARTICLE).read_text()
    block = re.search(rf"> [^\n]*\n> \{{: #{row['anchor']} .*?</details>\n", page, re.DOTALL)
    change(site, ARTICLE, block[0], "")
    assert f"the quotation {row['anchor']} is not on its article's page" in only(site)


def test_a_page_that_the_manifest_does_not_know_is_checked_too(site):
    (site / "docs" / "mine.md").write_text("# Mine\n\n> “I never said that.”\n> {: #q-00000000 .bf-quote }\n")
    assert only(site).startswith("docs/mine.md:3: the quotation q-00000000 stands on no recorded article")
    assert len(problems(site)) == 1


JAPAN = "docs/countries/japan.md"
HATAKEDA = "docs/voices/noriyuki-hatakeda.md"


@pytest.mark.parametrize(
    ("path", "pattern", "new", "said"),
    [
        (ARTICLE, r'<details class="bf-context">.*?<p>.*?\w\w( \w+ )', "", "where the article says"),
        (ARTICLE, r"<mark>\w+(.*?)(?=</mark>)", "", "where the article says"),
        (ARTICLE, r"> (“)", "", "where the article says"),
        (ARTICLE, r"(<mark>\w+) ", "the <mark>", "where the article says"),
        (ARTICLE, r"> “\w+ ()", "\u200b", "where the article says"),
        (ARTICLE, r"> “\w+ ()", "\u202e", "has a character that nobody sees"),
        (ARTICLE, r"\n\n(\w+)[^\n]*\n\{: \.bf-point", "Never", "is no sentence of an article"),
        (ARTICLE, r"</summary><p>(?:<mark>)?(\w+)", "Never", "is no sentence of an article"),
        (ARTICLE, r"\]\((https://[^)]*)\)", "https://example.net/other", "the original is https://example.net/other"),
        (ARTICLE, r"> ()“I had more", '<span style="display:none">', "has an attribute style="),
        (ARTICLE, r"> ()“I had more", "<!-- -->", "has a comment"),
        (ARTICLE, r"> \{: ()#q-", "hidden=hidden ", "has an attribute hidden="),
        (ARTICLE, r"> \{: ()#q-", ".md-hidden ", "has a class md-hidden"),
        (ARTICLE, r"()## ", "<script>x()</script>\n\n", "has a script"),
        (ARTICLE, r"<details()(?= class=.bf-why)", ' ontoggle="x()"', "has an attribute ontoggle="),
        (ARTICLE, r"()## ", "```\n> “Gone.”\n```\n\n", "has markup that no page is written with"),
        (ARTICLE, r"\]\((https)://", "javascript", "has an attribute href="),
        (ARTICLE, r'"@type":"Quotation","text":"(\w+)', "Never", "the data for machines give “Never"),
        (ARTICLE, r'"creator":\{"@type":"\w+","name":"([^"]+)', "Never", "by “Never” as q-"),
        (ARTICLE, r"### \[[^\]]*\]\(\.\./(voices/[a-z-]*)", "voices/mara", "links to voices/mara.md where voices/"),
        (JAPAN, r"\[([^\]]*)\]\(\.\./articles/[\w-]+\.md#q-\w+\)", "Another Post", "is called “Another Post” where"),
        (JAPAN, r"()## ", "> “No.”\n> {: #q-00000000 .bf-quote }\n\n", "q-00000000 stands on no recorded article"),
        (HATAKEDA, r"### [^\n]*bf-source\">()", "The Other Post, ", "the source of q-"),
        (HATAKEDA, r"### [^\n]*bf-source\">[^<]*(16) Nov", "17", "the source of q-"),
        (HATAKEDA, r"# ([^\n{]*) \{", "Mara Example", "the page of “Noriyuki Hatakeda” is called “Mara Example”"),
        ("docs/index.md", r'<span class="bf-by">\[([^\]]*)\]', "Mara Example", "is given to “Mara Example"),
    ],
)
def test_what_is_misread_of_a_quotation_is_named(site, path, pattern, new, said):
    before = (site / path).read_text()
    start, end = re.search(pattern, before, re.DOTALL).span(1)
    change(site, path, before, before[:start] + new + before[end:])
    assert said in only(site)


# ------------------------------------------------------------------ records


@pytest.mark.parametrize(
    ("path", "field", "value", "said"),
    [
        (QUOTATIONS, "text", "I never said that.", "the words of the quotation"),
        (QUOTATIONS, "voice", "Mara Example", "is recorded as Mara Example"),
        (QUOTATIONS, "voice_page", "voices/mara-example.md", "voices/mara-example.md where"),
        (QUOTATIONS, "article", "canada-port-strike-ends", "of the quotation"),
        (QUOTATIONS, "article", "nowhere", "which is no recorded article"),
        (QUOTATIONS, "digest", "0" * 64, "the digest of the quotation"),
        (QUOTATIONS, "url", "https://example.net/", "the url of the quotation"),
        (QUOTATIONS, "outlet", "Another Post", "the outlet of the quotation"),
        (QUOTATIONS, "published", "2020-01-01", "the published of the quotation"),
        (QUOTATIONS, "start", 0, "the words of the quotation"),
        (QUOTATIONS, "end", 10**9, "the words of the quotation"),
        (QUOTATIONS, "context", [0, 5], "where the article says"),
        (QUOTATIONS, "kind", "scare", "is no record of a quotation"),
        (QUOTATIONS, "fragments", [3], "is no record of a quotation"),
        (QUOTATIONS, "fragments", [{"start": 99999, "end": 100000, "text": "It."}], "the words of the quotation"),
        (QUOTATIONS, "anchor", "q-00000000", "stands on no recorded article"),
        (
            QUOTATIONS,
            "speaker",
            {"start": 0, "end": 1, "text": "A", "name": "Mara Example", "kind": "person"},
            "does not print",
        ),
        (VOICES, "name", "Mara Example", "is none of the speakers that it gathers"),
        (VOICES, "page", "voices/mara-example.md", "on voices/mara-example.md"),
        (VOICES, "members", [], "is none of the speakers that it gathers"),
    ],
)
def test_an_edited_record_is_found(site, path, field, value, said):
    row = a_quotation(site)
    own = f'"anchor":"{row["anchor"]}"' if path == QUOTATIONS else f'"name":"{row["voice"]}"'
    line = next(line for line in (site / "docs" / path).read_text().splitlines() if own in line)
    other = json.dumps({**json.loads(line), field: value}, ensure_ascii=False, separators=(",", ":"))
    change(site, f"docs/{path}", line, other)
    assert any(said in problem for problem in misread(site)), misread(site)


@pytest.mark.parametrize(
    ("words", "kind", "confidence", "published"),
    [
        (2, "direct", 0.9, False),
        (3, "direct", 0.9, True),
        (4, "partial", 0.7, False),
        (5, "partial", 0.7, True),
        (4, "partial", 0.8, True),
        (4, "direct", 0.7, True),
    ],
)
def test_a_quotation_of_more_words_is_published_whatever_its_article_says_of_it(
    site, words, kind, confidence, published
):
    row = a_quotation(site)
    quotations = site / "docs" / QUOTATIONS
    old = next(line for line in quotations.read_text().splitlines(keepends=True) if row["anchor"] in line)
    change(site, f"docs/{QUOTATIONS}", old, "")
    record = next(line for line in (site / "docs" / ARTICLES).read_text().splitlines() if row["text"] in line)
    article = json.loads(record)
    said = next(one for one in article["quotations"] if one["start"] == row["start"])
    start = said["fragments"][0][0]
    end = start + len(" ".join(said["text"].split(" ")[:words]))
    said.update(idle=True, kind=kind, confidence=confidence, fragments=[[start, end]])
    change(site, f"docs/{ARTICLES}", record, json.dumps(article, ensure_ascii=False, separators=(",", ":")))
    missed = [problem for problem in misread(site) if f"is not recorded in {QUOTATIONS}" in problem]
    assert bool(missed) is published


# ------------------------------------------------------------------ articles and the manifest


def test_an_article_that_changed_is_named_once(site):
    change(site, SOURCE, " the ", " no ", listed=False)
    named = f'{SOURCE}:1: the article changed since the pages were generated; run "briefings generate"'
    assert misread(site) == [named]
    assert problems(site).count(named) == 1


def test_an_article_that_is_gone_is_named_once(site):
    (site / SOURCE).unlink()
    [problem] = misread(site)
    assert problem.startswith(f'{SOURCE}: the article "japan-reactor-restart-fukui-assembly" is on the site and not')
    assert f'{ARTICLE}: is none of the files that generating gives; run "briefings generate"' in problems(site)


def test_a_page_changed_by_hand_has_to_go_before_it_is_generated_anew(site):
    row = a_quotation(site)
    change(site, ARTICLE, row["text"].split()[1], "never", listed=False)
    change(site, "docs/feeds/index.json", "\n", "\n\n", listed=False)
    found = problems(site)
    assert found[0].endswith(f'; delete {ARTICLE} and run "briefings generate"')
    assert found[-1].endswith('; delete docs/feeds/index.json and run "briefings generate"')


def test_without_a_manifest_nothing_can_be_told(site):
    (site / "docs" / MANIFEST).unlink()
    assert only(site).startswith(f"docs/{MANIFEST}: is missing or empty")
    (site / "docs" / MANIFEST).write_text("<<<<<<<")
    assert only(site).startswith(f"docs/{MANIFEST}: does not list the generated pages")


def test_an_unfinished_run_is_named(site):
    manifest = site / "docs" / MANIFEST
    told = json.loads(manifest.read_text())
    path = next(path for path in told if path.endswith(".md"))
    manifest.write_text(json.dumps({**told, path: [told[path], "0" * 64]}))
    [problem] = problems(site)
    assert problem.startswith(f"docs/{MANIFEST}: tells of a run that did not finish")


def test_no_folder_of_articles_is_refused(tmp_path):
    with pytest.raises(SettingsError, match="there is no such folder"):
        verify(settings_of(tmp_path))


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


def test_a_page_of_one_huge_line_is_read_at_once():
    huge = "> " + "<mark>[a](b)</mark> &#38; " * 50_000 + "\n> {: #q-00000000 .bf-quote }\n"
    assert from_markdown(huge).blocks[-1].anchor == "q-00000000"


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


def _touched(site, **texts):
    """The articles whose records are read where the files of ``texts`` are about to be written."""
    pages = {path.replace("__", "/"): text.encode() for path, text in texts.items()}
    rows = Touched(pages, site / "docs").read(ARTICLES).decode().split("\n")
    said = Touched(pages, site / "docs").read(QUOTATIONS).decode().split("\n")
    articles = {json.loads(row)["id"] for row in rows if row}
    assert {json.loads(row)["article"] for row in said if row} <= articles
    assert len(rows) == (site / "docs" / ARTICLES).read_text().count("\n") + 1, "each stands on its line"
    return articles


def test_for_some_pages_the_records_of_what_they_change_or_show_are_read(site):
    docs = site / "docs"
    row = json.loads((docs / QUOTATIONS).read_text().partition("\n")[0])
    own, article = row["page"].removeprefix("articles/"), row["article"]
    others = {"japan-reactor-restart-fukui-assembly", "japan-pacific-energy-meeting-opens", "canada-port-strike-ends"}
    assert _touched(site, **{"method.md": "# Nothing of an article"}) == set()
    assert _touched(site, **{"countries__JP.md": f"- [One]({own})"}) == {article}
    assert _touched(site, **{"countries__JP.md": f"- [One](../{row['page']}#here)"}) == {article}
    assert _touched(site, **{"topics__x.md": f"> {{: #{row['anchor']} }}"}) == {article}
    assert _touched(site, **{row["page"].replace("/", "__"): "# One"}) == {article}
    for path in (ARTICLES, QUOTATIONS, VOICES):
        standing = (docs / path).read_text()
        assert _touched(site, **{path.replace("/", "__"): standing}) == set()
        first, rest = standing.split("\n", 1)
        changed = first.replace('":', '": ', 1) if path == VOICES else first.replace("}", " }")
        found = _touched(site, **{path.replace("/", "__"): f"{changed}\n{rest}"})
        assert 0 < len(found) < len(others)
    assert _touched(site, **{f"countries__{n}.md": "" for n in range(201)}) == others


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
