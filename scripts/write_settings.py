"""Write SETTINGS.md, the page of the options, from where they are declared; a test compares the two.

python scripts/write_settings.py
"""

from __future__ import annotations

from pathlib import Path

import yaml

from topic_briefings.settings import Option, options

PAGE = Path(__file__).resolve().parents[1] / "SETTINGS.md"

HEAD = """# Settings

All options stand in `mkdocs.yml` under `plugins: - briefings:`. Each may be left out; a wrong one is refused by name.
`site_name` and `site_url` are those of `mkdocs.yml` itself.

| option | where it is left out | what it means |
|---|---|---|
"""
"""What stands above the options."""


def page() -> str:
    """The page in Markdown."""
    return HEAD + "".join(_row(name, option) for name, option in options().items())


def _row(name: str, option: Option) -> str:
    default = "" if option.default is None else f"`{yaml.safe_dump(option.default).splitlines()[0]}`"
    return f"| `{name}` | {default} | {option.meaning} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
