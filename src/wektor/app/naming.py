"""Names of the entities that deals and events speak of by id."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from operator import attrgetter

import msgspec

from wektor.lexicon.briefs import class_words
from wektor.model.answers import Answer, Row
from wektor.model.register import Deal, Event
from wektor.stores import Reader

_ENTITY = re.compile(rb'"(?:org|eq|class|state):(?:[^"\\]|\\.)*"')  # a JSON string
_THINGS = ("deals", "events", "claims")  # columns of ids that are no entities: an answer may have a hundred thousand rows


class _Named(msgspec.Struct):
    """The part of an entity that is its name."""

    name: str


def ids_in(held: Deal | Event) -> Iterator[str]:
    """The ids of the entities in a deal or event."""
    if isinstance(held, Deal):
        yield from (str(c.value) for group in (held.givers, held.takers, held.items) for c in group)
    else:
        yield from (*held.parties, *held.items)


def ids_told(answer: Answer) -> set[str]:
    """The ids of entities that stand anywhere in an answer's tables."""
    tables = [_distinct(getattr(answer, name)) for name in answer.__struct_fields__ if name not in ("title", "coverage", "notes")]
    return {str(msgspec.json.decode(found)) for found in set(_ENTITY.findall(msgspec.json.encode(tables)))}


def _distinct(table: object) -> object:
    """The columns of a table but those of numbers, each value once; what is no table stays as it is."""
    if not isinstance(table, tuple) or not table or not isinstance(table[0], Row):
        return table
    return [[*set(map(attrgetter(name), table))] for name in table[0].__struct_fields__
            if name not in _THINGS and not isinstance(getattr(table[0], name), int | float)]  # fmt: skip


def names_of(reader: Reader, ids: Iterable[str]) -> dict[str, str]:
    """Ids led to names; an id that no entity bears is named after itself."""
    wanted = dict.fromkeys(ids)
    held = reader.things(i for i in wanted if not i.startswith(("state:", "class:")))
    return {i: msgspec.json.decode(held[i].body, type=_Named).name if i in held else plain_name(i) for i in wanted}


def plain_name(id: str) -> str:
    """A name made of an id: ``class:patrol-boat`` is "patrol boat"."""
    kind, _, rest = id.partition(":")
    if kind == "class":
        return _classes().get(rest, rest.replace("-", " "))
    return rest if kind == "state" else rest.replace("-", " ")


@cache
def _classes() -> dict[str, str]:
    """Classes as ids spell them, led to their names: of "electro-optical system" only one hyphen is the name's."""
    return {name.replace(" ", "-"): name for name in class_words("en")}
