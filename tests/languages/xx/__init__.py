"""Xan, a made-up language, whole: everything that the house asks of a language, in one folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from topic_briefings.languages.claim import Claim, ClaimRule, CueKind, Frame, Range, Rule, Scene, by_letter, claimed
from topic_briefings.languages.kept import Kept
from topic_briefings.languages.language import Attribution, Language, Pronoun, Reference
from topic_briefings.languages.listed import Listed
from topic_briefings.languages.names import Name, Words, given_name, is_capital
from topic_briefings.languages.nouns import END, NounGrammar, NounWords
from topic_briefings.models import SpeakerKind
from topic_briefings.tables import Tables

TABLES = Tables(Path(__file__).parent)
WORDS = Listed(TABLES)

# ------------------------------------------------------------------ who said what

_PHRASE = re.compile(r"(d?[aN]+(?:f[dN]+)*)")
_BESIDE = re.compile(r"(N+)(V)")
_RUN = re.compile(r"N+")

Cue = tuple[Scene, Frame, int]


def _settled(tokens: list[str], tags: str) -> str:
    """A capital at the beginning of a sentence is no sign of a name: "Dixo lo minisera"."""
    return "".join(
        "V" if tag == "N" and tags[at - 1 : at] in ("", "|", ".") and tokens[at].lower() in WORDS.cues else tag
        for at, tag in enumerate(tags)
    )


def _look(scene: Scene, frame: Frame, at: int, _: list[Claim]) -> Cue:
    return scene, frame, at


def _kind(scene: Scene, at: int) -> CueKind:
    return WORDS.cues[scene.tokens[at].lower()][0].kind


def _behind(cue: Cue) -> Claim | None:
    """The speaker after "da": “…”, dixa da Ana Lund."""
    scene, frame, at = cue
    if scene.tokens[at + 1 : at + 2] != ["da"]:
        return None
    match = _PHRASE.match(scene.tags, at + 2, frame.last)
    return Claim((at, at + 2), match.span(1), Rule.AFTER, _kind(scene, at)) if match else None


def _in_front(cue: Cue) -> Claim | None:
    """The speaker right after a verb that opens the sentence: Dixo lo minisera: “…”."""
    scene, frame, at = cue
    match = _PHRASE.match(scene.tags, at + 1, frame.last)
    return Claim((at, at + 1), match.span(1), Rule.BEFORE, _kind(scene, at)) if match else None


CLAIM_RULES: tuple[ClaimRule[Cue], ...] = (
    ClaimRule("behind", _behind, "“Lo ponta tena muta bon”, {dixa da} [Ana Lund]."),
    ClaimRule("in front", _in_front, "En Koper {dixo} [lo minisera]: “Lo ponta tena muta bon.”"),
)
_ASKED = by_letter(CLAIM_RULES)


def _claims(scene: Scene, frame: Frame) -> list[Claim]:
    return claimed(_ASKED, _look, scene, frame)


def _main_subject(scene: Scene, frame: Frame) -> Range | None:
    match = _PHRASE.match(scene.tags, frame.first, frame.last)
    return match.span(1) if match else None


def _label(tags: str, first: int, end: int) -> Range | None:
    match = _PHRASE.fullmatch(tags, first, end)
    return match.span(1) if match else None


def _names(words: Words, tags: str) -> Iterator[Name]:
    """A given name and what follows it; a surname alone once it has been printed so."""
    known: set[str] = set()
    for match in _RUN.finditer(tags):
        first, last = match.span()
        tokens = tuple(words.tokens[first:last])
        if not is_capital(tokens[-1]) or not (given_name(tokens[0]) or tokens[-1] in known):
            continue
        known.add(tokens[-1])
        gender = given_name(tokens[0])
        yield Name(
            first=first,
            last=last,
            words=tokens,
            text=words.text(first, last),
            kind=SpeakerKind.PERSON,
            gender=gender if gender in ("f", "m") else None,
            title=None,
        )


def _pronoun(tokens: list[str], at: int) -> Pronoun:
    return {"ela": Pronoun.FEMININE, "elo": Pronoun.MASCULINE}.get(tokens[at].lower(), Pronoun.NOBODY)


# ------------------------------------------------------------------ noun phrases: a noun and the adjective after it

_NOUN_PHRASE = re.compile(r"nJ?")


@cache
def _common() -> frozenset[str]:
    return TABLES.words("common")


def _noun_letter(word: str) -> str:
    if not word:
        return END
    if not word[0].isalpha():
        return "j"
    if word.lower() in _common():
        return "d"
    return "J" if word.endswith("ica") else "n"


def _noun_phrases(words: NounWords) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _NOUN_PHRASE.finditer(words.tags))


LANGUAGE = Language(
    code="xx",
    attribution=Attribution(
        letter=WORDS.letter,
        settled=_settled,
        cues=re.compile(r"V"),
        rules=CLAIM_RULES,
        look=_look,
        claims=_claims,
        main_subject=_main_subject,
        label=_label,
        beside=_BESIDE,
        names=_names,
        reference=Reference(role_of=WORDS.roles.get, pronoun=_pronoun, definite=frozenset(("lo", "la"))),
    ),
    nouns=NounGrammar(
        bases=Kept(str.lower),
        letters=Kept(_noun_letter),
        opening=Kept(_noun_letter),
        settled=lambda tags: tags,
        capitals="",
        alone=lambda words, before: words,
        phrases=_noun_phrases,
        qualities=lambda words, first, last: 0,
        is_general=lambda noun: False,
        is_common=lambda word: word in _common(),
        unnamed=_common,
        titles=frozenset,
    ),
    stop_words=_common,
    pronouns=cache(WORDS.pronouns),
    firm=partial(frozenset, ("deva",)),
    genitive="n",
)
