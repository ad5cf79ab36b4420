"""What is not read in the article's language?

A reader who finds no speaker on a page must know whether the article names none or nobody here can tell. So an
article in a language without rules of its own says once which parts of its page are empty for that reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale

from topic_briefings.knowledge import Knowledge
from topic_briefings.knowledge.topics import lexicon
from topic_briefings.models import Notice
from topic_briefings.text.document import Document
from topic_briefings.text.scripts import is_spaced


def extract(document: Document, knowledge: Knowledge) -> Iterator[Notice]:
    """Yield one notice where who said what is not read; it names keywords and topics where they are not either."""
    if document.language.attribution is not None:
        return
    also, code = [], document.language.code
    if not is_spaced(document.body):
        also.append("keywords")
    if lexicon(knowledge, code) is None:
        also.append("topics")
    parts = ("who said what", "what is reported without quotation marks", *also)
    name = Locale("en").languages.get(code, code)
    yield Notice(
        code="unread",
        case="_".join(also),
        message=f"Not read in {name}: {', '.join(parts)}.",
        words=(code,),
    )
