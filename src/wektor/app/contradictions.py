"""Filters that exclude each other: nothing can fit, and a person should hear which."""

import msgspec

from wektor.model import InputError
from wektor.model.ontology import STATUSES
from wektor.model.register import STAGES, Entity
from wektor.model.views import Filters
from wektor.stores import Reader

EVENTS = ("talks", "relation", "exercise", "training")
_HAPPENED = tuple(s for s in STATUSES if s not in (*STAGES, "denied"))  # of events alone


def refuse_contradictions(reader: Reader, filters: Filters, items: tuple[str, ...], days: tuple[str | None, str | None]) -> None:
    """Raises InputError where no deal and no event can fit: days the wrong way round, an item of another class, a stage of no event."""
    if days[0] and days[1] and days[0] > days[1]:
        raise InputError(f"--from {filters.since} is after --to {filters.until}; change them about")
    if filters.kind and filters.status:
        if set(filters.kind) <= {*EVENTS} and set(filters.status) <= {*STAGES}:
            raise InputError(f"--kind {', '.join(filters.kind)} is no deal and has no status {', '.join(filters.status)}; its statuses are {', '.join(_HAPPENED)}, denied")
        if not set(filters.kind) & {*EVENTS, "operation"} and set(filters.status) <= {*_HAPPENED}:
            raise InputError(f"--kind {', '.join(filters.kind)} makes deals, and none has the status {', '.join(filters.status)}; theirs are {', '.join(STAGES)}, denied")
    if items and filters.cls:
        _refuse_classes(reader, filters, items)


def _refuse_classes(reader: Reader, filters: Filters, items: tuple[str, ...]) -> None:
    from wektor.resolve import load_knowledge

    knowledge, wanted = load_knowledge(), {c.casefold() for c in filters.cls}
    held = [msgspec.json.decode(v.body, type=Entity) for v in reader.things(items).values() if v.what == "entity"]
    classes = [tuple(c.casefold() for c in knowledge.classes(e.cls)) for e in held]
    if held and all(own and not wanted & {*own} for own in classes):
        raise InputError(f"--item {', '.join(filters.item)} is of the class {held[0].cls}, not {', '.join(filters.cls)}; drop one of the two")
