"""Text that was encoded twice: UTF-8 taken for a one-byte encoding, "â€œIt holdsâ€" for “It holds”.

Each run of characters beyond ASCII is turned back into the bytes that it would be in that encoding; where they are
UTF-8, the run was encoded twice. Text that was not hardly ever has such runs: an accented letter or a quotation mark
alone is no UTF-8. As in ftfy (Speer 2019), but on the evidence of the whole article: more runs must decode than not.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

_CODES = ("cp1252", "cp1251", "cp1250", "mac_roman")
_PAIR = re.compile(r"[^\x00-\x7f][^\x00-\x7f]+")
"""What every character that was encoded twice is at least; most texts have none, or few."""
_RUN = re.compile(r"[^\x00-\x7f]+")
_SURE = re.compile("â€|вЂ|‚Ä")
"""How quotation marks and dashes look after it; no language has these."""
_CUT = (("â€", "”"), ("Ã ", "à "), ("Â ", " "))
"""What is left of characters whose last byte was lost on the way: one without a letter, a no-break space made plain."""
_BARE = re.compile(r"(?:(?<=[a-z.,;:!?”’\"'])|(?<=\s))Â(?=\s)")
"""What is left of a no-break space that was made plain: "the bay”\u00c2 and"; no word ends so behind a small letter."""
_GARBLED = re.compile("â€|вЂ|‚Ä|Ã[©¨ª«¢¤¶¼±³¡Ÿœ‰]|[Âآ][£©®°·»«]|ÃƒÂ|Ãƒâ")
_LARGE_INSIDE = re.compile(r"[a-zà-öø-ÿ]Ã|[^\W\d_]Ã\d")
"""A capital behind a small letter, which no language has: what followed it was taken apart."""
_IN_WORD = re.compile(r"(?<=[^\W\d_])Ã[¡-¶¸-¿](?!€)|Ã[¡-¶¸-¿](?=[^\W\d_])|(?<!\w)Ã[‚-™](?=[a-z])")
"""A letter encoded twice in a word of an article that otherwise was not; no word has such a sign inside."""
_TAKEN_APART = re.compile("(?<=[a-zà-öø-ÿ'’])Ã(?: [\u0301\u0304\u0308\u0327]|[ao1-3])")
"""Such a letter whose second sign was made a plain one, or an accent on a space: "na\u00c3 \u0304ve", "Ra\u00c3ol"."""
_SIGNS = dict(zip((" \u0301", " \u0304", " \u0308", " \u0327", *"ao123"), "´¯¨¸ªº¹²³", strict=True))
_ENOUGH = 20
"""Runs that tell."""
_ROUNDS = 3
"""How often one text was ever seen to be encoded too often."""


def mended(texts: Sequence[str]) -> tuple[str, ...] | None:
    """``texts`` of one article, encoded once; None where they are already, or where that cannot be told.

    A single word that was copied from elsewhere is mended by itself: "GuantÃ¡namo".
    """
    texts = tuple(map(_composed, texts))
    found = tuple(_BARE.sub("", text) if "Â" in text else text for text in texts)
    pairs = _pairs(found)
    if not any(_beginning(code).search(pairs) for code in _CODES) and not any("Ã" in text for text in texts):
        return None if found == texts else found
    for _ in range(_ROUNDS):
        code = next((code for code in _CODES if _is_twice(found, code)), None)
        if code is None:
            break
        found = tuple(_once(text, code) for text in found)
    found = found if found == texts else tuple(map(_completed, found))
    found = tuple(_IN_WORD.sub(lambda pair: _decoded(pair[0], "cp1252") or pair[0], text) for text in found)
    found = tuple(_TAKEN_APART.sub(lambda pair: _put_together(pair[0]), text) for text in found)
    return None if found == texts else found


def is_garbled(text: str) -> bool:
    """Whether ``text`` holds what only a second encoding leaves, or a sign for a character that was lost."""
    if "\ufffd" in text or ("Ã" in text and _LARGE_INSIDE.search(text)):
        return True
    return bool(_GARBLED.search(_pairs((_composed(text),))))


def _composed(text: str) -> str:
    """``text`` with each letter and its accent one character: some files have a second encoding's "Ã" in two."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _pairs(texts: Sequence[str]) -> str:
    """The different runs of two characters beyond ASCII or more, a line each: all that tells, and quickly read."""
    return "\n".join({run for text in texts if not text.isascii() for run in _PAIR.findall(text)})


def _is_twice(texts: Sequence[str], code: str) -> bool:
    """Whether most runs of ``texts`` are UTF-8 that was read as ``code``, two of them at least or one that is sure."""
    if not any(map(_beginning(code).search, texts)):
        return False
    good = bad = sure = 0
    for text in texts:
        for run in _RUN.findall(text):
            if _decoded(run, code) is None:
                bad += 1
            else:
                good += 1
                sure += bool(_SURE.search(run))
            if bad > _ENOUGH and bad > good:
                return False
    return good > bad and (good > 1 or sure > 0)


def _once(text: str, code: str) -> str:
    return _RUN.sub(lambda run: _decoded(run[0], code) or run[0], text)


def _put_together(pair: str) -> str:
    return _decoded(pair[0] + _SIGNS[pair[1:]], "cp1252") or pair


def _completed(text: str) -> str:
    """``text``, mended, with what is left of characters that were cut."""
    for cut, whole in _CUT:
        text = text.replace(cut, whole)
    return text


@cache
def _bytes(code: str) -> dict[str, int]:
    """Character → byte in ``code``; bytes that it leaves open stand for the control characters of Latin-1."""
    found = {chr(byte): byte for byte in range(0x80, 0xA0)}
    for byte in range(0x80, 0x100):
        char = codecs.decode(bytes([byte]), code, errors="ignore")
        if char:
            found[char] = byte
    return found


@cache
def _beginning(code: str) -> re.Pattern[str]:
    """The first two bytes of a character in UTF-8, as ``code`` reads them."""
    table = _bytes(code)
    leads = "".join(re.escape(char) for char, byte in table.items() if 0xC2 <= byte <= 0xF4)
    others = "".join(re.escape(char) for char, byte in table.items() if byte < 0xC0)
    return re.compile(f"[{leads}][{others}]")


@lru_cache(maxsize=4_096)
def _decoded(run: str, code: str) -> str | None:
    """``run`` as it was before; a mark whose last byte was lost counts as whole. None where it is no such run."""
    table = _bytes(code)
    if not all(char in table for char in run):
        return None
    for end in dict.fromkeys((len(run), len(run) - 2 if run.endswith("â€") else len(run))):
        try:
            decoded = bytes(table[char] for char in run[:end]).decode("utf-8")
        except UnicodeDecodeError:
            continue
        if any("\x80" <= char <= "\x9f" for char in decoded) and "Â" not in decoded + run:
            return None
        return decoded + run[end:]
    return None
