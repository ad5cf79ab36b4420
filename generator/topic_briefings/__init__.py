"""A folder of news articles goes in; a briefing site that a reader can trust comes out.

What the commands do can be done from Python, step by step. An article is read, analysed, and told as a record:

>>> from topic_briefings import Draft, analyse, article, record
>>> drafted = Draft(
...     id="bridge",
...     source="bridge.txt",
...     headline="Bridge opens in Kenya",
...     body="“It will hold for a hundred years,” said Grace Kamande, the water minister, in Nairobi.",
... )
>>> analysis = analyse(article(drafted))
>>> [quotation] = analysis.quotations
>>> quotation.fragments[0].of(analysis.article.body)
'It will hold for a hundred years,'
>>> quotation.speaker.name
'Grace Kamande'
>>> [(tag.code, tag.role.value) for tag in analysis.countries]
[('KE', 'focus')]
>>> record(analysis)["quotations"][0]["cue"]
{'start': 36, 'end': 40, 'text': 'said'}

Many analyses make an edition, and an edition pages, which are text until somebody writes them:

>>> from pathlib import Path
>>> from topic_briefings import gather, parse_settings, render
>>> desk = parse_settings({"seeds": "seeds"}, root=Path("my-desk"))
>>> edition = gather([analysis], desk)
>>> [briefing.voice.name for briefing in edition.voices]
['Grace Kamande']
>>> pages = {page.path: page.content for page in render(edition, desk)}
>>> pages["voices/grace-kamande.md"].decode().count("> “It will hold for a hundred years,”")
1

``generate``, ``check`` and ``verify`` do to a folder what the commands of these names do. All records are frozen, and
offsets are Unicode code points into ``Article.body``. Whatever is not listed here may change from version to version.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from topic_briefings.version import __version__

if TYPE_CHECKING:
    from topic_briefings.build import check, generate
    from topic_briefings.errors import ArticleError, BriefingsError
    from topic_briefings.extractors import analyse
    from topic_briefings.gathering import gather
    from topic_briefings.knowledge import Knowledge
    from topic_briefings.models import (
        Analysis,
        Article,
        CountryTag,
        Edition,
        Keyphrase,
        Labelled,
        Page,
        Quotation,
        Report,
        Span,
        Speaker,
        Story,
        TopicTag,
        Voice,
    )
    from topic_briefings.pages import render
    from topic_briefings.reading import read_file, read_folder
    from topic_briefings.reading.draft import Draft, article
    from topic_briefings.records import record
    from topic_briefings.settings import Settings
    from topic_briefings.settings import parse as parse_settings

__all__ = [
    "Analysis",
    "Article",
    "ArticleError",
    "BriefingsError",
    "CountryTag",
    "Draft",
    "Edition",
    "Keyphrase",
    "Knowledge",
    "Labelled",
    "Page",
    "Quotation",
    "Report",
    "Settings",
    "Span",
    "Speaker",
    "Story",
    "TopicTag",
    "Voice",
    "__version__",
    "analyse",
    "article",
    "check",
    "gather",
    "generate",
    "parse_settings",
    "read_file",
    "read_folder",
    "record",
    "render",
    "verify",
]

_HOME = {
    "ArticleError": "errors",
    "BriefingsError": "errors",
    "Draft": "reading.draft",
    "Knowledge": "knowledge",
    "Settings": "settings",
    "analyse": "extractors",
    "article": "reading.draft",
    "check": "build",
    "gather": "gathering",
    "generate": "build",
    "read_file": "reading",
    "read_folder": "reading",
    "record": "records",
    "render": "pages",
    "verify": "build",
}
"""Where each of them lives below this package; records live in ``models``."""


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever is asked for
    """What ``__all__`` lists, imported when it is first asked for: ``--help`` is instant."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name == "parse_settings":
        return import_module(f"{__name__}.settings").parse
    return getattr(import_module(f"{__name__}.{_HOME.get(name, 'models')}"), name)


def __dir__() -> list[str]:
    return __all__
