"""Strands: the matters of one taker and one type of equipment, parted into deals.

Matters are taken in a fixed order, the most telling first, and each joins the deal that it agrees with best, or founds
one. The order depends on the matters alone, so the deals are a function of the set, however it came together.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from wektor.model.register import Reason
from wektor.resolve.matters import Matter
from wektor.resolve.scoring import ACCEPT, SIGNING, Profile, compare, total

_MARGIN = 0.1  # how much better the best deal must fit a matter that names only a class


class Cluster(msgspec.Struct):
    """A deal in the making: its matters in order of joining, why each joined, and what they say together."""

    members: list[Matter]
    reasons: dict[str, tuple[Reason, ...]]
    profile: Profile

    def join(self, matter: Matter, reasons: Sequence[Reason], say: bool = True) -> None:
        """Take a matter in; ``say`` False leaves the profile alone."""
        self.members.append(matter)
        self.reasons[matter.fact.claim] = (*reasons, *_lent(matter))
        if say:
            self.profile.take(matter, day_of(matter.fact.published))


_LENT = {"i": Reason("lent", "the article names the equipment elsewhere"), "g": Reason("lent", "the article names the giver elsewhere"),
         "t": Reason("lent", "the article names the taker elsewhere")}  # fmt: skip


def _lent(matter: Matter) -> tuple[Reason, ...]:
    return tuple(_LENT[c] for c in matter.lent)


@lru_cache(maxsize=65536)
def day_of(published: str | None) -> int | None:
    """An ISO day as ordinal."""
    return dt.date.fromisoformat(published).toordinal() if published else None


def part(matters: Iterable[Matter]) -> list[Cluster]:
    """The deals of a strand."""
    clusters: list[Cluster] = []
    placed: dict[tuple[object, ...], tuple[Cluster, tuple[Reason, ...]]] = {}
    for matter in sorted(matters, key=rank):
        mark = _signature(matter)
        if mark in placed:
            cluster, reasons = placed[mark]
            cluster.join(matter, reasons, say=False)
            if matter.fact.kind in SIGNING:
                cluster.profile.signers.add(matter.fact.document)
            continue
        cluster, reasons = _place(matter, clusters)
        placed[mark] = cluster, reasons
    return clusters


def _place(matter: Matter, clusters: list[Cluster]) -> tuple[Cluster, tuple[Reason, ...]]:
    best, why, score = None, [], ACCEPT - 1e-9
    published = day_of(matter.fact.published)
    for cluster in clusters:
        reasons = compare(matter, cluster.profile, published)
        if (found := total(reasons)) > score + 1e-9:
            best, why, score = cluster, reasons, found
    if best is None:
        best = Cluster([], {}, Profile())
        clusters.append(best)
    best.join(matter, why)
    return best, tuple(why)


def rank(matter: Matter) -> tuple[object, ...]:
    """Signed and dated first, then by how much is said, then by date; ids settle what is left."""
    f = matter.fact
    signed = 0 if f.kind in SIGNING and f.days and f.status != "planned" else 1 if f.kind in SIGNING else 2
    said = (f.quantity is not None) + (f.amount is not None) + bool(matter.giver_states) + (f.days is not None) - bool(matter.lent)
    return signed, -said, f.days or (0, 0), f.published or "9999", f.claim


def _signature(matter: Matter) -> tuple[object, ...]:
    """What comparing looks at: matters alike in it go the same way. The day of publication counts for the undated."""
    f = matter.fact
    return (f.kind, f.status, f.days, matter.givers, matter.giver_states, matter.takers, matter.variant, f.quantity, f.unit, f.amount,
            f.currency, f.entity, f.document if matter.making else matter.making, None if f.days else f.published)  # fmt: skip


def attach(matters: Iterable[Matter], clusters: list[tuple[tuple[str, ...], Cluster]]) -> list[Matter]:
    """Let matters that name only a class join the one deal they clearly fit; the others are left.

    ``clusters`` come with the chain of their class, narrowest first. What joins so does not change what a deal says.
    """
    left: list[Matter] = []
    placed: dict[tuple[object, ...], tuple[Cluster, list[Reason]] | None] = {}
    for matter in sorted(matters, key=rank):
        mark = (matter.cls, *_signature(matter))
        if mark not in placed:
            placed[mark] = _fit(matter, clusters)
        if (found := placed[mark]) is None:
            left.append(matter)
        else:
            found[0].join(matter, found[1], say=False)
    return left


def _fit(matter: Matter, clusters: list[tuple[tuple[str, ...], Cluster]]) -> tuple[Cluster, list[Reason]] | None:
    published = day_of(matter.fact.published)
    scored: list[tuple[float, int, list[Reason]]] = []
    for number, (chain, cluster) in enumerate(clusters):
        if matter.cls in chain and (not matter.giver_states or not cluster.profile.giver_states.isdisjoint(matter.giver_states)):
            reasons = compare(matter, cluster.profile, published)
            scored.append((total(reasons), number, reasons))
    scored.sort(key=lambda t: (-t[0], t[1]))
    if not scored or scored[0][0] <= ACCEPT or (len(scored) > 1 and scored[0][0] - scored[1][0] < _MARGIN):
        return None
    return clusters[scored[0][1]][1], scored[0][2]
