"""Noun phrases of English by the possible parts of speech of words, settled by their neighbours.

A text becomes a string of one letter a word, and a noun phrase is a regular expression over it: adjectives and
nouns, ending in a noun (Justeson and Katz, "Technical terminology", 1995; Hulth, "Improved automatic keyword
extraction given more linguistic knowledge", 2003). No model: the lexicon says what a word can be, and the words
around it decide. ``languages.letters`` names the letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache, partial

from topic_briefings.languages.en.lexicon import is_compared, is_graded, is_proper, parts, singular
from topic_briefings.languages.en.noun_letters import cut_titles, letter_of, settle
from topic_briefings.languages.en.people import is_person_noun
from topic_briefings.languages.en.words import TABLES, closed, roles, titles, word_set
from topic_briefings.languages.kept import Kept
from topic_briefings.languages.names import given_name
from topic_briefings.languages.nouns import NounGrammar, NounWords
from topic_briefings.languages.stopwords import stopwords


def noun_phrases(words: NounWords) -> Iterator[tuple[int, int]]:
    """The longest runs of adjectives and nouns that end in a noun, as first and last word (exclusive), in order.

    First words that compare or say nothing ("biggest", "several") are left out, and last words that are no
    nouns there ("nomination other than"); a run of such alone is none.
    """
    tags, tokens = words.tags, words.tokens
    for first, last in _runs(words):
        if last - first > 1:
            if tags[last - 1] == "N":
                first = _to_the_name(words, first, last)
                first += _title_words(words, first, last)
            first, last = _without_verb(words, first, last)
        while first < last and tags[first] != "N" and _WEAK_FIRST[tokens[first]] and not _is_bound(words, first):
            first += 1
        while first < last and tags[last - 1] != "N" and tokens[last - 1].lower() in _weak_endings():
            last -= 1
        if last - first > 1 or (first < last and tokens[first].lower() not in _weak("alone")):
            yield first, last


def _without_verb(words: NounWords, first: int, last: int) -> tuple[int, int]:
    """A run without a last word that only looks like a noun: a verb before its object, a title that goes on.

    "the keeper cut | a cake", "the committee works | to raise", "White House Chief | of Staff Lew".
    """
    tags, tokens = words.tags, words.tokens
    if last - first > 1 and tags[last - 1] in "yZ" and tags[last - 2] in "nSNy":
        after, base = tokens[last].lower(), tokens[last - 1]
        plural = base.endswith("s") or (tags[last - 2] == "N" and tokens[last - 2].endswith("s"))
        if tags[last - 2 : last] == "SZ" or after in _BEFORE_OBJECTS or (tags[last] == "t" and plural):
            last -= 1
    if last - first > 1 and tags[last - 1] == "N" and _is_of_a_body(tokens[last - 1]):
        last -= 1  # "Nevada Democratic | caucuses opened"
    if last - first > 1 and tags[last] == "f" and tokens[last - 1] in _GOES_ON_WITH_OF:
        last -= 1
    elif last - first > 1 and tokens[first - 1] == "of" and tokens[first - 2 : first] == ["Chief", "of"]:
        first += 1
    return first, last


_BEFORE_OBJECTS = frozenset(
    ["the", "a", "an", "his", "her", "their", "its", "my", "our", "your", "this", "these", "those", "them", "him", "it"]
)
_GOES_ON_WITH_OF = frozenset(["Chief", "Secretary", "Undersecretary", "Speaker"])


def _is_of_a_body(word: str) -> bool:
    """Whether it is an adjective as bodies have it in their names: "Democratic"; a person may be called Bright."""
    return word.endswith(("al", "ic", "ary")) and parts(word.lower()) in ("J", "JR")


def _runs(words: NounWords) -> Iterator[tuple[int, int]]:
    """The runs of adjectives and nouns, a name with its "of", "for" or "and" whole ("Court of Appeals")."""
    tags, done = words.tags, 0
    for found in _PHRASE.finditer(tags):
        first, last = found.span()
        if first < done:
            continue
        if tags[last - 1] == "N":
            while tags[last] in "fic" and (more := _JOINED.match(tags, last)) and _goes_on(words, first, last, more):
                last = more.end()
            done = last
        yield first, last


def _to_the_name(words: NounWords, first: int, last: int) -> int:
    """Where the name begins in a run that says before it whose name it is: "the time Christie", "actress Keaveney"."""
    name = last
    while name > first and words.tags[name - 1] in _NAMED:
        name -= 1
    return name if name > first and words.tags[name - 1] in "nSyZI" else first


def _goes_on(words: NounWords, first: int, last: int, more: re.Match[str]) -> bool:
    """Whether the name that ends at ``last`` is only the beginning of a body's or a place's: "Gulf of Mexico"."""
    named_here = zip(words.tags[first:last], words.tokens[first:last], strict=True)
    if words.tags[last - 1] != "N" or not all(tag in _NAMED or token[:1].isupper() for tag, token in named_here):
        return False
    link, head, end = words.tokens[last], words.tokens[last - 1].lower(), words.tokens[more.end() - 1].lower()
    if link in ("and", "&"):  # "Securities and Exchange Commission", not "Washington and the Senate"
        plain = "N" in parts(head) and not is_proper(head) and head not in roles()
        whole = more.end() - last > 2 and roles().get(end) in ("body", "bodies")
        return plain and (whole or "f" in words.tags[first:last])  # "Office of Management and Budget"
    named = roles().get(head) in ("body", "bodies") or head in _places_of()
    if link == "of":  # "Touch of Frost", not "Boehner of Ohio"
        person = any(given_name(token) or token in titles() for token in words.tokens[first:last])
        return named or ("N" in parts(head) and head not in roles() and not person)
    return (
        link in ("for", "on", "in")
        and (last - first > 1 or named)
        and head not in ("house", "senate")
        and ("d" in more[0] or link != "in")
        and more.end() - last > 1
    )


_NAMED = frozenset("Nfdci")
_JOINED = re.compile(r"(?:[fi]d?|c)N+")


@cache
def _places_of() -> frozenset[str]:
    """What is printed before "of" in a name: "Gulf of Mexico"."""
    return word_set("named_of")


def _title_words(words: NounWords, first: int, last: int) -> int:
    """How many words from ``first`` on are a person's title, where a name of two or three words follows.

    "President Amaral" stays whole, and so does "General Data Corporation", whose first word may be its name's.
    """
    if words.tags[max(0, first - 1) : first] == "f" and words.tokens[max(0, first - 2)].lower() in roles():
        # "Secretary of Defense William Perry"
        return next((at for at in range(1, last - first) if given_name(words.tokens[first + at])), 0)
    place, sure = first, False
    while place < last and words.tokens[place] in _leading():
        sure = sure or words.tokens[place] not in word_set("qualifier")
        place += 1
    return place - first if sure and 2 <= last - place <= 3 and set(words.tags[place:last]) == {"N"} else 0


# A plural stands before a noun only ("veterans hospital"): what else follows it begins another phrase or a clause. The
# first letter stands in front, since a class of characters is looked for quickly.
_PHRASE = re.compile(r"[aJKknyZINS](?:(?:(?<!S)|(?=[nSyZI]))(?:[aJKknyZIN]|S(?=[nSyZI]))*[nJSNyZIK]|(?<=[nJSNyZIK]))")


def leading_qualities(words: NounWords, first: int, last: int) -> int:
    """How many words from ``first`` on are adjectives that say of what kind something is felt to be, not what it is.

    "wonderful", "besieged", "37-year-old"; a plain adjective of degree ("wild") counts before a lone noun only, since
    longer terms are named with it ("small modular reactors").
    """
    place, tags = first, words.tags
    while place < last - 1 and tags[place] in "aJKk" and _is_quality(words.tokens[place].lower(), last - place):
        if _is_bound(words, place):
            break
        place += 1
    return place - first


def _is_bound(words: NounWords, place: int) -> bool:
    """Whether an adjective is never left out before its noun: "real estate"."""
    return [token.lower() for token in words.tokens[place : place + 2]] == ["real", "estate"]


@lru_cache(maxsize=20_000)
def _is_quality(lower: str, size: int) -> bool:
    """Adjectives of degree or judgement make an adverb ("angrily"); those that classify end as "federal" does."""
    if _FELT.search(lower) or lower in _weak("felt") or (size == 2 and is_graded(lower)):
        return True
    adverb = f"{lower[:-1]}ily" if lower.endswith("y") else f"{lower}ly"
    return not _CLASSIFIES.search(lower) and "R" in parts(adverb)


_CLASSIFIES = re.compile(r"(?:al|ic|ary|ory|ar|an|ive|ese|ish|en|ent|ern|ior|vate|cret|oint|gle|ee|ean)$")
_FELT = re.compile(
    r"(?:[^aeiou]ful|[^g]ous|less|some|able)$|^[a-z]+(?:ing|ed)$"
    r"|\d.*-|-(?:to|of|the|in|on|and|by)-|-year-old$|-[a-z]+ed$|(?:-\w+){3}"
)


@lru_cache(maxsize=20_000)
def is_general(noun: str) -> bool:
    """Whether ``noun`` (lower case) says little by itself: "decision", "background", "way"."""
    return noun in _weak("general") or noun in _weak("alone")


@cache
def _unnamed() -> frozenset[str]:
    """Words whose capital makes no name of them."""
    return cut_titles() | closed().keys()


@cache
def _weak(use: str) -> frozenset[str]:
    return frozenset(word for word, kind in TABLES.rows("weak_words") if kind == use)


@cache
def _leading() -> frozenset[str]:
    return titles() | word_set("qualifier")


@cache
def _weak_endings() -> frozenset[str]:
    """Adjectives that a dictionary also has as nouns: weak before a noun, and no noun after one."""
    return frozenset(word for word in _weak("lead") if "J" in parts(word)) | {"other", "else"}


_WEAK_FIRST = Kept(lambda word: word.lower() in _weak("lead") or is_compared(word.lower()))

NOUNS = NounGrammar(
    bases=Kept(lambda word: singular(word.lower())),
    letters=Kept(partial(letter_of, unsure=False)),
    opening=Kept(partial(letter_of, unsure=True)),
    settled=settle,
    capitals="N",
    alone=lambda words, _: words,
    phrases=noun_phrases,
    qualities=leading_qualities,
    is_general=is_general,
    is_common=lambda word: word in stopwords("en"),
    unnamed=_unnamed,
    titles=titles,
    is_person=is_person_noun,
    words=_weak,
    idle=partial(_weak, "idle"),
)
