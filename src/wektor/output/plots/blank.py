"""The picture of an answer without anything to show: its title, and words that say so."""

from typing import Any

import msgspec

from wektor.model.plots import Plot, Speech
from wektor.output.plots.theme import frame


def is_blank(plot: Plot) -> bool:
    """Whether a picture's data are empty."""
    data: Any = plot.spec["data"]
    return not any(part["values"] for part in data) if plot.vega else not data["values"]


def make_blank(plot: Plot, speech: Speech) -> Plot:
    """The same picture with words instead of marks."""
    words = speech.say("empty")
    text = {"mark": {"type": "text", "align": "left", "fontSize": 12}, "encoding": {"x": {"value": 0}, "y": {"value": 12}, "text": {"value": words}}}
    alt = f"{plot.title}. {words}"
    return msgspec.structs.replace(plot, alt=alt, vega=False, spec=frame(plot.title, alt, 24, [text], data={"values": [{}]}))
