"""How long it takes from an empty machine to a first page of one's own: ``python -m benchmarks.first_page``.

The wheel is made first, as an index would have it. Then the three commands of the guide are timed in an empty folder,
with nothing cached: the install (``pip`` into an environment of its own, which is what ``pipx`` does), ``init``, and
``serve`` until the home page and the page of an article have answered. What pip downloads is as quick as the network.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 600
"""Seconds after which nothing more is expected."""


def main() -> None:
    """Make the wheel, then time each command."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        _run([sys.executable, ROOT / "scripts" / "pack.py", folder / "dist"], cwd=ROOT)
        [wheel] = (folder / "dist").glob("*.whl")
        home = folder / "home"
        home.mkdir()
        env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
        env["PIP_NO_CACHE_DIR"] = "1"
        total = 0.0
        for name, seconds in _timed(home, wheel, env):
            total += seconds
            print(f"{name:32}{seconds:6.1f} s", flush=True)
        print(f"{'from nothing to the first page':32}{total:6.1f} s")


def _timed(home: Path, wheel: Path, env: dict[str, str]) -> Iterator[tuple[str, float]]:
    programs = home / "env" / "bin"
    begun = time.perf_counter()
    venv.create(home / "env", with_pip=True)
    _run([programs / "python", "-m", "pip", "install", "--quiet", wheel], cwd=home, env=env)
    yield "pip install topic-briefings", time.perf_counter() - begun
    begun = time.perf_counter()
    _run([programs / "briefings", "init", "my-desk"], cwd=home, env=env)
    yield "briefings init my-desk", time.perf_counter() - begun
    begun = time.perf_counter()
    with _served(programs, home / "my-desk", env) as address:
        page = _answered(address)
        article = next(part.split('"')[0] for part in page.split('href="') if part.startswith("articles/"))
        _answered(f"{address}{article}")
    yield "briefings serve, until it answers", time.perf_counter() - begun


@contextmanager
def _served(programs: Path, desk: Path, env: dict[str, str]) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [programs / "briefings", "serve", "--address", f"127.0.0.1:{port}"]
    with (desk / "serve.log").open("wb") as log:
        server = subprocess.Popen([*map(str, command)], cwd=desk, env=env, stdout=log, stderr=log)  # noqa: S603 - our own program
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.send_signal(signal.SIGINT)
        server.wait()


def _answered(address: str) -> str:
    """The page at ``address``, as soon as there is one."""
    last = time.monotonic() + PATIENCE
    while time.monotonic() < last:
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310 - this machine's own
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)
    sys.exit(f"{address}: no answer within {PATIENCE} s")


def _run(command: list[str | Path], *, cwd: Path, env: dict[str, str] | None = None) -> None:
    done = subprocess.run([*map(str, command)], cwd=cwd, env=env, capture_output=True, text=True, check=False)  # noqa: S603 - our own programs
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}: {done.stdout}{done.stderr}")


if __name__ == "__main__":
    main()
