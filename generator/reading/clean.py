"""The only place where an article's text is changed; after this, offsets mean one thing.

``line`` cleans what stands on one line (a headline, a name); ``body`` cleans a text of several paragraphs.
Both are idempotent: what they return, they leave alone.
"""

from __future__ import annotations

import re
import unicodedata
from html.entities import html5

_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
"""Soft hyphens, zero-width spaces, marks of direction, byte order marks, tags, noncharacters."""
_JOINERS = re.compile("[\u200c\u200d]+")
_NEEDS_JOINERS = re.compile("[\u0590-\u1fff]")
"""The scripts that spell words with a zero-width joiner or non-joiner, from Hebrew to Khmer."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]")
_C1 = re.compile("[\x80-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\u2028]")
_AMPERSAND = re.compile(
    r"&(?:(?:amp|AMP|#0{0,5}38|#[xX]0{0,5}26);)*(?:(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});)?"
)
_SPACES = re.compile(r"\s+")
_GAP = re.compile(r"\n\s*\n")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_WORD = re.compile(r"\w+")
_REPEATED_MIN_WORDS = 2
_WIDEST_WRAP = 120
"""Columns; a longer line was never wrapped by hand or by a mail program."""
_NARROWEST_WRAP = 30
_FILLED = 0.7
"""The share of line ends that must be explained by the width for a text to count as wrapped."""


def line(text: str) -> str:
    """``text`` on one line: characters mended, white space folded to single spaces, none at the ends."""
    return _settle(_SPACES.sub(" ", characters(text)).strip())


def body(text: str, headline: str = "") -> str:
    """``text`` with its characters mended and one empty line between paragraphs.

    Lines that were wrapped at a width are joined. Where the first paragraphs say nothing but ``headline``
    (already cleaned) again, they are dropped.
    """
    found = paragraphs(text)
    first = 0
    if key := _key(headline):
        while first < len(found) and _key(found[first]) == key:
            first += 1
    return _settle("\n\n".join(found[first:]))


def paragraphs(text: str) -> list[str]:
    """The cleaned paragraphs of ``text``, none of them empty."""
    blocks = [block.splitlines() for block in _GAP.split(characters(text).strip())]
    folded = [[kept for row in block if (kept := _SPACES.sub(" ", row).strip())] for block in blocks]
    width = _wrap_width(folded)
    return [paragraph for block in folded for paragraph in _join(block, width)]


def characters(text: str) -> str:
    """``text`` in Unicode NFC without invisible and control characters, entities decoded, line ends as ``\\n``."""
    text = line_ends(_SURROGATE.sub("\ufffd", text))
    text = _C1.sub(_windows_1252, text)
    text = _INVISIBLE.sub("", _CONTROL.sub("", text))
    text = _JOINERS.sub(_joiner, text)
    text = unicodedata.normalize("NFC", text)
    return _settle(_AMPERSAND.sub(_entity, text))


def line_ends(text: str) -> str:
    """``text`` with every kind of line end as ``\\n``, and a paragraph separator as an empty line."""
    return _LINE_END.sub("\n", text).replace("\u2029", "\n\n")


def _settle(text: str) -> str:
    """NFC once more: two characters that came to stand side by side may be one."""
    return unicodedata.normalize("NFC", text)


def _windows_1252(match: re.Match[str]) -> str:
    """A C1 control character is Windows-1252 read as Latin-1; HTML reads it the same way."""
    return match[0].encode("latin-1").decode("cp1252", errors="ignore")


def _joiner(match: re.Match[str]) -> str:
    """One joiner inside a word of a script that needs it, none elsewhere."""
    text, start, end = match.string, match.start(), match.end()
    inside = start and end < len(text) and _NEEDS_JOINERS.match(text[start - 1]) and _NEEDS_JOINERS.match(text[end])
    return match[0][0] if inside else ""


def _entity(match: re.Match[str]) -> str:
    """The character that a reference left in the text stands for, however often it was escaped.

    Letters, digits and the signs that references are made of stay as they are, so that no decoded text can
    form a new reference.
    """
    name = match[1]
    if name is None:
        return "&"
    char = _referenced(name)
    if not char or any((c.isascii() and (c.isalnum() or c in "&#;")) or unicodedata.category(c)[0] == "C" for c in char):
        return f"&{name};"
    return char


def _referenced(name: str) -> str:
    if not name.startswith("#"):
        return html5.get(f"{name};", "")
    number = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    if 0x80 <= number <= 0x9F:
        return bytes([number]).decode("cp1252", errors="ignore")
    return chr(number) if number <= 0x10FFFF else ""


# ------------------------------------------------------------------ wrapped lines


def _wrap_width(blocks: list[list[str]]) -> int | None:
    """The width that the lines were wrapped at; None where a line end ends a paragraph.

    A line was wrapped at a width when the first word of the next line would not have fitted on it. That is
    true of nearly every line end of a wrapped text but a paragraph's last, and of few ends of paragraphs.
    """
    width = max((len(row) for block in blocks for row in block), default=0)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return None
    ends = [_is_filled(row, after, width) for block in blocks for row, after in zip(block, block[1:], strict=False)]
    return width if ends and sum(ends) >= _FILLED * len(ends) else None


def _is_filled(row: str, after: str, width: int) -> bool:
    return len(row) + 1 + len(after.split(maxsplit=1)[0]) > width


def _join(block: list[str], width: int | None) -> list[str]:
    """The paragraphs of a block of lines without an empty one between them."""
    if width is None:
        return block
    found: list[list[str]] = []
    open_end = False
    for row, after in zip(block, [*block[1:], ""], strict=True):
        if open_end:
            found[-1].append(row)
        else:
            found.append([row])
        open_end = bool(after) and (_is_filled(row, after, width) or not _SENTENCE_END.search(row))
    return [" ".join(rows) for rows in found]


def _key(text: str) -> str:
    """What two printings of a headline have in common: its words, without case and punctuation."""
    words = _WORD.findall(text.casefold())
    return " ".join(words) if len(words) >= _REPEATED_MIN_WORDS else ""
