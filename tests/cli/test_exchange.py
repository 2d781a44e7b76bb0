"""``wektor export``, ``import`` and ``compare``, as a person types them."""

import csv
import io
import json
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from typer.testing import CliRunner

from wektor import Document, Register
from wektor.cli.commands import app
from wektor.model import InputError

RUN = CliRunner()
TABLE = """recipient,supplier,order_year,number_ordered,designation,description,category,number_delivered,delivery_years,local_production,comments
Nigeria,Italy,2018,2,AW109,helicopter,Aircraft,2,2019,no,
Chad,Turkiye,2021,5,Bayraktar TB2,armed UAV,Aircraft,0,,no,Aid
,,2021,5,,,,,,,
"""
TEXTS = ("Leonardo delivered two AW109 helicopters to Nigeria in April 2019.", "Poland ordered 24 Bayraktar TB2 drones from Turkey in May 2021.")


@pytest.fixture
def db(tmp_path: Path) -> str:
    """A register of two articles."""
    with Register.open(tmp_path / "register.db") as register:
        register.add([Document(id=f"a{i}", text=text, lang="en", published="2022-01-02") for i, text in enumerate(TEXTS)])
    return str(tmp_path / "register.db")


@pytest.fixture
def table(tmp_path: Path) -> str:
    """A trade register."""
    (tmp_path / "sipri.csv").write_text(TABLE, encoding="utf-8")
    return str(tmp_path / "sipri.csv")


def run(*words: str, db: str) -> str:
    """What a command prints."""
    result = RUN.invoke(app, [*words, "--db", db])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.stdout


def test_export_in_every_format(db: str, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in run("export", "--format", "ftm", db=db).splitlines()]
    assert {"Contract", "ContractAward", "PublicBody"} <= {e["schema"] for e in lines}
    out = tmp_path / "graph.xml"
    run("export", "-f", "graphml", "-o", str(out), db=db)
    assert ET.parse(out).getroot().tag.endswith("graphml")
    rows = list(csv.reader(io.StringIO(run("export", "-f", "sipri", db=db))))
    assert {r[0] for r in rows[1:]} == {"Nigeria", "Poland"}
    run("export", "-f", "parquet", "-o", str(tmp_path / "all"), db=db)
    assert (tmp_path / "all" / "cells.parquet").exists()
    run("export", "-f", "parquet", "-o", str(tmp_path / "all.zip"), db=db)
    assert "claims.parquet" in zipfile.ZipFile(tmp_path / "all.zip").namelist()


def test_export_heeds_filters(db: str) -> None:
    rows = list(csv.reader(io.StringIO(run("export", "-f", "sipri", "--state", "POL", db=db))))
    assert [r[0] for r in rows[1:]] == ["Poland"]


def test_press_and_register_side_by_side(db: str, table: str) -> None:
    rows = list(csv.DictReader(io.StringIO(run("compare", "sipri", table, "--format", "csv", db=db))))
    told = {(r["outcome"], r["states"]) for r in rows}
    assert ("only there", "TCD, TUR") in told
    assert ("only here", "POL, TUR") in told
    assert any(r["outcome"] in ("agree", "differ") and r["row"] == "sipri.csv:2" for r in rows)
    only = list(csv.DictReader(io.StringIO(run("compare", "sipri", table, "--only", "only-there", "--format", "csv", db=db))))
    assert {r["outcome"] for r in only} == {"only there"}


def test_import_once_is_enough_and_rows_are_the_evidence(db: str, table: str) -> None:
    assert run("import", "sipri", table, db=db).startswith("2 rows with 3 claims; 0 were known, 1 set aside")
    assert run("import", "sipri", table, db=db).startswith("0 rows with 0 claims; 2 were known")
    with Register.open(db) as register:
        view = register.view()
        rows = [r for r in view.claims.values() if r.origin == "register"]
        assert len(rows) == 3 and len({r.copy_group for r in rows}) == 1
        assert {r.claim.evidence.text for r in rows} == set(TABLE.splitlines()[1:3])
        deal = next(d for d in view.deals.values() if d.taker_states == ("NGA",))
        assert deal.independent == 2
        assert register.rebuild() == 0


def test_after_import_the_press_is_still_compared_by_itself(db: str, table: str) -> None:
    before = run("compare", "sipri", table, "--format", "jsonl", db=db)
    run("import", "sipri", table, db=db)
    after = run("compare", "sipri", table, "--format", "jsonl", db=db)
    outcomes = [sorted((json.loads(x)["outcome"], json.loads(x)["states"]) for x in text.splitlines()) for text in (before, after)]
    assert outcomes[0] == outcomes[1]


def test_what_is_no_table_is_told_in_a_line(db: str, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    for path in (tmp_path / "x.csv", tmp_path / "none.csv", tmp_path):
        with pytest.raises(InputError):
            run("compare", "sipri", str(path), db=db)
