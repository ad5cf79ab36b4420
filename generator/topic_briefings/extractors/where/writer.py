"""Where a text ends in some lines about who wrote it: "Ana Reyes is a lecturer in law at the University of Kent."

They name where the writer lives, teaches and has been, which the article is not about.
"""

from __future__ import annotations

import re
from functools import cache

from topic_briefings.knowledge import rows
from topic_briefings.languages.en.people import is_person_noun

_TAIL = 900
"""So many code points before the end of a text are searched."""
_NAME = r"(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})"
_TITLED = re.compile(r"(?:\A|(?<=\n))(?P<name>[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+){1,2}) (?=[A-Z][a-z])")
"""A name in capitals at the head of a paragraph, which goes on with it: "ANA REYES Ana Reyes has been …"."""
_DEED = r"(?:also|currently|not|\w+(?:ed|en|wn|ing))\b"
"""What follows "is" where it tells what somebody does, not what one is."""
_MOST_SENTENCES = 3
_END = re.compile(r"[.!?](?=\s+[A-Z“\"])")


def biography(body: str) -> int:
    """Where the lines about the writer begin; the length of the body where it has none.

    They are the last of the text, and it has not named before whom they are about.
    """
    start = max(0, len(body) - _TAIL)
    for line in (*_TITLED.finditer(body, start), *_is_of_a_trade().finditer(body, start)):
        before, behind = body[: line.start()], body[line.end() :]
        if not before.strip() or line["name"].split()[-1].lower() in before.lower():
            continue
        if line.re is _TITLED:
            if line["name"].title() in behind:
                return line.start()
        elif "\n" not in behind.strip() and len(_END.findall(behind)) < _MOST_SENTENCES:
            return line.start()
    return len(body)


@cache
def _is_of_a_trade() -> re.Pattern[str]:
    """How such a line begins: with what the writer is, by the words of the table of fields that name persons."""
    words = {word for _, listed in rows("en/fields.tsv") for word in listed.split()}
    trades = "|".join(sorted(word for word in words if is_person_noun(word.rpartition("-")[2])))
    return re.compile(
        rf"(?:\A|(?<=[.!?”\"] )|(?<=\n)){_NAME},? (?:is|was|has been) (?!{_DEED})(?:[^.!?\n]{{0,60}} )?(?:{trades})\b"
    )
