"""What a page tells programs: its JSON-LD and what its script copies, against the article and the records.

What should stand there is made here from the article and the records, and compared as a whole.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator

from topic_briefings.models import Article, SpeakerKind
from topic_briefings.pages.markdown import link_target
from topic_briefings.pages.words import Words
from topic_briefings.verifying.lines import OTHER_SHAPE, Json
from topic_briefings.verifying.markup import Seen
from topic_briefings.verifying.naming import citation
from topic_briefings.verifying.problems import Kind, folded
from topic_briefings.verifying.rows import Recorded, Row

Report = Callable[..., None]

_ABOUT = {
    "text": Kind.WORDS,
    "start": Kind.WORDS,
    "end": Kind.WORDS,
    "creator": Kind.SPEAKER,
    "speaker": Kind.SPEAKER,
    "role": Kind.SPEAKER,
}
"""What a difference in a field is; in any other it is one of the source."""


def check_machines(
    seen: Seen, key: str, recorded: Recorded, words: Words, here: Collection[str], report: Report
) -> None:
    """Report where the data on the page of the article ``key`` are not those of what it shows, the anchors ``here``."""
    article = recorded.standing.get(key)
    if article is None:
        return
    rows = {row.anchor: row for row in recorded.rows[key] if row.fragments and row.anchor in here}
    known = {"application/ld+json": _linked(article, rows, recorded), "application/json": _copied(article, rows, words)}
    for kind, right in known.items():
        given = next(((line, text) for line, type_, text in seen.scripts if type_ == kind), None)
        if given is None:
            report(Kind.RECORD, None, "has no block of data for machines" if "ld" in kind else "has nothing to copy")
            continue
        try:
            found = _by_anchor(json.loads(given[1])) if "ld" in kind else _without_words(json.loads(given[1]))
        except OTHER_SHAPE:
            report(Kind.RECORD, given[0], "the block of data for machines is not one as pages are written with")
            continue
        for path, ours, theirs in differences(found, right):
            if len(path) == 2 and path[0] == "quotations":
                has = "have a quotation that is not recorded," if theirs is None else "lack the quotation"
                report(Kind.RECORD, given[0], f"the data for machines {has} {path[1]}")
                continue
            about = next((_ABOUT[part] for part in path if part in _ABOUT), Kind.SOURCE)
            where = f" of the quotation {path[1]}" if path[0] == "quotations" else ""
            what = f"the data for machines give {_short(ours)} as {path[-1]}{where} where it is {_short(theirs)}"
            report(about, given[0], what)


def differences(
    given: object, right: object, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], object, object]]:
    """The path of each value that differs, and both values; None where one of the two has none."""
    if isinstance(given, dict) and isinstance(right, dict):
        for key in dict.fromkeys((*right, *given)):
            yield from differences(given.get(key), right.get(key), (*path, key))
    elif given != right:
        yield path or ("whole",), given, right


def _by_anchor(data: Json) -> Json:
    """JSON-LD with its quotations by their anchors."""
    first, *quotations = data["@graph"]
    found = {quotation["url"].rpartition("#")[2]: {**quotation, "url": None} for quotation in quotations}
    if len(found) != len(quotations):
        raise ValueError("a quotation stands there twice")
    return {"article": first, "quotations": found}


def _without_words(data: Json) -> Json:
    # The words of the interface may be any.
    return {key: value for key, value in data.items() if key != "words"}


def _linked(article: Article, rows: dict[str, Row], recorded: Recorded) -> Json:
    about: Json = {
        "@type": "NewsArticle",
        "@id": "#article",
        "headline": article.headline,
        "inLanguage": article.language,
        "author": [{"@type": "Person", "name": name} for name in article.authors],
        "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
        "datePublished": article.published.isoformat() if article.published else None,
        "url": article.url if article.url and link_target(article.url) else None,
    }
    voices = {anchor: recorded.voices.get((article.id, row.speaker_name or "")) for anchor, row in rows.items()}
    kinds = {anchor: voice.kind if voice else None for anchor, voice in voices.items()}
    said = {anchor: _quotation(row, article, kinds[anchor]) for anchor, row in rows.items()}
    return {"article": _given(about), "quotations": said}


def _quotation(row: Row, article: Article, kind: SpeakerKind | None) -> Json:
    person = kind is SpeakerKind.PERSON
    return {
        "@type": "Quotation",
        "text": " … ".join(" ".join(span.of(article.body).split()) for span in row.fragments),
        "isBasedOn": {"@id": "#article"},
        "url": None,
        **({"creator": {"@type": "Person" if person else "Organization", "name": row.voice}} if row.voice else {}),
    }


def _copied(article: Article, rows: dict[str, Row], words: Words) -> Json:
    date = article.published
    item: Json = {
        "id": article.id,
        "type": "article-newspaper",
        "title": article.headline or article.id,
        "author": [{"literal": author} for author in article.authors],
        "container-title": article.outlet,
        "issued": {"date-parts": [[date.year, date.month, date.day]]} if date else None,
        "URL": article.url,
        "language": article.language,
        "source": article.source,
        "note": f"SHA-256 {article.digest}",
    }
    quotations = {
        anchor: _given(
            {"speaker": row.said_by(article), "role": row.role, "start": row.span.start, "end": row.span.end},
            keep_zero=True,
        )
        for anchor, row in rows.items()
    }
    return {"text": citation(article, words, fold=False), "item": _given(item), "quotations": quotations}


def _given(item: Json, *, keep_zero: bool = False) -> Json:
    return {key: value for key, value in item.items() if value or (keep_zero and value == 0)}


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"“{folded(text)[:80]}”" if value else "none"
