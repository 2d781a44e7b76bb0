"""Fits the weights of fillers and claims on a gold set, or measures them on documents that they never saw.

``python bench/fit.py GOLD_DIR`` writes ``packs/world/weights.json``; ``--cv`` writes nothing and prints the scores of
four folds, each read with weights fitted on the other three. ``--lang en,pl`` keeps to some languages.
"""

import argparse
from pathlib import Path

import msgspec

from wektor.evaluation.gold import load_gold
from wektor.evaluation.tally import Tally
from wektor.fitting import cross_validate, fit_weights
from wektor.lexicon.weights import PATH


def main() -> None:
    """Fit, or cross-validate."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("gold", type=Path)
    options.add_argument("--lang", default="")
    options.add_argument("--cv", action="store_true")
    asked = options.parse_args()
    documents = load_gold(asked.gold, languages=[x for x in asked.lang.split(",") if x])
    if asked.cv:
        scores = cross_validate(documents)
        for lang, tally in [*sorted(scores.by("lang").items()), ("all", scores.total)]:
            print(lang, row(tally))
        return
    weights = fit_weights(documents, made_by=f"python bench/fit.py {asked.gold}")
    PATH.write_bytes(msgspec.json.format(msgspec.json.encode(weights), indent=0) + b"\n")
    print(f"{PATH}: {len(weights.filler)} weights of fillers, {len(weights.claim)} of claims")


def row(tally: Tally) -> str:
    """The figures of one row, in percent."""
    c, a = tally.claims, tally.arguments
    parts = {"precision": (c.right, c.right + c.wrong), "recall": (c.right, c.right + c.missed),
             "claim F1": (2 * c.right, 2 * c.right + c.wrong + c.missed), "argument F1": (2 * a.right, 2 * a.right + a.wrong + a.missed),
             "status": (tally.status.right, tally.status.total), "date": (tally.date.right, tally.date.total)}  # fmt: skip
    return "  ".join(f"{name} {100 * n / max(1, total):.1f}" for name, (n, total) in parts.items()) + f"  negatives {tally.negatives.right}/{tally.negatives.total}"


if __name__ == "__main__":
    main()
