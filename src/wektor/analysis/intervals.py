"""Intervals for the difference of two shares and of two rates, that hold in small numbers too.

A share's own interval is the score interval (E. B. Wilson, Journal of the American Statistical Association 22, 1927), that
of a count likewise; two are put together into one for their difference by the method of variance estimates recovery (R. G.
Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17, 1998, method
10; G. Y. Zou, A. Donner, ibid. 27, 2008). Of amounts of unequal size the effective number counts, (Σw)²/Σw² (L. Kish,
"Survey Sampling", 1965).
"""

import math
from collections.abc import Iterable
from statistics import NormalDist

import msgspec


class Estimate(msgspec.Struct, frozen=True):
    """A value with the bounds of its interval."""

    value: float
    low: float
    high: float


def deviate(level: float, looks: int = 1) -> float:
    """The two-sided normal quantile of a level; where so many differences were looked at, all hold together (Bonferroni)."""
    return NormalDist().inv_cdf(1 - (1 - level) / 2 / looks)


def share_of(part: float, number: float, z: float) -> Estimate:
    """A share seen among so many, with its score interval."""
    middle, width = (part + z * z / (2 * number)) / (1 + z * z / number), z * math.sqrt(part * (1 - part) / number + z * z / (4 * number * number)) / (1 + z * z / number)
    return Estimate(part, max(0.0, middle - width), min(1.0, middle + width))


def rate_of(count: float, years: float, z: float) -> Estimate:
    """A count over years as a rate, with its score interval."""
    width = z * math.sqrt(count + z * z / 4)
    return Estimate(count / years, max(0.0, count + z * z / 2 - width) / years, (count + z * z / 2 + width) / years)


def difference(before: Estimate, after: Estimate) -> Estimate:
    """After less before, with the interval of the difference."""
    change = after.value - before.value
    return Estimate(change, change - math.hypot(after.value - after.low, before.high - before.value), change + math.hypot(after.high - after.value, before.value - before.low))


def effective_number(weights: Iterable[float]) -> float:
    """How many equal weights tell as much as these."""
    held = list(weights)
    squares = sum(w * w for w in held)
    return sum(held) ** 2 / squares if squares else 0.0
