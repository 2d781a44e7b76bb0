"""Planned against actual dates: a dumbbell for each deal; grouped, a bar for each group."""

from typing import Any

from wektor.model.answers import SlipGroup, Slippage, SlipRow
from wektor.model.plots import Plot, Speech
from wektor.output.plots.caption import caption, shown, some
from wektor.output.plots.palette import COLOURS, GREY, INK, LATE
from wektor.output.plots.theme import frame, hue, lines, rows
from wektor.output.plots.years import axis, year

MOST = 30


def plot_slippage(answer: Slippage, speech: Speech) -> Plot:
    """The picture that the rows ask for."""
    return _dumbbells(answer, speech) if not answer.rows or isinstance(answer.rows[0], SlipRow) else _bars(answer, speech)


def _dumbbells(answer: Slippage, speech: Speech) -> Plot:
    held = [r for r in answer.rows if isinstance(r, SlipRow)][:MOST]
    values = [value for number, row in enumerate(held) for value in _points(row, number, answer.day, speech)]
    title = speech.draw("slippage", day=speech.date(answer.day))
    alt = speech.draw("slippage alt", rows=some([f"{_line(r, speech)}: {_late(r, speech)}" for r in held]))
    y = lines([_line(r, speech) for r in held])
    x = {"field": "x", **axis((v["x"] for v in values), 0.24)}
    marks = {"first plan": ("circle", GREY), "newest plan": ("diamond", GREY), "came": ("circle", COLOURS[0]), "overdue": ("cross", LATE)}
    words = {k: speech.draw(k) for k in marks}
    present = [k for k in marks if any(v["what"] == words[k] for v in values)]
    domain = [words[k] for k in present]
    spans = {"mark": {"type": "line", "strokeWidth": 2.5, "color": "#BDB8AA"}, "encoding": {"x": x, "y": y, "detail": {"field": "row"}}}
    ends = {"mark": {"type": "point", "filled": True, "size": 90, "opacity": 1}, "encoding": {"x": x, "y": y,
            "color": hue("what", domain, [marks[k][1] for k in present]), "shape": hue("what", domain, [marks[k][0] for k in present])}}  # fmt: skip
    text = {"transform": [{"filter": "datum.late != ''"}], "mark": {"type": "text", "align": "left", "dx": 9, "fontSize": 10, "color": INK},
            "encoding": {"x": x, "y": y, "text": {"field": "late"}}}  # fmt: skip
    spec = frame(title, alt, rows(len(held), 26), [spans, ends, text], data={"values": values})
    return Plot(name="slippage", title=title, alt=alt, caption=caption(answer.coverage, speech, shown(len(held), len(answer.rows), speech)), spec=spec)


def _points(row: SlipRow, number: int, day: str, speech: Speech) -> list[dict[str, Any]]:
    """First plan, newest plan where it is another, and what came or the day that it has not come by; the last bears the words."""
    ends = [("first plan", _day(row.planned, 1))]
    if row.newest != row.planned:
        ends.append(("newest plan", _day(row.newest, 1)))
    if row.actual:
        came = _day(row.actual, 0)
        ends = [(what, x if row.months else came) for what, x in ends]  # what came in the time that was planned stands on its plan
        ends.append(("came", came))
    elif row.standing == "overdue":
        ends.append(("overdue", year(day)))
    last = max(range(len(ends)), key=lambda i: (ends[i][1], i))
    return [{"row": number, "x": x, "what": speech.draw(what), "late": _late(row, speech) if i == last else ""} for i, (what, x) in enumerate(ends)]


def _day(date: str, end: int) -> float:
    """Where the beginning (0) or the end (1) of an EDTF date lies."""
    from wektor.model.dates import Edtf

    edtf = Edtf.parse(date)
    days = (edtf.first or edtf.last, edtf.last or edtf.first) if edtf else (None, None)
    return year(days[end] or "2000-01-01")


def _line(row: SlipRow, speech: Speech) -> str:
    return " · ".join(x for x in (speech.item(row.item) or speech.label(row.kind), speech.state(row.partner)) if x)


def _late(row: SlipRow, speech: Speech) -> str:
    if row.standing == "due":
        return speech.label("due")
    if row.months == 0:
        return speech.draw("on time")
    return speech.draw("late" if row.months > 0 else "early", months=speech.count("month", abs(row.months)))


def _bars(answer: Slippage, speech: Speech) -> Plot:
    """The words stand right of all bars, where none covers them."""
    held = [r for r in answer.rows if isinstance(r, SlipGroup)][:MOST]
    values = [{"row": n, "median": r.median or 0, "worst": r.worst or 0, "came": r.measured > 0, "words": _sum(r, speech)} for n, r in enumerate(held)]
    names = [_group(r, speech) for r in held]
    title = speech.draw("slips", day=speech.date(answer.day))
    alt = speech.draw("slips alt", rows=some([f"{name}: {v['words']}" for name, v in zip(names, values, strict=True)]))
    ends = [0.0, *(float(end or 0) for r in held for end in (r.median, r.worst))]
    low, high, y = min(ends), max(*ends, min(ends) + 6), lines(names)
    x: dict[str, Any] = {"field": "median", "type": "quantitative", "title": speech.label("months late"), "axis": {"values": _months(low, high), "format": "d"},
                         "scale": {"domain": [low, high + (high - low) * 1.1], "nice": False}}  # fmt: skip
    bars = {"mark": {"type": "bar", "color": COLOURS[0], "height": 12}, "encoding": {"x": x, "x2": {"datum": 0}, "y": y}}
    worst = {"transform": [{"filter": "datum.came"}], "mark": {"type": "tick", "color": LATE, "thickness": 3, "size": 16}, "encoding": {"x": {**x, "field": "worst"}, "y": y}}
    text = {"mark": {"type": "text", "align": "left", "dx": 10, "fontSize": 10}, "encoding": {"x": {**_bare(x), "datum": high}, "y": y, "text": {"field": "words"}}}
    spec = frame(title, alt, rows(len(held), 26), [bars, worst, text], data={"values": values})
    keys = (speech.draw("slips key"), shown(len(held), len(answer.rows), speech))
    return Plot(name="slips", title=title, alt=alt, caption=caption(answer.coverage, speech, *keys), spec=spec)


def _bare(x: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in x.items() if k != "field"}


def _months(low: float, high: float) -> list[int]:
    """Marks at months, quarters or years, a dozen at most."""
    step = next((n for n in (1, 3, 6, 12, 24, 60) if (high - low) / n <= 12), 120)
    return list(range(int(low // step) * step, int(high) + 1, step))


def _group(row: SlipGroup, speech: Speech) -> str:
    if row.of == "not named":
        return speech.label(row.of)
    return {"partner": speech.state, "item": speech.item}.get(row.by, speech.label)(row.of)


def _sum(row: SlipGroup, speech: Speech) -> str:
    parts = [f"{speech.draw('median')} {_signed(row.median, speech)}, {speech.draw('worst')} {_signed(row.worst or 0, speech)}"] if row.median is not None else []
    parts += [f"{speech.label(word)}: {speech.number(count)}" for word, count in (("overdue", row.overdue), ("due", row.due)) if count]
    return "; ".join(parts)


def _signed(months: float, speech: Speech) -> str:
    """A number with a minus as wide as that of the axis."""
    return speech.number(months).replace("-", "\u2212")
