"""``python -m topic_briefings`` is ``briefings``, where the command is not on the path."""

from __future__ import annotations

from topic_briefings.cli import main

if __name__ == "__main__":
    main(prog_name="briefings")
