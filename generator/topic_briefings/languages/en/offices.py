"""Which words head a role, and which roles say nothing by themselves."""

from __future__ import annotations

import re
from functools import cache

from topic_briefings.languages.claim import SPOKEN, Range, Scene
from topic_briefings.languages.en.people import is_person_noun
from topic_briefings.languages.en.title_words import is_people, is_title
from topic_briefings.languages.en.words import cue_kind, role_of, word_set

WITHIN = frozenset(("of", "for", "at", "in", "with", "to", "from", "on", "under", "behind", "against", "during"))
"""Prepositions with which a role goes on: "a lecturer in law at Tarn University"."""
BEFORE_NOUN = frozenset(
    (
        *("managing", "running", "acting", "presiding", "founding", "sitting", "visiting", "leading", "outside"),
        *("operating", "sporting", "aspiring", "departing", "reigning", "living"),
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
    (
        *("state", "city", "county", "district", "federal", "deputy", "assistant", "vice", "associate", "police"),
        "incumbent",
    )
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
            "boy",
            "girl",
            "one",
        ),
        *("fan", "pro", "ouster", "gay", "prior", "fledgling", "suitor", "watchdog", "subsidiary"),
    )
)
"""Words for people that say no role by themselves, and some that dictionaries give for people and news does not."""
_ORDERS = frozenset(("Father", "Sister"))
"""Titles that with a small letter are kin."""
_TURNED = "-turned-"
_OF_SOMEBODY = frozenset(
    (
        *("member", "spokesman", "spokeswoman", "spokesperson", "aide", "adviser", "advisor", "associate"),
        *("expert", "staffer", "user"),
    )
)
"""Offices that say nothing without the body or the person they are of."""
_RICH = frozenset(("billionaire", "heiress", "millionaire", "multimillionaire", "socialite"))
"""What somebody has, which is an epithet where nothing else is said."""
LEANINGS = frozenset(("conservative", "liberal", "progressive", "moderate", "centrist", "socialist"))
"""What somebody thinks, in small letters; with a capital a party may be so called."""
_NATIONS = frozenset(("american", "briton", "canadian", "german", "frenchman"))
"""Words for whose citizen somebody is, which no adjective is seen to be by its end."""
_PARTIES = frozenset(("republican", "democrat", "libertarian", "independent"))
PEOPLES = _NATIONS | _PARTIES
"""Words for people that say less than any other role; those of nations alone are none."""
_GLUED = re.compile(r"[A-Z]{4,}[A-Z][a-z]{2,}")
"""Two words that ran together, the first of a credit in capitals: "PRESSTarn"."""
CANDIDATES = frozenset(("candidate", "nominee", "hopeful", "contender", "front-runner", "challenger"))
"""What somebody is who seeks an office."""
_OF_ANOTHER = frozenset(("fellow", "future", "other"))
"""What says nothing without the person or the day before: "his fellow candidate", "her future minister"."""
_SEEKING = re.compile(r"presidential|vice-presidential|gubernatorial|senate|senatorial|mayoral|house|oscar")
"""What stands before "hopeful" where it is somebody: "White House hopeful"."""
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

    def _speaks(self, at: int) -> bool:
        """Whether the word ``at`` says that somebody says something."""
        return 0 <= at < len(self._tokens) and cue_kind(self._tokens[at])[0] in SPOKEN

    def _is_pupil(self, at: int) -> bool:
        """Whether "senior" and the like are a noun: "a senior at Tarn High School", "17, a junior,"."""
        return self._lower[at + 1 : at + 2] == ["at"] or (
            self._lower[at - 1 : at] == ["a"] and self._tags[at + 1 : at + 2] in tuple(",.")
        )

    def _is_bare_relation(self, role: Range) -> bool:
        """Whether it says what somebody is to somebody, and not to whom."""
        start = role[0]
        head = self._noun_of(role)
        if self._tokens[head] in _ORDERS:
            return self._tokens[head] == "Father" and start == head  # as any man with a child
        if self._lower[start : start + 2] == ["one", "of"]:
            return False
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
        if self._tokens[head].islower() and word.rpartition("-")[2] in LEANINGS:
            return head + 1 == role[1]  # "a longtime liberal"
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


@cache
def _somebody_here() -> frozenset[str]:
    """Words that are somebody only by what is beside them."""
    words = word_set("tempore") | word_set("trade") | word_set("pupil")
    return words | {"emerita", "emeritus", "hopeful", "lady", "seal"}
