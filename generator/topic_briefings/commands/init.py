"""``briefings init``: a repository that is ready, or a site that there is with the plugin added."""

from __future__ import annotations

from pathlib import Path

import click

from topic_briefings.commands.telling import EXIT_CODES, complain

CONFIG = "mkdocs.yml"


@click.command(epilog=EXIT_CODES, short_help="Begin a site in DIR, or add briefings to the one there.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option("--name", help="What the site is called; without it, as the folder is.")
@click.option("--gitlab", is_flag=True, help="Write the workflow for GitLab in place of GitHub's.")
@click.option("--no-ci", is_flag=True, help="Write no workflow.")
def init(folder: Path, name: str | None, *, gitlab: bool, no_ci: bool) -> None:
    """Write a repository that is ready into DIR: configuration, a sample article, workflow, a page for its editors.

    Where DIR is an MkDocs site already, add the plugin to its mkdocs.yml and change nothing else: its pages will
    stand in docs/briefings/. Nothing is ever overwritten.
    """
    if (folder / CONFIG).is_file():
        _guest(folder)
        return
    from topic_briefings.build import generate
    from topic_briefings.mkdocs_edge.options import load_settings
    from topic_briefings.starting.desk import desk_files, write_desk

    hosts = [] if no_ci else ["gitlab" if gitlab else "github"]
    files = desk_files(name or folder.resolve().name, hosts)
    write_desk(folder, files)
    outcome = generate(load_settings(folder / CONFIG))
    complain(outcome.errors)
    click.echo("".join(f"{folder / path}\n" for path in files), nl=False)
    click.echo(f"{folder / 'docs'}: {len(outcome.files.written)} files made of the sample article")
    click.echo(f"\nNow: {_way_to(folder)}briefings serve")


def _guest(folder: Path) -> None:
    from topic_briefings.starting.desk import SAMPLE
    from topic_briefings.starting.guest import FOLDER, SEEDS, read_text, refuse_taken, with_plugin
    from topic_briefings.starting.workflows import FILES

    config = folder / CONFIG
    before = read_text(config)
    after = with_plugin(before, str(config), folder=FOLDER, seeds=SEEDS)
    refuse_taken(config, before)
    seeds = folder / SEEDS
    fresh = not seeds.exists()
    if fresh:
        seeds.mkdir()
        (seeds / SAMPLE).write_text((FILES / SAMPLE).read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
    config.write_bytes(after.encode("utf-8"))
    added = len(after.splitlines()) - len(before.splitlines())
    click.echo(f"{config}: {f'{added} lines' if added else 'the plugin'} added; nothing else in it is changed")
    if fresh:
        click.echo(f"{seeds / SAMPLE}: a sample article, to be deleted when there is one of your own")
    click.echo(f"\nNow: {_way_to(folder)}briefings serve; the pages will be in {FOLDER}/ of the site")


def _way_to(folder: Path) -> str:
    return "" if folder.resolve() == Path.cwd() else f"cd {folder} && "
