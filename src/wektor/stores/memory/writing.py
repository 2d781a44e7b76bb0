"""The writer of a register in memory."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from wektor.model.ledger import NOW, Entry, Failure, Mark, Reading, Run, Thing, Undoing
from wektor.model.register import Judgement
from wektor.stores.memory.derived import MemoryReader
from wektor.stores.memory.state import Laid, Put
from wektor.stores.singly import Singly


class MemoryWriter(MemoryReader, Singly):
    """A reader that also writes (``stores.protocol.Writer``)."""

    def begin(self, verb: str, at: str, words: str = "") -> int:
        """Begin a run; its number."""
        self._state.runs.append(Run(len(self._state.runs) + 1, at, verb, words))
        return len(self._state.runs)

    def put_entries(self, run: int, entries: Iterable[Entry]) -> None:
        """Lay down documents; nothing happens to one that is held."""
        for entry in entries:
            self.put_sources({entry.source: entry.digest} if entry.source else {})
            self._state.entries.setdefault(entry.digest, msgspec.structs.replace(entry, run=run))

    def put_sources(self, sources: Mapping[str, str | None]) -> None:
        """Remember that bytes of these digests were read in, and what document they made."""
        self._state.sources = {**sources, **self._state.sources}

    def put_readings(self, run: int, readings: Sequence[Reading]) -> None:
        """Lay down readings; each takes the place of its document's last one."""
        again = {reading.document for reading in readings}
        old = [p._replace(until=run) if p.until == NOW and p.reading.document in again else p for p in self._state.readings]
        self._state.readings = [*old, *(Put(reading, run, self._state.tick, NOW) for reading in readings)]

    def put_groups(self, run: int, groups: Mapping[str, str]) -> None:
        """Documents led to their group of near-copies."""
        self._state.groups |= {d: (group, self._state.tick) for d, group in groups.items()}

    def put_sketch(self, document: str, sketch: bytes, bands: Iterable[str]) -> None:
        """Keep a document's sketch, found by its bands."""
        self._state.sketches.setdefault(document, (sketch, frozenset(bands)))

    def put_judgement(self, run: int, judgement: Judgement) -> None:
        """Lay down a judgement."""
        self._state.judgements[judgement.id] = (judgement, self._state.tick)

    def put_undoing(self, run: int, undoing: Undoing) -> None:
        """Take a judgement back."""
        self._state.undoings[undoing.judgement] = undoing
        judgement, _ = self._state.judgements[undoing.judgement]
        self._state.judgements[judgement.id] = (msgspec.structs.replace(judgement, undone_by=undoing.id), self._state.tick)

    def put_failures(self, run: int, failures: Iterable[Failure]) -> None:
        """Keep what could not be read; a place that failed before is told anew."""
        self._state.failures |= {f.place: Failure(f.place, f.reason, run) for f in failures}

    def settle_failures(self, places: Iterable[str]) -> None:
        """Forget that these places failed: they were read since."""
        for place in places:
            self._state.failures.pop(place, None)

    def put_mark(self, mark: Mark) -> None:
        """Keep what a server said of a page."""
        self._state.marks[mark.url] = mark

    def put_things(self, run: int, things: Iterable[Thing], gone: Iterable[str] = ()) -> None:
        """Lay things where they differ from those that stand, and close those that are gone."""
        wanted = {t.id: t for t in things}
        standing = {v.thing.id: v for v in self._state.laid if v.until == NOW}
        changed = [t for id, t in wanted.items() if id not in standing or standing[id].thing.mark != t.mark]
        closed = {id for id in (*(t.id for t in changed), *(g for g in gone if g not in wanted)) if id in standing}
        kept = [v._replace(until=run) if v.until == NOW and v.thing.id in closed else v for v in self._state.laid]
        self._state.laid = [v for v in kept if v.until == NOW or v.since < v.until]
        self._state.laid += [Laid(t, max(run, standing[t.id].since if t.id in standing else 0), NOW) for t in changed]

    def put_columns(self) -> None:
        """Nothing: memory lays them when they are asked for."""
