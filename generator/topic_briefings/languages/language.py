"""What the house knows of one language: a frozen value, made by the folder of that language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from topic_briefings.languages.claim import Claim, ClaimRule, Frame, Range, Scene
from topic_briefings.languages.mentions import Mentions
from topic_briefings.languages.names import Name, Words
from topic_briefings.languages.nouns import NounGrammar
from topic_briefings.languages.openings import PLAINLY, UNTOLD, Naming, Telling

WordClasses = Callable[[str], frozenset[str]]
"""The name of a class → its words, of a table that is read when it is first asked for."""
WordSet = Callable[[], frozenset[str]]
"""Words of a table, which is read when they are first asked for."""


def no_words() -> frozenset[str]:
    """The words of a table that a language has not got."""
    return frozenset()


def no_classes(kind: str) -> frozenset[str]:
    """The words of any class of a table that a language has not got."""
    del kind
    return frozenset()


class RoleOf(Protocol):
    """The places of somebody's name → the words of the role printed beside one of them; None where there is none."""

    def __call__(self, places: Iterable[Range], *, alone: bool = False) -> Range | None:
        """With ``alone`` only a role that says without the text around what somebody is."""


class Pronoun(StrEnum):
    """What a pronoun tells of its owner."""

    MASCULINE = "m"
    FEMININE = "f"
    NEUTER = "n"
    SEVERAL = "several"
    NOBODY = "nobody"
    """Nothing: "I", "who"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """How a phrase refers to somebody."""

    role_of: Callable[[str], str | None]
    """What a noun (lower case) names: ``person``, ``people``, ``group``, ``body``, ``bodies``; None for another."""
    pronoun: Callable[[list[str], int], Pronoun]
    """The words of a text and the number of a pronoun → what it tells."""
    back: frozenset[str] = frozenset()
    """Pronouns of several who were spoken of before, lower case: "they", but not "others"."""
    possessives: frozenset[str] = frozenset()
    """Determiners that, alone before a verb, are read as pronouns: "his"."""
    definite: frozenset[str] = frozenset()
    """Determiners of somebody known."""
    indefinite: frozenset[str] = frozenset()
    """Determiners of somebody new; none where a description is nobody's who was not brought in with that role."""
    counting: frozenset[str] = frozenset()
    """Words of a description that tells its owner from others: "the other trader"."""
    aged: frozenset[str] = frozenset()
    """Those that tell a person from another of the same name: "the younger Lund"."""
    articles: frozenset[str] | None = frozenset()
    """Determiners that are no part of a body's name; None for all of them."""
    asks: frozenset[str] = frozenset()
    """Labels of a talk, lower case, for whoever asks: "Q"."""
    answers: frozenset[str] = frozenset()
    """Labels of a talk, lower case, for whoever answers: "A"."""
    source: Callable[[Scene, Range], Range] = lambda scene, phrase: phrase
    """A phrase → whose words its noun stands for: the police, of "Angaben der Polizei"; else the phrase itself."""
    closing_voice: WordSet = no_words
    """Nouns that end a phrase whose possessor speaks: Lund's "verdict"."""
    in_full: Callable[[], Mapping[str, str]] = dict
    """Titles cut short → the word for the role: "Gen" → "general"."""
    base_role: Callable[[str], str] = str
    """A role as printed → its beginning that is its base form: "Präsident" of "Präsidenten"."""
    is_oblique: Callable[[str, bool], bool] = lambda article, governed: False
    """Whether an article is in no subject's case and can be left out: "dem", and "der" ``governed`` by another word."""
    honorifics: WordSet = no_words
    """What is printed before a name and is no role: "Mr"."""
    kin: WordSet = no_words
    """What somebody is to another by birth or marriage: "son"."""
    assertions: WordSet = no_words
    """What a clause with "that" tells the content of, lower case: "claim"."""
    standing: WordSet = no_words
    """What one may be besides any office: "candidate", "businessman"."""
    parties: WordSet = no_words
    """Followers of a party: "Democrat"."""
    peoples: tuple[str, ...] = ()
    """What the adjectives of peoples end in: "French"."""
    former: frozenset[str] = frozenset()
    """Words of an office that somebody no longer has: "former"."""
    texts: WordSet = no_words
    """Bodies that are read and are nobody, lower case: "report"."""
    issued: frozenset[str] = frozenset()
    """Those of them that speak for whoever spoke right before: "the statement"."""
    written: frozenset[str] = frozenset()
    """Those that are printed as the speaker where nobody's: "the letter"."""
    places: WordSet = no_words
    """Countries and capitals, which stand for their governments when they speak."""
    nobody: WordSet = no_words
    """Names, lower case, that alone are nobody who speaks: peoples, a country's states."""
    goes_by_first_word: Callable[[str, tuple[str, ...]], bool] = lambda word, whole: False
    """Whether a body goes by the first word of its name: "Nordhavn", but not "Boston"."""
    capital_nouns: bool = False
    """Nouns are printed with capitals, so that one alone is no name, and a bare one before a verb may be a surname."""
    plural_verb: str = ""
    """What a verb with several subjects ends in; empty where no ending tells."""
    compound_roles: bool = False
    """A role is named by the last part of its word: "Sprecher" for a "Regierungssprecher"."""
    plural_is_group: bool = False
    """A noun in "s" names several people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """How who said what is read."""

    letter: Callable[[str], str]
    """A token → its letter; see ``languages.letters``."""
    settled: Callable[[list[str], str], str]
    """The tokens of a text and their letters, marks drawn in → the letters, settled by their neighbours."""
    cues: re.Pattern[str]
    """The letters of words that may report, the first one of a match."""
    rules: tuple[ClaimRule[Any], ...]
    """The rules of ``claims`` in their order, for those who read or test them."""
    look: Callable[[Scene, Frame, int, list[Claim]], Any]
    """What those rules are asked about: a word that may report, in its sentence, after the claims before it."""
    claims: Callable[[Scene, Frame], list[Claim]]
    """The cues of a sentence with their speakers."""
    main_subject: Callable[[Scene, Frame], Range | None]
    """The subject of a sentence."""
    label: Callable[[str, int, int], Range | None]
    """The letters, the first word of a sentence and a colon → the phrase right before it."""
    beside: re.Pattern[str]
    """The letters of any subject and verb right after a quotation, the subject first."""
    names: Callable[[Words, str], Iterator[Name]]
    """The names in a text, in order."""
    reference: Reference
    roles: Callable[[Scene], RoleOf] | None = None
    """The words of an article → what reads the roles in them; None where only titles before a name are read."""
    asked: Callable[[Scene, int, int], Range | None] = lambda scene, first, last: None
    """The words behind a verb of asking and its subject, to the end of their sentence → the phrase of who is asked."""
    reported: Callable[[Scene, Frame], bool] = lambda scene, frame: False
    """Whether a sentence without a cue is in the mood of reported speech."""
    clause: re.Pattern[str] = re.compile("")
    """The letters of words without marks that open with a clause, from a comma before them on; any by default."""
    bare_clause: Callable[[str], re.Pattern[str] | None] | None = None
    """A verb that reports, as printed → what a clause behind it without a "that" begins with, in place of ``clause``;
    None where it needs one. None where every verb goes without."""
    describing: frozenset[str] = frozenset()
    """Relative pronouns and articles, lower case, that behind a comma only describe: "who", "a move that cost much"."""
    gainsaying: frozenset[str] = frozenset()
    """Forms, lower case, of verbs whose clause is what somebody does not say: "denied"."""
    conceding: frozenset[str] = frozenset()
    """Words, lower case, that behind a comma begin what the writer holds against a statement: "though"."""
    as_said: frozenset[str] | None = None
    """Words, lower case, before a claim whose main clause is what it reports: "as Lund said, the bridge holds"; None
    for all."""
    questions: frozenset[str] = frozenset()
    """Words, lower case, that open a reported question: "whether"."""
    conditions: frozenset[str] = frozenset()
    """Words, lower case, that begin the condition under which a statement holds: "if"."""
    besides: frozenset[str] = frozenset()
    """Prepositions, lower case, that behind a comma and before an -ing form begin what was not said: "without"."""
    expletive: frozenset[str] = frozenset()
    """Words, lower case, that open a clause in the place of its subject: "there"."""
    effects: frozenset[str] = frozenset()
    """-ing forms, lower case, that behind a comma tell what somebody's words led to: "drawing cheers"."""
    withholding: frozenset[str] = frozenset()
    """Words, lower case, that behind "and" or "but" begin what the speaker does not say: "declined to"."""
    affirming: frozenset[str] = frozenset()
    """Forms that only affirm the verb behind them, lower case: "does"."""
    avowed: frozenset[str] = frozenset()
    """Forms, lower case, of verbs of thinking by which somebody is said to speak of a belief: "believes"."""
    plain: frozenset[str] = frozenset()
    """Forms, lower case, of the plainest verb of saying: "said"."""
    own: frozenset[str] = frozenset()
    """Pronouns of the first person, lower case: "I", "our"."""
    hinting: frozenset[str] = frozenset()
    """Forms of verbs that say more of what somebody meant than of what they said: "signaled"."""
    infinitive: frozenset[str] = frozenset()
    """The word before a verb without a subject, lower case: "to"."""
    pointing: frozenset[str] = frozenset()
    """Words, lower case, that at the beginning of a clause point to what stands before it: "that", "they"."""
    recalling: frozenset[str] = frozenset()
    """Words, lower case, that open a sentence about the words before it: "That is what Lund told us"."""
    placing: frozenset[str] = frozenset()
    """Prepositions, lower case, that tell where, when or with whom it was said, and nothing of what: "in Vell"."""
    mentions: Mentions | None = None
    """Tells words in marks that are only mentioned; None where no table does."""
    led_in: frozenset[str] = frozenset()
    """Words right before the name in a line without a verb that leads in what somebody says: "And from Ana Lund:"."""
    before_named: str = "nNuadf"
    """Letters before marks that hold the name of something: the film “…”."""
    whole_is_said: bool = False
    """A whole sentence in marks is something said even where a name could stand."""
    title_case: bool = False
    """Titles of works are printed with capitals throughout."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language. ``attribution`` and ``nouns`` are None where nobody has written its rules yet."""

    code: str
    """ISO 639-1."""
    attribution: Attribution | None = None
    nouns: NounGrammar | None = None
    stop_words: WordSet = no_words
    """Words too common to say what a text is about, lower case."""
    openers: WordSet = no_words
    """Words, lower case, that tie a sentence to the one before it."""
    lead_bars: WordClasses = no_classes
    """What bars a sentence from opening a briefing: ``article``, ``address``, ``never``, ``leaning``; lower case."""
    naming: Naming = UNTOLD
    """What stands beside the name of a country that is not spoken of."""
    telling: Telling = PLAINLY
    """How sentences open and lean that do not tell what happened."""
    figure_words: WordClasses = no_classes
    """Words around figures: ``number``, ``times``, ``least``, ``range``, ``not``, ``vote``, ``idle``, the tolls."""
    answer_words: WordClasses = no_classes
    """Verbs between two names, by ``Stance``; ``possessive``, ``between``, ``taken_back``, ``unsure``; lower case."""
    day_words: WordClasses = no_classes
    """Before a day: ``pointing``, ``article`` (of a name), endings of an ``owner``, ``since``."""
    ending_words: WordClasses = no_classes
    """What a text or headline ends with that lost what follows: ``never``, ``seldom``, ``asking``, ``unfinished``; and
    where an object is lost ``having``, ``done``, ``owner``, ``address``."""
    short_names: Callable[[], Mapping[str, frozenset[str]]] = dict
    """Given names → the short forms that they go by, lower case."""
    titles: WordSet = no_words
    """What is printed before a name, as printed, without its dot."""
    dotted_titles: WordSet = no_words
    """Those that are printed with a dot, with it: no sentence ends there."""
    pronouns: WordSet = no_words
    """Pronouns that may stand for a speaker, lower case."""
    leaning: WordSet = no_words
    """Words, lower case, with which a quotation leans on what came before it."""
    firm: WordSet = no_words
    """Words, lower case, that commit whoever says them."""
    after_quotes: WordSet = no_words
    """Words, lower case, that make the one or two words after a quotation a sentence: '"Never." she said.'"""
    elided: re.Pattern[str] | None = None
    """Short words with their apostrophe that run into the next one: "l'"."""
    ordinal: re.Pattern[str] | None = None
    """A number with the stop that says that it counts, and the space behind it: "der 38. ", where no sentence ends."""
    behind_state: Callable[[], re.Pattern[str]] | None = None
    """A state cut short behind its town, and the space before a new sentence: "from Tarn, Pa. | Lund said"."""
    adjective_endings: tuple[str, ...] = ("",)
    """What the stem of a country's adjective may end in."""
    genitive: str = ""
    """What a name ends in where it owns something ("Kanadas Regierung")."""
    term_forms: Callable[[str, bool], tuple[str, ...]] = lambda term, inflects: (term,)
    """A term of a topic's lexicon, and whether it asks for all its forms → the forms it is found in, itself first."""
