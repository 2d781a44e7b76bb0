"""The laws: one result whatever the way there, stable names, changes that add up to the view, judgements that undo."""

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.resolve.ledgers import actor, digest, equipment, flat, ledgers, record, same
from wektor.model.register import Change, ClaimRecord, Judgement, View
from wektor.resolve import Deriver, anchor_of, derive

SETTINGS = settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.generate), suppress_health_check=list(HealthCheck))
Ledger = list[tuple[ClaimRecord, ...]]


class Told:
    """What a store would hold that is told of changes only."""

    def __init__(self) -> None:
        self.deals, self.events, self.entities = {}, {}, {}

    def hear(self, change: Change) -> None:
        """Take a change in."""
        for held in (self.deals, self.events, self.entities):
            for ident in change.gone & held.keys():
                del held[ident]
        self.deals |= change.deals
        self.events |= change.events
        self.entities |= change.entities

    def agrees(self, view: View) -> None:
        """Fail where the view is not what was told."""
        assert self.deals == view.deals
        assert self.events == view.events
        assert self.entities == view.entities


@SETTINGS
@given(ledgers(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(ledger: Ledger, random: object) -> None:
    shuffled = flat(ledger)
    random.shuffle(shuffled)
    same(derive(flat(ledger)), derive(shuffled))


@SETTINGS
@given(ledgers())
def test_document_by_document_gives_the_same_as_from_scratch_and_changes_add_up(ledger: Ledger) -> None:
    deriver, told = Deriver(), Told()
    for document in ledger:
        told.hear(deriver.add(document))
    same(deriver.view(), derive(flat(ledger)))
    told.agrees(deriver.view())


@SETTINGS
@given(ledgers(), st.data())
def test_removing_and_replacing_leave_no_trace(ledger: Ledger, data: st.DataObject) -> None:
    deriver, told = Deriver(), Told()
    told.hear(deriver.add(flat(ledger)))
    gone = data.draw(st.sampled_from(ledger))
    told.hear(deriver.remove(gone[0].document))
    rest = [d for d in ledger if d is not gone]
    same(deriver.view(), derive(flat(rest)))
    told.agrees(deriver.view())
    shorter = [d[:1] for d in rest]
    for document in shorter:
        told.hear(deriver.add(document))
    same(deriver.view(), derive(flat(shorter)))
    told.agrees(deriver.view())


@SETTINGS
@given(ledgers(), st.data())
def test_regrouping_copies_gives_the_same_as_from_scratch(ledger: Ledger, data: st.DataObject) -> None:
    deriver, told = Deriver(), Told()
    told.hear(deriver.add(flat(ledger)))
    groups = {d[0].document: data.draw(st.sampled_from(("g1", "g2"))) for d in ledger}
    told.hear(deriver.regroup(groups))
    again = Deriver()
    again.add(flat(ledger))
    again.regroup(groups)
    assert deriver.view().deals == again.view().deals
    told.agrees(deriver.view())
    assert all(d.independent <= 2 for d in deriver.view().deals.values())


@st.composite
def judged(draw: st.DrawFn) -> tuple[Ledger, list[Judgement]]:
    """A ledger and judgements on what is derived of it."""
    ledger = draw(ledgers())
    view, records = derive(flat(ledger)), {r.id: r for r in flat(ledger)}
    homes = sorted({*view.deals, *view.events})
    entities = sorted(e for e in view.entities if e.startswith("org:"))
    made = []
    for number in range(draw(st.integers(1, 3))):
        claim = draw(st.sampled_from(sorted(records)))
        choices = [("reject", claim, {}), ("accept", claim, {}), ("correct", claim, {"date": "2020", "item": "eq:bayraktar-tb2"}),
                   ("ignore", records[claim].document, {}), ("ignore", "", {"publisher": "Courier"})]  # fmt: skip
        if len(homes) > 1:
            choices += [("merge", draw(st.sampled_from(homes)).replace("e-", "d-"), {"with": draw(st.sampled_from(homes)).replace("e-", "d-")})]
            choices += [("split", homes[0], {"claims": [claim]}), ("reject", homes[0], {}), ("correct", homes[0], {"ordered": 5})]
        if len(entities) > 1:
            choices += [("merge", draw(st.sampled_from(entities)), {"with": draw(st.sampled_from(entities))}), ("ignore", entities[0], {})]
            choices += [("split", entities[0], {"names": [view.entities[entities[0]].names[0].text]})]
        verb, target, payload = draw(st.sampled_from(choices))
        named = {target, str(payload.get("with", "")), *map(str, payload.get("claims", ()))}
        anchors = {c: anchor_of(records[c]) for n in named if (c := "c-" + n[2:]) in records} if draw(st.booleans()) else {}
        made.append(Judgement(id=f"j{number}", verb=verb, target=target, by="ana", at=f"2024-01-0{number + 1}", payload=payload, anchors=anchors))
    return ledger, made


@SETTINGS
@given(judged())
def test_judgements_hold_whether_they_come_before_or_after(case: tuple[Ledger, list[Judgement]]) -> None:
    ledger, judgements = case
    early, late, told = Deriver(), Deriver(), Told()
    early.judge(judgements)
    for document in ledger:
        told.hear(early.add(document))
    late.add(flat(ledger))
    for judgement in reversed(judgements):
        late.judge([judgement])
    expected = derive(flat(ledger), judgements)
    same(early.view(), expected)
    same(late.view(), expected)
    told.agrees(early.view())


@SETTINGS
@given(judged())
def test_undoing_leaves_no_trace(case: tuple[Ledger, list[Judgement]]) -> None:
    ledger, judgements = case
    deriver, told = Deriver(), Told()
    told.hear(deriver.add(flat(ledger)))
    told.hear(deriver.judge(judgements))
    told.agrees(deriver.view())
    for judgement in judgements:
        undone = Judgement(id=judgement.id, verb=judgement.verb, target=judgement.target, by="ana", at=judgement.at, payload=judgement.payload,
                           anchors=judgement.anchors, undone_by="u1")  # fmt: skip
        told.hear(deriver.judge([undone]))
    same(deriver.view(), derive(flat(ledger)))
    told.agrees(deriver.view())


@SETTINGS
@given(ledgers())
def test_every_claim_has_one_home_or_a_reason(ledger: Ledger) -> None:
    view = derive(flat(ledger))
    for claim in view.claims:
        assert (claim in view.homes) != (claim in view.set_aside)
    for deal in view.deals.values():
        assert set(deal.joined) == set(deal.claims)
        assert all(view.homes[c] == deal.id for c in deal.claims)
        assert view.find(deal.id) is deal
    for event in view.events.values():
        assert event.deal is None or event.deal in view.deals


@SETTINGS
@given(ledgers())
def test_no_entity_spans_two_states(ledger: Ledger) -> None:
    states: dict[str, set[str]] = {}
    view = derive(flat(ledger))
    for item in flat(ledger):
        for group in item.claim.roles.values():
            for filler in group:
                if hasattr(filler, "state") and filler.state:
                    for entity in view.entities.values():
                        if entity.kind != "equipment" and any(n.text == filler.text for n in entity.names) and entity.state == filler.state:
                            states.setdefault(entity.id, set()).add(filler.state)
    assert all(len(s) == 1 for s in states.values())
    assert {e.id for e in view.entities.values() if e.kind == "state"} <= {f"state:{s}" for s in ("KAZ", "TUR", "POL", "UZB")}


@SETTINGS
@given(ledgers())
def test_every_merge_of_unknown_names_is_explained(ledger: Ledger) -> None:
    for entity in derive(flat(ledger)).entities.values():
        texts = {n.text for n in entity.names}
        if entity.kind == "other" and not entity.known and len(texts) > 1:
            assert entity.merges
            assert all(m.reasons and m.verdict == "same" for m in entity.merges)


def test_later_news_leave_names_alone() -> None:
    """A deal keeps its name as more is told of it, and an earlier name leads to it still."""
    first = record("a", "order", actor("TUR"), actor("KAZ"), equipment("Anka", "combat UAV"), number=3, date="2021-10", published="2021-10-30")
    before = derive([first])
    (name,) = before.deals
    later = record("b", "delivery", actor("TUR"), actor("KAZ"), equipment("Anka", "combat UAV"), number=3, date="2023-05", published="2023-05-20")
    older = record("c", "order", actor("TUR"), actor("KAZ"), equipment("Anka", "combat UAV"), number=3, date="2021-10", published="2021-10-01")
    assert list(derive([first, later]).deals) == [name]
    renamed = derive([first, later, older])
    assert list(renamed.deals) != [name]
    assert renamed.find(name) is next(iter(renamed.deals.values()))


def test_two_states_are_never_merged_even_when_asked() -> None:
    ledger = [record("a", "order", actor("TUR"), actor("KAZ"), equipment("Anka")), record("b", "order", actor("TUR"), actor("UZB"), equipment("Anka"))]
    merge = Judgement(id="j", verb="merge", target="state:KAZ", by="ana", at="2024-01-01", payload={"with": "state:UZB"})
    same(derive(ledger, [merge]), derive(ledger))


def test_a_judgement_survives_another_reading() -> None:
    """The claim is read anew with another span, so another id; what was rejected stays rejected."""
    old = record("a", "order", actor("TUR"), actor("KAZ"), equipment("Anka", "combat UAV"), start=0)
    new = record("a", "order", actor("TUR"), actor("KAZ"), equipment("Anka", "combat UAV"), start=2)
    assert old.id != new.id
    judgement = Judgement(id="j", verb="reject", target=old.id, by="ana", at="2024-01-01", why="a rumour", anchors={old.id: anchor_of(old)})
    deriver = Deriver()
    deriver.add([old])
    deriver.judge([judgement])
    deriver.add([new])
    assert deriver.view().set_aside == {new.id: "rejected by ana: a rumour"}
    assert new.document == digest("a")


def test_an_entity_is_not_explained_by_names_that_were_split_off() -> None:
    """The name that was split off comes later: the entity it left stays as it was told."""
    firms = ("Tarvek Defence Systems", "Tarvek Savunma Sistemleri", "Tarvek")
    ledger = [record(f"d{n}", "order", actor(name, "TUR"), published=f"2022-01-1{n}") for n, name in enumerate(firms)]
    (firm,) = (e for e in derive(ledger).entities if e.startswith("org:"))
    deriver, told = Deriver(), Told()
    deriver.judge([Judgement(id="j", verb="split", target=firm, by="ana", at="2024-01-01", payload={"names": ["Tarvek"]})])
    for one in ledger:
        told.hear(deriver.add([one]))
    told.agrees(deriver.view())
    kept = deriver.view().entities[firm]
    assert {n.text for n in kept.names} == set(firms[:2])
    assert kept.merges
    assert all("Tarvek" not in (m.left, m.right) for m in kept.merges)
