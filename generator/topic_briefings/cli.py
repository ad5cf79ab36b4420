"""The command-line edge: flags, progress, reports and exit codes, and the only clock.

Everything heavy is imported by the command that needs it, so that ``briefings --help`` answers at once.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar

import click

from topic_briefings import __version__
from topic_briefings.errors import AlteredError, ArticleError, BriefingsError

if TYPE_CHECKING:
    from topic_briefings.build import Outcome
    from topic_briefings.knowledge import Knowledge
    from topic_briefings.models import Article
    from topic_briefings.running.execution import Execution
    from topic_briefings.settings import Settings

T = TypeVar("T")

WRONG = 1
REFUSED = 2
LEFT_OUT = 3
INTERRUPTED = 130

EXIT_CODES = """
\b
Exit codes:
  0    all is well
  1    pages are stale (generate --check), or say what no article says (verify; build, which builds nothing then)
  2    nothing was done: wrong usage, a wrong option in mkdocs.yml, a page changed by hand
  3    some article was left out, and the rest is done
  130  interrupted
"""


class _Refusal(click.ClickException):
    """One of our errors as click reports it: the sentence alone."""

    exit_code = REFUSED

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.message, file=file, err=True)


class _Falsehood(_Refusal):
    exit_code = WRONG


class _Interruption(_Refusal):
    exit_code = INTERRUPTED


class _Commands(click.Group):
    """Commands whose errors are one sentence, without a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except AlteredError as error:
            raise _Falsehood(str(error)) from error
        except BriefingsError as error:
            raise _Refusal(str(error)) from error
        except KeyboardInterrupt as error:
            raise _Interruption("Interrupted") from error


@click.group(cls=_Commands, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefings")
def main() -> None:
    """A folder of news articles in; a briefing site that a reader can trust out."""


_config_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's MkDocs file; the options stand there under plugins: briefings.",
)


@main.command(epilog=EXIT_CODES)
@click.option("--check", is_flag=True, help="Write nothing; list the pages that are stale.")
@_config_option
def generate(config_file: Path, *, check: bool) -> None:
    """Bring the pages in docs/ up to date with the articles in seeds/."""
    from topic_briefings import build

    settings = _settings(config_file)
    if check:
        found = build.check(settings, progress=_progress)
        _complain(found.errors)
        for path in found.stale:
            click.echo(f"{settings.docs.name}/{path}")
        if found.stale:
            click.echo(f'{_count(len(found.stale), "stale file")}; "briefings generate" mends that', err=True)
        sys.exit(WRONG if found.stale else LEFT_OUT if found.errors else 0)
    began = time.perf_counter()
    outcome = build.generate(settings, progress=_progress)
    _complain(outcome.errors)
    click.echo(f"{_contents(outcome)} in {_seconds(began)}")
    files = outcome.files
    click.echo(
        f"{settings.docs.name}/: {len(files.written)} files written, {len(files.removed)} removed, "
        f"{len(files.unchanged)} unchanged"
    )
    sys.exit(LEFT_OUT if outcome.errors else 0)


@main.command(epilog=EXIT_CODES)
@click.option(
    "--offline",
    is_flag=True,
    help="Build a folder to open from a disk or to send, with its search and without a server, into site-offline/.",
)
@_config_option
def build(config_file: Path, *, offline: bool) -> None:
    """Generate the pages, verify them, and build the site from them into site/.

    Nothing is built while a published quotation is not its article's, to the letter.
    """
    from topic_briefings.build import generate
    from topic_briefings.mkdocs_edge.building import build_site
    from topic_briefings.verifying import refuse_altered

    began = time.perf_counter()
    settings = _settings(config_file)
    outcome = generate(settings, progress=_progress, recorded=False)
    _complain(outcome.errors)
    click.echo("Verifying the pages", err=True)
    refuse_altered(settings, known=outcome.files.written)
    click.echo("Building the site", err=True)
    site = build_site(config_file, offline=offline)
    click.echo("Verifying the site", err=True)
    refuse_altered(settings, site=site)
    click.echo(f"{_contents(outcome)} in {_seconds(began)}")
    click.echo(f"The site stands in {site}")
    sys.exit(LEFT_OUT if outcome.errors else 0)


@main.command(epilog=EXIT_CODES)
@click.argument("site", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--site-url", metavar="URL", help="Where the site will stand; else what mkdocs.yml says.")
@_config_option
def finish(site: Path, config_file: Path, site_url: str | None) -> None:
    """Finish SITE, a folder that MkDocs, ProperDocs, Zensical or another builder made of docs/.

    It gets the search and its index, the pages' policy, Open Graph and the links to their feeds, whole addresses
    where the site's own is known, and a page for what is missing; then every quotation in its HTML is verified. A
    site that the plugin built has all that.
    """
    from topic_briefings.finishing.site import finish as finished
    from topic_briefings.mkdocs_edge.options import load_site
    from topic_briefings.verifying import refuse_altered

    given = load_site(config_file)
    done = finished(
        _settings(config_file),
        site,
        site_url=site_url or given.site_url,
        searched=given.searched,
        own_missing=given.own_missing,
    )
    refuse_altered(_settings(config_file), site=site)
    click.echo(f"{_count(done.pages, 'page')} finished; the search finds {_count(done.entries, 'entry', 'entries')}")


@main.command(epilog=EXIT_CODES)
@_config_option
@click.option("--address", metavar="HOST:PORT", help="Where to serve; MkDocs' own default is 127.0.0.1:8000.")
@click.option("--open", "open_in_browser", is_flag=True, help="Open the site in a browser.")
def serve(config_file: Path, address: str | None, *, open_in_browser: bool) -> None:
    """Show the site on this machine; it follows every edit of an article or a page."""
    from topic_briefings.mkdocs_edge.building import serve_site

    settings = _settings(config_file)  # a wrong option is refused in our words before MkDocs starts
    settings.docs.mkdir(parents=True, exist_ok=True)  # MkDocs wants the folder before our pages can be made
    serve_site(config_file, address, open_in_browser=open_in_browser)


@main.command(epilog=EXIT_CODES)
@_config_option
@click.option(
    "--site",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Check the HTML of the site that was built there, in place of the pages in docs/.",
)
def verify(config_file: Path, site: Path | None) -> None:
    """Check every published quotation against its article: words, speaker and source, to the letter.

    Nothing is analysed again and nothing is written. What differs is named, one sentence each.
    """
    from topic_briefings.verifying import verify as verified

    began = time.perf_counter()
    verdict = verified(_settings(config_file), site=site, progress=_progress)
    for problem in verdict.problems:
        click.echo(str(problem))
    where = f"shown {_count(verdict.shown, 'time')} on {_count(verdict.pages, 'page')}"
    said = f"{_count(verdict.quotations, 'quotation')} of {_count(verdict.articles, 'article')}, {where}"
    if verdict.problems:
        click.echo(f"{said}: {_count(len(verdict.problems), 'problem')}", err=True)
        sys.exit(WRONG)
    click.echo(f"{said}: to the letter, in {_seconds(began)}")


@main.command(epilog=EXIT_CODES)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, help="The output.")
@click.option("--workers", type=click.IntRange(0), default=0, help="Processes; 0, the default, for all cores.")
@click.option("--topics", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A taxonomy of your own.")
@click.option(
    "--together",
    is_flag=True,
    help="Add what only many articles can tell: story, related articles, voices. Prints last.",
)
def extract(files: tuple[str, ...], form: str, workers: int, topics: Path | None, *, together: bool) -> None:
    """Print the extraction record of every article in FILE…, one a line, in order.

    A FILE may be a folder, or "-" for JSON Lines on standard input. What is wrong with an article goes to
    standard error; at the end, so does the number of articles a second.
    """
    from topic_briefings.knowledge import Knowledge
    from topic_briefings.running.execution import chosen

    del form  # there is one so far
    _write_utf8()
    left_out: list[ArticleError] = []
    knowledge = Knowledge(taxonomy=topics)
    articles = _readable(files, left_out)
    began = time.perf_counter()
    make = _together if together else _one_by_one
    done = 0
    for line in make(chosen(workers), articles, knowledge, left_out):
        sys.stdout.write(line)
        done += 1
    sys.stdout.flush()
    took = time.perf_counter() - began
    click.echo(f"{_count(done, 'article')} in {took:.1f} s, {done / took:.0f} a second", err=True)
    sys.exit(LEFT_OUT if left_out else 0)


def _one_by_one(
    execution: Execution, articles: Iterable[Article], knowledge: Knowledge, left_out: list[ArticleError]
) -> Iterator[str]:
    """The record of each article, as soon as it is made."""
    from functools import partial

    yield from _done(execution.each(partial(_record_line, knowledge=knowledge), articles), left_out)


def _together(
    execution: Execution, articles: Iterable[Article], knowledge: Knowledge, left_out: list[ArticleError]
) -> Iterator[str]:
    """The records of all articles, once all are analysed."""
    import json
    from functools import partial

    from topic_briefings.extractors import analyse
    from topic_briefings.joint import together
    from topic_briefings.settings import parse

    analyses = list(_done(execution.each(partial(analyse, knowledge=knowledge), articles), left_out))
    for made in together(analyses, parse({}, root=Path())):
        yield json.dumps(made, ensure_ascii=False) + "\n"


def _done(results: Iterable[T | ArticleError], left_out: list[ArticleError]) -> Iterator[T]:
    """The results that are none of our errors; those are reported and added to ``left_out``."""
    for result in results:
        if isinstance(result, ArticleError):
            left_out.append(result)
            _complain([result])
        else:
            yield result


@main.group()
def topics() -> None:
    """What the topics are, and why an article is filed under them."""


@topics.command(epilog=EXIT_CODES)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--topics",
    "taxonomy",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Your own; without it, what mkdocs.yml in this folder names.",
)
@click.option("--most", type=click.IntRange(1), default=8, show_default=True, help="Topics an article.")
def explain(files: tuple[str, ...], taxonomy: Path | None, most: int) -> None:
    """Show what each word of an article brought to each topic; a star marks those it is filed under."""
    from topic_briefings.knowledge import Knowledge
    from topic_briefings.text.document import Document
    from topic_briefings.topics_report import explain as scores

    _write_utf8()
    here = Path("mkdocs.yml")
    if taxonomy is None and here.exists():
        taxonomy = _settings(here).topics
    left_out: list[ArticleError] = []
    for article in _readable(files, left_out):
        click.echo(f"{article.id}: {article.headline}")
        for topic in scores(Document(article), Knowledge(taxonomy=taxonomy))[:most]:
            words = ", ".join(f"{term.term} ×{term.count} {term.points:.1f}" for term in topic.terms[:8])
            star = "*" if topic.salience is not None else " "
            click.echo(f"{star} {topic.score:6.1f}  {topic.label} ({topic.id}): {words}")
    sys.exit(LEFT_OUT if left_out else 0)


def _readable(files: Iterable[str], left_out: list[ArticleError]) -> Iterator[Article]:
    """The articles of all files; what cannot be read is reported and added to ``left_out``."""
    from topic_briefings.models import Article
    from topic_briefings.reading import read_file, read_folder
    from topic_briefings.reading.jsonl import read_records

    for name in files:
        path = Path(name)
        if name == "-":
            lines = TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", errors="surrogateescape", newline="\n")
            found = read_records(lines, "standard input")
        elif path.is_dir():
            found = read_folder(path, name)
        else:
            found = read_file(path, name)
        for item in found:
            if isinstance(item, Article):
                yield item
            else:
                left_out.append(item)
                _complain([item])


def _record_line(article: Article, knowledge: Knowledge) -> str:
    """The record of ``article`` as a line of JSON; made where the analysis is, since text travels lightest."""
    import json

    from topic_briefings.extractors import analyse
    from topic_briefings.records import record

    return json.dumps(record(analyse(article, knowledge)), ensure_ascii=False) + "\n"


def _write_utf8() -> None:
    # Half a surrogate pair, which JSON may carry, is written as JSON's own escape.
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


# ------------------------------------------------------------------ talking


def _settings(config_file: Path) -> Settings:
    from topic_briefings.mkdocs_edge.options import load_settings

    return load_settings(config_file)


def _progress(items: Iterable[T], doing: str, total: int | None) -> Iterator[T]:
    """A bar where somebody watches, a plain line where a log is kept."""
    if total == 0:
        return
    if total is None or not sys.stderr.isatty():
        click.echo(doing if total is None else f"{doing} {_count(total, 'article')}", err=True)
        yield from items
        return
    with click.progressbar(items, length=total, label=doing, file=sys.stderr) as bar:
        yield from bar


def _complain(errors: Iterable[ArticleError]) -> None:
    for error in errors:
        click.echo(str(error), err=True)


def _contents(outcome: Outcome) -> str:
    return ", ".join(
        (
            _count(outcome.articles, "article"),
            _count(outcome.quotations, "quotation"),
            _count(outcome.countries, "country", "countries"),
            _count(outcome.topics, "topic"),
            _count(outcome.voices, "voice"),
        )
    )


def _count(number: int, one: str, more: str = "") -> str:
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def _seconds(began: float) -> str:
    return f"{time.perf_counter() - began:.1f} s"
