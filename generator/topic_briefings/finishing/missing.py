"""The page for an address that leads nowhere. A host shows it at any depth, so each of its links starts at the host."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from topic_briefings.finishing.content import content_span

FILE = "404.html"
_RELATIVE = re.compile(r'(?P<before>\b(?:href|src)=")(?P<link>(?![a-z][a-z0-9+.-]*:|[/#])[^"]*)"', re.IGNORECASE)
_TITLE = re.compile(r"(<title>).*?(</title>)", re.DOTALL)
_CANONICAL = re.compile(r"<link rel=\"?canonical\"?[^>]*>", re.IGNORECASE)


def root_of(site_url: str | None, folder: str = "") -> str:
    """The way from the host to our pages, with a slash at both ends.

    ``site_url`` is where they stand; where that is not known, the site is taken to be the whole host, and ours its
    ``folder``.
    """
    path = folder if site_url is None else urlsplit(site_url).path
    return f"/{path.strip('/')}/".replace("//", "/")


def with_content(html: str, content: str) -> str:
    """``html`` with ``content`` in place of its own."""
    start, end = content_span(html)
    return f"{html[:start]}\n{content}\n{html[end:]}"


def from_home(html: str, root: str, title: str) -> str:
    """The home page's ``html`` as the frame of a page called ``title`` that is shown anywhere below ``root``."""

    def mended(link: re.Match[str]) -> str:
        return f'{link["before"]}{urljoin(root, link["link"])}"'

    html = _TITLE.sub(lambda found: f"{found[1]}{title}{found[2]}", _CANONICAL.sub("", html), count=1)
    return _RELATIVE.sub(mended, html)
