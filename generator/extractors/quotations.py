"""Who said what?"""

from __future__ import annotations

from collections.abc import Iterator

from generator.knowledge import Knowledge
from generator.models import Finding
from generator.text.document import Document


def extract(document: Document, knowledge: Knowledge) -> Iterator[Finding]:
    """Yield nothing yet."""
    yield from ()
