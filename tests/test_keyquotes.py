"""Which quotations a briefing prints: no speaker and no article fills the list."""

from __future__ import annotations

from pathlib import Path

from tests.factories import analysis, country, quotation, speaker
from topic_briefings.gathering import gather
from topic_briefings.models import Analysis, Briefing, QuotationKind
from topic_briefings.settings import parse

PARTS = ("wheel", "roof", "race", "floor", "stone")
SAID = tuple(f"the {word} of Chile's oldest mill is to be mended before the frost" for word in PARTS)
PEOPLE = ("Ana Reyes", "Bo Lind", "Cy Marsh", "Di Novak", "Ed Orr")


def mill(identity: str, people: tuple[str, ...], saliences: tuple[float, ...], date: str | None = None) -> Analysis:
    """An article in which each of ``people`` says another thing."""
    said = list(zip(SAID, people, strict=False))
    body = f"Report {identity} from Chile: " + " ".join(f"“{words},” said {name}." for words, name in said)
    made = [
        quotation(body, words, name, name=name, salience=salience)
        for (words, name), salience in zip(said, saliences, strict=True)
    ]
    speakers = [speaker(body, name) for name in dict.fromkeys(people)]
    chile = country(body, "CL", *(f"{part} of Chile" for part in PARTS[: len(people)]))
    return analysis(body, id=identity, published=date, quotations=made, speakers=speakers, countries=[chile])


def briefing(*made: Analysis) -> Briefing:
    [found] = gather(made, parse({}, root=Path())).countries
    return found


def shown(found: Briefing) -> list[str]:
    return [line.quotation.fragments[0].of(line.article.body).split()[1] for line in found.lines]


def test_a_speaker_has_two() -> None:
    assert shown(briefing(mill("a", PEOPLE[:1] * 3, (0.9, 0.8, 0.7)))) == ["wheel", "roof"]


def test_an_article_has_three() -> None:
    assert shown(briefing(mill("a", PEOPLE[:4], (0.6, 0.7, 0.8, 0.9)))) == ["roof", "race", "floor"]


def test_a_text_that_two_articles_quote_counts_once_and_the_newer_has_it() -> None:
    found = briefing(mill("a", PEOPLE[:1], (0.9,), "2026-10-01"), mill("b", PEOPLE[1:2], (0.9,), "2026-10-02"))
    assert [line.article.id for line in found.lines] == ["b"]


def test_what_stands_in_no_marks_is_no_key_quote() -> None:
    body = "Chile will mend the mill, Ana Reyes said."
    words = "Chile will mend the mill"
    indirect = quotation(body, words, "Ana Reyes", name="Ana Reyes", kind=QuotationKind.INDIRECT)
    made = analysis(
        body, quotations=[indirect], speakers=[speaker(body, "Ana Reyes")], countries=[country(body, "CL", "Chile")]
    )
    assert shown(briefing(made)) == []
