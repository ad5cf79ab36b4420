"""Measure the demonstration site with Lighthouse, as on a phone: ``python -m benchmarks.lighthouse [KIND …]``.

Prints a line for each kind of page: accessibility, best practices and SEO, which do not change, and the median
performance of several runs, which does, with the four measures that it is made of and the bytes of the page's HTML.
The site is built anew and hosted on this machine, packed and with the headers that it asks for. With ``--guest`` the
pages stand in the folder ``briefings`` of a site of somebody else's, in the theme as it is.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
from pathlib import Path

from tests.browser.host import SUB_PATH, hosted
from tests.browser.kinds import KINDS, address
from tests.browser.lighthouse import METRICS, UNTIMED, verdict
from tests.sites import SAMPLES, briefings, build_demo

COLUMNS = ("kind", "access.", "practices", "SEO", "performance", "FCP", "LCP", "TBT", "CLS", "HTML kB")


OWN = {
    "site_name": "Handbook",
    "theme": {"name": "material", "font": False, "palette": {"scheme": "default", "primary": "teal"}},
    "plugins": ["search", {"briefings": {"folder": "briefings", "seeds": str(SAMPLES)}}],
}
"""The configuration of whoever has guests."""


def build_guest(folder: Path, site_url: str) -> Path:
    """The site of somebody else in ``folder`` with the pages of the sample articles in one of its own."""
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Handbook\n\nThe handbook of a desk.\n", encoding="utf-8")
    # JSON is YAML, too.
    (folder / "mkdocs.yml").write_text(json.dumps({**OWN, "site_url": site_url}), encoding="utf-8")
    done = briefings("build", cwd=folder)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    return folder / "site"


def main() -> None:
    """Build, host, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", default=list(KINDS), metavar="KIND", help=f"of {', '.join(KINDS)}")
    parser.add_argument("--runs", type=int, default=3, help="times that each page is measured")
    parser.add_argument("--guest", action="store_true", help="in a folder of another site")
    options = parser.parse_args()
    below = "briefings/" if options.guest else ""
    print("| " + " | ".join(COLUMNS) + " |")
    print("|---" * len(COLUMNS) + "|")
    with tempfile.TemporaryDirectory() as folder:
        site = (build_guest if options.guest else build_demo)(Path(folder), f"https://briefings.example{SUB_PATH}")
        with hosted(site) as home:
            # What somebody else's site says of a missing page is theirs, and they have no guide of ours.
            for kind in (kind for kind in options.kinds if not options.guest or kind not in {"missing", "guide"}):
                path = below + address(site / below, kind)
                runs = [verdict(home + path, [*UNTIMED, "performance"]) for _ in range(options.runs)]
                middle = statistics.median_low(run.figures["performance"] for run in runs)
                typical = next(run for run in runs if run.figures["performance"] == middle)
                fixed = [min(run.figures[name] for run in runs) for name in UNTIMED]
                size = (site / path / "index.html" if path.endswith("/") or not path else site / path).stat().st_size
                cells = [kind, *fixed, middle, *(typical.metrics[name] for name in METRICS), f"{size / 1000:.1f}"]
                print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


if __name__ == "__main__":
    main()
