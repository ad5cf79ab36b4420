"""What is read in single lines (dates, credits, marks, sentences, datelines): the line, then the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from tests.golden_questions import questions
from topic_briefings.models import Span
from topic_briefings.reading import clean, credits, dates, language, twice, urls
from topic_briefings.text.datelines import dateline_end
from topic_briefings.text.marks import stretches
from topic_briefings.text.scripts import is_spaced, word_count
from topic_briefings.text.sentences import sentences

FILE = Path(__file__).parent / "cases" / "reading" / "lines.txt"


def lines() -> Iterator[str]:
    """The record: each line of the file under its question, with the answer behind an arrow."""
    for question, row in questions(FILE):
        name, _, detail = question.partition(" ")
        yield f"{row}  →  {_ANSWERS[name](row, detail)}" if row else f"== {question}"


def _date(row: str, tag: str) -> str:
    try:
        return dates.parse(row, tag).isoformat()
    except dates.DateError as error:
        return f"{error}{' (doubtful)' if error.doubtful else ''}"


def _credit(row: str, _: str) -> str:
    found = credits.read(row)
    if found is None:
        return "part of the article"
    said = (("authors", " + ".join(found.authors)), ("outlet", found.outlet), ("date", found.published))
    told = [f"{name} {text}" for name, text in (*said, ("address", found.url)) if text]
    return f"{', '.join(told) or 'nothing'}{'' if found.sure else ' (unsure)'}"


def _twice(row: str, _: str) -> str:
    mended = twice.mended((row,))
    return f"{mended[0] if mended else 'as it is'}{' (garbled)' if twice.is_garbled(row) else ''}"


def _marks(row: str, _: str) -> str:
    """What stands in the outermost marks of a line, each between bars."""
    return " | ".join(stretch.inner.of(row) for stretch in stretches(row, (Span(0, len(row)),))) or "none"


_ANSWERS: dict[str, Callable[[str, str], str]] = {
    "date": _date,
    "credit": _credit,
    "authors": lambda row, _: " + ".join(credits.names(row)),
    "address": lambda row, _: urls.problem(row) or "good",
    "language": lambda row, _: language.detect(row),
    "tag": lambda row, _: language.code(row) or "none",
    "twice": _twice,
    "marks": _marks,
    "sentences": lambda row, _: " | ".join(span.of(row) for span in sentences(row, Span(0, len(row)), "en")),
    "dateline": lambda row, _: row[: dateline_end(row, 0, len(row))] or "none",
    "words": lambda row, _: f"{word_count(row)}{'' if is_spaced(row) else ' without spaces'}",
    "cleaned": lambda row, _: clean.line(row).encode("unicode_escape").decode() if len(row) > 150 else clean.line(row),
}
