"""An article as a reader of files finds it, and the one way from there to an ``Article``."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache

from generator.models import Article, Notice, Span
from generator.reading import clean, dates, language, urls


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a format gives, as it gives it. Every field is untrusted and uncleaned."""

    id: str
    source: str
    line: int = 1
    headline: str = ""
    body: str = ""
    """Paragraphs parted by empty lines, or by single line ends where no line was wrapped."""
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | dt.date | None = None
    """A date that cannot be read becomes a notice; a format that a person writes by hand checks it before."""
    dateline: str | None = None
    url: str | None = None
    language: str | None = None
    """A language tag; detected when there is none."""
    notices: tuple[Notice, ...] = ()


def article(draft: Draft) -> Article:
    """The article in ``draft``, cleaned, with notices on what had to be left out."""
    headline = clean.line(draft.headline)
    body = clean.body(draft.body, headline)
    notices = list(draft.notices)
    seen = {
        "headline": headline,
        "body": body,
        "authors": tuple(dict.fromkeys(name for author in draft.authors if (name := clean.line(author)))),
        "outlet": clean.line(draft.outlet or "") or None,
        "published": _published(draft.published, notices),
        "dateline": clean.line(draft.dateline or "") or None,
        "url": _url(draft.url, notices),
        "language": language.code(draft.language or "") or language.detect(f"{headline}\n{body}"),
    }
    if seen["published"] is None:
        notices.append(_undated(body, str(seen["language"])))
    return Article(
        id=draft.id, source=draft.source, line=draft.line, digest=digest(seen), notices=tuple(notices), **seen
    )


def digest(seen: dict[str, object]) -> str:
    """SHA-256 in hexadecimal of the fields that a reader can see, in one canonical form of JSON."""
    text = json.dumps(seen, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _published(given: str | dt.date | None, notices: list[Notice]) -> dt.date | None:
    if isinstance(given, str) and given.strip():
        try:
            return dates.parse(clean.line(given))
        except dates.DateError as error:
            notices.append(Notice(code="date", message=f"The date given, {error.problem}, so it was left out."))
            return None
    return given if isinstance(given, dt.date) else None


def _url(given: str | None, notices: list[Notice]) -> str | None:
    if not given or not (url := given.strip()):
        return None
    if problem := urls.problem(url):
        shown = clean.line(url)[:80]
        notices.append(Notice(code="url", message=f"The address given, “{shown}”, {problem}; it was left out."))
        return None
    return url


def _undated(body: str, code: str) -> Notice:
    weekdays = _weekdays(code)
    if weekdays and (match := weekdays.search(body)):
        message = f"The article carries no date; “{match[0]}” cannot be placed."
        return Notice(code="undated", message=message, span=Span(*match.span()))
    return Notice(code="undated", message="The article carries no date.")


@cache
def _weekdays(code: str) -> re.Pattern[str] | None:
    """The names of the days in a language, from CLDR; None where it has none."""
    from babel import Locale, UnknownLocaleError

    try:
        names = Locale.parse(code).days["format"]["wide"].values()
    except (UnknownLocaleError, ValueError):
        return None
    choice = "|".join(re.escape(name) for name in sorted(names))
    return re.compile(rf"(?<!\w)(?:{choice})(?!\w)")
