"""What the check of a page asks: where the page and every answer are as they were, it would find what it found.

The records, the articles and what is made of them are tables, and each notes what is asked of it while a page is
checked. What is noted is enough to tell, without another check, whether one would come out the same. So it must hold
that a check asks nothing but these tables, and that all else that it reads (code, settings, words of the interface)
is part of the key under which the outcome is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, overload

from topic_briefings.errors import ArticleError
from topic_briefings.models import Article
from topic_briefings.reading.files import File

if TYPE_CHECKING:
    from _collections_abc import dict_items, dict_keys, dict_values

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")

Questions = dict[str, list[Any]]
"""Table → the keys that are asked of it; a key of two parts is a list in JSON."""


class Memory(Protocol):
    """The outcomes of earlier checks, by the page."""

    basis: str
    """What all outcomes depend on: code, settings, and where they were found."""

    def get(self, path: str) -> str | None:
        """What was kept of the page at ``path``."""

    def put(self, path: str, outcome: str) -> None:
        """Keep the outcome of its check."""

    def read(self, file: File) -> Iterable[Article | ArticleError]:
        """The articles of a file, as ``reading.articles_in`` gives them."""


class Asking:
    """Notes what is asked of its tables."""

    def __init__(self) -> None:
        self._tables: dict[str, Callable[[Any], object]] = {}
        self._noted: set[tuple[str, Any]] | None = None
        self._answers: dict[tuple[str, Any], str] = {}

    def answers(self, name: str, table: Callable[[Any], object]) -> None:
        """Know how to answer what is asked of the table ``name``; what answers it prints as the same when it is."""
        self._tables[name] = table

    def note(self, name: str, key: object) -> None:
        """Note a question, while somebody listens."""
        if self._noted is not None:
            self._noted.add((name, key))

    def ask(self, name: str, key: object) -> object:
        """The answer of the table ``name``."""
        self.note(name, key)
        return self._tables[name](key)

    def everything(self) -> None:
        """Note a question after all that there is: its answer is never taken for the same."""
        self.note("everything", "")

    @contextmanager
    def listening(self) -> Iterator[set[tuple[str, Any]]]:
        """What is asked meanwhile."""
        noted: set[tuple[str, Any]] = set()
        self._noted = noted
        try:
            yield noted
        finally:
            self._noted = None

    def digest(self, questions: Iterable[tuple[str, Any]]) -> str | None:
        """A digest of the answers to ``questions``, in their order; None where one has an answer that never stays."""
        found = []
        for question in questions:
            answer = self._answers.get(question)
            if answer is None:
                name, key = question
                if name not in self._tables:
                    return None
                told = repr(self._tables[name](key)).encode("utf-8", "surrogatepass")
                answer = self._answers[question] = sha256(told).hexdigest()
            found.append(answer)
        return sha256("".join(found).encode()).hexdigest()


class Answers(dict[K, V]):
    """A table that notes what is asked of it; what is put into it once the first page is checked is its own fault."""

    def __init__(
        self,
        asking: Asking,
        name: str,
        values: Mapping[K, V] | None = None,
        make: Callable[[], V] | None = None,
    ) -> None:
        """``make`` makes what is missing, as in a ``defaultdict``."""
        super().__init__(values or {})
        self._asking, self._name, self._make = asking, name, make
        asking.answers(name, self._answer)

    def _answer(self, key: K) -> V | None:
        return super().get(key, self._make() if self._make else None)

    @overload
    def get(self, key: K, default: None = None, /) -> V | None: ...

    @overload
    def get(self, key: K, default: V, /) -> V: ...

    @overload
    def get(self, key: K, default: T, /) -> V | T: ...

    def get(self, key: K, default: object = None, /) -> object:
        """As that of any mapping, and so are the rest."""
        self._asking.note(self._name, key)
        return super().get(key, default)

    def __getitem__(self, key: K) -> V:
        self._asking.note(self._name, key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self._asking.note(self._name, key)
        return super().__contains__(key)

    def __missing__(self, key: K) -> V:
        if self._make is None:
            raise KeyError(key)
        made = self[key] = self._make()
        return made

    def __iter__(self) -> Iterator[K]:
        self._asking.everything()
        return super().__iter__()

    def __len__(self) -> int:
        self._asking.everything()
        return super().__len__()

    def keys(self) -> dict_keys[K, V]:
        """See ``dict``; no page may ask for all."""
        self._asking.everything()
        return super().keys()

    def values(self) -> dict_values[K, V]:
        """See ``keys``."""
        self._asking.everything()
        return super().values()

    def items(self) -> dict_items[K, V]:
        """See ``keys``."""
        self._asking.everything()
        return super().items()


def grouped(questions: Collection[tuple[str, Any]]) -> Questions:
    """``questions`` by their tables, in order."""
    found: Questions = {}
    for name, key in sorted(questions, key=lambda question: (question[0], str(question[1]))):
        found.setdefault(name, []).append(key)
    return found


def each(questions: Questions) -> Iterator[tuple[str, Any]]:
    """The questions that were ``grouped``."""
    for name, keys in questions.items():
        for key in keys:
            yield name, tuple(key) if isinstance(key, list) else key
