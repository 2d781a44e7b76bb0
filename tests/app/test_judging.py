"""Judgements: what they do, that they can be taken back, that they hold for readings to come."""

import pytest

from tests.app.test_views import DOCUMENTS, OTHER
from wektor import Register
from wektor.app.intake import entry_of, lay_out
from wektor.model import InputError
from wektor.model.views import Filters


@pytest.fixture
def register():
    with Register.open("memory:") as held:
        held.add([*DOCUMENTS, OTHER])
        yield held


def drones(register):
    return register.deals(Filters(state=("POL",)))[0]


def marks(register):
    with register.store.reader() as reader:
        return list(reader.marks())


def test_a_correction_settles_a_conflict_until_it_is_undone(register):
    before, id = marks(register), drones(register).id
    judged = register.judge("correct", id, by="ola", why="the contract says so", payload={"ordered": 24})
    deal = drones(register)
    assert deal.standing == "corrected" and deal.ordered[0].judgement == judged.id and not deal.conflicts
    assert register.deal(id).judgements == (judged,)
    steps = register.history(id)
    assert [s.by for s in steps if s.by] == ["ola"]
    register.undo(judged.id, by="ada", why="an older draft")
    assert marks(register) == before
    assert any("undone" in s.words and s.by == "ada" for s in register.history(id))
    with pytest.raises(InputError, match="undone already"):
        register.undo(judged.id, by="ada")


def test_a_rejected_claim_leaves_its_deal_and_the_past_stays(register):
    claim = next(q.record.id for q in register.deal(drones(register).id).quotes if q.record.claim.doc == "other")
    run = register.runs()[0].number
    register.judge("reject", claim, by="ola")
    assert claim not in drones(register).claims and not register.conflicts()
    assert claim in register.deals(Filters(state=("POL",)), as_of=run)[0].claims


def test_an_ignored_publisher_stays_ignored_for_later_imports():
    with Register.open("memory:") as register:
        register.add(DOCUMENTS)
        register.judge("ignore", "-", by="ola", payload={"publisher": "Gazette"})
        register.add([OTHER])
        assert not register.conflicts()
        assert register.counts()["documents"] == 4


def test_judgements_survive_a_better_reading(register):
    id = drones(register).id
    claim = next(q.record for q in register.deal(id).quotes if q.record.claim.doc == "other")
    register.judge("reject", claim.id, by="ola")
    document = entry_of(OTHER)
    again = lay_out(register._pipeline.read(OTHER), document.digest)
    moved = tuple(_wider(r) for r in again.records)
    with register._keeper.writing(register.store) as (writer, keeper):
        run = writer.begin("read", "2030-01-01T00:00:00Z")
        writer.put_readings(run, [type(again)(**{**{f: getattr(again, f) for f in again.__struct_fields__}, "records": moved, "terms": {}})])
        keeper.add(writer, run, moved)
    assert claim.id not in {r.id for r in moved}
    assert not {r.id for r in moved if r.claim.kind == claim.claim.kind} & set(drones(register).claims)


def _wider(record):
    """The same claim with evidence one code point shorter, as another engine might cut it: another id."""
    import msgspec

    from wektor.model.register import claim_id

    e = record.claim.evidence
    claim = msgspec.structs.replace(record.claim, evidence=type(e)(e.start, e.end - 1, e.text[:-1]))
    return msgspec.structs.replace(record, claim=claim, id=claim_id(record.document, claim))


def test_deriving_anew_gives_the_same_bytes(register):
    register.judge("correct", drones(register).id, by="ola", payload={"ordered": [24, 30]})
    register.judge("merge", drones(register).id, by="ola", payload={"with": register.deals(Filters(state=("NGA",)))[0].id})
    before = marks(register)
    assert register.rebuild() == 0
    assert marks(register) == before


@pytest.mark.parametrize(
    ("verb", "target", "payload", "words"),
    [("praise", "d-1", {}, "is none of"), ("accept", "d-none", {}, "holds no claim"), ("correct", "DEAL", {"colour": "red"}, "has no field"),
     ("correct", "DEAL", {}, "FIELD=VALUE"), ("correct", "DEAL", {"ordered": "many"}, "is no number"), ("correct", "DEAL", {"status": "fine"}, "is none of"),
     ("correct", "DEAL", {"value": 5}, "no sum of money"), ("merge", "DEAL", {}, "--with"), ("merge", "DEAL", {"with": "DEAL"}, "cannot be one"),
     ("split", "DEAL", {}, "--claim")],
)  # fmt: skip
def test_judgements_that_make_no_sense_are_refused(register, verb, target, payload, words):
    id, before = drones(register).id, marks(register)
    with pytest.raises(InputError, match=words):
        register.judge(verb, target.replace("DEAL", id), by="ola", payload={k: id if v == "DEAL" else v for k, v in payload.items()})
    assert marks(register) == before and register.counts()["judgements"] == 0
