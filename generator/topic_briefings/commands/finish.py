"""``briefings finish``: what a site needs that another builder made."""

from __future__ import annotations

from pathlib import Path

import click

from topic_briefings.commands.telling import EXIT_CODES, all_settings_in, config_option, count


@click.command(epilog=EXIT_CODES, short_help="Finish a site that another builder made of docs/.")
@click.argument("site", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--site-url", metavar="URL", help="Where the site will stand; else what mkdocs.yml says.")
@config_option
def finish(site: Path, config_file: Path, site_url: str | None) -> None:
    """Finish SITE, a folder that MkDocs, ProperDocs, Zensical or another builder made of docs/.

    It gets the search and its index, the pages' policy, Open Graph and the links to their feeds, whole addresses
    where the site's own is known, and a page for what is missing; then its HTML is held against the pages, and
    every quotation on these against its article. A site that the plugin built has all that.
    """
    from topic_briefings.finishing.scripts import Scripts, installed
    from topic_briefings.finishing.site import finish as finished
    from topic_briefings.mkdocs_edge.options import is_instant, load_site, shares_windows
    from topic_briefings.verifying import refuse_altered

    given = load_site(config_file)
    themes = (*installed(), *given.templates)
    for settings in all_settings_in(config_file):
        done = finished(
            settings,
            site,
            site_url=site_url or given.site_url,
            searched=given.searched,
            own_missing=given.own_missing,
            scripts=Scripts(themes, given.scripts),
            instant=is_instant(given.features),
            guarded=not shares_windows(settings, given.features),
        )
        refuse_altered(settings, site=site)
        click.echo(f"{count(done.pages, 'page')} finished; the search finds {count(done.entries, 'entry', 'entries')}")
