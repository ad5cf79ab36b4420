"""Some lines in the ``mkdocs.yml`` of a site that there is: nothing else of the file changes, to the letter.

The file is read as nodes with their places (YAML 1.1, as PyYAML composes it), the lines are put in as text, and the
result is read again: it must say what it said before and the plugin, or nothing is written.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from topic_briefings.errors import StartError

_LOADER = yaml.SafeLoader  # libyaml's, which is faster, says less exactly where a node ends
_NAME = "briefings"
FOLDER = "briefings"
"""Where the pages of a guest stand, below the owner's ``docs/``."""
SEEDS = "seeds"
_BY_HAND = 'write "- briefings: {folder: briefings}" below its "plugins:" yourself'


def with_plugin(text: str, source: str, *, folder: str, seeds: str) -> str:
    """The configuration ``text`` with the plugin, whose pages stand in ``folder``, articles in ``seeds``.

    ``source`` names the file in messages. Raises ``StartError`` where the plugin is there already, or the lines
    cannot be put in.
    """
    root = _composed(text, source)
    plugins = _value(root, "plugins")
    if plugins is None and _value(root, "INHERIT") is not None:
        raise StartError(f'{source}: its plugins stand in the file that "INHERIT:" names; {_BY_HAND}')
    if _NAME in _names(plugins):
        raise StartError(f"{source}: the briefings plugin is there already; its options stand below it")
    after = _inserted(text, plugins, {"folder": folder, "seeds": seeds})
    if not _only_added(root, after, source):
        raise StartError(f"{source}: the plugin cannot be put in without changing something else; {_BY_HAND}")
    return after


def _composed(text: str, source: str) -> yaml.MappingNode:
    try:
        root = yaml.compose(text, _LOADER)
    except yaml.YAMLError as error:
        raise StartError(f"{source}: is not YAML ({' '.join(str(error).split())}); mend it first") from error
    if not isinstance(root, yaml.MappingNode):
        raise StartError(f'{source}: is not the configuration of a site; it begins with "site_name:"')
    return root


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    return None


def _names(plugins: yaml.Node | None) -> set[str]:
    """The plugins that are named in a list or a mapping."""
    if isinstance(plugins, yaml.MappingNode):
        return {str(name.value) for name, _ in plugins.value}
    if isinstance(plugins, yaml.SequenceNode):
        return {name for item in plugins.value for name in (_names(item) or {str(item.value)})}
    return set()


def refuse_taken(config: Path, text: str) -> None:
    """Raise ``StartError`` where the owner of the site has pages in the folder that ours would take."""
    docs = _value(_composed(text, str(config)), "docs_dir")
    folder = config.parent / (str(docs.value) if docs is not None else "docs") / FOLDER
    if folder.exists() and any(folder.iterdir()):
        raise StartError(
            f'{folder}: there are pages of your own in it; add the plugin by hand, with another "folder:" than {FOLDER}'
        )


# ------------------------------------------------------------------ where the lines go


def _inserted(text: str, plugins: yaml.Node | None, options: dict[str, str]) -> str:
    flow = f"briefings: {{{', '.join(f'{key}: {value}' for key, value in options.items())}}}"
    if plugins is None:  # the search that a site without "plugins:" has is named, or it would be gone
        return _at_end(text, ["plugins:", "  - search", f"  - {flow}"])
    if isinstance(plugins, yaml.SequenceNode | yaml.MappingNode):
        listed = isinstance(plugins, yaml.SequenceNode)
        if plugins.flow_style or not plugins.value:
            item = f"{{{flow}}}" if listed else flow
            at = plugins.end_mark.index - 1
            return f"{text[:at].rstrip()}{', ' if plugins.value else ''}{item}{text[at:]}"
        indent = " " * plugins.start_mark.column
        below = f"{indent}    " if listed else f"{indent}  "
        lines = [f"{indent}{'- ' if listed else ''}briefings:", *(f"{below}{k}: {v}" for k, v in options.items())]
        return _after_line(text, _last_line(plugins), lines)
    return _after_line(text, plugins.start_mark.line, [f"  - {flow}"])  # "plugins:" with nothing below it


def _last_line(node: yaml.Node) -> int:
    """The number of the last line on which ``node`` says something; comments below it are left where they are."""
    if isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        return _last_line(last[1] if isinstance(last, tuple) else last)
    end: int = node.end_mark.line
    return end - 1 if node.end_mark.column == 0 and end > node.start_mark.line else end


def _after_line(text: str, number: int, lines: list[str]) -> str:
    there = text.splitlines(keepends=True)
    return _at_end("".join(there[: number + 1]), lines) + "".join(there[number + 1 :])


def _at_end(text: str, lines: list[str]) -> str:
    end = "\r\n" if "\r\n" in text else "\n"
    gap = "" if not text or text.endswith("\n") else end
    return text + gap + "".join(f"{line}{end}" for line in lines)


# ------------------------------------------------------------------ whether nothing else changed


def _only_added(before: yaml.MappingNode, after: str, source: str) -> bool:
    try:
        root = _composed(after, source)
    except StartError:
        return False
    plugins = _value(root, "plugins")
    if _NAME not in _names(plugins):
        return False
    was, now = _plain(before), _plain(root)
    listed = was.pop("plugins", ["search"])
    told = now.pop("plugins")
    if not isinstance(listed, list | dict):  # "plugins:" with nothing below it
        listed = []
    if isinstance(told, dict):
        return was == now and {key: value for key, value in told.items() if key != _NAME} == listed
    return was == now and isinstance(told, list) and told[:-1] == listed


def _plain(node: yaml.Node) -> dict[str, object]:
    """What a node says, tags included, without its places."""
    found = _said(node)
    return found if isinstance(found, dict) else {}


def _said(node: yaml.Node) -> object:
    if isinstance(node, yaml.MappingNode):
        return {str(_said(key)): _said(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_said(item) for item in node.value]
    return node.value if node.tag.startswith("tag:yaml.org,2002:str") else (node.tag, node.value)


def read_text(file: Path) -> str:
    """The file with its line ends as they are. Raises ``StartError``."""
    try:
        return file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise StartError(f"{file}: cannot be read as UTF-8 ({error}); mend it first") from error
