"""Partners of a state: bands from each partner to what it brings."""

from collections.abc import Iterator
from typing import Any

from wektor.model.answers import PartnerRow, Partners
from wektor.model.plots import Plot, Speech
from wektor.output.plots.bands import draw_bands
from wektor.output.plots.caption import caption, some
from wektor.output.plots.sankey import Link

_ROLES = ("supplies", "makes", "gives", "agrees")
MOST = 9


def plot_partners(answer: Partners, speech: Speech) -> Plot:
    """A flow for each partner and role; on another basis than deals, whose roles are not told apart, to the whole."""
    rows = [r for r in answer.rows if r.amount > 0]
    shown, rest = rows[:MOST], rows[MOST:]
    links = [link for row in shown for link in _links(row, row.partner, answer, speech)]
    links += [link for row in rest for link in _links(row, "", answer, speech)]
    unit = speech.label(answer.unit)
    names = {r.partner: _name(r, speech) for r in shown} | {"": speech.label("others")}
    title = speech.draw("partners", state_of=speech.state_of(answer.state))
    alt = speech.draw("partners alt", unit=unit, rows=some([names[r.partner] for r in shown]))
    return draw_bands("partners", title, alt, caption(answer.coverage, speech, speech.draw("bands key", unit=unit)), links, names, speech)


def _links(row: PartnerRow, name: str, answer: Partners, speech: Speech) -> Iterator[Link]:
    """A partner's amount, parted by how many of its deals are of which role."""
    counts: dict[str, Any] = {role: getattr(row, role) for role in _ROLES if getattr(row, role)}
    if answer.basis != "deals" or not counts:
        yield name, speech.label(answer.unit), row.amount
        return
    for role, count in counts.items():
        yield name, speech.label(role), row.amount * count / sum(counts.values())


def _name(row: PartnerRow, speech: Speech) -> str:
    share = f" {speech.percent(row.share)}" if row.share is not None else ""
    return f"{speech.state(row.partner)}{share}"
