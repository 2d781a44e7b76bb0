"""The life of a relation: its moments as dots, its phases as bands behind them."""

from itertools import pairwise

from wektor.model.answers import Phases
from wektor.model.ontology import KINDS
from wektor.model.plots import Plot, Speech
from wektor.output.plots.caption import caption, some
from wektor.output.plots.dots import LANE, Dot, layers, place
from wektor.output.plots.palette import COLOURS, INK, SOFT
from wektor.output.plots.theme import frame, rows
from wektor.output.plots.years import axis, year

_BANDS = ("#F3F1EA", "#E3E9F0")


def plot_phases(answer: Phases, speech: Speech) -> Plot:
    """A band for each phase, numbered; a dashed line where each began, and a bar on it as wide as its beginning is uncertain; dotted where there are
    but weak signs of a border."""
    kinds = [k for k in KINDS if any(i.kind == k for i in answer.instants)]
    values = place([Dot(i.first, i.last, speech.label(i.kind), "", False) for i in answer.instants])
    ends = [v["x"] for v in values] + [v["x2"] for v in values]
    encoding = axis(ends)
    low, high = encoding["scale"]["domain"]
    starts = [low, *(year(min(i.first for i in answer.instants if i.phase == n)) for n in range(1, len(answer.rows))), high]
    bands = [{"a": a, "b": b, "hue": _BANDS[n % 2], "words": str(n + 1)} for n, (a, b) in enumerate(pairwise(starts))]
    breaks = [{"at": starts[n], "from": year(r.earliest), "to": year(r.latest)} for n, r in enumerate(answer.rows) if n]
    title = speech.draw("phases", state=" – ".join(map(speech.state, answer.states)))
    told = [f"{n}. {speech.span(r.since, r.until)}: {', '.join(map(speech.label, r.kinds))}" for n, r in enumerate(answer.rows, 1)]
    told += [f"{speech.date(day[:7])}: {speech.draw('weak', chance=speech.percent(chance))}" for day, chance in answer.weak]
    alt = speech.draw("phases alt", rows=some(told))
    x = {"field": "x", **encoding}
    span = {"x": {**x, "field": "a"}, "x2": {"field": "b"}}
    back = {"data": {"values": bands}, "mark": {"type": "rect", "opacity": 1}, "encoding": {**span, "color": {"field": "hue", "type": "nominal", "scale": None}}}
    numbers = {"data": {"values": bands}, "mark": {"type": "text", "align": "left", "baseline": "bottom", "dx": 2, "dy": -3, "fontSize": 13, "fontWeight": "bold", "color": SOFT},
               "encoding": {"x": {**x, "field": "a"}, "y": {"value": 0}, "text": {"field": "words"}}}  # fmt: skip
    unsure = {"data": {"values": breaks}, "mark": {"type": "rule", "strokeWidth": 6, "opacity": 0.35, "color": INK},
              "encoding": {"x": {**x, "field": "from"}, "x2": {"field": "to"}, "y": {"value": 3}}}  # fmt: skip
    lines = {"data": {"values": breaks}, "mark": {"type": "rule", "strokeDash": [4, 3], "color": INK}, "encoding": {"x": {**x, "field": "at"}}}
    weak = {"data": {"values": [{"at": year(day)} for day, _ in answer.weak]}, "mark": {"type": "rule", "strokeDash": [1, 4], "color": SOFT},
            "encoding": {"x": {**x, "field": "at"}}}  # fmt: skip
    dots = layers(x, [speech.label(k) for k in kinds], {"": COLOURS[0]})
    spec = frame(title, alt, rows(len(kinds), LANE), [back, *([weak] if answer.weak else []), unsure, lines, *dots, numbers], data={"values": values})
    return Plot(name="phases", title=title, alt=alt, caption=caption(answer.coverage, speech), spec=spec)
