"""Where pools become deals and events, and judgements on deals are laid over them."""

from collections.abc import Iterable, Mapping

import msgspec

from wektor.model.register import Cell, Deal, Event, Judgement
from wektor.resolve.cells import Groups
from wektor.resolve.composing import compose, compose_event
from wektor.resolve.facts import Span
from wektor.resolve.gatherings import Gathering
from wektor.resolve.judging import Overlay
from wektor.resolve.knowledge import Knowledge
from wektor.resolve.matters import Matter
from wektor.resolve.pools import PoolKey, derive_pool
from wektor.resolve.scoring import Profile
from wektor.resolve.strands import Cluster

_NUMBERS = ("ordered", "delivered", "value")


class Result(msgspec.Struct):
    """What pools came to."""

    deals: dict[str, Deal]
    events: dict[str, Event]


def derive_pools(pools: Mapping[PoolKey, Mapping[str, Matter]], keys: Iterable[PoolKey], overlay: Overlay, knowledge: Knowledge, groups: Groups) -> Result:
    """The deals and events of pools that are linked by judgements, or of a single one."""
    clusters: list[Cluster] = []
    gatherings: list[Gathering] = []
    for key in sorted(keys):
        derived = derive_pool(pools[key].values(), knowledge)
        clusters += derived.clusters
        gatherings += derived.gatherings
    if overlay.merges or overlay.splits:
        clusters = _merge(_split(clusters, overlay.splits), overlay.merges, gatherings)
    deals = [_judge(compose(c, groups), overlay) for c in clusters]
    events = [_stand(compose_event(g, groups), overlay) for g in gatherings]
    return Result({d.id: d for d in deals}, {e.id: e for e in events if e})


def _split(clusters: list[Cluster], splits: list[frozenset[str]]) -> list[Cluster]:
    """Claims that a person took out of a deal make one of their own."""
    for claims in splits:
        out: list[Cluster] = []
        for cluster in clusters:
            inside = [m for m in cluster.members if m.fact.claim in claims]
            if inside and len(inside) < len(cluster.members):
                out.append(Cluster(inside, {m.fact.claim: cluster.reasons[m.fact.claim] for m in inside}, Profile()))
                cluster.members = [m for m in cluster.members if m.fact.claim not in claims]
                cluster.reasons = {k: v for k, v in cluster.reasons.items() if k not in claims}
        clusters = clusters + out
    return clusters


def _merge(clusters: list[Cluster], merges: list[tuple[str, str]], gatherings: list[Gathering]) -> list[Cluster]:
    """Deals that a person made one."""
    for left, right in merges:
        home = {m.fact.claim: c for c in clusters for m in c.members if m.fact.claim in (left, right)}
        if len(home) == 2 and home[left] is not home[right]:
            one, other = home[left], home[right]
            one.members += other.members
            one.reasons |= other.reasons
            clusters = [c for c in clusters if c is not other]
            for gathering in gatherings:
                gathering.deal = one if gathering.deal is other else gathering.deal
    return clusters


def _judge(deal: Deal, overlay: Overlay) -> Deal:
    """The deal with what people judged of it, oldest first."""
    if overlay.deals:
        judged = {j.id: j for claim in deal.claims for j in overlay.deals.get(claim, ())}
        for j in sorted(judged.values(), key=lambda j: (j.at, j.id)):
            deal = msgspec.structs.replace(deal, **_changes(deal, j))
    return deal


def _changes(deal: Deal, j: Judgement) -> dict[str, object]:
    if j.verb == "accept":
        return {"standing": "accepted"}
    if j.verb in ("reject", "ignore"):
        return {"standing": "rejected"}
    changes: dict[str, object] = {"standing": "corrected"}
    for field, value in j.payload.items():
        if field in _NUMBERS:
            cell = _cell(value, j.id)
            changes[field] = (cell, *(c for c in getattr(deal, field) if c.value != cell.value))
            changes["conflicts"] = tuple(c for c in deal.conflicts if c.field != field)
        elif field in ("status", "kind", "cls"):
            changes[field] = value
    return changes


def _cell(value: object, judgement: str) -> Cell:
    if isinstance(value, Mapping):
        return Cell(value=float(value["amount"]), unit=str(value["currency"]), sources=(), independent=0, judgement=judgement)
    number: int | float | Span | str = (int(value[0]), int(value[-1])) if isinstance(value, list | tuple) else msgspec.convert(value, int | float | str)
    return Cell(value=number, sources=(), independent=0, judgement=judgement)


def _stand(event: Event, overlay: Overlay) -> Event | None:
    """The event, unless a person rejected it."""
    verbs = [j.verb for claim in event.claims for j in overlay.deals.get(claim, ())]
    return None if {"reject", "ignore"} & set(verbs) else event
