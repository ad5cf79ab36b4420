"""An article as a reader of files finds it, and the one way from there to an ``Article``."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from dataclasses import dataclass, replace
from functools import cache

from topic_briefings.languages import of
from topic_briefings.languages.language import WordClasses
from topic_briefings.models import Article, Notice, Span
from topic_briefings.reading import clean, dates, errata, language, outlets, paid, residue, short, twice, urls, years
from topic_briefings.reading.limits import DEFAULT, Limits, refuse_long

_VISIBLE = ("headline", "body", "authors", "outlet", "published", "dateline", "url", "language")
"""The fields of an article that its reader can see."""
_WITHOUT_SPACES = ("ja", "th", "zh")
"""Languages whose words touch."""


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
    published: str | None = None
    """A date that cannot be read becomes a notice; a format that a person writes by hand checks it before."""
    dateline: str | None = None
    url: str | None = None
    language: str | None = None
    """A language tag; detected when there is none."""
    notices: tuple[Notice, ...] = ()

    def __len__(self) -> int:
        """The characters of all that it says."""
        stated = (self.id, self.headline, self.body, self.outlet, self.published, self.dateline, self.url)
        return sum(len(text or "") for text in (*stated, self.language, *self.authors))


def article(draft: Draft, most: Limits = DEFAULT) -> Article:
    """The article in ``draft``, cleaned, with notices on what had to be left out.

    Raises ``ArticleError`` where it is longer than an article may be.
    """
    refuse_long(len(draft), most.raw, draft.source, draft.line)
    draft, encoded = _once_encoded(draft)
    headline = clean.line(draft.headline)
    body = clean.body(draft.body, headline)
    code = language.code(draft.language or "") or language.detect(f"{headline}\n{body}")
    published, undated = _published(draft.published, body, code)
    url, unsafe = _url(draft.url)
    unsigned = Article(
        id=clean.identifier(draft.id),
        headline=headline,
        body=body,
        authors=tuple(dict.fromkeys(name for author in draft.authors if (name := clean.line(author)))),
        outlet=clean.line(draft.outlet or "") or None,
        published=published,
        dateline=clean.line(draft.dateline or "") or None,
        url=url,
        language=code,
        source=draft.source,
        line=draft.line,
        digest="",
        notices=draft.notices + encoded + undated + unsafe + _doubts(headline, body, published, code),
    )
    stated = sum(len(text or "") for text in (unsigned.id, unsigned.dateline, unsigned.outlet, *unsigned.authors))
    refuse_long(len(headline) + len(body) + stated, most.characters, draft.source, draft.line)
    return replace(unsigned, digest=digest(unsigned))


def _doubts(headline: str, body: str, published: dt.date | None, code: str) -> tuple[Notice, ...]:
    """What the text itself gives cause to doubt."""
    return (
        short.notices(headline, body, code)
        + residue.notices(headline, body)
        + paid.notices(headline, body)
        + errata.notices(body)
        + years.notices(body, published, code)
    )


def digest(found: Article) -> str:
    """SHA-256 in hexadecimal of what a reader can see of the article: canonical JSON of its visible fields.

    So the same article has the same digest whichever file it came from, in whichever format.
    """
    seen = {name: getattr(found, name) for name in _VISIBLE}
    text = json.dumps(seen, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _published(given: str | None, body: str, code: str) -> tuple[dt.date | None, tuple[Notice, ...]]:
    given = clean.line(given or "") or _opening(body, code) or _closing(body)
    if not given:
        return None, (_undated(body, code),)
    try:
        return dates.parse(given, code), ()
    except dates.DateError as error:
        message = f"The article is undated: the date it gives, {error.problem}."
        return None, (Notice(code="undated", message=message, case="odd", words=(given,)),)


_DAY = r"[,;–—-] ?(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>(?:19|20)\d\d)\)"
_CLOSING = re.compile(rf"\([^()\n\d]{{2,60}}{_DAY}\s*\Z")
"""The last words of a text in some papers: who wrote it, and the day: "(red, 2. 9. 2015)"."""
_CREDITED = re.compile(rf" \((?<=[.!?…“”»\"] \()(?P<who>[^()\n\d]{{2,100}}){_DAY}")
"""The same anywhere behind a sentence: of an agency or the desk, which tables and boxes may follow."""
_DESK = "red"
"""What German papers call their own desk there."""


_OPENING = re.compile(
    r"\W{0,3}(?:[^\W\d_]{3,10}day,? )?(\d{1,2}(?:st|nd|rd|th|\.)? [A-Z][a-z]{2,8},? (?:19|20)\d\d"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d) ?(?::|[–—-] )"
)
"""A day and its mark before the first words of a text: "- 6 April, 2018: The quay"."""


def _opening(body: str, code: str) -> str:
    """The day that stands before the text as a dateline does, as ISO 8601 has it; "" where there is none."""
    found = _OPENING.match(body)
    try:
        return dates.parse(found[1], code).isoformat() if found else ""
    except dates.DateError:
        return ""


def _closing(body: str) -> str:
    """The day in the brackets that close a text, as ISO 8601 has it; "" where there is none.

    Dots between the numbers are of languages that name the day first.
    """
    credited = (found for found in _CREDITED.finditer(body) if _is_of_a_desk(found["who"]))
    found = _CLOSING.search(body, max(0, len(body) - 100)) or next(credited, None)
    try:
        return dt.date(*(int(found[part]) for part in ("year", "month", "day"))).isoformat() if found else ""
    except ValueError:
        return ""


def _is_of_a_desk(credit: str) -> bool:
    return any(word == _DESK or outlets.is_agency(word) for word in re.findall(r"\w+", credit))


def _undated(body: str, code: str) -> Notice:
    weekdays = _weekdays(code)
    days = () if weekdays is None or years.names_a_day(body) else weekdays.finditer(body)
    placed: set[str] = set()
    words = of(code).day_words
    days = (match for match in days if not _is_in_a_name(body, match, words))
    loose = (match for match in days if match[0] not in placed and not _is_pointed_at(body, match.start(), words))
    match = next((match for match in loose if not _is_placed(match[0], body, placed)), None)
    if match:
        message = f"The article carries no date; “{match[0]}” cannot be placed."
        return Notice(code="undated", message=message, span=Span(*match.span()), case="day", words=(match[0],))
    return Notice(code="undated", message="The article carries no date.")


_DAY_OF_MONTH = re.compile(r",? (?:den |the |le |el )?\d|,? [^\W\d_]{3,10}\.? \d")
"""What places a weekday that it stands behind: "Monday, 15 June", "Monday, June 15"."""


_BESIDE = 12
"""Characters before a weekday in which the word before it is read."""
_BEFORE = re.compile(r"([\w'’]+) $")
_NAMED = re.compile(r" [^\W\d_a-z]\w")


def _is_in_a_name(body: str, day: re.Match[str], words: WordClasses) -> bool:
    """Whether a day is that of a paper or a programme: "the Sunday Times", "GMTV's Sunday programme"."""
    found = _BEFORE.search(body[max(0, day.start() - _BESIDE) : day.start()])
    before = found[1].casefold() if found else ""
    if before in words("article") and _NAMED.match(body, day.end()):
        return True
    return any(before.endswith(ending) and before != ending for ending in words("owner"))


def _is_pointed_at(body: str, start: int, words: WordClasses) -> bool:
    """Whether the text has named the day before: "on that Wednesday"."""
    return not words("pointing").isdisjoint(body[max(0, start - _BESIDE) : start].split()[-1:])


def _is_placed(weekday: str, body: str, placed: set[str]) -> bool:
    """Whether the text anywhere says which day of a month the ``weekday`` is, which is then one of those ``placed``."""
    at = body.find(weekday)
    while at >= 0:
        if _DAY_OF_MONTH.match(body, at + len(weekday)):
            placed.add(weekday)
            return True
        at = body.find(weekday, at + 1)
    return False


@cache
def _weekdays(code: str) -> re.Pattern[str] | None:
    """The names of the days in a language, from CLDR; None where it has none."""
    from babel import Locale, UnknownLocaleError  # not needed for a dated article

    try:
        names = Locale.parse(code).days["format"]["wide"].values()
    except (UnknownLocaleError, ValueError):
        return None
    # A language that writes its days small still writes one large at the start of a sentence.
    choice = "|".join(sorted(re.escape(form) for name in names for form in (name, name[:1].upper() + name[1:])))
    return re.compile(choice if code in _WITHOUT_SPACES else rf"(?<!\w)(?:{choice})(?!\w)")


def _once_encoded(draft: Draft) -> tuple[Draft, tuple[Notice, ...]]:
    """``draft`` mended where its text was encoded twice, and a notice on that or on what could not be mended."""
    texts = (draft.headline, draft.body, draft.outlet or "", *draft.authors)
    if mended := twice.mended(texts):
        headline, body, outlet, *authors = mended
        message = "The text had been encoded twice, so that its accents and quotation marks were wrong; it was mended."
        draft = replace(draft, headline=headline, body=body, outlet=outlet or None, authors=tuple(authors))
        return draft, (Notice(code="encoding", message=message, case="twice"),)
    if any(notice.code == "encoding" for notice in draft.notices):
        return draft, ()
    fields = {
        "headline": draft.headline,
        "text": draft.body,
        "authors": " ".join(draft.authors),
        "outlet": draft.outlet,
    }
    broken = ", ".join(
        name for name, text in fields.items() if text and (clean.is_broken(text) or twice.is_garbled(text))
    )
    message = f"Some characters of the article are broken ({broken}); what they were cannot be told."
    return draft, (Notice(code="encoding", message=message, case="halves"),) if broken else ()


def _url(given: str | None) -> tuple[str | None, tuple[Notice, ...]]:
    url = (given or "").strip()
    if not url:
        return None, ()
    if problem := urls.problem(url):
        shown = clean.line(url[:80])
        message = f"The address given, “{shown}”, {problem}; it is left out."
        return None, (Notice(code="url", message=message, words=(shown,)),)
    return url, ()
