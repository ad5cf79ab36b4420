"""What stands in a line of our dialect (``dialect.py``), and the attributes of a line or a tag, as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

ATTRIBUTE = re.compile(r' *(?:#([\w-]+)|\.([\w-]+)|([\w-]+)=(?:"([^"&<>]*)"|([\w-]+))|([\w-]+))(?= |$)')
"""One of a list of attributes: an anchor, a class, or a name that has a value or none."""
_TAG_ATTRIBUTE = re.compile(r'([\w-]+)(?:=(?:"([^"]*)"|(\w+)))?')
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s<>]+)\)(?:\{: ([^{}]*[^{}\s]) \})?")
_TAG = re.compile(r'<(?:span|mark|sup|br)(?: [\w-]+(?:=(?:"[^"<>]*"|\w+))?)*>|</(?:span|mark|sup)>')
_MEANS = re.compile(r"[\\`*_{}\[\]<>!\n]|&(?!(?:#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z0-9]+);)|  ")
"""What no text has, once links and tags are taken away."""


class UnknownError(Exception):
    """The page is not written in the dialect, or not in that part of it which is known here."""


def inline(text: str, address: Callable[[str], str]) -> str:
    """``text`` with its links; ``address`` gives where one leads as the site writes it.

    Raises ``UnknownError``, as all here do.
    """
    if text != text.strip():
        raise UnknownError(text)
    if "[" not in text:
        return plain(text)
    out, at = [], 0
    for link in _LINK.finditer(text):
        out.append(text[at : link.start()])
        attributes = {"href": address(link[2]), **parsed(link[3])}
        out.append(f"<a{written(attributes)}>{link[1]}</a>")
        at = link.end()
    plain(_LINK.sub(r"\1", text))
    return "".join((*out, text[at:]))


def plain(text: str) -> str:
    """``text``, where nothing but tags in it means anything."""
    bare = _TAG.sub("", text) if "<" in text else text
    if _MEANS.search(bare):
        raise UnknownError(text)
    return text


def parsed(given: str | None) -> dict[str, str | None]:
    """The attributes of a list of such."""
    attributes: dict[str, str | None] = {}
    if not given:
        return attributes
    classes, at = [], 0
    while at < len(given):
        found = ATTRIBUTE.match(given, at)
        if not found:
            raise UnknownError(given)
        anchor, named, key, marked, bare, alone = found.groups()
        if anchor:
            attributes["id"] = anchor
        elif named:
            classes.append(named)
        elif key:
            attributes[key] = bare if marked is None else marked
        else:
            attributes[alone] = None
        at = found.end()
    return {**attributes, "class": " ".join(classes)} if classes else attributes


def tagged(given: str) -> str:
    """The attributes of a tag as they are written again."""
    return written({name: marked or plain or name for name, marked, plain in _TAG_ATTRIBUTE.findall(given)})


def written(attributes: Mapping[str, str | None]) -> str:
    """Attributes as the serializer writes them: in the order of their names."""
    parts = (f" {key}" if value is None else f' {key}="{value}"' for key, value in sorted(attributes.items()))
    return "".join(parts)
