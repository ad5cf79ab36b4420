"""Corrections: each kind applies, survives a change of its article, says when it no longer does, refuses another."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from tests.factories import article
from tests.test_stories import DAM
from topic_briefings.cli import main
from topic_briefings.corrections import articles as corrected_articles
from topic_briefings.corrections import findings
from topic_briefings.corrections.desk import Desk
from topic_briefings.corrections.kinds import BY_KEY, KEYS, KINDS
from topic_briefings.corrections.reading import parse, read
from topic_briefings.corrections.schema import schema
from topic_briefings.errors import CorrectionsError
from topic_briefings.extractors import analyse
from topic_briefings.gathering import gather
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Analysis, Article, Edition, Line, Report, Role, Voice
from topic_briefings.reading.draft import Draft
from topic_briefings.reading.draft import article as drafted
from topic_briefings.settings import parse as parse_settings

SETTINGS = parse_settings({}, root=Path())
KNOWLEDGE = Knowledge()

BRIDGE = (
    "Kenya opened the Tana bridge at Garissa on Tuesday, after three years of work on its steel deck. “We waited "
    "forty years for this day,” Transport Minister Grace Kamande told guests.\n\n"
    "“The steel will hold for a century,” said Peter Otieno, the engineer who drew it. “It only wants paint.”\n\n"
    "“Somebody still has to pay for it,” a driver shouted from the road to Somalia."
)
QUEUE = (
    "Lorries stood in line for the ferry at Mombasa until noon. “The ramp is too short,” Grace Kamande said.\n\n"
    "A clerk named Jane Mwangi counted them. “Two hundred before breakfast,” Mwangi said."
)
CHOIR = "A choir sang in Lamu. “We had no piano,” Minister G. Kamande said with a smile. “So we clapped.”"

Told = dict[str, tuple[str, str, str]]
"""Headline, day and body by id."""

ARTICLES: Told = {
    "bridge-opens": ("Bridge over the Tana opens", "2026-11-03", BRIDGE),
    "ferry-queue": ("Lorries wait for the ferry", "2026-11-05", QUEUE),
    "choir": ("A choir sings", "2026-11-07", CHOIR),
    **{f"dam-{n}": (headline, day, body) for n, (headline, day, _, body) in enumerate(DAM)},
}


@cache
def analysed(one: Article) -> Analysis:
    return analyse(one, KNOWLEDGE)


def run(text: str, told: Mapping[str, tuple[str, str, str]] = ARTICLES) -> tuple[Edition, Desk]:
    """The edition of the articles with the corrections of ``text``."""
    desk = Desk(parse(text))
    made = [article(body, id=key, headline=head, published=day) for key, (head, day, body) in told.items()]
    standing, withdrawn = corrected_articles.corrected(made, desk)
    analyses = findings.corrected([analysed(one) for one in standing], desk, KNOWLEDGE)
    return gather(analyses, SETTINGS, desk=desk, withdrawn=withdrawn), desk


def report(edition: Edition, key: str) -> Report:
    return next(one for one in edition.reports if one.article.id == key)


def line(edition: Edition, key: str, words: str) -> Line | None:
    found = (one for one in report(edition, key).lines if words in one.quotation.span.of(one.article.body))
    return next((one for one in found if one.quotation.fragments), None)


def voice(edition: Edition, name: str) -> Voice | None:
    return next((one.voice for one in edition.voices if one.voice.name == name), None)


def changed(key: str, old: str, new: str) -> Told:
    """The articles, one of which has ``new`` for ``old``; without ``old``, none of that id."""
    if not old:
        return {other: told for other, told in ARTICLES.items() if other != key}
    headline, day, body = ARTICLES[key]
    assert old in body
    return ARTICLES | {key: (headline, day, body.replace(old, new))}


SHIFTED: Told = {
    key: (head, day, f"It had rained since the morning, and the market closed early.\n\n{body}")
    for key, (head, day, body) in ARTICLES.items()
}
"""The same articles, each with another first paragraph: every offset is another, and the lead too."""


# ------------------------------------------------------------------ each kind


def _spoken(edition: Edition) -> bool:
    found = line(edition, "bridge-opens", "The steel will hold")
    return bool(found and found.byline.name == "Grace Kamande" and found.quotation.corrected)


def _hidden(edition: Edition) -> bool:
    marks = report(edition, "bridge-opens").analysis.corrected
    return line(edition, "bridge-opens", "The steel will hold") is None and [mark.kind for mark in marks] == ["hide"]


def _pinned(edition: Edition) -> bool:
    lines = report(edition, "bridge-opens").lines
    first = max(lines, key=lambda one: one.quotation.salience)
    return "It only wants paint" in first.quotation.span.of(BRIDGE) or bool(first.quotation.corrected)


def _about_somalia(edition: Edition) -> bool:
    tags = {tag.code: tag for tag in report(edition, "bridge-opens").analysis.countries}
    return "SO" in tags and tags["SO"].role is Role.FOCUS and tags["SO"].corrected is not None


def _filed(edition: Edition) -> bool:
    tags = {tag.label: tag for tag in report(edition, "bridge-opens").analysis.topics}
    return "road transport" in tags and tags["road transport"].corrected is not None


def _keyed(edition: Edition) -> bool:
    return report(edition, "bridge-opens").analysis.keyphrases[0].text == "steel deck"


def _headed(edition: Edition) -> bool:
    return report(edition, "bridge-opens").article.headline == "Tana bridge opens at last"


def _dated(edition: Edition) -> bool:
    return report(edition, "bridge-opens").article.published == dt.date(2026, 11, 4)


def _withdrawn(edition: Edition) -> bool:
    [found] = edition.withdrawn
    return found.reason == "The paper retracted it." and all(r.article.id != "bridge-opens" for r in edition.reports)


def _one_voice(edition: Edition) -> bool:
    found = voice(edition, "Grace Kamande")
    return bool(found and {key for key, _ in found.members} == {"bridge-opens", "ferry-queue", "choir"})


def _two_voices(edition: Edition) -> bool:
    found = [one.voice.members for one in edition.voices if one.voice.name == "Grace Kamande"]
    return sorted(found) == [(("bridge-opens", "Grace Kamande"),), (("ferry-queue", "Grace Kamande"),)]


def _named(edition: Edition) -> bool:
    return voice(edition, "Peter Odhiambo Otieno") is not None


def _has_role(edition: Edition) -> bool:
    found = line(edition, "ferry-queue", "The ramp is too short")
    return bool(found and found.byline.role == "Minister for Roads")


def _linked(edition: Edition) -> bool:
    found = voice(edition, "Grace Kamande")
    return bool(found and found.link == "https://example.org/kamande")


def _joined(edition: Edition) -> bool:
    kept = report(edition, "bridge-opens").story
    return kept is not None and report(edition, "ferry-queue").story == kept


def _parted(edition: Edition) -> bool:
    return report(edition, "dam-2").story is None and report(edition, "dam-0").story is not None


class Case(NamedTuple):
    entry: str
    applies: Callable[[Edition], bool]
    gone: Told
    """The articles, changed so that it finds nothing any more."""
    why: str
    """What is said then."""
    against: str
    """Another entry, which says something else of the same."""


STEEL = "- article: bridge-opens\n  quotation: “The steel will hold"
NO_STEEL = changed("bridge-opens", "The steel will hold for a century", "Steel lasts long")
NO_BRIDGE = changed("bridge-opens", "", "")
CASES: dict[str, Case] = {
    "speaker": Case(
        f"{STEEL}\n  speaker: Grace Kamande", _spoken, NO_STEEL, "no longer stand there",
        "- article: bridge-opens\n  quotation: hold for a century\n  speaker: nobody",
    ),
    "hide": Case(
        f"{STEEL}\n  hide: true", _hidden, NO_STEEL, "no longer stand there",
        "- article: bridge-opens\n  quotation: hold for a century\n  pin: true",
    ),
    "pin": Case(
        "- article: bridge-opens\n  quotation: It only wants paint\n  pin: true", _pinned,
        changed("bridge-opens", "It only wants paint.", "Paint it."), "no longer stand there",
        "- article: bridge-opens\n  quotation: only wants paint\n  hide: true",
    ),
    "country": Case(
        "- article: bridge-opens\n  country: Somalia\n  words: Somalia", _about_somalia,
        changed("bridge-opens", "the road to Somalia", "the road"), "does not print “Somalia”",
        "- article: bridge-opens\n  country: SO\n  as: dropped",
    ),
    "topic": Case(
        "- article: bridge-opens\n  topic: road transport\n  words: the road", _filed,
        changed("bridge-opens", "the road to", "a track to"), "does not print “the road”",
        "- article: bridge-opens\n  topic: Road Transport\n  as: dropped",
    ),
    "keyword": Case(
        "- article: bridge-opens\n  keyword: Steel deck", _keyed,
        changed("bridge-opens", "steel deck", "road"), "does not print “Steel deck”",
        "- article: bridge-opens\n  keyword: steel deck\n  as: dropped",
    ),
    "headline": Case(
        "- article: bridge-opens\n  headline: Tana bridge opens at last", _headed, NO_BRIDGE, "no article",
        "- article: bridge-opens\n  headline: Another",
    ),
    "published": Case(
        "- article: bridge-opens\n  published: 2026-11-04", _dated, NO_BRIDGE, "no article",
        "- article: bridge-opens\n  published: 2026-11-05",
    ),
    "withdraw": Case(
        "- article: bridge-opens\n  withdraw: The paper retracted it.", _withdrawn, NO_BRIDGE, "no article",
        "- article: bridge-opens\n  withdraw: It was wrong.",
    ),
    "same_as": Case(
        "- voice: Grace Kamande\n  same_as: G. Kamande", _one_voice,
        changed("choir", "Minister G. Kamande", "A singer"), "no voice is called “G. Kamande”",
        "- voice: Peter Otieno\n  same_as: G. Kamande",
    ),
    "apart": Case(
        "- voice: Grace Kamande\n  apart: [ferry-queue]", _two_voices,
        changed("ferry-queue", "Grace Kamande", "a sailor"), "is not one voice",
        "- voice: Grace Kamande\n  apart: ferry-queue\n- voice: Kamande\n  same_as: G. Kamande",
    ),
    "name": Case(
        "- voice: Peter Otieno\n  name: Peter Odhiambo Otieno", _named,
        changed("bridge-opens", "Peter Otieno, the engineer", "a man"), "no voice is called “Peter Otieno”",
        "- voice: peter otieno\n  name: Peter B. Otieno",
    ),
    "role": Case(
        "- voice: Grace Kamande\n  role: Minister for Roads", _has_role,
        {"ferry-queue": ("x", "2026-11-05", "Nobody spoke.")}, "no voice is called",
        "- voice: grace kamande\n  role: Queen",
    ),
    "link": Case(
        "- voice: Grace Kamande\n  link: https://example.org/kamande", _linked,
        {"ferry-queue": ("x", "2026-11-05", "Nobody spoke.")}, "no voice is called",
        "- voice: grace kamande\n  link: https://example.org/other",
    ),
    "join": Case(
        "- join: [bridge-opens, ferry-queue]", _joined, NO_BRIDGE, "no article",
        "- part: [bridge-opens]",
    ),
    "part": Case(
        "- part: dam-2", _parted, changed("dam-2", "", ""), "no article",
        "- join: [dam-2, choir]",
    ),
}  # fmt: skip


def test_every_kind_has_a_case():
    assert list(CASES) == [kind.key for kind in KINDS]


@pytest.mark.parametrize("kind", CASES)
def test_it_applies(kind):
    plain, _ = run("")
    edition, desk = run(CASES[kind].entry)
    assert desk.unmet == ()
    assert CASES[kind].applies(edition)
    assert kind == "pin" or not _safely(CASES[kind].applies, plain)


def _safely(applies: Callable[[Edition], bool], edition: Edition) -> bool:
    try:
        return applies(edition)
    except ValueError:  # nothing was withdrawn
        return False


@pytest.mark.parametrize("kind", CASES)
def test_it_survives_a_change_of_the_article(kind):
    edition, desk = run(CASES[kind].entry, SHIFTED)
    assert desk.unmet == ()
    assert CASES[kind].applies(edition)


@pytest.mark.parametrize("kind", CASES)
def test_it_says_when_it_no_longer_applies(kind):
    case = CASES[kind]
    edition, desk = run(case.entry, case.gone)
    [sentence] = desk.unmet
    assert sentence.startswith(f"corrections.yml:1: the correction ({kind}) does not apply any more: ")
    assert case.why in sentence
    assert not any(one.analysis.corrected for one in edition.reports)


@pytest.mark.parametrize("kind", CASES)
def test_another_that_says_something_else_is_refused(kind):
    case = CASES[kind]
    with pytest.raises(CorrectionsError, match=r"^corrections\.yml:\d+: (contradicts|says again)"):
        run(f"{case.entry}\n{case.against}")


def test_the_order_of_entries_and_articles_is_nothing():
    entries = [case.entry for key, case in CASES.items() if key not in ("hide", "pin", "withdraw", "apart")]
    forth, _ = run("\n".join(entries))
    back, _ = run("\n".join(reversed(entries)), dict(reversed(ARTICLES.items())))
    assert [one.article for one in forth.reports] == [one.article for one in back.reports]
    assert {one.voice.name for one in forth.voices} == {one.voice.name for one in back.voices}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_the_example_of_each_kind_is_read(kind):
    assert kind.key in {one.kind for one in parse(f"- {kind.example}\n")}


# ------------------------------------------------------------------ what is said of a wrong file

# fmt: off
WRONG = {
    "voices: []": ":1: this is not a list of corrections; write",
    "- 12": ":1: this is not a correction; write",
    "- article: x\n  qoutation: y\n  hide: true":
        ':2: "qoutation" is not a key of a correction; did you mean "quotation"?',
    "- article: x\n  zzz: y": ':2: "zzz" is not a key of a correction; the keys are article,',
    "\n- article: x": ":2: the entry corrects nothing; write one of country, topic, keyword, headline,",
    "- quotation: x\n  hide: true": ':1: hide: names no article; write "article:" beside it',
    "- article: x\n  headline: a\n  headline: b": ':3: "headline" stands there twice; keep one of them',
    "- article: x\n  headline: a\n  country: KE": ":3: headline and country stand in one entry; write two entries",
    "- article: x\n  headline: a\n  words: b":
        ':3: "words" says nothing beside headline; its keys are article, headline, date',
    "- article: x\n  published: 3 March": ':2: published: "3 March" is not a date; write year, month and day',
    "- article: x\n  headline: a\n  date: soon": ':3: date: "soon" is not a date; write year',
    "- article: x\n  country: KE\n  as: abuot":
        ':3: as: "abuot" is nothing that a country can be; did you mean "about"?',
    "- article: x\n  quotation: y\n  hide: yes": ':3: hide: "yes" is not "true"; write true',
    "- article: x\n  quotation: y\n  speaker:": ":3: speaker: is empty; write words",
    "- article: x\n  headline: [a, b]": ":2: headline: is a list; write one value",
    "- article: x\n  headline: {a: b}": ":2: headline: is not text; write it on one line",
    "- voice: x\n  link: http://example.org": ':2: link: "http://example.org" does not begin with https://',
    "- voice: x\n  link: javascript:alert(1)": ":2: link: ",
    "- voice: x\n  link: https://u@example.org/": ":2: link: ",
    "- join: [a]": ":1: join: names too few; write join: [first, second]",
    "- article: 'x": ":1: this is not YAML",
    "- article: x\n  headline: a: b": ":2: this is not YAML",
    "- article: x\n  headline: a\n- article: x\n  headline: a": ":3: says again what line 1 says (headline); keep one",
    "- article: x\n  headline: a\n- article: x\n  headline: b": ":3: contradicts what line 1 says (headline); keep one",
}
# fmt: on


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_file_is_refused_in_one_sentence_with_its_line(text):
    with pytest.raises(CorrectionsError) as caught:
        parse(text, "seeds/corrections.yml")
    sentence = str(caught.value)
    assert sentence.startswith(f"seeds/corrections.yml{WRONG[text]}")
    assert "\n" not in sentence


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"- article: \xe9t\xe9\n  headline: x"])
def test_a_file_that_is_no_text_is_refused(tmp_path, content):
    (tmp_path / "c.yml").write_bytes(content)
    with pytest.raises(CorrectionsError, match=r"c\.yml:1: is not text in UTF-8"):
        read(tmp_path / "c.yml", "c.yml")


def test_no_file_and_an_empty_one_correct_nothing(tmp_path):
    (tmp_path / "c.yml").write_text("# nothing yet\n")
    assert read(tmp_path / "c.yml", "c.yml") == read(tmp_path / "none.yml", "none.yml") == ()


def test_a_country_called_no_and_a_day_without_marks_are_what_they_look_like():
    [one, other] = parse("- article: x\n  country: NO\n- article: x\n  published: 2026-11-03\n  date: 2026-11-28\n")
    assert one.value == "NO"
    assert (other.day, other.date) == (dt.date(2026, 11, 3), dt.date(2026, 11, 28))


# ------------------------------------------------------------------ finding again


def test_words_are_found_whatever_their_marks_case_and_lines():
    _, desk = run('- article: bridge-opens\n  quotation: |\n    "the STEEL will\n    hold"\n  hide: true')
    assert desk.unmet == ()


def test_words_of_several_quotations_ask_for_more():
    _, desk = run("- article: bridge-opens\n  quotation: for\n  hide: true")
    assert "its words stand in 3 quotations; write more of them" in desk.unmet[0]


def test_an_article_is_found_by_the_end_of_its_id_unless_two_end_so():
    told: Told = {"kenya/bridge": ARTICLES["bridge-opens"], "peru/bridge": ("Other", "2026-11-03", "Nothing.")}
    edition, desk = run("- article: kenya/bridge\n  headline: Mine", told)
    assert report(edition, "kenya/bridge").article.headline == "Mine"
    _, desk = run("- article: bridge\n  headline: Mine", told)
    assert '"bridge" may be kenya/bridge or peru/bridge; write the whole of it' in desk.unmet[0]


def test_a_near_name_is_offered():
    _, desk = run("- article: bridge-open\n  headline: x")
    assert 'did you mean "bridge-opens"?' in desk.unmet[0]
    _, desk = run("- voice: Grace Kamandi\n  role: x")
    assert "did you mean “Grace Kamande”?" in desk.unmet[0]


def test_a_speaker_whom_the_article_does_not_print_needs_words_that_stand_for_them():
    edition, _ = run("- article: bridge-opens\n  quotation: Somebody still has to pay\n  speaker: Amina Yusuf")
    found = line(edition, "bridge-opens", "Somebody still")
    assert found is not None
    assert (found.byline.name, found.byline.printed) == ("Amina Yusuf", "a driver")


def test_a_corrected_article_has_another_digest_and_no_doubt_about_its_date():
    plain, _ = run("")
    edition, _ = run("- article: bridge-opens\n  published: 2026-11-04")
    assert report(plain, "bridge-opens").article.digest != report(edition, "bridge-opens").article.digest


@pytest.mark.parametrize(
    ("published", "code"), [("2026-03-20", "weekday"), ("someday", "undated"), ("2021-03-20", "years")]
)
def test_a_doubt_about_a_date_that_was_corrected_is_told_no_more(published, code):
    day = "Saturday, March 28, 2026" if code == "years" else "Monday, March 28"
    found = drafted(Draft(id="fair", source="fair.md", headline="A fair", body=f"It ends {day}.", published=published))
    assert code in [notice.code for notice in found.notices]
    [corrected], _ = corrected_articles.corrected([found], Desk(parse("- article: fair\n  published: 2025-03-20\n")))
    assert code not in [notice.code for notice in corrected.notices]


def test_what_is_said_of_a_withdrawn_article_is_said_to_no_purpose():
    _, desk = run(
        "- article: bridge-opens\n  withdraw: Wrong.\n- article: bridge-opens\n  quotation: The steel\n  hide: true"
    )
    assert desk.unmet == (
        "corrections.yml:3: the correction (hide) does not apply any more: the article is withdrawn by line 1",
    )


def test_the_table_names_each_key_once():
    assert len(BY_KEY) == len(KINDS)


# ------------------------------------------------------------------ the schema

VALID = Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
DISPUTED = {
    "- 12",
    "- article: x\n  headline: a\n  headline: b",  # YAML's own business
    "- article: 'x",
    "- article: x\n  headline: a: b",
    "- voice: x\n  link: https://u@example.org/",  # more than a pattern can say
    "- article: x\n  headline: a\n- article: x\n  headline: a",  # about two entries
    "- article: x\n  headline: a\n- article: x\n  headline: b",
}


VALUES = {"hide": "true", "pin": "true", "published": "2026-11-28", "link": "https://a.org", "join": "[a, b]"}


def loaded(text):
    """As an editor reads YAML: days are text."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - a loader of text alone


def fits(text: str) -> bool:
    entries = loaded(text)
    for entry in entries if isinstance(entries, list) else []:
        for switch in ("hide", "pin"):
            if isinstance(entry, dict) and entry.get(switch) == "true":
                entry[switch] = True
    return VALID.is_valid(entries)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_the_schema_takes_what_is_read(kind):
    Draft202012Validator.check_schema(schema())
    assert fits(f"- {kind.example}\n")
    assert fits(f"- {kind.example}\n  date: 2026-11-28\n")
    assert fits(CASES[kind.key].entry)


@pytest.mark.parametrize("text", [text for text in WRONG if text not in DISPUTED])
def test_the_schema_refuses_what_is_refused(text):
    assert not fits(text)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_the_schema_and_reading_know_the_same_keys_of_each_kind(kind):
    for key in KEYS:
        if key in kind.keys:
            continue
        text = f"- {kind.example}\n  {key}: {VALUES.get(key, 'a')}"
        try:
            parse(text)
            read_so = True
        except CorrectionsError:
            read_so = False
        assert fits(text) is read_so, text


def test_the_schema_is_printed():
    done = CliRunner().invoke(main, ["corrections", "--schema"])
    assert json.loads(done.output) == schema()
