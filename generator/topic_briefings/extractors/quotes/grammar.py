"""Rules of English attribution, as regular expressions over the letters of ``topic_briefings.text.words``.

Each rule names the phrase it finds. Quantifiers over phrases are possessive, so none can run away.
"""

from __future__ import annotations

import re

# A common noun directly before a name ends the phrase ("the email Clinton …") unless it says what the name is.
WORD = r"(?:[Nuqa]j?|(?<=d)p(?=N)|n(?!j?N(?:j?N)*j?[^nus])|[gpPDGyY](?=[anu])|l(?=[anNu]))"
NOUN = rf"(?:d*+r?+(?:{WORD}|m)++(?:s(?:{WORD}|m)*+)*+)"
"""A noun phrase without what follows its head: "the ministry's spokesman"."""
NP = rf"(?:{NOUN}|h|d)"
PARENTHESIS = r"(?:\([^)|.]*+\))"
TAIL = rf"(?:{PARENTHESIS}|(?:[fi]|(?<=u)t|(?<=ua)t)c?(?:{NOUN}|d|o)|cr?{NP}|o|-m)"
PHRASE = rf"{NP}{TAIL}*+"
"""A noun phrase with its "of", "for", "at" and "and": "a spokesman for the ministry of health"."""
APPOSITION = rf"(?:,{NOUN}{TAIL}*+)"
RELATIVE = r"(?:,w[^.|;:Q]*(?=,)|w[^,.|;:Q]*)"
"""A relative clause: between commas, or without any."""
POST = r"(?:[gpPDG][^,.|;:Q]*|w[^,.|;:Q]*)"
"""What else may follow a head: "a pollster working for the party", "a lawyer who specializes in land use"."""

_EDGE = r"(?:(?<=[.|,QcbzT:;()\-rwlj\"])|^)"
SUBJECT = re.compile(rf"{_EDGE}({PHRASE}{RELATIVE}?)$")
"""The longest phrase that ends where the cue begins and starts where a clause can start."""
CLOSED = re.compile(rf"(?:(?<=[.|,Qcbz:;()\-rwlj\"])|^)({PHRASE}{APPOSITION}*{RELATIVE}?,)$")
"""The same with an apposition or a relative clause, which a second comma closes: "Mukasey, the attorney general,"."""
ENCLOSED = re.compile(rf"(?:(?<=[.|QcbzTw:;()\-rl\"])|(?<=,)(?![^,]*,$)|^)({PHRASE},(?:{NOUN}|[wpPDgGrf])[^.|;:Q]*,)$")
"""Where all else fails: a noun phrase and whatever a pair of commas encloses after it, up to the cue."""
ASIDE = re.compile(rf"{_EDGE}({PHRASE}{APPOSITION}*?{RELATIVE}?),(?:r,)?[igGzpPDro][^Q.;:|]*,$")
"""The subject before an aside: "Fiorina, speaking to Iowans in Columbus, Ohio, said"."""
DASHED = re.compile(rf"{_EDGE}({PHRASE})-[^.|;:Q\-]*-$")
"""The subject before an aside between dashes."""
WITH = re.compile(rf"(?:i(?={NP}[rj]*$)|(?<=[vVpDgGyYt])|(?<=[io][r]))({NOUN}(?:f{NOUN})*)r*$")
"""The phrase that an -ing form right after it describes: "with Trump reportedly yelling", "held a sign saying"."""
NEAREST = re.compile(r"([hd]|(?:[du]j?)*N[Nj]*|d?[nu]+)$")
"""When no clause edge is near: the name, pronoun or short noun phrase right before the cue."""
LEAD = re.compile(r"(?:[xHBr]|i?[dn]?l+m?|,r,|(?<=[xHBw])r*i[dmn]*[nNl]+)*$")
"""What may stand between subject and cue: auxiliaries, adverbs, days, a short aside."""
LEAD_ENDS = frozenset("xHBrlm,nN")
"""The letters that these can end with; a noun or a name only after a preposition."""
_INTRODUCED = rf"(?:(?:d?[ajpN]*[ny]+(?:f[nu]+)?(?=N))?{PHRASE})"
"""After its verb a name may follow a common noun: "said restaurant owner Ana Lee", "said master of ceremonies Lee"."""
AFTER = re.compile(
    rf"[ro]{{0,2}}({_INTRODUCED}{POST}?(?:,{NOUN}{TAIL}*+(?![xHBvVtT]){POST}?(?=[,.;|)\-Qr]|$))*)((?:,w[^.|;:Q]*)?)"
)
"""The speaker after the cue: "said Sylvia Manzano, who directed the polling"."""
BESIDE = re.compile(rf"({PHRASE}{APPOSITION}*,?)[rxHB]*([vpyeVDYE])[rlio,.|dnt]")
"""Any subject and verb right after a quotation: "…", an angry mayor retaliated."""
FINITE = frozenset("vVpDyYxHB")
"""Letters of words that may be the finite verb of a clause."""
SOURCE = re.compile(r"(d?[Nj]*N)s[auynY]*+")
"""What follows "in" where it says whose words they are: "in Lund's words"."""
CUE = re.compile(
    r"[VDYEGAvpyegif](?:(?<=[VDYEGA])|(?<=[vpyeg])(?=[roith,]{0,3}[:,]?Q)|(?<=Q[vp])(?=[dNhu])|(?<=[vp])(?=T[dhNmnu])"
    r"|(?<=i)(?=d?N[Nj]*s)|(?<=id[nY]f))"
)
"""Words that may report: verbs known to, any verb right before a quotation, and any before "that"."""
GERMAN_CUE = re.compile(
    r"[VDAia](?:(?<=[VDA])|(?<=i)(?=d?a*N)|(?<=Qa)(?=[doNh])|(?<=Q,a)(?=[doNh])|(?<=Q,ra)(?=[doNh]))"
)
"""The same in German, where "nach" may lead to a source, and any word between a quotation and a subject reports."""
