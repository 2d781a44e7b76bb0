"""Plots: answers as Vega-Lite specifications with their data inside, and what draws them. One module for each picture."""

from collections.abc import Callable
from typing import Any

from wektor.model.answers import (
    Answer,
    Chronicle,
    Firsts,
    Inventory,
    Localisation,
    Loss,
    Network,
    Partners,
    Phases,
    Shift,
    Slippage,
    Windows,
)
from wektor.model.plots import Plot, Speech
from wektor.output.plots.blank import is_blank, make_blank
from wektor.output.plots.drawing import to_png, to_svg
from wektor.output.plots.exposure import plot_whatif
from wektor.output.plots.firsts import plot_firsts
from wektor.output.plots.fleet import plot_inventory
from wektor.output.plots.ladder import plot_localisation
from wektor.output.plots.map import plot_origins_map, plot_partners_map
from wektor.output.plots.network import plot_flows, plot_network
from wektor.output.plots.partners import plot_partners
from wektor.output.plots.phases import plot_phases
from wektor.output.plots.shares import plot_windows
from wektor.output.plots.shift import plot_shift
from wektor.output.plots.slips import plot_slippage
from wektor.output.plots.timeline import plot_chronicle
from wektor.output.plots.world import has_shapes

__all__ = ["PLOTS", "has_shapes", "is_blank", "make_plot", "to_png", "to_svg"]

PLOTS: dict[type[Answer], dict[str, Callable[[Any, Speech], Plot]]] = {
    Chronicle: {"timeline": plot_chronicle}, Partners: {"partners": plot_partners, "map": plot_partners_map}, Windows: {"windows": plot_windows}, Inventory: {"fleet": plot_inventory, "map": plot_origins_map},
    Localisation: {"localisation": plot_localisation}, Slippage: {"slippage": plot_slippage}, Loss: {"whatif": plot_whatif}, Firsts: {"firsts": plot_firsts},
    Phases: {"phases": plot_phases}, Shift: {"shift": plot_shift}, Network: {"network": plot_network, "flows": plot_flows},
}  # fmt: skip


def make_plot(answer: Answer, speech: Speech, name: str | None = None) -> Plot:
    """The picture of an answer, or the one of its pictures that is named. Raises KeyError where it has none such."""
    held = PLOTS[type(answer)]
    plot = held[name or next(iter(held))](answer, speech)
    return make_blank(plot, speech) if is_blank(plot) else plot
