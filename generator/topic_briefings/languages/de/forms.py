"""Forms of German words, made by rule, that terms of topics are found in."""

from __future__ import annotations


def forms(text: str, adjective: bool) -> tuple[str, ...]:
    """Endings of German declension; more than a word has, since a form that does not exist finds nothing.

    >>> forms("Wahl", False)
    ('Wahl', 'Wahle', 'Wahlen', 'Wahln', 'Wahls', 'Wahles')
    """
    if adjective:
        return (text, *(text + ending for ending in ("e", "em", "en", "er", "es")))
    if not text[:1].isupper() or text.isupper():
        return (text,)
    return tuple(dict.fromkeys((text, *(text + ending for ending in ("e", "en", "n", "s", "es")))))
