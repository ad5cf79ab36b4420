"""What holds for all tests: none depends on how fast the machine is, on how it was started, nor on another test."""

import os
import signal

import pytest
from hypothesis import settings

from topic_briefings.store import decoded

# No test depends on speed; and where a change is judged, each run tries the same examples.
settings.register_profile("untimed", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("untimed")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # Behind "&" or nohup a shell has Ctrl-C ignored, and so would every server that a test stops by it.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _one_run(monkeypatch):
    """Each test begins as a process does that makes one run, whether or not one before it has served a site."""
    monkeypatch.setattr(decoded, "_stays", False)
