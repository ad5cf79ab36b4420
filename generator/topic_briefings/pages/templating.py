"""Jinja templates that escape by default: whatever a template prints goes through ``markdown.text``.

Only text that another function of ``markdown`` has finished already (it is ``Markup``) is printed as it is.
A template loops and chooses; it does not compute. An unknown name in it stops the build.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.runtime import Undefined
from markupsafe import Markup

from topic_briefings.pages.directions import spoken_in
from topic_briefings.pages.links import relative
from topic_briefings.pages.markdown import attribute, own_address, text

TEMPLATES = Path(__file__).parent / "templates"


def template(name: str) -> Template:
    """The template ``templates/<name>``."""
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        finalize=_finish,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
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
