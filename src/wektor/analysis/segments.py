"""Where a series of dated, sorted events changes: the exact posterior over all ways of cutting it into segments.

A segment has its own rate, λ ~ Gamma(½, ½·T/N), and its own mix of sorts, θ ~ Dirichlet(½, …, ½), both integrated out; a
cut is as likely in every day, and one cut is expected: that there is none is as likely as that there is one. All cuttings are summed over by dynamic programming,
as in Bayesian blocks (J. D. Scargle et al., "Studies in Astronomical Time Series Analysis. VI", Astrophysical Journal
764:167, 2013) and, for the posterior, P. Fearnhead, "Exact and efficient Bayesian inference for multiple changepoint
problems", Statistics and Computing 16, 2006, pp. 203–213. An event that is dated by a span counts evenly spread over it;
the series begins with its first event, which therefore tells nothing of the rate.
"""

import math
from collections.abc import Sequence

import msgspec

_ALPHA = 0.5  # Jeffreys' prior of a rate and of a mix
_EXPECTED = 1.0  # cuts: none and one are equally likely beforehand


class Mark(msgspec.Struct, frozen=True):
    """An event, or a part of one: its first day and the day after its last, as ordinals, and its sort, a number from 0."""

    first: int
    end: int
    sort: int
    part: float = 1.0


class Segments:
    """The evidence of every segment between points of a grid, and sums over cuttings; cuts lie on inner grid points."""

    def __init__(self, marks: Sequence[Mark], grid: Sequence[int], sorts: int) -> None:
        self.grid, self._n = grid, len(grid) - 1
        self._sums = cumulate(marks, grid, sorts)
        self._unit = _ALPHA * (grid[-1] - grid[0]) / max(1.0, sum(self._sums[-1]))
        self._cut, self._stay = _priors(grid)
        self._told = [[self._evidence(i, j) for j in range(i + 1, self._n + 1)] for i in range(self._n)]

    def of(self, i: int, j: int) -> float:
        """The log evidence of the segment between two grid points, with the prior of its cuts."""
        return self._told[i][j - i - 1]

    def _evidence(self, i: int, j: int) -> float:
        counts = [b - a for a, b in zip(self._sums[i], self._sums[j], strict=True)]
        number, length, unit = sum(counts), self.grid[j] - self.grid[i], self._unit
        seen = max(0.0, number - (i == 0)) + _ALPHA
        rate = _ALPHA * math.log(unit) + math.lgamma(seen) - math.lgamma(_ALPHA) - seen * math.log(length + unit)
        mix = math.lgamma(len(counts) * _ALPHA) - math.lgamma(number + len(counts) * _ALPHA)
        mix += sum(math.lgamma(c + _ALPHA) - math.lgamma(_ALPHA) for c in counts if c)
        return rate + mix + self._stay[j] - self._stay[i + 1] + self._cut[j]

    def number(self, most: int = 12) -> int:
        """How many cuts there are: the median of the posterior."""
        reached, chances = [0.0] + [-math.inf] * self._n, []
        for _ in range(min(most, self._n)):
            reached = [-math.inf, *(add_logs([reached[i] + self.of(i, j) for i in range(j)]) for j in range(1, self._n + 1))]
            chances.append(reached[-1])
        total, seen = add_logs(chances), 0.0
        for number, chance in enumerate(chances):
            seen += math.exp(chance - total)
            if seen >= 0.5:
                return number
        return len(chances)

    def cuts(self) -> "Cuts":
        """The posterior of where cuts are."""
        forth = [0.0]
        for j in range(1, self._n + 1):
            forth.append(add_logs([forth[i] + self.of(i, j) for i in range(j)]))
        back = [0.0] * (self._n + 1)
        for i in range(self._n - 1, -1, -1):
            back[i] = add_logs([self.of(i, j) + back[j] for j in range(i + 1, self._n + 1)])
        return Cuts([[math.exp(forth[i] + self.of(i, j) + back[j] - forth[-1]) for j in range(i + 1, self._n + 1)] for i in range(self._n)])


class Cuts:
    """Chances of cuts, from the posterior chance of every segment."""

    def __init__(self, segments: Sequence[Sequence[float]]) -> None:
        n = len(segments)
        self._free = [[0.0] * (n + 2) for _ in range(n + 1)]  # [i][j]: segments that begin before i and end at j or later
        for i in range(1, n + 1):
            beside = 0.0
            for j in range(n, 0, -1):
                beside += segments[i - 1][j - i] if j >= i else 0.0
                self._free[i][j] = self._free[i - 1][j] + beside

    def chance(self, low: int, high: int) -> float:
        """The chance of a cut at one of the grid points from ``low`` to ``high``, or at several."""
        return min(1.0, max(0.0, 1.0 - self._free[low][high + 1]))


def add_logs(values: Sequence[float]) -> float:
    """The logarithm of the sum of exponentials."""
    top = max(values)
    return top if top == -math.inf else top + math.log(math.fsum(math.exp(v - top) for v in values))


def cumulate(marks: Sequence[Mark], grid: Sequence[int], sorts: int) -> list[list[float]]:
    """How many events of each sort lie before each grid point; one that spans several counts in parts."""
    sums = [[0.0] * sorts for _ in grid]
    for mark in marks:
        low, high = max(mark.first, grid[0]), min(mark.end, grid[-1])
        for number, day in enumerate(grid):
            if day > low:
                sums[number][mark.sort] += mark.part * min(1.0, (day - low) / (high - low))
    return sums


def _priors(grid: Sequence[int]) -> tuple[list[float], list[float]]:
    """The log prior of a cut at each grid point, and the sum of those of no cut before it; a cut is as likely in every day."""
    span, last = grid[-1] - grid[0], len(grid) - 1
    cut, stay = [0.0] * (last + 1), [0.0] * (last + 2)
    for k in range(1, last):
        chance = min(0.5, _EXPECTED * (grid[k + 1] - grid[k - 1]) / 2 / span)
        cut[k], stay[k + 1] = math.log(chance), stay[k] + math.log1p(-chance)
    stay[last + 1] = stay[last]
    return cut, stay
