"""Print the keywords of 50 articles for a person to read: ``python benchmarks/keyword_reading.py [--sample N]``.

No score says whether a phrase is one that a person would write; reading does. The articles are chosen by a digest
of the sample's number and their id, evenly over the sets, so that a sample is the same on every machine and another
number gives others: correct the rules on one sample, and judge them on the next. The sets that are not there are
named and left out; the sample articles of the tests always are.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator
from pathlib import Path

from scores import EVAL, ROOT
from scores import articles as read_set

from topic_briefings.extractors.keyphrases import extract
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Article
from topic_briefings.reading import read_folder
from topic_briefings.text.document import Document

SETS = (
    "quotes-polnear-train",
    "topics-bbc-train",
    "countries-geowebnews",
    "countries-lgl",
    "keywords-duc2001-dev",
    "keywords-kpcrowd-train",
    "quotes-german-dev",
)
ARTICLES = 50


def choose(articles: list[Article], sample: int, count: int) -> list[Article]:
    """The ``count`` articles whose digest comes first."""
    return sorted(articles, key=lambda one: hashlib.sha256(f"{sample}\n{one.id}".encode()).digest())[:count]


def pools(folder: Path) -> Iterator[tuple[str, list[Article]]]:
    """Each set's name and articles."""
    own = read_folder(ROOT / "tests" / "articles")
    yield "tests/articles", [one for one in own if isinstance(one, Article)]
    for name in SETS:
        path = folder / "data" / f"{name}.jsonl.gz"
        if path.exists():
            yield name, read_set(path)
        else:
            print(f"{name}: missing, there is no such file in {folder / 'data'}\n")


def main() -> None:
    """Print headline, first words and keywords of each article of the sample."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=1, help="which sample; each number chooses other articles")
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--eval", type=Path, default=EVAL, help="the folder with data/")
    options = parser.parse_args()
    found = list(pools(options.eval))
    for place, (name, articles) in enumerate(found):
        share = (options.articles + len(found) - 1 - place) // len(found)
        for article in choose(articles, options.sample, share):
            print(f"{name} {article.id}\n  {article.headline or article.body[:100].splitlines()[0]}")
            phrases = [phrase.text for phrase in extract(Document(article), Knowledge())]
            print("  " + " · ".join(phrases) + "\n")


if __name__ == "__main__":
    main()
