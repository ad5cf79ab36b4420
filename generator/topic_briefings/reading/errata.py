"""Does a text say of itself that it has been corrected?

Readers should know, and search engines keep the old one: so the note that a paper prints at the end of a text is shown
with the doubts about it. What a text reports of another's correction is news, and no note.
"""

from __future__ import annotations

import re

from topic_briefings.models import Notice, Span

_NOTE = re.compile(
    r"\b(?:an?|the) (?:earlier|previous|prior|original|former) version of this "
    r"(?:article|story|report|column|post|page|piece|headline|video|review|transcript|obituary)\b"
    r"|\bthis (?:article|story|report|column|post|page|piece|headline|review|version)(?:['’]s headline)? "
    r"(?:has been|was|is) (?:since )?(?:updated and |updated to |revised to )?(?:corrected?|amended|clarif(?:y|ied))\b"
    r"|^\W*corrections?(?:\s?[:–—-]| [(]| (?:appended|to this))"
    r"|^\W*clarification\s?[:–—-]"
    r"|\((?:corrects|corrected|refiles|recasts) [^()\n]{4,120}\)"
    r"|\b(?:updated|amended|edited|changed) to (?:correct|clarify|make clear|reflect the correct)\b"
    r"|\bin einer (?:früheren|ersten|vorigen|älteren|ursprünglichen) (?:version|fassung) (?:dieses|des) "
    r"(?:artikels|textes|beitrags|berichts)\b"
    r"|\b(?:dieser|der) (?:artikel|text|beitrag|bericht) wurde (?:nachträglich |inzwischen )?"
    r"(?:korrigiert|berichtigt|präzisiert)\b"
    r"|^\W*(?:korrektur|berichtigung|richtigstellung)(?:hinweis)?\s?[:–—-]"
    r"|\bune version (?:antérieure|précédente) de cet article\b|\bcet article a été (?:corrigé|rectifié)\b"
    r"|\buna versión anterior de (?:este|esta) (?:artículo|noticia|nota)\b|\beste artículo ha sido corregido\b"
    r"|\buna versione precedente di questo articolo\b",
    re.IGNORECASE,
)
_SIGNS = (
    "orrect",
    "ersion",
    "larif",
    "mend",
    "ichtig",
    "orrig",
    "rektur",
    "räzisiert",
    "efile",
    "ecast",
    "rectifi",
    "assung",
)
"""What such a note is not without; most texts have none of it."""
_MARKS = "“\"„«‘'`"


def notices(body: str) -> tuple[Notice, ...]:
    """A notice on the first note of a correction in ``body`` (cleaned); none where there is none, or it is quoted."""
    begins, match = _first(body)
    if match is None or (match.start() and match.string[match.start() - 1] in _MARKS):
        return ()
    shown = match[0].strip(" \n:–—-()*")
    start = body.index(shown, begins + match.start())
    message = f"The text says of itself that it has been corrected: “{shown}”."
    return (Notice(code="erratum", message=message, span=Span(start, start + len(shown)), words=(shown,)),)


def _first(body: str) -> tuple[int, re.Match[str] | None]:
    """Where the first line begins that has such a note, and the note in it; only lines with a sign are searched."""
    low = body.lower()
    signs = list(filter(low.__contains__, _SIGNS))
    begins = 0
    for line, small in zip(body.split("\n"), low.split("\n"), strict=True) if signs else ():
        match = _NOTE.search(line) if any(map(small.__contains__, signs)) else None
        if match is not None:
            return begins, match
        begins += len(line) + 1
    return 0, None
