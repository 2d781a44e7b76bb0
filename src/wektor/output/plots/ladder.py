"""The ladder of localisation: rungs across, equipment and partner down; filled where reached, hollow where planned."""

from typing import Any

from wektor.model.answers import Localisation, RungRow
from wektor.model.plots import Plot, Speech
from wektor.model.register import RUNGS
from wektor.output.plots.caption import caption, shown, some
from wektor.output.plots.palette import COLOURS, GREY, INK
from wektor.output.plots.theme import frame, rows

MOST = 30
_STANDINGS = ("reached", "planned", "ended", "denied")


def plot_localisation(answer: Localisation, speech: Speech) -> Plot:
    """A mark for each rung, with the date at which it was reached or is planned below it."""
    every = list(dict.fromkeys((r.item, r.partner) for r in answer.rows))
    lines = every[:MOST]
    held = [r for r in answer.rows if (r.item, r.partner) in lines]
    names = {line: " · ".join(x for x in (speech.item(line[0]) or speech.label("not named"), speech.state(line[1])) if x) for line in lines}
    words = {s: speech.label(s) for s in _STANDINGS}
    values = [{"line": names[r.item, r.partner], "rung": speech.label(r.rung), "standing": words[r.standing], "date": _date(r, speech)} for r in held]
    title = speech.draw("localisation", state=speech.state(answer.state))
    alt = speech.draw("localisation alt", rows=some([f"{v['line']}: {v['rung']}, {v['standing']}" + (f" ({v['date']})" if v["date"] else "") for v in values]))
    x = {"field": "rung", "type": "ordinal", "title": None, "scale": {"domain": [speech.label(r) for r in RUNGS]}, "axis": {"labelAngle": 0, "orient": "top", "grid": True}}
    y = {"field": "line", "type": "ordinal", "title": None, "sort": list(names.values()), "axis": {"grid": True, "ticks": False, "labelPadding": 8}}
    present = [words[s] for s in _STANDINGS if any(r.standing == s for r in held)]
    hues = dict(zip(words.values(), (COLOURS[0], COLOURS[0], GREY, COLOURS[1]), strict=True))
    fills = dict(zip(words.values(), (COLOURS[0], "white", GREY, "white"), strict=True))
    marks = {"mark": {"type": "point", "size": 170, "strokeWidth": 2, "opacity": 1, "filled": False},
             "encoding": {"x": x, "y": y, "stroke": _scaled(present, hues), "fill": _scaled(present, fills), "shape": _shapes(present, words)}}  # fmt: skip
    dates = {"mark": {"type": "text", "dy": 17, "fontSize": 10, "color": INK}, "encoding": {"x": x, "y": y, "text": {"field": "date"}}}
    spec = frame(title, alt, rows(len(lines), 44), [marks, dates], data={"values": values})
    return Plot(name="localisation", title=title, alt=alt, caption=caption(answer.coverage, speech, shown(len(lines), len(every), speech)), spec=spec)


def _date(row: RungRow, speech: Speech) -> str:
    return speech.date(row.reached if row.standing == "reached" else row.planned)


def _scaled(domain: list[str], hues: dict[str, str]) -> dict[str, Any]:
    return {"field": "standing", "type": "nominal", "scale": {"domain": domain, "range": [hues[d] for d in domain]}}


def _shapes(domain: list[str], words: dict[str, str]) -> dict[str, Any]:
    shapes = dict(zip(words.values(), ("circle", "circle", "square", "cross"), strict=True))
    return {"field": "standing", "type": "nominal", "scale": {"domain": domain, "range": [shapes[d] for d in domain]}}
