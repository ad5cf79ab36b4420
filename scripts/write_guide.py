"""Write the pages of the guide that are made from the program: settings, commands, Python; a test compares them.

python scripts/write_guide.py
"""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
import sys
from collections.abc import Callable, Iterator
from inspect import cleandoc
from itertools import pairwise
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).parent))

from write_corrections import page as corrections_page
from write_settings import page as settings_page

import topic_briefings
from topic_briefings.cli import main
from topic_briefings.commands.telling import EXIT_CODES

GUIDE = Path(__file__).resolve().parents[1] / "docs" / "guide"

HEAD = """# Commands

Each command says the same with `--help`. `-f FILE` names another `mkdocs.yml`.

"""
COMPLETION = """## Completion in the shell

The shell completes commands and options once it has been told, in its own start file:

```bash
eval "$(_BRIEFINGS_COMPLETE=bash_source briefings)"     # ~/.bashrc
eval "$(_BRIEFINGS_COMPLETE=zsh_source briefings)"      # ~/.zshrc
_BRIEFINGS_COMPLETE=fish_source briefings | source      # ~/.config/fish/config.fish
```
"""


def pages() -> dict[str, str]:
    """The name of each file below ``docs/guide/`` → its text."""
    return {
        "settings.md": settings_page(),
        "commands.md": commands_page(),
        "corrections.md": corrections_page(),
        "python.md": python_page(),
    }


def commands_page() -> str:
    """The page of all commands."""
    codes = "".join(f"    {line}\n" for line in EXIT_CODES.strip().splitlines()[2:])
    told = "".join(_told("briefings", name, main.commands[name]) for name in sorted(main.commands))
    return f"{HEAD}{told}## Exit codes\n\n{codes}\n{COMPLETION}"


def python_page() -> str:
    """The page of what the package offers to programs: its own docstring, then each name in turn."""
    offered = [(name, getattr(topic_briefings, name)) for name in topic_briefings.__all__ if name != "__version__"]
    verbs = "".join(map(_verb, *zip(*((n, one) for n, one in offered if not isinstance(one, type)), strict=True)))
    kinds = "".join(map(_kind, *zip(*((n, one) for n, one in offered if isinstance(one, type)), strict=True)))
    told = _fenced(cleandoc(topic_briefings.__doc__ or "").partition("\n\n")[2])
    return f"# From Python\n\n{told}\n\n## Verbs\n\n{verbs}## Records\n\n{kinds}".rstrip("\n") + "\n"


def _verb(name: str, verb: Callable[..., object]) -> str:
    given = inspect.signature(verb)
    lines = [f"    {_parameter(one)},\n" for one in given.parameters.values()]
    if (first := _first_named(given)) is not None:
        lines.insert(first, "    *,\n")
    called = f"{name}(\n{''.join(lines)}) -> {given.return_annotation}"
    return f"### {name}\n\n```python\n{called}\n```\n\n{_fenced(_bare(cleandoc(verb.__doc__ or '')))}\n\n"


def _first_named(given: inspect.Signature) -> int | None:
    """Where the parameters begin that are given by name alone."""
    kinds = [one.kind for one in given.parameters.values()]
    return kinds.index(inspect.Parameter.KEYWORD_ONLY) if inspect.Parameter.KEYWORD_ONLY in kinds else None


def _parameter(one: inspect.Parameter) -> str:
    if one.default is inspect.Parameter.empty:
        return f"{one.name}: {one.annotation}"
    default = "..." if one.default is ... else getattr(one.default, "__name__", None) or repr(one.default)
    return f"{one.name}: {one.annotation} = {default}"


def _kind(name: str, kind: type) -> str:
    """A record with its fields, each with the sentence below it."""
    meanings = _meanings(kind)
    rows = "".join(f"| `{field}` | `{_plain(str(of))}` | {meanings.get(field, '')} |\n" for field, of in _fields(kind))
    table = f"| field | type | meaning |\n|---|---|---|\n{rows}\n" if rows else ""
    return f"### {name}\n\n{_fenced(_bare(cleandoc(kind.__doc__ or '')))}\n\n{table}"


def _fields(kind: type) -> Iterator[tuple[str, object]]:
    """The fields of a record, with their types as the code has them; of ``Settings`` the settings page tells."""
    if dataclasses.is_dataclass(kind) and kind is not topic_briefings.Settings:
        yield from ((field.name, field.type) for field in dataclasses.fields(kind))


def _meanings(kind: type) -> dict[str, str]:
    """The sentence below each field, as the source has it."""
    [body] = [node.body for node in ast.parse(inspect.getsource(kind)).body if isinstance(node, ast.ClassDef)]
    found = {}
    for field, below in pairwise(body):
        told = below.value if isinstance(below, ast.Expr) else None
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(told, ast.Constant):
            found[field.target.id] = _bare(_plain(" ".join(str(told.value).split())))
    return found


def _bare(text: str) -> str:
    """Docstrings have code in double backticks and names after a role; Markdown in single ones, and plain."""
    return re.sub(r":\w+:`([^`]+)`", r"`\1`", text).replace("``", "`")


def _fenced(text: str) -> str:
    """``text`` with its examples as blocks of code."""
    parts = text.split("\n\n")
    return "\n\n".join(f"```pycon\n{part}\n```" if part.startswith(">>>") else _bare(part) for part in parts)


def _told(above: str, name: str, command: click.Command) -> str:
    if isinstance(command, click.Group):
        return "".join(_told(f"{above} {name}", inner, command.commands[inner]) for inner in sorted(command.commands))
    arguments = "".join(f" {_argument(p)}" for p in command.params if isinstance(p, click.Argument))
    options = "".join(_rows(command))
    table = f"| option | what it does |\n|---|---|\n{options}\n" if options else ""
    return f"## {above} {name}{arguments}\n\n{_plain(cleandoc(command.help or ''))}\n\n{table}"


def _argument(argument: click.Argument) -> str:
    if argument.metavar:
        return argument.metavar
    if isinstance(argument.type, click.Choice):
        return "|".join(map(str, argument.type.choices))
    return (argument.name or "").upper()


def _rows(command: click.Command) -> Iterator[str]:
    for option in command.params:
        if isinstance(option, click.Option) and option.name != "config_file":
            names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
            yield f"| {names} | {_plain(option.help or '')} |\n"


def _plain(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


if __name__ == "__main__":
    for name, text in pages().items():
        (GUIDE / name).write_text(text, encoding="utf-8")
