"""Pictures as data, and the words that they are labelled with."""

from typing import Any, Protocol

import msgspec


class Plot(msgspec.Struct, frozen=True, kw_only=True):
    """A picture that is still data.

    ``spec`` is a whole Vega-Lite specification (Vega's where ``vega``), its data inside; ``alt`` says in words what the
    picture shows, ``caption`` what it rests on. ``output.plots.to_svg`` and ``to_png`` draw it.
    """

    name: str
    title: str
    alt: str
    caption: str
    spec: dict[str, Any]
    vega: bool = False


class Speech(Protocol):
    """What puts ids, codes, numbers and dates into the words of a language; states take colours in ``order``."""

    order: tuple[str, ...]

    def label(self, word: str) -> str:
        """A word of the codebook or of an answer."""

    def say(self, sentence: str, **values: object) -> str:
        """A sentence of the pack, its gaps filled."""

    def draw(self, words: str, **values: object) -> str:
        """Words of a plot, their gaps filled."""

    def count(self, noun: str, number: float) -> str:
        """A number with its noun in the form that it asks for."""

    def number(self, value: float) -> str:
        """A number as the language writes it."""

    def percent(self, share: float) -> str:
        """A share in per cent."""

    def date(self, date: str | None) -> str:
        """An EDTF date in words."""

    def span(self, first: str | None, last: str | None) -> str:
        """The time between the beginning of one date and the end of another."""

    def between(self, first: str, last: str) -> str:
        """The months between two ISO days."""

    def state(self, code: str | None) -> str:
        """The name of a state."""

    def state_of(self, code: str | None) -> str:
        """The name of a state in the form that says "of"."""

    def item(self, id: str | None) -> str:
        """The name of a type or class of equipment."""

    def party(self, id: str, state: str | None = None) -> str:
        """A state, a firm, or a ministry or force of a state."""

    def step(self, kind: str, attribute: str | None, status: str) -> str:
        """What happened: the instrument if it has a name, else the kind; how far it is if it is not done."""

    def region(self, name: str) -> str:
        """The name of a region, given in English."""

    def cls(self, name: str | None) -> str:
        """The name of a class of equipment."""
