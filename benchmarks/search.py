"""What a reader waits for: bytes and time from the first key to the first results, in a browser without a cache.

``python benchmarks/search.py SITE WORDS…`` hosts the built folder SITE on this machine as plain hosts do, with text
packed by gzip, and searches for each WORDS in a new window. The time includes the pause after the last key.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the host and the browser are those of the tests

from playwright.sync_api import sync_playwright  # noqa: E402 - found on the path that was just set

from tests.browser.chromium import ARGUMENTS, find_chromium  # noqa: E402
from tests.browser.host import hosted  # noqa: E402

MEASURE = """async words => {
    const results = document.querySelector("[data-bf=results]")
    const query = document.querySelector("[data-bf=query]")
    const shown = new Promise(done => new MutationObserver(
        () => results.querySelector("a") && done()).observe(results, {childList: true}))
    const late = () => new Promise(done => setTimeout(done, 30000))
    const fetched = () => performance.getEntriesByType("resource").filter(e => e.name.includes("/pagefind/"))
        .reduce((sum, e) => sum + e.encodedBodySize, 0)
    document.querySelector("[data-bf-open-search]").click()
    const began = performance.now()
    query.value = words
    query.dispatchEvent(new Event("input", {bubbles: true}))
    await Promise.race([shown, late()])
    const first = [performance.now() - began, fetched()]
    const topics = document.querySelector("select[name=topic]")
    const end = performance.now() + 30000
    while (topics.options.length < 2 && performance.now() < end) await new Promise(done => setTimeout(done, 20))
    return [...first, performance.now() - began, fetched(), document.querySelector("[data-bf=status]").textContent]
}"""


def main(site: Path, queries: list[str]) -> None:
    """Print one line a query."""
    with hosted(site) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
        for words in queries:
            page = browser.new_page()
            page.goto(home, wait_until="networkidle")
            page.on("console", lambda message: print(message.text, file=sys.stderr))
            first, sent, whole, all_sent, status = page.evaluate(MEASURE, words)
            print(
                f"{words}: first results after {first:.0f} ms and {sent / 1000:.0f} kB; "
                f"all kinds and facets after {whole:.0f} ms and {all_sent / 1000:.0f} kB; {status}"
            )
            page.close()
        browser.close()


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), sys.argv[2:])
