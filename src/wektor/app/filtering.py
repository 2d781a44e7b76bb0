"""Filters as people give them, made keys: names of states, firms and equipment are led to their ids."""

from collections.abc import Iterable, Sequence

import msgspec

from wektor.app.projection import fold
from wektor.model import InputError
from wektor.model.dates import Edtf
from wektor.model.ledger import Query
from wektor.model.ontology import KINDS
from wektor.model.register import STAGES, Entity
from wektor.model.views import Filters, Page
from wektor.stores import Reader

_STATUSES = (*STAGES, "denied", "planned", "ongoing", "done")


def make_query(reader: Reader, filters: Filters, page: Page, whats: Sequence[str] = ("deal",), *, place: str | None = None,
               more: Iterable[tuple[str, ...]] = (), rising: bool = False) -> Query:  # fmt: skip
    """The query for things of some sorts that fit the filters. Raises InputError for a name that means nothing here."""
    groups = [*more]
    for name, values in (
        ("state", [find_state(v) for v in filters.state]), ("firm", [f for v in filters.firm for f in find_firm(reader, v)]),
        ("item", [i for v in filters.item for i in find_item(reader, v)]), ("class", [fold(v) for v in filters.cls]),
        ("kind", [_known(v, tuple(KINDS), "--kind") for v in filters.kind]), ("status", [_known(v, _STATUSES, "--status") for v in filters.status]),
        ("sources", [str(filters.sources)] if 2 <= filters.sources <= 10 else []),
    ):  # fmt: skip
        if values:
            groups.append(tuple(f"{what}:{name}:{value}" for value in dict.fromkeys(values) for what in whats))
    if not groups and not place:
        groups.append(tuple(f"{what}:all" for what in whats))
    return Query(groups=tuple(groups), place=place, since=find_day(filters.since, "--from", 0), until=find_day(filters.until, "--to", 1),
                 sources=filters.sources if filters.sources > 10 else 0, rising=rising, limit=page.limit, offset=page.offset)  # fmt: skip


def find_day(text: str | None, where: str, end: int) -> str | None:
    """The first (``end`` 0) or last (1) day of an ISO day, month or year; None for None."""
    edtf = Edtf.parse(text) if text else None
    if text and (edtf is None or edtf.first is None or edtf.last is None):
        raise InputError(f"{where}: {text!r} is no day; write it as 2024-11-20, 2024-11 or 2024")
    return (edtf.first, edtf.last)[end] if edtf else None


def find_state(name: str, where: str = "--state") -> str:
    """The code of a state, given by code or name. Raises InputError, with the nearest name."""
    import pycountry

    try:
        return str(pycountry.countries.lookup(name).alpha_3)
    except LookupError:
        from wektor.resolve import load_knowledge

        known = load_knowledge().states
        found = {fold(k): code for k, code in known.items()}.get(fold(name))
    if found is None and not (len(name) == 3 and name.isupper()):
        near = _near_state(name)
        hint = f"did you mean {near}?" if near else "write its name or its ISO 3166-1 code, such as KAZ"
        raise InputError(f"{where}: {name!r} is no state; {hint}")
    return found or name


def _near_state(name: str) -> str | None:
    """The state whose name is spelled most like it."""
    from rapidfuzz import process

    from wektor.lexicon.state_names import state_names

    best = process.extractOne(fold(name), list(state_names().values()), processor=fold, score_cutoff=70)
    return best[0] if best else None


def find_firm(reader: Reader, name: str) -> tuple[str, ...]:
    """The ids of the organisations that bear a name. Raises InputError if there is none in the register."""
    return _find(reader, name, ("org:",), "--firm", "organisation")


def find_item(reader: Reader, name: str) -> tuple[str, ...]:
    """The ids of the equipment that bears a name. Raises InputError if there is none in the register."""
    return (name,) if name.startswith("class:") else _find(reader, name, ("eq:",), "--item", "equipment")


def _find(reader: Reader, name: str, prefixes: tuple[str, ...], where: str, what: str) -> tuple[str, ...]:
    if name.startswith(prefixes):
        return (name,)
    query = Query(groups=((f"entity:name:{fold(name)}",),), limit=None)
    found = tuple(v.id for _, v in reader.select(query) if v.id.startswith(prefixes))
    if not found:
        near = suggest(reader, name, prefixes)
        hint = f"; did you mean {near}?" if near else "; wektor entities lists what there is"
        raise InputError(f"{where}: no {what} in this register is called {name!r}{hint}")
    return found


def suggest(reader: Reader, name: str, prefixes: tuple[str, ...]) -> str | None:
    """The best known entity whose name is nearest, among the thousand most named."""
    from rapidfuzz import process

    rows = reader.select(Query(groups=(("entity:all",),), limit=1000))
    names = [msgspec.json.decode(v.body, type=Entity).name for _, v in rows if v.id.startswith(prefixes)]
    best = process.extractOne(fold(name), names, processor=fold, score_cutoff=75)
    return best[0] if best else None


def _known(value: str, allowed: Sequence[str], where: str) -> str:
    if value not in allowed:
        raise InputError(f"{where}: {value!r} is none of {', '.join(allowed)}")
    return value
