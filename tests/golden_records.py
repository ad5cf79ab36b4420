"""What is found in an article as lines that read like code in review: one finding a line, a file a room.

The extraction record gives what other programs read; the few things it leaves out (key quotes' salience, speakers
with their spellings, points) come from the analysis. Offsets stand at the end of a line, behind "@": where a
difference shows in them alone, the words are the same and stand elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from topic_briefings.extractors import gist
from topic_briefings.models import Analysis, Part
from topic_briefings.records import record
from topic_briefings.text.datelines import without_dateline
from topic_briefings.text.document import Document

Pair = list[int]
Room = Callable[[Analysis], Iterable[str]]


def rendered(analyses: Iterable[Analysis], room: Room) -> str:
    """The file of one room: under each article's id, its lines."""
    blocks = ("\n".join((f"=== {analysis.article.id}", *room(analysis), "")) for analysis in analyses)
    return "\n".join(blocks)


def articles(analysis: Analysis) -> Iterator[str]:
    """What reading made of the file: its fields, then each paragraph."""
    article = analysis.article
    yield f"headline   {article.headline}"
    yield f"published  {article.published or '-'}  language {article.language}  line {article.line}"
    yield f"outlet     {article.outlet or '-'}  authors {', '.join(article.authors) or '-'}"
    yield f"dateline   {article.dateline or '-'}  url {article.url or '-'}"
    yield from (f"| {line}".rstrip() for line in article.body.split("\n"))


def quotations(analysis: Analysis) -> Iterator[str]:
    """Kind and confidence | speaker as printed = resolved name | cue | what is reported, marks as brackets.

    "idle" is what no page prints.
    """
    body = analysis.article.body
    for found, quotation in zip(record(analysis)["quotations"], analysis.quotations, strict=True):
        speaker, cue = found["speaker"], found["cue"]
        who = f"{speaker['text']} = {speaker['name'] or 'nobody'}" if speaker else "-"
        said = " … ".join(_bracketed(body, pair, found["fragments"]) for pair in found["content"])
        at = [_at(found["content"]), *(str(part["start"]) for part in (cue, speaker) if part)]
        grade = f"{found['kind']} {found['confidence']:.4f} key {quotation.salience:.4f}{' idle' * quotation.idle}"
        yield _line(grade, who, cue["text"] if cue else "-", said, at=" ".join(at))


def speakers(analysis: Analysis) -> Iterator[str]:
    """Name | kind | role; below it every further spelling and why it is the same speaker."""
    body = analysis.article.body
    for speaker in analysis.speakers:
        role, at = ("-", "") if speaker.role is None else (speaker.role.of(body), str(speaker.role.start))
        yield _line(speaker.name, speaker.kind.value, role, at=at)
        for spelling in speaker.spellings:
            at = _at([s.start, s.end] for s in spelling.spans)
            yield "    " + _line(spelling.form, spelling.reason or spelling.evidence, at=at)


def countries(analysis: Analysis) -> Iterator[str]:
    """Code, role and salience | the words that stand for it, and how they do."""
    for tag in analysis.countries:
        words = [f"{_from(m.part)}{m.span.of(analysis.article.part(m.part))} ({m.how})" for m in tag.mentions]
        at = _at([m.span.start, m.span.end] for m in tag.mentions)
        yield _line(f"{tag.code} {tag.role.value} {tag.salience:.4f}", ", ".join(words), at=at)


def topics(analysis: Analysis) -> Iterator[str]:
    """Topic and salience | the terms that speak for it, each with how often."""
    for tag in analysis.topics:
        counted = dict.fromkeys(m.term for m in tag.mentions)
        words = [f"{term} ×{sum(m.term == term for m in tag.mentions)}" for term in counted]
        at = _at([m.span.start, m.span.end] for m in tag.mentions)
        yield _line(f"{tag.id} {tag.label} {tag.salience:.4f}", f"in {tag.broad}", ", ".join(words), at=at)


def keywords(analysis: Analysis) -> Iterator[str]:
    """Keyphrase | salience | whether it is idle."""
    for phrase in analysis.keyphrases:
        cells = (phrase.text, f"{phrase.salience:.4f}", *(["idle"] if phrase.idle else []))
        yield _line(*cells, at=_at([s.start, s.end] for s in phrase.spans))


def points(analysis: Analysis) -> Iterator[str]:
    """The sentences of the bottom line; with a question mark those that no page calls the point.

    Below them the sentences that may be it, each with the logarithm of the odds that it is.
    """
    body = analysis.article.body
    for point in analysis.points:
        sentence = point.span.of(body)
        yield _line(*(() if point.sure else ("?",)), sentence, at=str(point.span.start))
    document = Document(analysis.article)
    for sentence, place in gist.telling(document).items():
        span = without_dateline(body, sentence)
        yield f"    {gist.odds(gist.signs(document, span, place)) + 0:+.1f} {' '.join(span.of(body).split()[:8])}"


def notices(analysis: Analysis) -> Iterator[str]:
    """Code | sentence."""
    for notice in record(analysis)["notices"]:
        at = "" if notice["start"] is None else _at([[notice["start"], notice["end"]]])
        yield _line(notice["code"], notice["message"], at=at)


def leads(analysis: Analysis) -> Iterator[str]:
    """How fit | the sentence that may open a page."""
    for lead in analysis.leads:
        yield _line(f"{lead.value:.4f}", lead.span.of(analysis.article.body), at=str(lead.span.start))


def figures(analysis: Analysis) -> Iterator[str]:
    """The number and what it counts | its values | stems of what is counted | the toll."""
    for figure in analysis.figures:
        toll = f"{'at least ' if figure.least else ''}{figure.toll.value if figure.toll else '-'}"
        values = " to ".join(f"{value:g}" for value in figure.values)
        yield _line(figure.span.of(analysis.article.body), values, " ".join(figure.counted) or "-", toll,
                    at=str(figure.span.start))  # fmt: skip


ROOMS: dict[str, Room] = {
    room.__name__: room
    for room in (articles, quotations, speakers, countries, topics, keywords, points, leads, figures, notices)
}


# ------------------------------------------------------------------ lines


def _line(*parts: str, at: str) -> str:
    shown = " | ".join(" ".join(part.split()) for part in parts)
    return f"{shown}  @{at}" if at else shown


def _at(pairs: Iterable[Pair]) -> str:
    return ",".join(f"{start}-{end}" for start, end in pairs)


def _from(part: Part) -> str:
    return "" if part is Part.BODY else f"{part.value}: "


def _bracketed(body: str, pair: Pair, fragments: list[Pair]) -> str:
    """``body[pair]`` with every stretch in quotation marks between square brackets."""
    start, end = pair
    inside: Any = [("[", s, 1) for s, _ in fragments if start <= s <= end]
    inside += [("]", e, 0) for _, e in fragments if start <= e <= end]
    pieces, last = [], start
    for mark, place, _ in sorted(inside, key=lambda entry: (entry[1], entry[2])):
        pieces += [body[last:place], mark]
        last = place
    return "".join((*pieces, body[last:end]))
