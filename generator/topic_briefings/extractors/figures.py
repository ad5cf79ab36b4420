"""How many, of what?

A figure is a number and the words that it counts: "30,000 e-mails", "at least 12 dead", "voted 19 to 17". Where several
reports of one event print the same one, they agree; so a figure is only worth finding where what it counts is printed
right behind it. Left out are numbers that count nothing or cannot be compared: years, dates, ages, hours, ends of
ranges, parts of names ("AK 47"), sums in front of which a currency stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import compress

from babel import Locale, UnknownLocaleError

from topic_briefings import languages
from topic_briefings.knowledge import Knowledge
from topic_briefings.languages import Language
from topic_briefings.languages.kept import Kept
from topic_briefings.models import Figure, Span, Toll
from topic_briefings.text.document import Document
from topic_briefings.text.standing import stems

# Thousands are parted by one sign only: "127.528 127.848" in a table of rates is two numbers.
_DIGITS = r"\d{1,3}(?P<sign>[ ,.\u00a0\u202f])\d{3}(?:(?P=sign)\d{3})*(?![\d,.]\d)|\d+(?:[.,]\d+)?"
_TOKEN = re.compile(
    rf"(?<![\w$£€¥#.,:/+-])(?P<digits>{_DIGITS})(?![\w:/%°-]|[.,]\d)|(?<![\w-])(?P<word>[^\W\d_]+)(?![\w-])"
)
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_NEXT = re.compile(r" ([^\W\d_][\w’'-]*)")
_PART = re.compile(r"\b[A-Z]{2,} (?:- )?$|\d[.,] $")
"""What makes a number part of the name or the number before it: "AK 47", "100, 000"."""
_AGE = re.compile(r"(?<=, )\d{1,2},")
_VERSUS = re.compile(r"(?: to | bis |[-–—]| gegen )(\d{1,3})(?![\w%])")
_COUNTED = 3
"""Words after a number that tell what it counts."""
_VERBS = frozenset("pPDgGri")
"""Letters of participles, adverbs and prepositions, which end what is counted: "three ships brought", "26 aboard"."""
_AROUND = 40
"""Characters before a figure in which a vote or a toll is told."""
_YEARS = range(1000, 2200)
_GROUP = 3
"""Digits between two signs that part thousands."""


def extract(document: Document, knowledge: Knowledge) -> Iterator[Figure]:
    """Yield each figure of the body in order; none in a language without a table of words around figures."""
    if not document.language.figure_words("number"):
        return
    for sentence, match in _numbers_in(document):
        text = match.string
        if found := _figure(document.language, text, match):
            (start, end), values, counted, toll = found
            yield Figure(
                span=Span(sentence.start + start, sentence.start + end),
                sentence=sentence,
                values=values,
                counted=counted,
                toll=toll,
                least=_before(text, start) in document.language.figure_words("least"),
            )


def _numbers_in(document: Document) -> Iterator[tuple[Span, re.Match[str]]]:
    """The numbers of the body, in digits or words, each with its sentence, in whose text it is matched."""
    words, numbers = document.words, _numbers("number", document.language.code)
    following = iter(document.sentences)
    sentence = next(following, None)
    judged, reached = _may_be_number(document.language.code), 0
    # Where the next one begins: a long run of dates holds none, and is looked through once.
    free: tuple[Span | None, int] = (None, 0)
    for first, last in compress(zip(words.starts, words.ends, strict=True), map(judged.__getitem__, words.tokens)):
        while sentence is not None and sentence.end <= first:
            sentence = next(following, None)
        if sentence is None or first < sentence.start or (free[0] == sentence and last <= free[1]):
            continue
        free = sentence, sentence.end
        for match in _TOKEN.finditer(sentence.of(document.body), max(first, reached) - sentence.start):
            if sentence.start + match.start() >= last:
                free = sentence, sentence.start + match.start()
                break
            if match["digits"] or match["word"].lower() in numbers:
                reached = sentence.start + match.end()
                yield sentence, match


Found = tuple[tuple[int, int], tuple[float, ...], tuple[str, ...], Toll | None]


def _figure(language: Language, text: str, match: re.Match[str]) -> Found | None:
    """Where it stands in the sentence, its values, the stems of what it counts and which toll it tells, if any."""
    value, end = _value(language, text, match)
    if value is None:
        return None
    start, last = match.start(), _before(text, match.start()).rpartition(" ")[2]
    if _is_part(text, match, last, language):
        return None
    if (versus := _VERSUS.match(text, end)) and match["digits"]:
        around = set(text[max(0, start - _AROUND) : start].lower().split())
        if language.figure_words("vote").isdisjoint(around):
            return None
        return (start, versus.end()), (value, float(versus[1])), ("vote",), None
    words, stop = _counted(language, text, end)
    idle = words and language.figure_words("idle").issuperset(word.lower() for word in words)
    toll = None if idle else _toll(language, text, start, stop)
    counted = stems(" ".join(words), language)
    if not counted and toll is None:
        return None
    return (start, stop), (value,), counted, toll


def _is_part(text: str, match: re.Match[str], last: str, language: Language) -> bool:
    """Whether the number is part of something else: a name, a date, a year, the end of a range, a torn number."""
    printed, before = match[0], text[max(0, match.start() - _AROUND) : match.start()]
    if last.rstrip(".") in _months(language.code) or (_PART.search(before) and match["digits"]):
        return True
    if _AGE.match(text, match.start()):
        return True
    if last in language.figure_words("range") and before.rstrip().rpartition(" ")[0][-1:].isdigit():
        return True
    return printed.startswith("0") or (printed.isdigit() and len(printed) == 4 and int(printed) in _YEARS)


def _value(language: Language, text: str, match: re.Match[str]) -> tuple[float | None, int]:
    """The number and where its words end; None for a word that is no number."""
    if match["digits"]:
        value = _read(match["digits"], language)
    else:
        value = _numbers("number", language.code).get(match["word"].lower())
    end = match.end()
    if value is None:
        return None, end
    following = _NEXT.match(text, end)
    times = _numbers("times", language.code).get(following[1].lower()) if following else None
    return (value * times, following.end()) if times and following else (value, end)


def _read(digits: str, language: Language) -> float | None:
    """The value of printed digits: "30,000" and "30 000" are thousands, "4,5" and "4.5" go by the language.

    A sign that stands twice parts thousands in any language; None for what no language prints.
    """
    if digits.isascii() and digits.isdecimal():
        return float(digits)
    plain = re.sub(r"[ \u00a0\u202f]", "", digits)
    whole, *groups = re.split(r"[.,]", plain)
    signs = set(plain) & set(".,")
    if not signs:
        return float(plain)
    if (len(signs) == 1 and signs != {_decimal(language.code)}) or len(groups) > 1:
        is_thousands = len(signs) == 1 and len(whole) <= _GROUP and all(len(group) == _GROUP for group in groups)
        return float("".join((whole, *groups))) if is_thousands else None  # "4,5" in English: a list or a slip
    return float(f"{whole}.{groups[0]}")


def _counted(language: Language, text: str, end: int) -> tuple[list[str], int]:
    """The words right behind a number that tell what it counts, and where they end; a verb after them is none."""
    found: list[re.Match[str]] = []
    common, barred, months = language.stop_words(), language.figure_words("not"), _months(language.code)
    while len(found) < _COUNTED and (following := _NEXT.match(text, found[-1].end() if found else end)):
        word = following[1].lower()
        if word in barred or word in months:
            return [], end
        if word in common:
            break
        found.append(following)
    while len(found) > 1 and _is_verb(language, found[-1][1]):
        found.pop()
    return [following[1] for following in found], found[-1].end() if found else end


def _is_verb(language: Language, word: str) -> bool:
    return language.attribution is not None and language.attribution.letter(word) in _VERBS


def _toll(language: Language, text: str, start: int, stop: int) -> Toll | None:
    """Whether the figure tells how many were killed, injured or missed: a word of it beside or among its own."""
    tolls = _tolls(language.code)
    after = _WORD.findall(text[start : stop + _AROUND].lower().partition(",")[0])[:6]
    before = _WORD.findall(text[max(0, start - _AROUND) : start].lower())[-3:]
    for words in (after, before):
        if told := [tolls[word] for word in words if word in tolls]:
            return min(told, key=tuple(Toll).index)
    return None


def _before(text: str, start: int) -> str:
    """The two words before a figure, lower case."""
    return " ".join(text[max(0, start - _AROUND) : start].lower().split()[-2:])


# ------------------------------------------------------------------ what a language says around figures


@cache
def _may_be_number(code: str) -> Kept[bool]:
    """Whether a token holds a digit or a word for a number."""
    numbers = _numbers("number", code)

    def judge(token: str) -> bool:
        lower = token.lower()
        if lower.isalpha():
            return lower in numbers
        return _DIGIT.search(lower) is not None or not numbers.keys().isdisjoint(_LETTERS.findall(lower))

    return Kept(judge)


@cache
def _tolls(code: str) -> Mapping[str, Toll]:
    """Word → the toll that it tells of, the first of several."""
    of = languages.of(code).figure_words
    return {word: toll for toll in reversed(Toll) for word in of(toll.value)}


@cache
def _numbers(kind: str, code: str) -> Mapping[str, float]:
    pairs = (word.partition("=") for word in languages.of(code).figure_words(kind))
    return {word: float(value) for word, _, value in pairs}


@cache
def _months(code: str) -> frozenset[str]:
    try:
        months = Locale(code).months["format"]
    except UnknownLocaleError:
        return frozenset()
    return frozenset(name.lower().rstrip(".") for width in ("wide", "abbreviated") for name in months[width].values())


@cache
def _decimal(code: str) -> str:
    try:
        return str(Locale(code).number_symbols["latn"]["decimal"])
    except UnknownLocaleError:
        return "."
