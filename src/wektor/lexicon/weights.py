"""Fitted weights: data, made by ``bench/fit.py`` from gold documents."""

from collections.abc import Iterable
from functools import cache

import msgspec

from wektor.lexicon.loading import PACKS

PATH = PACKS / "world" / "weights.json"
Weighed = Iterable[tuple[str, float]]


class Weights(msgspec.Struct, frozen=True):
    """One table a question: ``filler`` weighs features of a role's filler, ``status`` and ``date`` those of a claim's
    status and date, ``claim`` those of the whole claim; ``floor`` is the least probability of a claim that is told;
    ``made_by`` the command that fitted them."""

    filler: dict[str, float]
    claim: dict[str, float]
    floor: float = 0.5
    made_by: str = ""
    status: dict[str, float] = {}
    date: dict[str, float] = {}

    def weigh_filler(self, features: Weighed) -> float:
        """The score of a filler: a sum over its features (a log-odds, up to a constant of its role)."""
        return _sum(self.filler, features)

    def weigh_claim(self, features: Weighed) -> float:
        """The log-odds that the claim is right."""
        return _sum(self.claim, features)

    def weigh_status(self, features: Weighed) -> float:
        """The score of a status."""
        return _sum(self.status, features)

    def weigh_date(self, features: Weighed) -> float:
        """The score of a date."""
        return _sum(self.date, features)


def _sum(table: dict[str, float], features: Weighed) -> float:
    get = table.get
    total = 0.0
    for name, value in features:
        weight = get(name)
        if weight is not None:
            total += weight * value
    return total


PRIOR = Weights({"hand": 2.0}, {"sum": 0.5, "bias": 1.0}, 0.5, "", {f"{s}|rule:{s}": 3.0 for s in ("planned", "ongoing", "done", "ended", "denied")},
                {"here": 1.0, "none:of0": 3.0, "nearest:True": 1.0, "clause0": 1.0})  # fmt: skip


@cache
def load_weights() -> Weights:
    """The shipped weights; without them only the valencies' and the rules' own scores count."""
    return msgspec.json.decode(PATH.read_bytes(), type=Weights) if PATH.exists() else PRIOR
