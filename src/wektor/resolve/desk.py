"""Where pools become deals and events, and judgements on deals are laid over them."""

from collections.abc import Mapping, Sequence

import msgspec

from wektor.model.register import Cell, Deal, Event, Judgement
from wektor.resolve.cells import Groups
from wektor.resolve.composing import compose, compose_event
from wektor.resolve.facts import Span
from wektor.resolve.gatherings import Gathering
from wektor.resolve.judging import Overlay
from wektor.resolve.pools import Pool, PoolKey
from wektor.resolve.scoring import Profile
from wektor.resolve.strands import Cluster

_NUMBERS = ("ordered", "delivered", "value")


class Result(msgspec.Struct):
    """What pools came to."""

    deals: dict[str, Deal]
    events: dict[str, Event]


class Desk:
    """Composes deals and events, and keeps what it composed as long as it is made of the same."""

    def __init__(self, groups: Groups) -> None:
        self._groups = groups
        self._deals: dict[PoolKey, dict[int, tuple[Cluster, Deal]]] = {}
        self._events: dict[PoolKey, dict[int, tuple[Gathering, Event]]] = {}

    def derive(self, pools: Mapping[PoolKey, Pool], keys: Sequence[PoolKey], overlay: Overlay) -> Result:
        """The deals and events of pools that are linked by judgements, or of a single one."""
        clusters: list[Cluster] = []
        gatherings: list[Gathering] = []
        for key in sorted(k for k in keys if k in pools):
            derived = pools[key].derive()
            clusters += derived.clusters
            gatherings += derived.gatherings
        if overlay.merges or overlay.splits:
            clusters, gatherings = rearrange(clusters, gatherings, overlay)
        for key in keys[1:]:
            self.forget(key)
        deals = self._composed(keys[0], clusters)
        names = {id(c): deal.id for c, deal in zip(clusters, deals, strict=True)}
        events = self._told(keys[0], gatherings, names)
        return Result({d.id: _judge(d, overlay) for d in deals}, {e.id: e for e in events if _stands(e, overlay)})

    def forget(self, key: PoolKey) -> None:
        """Drop what is kept of a pool."""
        self._deals.pop(key, None)
        self._events.pop(key, None)

    def _composed(self, key: PoolKey, clusters: list[Cluster]) -> list[Deal]:
        """The deals of clusters, composed where the cluster is another one than before."""
        kept = self._deals.get(key, {})
        pairs = [kept.get(id(c)) or (c, compose(c, self._groups)) for c in clusters]
        self._deals[key] = {id(c): pair for c, pair in zip(clusters, pairs, strict=True)}
        return [deal for _, deal in pairs]

    def _told(self, key: PoolKey, gatherings: list[Gathering], names: Mapping[int, str]) -> list[Event]:
        kept = self._events.get(key, {})
        found: dict[int, tuple[Gathering, Event]] = {}
        for gathering in gatherings:
            deal = names[id(gathering.deal)] if gathering.deal else None
            pair = kept.get(id(gathering))
            found[id(gathering)] = pair if pair and pair[1].deal == deal else (gathering, compose_event(gathering, deal, self._groups))
        self._events[key] = found
        return [event for _, event in found.values()]


def rearrange(clusters: list[Cluster], gatherings: list[Gathering], overlay: Overlay) -> tuple[list[Cluster], list[Gathering]]:
    """Deals split and merged as people judged, on copies of what they change."""
    judged = {claim for pair in overlay.merges for claim in pair} | {c for claims in overlay.splits for c in claims}
    if not any(c in judged for cluster in clusters for c in cluster.reasons):
        return clusters, gatherings
    copies = {id(c): Cluster(list(c.members), dict(c.reasons), c.profile) for c in clusters}
    served = [Gathering(g.members, copies[id(g.deal)] if g.deal else None) for g in gatherings]
    return _merge(_split(list(copies.values()), overlay.splits), overlay.merges, served), served


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


def _stands(event: Event, overlay: Overlay) -> bool:
    """Whether no person rejected the event."""
    return not overlay.deals or not any(j.verb in ("reject", "ignore") for claim in event.claims for j in overlay.deals.get(claim, ()))
