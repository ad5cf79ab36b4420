"""Who answers whom: sentences in which one voice of an article rejects, accuses, backs or praises another.

A sentence counts only where the two names stand right beside the verb: "Ryan has sharply rejected Nord's plan". Read by
hand, nine in ten of these were right; through pronouns and resolved speakers it was seven in ten, so those are left
out. Left out too are questions, conditions and denials, names that two people of the article bear, what is only
said in somebody's quotation, and names that are part of something else ("attacked the Nord campaign manager").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise, takewhile

from topic_briefings import languages
from topic_briefings.gathering.named import Named, is_shared, named
from topic_briefings.languages import Language
from topic_briefings.models import Analysis, Answer, Span, Stance, Voice
from topic_briefings.text.document import Document, document

_WIDE = 48
"""Characters between two names that a verb with its adverb, its particles and a title can fill."""
_BEFORE = 8
"""Words before the first name in which a condition or a denial takes the statement back."""
_LONGEST = 60
"""Words of a sentence that can stand alone on a page."""
_POSSESSIVE = ("'s", "’s")
_LED_IN = "itfs"
"""Letters before a name after which it is no subject: prepositions, "of", "to", "’s"."""
_GOES_ON = "nSuaJKkyZIN$"
"""Letters behind a name that it is part of: "Nord supporters"."""
_PEOPLE = ("person", "people")
_ADVERB = re.compile(r"[a-z]+ly")


def answers(analysis: Analysis, voices: Mapping[tuple[str, str], Voice]) -> Iterator[Answer]:
    """Yield who answers whom in the body of ``analysis``, in order of appearance.

    ``voices`` gives the voice of each ``(Article.id, Speaker.name)``. None in a language without a table of answers.
    """
    article = analysis.article
    language = languages.of(article.language)
    if not _verbs(language.code):
        return
    found = named(analysis, voices)
    met = set()
    for by, to in pairwise(found):
        stance = _stance(language, article.body, by, to)
        if stance is None or by.voice == to.voice or is_shared(analysis, by) or is_shared(analysis, to):
            continue
        sentence = _asserted(analysis, document(article), by.span, to.span)
        key = (sentence, by.voice, to.voice, stance)
        if sentence and key not in met:
            met.add(key)
            yield Answer(article=article, by=by.voice, to=to.voice, stance=stance, sentence=sentence)


# ------------------------------------------------------------------ the words between two names


@cache
def _verbs(code: str) -> dict[tuple[str, ...], Stance]:
    """The words of each verb, those that must follow it included, with what they show."""
    words = languages.of(code).answer_words
    return {tuple(verb.split()): stance for stance in Stance for verb in words(stance.value)}


def _stance(language: Language, body: str, by: Named, to: Named) -> Stance | None:
    """What the words between two names show; None where they are more or others than a verb and its own."""
    if to.span.start - by.span.end > _WIDE:
        return None
    words = body[by.span.end : to.span.start].split()
    known = _verbs(language.code)
    while words and _may_precede(language, words[0]):
        words = words[1:]
    while words and (words[-1] in language.titles() or words[-1].rstrip(".") in language.titles()):
        words = words[:-1]
    stance = known.get(tuple(words))
    if stance is None:
        return None
    if words[0] in language.answer_words("possessive") and not _owns(body, to.span):
        return None
    return stance


def _may_precede(language: Language, word: str) -> bool:
    """Whether ``word`` may stand before the verb: an adverb that leaves it as it is, or "has"."""
    if word in language.answer_words("between"):
        return True
    return bool(_ADVERB.fullmatch(word)) and word not in language.answer_words("taken_back")


# ------------------------------------------------------------------ the sentence


def _asserted(analysis: Analysis, cut: Document, by: Span, to: Span) -> Span | None:
    """The sentence in which ``by`` answers ``to``, if the article says so in its own name; else None."""
    sentence = cut.sentence_at(by.start)
    if sentence is None or not sentence.covers(to) or sentence.of(cut.body).rstrip('”"').endswith("?"):
        return None
    words = cut.words
    first, last = words.at(sentence.start), words.at(sentence.end)
    if last - first > _LONGEST or not (_is_subject(cut, first, by) and _ends(cut, to)):
        return None
    before = range(max(first, words.at(by.start) - _BEFORE), words.at(by.start))
    opening = words.tokens[first].lower()  # only there a capital says nothing: "May" is a month
    unsure = cut.language.answer_words("unsure")
    if any((opening if at == first else words.tokens[at]) in unsure for at in before):
        return None
    said = (span for quotation in analysis.quotations for span in (*quotation.fragments, *quotation.content))
    return None if any(span.covers(by) and span.covers(to) for span in said) else sentence


def _is_subject(cut: Document, first: int, by: Span) -> bool:
    """Whether the name begins where a subject can: after no preposition, no possessor and no part of a name."""
    words, at = cut.words, cut.words.at(by.start)
    if at == first:
        return True
    token, letter = words.tokens[at - 1], words.tags[at - 1]
    if by.start == words.ends[at - 1] and token in ("-", "/"):
        return False
    if letter == "N" and at - 1 > first and " " not in by.of(cut.body) and token not in cut.language.titles():
        return False
    return letter not in _LED_IN


def _owns(body: str, name: Span) -> bool:
    """Whether the name is a possessive: "Nord's", "Jones'"."""
    behind = body[name.end : name.end + 2]
    return behind in _POSSESSIVE or (body[name.end - 1] == "s" and behind in ("' ", "’ "))


def _ends(cut: Document, to: Span) -> bool:
    """Whether the second name is no part of something else: of what follows, or of the person it belongs to."""
    words, body = cut.words, cut.body
    at = words.at(to.end)
    reference = cut.language.attribution.reference if cut.language.attribution else None
    if _owns(body, to):
        owned = takewhile(lambda n: words.tags[n] in _GOES_ON, range(at + 1, min(at + 4, len(words.tokens))))
        return not any(reference and reference.role_of(words.tokens[n].lower()) in _PEOPLE for n in owned)
    if at >= len(words.tokens) or words.starts[at] == to.end:
        return body[to.end : to.end + 1] not in ("-", "/")
    return words.tags[at] not in _GOES_ON
