"""Answers over all deals of a register. They are told by column, with the library of numbers, which is loaded when one is asked for."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias, Union

from wektor.model.answers import Basis, Firsts, Network, Slippage
from wektor.model.outlines import Survey
from wektor.model.register import View

if TYPE_CHECKING:
    from wektor.model.columns import Columns

Held: TypeAlias = Union[View, Survey, "Columns"]
BY = ("kind", "class", "partner")  # what makes a first


def slippage(held: Held, day: str, state: str | None = None) -> Slippage:
    """Every deal with a planned date: what came of it by a day. The overdue stand first, then the latest. Seen from a ``state`` the partner is
    the other side, of what it gives the taker."""
    from wektor.analysis.columns.slippage import slippage as tell

    return tell(held, day, state)


def firsts(held: Held, regions: Mapping[str, Sequence[str]], by: Sequence[str] = BY[:2]) -> Firsts:
    """The first in each region, by kind, class of equipment and partner as asked; ``regions`` are a state's, by code or name."""
    from wektor.analysis.columns.firsts import firsts as tell

    return tell(held, regions, by)


def network(held: Held, firms: bool = False, years: int | None = None, basis: Basis = "deals", currency: str | None = None,
            whole: bool = False) -> Network:  # fmt: skip
    """States, or states and firms, as a graph of all deals, or of windows of so many years. Betweenness is told of the busiest
    actors where there are more than a thousand; of all if it must be ``whole``."""
    from wektor.analysis.columns.network import network as tell

    return tell(held, firms, years, basis, currency, whole)
