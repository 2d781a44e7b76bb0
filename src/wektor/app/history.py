"""How a deal, event, entity, claim or document came to be what it is, step by step."""

from collections.abc import Iterator

import msgspec

from wektor.app.finding import TYPES, find_home
from wektor.app.news import tell_differences
from wektor.model.ledger import NOW, Run, Version
from wektor.model.register import Deal, Event, Judgement
from wektor.model.views import Step
from wektor.stores import Reader


def tell_history(reader: Reader, id: str) -> list[Step]:
    """The steps, oldest first; none for an id that the register does not know."""
    steps = [*_versions(reader, id), *_readings(reader, id), *_judgements(reader, id)]
    return sorted(steps, key=lambda s: (s.run.number, s.run.at))


def _versions(reader: Reader, id: str) -> Iterator[Step]:
    versions = reader.versions(id)
    for before, version in zip([None, *versions], versions, strict=False):
        yield Step(run=_run(reader, version.since), words=_difference(before, version))
        after = versions[versions.index(version) + 1 :]
        if version.until != NOW and (not after or after[0].since > version.until):
            home = find_home(reader, id)
            words = f"became part of {home.id}" if home and home.id != id else "went: no claim tells of it any more"
            yield Step(run=_run(reader, version.until), words=words)


def _difference(before: Version | None, version: Version) -> str:
    now: object = msgspec.json.decode(version.body, type=TYPES.get(version.what, object))
    if before is None or before.until < version.since:
        return f"{'came back' if before else 'first told'}: {now.kind}" if isinstance(now, Deal | Event) else "first named"
    then: object = msgspec.json.decode(before.body, type=TYPES.get(before.what, object))
    if isinstance(now, Deal | Event) and isinstance(then, Deal | Event):
        return "; ".join(tell_differences(then, now)) or "retold"
    return "named more" if version.what == "entity" else "changed"


def _readings(reader: Reader, id: str) -> Iterator[Step]:
    """When a claim's document, or a document, was read, and by what."""
    record = reader.claims([id]).get(id)
    document = record.document if record else id
    entry = reader.abouts([document]).get(document)
    if entry:
        yield Step(run=_run(reader, entry.run), words=f"document added from {entry.place or entry.document.id}")
    for run, engine, version in reader.readings_of(document) if entry else ():
        yield Step(run=_run(reader, run), words=f"read by {engine} {version}")


def _judgements(reader: Reader, id: str) -> Iterator[Step]:
    home = find_home(reader, id)
    near = {id, *((home.id, *home.claims) if home and not id.startswith("c-") else ())}
    for judgement in reader.judgements():
        if judgement.target in near or near & judgement.anchors.keys() or judgement.payload.get("with") == id:
            yield Step(run=_run_at(reader, judgement.at), words=word_judgement(judgement), by=judgement.by, why=judgement.why)
            undoing = reader.undoing(judgement.id)
            if undoing:
                yield Step(run=_run_at(reader, undoing.at), words=f"{judgement.id} undone", by=undoing.by, why=undoing.why)


def word_judgement(judgement: Judgement) -> str:
    """A judgement in a few words, with its id, by which it is undone."""
    said = ", ".join(f"{k}={msgspec.json.encode(v).decode()}" for k, v in judgement.payload.items())
    return f"{judgement.id} {judgement.verb} {judgement.target}" + (f": {said}" if said else "")


def _run(reader: Reader, number: int) -> Run:
    return reader.run(number) or Run(number, "", "?")


def _run_at(reader: Reader, at: str) -> Run:
    return reader.last_run(at) or Run(0, at, "?")
