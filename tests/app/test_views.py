"""Views of a small register: what they give, how they are narrowed, and how the register stood before."""

import msgspec
import pytest

from wektor import Document, Register
from wektor.analysis.calendar import first_day
from wektor.model import InputError
from wektor.model.ledger import Run
from wektor.model.views import Filters, Page

DOCUMENTS = [
    Document(id="order", lang="en", published="2021-05-25", url="https://example.org/order",
             text="Poland ordered 24 Bayraktar TB2 drones from Turkey in May 2021. The contract is worth 270 million dollars."),
    Document(id="handover", lang="en", published="2022-10-30", text="Turkey delivered 6 Bayraktar TB2 drones to Poland in October 2022."),
    Document(id="helicopters", lang="en", published="2019-05-02", text="Leonardo delivered two AW109 helicopters to Nigeria in April 2019."),
]  # fmt: skip
OTHER = Document(id="other", lang="en", published="2021-06-02", publisher="Gazette", text="Poland ordered 30 Bayraktar TB2 drones from Turkey in May 2021.")


@pytest.fixture(scope="module", params=["memory:", "file"])
def register(request, tmp_path_factory):
    path = "memory:" if request.param == "memory:" else tmp_path_factory.mktemp("views") / "register.db"
    with Register.open(path) as held:
        held.add(DOCUMENTS)
        held.add([OTHER])
        yield held


def first(register):
    return register.deals(Filters(state=("POL",)))[0]


def test_deals_are_typed_and_narrowed(register):
    drones = first(register)
    assert (drones.kind, drones.taker_states, drones.giver_states) == ("order", ("POL",), ("TUR",))
    for filters in (Filters(item=("Bayraktar TB2",)), Filters(cls=("UAV",)), Filters(kind=("order",), state=("Turkey",)), Filters(sources=2),
                    Filters(since="2022"), Filters(status=("delivered",), state=("POL",))):  # fmt: skip
        assert [d.id for d in register.deals(filters)] == [drones.id]
    assert [d.taker_states for d in register.deals(Filters(firm=("Leonardo",)))] == [("NGA",)]
    assert len(register.deals()) == 2 and register.deals(page=Page(1)).more


def test_filters_that_mean_nothing_are_named(register):
    for filters, words in ((Filters(state=("Atlantis",)), "is no state"), (Filters(firm=("Leonerdo",)), "did you mean Leonardo"),
                           (Filters(kind=("gift",)), "is none of"), (Filters(since="yesterday"), "is no day")):  # fmt: skip
        with pytest.raises(InputError, match=words):
            register.deals(filters)


def test_a_deal_shows_every_quote_with_its_source(register):
    dossier = register.deal(first(register).id)
    assert {q.record.claim.doc for q in dossier.quotes} == {"order", "handover", "other"}
    for quote in dossier.quotes:
        with register.store.reader() as reader:
            text = reader.entry(quote.record.document).document.text
        evidence = quote.record.claim.evidence
        assert text[evidence.start : evidence.end] == evidence.text
    assert register.deal(dossier.quotes[-1].record.id).deal == dossier.deal
    assert register.deal("d-" + dossier.quotes[-1].record.id[2:]).deal == dossier.deal
    assert register.deal("d-none") is None


def test_a_timeline_runs_day_by_day(register):
    days = [m.day for m in register.timeline("Poland", "TUR")]
    assert all(first_day(m.date) == m.day for m in register.timeline("Poland")) and "2021-05" in {m.date for m in register.timeline("Poland")}
    assert days == sorted(days) and days[-1] == "2022-10-01"
    assert register.timeline("POL", "NGA")[:] == ()
    with pytest.raises(InputError, match="one state or of two"):
        register.timeline("POL", "TUR", "NGA")


def test_a_fleet_adds_up(register):
    (row,) = register.fleet("POL")
    assert (row.item, row.delivered) == ("eq:bayraktar-tb2", 6)


def test_conflicts_lie_side_by_side(register):
    (dispute,) = register.conflicts()
    assert dispute.field == "ordered"
    assert {c.value for c in dispute.values} == {24, 30}


def test_words_are_found_in_any_form(register):
    assert {h.record.claim.doc for h in register.search("deliver drone")} == {"handover"}
    assert register.search("deliver drone")[0].home == first(register).id
    assert [h.record.claim.doc for h in register.search("delivery helicopter", Filters(state=("NGA",)))] in ([], ["helicopters"])
    assert register.search("submarine")[:] == ()


def test_entities_by_name_in_any_spelling(register):
    assert [e.id for e in register.entities("leonardo")] == ["org:leonardo"]
    assert register.entities(kind=("equipment",), cls=("helicopter",))[0].id == "eq:aw109"


def test_the_register_as_it_stood(register):
    assert register.conflicts(as_of=1)[:] == ()
    assert first(register).ordered != register.deals(Filters(state=("POL",)), as_of=1)[0].ordered
    assert register.deals(as_of="1999-12-31")[:] == ()
    assert {h.record.claim.doc for h in register.search("ordered drones", as_of=1)} == {"order"}


def test_what_changed_since_a_run(register):
    (news,) = register.changes(1)
    assert (news.id, news.news) == (first(register).id, "contradicted")
    assert {n.news for n in register.changes(0)} == {"new"}
    assert register.changes(2)[:] == ()


def test_a_view_for_analysis_holds_together(register):
    view = register.view()
    assert set(view.homes) == {c for d in (*view.deals.values(), *view.events.values()) for c in d.claims} <= set(view.claims)
    assert {str(c.value) for d in view.deals.values() for c in d.items} <= set(view.entities)
    assert set(register.view(Filters(state=("NGA",))).deals) < set(view.deals)


def test_rows_become_a_frame(register):
    frame = register.deals().to_polars()
    assert frame.height == 2 and frame["ordered"].dtype.is_numeric()
    assert register.deals(Filters(state=("FIN",))).to_polars().height == 0


def test_history_tells_each_step(register):
    steps = register.history(first(register).id)
    assert [s.run.number for s in steps] == [1, 2]
    assert "first told" in steps[0].words and "ordered" in steps[1].words
    assert "read by grammar" in register.history(register.deal(first(register).id).quotes[0].record.id)[-1].words
    assert register.history("d-none")[:] == ()
    assert isinstance(register.runs()[0], Run) and msgspec.json.encode(register.runs()[0])
