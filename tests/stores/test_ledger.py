"""The ledger of every store: what is put is given back, nothing is lost or doubled, a failed block leaves nothing."""

import msgspec
import pytest

from tests.stores.samples import AT, entry, judgement, reading
from wektor.model.ledger import Failure, Mark, Run, Undoing


def put(store, *names, engine="grammar"):
    with store.writer() as writer:
        run = writer.begin("add", AT, " ".join(names))
        for name in names:
            writer.put_entries(run, [entry(name)])
            writer.put_readings(run, [reading(name, engine=engine)])
    return run


def test_documents_come_back_whole_and_newest_first(store):
    put(store, "a", "b")
    with store.reader() as reader:
        assert reader.entry("digest-a") == msgspec.structs.replace(entry("a"), run=1)
        assert [e.document.id for e in reader.entries()] == ["b", "a"]
        assert reader.entries()[0].document.text == ""
        assert reader.entry("digest-none") is None
        assert reader.held(["digest-a", "digest-none"]) == {"digest-a"}
        assert reader.known("bytes-a") and not reader.known("bytes-none")
        assert reader.languages() == ["en"]


def test_a_document_that_is_held_is_not_laid_twice(store):
    put(store, "a")
    with store.writer() as writer:
        writer.put_entries(writer.begin("add", AT), [entry("a")])
    with store.reader() as reader:
        assert reader.counts()["documents"] == 1
        assert reader.entry("digest-a").run == 1


def test_versions_of_a_page_stay_side_by_side(store):
    with store.writer() as writer:
        run = writer.begin("add", AT)
        for name in ("old", "new"):
            writer.put_entries(run, [entry(name, text=name, url="https://example.org/tugs")])
    with store.reader() as reader:
        assert [e.document.id for e in reader.versions_of("https://example.org/tugs")] == ["old", "new"]


def test_a_later_reading_takes_the_place_of_the_first_which_stays(store):
    put(store, "a")
    with store.writer() as writer:
        writer.put_readings(writer.begin("read", AT), [reading("a", starts=(0, 40), engine="better")])
    with store.reader() as reader:
        assert [r.engine for r in reader.records()] == ["better", "better"]
        assert reader.counts()["claims"] == 3
        assert reader.records_of(["digest-a"]) == list(reader.records())
        assert reader.claims(["c-none"]) == {}
        first = reading("a").records[0]
        assert reader.claims([first.id]) == {first.id: next(r for r in reader.records() if r.id == first.id)}


def test_what_was_read_since_a_tick(store):
    put(store, "a")
    with store.reader() as reader:
        tick = reader.tick()
    put(store, "b")
    with store.writer() as writer:
        run = writer.begin("read", AT)
        writer.put_readings(run, [reading("a", starts=())])
    with store.reader() as reader:
        assert [r.document for r in reader.records(tick)] == ["digest-b"]
        assert reader.silent(tick) == {"digest-a"}
        assert reader.tick() == tick + 2


def test_near_copies_regroup_the_claims(store):
    put(store, "a", "b")
    with store.writer() as writer:
        run = writer.begin("add", AT)
        writer.put_groups(run, {"digest-b": "digest-x"})
        writer.put_groups(run, {"digest-b": "digest-a"})
        writer.put_sketch("digest-a", b"\x00\xff", ["band-1", "band-2"])
    with store.reader() as reader:
        assert [r.copy_group for r in reader.records()] == ["digest-a", "digest-a"]
        assert [r.copy_group for r in reader.records_of(["digest-b"])] == ["digest-a"]
        assert reader.groups() == {"digest-b": "digest-a"}
        assert (reader.group_of("digest-a"), reader.group_of("digest-b")) == ("digest-a", "digest-a")
        assert reader.members_of("digest-a") == {"digest-a", "digest-b"} and reader.members_of("digest-x") == {"digest-x"}
        assert reader.near(["band-2", "band-9"]) == {"digest-a"}
        assert reader.sketches(["digest-a", "digest-b"]) == {"digest-a": b"\x00\xff"}


def test_judgements_and_their_undoing(store):
    with store.writer() as writer:
        writer.put_judgement(writer.begin("judge", AT), judgement(1))
    with store.reader() as reader:
        tick = reader.tick()
        assert reader.judgements() == [judgement(1)]
    with store.writer() as writer:
        writer.put_undoing(writer.begin("undo", AT), Undoing(id="u-1", judgement="j-1", by="ada", at=AT))
    with store.reader() as reader:
        assert reader.judgements(tick) == [msgspec.structs.replace(judgement(1), undone_by="u-1")]
        assert reader.judgements(reader.tick()) == []


def test_runs_by_number_and_day(store):
    with store.writer() as writer:
        writer.begin("add", "2024-03-01T10:00:00Z", "first")
    with store.writer() as writer:
        writer.begin("judge", "2024-03-02T10:00:00Z")
    with store.reader() as reader:
        assert reader.last_run() == Run(2, "2024-03-02T10:00:00Z", "judge", "")
        assert reader.last_run("2024-03-01").words == "first"
        assert reader.last_run("2024-02-29") is None
        assert [r.number for r in reader.runs()] == [2, 1]


def test_failures_and_marks_are_told_anew(store):
    with store.writer() as writer:
        run = writer.begin("add", AT)
        writer.put_failures(run, [Failure("x.pdf", "is encrypted"), Failure("x.pdf", "is locked")])
        writer.put_mark(Mark("https://example.org", etag="1"))
        writer.put_mark(Mark("https://example.org", etag="2"))
    with store.reader() as reader:
        assert reader.failures() == [Failure("x.pdf", "is locked", 1)]
    with store.writer() as writer:
        writer.settle_failures(["x.pdf", "none"])
    with store.reader() as reader:
        assert reader.failures() == []
        assert reader.mark("https://example.org") == Mark("https://example.org", etag="2")
        assert reader.mark("https://example.net") is None


def test_a_block_that_fails_leaves_nothing(store):
    put(store, "a")
    with pytest.raises(ZeroDivisionError), store.writer() as writer:
        writer.put_entries(writer.begin("add", AT), [entry("b")])
        raise ZeroDivisionError
    with store.reader() as reader:
        assert reader.held(["digest-a", "digest-b"]) == {"digest-a"}
        assert [r.number for r in reader.runs()] == [1]
        assert reader.tick() == 1


def test_what_one_program_writes_another_reads(opened):
    one, other = opened(), opened()
    put(one, "a")
    put(other, "b")
    with one.reader() as reader:
        assert [r.document for r in reader.records()] == ["digest-a", "digest-b"]
        assert [r.number for r in reader.runs()] == [2, 1]
