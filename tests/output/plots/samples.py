"""One answer of each sort, small, with a hostile name in it; and the same without rows."""

import msgspec

from wektor.app.speaking import Speaker
from wektor.model import answers as a

HOSTILE = '</svg><script>alert("1")</script>\'\\'
NAMES = {"eq:anka": "TAI Anka", "eq:evil": HOSTILE}
COVER = {"title": "t", "coverage": a.Coverage(deals=3, claims=4, documents=1, first="2023-11-28", last="2024-05-01", left_out={"no date": ("d-1",)})}
SHARES = {"TUR": 0.4, "RUS": 0.2, "CHN": 0.1, "ISR": 0.1, "USA": 0.1, "KOR": 0.05, "FRA": 0.03, "ITA": 0.02}
STEPS = (("1991", "1991-01-01", "1991-12-31", "relation", None, "done", "TUR"), ("2022-05", "2022-05-01", "2022-05-31", "agreement", "memorandum", "done", "TUR"),
         ("2024", "2024-01-01", "2024-12-31", "production", "assembly", "planned", "TUR"), ("2023", "2023-01-01", "2023-12-31", "order", None, "ended", "RUS"))  # fmt: skip
TYPES = (("eq:anka", "combat UAV", ("TUR",), "delivered"), ("eq:evil", "UAV", ("RUS", "ISR"), "in service"), ("eq:x", None, (), "planned"))

ANSWERS = {
    "timeline": a.Chronicle(**COVER, states=("KAZ",), rows=tuple(
        a.Happening(date=d, day=day, until=until, kind=k, attribute=at, status=s, states=("KAZ", o), items=("eq:evil",)) for d, day, until, k, at, s, o in STEPS)),
    "partners": a.Partners(**COVER, state="KAZ", basis="deals", unit="deals", total=8, hhi=0.3, effective=3.3, rows=tuple(
        a.PartnerRow(partner=p, share=s, amount=8 * s, supplies=2, makes=int(s > 0.1), gives=1) for p, s in SHARES.items())),
    "units": a.Partners(**COVER, state="KAZ", basis="value", unit="USD", total=8e9, hhi=0.5, effective=2, rows=(a.PartnerRow(partner="TUR", share=1, amount=8e9),)),
    "windows": a.Windows(**COVER, state="KAZ", basis="deals", unit="deals", years=5, rows=tuple(
        a.WindowRow(since=y, until=y + 4, partner=p, share=s, change=None, hhi=0.3, effective=3) for y in (2005, 2015) for p, s in SHARES.items())),
    "fleet": a.Inventory(**COVER, state="KAZ", hhi=0.2, effective=5, classes=(a.ClassRow(cls="UAV", types=3, units=7, suppliers=("TUR",), hangs_on=None),), rows=tuple(
        a.HoldingRow(state="KAZ", item=i, cls=c, origins=o, suppliers=o, makers=(), standing=s, ordered=3, delivered=2, serving=0, sought=0, day="2024-01-01") for i, c, o, s in TYPES)),
    "localisation": a.Localisation(**COVER, state="KAZ", highest="manufacture", rows=(
        a.RungRow(item="eq:anka", rung="assembly", partner="TUR", planned="2024", standing="planned"),
        a.RungRow(item="eq:evil", rung="manufacture", partner=None, reached="2013/..", standing="reached"), a.RungRow(item=None, rung="licence", partner="RUS", standing="ended"))),
    "slippage": a.Slippage(**COVER, day="2024-06-30", measured=1, median=5, worst=5, overdue=1, rows=tuple(
        a.SlipRow(stage="delivered", partner=p, takers=("KAZ",), item=i, kind="order", planned=first, newest=newest, actual=actual, months=m, standing=s)
        for p, i, first, newest, actual, m, s in (("TUR", "eq:anka", "2022-12", "2023-03", "2023-05", 5, "came"), ("TUR", "eq:evil", "2024-01", "2024-01", None, 5, "overdue"),
                                                  (None, None, "2025", "2025", None, 0, "due")))),
    "slips": a.Slippage(**COVER, day="2024-06-30", measured=2, median=5, worst=9, overdue=0, rows=(
        a.SlipGroup(by="partner", of="TUR", measured=2, median=5.5, worst=9, overdue=0, due=0),
        a.SlipGroup(by="partner", of="not named", measured=0, median=None, worst=None, overdue=2, due=0))),
    "whatif": a.Loss(**COVER, state="KAZ", without="TUR", fleet_share=0.4, units_share=None, open_share=None, rows=(
        a.LossRow(item="eq:evil", cls="combat UAV", losses=("supplier", "parts"), other=(), open=1, fielded=1, units=3, share=1.0),
        a.LossRow(item="not named", cls=None, losses=("training",), other=("CHN",), open=0, fielded=0, units=0, share=0.25))),
    "firsts": a.Firsts(**COVER, rows=(a.FirstRow(region="Central Asia", kind="order", cls="combat UAV", state="KAZ", date="2021-10", sure=True),
                                      a.FirstRow(region="Western Asia", kind="order", cls="UAV", partner="ISR", state="AZE", date="2011?", sure=False))),
    "phases": a.Phases(**COVER, states=("KAZ", "TUR"), weak=(("2005-01-01", 0.3),), rows=(
        a.PhaseRow(name="a", since="1991", until="2010", earliest="1991-01-01", latest="1991-12-31", chance=None, moments=3, per_year=0.2, kinds=("aid", "training"), counts=(2, 1)),
        a.PhaseRow(name="b", since="2011", until="2023", earliest="2010-06-01", latest="2011-12-31", chance=0.8, moments=9, per_year=0.7, kinds=("venture",), counts=(9,))),
        instants=tuple(a.Instant(date=d, first=f"{d}-01-01", last=f"{d}-12-31", kind=k, what=k, phase=p) for d, k, p in (("1991", "aid", 0), ("2011", "venture", 1), ("2022", "training", 1)))),
    "shift": a.Shift(**COVER, state="KAZ", at="2022-02-24", found=False, chance=None, basis="deals", unit="deals", level=0.9, deals_before=9, deals_after=9, rate_before=1, rate_after=3,
                     rate_change=2, rate_low=1, rate_high=4, thin=None, rows=(a.ShiftRow(partner="TUR", before=0.2, after=0.6, change=0.4, low=0.1, high=0.6, sure=True),
                                                                             a.ShiftRow(partner="RUS", before=0.7, after=None, change=None, low=None, high=None, sure=False))),
    "network": a.Network(**COVER, level="firms", basis="deals", unit="deals", communities=2, rows=tuple(
        a.ActorRow(since=1990, until=2024, actor=i, kind="firm" if ":" in i else "state", state=None, gives=g, takes=1, gives_to=1, takes_from=1, betweenness=0.1, community=c, bridge=False)
        for i, g, c in (("TUR", 5, 0), ("KAZ", 0, 0), ("eq:evil", 2, 1))),
        flows=(a.FlowRow(since=1990, until=2024, source="TUR", target="KAZ", amount=5, bridge=False), a.FlowRow(since=1990, until=2024, source="eq:evil", target="KAZ", amount=2, bridge=True))),
}  # fmt: skip


def bare(answer):
    """The same answer without rows."""
    empty = {f: () for f in ("rows", "instants", "flows", "classes") if f in answer.__struct_fields__}
    return msgspec.structs.replace(answer, coverage=a.Coverage(), **empty)


def speaker(lang="en", order=()):
    return Speaker(lang, NAMES, order)
