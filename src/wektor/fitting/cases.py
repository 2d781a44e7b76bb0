"""Cases to learn from: at every trigger of a gold document, what should fill each role, and whether the claim is right."""

from collections.abc import Sequence

import msgspec

from wektor.engines.grammar import Analysis
from wektor.evaluation.gold import GoldArgument, GoldClaim, GoldDocument
from wektor.evaluation.matching import filler_matches, is_found
from wektor.grammar.drafting import Proposal, draft, filler_of
from wektor.grammar.features import Features
from wektor.grammar.filling import Filling, open_roles, options
from wektor.grammar.referents import Pool, Referent
from wektor.lexicon.weights import Weights
from wektor.model import Claim, Draft, Evidence, Span


class ChoiceCase(msgspec.Struct, frozen=True):
    """One choice of a filler: the features of every option, and which of them are right."""

    options: list[Features]
    right: list[int]


class ClaimCase(msgspec.Struct, frozen=True):
    """One proposed claim: its features, and whether the gold holds it."""

    features: Features
    right: bool


def gather_cases(document: GoldDocument, weights: Weights) -> tuple[list[ChoiceCase], list[ClaimCase]]:
    """The cases of one gold document, read with ``weights``."""
    choices: list[ChoiceCase] = []
    claims: list[ClaimCase] = []
    places = [Span(at, at + len(c.anchor)) for c in document.claims for at in [document.text.find(c.anchor)]]

    def observe(analysis: Analysis, proposal: Proposal, pool: Pool, features: Features) -> None:
        mine = _meant(document.claims, places, pool)
        if mine:
            choices.extend(_choices(analysis, pool, mine, weights))
        verdict = _verdict(analysis, document, places, proposal, pool)
        if verdict is not None:
            claims.append(ClaimCase(features, verdict))

    Analysis(document.document, weights, observe)
    return choices, claims


def _meant(golds: Sequence[GoldClaim], places: Sequence[Span], pool: Pool) -> list[GoldClaim]:
    """The gold claims that the trigger tells: of its kind, anchored in its sentence, the nearest to it."""
    sentence, kind = pool.parse.sentence, pool.trigger.frame.kind
    at = sentence.tokens[pool.trigger.i].start
    near = [(_gap(place, at), n) for n, place in enumerate(places) if kind in golds[n].kinds and sentence.lo <= place.start < sentence.hi]
    if not near:
        return []
    least = min(near)[0]
    return [golds[n] for gap, n in near if gap <= least + 3]


def _gap(place: Span, at: int) -> int:
    return 0 if place.start <= at < place.end else min(abs(place.start - at), abs(place.end - at))


def _choices(analysis: Analysis, pool: Pool, golds: Sequence[GoldClaim], weights: Weights) -> list[ChoiceCase]:
    """Role after role, with the right fillers of the roles before in place."""
    found: list[ChoiceCase] = []
    filling = Filling(pool)
    for role in open_roles(pool.trigger.frame.kind):
        wanted = list(dict.fromkeys(a for g in golds for a in g.arguments if a.role == role))
        complete = not wanted
        for _ in range(8):
            field = options(pool, analysis.discourse, role, filling)
            right = {n: a for n, (r, _) in enumerate(field) if r is not None for a in _fitting(role, r, wanted)[:1]}
            if not right:
                break
            found.append(ChoiceCase([fs for _, fs in field], sorted(right)))
            best = max(right, key=lambda n: (weights.weigh_filler(field[n][1]), -n))
            filling.roles.setdefault(role, []).append(field[best][0])  # type: ignore[arg-type]
            wanted.remove(right[best])
            complete = True
        if complete:
            found.append(ChoiceCase([fs for _, fs in options(pool, analysis.discourse, role, filling)], [0]))
    return found


def _fitting(role: str, referent: Referent, wanted: Sequence[GoldArgument]) -> list[GoldArgument]:
    filler = filler_of(role, referent.mention)
    return [a for a in wanted if filler is not None and filler_matches(a.accepted, filler)]


def _verdict(analysis: Analysis, document: GoldDocument, places: Sequence[Span], proposal: Proposal, pool: Pool) -> bool | None:
    """Whether the gold holds the proposed claim near its sentence; None where it is optional there."""
    sentence = pool.parse.sentence
    reach = Span(max(0, sentence.lo - 200), sentence.hi + 200)
    near = [g for g, place in zip(document.claims, places, strict=True) if reach.overlaps(place)]
    made = [as_claim(d, document.text) for d in draft(proposal, analysis.dates, [Span(s.lo, s.hi) for s in analysis.sentences])]
    found = [g for g in near if any(is_found(g, c) for c in made)]
    if found and all(g.optional for g in found):
        return None
    return bool(found)


def as_claim(found: Draft, text: str) -> Claim:
    """The draft in a claim's form, for scoring."""
    quotes = [Evidence(s.start, s.end, s.cut(text)) for s in found.evidence]
    return Claim(doc="", kind=found.kind, attribute=found.attribute, status=found.status, date=found.date, roles=found.roles, evidence=quotes[0])
