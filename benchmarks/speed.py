"""How much faster one tree of the project reads and analyses than another: ``python benchmarks/speed.py FILE BEFORE``.

FILE is JSON Lines of articles (or ``.jsonl.gz``), BEFORE the folder of another checkout; this one is compared with it.
Both take turns in processes of their own, so that a busy machine slows both; what is printed is the processor's time
for an article, the least of all rounds, reading and analysing apart. Lexicons are loaded before the clock starts.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WARM = 20
"""Articles that are analysed before the clock starts."""
CHILD = """
import importlib, json, sys, time
from pathlib import Path

package, file, most, warm = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
reading = importlib.import_module(f"{package}.reading")
analyse = importlib.import_module(f"{package}.extractors").analyse
running = importlib.import_module(f"{package}.execution" if package == "generator" else f"{package}.running.execution")
knowledge = importlib.import_module(f"{package}.knowledge").Knowledge()
def work(article):
    analyse(article, knowledge)

def articles_of(most):
    articles = []
    for found in reading.read_file(file, file.name):
        if hasattr(found, "body"):
            articles.append(found)
        if len(articles) == most:
            break
    return articles

list(running.InProcess().each(work, articles_of(warm)))
began = time.process_time()
articles = articles_of(most)
read = time.process_time()
for result in running.InProcess().each(work, articles):
    assert result is None, result
done = time.process_time()
print(json.dumps([len(articles), read - began, done - read]))
"""


def main() -> None:
    """Print a line for each tree and how they compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("before", type=Path)
    parser.add_argument("--articles", type=int, default=1_000_000, help="no more of the file than so many")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    trees = (given.before.resolve(), ROOT)
    best: dict[Path, tuple[float, float]] = {}
    for _ in range(given.rounds):
        for tree in trees:
            took = measured(tree, given.file.resolve(), given.articles)
            known = best.get(tree, took)
            best[tree] = (min(took[0], known[0]), min(took[1], known[1]))
    for tree in trees:
        reading, analysing = best[tree]
        each = f"{1000 / (reading + analysing):.0f} a second"
        print(f"{tree}: reading {reading:.2f} ms, analysing {analysing:.2f} ms, {each}")
    (first, second), (third, fourth) = best[trees[0]], best[trees[1]]
    print(f"before over after: {(first + second) / (third + fourth):.2f} (analysing alone {second / fourth:.2f})")


def measured(tree: Path, file: Path, most: int) -> tuple[float, float]:
    """Milliseconds of the processor for an article: to read it, to analyse it."""
    source = tree / "generator"
    package, path = ("generator", tree) if (source / "__init__.py").exists() else ("topic_briefings", source)
    command = [sys.executable, "-c", CHILD, package, str(file), str(most), str(WARM)]
    environment = {**os.environ, "PYTHONPATH": str(path), "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    articles, reading, analysing = json.loads(done.stdout.splitlines()[-1])
    if not articles:
        sys.exit(f"{file}: holds no articles that {tree.name} can read; name a file of them")
    return 1000 * reading / articles, 1000 * analysing / articles


if __name__ == "__main__":
    main()
