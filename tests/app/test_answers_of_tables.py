"""Partners of a trade register's table, beside the same figures added up from its rows with plain polars."""

from pathlib import Path

import polars
import pytest

from wektor import Register
from wektor.app.answers import Answers

REAL = Path("../shared/datasets/sipri/excerpt-under-10pct.csv")
HEADER = "recipient,supplier,order_year,order_year_uncertain,number_ordered,number_ordered_uncertain,designation,description,category,number_delivered,number_delivered_uncertain,delivery_years,status,local_production,local_production_source,sipri_id,match_level,comments\n"
MADE = HEADER + "".join(f"Chile,{who},{year},,{n or ''},,{what},{sort},Aircraft,0,,,New,no,database,{n},A,\n" for who, year, n, what, sort in (
    ("Brazil", 2009, 12, "A-29", "trainer/combat aircraft"), ("Brazil", 2011, 1, "ERJ-135", "light transport aircraft"), ("Spain", 2010, 3, "C-295", "transport aircraft"),
    ("France", 2014, 5, "AS532 Cougar", "transport helicopter"), ("Poland", 2017, 6, "S-70i", "helicopter"), ("Germany", 2018, 0, "Bo-105", "light helicopter")))  # fmt: skip


def ask(path, tmp_path, state):
    with Register.open(tmp_path / "table.db") as register:
        register.import_register(path)
        answers = Answers(register)
        return answers.partners(state).answer, answers.partners(state, "units").answer


def test_shares_and_concentration_are_those_of_the_rows(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text(MADE, encoding="utf-8")
    rows = polars.read_csv(path).with_columns(polars.col("number_ordered").fill_null(0))
    by_deals, by_units = ask(path, tmp_path, "CHL")
    for answer, amounts in ((by_deals, rows.group_by("supplier").len("n")), (by_units, rows.group_by("supplier").agg(n=polars.col("number_ordered").sum()))):
        shares = amounts.filter(polars.col("n") > 0).select(s=polars.col("n") / polars.col("n").sum())["s"]
        assert answer.hhi == pytest.approx((shares**2).sum()) and answer.total == amounts["n"].sum()
        assert sorted(r.share for r in answer.rows if r.share) == pytest.approx(sorted(shares))
    assert by_units.coverage.left_out == {"units not known": tuple(d for r in by_units.rows if r.partner == "DEU" for d in r.deals)}


def test_the_real_table_adds_up_wherever_rows_and_deals_are_one_to_one(tmp_path):
    if not REAL.exists():
        pytest.skip(f"{REAL} is not here")
    table = polars.read_csv(REAL, infer_schema_length=None).filter(polars.col("recipient") == "Nigeria")
    path = tmp_path / "table.csv"
    table.write_csv(path)
    counts = table.group_by("supplier").agg(rows=polars.len(), units=polars.col("number_ordered").cast(polars.Float64, strict=False).sum())
    wanted = sorted((r["rows"], r["units"]) for r in counts.iter_rows(named=True))
    found = [(len(r.deals), r.amount) for r in ask(path, tmp_path, "NGA")[1].rows]
    assert sum(pair in wanted for pair in found) >= 0.6 * len(wanted), (found, wanted)
