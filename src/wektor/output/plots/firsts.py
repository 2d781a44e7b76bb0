"""Who was first: a point for each region and kind of thing, at its date."""

from wektor.model.answers import FirstRow, Firsts
from wektor.model.dates import Edtf
from wektor.model.plots import Plot, Speech
from wektor.output.plots.caption import caption, shown, some
from wektor.output.plots.palette import COLOURS, INK
from wektor.output.plots.theme import frame, lines, rows
from wektor.output.plots.years import axis, year

MOST = 40


def plot_firsts(answer: Firsts, speech: Speech) -> Plot:
    """Region by region, the earliest at the top; the state's name stands beside its point, hollow where another may have been as early."""
    held = sorted(answer.rows, key=lambda r: (_day(r), r.region))[:MOST]
    listed: list[str | FirstRow] = []
    for region in dict.fromkeys(r.region for r in held):
        listed += [region, *(r for r in held if r.region == region)]
    names = [speech.region(e) if isinstance(e, str) else _line(e, speech) for e in listed]
    values = [{"row": n, "x": year(_day(e)), "sure": e.sure, "words": f"{speech.state(e.state)}, {speech.date(e.date)}"} for n, e in enumerate(listed) if not isinstance(e, str)]
    title = speech.draw("firsts")
    alt = speech.draw("firsts alt", rows=some([f"{_line(r, speech)} ({speech.region(r.region)}): {speech.state(r.state)}, {speech.date(r.date)}" for r in held]))
    heads = [n for n, e in enumerate(listed) if isinstance(e, str)]
    weight = {"condition": {"test": f"indexof({heads}, datum.value) >= 0", "value": "bold"}, "value": "normal"}
    x, y = {"field": "x", **axis((float(str(v["x"])) for v in values), 0.3)}, lines(names, labelFontWeight=weight, labelLimit=300) | {"scale": {"domain": [*range(len(listed))]}}
    points = [{"transform": [{"filter": f"datum.sure == {str(sure).lower()}"}], "encoding": {"x": x, "y": y},
               "mark": {"type": "point", "size": 90, "strokeWidth": 2, "opacity": 1, "color": COLOURS[0], "filled": sure} | ({} if sure else {"fill": "white"})}
              for sure in (True, False)]  # fmt: skip
    text = {"mark": {"type": "text", "align": "left", "dx": 9, "fontSize": 10, "color": INK}, "encoding": {"x": x, "y": y, "text": {"field": "words"}}}
    spec = frame(title, alt, rows(len(listed)), [*points, text], data={"values": values})
    keys = ("" if all(r.sure for r in held) else speech.draw("firsts key"), shown(len(held), len(answer.rows), speech))
    return Plot(name="firsts", title=title, alt=alt, caption=caption(answer.coverage, speech, *keys), spec=spec)


def _line(row: FirstRow, speech: Speech) -> str:
    parts = (speech.label(row.kind) if row.kind else "", speech.cls(row.cls), speech.state(row.partner))
    return " · ".join(p for p in parts if p) or row.region


def _day(row: FirstRow) -> str:
    edtf = Edtf.parse(row.date)
    return (edtf.first or edtf.last or "") if edtf else ""
