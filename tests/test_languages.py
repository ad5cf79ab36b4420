"""Languages: each rule and each pattern reads its own example, and a folder alone makes a new language."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.factories import article
from topic_briefings import languages
from topic_briefings.extractors import analyse
from topic_briefings.extractors.quotes.attribution import statements
from topic_briefings.extractors.quotes.found import Alone, Marked
from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.extractors.quotes.speakerless import IN_SENTENCE_RULES, SPEAKERLESS_RULES
from topic_briefings.extractors.quotes.surroundings import AROUND_RULES
from topic_briefings.knowledge import Knowledge
from topic_briefings.languages.claim import NO_CLAIM
from topic_briefings.languages.en import grammar
from topic_briefings.languages.letters import Letter
from topic_briefings.models import Quotation
from topic_briefings.tables import PACKAGE
from topic_briefings.text.document import Document

languages.add_folder(Path(__file__).parent / "languages")
READ = [language for language in languages.read() if language.attribution]
SIGNS = re.compile(r"[\[\]{}|]")


def scene_of(text: str, code: str) -> Scene:
    attribution = languages.of(code).attribution
    assert attribution is not None
    return Scene(Document(article(text, language=code)), attribution)


def between(example: str, opening: str, closing: str) -> str | None:
    """What stands between two signs of an example, the other signs left out."""
    found = re.search(rf"{re.escape(opening)}(.*?){re.escape(closing)}", example)
    return SIGNS.sub("", found[1]) if found else None


def printed(scene: Scene, place) -> str | None:
    return place and scene.span(*place).of(scene.body)


SENTENCES = Path(__file__).parent / "cases" / "sentences"


@pytest.mark.parametrize("code", ["de", "en"])
def test_every_letter_that_a_word_is_read_as_has_a_name(code: str) -> None:
    known, nouns = set(map(str, Letter)), languages.of(code).nouns
    words = Document(article((SENTENCES / f"{code}.txt").read_text(encoding="utf-8"), language=code)).words
    assert set(words.tags) <= known
    assert len(set(words.tags)) > len(known) / 3, "the sentences have words of many kinds"
    for letters in (nouns.letters, nouns.opening) if nouns else ():
        assert {letters[word] for word in words.tokens} <= known


def first_answer(rules, asked):
    return next((rule.name, answer) for rule in rules if (answer := rule.read(asked)) is not None)


CLAIM_RULES = [
    pytest.param(language, rule, id=f"{language.code}: {rule.name}")
    for language in READ
    for rule in language.attribution.rules
]


@pytest.mark.parametrize(("language", "rule"), CLAIM_RULES)
def test_a_rule_of_claims_decides_its_example(language, rule):
    scene = scene_of(SIGNS.sub("", rule.example), language.code)
    [frame] = [frame for frame in scene.frames if frame.cues]
    claims = scene.attribution.claims(scene, frame)
    speaker, cue = between(rule.example, "[", "]"), between(rule.example, "{", "}")
    if speaker is not None:
        assert (speaker, cue) in [(printed(scene, claim.speaker), printed(scene, claim.cue)) for claim in claims]
    rules, look = language.attribution.rules, language.attribution.look
    decided = [
        first_answer([rule for rule in rules if rule.is_about(scene.tags[at])], look(scene, frame, at, claims[:number]))
        for number, at in enumerate(frame.cues)
    ]
    assert rule.name in [name for name, _ in decided], decided
    if cue is None:
        assert (rule.name, NO_CLAIM) in decided


@pytest.mark.parametrize("rule", [rule for rule in SPEAKERLESS_RULES if rule.example], ids=lambda rule: rule.name)
def test_a_rule_of_marked_words_decides_its_example(rule):
    scene = scene_of(SIGNS.sub("", rule.example), "en")
    found = statements(scene)
    speaker = between(rule.example, "[", "]")
    if rule in AROUND_RULES:
        number, item = next((item.frame, item) for item in reversed(found) if item.quoted)
        bare = next(s for s in [*found] if s is item)
        before = [s for s in found if s.frame < number]
        asked = Alone(scene, number, bare, before[-1] if before else None)
        answers = [(rule.name, rule.read(asked)) for rule in AROUND_RULES]
        name, answer = next((name, answer) for name, answer in answers if answer and answer.speaker)
    else:
        frame = next(frame for frame in scene.frames if frame.quoted)
        name, answer = first_answer(IN_SENTENCE_RULES, Marked(scene, frame, frame.quoted[0]))
    assert name == rule.name
    assert printed(scene, answer.speaker) == speaker


@pytest.mark.parametrize("pattern", tuple(grammar.PATTERNS), ids=lambda pattern: pattern.name)
def test_a_pattern_finds_what_its_example_says(pattern):
    scene = scene_of(re.sub(r"[\[\]]|\| ?", "", pattern.example), "en")
    asked = scene.words.at(len(re.sub(r"[\[\]]", "", pattern.example.partition("|")[0])))
    if pattern.regex.pattern.endswith("$"):
        match = pattern.regex.search(scene.tags[:asked])
    else:
        match = pattern.regex.match(scene.tags, asked)
    assert match is not None, scene.tags
    wanted = between(pattern.example, "[", "]")
    if wanted is not None:
        assert printed(scene, match.span(1)) == wanted


# ------------------------------------------------------------------ a new language is a folder

XAN = """\
Lo ponta nova tena bon, e la portua grandica ha abrita.

“Lo ponta tena muta bon”, dixa da Ana Lund. Ela ha venida en Koper.

Dixo lo minisera: “Lo portua deva abri en lunda.”

Lo portua grandica abra. Lo portua grandica ha muta barcas.
"""


def test_a_folder_alone_makes_a_language():
    assert languages.of("xx").code == "xx"
    analysis = analyse(article(XAN, headline="La portua abra", language="xx"), Knowledge())
    said = [(q.kind.value, q.cue and q.cue.of(XAN), q.speaker and q.speaker.name) for q in analysis.quotations]
    assert said == [("direct", "dixa da", "Ana Lund"), ("direct", "Dixo", None)]
    assert analysis.quotations[1].speaker.span.of(XAN) == "lo minisera"
    assert "portua grandica" in [phrase.text for phrase in analysis.keyphrases]
    assert analysis.notices == (), "nothing is unread"


def test_its_countries_follow_its_grammar():
    analysis = analyse(article("Lo reta de Canadan tena.", language="xx"), Knowledge())
    assert [tag.code for tag in analysis.countries] in ([], ["CA"])


@pytest.mark.parametrize("code", ["", "x", "zz", "..", "EN", "e n", "éé", "language"])
def test_any_other_code_has_marks_and_nothing_else(code):
    text = "“The bridge is open today,” said Ana Lund."
    analysis = analyse(article(text, language=code), Knowledge())
    assert [(q.span.of(text), q.speaker) for q in analysis.quotations if isinstance(q, Quotation)] == [
        ("The bridge is open today,", None)
    ]


def test_no_module_outside_compares_the_code_of_a_language():
    codes = {language.code for language in languages.read()} | {"fr", "es"}
    found = []
    for path in PACKAGE.rglob("*.py"):
        if "languages" in path.relative_to(PACKAGE).parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            sides = [node.left, *node.comparators] if isinstance(node, ast.Compare) else []
            parts = [part for side in sides for part in ast.walk(side) if isinstance(part, ast.Constant)]
            found += [f"{path.name}:{node.lineno}" for part in parts if part.value in codes]
    assert found == []
