"""Answers read outlines; they say the same as answers read from whole deals and claims, at any time, however the register is kept."""

import gc
import random

import msgspec
import pytest
from sqlalchemy import text

from wektor import Register
from wektor.analysis import firsts, inventory, localisation, network, partners, phases, shift, slippage, whatif, windows
from wektor.analysis.outlines import survey_of
from wektor.app.answers import _local_share
from wektor.app.questions import regions_named
from wektor.model import Document, InputError
from wektor.model.ledger import Entry, Reading
from wektor.model.views import Filters
from wektor.testing import LedgerSettings, make_ledger

DAY = "2020-01-01"
OF_STATE = {
    "partners": (lambda v, s: partners(v, s), lambda a, s, **o: a.partners(s, **o)),
    "value": (lambda v, s: partners(v, s, "value"), lambda a, s, **o: a.partners(s, "value", **o)),
    "windows": (lambda v, s: windows(v, s, 5, "units"), lambda a, s, **o: a.windows(s, 5, "units", **o)),
    "fleet": (lambda v, s: inventory(v, s), lambda a, s, **o: a.fleet(s, **o)),
    "ladder": (lambda v, s: localisation(v, s, _local_share), lambda a, s, **o: a.localisation(s, **o)),
    "phases": (lambda v, s: phases(v, s, "USA"), lambda a, s, **o: a.phases(s, "USA", **o)),
    "shift": (lambda v, s: shift(v, s), lambda a, s, **o: a.shift(s, **o)),
    "whatif": (lambda v, s: whatif(v, s, "USA"), lambda a, s, **o: a.whatif(s, "USA", **o)),
}  # fmt: skip
OF_ALL = {
    "slippage": (lambda v: slippage(v, DAY), lambda a, **o: a.slippage(on=DAY, **o)),
    "firsts": (lambda v: firsts(v, regions_named(None), ("kind", "class", "partner")), lambda a, **o: a.firsts(by=("kind", "class", "partner"), **o)),
    "states": (lambda v: network(v, basis="value"), lambda a, **o: a.network(basis="value", **o)),
    "firms": (lambda v: network(v, True, 10), lambda a, **o: a.network("firms", years=10, **o)),
}  # fmt: skip
NARROWED = (Filters(), Filters(since="2010", until="2016", sources=2), Filters(kind=("order", "delivery"), status=("delivered",)), Filters(cls=("aircraft",)))


def lay(register, papers):
    """Documents as ``Register.add`` commits them."""
    with register._keeper.writing(register.store) as (writer, keeper):
        run = writer.begin("add", "2024-01-02T00:00:00Z")
        writer.put_entries(run, [Entry(digest=p[0].document, document=Document(id=p[0].document, text="x", published=p[0].published, lang=p[0].lang)) for p in papers])
        writer.put_readings(run, [Reading(document=p[0].document, engine="made up", version="1", packs="", lang=p[0].lang, records=p) for p in papers])
        writer.put_groups(run, {p[0].document: p[0].copy_group for p in papers if p[0].copy_group != p[0].document})
        keeper.add(writer, run, [r for p in papers for r in p])
    register._keeper.finish(register.store, run)
    return run


@pytest.fixture(scope="module", params=["memory", "sqlite"])
def register(request, tmp_path_factory):
    address = "memory:" if request.param == "memory" else tmp_path_factory.mktemp("outlines") / "register.db"
    papers = list(make_ledger(LedgerSettings(claims=1500, seed=3)))
    with Register.open(address) as held:
        held.first = lay(held, papers[:250])
        lay(held, papers[250:])
        yield held


def states(register):
    """Those with the most deals, and a few others."""
    found = sorted({s for d in register.view(queue=False).deals.values() for s in (*d.taker_states, *d.giver_states)})
    return ["USA", *random.Random(2).sample([s for s in found if s != "USA"], 5)]


def same(one, other):
    assert msgspec.json.encode(one) == msgspec.json.encode(other)


@pytest.mark.parametrize("filters", NARROWED, ids=str)
@pytest.mark.parametrize("name", OF_STATE)
def test_a_states_answers_are_those_of_whole_deals(register, name, filters):
    told, asked = OF_STATE[name]
    for state in states(register):
        view = register.view(msgspec.structs.replace(filters, state=(state,)), queue=False)
        if state != "USA" or name not in ("phases", "whatif"):
            same(told(view, state), asked(register.answers, state, filters=filters).answer)


@pytest.mark.parametrize("filters", NARROWED, ids=str)
@pytest.mark.parametrize("name", OF_ALL)
def test_answers_over_all_deals_are_those_of_whole_deals(register, name, filters):
    told, asked = OF_ALL[name]
    same(told(register.view(filters, queue=False)), asked(register.answers, filters=filters).answer)


def test_the_collector_of_cycles_works_again_after_an_answer(register):
    register.answers.firsts()
    with pytest.raises(InputError):
        register.answers.slippage(by="nothing")
    assert gc.isenabled()


def test_the_past_is_kept_in_outline_too(register):
    past = register.first
    assert len(register.survey().deals) > len(register.survey(as_of=past).deals) > 0
    same(slippage(register.view(as_of=past, queue=False), DAY), register.answers.slippage(on=DAY, as_of=past).answer)
    same(inventory(register.view(Filters(state=("USA",)), as_of=past, queue=False), "USA"), register.answers.fleet("USA", as_of=past).answer)
    assert not register.answers.firsts(as_of=0).answer.rows


def test_a_survey_is_the_view_in_outline(register):
    whole, found = survey_of(register.view(queue=False)), register.survey(detailed=("deal", "event"))
    assert (found.deals, found.events, found.details) == (whole.deals, whole.events, whole.details)
    assert list(found.deals) == sorted(found.deals) and {*found.entities} and all(whole.entities[k] == e for k, e in found.entities.items() if k in whole.entities)


def test_a_brief_read_from_outlines_shows_what_the_whole_register_says(register, monkeypatch):
    """Few steps are asked for, so that most deals are never read whole; what is shown is the same."""
    from wektor.app.briefing import parts

    whole = {s: register.answers.brief(s, on=DAY) for s in ("USA", "POL")}
    monkeypatch.setattr(parts, "_STEPS", 45)
    monkeypatch.setattr(parts, "_AHEAD", 12)
    for state, before in whole.items():
        after = register.answers.brief(state, on=DAY)
        for one, other in zip(before.sections, after.sections, strict=True):
            assert [line.cells for line in one.lines] == [line.cells for line in other.lines], one.name
        assert [n.quote for n in before.notes] == [n.quote for n in after.notes]


def test_the_best_sourced_deals_of_a_brief_are_those_with_the_most_independent_sources(register):
    view = register.view(Filters(state=("USA",)), queue=False)
    best = sorted(view.deals.values(), key=lambda d: (-d.independent, d.id))[:40]
    [table] = next(s for s in register.answers.brief("USA", on=DAY).sections if s.name == "deals").tables
    assert {line.held[0] for line in table.lines} == {d.id for d in best}


def test_deriving_anew_lays_the_same_outlines(register):
    before = register.survey(detailed=("deal", "event"))
    assert register.rebuild() == 0 and register.survey(detailed=("deal", "event")) == before


def test_a_better_reading_of_the_same_claim_reaches_the_outline(tmp_path):
    """A claim that is read anew under its old name, with another maker, changes no cell of a deal, but the fleet's origin."""
    with Register.open(tmp_path / "register.db") as register:
        papers = list(make_ledger(LedgerSettings(claims=400, seed=8)))
        lay(register, papers)
        place, index, old = next((p, i, r) for p in papers for i, r in enumerate(p) if r.claim.kind == "operation" and r.claim.roles.get("maker"))
        maker = msgspec.structs.replace(old.claim.roles["maker"][0], state="FIN")
        again = msgspec.structs.replace(old, claim=msgspec.structs.replace(old.claim, roles=old.claim.roles | {"maker": (maker,)}))
        lay(register, [(*place[:index], again, *place[index + 1 :])])
        assert register.survey(detailed=("deal", "event")).details == survey_of(register.view(queue=False)).details


def test_a_register_written_before_there_were_outlines_answers_the_same(tmp_path):
    with Register.open(tmp_path / "register.db") as register:
        papers = list(make_ledger(LedgerSettings(claims=300, seed=5)))
        lay(register, papers[:60])
        before = register.answers.slippage(on=DAY).answer
        with register.store._engine.begin() as connection:
            connection.execute(text("DELETE FROM outlines"))
        same(register.answers.slippage(on=DAY).answer, before)
        lay(register, papers[60:])
        same(register.answers.slippage(on=DAY).answer, slippage(register.view(queue=False), DAY))
