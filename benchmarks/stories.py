"""What it costs to find the stories of many articles: ``python benchmarks/stories.py FILE --articles 10000``.

FILE is JSON Lines of articles (or ``.jsonl.gz``). They are read and analysed, and their words counted, before the clock
starts, as a run knows them of all articles that did not change; ``--keep PICKLE`` keeps these analyses for another run
of this very code. What is printed is the processor's time to find the stories of all but one, then of all from what
that run left in its cache, reading it and writing it anew included, and of all from nothing; the memory that each takes
at most; and a digest of what was found. The second must be the third's, and tells whether two trees find the same.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import pickle
import resource
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from topic_briefings.extractors import analyse
from topic_briefings.gathering.stories.telling import Told, tell
from topic_briefings.gathering.stories.terms import Terms, terms
from topic_briefings.models import Analysis, Article
from topic_briefings.reading import read_file
from topic_briefings.running.execution import seldom_collected
from topic_briefings.store.stories import remembered


def main() -> None:
    """Print a line for all articles but the last, and two for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int, default=1_000_000, help="no more of the file than so many")
    parser.add_argument("--keep", type=Path, help="a file of ours for the analyses; it is made where it is not there")
    given = parser.parse_args()
    analyses = _analyses(given.file, given.articles, given.keep)
    known = {analysis.article.id: terms(analysis.article) for analysis in analyses}
    keys = {id(analysis): hashlib.sha256(repr(analysis).encode()).hexdigest()[:40] for analysis in analyses}
    gc.freeze()
    with tempfile.TemporaryDirectory() as cache, tempfile.TemporaryDirectory() as empty:
        for label, some, folder in (("", analyses[:-1], cache), ("one more, ", analyses, cache), ("", analyses, empty)):
            print(label, end="")
            _measured(some, known, Path(folder), keys)


def _measured(analyses: list[Analysis], known: dict[str, Terms], cache: Path, keys: dict[int, str]) -> None:
    before, began = _memory(), time.process_time()
    with seldom_collected(), remembered(cache, "this code", lambda analysis: keys[id(analysis)]) as keeper:
        told = tell(analyses, None, True, None, lambda article: known[article.id], keeper)
    took = time.process_time() - began
    found = f"{len(told.stories):,} stories, {_digest(told)}"
    print(f"{len(analyses):,} articles: {took:.1f} s, {_memory() - before} MB more; {found}", flush=True)


def _analyses(file: Path, most: int, kept: Path | None) -> list[Analysis]:
    if kept and kept.is_file():
        return list(pickle.loads(kept.read_bytes())[:most])  # noqa: S301 - our own, written below
    articles = (found for found in read_file(file, file.name) if isinstance(found, Article))
    with seldom_collected():
        analyses = [analyse(article) for article in islice(articles, most)]
    if kept:
        kept.write_bytes(pickle.dumps(analyses))
    return analyses


def _digest(told: Told) -> str:
    plain = (told.stories, told.ids, sorted(told.mates.items()), sorted(told.words.items()))
    return hashlib.sha256(repr(plain).encode()).hexdigest()[:12]


def _memory() -> int:
    unit = 1 if sys.platform == "darwin" else 1024  # bytes on a Mac, kilobytes elsewhere
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit // 1_000_000


if __name__ == "__main__":
    main()
