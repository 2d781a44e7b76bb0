"""What happened and was planned: a dot for each step, a lane for each kind, a colour for each partner."""

from collections import Counter
from typing import Literal

from wektor.model.answers import Chronicle, Happening
from wektor.model.ontology import KINDS
from wektor.model.plots import Plot, Speech
from wektor.output.plots.caption import caption, shown, some
from wektor.output.plots.dots import Dot, layers, place
from wektor.output.plots.palette import GREY, INK, colours
from wektor.output.plots.theme import frame
from wektor.output.plots.years import axis

MOST = 400


def plot_chronicle(answer: Chronicle, speech: Speech) -> Plot:
    """The latest steps, if there are too many to show."""
    held = answer.rows[-MOST:]
    lanes = [k for k in KINDS if any(h.kind == k for h in held)]
    counts = Counter(_partner(h, answer.states) for h in held)
    hues = colours(sorted(filter(None, counts), key=lambda p: (-counts[p], p)), speech.order) | ({"": INK} if "" in counts else {})
    names = {p: speech.label("others") if hue == GREY else speech.state(p) or speech.label("no partner") for p, hue in hues.items()}
    field = place([Dot(h.day, h.until, speech.label(h.kind), names[_partner(h, answer.states)], _standing(h)) for h in held], [speech.label(k) for k in lanes])
    title = speech.draw("timeline", state=" – ".join(map(speech.state, answer.states)))
    alt = speech.draw("timeline alt", rows=some([_words(h, speech) for h in held], 20))
    x = {"field": "x", **axis([v[end] for v in field.values for end in ("x", "x2")])}
    spec = frame(title, alt, field.height, layers(x, field, {names[p]: hue for p, hue in hues.items()}), data={"values": field.values})
    denied = speech.draw("denied key") if any(h.status == "denied" for h in held) else ""
    keys = (speech.draw("timeline key"), denied, shown(len(held), len(answer.rows), speech))
    return Plot(name="timeline", title=title, alt=alt, caption=caption(answer.coverage, speech, *keys), spec=spec)


def _partner(happening: Happening, states: tuple[str, ...]) -> str:
    """The state whose colour a step bears: the first that is not asked for, else the last asked for."""
    others = [s for s in happening.states if s not in states]
    return others[0] if others else states[-1] if len(states) > 1 else ""


def _standing(happening: Happening) -> Literal["came", "planned", "denied"]:
    return "denied" if happening.status == "denied" else "planned" if happening.planned else "came"


def _words(happening: Happening, speech: Speech) -> str:
    what = speech.step(happening.kind, happening.attribute, happening.status)
    return ", ".join(x for x in (speech.date(happening.date), what, *(speech.item(i) for i in happening.items[:1])) if x)
