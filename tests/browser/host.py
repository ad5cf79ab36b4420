"""A web host for a built site, as plain hosts are: files below a sub-path, a page for what is missing, headers."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

SUB_PATH = "/press/briefings/"
"""Where the site stands: not at the root, as the pages of a project do not."""

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
ALREADY_PACKED = {".gz", ".png", ".woff2"}


@contextmanager
def hosted(site: Path) -> Iterator[str]:
    """Serve the folder ``site`` on a free port of this machine; gives the address of its home page."""
    headers = _own_headers(site / "_headers")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            file = _file(site, self.path)
            if isinstance(file, str):
                self._send(301, b"", {"Location": file})
                return
            found = file if file is not None else site / "404.html"
            body, packed = _body(found)
            about = {"Content-Type": TYPES.get(found.suffix, "application/octet-stream"), **headers}
            about["Cache-Control"] = "no-cache" if found.suffix == ".html" else "public, max-age=31536000"
            if packed:
                about["Content-Encoding"] = "gzip"
            self._send(200 if file is not None else 404, body, about)

        do_HEAD = do_GET  # noqa: N815 - the name that the server looks for

        def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _file(site: Path, address: str) -> Path | str | None:
    """The file at an address, or the address with the slash that it lacks, or nothing."""
    path = unquote(urlsplit(address).path)
    if not path.startswith(SUB_PATH):
        return None
    file = site / path.removeprefix(SUB_PATH)
    if not file.resolve().is_relative_to(site.resolve()):
        return None
    if file.is_dir():
        return file / "index.html" if path.endswith("/") else urlsplit(address).path + "/"
    return file if file.is_file() else None


@cache
def _body(file: Path) -> tuple[bytes, bool]:
    """What is sent for ``file``, and whether it is packed."""
    body = file.read_bytes()
    return (body, False) if file.suffix in ALREADY_PACKED else (gzip.compress(body, mtime=0), True)


def _own_headers(file: Path) -> dict[str, str]:
    """The headers that the site asks its host to send with every file."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    pairs = (line.strip().partition(": ")[::2] for line in lines if line.startswith(" "))
    return dict(pairs)
