"""Names of the entities that deals and events speak of by id."""

from collections.abc import Iterable, Iterator

import msgspec

from wektor.model.register import Deal, Event
from wektor.stores import Reader


class _Named(msgspec.Struct):
    """The part of an entity that is its name."""

    name: str


def ids_in(held: Deal | Event) -> Iterator[str]:
    """The ids of the entities in a deal or event."""
    if isinstance(held, Deal):
        yield from (str(c.value) for group in (held.givers, held.takers, held.items) for c in group)
    else:
        yield from (*held.parties, *held.items)


def names_of(reader: Reader, ids: Iterable[str]) -> dict[str, str]:
    """Ids led to names; an id that no entity bears is named after itself."""
    wanted = dict.fromkeys(ids)
    held = reader.things(i for i in wanted if not i.startswith(("state:", "class:")))
    return {i: msgspec.json.decode(held[i].body, type=_Named).name if i in held else plain_name(i) for i in wanted}


def plain_name(id: str) -> str:
    """A name made of an id: ``class:patrol-boat`` is "patrol boat"."""
    kind, _, rest = id.partition(":")
    return rest if kind == "state" else rest.replace("-", " ")
