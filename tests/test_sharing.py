"""What processes do together is what one does alone, whatever becomes of them; a site is the same bytes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.forked import ALWAYS
from tests.sites import make_site
from topic_briefings import forking

ALONE = """
import os, sys, multiprocessing
from topic_briefings.forking import is_worth_it, shared
parent, (do,) = os.getpid(), sys.argv[1:]

def here():
    return os.getpid() == parent

def doubled(number):
    return number * 2, here()

def fussy(number):
    if number == 57:
        raise ValueError("57 is too odd")
    return number

def deadly(number):
    if number % 16 == 9 and not here():
        os._exit(3)
    return number

def sized(number):
    return b"x" * (number % 7 * 40_000)

assert is_worth_it(200, 2)
if do == "order":
    found = list(shared(doubled, 203, 3))
    assert [value for value, _ in found] == [number * 2 for number in range(203)]
    assert not any(inside for _, inside in found)
elif do == "failure":
    found = shared(fussy, 200, 2)
    assert [next(found) for _ in range(56)] == list(range(56))
    try:
        list(found)
    except ValueError as error:
        assert str(error) == "57 is too odd"
    else:
        raise SystemExit("nothing was raised")
elif do == "death":
    assert list(shared(deadly, 200, 2)) == list(range(200))
elif do == "size":
    assert [len(one) for one in shared(sized, 300, 2)] == [number % 7 * 40_000 for number in range(300)]
elif do == "stop":
    found = shared(sized, 500, 2)
    next(found)
    found.close()
assert not multiprocessing.active_children()
"""

BUILT = """
import sys
from pathlib import Path
from topic_briefings import forking
forking.FEW, workers, config = 2, int(sys.argv[2]), Path(sys.argv[1])
forking.processes = lambda given: workers
from topic_briefings import build
from topic_briefings.mkdocs_edge.building import build_site
from topic_briefings.mkdocs_edge.options import load_settings
from topic_briefings.verifying import Verification

settings = load_settings(config)
build.generate(settings)
verification = Verification(settings)
print(verification.run())
build_site(config, lambda site: verification.refuse_site(site, None))
"""


def run(script: str, *arguments: str, cwd: Path) -> str:
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", script, *arguments], cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


ENVIRONMENT = {**os.environ, **ALWAYS}


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
@pytest.mark.parametrize("do", ["order", "failure", "death", "size", "stop"])
def test_what_processes_do_together_is_what_one_does_alone(do, tmp_path):
    run(ALONE, do, cwd=tmp_path)


def test_few_things_are_done_here():
    assert not forking.is_worth_it(forking.FEW - 1, 8)
    assert not forking.is_worth_it(1000, 1)
    assert list(forking.shared(abs, 3, 8)) == [0, 1, 2]


def test_a_site_is_the_same_bytes_whoever_builds_it(tmp_path):
    sites = []
    for workers in ("1", "2"):
        folder = tmp_path / workers
        make_site(folder)
        told = run(BUILT, str(folder / "mkdocs.yml"), workers, cwd=folder)
        files = {file.relative_to(folder): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}
        # Pagefind's own files differ from one time to the next in the order of some values.
        kept = {path: content for path, content in files.items() if not {"pagefind", ".cache"} & {*path.parts}}
        sites.append((told, kept))
    (told, alone), (told_together, together) = sites
    assert told == told_together
    assert alone.keys() == together.keys()
    assert [path for path in alone if alone[path] != together[path]] == []
