"""What is found in short texts, one a line, as lines that read like code in review: below each text what it holds.

``tests/cases/sentences/<language>.txt`` has the texts, written so that each rule of a language decides one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.factories import article
from tests.golden_records import countries, figures, keywords, quotations, speakers, topics
from topic_briefings import languages
from topic_briefings.extractors import analyse
from topic_briefings.extractors.quotes.attribution import statements
from topic_briefings.extractors.quotes.cast import Cast
from topic_briefings.extractors.quotes.confidence import confidence
from topic_briefings.extractors.quotes.reliance import signs
from topic_briefings.extractors.quotes.resolution import Resolver
from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.extractors.quotes.signs import REFUSED, odds
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Article
from topic_briefings.text.document import Document
from topic_briefings.text.nounphrases import NounWords

FOLDER = Path(__file__).parent / "cases" / "sentences"


def sentences(language: str, knowledge: Knowledge) -> Iterator[str]:
    """The record of the texts of one language."""
    for line in (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            headline, _, body = line.rpartition(" || ")
            yield line
            made = article(body.replace(" ¶ ", "\n\n"), id="text", headline=headline, language=language)
            yield from _found(made, knowledge)


def filed(knowledge: Knowledge) -> Iterator[str]:
    """The record of the countries, the topics, the keywords and the figures of short articles."""
    for line in (FOLDER / "filed.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            headline, _, body = line.partition(" || ")
            made = article(body.replace(" ¶ ", "\n\n"), id="text", headline=headline, language="en")
            analysis = analyse(made, knowledge)
            yield line
            yield from (f"    {found}" for found in (*countries(analysis), *topics(analysis)))
            yield from (f"    word {found}" for found in keywords(analysis))
            yield from (f"    count {found}" for found in figures(analysis))


def _found(made: Article, knowledge: Knowledge) -> Iterator[str]:
    """Who says what, who is named, and the noun phrases of one text."""
    analysis = analyse(made, knowledge)
    yield from (f"    says {line}" for line in quotations(analysis))
    yield from (f"    odds {line}" for line in _odds(Document(analysis.article)))
    yield from (f"    name {line.strip()}" for line in speakers(analysis))
    if phrases := " | ".join(_phrases(Document(analysis.article))):
        yield f"    {phrases}"


def _odds(document: Document) -> Iterator[str]:
    """The logarithm of the odds that a page may print each statement without marks, and how it begins; "none": none."""
    assert document.language.attribution
    scene = Scene(document, document.language.attribution)
    names = scene.attribution.names(scene.words, scene.tags)
    cast = Cast(scene.words, names, scene.attribution.reference)
    resolver = Resolver(scene, cast)
    for item in statements(scene):
        identity = resolver.identify(item.speaker) if item.speaker else None
        if not item.quoted and item.speaker:
            found = signs(scene, item, identity, confidence(scene, item, identity), cast)
            told = f"{odds(found) + 0:+.1f}" if REFUSED.isdisjoint(found) else "none"
            yield f"{told} {' '.join(scene.span(*item.content[0]).of(document.body).split()[:6])}"


def _phrases(document: Document) -> Iterator[str]:
    """The noun phrases of the body as a heading would print them."""
    grammar = languages.of(document.language.code).nouns
    assert grammar
    words = NounWords(document.words, document.sentences, grammar)
    words.tag(words.names())
    return (words.printed(first, last) for first, last in grammar.phrases(words))
