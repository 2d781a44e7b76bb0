"""Calls of a model over the network: what is sent and said, in which form, how fast, what is kept, what it costs."""

from wektor.engines.llm.calls.costs import Bill
from wektor.engines.llm.calls.said import Said
from wektor.engines.llm.calls.troubles import Stopped, TooLong, Trouble

__all__ = ["Bill", "Said", "Stopped", "TooLong", "Trouble"]
