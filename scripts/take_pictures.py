"""Take the README's pictures of the demonstration site: ``make demo``, then ``python scripts/take_pictures.py``.

Needs Chromium, found as the browser tests find it (``CHROMIUM`` names another). Writes ``docs/pictures/``.
"""

from __future__ import annotations

import os
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "build" / "demo" / "site"
PICTURES = ROOT / "docs" / "pictures"

PATIENCE = 300_000
"""Milliseconds for a page: a busy machine is slow and not wrong."""
SHOTS = (
    # name, page, width, height, palette
    ("home", "", 1280, 900, "light"),
    ("home-dark", "", 1280, 900, "dark"),
    ("country", "countries/japan/", 1280, 900, "light"),
    ("story", "stories/sample-wire-croatia-bridge/", 1280, 900, "light"),
    ("article-phone", "articles/kenya-nzoroi-release-floods-farms/", 390, 844, "light"),
    ("article-phone-dark", "articles/kenya-nzoroi-release-floods-farms/", 390, 844, "dark"),
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


def main() -> None:
    """Serve the site on a free port and photograph its pages."""
    browser_path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        for name, page, width, height, palette in SHOTS:
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=palette)
            context.set_default_timeout(PATIENCE)
            tab = context.new_page()
            tab.goto(f"http://127.0.0.1:{server.server_port}/{page}", wait_until="networkidle")
            tab.screenshot(path=PICTURES / f"{name}.png")
            print(PICTURES / f"{name}.png")
            context.close()
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
