"""Which words head a role, and which words before an office are of the clause around it and not of its phrase."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from topic_briefings.languages.claim import Range, Scene
from topic_briefings.languages.en.lexicon import is_proper, parts
from topic_briefings.languages.en.name_kinds import PLACES
from topic_briefings.languages.en.people import is_person_noun
from topic_briefings.languages.en.words import TABLES, is_past, role_of, titles, word_set
from topic_briefings.languages.names import given_name

WITHIN = frozenset(("of", "for", "at", "in", "with", "to", "from", "on", "under", "behind", "against", "during"))
"""Prepositions with which a role goes on: "a lecturer in law at Tarn University"."""
BEFORE_NOUN = frozenset(
    (
        *("managing", "running", "acting", "presiding", "founding", "sitting", "visiting", "leading", "outside"),
        *("operating", "sporting", "aspiring", "departing", "reigning"),
    )
)
ATTRIBUTES = frozenset(
    ("appointed", "elected", "retired", "embattled", "disgraced", "ousted", "deposed", "convicted", "renowned", "noted")
)
FIRMS = frozenset(("co", "inc", "corp", "ltd"))
"""How the names of firms end, with a dot."""
ADVERBS = frozenset(("then", "newly", "recently", "once", "first", "likely"))
"""Adverbs that belong to a role: "the then mayor"."""
INSIDE = BEFORE_NOUN | ATTRIBUTES | ADVERBS
"""Words that may stand before the noun of a role, whatever their letter."""
LEVELS = frozenset(
    ("state", "city", "county", "district", "federal", "deputy", "assistant", "vice", "associate", "police")
)
"""Words in small letters that may stand before a title with a capital."""
OPENING = frozenset(("former", "late", "then", "retired", "incoming", "outgoing", "ex"))
"""Words with which a role begins."""
_NONE = frozenset(
    (
        *(
            "person",
            "people",
            "man",
            "woman",
            "guy",
            "lady",
            "gentleman",
            "source",
            "native",
            "citizen",
            "member's",
            "one",
        ),
        *("fan", "pro", "ouster", "gay", "prior", "fledgling", "suitor", "watchdog"),
    )
)
"""Words for people that say no role by themselves, and some that dictionaries give for people and news does not."""
_BROTHERS = frozenset(("brothers", "sisters", "fathers"))
"""Titles of several that stand in the names of firms and orders."""
_ORDERS = frozenset(("Father", "Sister"))
"""Titles that with a small letter are kin."""
_CHAIRS = frozenset(
    ("chairman", "chairwoman", "secretary", "director", "chair", "president", "speaker", "treasurer", "vice")
)
"""Titles with a capital that the small word for a body may stand before: "Lund campaign Chairman"."""
_TURNED = "-turned-"
_OF_SOMEBODY = frozenset(
    (
        *("member", "spokesman", "spokeswoman", "spokesperson", "aide", "adviser", "advisor", "associate"),
        *("expert", "staffer"),
    )
)
"""Offices that say nothing without the body or the person they are of."""
_RICH = frozenset(("billionaire", "heiress", "millionaire", "multimillionaire", "socialite"))
"""What somebody has, which is an epithet where nothing else is said."""
_LEANINGS = frozenset(("conservative", "liberal", "progressive", "moderate", "centrist", "socialist"))
"""What somebody thinks, in small letters; with a capital a party may be so called."""
_NATIONS = frozenset(("american", "briton", "canadian", "german", "frenchman"))
"""Words for whose citizen somebody is, which no adjective is seen to be by its end."""
_RANKS = frozenset(("former", "first", "foreign", "prime", "vice"))
"""Words of titles that name nobody by themselves."""
_PARTIES = frozenset(("republican", "democrat", "libertarian"))
PEOPLES = _NATIONS | _PARTIES
"""Words for people that say less than any other role; those of nations alone are none."""
_OF_PEOPLES = ("ish", "ese", "ian", "can")
"""How the adjectives of peoples end."""
_GLUED = re.compile(r"[A-Z]{4,}[A-Z][a-z]{2,}")
"""Two words that ran together, the first of a credit in capitals: "PRESSTarn"."""
_OF_ANOTHER = frozenset(("fellow", "future", "other"))
"""What says nothing without the person or the day before: "his fellow candidate", "her future minister"."""
_SEEKING = re.compile(r"presidential|vice-presidential|gubernatorial|senate|senatorial|mayoral|house|oscar")
"""What stands before "hopeful" where it is somebody: "White House hopeful"."""
_HOURS = frozenset(("am", "pm"))
_HERS = frozenset(("hers", "his", "mine", "ours", "theirs"))


class Offices:
    """The words of a document, and what each of them is to an office."""

    def __init__(self, scene: Scene) -> None:
        self._tags = scene.tags
        self._tokens = scene.tokens
        self._lower = list(map(str.lower, self._tokens))

    def _is_head(self, at: int) -> bool:
        """Whether the word is one person by office or occupation."""
        word = self._lower[at]
        if word in _somebody_here() and self._is_head_by_what_is_beside(at):
            return True
        last = word.rsplit("-", 1)[-1] if "-" in word else word
        if self._tags[at] not in "uNnypa" or word in _NONE or last in word_set("epithet"):
            return False
        if last in _NONE and _TURNED in word:
            return False  # "debater-turned-pro"
        kind = role_of(word)
        if kind is not None:
            return kind == "person"
        if is_title(word):
            return True
        opens = at == 0 or self._tags[at - 1] in ".|"
        return self._tags[at] in "nuN" and is_person_noun(last) and (opens or word == self._tokens[at])

    def _is_head_by_what_is_beside(self, at: int) -> bool:
        """Whether the word is somebody only here: "first lady", "Senate President Pro Tem", "professor emeritus"."""
        word, before = self._lower[at], self._lower[at - 1] if at else ""
        if word in ("emeritus", "emerita"):
            return at > 0 and self._is_head(at - 1)
        if word in word_set("trade"):
            return self._tags[at] in "uNnyYpa"
        return (
            (word == "lady" and before == "first")
            or (word in word_set("tempore") and before == "pro")
            or (word == "hopeful" and _SEEKING.fullmatch(before) is not None)
            or (word in word_set("pupil") and self._is_pupil(at))
            or self._tokens[at] == "SEAL"
        )

    def _is_pupil(self, at: int) -> bool:
        """Whether "senior" and the like are a noun: "a senior at Tarn High School", "17, a junior,"."""
        return self._lower[at + 1 : at + 2] == ["at"] or (
            self._lower[at - 1 : at] == ["a"] and self._tags[at + 1 : at + 2] in tuple(",.")
        )

    def _is_bare_relation(self, role: Range) -> bool:
        """Whether it says what somebody is to somebody, and not to whom."""
        start = role[0]
        if self._lower[start : start + 2] == ["one", "of"] or self._tokens[role[1] - 1] in _ORDERS:
            return False
        head = self._noun_of(role)
        if not _OF_ANOTHER.isdisjoint(self._lower[start:head]) or self._says_nothing(role, head):
            return True
        owned = any(self._is_owner(at) for at in range(start, head))
        owned = owned or self._lower[head + 1 : head + 2] in (["of"], ["to"])
        none = self._lower[head] in _NONE and not self._is_head(head)
        related = any(self._lower[at] in word_set("relation") for at in (head, *self._joined(start, head)))
        return none or (related and not owned)

    def _is_owner(self, at: int) -> bool:
        """Whether a word says whose somebody's friend or wife is: "Lund’s", "Lund", and no party or people."""
        named = self._tags[at] == "N" and self._tokens[at] not in word_set("party")
        return self._tags[at] == "s" or (named and not is_people(self._lower[at]))

    def _says_nothing(self, role: Range, head: int) -> bool:
        """Whether a role is of what only the text around names, or no office: "a co-worker of hers", "an American"."""
        word = self._lower[head]
        if word == "member" and self._lower[role[1] - 1] == "family":
            return True
        if word.rpartition("-")[2] in _NATIONS:
            return head + 1 == role[1]  # "a 33-year-old African American"
        bare = all(before in OPENING for before in self._lower[role[0] : head]) and head + 1 == role[1]
        if self._tokens[head].islower() and word.rpartition("-")[2] in _LEANINGS:
            return head + 1 == role[1] and set(self._tags[role[0] : head]) <= {"a"}  # "a longtime liberal"
        none = word in _OF_SOMEBODY | _RICH or (is_people(word) and word not in _PARTIES)
        return (bare and none) or self._lower[role[1] - 1] in _HERS

    def _joined(self, start: int, head: int) -> tuple[int, ...]:
        """The noun that "and" joins to the noun of a role, if any: "friend" in "friend and adviser"."""
        return tuple(at - 1 for at in range(start + 1, head) if self._lower[at] == "and")

    def _noun_of(self, role: Range) -> int:
        """The word of a role that says what somebody is: "chief" in "chief of staff"."""
        return next((at for at in range(*role) if self._lower[at] in WITHIN), role[1]) - 1

    def _is_relation(self, role: Range) -> bool:
        """Whether a role says what somebody is to somebody."""
        return self._lower[self._noun_of(role)] in word_set("relation")

    def _is_glued(self, at: int) -> bool:
        """Whether the word is the rest of one that was cut, "s-era" of "1980s-era", or two that ran together."""
        if _GLUED.match(self._tokens[at]):
            return True
        return at > 0 and self._tokens[at].startswith("s-") and self._tokens[at - 1][0].isdigit()

    def _is_of_the_clause(self, at: int, head: int) -> bool:
        """Whether a word before the office ``head`` is no part of its phrase: "show Democratic rival"."""
        token, word, tag = self._tokens[at], self._lower[at], self._tags[at]
        if word in BEFORE_NOUN and self._is_progressive(at):
            return True
        if word in _HOURS and self._tags[max(0, at - 1) : at] == "m":
            return True  # "by 9.30 PM Speaker Lund"
        if word in BEFORE_NOUN or word in ADVERBS or word in OPENING or word in LEVELS:
            return False
        if token[0].isupper():
            return self._is_glued(at) or self._is_shouted(at) or self._is_opening_verb(at) or self._is_infinitive(at)
        if word in word_set("doubt"):
            return not self._is_doubted(at)
        if word in ATTRIBUTES or word.endswith("ed"):
            # "Tarn Watch noted Water Director Lund", "the 98ers fired coach Lund"
            return at > 0 and (self._tags[at - 1] in "Nhm" or self._is_head(at - 1))
        if tag in "yYp" and (_is_seldom_noun(word) or (is_past(word) and self._is_of_others(at + 1))):
            return True  # "Lund beat rival Bo Ek"
        can_be = parts(word)
        if "N" not in can_be or "J" in can_be or not self._tokens[at + 1][0].isupper() or self._is_head(at):
            return False
        verb = "V" in can_be and tag in "nuyY"
        return (verb or (tag == "n" and self._tokens[head][0].isupper())) and not self._is_chaired(at)

    def _is_doubted(self, at: int) -> bool:
        """Whether a word of "doubt" is of the office behind it: "the alleged killer", and not "Lund accused Rep."."""
        before = self._tags[at - 1] if at else "."
        return before in "dasfti" or (before in "epvDVEgGqQc,.|;:" and self._tokens[at + 1].islower())

    def _is_of_others(self, at: int) -> bool:
        """Whether a word says what somebody is to somebody, or of which people or party one is."""
        return self._lower[at] in word_set("relation") or self._lower[at] in PEOPLES

    def _is_progressive(self, at: int) -> bool:
        """Whether an -ing form is a verb here: "is now leading Democrat Lund", "she won, leading Sen. Lund to"."""
        before = at - 1
        while before > 0 and self._tags[before] == "r":
            before -= 1
        return before >= 0 and (
            self._tags[before] == "B" or (self._lower[at] == "leading" and self._tags[before] == ",")
        )

    def _is_shouted(self, at: int) -> bool:
        """Whether a word ends a headline or a dateline that ran into the sentence: "DAM FULL AGAIN Mayor Lund"."""
        if not self._tokens[at].isupper() or self._tokens[at + 1].isupper():
            return False
        begin = at
        while begin > 0 and self._tokens[begin - 1].isupper():
            begin -= 1
        return at - begin > 1 or self._is_dateline(begin, at + 1)

    def _is_dateline(self, begin: int, end: int) -> bool:
        """Whether capitals that open a sentence name a place: "SAN ANTONIO Tarn Sports analyst Lund"."""
        words = self._lower[begin:end]
        opens = (begin == 0 or self._tags[begin - 1] in ".|") and self._tokens[end][0].isupper()
        return opens and all(len(word) > 2 for word in words) and " ".join(words) in PLACES.by_first("places")

    def _is_infinitive(self, at: int) -> bool:
        """Whether a capital of a headline is a verb behind "to": "Jokes To Bash Harbour Chair Lund"."""
        return at > 0 and self._tokens[at - 1] == "To" and "V" in parts(self._lower[at])

    def _begins_inside(self, at: int, first: int, last: int) -> bool:
        """Whether a name after "of" begins with the word ``at`` and not with ``first``, or is what the office is of.

        "Director of National Pilots United", "the head of ferry company Tide".
        """
        if last - first == 1:
            return self._tokens[at].islower() and role_of(self._lower[at]) == "body"
        plain = "N" in parts(self._lower[at]) and "J" not in parts(self._lower[at])
        return not plain and given_name(self._tokens[first]) is None

    def _is_no_noun(self, head: int, first: int) -> bool:
        """Whether a small word alone before a name is none here: "a liberal Tarn group", "would counsel Lund"."""
        word = self._tokens[head]
        if not word.islower():
            return False
        described = "J" in parts(word) and given_name(self._tokens[first]) is None
        return word == "fellow" or described or (head > 0 and self._tags[head - 1] == "x")

    def _is_opening_verb(self, at: int) -> bool:
        """Whether a capital only begins a sentence with no noun: "Enter President Lund", "Unlike President Lund"."""
        if at and self._tags[at - 1] not in ".|qQ":
            return False
        word = self._lower[at]
        if is_cut_short(self._lower[at + 1]) and "V" in parts(word) and word not in LEVELS:
            return True  # "Recall Sen. Lund"
        return word == "unlike" or (parts(word) in ("V", "R", "VR") and not word.endswith("ed"))

    def _is_chaired(self, at: int) -> bool:
        """Whether a small word is the body of an office with a capital: "school board President"."""
        if role_of(self._lower[at]) != "body" or self._lower[at + 1] not in _CHAIRS:
            return False
        begin = at
        while begin > 0 and self._tags[begin - 1] in "na":
            begin -= 1
        return self._tags[max(0, begin - 2) : begin] not in ("id", "td", "fd")  # "wrote to the committee Chairman Lund"


@cache
def _plain_titles() -> frozenset[str]:
    """Titles in lower case that say more than "Mr."."""
    honorific = word_set("honorific")
    several = frozenset(word for word in titles() if word.endswith("s") and word[:-1] in titles())
    return frozenset(word.lower() for word in titles() - honorific - several) - _RANKS


def is_common(word: str) -> bool:
    """Whether a word in lower case is of the dictionary, and nobody's name there: "award"."""
    return bool(parts(word)) and not is_proper(word) and given_name(word.capitalize()) is None


def is_people(word: str) -> bool:
    """Whether a word in lower case is the adjective of a people or a place: "swedish"."""
    return is_proper(word) and word.endswith(_OF_PEOPLES)


def _is_seldom_noun(word: str) -> bool:
    """Whether a word that may be noun or verb is the verb in news: "beats"."""
    return word in _seldom_nouns()


@cache
def _somebody_here() -> frozenset[str]:
    """Words that are somebody only by what is beside them."""
    words = word_set("tempore") | word_set("trade") | word_set("pupil")
    return words | {"emerita", "emeritus", "hopeful", "lady", "seal"}


@cache
def _seldom_nouns() -> frozenset[str]:
    return frozenset(word for (word, *_) in TABLES.rows("seldom_nouns"))


@lru_cache(maxsize=20_000)
def is_title_of_several(token: str) -> bool:
    """Whether a word as printed is the plural of a title: "Senators", "Sens" before its dot."""
    word = token.lower()
    if word == "members":
        return True  # "board members Lena Foss and Bo Ek"
    if token in word_set("honorific") or word.endswith("ss") or word in _BROTHERS:
        return False  # "Mrs", "Press"
    return token[0].isupper() and word.endswith("s") and (word[:-1] in _plain_titles() or word[:-1] in _abbreviations())


def base_role(role: str) -> str:
    """``role`` as one of several has it: "Sen" of "Sens", "former President" of "former Presidents"."""
    return role[:-1] if is_title_of_several(role.rsplit(" ", 1)[-1]) else role


def is_title(word: str) -> bool:
    """Whether a word in lower case is a title, or ends in one: "sen", "then-sen"."""
    return word.rsplit("-", 1)[-1].rstrip(".") in _plain_titles()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word.rstrip(".").lower() for word in word_set("title") if word.endswith("."))


def is_cut_short(word: str) -> bool:
    """Whether a word in lower case is a title that takes a dot: "sen", "then-gov"."""
    return word.rsplit("-", 1)[-1] in _abbreviations()
