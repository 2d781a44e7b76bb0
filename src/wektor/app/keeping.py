"""What is derived, kept in step with the ledger: commits of this program and of others alike."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import TypeVar

from wektor.app.finding import held_in
from wektor.app.projection import doubt_thing, project
from wektor.model.ledger import Query, Thing
from wektor.model.register import Change, ClaimRecord, Deal, Event, Judgement, View
from wektor.resolve import Deriver, load_knowledge
from wektor.stores import Reader, Store, Writer

T = TypeVar("T")
_FEW = 400  # keys of one query


class Keeper:
    """Holds the derivation between commits; after a commit that failed it forgets, for the ledger is the truth."""

    def __init__(self) -> None:
        self._deriver: Deriver | None = None
        self._tick = 0
        self._changed = False

    def forget(self) -> None:
        """Derive from the ledger again at the next commit."""
        self._deriver, self._tick = None, 0

    @contextmanager
    def writing(self, store: Store, *, anew: bool = False) -> Iterator[tuple[Writer, "Keeper"]]:
        """A writer with what is derived in step with it; an error takes both back. ``anew`` derives from the ledger alone."""
        if anew:
            self.forget()
        self._changed = False
        try:
            with store.writer() as writer:
                self._catch_up(writer)
                yield writer, self
                tick = writer.tick()
        except BaseException:
            if self._changed:
                self.forget()
            raise
        self._tick = tick

    def _catch_up(self, writer: Writer) -> None:
        """Take in what was committed since, by whomever; its things are laid already. The writer's own tick is to come."""
        committed = writer.tick() - 1
        if self._deriver is None:
            self._deriver = Deriver(keep=False)
        if self._tick < committed:
            self._changed = True  # until it is whole
            _feed(self._deriver, writer, self._tick)
            self._tick, self._changed = committed, False

    def add(self, writer: Writer, run: int, records: Iterable[ClaimRecord], silent: Iterable[str] = ()) -> None:
        """Derive what new readings change, and lay it. ``silent`` documents were read anew and say nothing now."""
        deriver, taken = self._held(), list(records)
        changes = [*(deriver.remove(d) for d in silent), deriver.add(taken)]
        self._lay(writer, run, changes)
        moved = {c for change in changes for c in _claims(change)}
        self._lay_again(writer, run, [r.id for r in taken if r.id not in moved])

    def _lay_again(self, writer: Writer, run: int, claims: Iterable[str]) -> None:
        """Lay the homes of claims that were read anew and changed no deal: what is kept beside it may be another now."""
        for part in _batches(claims, _FEW):
            homes = [held for _, v in writer.select(Query(groups=(tuple(f"claim:{c}" for c in part),), limit=None)) if (held := held_in(v))]
            self._lay(writer, run, [Change(deals={h.id: h for h in homes if isinstance(h, Deal)}, events={h.id: h for h in homes if isinstance(h, Event)})])

    def regroup(self, writer: Writer, run: int, groups: Mapping[str, str]) -> None:
        """Derive what near-copies change, and lay it."""
        self._lay(writer, run, [self._held().regroup(groups)])

    def judge(self, writer: Writer, run: int, judgements: Iterable[Judgement]) -> None:
        """Derive what judgements change, and lay it."""
        self._lay(writer, run, [self._held().judge(judgements)])

    def rebuild(self, writer: Writer, run: int) -> None:
        """Lay everything that is derived where it differs from what stands."""
        view = self._held().view()
        held = self._lay_doubts(writer, run)
        for things in _batches(self._things(writer, _whole(view))):
            held.update(t.id for t in things)
            writer.put_things(run, things)
        writer.put_things(run, (), [id for id, _ in writer.marks() if id not in held])
        writer.put_columns()

    def finish(self, store: Store, run: int) -> None:
        """Bring up to date what is not for every batch at the end of a run: the queue of unsure pairs, and the columns of all deals."""
        with self.writing(store) as (writer, _):
            held = self._lay_doubts(writer, run)
            query = Query(groups=(("doubt:all",),), limit=None)
            writer.put_things(run, (), [v.id for _, v in writer.select(query) if v.id not in held])
            writer.put_columns()

    def _lay_doubts(self, writer: Writer, run: int) -> set[str]:
        """The ids of the pairs that are unsure now."""
        held: set[str] = set()
        for things in _batches(map(doubt_thing, self._held().doubts())):
            held.update(t.id for t in things)
            writer.put_things(run, things)
        return held

    def _held(self) -> Deriver:
        assert self._deriver is not None, "write within a block of writing()"
        self._changed = True
        return self._deriver

    def _lay(self, writer: Writer, run: int, changes: Iterable[Change]) -> None:
        for change in changes:
            for things in _batches(self._things(writer, change)):
                writer.put_things(run, things)
            writer.put_things(run, (), change.gone)

    def _things(self, writer: Writer, change: Change) -> Iterator[Thing]:
        for part in _parts(change):
            yield from project(part, load_knowledge().classes, writer.claims(_claims(part)))


def _feed(deriver: Deriver, reader: Reader, after: int) -> None:
    for document in reader.silent(after) if after else ():
        deriver.remove(document)
    deriver.add(reader.records(after))
    if groups := reader.groups(after) if after else {}:
        deriver.regroup(groups)
    if judged := reader.judgements(after):
        deriver.judge(judged)


def _whole(view: View) -> Change:
    return Change(deals=dict(view.deals), events=dict(view.events), entities=dict(view.entities), aside=dict(view.set_aside))


def _claims(change: Change) -> Iterator[str]:
    """The claims of a change's deals and events."""
    yield from (c for deal in change.deals.values() for c in deal.claims)
    yield from (c for event in change.events.values() for c in event.claims)


def _parts(change: Change) -> Iterator[Change]:
    """A change in lots whose claims memory does not feel."""
    for deals in _batches(change.deals.values()):
        yield Change(deals={d.id: d for d in deals})
    for events in _batches(change.events.values()):
        yield Change(events={e.id: e for e in events})
    yield Change(entities=change.entities, aside=change.aside)


def _batches(things: Iterable[T], size: int = 2000) -> Iterator[list[T]]:
    """Things in lots."""
    rest = iter(things)
    while lot := list(islice(rest, size)):
        yield lot
