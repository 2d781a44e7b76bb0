"""What all plots look like, and the frame of a specification."""

import json
from collections.abc import Sequence
from math import ceil
from typing import Any

from wektor.output.plots.palette import INK, RULE, SOFT

WIDTH = 720
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"  # the first comes with the drawing library: the same on every machine
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
CONFIG: dict[str, Any] = {
    "font": FONT, "background": "white", "view": {"stroke": None},
    "title": {"anchor": "start", "fontSize": 14, "color": INK, "offset": 12, "fontWeight": "bold", "frame": "bounds"},
    "axis": {"labelFontSize": 11, "titleFontSize": 11, "labelColor": INK, "titleColor": SOFT, "titleFontWeight": "normal", "gridColor": "#ECE9E1",
             "domainColor": RULE, "tickColor": RULE, "labelLimit": 260},
    "legend": {"labelFontSize": 11, "titleFontSize": 11, "labelColor": INK, "titleColor": SOFT, "titleFontWeight": "normal", "symbolType": "circle",
               "orient": "bottom", "direction": "horizontal", "labelLimit": 220, "columns": 4, "title": None},
    "text": {"fontSize": 11, "color": INK},
}  # fmt: skip


def frame(title: str, alt: str, height: Any, layers: Sequence[dict[str, Any]], **more: Any) -> dict[str, Any]:
    """A Vega-Lite specification of layers, as wide as all others."""
    return {"$schema": SCHEMA, "title": title, "description": alt, "width": WIDTH, "height": height, "autosize": {"type": "fit-x", "contains": "padding"},
            "config": CONFIG, "layer": list(layers), **more}  # fmt: skip


def ticks(most: float) -> list[int]:
    """Marks of an axis that counts: whole numbers, a dozen at most."""
    return list(range(0, int(most) + 2, max(1, ceil(most / 12))))


def rows(count: int, step: int = 22) -> int:
    """The height of so many rows."""
    return max(count, 1) * step


def lines(words: Sequence[str], **more: Any) -> dict[str, Any]:
    """The y encoding of numbered rows: they are labelled by number, for two may be called the same."""
    labels = f"{json.dumps(list(words), ensure_ascii=False)}[datum.value]"
    return {"field": "row", "type": "ordinal", "title": None, "axis": {"labelExpr": labels, "grid": True, "ticks": False, "domain": False, "labelPadding": 10} | more}


def hue(field: str, domain: Sequence[str], hues: Sequence[str], **more: Any) -> dict[str, Any]:
    """The encoding of a word by colour."""
    return {"field": field, "type": "nominal", "scale": {"domain": list(domain), "range": list(hues)}} | more
