"""What each watch must have: the articles that answer it, read from the records and the articles themselves."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from topic_briefings.knowledge import Knowledge
from topic_briefings.knowledge.topics import ancestry
from topic_briefings.models import Watch
from topic_briefings.pages.links import slugs
from topic_briefings.text.scripts import is_spaced
from topic_briefings.verifying.problems import folded
from topic_briefings.verifying.rows import ArticleRow, Recorded
from topic_briefings.verifying.shelves import Shelf

OPEN = "*"

Sets = dict[str, set[str]]


def watch_shelves(recorded: Recorded, watches: Iterable[Watch], knowledge: Knowledge) -> dict[str, Shelf]:
    """The shelf of each of the declared ``watches``, by its page."""
    named = {watch.name: watch for watch in watches}
    paths = slugs((name, name) for name in named)
    said, under = _said(recorded), _under(recorded, knowledge)
    return {
        f"watch/{paths[name]}": Shelf(
            name, about=[row.id for row in recorded.articles.values() if _answers(row, watch, recorded, said, under)]
        )
        for name, watch in named.items()
    }


def names_of_watches(watches: Iterable[Watch]) -> Iterator[str]:
    """What their pages may say that no article does."""
    for watch in watches:
        yield from (watch.name, *watch.words, *watch.voices)


def _said(recorded: Recorded) -> Sets:
    """By article, the names of the voices that its quotations are given to."""
    found: Sets = {}
    for article, rows in recorded.rows.items():
        for row in rows:
            voice = recorded.voices.get((article, row.speaker_name or "")) if row.voice else None
            forms = (form for form, _ in voice.spellings) if voice else ()
            found.setdefault(article, set()).update(_plain(name) for name in (row.voice, *forms) if name)
    return found


def _under(recorded: Recorded, knowledge: Knowledge) -> Sets:
    """By article, its topics and all above them."""
    above = ancestry(knowledge)
    return {
        row.id: {key for topic in row.topics for key in above.get(topic, (topic,))}
        for row in recorded.articles.values()
    }


def _answers(row: ArticleRow, watch: Watch, recorded: Recorded, said: Sets, under: Sets) -> bool:
    """Whether the article answers each kind of what is watched."""
    article = recorded.standing.get(row.id)
    text = _plain(f"{article.headline} \n {article.body}") if article else ""
    about = {code for code, focus in row.countries if focus}
    return (
        (not watch.words or any(_prints(text, word) for word in watch.words))
        and (not watch.voices or any(_plain(name) in said.get(row.id, ()) for name in watch.voices))
        and (not watch.countries or not about.isdisjoint(watch.countries))
        and (not watch.topics or not under[row.id].isdisjoint(watch.topics))
    )


def _prints(text: str, word: str) -> bool:
    """Whether ``text`` prints ``word`` as a word of its own, as far as its script parts words."""
    bare = _plain(word.removesuffix(OPEN))
    ends = len(text) + 1 if word.endswith(OPEN) else 0
    found = (match.span() for match in re.finditer(re.escape(bare), text))
    return any(not is_spaced(bare) or not (_inside(text, at - 1) or _inside(text, end + ends)) for at, end in found)


def _inside(text: str, at: int) -> bool:
    """Whether a letter, a digit or a mark on one stands at ``at``."""
    return 0 <= at < len(text) and unicodedata.category(text[at])[0] in "LNM"


def _plain(text: str) -> str:
    return folded(text.replace("’", "'").casefold())
