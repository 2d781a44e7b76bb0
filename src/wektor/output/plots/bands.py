"""Bands between two columns as a Vega specification: the layout is data, Vega only draws it."""

from collections.abc import Mapping, Sequence
from typing import Any

from wektor.model.plots import Plot, Speech
from wektor.output.plots.palette import INK, colours
from wektor.output.plots.sankey import Band, Link, Node, lay_out
from wektor.output.plots.theme import CONFIG, FONT, WIDTH

_LEFT, _RIGHT, _BLOCK = 225, 190, 12


def draw_bands(name: str, title: str, alt: str, caption: str, links: Sequence[Link], names: Mapping[str, str], speech: Speech) -> Plot:
    """A plot of bands; ``names`` words the left nodes, the right ones are words already."""
    merged: dict[tuple[str, str], float] = {}
    for left, right, amount in links:
        merged[left, right] = merged.get((left, right), 0.0) + amount
    held = [(left, right, amount) for (left, right), amount in merged.items()]
    height = max(160, 34 * max(len({k[0] for k in held}), len({k[1] for k in held}), 1))
    nodes, bands = lay_out(held, height)
    hues = colours((n.name for n in nodes if n.side == 0), speech.order)
    data = [{"name": "bands", "values": [_band(b, hues[b.left]) for b in bands]},
            {"name": "nodes", "values": [_node(n, hues.get(n.name, INK), names, speech) for n in nodes]}]  # fmt: skip
    spec = {"$schema": "https://vega.github.io/schema/vega/v6.json", "description": alt, "width": WIDTH - 10, "height": height, "padding": 5, "autosize": "pad",
            "background": "white", "config": {"text": {"font": FONT}, "title": CONFIG["title"] | {"font": FONT}}, "title": title, "data": data, "marks": _MARKS}  # fmt: skip
    return Plot(name=name, title=title, alt=alt, caption=caption, spec=spec, vega=True)


def _band(band: Band, colour: str) -> dict[str, Any]:
    x0, x1 = _LEFT + _BLOCK, WIDTH - 10 - _RIGHT - _BLOCK
    (a, b), thick, mid = band.tops, band.thickness, (x0 + x1) / 2
    path = (f"M{x0},{a:.2f}C{mid},{a:.2f} {mid},{b:.2f} {x1},{b:.2f}L{x1},{b + thick:.2f}"
            f"C{mid},{b + thick:.2f} {mid},{a + thick:.2f} {x0},{a + thick:.2f}Z")  # fmt: skip
    return {"path": path, "colour": colour, "amount": round(band.amount, 4)}


def _node(node: Node, colour: str, names: Mapping[str, str], speech: Speech) -> dict[str, Any]:
    left = node.side == 0
    x = _LEFT if left else WIDTH - 10 - _RIGHT - _BLOCK
    words = names.get(node.name, node.name) if left else f"{node.name} {speech.number(round(node.amount, 1))}"
    return {"x": x, "y": round(node.top, 2), "y2": round(node.bottom, 2), "colour": colour if left else INK, "words": words,
            "tx": x - 6 if left else x + _BLOCK + 6, "ty": round((node.top + node.bottom) / 2, 2), "align": "right" if left else "left"}  # fmt: skip


def _from(**fields: str) -> dict[str, Any]:
    return {channel: {"field": field} for channel, field in fields.items()}


_MARKS: list[dict[str, Any]] = [
    {"type": "path", "from": {"data": "bands"}, "encode": {"enter": _from(path="path", fill="colour") | {"fillOpacity": {"value": 0.45}}}},
    {"type": "rect", "from": {"data": "nodes"}, "encode": {"enter": _from(x="x", y="y", y2="y2", fill="colour") | {"width": {"value": _BLOCK}}}},
    {"type": "text", "from": {"data": "nodes"}, "encode": {"enter": _from(x="tx", y="ty", text="words", align="align") | {
        "baseline": {"value": "middle"}, "fontSize": {"value": 12}, "fill": {"value": INK}, "limit": {"value": _LEFT - 8}}}},
]  # fmt: skip
