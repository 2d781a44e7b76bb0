"""Cases to learn from: at every trigger of a gold document, what should fill each role, how the claim stands, and whether it is right."""

from collections.abc import Sequence
from operator import attrgetter

import msgspec

from wektor.engines.grammar import Analysis
from wektor.evaluation.gold import GoldArgument, GoldClaim, GoldDocument
from wektor.evaluation.matching import dates_agree, filler_matches, is_found
from wektor.fitting.choices import ChoiceCase, as_claim
from wektor.fitting.particulars import particular_cases
from wektor.grammar.appraisal import open_roles, takers_first
from wektor.grammar.dating import date_options
from wektor.grammar.discourse import Discourse
from wektor.grammar.drafting import Proposal, Way, draft
from wektor.grammar.fillers import filler_of
from wektor.grammar.filling import Filling, options
from wektor.grammar.referents import Pool, Referent
from wektor.grammar.standing import status_features
from wektor.grammar.triggers import Trigger
from wektor.grammar.weighing import scales_of, under
from wektor.lexicon.weights import Weights
from wektor.mentions.sentence import Sentence
from wektor.model import STATUSES, Span, core_roles


class Cases(msgspec.Struct):
    """What documents teach: choices of fillers, statuses, dates and particulars, and verdicts on claims."""

    fillers: list[ChoiceCase] = []
    statuses: list[ChoiceCase] = []
    dates: list[ChoiceCase] = []
    particulars: list[ChoiceCase] = []
    claims: list[ChoiceCase] = []

    def take(self, other: "Cases") -> None:
        """Take in what others teach."""
        for name in ("fillers", "statuses", "dates", "particulars", "claims"):
            getattr(self, name).extend(getattr(other, name))


class Teacher:
    """Watches a gold document being read, and notes what each trigger teaches."""

    def __init__(self, document: GoldDocument, weights: Weights, choices: bool) -> None:
        self.document, self.weights, self.choices = document, weights, choices
        self.places = [Span(at, at + len(c.anchor)) for c in document.claims for at in [document.text.find(c.anchor)]]
        self.cases = Cases()

    def meet(self, pool: Pool, discourse: Discourse, around: Sequence[Trigger]) -> None:
        """What should fill the roles of a claim that the gold holds here, and how it stands."""
        mine = _meant(self.document.claims, self.places, pool, around) if self.choices else []
        whole = not self.document.partial
        if mine:
            self.cases.fillers += _choices(pool, mine, self.weights, whole) if whole or self.document.complete else []
            self.cases.statuses += _statuses(pool, mine)
            self.cases.dates += _dates(pool, mine) if whole or mine[0].date else []

    def judge(self, ways: Sequence[Way], ranges: Sequence[Span]) -> None:
        """Which ways the gold holds, if any; the first option is to tell nothing. Optional gold teaches nothing."""
        verdicts = [_verdict(self.document, self.places, way.proposal, way.pool, ranges) for way in ways]
        if self.document.partial and any(verdicts):  # what the example does not give of this trigger is wrong
            verdicts = [bool(v) for v in verdicts]
        judged = [(way, v) for way, v in zip(ways, verdicts, strict=True) if v is not None]
        right = [n for n, (_, v) in enumerate(judged, 1) if v]
        if judged:
            self.cases.claims.append(ChoiceCase([[], *(way.features for way, _ in judged)], right or [0]))
        best = max((way.proposal for way, v in judged if v), key=attrgetter("score"), default=None)
        if best is not None and not self.document.partial:
            near = _near(self.document, self.places, best.parse.sentence)
            self.cases.particulars += particular_cases(
                [g for g in near if not g.optional], best, ranges, self.document.text
            )


def gather_cases(document: GoldDocument, weights: Weights, *, choices: bool = True) -> Cases:
    """The cases of one gold document, read with ``weights``; without ``choices`` the verdicts on claims alone."""
    teacher = Teacher(document, weights, choices)
    Analysis(document.document, weights, teacher)
    return teacher.cases


def _meant(
    golds: Sequence[GoldClaim], places: Sequence[Span], pool: Pool, around: Sequence[Trigger]
) -> list[GoldClaim]:
    """The gold claims that the trigger tells: of its kind, anchored in its sentence, with no nearer trigger of that kind."""
    sentence, kind = pool.parse.sentence, pool.trigger.frame.kind
    ats = [sentence.tokens[t.i].start for t in around if t.frame.kind == kind]
    at = sentence.tokens[pool.trigger.i].start
    here = [
        (place, gold)
        for place, gold in zip(places, golds, strict=True)
        if kind in gold.kinds and sentence.lo <= place.start < sentence.hi
    ]
    return [gold for place, gold in here if all(_gap(place, at) <= _gap(place, other) for other in ats)]


def _gap(place: Span, at: int) -> int:
    return 0 if place.start <= at < place.end else min(abs(place.start - at), abs(place.end - at))


def _choices(pool: Pool, golds: Sequence[GoldClaim], weights: Weights, whole: bool) -> list[ChoiceCase]:
    """Role after role, with the right fillers of the roles before in place; a role of which an example says nothing is left out."""
    found: list[ChoiceCase] = []
    filling, scale = Filling(pool), scales_of(weights).filler
    for role in open_roles(pool.trigger.frame.kind, takers_first(pool)):
        wanted = list(dict.fromkeys(a for g in golds for a in g.arguments if a.role == role))
        if not whole and not wanted and (role == "item" or role not in core_roles(pool.trigger.frame.kind)):
            continue
        complete = not wanted
        for _ in range(8):
            field = options(pool, role, filling)
            right = {
                n: a
                for n, o in enumerate(field)
                if o.referent is not None
                for a in _fitting(role, o.referent, wanted)[:1]
            }
            if not right:
                break
            found.append(ChoiceCase([o.features for o in field], sorted(right)))
            best = max(right, key=lambda n: (scale.weigh(field[n].features), -n))
            filling.roles.setdefault(role, []).append(field[best].referent)  # type: ignore[arg-type]
            wanted.remove(right[best])
            complete = True
        if complete:
            found.append(ChoiceCase([o.features for o in options(pool, role, filling)], [0]))
    return found


def _fitting(role: str, referent: Referent, wanted: Sequence[GoldArgument]) -> list[GoldArgument]:
    filler = filler_of(role, referent.mention)
    return [a for a in wanted if filler is not None and filler_matches(a.accepted, filler)]


def _statuses(pool: Pool, golds: Sequence[GoldClaim]) -> list[ChoiceCase]:
    right = sorted({STATUSES.index(g.status) for g in golds if g.status})
    features = status_features(pool)
    return [ChoiceCase([under(s, features) for s in STATUSES], right)] if right else []


def _dates(pool: Pool, golds: Sequence[GoldClaim]) -> list[ChoiceCase]:
    field = list(date_options(pool, golds[0].status or "done"))
    right = [n for n, o in enumerate(field) if any(dates_agree(g.date, o.value) for g in golds)]
    return [ChoiceCase([o.features(pool.opening) for o in field], right)] if right else []


def _verdict(
    document: GoldDocument, places: Sequence[Span], proposal: Proposal, pool: Pool, ranges: Sequence[Span]
) -> bool | None:
    """Whether the gold holds the proposed claim near its sentence; None where it is optional there."""
    if document.partial and not document.complete and not any(pool.trigger.frame.kind in g.kinds for g in document.claims):
        return None
    near = _near(document, places, pool.parse.sentence)
    made = [as_claim(d, document.text) for d in draft(proposal, ranges)]
    found = [g for g in near if any(is_found(g, c) for c in made)]
    if found and all(g.optional for g in found):
        return None
    return bool(found)


def _near(document: GoldDocument, places: Sequence[Span], sentence: Sentence) -> list[GoldClaim]:
    """The gold claims anchored in or about a sentence."""
    reach = Span(max(0, sentence.lo - 200), sentence.hi + 200)
    return [g for g, place in zip(document.claims, places, strict=True) if reach.overlaps(place)]
