"""Pools: what is derived together. A matter belongs to one pool, and a pool's deals depend on its matters alone.

A pool is one taker and one wide class of equipment ("aircraft"), or one unknown type, or one pair of states where no
equipment is named. So one more article touches a few pools, and the rest stand as they are.
"""

from collections.abc import Iterable

import msgspec

from wektor.resolve.facts import EVENTS
from wektor.resolve.gatherings import Gathering, gather
from wektor.resolve.knowledge import Knowledge
from wektor.resolve.matters import Matter
from wektor.resolve.strands import Cluster, attach, part, rank

PoolKey = tuple[str, str]


class Derived(msgspec.Struct):
    """A pool's deals and events in the making."""

    clusters: list[Cluster]
    gatherings: list[Gathering]


def pool_of(matter: Matter, knowledge: Knowledge) -> PoolKey:
    """The pool of a matter."""
    states = matter.taker_states if matter.directed else ("~", *matter.taker_states)
    side = "+".join(states or ("?", *matter.giver_states))
    if matter.family in knowledge.families:
        return side, knowledge.classes(matter.cls)[-1]
    if matter.family:
        return side, matter.family
    if matter.cls:
        return side, knowledge.classes(matter.cls)[-1]
    kind = "events" if matter.fact.kind in EVENTS else "-"
    return "+".join(sorted({*matter.giver_states, *matter.taker_states})), kind


def derive_pool(matters: Iterable[Matter], knowledge: Knowledge) -> Derived:
    """Deals, then class-only matters that fit one, then those among themselves; operations without a deal are events."""
    strands: dict[str, list[Matter]] = {}
    loose: list[Matter] = []
    events: list[Matter] = []
    for matter in matters:
        if matter.fact.kind in EVENTS:
            events.append(matter)
        elif matter.family:
            strands.setdefault(matter.family, []).append(matter)
        else:
            loose.append(matter)
    clusters = [c for family in sorted(strands) for c in _deals(strands[family], events)]
    chains = [(knowledge.classes(c.members[0].cls), c) for c in clusters]
    clusters += _deals(attach(loose, chains), events)
    return Derived(clusters, gather(sorted(events, key=rank), clusters))


def _deals(matters: list[Matter], events: list[Matter]) -> list[Cluster]:
    """The strand's deals; one that holds nothing but a fleet's state is no deal but goes to the events."""
    clusters = part(matters)
    for cluster in clusters:
        if all(m.fact.kind == "operation" for m in cluster.members):
            events += cluster.members
    return [c for c in clusters if any(m.fact.kind != "operation" for m in c.members)]
