"""An article is let go with its last use, and waits for no search for cycles."""

import gc
import weakref

from tests.factories import article
from topic_briefings.extractors import quotes
from topic_briefings.knowledge import Knowledge
from topic_briefings.text.document import Document

BODY = (
    "“The harbour is full,” said Mara Lund, the mayor of Tarn. A deputy objected. He said that it was empty.\n\n"
    "The mayor laughed. “It is full,” she said. Lund told Tom Berg on Monday that nobody could moor there."
)


def test_an_article_is_let_go_when_its_quotations_are_found() -> None:
    document = Document(article(BODY))
    watched = weakref.ref(document)
    gc.disable()
    try:
        found = list(quotes.extract(document, Knowledge()))
        del document
        assert found
        assert watched() is None
    finally:
        gc.enable()
