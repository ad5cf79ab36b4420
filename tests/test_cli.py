"""The command line: reports, exit codes, one sentence an error."""

import json
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from tests.sites import ROOT, SAMPLES, briefings, make_site
from topic_briefings import build
from topic_briefings.cli import main
from topic_briefings.errors import BriefingsError


@pytest.fixture
def site(tmp_path, monkeypatch):
    folder = make_site(tmp_path / "site")
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str, **options):
    return CliRunner().invoke(main, arguments, **options)


def test_python_runs_the_package_as_the_command():
    command = [sys.executable, "-m", "topic_briefings", "--version"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own
    assert done.stdout.startswith("briefings, version")


def test_help_answers_without_loading_anything_heavy():
    program = (
        "import sys, contextlib\n"
        "from topic_briefings.cli import main\n"
        "with contextlib.suppress(SystemExit): main(['--help'])\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own
    loaded = set(json.loads(done.stderr.replace("'", '"')))
    assert not loaded & {"mkdocs", "material", "yake", "numpy", "jinja2", "yaml", "cattrs", "trafilatura", "sqlite3"}


@pytest.mark.parametrize("command", [[], ["generate"], ["build"], ["serve"], ["extract"]])
def test_help_tells_the_exit_codes(command):
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "3    some article was left out" in result.output


def test_generate_reports_what_it_made(site):
    result = run("generate")
    assert result.exit_code == 0, result.output
    assert result.stderr == "Reading\nAnalysing 3 articles\nGathering\nWriting pages\n"
    first, second = result.stdout.splitlines()
    assert first.startswith("3 articles, ")
    assert "countries" in first
    assert second.startswith("docs/: ")
    assert second.endswith(" files written, 0 removed, 0 unchanged")


def test_a_left_out_article_is_named_and_the_exit_code_says_so(site):
    (site / "seeds" / "empty.md").write_text("")
    result = run("generate")
    assert result.exit_code == 3
    assert "\nseeds/empty.md: " in result.stderr
    assert result.stdout.startswith("3 articles, ")


def test_check_tells_a_left_out_article_from_a_stale_page(site):
    (site / "seeds" / "empty.md").write_text("")
    assert run("generate", "--check").exit_code == 1
    run("generate")
    assert run("generate", "--check").exit_code == 3


def test_check_lists_stale_pages_and_writes_nothing(site):
    result = run("generate", "--check")
    assert result.exit_code == 1
    page = "docs/articles/canada-port-strike-ends.md"
    assert f"{page}: seeds/canada-port-strike-ends.txt is new\n" in result.stdout, "each with the reason"
    assert 'stale files; "briefings generate" mends that' in result.stderr
    assert not (site / "docs").exists()
    assert run("generate").exit_code == 0
    result = run("generate", "--check")
    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.parametrize("command", ["generate", "build", "serve"])
def test_a_wrong_option_is_one_sentence(site, command):
    config = site / "mkdocs.yml"
    config.write_text(config.read_text().replace("seeds: seeds", "sedes: seeds"))
    result = run(command)
    assert result.exit_code == 2
    assert result.output == 'mkdocs.yml: plugins: briefings: "sedes" is not an option; did you mean "seeds"?\n'


def test_broken_yaml_is_a_message_without_a_traceback(site):
    (site / "mkdocs.yml").write_text("site_name: [unclosed\n")
    result = run("generate")
    assert result.exit_code == 2
    assert result.output.startswith("mkdocs.yml: ")
    assert "Traceback" not in result.output


def test_another_file_may_be_named_and_may_inherit(site):
    (site / "own").mkdir()
    (site / "own" / "site.yml").write_text(
        "INHERIT: ../mkdocs.yml\nsite_name: Own\nplugins:\n  - briefings:\n      seeds: ../seeds\n"
    )
    assert run("generate", "-f", "own/site.yml").exit_code == 0
    assert (site / "own" / "docs" / "index.md").exists()
    result = run("generate", "-f", "nowhere.yml")
    assert result.exit_code == 2
    assert result.output.startswith("nowhere.yml: there is no such file; ")


def test_a_page_edited_by_hand_is_one_sentence(site):
    run("generate")
    (site / "docs" / "index.md").write_text("# Mine\n")
    result = run("generate")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1].startswith("docs/index.md: was written or changed by hand")


@pytest.mark.parametrize(
    ("raised", "code", "says"),
    [(KeyboardInterrupt(), 130, "Interrupted"), (click.Abort(), 130, "Interrupted"), (BriefingsError("X."), 2, "X.")],
)
def test_what_stops_a_run_is_one_line(site, monkeypatch, raised, code, says):
    def stop(*_, **__):
        raise raised

    monkeypatch.setattr(build, "generate", stop)
    result = run("generate")
    assert result.exit_code == code
    assert result.output.startswith(says)
    assert len(result.output.splitlines()) == 1


def test_build_makes_the_site_and_says_where(site):
    (site / "seeds" / "empty.md").write_text("")
    result = run("build")
    assert result.exit_code == 3, "an article was left out"
    assert "seeds/empty.md: " in result.stderr
    assert result.stdout.startswith("3 articles, ")
    assert result.stdout.splitlines()[-1] == f"The site stands in {site / 'site'}"
    assert "strike" in (site / "site" / "articles" / "canada-port-strike-ends" / "index.html").read_text()


def test_nothing_is_built_while_a_quotation_is_not_its_articles(site):
    (site / "docs").mkdir(exist_ok=True)
    (site / "docs" / "mine.md").write_text("# Mine\n\n> “I never said that.”\n> {: #q-00000000 .bf-quote }\n")
    result = run("build")
    assert result.exit_code == 1
    assert "docs/mine.md:3: the quotation q-00000000 stands on no recorded article" in result.stderr
    assert result.stderr.endswith("\nNot published; wrong in 1 place\n")
    assert not (site / "site").exists()


def test_a_site_with_a_broken_link_is_refused(site):
    (site / "docs" / "articles").mkdir(parents=True)
    (site / "docs" / "articles" / "note.md").write_text("# Note\n\n[nowhere](nowhere.md)\n")
    result = briefings("build", cwd=site)
    assert result.returncode == 2
    assert "'articles/note.md' contains a link 'nowhere.md'" in result.stderr
    assert "mkdocs.yml: MkDocs could not build the site: Aborted with 1 warnings in strict mode" in result.stderr


# ------------------------------------------------------------------ extract

LINES = [{"id": f"wire-{number}", "title": "A title", "text": f"Report {number} is short."} for number in range(5)]
JSONL = "".join(json.dumps(line) + "\n" for line in LINES)


def ids(output: str) -> list[str]:
    return [json.loads(line)["id"] for line in output.splitlines()]


def test_extract_prints_records_in_the_order_of_the_files():
    names = [str(SAMPLES / name) for name in ("japan-pacific-energy-meeting-opens.md", "canada-port-strike-ends.txt")]
    result = run("extract", "--format", "jsonl", *names)
    assert result.exit_code == 0, result.output
    assert ids(result.stdout) == ["japan-pacific-energy-meeting-opens", "canada-port-strike-ends"]
    assert "2 articles in " in result.stderr
    assert result.stderr.endswith(" a second\n")


def test_extract_reads_standard_input():
    assert ids(run("extract", "-", input=JSONL).stdout) == [line["id"] for line in LINES]


def test_extract_leaves_out_what_cannot_be_read(tmp_path):
    (tmp_path / "some.jsonl").write_text(JSONL + "{broken\n")
    result = run("extract", str(tmp_path / "some.jsonl"), str(tmp_path / "none.txt"))
    assert result.exit_code == 3
    assert len(ids(result.stdout)) == 5
    assert f"{tmp_path}/some.jsonl:6: " in result.stderr
    assert f"{tmp_path}/none.txt: " in result.stderr


def test_extract_gives_the_same_from_any_number_of_workers(tmp_path):
    (tmp_path / "many.jsonl").write_text(
        "".join(json.dumps({"id": n, "title": "", "text": f"Report {n} from Japan."}) + "\n" for n in range(250))
    )
    one = briefings("extract", "--workers", "1", "many.jsonl", cwd=tmp_path)
    two = briefings("extract", "--workers", "2", "many.jsonl", cwd=tmp_path)
    assert one.returncode == two.returncode == 0, two.stderr
    assert len(one.stdout.splitlines()) == 250
    assert one.stdout == two.stdout


HARBOUR = (
    "The harbour master of Ostwick, Lena Foss, closed the north quay on Monday after cracks of 40 metres showed.\n\n"
    "“Nobody will load a ship on a wall that moves,” Lena Foss said. Cranes of the Halden Line stood idle.",
    "Cracks of 40 metres closed the north quay of Ostwick, and the Halden Line sent its ships elsewhere.\n\n"
    "“The divers come tomorrow,” harbour master Lena Foss said. The Halden Line will lose a week.",
)


def test_extract_together_tells_what_only_many_articles_can(tmp_path):
    texts = [
        HARBOUR[0],
        HARBOUR[1],
        HARBOUR[0],
        "A choir sang in the reopened station of Bramford, and no train was late.",
    ]
    titles = ["North quay of Ostwick closed", "Halden Line leaves Ostwick", "Quay at Ostwick closed", "Choir sings"]
    lines = (
        json.dumps({"id": f"a{n}", "title": title, "text": text, "date": f"2025-03-0{3 + n % 2}"}) + "\n"
        for n, (title, text) in enumerate(zip(titles, texts, strict=True))
    )
    (tmp_path / "four.jsonl").write_text("".join(lines))

    result = run("extract", "--together", str(tmp_path / "four.jsonl"))

    assert result.exit_code == 0, result.output
    made = {record["id"]: record for record in map(json.loads, result.stdout.splitlines())}
    assert list(made) == ["a0", "a1", "a2", "a3"]
    assert made["a0"]["story"] == made["a1"]["story"] == made["a2"]["story"] != made["a3"]["story"]
    assert made["a0"]["related"][0] == "a1"
    assert made["a2"]["related"][0] == "a0", "a copy names what it is a copy of"
    assert made["a3"]["related"] == []
    assert all(record["point"] for record in made.values())
    body = made["a0"]["body"]
    assert body[slice(*made["a0"]["point"][0])].startswith("The harbour master of Ostwick")
    voices = [{s["name"]: s["voice"] for s in made[key]["speakers"]}["Lena Foss"] for key in ("a0", "a1", "a2")]
    assert len(set(voices)) == 1
    assert voices[0]
    [spoken] = [q for q in made["a0"]["quotations"] if q["fragments"]]
    assert spoken["voice"] == voices[0]
    spans = next(s["spans"] for s in made["a0"]["speakers"] if s["name"] == "Lena Foss")
    assert {body[start:end] for start, end in spans} == {"Lena Foss"}


def test_half_a_surrogate_pair_stays_valid_json(tmp_path):
    (tmp_path / "half.jsonl").write_text('{"id": "a", "text": "A \\ud83d b."}\n')
    result = briefings("extract", "half.jsonl", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert ids(result.stdout) == ["a"]


def test_a_reader_who_stops_early_is_no_error(tmp_path):
    (tmp_path / "many.jsonl").write_text(JSONL * 400)
    command = [
        sys.executable,
        "-c",
        "from topic_briefings.cli import main; main()",
        "extract",
        "--workers",
        "1",
        "many.jsonl",
    ]
    with subprocess.Popen(  # noqa: S603 - our own arguments
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        process.stdout.readline()
        process.stdout.close()
        assert "Traceback" not in process.stderr.read()


def test_topics_explain_says_what_each_word_brought(tmp_path):
    article = tmp_path / "vote.txt"
    article.write_text("Parliament elects a president\n\nVoters went to the polls in the election on Sunday.\n")
    done = run("topics", "explain", str(article), "--most", "3")
    assert done.exit_code == 0
    assert "vote: Parliament elects a president" in done.stdout
    assert any(line.startswith("*") and "election" in line for line in done.stdout.splitlines())


def test_topics_explain_takes_the_topics_that_the_site_names(tmp_path, monkeypatch):
    make_site(tmp_path, ())
    settings = (tmp_path / "mkdocs.yml").read_text()
    (tmp_path / "mkdocs.yml").write_text(settings.replace("# topics: topics.yml", "topics: mine.yml"))
    (tmp_path / "mine.yml").write_text("built-in: false\ntopics:\n  - {id: lamps, label: Lamps, terms: [lamp]}\n")
    (tmp_path / "lamp.txt").write_text("A lamp for the harbour\n\nThe lamp was lit in the harbour on Sunday.\n")
    monkeypatch.chdir(tmp_path)
    done = run("topics", "explain", "lamp.txt")
    assert done.exit_code == 0
    assert [line.split("  ")[-1] for line in done.stdout.splitlines()[1:]] == ["Lamps (lamps): lamp ×2 6.4"]
