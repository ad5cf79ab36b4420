"""Pictures of counts as finished HTML: a world map, a timeline and trends.

Every function is pure and returns one line of markup, a ``<figure>`` with its caption, that passes through
Markdown as a raw block: no script, no style attribute, nothing fetched. Colours and sizes come from
``assets/pictures.css``. Nothing to show gives an empty ``Markup``.
"""

from topic_briefings.pages.pictures.marks import Bar, Series
from topic_briefings.pages.pictures.periods import Period, Unit, by_period
from topic_briefings.pages.pictures.timeline import timeline
from topic_briefings.pages.pictures.trend import spark, trend
from topic_briefings.pages.pictures.world_map import world_map

__all__ = [
    "Bar",
    "Period",
    "Series",
    "Unit",
    "by_period",
    "spark",
    "timeline",
    "trend",
    "world_map",
]
