"""Fits the weights of the reading on a gold set, and says how documents that the fit never saw are read.

``python bench/fit.py GOLD_DIR [--extra DIR[*N]] [--lang en,pl] [--cv]`` writes ``packs/world/weights.json`` (with ``--cv`` it writes
nothing) and prints the scores of four folds, each read with weights fitted on the other three. The gold set of ``--extra``
and the packs' examples teach along and are not scored; ``DIR*N`` teaches N times over, as ``made_by`` in ``weights.json`` says it did. The last row is of every fourth text alone, by its number: nobody read these while words were chosen.
"""

import argparse
import os
import re
from functools import reduce
from operator import add
from pathlib import Path

import msgspec

from wektor.evaluation.gold import GoldDocument, load_gold
from wektor.evaluation.tally import Tally
from wektor.fitting import example_documents, fit
from wektor.lexicon.weights import PATH


def main() -> None:
    """Fit, or cross-validate."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("gold", type=Path)
    options.add_argument("--lang", default="")
    options.add_argument("--extra", action="append", default=[])
    options.add_argument("--cv", action="store_true")
    options.add_argument("--workers", type=int, default=os.cpu_count() if hasattr(os, "fork") else 1)
    asked = options.parse_args()
    documents = load_gold(asked.gold, languages=[x for x in asked.lang.split(",") if x])
    extra = [d for d in [*(d for named in asked.extra for d in _taught(named)), *example_documents()] if not asked.lang or d.lang in asked.lang.split(",")]
    made_by = " ".join(["python bench/fit.py", str(asked.gold), *(f"--extra {named}" for named in asked.extra)])
    found = fit(documents, extra, made_by=made_by, workers=asked.workers)
    if not asked.cv:
        PATH.write_bytes(msgspec.json.format(msgspec.json.encode(found.weights), indent=0) + b"\n")
        print(f"{PATH}: {len(found.weights.filler)} weights of fillers, {len(found.weights.claim)} of claims")
    scores = found.unseen_scores(asked.workers)
    for lang, tally in [*sorted(scores.by("lang").items()), ("all", scores.total)]:
        print(lang, row(tally))
    fourths = [tally for doc, tally in scores.by("doc").items() if (number := re.search(r"\d+\Z", doc)) and int(number[0]) % 4 == 0]
    if fourths:
        print("fourths", row(reduce(add, fourths)))


def _taught(named: str) -> list[GoldDocument]:
    """The documents of a folder, so many times as the name behind it asks."""
    folder, _, times = named.partition("*")
    return load_gold(Path(folder)) * int(times or 1)


def row(tally: Tally) -> str:
    """The figures of one row, in percent."""
    c, a = tally.claims, tally.arguments
    parts = {"precision": (c.right, c.right + c.wrong), "recall": (c.right, c.right + c.missed),
             "claim F1": (2 * c.right, 2 * c.right + c.wrong + c.missed), "argument F1": (2 * a.right, 2 * a.right + a.wrong + a.missed),
             "status": (tally.status.right, tally.status.total), "date": (tally.date.right, tally.date.total)}  # fmt: skip
    return "  ".join(f"{name} {100 * n / max(1, total):.1f}" for name, (n, total) in parts.items()) + f"  negatives {tally.negatives.right}/{tally.negatives.total}"


if __name__ == "__main__":
    main()
