"""A site of one's own from the wheel: built, installed into an empty environment, and two lines of configuration."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.sites import ROOT, SAMPLES
from tests.test_plugin import DEADLINE, free_port, wait_for

PACKED = ("generator", "pyproject.toml", "README.md", "LICENSE", "NOTICE")


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*map(str, command)], cwd=cwd, capture_output=True, text=True, check=False)  # noqa: S603 - our own


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel, built from the source archive of a copy: a build leaves folders behind."""
    source = tmp_path_factory.mktemp("source")
    for name in PACKED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        copy(ROOT / name, source / name)
    packed = run(sys.executable, "-c", "from setuptools import build_meta; build_meta.build_sdist('dist')", cwd=source)
    assert packed.returncode == 0, packed.stderr
    [archive] = (source / "dist").glob("*.tar.gz")
    pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation")
    done = run(*pip, "--wheel-dir", source / "dist", archive, cwd=source)
    assert done.returncode == 0, done.stderr
    [found] = (source / "dist").glob("*.whl")
    return found


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory) -> Path:
    """The programs of an environment that holds the wheel, what it needs, and nothing else."""
    home = tmp_path_factory.mktemp("home") / "env"
    venv.create(home, with_pip=False)
    uv = (sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python", home / "bin" / "python")
    installed = run(*uv, wheel, cwd=home)
    if installed.returncode:  # a package index that only pip has been told of
        pip = (sys.executable, "-m", "pip", "--python", home / "bin" / "python", "install", "--quiet", "--no-compile")
        installed = run(*pip, wheel, cwd=home)
    if "No matching distribution found" in installed.stderr or "NewConnectionError" in installed.stderr:
        pytest.skip(f"NOT TESTED: the wheel was not installed, since there is no package index: {installed.stderr}")
    assert installed.returncode == 0, installed.stderr
    return home / "bin"


@pytest.mark.timeout(900)  # it installs all that the wheel needs
def test_two_lines_and_one_article_make_a_site(programs: Path, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    (desk / "seeds").mkdir(parents=True)
    shutil.copyfile(SAMPLES / "canada-port-strike-ends.txt", desk / "seeds" / "strike.txt")
    (desk / "mkdocs.yml").write_text("site_name: My desk\nplugins: [briefings]\n", encoding="utf-8")
    done = run(programs / "briefings", "build", cwd=desk)
    assert done.returncode == 0, done.stdout + done.stderr

    page = (desk / "site" / "index.html").read_text(encoding="utf-8")
    for brought in ("assets/briefings.css", "assets/pictures.css", "assets/search.css", "assets/search.js"):
        assert brought in page
        assert (desk / "site" / brought).is_file()
    assert 'data-md-color-primary="custom"' in page
    assert sorted(path.name for path in (desk / "site" / "assets" / "fonts").glob("*.woff2"))
    assert (desk / "site" / "pagefind" / "pagefind.js").is_file()
    assert run(programs / "briefings", "verify", cwd=desk).returncode == 0


@pytest.mark.timeout(900)
def test_from_nothing_to_a_first_page_in_three_commands(programs: Path, tmp_path: Path) -> None:
    """The first command, installing, is what ``programs`` did."""
    begun = run(programs / "briefings", "init", "my-desk", cwd=tmp_path)
    assert begun.returncode == 0, begun.stderr
    assert begun.stdout.endswith("Now: cd my-desk && briefings serve\n")
    desk = tmp_path / "my-desk"
    port = free_port()
    with (desk / "serve.log").open("w") as log:
        command = [str(programs / "briefings"), "serve", "--address", f"127.0.0.1:{port}"]
        server = subprocess.Popen(command, cwd=desk, stdout=log, stderr=subprocess.STDOUT)  # noqa: S603 - our own
    try:
        wait_for("Harbour bridge in Tallinn", port, "/", desk / "serve.log")
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(DEADLINE)
    pinned = (desk / "requirements.txt").read_text(encoding="utf-8")
    version = run(programs / "briefings", "--version", cwd=desk).stdout.split()[-1]
    assert pinned == f"topic-briefings=={version}\n"
