"""MkDocs' own commands, called from ours."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from mkdocs.exceptions import Abort, MkDocsException

from topic_briefings.errors import SiteError
from topic_briefings.mkdocs_edge.plugin import BriefingsPlugin
from topic_briefings.writing.swapping import beside, share, swap


def build_site(config_file: Path, approve: Callable[[Path], object] | None = None, *, offline: bool = False) -> Path:
    """Build the site from the pages as they are, strictly, and say in which folder it stands.

    It is built beside that folder, shown to ``approve``, which may raise, and then put in its place at once; the site
    that was there is kept. With ``offline`` it is one to open from a disk, beside the other.

    Raises ``SiteError`` when MkDocs finds fault with a page or with ``mkdocs.yml``, and stands on standard error what
    it is, or when the site cannot be written. The site that was there stays then.
    """
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    handler = logging.StreamHandler()
    handler.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(handler)
    try:
        config = load_config(str(config_file), strict=True)
        # A link to the folder keeps leading to it.
        site = Path(f"{config.site_dir.rstrip('/')}{'-offline' if offline else ''}").resolve()
        if site.exists() and not site.is_dir():
            raise SiteError(f"{site}: is no folder, so no site can be put there; rename that file")
        config.load_dict({"site_dir": str(beside(site))})
        if offline:
            # Where nobody serves it, a link must name a file, and there is no address to call canonical.
            config.load_dict({"use_directory_urls": False, "site_url": ""})
        ours = [plugin for plugin in config.plugins.values() if isinstance(plugin, BriefingsPlugin)]
        for plugin in ours:
            plugin.generates, plugin.offline = False, offline
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
            for plugin in ours:  # MkDocs keeps a plugin for the next build of the same process
                plugin.generates, plugin.offline = True, False
        if approve:
            approve(Path(config.site_dir))
        share(site, max([plugin.workers for plugin in ours], default=1))
        swap(site)
    except (MkDocsException, Abort) as error:
        raise SiteError(f"{config_file.name}: MkDocs could not build the site: {error}") from error
    except OSError as error:
        problem = f"{error.filename or config.site_dir}: the site cannot be written ({error.strerror or error})"
        raise SiteError(f"{problem}; make room for it or allow writing, and build again") from error
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)
    return site


def serve_site(config_file: Path, address: str | None, *, open_in_browser: bool) -> None:
    """Show the site on this machine until it is interrupted, built anew whenever an article or a page changes."""
    from mkdocs.__main__ import cli

    command = ["serve", "--config-file", str(config_file)]
    command += ["--dev-addr", address] if address else []
    command += ["--open"] if open_in_browser else []
    cli.main(command, prog_name="mkdocs", standalone_mode=False)
