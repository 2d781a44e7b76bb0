"""The life of a relation: its moments as dots, its phases as bands behind them."""

from itertools import pairwise

from wektor.model.answers import Phases
from wektor.model.ontology import KINDS
from wektor.model.plots import Plot, Speech
from wektor.output.plots.caption import caption, some
from wektor.output.plots.dots import Dot, layers, place
from wektor.output.plots.palette import COLOURS, GREY, INK, SOFT
from wektor.output.plots.theme import frame
from wektor.output.plots.years import axis, year

_BANDS = ("#F3F1EA", "#E3E9F0")


def plot_phases(answer: Phases, speech: Speech) -> Plot:
    """A band for each phase, numbered; a dashed line where each began, and a bar on it as wide as its beginning is uncertain; dotted where there are
    but weak signs of a border."""
    kinds = [k for k in KINDS if any(i.kind == k for i in answer.instants)]
    field = place([Dot(i.first, i.last, speech.label(i.kind), "") for i in answer.instants], [speech.label(k) for k in kinds])
    encoding = axis([v[end] for v in field.values for end in ("x", "x2")])
    low, high = encoding["scale"]["domain"]
    starts = [low, *(year(min(i.first for i in answer.instants if i.phase == n)) for n in range(1, len(answer.rows))), high]
    bands = [{"a": a, "b": b, "hue": _BANDS[n % 2], "words": str(n + 1)} for n, (a, b) in enumerate(pairwise(starts))]
    breaks = [{"at": starts[n], "from": year(r.earliest), "to": year(r.latest), "y": -3 - 7 * (n % 2)} for n, r in enumerate(answer.rows) if n]
    title = speech.draw("phases", state=" – ".join(map(speech.state, answer.states)))
    told = [f"{n}. {speech.span(r.since, r.until)}: {', '.join(map(speech.label, r.kinds))}" for n, r in enumerate(answer.rows, 1)]
    told += [f"{speech.date(day[:7])}: {speech.draw('weak', chance=speech.percent(chance))}" for day, chance in answer.weak]
    alt = speech.draw("phases alt", rows=some(told))
    x = {"field": "x", **encoding}
    span = {"x": {**x, "field": "a"}, "x2": {"field": "b"}}
    back = {"data": {"values": bands}, "mark": {"type": "rect", "opacity": 1}, "encoding": {**span, "color": {"field": "hue", "type": "nominal", "scale": None}}}
    numbers = {"data": {"values": bands}, "mark": {"type": "text", "align": "left", "baseline": "bottom", "dx": 2, "dy": -16, "fontSize": 13, "fontWeight": "bold", "color": SOFT},
               "encoding": {"x": {**x, "field": "a"}, "y": {"value": 0}, "text": {"field": "words"}}}  # fmt: skip
    unsure = {"data": {"values": breaks}, "mark": {"type": "rule", "strokeWidth": 5, "color": GREY},
              "encoding": {"x": {**x, "field": "from"}, "x2": {"field": "to"}, "y": {"field": "y", "type": "quantitative", "scale": None}}}  # fmt: skip
    lines = {"data": {"values": breaks}, "mark": {"type": "rule", "strokeDash": [4, 3], "color": INK}, "encoding": {"x": {**x, "field": "at"}}}
    weak = {"data": {"values": [{"at": year(day)} for day, _ in answer.weak]}, "mark": {"type": "rule", "strokeDash": [1, 4], "color": SOFT},
            "encoding": {"x": {**x, "field": "at"}}}  # fmt: skip
    dots = layers(x, field, {"": COLOURS[0]})
    spec = frame(title, alt, field.height, [back, *([weak] if answer.weak else []), unsure, lines, *dots, numbers], data={"values": field.values}, resolve={"scale": {"y": "shared"}})
    keys = (speech.draw("phases key") if breaks else "", speech.draw("weak key") if answer.weak else "")
    return Plot(name="phases", title=title, alt=alt, caption=caption(answer.coverage, speech, *keys), spec=spec)
