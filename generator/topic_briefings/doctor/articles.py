"""Articles that are hard to find, or that say something in two ways; stories that little holds together."""

from __future__ import annotations

from collections.abc import Iterator

from topic_briefings.corrections.proposing import entry
from topic_briefings.doctor.findings import Case, Finding
from topic_briefings.knowledge.places import country_name
from topic_briefings.models import Report, Role
from topic_briefings.text.document import Document
from topic_briefings.topics_report import explain

LITTLE = 3
"""Fewer names, figures or words than this hold a story together by little."""


def loose_stories(case: Case) -> Iterator[Finding]:
    """Stories whose reports share few rare words."""
    for story in case.edition.stories:
        if len(story.bonds) < LITTLE and not story.corrected:
            words = ", ".join(f"“{bond.text}”" for bond in story.bonds) or "nothing"
            says = f"{story.id}: only {words} binds the {len(story.reports)} reports of this story"
            last = story.reports[-1].article.id
            harm = LITTLE - len(story.bonds) + len(story.reports) / 100
            yield Finding(kind="loose story", harm=harm, about=story.id, says=says, entry=entry(part=(last,)))


def undated(case: Case) -> Iterator[Finding]:
    """Articles without a date; the person has to know it."""
    for report in case.edition.reports:
        if report.article.published is None:
            says = f"{report.article.id}: the article carries no date"
            yield _finding("undated", report, says, entry(article=report.article.id, published="YYYY-MM-DD"))


def spellings(case: Case) -> Iterator[Finding]:
    """Names that one article spells in several ways."""
    for report in case.edition.reports:
        for notice in report.analysis.notices:
            if notice.code == "spellings" and notice.words:
                name = _fullest(report, notice.words)
                says = f"{report.article.id}: {notice.message}"
                yield _finding("spellings", report, says, entry(voice=name, name=name), len(notice.words))


def _fullest(report: Report, words: tuple[str, ...]) -> str:
    """The name of the voice that is printed in one of these ways."""
    voices = {line.voice for line in report.lines if line.voice}
    own = sorted(voice.name for voice in voices if any(s.form in words for s in voice.spellings))
    return own[0] if own else words[0]


def without_topic(case: Case) -> Iterator[Finding]:
    """Articles that are filed under no topic."""
    for report in case.edition.reports:
        if not report.analysis.topics:
            found = explain(Document(report.article), case.knowledge)[:1]
            likely = found[0].label if found else "…"
            says = f"{report.article.id}: the article is filed under no topic; the likeliest is {likely}"
            yield _finding("no topic", report, says, entry(article=report.article.id, topic=likely))


def without_country(case: Case) -> Iterator[Finding]:
    """Articles that are about no country."""
    for report in case.edition.reports:
        tags = report.analysis.countries
        if not any(tag.role is Role.FOCUS for tag in tags):
            likely = country_name(tags[0].code, "en") if tags else "…"
            hint = f"; it names {likely}" if tags else ""
            says = f"{report.article.id}: the article is about no country{hint}"
            yield _finding("no country", report, says, entry(article=report.article.id, country=likely, as_="about"))


def _finding(kind: str, report: Report, says: str, proposed: str, harm: float = 0) -> Finding:
    quotations = sum(bool(line.quotation.fragments) for line in report.lines)
    return Finding(kind=kind, harm=harm + quotations / 100, about=report.article.id, says=says, entry=proposed)
