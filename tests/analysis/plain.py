"""Answers over all deals, told deal by deal, as one would by hand: what the answers by column must say."""

from collections import defaultdict
from statistics import median

import numpy as np

from wektor.analysis.calendar import first_day, last_day, months, months_apart
from wektor.analysis.centrality import betweenness, bridges
from wektor.analysis.communities import communities
from wektor.analysis.covering import Sieve
from wektor.analysis.shares import measure
from wektor.analysis.sides import kind_of_item, partners_of
from wektor.model.answers import ActorRow, FirstRow, Firsts, FlowRow, Network, Slippage, SlipRow


def _standing(sieve):
    return sieve.standing([deal for _, deal in sorted(sieve.survey.deals.items())])


def slippage(held, day, state=None):
    """Planned against actual dates."""
    sieve, rows = Sieve(held), []
    for deal in _standing(sieve):
        if deal.due is None:
            sieve.leave(deal.id, "no planned date")
            continue
        sieve.take(deal.id)
        standing, late = _judge(deal.due, day)
        rows.append(SlipRow(stage=deal.due.stage, partner=next((s for s in (*deal.giver_states, *(deal.taker_states if state else ())) if s != state), None), takers=deal.taker_states, item=deal.item, kind=deal.kind,
                            planned=deal.due.planned, newest=deal.due.newest, actual=deal.due.actual, months=late, standing=standing, deals=(deal.id,)))  # fmt: skip
    rows.sort(key=lambda r: (r.standing != "overdue", -r.months, r.deals))
    came = [r.months for r in rows if r.standing == "came"]
    return Slippage(title=f"Slippage as of {day}", day=day, measured=len(came), median=median(came) if came else None, worst=max(came, default=None),
                    overdue=sum(r.standing == "overdue" for r in rows), rows=tuple(rows), coverage=sieve.coverage())  # fmt: skip


def _judge(due, day):
    first, last = last_day(due.planned) or day, last_day(due.newest) or day
    if due.actual:
        return "came", months_apart(due.planned, due.actual)
    if last < day:
        return "overdue", months(last, day)
    return ("put off", months(first, last)) if first < last else ("due", 0)


def firsts(held, regions, by=("kind", "class")):
    """The first of each region."""
    sieve, tries = Sieve(held), defaultdict(dict)
    for deal in _standing(sieve):
        if deal.status == "mooted" or deal.came is None:
            sieve.leave(deal.id, "only planned" if deal.status == "mooted" else "no date")
            continue
        sieve.take(deal.id)
        cls = kind_of_item(deal) if "class" in by else None
        for state in deal.taker_states if cls is not None or "class" not in by else ():
            for partner in partners_of(deal, state) if "partner" in by else (None,):
                for region in regions.get(state, ()):
                    own = tries[region, deal.kind if "kind" in by else None, cls, partner]
                    tried = first_day(deal.came) or "", last_day(deal.came) or "", state, deal.id, deal.came
                    own[state] = min(tried, own.get(state, tried))
    rows = [_first(key, sorted(own.values())) for key, own in tries.items()]
    return Firsts(title="Firsts by region", rows=tuple(sorted(rows, key=lambda r: (r.region, r.kind or "", r.cls or "", r.partner or ""))), coverage=sieve.coverage())


def _first(key, tries):
    (_, last, state, _, date), *others = tries
    return FirstRow(region=key[0], kind=key[1], cls=key[2], partner=key[3], state=state, date=date, then="; ".join(f"{o[2]} {o[4]}" for o in others) or None,
                    sure=all(last < o[0] for o in others), deals=tuple(t[3] for t in tries))  # fmt: skip


def network(held, firms=False, years=None, basis="deals", currency=None):
    """Who gives to whom."""
    sieve = Sieve(held)
    by = measure(basis, sieve.survey.deals.values(), currency)
    windows = defaultdict(list)
    for deal in _standing(sieve):
        pairs, amount, day = _pairs(deal, sieve.survey.entities, firms), by.of(deal), first_day(deal.first)
        if not pairs or amount is None or (years and not day):
            sieve.leave(deal.id, "one side is not named" if not pairs else by.why_not(deal.value, deal.currency) if amount is None else "no date")
            continue
        sieve.take(deal.id)
        windows[int(day[:4]) // years * years if years else 0].append((deal, pairs, amount / len(pairs), int(day[:4]) if day else None))
    rows, flows = [], []
    for start, found in sorted(windows.items()):
        dated = [y for *_, y in found if y]
        told = _window(found, (start, start + years - 1) if years else (min(dated, default=0), max(dated, default=0)), sieve.survey.entities)
        rows, flows = rows + told[0], flows + told[1]
    return Network(title="Network of states and firms" if firms else "Network of states", level="firms" if firms else "states", basis=basis, unit=by.unit,
                   communities=len({r.community for r in rows}), rows=tuple(rows), flows=tuple(flows), coverage=sieve.coverage())  # fmt: skip


def _pairs(deal, entities, firms):
    givers, takers = deal.giver_states, deal.taker_states
    if firms:
        givers, takers = _bodies(deal.givers, givers, entities), _bodies(deal.takers, takers, entities)
    return [(a, b) for a in givers or takers for b in takers if a != b]


def _bodies(bodies, states, entities):
    named = {i: entities[i].state for i in bodies if i in entities and entities[i].kind in ("firm", "institute", "agency", "other")}
    return (*sorted(named), *(s for s in states if s not in named.values()))


def _window(found, window, entities):
    edges = defaultdict(list)
    for deal, pairs, amount, _ in found:
        for pair in pairs:
            edges[pair].append((deal, amount))
    names = sorted({n for pair in edges for n in pair})
    pairs = [(names.index(a), names.index(b)) for a, b in sorted(edges)]
    sums = {pair: sum(a for _, a in edges[pair]) for pair in sorted(edges)}
    sides = len(names), *np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    central, (broken, cut) = betweenness(*sides), bridges(*sides)
    groups = communities(*sides, np.array([*sums.values()], dtype=np.float64))
    rows = []
    for n, name in enumerate(names):
        out, into = [p for p in sums if p[0] == name], [p for p in sums if p[1] == name]
        rows.append(ActorRow(since=window[0], until=window[1], actor=name, kind="firm" if name.startswith("org:") else "state",
                             state=entities[name].state if name in entities else name, gives=sum((sums[p] for p in out), 0.0), takes=sum((sums[p] for p in into), 0.0),
                             gives_to=len(out), takes_from=len(into), betweenness=central[n], community=groups[n], bridge=cut[n],
                             deals=tuple(dict.fromkeys(d.id for p in (*out, *into) for d, _ in edges[p]))))  # fmt: skip
    rows.sort(key=lambda r: (-r.betweenness, -(r.gives_to + r.takes_from), -(r.gives + r.takes), r.actor))
    flows = [_flow(window, pair, edges[pair], sums[pair], bool(bridge)) for pair, bridge in zip(sums, broken, strict=True)]
    return rows, sorted(flows, key=lambda f: (-f.amount, f.source, f.target))


def _flow(window, pair, found, amount, bridge):
    dates = [(d.first or d.last, d.last or d.first) for d, _ in found if d.first or d.last]
    return FlowRow(since=window[0], until=window[1], source=pair[0], target=pair[1], amount=amount, bridge=bridge, first=min((a for a, _ in dates), default=None),
                   last=max((b for _, b in dates), default=None), deals=tuple(d.id for d, _ in found))  # fmt: skip
