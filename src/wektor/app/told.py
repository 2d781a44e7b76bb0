"""An answer as it is told: its rows with the names of what they speak of, as a table, a frame, a picture, page by page."""

from collections.abc import Sequence
from typing import Any

import msgspec

import wektor.output.answers  # noqa: F401, its rows made flat
from wektor.app.rows import Rows
from wektor.app.speaking import Speaker
from wektor.app.wiring import load
from wektor.model import InputError
from wektor.model.answers import Answer, Row
from wektor.model.briefs import Quotes
from wektor.model.plots import Plot
from wektor.model.views import Page

_LISTS = ("rows", "flows")  # what grows with the register


class Told(Rows[Row]):
    """An answer's rows with their names and ``to_polars``; ``answer`` is the typed value with its totals, coverage and notes."""

    def __init__(self, answer: Answer, names: dict[str, str], *, more: bool = False, quotes: Quotes | None = None) -> None:
        rows: Sequence[Row] = answer.rows  # type: ignore[attr-defined]
        super().__init__(rows, names, more=more)
        self.answer: Any = answer
        self.quotes = quotes

    def records(self) -> list[dict[str, Any]]:
        """The rows flat; with the quotes behind each in the last column where they were asked for (``Answers.cite``)."""
        found = super().records()
        return found if self.quotes is None else [record | {"quotes": self.quotes.words(n)} for n, record in enumerate(found)]

    def rows(self) -> list[dict[str, Any]]:
        """The same with the numbers of the quotes alone, which stand below the table."""
        found = super().records()
        return found if self.quotes is None else [record | {"quotes": ", ".join(map(str, self.quotes.rows[n]))} for n, record in enumerate(found)]

    def cut(self, page: Page) -> "Told":
        """A page of the rows, and of the flows of a network; totals, and tables that sum up, stay those of all."""
        end = None if page.limit is None else page.offset + page.limit
        whole: dict[str, tuple[Row, ...]] = {name: getattr(self.answer, name) for name in _LISTS if hasattr(self.answer, name)}
        answer = msgspec.structs.replace(self.answer, **{name: rows[page.offset : end] for name, rows in whole.items()})
        return Told(answer, self.names, more=end is not None and any(end < len(rows) for rows in whole.values()))

    def plot(self, lang: str = "en", name: str | None = None) -> Plot:
        """The answer's picture, in a language; an answer with several is asked by ``name``. Drawn by ``wektor.output.plots.to_svg``."""
        plots = load("wektor.output.plots:PLOTS")[type(self.answer)]
        if name is not None and name not in plots:
            raise InputError(f"--plot: {name!r} is none of {', '.join(plots)}")
        plot: Plot = load("wektor.output.plots:make_plot")(self.answer, Speaker(lang, self.names), name)
        return plot
