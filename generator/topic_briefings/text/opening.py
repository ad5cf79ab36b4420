"""May a sentence stand at the head of a page, away from its article?

Of any sentences that name a country one in two tells a reader nothing alone; behind these bars, among the first
three of a report, nearly nine in ten do (read by hand on news of several kinds).
"""

from __future__ import annotations

import re
from itertools import pairwise

from topic_briefings.text.standing import Passage, opens_with_surname, stands_alone

_LEAST, _MOST = 8, 45
"""Words of such a sentence."""
_SHOUTED = re.compile(
    r"[A-Z]{4,}(?: [A-Z]{4,})* (?:\([^()]{2,20}\) )?[A-Z][a-z]|[A-Z]{4,} (?:[A-Z]{3,}|&)[A-Z &.,]*[,\d-]"
)
"""What is left of a dateline without its dash, or of a headline: "LONDON The Latest on"."""
_CUT_OFF = re.compile(r"(?:…|\.\.)[\"”’»“)\]]*\Z")
_LABELLED = re.compile(r"\w : [A-Z]")
"""Behind whose colon somebody speaks: "Lena Foss, of Tarn : Both islands"."""
_PHRASE = re.compile(r"(\w[^,]{0,80}), ([^\W\d_]+)")
_CAPITAL = re.compile(r"\s[A-Z]")
_THE = re.compile(r"(?<!\w)(the|The) ([^\W\d_]+)(?!-)")
_WORD = re.compile(r"[^\W\d_]+")


def may_open(told: Passage, body: str, *, first: bool) -> bool:
    """Whether ``told``, the ``first`` sentence of ``body`` or a later one, is whole and leans on no other.

    A later sentence begins neither with an article ("The project …": which?) nor with a surname alone, and has no word
    that leads on from another ("also"); the first one begins not with a noun alone ("The project was …").
    """
    language, text = told.language, told.text
    if not _LEAST <= len(told.words) <= _MOST or "?" in text or not stands_alone(told):
        return False
    if _CUT_OFF.search(text) or _SHOUTED.match(text) or _LABELLED.search(text):
        return False
    words = [word.lower().replace("’", "'") for word in told.words]
    if any(not language.lead_bars(kind).isdisjoint(words) for kind in ("address", "leaning", "known")):
        return False
    if any(" ".join(words[:count]) in language.lead_bars("never") for count in (1, 2)) or _points_at(told):
        return False
    if _stands_for_another(told, first=first) or (not first and _tells_what_was_told(told)) or _is_bare(told):
        return False
    later = words[0] in language.lead_bars("article") or not language.lead_bars("later").isdisjoint(words)
    return first or not (later or opens_with_surname(body, text))


def _stands_for_another(told: Passage, *, first: bool) -> bool:
    """Whether a pronoun follows the opening phrase: "In 2008, he …".

    The phrase of a ``first`` sentence may hold the name that it stands for: "When Ann Reyes came to Kenya, she …".
    """
    found = _PHRASE.match(told.text)
    if found is None or found[2] not in told.language.lead_bars("pronoun"):
        return False
    return not first or _CAPITAL.search(found[1]) is None


def _is_bare(told: Passage) -> bool:
    """Whether it opens with a noun of which nothing says which it is: "The centre would", "The announcement follows".

    Not one of which each country has its own: "The government has".
    """
    bars = told.language.lead_bars
    words = [word.lower() for word in told.words[:3]]
    if len(words) < 3 or words[0] not in bars("article") or words[1] in bars("only"):
        return False
    return words[2] in bars("bare") or (words[1] in bars("shell") and words[2] not in bars("timely") | bars("which"))


def _tells_what_was_told(told: Passage) -> bool:
    """Whether it holds a noun behind "the" that stands for a sentence before: "confirmed the development"."""
    bars = told.language.lead_bars
    for match in _THE.finditer(told.text):
        after = _WORD.match(told.text, match.end() + 1)
        known = after is not None and after[0].lower() in bars("timely") | bars("which")
        if match[2].lower() in bars("shell") and not known:
            return True
    return False


def _points_at(told: Passage) -> bool:
    """Whether it holds a demonstrative before what another sentence has named: "keep that promise", "this scene".

    Not before a time ("this week"), nor where what follows in the sentence says which ("those who"). Words of
    ``closing`` open clauses too: they count before the last word of a sentence, where neither that nor the word before
    has an ending of ``verbal`` ("a bridge that collapsed", "things that matter").
    """
    bars, text = told.language.lead_bars, told.text
    pointing, closing, verbal = bars("pointing"), bars("closing"), tuple(bars("verbal"))
    before = ""
    for word, after in pairwise(_WORD.finditer(text)):
        low, noun = word[0].lower(), after[0].lower()
        if text[word.end() : after.start()] == " " and noun not in bars("timely"):
            last = text[after.end() :] == "." and not noun.endswith(verbal) and not before.endswith(verbal)
            if low in pointing or (low in closing and last):
                return True
        before = low
    return False
