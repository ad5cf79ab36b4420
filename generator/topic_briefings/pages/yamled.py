"""Plain values as YAML, in the very characters of PyYAML's dumper, at a tenth of its cost.

Every page has front matter, and nearly all of it is words that YAML takes as they stand; PyYAML makes four objects of
each and looks at every character in Python. Only words that could mean something else to YAML are handed to it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

_WIDTH = 10_000
"""Characters of a line after which the dumper folds it."""
_LINE = re.compile(r"[!-~À-ÖØ-öø-ɏ’‘“”–—…](?:[ -~À-ÖØ-öø-ɏ’‘“”–—…]*[!-~À-ÖØ-öø-ɏ’‘“”–—…])?")
"""Words that need no escape, without a space around them."""
_OPENS = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ‘“]")
"""Whatever begins so is no number, date, mark or list."""
_QUOTED = re.compile("[\"'&%@*!|>{\\[]|[0-9]{4}-[0-9]{2}-[0-9]{2}\\Z")
"""Whatever begins so needs quotation marks, and so does a day."""
_ENDS = re.compile(r":(?: |\Z)| #")
"""What would end a key or begin a comment."""
_SPECIAL = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


class _NotPlain(Exception):  # noqa: N818 - a way out, caught below
    """Something that only the dumper knows how to write."""


def dumped(fields: Mapping[str, object]) -> str:
    """``yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000)``, made a field at a time."""
    return "".join(_field(key, value) for key, value in fields.items()) or "{}\n"


def _field(key: str, value: object) -> str:
    try:
        return _pair(key, value, "")
    except _NotPlain:
        return str(yaml.safe_dump({key: value}, allow_unicode=True, sort_keys=False, width=_WIDTH))


def _pair(key: object, value: object, indent: str) -> str:
    """A key and its value, to the end of its last line; ``indent`` stands before the lines after the first."""
    match value:
        case dict() if value:
            return f"{_word(key)}:\n" + "".join(
                f"{indent}  {_pair(inner, of, indent + '  ')}" for inner, of in value.items()
            )
        case list() if value:
            return f"{_word(key)}:\n" + "".join(f"{indent}- {_row(row, indent)}" for row in value)
        case _:
            return f"{_word(key)}: {_word(value)}\n"


def _row(row: object, indent: str) -> str:
    """What stands after the dash of a list."""
    if isinstance(row, dict) and row:
        return f"{indent}  ".join(_pair(key, of, indent + "  ") for key, of in row.items())
    return f"{_word(row)}\n"


def _word(value: object) -> str:
    """``value``, in quotation marks where it needs them. Raises ``_NotPlain`` for what is no plain line of words."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str) or len(value) > _WIDTH - 100 or not _LINE.fullmatch(value):
        raise _NotPlain
    if _OPENS.match(value):
        if value.casefold() in _SPECIAL:
            raise _NotPlain
        if not _ENDS.search(value):
            return value
    elif not _QUOTED.match(value):
        raise _NotPlain
    return "'" + value.replace("'", "''") + "'"
