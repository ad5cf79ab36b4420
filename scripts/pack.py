"""The source archive and the wheel, the same bytes whenever they are made: ``python scripts/pack.py DIST``.

A build notes when it was made and by whom, and takes files in the order of the disk. Here every file has the day of
the last commit, or of ``SOURCE_DATE_EPOCH`` (https://reproducible-builds.org), belongs to nobody, and stands in the
order of its name. It is built from a copy, since a build leaves folders behind.
"""

from __future__ import annotations

import gzip
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKED = ("generator", "pyproject.toml", "README.md", "LICENSE", "NOTICE")
EARLIEST = 315_532_800
"""The first day that a wheel can tell, in seconds since 1970: 1 January 1980."""
BUILD = "import sys; from setuptools import build_meta as b; to = sys.argv[1]; b.build_sdist(to); b.build_wheel(to)"


def main(dist: Path) -> None:
    """Make both in the folder ``dist`` and print their names."""
    dist.mkdir(parents=True, exist_ok=True)
    day = _day()
    with tempfile.TemporaryDirectory() as scratch:
        source, made = Path(scratch) / "source", Path(scratch) / "made"
        source.mkdir()
        for name in PACKED:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
            else:
                shutil.copyfile(ROOT / name, source / name)
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(day)}
        command = [sys.executable, "-c", BUILD, str(made)]
        subprocess.run(command, cwd=source, env=environment, check=True, stdout=subprocess.DEVNULL)
        for archive in sorted(made.iterdir()):
            pack = _steady_tar if archive.name.endswith(".tar.gz") else _steady_zip
            (dist / archive.name).write_bytes(pack(archive, day))
            print(dist / archive.name)


def _day() -> int:
    """When what is packed was last changed, in seconds since 1970."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return max(EARLIEST, int(given))
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return max(EARLIEST, int(done.stdout.strip() or 0))


def _steady_tar(archive: Path, day: int) -> bytes:
    plain = io.BytesIO()
    with tarfile.open(archive) as before, tarfile.open(fileobj=plain, mode="w", format=tarfile.PAX_FORMAT) as after:
        for member in sorted(before.getmembers(), key=lambda member: member.name):
            member.mtime, member.uid, member.gid, member.uname, member.gname = day, 0, 0, "", ""
            member.mode = 0o755 if member.isdir() else 0o644
            member.pax_headers = {}
            after.addfile(member, before.extractfile(member) if member.isfile() else None)
    return gzip.compress(plain.getvalue(), mtime=day)


def _steady_zip(archive: Path, day: int) -> bytes:
    """The wheel; its list of files stays the last, as its standard has it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(archive) as before, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after:
        for name in sorted(before.namelist(), key=lambda name: (name.endswith(".dist-info/RECORD"), name)):
            told = zipfile.ZipInfo(name, _zip_time(day))
            told.external_attr, told.compress_type, told.create_system = 0o100644 << 16, zipfile.ZIP_DEFLATED, 3
            after.writestr(told, before.read(name))
    return packed.getvalue()


def _zip_time(day: int) -> tuple[int, int, int, int, int, int]:
    told = time.gmtime(day)
    return told.tm_year, told.tm_mon, told.tm_mday, told.tm_hour, told.tm_min, told.tm_sec


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist")
