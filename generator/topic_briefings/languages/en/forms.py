"""Forms of English words, made by rule, that terms of topics are found in."""

from __future__ import annotations

_PARTICLES = ("-in", "-out", "-up", "-off", "-on", "-down", "-over", "-back", "-away")
"""A noun such as "break-in" is not to be found as "break in"."""


def forms(text: str, verb: bool) -> tuple[str, ...]:
    """A term with its plural, or of a ``verb`` its regular forms; compounds without their hyphen too.

    >>> forms("spy", False)
    ('spy', 'spies')
    >>> forms("pledge", True)
    ('pledge', 'pledges', 'pledged', 'pledging')
    """
    made = _verb(text) if verb else (text, _plural(text))
    if "-" not in text:
        return made
    spaced = () if text.endswith(_PARTICLES) else tuple(form.replace("-", " ") for form in made)
    return tuple(dict.fromkeys(made + spaced))


def _plural(text: str) -> str:
    if text.endswith(("man", "Man")):
        return text[:-2] + "en"
    if text.endswith("y") and text[-2:-1] not in "aeiou":
        return text[:-1] + "ies"
    if text.endswith(("s", "x", "ch", "sh", "z")):
        return text + "es"
    return text + "s"


def _verb(text: str) -> tuple[str, ...]:
    if text.endswith("e"):
        return text, text + "s", text + "d", text[:-1] + "ing"
    if text.endswith("y") and text[-2:-1] not in "aeiou":
        return text, text[:-1] + "ies", text[:-1] + "ied", text + "ing"
    return text, _plural(text), text + "ed", text + "ing"
