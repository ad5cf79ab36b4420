"""Jinja templates that escape by default: whatever a template prints goes through ``markdown.text``.

Only text that another function of ``markdown`` has finished already (it is ``Markup``) is printed as it is.
A template loops and chooses; it does not compute. An unknown name in it stops the build.

A site may put templates of its own in the place of ours, one by one. They escape as ours do, and nothing in them can
call a text finished that is not: there is no ``safe``.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateError, TemplateSyntaxError
from jinja2.runtime import Undefined
from markupsafe import Markup

from topic_briefings.errors import SettingsError, nearest
from topic_briefings.pages.compiled import Compiled
from topic_briefings.pages.directions import spoken_in
from topic_briefings.pages.links import relative
from topic_briefings.pages.markdown import attribute, own_address, text

TEMPLATES = Path(__file__).parent / "templates"


def template(name: str, own: Path | None = None) -> Template:
    """The template ``name`` of the folder ``own``, or of ours where that has none."""
    return _environment(own).get_template(name)


def check_templates(own: Path | None) -> None:
    """Raise ``SettingsError`` where the folder ``own`` cannot stand in for ours: a sentence that names the file."""
    if own is None:
        return
    if not own.is_dir():
        raise SettingsError(f'templates: "{own.name}" is no folder; make it, or take "templates:" out of mkdocs.yml')
    ours = {file.name for file in TEMPLATES.glob("*.j2")}
    for file in sorted(own.iterdir()):
        if file.name.startswith(".") or file.suffix != ".j2":
            continue
        shown = f"{own.name}/{file.name}"
        if file.name not in ours:
            near = nearest(file.name, ours)
            remedy = f"did you mean {near}?" if near else "take it out"
            raise SettingsError(f"{shown}: there is no such template; {remedy}")
        try:
            template(file.name, own)
        except TemplateSyntaxError as error:
            raise SettingsError(f"{shown}:{error.lineno}: {error.message}; mend it") from error
        except (TemplateError, UnicodeDecodeError) as error:
            raise SettingsError(f"{shown}: {' '.join(str(error).split())}; mend it") from error


@contextmanager
def named_errors(own: Path | None) -> Iterator[None]:
    """Whatever fails inside a template of the folder ``own`` is a ``SettingsError`` that names its file and line."""
    try:
        yield
    except SettingsError:
        raise
    except Exception as error:
        frames = [one for one in traceback.extract_tb(error.__traceback__) if own and Path(one.filename).parent == own]
        if own is None or not frames:
            raise
        told = " ".join(str(error).split())
        file = Path(frames[-1].filename).name
        raise SettingsError(f"{own.name}/{file}:{frames[-1].lineno}: {told}; mend it") from error


@cache
def _environment(own: Path | None) -> Environment:
    environment = Environment(
        loader=FileSystemLoader([own, TEMPLATES] if own else TEMPLATES),
        autoescape=True,
        finalize=_finish,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # Templates of a site's own are no part of the package, and nothing of theirs is kept in it.
        bytecode_cache=None if own else Compiled(Path(__file__).read_bytes()),
    )
    del environment.filters["safe"]
    environment.filters["attribute"] = attribute
    environment.filters["address"] = own_address
    environment.filters["spoken"] = spoken_in
    environment.globals["relative"] = relative
    return environment


def _finish(value: object) -> object:
    if value is None:
        raise TypeError("a template printed None")
    if isinstance(value, Undefined | Markup):
        return value
    return text(str(value))
