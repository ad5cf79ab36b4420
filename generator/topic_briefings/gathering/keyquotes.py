"""Which quotations a briefing prints, when it cannot print all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from topic_briefings.models import Line

PER_VOICE = 2
PER_ARTICLE = 3


def key_quotes(lines: Iterable[Line], limit: int) -> tuple[Line, ...]:
    """At most ``limit`` of ``lines``: the most salient, with no speaker and no article filling the list.

    Only quotations in marks whose speaker is certain; ties fall to the newer article, then to its id and to
    the place in it. One text that several articles quote counts once.
    """
    chosen: list[Line] = []
    by_speaker: Counter[str] = Counter()
    by_article: Counter[str] = Counter()
    texts: set[str] = set()
    for line in sorted((line for line in lines if line.byline.certain and line.quotation.fragments), key=_rank):
        speaker, text = _speaker(line), _text(line)
        if len(chosen) == limit:
            break
        if by_speaker[speaker] < PER_VOICE and by_article[line.article.id] < PER_ARTICLE and text not in texts:
            chosen.append(line)
            by_speaker[speaker] += 1
            by_article[line.article.id] += 1
            texts.add(text)
    return tuple(chosen)


def _rank(line: Line) -> tuple[float, int, str, int]:
    published = line.article.published
    return (
        -line.quotation.salience,
        -(published.toordinal() if published else 0),
        line.article.id,
        line.quotation.span.start,
    )


def _speaker(line: Line) -> str:
    """Whom the quotation counts for: the voice, or the article's own words for an unnamed speaker."""
    if line.voice:
        return "\n".join(map(str, line.voice.members[0]))
    return f"{line.article.id}\n{line.byline.printed}"


def _text(line: Line) -> str:
    return " ".join(span.of(line.article.body) for span in line.quotation.fragments).casefold()
