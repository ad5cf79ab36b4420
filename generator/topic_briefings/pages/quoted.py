"""How a quotation looks on a page: its own characters, who said it, and the sentence it stands in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from topic_briefings.languages import of
from topic_briefings.models import Article, Line, QuotationKind, Span
from topic_briefings.pages.context import in_context, sentences_around
from topic_briefings.pages.markdown import at_sentence, text
from topic_briefings.pages.site import Imprint, Link, Site

_MARKS = tuple("\"'“”„«»‘’‚‹›`")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """One quotation, ready to print."""

    anchor: str
    pieces: tuple[Markup, ...]
    """One a paragraph: the quoted characters with their marks, or for a partial one the sentence around it."""
    partial: bool
    context: Markup
    cue: str
    kind: str
    original: Markup | None
    """The sentence in the original article, where that has an address."""
    printed: str
    """The speaker's words as printed, when they are not the name at the head; else empty."""
    language: str
    """Only when it is not the site's own."""
    article: Link
    """The quotation on the page of its article, called as ``cited`` calls the article."""
    date: str
    """The article's date, where its outlet is not known and so is not in ``article``."""
    corrected: str
    """What the editor changed of it; empty where nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerView:
    """One speaker and what they said."""

    name: str
    link: Link | None
    role: str
    quotes: tuple[QuoteView, ...]


def by_speaker(site: Site, lines: Iterable[Line]) -> tuple[SpeakerView, ...]:
    """``lines`` grouped by speaker: the most salient speaker first, the unnamed last, each in order.

    What the editor put first stands first.
    """
    ranked = sorted(
        (sorted(group, key=lambda line: not _is_pinned(line)) for group in _grouped(lines)),
        key=lambda group: (
            not _is_pinned(group[0]),
            group[0].byline.name is None,
            -max(line.quotation.salience for line in group),
        ),
    )
    return tuple(_speaker(site, group) for group in ranked)


def _is_pinned(line: Line) -> bool:
    """Whether the editor put it first, which is the only correction that makes a quotation as salient as can be."""
    return line.quotation.corrected is not None and line.quotation.salience >= 1


def in_turn(site: Site, lines: Iterable[Line]) -> tuple[SpeakerView, ...]:
    """``lines`` grouped by speaker, in the order in which each is first quoted."""
    return tuple(_speaker(site, group) for group in _grouped(lines))


def _grouped(lines: Iterable[Line]) -> tuple[list[Line], ...]:
    groups: dict[tuple[object, ...], list[Line]] = {}
    for line in lines:
        groups.setdefault(_who(line), []).append(line)
    return tuple(groups.values())


def _who(line: Line) -> tuple[object, ...]:
    """What quotations are grouped by: the voice, or the article's words for somebody it does not name."""
    if line.voice:
        return (line.voice,)
    return (line.article.id, line.byline.printed) if line.byline.name else ()


def _speaker(site: Site, lines: list[Line]) -> SpeakerView:
    first = lines[0]
    link = site.voice(first.voice) if first.voice and site.has_page(first.voice) else None
    name = first.byline.heading or site.words["not_named"]
    role = next((line.byline.role for line in lines if line.byline.role), "")
    return SpeakerView(name=name, link=link, role=role, quotes=tuple(quote(site, line, name) for line in lines))


def quote(site: Site, line: Line, heading: str) -> QuoteView:
    """``line`` as it prints below a ``heading`` that names its speaker."""
    article, quotation = line.article, line.quotation
    partial = quotation.kind is not QuotationKind.DIRECT
    context = in_context(article.body, sentences_around(line), quotation.fragments or quotation.content)
    own = article.language == site.words.language
    return QuoteView(
        anchor=site.anchor(line),
        pieces=(context,) if partial else _pieces(line),
        partial=partial,
        context=context,
        cue=quotation.cue.of(article.body) if quotation.cue else "",
        kind=site.words[quotation.kind.value],
        original=at_sentence(article.url, sentences_around(line).of(article.body)) if article.url else None,
        printed=_other_words(line, heading),
        language="" if own else article.language,
        date=undercited(site, article),
        article=_standing(site, line),
        corrected=site.words.corrected(quotation.corrected),
    )


def _other_words(line: Line, heading: str) -> str:
    """The article's words for the speaker where they tell a reader more than the ``heading`` does.

    A pronoun or a part of the name tells nothing; another spelling or "the minister" does.
    """
    printed = line.byline.printed if line.voice else ""
    name, words = _folded(heading), _folded(printed)
    language = of(line.article.language)
    known = {*name.split(), *(title.lower() for title in language.titles()), *language.pronouns()}
    return "" if name in words or {word.strip(".") for word in words.split()} <= known else printed


def _folded(name: str) -> str:
    return name.casefold().replace("’", "'").strip(" ,.")


def _standing(site: Site, line: Line) -> Link:
    """The page of the article that prints ``line``, called as ``cited`` calls the article; its own where none does."""
    own, path = cited(site, line.article), site.printed(line.article).page(line)
    return replace(own, path=path, fragment=site.anchor(line)) if path else own


def source(site: Site, article: Article | Imprint) -> str:
    """Outlet and date of an article, in words."""
    date = site.words.date(article.published)
    return f"{article.outlet}, {date}" if article.outlet else date


def cited(site: Site, article: Article) -> Link:
    """The page of an article, called by its outlet and date; by its headline where no outlet is known."""
    own = site.article(article)
    return replace(own, text=source(site, article)) if article.outlet else own


def undercited(site: Site, article: Article) -> str:
    """The date of an article that ``cited`` calls by its headline; empty where it has none."""
    return site.words.date(article.published) if article.published and not article.outlet else ""


def in_marks(body: str, fragment: Span) -> Span:
    """``fragment`` of ``body`` with the mark on each side of it, where one stands there."""
    start, end = fragment.start, fragment.end
    return Span(start - (body[max(0, start - 1) : start] in _MARKS), end + (body[end : end + 1] in _MARKS))


def _pieces(line: Line) -> tuple[Markup, ...]:
    """The fragments with the marks they are printed in, one piece a paragraph of the article."""
    body = line.article.body
    pieces: list[list[Markup]] = []
    last: Span | None = None
    for fragment in line.quotation.fragments:
        whole = in_marks(body, fragment)
        if last is None or "\n" in body[last.end : whole.start]:
            pieces.append([])
        pieces[-1].append(text(whole.of(body)))
        last = fragment
    return tuple(Markup(" … ").join(piece) for piece in pieces)
