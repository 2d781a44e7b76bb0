"""The network of deals: actors on a ring, community beside community, lines as thick as what flows; or bands from givers to takers."""

from math import cos, pi, sin, sqrt
from typing import Any

from wektor.model.answers import ActorRow, FlowRow, Network
from wektor.model.plots import Plot, Speech
from wektor.output.plots.bands import draw_bands
from wektor.output.plots.caption import caption, shown, some
from wektor.output.plots.palette import COLOURS, INK
from wektor.output.plots.theme import frame

MOST = 36
FLOWS = 24
_SIDE, _REACH, _LINE = 520, 1.4, 13  # height, what of it in radii lies above and below the middle, and a line of words
_LONGEST = 155  # pixels of a name beside the ring


def plot_network(answer: Network, speech: Speech) -> Plot:
    """The latest window's most central actors; the size is what they give and take, the colour their community."""
    actors, flows = _latest(answer)
    held = sorted(actors[:MOST], key=lambda r: (r.community, -(r.gives + r.takes), r.actor))
    values = _apart([_place(n, len(held), row, held, speech) for n, row in enumerate(held)])
    at = {str(v["id"]): v for v in values}
    edges = [_edge(f, at, max((g.amount for g in flows), default=1)) for f in flows if f.source in at and f.target in at and f.source != f.target]
    title = speech.draw("network", unit=speech.label(answer.unit))
    alt = speech.draw("network alt", rows=some([f"{_name(f.source, speech)} → {_name(f.target, speech)}: {speech.number(f.amount)}" for f in flows]))
    x, y = ({"field": k, "type": "quantitative", "axis": None, "scale": {"domain": [-reach, reach]}} for k, reach in (("x", 2.1), ("y", _REACH)))
    hues = [COLOURS[c % len(COLOURS)] for c in sorted({r.community for r in held})]
    colour = {"field": "community", "type": "nominal", "scale": {"domain": sorted({r.community for r in held}), "range": hues}, "legend": None}
    lines = {"data": {"values": edges}, "mark": {"type": "rule", "opacity": 0.55, "strokeCap": "round"},
             "encoding": {"x": x, "y": y, "x2": {"field": "x2"}, "y2": {"field": "y2"}, "strokeWidth": {"field": "width", "type": "quantitative", "scale": None},
                          "color": colour}}  # fmt: skip
    dots = {"mark": {"type": "circle", "opacity": 1, "stroke": "white"}, "encoding": {"x": x, "y": y, "size": {"field": "size", "type": "quantitative", "scale": None}, "color": colour}}
    names = [{"transform": [{"filter": f"datum.align == '{align}'"}], "mark": {"type": "text", "align": align, "color": INK, "fontSize": 11, "limit": _LONGEST},
              "encoding": {"x": {**x, "field": "tx"}, "y": {**y, "field": "ty"}, "text": {"field": "name"}}} for align in ("left", "center", "right")]  # fmt: skip
    spec = frame(title, alt, _SIDE, [lines, dots, *names], data={"values": values})
    keys = (speech.draw("network key"), shown(len(held), len(actors), speech))
    return Plot(name="network", title=title, alt=alt, caption=caption(answer.coverage, speech, *keys), spec=spec)


def plot_flows(answer: Network, speech: Speech) -> Plot:
    """The largest flows of the latest window, from giver to taker."""
    _, flows = _latest(answer)
    held = sorted(flows, key=lambda f: (-f.amount, f.source, f.target))[:FLOWS]
    links = [(f.source, _name(f.target, speech), f.amount) for f in held]
    title = speech.draw("flows", unit=speech.label(answer.unit))
    alt = speech.draw("flows alt", rows=some([f"{_name(f.source, speech)} → {_name(f.target, speech)}: {speech.number(f.amount)}" for f in held]))
    keys = (speech.draw("bands key", unit=speech.label(answer.unit)), shown(len(held), len(flows), speech))
    return draw_bands("flows", title, alt, caption(answer.coverage, speech, *keys), links, {f.source: _name(f.source, speech) for f in held}, speech)


def _latest(answer: Network) -> tuple[list[ActorRow], list[FlowRow]]:
    last = max((r.since for r in answer.rows), default=0)
    return [r for r in answer.rows if r.since == last], [f for f in answer.flows if f.since == last]


def _name(actor: str, speech: Speech) -> str:
    return speech.party(actor) if ":" in actor else speech.state(actor)


def _place(number: int, count: int, row: ActorRow, held: list[ActorRow], speech: Speech) -> dict[str, Any]:
    angle = pi / 2 - 2 * pi * number / max(count, 1)
    x, y, most = cos(angle), sin(angle), max(r.gives + r.takes for r in held) or 1
    return {"id": row.actor, "x": round(x, 4), "y": round(y, 4), "tx": round(x * 1.12, 4), "ty": round(y * 1.12, 4), "align": "center" if abs(x) < 0.02 else "left" if x > 0 else "right",
            "name": _name(row.actor, speech), "community": row.community, "size": round(40 + 500 * sqrt((row.gives + row.takes) / most), 1)}  # fmt: skip


def _apart(values: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Names near the top and the bottom of the ring pushed outwards, so that none stands on another."""
    line, last = 2 * _REACH / _SIDE * _LINE, dict[tuple[str, bool], float]()
    for value in sorted(values, key=lambda v: (v["align"] == "center", abs(v["ty"]))):
        up, sides = value["ty"] > 0, ("left", "right") if value["align"] == "center" else (value["align"],)
        held = [last[side, up] + line for side in sides if (side, up) in last]
        height = max([abs(value["ty"]), *held])
        value["ty"] = round(height if up else -height, 4)
        last |= {(side, up): height for side in sides}
    return values


def _edge(flow: FlowRow, at: dict[str, Any], most: float) -> dict[str, Any]:
    a, b = at[flow.source], at[flow.target]
    return {"x": a["x"], "y": a["y"], "x2": b["x"], "y2": b["y"], "width": round(0.8 + 5 * sqrt(flow.amount / most), 2), "community": a["community"]}
