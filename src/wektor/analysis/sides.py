"""Who stands on which side of a deal, seen from one state, and what a deal is about in numbers."""

from collections.abc import Iterable, Iterator, Mapping

from wektor.model.claims import Actor, Filler
from wektor.model.outlines import Ids, Label, Outline, Survey, Who
from wektor.model.register import Cell, Deal, View

MAKING = frozenset({"production", "venture", "technology_transfer"})
ROLES = {"order": "supplies", "delivery": "supplies", "selection": "supplies", "operation": "supplies", "aid": "gives", "agreement": "agrees",
         **dict.fromkeys(MAKING, "makes")}  # fmt: skip
_BOTH = frozenset({"agreement", "venture"})  # kinds whose sides are equals


def takes(deal: Deal | Outline, state: str) -> bool:
    """Whether a state is on the taking side of a deal, or an equal party to it."""
    return state in deal.taker_states or (deal.kind in _BOTH and state in deal.giver_states)


def partners_of(deal: Deal | Outline, state: str) -> tuple[str, ...]:
    """The states that a deal joins a taking state with; in a work of equals the others."""
    return partners_between(deal.kind, deal.giver_states, deal.taker_states, state)


def partners_between(kind: str, givers: Ids, takers: Ids, state: str) -> tuple[str, ...]:
    """The same of a deal's kind and its sides."""
    if state not in takers and not (kind in _BOTH and state in givers):
        return ()
    found = {s for s in givers if s != state}
    if kind in _BOTH or (kind in MAKING and not found):
        found |= {s for s in takers if s != state}
    return tuple(sorted(found))


def units_of(deal: Deal) -> float | None:
    """How many pieces a deal is of: the best sourced number ordered, else delivered; of a range the lower end."""
    return _low(deal.ordered) if deal.ordered else _low(deal.delivered)


def value_of(deal: Deal) -> tuple[float, str] | None:
    """What a deal is worth, by its best sourced value, with the currency."""
    amount = _low(deal.value)
    return (amount, deal.value[0].unit or "") if amount is not None else None


def kind_of_item(deal: Deal | Outline) -> str | None:
    """The class of equipment of a deal."""
    return class_of(deal.item, deal.cls)


def class_of(item: str | None, cls: str | None) -> str | None:
    """A class that is told, else the one that an item is named after."""
    return cls or (item.removeprefix("class:").replace("-", " ") if item and item.startswith("class:") else None)


def _low(cells: tuple[Cell, ...]) -> float | None:
    value = cells[0].value if cells else None
    value = value[0] if isinstance(value, tuple) else value
    return float(value) if isinstance(value, int | float) and value > 0 else None


def states_in(fillers: Iterable[Filler], view: View) -> tuple[str, ...]:
    """The states that actors are or belong to."""
    return tuple(dict.fromkeys(s for f in fillers if isinstance(f, Actor) and (s := _state(f, view))))


def _state(actor: Actor, view: View) -> str | None:
    entity = view.entities.get(actor.id)
    return actor.state or (entity.state if entity else None) or (actor.id[6:] if actor.id.startswith("state:") else None)


def states_of(actors: Iterable[Who], entities: Mapping[str, Label]) -> tuple[str, ...]:
    """The same of actors in outline."""
    return tuple(dict.fromkeys(s for id, own in actors if (s := own or _belongs(id, entities))))


def _belongs(id: str, entities: Mapping[str, Label]) -> str | None:
    held = entities.get(id)
    return (held.state if held else None) or (id[6:] if id.startswith("state:") else None)


def trainings(survey: Survey, state: str) -> Iterator[tuple[Outline, tuple[str, ...]]]:
    """The trainings that a state receives, each with the states that teach."""
    for event in survey.events.values():
        lessons = survey.details[event.id].lessons if event.kind == "training" and event.id in survey.details else ()
        if lessons and event.status not in ("denied", "ended") and state in event.taker_states:
            taught = [teachers for learners, teachers in lessons if state in states_of(learners, survey.entities)]
            teachers = {s for who in taught for s in states_of(who, survey.entities) if s != state}
            if teachers:
                yield event, tuple(sorted(teachers))
