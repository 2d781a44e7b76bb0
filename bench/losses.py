"""Where the grammar loses claims of a gold set: no trigger, no right filler at hand, a wrong filler chosen, or left out.

``python bench/losses.py GOLD_DIR [--lang en,pl] [--doc en-dev-01] [--list no-trigger] [--every N]`` counts, for every
required gold claim, the first stage that loses it; ``--list STAGE`` prints each such claim with its sentence.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from wektor.engines.grammar import Analysis
from wektor.evaluation.gold import GoldClaim, GoldDocument, load_gold
from wektor.evaluation.matching import filler_matches, is_found
from wektor.fitting import fit
from wektor.fitting.choices import as_claim
from wektor.grammar.dating import DateOption
from wektor.grammar.discourse import Discourse
from wektor.grammar.drafting import Proposal, Way, draft
from wektor.grammar.fillers import filler_of
from wektor.grammar.filling import Filling
from wektor.grammar.referents import Pool
from wektor.grammar.triggers import Trigger
from wektor.lexicon.weights import Weights, load_weights
from wektor.model import Span, core_roles

Seen = list[tuple[Pool, Proposal]]


def main() -> None:
    """Count, and list."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("gold", type=Path)
    options.add_argument("--lang", default="")
    options.add_argument("--doc", default="")
    options.add_argument("--list", default="")
    options.add_argument("--cv", action="store_true", help="read each document with weights that never saw it")
    asked = options.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    documents = load_gold(asked.gold, languages=[x for x in asked.lang.split(",") if x])
    folds = fit(documents).folds if asked.cv else [(load_weights(), documents)]
    wanted = {x for x in asked.doc.split(",") if x}
    for weights, document in ((w, d) for w, held in folds for d in held if not wanted or d.id in wanted):
        for claim, stage, words in losses(document, weights):
            counts[(document.lang, stage)] += 1
            if asked.list and stage.startswith(asked.list):
                print(f"{document.id} {'/'.join(claim.kinds)} {stage}: {claim.anchor!r} {words}\n    {_sentence(document, claim)}\n")
    for lang in sorted({lang for lang, _ in counts}):
        total = sum(n for (one, _), n in counts.items() if one == lang)
        print(f"{lang}: {total} claims")
        for (one, stage), n in sorted(counts.items(), key=lambda c: -c[1]):
            if one == lang:
                print(f"  {n:4d} {100 * n / total:5.1f} %  {stage}")


class Watch:
    """Keeps every pool with the surest way to fill it."""

    def __init__(self) -> None:
        self.best: dict[tuple[object, ...], tuple[Pool, Proposal]] = {}

    @property
    def seen(self) -> Seen:
        """Pools with their proposals."""
        return list(self.best.values())

    def meet(self, pool: Pool, discourse: Discourse, around: Sequence[Trigger]) -> None:
        """Nothing to keep yet."""
        empty = Proposal(pool, Filling(pool), "done", DateOption(None, None, []))
        empty.score = -99.0
        self.best[_name(pool)] = (pool, empty)

    def judge(self, ways: Sequence[Way], ranges: Sequence[Span]) -> None:
        """Keep the surest of each pool."""
        for proposal, pool, _ in ways:
            if proposal.score > self.best[_name(pool)][1].score:
                self.best[_name(pool)] = (pool, proposal)


def _name(pool: Pool) -> tuple[object, ...]:
    """What tells one pool from another, however often it is made."""
    trigger = pool.trigger
    return pool.parse.sentence.index, trigger.i, trigger.j, trigger.pos, pool.opening


def losses(document: GoldDocument, weights: Weights) -> list[tuple[GoldClaim, str, str]]:
    """Every required claim with the stage that loses it (``found`` where none does), and words that explain."""
    watch = Watch()
    analysis = Analysis(document.document, weights, watch)
    made = [as_claim(d, document.text) for d in analysis.drafts]
    return [(g, *_stage(g, document, analysis, watch.seen, made)) for g in document.claims if not g.optional]


def _stage(gold: GoldClaim, document: GoldDocument, analysis: Analysis, seen: Seen, made: list) -> tuple[str, str]:
    if any(is_found(gold, c) for c in made):
        return "found", ""
    at = document.text.find(gold.anchor)
    near = [(pool, p) for pool, p in seen if pool.trigger.frame.kind in gold.kinds and pool.parse.sentence.lo <= at < pool.parse.sentence.hi]
    if not near:
        return "no-trigger", ""
    verdicts = [_fillers(gold, document, analysis, pool, p) for pool, p in near]
    return min(verdicts, key=lambda v: ("left-out", "wrong-filler", "no-filler").index(v[0].split(":")[0]))


def _fillers(gold: GoldClaim, document: GoldDocument, analysis: Analysis, pool: Pool, proposal: Proposal) -> tuple[str, str]:
    kind = pool.trigger.frame.kind
    made = [as_claim(d, document.text) for d in draft(proposal, analysis.spans)]
    chosen = {role: [m.text for m in ms] for role, ms in proposal.roles.items()}
    if any(is_found(gold, c) for c in made):
        return "left-out", f"{chosen} score {proposal.score:.1f}"
    for role in core_roles(kind):
        wanted = [a for a in gold.arguments if a.role == role]
        field = pool.items if role == "item" else pool.actors
        fits = [a for a in wanted if any((f := filler_of(role, r.mention)) is not None and filler_matches(a.accepted, f) for r in field)]
        if wanted and len(fits) < min(len(wanted), 2 if role == "party" else 1):
            return f"no-filler:{role}", f"wanted {[a.accepted for a in wanted]} of {[r.mention.text for r in field]}"
    wrong = [r for r in core_roles(kind) if any(a.role == r for a in gold.arguments) and not any(
        filler_matches(a.accepted, f) for a in gold.arguments if a.role == r for m in proposal.roles.get(r, []) if (f := filler_of(r, m)) is not None)]  # fmt: skip
    return f"wrong-filler:{'+'.join(wrong) or 'party'}", f"{chosen} wanted {[(a.role, a.accepted) for a in gold.arguments if a.role in core_roles(kind)]}"


def _sentence(document: GoldDocument, claim: GoldClaim) -> str:
    at = document.text.find(claim.anchor)
    lo, hi = document.text.rfind("\n", 0, at) + 1, document.text.find("\n", at)
    return document.text[lo : hi if hi >= 0 else None]


if __name__ == "__main__":
    main()
