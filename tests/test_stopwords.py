"""Stop words: every language of the table has them, whatever the keyword library ships."""

from __future__ import annotations

import pytest

from tests.factories import article
from topic_briefings.extractors.keyphrases import library
from topic_briefings.languages.stopwords import stopwords
from topic_briefings.tables import PACKAGE, Tables
from topic_briefings.text.document import Document

LANGUAGES = [row[0] for row in Tables(PACKAGE / "languages").rows("stopwords")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_are_words(language: str) -> None:
    found = stopwords(language)
    assert len(found) >= 29
    assert all(word and word == word.lower() and not any(map(str.isspace, word)) for word in found)


def test_both_ways_to_write_norwegian_have_them() -> None:
    assert stopwords("nb") == stopwords("nn") == stopwords("no") != frozenset()


def test_a_language_without_a_list_has_none() -> None:
    assert stopwords("xx") == frozenset()


@pytest.mark.parametrize(
    ("language", "body", "word"),
    [
        ("sk", "Most bol otvorený v pondelok. Most je široký a aj dlhý.", "most"),
        ("lt", "Tiltas buvo atidarytas pirmadienį. Tiltas yra ilgas ir platus.", "tiltas"),
        ("xx", "Bro bro bru. Bro bra bri.", "bro"),
    ],
)
def test_keywords_are_found_in_every_language(language: str, body: str, word: str) -> None:
    scores = library.Library(Document(article(body, language=language))).scores
    assert (word,) in scores
    assert not any(set(key) & stopwords(language) for key in scores if len(key) == 1)


def test_a_library_that_takes_other_options_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    import yake

    class Other:
        stopword_set = frozenset[str]()
        config: dict[str, object] = {}  # noqa: RUF012 - a stand-in

        def __init__(self, **options: object) -> None: ...

    monkeypatch.setattr(yake, "KeywordExtractor", Other)
    library._extractor.cache_clear()
    with pytest.raises(RuntimeError, match=r"install yake>=0\.7,<0\.8"):
        library._extractor("pl")
    library._extractor.cache_clear()
