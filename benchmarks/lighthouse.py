"""Measure the demonstration site with Lighthouse, as on a phone: ``python -m benchmarks.lighthouse [KIND …]``.

Prints a line for each kind of page: accessibility, best practices and SEO, which do not change, and the median
performance of several runs, which does, with the four measures that it is made of and the bytes of the page's HTML.
The site is built anew and hosted on this machine, packed and with the headers that it asks for.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path

from tests.browser.host import SUB_PATH, hosted
from tests.browser.kinds import KINDS, address
from tests.browser.lighthouse import METRICS, UNTIMED, verdict
from tests.sites import build_demo

COLUMNS = ("kind", "access.", "practices", "SEO", "performance", "FCP", "LCP", "TBT", "CLS", "HTML kB")


def main() -> None:
    """Build, host, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", default=list(KINDS), metavar="KIND", help=f"of {', '.join(KINDS)}")
    parser.add_argument("--runs", type=int, default=3, help="times that each page is measured")
    options = parser.parse_args()
    print("| " + " | ".join(COLUMNS) + " |")
    print("|---" * len(COLUMNS) + "|")
    with tempfile.TemporaryDirectory() as folder:
        site = build_demo(Path(folder), f"https://briefings.example{SUB_PATH}")
        with hosted(site) as home:
            for kind in options.kinds:
                path = address(site, kind)
                runs = [verdict(home + path, [*UNTIMED, "performance"]) for _ in range(options.runs)]
                middle = statistics.median_low(run.figures["performance"] for run in runs)
                typical = next(run for run in runs if run.figures["performance"] == middle)
                fixed = [min(run.figures[name] for run in runs) for name in UNTIMED]
                size = (site / path / "index.html" if path.endswith("/") or not path else site / path).stat().st_size
                cells = [kind, *fixed, middle, *(typical.metrics[name] for name in METRICS), f"{size / 1000:.1f}"]
                print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


if __name__ == "__main__":
    main()
