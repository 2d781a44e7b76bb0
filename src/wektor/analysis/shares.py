"""Shares of a whole and how concentrated they are.

The Herfindahl–Hirschman index is the sum of squared shares, HHI = Σ sᵢ² (A. O. Hirschman, "The Paternity of an Index",
American Economic Review 54(5), 1964, p. 761): 1 with one partner, 1/n with n equal ones. Its inverse 1/HHI is the
effective number of partners (M. Laakso, R. Taagepera, "Effective Number of Parties", Comparative Political Studies
12(1), 1979, pp. 3–27).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from wektor.model.answers import Basis
from wektor.model.outlines import Outline

if TYPE_CHECKING:
    from wektor.model.columns import Columns

FORMULA = "hhi: the sum of squared shares (Hirschman, American Economic Review 54(5), 1964); effective: 1/hhi (Laakso, Taagepera, Comparative Political Studies 12(1), 1979)"


class Measure(msgspec.Struct, frozen=True):
    """What is added up: deals, units, or value in one currency."""

    basis: Basis
    unit: str

    def of(self, deal: Outline) -> float | None:
        """How much a deal counts; None where it is not known."""
        if self.basis == "deals":
            return 1.0
        if self.basis == "units":
            return deal.units
        return deal.value if deal.currency == self.unit else None

    def why_not(self, value: float | None, currency: str) -> str:
        """Why a deal of a value does not count."""
        known = self.basis == "value" and value is not None
        return f"value in {currency or 'no currency'}, not {self.unit}" if known else f"{self.basis} not known"


def measure(basis: Basis, deals: Iterable[Outline], currency: str | None = None) -> Measure:
    """The measure of a basis; values are added in one currency, by default the one that most deals are in."""
    seen = Counter(d.currency for d in deals if d.value is not None) if basis == "value" else {}
    return _measure(basis, seen, currency)


def measure_columns(basis: Basis, deals: "Columns", currency: str | None = None) -> Measure:
    """The same of deals by column."""
    if basis != "value":
        return _measure(basis, {}, currency)
    known = deals["currency"].codes[deals["value"].mark(v is not None for v in deals["value"].values)]
    return _measure(basis, Counter(map(deals["currency"].values.__getitem__, known.tolist())), currency)


def _measure(basis: Basis, seen: Mapping[str, int], currency: str | None) -> Measure:
    if basis != "value":
        return Measure(basis, basis)
    return Measure(basis, currency or min(seen, key=lambda c: (-seen[c], c), default="value"))


def split(parts: Sequence[tuple[Sequence[str], float]]) -> dict[str, float]:
    """Amounts by partner; one that several partners share is split evenly, so that it counts once."""
    found: dict[str, float] = {}
    for partners, amount in parts:
        for partner in partners:
            found[partner] = found.get(partner, 0.0) + amount / len(partners)
    return found


def shares(amounts: Mapping[str, float]) -> dict[str, float]:
    """Each amount over their sum; nothing where the sum is nothing."""
    total = sum(amounts.values())
    return {k: v / total for k, v in amounts.items()} if total else {}


def hhi(parts: Iterable[float]) -> float | None:
    """The sum of squared shares; None without any."""
    squares = [s * s for s in parts]
    return sum(squares) if squares else None


def effective(index: float | None) -> float | None:
    """The effective number of partners, 1/HHI."""
    return 1 / index if index else None
