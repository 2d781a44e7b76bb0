"""Deals made for tests, and strategies that make many."""

from hypothesis import strategies as st

from wektor.model import Actor, Claim, Evidence, Quantity
from wektor.model.register import Cell, ClaimRecord, Deal, Stage, View

STATES = ("AAA", "BBB", "CCC", "DDD")
HOME = "HOM"


def cell(value, unit=None, sources=()):
    return Cell(value=value, unit=unit, sources=sources, independent=1)


def deal(id, givers=("AAA",), takers=(HOME,), firms=(), bodies=(), **more):
    given = {"kind": "order", "status": "ordered", "items": (cell("eq:x"),), "cls": "tank", "givers": firms, "takers": bodies, "first": "2020", "last": "2020"}
    return Deal(id=id, giver_states=tuple(givers), taker_states=tuple(takers), **given | more)


def stage(name, planned=(), actual=()):
    return Stage(name=name, planned=tuple(cell(d) for d in planned), actual=tuple(cell(d) for d in actual))


def actor(state, id=None):
    return Actor(id=id or f"state:{state}", name=state, state=state, text=state, start=0, end=3)


def record(id, published, kind="talks", status="done", quantity=None, **roles):
    if quantity is not None:
        roles["quantity"] = (Quantity(value=quantity, unit="pieces", text=str(quantity), start=4, end=6),)
    claim = Claim(doc="a", kind=kind, attribute=None, status=status, date=None, evidence=Evidence(0, 3, "abc"), roles=roles)
    return ClaimRecord(id=id, document="a", copy_group="a", claim=claim, published=published)


def view(*deals, events=(), claims=(), entities=()):
    return View(entities={e.id: e for e in entities}, deals={d.id: d for d in deals}, events={e.id: e for e in events}, claims={c.id: c for c in claims})


@st.composite
def many(draw):
    """Deals of HOME with one to three partners, some with numbers, values and dates."""
    found = []
    for number in range(draw(st.integers(0, 12))):
        givers = draw(st.lists(st.sampled_from(STATES), max_size=3, unique=True))
        units, value = draw(st.none() | st.integers(1, 500)), draw(st.none() | st.integers(1, 10**9))
        year = draw(st.none() | st.integers(1995, 2025))
        found.append(deal(f"d-{number}", givers, ordered=(cell(units),) if units else (), kind=draw(st.sampled_from(["order", "aid", "venture", "agreement"])),
                          value=(cell(value, draw(st.sampled_from(["USD", "EUR"]))),) if value else (), first=str(year) if year else None,
                          status=draw(st.sampled_from(["mooted", "ordered", "delivered", "ended", "denied"]))))  # fmt: skip
    return tuple(found)
