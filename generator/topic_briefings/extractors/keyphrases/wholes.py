"""A name as far as it goes: with the words beside it that it is never printed without, and whose place it never leaves.

A tagger cuts a name where a word of it is also something else: "Interstate" 64, "Super" Tuesday, "Meet" the Press,
"Down" Syndrome. What stands beside it at every place belongs to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from topic_briefings.extractors.keyphrases.candidate import Candidate
from topic_briefings.languages.names import given_name
from topic_briefings.languages.nouns import END, NounGrammar, opens
from topic_briefings.text.nounphrases import NounWords

Place = tuple[int, int]
"""First and last word (exclusive) in a text."""

_MOST = 3
"""Words that are taken on at either side."""
_LONGEST_NUMBER = 4
_LETTERS = 3
"""Letters of a short name that are no accident, at least."""
_JOINING = frozenset(("the", "of", "for", "and", "to"))
FIRMS = frozenset(("co", "corp", "inc", "ltd", "plc", "company", "bank", "trust"))
"""What a firm's name ends in, or goes on from with "of"."""
_SMALL = frozenset("dhoxHBiwzTb")
"""The letters of words that no name goes on with, unless marks begin it as a title."""
_QUOTES = frozenset(("'", '"', "‘", "“"))
_COUNTED = frozenset("nSyZmM$")
"""The letters of what a number counts: "Nissan 300 cars"."""


def widened(words: NounWords, places: list[Place], grammar: NounGrammar) -> list[Place]:
    """``places`` of a name with what stands beside all of them and belongs to it; as they are where nothing does."""
    if not places or grammar.capitals == "n":  # every noun has a capital there
        return places
    places = [(first + _led_by(words, first, last, grammar), last) for first, last in places]
    if all(_saint_before(words, first) for first, _ in places):
        places = [(first - _saint_before(words, first), last) for first, last in places]
    for _ in range(_MOST):
        size = _further(words, places, grammar)
        if not size:
            break
        places = [(first, last + size) for first, last in places]
    if given_name(words.tokens[places[0][0]]) is None:
        if _leads(words, places, grammar):
            places = [(first - 1, last) for first, last in places]
        before = _joined_before(words, places, grammar)
        places = [(first - before, last) for first, last in places]
    return places


def _joined_before(words: NounWords, places: list[Place], grammar: NounGrammar) -> int:
    """How many words before all of several ``places`` are the same and joined to it: "March of", "Week Against"."""
    tokens, firsts = words.tokens, [first for first, _ in places]
    if len(places) < 2 or min(firsts) < 2 or len({(*tokens[at - 2 : at],) for at in firsts}) > 1:
        return 0
    joining = tokens[firsts[0] - 1]
    joined = joining in ("'s", "’s", "of", "and", "for") or _is_preposition(joining, grammar)
    before = tokens[firsts[0] - 2]
    joined = _is_capital(before) and (joined or (grammar.opening[joining] == "i" and grammar.opening[before] in "nSyZ"))
    # Nor where somebody is of a place: "Ada Moss of Halden".
    return 2 * (joined and not any(opens(words, at - 2) or given_name(tokens[at - 3]) for at in firsts))


def _led_by(words: NounWords, first: int, last: int, grammar: NounGrammar) -> int:
    """How many words before a person's full name say what the person is: "Trooper Ada Moss", "Democrat Ida Lund"."""
    tokens = words.tokens
    trades = 0
    while last - first - trades > 2 and grammar.is_person(tokens[first + trades].lower()):
        trades += 1
    return trades if given_name(tokens[first + trades]) else 0


def _further(words: NounWords, places: list[Place], grammar: NounGrammar) -> int:
    """How many words after all the ``places`` go on with the name: one, two after a joining word, or none.

    A pronoun, an auxiliary or a preposition with a capital is of a headline that returns: "Ada Moss | Will Leave".
    """
    tokens, ends = words.tokens, [last for _, last in places]
    if len({tokens[end].lower() for end in ends}) > 1:
        return 0
    word, returns = tokens[ends[0]], len(places) > 1
    first, last = places[0]
    if last - first > 1 and given_name(tokens[first]) and (word == "of" or word.isdecimal()):
        return 0  # "Ada Lund 384, Tom Moss 300", "Ada Lund of Halden"
    if word.isdecimal() and all(tokens[end + 1] == "/" and tokens[end + 2].isdecimal() for end in ends):
        return 3  # "Fahrenheit | 9/11"
    if word.isdecimal() and len(word) <= _LONGEST_NUMBER:
        return int(returns or words.tags[ends[0] + 1] not in _COUNTED)
    if word.lower() in _JOINING:
        after = {tokens[end + 1].lower() for end in ends}
        joined = len(after) == 1 and all(_is_capital(tokens[end + 1]) for end in ends)
        return 2 * (joined and (not after.isdisjoint(FIRMS) or (returns and word.lower() != "and")))
    if not all(_is_capital(tokens[end]) for end in ends) or tokens[ends[0]].lower() == "and":
        return 0
    titled = not _QUOTES.isdisjoint(tokens[max(0, first - 2) : first])  # "The Price Is Right"
    return int(returns and (titled or grammar.opening[word] not in _SMALL))


def _leads(words: NounWords, places: list[Place], grammar: NounGrammar) -> bool:
    """Whether the word before all the ``places`` begins the name: a capital inside a sentence, or a firm's first."""
    befores = [first - 1 for first, _ in places]
    leading = {words.tokens[at].lower() for at in befores if at >= 0}
    if len(leading) != 1 or min(befores) < 0 or not all(_is_capital(words.tokens[at]) for at in befores):
        return False
    word = words.tokens[befores[0]]
    if word in grammar.titles() or grammar.is_person(word.lower()) or "N" in (words.tags[at] for at in befores):
        return False
    if _is_preposition(word, grammar) and all(at and _is_capital(words.tokens[at - 1]) for at in befores):
        return False  # of a longer name: "Week Against" Noise
    firm = words.tokens[places[0][1] - 1].lower() in FIRMS
    return firm or word.lower() in grammar.words("quarter") or not all(opens(words, at) for at in befores)


def _is_preposition(token: str, grammar: NounGrammar) -> bool:
    """Whether it joins the words of a title with a capital of its own: "Against"."""
    return _is_capital(token) and grammar.opening[token] == "i"


def _is_capital(token: str) -> bool:
    return token[:1].isupper() and token.isalpha()


def is_piece(words: NounWords, name: Candidate, grammar: NounGrammar) -> bool:
    """Whether a name is only read inside longer ones: "America" of a "Union Assurance Co of America", "Super", "Meet".

    So is a word alone that goes on at every place, each time with another word; with the same, it is ``widened``.
    """
    places, tokens = name.places, words.tokens
    if not places:
        return False
    if all(words.tags[first - 1] == "f" and tokens[first - 2].lower() in FIRMS for first, _ in places if first > 1):
        return places[0][0] > 1
    if len(name.tags) > 1:
        return False
    if 2 * sum(_is_within(words, place, grammar) for place in places) > len(places):
        return True
    if len(places) < 2:
        return False
    following = Counter([_goes_on_with(words, last) for _, last in places])
    if len(following) < 2:
        return False
    common = grammar.opening[tokens[places[0][0]]] != "N"
    if common and 3 * sum([tokens[last].isdecimal() for _, last in places]) >= 2 * len(places):
        return True  # "District" of "District 3" and "District 7"
    again = {True: 2, False: 1}
    return all(
        _further(words, [place] * again[following[_goes_on_with(words, place[1])] > 1], grammar) for place in places
    )


def _is_within(words: NounWords, place: Place, grammar: NounGrammar) -> bool:
    """Whether a word alone is part of a longer name: "Petersburg" after "St.", "Sky" of "Queen of the", "Meet" the."""
    (first, last), tokens = place, words.tokens
    if first < len(_OF_THE) + 1 or grammar.opening[tokens[first]] == "N":
        return bool(_saint_before(words, first)) or _is_of_a_saint(tokens, first)
    if tokens[last : last + 1] == ["the"] and _is_capital(tokens[last + 1]):
        return True
    return tokens[first - 2 : first] == _OF_THE and _is_capital(tokens[first - 3]) and not opens(words, first - 3)


def _saint_before(words: NounWords, first: int) -> int:
    """How many words and stops before the name at ``first`` make it a saint's."""
    size = 1 + (words.tokens[first - 1] == ".")
    return size * (first >= size and words.tokens[first - size] in _SAINTS)


def _is_of_a_saint(tokens: list[str], first: int) -> bool:
    """Whether only a given name and "of" stand before: "Joan of" Arc; behind a full name it is where somebody lives."""
    of_given = tokens[first - 1] == "of" and given_name(tokens[first - 2]) is not None
    return of_given and not _is_capital(tokens[first - 3])


def is_aside(words: NounWords, name: Candidate) -> bool:
    """Whether a name is only ever a line of its own, as a picture's credit is, or all that brackets hold."""
    if name.in_headline or not name.places:
        return False
    tokens, tags = words.tokens, words.tags
    if all(tokens[first - 1] == "(" and tokens[last] == ")" for first, last in name.places):
        return len(name.places) > 1
    return all(
        tags[first - 1 : first] in ("", END) and END in tags[last : last + 2] and tags[last] in ("j", END)
        for first, last in name.places
    )


_SAINTS = ("St", "St.", "Saint")
_OF_THE = ["of", "the"]


def is_partner(words: NounWords, phrase: Candidate) -> bool:
    """Whether one word is only read beside an "&": "Lund", "Moss" of "Lund & Moss"; in German it is no sure name."""
    if len(phrase.tags) > 1 or not phrase.places:
        return False
    return all("&" in (words.tokens[first - 1], words.tokens[last]) for first, last in phrase.places)


def _goes_on_with(words: NounWords, end: int) -> str:
    """The word at ``end`` in lower case, with the one after where it only joins: "the press"."""
    word = words.tokens[end].lower()
    return f"{word} {words.tokens[end + 1].lower()}" if word in _JOINING else word


def full_name(words: NounWords, surname: str, before: int, grammar: NounGrammar) -> Place | None:
    """Where a person's given names stand before ``surname`` (lower case): the one full name that a text has of them.

    None where it has none up to the word ``before``, where the surname first stands alone, or several of that surname.
    """
    found: dict[tuple[str, ...], Place] = {}
    tokens = words.tokens
    for at in _met(words.bases, surname):
        first = at
        while first and _is_given(tokens[first - 1]) and (words.tags[first - 1] == "N" or opens(words, first - 1)):
            first -= 1
        between = first == at and _is_between(words, at - 1, grammar)
        first -= between
        if between or (first < at and given_name(tokens[first])):
            found.setdefault(tuple(tokens[first : at + 1]), (first, at + 1))
    place = next(iter(found.values()), None)
    return place if place and len(found) == 1 and place[0] <= before else None


def begun_name(words: NounWords, places: list[Place], grammar: NounGrammar) -> Place | None:
    """Where the name in full stands first that a common word with a capital is short for: the "Bank" of England.

    None where it stands alone before, where two such names do, or of a person, by name or trade: "President".
    """
    (first, last), tokens = places[0], words.tokens
    short = [token.capitalize() for token in tokens[first:last]]
    person = given_name(tokens[first]) or grammar.is_person(short[-1].lower())
    if person or grammar.opening[short[-1]] not in _COUNTED:
        return None
    found: dict[str, Place] = {}
    for at in _met(tokens[:first], short[-1]):
        begin, end = at + 1 - len(short), at + 2
        if tokens[at + 1] == "of" and tokens[begin : at + 1] == short and words.tags[end] == "N":
            while words.tags[end] == "N":
                end += 1
            found.setdefault(tokens[at + 2], (begin, end))
    return next(iter(found.values())) if len(found) == 1 else None


def lettered(words: NounWords, places: list[Place]) -> Place | None:
    """Where the words stand that the letters of a name are short for, right before its brackets: "Tarn (T)"."""
    first, tokens = places[0][0], words.tokens
    letters = tokens[first]
    if not letters.isupper() or len(letters) < _LETTERS or tokens[first - 1] != "(" or tokens[first + 1] != ")":
        return None
    begin = first - 1 - len(letters)
    if begin < 0 or any(token[:1] != letter for token, letter in zip(tokens[begin : first - 1], letters, strict=True)):
        return None
    return begin, first - 1


def _is_between(words: NounWords, at: int, grammar: NounGrammar) -> bool:
    """Whether an unknown name stands between what somebody is and a surname: "Judge Haywood" Lund."""
    if at < 1 or words.tags[at] != "N" or grammar.opening[words.tokens[at]] != "N":
        return False
    trade = words.tokens[at - 1]
    return trade in grammar.titles() or grammar.is_person(trade.lower())


def _met(words: list[str], word: str) -> Iterator[int]:
    """Where ``word`` stands among the words."""
    at = -1
    for _ in range(words.count(word)):
        at = words.index(word, at + 1)
        yield at


def _is_given(token: str) -> bool:
    """Whether a word is a given name or an initial."""
    return given_name(token) is not None or token[1:] == "."
