"""Filters as people give them, made keys: names of states, firms and equipment are led to their ids."""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from wektor.app.contradictions import refuse_contradictions
from wektor.app.projection import fold
from wektor.lexicon.briefs import words_of_classes
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
    items = tuple(i for v in filters.item for i in find_item(reader, v))
    days = find_day(filters.since, "--from", 0), find_day(filters.until, "--to", 1)
    refuse_contradictions(reader, filters, items, days)
    for name, values in (
        ("state", [find_state(v) for v in filters.state]), ("firm", [f for v in filters.firm for f in find_firm(reader, v)]), ("item", items),
        ("class", [find_class(reader, v) for v in filters.cls]),
        ("kind", [known_value(v, tuple(KINDS), "--kind") for v in filters.kind]), ("status", [known_value(v, _STATUSES, "--status") for v in filters.status]),
        ("sources", [str(filters.sources)] if 2 <= filters.sources <= 10 else []),
    ):  # fmt: skip
        if values:
            groups.append(tuple(f"{what}:{name}:{value}" for value in dict.fromkeys(values) for what in whats))
    if not groups and not place:
        groups.append(tuple(f"{what}:all" for what in whats))
    return Query(groups=tuple(groups), place=place, since=days[0], until=days[1],
                 sources=filters.sources if filters.sources > 10 else 0, rising=rising, limit=page.limit, offset=page.offset)  # fmt: skip


def find_day(text: str | None, where: str, end: int) -> str | None:
    """The first (``end`` 0) or last (1) day of an ISO day, month or year; None for None."""
    edtf = Edtf.parse(text) if text else None
    if text and (edtf is None or edtf.first is None or edtf.last is None):
        raise InputError(f"{where}: {text!r} is no day; write it as 2024-11-20, 2024-11 or 2024")
    return (edtf.first, edtf.last)[end] if edtf else None


def find_state(name: str, where: str = "--state") -> str:
    """The code of a state, given by code or name. Raises InputError, with the nearest names."""
    import pycountry

    try:
        return str(pycountry.countries.lookup(name).alpha_3)
    except LookupError:
        from wektor.resolve import load_knowledge

        known = load_knowledge().states
        found = {fold(k): code for k, code in (*known.items(), *((c, c) for c in known.values()))}.get(fold(name))
    if found is None:
        from wektor.lexicon.state_names import state_names

        english = state_names()
        hint = nearest(name, known, called=lambda n: english.get(known[n], n)) or "write its name or its ISO 3166-1 code, such as KAZ"
        raise InputError(f"{where}: {name!r} is no state; {hint}")
    return found


def nearest(name: str, names: Iterable[str], least: float = 70, *, called: Callable[[str], str] = str) -> str | None:
    """A question that offers the names spelled most like one, at most three, each as it is ``called``; None where none is like it."""
    from rapidfuzz import fuzz, process

    plain = {fold(n): n for n in reversed([*names])}
    found = [(score, plain[n]) for n, score, _ in process.extract(fold(name), list(plain), scorer=fuzz.ratio, limit=9, score_cutoff=least)]
    words = list(dict.fromkeys(called(n) for score, n in found if score > found[0][0] - 5))[:3]
    return f"did you mean {' or '.join(', '.join(words).rsplit(', ', 1))}?" if words else None


def find_firm(reader: Reader, name: str) -> tuple[str, ...]:
    """The ids of the organisations that bear a name. Raises InputError if there is none in the register."""
    return _find(reader, name, ("org:",), "--firm", "organisation")


def find_item(reader: Reader, name: str) -> tuple[str, ...]:
    """The ids of the equipment that bears a name. Raises InputError if there is none in the register."""
    return (name,) if name.startswith("class:") else _find(reader, name, ("eq:",), "--item", "equipment")


def find_class(reader: Reader, name: str) -> str:
    """A class of equipment as keys hold it, given by its name or an English word for it. Raises InputError where neither the packs nor the register know it."""
    from wektor.resolve import load_knowledge

    knowledge = load_knowledge()
    known = {c: c for c in sorted({*knowledge.parents, *knowledge.parents.values(), *(f.cls for f in knowledge.families.values())})}
    if fold(name) in map(fold, known) or reader.select(Query(groups=((f"deal:class:{fold(name)}",),), limit=1)):
        return fold(name)
    words = words_of_classes() | known
    if found := next((cls for word, cls in words.items() if fold(word) == fold(name)), None):
        return fold(found)
    hint = nearest(name, words, called=words.__getitem__) or nearest(name, known, 60) or "wektor entities --kind equipment shows them"
    raise InputError(f"--class: {name!r} is no class of equipment; {hint}")


def _find(reader: Reader, name: str, prefixes: tuple[str, ...], where: str, what: str) -> tuple[str, ...]:
    if name.startswith(prefixes):
        return (name,)
    query = Query(groups=((f"entity:name:{fold(name)}",),), limit=None)
    found = tuple(v.id for _, v in reader.select(query) if v.id.startswith(prefixes))
    if not found:
        hint = suggest(reader, name, prefixes) or "wektor entities lists what there is"
        raise InputError(f"{where}: no {what} in this register is called {name!r}; {hint}")
    return found


def suggest(reader: Reader, name: str, prefixes: tuple[str, ...]) -> str | None:
    """A question that offers the entities whose names are nearest, among the thousand most named."""
    rows = reader.select(Query(groups=(("entity:all",),), limit=1000))
    held = [msgspec.json.decode(v.body, type=Entity) for _, v in rows if v.id.startswith(prefixes)]
    return nearest(name, [spelling for entity in held for spelling in (entity.name, *(use.text for use in entity.names))])


def known_value(value: str, allowed: Sequence[str], where: str) -> str:
    """A word that is one of those allowed. Raises InputError, with them."""
    if value not in allowed:
        raise InputError(f"{where}: {value!r} is none of {', '.join(allowed)}")
    return value
