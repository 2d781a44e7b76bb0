"""What reading costs where somebody is paid for it."""

from collections.abc import Iterable

import msgspec


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """Calls that were answered now, answers that were kept from before, tokens in and out, and the money for them.

    ``guessed`` says that the endpoint did not count, so that tokens are estimates. ``lost`` are calls whose answer never
    came whole, though they may have been charged.
    """

    calls: int = 0
    kept: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    money: float = 0.0
    currency: str = "USD"
    guessed: bool = False
    lost: int = 0

    def plus(self, other: "Cost") -> "Cost":
        """Both together."""
        return Cost(calls=self.calls + other.calls, kept=self.kept + other.kept, tokens_in=self.tokens_in + other.tokens_in,
                    tokens_out=self.tokens_out + other.tokens_out, money=self.money + other.money, currency=other.currency,
                    guessed=self.guessed or other.guessed, lost=self.lost + other.lost)  # fmt: skip

    def words(self) -> str:
        """The cost in words."""
        about = "about " if self.guessed else ""
        parts = [f"{self.calls:,} calls, {about}{self.tokens_in:,} tokens in, {self.tokens_out:,} out"]
        parts += [f"{self.money:.4f} {self.currency}"] * bool(self.money)
        parts += [f"{self.kept:,} answers were kept from before and cost nothing"] * bool(self.kept)
        parts += [f"{self.lost:,} calls broke off and may have been charged"] * bool(self.lost)
        return "; ".join(parts)


def sum_costs(costs: Iterable[Cost]) -> Cost:
    """All of them together."""
    total = Cost()
    for cost in costs:
        total = total.plus(cost)
    return total
