"""Letters without their accents, as they are compared."""

from __future__ import annotations

import unicodedata


def unaccented(text: str) -> str:
    """``text`` without the marks that Unicode can part from their letters: "Mélanie" as "Melanie"; "ø" stays."""
    if text.isascii():
        return text
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
