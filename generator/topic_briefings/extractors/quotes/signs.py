"""What tells how far something that is reported without marks can be relied on, and how much each tells.

In marks, the edges of somebody's words are printed; without them, rules find where they begin and end. Editors judged
some 2,100 such statements: right is one that was said, by whom it says, whole, and readable by itself, without the
sentence before (``leaning.py``) and without what stands around it (``edges.py``). What tells for or against one is
named below, each with its weight in a logistic regression, rounded. The weights come from the 800 of them that today's
rules still find, and stay near those of an earlier day, since sheets hold only what was printed then. One that two
names or a rare word tie to something is mostly right; one of common words alone could be said of nearly anything. A
few signs are refusals by themselves (``REFUSED``): too seldom for a weight. ``benchmarks/statements.py`` makes the
weights anew from judged sheets, and says how they hold on articles left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from topic_briefings.extractors import odds as weighed

CERTAIN = 2.5
"""The logarithm of the odds that a statement is right of which nothing below is so."""


class Sign(StrEnum):
    """What tells for or against a statement without marks."""

    LEAD = "it stands in the first two sentences"
    PLAIN = "said: the plainest verb of saying"
    ASIDE = "a dash or a colon in it"
    MARKS = "marked words in it"
    NO_VERB = "no verb in it"
    POINTING = "it opens with a word that points elsewhere"
    NOUN = "a cue that may be a noun"
    SCRAP = "fewer than five words"
    GOES_ON = "its sentence goes on behind it"
    SUBORDINATE = "its claim is subordinate"
    SPEAKER = "a speaker who is not sure"
    PRONOUN = "a speaker named by a pronoun"
    DESCRIBED = "a speaker who is only described"
    HANGING = "a cue without a subject of its own"
    BODY = "a speaker who is no person"
    THIS = "it speaks of “these things”, or of what is “there” or in “the state”, which it does not name"
    OTHER = "a “she” in it, before any name that may be hers, that is not its speaker"
    FURTHER_ONE = "its subject is “another” or “the firm”, which only the sentence before names"
    CHARGED = "it says of a “he”, who is hardly its speaker, that he will be charged"
    LEANS = "its subject is “that”, “it” or another “he”, which only the sentence before names"
    TIED = "it is set against what came before: “but”, “meanwhile”"
    UNTOLD = "it speaks of “the” something that neither it nor the headline tells of"
    BROKEN = "it breaks off: “that they had”, “it means that in an attack”; or a mark is open in it"
    NAMELESS = "ten words or fewer, and no name among them"
    NAMES = "two names or more among them"
    ASKS = "it ends with a noun that asks of what: “a contributing factor”"
    COMMON = "none of its words but names is rare: “it was a good first step”"
    ELSEWHERE = "no word of the headline is in it"
    WITHIN = "a sentence of its paragraph stands before it"
    INFINITIVE = "“to” and a verb without a subject"
    QUESTION = "it opens with “how” or “whether”"
    HINT = "a cue that only hints: signaled"
    ITS_OWN = "its speaker is named in it"
    HEADLINE = "its sentence repeats the headline"
    KNOWN = "its subject is “the” something that is not told from others"
    CONDITIONED = "a clause or a source stands before its claim: “When he bought it,”"
    SHARED = "its speaker is the subject of a verb before"
    TOLD = "it was told to somebody"
    FURTHER_VERB = "a further verb of saying in it: “and warned”, “while Moor said”"
    BUT = "a “but” in it"
    TOLD_BY_THE_WAY = "what a clause or a description tells by the way: “, which lies in Tarn”"
    GLOSS = "words of the writer's in it: “what he called”, “supposed”"
    ALSO = "it is told beside something: “also”"
    DATED = "a day near its end, on which it may have been said"
    ADDS = "it adds to what came before: “both”, “the two”, an “it” that no word in it names"


WEIGHTS = {
    Sign.LEAD: 0.9,
    Sign.PLAIN: 0.6,
    Sign.ASIDE: -1.1,
    Sign.MARKS: -0.6,
    Sign.NO_VERB: -1.5,
    Sign.POINTING: -0.4,
    Sign.NOUN: -0.4,
    Sign.SCRAP: -1.0,
    Sign.GOES_ON: -0.4,
    Sign.SUBORDINATE: -1.6,
    Sign.SPEAKER: -0.9,
    Sign.PRONOUN: -1.3,
    Sign.DESCRIBED: -0.4,
    Sign.HANGING: -0.6,
    Sign.BODY: -0.7,
    Sign.THIS: -2.1,
    Sign.LEANS: -2.3,
    Sign.TIED: -2.3,
    Sign.UNTOLD: -0.5,
    Sign.BROKEN: -3.1,
    Sign.NAMELESS: -1.2,
    Sign.NAMES: 0.4,
    Sign.ASKS: -2.1,
    Sign.COMMON: -1.1,
    Sign.ELSEWHERE: -0.7,
    Sign.WITHIN: -0.5,
    Sign.INFINITIVE: -2.0,
    Sign.QUESTION: -1.6,
    Sign.HINT: -0.9,
    Sign.KNOWN: -1.2,
    Sign.ADDS: -0.7,
    Sign.CONDITIONED: -2.1,
    Sign.SHARED: -1.4,
    Sign.ALSO: -1.2,
    Sign.DATED: -1.0,
    Sign.TOLD: -0.6,
    Sign.FURTHER_VERB: -1.8,
    Sign.BUT: -0.4,
    Sign.TOLD_BY_THE_WAY: -1.4,
    Sign.GLOSS: -2.2,
}
"""What each takes from the logarithm of the odds, or adds to it."""
REFUSED = frozenset((Sign.OTHER, Sign.FURTHER_ONE, Sign.CHARGED, Sign.HEADLINE, Sign.ITS_OWN))
"""Signs of which one is enough: too seldom for a weight, and nearly all that have one lean on another sentence."""
IN_CLAIM, IN_TEXT = (Sign.LEAD, Sign.PLAIN), (Sign.NAMES,)
"""What tells for a statement: what is seen of its claim, and what of its words; all others tell against it."""


def odds(found: Iterable[Sign]) -> float:
    """The logarithm of the odds that a statement of which all this is so is right."""
    return weighed.odds(CERTAIN, WEIGHTS, found)
