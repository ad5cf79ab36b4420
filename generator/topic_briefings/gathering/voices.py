"""What an edition has of each voice: what it said, in how many articles about what, and what others say of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from topic_briefings.gathering.briefings import topic_keys
from topic_briefings.gathering.calendars import calendar
from topic_briefings.gathering.keyquotes import key_quotes
from topic_briefings.gathering.nearness import is_principal, lead_words
from topic_briefings.models import Answer, Filed, Line, Report, Role, SpeakerKind, Voice, VoiceBriefing

SHORT = 5
"""The most lines in which a voice is told in short, one a story."""
FEW = 3
"""So many quotations need no choice."""
HEARD = 2
"""The fewest statements of a principal who is never quoted in marks and has a page."""
SAID_OF = 6
"""The most quotations of others that name a voice."""
SHORTEST, LONGEST = 6, 60
"""Words in marks of a quotation that can stand for more than itself."""

Members = Mapping[tuple[str, str], Voice]
"""The voice of each ``(Article.id, Speaker.name)``."""


def voice_briefings(reports: Sequence[Report], members: Members) -> tuple[VoiceBriefing, ...]:
    """One briefing a voice that is quoted in marks, or a person who speaks where headline or lead name them.

    Most quoted first.

    ``reports``: newest first. A voice of whom nothing printed shows that it is somebody has none.
    """
    lines: dict[Voice, list[Line]] = defaultdict(list)
    countries: dict[Voice, Counter[str]] = defaultdict(Counter)
    topics: dict[Voice, Counter[str]] = defaultdict(Counter)
    answers_by: dict[Voice, list[Answer]] = defaultdict(list)
    answers_to: dict[Voice, list[Answer]] = defaultdict(list)
    said_of: dict[Voice, list[Line]] = defaultdict(list)
    for report in reports:
        for answer in report.answers:
            answers_by[answer.by].append(answer)
            answers_to[answer.to].append(answer)
        for voice, line in _naming(report, members):
            said_of[voice].append(line)
        for line in report.lines:
            if line.voice:
                lines[line.voice].append(line)
        for voice in {line.voice for line in report.lines if line.voice}:
            countries[voice].update(tag.code for tag in report.analysis.countries if tag.role is Role.FOCUS)
            topics[voice].update(topic_keys(report))
    principals = _principals(reports)
    broad = {tag.broad for report in reports for tag in report.analysis.topics}
    stories = {report.article.id: report.story or report.article.id for report in reports}
    briefings = (
        VoiceBriefing(
            voice=voice,
            lines=tuple(found),
            short=_short(found, stories),
            countries=_most_often(countries[voice]),
            topics=_most_often(topics[voice], broad),
            answers=tuple(answers_by[voice]),
            answered=tuple(answers_to[voice]),
            said_of=_telling(said_of[voice], found),
        )
        for voice, found in lines.items()
        if voice.known and (any(line.quotation.fragments for line in found) or _speaks(voice, found, principals))
    )
    return tuple(sorted(briefings, key=lambda b: (-len(b.quotations), -len(b.lines), b.voice.name, b.voice.members)))


def _most_often(counts: Counter[str], broad: Collection[str] = ()) -> tuple[Filed, ...]:
    """Most articles first; of those with as many the ``broad`` ones last, since they say less."""
    ranked = sorted(counts, key=lambda key: (-counts[key], key in broad, key))
    return tuple(Filed(key=key, articles=counts[key]) for key in ranked)


def _principals(reports: Sequence[Report]) -> set[Voice]:
    """The voices that speak in an article whose headline or lead names them."""
    found: set[Voice] = set()
    for report in reports:
        words = lead_words(report)
        found.update(line.voice for line in report.lines if line.voice and is_principal(line, words))
    return found


def _speaks(voice: Voice, lines: Sequence[Line], principals: Collection[Voice]) -> bool:
    """Whether a voice that is never quoted in marks is a person who is heard all the same."""
    return voice.kind is SpeakerKind.PERSON and voice in principals and len(lines) >= HEARD


def _short(lines: Sequence[Line], stories: Mapping[str, str]) -> tuple[Line, ...]:
    """The best quotation of each story, the newest story first; none where there is no choice to make."""
    quoted = [line for line in lines if line.quotation.fragments]
    by_story: dict[str, list[Line]] = defaultdict(list)
    for line in quoted:
        if line.byline.certain and _stands_alone(line):
            by_story[stories[line.article.id]].append(line)
    if len(quoted) <= max(FEW, len(by_story)) or len(by_story) < 2:
        return ()
    best = [max(told, key=lambda line: line.quotation.salience) for told in by_story.values()]
    return tuple(best[:SHORT])


def _naming(report: Report, members: Members) -> Iterator[tuple[Voice, Line]]:
    """Each quotation of ``report`` with each other person whose name stands in its marks."""
    quoted = [line for line in report.lines if line.quotation.fragments and line.byline.certain]
    owners = _owners(report, members) if len(quoted) > 1 or len(report.analysis.speakers) > 1 else {}
    for line in quoted if owners else ():
        said = "\n".join(span.of(report.article.body) for span in line.quotation.fragments)
        forms = [form for form in owners if form in said]  # hardly a quotation has one, and a pattern is dear to make
        if forms and _stands_alone(line):
            pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))})\b")
            voices = dict.fromkeys(owners[form] for form in pattern.findall(said))
            yield from ((voice, line) for voice in voices if voice and voice != line.voice)


def _owners(report: Report, members: Members) -> dict[str, Voice | None]:
    """Whose each name is that ``report`` prints of a person, the surname alone too; None where two people bear it."""
    owners: dict[str, Voice | None] = {}
    months = calendar(report.article.language)
    for speaker in report.analysis.speakers:
        voice = members.get((report.article.id, speaker.name))
        if speaker.kind is not SpeakerKind.PERSON or voice is None or not voice.known:
            continue
        forms = {speaker.name, speaker.name.split()[-1], *(spelling.form for spelling in speaker.spellings)}
        for form in sorted(forms):
            if form[:1].isupper() and form.casefold() not in months:
                owners[form] = voice if owners.get(form, voice) == voice else None
    return owners


def _telling(said: Sequence[Line], own: Sequence[Line]) -> tuple[Line, ...]:
    """The most salient of what others ``said``, newest first; none of it is the voice's own."""
    taken = set(map(id, own))
    best = set(map(id, key_quotes([line for line in said if id(line) not in taken], SAID_OF)))
    return tuple(line for line in said if id(line) in best)


def _stands_alone(line: Line) -> bool:
    words = sum(len(span.of(line.article.body).split()) for span in line.quotation.fragments)
    return SHORTEST <= words <= LONGEST
