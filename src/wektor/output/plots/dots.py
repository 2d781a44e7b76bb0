"""Moments as dots: one lane for each kind, time across; a lane is as high as the dots that stand above each other in it."""

import json
from collections.abc import Sequence
from itertools import accumulate
from typing import Any, Literal

import msgspec

from wektor.output.plots.palette import RULE
from wektor.output.plots.theme import hue
from wektor.output.plots.years import year

_CLOSE = 1.6  # hundredths of the axis: nearer dots of a lane would overlap
_LOOKS: dict[str, dict[str, Any]] = {"came": {"filled": True}, "planned": {"filled": False, "fill": "white"},
                                      "denied": {"filled": False, "shape": "m-0.9,-0.9l1.8,1.8m0,-1.8l-1.8,1.8"}}  # fmt: skip
_LANE, _STEP, _LEVELS = 30, 9, 15  # what finds no free place in so many levels shares the last


class Dot(msgspec.Struct, frozen=True):
    """A moment: when at the earliest and latest (ISO days), its lane, its group, and whether it came, is only planned, or is denied."""

    first: str
    last: str
    lane: str
    group: str
    standing: Literal["came", "planned", "denied"] = "came"


class Field(msgspec.Struct, frozen=True):
    """Dots laid out: the values to draw, the lanes' words from above, and where each ends."""

    values: list[dict[str, Any]]
    lanes: tuple[str, ...]
    ends: tuple[int, ...]

    @property
    def height(self) -> int:
        """Of all lanes."""
        return self.ends[-1] if self.ends else _LANE


def place(dots: Sequence[Dot], lanes: Sequence[str]) -> Field:
    """The dots as data: ``x`` in years, ``x2`` where the date is open, ``y`` in its lane, beside what stands there already."""
    spans = [(year(d.first), year(d.last)) for d in dots]
    width = (max((b for _, b in spans), default=1) - min((a for a, _ in spans), default=0) or 1) * _CLOSE / 100
    taken: dict[tuple[str, int], float] = {}
    held = []
    for (start, end), dot in sorted(zip(spans, dots, strict=True), key=lambda p: (p[0][0], p[1].lane)):
        level = next((n for n in range(_LEVELS) if taken.get((dot.lane, n), -1e9) + width <= start), _LEVELS - 1)
        taken[dot.lane, level] = start
        held.append((level, {"x": start, "x2": end, "wide": end - start > width, "lane": dot.lane, "group": dot.group, "standing": dot.standing}))
    ends = tuple(accumulate(max(_LANE, _STEP * (max((level for lane, level in taken if lane == own), default=0) + 2)) for own in lanes))
    middles = dict(zip(lanes, _middles(ends), strict=True))
    return Field([value | {"y": middles[str(value["lane"])] + _lift(level)} for level, value in held], tuple(lanes), ends)


def layers(x: dict[str, Any], field: Field, groups: dict[str, str]) -> list[dict[str, Any]]:
    """A pale line over an open date, and the dot at its beginning; hollow where planned, a cross where denied."""
    labels = f"{json.dumps(field.lanes, ensure_ascii=False)}[indexof({json.dumps(_middles(field.ends))}, datum.value)]"
    y: dict[str, Any] = {"field": "y", "type": "quantitative", "title": None, "scale": {"domain": [field.height, 0], "nice": False, "zero": False},
                         "axis": {"values": _middles(field.ends), "labelExpr": labels, "grid": False, "ticks": False, "domain": False, "labelPadding": 8}}  # fmt: skip
    colour = hue("group", list(groups), list(groups.values()), **({} if len(groups) > 1 else {"legend": None}))
    borders = {"data": {"values": [{"end": end} for end in field.ends[:-1]]}, "mark": {"type": "rule", "color": RULE, "strokeWidth": 0.7}, "encoding": {"y": {**y, "field": "end"}}}
    wide = {"transform": [{"filter": "datum.wide"}], "mark": {"type": "rule", "strokeWidth": 3, "color": RULE, "strokeCap": "round"},
            "encoding": {"x": x, "x2": {"field": "x2"}, "y": y}}  # fmt: skip
    dots = [{"transform": [{"filter": f"datum.standing == '{standing}'"}], "encoding": {"x": x, "y": y, "color": colour},
             "mark": {"type": "point", "size": 52, "strokeWidth": 1.8, "opacity": 1} | look} for standing, look in _LOOKS.items()]  # fmt: skip
    return [*([borders] if len(field.ends) > 1 else []), wide, *dots]


def _middles(ends: Sequence[int]) -> list[float]:
    return [(a + b) / 2 for a, b in zip((0, *ends), ends, strict=False)]


def _lift(level: int) -> int:
    """From the middle of the lane: by turns above and below."""
    return (level + 1) // 2 * _STEP * (-1 if level % 2 else 1)
