"""Where an article prints the names of its voices."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from topic_briefings.languages.names import given_name
from topic_briefings.models import Analysis, Span, SpeakerKind, Voice


@dataclass(frozen=True, slots=True)
class Named:
    """A name as printed, and whose it is."""

    span: Span
    voice: Voice


def named(analysis: Analysis, voices: Mapping[tuple[str, str], Voice]) -> list[Named]:
    """Every printed name of a known voice in the body of ``analysis``, in order, without those inside another.

    ``voices`` gives the voice of each ``(Article.id, Speaker.name)``.
    """
    found: list[Named] = []
    for speaker in analysis.speakers:
        voice = voices.get((analysis.article.id, speaker.name))
        if voice and voice.known:
            found.extend(Named(span, voice) for spelling in speaker.spellings for span in spelling.spans)
    apart: list[Named] = []
    for name in sorted(found, key=lambda name: (name.span.start, -name.span.end, name.voice.name)):
        if not apart or name.span.start >= apart[-1].span.end:
            apart.append(name)
    return apart


def _surname(name: str) -> str:
    return name.rpartition(" ")[2].casefold()


def is_shared(analysis: Analysis, name: Named) -> bool:
    """Whether it is a bare name that somebody else in the article bears too: another speaker, or "Tom Nord"."""
    body = analysis.article.body
    printed = name.span.of(body)
    if " " in printed or name.voice.kind is not SpeakerKind.PERSON:
        return False
    if sum(_surname(speaker.name) == printed.casefold() for speaker in analysis.speakers) > 1:
        return True
    own = {word for spelling in name.voice.spellings for word in spelling.form.split()}
    before = re.findall(rf"([A-Z]\w+) (?:[A-Z]\. )?{re.escape(printed)}\b", body)
    return any(word not in own and given_name(word) for word in before)
