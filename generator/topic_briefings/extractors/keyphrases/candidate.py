"""A candidate for a keyphrase, and whether it can be one: a whole phrase that says something by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from topic_briefings.extractors.keyphrases.ranking import Key
from topic_briefings.knowledge import abbreviations, rows
from topic_briefings.languages.names import given_name
from topic_briefings.languages.nouns import NounGrammar
from topic_briefings.text.nounphrases import NounWords

LONGEST = 5
"""Words of the longest candidate."""
_LONGEST_WORD = 15
"""Letters of a word beyond which it may be several that a page has run together."""
ADJECTIVES = frozenset("aJKk")
"""The letters of adjectives."""
NAMED = frozenset("NfdciM")
"""The letters of names and of what joins them."""
_HEAD = frozenset("nSyZIJKNM")
_ALONE = frozenset("nSyZIN")
_SELDOM_ALONE = frozenset("JK")
_SURE = re.compile(r"[aJn][aJn]*[nSyZ]|N+n")
"""The letters of a term that cannot hide a verb: nothing that may be one, no plural before the end."""
_IN_PASSING = 2
"""How often a newspaper may be named before it is part of the story."""
OPENING = 100
"""Words of the opening, where a common noun says what the article is about though it is printed once."""
_MAY_BE_VERBS = frozenset("yZKkgp")
"""The letters of last words that a headline may have as verbs."""
GOING_ON = frozenset("nSyZNIJ")
"""The letters of what a noun phrase goes on with."""
_CUT_LEFT = re.compile(r"fN+c\Z")
"""What stands before the second half of a body's name: "Health and" before "Human Services"."""
_RETURNS = 3
"""How often a word that says little, or half a name, is printed before it is what an article is about."""


@dataclass(slots=True)
class Candidate:
    """A candidate and where it stands."""

    words: NounWords
    first: int
    """Its first word where it is met first, in headline or body."""
    last: int
    """Where it ends there, exclusive."""
    in_headline: bool
    own: int
    """How often it is a whole noun phrase, or what is left of one without adjectives that only judge."""
    graded: bool
    """Whether it begins with such an adjective: "wild celebrations"."""
    places: list[tuple[int, int]]
    """First and last word (exclusive) of each place in the body."""
    tags: str
    """The letters of its words."""
    count: int
    """How often it is printed, the headline counted once."""

    @property
    def is_name(self) -> bool:
        """Whether it is made of capitals alone."""
        return not self.tags.strip("N")

    @property
    def begins_as_given(self) -> bool:
        """Whether its first word is a given name."""
        return given_name(self.words.tokens[self.first]) is not None


def is_term(key: Key, phrase: Candidate, grammar: NounGrammar) -> bool:
    """Whether it says exactly what it means where it is printed once: a name, or a term that returns or is long."""
    tags = phrase.tags
    if "N" in tags and set(tags) <= NAMED:
        return True
    if phrase.graded or grammar.is_general(key[-1]) or not _SURE.fullmatch(tags) or min(map(len, key)) < 2:
        return False
    after = phrase.words.tags[phrase.last]
    return (phrase.count > 1 or (len(tags) == 3 and "N" not in tags)) and (tags[-1] in "nS" or after in "j|iftxBHcw")


def goes_on(phrase: Candidate, body: str) -> bool:
    """Whether it never ends where it is read: "low interest" of "low interest rates". ``body`` has its letters."""
    return not phrase.own and bool(phrase.places) and all(body[last] in GOING_ON for _, last in phrase.places)


def is_owner(phrase: Candidate, body: str, grammar: NounGrammar) -> bool:
    """Whether a name is only the first half of a longer one, wherever it is read: "St. Patrick's Day".

    Countries and surnames own many things and are left alone: "Kenya's Supreme Court"; not so "Halden Woman's Club".
    """
    tokens = phrase.words.tokens
    token, end = tokens[phrase.first], tokens[phrase.last - 1]
    owned = [body[last : last + 2] == "sN" for _, last in phrase.places]
    if len(phrase.tags) > 1 and not phrase.begins_as_given and grammar.opening[end] not in NAMED:
        return 2 * sum(owned) > len(owned)
    alone = len(phrase.tags) == 1 and (given_name(token) is not None or grammar.opening[token] not in NAMED)
    return (token in ("St", "Saint") or alone) and bool(owned) and all(owned)


def is_outlet(key: Key, phrase: Candidate) -> bool:
    """Whether a name is of who printed or told the story, in passing: an agency, a paper, a caption's "AP Photo"."""
    if phrase.in_headline:
        return False
    if key in _agencies() or (len(key) == 1 and key[0].endswith("news") and key[0] != "news"):
        return True
    last = phrase.words.tokens[phrase.last - 1].lower().rpartition("-")[2]
    return phrase.count <= _IN_PASSING and last in (_press() if len(key) > 1 else abbreviations())


def is_reporter(phrase: Candidate) -> bool:
    """Whether somebody is only named with a paper or a station behind the name: "Ada Moss, Harbour News"."""
    if phrase.in_headline or not phrase.places or len(phrase.tags) == 1:
        return False
    tokens = phrase.words.tokens
    behind = (tokens[last : last + 3] for _, last in phrase.places)
    return all(
        mark == "," and name[:1].isupper() and paper[:1].isupper() and paper.lower() in _press()
        for mark, name, paper in (("", "", "") if len(words) < 3 else words for words in behind)
    )


@cache
def _press() -> frozenset[str]:
    captions = {"photo", "photos", "image", "images", "video"}
    return frozenset(captions | {row[0] for row in rows("outlet_words.tsv") if row[1:] != ["first"]})


@cache
def _furniture() -> frozenset[str]:
    """Words of the page around an article, and units, which are no phrase alone."""
    return frozenset(word for (word, *_) in rows("page_words.tsv"))


@cache
def _table_words() -> frozenset[str]:
    """What only tables of figures print, in lower case: "Oper shr loss 2 cts"."""
    return frozenset(word for word, *use in rows("page_words.tsv") if use == ["figures"])


@cache
def _agencies() -> frozenset[Key]:
    return frozenset(tuple(name.lower().split()) for row in rows("agencies.tsv") for name in row if name)


@cache
def _lettered() -> frozenset[str]:
    """What is told apart by a letter after it: "Plan B"."""
    return frozenset(("plan", "vitamin", "hepatitis", "group", "class", "type", "grade", "series", "route"))


@cache
def _addresses() -> frozenset[str]:
    """What a name does not end in when it is cut short there: "Main St."; a company's "Inc." may."""
    return abbreviations() - {"co", "corp", "inc", "ltd", "jr", "sr"}


_GLUED = re.compile(r"(?:[A-Z][a-z]+){4}")
"""Words that a page has printed as one: "ShareLikeReplyAda"."""
_EPITHET = re.compile(r"-(?:maker|owner|giant|star|turned|backed|owned|based|born|led|era)\Z")


def may_stand(key: Key, phrase: Candidate, grammar: NounGrammar) -> bool:
    """Whether it can be a keyphrase: a whole noun phrase, or a part that recurs and would be one by itself."""
    if len(key) > LONGEST or phrase.tags[-1] not in _HEAD:
        return False
    if max(map(len, key)) > _LONGEST_WORD and _is_glued(phrase):
        return False
    if len(key) == 1:
        return _may_stand_alone(key[0], phrase, grammar)
    if phrase.count < 2 and (phrase.graded or not phrase.own):
        return False
    return not _is_cut(key, phrase, grammar)


def _is_glued(phrase: Candidate) -> bool:
    return any(map(_GLUED.match, phrase.words.tokens[phrase.first : phrase.last]))


def _may_stand_alone(word: str, phrase: Candidate, grammar: NounGrammar) -> bool:
    """Whether one word can be a keyphrase."""
    tags, count = phrase.tags, phrase.count
    if not phrase.own or not (tags in _ALONE or (tags in _SELDOM_ALONE and phrase.own > 1)) or len(word) < 2:
        return False
    if tags != "N" and count < 2 and (phrase.first >= OPENING or grammar.is_general(word)):
        return False
    if word in _furniture() or word in abbreviations() or grammar.is_common(word):
        return False
    if tags == "N" and _EPITHET.search(word):  # "Halden-based" before a word that is no noun
        return False
    if f"{phrase.words.tokens[phrase.first - 1].lower()} {word}" in grammar.words("whole"):
        return False
    if count < _RETURNS and (grammar.is_general(word) or _is_half_a_name(phrase)):
        return False
    return tags != "N" or phrase.words.tokens[phrase.first] not in grammar.titles()  # "the Senator"


def _is_cut(key: Key, phrase: Candidate, grammar: NounGrammar) -> bool:
    """Whether several words are a piece of something longer, or of several things."""
    tags = phrase.tags
    # "Democratic U.S." of "Democratic U.S. Rep. Lund"
    if _is_of_a_nation(phrase, grammar) or key[-1] in grammar.words("ends") or key[0] == "to":
        return True
    if _EPITHET.search(key[0]) and "N" in tags[1:]:  # "loaf-maker Lund"
        return True
    if key[-1].endswith("ing") and grammar.is_person(key[-2]):  # "mayor winning" of "chances of the mayor winning"
        return True
    before = phrase.words.tokens[phrase.first - 1].lower()
    if f"{before} {key[0]}" in grammar.words("whole"):
        return True
    if _compared(phrase) in ("most", "least"):
        return True  # "valuable player", "player award" of "most valuable player award"
    if key[-1] in _addresses() or {"percent", "cent"} & {key[0], key[-1]} or not _table_words().isdisjoint(key):
        return True
    if _has_a_headlines_verb(phrase, grammar):
        return True
    whole = phrase.words.tags
    if (
        phrase.count == 1
        and tags[0] == "N"
        and whole[phrase.first - 1] == "c"
        and _CUT_LEFT.search(whole[: phrase.first])
    ):
        return True
    if grammar.capitals == "n" and len(key) > 2 and phrase.count < 2 and _is_torn(phrase):
        return True
    return len(key[-1]) == 1 and key[0] not in _lettered()  # "Dariusz K.", "tonne c" of "a tonne c and f"


def _has_a_headlines_verb(phrase: Candidate, grammar: NounGrammar) -> bool:
    """Whether its last word is a headline's verb: "council looks", "Lund Speaks"; a surname looks so too."""
    if not phrase.places:
        return phrase.tags[-1] in _MAY_BE_VERBS
    last = phrase.words.tokens[phrase.last - 1]
    verb = phrase.in_headline and phrase.is_name and last.endswith("s") and grammar.opening[last] == "v"
    return verb and not phrase.begins_as_given


def _compared(phrase: Candidate) -> str:
    """The word before the adjective that begins a phrase or stands right before it, in lower case; else none."""
    words, first = phrase.words, phrase.first
    if words.tags[first - 1] in ADJECTIVES:
        return words.tokens[first - 2].lower()
    return words.tokens[first - 1].lower() if phrase.tags[0] in ADJECTIVES else ""


def _is_of_a_nation(phrase: Candidate, grammar: NounGrammar) -> bool:
    """Whether a nation stands before a name in full of words that are no others: "Russian Nikolai Lund"."""
    nation, *name = phrase.words.tokens[phrase.first : phrase.last]
    return len(name) == 2 and nation in _nations() and all(grammar.opening[word] == "N" for word in name)


@cache
def _nations() -> frozenset[str]:
    """What says of which country somebody is."""
    return frozenset(word for row in rows("en/countries.tsv") for word in (row[2] if row[2:] else "").split("|"))


def _is_torn(phrase: Candidate) -> bool:
    """Whether German nouns stand beside each other only by the order of a clause: "in Prozessen Schöffen Urteile"."""
    nouns = [token for token in phrase.words.tokens[phrase.first : phrase.last - 1] if token[0].isupper()]
    return any(re.search(r"[a-zäöüß]{4}en\Z", noun) and not given_name(noun) for noun in nouns)


def _is_half_a_name(phrase: Candidate) -> bool:
    """Whether a name alone is only somebody's given name: "George", where "Will" was read as a verb."""
    return phrase.tags == "N" and phrase.begins_as_given
