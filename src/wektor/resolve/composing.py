"""A cluster made a deal: who, what, how many, for how much, how far, how sure, and where the sources differ."""

from collections import Counter
from collections.abc import Iterable, Sequence

from wektor.model.register import RUNGS, Cell, Conflict, Deal, Event, Reason, Stage
from wektor.resolve.cells import Groups, Value, independent, make_cells, number_conflict
from wektor.resolve.gatherings import Gathering
from wektor.resolve.matters import Matter
from wektor.resolve.progress import contradicted, status_of
from wektor.resolve.stages import make_stages, slippage, stage_conflicts
from wektor.resolve.strands import Cluster, rank

_FROM = frozenset({"order", "delivery", "aid"})
_KINDS = ("order", "aid", "venture", "production", "technology_transfer", "agreement", "delivery", "selection", "operation")


def founder(members: Iterable[Matter]) -> str:
    """The digest of the claim published first, which names the deal."""
    return min((m.fact.published or "9999", m.fact.claim) for m in members)[1][2:]


def compose(cluster: Cluster, groups: Groups) -> Deal:
    """The deal of a cluster."""
    ms = sorted(cluster.members, key=rank)
    stages = make_stages(ms, groups)
    ordered = _quantities(_orders(ms), groups)
    delivered = _quantities([m for m in ms if m.fact.kind == "delivery" and m.fact.status in ("done", "ongoing")], groups)
    value = make_cells(((m.fact.amount, m.fact.currency, m) for m in ms if m.fact.amount is not None), groups)
    statuses = make_cells(((m.fact.status, m.fact.kind, m) for m in ms), groups)
    conflicts = _conflicts(ms, ordered, value, stages, groups)
    reasons = _confidence(ms, conflicts, groups)
    giving = [m for m in ms if m.fact.kind != "selection" and m.giver_states + m.givers] or ms  # who only bid gives nothing where another is told of
    dates = sorted((m.fact.days, str(m.fact.date)) for m in ms if m.fact.days)
    return Deal(
        id="d-" + founder(ms), kind=_kind(ms), status=status_of(ms, groups), stages=stages, slippage=slippage(stages),
        givers=_named(_suppliers(giving), groups), takers=_named([(t, m) for m in ms for t in m.takers], groups),
        giver_states=_states(m.giver_states for m in giving), taker_states=_states(m.taker_states for m in ms),
        items=_items(ms, groups), cls=next((m.cls for m in ms if m.family and m.cls), next((m.cls for m in ms if m.cls), None)),
        ordered=ordered, delivered=delivered, value=value, statuses=statuses, conflicts=conflicts,
        localisation=make_cells(((_rung(m), None, m) for m in ms if m.fact.kind == "production" and m.fact.attribute in RUNGS), groups),
        first=dates[0][1] if dates else None, last=max(dates, key=lambda d: (d[0][1], d[1]))[1] if dates else None,
        independent=independent(ms, groups), confidence=_sum(reasons), confidence_reasons=reasons,
        standing="accepted" if any(m.fact.standing == "accepted" for m in ms) else "read",
        claims=tuple(sorted(m.fact.claim for m in ms)), joined={c: cluster.reasons[c] for c in sorted(cluster.reasons)},
    )  # fmt: skip


def _rung(matter: Matter) -> str:
    return str(matter.fact.attribute)


def _states(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({s for group in groups for s in group}))


def _kind(ms: Sequence[Matter]) -> str:
    counts = Counter(m.fact.kind for m in ms if m.fact.status != "denied") or Counter(m.fact.kind for m in ms)
    best = max(counts, key=lambda k: (k in _KINDS[:4], counts[k], -_KINDS.index(k)))
    return "order" if best == "delivery" else best


def _suppliers(ms: Sequence[Matter]) -> list[tuple[str, Matter]]:
    """Who gives, by claim. Of one article that has several firms sell and hand over one thing in turn, the firm of its surest claim."""
    surest: dict[str, Matter] = {}
    for m in ms:
        held = surest.get(m.fact.document)
        if m.fact.kind in _FROM and _firms(m) and (held is None or (m.fact.confidence, -m.fact.start) > (held.fact.confidence, -held.fact.start)):
            surest[m.fact.document] = m
    pairs = []
    for m in ms:
        best = surest.get(m.fact.document)
        other = best is not None and m.fact.kind in _FROM and _firms(m).isdisjoint(_firms(best)) and m.giver_states == best.giver_states
        pairs += [(g, m) for g in m.givers if not other or g.startswith("state:")]
    return pairs


def _firms(m: Matter) -> frozenset[str]:
    return frozenset(g for g in m.givers if not g.startswith("state:"))


def _named(pairs: list[tuple[str, Matter]], groups: Groups) -> tuple[Cell, ...]:
    """Entities; firms and ministries say more than their state, so they stand first."""
    cells = make_cells(((ident, None, m) for ident, m in pairs), groups)
    return tuple(sorted(cells, key=lambda c: str(c.value).startswith("state:")))


def _items(ms: Sequence[Matter], groups: Groups) -> tuple[Cell, ...]:
    told: list[tuple[Value, None, Matter]] = []
    for m in ms:
        if m.family:
            told.append((f"{m.family}/{m.variant}" if m.variant else m.family, None, m))
        elif m.cls:
            told.append(("class:" + m.cls.replace(" ", "-"), None, m))
    cells = make_cells(told, groups)
    names = [str(c.value) for c in cells]
    return tuple(sorted(cells, key=lambda c: (str(c.value).startswith("class:"), "/" not in str(c.value), any(_narrows(n, str(c.value)) for n in names))))


def _narrows(name: str, other: str) -> bool:
    """Whether a class is the other with a word before it: a warship is a ship."""
    return name != other and name.startswith("class:") and other.startswith("class:") and name.endswith(other[6:])


def _orders(ms: Sequence[Matter]) -> list[Matter]:
    """The claims that say how many there are to be: of buying and giving, else of making; what is given up only where nothing else is told; a number that is that of a delivery, where another tells of more, is not it."""
    numbered = [m for m in ms if m.fact.kind not in ("delivery", "operation") and m.fact.quantity and m.fact.status != "denied"]
    numbered = [m for m in numbered if m.fact.status != "ended"] or numbered
    told = [m for m in numbered if m.fact.kind != "production"] or numbered
    most = max((m.fact.quantity[1] for m in told if m.fact.quantity and not m.part and m.fact.unit != "people"), default=0)
    return [m for m in told if not (m.part and m.fact.quantity and m.fact.quantity[1] < most)]


def _quantities(ms: Iterable[Matter], groups: Groups) -> tuple[Cell, ...]:
    told = ((q[0] if q[0] == q[1] else q, m.fact.unit, m) for m in ms if (q := m.fact.quantity) and m.fact.unit != "people")
    return make_cells(told, groups)


def _conflicts(ms: Sequence[Matter], ordered: tuple[Cell, ...], value: tuple[Cell, ...], stages: Sequence[Stage], groups: Groups) -> tuple[Conflict, ...]:
    parts = all(m.fact.kind == "production" for m in _orders(ms))  # what is made is made in parts, here and there
    homes = {m.fact.claim: groups(m.fact.document) for m in ms}
    found = [None if parts else number_conflict("ordered", ordered, "how many", homes), number_conflict("value", value, "the value", homes, 0.05)]
    found += stage_conflicts(stages, homes)
    for no, claims in contradicted(ms, groups).items():
        cells = make_cells(((m.fact.status, m.fact.kind, m) for m in claims), groups)
        found.append(Conflict(field="status", values=cells, words=f"some say that it is {no}, others that it goes ahead"))
    return tuple(c for c in found if c)


def _confidence(ms: Sequence[Matter], conflicts: tuple[Conflict, ...], groups: Groups) -> tuple[Reason, ...]:
    """Reasons whose weights sum to the confidence, bounded to 0.05 and 0.99."""
    n = independent(ms, groups)
    mean = sum(m.fact.confidence for m in ms) / len(ms)
    reasons = [Reason("reading", f"the claims were read with a mean confidence of {mean:.2f}", round(0.6 * mean, 3)),
               Reason("sources", f"{n} independent source{'s' if n > 1 else ''}", round(0.35 * (1 - 0.5 ** (n - 1)), 3))]  # fmt: skip
    if any(m.fact.standing in ("accepted", "corrected") for m in ms):
        reasons.append(Reason("judged", "a person accepted or corrected a claim", 0.3))
    if conflicts:
        reasons.append(Reason("conflict", f"sources differ on {', '.join(c.field for c in conflicts)}", -0.08 * len(conflicts)))
    if all(m.fact.status == "planned" for m in ms):
        reasons.append(Reason("planned", "nothing has come of it yet", -0.05))
    return tuple(reasons)


def _sum(reasons: tuple[Reason, ...]) -> float:
    return round(min(0.99, max(0.05, sum(r.weight for r in reasons))), 3)


def compose_event(gathering: Gathering, deal: str | None, groups: Groups) -> Event:
    """The event of a gathering; ``deal`` is the id of the deal that it serves."""
    ms = gathering.members
    best = min(ms, key=lambda m: (m.fact.date is None, m.fact.status == "planned", rank(m)))
    names = sorted({m.fact.entity for m in ms if m.fact.entity})
    items = {f"{m.family}/{m.variant}" if m.variant else m.family for m in ms if m.family}
    return Event(
        id="e-" + founder(ms), kind=best.fact.kind, status=best.fact.status, date=_finest(best, ms), name=names[0] if names else None,
        parties=tuple(sorted({p for m in ms for p in (*m.givers, *m.takers)})), states=tuple(sorted({*best.giver_states, *best.taker_states})),
        items=tuple(sorted(items)), deal=deal,
        independent=independent(ms, groups), claims=tuple(sorted(m.fact.claim for m in ms)),
    )  # fmt: skip


def _finest(best: Matter, ms: Sequence[Matter]) -> str | None:
    """The narrowest date that lies in that of the best: "December 1991" says more than "1991"."""
    whole = best.fact.days
    within = [m for m in ms if whole and m.fact.days and whole[0] <= m.fact.days[0] and m.fact.days[1] <= whole[1]]
    return min(within, key=_width).fact.date if within else best.fact.date


def _width(matter: Matter) -> int:
    days = matter.fact.days
    return days[1] - days[0] if days else 0
