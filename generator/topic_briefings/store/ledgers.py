"""The ledger as it stands among the pages: what a run compares its edition with."""

from __future__ import annotations

from topic_briefings.models import Ledger
from topic_briefings.settings import Settings
from topic_briefings.writing.branches import Merge


def ledger_before(settings: Settings, merge: Merge | None) -> Ledger | None:
    """The ledger of the edition before, from among its pages; None when there is none that can be read.

    Where a ``merge`` left a conflict in it, that of the edition before the branches parted.
    """
    from topic_briefings.gathering.editions import loads
    from topic_briefings.pages import LEDGER

    torn = merge is not None and LEDGER in merge.unmerged
    ledger = merge.base(LEDGER) if merge and torn else standing_ledger(settings)
    try:
        return loads((ledger or b"").decode())
    except UnicodeDecodeError:
        return None


def standing_ledger(settings: Settings) -> bytes | None:
    """The file of the ledger as it stands; None when there is none."""
    from topic_briefings.pages import LEDGER

    try:
        return (settings.docs / LEDGER).read_bytes().replace(b"\r\n", b"\n")  # Git may turn line ends
    except OSError:
        return None
