"""What is found in short texts, one a line, as lines that read like code in review: below each text what it holds.

``tests/cases/sentences/<language>.txt`` has the texts, written so that each rule of a language decides one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.factories import article
from tests.golden_records import countries, quotations, speakers, topics
from topic_briefings import languages
from topic_briefings.extractors import analyse
from topic_briefings.knowledge import Knowledge
from topic_briefings.text.document import Document
from topic_briefings.text.nounphrases import NounWords

FOLDER = Path(__file__).parent / "cases" / "sentences"


def sentences(language: str, knowledge: Knowledge) -> Iterator[str]:
    """The record of the texts of one language."""
    for line in (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line
            yield from _found(line.replace(" ¶ ", "\n\n"), language, knowledge)


def filed(knowledge: Knowledge) -> Iterator[str]:
    """The record of the countries and the topics of short articles."""
    for line in (FOLDER / "filed.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            headline, _, body = line.partition(" || ")
            made = article(body.replace(" ¶ ", "\n\n"), id="text", headline=headline, language="en")
            analysis = analyse(made, knowledge)
            yield line
            yield from (f"    {found}" for found in (*countries(analysis), *topics(analysis)))


def _found(body: str, language: str, knowledge: Knowledge) -> Iterator[str]:
    """Who says what, who is named, and the noun phrases of one text."""
    analysis = analyse(article(body, id="text", headline="", language=language), knowledge)
    yield from (f"    says {line}" for line in quotations(analysis))
    yield from (f"    name {line.strip()}" for line in speakers(analysis))
    if phrases := " | ".join(_phrases(Document(analysis.article))):
        yield f"    {phrases}"


def _phrases(document: Document) -> Iterator[str]:
    """The noun phrases of the body as a heading would print them."""
    grammar = languages.of(document.language.code).nouns
    assert grammar
    words = NounWords(document.words, document.sentences, grammar)
    words.tag(words.names())
    return (words.printed(first, last) for first, last in grammar.phrases(words))
