"""What the grammar costs and saves when it chooses what a model reads.

``python bench/hybrid.py [--gold ../shared/corpus] [--lang en,pl] [--misses 20]`` counts the gold claims whose sentence stands in no
paragraph that is asked for (missed), those whose own sentence promised nothing (it was read along with its neighbours), and
what is asked: documents, calls, characters. Needs no model.
"""

import argparse
from collections import Counter
from pathlib import Path

from wektor.engines.grammar import GrammarEngine
from wektor.engines.llm.parts import parts_of
from wektor.evaluation import load_gold
from wektor.evaluation.gold import GoldDocument
from wektor.lexicon.loading import language_codes

COUNTS = ("claims", "missed", "unpromised", "documents", "asked", "calls", "all calls", "characters", "all characters", "silent", "silent asked")


def count(gold: GoldDocument, desk: GrammarEngine) -> tuple[Counter[str], list[str]]:
    """The counts of one document, and the words of what is missed."""
    prospects = desk.prospects(gold.document)
    parts, whole = parts_of(gold.document, desk, within=prospects), parts_of(gold.document, desk)
    found: Counter[str] = Counter({
        "documents": 1, "asked": bool(parts), "calls": len(parts), "all calls": len(whole), "characters": sum(len(p.text) for p in parts),
        "all characters": sum(len(p.text) for p in whole), "silent": not gold.claims, "silent asked": bool(parts) and not gold.claims})  # fmt: skip
    missed = []
    for claim in gold.claims:
        if not claim.optional:
            at = gold.text.index(claim.anchor)
            found["claims"] += 1
            found["unpromised"] += not any(s.start < at + len(claim.anchor) and at < s.end for s in prospects)
            if not any(p.span.start <= at < p.span.end for p in parts):
                missed.append(f"{gold.id}: {claim.kinds[0]}: {claim.anchor!r}")
    found["missed"] = len(missed)
    return found, missed


def main() -> None:
    """Print the counts of each language and of all."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--gold", type=Path, default=Path(__file__).parents[2] / "shared" / "corpus")
    options.add_argument("--lang", default="")
    options.add_argument("--misses", type=int, default=0, help="print so many")
    asked = options.parse_args()
    desk, total, missed = GrammarEngine(), dict[str, Counter[str]](), list[str]()
    for gold in load_gold(asked.gold, languages=asked.lang.split(",") if asked.lang else language_codes()):
        found, lost = count(gold, desk)
        missed += lost
        for key in (gold.lang, "all"):
            total.setdefault(key, Counter()).update(found)
    for key, found in sorted(total.items(), key=lambda each: (each[0] == "all", each[0])):
        print(f"{key:4s}" + "; ".join(f"{name} {found[name]}" for name in COUNTS), f"; miss rate {100 * found['missed'] / max(1, found['claims']):.2f} %")
    print("\n".join(missed[: asked.misses]))


if __name__ == "__main__":
    main()
