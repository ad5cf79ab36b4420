"""Write the pages of the guide that are made from the program: settings and commands; a test compares them.

python scripts/write_guide.py
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).parent))

from write_corrections import page as corrections_page
from write_settings import page as settings_page

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
    return {"settings.md": settings_page(), "commands.md": commands_page(), "corrections.md": corrections_page()}


def commands_page() -> str:
    """The page of all commands."""
    codes = "".join(f"    {line}\n" for line in EXIT_CODES.strip().splitlines()[2:])
    told = "".join(_told("briefings", name, main.commands[name]) for name in sorted(main.commands))
    return f"{HEAD}{told}## Exit codes\n\n{codes}\n{COMPLETION}"


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
