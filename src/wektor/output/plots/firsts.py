"""Who was first: a point for each region and kind of thing, at its date."""

from wektor.model.answers import FirstRow, Firsts
from wektor.model.dates import Edtf
from wektor.model.plots import Plot, Speech
from wektor.output.plots.caption import caption, some
from wektor.output.plots.palette import INK, colours
from wektor.output.plots.theme import frame, hue, lines, rows
from wektor.output.plots.years import axis, year

MOST = 40


def plot_firsts(answer: Firsts, speech: Speech) -> Plot:
    """The earliest at the top; the state's name stands beside its point, hollow where another may have been as early."""
    shown = sorted(answer.rows, key=lambda r: (_day(r), r.region))[:MOST]
    regions = list(dict.fromkeys(speech.region(r.region) for r in shown))
    names = [_line(r, speech) for r in shown]
    values = [{"row": n, "x": year(_day(r)), "region": speech.region(r.region), "sure": r.sure, "words": f"{speech.state(r.state)}, {speech.date(r.date)}"} for n, r in enumerate(shown)]
    title = speech.draw("firsts")
    alt = speech.draw("firsts alt", rows=some([f"{name} ({speech.region(r.region)}): {v['words']}" for name, r, v in zip(names, shown, values, strict=True)]))
    hues = colours(regions)
    x, y = {"field": "x", **axis((float(str(v["x"])) for v in values), 0.3)}, lines(names)
    colour = hue("region", regions, [hues[r] for r in regions])
    points = [{"transform": [{"filter": f"datum.sure == {str(sure).lower()}"}], "encoding": {"x": x, "y": y, "color": colour},
               "mark": {"type": "point", "size": 90, "strokeWidth": 2, "opacity": 1, "filled": sure} | ({} if sure else {"fill": "white"})} for sure in (True, False)]  # fmt: skip
    text = {"mark": {"type": "text", "align": "left", "dx": 9, "fontSize": 10, "color": INK}, "encoding": {"x": x, "y": y, "text": {"field": "words"}}}
    spec = frame(title, alt, rows(len(shown)), [*points, text], data={"values": values})
    return Plot(name="firsts", title=title, alt=alt, caption=caption(answer.coverage, speech), spec=spec)


def _line(row: FirstRow, speech: Speech) -> str:
    parts = (speech.label(row.kind) if row.kind else "", speech.cls(row.cls), speech.state(row.partner))
    return " · ".join(p for p in parts if p) or row.region


def _day(row: FirstRow) -> str:
    edtf = Edtf.parse(row.date)
    return (edtf.first or edtf.last or "") if edtf else ""
