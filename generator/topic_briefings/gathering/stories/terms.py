"""The words of an article as stories are told apart by them: how often, where, and which are names."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from dataclasses import dataclass

from topic_briefings.gathering.calendars import calendar
from topic_briefings.gathering.stories.background import small_words
from topic_briefings.languages import of
from topic_briefings.models import Article, Span
from topic_briefings.text.datelines import without_dateline

LEAD = 60
"""Words of a body that tell the news."""
IN_HEADLINE = 2.0
IN_LEAD = 1.5
"""What a word counts there; elsewhere it counts once."""
SHORTEST = 3
"""Characters. Shorter words and numbers say too little."""
FEW = 12
"""A body of fewer words is judged by its headline."""
SMALL_WORDS = 0.12
FIGURES = 0.15
"""A table of results or prices holds fewer of the words that make sentences than this, or more numbers."""
MARKET, MARKET_WORDS = 0.06, 10
"""A report of a market's session holds more of the words of markets than this share, and so many different ones.

On two draws of newswire all with ten such words were sessions or talk of prices; a bid for shares had three.
"""

HEADED = 5
"""So many different ones under a headline that names a session."""

_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+")
_OPENS = re.compile(r"[.!?:…]['\"”’»)]*\s+\W*$|\n\W*$|^\W*$")
_BEFORE = 4
_COLUMN = re.compile(r"[-–—]\s*([^\W\d]+)\.? \d{1,2}$")
OPENING = 30
"""Words of a body that say whose news it is."""
_LINKS = frozenset({"and", "of", "the", "for", "de", "und", "et"})
"""What stands inside a name."""
_BESIDE = re.compile(r"[\s'’&.,-]{1,2}")
_CODE = re.compile(r"(?:<|\((?:[A-Z]{2,8}: ?)?)([A-Z]{2,5})(?:\.[A-Z]{1,2})?[>)]")
"""The code of a share or the short form of a name, behind it."""
"""Characters before a word that show whether a sentence begins with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What stories know of one article."""

    id: str
    language: str
    day: int | None
    """The ordinal of its date; None when it is undated."""
    counts: dict[str, float]
    """Words and numbers in lower case, by how often the article says them, headline and lead counted higher."""
    names: frozenset[str]
    """Those that stand with a capital inside a sentence and never without; no day or month."""
    principal: frozenset[str]
    """The names in headline and lead."""
    titular: frozenset[str]
    """The names in the headline."""
    heading: frozenset[str]
    """The words of the headline that carry meaning, and no figures."""
    subject: frozenset[str]
    """The names in the headline and in the body's first words."""
    opening: frozenset[str]
    """The words of the headline and of the body's first words, which tell the news."""
    protagonist: frozenset[str]
    """The words of the name that the body begins with, and the codes and short forms that stand for names."""
    amounts: frozenset[str]
    """The figures in the headline."""
    small: frozenset[str]
    """Those that stand in lower case somewhere."""
    brief: bool
    """Whether it is hardly more than a headline."""
    tabular: bool
    """Whether it is a table of figures, a market's session, or says nothing: such articles tell no story."""


def terms(article: Article) -> Terms:
    """The terms of ``article``."""
    body = article.body
    start = without_dateline(body, Span(0, len(body))).start
    found = [(match[0], match.start()) for match in _WORD.finditer(body, start)]
    headline = [word for word in _WORD.findall(article.headline) if len(word) >= SHORTEST]
    counts: dict[str, float] = defaultdict(float)
    for number, (word, _) in enumerate(found):
        if len(word) >= SHORTEST:
            counts[word.lower()] += IN_LEAD if number < LEAD else 1
    for word in headline:
        counts[word.lower()] += IN_HEADLINE
    small = {word for word, _ in found if word.islower()}
    names = _names(body, found) - small - calendar(article.language)
    protagonist = _protagonist(body, found[:OPENING])
    named = names | (protagonist - small - calendar(article.language))
    titular = {word.lower() for word in headline}
    opening = {word.lower() for word, _ in found[:LEAD]} | titular
    return Terms(
        id=article.id,
        language=article.language,
        day=article.published.toordinal() if article.published else None,
        counts={sys.intern(word): count for word, count in counts.items()},
        names=frozenset(names),
        principal=frozenset(names & opening),
        titular=frozenset(named & titular),
        heading=frozenset(titular - _idle(article.language) - {word for word in titular if word[0].isdigit()}),
        subject=frozenset(named & ({word.lower() for word, _ in found[:OPENING]} | titular)),
        opening=frozenset(opening & counts.keys()),
        protagonist=protagonist | _codes(article),
        amounts=frozenset(word for word in headline if word[0].isdigit()),
        small=frozenset(word for word in small if len(word) >= SHORTEST),
        brief=len(found) < FEW,
        tabular=_is_of_a_day(article) or _tabular([word.lower() for word, _ in found], headline, article.language),
    )


def _idle(language: str) -> frozenset[str]:
    return of(language).stop_words() | of(language).figure_words("telling")


def _names(body: str, found: list[tuple[str, int]]) -> set[str]:
    return {
        sys.intern(word.lower())
        for word, at in found
        if word[0].isupper() and len(word) >= SHORTEST and not _OPENS.search(body[max(0, at - _BEFORE) : at])
    }


def _protagonist(body: str, found: list[tuple[str, int]]) -> frozenset[str]:
    """The first run of words with a capital, links between them let by."""
    run: list[str] = []
    end = 0
    for word, at in found:
        if run and not _BESIDE.fullmatch(body, end, at):
            break
        if word[0].isupper():
            run.append(word.lower())
        elif run and word not in _LINKS:
            break
        end = at + len(word)
    return frozenset(run)


def _codes(article: Article) -> frozenset[str]:
    return frozenset(code.lower() for text in (article.headline, article.body) for code in _CODE.findall(text))


def _tabular(words: list[str], headline: list[str], language: str) -> bool:
    if len(words) < FEW:
        return len(headline) < FEW // 3
    known = small_words(language)
    if known and sum(word in known for word in words) < SMALL_WORDS * len(words):
        return True
    return _of_a_market(words, headline, language) or sum(word[0].isdigit() for word in words) > FIGURES * len(words)


def _is_of_a_day(article: Article) -> bool:
    """Whether the headline is that of a column with its day: "Coffee gradings - Apr 7"."""
    found = _COLUMN.search(article.headline)
    return found is not None and found[1].lower() in calendar(article.language)


def _of_a_market(words: list[str], headline: list[str], language: str) -> bool:
    """Whether it tells how a market's session went: another one of the same kind comes every few hours."""
    said = [word for word in words if word in of(language).figure_words("market")]
    headed = not of(language).figure_words("session").isdisjoint(word.lower() for word in headline)
    return (len(said) > MARKET * len(words) and len(set(said)) >= MARKET_WORDS) or (headed and len(set(said)) >= HEADED)
