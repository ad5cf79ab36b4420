"""Pages that need not be made again.

A piece of a site, such as the pages of one country, is made by a function of what it is given (the briefing) and of
what it asks of the site (where a link leads, whether a voice has a page): it never sees the edition. What it was given
has a digest; under that are kept the questions that it asked, a digest of the answers, and what it made. Given the same
things, and answered the same by the site of another run, it would ask the same again and make the same, so it is not
called. (Verifying traces: Mokhov, Mitchell and Peyton Jones, "Build systems à la carte", 2018.)
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from typing import Protocol

from topic_briefings.forking import processes, shared
from topic_briefings.models import Article, Changes, Edition, KnownPage, Page, Report, Voice
from topic_briefings.pages.digests import Digests
from topic_briefings.pages.shares import Printed
from topic_briefings.pages.site import Imprint, Link, Making, Site


class Memory(Protocol):
    """What was made before, by key."""

    def get(self, key: str) -> str | None:
        """What ``put`` was given."""

    def put(self, key: str, made: str) -> None:
        """Keep it for another run."""


class RememberedSite(Site):
    """A site that makes nothing twice."""

    def __init__(self, site: Site, digests: Digests, memory: Memory, basis: str) -> None:
        """``basis`` stands for all that decides what pages say but for the edition: settings, code and tools."""
        vars(self).update(vars(site))
        self._site, self._digests, self._memory, self._basis = site, digests, memory, basis
        self._answers = _Answers(site, digests)
        self._due: list[tuple[str, Making, tuple[object, ...]]] = []

    def once(self, make: Making, *given: object) -> Iterator[Page | KnownPage]:
        """See ``Site``; what is not known is ``due``."""
        key = self._key(make, given)
        known = self._known(key)
        if known is None:
            self._due.append((key, make, given))
            return
        later = _Later(lambda: make(self._site, *given))
        for path, digest in json.loads(known):
            yield KnownPage(path=path, digest=digest, page=later.page(path))

    def due(self) -> Iterator[Page]:
        """See ``Site``."""
        due, self._due = self._due, []
        self._answers.prepare()
        found = shared(lambda number: self._made(*due[number]), len(due), processes(self.settings.workers))
        for (key, _, _), (pages, row) in zip(due, found, strict=True):
            if row is not None:
                self._memory.put(key, row)
            yield from pages

    def _made(self, _: str, make: Making, given: tuple[object, ...]) -> tuple[list[Page], str | None]:
        """The pages, and what is kept of them."""
        asked = _Asked(self._site, self._answers)
        pages = [page for page in make(asked, *given) if isinstance(page, Page)]
        made = [[page.path, sha256(page.content).hexdigest()] for page in pages]
        return pages, self._row(asked, json.dumps(made, separators=(",", ":")))

    def text_once(self, make: Callable[..., str], *given: object) -> str:
        """See ``Site``."""
        key = self._key(make, given)
        known = self._known(key)
        if known is not None:
            return known
        asked = _Asked(self._site, self._answers)
        text = make(asked, *given)
        row = self._row(asked, text)
        if row is not None:
            self._memory.put(key, row)
        return text

    def _key(self, make: Callable[..., object], given: tuple[object, ...]) -> str:
        told = f"{self._basis}\n{make.__module__}.{make.__qualname__}\n{self._digests.of(given)}"
        return sha256(told.encode()).hexdigest()

    def _known(self, key: str) -> str | None:
        """What was made, where the site answers as it did; else None."""
        told, _, made = (self._memory.get(key) or "").partition("\n\n")
        answers, *questions = told.split("\n")
        try:
            return made if answers and answers == self._answers.to(questions) else None
        except KeyError:  # whatever is wrong with it, it is made again
            return None

    def _row(self, asked: _Asked, made: str) -> str | None:
        """A digest of the answers, the questions, each in a line, and behind an empty line what was made.

        A question holds no line end but as an escape (``repr``), and JSON around it all would double a long text. What
        has half a surrogate pair is made again: None.
        """
        questions = sorted(asked.questions)
        with suppress(UnicodeEncodeError):
            made.encode()
            return "\n".join((self._answers.to(questions), *questions, "", made))
        return None


class _Later:
    """Pages that are made when the first of them is needed."""

    def __init__(self, make: Callable[[], Iterable[Page | KnownPage]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> dict[str, Page]:
        return {page.path: page for page in self._make() if isinstance(page, Page)}

    def page(self, path: str) -> Callable[[], Page]:
        """What makes the page at ``path``."""
        return lambda: self._made[path]


# ------------------------------------------------------------------ questions and answers


class _Asked(Site):
    """A site that notes what it is asked."""

    def __init__(self, site: Site, answers: _Answers) -> None:
        self.settings, self.kinds, self.words, self.history = site.settings, site.kinds, site.words, site.history
        self._site, self._answers = site, answers
        self.questions: set[str] = set()

    @property
    def edition(self) -> Edition:  # type: ignore[override]  # what is made once may not look at all of it
        """Raises ``AttributeError``."""
        raise AttributeError("a page that is made once is given what it needs of the edition")

    def report(self, article_id: str) -> Report:
        """See ``Site``."""
        self.questions.add(f"report\t{article_id!r}")
        return self._site.report(article_id)

    def imprint(self, article_id: str) -> Imprint:
        """See ``Site``."""
        self.questions.add(f"imprint\t{article_id!r}")
        return self._site.imprint(article_id)

    def central(self, story: str) -> tuple[str, ...]:
        """See ``Site``."""
        self.questions.add(f"central\t{story!r}")
        return self._site.central(story)

    def printed(self, article: Article) -> Printed:
        """See ``Site``."""
        self.questions.add(f"printed\t{article.id!r}")
        return self._site.printed(article)

    def has(self, kind: str, key: Hashable) -> bool:
        """See ``Site``."""
        self.questions.add(f"{kind}\t{self._answers.called(key)}")
        return self._site.has(kind, key)

    def link(self, kind: str, key: Hashable) -> Link:
        """See ``Site``."""
        self.questions.add(f"{kind}\t{self._answers.called(key)}")
        return self._site.link(kind, key)

    def broad(self, key: str) -> str:
        """See ``Site``."""
        self.questions.add(f"broad\t{key!r}")
        return self._site.broad(key)

    def crossed(self, page: str, with_: str) -> bool:
        """See ``Site``."""
        self.questions.add(f"crossed\t{(page, with_)!r}")
        return self._site.crossed(page, with_)

    def begins(self, date: dt.date) -> bool:
        """See ``Site``."""
        self.questions.add(f"begins\t{date!r}")
        return self._site.begins(date)

    def changes(self, shelf: str | None = None) -> Changes | None:
        """See ``Site``."""
        self.questions.add(f"changes\t{shelf!r}")
        return self._site.changes(shelf)


class _Answers:
    """What a site says to each question."""

    def __init__(self, site: Site, digests: Digests) -> None:
        self._site, self._digests = site, digests
        self._given: dict[str, str] = {}

    def called(self, key: Hashable) -> str:
        """What a question calls the thing by its ``key``."""
        return self._digests.of(key) if isinstance(key, Voice) else repr(key)

    def prepare(self) -> None:
        """Have at hand what answers are looked up in, so that no process makes that for itself."""
        self._tables  # noqa: B018 - made once, when it is looked at

    def to(self, questions: list[str]) -> str:
        """A digest of the answers to ``questions``."""
        found = "\n".join([self._given.get(question) or self._to(question) for question in questions])
        return sha256(found.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def _to(self, question: str) -> str:
        kind, _, about = question.partition("\t")
        if kind not in self._tables:
            raise KeyError(kind)
        found = self._tables[kind].get(about)
        answer = "nothing" if found is None else found()
        self._given[question] = answer
        return answer

    @cached_property
    def _tables(self) -> dict[str, dict[str, Callable[[], str]]]:
        """By kind of question, what answers each that is answered by more than "nothing"."""
        site, of = self._site, self._digests.of
        reports = site.edition.reports
        tables: dict[str, dict[str, Callable[[], str]]] = {
            kind: {self.called(key): _saying(repr((link.path, link.text, link.fragment))) for key, link in links}
            for kind, links in site.all_links()
        }
        tables["report"] = {repr(r.article.id): _later(of, r) for r in reports}
        tables["imprint"] = {repr(key): _saying(repr(site.imprint(key))) for key in (r.article.id for r in reports)}
        tables["printed"] = {repr(r.article.id): _later(of, _shares(site.printed(r.article))) for r in reports}
        tables["central"] = {repr(story.id): _saying(repr(site.central(story.id))) for story in site.edition.stories}
        tables["broad"] = {repr(key): _saying(repr(site.broad(key))) for key in site.all_topics()}
        tables["crossed"] = {repr(pair): _saying("yes") for pair in site.all_crossings()}
        tables["begins"] = {repr(date): _saying("yes") for date in site.all_days()}
        shelves = {None, *(briefing.key for briefing in site.edition.countries + site.edition.topics)}
        tables["changes"] = {repr(shelf): _later(of, site.changes(shelf)) for shelf in shelves}
        return tables


def _saying(answer: str) -> Callable[[], str]:
    return lambda: answer


def _later(of: Callable[[object], str], thing: object) -> Callable[[], str]:
    return lambda: of(thing)


def _shares(printed: Printed) -> tuple[object, ...]:
    return printed.shares
