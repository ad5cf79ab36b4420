"""Small sites to build: a folder with ``mkdocs.yml``, a few articles and nothing else."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests import forked
from topic_briefings import build
from topic_briefings.gathering import gather
from topic_briefings.models import Analysis
from topic_briefings.pages import render
from topic_briefings.pages.kinds import site_of
from topic_briefings.pages.machine.data import data_pages
from topic_briefings.settings import Settings, parse
from topic_briefings.writing import files as writing

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "tests" / "articles"
FEW = (
    "japan-reactor-restart-fukui-assembly.md",
    "japan-pacific-energy-meeting-opens.md",
    "canada-port-strike-ends.txt",
)


def make_site(folder: Path, samples: tuple[str, ...] = FEW) -> Path:
    """``folder`` with our ``mkdocs.yml`` and the named sample articles."""
    (folder / "seeds").mkdir(parents=True)
    for name in samples:
        shutil.copyfile(SAMPLES / name, folder / "seeds" / name)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def build_demo(folder: Path, site_url: str) -> Path:
    """The site of all sample articles, prepared and built in ``folder`` by the project's own commands."""
    subprocess.run([sys.executable, str(ROOT / "scripts" / "demo.py"), str(folder)], cwd=ROOT, check=True)  # noqa: S603 - our own script
    done = briefings("build", "-f", str(folder / "mkdocs.yml"), cwd=ROOT, env={"SITE_URL": site_url})
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def settings_of(folder: Path, **options: object) -> Settings:
    """The settings of the site in ``folder``."""
    return parse({"workers": 1, **options}, root=folder)


def generate(settings: Settings) -> None:
    """Write the pages and the data of the articles in ``settings.seeds``, as the command does."""
    build.generate(settings)


def publish(analyses: Iterable[Analysis], settings: Settings) -> None:
    """Write the pages and the data that ``analyses`` make."""
    edition = gather(analyses, settings)
    pages = {page.path: page for page in (*render(edition, settings), *data_pages(site_of(edition, settings)))}
    writing.write(pages.values(), settings.docs)


def problems(folder: Path, **options: object) -> list[str]:
    """What verifying says of the pages in ``folder``, a sentence each."""
    return [str(problem) for problem in build.verify(settings_of(folder, **options)).problems]


def files(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder``."""
    found = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


def briefings(*arguments: str, cwd: Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command line as a person does."""
    return forked.run("briefings", *arguments, cwd=cwd, env=env)
