"""Compiled templates, kept beside the templates as Python keeps compiled modules beside the modules.

Compiling takes a third of a second, in each process that makes a page. What lies there can run code, so it lies with
the package and is trusted as its modules are, never in a site's cache. Where nothing may be written, or where Python
was asked not to, templates are compiled anew.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

FOLDER = Path(__file__).parent / "templates" / "__pycache__"


class Compiled(BytecodeCache):
    """What the templates of one environment were compiled to, below ``FOLDER``."""

    def __init__(self, options: bytes) -> None:
        """``options`` stand for all but the template that decides what it is compiled to."""
        told = jinja2.__version__.encode() + sys.version.encode() + options
        self._made_with = sha256(told).hexdigest()[:16]

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill ``bucket``, where its template was compiled before and has not changed."""
        try:
            with self._file(bucket).open("rb") as file:
                bucket.load_bytecode(file)
        except Exception:  # noqa: BLE001 - whatever is wrong with the file, the template is compiled
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what the template was compiled to."""
        if sys.dont_write_bytecode:
            return
        file = self._file(bucket)
        unfinished = file.with_suffix(f".{os.getpid()}.pyc")
        with suppress(OSError):
            FOLDER.mkdir(exist_ok=True)
            unfinished.write_bytes(bucket.bytecode_to_string())
            unfinished.replace(file)

    def _file(self, bucket: Bucket) -> Path:
        return FOLDER / f"{bucket.key}-{self._made_with}.pyc"
