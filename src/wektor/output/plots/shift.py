"""Shares before and after a day: an arrow's two ends for each partner, the interval of the change behind the second."""

from wektor.model.answers import Shift
from wektor.model.plots import Plot, Speech
from wektor.output.plots.caption import caption, shown, some
from wektor.output.plots.palette import COLOURS, GREY, RULE
from wektor.output.plots.theme import frame, hue, lines, rows

MOST = 20


def plot_shift(answer: Shift, speech: Speech) -> Plot:
    """The largest change at the top."""
    told = [r for r in answer.rows if r.before is not None and r.after is not None]
    held = sorted(told, key=lambda r: (-abs(r.change or 0.0), r.partner))[:MOST]
    names, words = [speech.state(r.partner) for r in held], (speech.draw("before"), speech.draw("after"))
    ends = [{"row": n, "share": share, "what": word} for n, r in enumerate(held) for word, share in zip(words, (r.before, r.after), strict=True)]
    spans = [{"row": n, "low": max(0.0, (r.before or 0) + r.low), "high": min(1.0, (r.before or 0) + r.high)}
             for n, r in enumerate(held) if r.low is not None and r.high is not None]  # fmt: skip
    title = speech.draw("shift" if answer.at else "shift undated", state_of=speech.state_of(answer.state), day=speech.date(answer.at))
    most = max([0.2, *(v["high"] for v in spans), *(v["share"] or 0 for v in ends)])
    moves = [f"{name}: {speech.percent(r.before or 0)} → {speech.percent(r.after or 0)}" for name, r in zip(names, held, strict=True)]
    alt = speech.draw("shift alt", rows=some(moves), level=speech.percent(answer.level))
    y = lines(names)
    x = {"field": "share", "type": "quantitative", "title": speech.label("share"), "scale": {"domain": [0, most]}, "axis": {"format": "%", "tickCount": 8}}
    sure = {"data": {"values": spans}, "mark": {"type": "rule", "strokeWidth": 9, "color": RULE}, "encoding": {"x": {**x, "field": "low"}, "x2": {"field": "high"}, "y": y}}
    move = {"mark": {"type": "line", "color": GREY, "strokeWidth": 1.5}, "encoding": {"x": x, "y": y, "detail": {"field": "row"}}}
    dots = {"mark": {"type": "point", "size": 90, "strokeWidth": 2, "opacity": 1}, "encoding": {"x": x, "y": y, "stroke": hue("what", words, [COLOURS[0]] * 2),
            "fill": hue("what", words, ["white", COLOURS[0]])}}  # fmt: skip
    spec = frame(title, alt, rows(len(held), 26), [sure, move, dots], data={"values": ends})
    keys = (speech.draw("shift key", level=speech.percent(answer.level)) if spans else "", shown(len(held), len(told), speech))
    return Plot(name="shift", title=title, alt=alt, caption=caption(answer.coverage, speech, *keys), spec=spec)
