"""MkDocs' own commands, called from ours."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.exceptions import Abort, MkDocsException

from topic_briefings.errors import SiteError
from topic_briefings.mkdocs_edge.plugin import BriefingsPlugin


def build_site(config_file: Path, *, offline: bool = False) -> Path:
    """Build the site from the pages as they are, strictly, and say in which folder it stands.

    With ``offline`` it is one to open from a disk, beside the other.

    Raises ``SiteError`` when MkDocs finds fault with a page or with ``mkdocs.yml``; what it is stands on standard
    error then.
    """
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    handler = logging.StreamHandler()
    handler.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(handler)
    try:
        config = load_config(str(config_file), strict=True)
        if offline:
            # Where nobody serves it, a link must name a file, and there is no address to call canonical.
            config.load_dict(
                {"site_dir": f"{config.site_dir.rstrip('/')}-offline", "use_directory_urls": False, "site_url": ""}
            )
        for plugin in config.plugins.values():
            if isinstance(plugin, BriefingsPlugin):
                plugin.generates = False
                plugin.offline = offline
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except (MkDocsException, Abort) as error:
        raise SiteError(f"{config_file.name}: MkDocs could not build the site: {error}") from error
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)
    return Path(config.site_dir)


def serve_site(config_file: Path, address: str | None, *, open_in_browser: bool) -> None:
    """Show the site on this machine until it is interrupted, built anew whenever an article or a page changes."""
    from mkdocs.__main__ import cli

    command = ["serve", "--config-file", str(config_file)]
    command += ["--dev-addr", address] if address else []
    command += ["--open"] if open_in_browser else []
    cli.main(command, prog_name="mkdocs", standalone_mode=False)
