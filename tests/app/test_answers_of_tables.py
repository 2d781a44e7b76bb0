"""Answers over a trade register's table, beside the same figures added up from its rows with plain polars."""

import datetime as dt
import re
from collections import Counter
from pathlib import Path

import polars as pl
import pytest

from wektor import Register
from wektor.model.views import Filters

REAL = Path("../shared/datasets/sipri/excerpt-under-10pct.csv")
FEW = (3, 14)  # rows of a state that is tried: what is larger takes long to read in
DAY = dt.date(2024, 12, 31)
COLUMNS = "recipient,supplier,order_year,order_year_uncertain,number_ordered,number_ordered_uncertain,designation,description,category,number_delivered,number_delivered_uncertain,delivery_years,status,local_production,local_production_source,sipri_id,match_level,comments"
CHOSEN = r"(?i)(^|[;(]\s*)selected but\b"  # not yet ordered
MADE = f"""{COLUMNS}
Chile,Brazil,2009,,12,,A-29,trainer/combat aircraft,Aircraft,12,,2010; 2011,New,no,database,70001,A,delivery planned 2010
Chile,Brazil,2009,,6,,A-29,trainer/combat aircraft,Aircraft,2,,2012,New,no,database,70002,A,Delivery planned 2010-11; second batch
Chile,Brazil,2011,?,1,,ERJ-135,light transport aircraft,Aircraft,0,,,New,no,,,,Delivery probably planned 2014
Chile,Brazil,2011,?,1,,ERJ-135,light transport aircraft,Aircraft,0,,,New,no,,,,
Chile,Spain,2010,,3,,C-295,transport aircraft,Aircraft,3,?,2011,New,yes,database,70003,A,assembled in part in Chile
Chile,France,2014,,5,,AS532 Cougar,transport helicopter,Aircraft,0,,,New,no,database,70004,A,delivery planned from 2026
Chile,France,2015,,,,Exocet,anti-ship missile,Missiles,40,?,2016; 2017,New,no,database,70005,A,
Chile,Germany,2018,,0,,Bo-105,light helicopter,Aircraft,0,,,New,no,database,70006,A,
Chile,unknown supplier(s),2018,,9,,Mortar,mortar,Artillery,9,,2019,New,no,database,70007,A,
Somewhere rebels (Chile)*,Brazil,2019,,7,,A-29,trainer/combat aircraft,Aircraft,7,,2020,New,no,database,70008,A,
Peru,Spain,2019,,2,,C-295,transport aircraft,Aircraft,2,,2021,Second hand,no,database,70009,A,Second-hand; aid
Peru,Spain,2022,,4,,AS532 Cougar,transport helicopter,Aircraft,0,,,New,no,database,70010,A,Aid; delivery planned 2025
Ecuador,Spain,2023,,8,,C-295,transport aircraft,Aircraft,0,,,New,yes,,70011,A,Produced under licence; selected but not yet ordered by end-2024
Ecuador,Spain,2023,,3,,AS532 Cougar,transport helicopter,Aircraft,0,,,New,no,,70012,A,Option on 2 more
"""  # fmt: skip


def numbers(table):
    """The table with what the figures are made of: units, what is firm of them, what came and when, when it was due."""
    digits = (pl.col(c).cast(pl.String).cast(pl.Float64, strict=False).fill_null(0) for c in ("number_ordered", "number_delivered"))
    table = table.with_columns(digits).with_columns(pl.col("number_delivered") * pl.col("delivery_years").is_not_null())
    chosen = pl.col("comments").fill_null("").str.contains(CHOSEN) & (pl.col("number_delivered") == 0)
    table = table.with_columns(firm=pl.when(chosen).then(0).otherwise("number_ordered"))
    return table.with_columns(units=pl.when(pl.col("number_ordered") > 0).then("number_ordered").otherwise("number_delivered"))


def slips(rows):
    """Standing and months of each row with a planned delivery, as of DAY: by which deliveries lie outside the plan, or from its end to the day."""
    found = []
    for row in rows.iter_rows(named=True):
        plan = re.search(r"(?i)delivery (?:probably )?planned (from )?(20\d\d)(?:[-/](20)?(\d\d)\b)?", row["comments"] or "")
        if plan:
            last = max(int("20" + plan[4]) if plan[4] else 0, int(plan[2]))
            month = 1 if plan[1] and last == int(plan[2]) else 12
            years = [int(y) for y in re.findall(r"\d{4}", str(row["delivery_years"]))] if row["number_delivered"] else []
            early = min(0, (max(years) - int(plan[2])) * 12 + 11) if years else 0
            late = max(0, (min(years) - last) * 12 + 1 - month) + early if years else max(0, (DAY.year - last) * 12 + DAY.month - month)
            found.append(("came" if years else "overdue" if (last, month) < (DAY.year, DAY.month) else "due", late))
    return Counter(found)


def sums(rows, codes, unit):
    """What each known supplier has, and the concentration."""
    known = rows.with_columns(code=pl.col("supplier").replace_strict(codes, default=None)).drop_nulls("code")
    amounts = known.group_by("code").agg(n=pl.col(unit).sum() if unit else pl.len())
    parts = amounts.filter(pl.col("n") > 0).select(s=pl.col("n") / pl.col("n").sum())["s"]
    return dict(amounts.select("code", pl.col("n").cast(pl.Float64)).iter_rows()), (parts**2).sum() if len(parts) else None


def check(answers, state, rows, codes):
    """All figures of one state."""
    for unit, basis in ((None, "deals"), ("units", "units")):
        answer, (wanted, index) = answers.partners(state, basis).answer, sums(rows, codes, unit)
        assert {r.partner: r.amount for r in answer.rows} == wanted, (state, basis)
        assert answer.hhi == pytest.approx(index), state
    fleet = answers.fleet(state).answer
    named = rows.filter(pl.col("designation") != pl.col("description"))
    assert sum(r.ordered for r in fleet.rows) == named["firm"].sum() and sum(r.delivered for r in fleet.rows) == named["number_delivered"].sum(), state
    answer = answers.slippage(on=DAY.isoformat(), filters=Filters(state=(state,))).answer
    found = Counter((r.standing, r.months) for r in answer.rows if state in r.takers)
    assert found == slips(rows), state


def codes_of(register, names):
    """Names of states led to codes; whoever is no state is left out."""
    import pycountry

    odd = {"Turkiye": "TUR", "UAE": "ARE", "South Korea": "KOR", "Viet Nam": "VNM", "DR Congo": "COD", "Cote d'Ivoire": "CIV", "Kosovo": "XKX", "Russia": "RUS"}
    found = {}
    for name in names:
        try:
            found[name] = odd.get(name) or pycountry.countries.lookup(name).alpha_3
        except LookupError:
            continue
    return found


def test_a_made_up_table(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text(MADE, encoding="utf-8")
    table = numbers(pl.read_csv(path))
    with Register.open(tmp_path / "table.db") as register:
        register.import_register(path)
        codes = codes_of(register, table["supplier"].unique())
        check(register.answers, "CHL", table.filter(pl.col("recipient") == "Chile"), codes)
        check(register.answers, "PER", table.filter(pl.col("recipient") == "Peru"), codes)
        ordered = sorted(r.ordered for r in register.answers.fleet("CHL").answer.rows)
        assert ordered == [0, 0, 2, 3, 5, 9, 18]
        fleet = register.answers.fleet("PER").answer
        assert [(o.origin, o.share) for o in fleet.origins] == [("ESP", 1)]
        assert {(r.standing, r.sought, r.ordered) for r in fleet.rows} == {("delivered", 0, 2), ("on order", 0, 4)}  # a gift is ordered too
        shift = register.answers.shift("CHL", "2013").answer
        assert (shift.deals_before, shift.deals_after) == (5, 3) and "at least" not in (shift.thin or "")


def test_what_is_selected_is_sought_and_an_option_is_on_more_than_is_ordered(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text(MADE, encoding="utf-8")
    with Register.open(tmp_path / "table.db") as register:
        register.import_register(path)
        rows = register.answers.fleet("ECU").answer.rows
        assert {(r.standing, r.sought, r.ordered) for r in rows} == {("planned", 8, 0), ("on order", 0, 3)}
        assert not register.answers.slippage(on="2026-01-01", filters=Filters(state=("ECU",))).answer.rows  # 2023 is when it was chosen


def test_rows_of_a_register_are_deals_of_their_own_and_the_same_row_anew_is_the_same_deal(tmp_path):
    path, later = tmp_path / "table.csv", tmp_path / "later.csv"
    path.write_text(MADE, encoding="utf-8")
    later.write_text(MADE.replace("A-29,trainer/combat aircraft,Aircraft,2,,2012", "A-29,trainer/combat aircraft,Aircraft,6,,2012; 2013"), encoding="utf-8")
    with Register.open(tmp_path / "table.db") as register:
        register.import_register(path)
        assert register.counts()["deal"] == 14
        register.import_register(later)
        assert register.counts()["deal"] == 14
        [deal] = [d for d in register.deals(Filters(state=("CHL",))) if d.delivered and d.delivered[0].value in (2, 6)]
        assert {c.value for c in deal.delivered} == {2, 6}


def test_the_real_table(tmp_path):
    if not REAL.exists():
        pytest.skip(f"{REAL} is not here")
    whole = pl.read_csv(REAL, infer_schema_length=None)
    few = whole.group_by("recipient").len().filter(pl.col("len").is_between(*FEW)).sort("recipient")["recipient"]
    tried = [s for s in few if "*" not in s and s not in ("Lebanon", "Yemen")][::5]  # of these two the packs know forces of their own
    rows = whole.filter(pl.col("recipient").is_in(tried))
    path = tmp_path / "table.csv"
    rows.write_csv(path)
    table = numbers(rows)
    with Register.open(tmp_path / "table.db") as register:
        register.import_register(path)
        codes = codes_of(register, {*table["supplier"], *tried})
        assert len(tried) >= 8
        for name in tried:
            if name in codes:
                check(register.answers, codes[name], table.filter(pl.col("recipient") == name), codes)
