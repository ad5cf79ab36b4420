"""A page of a built site as a PDF, printed by the browser that is there."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from topic_briefings.errors import StartError

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "chromium-headless-shell",
)
"""By the names of their commands; the variable CHROMIUM names another."""
SECONDS = 120


def print_page(site: Path, path: str) -> bytes:
    """The page that was built into ``site`` from the one at ``path``, as a PDF.

    Raises ``StartError`` where the page is not built, where there is no browser, and where that prints nothing.
    """
    bare = path.removesuffix(".md")
    names = (f"{bare.removesuffix('index').rstrip('/')}/index.html".lstrip("/"), f"{bare}.html")
    html = next((site / name for name in names if (site / name).is_file()), None)
    if html is None:
        raise StartError(f'{site}: has no page {names[0]}; run "briefings build" first')
    browser = next(filter(None, map(shutil.which, (os.environ.get("CHROMIUM") or "", *BROWSERS))), None)
    if browser is None:
        raise StartError("there is no Chromium here to print a PDF with; install one, or leave --site out")
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "page.pdf"
        command = [browser, "--headless", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={folder}/own"]
        # A browser refuses its own sandbox to the super-user; the page is ours and says that it loads nothing.
        command += ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        command += [f"--print-to-pdf={pdf}", html.resolve().as_uri()]
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - no text of articles
        except (OSError, subprocess.TimeoutExpired) as error:
            raise StartError(f"{browser}: did not print {path} ({error}); leave --site out") from error
        if not pdf.is_file():
            raise StartError(f"{browser}: did not print {path}; leave --site out")
        return pdf.read_bytes()
