"""What a state loses without a partner: the share of each class's deals that is touched, by whether another source is there."""

from wektor.model.answers import Loss, LossRow
from wektor.model.plots import Plot, Speech
from wektor.output.plots.caption import caption, shown, some
from wektor.output.plots.palette import COLOURS
from wektor.output.plots.theme import frame, hue, lines, rows

MOST = 30


def plot_whatif(answer: Loss, speech: Speech) -> Plot:
    """A bar for each item, the most exposed first; what is lost stands beside it."""
    lost = [r for r in answer.rows if r.losses]
    held = lost[:MOST]
    words = {False: speech.draw("only source"), True: speech.draw("other source")}
    values = [{"row": n, "share": r.share, "source": words[bool(r.other)], "words": _losses(r, speech)} for n, r in enumerate(held)]
    names = [speech.item(r.item) or speech.label("not named") if r.item != "not named" else speech.label(r.item) for r in held]
    title = speech.draw("whatif", state=speech.state(answer.state), other_of=speech.state_of(answer.without))
    alt = speech.draw("whatif alt", rows=some([f"{name}: {v['words']}, {speech.percent(r.share)}, {v['source']}" for name, v, r in zip(names, values, held, strict=True)]))
    y = lines(names, grid=False)
    x = {"field": "share", "type": "quantitative", "title": speech.draw("touched"), "scale": {"domain": [0, 1.6]}, "axis": {"format": "%", "values": [0, 0.25, 0.5, 0.75, 1]}}
    colour = hue("source", [*words.values()], [COLOURS[1], COLOURS[0]])
    bars = {"mark": {"type": "bar", "height": 13}, "encoding": {"x": x, "y": y, "color": colour}}
    text = {"mark": {"type": "text", "align": "left", "dx": 6, "fontSize": 10}, "encoding": {"x": x, "y": y, "text": {"field": "words"}}}
    spec = frame(title, alt, rows(len(held), 24), [bars, text], data={"values": values})
    return Plot(name="whatif", title=title, alt=alt, caption=caption(answer.coverage, speech, shown(len(held), len(lost), speech)), spec=spec)


def _losses(row: LossRow, speech: Speech) -> str:
    return ", ".join(speech.label(loss) for loss in row.losses)
