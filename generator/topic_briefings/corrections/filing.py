"""Corrections of where an article is filed: its countries, topics and keywords."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from topic_briefings.corrections.desk import Desk
from topic_briefings.corrections.finding import folded, occurrences
from topic_briefings.corrections.models import Correction
from topic_briefings.errors import nearest
from topic_briefings.knowledge import Knowledge
from topic_briefings.knowledge.places import country_codes, country_names_all
from topic_briefings.knowledge.topics import ancestry, taxonomy
from topic_briefings.models import (
    Analysis,
    Corrected,
    CountryMention,
    CountryTag,
    Keyphrase,
    Role,
    Span,
    TopicMention,
    TopicTag,
)

HOW = "editor"
"""How a mention was found that a person named."""
ENOUGH = 0.5
"""The least salience of what a person filed an article under."""
_LANGUAGES = ("en", "de")
"""Those that a country or a topic may be named in."""


def _words(correction: Correction, analysis: Analysis, desk: Desk) -> tuple[Span, ...] | None:
    """Where the words stand that it names; None, noted, where they do not."""
    if not correction.words:
        return ()
    found = occurrences(correction.words, analysis.article.body)
    if not found:
        desk.miss(correction, f"the article does not print “{correction.words}”")
    return found or None


# ------------------------------------------------------------------ countries


def countries(analysis: Analysis, desk: Desk) -> Analysis:
    """``analysis`` with its countries as a person said."""
    for correction in desk.about(analysis.article.id, "country"):
        code = country_of(correction.value)
        if code is None:
            near = nearest(correction.value, country_names_all("en").values())
            desk.miss(correction, f'"{correction.value}" is no country' + (f'; did you mean "{near}"?' if near else ""))
            continue
        analysis = _country(analysis, code, correction, desk)
    return analysis


def country_of(given: str) -> str | None:
    """The code of the country that ``given`` names, by a code or a name."""
    if given.upper() in country_codes():
        return given.upper()
    for language in _LANGUAGES:
        for code, name in country_names_all(language).items():
            if folded(name) == folded(given):
                return code
    return None


def _country(analysis: Analysis, code: str, correction: Correction, desk: Desk) -> Analysis:
    before = next((tag for tag in analysis.countries if tag.code == code), None)
    spans = _words(correction, analysis, desk)
    if spans is None:
        return analysis
    if correction.choice == "dropped" and before is None:
        desk.miss(correction, f"the article is not filed under {code}")
        return analysis
    desk.claim(correction, ("country", analysis.article.id, code))
    mark = desk.mark(analysis.article.id, correction, correction.mark(key=code))
    others = tuple(tag for tag in analysis.countries if tag.code != code)
    if correction.choice == "dropped":
        return replace(analysis, countries=others)
    tag = _tagged(before, code, Role.FOCUS if correction.choice == "about" else Role.MENTIONED, spans, mark)
    return replace(analysis, countries=tuple(sorted((*others, tag), key=lambda c: (-c.salience, c.code))))


def _tagged(before: CountryTag | None, code: str, role: Role, spans: Iterable[Span], mark: Corrected) -> CountryTag:
    known = before.mentions if before else ()
    taken = {mention.span for mention in known}
    added = tuple(CountryMention(span=span, how=HOW) for span in spans if span not in taken)
    salience = max(before.salience if before else 0.0, ENOUGH if role is Role.FOCUS else 0.0)
    return CountryTag(code=code, salience=salience, role=role, mentions=(*known, *added), corrected=mark)


# ------------------------------------------------------------------ topics


def topics(analysis: Analysis, desk: Desk, knowledge: Knowledge) -> Analysis:
    """``analysis`` with its topics as a person said."""
    for correction in desk.about(analysis.article.id, "topic"):
        key = topic_of(correction.value, knowledge)
        if key is None:
            labels = [topic.label("en") for topic in taxonomy(knowledge).values()]
            near = nearest(correction.value, labels)
            desk.miss(correction, f'"{correction.value}" is no topic' + (f'; did you mean "{near}"?' if near else ""))
            continue
        analysis = _topic(analysis, key, correction, desk, knowledge)
    return analysis


def topic_of(given: str, knowledge: Knowledge) -> str | None:
    """The id of the topic that ``given`` names, by its id or a label; of two of one label the one that sorts first."""
    known = taxonomy(knowledge)
    if given in known:
        return given
    wanted = folded(given)
    found = (key for key in sorted(known) if any(folded(label) == wanted for _, label in known[key].labels))
    return next(found, None)


def _topic(analysis: Analysis, key: str, correction: Correction, desk: Desk, knowledge: Knowledge) -> Analysis:
    spans = _words(correction, analysis, desk)
    if spans is None:
        return analysis
    dropped = correction.choice == "dropped"
    out = tuple(tag for tag in analysis.topics if tag.id == key or (dropped and tag.broad == key))
    if dropped and not out:
        desk.miss(correction, f'the article is not filed under "{correction.value}"')
        return analysis
    desk.claim(correction, ("topic", analysis.article.id, key))
    mark = desk.mark(analysis.article.id, correction, correction.mark(key=key))
    others = tuple(tag for tag in analysis.topics if tag not in out)
    if dropped:
        return replace(analysis, topics=others)
    known = out[0].mentions if out else ()
    term = folded(correction.words)
    tag = TopicTag(
        id=key,
        label=taxonomy(knowledge)[key].label("en"),
        broad=ancestry(knowledge)[key][-1],
        salience=max(out[0].salience if out else 0.0, ENOUGH),
        mentions=(*known, *(TopicMention(span=span, term=term) for span in spans)),
        corrected=mark,
    )
    return replace(analysis, topics=tuple(sorted((*others, tag), key=lambda t: (-t.salience, t.id))))


# ------------------------------------------------------------------ keywords


def keyphrases(analysis: Analysis, desk: Desk) -> Analysis:
    """``analysis`` with its keywords as a person said."""
    for correction in desk.about(analysis.article.id, "keyword"):
        analysis = _keyphrase(analysis, correction, desk)
    return analysis


def _keyphrase(analysis: Analysis, correction: Correction, desk: Desk) -> Analysis:
    article, wanted = analysis.article, folded(correction.value)
    others = tuple(phrase for phrase in analysis.keyphrases if folded(phrase.text) != wanted)
    spans, headed = occurrences(correction.value, article.body), occurrences(correction.value, article.headline)
    if correction.choice == "dropped" and len(others) == len(analysis.keyphrases):
        desk.miss(correction, f"“{correction.value}” is none of the article's keywords")
        return analysis
    if correction.choice == "kept" and not spans and not headed:
        desk.miss(correction, f"the article does not print “{correction.value}”")
        return analysis
    desk.claim(correction, ("keyword", article.id, wanted))
    desk.mark(article.id, correction, correction.mark(key=correction.value))
    if correction.choice == "dropped":
        return replace(analysis, keyphrases=others)
    text = spans[0].of(article.body) if spans else headed[0].of(article.headline)
    first = max((phrase.salience for phrase in analysis.keyphrases), default=ENOUGH)
    return replace(analysis, keyphrases=(Keyphrase(text=text, salience=first, spans=spans), *others))
