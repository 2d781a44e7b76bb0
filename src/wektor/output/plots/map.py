"""A world map: states by their share of a state's deals, or of the types that it fields."""

from collections.abc import Mapping
from itertools import pairwise
from math import sqrt
from typing import Any

from wektor.model.answers import Answer, Inventory, Partners
from wektor.model.plots import Plot, Speech
from wektor.output.plots.caption import caption, some
from wektor.output.plots.palette import COLOURS, INK, SOFT
from wektor.output.plots.theme import CONFIG, FONT, WIDTH
from wektor.output.plots.world import Shape, height, world

_STEPS = ((0.0, "#C7E9B4"), (0.05, "#7FCDBB"), (0.1, "#41B6C4"), (0.25, "#2C7FB8"), (0.5, "#253494"))  # ColorBrewer's YlGnBu, safe for any colour vision
_LAND, _OWN = "#E9E6DD", COLOURS[1]
_SMALL, _WIDE, _NAMED = 14, 1200, 8  # pixels of area: smaller states are dots, wider ones bear their names upon them; and how many names stand on the map


def plot_partners_map(answer: Partners, speech: Speech) -> Plot:
    """Partners by their share on the answer's basis."""
    shares = {r.partner: r.share for r in answer.rows if r.share}
    title = speech.draw("partners map", state_of=speech.state_of(answer.state))
    return _draw(answer, answer.state, shares, title, speech)


def plot_origins_map(answer: Inventory, speech: Speech) -> Plot:
    """Origins of the fleet by their share of its types; a type of several origins is split evenly."""
    held = [r.origins for r in answer.rows if r.origins]
    shares: dict[str, float] = {}
    for origins in held:
        for origin in origins:
            shares[origin] = shares.get(origin, 0.0) + 1 / len(origins) / len(held)
    return _draw(answer, answer.state, shares, speech.draw("fleet map", state=speech.state(answer.state)), speech)


def _draw(answer: Answer, state: str, shares: Mapping[str, float], title: str, speech: Speech) -> Plot:
    ranked = sorted(shares, key=lambda s: (-shares[s], s))
    shapes = {s.state: s for s in world()}
    alt = speech.draw("map alt", rows=some([f"{speech.state(s)} {speech.percent(shares[s])}" for s in ranked]))
    missing = [speech.state(s) for s in ranked if s not in shapes]
    keys = (speech.draw("map key", state=speech.state(state)), speech.draw("not on map", states=", ".join(missing)) if missing else "")
    lands = [{"path": s.path, "colour": _colour(s.state, state, shares)} for s in shapes.values()] if shares else []
    dots = [_dot(shapes[s], _colour(s, state, shares)) for s in (*ranked, state) if s in shapes and shapes[s].area < _SMALL] if shares else []
    data = [{"name": "lands", "values": lands}, {"name": "dots", "values": dots}, {"name": "key", "values": _legend(shares, speech)},
            {"name": "names", "values": _names([shapes[s] for s in ranked if s in shapes], shares, speech)}]  # fmt: skip
    spec = {"$schema": "https://vega.github.io/schema/vega/v6.json", "description": alt, "width": WIDTH - 10, "height": height() + 26, "padding": 5, "autosize": "pad",
            "background": "white", "config": {"text": {"font": FONT}, "title": CONFIG["title"] | {"font": FONT}}, "title": title, "data": data, "marks": _MARKS}  # fmt: skip
    return Plot(name="map", title=title, alt=alt, caption=caption(answer.coverage, speech, *keys), spec=spec, vega=True)


def _colour(state: str, own: str, shares: Mapping[str, float]) -> str:
    if state == own:
        return _OWN
    share = shares.get(state)
    return next(hue for least, hue in reversed(_STEPS) if share >= least) if share else _LAND


def _dot(shape: Shape, colour: str) -> dict[str, Any]:
    return {"x": shape.middle[0], "y": shape.middle[1], "colour": colour}


def _legend(shares: Mapping[str, float], speech: Speech) -> list[dict[str, Any]]:
    """A square for each step, below the map."""
    bounds = [*(least for least, _ in _STEPS), 1.0]
    words = [f"< {speech.percent(bounds[1])}", *(f"{speech.percent(a)} – {speech.percent(b)}" for a, b in pairwise(bounds[1:-1])), f"≥ {speech.percent(bounds[-2])}"]
    return [{"x": 4 + 100 * n, "y": height() + 12, "colour": hue, "words": word} for n, ((_, hue), word) in enumerate(zip(_STEPS, words, strict=True))] if shares else []


def _names(shapes: list[Shape], shares: Mapping[str, float], speech: Speech) -> list[dict[str, Any]]:
    """The largest shares by name, as far as names find room above, below or beside their states."""
    found: list[dict[str, Any]] = []
    taken: list[tuple[float, float]] = []  # the middle and half the width of each
    for shape in shapes[: 2 * _NAMED]:
        words = f"{speech.state(shape.state)} {speech.percent(shares[shape.state])}"
        half = len(words) * 2.9
        free = next((p for p in _places(shape, half) if all(abs(p[1] - v["y"]) > 12 or abs(p[0] - at) > half + other for (at, other), v in zip(taken, found, strict=True))), None)
        if free and len(found) < _NAMED:
            found.append({"x": round(free[0], 1), "y": round(free[1], 1), "words": words})
            taken.append((free[0], half))
    return found


def _places(shape: Shape, half: float) -> list[tuple[float, float]]:
    """Where the name of a state may stand, the best first: on a wide one, else above it, below it, right and left of it."""
    (x, y), reach = shape.middle, 0.4 * sqrt(shape.area)
    wanted = [(x, y)] if shape.area > _WIDE else []
    wanted += [(x, y - 7 - reach), (x, y + 7 + reach), (x + 5 + reach + half, y), (x - 5 - reach - half, y)]
    return [(min(max(left, half), WIDTH - 10 - half), top) for left, top in wanted]


def _from(**fields: str) -> dict[str, Any]:
    return {channel: {"field": field} for channel, field in fields.items()}


def _mark(kind: str, data: str, **encoding: Any) -> dict[str, Any]:
    return {"type": kind, "from": {"data": data}, "encode": {"enter": {k: v if isinstance(v, dict) else {"value": v} for k, v in encoding.items()}}}


_MARKS: list[dict[str, Any]] = [
    _mark("path", "lands", **_from(path="path", fill="colour"), stroke="white", strokeWidth=0.5),
    _mark("symbol", "dots", **_from(x="x", y="y", fill="colour"), size=42, stroke=INK, strokeWidth=0.8),
    _mark("symbol", "key", **_from(x="x", y="y", fill="colour"), size=90, shape="square"),
    _mark("text", "key", **_from(x="x", y="y", text="words"), dx=10, baseline="middle", fontSize=11, fill=SOFT),
    _mark("text", "names", **_from(x="x", y="y", text="words"), align="center", baseline="middle", fontSize=10, fill="white", stroke="white", strokeWidth=3),
    _mark("text", "names", **_from(x="x", y="y", text="words"), align="center", baseline="middle", fontSize=10, fill=INK),
]  # fmt: skip
