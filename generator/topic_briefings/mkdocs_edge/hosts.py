"""While a site is shown on this machine: it is shown to this machine, and under its own names alone.

A page on the network can have a name of its own point at 127.0.0.1 and read what is served there, unpublished articles
among it ("DNS rebinding"); the name that a browser asks for gives it away.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from topic_briefings.errors import SettingsError

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

NAMES = frozenset(("localhost", "127.0.0.1", "[::1]"))
App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def host_of(address: str) -> str:
    """The host in ``HOST:PORT``, in small letters; one of IPv6 keeps its brackets."""
    host, colon, _ = address.strip().rpartition(":")
    return (host if colon and not address.strip().endswith("]") else address.strip()).lower()


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches ``host``."""
    try:
        return host in NAMES or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def refuse_open(address: str, where: str) -> None:
    """Raise ``SettingsError`` for an address that other machines reach; ``where`` is what gives it."""
    if not is_loopback(host_of(address)):
        raise SettingsError(
            f'{where}: "{address}" can be reached from other machines, and what is shown is not published; '
            "write 127.0.0.1:8000, or another port"
        )


def guard(server: LiveReloadServer) -> None:
    """Let ``server`` answer its own names only, where it is on an address of this machine."""
    host = str(getattr(server, "host", "")).lower()
    if is_loopback(host) or is_loopback(f"[{host}]"):
        server.set_app(_guarded(server.get_app(), NAMES | {host, f"[{host}]"}))


def _guarded(app: Any, names: frozenset[str]) -> App:  # noqa: ANN401 - whatever the server runs
    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if host_of(environ.get("HTTP_HOST", "")) in names:
            found: Iterable[bytes] = app(environ, start_response)
            return found
        start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
        return [b"This site is shown on this machine only; ask for it as localhost.\n"]

    return answer
