"""What is derived, kept in step with the ledger: commits of this program and of others alike."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice

from wektor.analysis.holdings import reports_in
from wektor.app.projection import doubt_thing, project
from wektor.model.ledger import Query, Thing
from wektor.model.register import Change, ClaimRecord, Judgement, View
from wektor.resolve import Deriver, load_knowledge
from wektor.stores import Reader, Store, Writer


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
        deriver = self._held()
        self._lay(writer, run, [*(deriver.remove(d) for d in silent), deriver.add(records)])

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

    def finish(self, store: Store, run: int) -> None:
        """Bring the queue of unsure pairs up to date at the end of a run: looking through all names is not for every batch."""
        with self.writing(store) as (writer, _):
            held = self._lay_doubts(writer, run)
            query = Query(groups=(("doubt:all",),), limit=None)
            writer.put_things(run, (), [v.id for _, v in writer.select(query) if v.id not in held])

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
        records = writer.claims(reports_in(change.deals.values(), change.events.values()))
        return project(change, load_knowledge().classes, records)


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


def _batches(things: Iterable[Thing]) -> Iterator[list[Thing]]:
    """Things in lots that memory does not feel."""
    rest = iter(things)
    while lot := list(islice(rest, 2000)):
        yield lot
