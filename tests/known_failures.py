"""Known failures among the cases: a last line "xfail: reason" below what is expected.

Such a case must fail, for a case that passes again should say so: whoever mends it takes the line away.
"""

from __future__ import annotations

import pytest

LINE = "\nxfail: "


def parted(case: str) -> tuple[str, tuple[pytest.MarkDecorator, ...]]:
    """``case`` without that line, and the marks for its parameters."""
    text, found, reason = case.rstrip().partition(LINE)
    return text, (pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason),) if found else ()
