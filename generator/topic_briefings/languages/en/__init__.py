"""English."""

from __future__ import annotations

import re
from functools import cache, partial

from topic_briefings.languages.en import grammar
from topic_briefings.languages.en.bare import bare_clause
from topic_briefings.languages.en.capitals import nobody, real
from topic_briefings.languages.en.claims import CLAIM_RULES, claims
from topic_briefings.languages.en.cue import look
from topic_briefings.languages.en.forms import forms
from topic_briefings.languages.en.headlines import parted
from topic_briefings.languages.en.name_kinds import places
from topic_briefings.languages.en.names import goes_by_first_word, names
from topic_briefings.languages.en.nouns import NOUNS
from topic_briefings.languages.en.openings import NAMING, TELLING
from topic_briefings.languages.en.people import is_person_noun
from topic_briefings.languages.en.roles import Roles
from topic_briefings.languages.en.settling import settled
from topic_briefings.languages.en.subjects import main_subject, speaker_after, subject_before
from topic_briefings.languages.en.title_words import base_role
from topic_briefings.languages.en.words import QUESTIONS, TABLES, letter, pronouns, role_of, titles, word_set
from topic_briefings.languages.language import Attribution, Language, Pronoun, Reference
from topic_briefings.languages.mentions import Mentions
from topic_briefings.languages.stopwords import stopwords

_PRONOUNS = {
    "he": Pronoun.MASCULINE, "him": Pronoun.MASCULINE, "his": Pronoun.MASCULINE,
    "she": Pronoun.FEMININE, "her": Pronoun.FEMININE, "it": Pronoun.NEUTER,
    "they": Pronoun.SEVERAL, "we": Pronoun.SEVERAL, "you": Pronoun.SEVERAL, "everyone": Pronoun.SEVERAL,
    "everybody": Pronoun.SEVERAL, "others": Pronoun.SEVERAL,
}  # fmt: skip
_NOBODY = Pronoun.NOBODY
_TELLS = ("comment", "confirm", "disclose", "elaborate", "explain", "identify", "rule", "say", "specify", "tell")
"""Verbs by which a writer says what was not told: "did not elaborate"."""


def _pronoun(tokens: list[str], at: int) -> Pronoun:
    return _PRONOUNS.get(tokens[at].lower(), _NOBODY)


def _role_of(word: str) -> str | None:
    return role_of(word) or ("person" if is_person_noun(word) else None)


@cache
def _in_full() -> dict[str, str]:
    return dict(pair.split("=") for pair in word_set("abbreviated"))


@cache
def _dotted_titles() -> frozenset[str]:
    return frozenset(title for title in word_set("title") if title.endswith("."))


@cache
def _behind_state() -> re.Pattern[str]:
    """A name, at most three words, and one in small letters behind a state: no state and its town stand so in one."""
    states = "|".join(map(re.escape, sorted(word_set("state"))))
    name = r"[A-Z][\w'’-]+"
    # The comma stands in front, since a pattern that begins with plain letters is looked for quickly.
    return re.compile(rf", (?<=\w, )(?:{states})\.\s+(?={name}(?: {name}){{0,2}}(?:, [^,.\n]{{3,40}},)? [a-z])")


@cache
def _short_names() -> dict[str, frozenset[str]]:
    return {name: frozenset(forms.split()) for name, forms in TABLES.rows("nicknames")}


_WRITTEN = frozenset(("letter", "memo", "email", "e-mail"))
"""What somebody gave out and what a reader takes for a speaker where it is nobody's."""

LANGUAGE = Language(
    code="en",
    attribution=Attribution(
        letter=letter,
        settled=settled,
        cues=grammar.CUE,
        rules=CLAIM_RULES,
        look=look,
        claims=claims,
        main_subject=main_subject,
        label=subject_before,
        asked=speaker_after,
        beside=grammar.BESIDE,
        clause=grammar.OPENS,
        bare_clause=bare_clause,
        describing=frozenset(("who", "which", "whom", "whose", "where", "a", "an")),
        gainsaying=frozenset(("deny", "denies", "denied", "denying", "dispute", "disputes", "disputed", "disputing")),
        conceding=frozenset(("although", "though", "while")),
        as_said=frozenset(("as", "like")),
        questions=QUESTIONS,
        conditions=frozenset(("if", "unless")),
        besides=frozenset(("with", "without")),
        expletive=frozenset(("there",)),
        effects=frozenset(
            (
                *("casting", "dealing", "drawing", "eliciting", "escalating", "fueling", "fuelling", "leaving"),
                *("prompting", "provoking", "raising", "setting", "sparking", "stirring", "throwing"),
            )
        ),
        withholding=frozenset(("declined to", "refused to", *(f"did not {verb}" for verb in _TELLS))),
        affirming=frozenset(("do", "does", "did")),
        avowed=frozenset(("agree", "agreed", "agrees", "believe", "believes")),
        names=lambda words, tags: real(words, tags, parted(words, tags, names(words, tags))),
        roles=lambda scene: Roles(scene).of,
        title_case=True,
        led_in=frozenset(("from", "by")),
        plain=frozenset(("say", "says", "said")),
        own=frozenset(("i", "me", "my", "myself", "we", "us", "our", "ours")),
        hinting=frozenset(
            (
                *("decide", "decides", "decided", "deciding"),
                *("hint", "hints", "hinted", "hinting", "imply", "implies", "implied", "implying"),
                *("indicate", "indicates", "indicated", "indicating", "suggest", "suggests", "suggested", "suggesting"),
                *("signal", "signals", "signaled", "signaling", "signalled", "signalling"),
            )
        ),
        infinitive=frozenset(("to",)),
        pointing=frozenset(("that", "this", "these", "those", "they", "such", "then", "there")),
        recalling=frozenset(("that", "this", "those", "these", "so")),
        placing=frozenset(("alongside", "at", "beside", "by", "during", "from", "in", "near", "outside", "with")),
        mentions=Mentions(TABLES, capitals=True),
        reference=Reference(
            role_of=_role_of,
            base_role=base_role,
            pronoun=_pronoun,
            back=frozenset(("they", "them", "their")),
            possessives=frozenset(("his", "her")),
            aged=frozenset(("younger", "elder", "older")),
            definite=frozenset(("the", "that", "this")),
            indefinite=frozenset(("a", "an", "another", "one", "some")),
            counting=frozenset(("first", "second", "third", "other", "same", "next", "last", "latter", "only")),
            articles=frozenset(("the", "a")),
            asks=frozenset(("q", "question", "questioner", "interviewer", "moderator", "reporter")),
            answers=frozenset(("a", "answer")),
            closing_voice=partial(word_set, "utterance"),
            honorifics=partial(word_set, "honorific"),
            assertions=partial(word_set, "assertion"),
            standing=partial(word_set, "standing"),
            parties=partial(word_set, "party"),
            peoples=("ish", "ch", "an", "ese"),
            former=frozenset(("former", "ex")),
            texts=partial(word_set, "text"),
            issued=frozenset(("statement", "release", "note", "message", *_WRITTEN)),
            written=_WRITTEN,
            in_full=_in_full,
            kin=cache(lambda: word_set("kin_f") | word_set("kin_m")),
            places=places,
            nobody=nobody,
            goes_by_first_word=goes_by_first_word,
            plural_is_group=True,
        ),
    ),
    nouns=NOUNS,
    stop_words=partial(stopwords, "en"),
    openers=cache(partial(TABLES.words, "openers")),
    behind_state=_behind_state,
    lead_bars=cache(partial(TABLES.phrases, "leads")),
    naming=NAMING,
    telling=TELLING,
    figure_words=cache(partial(TABLES.phrases, "figures")),
    answer_words=cache(partial(TABLES.phrases, "answers")),
    day_words=cache(partial(TABLES.classes, "days")),
    ending_words=cache(partial(TABLES.classes, "endings")),
    short_names=_short_names,
    titles=titles,
    dotted_titles=_dotted_titles,
    pronouns=pronouns,
    leaning=cache(partial(TABLES.classes, "keyquotes", "leaning")),
    firm=cache(partial(TABLES.classes, "keyquotes", "firm")),
    after_quotes=cache(partial(TABLES.words, "after_quotes")),
    term_forms=forms,
)
