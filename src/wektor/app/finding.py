"""Things found in a register and decoded: the home of a claim, the run of a day, a page's rows."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec

from wektor.app.filtering import find_day
from wektor.model import InputError
from wektor.model.ledger import Entry, Query, Version
from wektor.model.register import ClaimRecord, Deal, Entity, Event, MergeExplanation
from wektor.model.views import Quote
from wektor.stores import Reader

T = TypeVar("T")
TYPES: dict[str, type] = {"deal": Deal, "event": Event, "entity": Entity, "doubt": MergeExplanation}


def run_of(reader: Reader, when: str | int, where: str) -> int:
    """The number of the run that a day, moment or number means; 0 before the first."""
    if isinstance(when, int) or (when.isdigit() and len(when) != 4):
        last = reader.last_run()
        if int(when) > (last.number if last else 0):
            raise InputError(f"{where}: run {when} is yet to come; the last is {last.number if last else 0}")
        return int(when)
    day = when if "T" in when else find_day(when, where, 1)
    run = reader.last_run(day)
    return run.number if run else 0


def find_home(reader: Reader, id: str) -> Deal | Event | None:
    """The deal or event of an id: its own, an earlier name, or that of a claim in it."""
    found = reader.things([id]).get(id)
    if found is None and id[:2] in ("d-", "e-", "c-"):
        rows = reader.select(Query(groups=((f"claim:c-{id[2:]}",),), limit=1))
        found = rows[0][1] if rows else None
    return held_in(found)


def homes_of(reader: Reader, claims: Iterable[str]) -> dict[str, str]:
    """Claims led to their deal or event."""
    wanted = list(claims)
    rows = reader.select(Query(groups=(tuple(f"claim:{c}" for c in wanted),), limit=None)) if wanted else []
    held = [h for _, v in rows if (h := held_in(v))]
    return {c: h.id for h in held for c in h.claims if c in set(wanted)}


def held_in(version: Version | None) -> Deal | Event | None:
    """The deal or event of a version; None for anything else."""
    if version is None or version.what not in ("deal", "event"):
        return None
    found: Deal | Event = msgspec.json.decode(version.body, type=TYPES[version.what])
    return found


def deal_in(version: Version) -> Deal:
    """The deal of a version."""
    return msgspec.json.decode(version.body, type=Deal)


def make_quote(record: ClaimRecord, abouts: Mapping[str, Entry], why: tuple[str, ...]) -> Quote:
    """A claim with its document and the page that its evidence begins on."""
    source = abouts.get(record.document)
    start = record.claim.evidence.start
    page = sum(offset <= start for offset in source.pages) if source and source.pages else None
    return Quote(record=record, source=source, page=page, why=why)


def one_more(query: Query) -> Query:
    """The query for one row more than the page shows, which tells whether more follow."""
    return query if query.limit is None else msgspec.structs.replace(query, limit=query.limit + 1)


def cut(rows: list[T], limit: int | None) -> tuple[list[T], bool]:
    """A page's rows without the one more, and whether more follow."""
    return (rows, False) if limit is None else (rows[:limit], len(rows) > limit)


def select(reader: Reader, query: Query) -> tuple[list[tuple[str, Version]], bool]:
    """The rows of a page, and whether more follow."""
    return cut(reader.select(one_more(query)), query.limit)
