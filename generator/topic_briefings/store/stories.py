"""What finding stories leaves for the next run: one row, columns of numbers as text, keyed by our code."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from topic_briefings.gathering.stories.columns import NONE, Columns
from topic_briefings.gathering.stories.kept import Keeper, Kept
from topic_briefings.gathering.stories.merging import NO_LOG, Log
from topic_briefings.gathering.stories.nearness import NO_PAIRS, PARTS, Near
from topic_briefings.models import Analysis
from topic_briefings.store.decoded import Decoded
from topic_briefings.store.rows import Rows, opened

_DECODED: Decoded[Kept] = Decoded()
_Columns = TypeVar("_Columns", Columns, Near, Log)


@contextmanager
def remembered(folder: Path, code: str, key: Callable[[Analysis], str]) -> Iterator[Keeper]:
    """What ``code``, ours, left in ``folder``; ``key`` gives what stands for an analysis, "" where nothing does."""
    with opened(folder, "stories") as rows:
        rows.asked(code)
        before = _DECODED.get(folder, code, lambda: _loaded(rows.get(code)))
        keeper = Keeper(before, key)
        yield keeper
        _keep(rows, code, keeper)


def _keep(rows: Rows, code: str, keeper: Keeper) -> None:
    if keeper.after.keys != keeper.before.keys:
        rows.put([(code, _dumped(keeper.after))])
        _DECODED.drop(rows.folder, code)
        _DECODED.get(rows.folder, code, lambda: keeper.after)
    rows.prune()
    _DECODED.prune(rows.folder)


def _dumped(kept: Kept) -> str:
    made = kept.columns
    plain = {
        "keys": " ".join(kept.keys) if all(kept.keys) else list(kept.keys),
        "words": " ".join(made.words),
        "columns": _plain(made),
        "pairs": _plain(replace(kept.pairs, cosine=kept.pairs.cosine * PARTS)),
        "log": _plain(kept.log),
        "shown": kept.shown,
        "mates": kept.mates,
    }
    return json.dumps(plain, separators=(",", ":"))


def _loaded(text: str | None) -> Kept | None:
    """What ``_dumped`` wrote; None for anything else."""
    try:
        plain = json.loads(text or "null")
        keys = plain["keys"]
        words = {word: number for number, word in enumerate(plain["words"].split(" "))} if plain["words"] else {}
        pairs = _made(NO_PAIRS, plain["pairs"])
        return Kept(
            keys=tuple(keys.split(" ") if isinstance(keys, str) else keys),
            columns=replace(_made(NONE, plain["columns"]), words=words),
            pairs=replace(pairs, cosine=pairs.cosine / PARTS),
            log=_made(NO_LOG, plain["log"]),
            shown=plain["shown"],
            mates=plain["mates"],
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


Told = tuple[str, int, str]
"""An array as plain values: the kind of number, how many, and they as text."""


def _plain(made: Columns | Near | Log) -> dict[str, Told]:
    """The arrays of ``made``, each by its name."""
    arrays = {field.name: getattr(made, field.name) for field in fields(made)}
    return {name: _told(array) for name, array in arrays.items() if isinstance(array, np.ndarray)}


def _told(array: npt.NDArray[Any]) -> Told:
    """Whole numbers are of the smallest kind that holds them all, which saves half of what is read and written."""
    if array.dtype.kind == "f" and not (array % 1).any():
        array = array.astype(np.int64)
    kind, values = array.dtype, array
    if kind == np.bool_:
        values = np.packbits(array)
    elif kind.kind in "iu" and array.min(initial=0) >= 0:
        kind = np.min_scalar_type(int(array.max(initial=0)))
    order = values.dtype if kind == np.bool_ else kind.newbyteorder("<")
    return kind.char, len(array), b64encode(values.astype(order).tobytes()).decode("ascii")


def _made(empty: _Columns, plain: dict[str, Told]) -> _Columns:
    """What ``_plain`` wrote, all else as ``empty`` has it."""
    found = {name: _array(told).astype(getattr(empty, name).dtype) for name, told in plain.items()}
    return replace(empty, **found)  # type: ignore[arg-type]  # the arrays are as their fields want them


def _array(told: Told) -> npt.NDArray[Any]:
    kind, size, text = told
    if kind == "?":
        return np.unpackbits(np.frombuffer(b64decode(text), np.uint8), count=size)
    return np.frombuffer(b64decode(text), np.dtype(kind).newbyteorder("<"), count=size)
