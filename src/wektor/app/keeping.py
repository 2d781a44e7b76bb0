"""What is derived, kept in step with the ledger: commits of this program and of others alike."""

from collections.abc import Iterable, Iterator, Mapping

from wektor.app.holdings import reports_in
from wektor.app.projection import project
from wektor.model.ledger import Thing
from wektor.model.register import Change, ClaimRecord, Judgement, View
from wektor.resolve import Deriver, load_knowledge
from wektor.stores import Reader, Writer


class Keeper:
    """Holds the derivation between commits. Whoever's commit failed must ``forget``: the ledger is the truth."""

    def __init__(self) -> None:
        self._deriver: Deriver | None = None
        self._tick = 0

    def forget(self) -> None:
        """Derive from the ledger again at the next commit."""
        self._deriver, self._tick = None, 0

    def catch_up(self, writer: Writer) -> None:
        """Take in what was committed since, by whomever. Its things are laid already."""
        tick = writer.tick()
        if self._deriver is None:
            self._deriver = Deriver(keep=False)
        if self._tick < tick:
            _feed(self._deriver, writer, self._tick)
            self._tick = tick

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
        """Derive everything from the ledger alone, and lay what differs."""
        self.forget()
        self.catch_up(writer)
        things = list(self._things(writer, _whole(self._held().view())))
        held = {t.id for t in things}
        writer.put_things(run, things, [id for id, _ in writer.marks() if id not in held])

    def _held(self) -> Deriver:
        assert self._deriver is not None, "catch up first"
        return self._deriver

    def _lay(self, writer: Writer, run: int, changes: Iterable[Change]) -> None:
        for change in changes:
            writer.put_things(run, self._things(writer, change), change.gone)

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
    return Change(deals=dict(view.deals), events=dict(view.events), entities=dict(view.entities))
