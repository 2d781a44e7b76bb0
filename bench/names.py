"""Measures the comparing of names on the pairs of evals/names, and nomenklatura's logic-v2 on the same pairs beside it.

``python bench/names.py`` prints precision, recall and F1; ``-v`` the mistakes. A pair counts as said to be the same if
the verdict is "same": one that is unsure goes to a person. nomenklatura is asked about two organisations with these
names (it compares no names of vehicles), at its own threshold; it is no part of wektor: ``pip install nomenklatura`` (where it lives elsewhere,
``--peer PYTHON`` names that Python).
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
import yaml

from wektor.model.register import MergeExplanation
from wektor.resolve import load_knowledge
from wektor.resolve.comparison import compare_forms
from wektor.resolve.designations import compare_designations, take_apart
from wektor.resolve.names import linkers
from wektor.resolve.scripts import script_of

GOLD = Path(__file__).resolve().parent.parent / "evals" / "names"
PEER = """
import json, sys
from followthemoney import model
from nomenklatura.matching import LogicV2
from nomenklatura.matching.types import ScoringConfig
config = ScoringConfig.defaults()
def entity(name, state, ident):
    properties = {"name": [name], **({"country": [state]} if state else {})}
    return model.get_proxy({"id": ident, "schema": "Organization", "properties": properties})
for number, line in enumerate(sys.stdin):
    a, b, sa, sb = json.loads(line)
    print(LogicV2.compare(entity(a, sa, f"a{number}"), entity(b, sb, f"b{number}"), config).score)
"""


class Pair(msgspec.Struct, frozen=True):
    """Two names, what they name, and whether it is one."""

    kind: str
    same: bool
    a: str
    b: str
    states: tuple[str | None, str | None] = (None, None)

    @property
    def scripts(self) -> str:
        """Which scripts meet."""
        return "-".join(sorted({script_of(self.a), script_of(self.b)}))


class Told(msgspec.Struct, frozen=True):
    """What was right and wrong."""

    right: int
    said: int
    true: int

    @property
    def shares(self) -> tuple[float, float, float]:
        """Precision, recall, F1 in percent."""
        p, r = self.right / max(self.said, 1), self.right / max(self.true, 1)
        return 100 * p, 100 * r, 200 * p * r / (p + r) if p + r else 0.0


def pairs() -> list[Pair]:
    """The gold pairs."""
    found = []
    for path in sorted(GOLD.glob("*.yaml")):
        held = yaml.safe_load(path.read_text(encoding="utf-8"))
        found += [Pair(held["kind"], held["same"], row[0], row[1], (row[2], row[3]) if len(row) > 2 else (None, None)) for row in held["pairs"]]
    return found


def ours(pair: Pair) -> MergeExplanation:
    """By packs and words."""
    organisations, items = linkers(load_knowledge())
    return organisations.compare(pair.a, pair.b, pair.states) if pair.kind == "organisation" else items.compare(pair.a, pair.b)


def by_words(pair: Pair) -> MergeExplanation:
    """By words alone: no list of known names."""
    form = linkers(load_knowledge())[0].form
    if pair.kind == "organisation":
        return compare_forms(form(pair.a), form(pair.b), pair.states)
    return compare_designations(take_apart(pair.a), take_apart(pair.b))


def peer_scores(held: Sequence[Pair], python: str) -> list[float] | str:
    """nomenklatura's scores, or why there are none."""
    lines = "".join(json.dumps([p.a, p.b, *p.states]) + "\n" for p in held)
    done = subprocess.run([python, "-c", PEER], input=lines, capture_output=True, text=True)
    return [float(x) for x in done.stdout.split()] if done.returncode == 0 else done.stderr.strip().splitlines()[-1]


def tally(held: Iterable[tuple[Pair, bool]]) -> Told:
    """Count."""
    rows = list(held)
    return Told(sum(p.same and s for p, s in rows), sum(s for _, s in rows), sum(p.same for p, _ in rows))


def show(name: str, rows: Sequence[tuple[Pair, bool]]) -> None:
    """A line of the table, and one for each kind of pair."""
    for label, group in (("all", rows), ("organisation", [r for r in rows if r[0].kind == "organisation"]), ("equipment", [r for r in rows if r[0].kind == "equipment"]),
                         ("across scripts", [r for r in rows if "-" in r[0].scripts]), ("Latin alone", [r for r in rows if r[0].scripts == "Latn"])):  # fmt: skip
        p, r, f1 = tally(group).shares
        print(f"{name:<28}{label:<16}{len(group):>5}{p:>11.1f}{r:>8.1f}{f1:>7.1f}")
        name = ""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", action="store_true", help="show the mistakes")
    parser.add_argument("--peer", default=sys.executable, metavar="PYTHON", help="a Python that has nomenklatura")
    args = parser.parse_args()
    held = pairs()
    print(f"{'':<28}{'pairs':<16}{'':>5}{'precision':>11}{'recall':>8}{'F1':>7}")
    show("wektor", [(p, ours(p).verdict == "same") for p in held])
    show("wektor, words alone", [(p, by_words(p).verdict == "same") for p in held])
    scores = peer_scores(held, args.peer)
    if isinstance(scores, str):
        print(f"nomenklatura is not there ({scores}); pip install nomenklatura")
    else:
        show("nomenklatura logic-v2, 0.7", [(p, s >= 0.7) for p, s in zip(held, scores, strict=True)])
        best = max({s for s in scores if s > 0}, key=lambda t: tally((p, s >= t) for p, s in zip(held, scores, strict=True)).shares[2])
        show(f"logic-v2 at its best, {best:.2f}", [(p, s >= best) for p, s in zip(held, scores, strict=True)])
    doubts = sum(ours(p).verdict == "unsure" for p in held)
    print(f"{doubts} pairs are unsure and would go to a person: {sum(p.same for p in held if ours(p).verdict == 'unsure')} of them the same")
    if args.v:
        for pair in held:
            if (told := ours(pair)).verdict != ("same" if pair.same else "different"):
                why = "; ".join(r.words for r in told.reasons)
                print(f"{'MISSED' if pair.same else 'WRONG' if told.verdict == 'same' else 'unsure'} {told.verdict:<10}{pair.a} | {pair.b}: {why}")


if __name__ == "__main__":
    main()
