"""The block of YAML between two lines of ``---`` at the top of a Markdown file. The one module that knows PyYAML."""

from __future__ import annotations

import re
from dataclasses import dataclass

from topic_briefings.errors import ArticleError, nearest

KEYS = ("title", "author", "authors", "outlet", "url", "published", "language")
ALIASES = {
    "date": "published",
    "headline": "title",
    "byline": "author",
    "publisher": "outlet",
    "link": "url",
    "lang": "language",
}
"""What other programs call the same things."""
_BLOCK = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_LARGEST = 64_000
"""Characters; front matter is a few lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What stands behind a key, as typed, and on which line of the file."""

    key: str
    texts: tuple[str, ...]
    line: int

    @property
    def text(self) -> str:
        """The whole as one text."""
        return ", ".join(self.texts)


def split(text: str, source: str) -> tuple[dict[str, Value], str]:
    """The values of the known keys, and the text below. Raises ``ArticleError`` where the block is broken."""
    if not re.match(r"---[ \t]*\n", text):
        return {}, text
    match = _BLOCK.match(text)
    if match is None:
        raise ArticleError(source, 1, "the front matter is not closed", "write a line of --- below it")
    if len(match[1]) > _LARGEST:
        raise ArticleError(source, 1, "the front matter is too long", f"keep to {', '.join(KEYS)}")
    return _values(match[1], source), "\n" * match[0].count("\n") + text[match.end() :]


def _values(block: str, source: str) -> dict[str, Value]:
    import yaml

    try:
        node = yaml.compose(block, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 2 if mark else 1
        problem = f"the front matter is not YAML ({error.problem or error.context})"
        raise ArticleError(
            source, line, problem, 'write "key: value" lines, text with a colon in quotation marks'
        ) from None
    except yaml.reader.ReaderError as error:
        line = block.count("\n", 0, error.position) + 2
        problem = f"the front matter holds a character that no text has, U+{error.character:04X}"
        raise ArticleError(source, line, problem, "delete it") from None
    except (yaml.YAMLError, RecursionError):
        raise ArticleError(source, 1, "the front matter is not YAML", 'write "key: value" lines') from None
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise ArticleError(source, 2, "the front matter is not a list of keys", 'write "title: …" and the like')
    found: dict[str, Value] = {}
    for key, value in node.value:
        if pair := _pair(key, value, source):
            if pair[0] in found:
                problem = f'"{pair[1].key}" says again what "{found[pair[0]].key}" said'
                raise ArticleError(source, pair[1].line, problem, "keep one of them")
            found[pair[0]] = pair[1]
    return found


def _pair(key: object, value: object, source: str) -> tuple[str, Value] | None:
    import yaml

    if not isinstance(key, yaml.ScalarNode) or not isinstance(value, yaml.Node):
        return None
    line, name = key.start_mark.line + 2, key.value.strip().lower()
    name = ALIASES.get(name, name)
    if name not in KEYS:
        if near := nearest(name, KEYS, at_least=0.75):
            raise ArticleError(source, line, f'"{key.value}" is not a key', f'did you mean "{near}"?')
        return None
    items = value.value if isinstance(value, yaml.SequenceNode) else [value]
    if not all(isinstance(item, yaml.ScalarNode) for item in items):
        raise ArticleError(source, line, f"{key.value}: is not text", "write it on one line, in quotation marks")
    if len(items) != 1 and name not in ("author", "authors"):
        raise ArticleError(source, line, f"{key.value}: is a list", "write one value")
    texts = tuple(item.value for item in items if item.tag != "tag:yaml.org,2002:null")
    return name, Value(key=key.value, texts=texts, line=line)
