"""The only place where an article's text is changed; after this, offsets mean one thing.

``line`` cleans what stands on one line (a headline, a name); ``body`` cleans a text of several paragraphs.
Both are idempotent: what they return, they leave alone.
"""

from __future__ import annotations

import re
import unicodedata
from html.entities import html5

from topic_briefings.reading import wrapping

_SOUND = re.compile("[\n\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
"""Text of Latin letters and typographic signs in which nothing but references can need mending: most of all text."""
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
"""Soft hyphens, zero-width spaces, marks of direction, byte order marks, tags, noncharacters."""
_ASTRAL = re.compile("[\U0001fffe-\U0010ffff]")
_NONCHARACTERS = frozenset(
    chr(plane + last) for plane in range(0x10000, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
"""Those beyond the first plane, which are looked for apart: a class that holds them takes eight times as long."""
_JOINERS = re.compile("[\u200c\u200d]+")
_NEEDS_JOINERS = re.compile("[\u0590-\u1fff]")
"""The scripts that spell words with a zero-width joiner or non-joiner, from Hebrew to Khmer."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_C1 = re.compile("[\x80-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BYTE = re.compile("[\udc80-\udcff]")
"""A byte that is no UTF-8, as Python's surrogateescape hands it on."""
_CONTROL_OR_END = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\u2028]")
_REFERENCE = re.compile(
    r"&(?:(?:amp|AMP|#0{0,5}38|#[xX]0{0,5}26);)*"  # an ampersand, however often it was escaped
    r"(?:(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)?"
)
_MOST_MARKS = 30
_MARKS = re.compile(r"[^\w\s\x00-\u02ff]{31,}")
"""Long runs of what is no letter, digit, space or Latin sign: combining marks, but also ornaments and emoji."""
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
_REPEATED_MIN_WORDS = 2
"""A first line of one word may be a beginning; of more words, equal to the headline, it is the headline."""


def line(text: str) -> str:
    """``text`` on one line: characters mended, white space folded to single spaces, none at the ends."""
    return _nfc(_SPACES.sub(" ", characters(text)).strip())


def body(text: str, headline: str = "") -> str:
    """``text`` with its characters mended and one empty line between paragraphs.

    Lines that were wrapped at a width are joined. Where the text opens with ``headline`` (already cleaned)
    once more, on lines of its own, that is dropped.
    """
    found = wrapping.paragraphs(characters(text).split("\n"), says=_key(headline), key=_key)
    return _nfc("\n\n".join(found))


def identifier(text: str) -> str:
    """``text`` fit to be a name in every kind of file: what cannot stand in one is written as its bytes, ``%C2%85``.

    That is every control character and line end, every half of a character, all that cannot be seen. Nothing else
    changes: two names that differ stay two.
    """
    text = _ASTRAL.sub(lambda found: _as_bytes(found) if found[0] in _NONCHARACTERS else found[0], text)
    return _SURROGATE.sub(_as_bytes, _CONTROL_OR_END.sub(_as_bytes, _INVISIBLE.sub(_as_bytes, text)))


def _as_bytes(match: re.Match[str]) -> str:
    handler = "surrogateescape" if _BYTE.match(match[0]) else "surrogatepass"
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", handler))


def is_broken(text: str) -> bool:
    """Whether ``text`` holds half of a character, which JSON may carry and no other text can."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def characters(text: str) -> str:
    r"""``text`` in Unicode NFC without invisible and control characters, references decoded, ``\n`` as line end."""
    if _SOUND.fullmatch(text):
        return _nfc(_REFERENCE.sub(_referent, text)) if "&" in text else text
    text = _C1.sub(_windows_1252, line_ends(_SURROGATE.sub("\ufffd", text)))
    text = _JOINERS.sub(_joiner, _without_invisible(_CONTROL.sub("", text)))
    return _nfc(_REFERENCE.sub(_referent, _nfc(text)))


def _without_invisible(text: str) -> str:
    return _ASTRAL.sub(lambda found: "" if found[0] in _NONCHARACTERS else found[0], _INVISIBLE.sub("", text))


def line_ends(text: str) -> str:
    r"""``text`` with every kind of line end as ``\n``, and a paragraph separator as an empty line."""
    return _LINE_END.sub("\n", text).replace("\u2029", "\n\n")


def _nfc(text: str) -> str:
    """``text`` in NFC. Asked for again after every step: two characters that come to stand side by side may be one.

    Marks beyond the 30 on one letter that Unicode's Stream-Safe Text Format (UAX 15) allows are dropped: putting
    them in order takes quadratic time.
    """
    if _SOUND.fullmatch(text):
        return text
    return _MARKS.sub(_fewer_marks, unicodedata.normalize("NFC", _MARKS.sub(_fewer_marks, text)))


def _fewer_marks(match: re.Match[str]) -> str:
    kept, run = [], 0
    for char in match[0]:
        run = run + 1 if unicodedata.combining(char) else 0
        if run <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def _windows_1252(match: re.Match[str]) -> str:
    """What a C1 control character was meant to be: Windows-1252 read as Latin-1, as HTML takes it."""
    return bytes([ord(match[0])]).decode("cp1252", errors="ignore")


def _joiner(match: re.Match[str]) -> str:
    """One joiner inside a word of a script that needs it, none elsewhere."""
    text, start, end = match.string, match.start(), match.end()
    inside = start and end < len(text) and _NEEDS_JOINERS.match(text[start - 1]) and _NEEDS_JOINERS.match(text[end])
    return match[0][0] if inside else ""


def _referent(match: re.Match[str]) -> str:
    """The character that a reference such as ``&quot;`` left in the text stands for, however often it was escaped.

    Letters, digits, control characters and the signs that references are made of stay as they are, so that no
    decoded text can form a new reference.
    """
    name = match[1]
    if name is None:
        return "&"
    decoded = _decoded(name)
    return decoded if decoded and all(_is_plain(char) for char in decoded) else f"&{name};"


def _is_plain(char: str) -> bool:
    if char.isascii():
        return not char.isalnum() and char not in "&#;" and char.isprintable()
    return unicodedata.category(char)[0] != "C"


def _decoded(name: str) -> str:
    if not name.startswith("#"):
        return html5.get(f"{name};", "")
    number = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    if 0x80 <= number <= 0x9F:
        return bytes([number]).decode("cp1252", errors="ignore")
    return chr(number) if number <= 0x10FFFF else ""


def _key(text: str) -> str:
    """What two printings of a headline have in common: its words, without case and punctuation."""
    words = _WORD.findall(text.casefold())
    return " ".join(words) if len(words) >= _REPEATED_MIN_WORDS else ""
