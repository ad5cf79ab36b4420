"""Quotations whose speaker is named, or is not, by a narrow margin."""

from __future__ import annotations

from collections.abc import Iterator

from topic_briefings.corrections.models import NOBODY
from topic_briefings.corrections.proposing import entry, meaning
from topic_briefings.doctor.findings import Case, Finding
from topic_briefings.models import Line

ABOVE, BELOW = 0.08, 0.1
"""How far above and below the threshold a confidence is near it."""


def just_named(case: Case) -> Iterator[Finding]:
    """Speakers of words in marks who are named though the generator was hardly sure."""
    threshold = case.settings.threshold
    for line in _marked(case):
        confidence = line.quotation.confidence
        if line.voice and line.quotation.corrected is None and threshold <= confidence < round(threshold + ABOVE, 4):
            says = f"“{_short(line)}” is given to {line.voice.name}, at a confidence of {confidence:.2f}"
            yield _finding("just named", case, line, says, threshold + ABOVE - confidence, NOBODY)


def just_not_named(case: Case) -> Iterator[Finding]:
    """Speakers of words in marks who are not named though the generator was nearly sure."""
    threshold = case.settings.threshold
    for line in _marked(case):
        speaker, confidence = line.quotation.speaker, line.quotation.confidence
        if speaker and speaker.name and round(threshold - BELOW, 4) <= confidence < threshold:
            says = f"“{_short(line)}” is given to nobody; {speaker.name} may have said it ({confidence:.2f})"
            yield _finding("just not named", case, line, says, confidence, speaker.name)


def _marked(case: Case) -> Iterator[Line]:
    return (line for line in case.edition.quotations)


def _finding(kind: str, case: Case, line: Line, says: str, harm: float, speaker: str) -> Finding:
    article = line.article.id
    words = meaning(line.quotation, case.analyses[article])
    proposed = entry(article=article, quotation=words, speaker=speaker)
    return Finding(kind=kind, harm=round(harm, 4), about=article, says=f"{article}: {says}", entry=proposed)


def _short(line: Line) -> str:
    words = " ".join(span.of(line.article.body) for span in line.quotation.fragments).split()
    return " ".join(words[:9]) + (" …" if len(words) > 9 else "")
