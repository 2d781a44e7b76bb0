"""Fitted weights: data, made by ``bench/fit.py`` from gold documents."""

from functools import cache

import msgspec

from wektor.lexicon.loading import PACKS

PATH = PACKS / "world" / "weights.json"


class Weights(msgspec.Struct, frozen=True, eq=False):
    """One table a question: ``filler`` weighs features of a role's filler, ``status`` and ``date`` those of a claim's
    status and date, ``particular`` those of its number, amount, place and name, ``claim`` those of the whole claim; ``floor`` is the least probability of a claim that is told;
    ``made_by`` the command that fitted them."""

    filler: dict[str, float]
    claim: dict[str, float]
    floor: float = 0.5
    made_by: str = ""
    status: dict[str, float] = {}
    date: dict[str, float] = {}
    particular: dict[str, float] = {}


PRIOR = Weights({"hand": 2.0}, {"sum": 0.5, "bias": 1.0}, 0.5, "", {f"{s}|rule:{s}": 3.0 for s in ("planned", "ongoing", "done", "ended", "denied")},
                {"here": 1.0, "none:of0": 3.0, "nearest:True": 1.0, "clause0": 1.0},
                {f"quantity:usualTrue:of{n}": 1.0 for n in range(4)} | {f"value:nearestTrue:of{n}": 1.0 for n in range(4)})  # fmt: skip


@cache
def load_weights() -> Weights:
    """The shipped weights; without them only the valencies' and the rules' own scores count."""
    return msgspec.json.decode(PATH.read_bytes(), type=Weights) if PATH.exists() else PRIOR
