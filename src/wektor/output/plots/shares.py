"""Shares of partners over windows of years: stacked areas."""

from typing import Any

from wektor.model.answers import WindowRow, Windows
from wektor.model.plots import Plot, Speech
from wektor.output.plots.caption import caption, some
from wektor.output.plots.palette import COLOURS, GREY, SOFT, colours
from wektor.output.plots.theme import frame, hue

_MOST = len(COLOURS)


def plot_windows(answer: Windows, speech: Speech) -> Plot:
    """A layer for each partner; a window's shares hold for all its years. Partners beyond the palette are one layer."""
    ranked = rank(answer)
    hues = colours(ranked[:_MOST], speech.order) | ({"": GREY} if len(ranked) > _MOST else {})
    names = {p: speech.state(p) or speech.label("others") for p in hues}
    starts = _starts(answer)
    values = [value for start in starts for value in _values([r for r in answer.rows if r.since == start], start, answer.years, names)]
    title = speech.draw("windows", state_of=speech.state_of(answer.state))
    told = [f"{a}–{a + answer.years - 1}: " + (", ".join(f"{speech.state(r.partner)} {speech.percent(r.share)}" for r in answer.rows if r.since == a and r.share) or "–")
            for a in starts]  # fmt: skip
    alt = speech.draw("windows alt", rows=some(told))
    edges = [*starts, starts[-1] + answer.years] if starts else [0, 1]
    x = {"field": "x", "type": "quantitative", "title": None, "scale": {"domain": [edges[0], edges[-1]], "nice": False}, "axis": {"format": "d", "values": edges}}
    y = {"field": "share", "type": "quantitative", "stack": "zero", "title": speech.label("share"), "scale": {"domain": [0, 1]}, "axis": {"format": "%", "tickCount": 5}}
    deals = [len({id for r in answer.rows if r.since == start for id in r.deals}) for start in starts]
    counts = [{"x": start + answer.years / 2, "deals": speech.number(n)} for start, n in zip(starts, deals, strict=True) if n]
    above = {"data": {"values": counts}, "mark": {"type": "text", "baseline": "bottom", "dy": -3, "fontSize": 10, "color": SOFT},
             "encoding": {"x": x, "y": {"value": 0}, "text": {"field": "deals"}}}  # fmt: skip
    layer = {"mark": {"type": "area", "opacity": 0.9, "stroke": "white", "strokeWidth": 1},
             "encoding": {"x": x, "y": y, "color": hue("partner", [*names.values()], [*hues.values()]), "order": {"field": "order"}}}  # fmt: skip
    spec = frame(title, alt, 260, [layer, *([above] if counts else [])], data={"values": values})
    return Plot(name="windows", title=title, alt=alt, caption=caption(answer.coverage, speech, speech.draw("windows key") if counts else ""), spec=spec)


def rank(answer: Windows) -> list[str]:
    """The partners, the largest over all windows first; a window weighs as much as it has deals."""
    totals: dict[str, float] = {}
    for start in {r.since for r in answer.rows}:
        own = [r for r in answer.rows if r.since == start]
        weight = len({id for r in own for id in r.deals}) or 1
        for row in own:
            totals[row.partner] = totals.get(row.partner, 0.0) + (row.share or 0.0) * weight
    return sorted(totals, key=lambda p: (-totals[p], p))


def _starts(answer: Windows) -> list[int]:
    """All windows, those without a deal too."""
    held = [r.since for r in answer.rows]
    return list(range(min(held), max(held) + 1, answer.years)) if held else []


def _values(own: list[WindowRow], start: int, years: int, names: dict[str, str]) -> list[dict[str, Any]]:
    """The shares at both edges of a window; the right edge is a hair before the next window's left one."""
    parts = {p: sum(r.share or 0.0 for r in own if (r.partner if r.partner in names else "") == p) for p in names}
    return [{"x": x, "partner": names[p], "share": round(part, 6), "order": n} for x in (start, start + years - 0.001) for n, (p, part) in enumerate(parts.items())]
