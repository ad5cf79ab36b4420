"""Our commands as processes of their own that start at once, forked from one that has loaded everything.

A command that starts from nothing spends most of its time on importing, reading tables and compiling templates, each
time the same way. Here one process does so once and forks for every command, which then has a folder, an environment,
streams, signals and an exit code of its own; whatever it changes ends with it. What a Python reads only as it starts
(``PYTHONPATH``, ``PYTHONHASHSEED``) needs one that starts, and gets it. Where starting is the subject, as in
``test_wheel.py``, ``test_starting.py`` and ``test_cli.py``, tests start programs themselves.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
ALWAYS = {"PYTHONPATH": str(ROOT / "generator"), "NO_MKDOCS_2_WARNING": "1"}
PROGRAMS = {
    "briefings": "from topic_briefings.cli import main; main(prog_name='briefings')",
    "mkdocs": "from mkdocs.__main__ import cli; cli(prog_name='mkdocs')",
    "properdocs": "from properdocs.__main__ import cli; cli(prog_name='properdocs')",
    "zensical": "from zensical.main import cli; cli(prog_name='zensical')",
}

Environment = Mapping[str, str] | None
"""Variables beside those that the tests have themselves."""


def run(program: str, *arguments: str, cwd: Path, env: Environment = None) -> subprocess.CompletedProcess[str]:
    """What one of the programs says and ends with, called as a person calls it."""
    if any(name.startswith("PYTHON") for name in env or ()):
        command = [sys.executable, "-c", PROGRAMS[program], *arguments]
        return subprocess.run(  # noqa: S603 - our own programs
            command, cwd=cwd, env=_environment(env), capture_output=True, text=True, encoding="utf-8", check=False
        )
    with tempfile.TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        code = start(program, *arguments, cwd=cwd, out=out, err=err, env=env).wait()
        said = (file.read_text(encoding="utf-8") for file in (out, err))
        return subprocess.CompletedProcess([program, *arguments], code, *said)


def start(program: str, *arguments: str, cwd: Path, out: Path, err: Path, env: Environment = None) -> Forked:
    """The program under way, what it says in two files, or in one."""
    paths = {"cwd": cwd, "out": out, "err": err}
    question = {"program": program, "arguments": arguments, "env": _environment(env)}
    return Forked(_stem().ask(**question, **{name: str(path) for name, path in paths.items()}))


def _environment(env: Environment) -> dict[str, str]:
    return {**os.environ, **ALWAYS, **(env or {})}


class Forked:
    """A program under way, as ``subprocess.Popen`` has it."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._code: int | None = None

    def poll(self) -> int | None:
        """Its exit code, or minus the signal that ended it; nothing while it runs."""
        return self._ended(wait=False)

    def wait(self) -> int:
        """The same, once it has ended."""
        code = self._ended(wait=True)
        assert code is not None
        return code

    def send_signal(self, number: int) -> None:
        """Send a signal to it, if it still runs."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def _ended(self, *, wait: bool) -> int | None:
        if self._code is None:
            self._code = _stem().ask(ended=self.pid, wait=wait)
        return self._code


class Stem:
    """The process that forks; it ends when this one does."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - this file
            [sys.executable, "-m", __name__],
            cwd=ROOT,
            env=_environment(None),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        atexit.register(self._process.communicate)  # nobody asks any more

    def ask(self, **question: object) -> Any:
        """The number of a new process, or the exit code of one that was started."""
        asked, answered = self._process.stdin, self._process.stdout
        assert asked
        assert answered
        try:
            print(json.dumps(question), file=asked, flush=True)
            return json.loads(answered.readline())
        except BaseException:  # as when a test took too long: the next question must not get this one's answer
            _stem.cache_clear()
            self._process.kill()
            raise


_stem = cache(Stem)


# ------------------------------------------------------------------ in the process that forks


def _load() -> None:
    """What every command loads; generating a small site makes tables be read, and templates compiled."""
    import mkdocs.commands.build  # noqa: F401
    import pymdownx.superfences  # noqa: F401

    import topic_briefings.cli
    import topic_briefings.mkdocs_edge.building  # noqa: F401
    from tests.sites import make_site, settings_of
    from topic_briefings.build import generate

    with tempfile.TemporaryDirectory() as folder:
        generate(settings_of(make_site(Path(folder, "site"))))


def _answer() -> dict[str, Any]:
    """Answer until nobody asks. In each process that is forked meanwhile: what it is to be."""
    questions, answers = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    _load()
    for line in questions:
        asked: dict[str, Any] = json.loads(line)
        if "program" in asked:
            told = os.fork() or None
            if told is None:
                questions.close()
                answers.close()
                return asked
        else:
            pid, status = os.waitpid(asked["ended"], 0 if asked["wait"] else os.WNOHANG)
            told = os.waitstatus_to_exitcode(status) if pid else None
        print(json.dumps(told), file=answers, flush=True)
    sys.exit()


def _become(program: str, arguments: list[str], env: dict[str, str], cwd: str, out: str, err: str) -> None:
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    for stream, path in ((1, out), (2, err)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND), stream)
    sys.argv = [program, *arguments]
    exec(PROGRAMS[program], {})  # noqa: S102 - our own lines


if __name__ == "__main__":
    _become(**_answer())
