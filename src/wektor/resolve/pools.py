"""Pools: what is derived together. A matter belongs to one pool, and a pool's deals depend on its matters alone.

A pool is one taker and one wide class of equipment ("aircraft"), or one unknown type, or one pair of states where no
equipment is named. Inside it a strand holds one type of equipment; the deals of a strand whose matters stand as they
stood are kept. So one more article touches a few strands, and the rest stay.
"""

from collections.abc import Iterable, Iterator

import msgspec

from wektor.resolve.facts import EVENTS
from wektor.resolve.gatherings import Assembly, Gathering
from wektor.resolve.knowledge import Knowledge
from wektor.resolve.matters import Matter
from wektor.resolve.strands import Candidates, Cluster, Reasoned, attach, part

PoolKey = tuple[str, str]


def pool_of(matter: Matter, knowledge: Knowledge) -> PoolKey:
    """The pool of a matter. An event that names no type belongs to its states: "drone pilots" and "pilots" learn the same course."""
    if matter.fact.kind in EVENTS and not matter.family:
        return "+".join(sorted({*matter.giver_states, *matter.taker_states})), "events"
    states = matter.taker_states if matter.directed else ("~", *matter.taker_states)
    side = "+".join(states or ("?", *matter.giver_states))
    if matter.family in knowledge.families:
        return side, knowledge.classes(matter.cls)[-1]
    if matter.family:
        return side, matter.family
    if matter.cls:
        return side, knowledge.classes(matter.cls)[-1]
    return "+".join(sorted({*matter.giver_states, *matter.taker_states})), "-"


class Strand(msgspec.Struct):
    """Matters of one type, and the deals made of them, unless they must be made anew."""

    matters: dict[str, Matter] = {}
    clusters: list[Cluster] = []
    fleet: list[Matter] = []
    stale: bool = True

    def refresh(self, matters: Iterable[Matter]) -> None:
        """Part the matters into deals; one that holds nothing but a fleet's state is no deal: its matters are events."""
        clusters = part(matters)
        self.clusters = [c for c in clusters if any(m.fact.kind != "operation" for m in c.members)]
        self.fleet = [m for c in clusters if all(m.fact.kind == "operation" for m in c.members) for m in c.members]
        self.stale = False


class Derived(msgspec.Struct):
    """A pool's deals and events in the making. A cluster that is the same object as before is the same deal."""

    clusters: list[Cluster]
    gatherings: list[Gathering]


class Pool:
    """The matters of a pool by strand; ``derive`` makes anew what they changed."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._families: dict[str, Strand] = {}
        self._loose: dict[str, Matter] = {}
        self._classes: dict[str, Strand] = {}
        self._events = Assembly()
        self._extended: dict[int, tuple[Cluster, tuple[str, ...], Cluster]] = {}

    def __bool__(self) -> bool:
        return bool(self._families or self._loose or self._events)

    def __contains__(self, claim: object) -> bool:
        return claim in self._loose or claim in self._events or any(claim in s.matters for s in self._families.values())

    def put(self, matter: Matter) -> None:
        """Take a matter in."""
        if matter.fact.kind in EVENTS:
            self._events.put(matter)
        elif matter.family:
            strand = self._families.setdefault(matter.family, Strand())
            strand.matters[matter.fact.claim], strand.stale = matter, True
        else:
            self._loose[matter.fact.claim] = matter

    def drop(self, matter: Matter) -> None:
        """Take a matter out."""
        if matter.fact.kind in EVENTS:
            self._events.drop(matter)
        elif matter.family:
            strand = self._families[matter.family]
            strand.stale = strand.matters.pop(matter.fact.claim, None) is not None or strand.stale
            if not strand.matters:
                del self._families[matter.family]
        else:
            self._loose.pop(matter.fact.claim, None)

    def derive(self) -> Derived:
        """Deals, then class-only matters that fit one, then those among themselves; operations without a deal are events."""
        for strand in self._families.values():
            if strand.stale:
                strand.refresh(strand.matters.values())
        clusters = [c for family in sorted(self._families) for c in self._families[family].clusters]
        clusters = self._attach(clusters)
        fleet = [m for group in (self._families, self._classes) for strand in group.values() for m in strand.fleet]
        return Derived(clusters, self._events.gather(fleet, clusters))

    def _attach(self, clusters: list[Cluster]) -> list[Cluster]:
        """The deals with the class-only matters that fit them, then the deals of what is left."""
        chains = [(self._knowledge.classes(c.members[0].cls), c) for c in clusters] if self._loose else []
        fitting, left = attach(self._loose.values(), Candidates(chains))
        every = clusters + self._part_left(left, fitting)
        found: dict[int, tuple[Cluster, tuple[str, ...], Cluster]] = {}
        for cluster in every:
            if more := fitting.get(id(cluster)):
                claims = tuple(m.fact.claim for m, _ in more)
                kept = self._extended.get(id(cluster))
                same = kept is not None and kept[1] == claims and all(m is o for (m, _), o in zip(more, _tail(kept[2], more), strict=True))
                found[id(cluster)] = kept if kept is not None and same else (cluster, claims, cluster.extended(more))
        self._extended = found
        return [found[id(c)][2] if id(c) in found else c for c in every]

    def _part_left(self, left: Iterable[Matter], fitting: dict[int, list[Reasoned]]) -> list[Cluster]:
        """Deals by class, the narrowest first; a matter of a wider class ("ships") joins the one deal of a narrower ("corvettes") that it fits."""
        held: dict[str, list[Matter]] = {}
        for matter in left:
            held.setdefault(matter.cls or "", []).append(matter)
        for cls in self._classes.keys() - held.keys():
            del self._classes[cls]
        chains: list[tuple[tuple[str, ...], Cluster]] = []
        for cls in sorted(held, key=lambda c: (-len(self._knowledge.classes(c or None)), c)):
            wider, own = attach(held[cls], Candidates(chains)) if cls and chains else ({}, held[cls])
            for home, more in wider.items():
                fitting.setdefault(home, []).extend(more)
            chains += [(self._knowledge.classes(cls or None), c) for c in self._strand(cls, own).clusters]
        return [c for cls in sorted(self._classes) for c in self._classes[cls].clusters]

    def _strand(self, cls: str, own: Iterable[Matter]) -> Strand:
        """The strand of a class; kept where its matters stand as they stood."""
        matters = {m.fact.claim: m for m in own}
        strand = self._classes.get(cls)
        if strand is None or strand.matters.keys() != matters.keys() or any(strand.matters[k] is not m for k, m in matters.items()):
            self._classes[cls] = strand = Strand(matters)
            strand.refresh(matters.values())
        return strand


def _tail(cluster: Cluster, more: list[Reasoned]) -> Iterator[Matter]:
    """The matters that a cluster was extended by."""
    return iter(cluster.members[len(cluster.members) - len(more) :])
