"""From how much in common on, and over how long a pause, reports are one story: a step a line.

Each row has reports of eight sentences, some of them of one event and the others each report's own, and days between
them; from six sentences on they are copies. The steps on both sides of a bar stand below one another.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from tests.factories import analysis
from tests.test_stories import SETTINGS, others
from topic_briefings.gathering import gather
from topic_briefings.models import Analysis, Story

EVENT = (
    "The granary of Ostrevik burned on the night of the fair, and 340 sacks of barley were lost.",
    "Miller Halvard Skogen saw sparks fly from the drying loft towards the harbour.",
    "Fire warden Ingunn Brekke counted eleven hoses on the quay of Ostrevik before dawn.",
    "The granary had stood since 1788 and held the seed of the whole Lyngen valley.",
    "Skogen blamed a lantern that a guest of the fair had hung beneath the loft.",
    "Brekke sealed the ruin with chains until an assessor arrives from Trondheim.",
    "Farmers of the Lyngen valley asked the crown for barley to sow in spring.",
    "A fund of the harbour guild promised 340 sacks to the families of Ostrevik.",
)
"""The sentences of the event; each report tells them in another order, and with other small words."""
OWN = (
    ("violins", "the academy", "a rehearsal", "students", "velvet chairs", "the balcony"),
    ("orchards", "the nursery", "a grafting", "gardeners", "wicker baskets", "the terrace"),
    ("glaciers", "the institute", "a drilling", "surveyors", "copper instruments", "the ridge"),
    ("looms", "the cooperative", "a dyeing", "weavers", "indigo vats", "the courtyard"),
    ("telescopes", "the observatory", "an eclipse", "astronomers", "polished mirrors", "the dome"),
    ("oysters", "the hatchery", "a spawning", "divers", "braided ropes", "the lagoon"),
    ("carriages", "the depot", "a timetable", "conductors", "brass whistles", "the platform"),
    ("manuscripts", "the monastery", "a binding", "scribes", "gilded initials", "the cloister"),
    ("bicycles", "the workshop", "a relay", "mechanics", "rubber tyres", "the velodrome"),
)
_SAID = (
    "Nobody had expected {0} to fill {1} so early in the season.",
    "{3} had prepared {2} for months without telling their neighbours.",
    "There were {4} in every corner, and visitors waited outside {1}.",
    "From {5} one could hear {3} arguing about the price of {0}.",
    "The cost of {2} was shared between {1} and its oldest friends.",
    "Children drew {0} on paper while {3} repaired {4}.",
    "By evening {5} stood empty, and {4} were carried back to {1}.",
    "Next year {2} will be twice as long, if {0} can be found for it.",
)
START = dt.date(2026, 11, 2)


def ladder() -> Iterator[str]:
    """All rows."""
    for size in (2, 3, 4, 9):
        for shared in range(1, 7):
            yield _row(size, shared, 1)
    for size in (2, 3, 4, 9):
        for shared in (2, 5):
            for pause in (0, 5, 9, 10, 14, 15, 30, 31):
                yield _row(size, shared, pause)
    for size in (2, 3, 4):
        for shared in (2, 5):
            yield _row(size, shared, None)


def _row(size: int, shared: int, pause: int | None) -> str:
    made = [_report(number, shared, pause) for number in range(size)]
    found = gather([*others(), *made], SETTINGS).stories
    when = "undated" if pause is None else f"{pause} days apart"
    return f"{size} reports, {shared} of 8 sentences, {when}: {', '.join(map(_told, found)) or 'no story'}"


def _report(number: int, shared: int, pause: int | None) -> Analysis:
    told = EVENT[number % 8 :] + EVENT[: number % 8]
    own = [sentence.format(*OWN[number]) for sentence in _SAID[shared:]]
    body = "\n\n".join((*told[:shared], *(text[:1].upper() + text[1:] for text in own)))
    date = None if pause is None else START + dt.timedelta(days=pause * number)
    headline = f"Ostrevik and {OWN[number][0]}" if shared else f"Of {OWN[number][0]}"
    return analysis(body, id=f"report-{number}", headline=headline, published=date, outlet=f"Outlet {number}")


def _told(story: Story) -> str:
    numbers = "+".join(report.article.id.removeprefix("report-") for report in story.reports)
    return f"{numbers} bound by {', '.join(bond.text for bond in story.bonds[:3])}"
