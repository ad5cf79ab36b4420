"""What it costs to find the stories of many articles: ``python benchmarks/stories.py FILE --articles 10000``.

FILE is JSON Lines of articles (or ``.jsonl.gz``). They are read and analysed, and their words counted, before the clock
starts, as a run knows them of all articles that did not change; ``--keep PICKLE`` keeps these analyses for another run
of this very code. What is printed is the processor's time to find the stories of all from nothing; then, for some
articles in turn, of all but this one from nothing, and of all from what that run left in its cache, reading it and
writing it anew included; the memory that each takes at most; and a digest of what was found, which must be the same
wherever all are in, and tells whether two trees find the same. What one more costs hangs on how many others hold its
words.
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
from statistics import median

from topic_briefings.extractors import analyse
from topic_briefings.gathering.stories.telling import Told, tell
from topic_briefings.gathering.stories.terms import Terms, terms
from topic_briefings.models import Analysis, Article
from topic_briefings.reading import read_file
from topic_briefings.running.execution import seldom_collected
from topic_briefings.store.analyses import uncollected
from topic_briefings.store.stories import remembered


def main() -> None:
    """Print a line for all articles, and two for each that comes as one more."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int, default=1_000_000, help="no more of the file than so many")
    parser.add_argument("--keep", type=Path, help="a file of ours for the analyses; it is made where it is not there")
    parser.add_argument("--more", type=int, default=5, help="how many come as one more, in turn; 5")
    given = parser.parse_args()
    analyses = _analyses(given.file, given.articles, given.keep)
    known = {analysis.article.id: terms(analysis.article) for analysis in analyses}
    keys = {id(analysis): hashlib.sha256(repr(analysis).encode()).hexdigest()[:40] for analysis in analyses}
    gc.freeze()
    with tempfile.TemporaryDirectory() as empty:
        _measured(analyses, known, Path(empty), keys)
    took = []
    for turn in range(1, given.more + 1):
        last = len(analyses) * turn // given.more - 1
        some = analyses[:last] + analyses[last + 1 :]
        with tempfile.TemporaryDirectory() as cache:
            _measured(some, known, Path(cache), keys)
            print("one more, ", end="")
            took.append(_measured([*some, analyses[last]], known, Path(cache), keys))
    if took:
        print(f"one more: {median(took):.1f} s, the middle of {len(took)}")


def _measured(analyses: list[Analysis], known: dict[str, Terms], cache: Path, keys: dict[int, str]) -> float:
    """Seconds of the processor."""
    before, began = _memory(), time.process_time()
    with uncollected(), remembered(cache, "this code", lambda analysis: keys[id(analysis)]) as keeper:
        told = tell(analyses, None, True, None, lambda article: known[article.id], keeper)
    took = time.process_time() - began
    found = f"{len(told.stories):,} stories, {_digest(told)}"
    print(f"{len(analyses):,} articles: {took:.1f} s, {_memory() - before} MB more; {found}", flush=True)
    return took


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
