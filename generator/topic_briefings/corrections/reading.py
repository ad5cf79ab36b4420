"""From the file of corrections to corrections, or to one sentence that says where it is wrong and what to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from topic_briefings.corrections.kinds import BY_KEY, COMMON, KEYS, KINDS, Kind
from topic_briefings.corrections.models import Correction
from topic_briefings.corrections.values import Texts, Value
from topic_briefings.errors import CorrectionsError, nearest
from topic_briefings.settings import Settings

if TYPE_CHECKING:
    import yaml

_NULL = "tag:yaml.org,2002:null"
_ENTRY = 'write "- article: …" and below it what is to be corrected'


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """A key of an entry, with what stands beside it."""

    line: int
    texts: tuple[str, ...]
    listed: bool
    """Whether it is a list."""


def corrections_of(settings: Settings) -> tuple[Correction, ...]:
    """The corrections of a site; see ``read``. A file that the settings name has to be there."""
    if settings.corrections is not None and not settings.corrections.exists():
        shown = settings.shown_corrections
        raise CorrectionsError(f'{shown}: there is no such file; write it, or take "corrections:" out of mkdocs.yml')
    return read(settings.corrections_file, settings.shown_corrections)


def read(file: Path, shown_as: str) -> tuple[Correction, ...]:
    """The corrections in ``file``, in order; none where there is no such file.

    ``shown_as`` is the file as the person knows it. Raises ``CorrectionsError`` at the first thing that is wrong.
    """
    try:
        content = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):  # what is wrong with the folder is told by whoever reads it
        return ()
    except OSError as error:
        raise CorrectionsError(f"{shown_as}: cannot be read ({error.strerror}); check the file") from None
    try:
        return parse(content.decode("utf-8-sig"), shown_as)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise CorrectionsError(f"{shown_as}:{line}: is not text in UTF-8; save the file in UTF-8") from None


def parse(text: str, shown_as: str = "corrections.yml") -> tuple[Correction, ...]:
    """The corrections in ``text``; see ``read``."""
    found = tuple(
        correction for entry in _entries(text, shown_as) for correction in _corrections(entry, _Where(shown_as))
    )
    _refuse_contradictions(found)
    return found


# ------------------------------------------------------------------ YAML


class _Where:
    """Makes the sentence of an error."""

    def __init__(self, shown_as: str) -> None:
        self.shown_as = shown_as

    def wrong(self, line: int, problem: str, remedy: str = "") -> CorrectionsError:
        """``problem`` at ``line``; ``remedy`` where the problem does not end in one."""
        return CorrectionsError(f"{self.shown_as}:{line}: {problem}" + (f"; {remedy}" if remedy else ""))


def _entries(text: str, shown_as: str) -> Iterator[yaml.MappingNode]:
    import yaml  # here, so that a site without corrections never pays for it

    where = _Where(shown_as)
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = f"this is not YAML ({error.problem or error.context})"
        raise where.wrong(mark.line + 1 if mark else 1, problem, "put text with a colon in quotation marks") from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise where.wrong(line, f"holds a character that no text has, U+{error.character:04X}", "delete it") from None
    except (yaml.YAMLError, RecursionError):
        raise where.wrong(1, "this is not YAML", _ENTRY) from None
    if node is None:
        return
    if not isinstance(node, yaml.SequenceNode):
        raise where.wrong(node.start_mark.line + 1, "this is not a list of corrections", _ENTRY)
    for entry in node.value:
        if not isinstance(entry, yaml.MappingNode):
            raise where.wrong(entry.start_mark.line + 1, "this is not a correction", _ENTRY)
        yield entry


def _pairs(entry: yaml.MappingNode, where: _Where) -> dict[str, _Pair]:
    import yaml

    found: dict[str, _Pair] = {}
    for key, value in entry.value:
        line = key.start_mark.line + 1
        name = key.value if isinstance(key, yaml.ScalarNode) else "?"
        if name not in KEYS:
            near = nearest(name, KEYS)
            remedy = f'did you mean "{near}"?' if near else f"the keys are {', '.join(KEYS)}"
            raise where.wrong(line, f'"{name}" is not a key of a correction', remedy)
        if name in found:
            raise where.wrong(line, f'"{name}" stands there twice', "keep one of them")
        items = value.value if isinstance(value, yaml.SequenceNode) else [value]
        if not all(isinstance(item, yaml.ScalarNode) for item in items):
            raise where.wrong(line, f"{name}: is not text", "write it on one line, in quotation marks")
        texts = tuple("" if item.tag == _NULL else item.value for item in items)
        found[name] = _Pair(line=line, texts=texts, listed=isinstance(value, yaml.SequenceNode))
    return found


# ------------------------------------------------------------------ an entry


def _corrections(entry: yaml.MappingNode, where: _Where) -> Iterator[Correction]:
    """What an entry says: most say one thing, some two of one quotation or three of one voice."""
    line = entry.start_mark.line + 1
    pairs = _pairs(entry, where)
    kinds = [BY_KEY[key] for key in pairs if key in BY_KEY]
    if not kinds:
        names = ", ".join(kind.key for kind in KINDS if set(kind.subject.value) <= pairs.keys())
        raise where.wrong(line, "the entry corrects nothing", f"write one of {names}")
    if other := next((kind for kind in kinds[1:] if not kinds[0].goes_with(kind)), None):
        problem = f"{kinds[0].key} and {other.key} stand in one entry"
        raise where.wrong(pairs[other.key].line, problem, "write two entries")
    _refuse_strange(pairs, kinds, line, where)
    shared = {
        "source": where.shown_as,
        "line": line,
        "date": _value(pairs, "date", where),
        "article": _value(pairs, "article", where) or _value(pairs, "in", where) or "",
        "quotation": _value(pairs, "quotation", where) or "",
        "voice": _value(pairs, "voice", where) or "",
        "words": _value(pairs, "words", where) or "",
    }
    for kind in kinds:
        yield Correction(kind=kind.key, choice=_choice(pairs, kind, where), **shared, **_own(pairs, kind, where))


def _refuse_strange(pairs: dict[str, _Pair], kinds: Sequence[Kind], line: int, where: _Where) -> None:
    """Refuse keys that the kinds do not have, and entries that lack one that names what they are about."""
    known = {key for kind in kinds for key in kind.keys}
    for name, pair in pairs.items():
        if name not in known:
            named = " and ".join(kind.key for kind in kinds)
            keys = ", ".join(dict.fromkeys(key for kind in kinds for key in kind.keys))
            raise where.wrong(pair.line, f'"{name}" says nothing beside {named}', f"its keys are {keys}")
    for name in kinds[0].subject.value:
        if name not in pairs:
            raise where.wrong(line, f"{kinds[0].key}: names no {name}", f'write "{name}:" beside it')


def _own(pairs: dict[str, _Pair], kind: Kind, where: _Where) -> dict[str, Any]:
    """What stands beside the key that the kind is called by."""
    pair = pairs[kind.key]
    if isinstance(kind.value, Texts):
        texts = tuple(dict.fromkeys(_checked(text, kind.key, kind.value, pair, where) for text in pair.texts))
        if len(texts) < kind.value.least:
            raise where.wrong(pair.line, f"{kind.key}: names too few", f"write {kind.key}: [first, second]")
        return {"values": texts}
    value = _value(pairs, kind.key, where)
    return {"value": value} if isinstance(value, str) else {"day": value}


def _choice(pairs: dict[str, _Pair], kind: Kind, where: _Where) -> str:
    """What ``as`` says; of a kind that has none, nothing."""
    given = str(_value(pairs, "as", where) or "")
    if not kind.choices or not given:
        return kind.choices[0] if kind.choices else ""
    if given not in kind.choices:
        near = nearest(given, kind.choices)
        remedy = f'did you mean "{near}"?' if near else f"write {', '.join(kind.choices[:-1])} or {kind.choices[-1]}"
        raise where.wrong(pairs["as"].line, f'as: "{given}" is nothing that a {kind.key} can be', remedy)
    return given


def _value(pairs: dict[str, _Pair], key: str, where: _Where) -> Any:  # noqa: ANN401 - text or a date, as the key says
    """What stands beside ``key``, checked; None where the entry does not have it."""
    if key not in pairs:
        return None
    pair = pairs[key]
    if pair.listed:
        raise where.wrong(pair.line, f"{key}: is a list", "write one value")
    value = COMMON[key][0] if key in COMMON else BY_KEY[key].value
    return _checked(pair.texts[0], key, value, pair, where)


def _checked(text: str, key: str, value: Value, pair: _Pair, where: _Where) -> Any:  # noqa: ANN401 - see above
    try:
        return value.read(text)
    except ValueError as error:
        raise where.wrong(pair.line, f"{key}: {error}") from None


# ------------------------------------------------------------------ contradictions


def _refuse_contradictions(found: Sequence[Correction]) -> None:
    """Refuse two entries that say one thing of the same words; others show when they are applied."""
    seen: dict[tuple[object, ...], Correction] = {}
    for correction in found:
        if isinstance(BY_KEY[correction.kind].value, Texts):
            continue  # several may add to one another; where they do not, it shows when they are applied
        own = correction.value.casefold() if BY_KEY[correction.kind].choices else ""
        about = (correction.article, correction.quotation.casefold(), correction.voice.casefold(), own)
        first = seen.setdefault((correction.kind, *about), correction)
        if first is not correction:
            raise contradiction(first, correction)


def contradiction(first: Correction, second: Correction) -> CorrectionsError:
    """That ``second`` speaks of what ``first`` has spoken of."""
    kinds = first.kind if first.kind == second.kind else f"{first.kind} and {second.kind}"
    said = [(one.kind, one.value, one.values, one.day, one.choice) for one in (first, second)]
    verb = "says again" if said[0] == said[1] else "contradicts"
    return CorrectionsError(f"{second.where}: {verb} what line {first.line} says ({kinds}); keep one of them")
