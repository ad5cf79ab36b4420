"""Take the pictures of the README and the guide: ``make demo``, then ``python scripts/take_pictures.py [NAME …]``.

Those of the README show the demonstration site; those of the guide what each builder makes of its pages.

Needs Chromium, found as the browser tests find it (``CHROMIUM`` names another). Writes ``docs/pictures/``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterable
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
BUILDERS = {
    # a builder, and the theme of its own that it shows our pages in; none for the README's recipe. What ProperDocs
    # makes is what MkDocs makes.
    "mkdocs": None,
    "zensical": None,
    "mkdocs-readthedocs": "readthedocs",
    "mkdocs-mkdocs": "mkdocs",
}
SHOWN = "countries/japan/"
"""The page that the builders' pictures show."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


def main() -> None:
    """Take all pictures, or those that are named."""
    wanted = set(sys.argv[1:])
    shots = [shot for shot in SHOTS if not wanted or shot[0] in wanted]
    _photograph(SITE, [(PICTURES / f"{name}.png", *shot) for name, *shot in shots])
    for builder, theme in BUILDERS.items():
        if not wanted or f"builder-{builder}" in wanted:
            site = _built(builder.partition("-")[0], theme)
            _photograph(site, [(PICTURES / f"builder-{builder}.png", SHOWN, 1000, 640, "light")])


def _built(builder: str, theme: str | None) -> Path:
    """The site that ``builder`` makes of the sample articles' pages as the README says, finished."""
    folder = ROOT / "build" / "pictures"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "seeds").symlink_to(ROOT / "tests" / "articles")
    recipe = (ROOT / "README.md").read_text(encoding="utf-8").split("## Builders", 1)[1]
    recipe = recipe.split("```yaml\n", 1)[1].split("```", 1)[0].replace("# once there is one: -", "-")
    if theme:
        recipe = f"site_name: My desk\ntheme: {{name: {theme}}}\nnav:" + recipe.split("\nnav:", 1)[1]
    (folder / "mkdocs.yml").write_text(recipe, encoding="utf-8")
    for command in (("briefings", "generate"), (builder, "build"), ("briefings", "finish", "site")):
        program, *arguments = command
        subprocess.run([Path(sys.executable).with_name(program), *arguments], cwd=folder, check=True)
    return folder / "site"


def _photograph(site: Path, shots: Iterable[tuple[Path, str, int, int, str]]) -> None:
    """Serve ``site`` on a free port and photograph its pages: file, page, width, height, palette."""
    browser_path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        for file, page, width, height, palette in shots:
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=palette)
            context.set_default_timeout(PATIENCE)
            tab = context.new_page()
            tab.goto(f"http://127.0.0.1:{server.server_port}/{page}", wait_until="networkidle")
            tab.screenshot(path=file)
            print(file)
            context.close()
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
