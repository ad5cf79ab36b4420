"""The guide says what there is: no setting and no command is missing, and what it shows can be typed."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path

import click
import pytest

from tests.sites import ROOT
from topic_briefings.cli import main
from topic_briefings.settings import options

GUIDE = ROOT / "docs" / "guide"
READ = [*sorted(GUIDE.glob("*.md")), ROOT / "README.md", *(ROOT / "generator").rglob("starting/files/*.md")]


def _written() -> dict[str, str]:
    spec = importlib.util.spec_from_file_location("write_guide", ROOT / "scripts" / "write_guide.py")
    module = sys.modules["write_guide"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.pages()


def test_the_pages_are_made_from_the_program():
    for name, text in _written().items():
        assert (GUIDE / name).read_text(encoding="utf-8") == text, "run scripts/write_guide.py"


def test_no_setting_is_missing():
    page = (GUIDE / "settings.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE) == list(options())


def _commands(group: click.Group, above: str) -> dict[str, click.Command]:
    found = {}
    for name, command in group.commands.items():
        whole = f"{above} {name}"
        found |= _commands(command, whole) if isinstance(command, click.Group) else {whole: command}
    return found


COMMANDS = _commands(main, "briefings")


def test_no_command_and_no_option_is_missing():
    page = (GUIDE / "commands.md").read_text(encoding="utf-8")
    parts = {part.partition("\n")[0]: part for part in page.split("\n## ")[1:]}
    for name, command in COMMANDS.items():
        [part] = [text for head, text in parts.items() if f"{head} ".startswith(f"{name} ")]
        for option in command.params:
            for word in option.opts if isinstance(option, click.Option) and option.name != "config_file" else ():
                assert f"`{word}`" in part, f"{name} {word}"


@pytest.mark.parametrize("page", READ, ids=lambda page: page.name)
def test_every_command_that_is_shown_can_be_typed(page: Path):
    text = page.read_text(encoding="utf-8")
    shown = re.findall(r"(?:`|^ {4}(?:.*&& )?|\")(briefings(?: [a-z]+)+[^`\"#>\n]*)", text, re.MULTILINE)
    for line in shown:
        words = line.split()
        name = next((" ".join(words[:n]) for n in (3, 2) if " ".join(words[:n]) in COMMANDS), None)
        if name is None and len(words) > 1 and words[1] in main.commands:
            continue  # a group is named as such
        assert name, line
        known = {word for option in COMMANDS[name].params for word in (*option.opts, *option.secondary_opts)}
        for word in words:
            if word.startswith("-"):
                assert word.rstrip(".,;:)").partition("=")[0] in known | {"--help"}, line


@pytest.mark.parametrize("page", sorted(GUIDE.glob("*.md")), ids=lambda page: page.name)
def test_every_link_leads_to_a_page(page: Path):
    for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / link).is_file(), link
