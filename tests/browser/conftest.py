"""The demonstration site, built once and hosted under a sub-path, and a browser that notices what no reader should.

``visit()`` opens a page whose test fails when it asked another host for anything, wrote an error to the console or
ran into the site's own policy. Every process of a parallel run hosts the same folder.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.host import SUB_PATH, hosted
from tests.sites import build_demo

Visit = Callable[..., Page]

HERE = Path(__file__).parent
SITE_URL = f"https://briefings.example{SUB_PATH}"
"""Where the site says that it stands; nobody may ask for anything there."""

QUIET = """async () => {
    const loaded = () => performance.getEntriesByType("resource").length
    for (let before = -1; before !== loaded();) {
        before = loaded()
        await new Promise(done => setTimeout(done, 500))
    }
}"""
"""Waits until a page has loaded nothing for half a second."""

PATIENCE = 120_000
"""Milliseconds: a busy machine is slow and not wrong."""

LISTEN = """addEventListener("securitypolicyviolation", e => console.error(
    `policy: ${e.violatedDirective} forbids ${e.blockedURI} in ${e.sourceFile}:${e.lineNumber}`))"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give these tests time: the first one waits for the site."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.timeout(300))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the demonstration site, built by the project's own commands."""
    shared = tmp_path_factory.getbasetemp() if worker_id == "master" else tmp_path_factory.getbasetemp().parent
    folder = shared / "demo"
    built = folder / "site"
    done = folder / ".built"
    with (shared / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # another process may be at it
        if not done.exists():
            build_demo(folder, SITE_URL)
            done.touch()
    return built


@pytest.fixture(scope="session")
def home(site: Path) -> Iterator[str]:
    """The address of the site's home page, with a slash at its end."""
    with hosted(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole session."""
    executable = find_chromium()
    if executable is None:
        complaint = "there is no Chromium on this machine, so nothing here was tested in a browser"
        if os.environ.get("CI"):
            pytest.fail(complaint)
        pytest.skip(complaint)
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        yield found
        found.close()


@contextmanager
def visiting(browser: Browser, home: str) -> Iterator[Visit]:
    """Open addresses of the site, from its home on, each in a window of its own; options are those of a context.

    At the end nothing may have been complained of. ``missing=True`` says that the address is one of no page, so that
    the browser may complain of that.
    """
    complaints: list[str] = []
    contexts = []

    def open_page(address: str = "", *, missing: bool = False, **options: Any) -> Page:
        context = browser.new_context(base_url=home, **options)
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.add_init_script(LISTEN)
        page = context.new_page()

        def asked(request: Request) -> None:
            if not request.url.startswith((home, "data:", "blob:")):
                complaints.append(f"asked for {request.url}")

        def said(message: ConsoleMessage) -> None:
            if message.type == "error" and not (missing and "status of 404" in message.text):
                complaints.append(f"{message.text} ({message.location['url']})")

        page.on("request", asked)
        page.on("console", said)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def visit(browser: Browser, home: str) -> Iterator[Visit]:
    """Opens addresses for one test."""
    with visiting(browser, home) as visit:
        yield visit


@pytest.fixture
def page(visit: Visit) -> Page:
    """The home page in a window of 1,280 by 720."""
    return visit()
