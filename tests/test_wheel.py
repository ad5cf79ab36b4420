"""A site of one's own from the wheel: built, installed into an empty environment, and two lines of configuration."""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.sites import ROOT, SAMPLES

PACKED = ("generator", "pyproject.toml", "README.md", "LICENSE", "NOTICE")


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*map(str, command)], cwd=cwd, capture_output=True, text=True, check=False)  # noqa: S603 - our own


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel, built from a copy: a build leaves folders behind."""
    source = tmp_path_factory.mktemp("source")
    for name in PACKED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        copy(ROOT / name, source / name)
    pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation")
    done = run(*pip, "--wheel-dir", source / "dist", source, cwd=source)
    assert done.returncode == 0, done.stderr
    [found] = (source / "dist").glob("*.whl")
    return found


@pytest.mark.timeout(900)  # it installs all that the wheel needs
def test_two_lines_and_one_article_make_a_site(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "env"
    venv.create(home, with_pip=False)
    pip = (sys.executable, "-m", "pip", "--python", home / "bin" / "python")
    installed = run(*pip, "install", "--quiet", "--no-compile", wheel, cwd=tmp_path)
    if "No matching distribution found" in installed.stderr or "NewConnectionError" in installed.stderr:
        pytest.skip(f"NOT TESTED: the wheel was not installed, since there is no package index: {installed.stderr}")
    assert installed.returncode == 0, installed.stderr

    desk = tmp_path / "desk"
    (desk / "seeds").mkdir(parents=True)
    shutil.copyfile(SAMPLES / "canada-port-strike-ends.txt", desk / "seeds" / "strike.txt")
    (desk / "mkdocs.yml").write_text("site_name: My desk\nplugins: [briefings]\n", encoding="utf-8")
    done = run(home / "bin" / "briefings", "build", cwd=desk)
    assert done.returncode == 0, done.stdout + done.stderr

    page = (desk / "site" / "index.html").read_text(encoding="utf-8")
    for brought in ("assets/briefings.css", "assets/pictures.css", "assets/search.css", "assets/search.js"):
        assert brought in page
        assert (desk / "site" / brought).is_file()
    assert 'data-md-color-primary="custom"' in page
    assert sorted(path.name for path in (desk / "site" / "assets" / "fonts").glob("*.woff2"))
    assert (desk / "site" / "pagefind" / "pagefind.js").is_file()
    assert run(home / "bin" / "briefings", "verify", cwd=desk).returncode == 0
