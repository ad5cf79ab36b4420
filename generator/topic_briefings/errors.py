"""One family of errors: each says in one sentence where, what is wrong and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


def nearest(given: object, known: Iterable[str], *, at_least: float = 0.6) -> str | None:
    """Which of the ``known`` words was probably meant by ``given``; None where none is like it.

    ``at_least`` is how alike they must be, from 0 to 1, as ``difflib`` measures it (Ratcliff and Obershelp 1988).
    """
    return next(iter(get_close_matches(str(given), sorted(known), n=1, cutoff=at_least)), None)


class BriefingsError(Exception):
    """Anything that the person at the keyboard can mend. ``str()`` is the sentence to print."""


class SettingsError(BriefingsError):
    """An option under ``plugins: - briefings:`` that is unknown or has a wrong value."""


class PluginError(BriefingsError):
    """What another package adds cannot be used."""


class StartError(BriefingsError):
    """A new site would overwrite something, or cannot be put into the one that is there."""


class CorrectionsError(BriefingsError):
    """The file of corrections is wrong, or says two things of one: nothing is done until a person mends it."""


class StaleCorrectionsError(BriefingsError):
    """Some corrections find nothing any more, where a person asked that they all do."""


class OwnershipError(BriefingsError):
    """A page would have to be written over something that a person wrote."""


class WritingError(BriefingsError):
    """A file that cannot be written: a full disk, a folder that may not be written to."""


class PageError(BriefingsError):
    """A page whose path cannot be a file below ``docs/``: a slip in the generator, stopped before it writes."""


class AlteredError(BriefingsError):
    """Pages say what no article says, so that they must not be published. ``problems`` has a sentence for each."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        places = "1 place" if len(problems) == 1 else f"{len(problems):,} places"
        super().__init__("\n".join((*problems, f"Not published; wrong in {places}")))
        self.problems = problems


class ProcessError(BriefingsError):
    """No process can be started that would analyse articles."""


class SiteError(BriefingsError):
    """MkDocs could not build the site from the pages."""


@dataclass(unsafe_hash=True)  # not frozen: contextlib sets the traceback of an error that passes through it
class ArticleError(BriefingsError):
    """One article, or one file of them, that cannot be read. It is left out and reported; the rest goes on."""

    source: str
    """The file as the person knows it."""
    line: int | None
    """From 1; None where a line means nothing, as in a binary file."""
    problem: str
    """What is wrong."""
    remedy: str
    """What to write or do instead."""

    def __str__(self) -> str:
        where = self.source if self.line is None else f"{self.source}:{self.line}"
        return f"{where}: {self.problem}; {self.remedy}"

    def __reduce__(self) -> tuple[type[ArticleError], tuple[str, int | None, str, str]]:
        # An exception's own way to travel between processes forgets what was given by keyword.
        return type(self), (self.source, self.line, self.problem, self.remedy)
