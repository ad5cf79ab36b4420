"""The ``briefings:`` options of ``mkdocs.yml`` as one frozen value; an unknown or wrong option is refused by name.

Plain Python: this module knows no MkDocs. Each option is declared once, as a field of ``Settings`` with its
default, its check and its meaning, so that the page that lists them is made from here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, get_origin, get_type_hints

from topic_briefings import option_values as values
from topic_briefings.errors import SettingsError, nearest
from topic_briefings.models.watches import Watch

CORRECTIONS = "corrections.yml"
"""The name of the file of corrections, in the folder of articles."""

LANGUAGES = ("en", "de")
"""What headings and labels are written in."""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that a person may set."""

    default: object
    """As they would write it."""
    check: values.Check
    meaning: str
    """A sentence or two for the documentation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that a run can be told. Paths are whole; ``parse`` makes one from options."""

    site_name: str
    """What the home page is called: ``name``; else the site's name, or "Briefings" where the site is another's."""
    docs: Path
    """The folder that pages are written to: ``folder`` in the ``docs_dir`` of ``mkdocs.yml``."""
    shown_seeds: str
    """``seeds`` as the person wrote it, for messages."""
    shown_corrections: str
    """The file of corrections as the person knows it, for messages."""

    seeds: Annotated[Path, Option("seeds", values.path, "The folder of articles; folders below it are read too.")]
    folder: Annotated[
        str,
        Option(
            "",
            values.below_docs,
            "Where the pages stand below docs/, such as briefings, in a site that has pages of its own: its theme, "
            "navigation, styles, search and page for what is missing stay as they are. Empty where the whole site is "
            "the briefings.",
        ),
    ]
    name: Annotated[
        str | None,
        Option(
            None,
            values.text_or_none,
            "What the home page is called; none for the site's name, or Briefings in a folder.",
        ),
    ]
    full_text: Annotated[
        bool,
        Option(
            False,
            values.switch,
            "Whether an article's page carries its whole text. Leave it off unless you may publish the articles.",
        ),
    ]
    site_language: Annotated[str, Option("en", values.one_of(*LANGUAGES), "The language of headings and labels.")]
    threshold: Annotated[
        float,
        Option(
            0.75, values.share, "How sure, from 0 to 1, the generator must be of a speaker before a page names one."
        ),
    ]
    per_page: Annotated[int, Option(100, values.whole(20, 200), "Entries on one page of a long list.")]
    voice_feeds_from: Annotated[
        int,
        Option(
            2,
            values.whole(1, 1_000),
            "Articles that a voice must speak in to have feeds of its own: two files each, half of a large site's.",
        ),
    ]
    page_data: Annotated[
        bool,
        Option(
            True,
            values.switch,
            "Whether each page of the built site has a JSON file beside it: its quotations and their sources, for "
            "programs. A site is a sixth smaller without.",
        ),
    ]
    workers: Annotated[
        int,
        Option(0, values.whole(0, 1024), "Processes that analyse articles; 0 for as many as there are cores."),
    ]
    longest_article: Annotated[
        int,
        Option(
            500_000,
            values.whole(1_000, 20_000_000),
            "Characters that an article may have, with all that is stated of it; a longer one is left out and named.",
        ),
    ]
    largest_file: Annotated[
        int,
        Option(
            20,
            values.whole(1, 1_000),
            "Megabytes that a file of one article may have, such as a saved web page, or one line of JSON Lines.",
        ),
    ]
    seconds_per_article: Annotated[
        int,
        Option(
            60,
            values.whole(0, 86_400),
            "Seconds of a processor that the analysis of one article may take before it is left out and named; 0 for "
            "as many as it takes. An article of the longest allowed takes a few.",
        ),
    ]
    executor: Annotated[
        str | None,
        Option(
            None,
            values.executor,
            "Where articles are analysed: none for this machine, or dask://HOST:PORT for the workers of a Dask "
            "cluster, which have the same version installed.",
        ),
    ]
    cache: Annotated[
        Path,
        Option(
            ".cache/briefings",
            values.path,
            "The folder that remembers analyses, pages and what was verified between runs, one in it for each folder: "
            "it may be deleted.",
        ),
    ]
    policy: Annotated[
        str,
        Option(
            "ours",
            values.one_of("ours", "all", "none"),
            "Which pages say that they load nothing from elsewhere and run no script but the site's own (their "
            "Content-Security-Policy): ours, the generated ones; all, yours too; or none.",
        ),
    ]
    topics: Annotated[
        Path | None,
        Option(
            None,
            values.taxonomy,
            "A taxonomy of your own, in YAML, or the name of one that a package adds; none for the built-in one.",
        ),
    ]
    corrections: Annotated[
        Path | None,
        Option(
            None, values.path_or_none, "The file of corrections; none for `corrections.yml` in the folder of articles."
        ),
    ]
    templates: Annotated[
        Path | None,
        Option(
            None,
            values.path_or_none,
            "A folder of templates of your own, each in the place of that of ours with its name; none for ours alone.",
        ),
    ]
    watch: Annotated[
        tuple[Watch, ...],
        Option(
            [],
            values.watches,
            "What to keep an eye on: a list, each entry with a name and with words, voices, countries or topics. What "
            "answers every kind that it names has a page and a feed of its own.",
        ),
    ]

    @property
    def corrections_file(self) -> Path:
        """The file of corrections, which need not be there."""
        return self.corrections or self.seeds / CORRECTIONS

    @property
    def shown_docs(self) -> str:
        """``docs`` for messages: its name, and before it that of the site's folder of pages where it is below that."""
        return "/".join(self.docs.parts[-1 - len(self.folder.split("/")) :]) if self.folder else self.docs.name


def options() -> dict[str, Option]:
    """Every option by its name, in the order of declaration."""
    hints = get_type_hints(Settings, include_extras=True)
    return {name: hint.__metadata__[0] for name, hint in hints.items() if get_origin(hint) is Annotated}


def parse(
    given: object,
    *,
    root: Path,
    docs: Path | None = None,
    site_name: str = "Briefings",
    source: str = "mkdocs.yml",
) -> Settings:
    """Settings from what stands under ``briefings:``, checked.

    ``given`` is a mapping, or None for all defaults; relative paths start at ``root``. Raises ``SettingsError``
    with one sentence that names ``source``, the option and the remedy.
    """
    where = f"{source}: plugins: briefings:"
    if given is None:
        given = {}
    if not isinstance(given, Mapping):
        raise SettingsError(f'{where} {_shown(given)} is not a list of options; write "seeds: seeds" below it')
    _refuse_unknown(given, where)
    values: dict[str, Any] = {
        name: _value(name, option, given.get(name, option.default), root, where) for name, option in options().items()
    }
    whole_site = docs or root / "docs"
    folder = values["folder"]
    values["cache"] /= folder  # what is not asked for is forgotten: each has its own
    seeds = str(given.get("seeds", "seeds")).rstrip("/")
    return Settings(
        site_name=values["name"] or ("Briefings" if folder else site_name),
        docs=whole_site / folder if folder else whole_site,
        shown_seeds=seeds,
        shown_corrections=str(given.get("corrections") or f"{seeds}/{CORRECTIONS}"),
        **values,
    )


def _refuse_unknown(given: Mapping[Any, object], where: str) -> None:
    names = sorted(options())
    for name in given:
        if name not in names:
            near = nearest(name, names)
            remedy = f'did you mean "{near}"?' if near else f"the options are {', '.join(names)}"
            raise SettingsError(f'{where} "{name}" is not an option; {remedy}')


def _value(name: str, option: Option, value: object, root: Path, where: str) -> object:
    try:
        return option.check(value, root)
    except ValueError as error:
        raise SettingsError(f"{where} {name}: {_shown(value)} {error}") from None


def _shown(value: object) -> str:
    """``value`` as it may stand in YAML, on one line and not too long."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else f"{text[:57]}…"
