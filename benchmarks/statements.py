"""Weigh what tells for a statement without marks: ``python benchmarks/statements.py SHEET … --articles FILE …``.

Reads sheets of ``reading.py`` that somebody judged and the articles they are of (JSON Lines, ``.gz`` too), finds each
statement again, and prints the weights of ``extractors/quotes/signs.py`` anew, each with how many of the statements
that have the sign were right. Below stands how many of those that would be printed are right, and how many of those
that are right would be, at several bounds: each tenth of the articles judged by the weights of the others. What the
tree no longer finds, or not with these edges or by this speaker, is left out. Sheets hold text of articles, and stay
where they are.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from reading import read

from topic_briefings.extractors.quotes.attribution import statements
from topic_briefings.extractors.quotes.cast import Cast
from topic_briefings.extractors.quotes.confidence import THRESHOLD, confidence
from topic_briefings.extractors.quotes.reliance import signs
from topic_briefings.extractors.quotes.resolution import Resolver
from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.extractors.quotes.signs import CERTAIN, REFUSED, WEIGHTS, Sign
from topic_briefings.models import Article
from topic_briefings.reading.jsonl import read_records
from topic_briefings.text.document import Document

SHRUNK = 3.0
"""How strongly weights are drawn to those that there are: sheets hold only what was printed by them."""
FOLDS = 10
ROUNDS = 30
BOUNDS = (1.0, 1.2, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2.0, 2.2)
Signs = frozenset[Sign]
Vector = np.ndarray[tuple[int], np.dtype[np.float64]]
Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]


def articles(files: list[Path], wanted: set[str]) -> dict[str, Article]:
    """Those of ``files`` that are ``wanted``, by id."""
    found = {}
    for file in files:
        with (gzip.open if file.suffix == ".gz" else open)(file, "rt", encoding="utf-8") as lines:
            for one in read_records(lines, file.name):
                if isinstance(one, Article) and one.id in wanted:
                    found[one.id] = one
    return found


def found(article: Article) -> Iterator[tuple[str, str, Signs]]:
    """The statements without marks of ``article``: who says each, what, as a sheet prints it, and its signs."""
    document = Document(article)
    attribution = document.language.attribution
    if attribution is None:
        return
    scene = Scene(document, attribution)
    cast = Cast(scene.words, attribution.names(scene.words, scene.tags), attribution.reference)
    resolver = Resolver(scene, cast)
    for item in statements(scene):
        identity = resolver.identify(item.speaker) if item.speaker else None
        sure = confidence(scene, item, identity)
        if not item.quoted and item.speaker and identity is not None and sure >= THRESHOLD:
            words = " … ".join(scene.span(*part).of(article.body) for part in item.content)
            who = identity.figure.name if identity.figure else scene.span(*item.speaker).of(article.body)
            yield who, " ".join(words.split()), signs(scene, item, identity, sure, cast)


def judged(sheets: list[Path], files: list[Path]) -> Iterator[tuple[str, bool, Signs]]:
    """The article, whether it is right, and the signs of each judged statement that is still found."""
    rows = {
        (item.article, item.item): item.verdict == "right"
        for sheet in sheets
        for item in read(sheet)
        if item.kind == "statement" and item.verdict
    }
    wanted = {article for article, _ in rows}
    seen = {key: list(found(one)) for key, one in articles(files, wanted).items()}
    for (article, item), right in rows.items():
        said = next((told for who, words, told in seen.get(article, ()) if _is_of(item, who, words)), None)
        if said is not None:
            yield article, right, said


def _is_of(item: str, who: str, words: str) -> bool:
    """Whether an item of a sheet is what ``who`` says in these ``words``; a voice may have a fuller name there.

    A sheet may leave out the "that" with which they begin.
    """
    speaker, _, said = item.partition(": ")
    return words in (said, f"that {said}") and who.split()[-1].strip(",.").lower() in speaker.lower()


def fitted(given: Matrix, right: Vector) -> Vector:
    """The constant and the weights of a logistic regression, by Newton's method, drawn to those that there are."""
    columns = np.hstack([np.ones((len(given), 1)), given])
    shrunk = np.eye(columns.shape[1]) * SHRUNK
    shrunk[0, 0] = 0
    known = np.array([CERTAIN, *WEIGHTS.values()])
    weights = known.copy()
    for _ in range(ROUNDS):
        share = 1 / (1 + np.exp(-columns @ weights))
        slope = columns.T @ (right - share) - shrunk @ (weights - known)
        weights += np.linalg.solve(columns.T @ (columns * (share * (1 - share))[:, None]) + shrunk, slope)
    return weights


def left_out(given: Matrix, right: Vector, articles: list[str]) -> Vector:
    """What each statement tells by the weights of the articles of other folds."""
    folds = np.array([int(hashlib.sha256(one.encode()).hexdigest(), 16) % FOLDS for one in articles])
    told = np.zeros(len(right))
    for fold in range(FOLDS):
        weights = fitted(given[folds != fold], right[folds != fold])
        told[folds == fold] = weights[0] + given[folds == fold] @ weights[1:]
    return told


def main() -> None:
    """Print the weights and the curve."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sheets", type=Path, nargs="+")
    parser.add_argument("--articles", type=Path, nargs="+", required=True)
    options = parser.parse_args()
    found_again = list(judged(options.sheets, options.articles))
    for sign in REFUSED:
        verdicts = [verdict for _, verdict, told in found_again if sign in told]
        print(f"refused {sum(verdicts):4d} of {len(verdicts):4d}  {sign.name}: {sign}")
    rows = [row for row in found_again if REFUSED.isdisjoint(row[2])]
    given = np.array([[float(sign in told) for sign in WEIGHTS] for _, _, told in rows])
    right = np.array([float(verdict) for _, verdict, _ in rows])
    weights = fitted(given, right)
    print(f"{weights[0]:5.2f}  {int(right.sum())} of {len(right)} right")
    for sign, weight, column in zip(WEIGHTS, weights[1:], given.T, strict=True):
        print(f"{weight:5.2f}  {int(right[column > 0].sum()):4d} of {int(column.sum()):4d}  {sign.name}: {sign}")
    told = left_out(given, right, [article for article, _, _ in rows])
    for bound in BOUNDS:
        kept = right[told >= bound]
        print(
            f"at {bound}: {100 * kept.mean():.1f} % of {len(kept)} right, {100 * kept.sum() / right.sum():.1f} % kept"
        )


if __name__ == "__main__":
    main()
