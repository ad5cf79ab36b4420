"""Pictures of counts as finished HTML: a world map, a timeline, relations and trends.

Every function is pure and returns one line of markup, a ``<figure>`` with its caption, that passes through
Markdown as a raw block: no script, no style attribute, nothing fetched. Colours and sizes come from
``assets/pictures.css``. Nothing to show gives an empty ``Markup``. Beside each picture stands a function that
gives the same counts as rows, for the table that those who cannot see the picture read.
"""

from generator.pages.pictures.marks import Bar, Row, Series, bar_rows
from generator.pages.pictures.periods import Period, Unit, by_period
from generator.pages.pictures.relations import relations
from generator.pages.pictures.timeline import timeline
from generator.pages.pictures.trend import spark, trend, trend_rows
from generator.pages.pictures.world_map import map_rows, world_map

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
