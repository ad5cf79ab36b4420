"""Rules of English attribution, as regular expressions over ``languages.letters``.

Each pattern has the name of the phrase it finds and a sentence beside it in which it does. Quantifiers over phrases
are possessive, so none can run away.
"""

from __future__ import annotations

from topic_briefings.languages.patterns import Patterns

PATTERNS = Patterns()

# A common noun directly before a name ends the phrase ("the email Clinton …") unless it says what the name is.
WORD = r"(?:[Nuqa]j?|(?<=d)p(?=N)|n(?!j?N(?:j?N)*j?[^nusa])|[gpPDGyY](?=[anu])|l(?=[anNu]))"
NOUN = rf"(?:d*+r?+(?:{WORD}|m)++(?:s(?:{WORD}|m)*+)*+)"
"""A noun phrase without what follows its head: "the ministry's spokesman"."""
NP = rf"(?:{NOUN}|h|d)"
PARENTHESIS = r"(?:\([^)|.]*+\)(?:(?<=N\))u(?=[VDYE]|$))?)"
TAIL = rf"(?:{PARENTHESIS}|(?:[fi]|(?<=u)t|(?<=ua)t)[cr]?(?:{NOUN}|d|o)|cr?{NP}|o|-m)"
PHRASE = rf"{NP}{TAIL}*+"
"""A noun phrase with its "of", "for", "at" and "and": "a spokesman for the ministry of health"."""
APPOSITION = rf"(?:,f?{NOUN}{TAIL}*+(?:d?l+)?)"
RELATIVE = r"(?:,w[^.|;:Q]*(?=,)|(?:w|(?<=[nu])T(?=[rxH]*[vVDpB]))[^,.|;:Q]*)"
"""A relative clause: between commas, or without any."""
POST = r"(?:[gpPDG][^,.|;:Q]*|w[^,.|;:Q]*)"
"""What else may follow a head: "a pollster working for the party", "a lawyer who specializes in land use"."""

_EDGE = r"(?:(?<=[.|,QcbzT:;()\-rwlj\"])|^)"
SUBJECT = PATTERNS.add(
    "subject",
    rf"{_EDGE}({PHRASE}{RELATIVE}?)$",
    "[A spokesman for the ministry] | said the bridge holds.",
)
"""The longest phrase that ends where the cue begins and starts where a clause can start."""
UNCLOSED = PATTERNS.add(
    "subject, its second comma missing",
    r"(?:^[cb]?|(?<=Q))((?:[Nu]j?)*N),(?:m,)?(?:d?[agNuny]*[uny]f|g?[uny]+i|[fi])[dNusjfn]*[Nu](?:\(N\))?$",
    "[Ana Lund], head of Tarn Rail | said the bridge holds.",
)
"""A name and an office, a body or a town behind one comma: "Ana Lund, 13, of Tarn said"."""
UNCLOSED_TRADE = PATTERNS.add(
    "subject, the comma behind its trade missing",
    r"(?:^[cb]?|(?<=Q))((?:[Nu]j?)*N)(?<=[Nj]N),d[agNuny]*u(?:i[dNusjfn]*[Nu])?$",
    "[Ana Lund], a nurse | said the bridge holds.",
)
"""A name of two words and who it is behind one comma; "Separately, the mayor said" has an adverb with a capital."""
UNCLOSED_WHO = PATTERNS.add(
    "subject, the comma behind its clause missing",
    r"^[cb]?((?:[Nu]j?)*N),wr*[yvp]d[amnuN]*[nuN]$",
    "[Ana Lund], who leads the port | said the bridge holds.",
)
"""A name and who it is, in a clause of a verb and an object behind one comma."""
STRAY = PATTERNS.add(
    "subject before a stray comma",
    rf"^[cb]?({NOUN}{TAIL}*)(?:-[^-]*-)?,$",
    "[Rail officer Ana Lund], | says: “The bridge holds.”",
)
"""A phrase that opens a sentence, with a comma before its verb that closes nothing."""
CLOSED = PATTERNS.add(
    "subject, closed",
    rf"(?:(?<=[.|,Qcbz:;()\-rwlj\"])|^)({PHRASE}(?:{APPOSITION}+{RELATIVE}?|{RELATIVE}|(?<=\))),)$",
    "[Lund, the attorney general,] | said the bridge holds.",
)
"""The same with an apposition or a relative clause, which a second comma closes: "Mukasey, the attorney general,"."""
JOINED = PATTERNS.add(
    "the first of two subjects",
    rf"(?:(?<=[.|QT:;])|^)[bc]?({PHRASE}{APPOSITION}+{RELATIVE}?),$",
    "[Ana Lund, the mayor], | and Tom Barasa, a clerk, said the bridge holds.",
)
"""A subject with what describes it, up to the comma before the "and" of a further one."""
OPENING = PATTERNS.add(
    "subject that opens its sentence",
    rf"({PHRASE}{APPOSITION}*{RELATIVE}?)",
    "| [Lund, the attorney general], citing the bridge, left.",
)
"""The subject before an aside, with an apposition or without."""
ENCLOSED = PATTERNS.add(
    "subject, enclosed",
    rf"(?:(?<=[.|QcbzTw:;()\-rl\"])|(?<=,)(?![^,]*,$)|^)({PHRASE},(?:{NOUN}|[dwpPDgGrf])[^.|;:Q]*,)$",
    "[Lund, who came by train,] | said the bridge holds.",
)
"""Where all else fails: a noun phrase and whatever a pair of commas encloses after it, up to the cue."""
ASIDE = PATTERNS.add(
    "subject before an aside",
    rf"{_EDGE}({PHRASE}{APPOSITION}*?{RELATIVE}?),(?:r,)?[igGzpPDro][^Q.;:|]*,$",
    "[Lund], speaking to voters in Columbus, Ohio, | said the bridge holds.",
)
"""The subject before an aside: "Fiorina, speaking to Iowans in Columbus, Ohio, said"."""
CITING = PATTERNS.add(
    "subject before an aside in marks",
    rf"{_EDGE}({PHRASE}{APPOSITION}*?),r?[Ggw][^.|;:]*Q$",
    "[Lund], citing “a bridge that holds,” | said the rail is safe.",
)
"""The subject before an aside that ends with marked words."""
DASHED = PATTERNS.add(
    "subject before dashes",
    rf"{_EDGE}({PHRASE})-[^.|;:Q\-]*-$",
    "[Lund] – tired and late – | said the bridge holds.",
)
"""The subject before an aside between dashes."""
NAMED = PATTERNS.add(
    "name between commas",
    r",([uaj]*N[Nj]*),$",
    "The builder I had met, [Ana Lund], | said the bridge holds.",
)
"""Where no phrase before the commas is found: the name between them."""
WITH = PATTERNS.add(
    "what an -ing form describes",
    rf"(?:i(?=(?:{NOUN}c)?{NP}[rj]*$)|(?<=[vVpDgGyYt])|(?<=[io][r]))((?:{NOUN}c)?{NOUN}(?:f{NOUN})*)r*$",
    "They held [a sign] | saying the bridge holds.",
)
"""The phrase that an -ing form right after it describes: "with Trump reportedly yelling", "held a sign saying"."""
SHOWN = PATTERNS.add(
    "whom a recording shows",
    rf"[nuyY]f({NOUN})r*$",
    "The ad cuts to footage of [Ana Lund] | saying the bridge holds.",
)
CALLED = PATTERNS.add(
    "what is called something in marks",
    r"i?d?(Q+)r*[xHBvV]",
    "The bridge called | [“a wreck by all”] has held for years.",
)
"""Marked words and the main verb behind a participle: its subject is the one who is called so."""
NAMED_BEHIND = PATTERNS.add(
    "who asked",
    r"([dauj]*N[Nj]*)",
    "Lund was asked by | [mayor Ana Barasa] whether the bridge holds.",
)
NEAREST = PATTERNS.add(
    "nearest name",
    r"([hd]|(?:[du]j?)*N[Nj]*|d?[nu]+)$",
    "They saw the garden [Lund] | described in May.",
)
"""When no clause edge is near: the name, pronoun or short noun phrase right before the cue."""
WHO = PATTERNS.add(
    "relative pronoun before an aside",
    r"(w),(?:r,)?[igGzpPDr][^Q.;:|w]*,$",
    "They heard Lund, [who], after a walk through the mud, | said the bridge holds.",
)
INVERTED = PATTERNS.add(
    "subject of a question",
    r"[xHB]((?:uj?)*N[Nj]*)[^.|QVD]*\.",
    "| Was [Ana Lund] happy with the bridge?",
)
PRESENTED = PATTERNS.add(
    "subject behind a participle that opens its sentence",
    r"r*[gGpP][^,.;:|QhVvDxHB]*B((?:uj?)*N[Nj]*)(?=,|\.)",
    "| Also watching was [Ana Lund], where Barasa had worked.",
)
LEAD = PATTERNS.add(
    "what may stand between",
    r"(?:[xHBr]|i?(?:d[an]?|n)?l+m?|,r,|(?<=[xHBw])r*i[dmn]*[nNl]+|(?<=c)id?a*[nu])*$",
    "Lund has on Monday | said the bridge holds.",
)
"""What may stand between subject and cue: auxiliaries, adverbs, days, a short aside."""
LEAD_ENDS = frozenset("xHBrlm,nNu")
"""The letters that these can end with; a noun or a name only after a preposition."""
_INTRODUCED = rf"(?:(?:d?(?:[ajpN]|n(?=a))*u?[ny]+(?:f[nu]+)?(?=N))?{PHRASE})"
"""After its verb a name may follow a common noun: "said restaurant owner Ana Lee", "said master of ceremonies Lee",
"said second-year defensive end Lee"."""
AFTER = PATTERNS.add(
    "speaker behind the cue",
    rf"[ro]{{0,2}}({_INTRODUCED}{POST}?(?:,f?{NOUN}{TAIL}*+(?![xHBvVtT]){POST}?(?=[,.;|)\-Qr]|$))*)((?:,w(?:(?!,[Gg])[^.|;:Q])*)?)",
    "“The bridge holds,” said | [Ana Lund, an engineer at the port].",
)
"""The speaker after the cue: "said Sylvia Manzano, who directed the polling"."""
BESIDE = PATTERNS.add(
    "any subject and verb",
    rf"({PHRASE}{APPOSITION}*,?)[rxHB]*([vpyeVDYE])[rlio,.|dnt]",
    "“The bridge holds well.” | [An angry mayor] retaliated on Monday.",
)
"""Any subject and verb right after a quotation: "…", an angry mayor retaliated."""
OPENS = PATTERNS.add(
    "what opens with a clause",
    rf",?(?:[lr],?|i(?:{NOUN}|l+m?),?)*(?:{NOUN}{TAIL}*+|[hd](?!r*p)|h)(?:,w[^,]*,|w[^,.;:]*?)?[rxHBol]*"
    r"(?:[xHBvVD]|p(?=[dhNTrmotBxanul.]|$)"
    r"|(?<=[nNuh])[yY](?=[dhNrmotBxanuli]|T(?![xHBvpl]))|(?<=[nuh])[yY](?=[.,]|$))",
    "Lund said | the bridge holds.",
)
"""The subject and the beginning of the predicate of a reported clause without a "that".

Before "that" and a verb or a time it is a noun: "the funds rate that had prevailed", "the race that year"."""
FINITE_OPENS = PATTERNS.add(
    "what opens with a clause beyond doubt",
    rf",?(?:[lr],?|i(?:{NOUN}|l+m?),?)*(?:(?:h|{NOUN}{TAIL}*+)(?:,w[^,]*,)?r*[xHBvV]"
    r"|(?:h|[uj]*N[Nj]*|d?a*u)r*p(?=[dhNTrmotixanul.]|$))",
    "Lund announced | the bridge is closed.",
)
"""The same where the finite verb stands right behind its subject and is no participle: not "a letter sent to him"."""
FINITE = frozenset("vVpDyYxHB")
"""Letters of words that may be the finite verb of a clause."""
SOURCE = PATTERNS.add(
    "whose words",
    r"(d?[Nj]*N)s[auynY]*+",
    "The bridge, in | [Lund]'s words, holds.",
)
"""What follows "in" where it says whose words they are: "in Lund's words"."""
CUE = PATTERNS.add(
    "cue",
    r"[VDYEGAvpyegif](?:(?<=[VDYEGA])|(?<=[vpyeg])(?=[roith,]{0,3}[:,]?Q)|(?<=Q[vp])(?=[dNhu])|(?<=[vp])(?=T[dhNmnu])"
    r"|(?<=i)(?=d?N[Nj]*s)|(?<=Qi)(?=d?[uN])|(?<=id[nY]f))",
    "Lund | said the bridge holds.",
)
"""Words that may report: verbs known to, any verb right before a quotation, and any before "that"."""
