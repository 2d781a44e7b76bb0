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
from wektor.resolve.scoring import ACCEPT, SIGNING, Profile, compare, is_intent, is_loose, is_news, total

_WHILE = 3 * 366  # days before and after what is told of a deal in which a matter that names only a class may join it
_MARGIN = 0.1  # how much better the best deal must fit a matter that names only a class

Reasoned = tuple[Matter, tuple[Reason, ...]]  # a matter and why it joined


class Cluster(msgspec.Struct):
    """A deal in the making: its matters in order of joining, why each joined, and what they say together."""

    members: list[Matter]
    reasons: dict[str, tuple[Reason, ...]]
    profile: Profile

    def extended(self, more: Iterable[Reasoned]) -> "Cluster":
        """The deal with further matters, which do not change what it says."""
        other = Cluster(list(self.members), dict(self.reasons), self.profile)
        for matter, reasons in more:
            other.join(matter, reasons, say=False)
        return other

    def join(self, matter: Matter, reasons: Sequence[Reason], say: bool = True) -> None:
        """Take a matter in; ``say`` False leaves the profile alone."""
        self.members.append(matter)
        self.reasons[matter.fact.claim] = (*reasons, *_lent(matter))
        if say:
            self.profile.take(matter, day_of(matter.fact.published))


_LENT = {"i": Reason("lent", "the article names the equipment elsewhere"), "g": Reason("lent", "the article names the giver elsewhere"),
         "t": Reason("lent", "the article names the taker elsewhere")}  # fmt: skip


def _lent(matter: Matter) -> tuple[Reason, ...]:
    return tuple(_LENT[c] for c in matter.lent) if matter.lent else ()


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
    signed = 0 if f.kind in SIGNING and f.days and f.status not in ("planned", "ended") else 1 if f.kind in SIGNING else 2
    said = (f.quantity is not None) + (f.amount is not None) + bool(matter.giver_states) + (f.days is not None) - bool(matter.lent)
    return signed, -said, f.days or (0, 0), f.published or "9999", f.claim


def _signature(matter: Matter) -> tuple[object, ...]:
    """What comparing looks at: matters alike in it go the same way. The day of publication counts for the undated."""
    f = matter.fact
    return (f.kind, is_intent(matter), f.status, f.days, matter.givers, matter.giver_states, matter.takers, matter.variant, f.quantity, f.unit, f.amount,
            f.currency, f.entity, f.row, matter.part, f.document if matter.making or is_loose(f) or (f.kind == "order" and f.quantity) else None, is_news(f, day_of(f.published)) if f.days else f.published)  # fmt: skip


class Candidates:
    """Deals by the classes that their type belongs to: where a matter that names only a class may belong."""

    def __init__(self, clusters: Iterable[tuple[tuple[str, ...], Cluster]]) -> None:
        """``clusters`` come with the chain of their class, narrowest first."""
        self._by_class: dict[str, list[Cluster]] = {}
        for chain, cluster in clusters:
            for cls in chain:
                self._by_class.setdefault(cls, []).append(cluster)

    def fit(self, matter: Matter) -> tuple[Cluster, tuple[Reason, ...]] | None:
        """The one deal that the matter clearly fits, and why."""
        published = day_of(matter.fact.published)
        days = matter.fact.days or ((published, published) if published is not None else None)
        home: Cluster | None = None
        why: tuple[Reason, ...] = ()
        best, second = ACCEPT, ACCEPT - _MARGIN
        for cluster in self._by_class.get(matter.cls or "", ()):
            profile = cluster.profile
            if (matter.giver_states and profile.giver_states.isdisjoint(matter.giver_states)) or not profile.lives(days, _WHILE):
                continue
            reasons = compare(matter, profile, published)
            if (score := total(reasons)) > best:
                best, second, home, why = score, best, cluster, tuple(reasons)
            elif score > second:
                second = score
        return (home, why) if home is not None and best - second >= _MARGIN - 1e-9 else None


def attach(loose: Iterable[Matter], candidates: Candidates) -> tuple[dict[int, list[Reasoned]], list[Matter]]:
    """Matters that name only a class: those of each deal that they fit (by the cluster's ``id()``), and those left.

    What joins so does not change what a deal says.
    """
    fitting: dict[int, list[Reasoned]] = {}
    left: list[Matter] = []
    placed: dict[tuple[object, ...], tuple[Cluster, tuple[Reason, ...]] | None] = {}
    for matter in sorted(loose, key=rank):
        mark = (matter.cls, *_signature(matter))
        if mark not in placed:
            placed[mark] = candidates.fit(matter)
        if (found := placed[mark]) is None:
            left.append(matter)
        else:
            fitting.setdefault(id(found[0]), []).append((matter, found[1]))
    return fitting, left
