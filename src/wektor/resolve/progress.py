"""Progress: how far a deal has got, and whether what sources say of that can hold together.

A denial that what is told later has overtaken contradicts nothing, nor does one of a delivery an order; what was told
before an end, or happened before it, does not say that the deal goes ahead.
"""

from collections.abc import Sequence
from typing import NamedTuple

from wektor.model.register import STAGES
from wektor.resolve.cells import Groups, independent
from wektor.resolve.matters import Matter
from wektor.resolve.stages import stage_of
from wektor.resolve.strands import day_of

_ORDER = {name: i for i, name in enumerate(STAGES)}
_GOING = frozenset({"done", "ongoing"})


class Progress(NamedTuple):
    """What stands of what is told: claims that it is so, that it is not, that it is over; and those that say it goes on after all."""

    told: list[Matter]
    denied: list[Matter]
    ended: list[Matter]
    live: list[Matter]


def progress(members: Sequence[Matter], groups: Groups) -> Progress:
    """What is told, each article counted for the surer of what it tells and denies of one stage."""
    if all(m.fact.status in _GOING or m.fact.status == "planned" for m in members):
        return Progress([m for m in members if m.fact.status in _GOING], [], [], [])
    sure = _surer([m for m in members if m.fact.status in _GOING or m.fact.status == "denied"])
    told = [m for m in sure if m.fact.status != "denied"]
    denied = [m for m in sure if m.fact.status == "denied" and not any(_overtakes(t, m) for t in told)]
    ended = [m for m in members if m.fact.status == "ended"]
    live = [t for t in told if ended and t.fact.kind != "operation" and all(_goes_on(t, e, groups) for e in ended)]
    return Progress(told, denied, ended, live)


def _surer(members: Sequence[Matter]) -> list[Matter]:
    best: dict[tuple[str, str], Matter] = {}
    for m in members:
        held = best.get(key := (m.fact.document, stage_of(m)))
        if held is None or (m.fact.confidence, -m.fact.start) > (held.fact.confidence, -held.fact.start):
            best[key] = m
    return [m for m in members if (m.fact.status == "denied") == (best[m.fact.document, stage_of(m)].fact.status == "denied")]


def _overtakes(told: Matter, denial: Matter) -> bool:
    """Whether it came about after it was denied: told later, as happening now or on a later day."""
    t, d = told.fact, denial.fact
    day = day_of(d.published)
    return bool(t.published and d.published and t.published > d.published and (t.days[0] > day if t.days and day else t.status == "ongoing"))


def _goes_on(told: Matter, end: Matter, groups: Groups) -> bool:
    """Whether another source tells, not before the end was told, of what is not history by then."""
    t, e = told.fact, end.fact
    if groups(t.document) == groups(e.document) or (t.published or "9999") < (e.published or ""):
        return False
    day = e.days[0] if e.days else day_of(e.published)
    return t.days[1] >= day if t.days and day else t.status == "ongoing" or t.kind == "delivery"


def status_of(members: Sequence[Matter], groups: Groups) -> str:
    """How far it has got: ended where nothing goes on after that, else the furthest stage that no more sources deny than tell of, or of a later one."""
    told, denied, ended, live = progress(members, groups)
    if ended and not live:
        return "ended"
    if not told:
        last = max(members, key=lambda m: (m.fact.published or "", m.fact.start, m.fact.claim))
        return "denied" if last.fact.status == "denied" else "mooted"
    for stage in sorted({_ORDER[stage_of(m)] for m in told}, reverse=True):
        against = [m for m in denied if _ORDER[stage_of(m)] <= stage]
        if independent(against, groups) <= independent((m for m in told if _ORDER[stage_of(m)] >= stage), groups):
            return STAGES[stage]
    return "denied"


def contradicted(members: Sequence[Matter], groups: Groups) -> dict[str, list[Matter]]:
    """By "denied" and "ended": the claims of different sources of which both cannot be so."""
    told, denied, ended, live = progress(members, groups)
    pairs = [(d, t) for d in denied for t in told if groups(d.fact.document) != groups(t.fact.document) and _excludes(d, t)]
    found = {"denied": [m for pair in pairs for m in pair], "ended": [*ended, *live] if live else []}
    return {no: list({m.fact.claim: m for m in ms}.values()) for no, ms in found.items() if ms}


def _excludes(denial: Matter, told: Matter) -> bool:
    """Whether both cannot be so: what came later came of what is denied; a competition under way has nobody chosen yet."""
    open_yet = told.fact.kind == "selection" and told.fact.status == "ongoing"
    return _ORDER[stage_of(told)] >= _ORDER[stage_of(denial)] and not open_yet
