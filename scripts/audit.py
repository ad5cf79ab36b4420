"""Which of the locked packages have a known vulnerability: ``python scripts/audit.py PIP_AUDIT FOLDER``.

PIP_AUDIT is the command of that name; it asks PyPI's advisories about every line of ``requirements.lock``. What it was
told stays in FOLDER as ``advisories.json``. The exit code is 0 only if the advisories know every package and none of
these versions has an entry: silence about a package is no verdict.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

LOCK = Path(__file__).resolve().parents[1] / "requirements.lock"


def main(pip_audit: str, folder: Path) -> int:
    """Print one line for each finding, and one that sums them up."""
    kept = folder / "advisories.json"
    asked = [pip_audit, "--disable-pip", "--no-deps", "--progress-spinner", "off", "--requirement", str(LOCK)]
    run = subprocess.run([*asked, "--format", "json", "--output", str(kept)], capture_output=True, text=True)
    if not kept.exists():
        print(f"{LOCK.name}: the advisories could not be reached, so nothing is known. {run.stderr.strip()[-300:]}")
        return 1
    packages = json.loads(kept.read_text(encoding="utf-8"))["dependencies"]
    found = [(package, fault) for package in packages for fault in package.get("vulns", ())]
    for package, fault in found:
        mended = ", ".join(fault["fix_versions"]) or "no version"
        print(f"{package['name']} {package['version']}: {fault['id']}, mended in {mended}")
    unknown = [package["name"] for package in packages if "skip_reason" in package]
    print(f"{len(packages)} packages, {len(found)} known vulnerabilities; the answers are in {kept}")
    if unknown:
        print(f"No verdict on {len(unknown)}, which the advisories do not know here: {', '.join(unknown)}")
    return 1 if found or unknown else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
