"""Which words with capitals beside an office are no person's name: "the High Sheriff Award", "Gen Xers"."""

from __future__ import annotations

import re

from topic_briefings.languages.claim import Range
from topic_briefings.languages.en.lexicon import parts
from topic_briefings.languages.en.role_nouns import SCHOOLS
from topic_briefings.languages.en.role_times import RoleTimes
from topic_briefings.languages.en.title_words import is_common, is_title
from topic_briefings.languages.en.words import word_set

_LETTERS = re.compile(r"[A-Z]{2,3}")
_THINGS = frozenset(
    (
        *("Act", "Award", "Awards", "Bible", "Building", "Chapter", "Foundation", "Fund", "Library", "Memorial"),
        *("Island", "Islands", "Prize", "Sound"),
    )
)
"""What people's names are given to, and nobody is called."""
_PARTNERS = ("and co", "& co", "and sons", "& sons")
"""What stands behind the name of a firm."""
_GENERATION = re.compile(r"[XYZ](?:ers?)?")


class RoleNames(RoleTimes):
    """Tells names that take a role from other words."""

    def _is_no_name(self, places: list[Range]) -> bool:
        """Whether words with capitals behind an office are no person: "the High Sheriff Award", "Gen Xers", a firm."""
        if not places:
            return True
        first, last = places[0]
        alone = last - first == 1 and len(places) == 1
        word = self._lower[first]
        if word == "general" and all(end - begin == 1 for begin, end in places):
            return True  # "the Tarn Attorney General’s office"
        if alone and (is_common(word) or is_title(word) or _LETTERS.fullmatch(self._tokens[first])):
            return True
        if alone and self._tokens[first] in word_set("state") and self._tokens[last : last + 1] == ["."]:
            return True  # "Major Mich. utilities"
        if alone and self._tags[max(0, first - 4) : first - 1] == "NN," and self._tags[last : last + 3] == ",NN":
            return True  # "Ana Sol, Bishop Lund, Bo Ek": a first name
        if any(self._tokens[end - 1] in SCHOOLS | _THINGS for begin, end in places if end - begin > 1):
            return True
        firm = any(token.rstrip(".") in word_set("company") for token in self._tokens[first + 1 : last])
        firm = firm or " ".join(self._lower[last : last + 2]) in _PARTNERS
        verb = last - first > 1 and parts(self._lower[first]) == "V" and self._lower[first].endswith("s")
        return firm or verb or _GENERATION.fullmatch(self._tokens[first]) is not None
