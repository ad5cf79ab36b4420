"""German."""

from __future__ import annotations

import re
from functools import cache, partial

from topic_briefings.languages.claim import Range
from topic_briefings.languages.de.claims import CLAIM_RULES, claims, look
from topic_briefings.languages.de.forms import forms
from topic_briefings.languages.de.names import names
from topic_briefings.languages.de.nouns import NOUNS
from topic_briefings.languages.de.roles import Roles
from topic_briefings.languages.de.settling import settled
from topic_briefings.languages.de.sources import source
from topic_briefings.languages.de.subjects import main_subject, reported, subject_after
from topic_briefings.languages.de.words import TABLES, WORDS, base_role, frame_words, role_of
from topic_briefings.languages.en import LANGUAGE as ENGLISH
from topic_briefings.languages.en import grammar as english
from topic_briefings.languages.en.subjects import subject_before
from topic_briefings.languages.language import Attribution, Language, Pronoun, Reference, no_words
from topic_briefings.languages.mentions import Mentions
from topic_briefings.languages.openings import Telling
from topic_briefings.languages.stopwords import stopwords

_CUES = re.compile(r"[VDAia](?:(?<=[VDA])|(?<=i)(?=d?a*N)|(?<=Qa)(?=[doNh])|(?<=Q,a)(?=[doNh])|(?<=Q,ra)(?=[doNh]))")
"""Words that may report: those known to, "nach" before a source, and any word between a quotation and a subject."""
_PRONOUNS = (
    ("masculine", Pronoun.MASCULINE),
    ("feminine", Pronoun.FEMININE),
    ("neuter", Pronoun.NEUTER),
    ("several", Pronoun.SEVERAL),
)


def _pronoun(tokens: list[str], at: int) -> Pronoun:
    """What a pronoun tells; "sie" is told by its verb, which stands beside it."""
    word, beside = tokens[at].lower(), tokens[max(0, at - 1) : at + 2]
    if word == "sie" and any(verb.endswith("en") and verb.islower() for verb in beside if verb != word):
        return Pronoun.SEVERAL
    return next((pronoun for kind, pronoun in _PRONOUNS if word in frame_words(kind)), Pronoun.NOBODY)


def _is_oblique(article: str, governed: bool) -> bool:
    """Whether an article is a dative's or an accusative's; that of a genitive in -s goes with its noun's ending."""
    word = article.lower()
    return word in frame_words("article") or (governed and word == "der")


def _label(tags: str, first: int, colon: int) -> Range | None:
    """What stands before a colon: a noun phrase without case, read as in English, and no clause ("Darin steht:")."""
    found = subject_before(tags, first, colon)
    return found if found and "a" not in tags[slice(*found)] else None


_ORDINAL = re.compile(
    r"(?:(?<!\w)(?:der|die|das|den|dem|des|im|am|ab|bis|seit|vom|zum|zur|beim|ihre[mnrs]?|seine[mnrs]?) \d[\d.]{0,8}\."
    r"|(?<!\d)\d{1,2}\.(?=\s+(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)))\s+"
)
"""Behind an article or before a month a number with a stop counts: "in der 38. Minute", "Donnerstag, 12. Mai"."""

LANGUAGE = Language(
    code="de",
    ordinal=_ORDINAL,
    telling=Telling(
        reported=re.compile(r"\b(?:sagten?|sagt|teilten?|erklärten?|laut|zufolge)\b"),
        back=re.compile(r"\b(?:früher|lange Zeit|vergangene[mnrs]?|letzte[mnrs]?)\b"),
        teasing=re.compile(r"\A(?:Was|Wie|Wieso|Warum|Weshalb)\b|\?"),
        essay=re.compile(r"\b(?:Analyse|Essay|Interview|Kolumne|Kommentar|Leitartikel|Nachruf|Rezension)\b"),
        gainsays=re.compile(r"(?:Aber|Allerdings|Dennoch|Doch|Jedoch|Nun)\W"),
        lures=re.compile(
            r"(?:Eine? (?:besondere|kuriose|seltene|seltsame|ungewöhnliche)[mnrs]?"
            r"|Es (?:gab|gibt)|In [A-Z][\w-]+ (?:gab|gibt) es)\b"
        ),
    ),
    attribution=Attribution(
        letter=WORDS.letter,
        settled=settled,
        cues=_CUES,
        rules=CLAIM_RULES,
        look=look,
        claims=claims,
        main_subject=main_subject,
        label=_label,
        beside=english.BESIDE,
        names=names,
        roles=lambda scene: Roles(scene).of,
        asked=partial(subject_after, any_case=True),
        reported=reported,
        before_named="adfi",
        whole_is_said=True,
        clause=re.compile(","),  # German parts every clause by a comma from its verb of saying
        avowed=frozenset(("glauben", "glaubt")),
        led_in=frozenset(("von", "vom")),
        infinitive=frozenset(("zu",)),
        plain=frozenset(("erklärt", "erklärte", "erklärten", "sagt", "sagte", "sagten", "teilt", "teilte", "teilten")),
        as_said=frozenset(("so", "wie")),
        recalling=frozenset(("das", "dies", "so")),
        mentions=Mentions(TABLES, capitals=False),
        reference=Reference(
            role_of=role_of,
            base_role=base_role,
            pronoun=_pronoun,
            aged=frozenset(("jüngere", "jüngeren", "ältere", "älteren")),
            definite=frozenset(("der", "die", "das", "dieser", "diese")),
            articles=None,
            asks=frozenset(("q", "f", "frage", "interviewer")),
            answers=frozenset(("a", "antwort")),
            honorifics=ENGLISH.attribution.reference.honorifics if ENGLISH.attribution else no_words,
            source=source,
            is_oblique=_is_oblique,
            capital_nouns=True,
            plural_verb="en",
            compound_roles=True,
        ),
    ),
    nouns=NOUNS,
    stop_words=partial(stopwords, "de"),
    openers=cache(partial(TABLES.words, "openers")),
    day_words=cache(partial(TABLES.classes, "days")),
    ending_words=cache(partial(TABLES.classes, "endings")),
    lead_bars=cache(partial(TABLES.phrases, "leads")),
    figure_words=cache(partial(TABLES.phrases, "figures")),
    titles=ENGLISH.titles,  # agencies print "Dr." and "Prof." in both
    dotted_titles=ENGLISH.dotted_titles,
    pronouns=cache(WORDS.pronouns),
    leaning=cache(partial(TABLES.classes, "keyquotes", "leaning")),
    firm=cache(partial(TABLES.classes, "keyquotes", "firm")),
    adjective_endings=("", "e", "en", "er", "es", "em"),
    genitive="s",
    term_forms=forms,
)
