"""Views put together of what a reader gives: whole, or in outline."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

import msgspec

from wektor.app.naming import ids_in
from wektor.model.outlines import Detail, Outline, Survey
from wektor.model.register import Deal, Entity, Event, View
from wektor.stores import Reader

if TYPE_CHECKING:
    from wektor.model.columns import Columns

T = TypeVar("T")
Outlined = tuple[Sequence[Outline], Sequence[Detail]]


def make_view(reader: Reader, held: Sequence[Deal | Event]) -> View:
    """Deals and events with their claims and entities."""
    claims = reader.claims(c for h in held for c in h.claims)
    ids = sorted({i for h in held for i in ids_in(h)})
    entities = {k: msgspec.json.decode(v.body, type=Entity) for k, v in reader.things(ids).items() if v.what == "entity"}
    return View(entities=by_id(entities), deals=by_id({h.id: h for h in held if isinstance(h, Deal)}), events=by_id({h.id: h for h in held if isinstance(h, Event)}),
                claims=by_id(claims), homes={c: h.id for h in held for c in h.claims})  # fmt: skip


def make_survey(reader: Reader, found: Sequence[Outlined]) -> Survey:
    """The same in outline, of deals alone or of events too, with the entities that details speak of."""
    deals, events = found[0], found[1] if len(found) > 1 else ((), ())
    details = {o.id: d for outlines, own in (deals, events) if own for o, d in zip(outlines, own, strict=True)}
    return Survey(deals=_sorted(deals[0]), events=_sorted(events[0]), details=details, entities=reader.labels(sorted({*_spoken(details.values())})))


def name_columns(reader: Reader, columns: "Columns") -> "Columns":
    """Deals by column with the organisations that they name."""
    sides = (columns[name] for name in ("givers", "takers"))
    named = {body for side in sides for n in set(side.codes.tolist()) for body in side.values[n]}
    return msgspec.structs.replace(columns, entities=reader.labels(sorted(named)))


def _sorted(outlines: Iterable[Outline]) -> dict[str, Outline]:
    return {o.id: o for o in sorted(outlines, key=attrgetter("id"))}


def _spoken(details: Iterable[Detail]) -> Iterator[str]:
    for detail in details:
        yield from (id for id, state in (*detail.parts, *detail.makers, *(w for pair in detail.lessons for side in pair for w in side)) if not state)
        yield from (h.item for h in detail.holdings)


def by_id(held: Mapping[str, T]) -> dict[str, T]:
    """Sorted by id."""
    return {k: held[k] for k in sorted(held)}
