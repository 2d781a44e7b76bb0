"""The shapes of states, laid out flat: the one module that knows the library they come from, an extra.

Borders are Natural Earth's, by who holds a land; Crimea is drawn as part of Ukraine (UN General Assembly, resolution 68/262). The
projection keeps areas: Equal Earth (Šavrič, Patterson, Jenny, *International Journal of Geographical Information Science* 33, 2019).
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from math import asin, cos, hypot, radians, sin, sqrt
from typing import Any

import msgspec

from wektor.model import InputError

Point = tuple[float, float]
_PACK = "world-countries-2024"
_UNCODED = {"Kosovo": "XKX", "N. Cyprus": "CYP", "Somaliland": "SOM", "Siachen Glacier": ""}
_MOVED = (("RUS", "UKR", (32.0, 44.0, 37.0, 46.5)),)  # what of a state within these degrees is drawn as another's
_LEFT_OUT = "ATA"
_WIDE, _NORTH, _SOUTH, _FINE = 706.0, 83.7, -56.0, 0.5  # pixels, degrees, and how far a line may be from the true one
_MIDDLE = 11.0  # degrees east: so no state is cut in two
_EARTH = (1.340264, -0.081106, 0.000893, 0.003796)


class Shape(msgspec.Struct, frozen=True):
    """A state on the map: its outline as an SVG path, the middle of its largest part, and its area in pixels."""

    state: str
    path: str
    middle: Point
    area: float


def has_shapes() -> bool:
    """Whether the extra is installed."""
    return find_spec("mapcraft") is not None


@cache
def world() -> tuple[Shape, ...]:
    """All states that the library has, by code. Raises InputError where it is not installed."""
    if not has_shapes():
        raise InputError("--plot map: the shapes of states are not installed: pip install 'wektor[maps]'")
    import mapcraft

    pack: Any = mapcraft.load(_PACK)
    codes = {id: next((a for a in region.aliases if len(a) == 3 and a.isalpha() and a.isupper()), "") for id, region in pack.regions.items()}
    arcs = _arcs(pack.topology)
    rings: dict[str, list[list[Point]]] = {}
    for geometry in pack.topology["objects"][pack.object_name]["geometries"]:
        code = codes.get(geometry.get("id", ""), "") or _UNCODED.get(geometry["properties"]["name"], "")
        for polygon in [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]:
            for outline in polygon:
                ring = _unbroken([point for number in outline for point in (arcs[number] if number >= 0 else arcs[~number][::-1])])
                rings.setdefault(_owner(code, ring), []).append(ring)
    return tuple(_shape(code, held) for code, held in sorted(rings.items()) if code != _LEFT_OUT)


def height() -> float:
    """Of the map in pixels."""
    return round(_flat((0.0, _SOUTH))[1])


def _arcs(topology: Any) -> list[list[Point]]:
    """Lines between states as degrees, their steps added up; thinned here, so that neighbours still share them."""
    (wide, tall), (left, top) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            points.append((x * wide + left, y * tall + top))
        found.append(_thinned(_unbroken(points)))
    return found


def _unbroken(points: Sequence[Point]) -> list[Point]:
    """The same where it crosses the line of the date: degrees go on beyond 180. As a whole it lies nearest to the middle of the map."""
    found: list[Point] = []
    for x, y in points:
        found.append((x - 360 * round((x - found[-1][0]) / 360) if found else x, y))
    turns = round((sum(x for x, _ in found) / len(found) - _MIDDLE) / 360)
    return [(x - 360 * turns, y) for x, y in found]


def _thinned(points: Sequence[Point]) -> list[Point]:
    """Points without those that lie near the line between others (Douglas and Peucker), measured on the map."""
    flat, kept = [_flat(p) for p in points], {0, len(points) - 1}
    parts = [(0, len(points) - 1)]
    while parts:
        low, high = parts.pop()
        far, most = max(((_off(flat[n], flat[low], flat[high]), n) for n in range(low + 1, high)), default=(0.0, low))
        if far > _FINE:
            kept.add(most)
            parts += [(low, most), (most, high)]
    return [points[n] for n in sorted(kept)]


def _off(point: Point, a: Point, b: Point) -> float:
    """How far a point is from the line between two others, or from the first where they are one."""
    long = hypot(b[0] - a[0], b[1] - a[1])
    if not long:
        return hypot(point[0] - a[0], point[1] - a[1])
    return abs((b[0] - a[0]) * (a[1] - point[1]) - (a[0] - point[0]) * (b[1] - a[1])) / long


def _flat(point: Point) -> Point:
    """Degrees as pixels from the upper left corner."""
    right, up = _equal(point)
    top, edge = _corner()
    return (right + edge) * _WIDE / 2 / edge, (top - up) * _WIDE / 2 / edge


@cache
def _corner() -> Point:
    """How far up and right the map reaches."""
    return _equal((0.0, _NORTH))[1], _equal((_MIDDLE + 180.0, 0.0))[0]


def _equal(point: Point) -> Point:
    a, b, c, d = _EARTH
    t = asin(sqrt(3) / 2 * sin(radians(point[1])))
    right = 2 * sqrt(3) * radians(point[0] - _MIDDLE) * cos(t) / (3 * (9 * d * t**8 + 7 * c * t**6 + 3 * b * t**2 + a))
    return right, t * (a + b * t**2 + t**6 * (c + d * t**2))


def _owner(code: str, ring: Sequence[Point]) -> str:
    for state, other, (west, south, east, north) in _MOVED:
        if code == state and all(west <= x <= east and south <= y <= north for x, y in ring):
            return other
    return code


def _shape(state: str, rings: Sequence[Sequence[Point]]) -> Shape:
    flat = [[_flat(p) for p in ring] for ring in rings]
    sizes = [abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(r, [*r[1:], r[0]], strict=True))) / 2 for r in flat]
    largest = max(range(len(flat)), key=lambda n: sizes[n])
    return Shape(state, "".join(_path(r) for n, r in enumerate(flat) if sizes[n] > _FINE or n == largest), _middle(flat[largest]), round(sum(sizes), 2))


def _path(ring: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in _apart(ring)) + "Z"


def _apart(ring: Sequence[Point]) -> Iterator[Point]:
    """Without points that are drawn at the same place as the one before."""
    last: Point | None = None
    for x, y in ring:
        here = (round(x, 1), round(y, 1))
        if here != last:
            yield here
        last = here


def _middle(ring: Sequence[Point]) -> Point:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return round((min(xs) + max(xs)) / 2, 1), round((min(ys) + max(ys)) / 2, 1)
