"""The alphabet in which sentences are read: one letter a word, for what it is.

So "Vikram, dean of the college, said" reads ``N,nfdn,V``, and a rule of grammar is a regular expression over such
strings. The idea of chunking by regular expressions over word classes is Abney's ("Partial parsing via finite-state
cascades", 1996); there is no model and no parser. Who said what and the noun phrases are read in the same alphabet;
noun phrases need finer classes of nouns and adjectives, and rules of attribution finer ones of verbs.
"""

from __future__ import annotations

from enum import StrEnum


class Letter(StrEnum):
    """What a word is. The values are what patterns are written in."""

    # ---- nouns, names, and what stands with them
    NAME = "N"
    NOUN = "n"
    """A noun; where nothing tells nouns from adjectives, either."""
    PLURAL = "S"
    PERSON = "u"
    """A person or a body by what it is: "minister", "agency"; a title before a name."""
    ADJECTIVE = "a"
    NOUN_OR_ADJECTIVE = "J"
    NOUN_ADJECTIVE_VERB = "K"
    ADJECTIVE_OR_VERB = "k"
    NOUN_OR_VERB = "y"
    NOUN_OR_VERB_IN_S = "Z"
    """The plural of a noun or a verb's third person: "talks"."""
    NOUN_OR_ING = "I"
    """A noun that is an -ing form as well: "meeting"."""
    DETERMINER = "d"
    NUMBER = "m"
    FIGURE = "M"
    """A number in digits, where it matters that it is one."""
    MONEY = "$"
    POSSESSIVE = "s"

    # ---- pronouns and small words
    SUBJECT = "h"
    """A pronoun that may be a subject."""
    OBJECT = "o"
    """A pronoun that may not."""
    PREPOSITION = "i"
    OF = "f"
    TO = "t"
    THAT = "T"
    WHO = "w"
    """A relative pronoun, "where"."""
    SUBORDINATOR = "z"
    AND = "c"
    BUT = "b"
    ADVERB = "r"
    DAY = "l"
    """A weekday, a month, "today"."""

    # ---- verbs
    MODAL = "x"
    HAVE = "H"
    BE = "B"
    VERB = "v"
    """A finite form; where the rules need no more, any form."""
    BASE = "e"
    PAST = "p"
    """A past form or a participle."""
    PARTICIPLE = "P"
    ING = "g"
    SAYS = "V"
    """A finite form of a verb that reports."""
    SAY = "E"
    SAY_OR_NOUN = "Y"
    SAID = "D"
    SAYING = "G"
    ACCORDING = "A"

    # ---- marks
    COMMA = ","
    SEMICOLON = ";"
    COLON = ":"
    STOP = "."
    """A full stop, where a sentence ends."""
    OPEN = "("
    CLOSE = ")"
    DASH = "-"
    OTHER = "j"
    """Any other mark, and a full stop inside a sentence."""
    END = "|"
    """The end of a paragraph, or of a sentence read by itself."""
    QUOTED = "Q"
    """A word in quotation marks."""
    PHRASE = "q"
    """A word of a short quoted phrase inside the writer's own sentence."""
    MARK = '"'
    """A stray quotation mark."""


PUNCTUATION: dict[str, str] = {
    ",": ",", ";": ";", ":": ":", ".": ".", "?": ".", "!": ".", "(": "(", "[": "(", ")": ")", "]": ")",
    "-": "-", "–": "-", "—": "-", "―": "-", "−": "-", "--": "-", "---": "-", "…": "j", "’": "s", "'": "s",
    "%": "n", "$": "m", "€": "m", "£": "m", "@": "m", "#": "m", "/": "c", "&": "c", "*": "j", "•": "|", "''": "j",
}  # fmt: skip
"""Mark → its letter."""


def mark_letter(token: str) -> str:
    """The letter of a token that is no word."""
    return "|" if token[0] == "\n" else PUNCTUATION.get(token, "-" if token[0] == "-" else "j")
