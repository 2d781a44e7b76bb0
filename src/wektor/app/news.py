"""What became of a deal or event: new, changed, contradicted, confirmed, gone; and the difference in words."""

from collections.abc import Iterator

from wektor.app.finding import find_home
from wektor.model.register import Cell, Deal, Event
from wektor.model.views import Newness, News
from wektor.output.flat import say_value
from wektor.stores import Reader

_CELLS = ("ordered", "delivered", "value", "givers", "takers", "items", "localisation")


def tell_news(reader: Reader, then: Deal | Event | None, now: Deal | Event | None) -> Newness:
    """The news of a pair; what is gone may live on in another deal, which is named."""
    id = (now or then).id  # type: ignore[union-attr]
    if now is None:
        home = find_home(reader, id)
        return Newness(id=id, news="gone", words=f"is part of {home.id} now" if home else "no claim tells of it any more", then=then)
    if then is None:
        return Newness(id=id, news="new", words=f"{now.kind}, {now.status}", now=now)
    differences = list(tell_differences(then, now))
    return Newness(id=id, news=_news(then, now, differences), words="; ".join(differences) or "retold", then=then, now=now)


def _news(then: Deal | Event, now: Deal | Event, differences: list[str]) -> News:
    if isinstance(then, Deal) and isinstance(now, Deal) and {c.field for c in now.conflicts} - {c.field for c in then.conflicts}:
        return "contradicted"
    only_sources = all(d.startswith(("sources ", "confidence ")) for d in differences)
    return "confirmed" if only_sources and now.independent > then.independent else "changed"


def tell_differences(then: Deal | Event, now: Deal | Event) -> Iterator[str]:
    """What differs between two states of a deal or event, a few words each."""
    for field in ("kind", "status", "standing", "slippage", "name", "date", "deal"):
        before, after = getattr(then, field, None), getattr(now, field, None)
        if before != after:
            yield f"{field} {'none' if before is None else before} → {'none' if after is None else after}"
    if isinstance(then, Deal) and isinstance(now, Deal):
        yield from _cells(then, now)
        yield from (f"conflict: {c.words}" for c in now.conflicts if c.field not in {o.field for o in then.conflicts})
        yield from (f"{c.field} no longer in conflict" for c in then.conflicts if c.field not in {o.field for o in now.conflicts})
    if then.independent != now.independent:
        yield f"sources {then.independent} → {now.independent}"


def _cells(then: Deal, now: Deal) -> Iterator[str]:
    for field in _CELLS:
        before, after = _said(getattr(then, field)), _said(getattr(now, field))
        if before != after:
            yield f"{field} {', '.join(before) or 'none'} → {', '.join(after) or 'none'}"
    stages = {s.name: s for s in then.stages}
    for stage in now.stages:
        old = stages.get(stage.name)
        if old is None:
            yield f"stage {stage.name}" + (f" {_said(stage.actual or stage.planned)[0]}" if stage.actual or stage.planned else "")
        elif _said(old.actual) != _said(stage.actual):
            yield f"{stage.name} {', '.join(_said(old.actual)) or 'undated'} → {', '.join(_said(stage.actual)) or 'undated'}"


def _said(cells: tuple[Cell, ...]) -> list[str]:
    return [say_value(c) for c in cells]
