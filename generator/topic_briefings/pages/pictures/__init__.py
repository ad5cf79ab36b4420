"""Pictures of counts as finished HTML: a world map, a timeline, relations and trends.

Every function is pure and returns one line of markup, a ``<figure>`` with its caption, that passes through
Markdown as a raw block: no script, no style attribute, nothing fetched. Colours and sizes come from
``assets/pictures.css``. Nothing to show gives an empty ``Markup``. Beside each picture stands a function that
gives the same counts as rows, for the table that those who cannot see the picture read.
"""

from topic_briefings.pages.pictures.marks import Bar, Row, Series, bar_rows
from topic_briefings.pages.pictures.periods import Period, Unit, by_period
from topic_briefings.pages.pictures.relations import relations
from topic_briefings.pages.pictures.timeline import timeline
from topic_briefings.pages.pictures.trend import spark, trend, trend_rows
from topic_briefings.pages.pictures.world_map import map_rows, world_map

__all__ = [
    "Bar",
    "Period",
    "Row",
    "Series",
    "Unit",
    "bar_rows",
    "by_period",
    "map_rows",
    "relations",
    "spark",
    "timeline",
    "trend",
    "trend_rows",
    "world_map",
]
