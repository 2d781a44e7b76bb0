"""The fleet by origin: a bar for each state of origin, parted by class."""

from wektor.model.answers import HoldingRow, Inventory
from wektor.model.plots import Plot, Speech
from wektor.output.plots.caption import caption, shown, some
from wektor.output.plots.palette import COLOURS, GREY
from wektor.output.plots.theme import frame, hue, lines, rows, ticks

_FIELDED = ("in service", "delivered")
MOST = 24


def plot_inventory(answer: Inventory, speech: Speech) -> Plot:
    """How many types come from where; types that are only ordered or planned are paler. A type of two origins counts half for each."""
    held = [(origin, row) for row in answer.rows for origin in row.origins or ("",)]
    counts = {o: sum(1 / max(len(r.origins), 1) for p, r in held if p == o) for o, _ in held}
    every = sorted(counts, key=lambda o: (not o, -counts[o], o))
    origins = every[:MOST]
    classes = _classes([r for o, r in held if o in origins])
    values = [{"row": origins.index(o), "types": 1 / max(len(r.origins), 1), "class": _class(r, classes, speech), "fielded": r.standing in _FIELDED,
               "order": (r.standing not in _FIELDED) * 100 + (classes.index(r.cls) if r.cls in classes else len(classes))}
              for o, r in held if o in origins]  # fmt: skip
    names = [speech.state(o) or speech.label("origin unknown") for o in origins]
    title = speech.draw("fleet", state=speech.state(answer.state))
    told = [f"{name}: {', '.join(dict.fromkeys(speech.item(r.item) for p, r in held if p == o))}" for name, o in zip(names, origins, strict=True)]
    alt = speech.draw("fleet alt", rows=some(told))
    domain = list(dict.fromkeys([*(speech.cls(c) for c in classes), *(str(v["class"]) for v in values)]))
    x = {"aggregate": "sum", "field": "types", "type": "quantitative", "title": speech.label("types"), "axis": {"values": ticks(max(counts.values(), default=1)), "format": "d"}}
    pale = {"condition": {"test": "datum.fielded", "value": 1}, "value": 0.4}
    bars = {"mark": {"type": "bar", "height": 15, "stroke": "white", "strokeWidth": 1},
            "encoding": {"x": x, "y": lines(names, grid=False), "color": hue("class", domain, [*COLOURS, GREY][: len(domain)]), "opacity": pale,
                         "detail": {"field": "fielded"}, "order": {"field": "order"}}}  # fmt: skip
    spec = frame(title, alt, rows(len(origins), 24), [bars], data={"values": values})
    keys = (speech.draw("fleet key") if any(len(r.origins) > 1 for r in answer.rows) else "", shown(len(origins), len(every), speech))
    return Plot(name="fleet", title=title, alt=alt, caption=caption(answer.coverage, speech, *keys), spec=spec)


def _classes(held: list[HoldingRow]) -> list[str]:
    """The classes that have a colour of their own: those of most types."""
    counts: dict[str, int] = {}
    for row in held:
        if row.cls:
            counts[row.cls] = counts.get(row.cls, 0) + 1
    return sorted(counts, key=lambda c: (-counts[c], c))[: len(COLOURS)]


def _class(row: HoldingRow, classes: list[str], speech: Speech) -> str:
    return speech.cls(row.cls) if row.cls in classes else speech.label("other classes")
