"""Judge by reading what many articles together are made into: ``python benchmarks/shelves.py FILE… > sheet.tsv``.

Gathers all articles of files of JSON Lines (``.gz`` too; with ``--articles N`` a draw of each, with ``--seed`` another)
as a site would, and prints what its pages say that no single article does, an item a line, tab-separated:

- ``voice``: each of the most quoted voices, with its role and the forms that were joined;
- ``said``: a draw of what stands on its page as said by it, with the words around;
- ``page``: further pages that may be of a person who has one: voices of one surname or one given name;
- ``role``: the speakers of a draw of articles, with the role shown, or none, and the words around the name;
- ``story``: a draw of stories, the headline and the lead of each report;
- ``point``: a draw of the lines that open the pages of countries;
- ``open``: a draw of the quotations that stand open there.

The person who judges did not write the rules, and fills the verdict: ``right``; ``wrong``; of a role that is printed
and not shown ``missing``; of a page ``second`` where it is of a person who has one. ``--score SHEET …`` counts them.
A sheet holds text of articles and stays where it is.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from reading import Item, drawn, write

from topic_briefings.extractors import analyse
from topic_briefings.gathering import gather
from topic_briefings.gathering.people.printed import printed
from topic_briefings.knowledge import Knowledge
from topic_briefings.languages.roles import printed_role
from topic_briefings.models import Analysis, Edition, Line, Span, SpeakerKind, VoiceBriefing
from topic_briefings.pages.context import sentences_around
from topic_briefings.pages.kinds import site_of
from topic_briefings.settings import parse

T = TypeVar("T")
ALL = 1_000_000
FORMS = 8
"""The most printed forms of a voice on its line."""
AROUND, LEAD = 90, 240
"""Characters around a name, and of the beginning of a report."""
SHOWN = 6
"""The most reports of a story on its line."""


def sheet(analyses: Sequence[Analysis], options: argparse.Namespace) -> Iterator[Item]:
    """The lines of the sheet."""
    settings = parse({"workers": 1}, root=Path())
    edition = gather(analyses, settings)
    site = site_of(edition, settings)
    for briefing in edition.voices[: options.voices]:
        yield from _of_voice(briefing, options)
    yield from _pages(edition)
    for analysis in _some(list(analyses), options.roles, options.seed):
        yield from _roles(analysis)
    yield from (_story(edition, story.id) for story in _some(list(edition.stories), options.stories, options.seed))
    named = [(site.country(b.key).text, b) for b in edition.countries]
    points = [(name, o.report.article, o.span) for name, b in named if b.about for o in b.openings if o.span]
    for name, article, span in _some(points, options.points, options.seed):
        yield Item(article.id, "point", name, f"{span.of(article.body)} ({article.headline})")
    lines = [(name, line) for name, b in named for line in b.lines]
    yield from (_said(line, "open", name) for name, line in _some(lines, options.open, options.seed))


def _some(found: Sequence[T], count: int, seed: int) -> list[T]:
    """``count`` of ``found``, the same for the same seed."""
    order = sorted(range(len(found)), key=lambda at: hashlib.sha256(f"{seed}\n{at}".encode()).digest())
    return [found[at] for at in sorted(order[:count])]


def _of_voice(briefing: VoiceBriefing, options: argparse.Namespace) -> Iterator[Item]:
    yield _voice(briefing, "voice")
    quoted = [line for line in briefing.lines if line.quotation.fragments]
    yield from (_said(line, "said", briefing.voice.name) for line in _some(quoted, options.said, options.seed))


def _voice(briefing: VoiceBriefing, kind: str) -> Item:
    voice = briefing.voice
    quoted = sum(bool(line.quotation.fragments) for line in briefing.lines)
    forms = "; ".join(f"{s.form} ({len(s.article_ids)}): {s.evidence}" for s in voice.spellings[1:FORMS])
    roles = "; ".join(dated.role for dated in voice.dated_roles[:3])
    item = f"{voice.name}, {roles or '-'} ({voice.kind}, {quoted} quotations, {len(voice.members)} articles)"
    return Item(voice.members[0][0], kind, item, forms)


def _pages(edition: Edition) -> Iterator[Item]:
    """The voices that share a surname or a given name with one that is quoted more."""
    shared: dict[str, list[VoiceBriefing]] = defaultdict(list)
    for briefing in edition.voices:
        core = printed(briefing.voice.name).core
        if briefing.voice.kind is SpeakerKind.PERSON:
            for word in dict.fromkeys((core[-1], core[0])):
                shared[word].append(briefing)
    for word, briefings in sorted(shared.items()):
        names = [printed(briefing.voice.name).core for briefing in briefings]
        one_family = sum(name[-1] == word for name in names) > 1
        if one_family or (word,) in names:
            yield from (_voice(briefing, "page")._replace(comment=word) for briefing in briefings)


def _roles(analysis: Analysis) -> Iterator[Item]:
    body = analysis.article.body
    for speaker in analysis.speakers:
        spans = [s for spelling in speaker.spellings for s in spelling.spans if spelling.form == speaker.name]
        if speaker.kind is SpeakerKind.PERSON and spans:
            at = spans[0]
            around = f"{body[max(0, at.start - AROUND) : at.start]}[[{at.of(body)}]]{body[at.end : at.end + AROUND]}"
            role = printed_role(speaker.role, body) if speaker.role else "(none)"
            yield Item(analysis.article.id, "role", f"{speaker.name}: {role}", around)


def _story(edition: Edition, name: str) -> Item:
    [story] = [story for story in edition.stories if story.id == name]
    told = (
        f"{report.article.published or 'undated'}, {report.article.headline}: {report.article.body[:LEAD]}"
        for report in story.reports[:SHOWN]
    )
    return Item(story.id, "story", f"{len(story.reports)} reports", " ¶¶ ".join(told))


def _said(line: Line, kind: str, about: str) -> Item:
    body, spans = line.article.body, line.quotation.content or (line.quotation.span,)
    whole = sentences_around(line)
    words = body[whole.start : whole.end]
    before = Span(max(0, whole.start - 2 * AROUND), whole.start).of(body)
    said = " … ".join(span.of(body) for span in spans)
    return Item(line.article.id, kind, f"{about} | {line.byline.heading or '?'}: {said}", f"{before}[[{words}]]")


def score(sheets: Iterable[Path]) -> Iterator[str]:
    """How many of each kind were judged how."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sheet_ in sheets:
        for line in sheet_.read_text(encoding="utf-8").splitlines()[1:]:
            cells = line.split("\t")
            counts[cells[1]][cells[4].strip() or "not judged"] += 1
    for kind, found in counts.items():
        yield f"{kind:8} " + ", ".join(f"{verdict} {count}" for verdict, count in sorted(found.items()))


def main(arguments: list[str] | None = None) -> None:
    """Print a sheet, or the counts of judged ones."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*", help="articles, one a line (.jsonl or .jsonl.gz)")
    parser.add_argument("--articles", type=int, default=ALL, help="how many to draw from each file; all by default")
    parser.add_argument("--seed", type=int, default=1, help="which draw")
    for name, count in (("voices", 60), ("said", 5), ("roles", 50), ("stories", 40), ("points", 60), ("open", 60)):
        parser.add_argument(f"--{name}", type=int, default=count, help=f"how many, {count} by default")
    parser.add_argument("--score", type=Path, nargs="+", metavar="SHEET", help="judged sheets to count")
    options = parser.parse_args(arguments)
    if options.score:
        print(*score(options.score), sep="\n")
    elif options.files:
        articles = {a.id: a for file in options.files for a in drawn(file, options.articles, options.seed)}
        write(sheet([analyse(article, Knowledge()) for article in articles.values()], options), sys.stdout)
    else:
        parser.error("name a file of articles, or --score and a judged sheet")


if __name__ == "__main__":
    main()
