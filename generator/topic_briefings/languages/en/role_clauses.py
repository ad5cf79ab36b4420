"""Which words before an office are of the clause around it and not of its phrase: "show | Democratic rival Lund"."""

from __future__ import annotations

from functools import cache

from topic_briefings.languages.en.lexicon import parts
from topic_briefings.languages.en.name_kinds import PLACES
from topic_briefings.languages.en.offices import ADVERBS, ATTRIBUTES, BEFORE_NOUN, LEVELS, OPENING, PEOPLES
from topic_briefings.languages.en.role_phrases import RolePhrases
from topic_briefings.languages.en.title_words import is_cut_short
from topic_briefings.languages.en.words import TABLES, is_past, role_of, word_set

_CHAIRS = frozenset(
    ("chairman", "chairwoman", "secretary", "director", "chair", "president", "speaker", "treasurer", "vice")
)
"""Titles with a capital that the small word for a body may stand before: "Lund campaign Chairman"."""
_PAST = frozenset(("chair", "chairman", "chairwoman", "commander", "master", "president"))
"""Offices that somebody is a past holder of."""
_HOURS = frozenset(("am", "pm"))


class RoleClauses(RolePhrases):
    """Tells the clause around an office from its phrase."""

    def _is_of_the_clause(self, at: int, head: int) -> bool:
        """Whether a word before the office ``head`` is no part of its phrase: "show Democratic rival"."""
        token, word, tag = self._tokens[at], self._lower[at], self._tags[at]
        if word in BEFORE_NOUN and self._is_progressive(at):
            return True
        if word in _HOURS and self._tags[max(0, at - 1) : at] == "m":
            return True  # "by 9.30 PM Speaker Lund"
        if word == "past" and self._tags[max(0, at - 1) : at] in tuple("VDvpgG"):
            return self._lower[head] not in _PAST  # "sprinted past front-runner Lund"
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


def _is_seldom_noun(word: str) -> bool:
    """Whether a word that may be noun or verb is the verb in news: "beats"."""
    return word in _seldom_nouns()


@cache
def _seldom_nouns() -> frozenset[str]:
    return frozenset(word for (word, *_) in TABLES.rows("seldom_nouns"))
