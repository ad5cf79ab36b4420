"""Rules of English attribution, as regular expressions over the letters of ``generator.text.words``.

Each rule names the phrase it finds. Quantifiers over phrases are possessive, so none can run away.
"""

from __future__ import annotations

import re

# A common noun directly before a name ends the phrase ("the email Clinton …") unless it says what the name is.
WORD = r"(?:[Nuq]j?|n(?!j?N)|[gpPDGyY](?=[nNu]))"
NP = rf"(?:[dm]*+r?+(?:{WORD}|m)++(?:s(?:{WORD}|m)*+)*+|h|d)"
"""A noun phrase without what follows its head: "the ministry's spokesman"."""
PARENTHESIS = r"(?:\([^)|.]*+\))"
TAIL = rf"(?:{PARENTHESIS}|[fi]c?{NP}|[fi](?={NP})|c{NP}|-m)"
PHRASE = rf"{NP}{TAIL}*+"
"""A noun phrase with its "of", "for", "at" and "and": "a spokesman for the ministry of health"."""
RELATIVE = r"(?:,?w[^.|;:Q]*)"

_EDGE = r"(?:(?<=[.|,Qcbz T:;()\-rwlj\"])|^)"
SUBJECT = re.compile(rf"{_EDGE}({PHRASE}(?:,(?:m|{PHRASE}))*{RELATIVE}?,?)$")
"""The longest phrase that ends where the cue begins and starts where a clause can start."""
NEAREST = re.compile(r"(h|(?:[du]j?)*N[Nj]*|d?[nu]+)$")
"""When no clause edge is near: the name, pronoun or short noun phrase right before the cue."""
LEAD = re.compile(r"(?:,?(?:[xHBr]|(?:i?[dn]?l[m,]*)|,r,|,[igz][^,Q]*,)*)$")
"""What may stand between subject and cue: auxiliaries, adverbs, days, a short aside."""
AFTER = re.compile(rf"r*({PHRASE}(?:,(?:m|{PHRASE})(?=[,.;|)\-]|$))*(?:,?w[^.|;:Q]*)?)")
"""The speaker after the cue: "said Sylvia Manzano, who directed the polling"."""
FIRST = re.compile(rf"(?:(?:[izgbrcpPl][^,Q]*|r),)?[crbz]*({PHRASE}(?:,{PHRASE}(?=,))*{RELATIVE}?,?)[rxHB]*[vVpDyYeEP]")
"""The subject of the sentence's first verb."""
CUE = re.compile(r"[VDYEGA]")
"""Words that may report."""
