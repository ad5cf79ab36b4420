"""Where a piece of source can be changed a little, and how: the mutations that ``mutations.py`` draws from.

Left out: docstrings, annotations and typing, messages (what is raised, printed or logged), and the sizes of caches, for
no behaviour hangs on them; and numbers inside brackets, where a change would only raise an error.
"""

from __future__ import annotations

import ast
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

TURNED: dict[type[ast.cmpop], str] = {
    ast.Lt: ">=",
    ast.LtE: ">",
    ast.Gt: "<=",
    ast.GtE: "<",
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.In: "not in",
    ast.NotIn: "in",
    ast.Is: "is not",
    ast.IsNot: "is",
}
EMPTY: dict[str, str] = {
    "bool": "False",
    "int": "0",
    "float": "0.0",
    "str": '""',
    "list": "[]",
    "tuple": "()",
    "dict": "{}",
    "set": "set()",
    "frozenset": "frozenset()",
}
"""What a function that returns such a type returns instead of all it found."""
SILENT = re.compile(r"(?i)error|warn|log|echo|print|option|argument|cache|typevar|cast|fail|exit|format$")
"""Calls in which nothing is changed, by the last part of their name."""
KEPT = (ast.Module, ast.ClassDef, ast.Assign, ast.AnnAssign, ast.Call)
"""All that a table of rules may stand in; a tuple within it is a row, which keeps its shape."""
MOST_SHOWN = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """One change: characters of one file and what stands there instead."""

    file: str
    """Its path in the package."""
    kind: str
    line: int
    start: int
    """In code points from the file's beginning."""
    end: int
    before: str
    after: str

    def applied(self, source: str) -> str:
        """``source`` with the change."""
        return source[: self.start] + self.after + source[self.end :]

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.kind}: {_short(self.before)}  →  {_short(self.after) or '(nothing)'}"


def candidates(file: str, source: str, chance: random.Random) -> Iterator[Mutation]:
    """Every mutation that ``source`` has room for; of several forms at one place ``chance`` takes one."""
    tree = ast.parse(source)
    places = _Places(source)
    for node, enclosing in _walked(tree, ()):
        for kind, target, after in _changes(node, enclosing, chance, places):
            start, end = target if isinstance(target, tuple) else places.span(target)
            before = source[start:end]
            if after != before:
                line = source.count("\n", 0, start) + 1
                yield Mutation(file=file, kind=kind, line=line, start=start, end=end, before=before, after=after)


class _Places:
    """From the lines and UTF-8 columns of a syntax tree to code points."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._lines = source.splitlines(keepends=True)
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line))

    def span(self, node: ast.expr) -> tuple[int, int]:
        last = node.end_lineno or node.lineno
        return self._at(node.lineno, node.col_offset), self._at(last, node.end_col_offset or 0)

    def text(self, node: ast.expr) -> str:
        start, end = self.span(node)
        return self.source[start:end]

    def _at(self, line: int, column: int) -> int:
        before = self._lines[line - 1].encode("utf-8")[:column].decode("utf-8")
        return self._starts[line - 1] + len(before)


Change = tuple[str, ast.expr | tuple[int, int], str]
Enclosing = tuple[ast.AST, ...]


def _walked(node: ast.AST, enclosing: Enclosing) -> Iterator[tuple[ast.AST, Enclosing]]:
    """The nodes in which something may be changed, each with what it stands in, outermost first."""
    if isinstance(node, ast.Raise | ast.Assert | ast.Import | ast.ImportFrom | ast.JoinedStr):
        return
    if isinstance(node, ast.Call) and SILENT.search(_name(node.func)):
        return
    if isinstance(node, ast.If) and _name(node.test) in ("TYPE_CHECKING", "__name__"):
        return
    if isinstance(node, ast.Assign) and any(_name(target) == "__all__" for target in node.targets):
        return
    yield node, enclosing
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "slice", "decorator_list", "type_params", "bases"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _walked(child, (*enclosing, node))


def _changes(node: ast.AST, enclosing: Enclosing, chance: random.Random, places: _Places) -> Iterator[Change]:
    match node:
        case ast.Constant(value=int() | float()) if not isinstance(node.value, bool):
            yield from _moved(node, enclosing, chance)
        case ast.Constant(value=str()) if not isinstance(enclosing[-1], ast.Expr):
            yield from _dropped_alternative(node, enclosing, chance)
        case ast.Compare(ops=[operator]) if type(operator) in TURNED:
            gap = places.span(node.left)[1], places.span(node.comparators[0])[0]
            yield "comparison turned", gap, _between(places.source[slice(*gap)], TURNED[type(operator)])
        case ast.BoolOp():
            first, second = node.values[:2]
            gap = places.span(first)[1], places.span(second)[0]
            other = ("or", "and") if isinstance(node.op, ast.And) else ("and", "or")
            yield "and / or swapped", gap, re.sub(rf"\b{other[1]}\b", other[0], places.source[slice(*gap)])
        case ast.UnaryOp(op=ast.Not()):
            yield "not removed", node, f"({places.text(node.operand)})"
        case ast.Return(value=ast.expr() as value):
            yield from _emptied(value, enclosing, places)
        case ast.Tuple() | ast.List() | ast.Set() | ast.Dict():
            yield from _dropped_rule(node, enclosing, chance, places)
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(words)) as listed, attr="split"), args=[]):
            yield from _dropped_word(listed, words.split(), chance)
        case _:
            return


def _moved(node: ast.Constant, enclosing: Enclosing, chance: random.Random) -> Iterator[Change]:
    """A number taken far away: halved, doubled, or moved by one decimal place."""
    value = node.value
    if not isinstance(value, int | float) or (isinstance(enclosing[-1], ast.BinOp) and value in (0, 1)):
        return
    factor = chance.choice((0.1, 0.5, 2, 10))
    moved = type(value)(round(value * factor, 6))
    yield "constant moved", node, repr(moved if moved != value else value + 5)


def _dropped_rule(
    node: ast.Tuple | ast.List | ast.Set | ast.Dict, enclosing: Enclosing, chance: random.Random, places: _Places
) -> Iterator[Change]:
    """One entry of a table that a module or a class keeps, or of a short list that something is looked up in."""
    kept = all(
        isinstance(outer, ast.Module | ast.ClassDef | ast.Assign | ast.AnnAssign | ast.Call) for outer in enclosing
    )
    looked_up = isinstance(enclosing[-1], ast.Compare) and node in enclosing[-1].comparators
    values = node.values if isinstance(node, ast.Dict) else node.elts
    if len(values) < 2 or not (kept or looked_up):
        return
    firsts = (
        [key or value for key, value in zip(node.keys, values, strict=True)] if isinstance(node, ast.Dict) else values
    )
    if isinstance(node, ast.Dict) and None in node.keys:
        return  # "**other" would leave its stars behind
    out = chance.randrange(len(values))
    if out + 1 < len(values):
        gap = places.span(firsts[out])[0], places.span(firsts[out + 1])[0]
    else:
        gap = places.span(values[out - 1])[1], places.span(values[out])[1]
        if isinstance(node, ast.Tuple) and len(values) == 2:
            yield "rule dropped", gap, ","
            return
    yield "rule dropped", gap, ""


def _dropped_word(listed: ast.expr, words: list[str], chance: random.Random) -> Iterator[Change]:
    """One word of a list that is written as a sentence and split."""
    if len(words) > 1:
        out = chance.randrange(len(words))
        yield "rule dropped", listed, repr(" ".join(words[:out] + words[out + 1 :]))


def _dropped_alternative(node: ast.Constant, enclosing: Enclosing, chance: random.Random) -> Iterator[Change]:
    """One alternative of a pattern."""
    value = str(node.value)
    in_pattern = any(isinstance(outer, ast.Call) and "re." in ast.unparse(outer.func) for outer in enclosing)
    constant = isinstance(enclosing[-1], ast.Assign) and any(outer for outer in enclosing[:1])
    if "|" not in value or " | " in value or not (in_pattern or constant) or _compiled(value) is None:
        return
    pieces = _alternatives(value)
    chance.shuffle(pieces)
    for start, end in pieces:
        if _compiled(without := value[:start] + value[end:]):
            yield "rule dropped", node, repr(without)
            return


def _alternatives(pattern: str) -> list[tuple[int, int]]:
    """Where each alternative behind a bar stands, its bar included."""
    found: list[tuple[int, int]] = []
    bars: list[int | None] = [None]
    plain = re.sub(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", lambda hit: "x" * len(hit[0]), pattern, flags=re.DOTALL)
    for place, character in enumerate(plain + ")"):
        if character in "|)" and bars and bars[-1] is not None:
            found.append((bars[-1], place))
        if character == "(":
            bars.append(None)
        elif character == ")" and bars:
            bars.pop()
        elif character == "|" and bars:
            bars[-1] = place
    return found


def _compiled(pattern: str) -> re.Pattern[str] | None:
    try:
        return re.compile(pattern)
    except (re.error, OverflowError):
        return None


def _emptied(value: ast.expr, enclosing: Enclosing, places: _Places) -> Iterator[Change]:
    """Nothing, in the type that the function returns."""
    functions = [outer for outer in enclosing if isinstance(outer, ast.FunctionDef)]
    declared = functions[-1].returns if functions else None
    if declared is None or isinstance(value, ast.Constant):
        return
    written = ast.unparse(declared)
    nothing = "None" if re.search(r"\bNone\b", written) else EMPTY.get(written.partition("[")[0])
    if nothing and places.text(value) != nothing:
        yield "return emptied", value, nothing


def _between(gap: str, operator: str) -> str:
    """What stands between two operands, with another operator: brackets and line ends stay."""
    return re.sub(r"\s*(?:not\s+in|is\s+not|[<>=!]=?|\bin\b|\bis\b)\s*", f" {operator} ", gap, count=1)


def _name(node: ast.AST | None) -> str:
    """The last name of ``a.b.c``; of a comparison, that on its left."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Compare(left=left):
            return _name(left)
        case _:
            return ""


def _short(text: str) -> str:
    """On one line, its middle left out where it is long."""
    folded = " ".join(text.split())
    return folded if len(folded) <= MOST_SHOWN else f"{folded[: MOST_SHOWN // 2]} … {folded[-MOST_SHOWN // 2 :]}"
