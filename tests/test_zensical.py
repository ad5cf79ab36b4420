"""The same ``docs/`` builds with Zensical: plain Markdown on disk is the product, no plugin is needed to show it."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.sites import make_site, settings_of
from topic_briefings.build import generate


def test_every_page_builds_strictly(tmp_path):
    site = make_site(tmp_path / "site")
    generate(settings_of(site))
    shutil.rmtree(site / "seeds")  # Zensical runs no plugin of ours and needs no article
    command = [str(Path(sys.executable).with_name("zensical")), "build", "--strict"]
    done = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    assert done.returncode == 0, done.stdout + done.stderr
    for page in (site / "docs").rglob("*.md"):
        path = page.relative_to(site / "docs").with_suffix("")
        built = site / "site" / (path.parent if path.name == "index" else path) / "index.html"
        assert built.exists(), built
    assert (site / "site" / "assets" / "briefings.css").exists()
    assert not (site / "site" / ".briefings.json").exists()
