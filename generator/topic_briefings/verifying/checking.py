"""What every check of a page has at hand."""

from __future__ import annotations

from collections.abc import Callable

from topic_briefings.pages.words import Words
from topic_briefings.verifying.rows import Recorded
from topic_briefings.verifying.seen import PageSeen

Report = Callable[..., None]
"""``report(kind, line, what)``: a problem on the page at hand."""


class Checker:
    """One page, and what is recorded."""

    def __init__(self, path: str, page: PageSeen, recorded: Recorded, words: Words, report: Report) -> None:
        """``path`` is below ``docs/``."""
        self.path = path
        self.page = page
        self.recorded = recorded
        self.words = words
        self.report = report
        self.own = recorded.pages.get(path)
        """The id of the article whose page this is."""
