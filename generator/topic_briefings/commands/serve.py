"""``briefings serve``: the site on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from topic_briefings.commands.telling import EXIT_CODES, config_option, settings_in


@click.command(epilog=EXIT_CODES, short_help="Show the site on this machine; it follows every edit.")
@config_option
@click.option("--address", metavar="HOST:PORT", help="Where to serve; MkDocs' own default is 127.0.0.1:8000.")
@click.option("--open", "open_in_browser", is_flag=True, help="Open the site in a browser.")
def serve(config_file: Path, address: str | None, *, open_in_browser: bool) -> None:
    """Show the site on this machine; it follows every edit of an article or a page.

    No other machine reaches it, and it answers no name but localhost and its own.
    """
    from topic_briefings.mkdocs_edge.building import serve_site
    from topic_briefings.mkdocs_edge.hosts import refuse_open
    from topic_briefings.mkdocs_edge.options import load_yaml
    from topic_briefings.writing.putting import make

    settings = settings_in(config_file)  # a wrong option is refused in our words before MkDocs starts
    if address:
        refuse_open(address, "--address")
    elif given := load_yaml(config_file).get("dev_addr"):
        refuse_open(str(given), f"{config_file.name}: dev_addr")
    make(settings.docs)  # MkDocs wants the folder before our pages can be made
    serve_site(config_file, address, open_in_browser=open_in_browser)
