"""Words with a letter for what they are: a shallow grammar that regular expressions can read.

A text becomes a string of one letter a word, so "Vikram, dean of the college, said" reads ``N,nfdn,V`` and a
rule of grammar is a regular expression over such strings. The letters:

    N name  n noun or adjective  u person or body by what it is  d determiner  m number  s possessive mark
    h subject pronoun  o object pronoun  i preposition  f of  t to  T that  w who, where  z subordinator
    c and, or  b but  x modal or do  H have  B be  r adverb, not  l weekday, month, today
    v finite verb  e base form  y noun or verb  p past or participle  P participle  g -ing form
    V E Y D G  the same five for verbs that report   A according
    , ; : . ( ) -  themselves; . only at the end of a sentence; j other stops  | end of paragraph
    Q words in quotation marks  q a short quoted phrase inside the writer's own sentence  " stray mark

The idea of chunking by regular expressions over word classes is Abney's ("Partial parsing via finite-state
cascades", 1996); there is no model and no parser.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cache, lru_cache, partial
from itertools import accumulate
from typing import NamedTuple

from topic_briefings.knowledge import rows
from topic_briefings.models import Span

_CLITIC = r"(?:s|re|ve|ll|d|m|S)\b"
_WORD = rf"\w*+(?:(?![-'’])|(?:-++\w++|['’](?!{_CLITIC})\w++)*+)"
"""The rest of a word after its first letter, hyphens and apostrophes inside it included."""
# Any character, and what may follow it: far quicker than to try each kind of token at each space. Most words begin
# with a small letter, so that alternative stands first.
_TOKEN = re.compile(
    rf"([\S\n](?:(?<=[a-z]){_WORD}|(?<=\n)\n*+|(?<=[A-Z])\.(?:[A-Z]\.)++|(?<=\d)\d*+(?:[.,:]\d++)*+(?:-\w++)*+"
    rf"|(?<=')'|(?<=['’]){_CLITIC}|(?<=\w){_WORD}|(?<=\.)\.++|(?<=-)-++|))"
)
_PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", ".": ".", "?": ".", "!": ".", "(": "(", "[": "(", ")": ")", "]": ")",
    "-": "-", "–": "-", "—": "-", "―": "-", "−": "-", "--": "-", "---": "-", "…": "j", "’": "s", "'": "s",
    "%": "n", "$": "m", "€": "m", "£": "m", "@": "m", "#": "m", "/": "c", "&": "c", "*": "j", "•": "|", "''": "j",
}  # fmt: skip
_NO_NOUN = frozenset(("say", "says", "tell", "tells", "write", "writes"))
"""Verbs that dictionaries list as nouns too and news never uses so."""
_MOST_KEPT = 200_000
_REPORTING = str.maketrans("veypg", "VEYDG")


class _Letters(dict[str, str]):
    """The letter of every word of a language met so far; a word is judged once."""

    def __init__(self, judge: Callable[[str], str]) -> None:
        self._judge = judge

    def __missing__(self, token: str) -> str:
        if len(self) > _MOST_KEPT:
            self.clear()
        letter = self[token] = self._judge(token)
        return letter


@cache
def _closed(language: str = "en") -> dict[str, str]:
    return {word: letter for letter, words in rows(f"{language}/words.tsv") for word in words.split()}


@cache
def pronouns(language: str) -> frozenset[str]:
    """Pronouns that can stand for a speaker, lower case; none in a language without a table of words."""
    known = _closed(language) if language in ("en", "de") else {}
    return frozenset(word for word, letter in known.items() if letter in "how")


@cache
def titles() -> frozenset[str]:
    """Titles printed before a name, without their dot."""
    return frozenset(word.rstrip(".") for word in word_set("title"))


@cache
def word_set(kind: str) -> frozenset[str]:
    """The words of one class of ``data/en/roles.tsv``."""
    return frozenset(word for name, words in rows("en/roles.tsv") if name == kind for word in words.split())


_ROLES = frozenset(("person", "group", "body"))


@cache
def roles() -> dict[str, str]:
    """Words for people and bodies, lower case: ``person``, its plural ``people``, ``group``, ``body``, ``bodies``."""
    found: dict[str, str] = {}
    for kind, words in rows("en/roles.tsv"):
        for word in words.split() if kind in _ROLES else ():
            if kind in ("person", "body"):
                found.setdefault(plural(word), "people" if kind == "person" else "bodies")
            found[word] = kind
    return found


@cache
def role_of(word: str, language: str = "en") -> str | None:
    """What a noun (lower case) names: ``person``, ``people``, ``group``, ``body``, ``bodies``; None for another.

    A compound is what its last part is: "ex-minister", "Regierungssprecherin".
    """
    if language == "en":
        return roles().get(word) or roles().get(word.rsplit("-", 1)[-1])
    table = _foreign_roles(language)
    for form in (
        word,
        word.removesuffix("in"),
        word.removesuffix("innen"),
        word.removesuffix("en"),
        word.removesuffix("n"),
    ):
        for start in range(max(0, len(form) - 2)):
            if form[start:] in table and (start == 0 or len(form) - start > _SHORTEST):
                return table[form[start:]]
    return None


_SHORTEST = 3
"""Letters that the last part of a compound has at least: "amt" alone is a word, "stamt" is none."""


@cache
def _foreign_roles(language: str) -> dict[str, str]:
    return {word: kind for kind, words in rows(f"{language}/roles.tsv") if kind in _ROLES for word in words.split()}


@cache
def foreign_word_set(language: str, kind: str) -> frozenset[str]:
    """The words of one class of ``data/<language>/roles.tsv``."""
    return frozenset(word for name, words in rows(f"{language}/roles.tsv") if name == kind for word in words.split())


def plural(noun: str) -> str:
    """The regular plural of an English noun."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("man", "woman")):
        return noun[:-2] + "en"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def cues() -> dict[str, tuple[str, frozenset[str]]]:
    """Base form of each verb that reports → what it reports and the particles that belong to it."""
    return {
        base: (kind, frozenset(filter(None, particles.split(",")))) for base, kind, particles in rows("en/cues.tsv")
    }


@cache
def _verbs() -> tuple[dict[str, str], dict[str, str]]:
    """Form → letter, and form → base."""
    letters: dict[str, str] = {}
    bases: dict[str, str] = {}
    reporting = cues()
    for row in rows("en/verbs.tsv"):
        base, third, past, participle, ing = row[:5]
        noun = row[5:6] == ["n"]
        cells = (
            (base, "y" if noun else "e"),
            (third, "y" if noun else "v"),
            (past, "p" if not participle or participle == past else "v"),
            (participle, "p" if participle == past else "P"),
            (ing, "g"),
        )
        for cell, letter in cells:
            for form in cell.split("/"):
                if form and (form not in letters or base in reporting):
                    letters[form] = letter.translate(_REPORTING) if base in reporting else letter
                    bases[form] = base
    return letters, bases


def base_of(word: str) -> str | None:
    """The base form of a verb's form, in lower case; None for a word that is no known verb."""
    return _verbs()[1].get(word.lower())


def is_past(word: str) -> bool:
    """Whether the base form ``word`` is also its own past: "read", "put"."""
    return word.lower() in _unchanged()


@cache
def _unchanged() -> frozenset[str]:
    return frozenset(row[0] for row in rows("en/verbs.tsv") if row[0] in row[2].split("/"))


def verb_letter(word: str) -> str:
    """The letter of ``word`` as a verb's form whatever its case; a space when it is none."""
    return _verbs()[0].get(word.lower(), " ")


def _letter(token: str) -> str:
    if not (token[0].isalnum() or (token[0] in "'’" and len(token) > 1)):
        return "|" if token[0] == "\n" else _PUNCTUATION.get(token, "-" if token[0] == "-" else "j")
    lower = token.lower().replace("’", "'")
    closed = _closed().get(lower)
    if token[0] in "'’":
        return closed or ("s" if lower == "'s" else "x")
    if token[0].isdigit():
        return "m"
    if closed and (token == lower or token.istitle() or len(token) == 1):
        return closed
    if lower.endswith("n't"):
        return _closed().get(lower[:-3], "x")
    if "-" in token and _begins_with_article(token, "en"):
        return "N"
    if token[0].isupper():
        return "u" if token in titles() else "N"
    return _open(lower)


def _begins_with_article(token: str, language: str) -> bool:
    """Whether a name is joined to the article before it: "al-Majdoub"."""
    article, _, name = token.partition("-")
    return name[:1].isupper() and _closed(language).get(f"{article}-") == "N"


def _open(lower: str) -> str:
    """The letter of a lower-case word that is in no closed class."""
    letter = _verbs()[0].get(lower, "")
    if letter == "Y" and lower.endswith("s"):
        return letter
    if lower in roles() or lower.rsplit("-", 1)[-1] in roles():
        return "u"
    if lower in _NO_NOUN:
        return "V" if lower.endswith("s") else "E"
    if lower == "according":
        return "A"
    if letter:
        return letter
    if lower.endswith("ly") and len(lower) > 4:
        return "r"
    return "a" if _ADJECTIVE.search(lower) else "n"


_ADJECTIVE = re.compile(r"(?:ous|ful|less|[ai]ble|ical|onal|ish|[a-z]+-[a-z]+ed|[a-z]{3}-(?:old|born|led))$")


def spoken(language: str) -> str:
    """The language whose tables are used for ``language``: itself where there are any, else English."""
    return language if language in ("en", "de") else "en"


@cache
def _letters(language: str) -> _Letters:
    return _Letters(_letter if language == "en" else partial(_foreign, language))


class Cue(NamedTuple):
    """What is known of a form that reports, in a language whose cues are listed by form."""

    kind: str
    particles: frozenset[str]
    """One of these must follow ("teilte … mit"); none where it is empty."""
    finite: bool
    participle: bool


@cache
def foreign_cues(language: str) -> dict[str, tuple[Cue, ...]]:
    """Form → what it can be, in the order of the table."""
    found: dict[str, tuple[Cue, ...]] = {}
    for kind, particles, *columns in rows(f"{language}/cues.tsv"):
        finite, participles = (set(column.split()) for column in (*columns, "")[:2])
        needed = frozenset(filter(None, particles.split(",")))
        for form in sorted(finite | participles):
            cue = Cue(kind, needed, form in finite, form in participles)
            found[form] = (*found.get(form, ()), cue)
    return found


@cache
def frame_words(language: str, kind: str) -> frozenset[str]:
    """The words of one class of ``data/<language>/frames.tsv``."""
    return frozenset(word for name, words in rows(f"{language}/frames.tsv") if name == kind for word in words.split())


def _foreign(language: str, token: str) -> str:
    """The letter of a word of a language without a table of verbs: closed classes, cues, capitals."""
    if not token[0].isalnum():
        return "|" if token[0] == "\n" else _PUNCTUATION.get(token, "-" if token[0] == "-" else "j")
    lower = token.lower()
    letter = _closed(language).get(lower)
    if letter and (token == lower or token.istitle()):
        return letter
    cues_of = foreign_cues(language).get(lower) if token == lower else None
    if cues_of:
        return "V" if any(cue.finite for cue in cues_of) else "D"
    if token[0].isdigit():
        return "m"
    return "N" if token[0].isupper() or ("-" in token and _begins_with_article(token, language)) else "a"


@lru_cache(maxsize=10_000)
def cue_kind(token: str, language: str) -> tuple[str, frozenset[str]]:
    """What a cue reports, and the particles that belong to it; ``verb`` for one that no list knows."""
    if language != "en":
        known = foreign_cues(language).get(token.lower())
        return (known[0].kind, known[0].particles) if known else ("verb", frozenset())
    return cues().get(base_of(token) or "", ("verb", frozenset()))


# A determiner, a possessive or an adjective makes the next word a noun; "to" or a modal makes it a verb.
# The word's own letter stands first in a pattern, since a class of characters is looked for quickly.
_NOUN = re.compile(
    r"[yYeEgGpD](?:(?<=[dms][yYeEgG])(?![dhoT])|(?<=[dms][pD])(?=[nNuy])|(?<=[fi][yY])|(?<=[fi][pD])(?=[nNu])"
    r"|(?<=n[yY])(?![dhoTtQmN]))"
)
_VERB = re.compile(r"[yY](?<=[xt][yY])")
_IS = re.compile(r"s(?=[rgGpPDBd])(?<=[hw]s)")
"""The 's of "he's said"."""


class Words:
    """The words of a ``text``: ``tokens``, their ``starts`` and ``ends`` in code points, ``tags``, a letter each."""

    def __init__(self, text: str, language: str = "en") -> None:
        self.source = text
        pieces = _TOKEN.split(text)
        edges = list(accumulate(map(len, pieces)))
        self.tokens = pieces[1::2]
        self.starts = edges[0:-1:2]
        self.ends = edges[1::2]
        self.tags = "".join(map(_letters(spoken(language)).__getitem__, self.tokens))

    def span(self, first: int, last: int) -> Span:
        """The text from word ``first`` up to, not including, word ``last``."""
        return Span(self.starts[first], self.ends[last - 1])

    def at(self, offset: int) -> int:
        """The number of the first word that begins at ``offset`` or later."""
        return bisect_left(self.starts, offset)

    def text(self, first: int, last: int) -> str:
        """The text from word ``first`` up to ``last``, its white space folded."""
        if last - first == 1:
            return self.tokens[first]
        return " ".join(self.source[self.starts[first] : self.ends[last - 1]].split())


def settle(tags: str) -> str:
    """``tags`` with words that may be noun or verb settled by the word before them."""
    tags = _IS.sub("x", tags)
    tags = _VERB.sub(lambda match: "E" if match[0] == "Y" else "e", tags)
    return _NOUN.sub("n", tags)
