"""Our statement of YAKE's statistics gives the library's own figures."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from topic_briefings.extractors.keyphrases import statistics
from topic_briefings.models import Article
from topic_briefings.reading import read_folder
from topic_briefings.text.stopwords import stopwords

TEXTS = [item for item in read_folder(Path(__file__).parent / "articles") if isinstance(item, Article)]
WORDS = st.lists(
    st.sampled_from(
        [
            "Dam",
            "dams",
            "The",
            "the",
            "NATO",
            "nato",
            "it's",
            "U.S.",
            "said",
            "1962",
            "3,5",
            "9-year",
            "Rio",
            "rio",
            "bus",
            "gas",
            ",",
            ".",
            "!",
            "--",
            "of",
            "and",
            "a",
            "B",
        ]
    ),
    min_size=1,
    max_size=80,
).map(" ".join)


def agree(text, language):
    """Compare the figures of every word, and of every candidate without stop words, on the library's own tokens."""
    from yake.data import DataCore

    library = DataCore(text, set(stopwords(language)), {"windows_size": 1, "n": 3})
    library.build_single_terms_features()
    library.build_mult_terms_features()
    known = statistics.words(library.sentences_str, stopwords(language))
    scores = statistics.scores(known, len(library.sentences_str))
    assert list(scores) == list(library.terms)
    assert scores == pytest.approx({name: float(word.h) for name, word in library.terms.items()}, rel=1e-9, abs=1e-12)
    for candidate in library.candidates.values():
        if candidate.is_valid() and not any(word.stopword for word in candidate.terms):
            values = [float(word.h) for word in candidate.terms]
            assert statistics.phrase_score(values, candidate.tf) == pytest.approx(float(candidate.h), rel=1e-9)


@pytest.mark.parametrize("text", [pytest.param(item, id=item.id) for item in TEXTS])
def test_on_the_sample_articles(text):
    agree(f"{text.headline}.\n\n{text.body}", text.language)


@given(text=WORDS)
@settings(deadline=None, max_examples=200)
def test_on_any_words(text):
    agree(text, "en")
