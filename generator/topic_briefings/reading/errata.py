"""Does a text say of itself that it has been corrected or updated, or carry a note of its editors?

Readers should know, and search engines keep the old one: so the note that a paper prints at the end of a text is shown
with the doubts about it. What a text reports of another's correction is news, and no note. What was added to a text
later, and what its editors say of it themselves, is not what its writer reported on the day that it carries.
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
_UPDATED = re.compile(
    r"\bthis (?:article|story|report|column|post|page|piece|list|file) (?:has been|was) (?:since )?updated\b"
    r"(?! (?:daily|weekly|hourly|monthly|every|regularly|frequently|throughout))(?:[^.\n]{0,90}\b)?"
    r"|^\W*updated?(?: ?\d)?\s?[:–—](?! ?\w+ \d{1,2}, \d{4})(?=(?: [^\s]+){6})[^.\n]{0,60}\b"
    r"|\bdieser (?:artikel|text|beitrag|bericht) wurde (?:zuletzt |nachträglich |inzwischen |mehrfach )?"
    r"(?:aktualisiert|ergänzt)\b"
    r"|\bcet article a été (?:mis à jour|actualisé)\b|\b(?:este artículo|esta noticia) ha sido actualizad[oa]\b"
    r"|\bquesto articolo è stato aggiornato\b",
    re.IGNORECASE,
)
_EDITORS = re.compile(
    r"^\W*(?:editor['’]?s?['’]? note|note to readers|anmerkung der redaktion|hinweis der redaktion"
    r"|note de la rédaction|nota de la redacción|nota della redazione)\s?[:–—-]\W*(?:\w+\W+){3,8}(?=\w)",
    re.IGNORECASE,
)
_SIGNS = {
    _NOTE: (
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
    ),
    _UPDATED: ("pdate", "ktualisiert", "rgänzt", "mis à jour", "ctualis", "ctualizad", "ggiornato"),
    _EDITORS: ("editor", "note to readers", "redaktion", "rédaction", "redacción", "redazione"),
}
"""What such a note is not without; most texts have none of it."""
_MARKS = "“\"„«‘'`"


_NOTES = (
    (_NOTE, "erratum", "", "The text says of itself that it has been corrected"),
    (_UPDATED, "erratum", "updated", "The text says of itself that it has been updated"),
    (_EDITORS, "editors", "", "A note of the editors stands in the text, and begins"),
)
"""What is looked for, the code and the case of its notice, and how that begins; of a code only the first."""


def notices(body: str) -> tuple[Notice, ...]:
    """Notices on the first note of each kind in ``body`` (cleaned): of a correction, else an update; of its editors."""
    low = body.lower()
    found: dict[str, Notice] = {}
    for pattern, code, case, told in _NOTES:
        shown = _first(body, low, pattern) if code not in found else None
        if shown is not None:
            words = shown.of(body)
            found[code] = Notice(code=code, message=f"{told}: “{words}”.", span=shown, case=case, words=(words,))
    return tuple(found.values())


def _first(body: str, low: str, pattern: re.Pattern[str]) -> Span | None:
    """The first note of a kind that is not quoted; only lines with one of its signs are searched."""
    signs = list(filter(low.__contains__, _SIGNS[pattern]))
    begins = 0
    for line, small in zip(body.split("\n"), low.split("\n"), strict=True) if signs else ():
        match = pattern.search(line) if any(map(small.__contains__, signs)) else None
        if match is not None:
            if match.start() and line[match.start() - 1] in _MARKS:
                return None
            shown = match[0].strip(" \n:–—-()*[]|,")
            start = body.index(shown, begins + match.start())
            return Span(start, start + len(shown))
        begins += len(line) + 1
    return None
