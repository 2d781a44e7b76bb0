"""Gatherings: facts that are no deal (talks, exercises, training, recognition, a fleet), one for all who tell of it."""

from collections.abc import Iterable

import msgspec

from wektor.resolve.facts import EVENTS, Span
from wektor.resolve.matters import Matter
from wektor.resolve.scoring import ACCEPT, compare, total
from wektor.resolve.strands import Cluster, day_of

_DAYS = {"exercise": 45, "training": 45, "operation": 366, "relation": 31, "talks": 10}


class Gathering(msgspec.Struct):
    """Matters that tell of one event, and the deal it serves, if one fits clearly."""

    members: list[Matter]
    deal: Cluster | None = None


def gather(matters: Iterable[Matter], clusters: list[Cluster]) -> list[Gathering]:
    """The events of matters, which come in a fixed order; each joins the first that it agrees with."""
    found: dict[tuple[object, ...], list[Gathering]] = {}
    for matter in matters:
        states = tuple(sorted({*matter.giver_states, *matter.taker_states}))
        near = found.setdefault((matter.fact.kind, states, matter.family, matter.variant), [])
        for gathering in near:
            if _agree(matter, gathering.members[0]):
                gathering.members.append(matter)
                break
        else:
            near.append(Gathering([matter], _served(matter, clusters) if matter.fact.kind in EVENTS else None))
    return [g for key in sorted(found, key=repr) for g in found[key]]


def _agree(a: Matter, b: Matter) -> bool:
    names = {m.fact.entity.casefold() for m in (a, b) if m.fact.entity}
    if len(names) == 2 or (a.fact.quantity and b.fact.quantity and a.fact.quantity != b.fact.quantity):
        return False
    left, right = _when(a), _when(b)
    return left is not None and right is not None and max(left[0] - right[1], right[0] - left[1]) <= _DAYS[a.fact.kind]


def _when(matter: Matter) -> Span | None:
    day = day_of(matter.fact.published)
    return matter.fact.days or ((day, day) if day is not None else None)


def _served(matter: Matter, clusters: list[Cluster]) -> Cluster | None:
    """The only deal over the same type that the event fits."""
    if not matter.family:
        return None
    kin = [c for c in clusters if c.members[0].family == matter.family]
    fit = [c for c in kin if total(compare(matter, c.profile, day_of(matter.fact.published))) >= ACCEPT]
    return fit[0] if len(fit) == 1 else None
