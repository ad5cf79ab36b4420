"""An article as a reader of files finds it, and the one way from there to an ``Article``."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, replace

from topic_briefings.models import Article, Notice
from topic_briefings.reading import (
    clean,
    dates,
    errata,
    gaps,
    language,
    lost,
    paid,
    residue,
    roundup,
    short,
    stamps,
    twice,
    undated,
    urls,
    weekdays,
    years,
)
from topic_briefings.reading.limits import DEFAULT, Limits, refuse_long

_VISIBLE = ("headline", "body", "authors", "outlet", "published", "dateline", "url", "language")
"""The fields of an article that its reader can see."""
_FEW = 4
"""Characters less in a text that was encoded twice in a word or two."""


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
    published, doubted = _published(draft.published, body, code)
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
        notices=draft.notices + encoded + doubted + unsafe + _doubts(headline, body, published, code),
    )
    stated = sum(len(text or "") for text in (unsigned.id, unsigned.dateline, unsigned.outlet, *unsigned.authors))
    refuse_long(len(headline) + len(body) + stated, most.characters, draft.source, draft.line)
    return replace(unsigned, digest=digest(unsigned))


def _doubts(headline: str, body: str, published: dt.date | None, code: str) -> tuple[Notice, ...]:
    """What the text itself gives cause to doubt."""
    return (
        short.notices(headline, body, code)
        + lost.notices(headline, body)
        + gaps.notices(body, code)
        + residue.notices(headline, body)
        + paid.notices(headline, body)
        + errata.notices(body)
        + roundup.notices(headline, body)
        + years.notices(body, published, code)
        + weekdays.notices(headline, body, published, code)
    )


def digest(found: Article) -> str:
    """SHA-256 in hexadecimal of what a reader can see of the article: canonical JSON of its visible fields.

    So the same article has the same digest whichever file it came from, in whichever format.
    """
    seen = {name: getattr(found, name) for name in _VISIBLE}
    text = json.dumps(seen, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _published(given: str | None, body: str, code: str) -> tuple[dt.date | None, tuple[Notice, ...]]:
    given = clean.line(given or "") or stamps.day(body, code)
    if not given:
        return None, (undated.notice(body, code),)
    try:
        return dates.parse(given, code), ()
    except dates.DateError as error:
        message = f"The article is undated: the date it gives, {error.problem}."
        return None, (Notice(code="undated", message=message, case="odd", words=(given,)),)


def _once_encoded(draft: Draft) -> tuple[Draft, tuple[Notice, ...]]:
    """``draft`` mended where its text was encoded twice, and a notice on that or on what could not be mended."""
    texts = (draft.headline, draft.body, draft.outlet or "", *draft.authors)
    if mended := twice.mended(texts):
        headline, body, outlet, *authors = mended
        message, case = "A few characters of the text had been encoded twice; they were mended.", "few"
        if sum(map(len, texts)) - sum(map(len, mended)) > _FEW:
            message = (
                "The text had been encoded twice, so that its accents and quotation marks were wrong; it was mended."
            )
            case = "twice"
        draft = replace(draft, headline=headline, body=body, outlet=outlet or None, authors=tuple(authors))
        return draft, (Notice(code="encoding", message=message, case=case),)
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
