"""Fitted weights: data, made by ``wektor fit`` from gold documents."""

from collections.abc import Iterable
from functools import cache

import msgspec

from wektor.lexicon.loading import PACKS

PATH = PACKS / "world" / "weights.json"


class Weights(msgspec.Struct, frozen=True):
    """``filler`` weighs features of a role's filler, ``claim`` those of a whole claim; ``floor`` is the least
    probability of a claim that is told; ``made_by`` the command that fitted them."""

    filler: dict[str, float]
    claim: dict[str, float]
    floor: float = 0.5
    made_by: str = ""

    def weigh_filler(self, features: Iterable[tuple[str, float]]) -> float:
        """The score of a filler: a sum over its features (a log-odds, up to a constant of its role)."""
        get = self.filler.get
        return sum(get(name, 0.0) * value for name, value in features)

    def weigh_claim(self, features: Iterable[tuple[str, float]]) -> float:
        """The log-odds that the claim is right."""
        get = self.claim.get
        return sum(get(name, 0.0) * value for name, value in features)


@cache
def load_weights() -> Weights:
    """The shipped weights; without them only the valencies' own scores count."""
    if not PATH.exists():
        return Weights({"hand": 2.0}, {"sum": 0.5}, 0.5)
    return msgspec.json.decode(PATH.read_bytes(), type=Weights)
