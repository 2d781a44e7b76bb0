"""Moments as dots: one lane for each kind, time across; dots of one lane and time stand above each other."""

from collections.abc import Sequence
from typing import Any

import msgspec

from wektor.output.plots.palette import RULE
from wektor.output.plots.theme import hue
from wektor.output.plots.years import year

_CLOSE = 1.6  # hundredths of the axis: nearer dots of a lane would overlap
LANE = 30
_LIFTS = (0, -7, 7, -14, 14)  # from the middle of the lane; what finds no free place shares the last


class Dot(msgspec.Struct, frozen=True):
    """A moment: when at the earliest and latest (ISO days), its lane, its group, and whether it is only planned."""

    first: str
    last: str
    lane: str
    group: str
    planned: bool


def place(dots: Sequence[Dot]) -> list[dict[str, Any]]:
    """The dots as data: ``x`` in years, ``x2`` where the date is open, ``lift`` where another stands there already."""
    spans = [(year(d.first), year(d.last)) for d in dots]
    width = (max((b for _, b in spans), default=1) - min((a for a, _ in spans), default=0) or 1) * _CLOSE / 100
    taken: dict[tuple[str, int], float] = {}
    found = []
    for (start, end), dot in sorted(zip(spans, dots, strict=True), key=lambda p: (p[0][0], p[1].lane)):
        lift = next((n for n in range(len(_LIFTS)) if taken.get((dot.lane, n), -1e9) + width <= start), len(_LIFTS) - 1)
        taken[dot.lane, lift] = start
        found.append({"x": start, "x2": end, "wide": end - start > width, "lane": dot.lane, "group": dot.group, "planned": dot.planned, "lift": _LIFTS[lift]})
    return found


def layers(x: dict[str, Any], lanes: Sequence[str], groups: dict[str, str]) -> list[dict[str, Any]]:
    """A pale line over an open date, and the dot at its beginning; hollow where planned."""
    y: dict[str, Any] = {"field": "lane", "type": "ordinal", "title": None, "scale": {"domain": list(lanes), "paddingInner": 0, "paddingOuter": 0},
                         "axis": {"grid": True, "ticks": False, "domain": False}}  # fmt: skip
    colour = hue("group", list(groups), list(groups.values()), **({} if len(groups) > 1 else {"legend": None}))
    rise = {"field": "lift", "type": "quantitative", "scale": {"domain": [-LANE / 2, LANE / 2], "range": [0, LANE]}}
    wide = {"transform": [{"filter": "datum.wide"}], "mark": {"type": "rule", "strokeWidth": 3, "color": RULE, "strokeCap": "round"},
            "encoding": {"x": x, "x2": {"field": "x2"}, "y": y, "yOffset": rise}}  # fmt: skip
    dots = [{"transform": [{"filter": f"datum.planned == {str(planned).lower()}"}], "encoding": {"x": x, "y": y, "yOffset": rise, "color": colour},
             "mark": {"type": "point", "size": 60, "strokeWidth": 1.8, "opacity": 1, "filled": not planned} | ({"fill": "white"} if planned else {})}
            for planned in (False, True)]  # fmt: skip
    return [wide, *dots]
