"""The register's commands, as a person types them."""

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from tests.app.test_views import DOCUMENTS, OTHER
from wektor import Document, Register
from wektor.cli.commands import app
from wektor.model import WektorError

RUN = CliRunner()
BOMB = Document(id="bomb", lang="en", published="2023-01-02", publisher='=HYPERLINK("x")', text="Norway ordered five NH90 helicopters from France in May 2022.")


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    path = tmp_path_factory.mktemp("cli") / "register.db"
    with Register.open(path) as register:
        register.add([*DOCUMENTS, BOMB])
        register.add([OTHER])
    return str(path)


def run(*words, db):
    result = RUN.invoke(app, [*words, "--db", db])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.stdout


def rows(*words, db):
    return list(csv.DictReader(io.StringIO(run(*words, "--format", "csv", db=db))))


def test_views_in_every_format(db, tmp_path):
    assert "Bayraktar TB2" in run("deals", "--state", "POL", db=db)
    assert {r["takers"] for r in rows("deals", db=db)} == {"POL", "NGA", "NOR"}
    assert json.loads(run("deals", "-n", "1", "-f", "jsonl", db=db).splitlines()[0])["id"].startswith("d-")
    assert run("timeline", "Poland", "TUR", "-f", "md", db=db).startswith("| when |")
    assert "<table>" in run("fleet", "POL", "-f", "html", db=db)
    out = tmp_path / "deals.parquet"
    run("deals", "-f", "parquet", "-o", str(out), db=db)
    import polars

    assert polars.read_parquet(out).height == 3


@pytest.mark.parametrize("format", ["table", "csv", "jsonl", "html", "md"])
def test_a_deal_in_every_format(db, format):
    id = rows("deals", "--state", "POL", db=db)[0]["id"]
    assert "Poland ordered 24" in run("deal", id, "-f", format, db=db)


def test_filters_paging_and_the_past(db):
    assert len(rows("deals", "--limit", "2", db=db)) == 2
    assert len(rows("deals", "--limit", "0", "--offset", "1", db=db)) == 2
    assert rows("deals", "--item", "AW109", db=db)[0]["takers"] == "NGA"
    assert rows("conflicts", db=db)[0]["field"] == "ordered"
    assert rows("conflicts", "--as-of", "1999", db=db) == []
    assert [r["news"] for r in rows("changes", "--since", "1", db=db)] == ["contradicted"]
    assert rows("entities", "leonardo", db=db)[0]["id"] == "org:leonardo"
    assert "nothing fits" in run("entities", "--unsure", db=db)
    assert rows("search", "delivers drone", db=db)[0]["in"].startswith("d-")
    assert len(rows("runs", db=db)) >= 2


def test_cells_that_a_spreadsheet_would_run_are_defused(db):
    assert rows("search", "NH90", db=db)[0]["publisher"] == '\'=HYPERLINK("x")'


def test_judging_and_undoing(db):
    id = rows("deals", "--state", "POL", db=db)[0]["id"]
    said = run("judge", "correct", id, "ordered=24", "value=3.5e8 USD", "--by", "ola", "--why", "seen", db=db)
    judgement = said.split(":")[0]
    assert rows("deals", "--state", "POL", db=db)[0]["value"] == "350000000.0"
    assert any(r["by"] == "ola" for r in rows("history", id, db=db))
    run("undo", judgement, "--by", "ola", db=db)
    assert rows("deals", "--state", "POL", db=db)[0]["standing"] == "read"
    assert "nothing differed" in run("rebuild", db=db)


def test_mistakes_end_in_one_line(db, tmp_path):
    for words in (["deal", "d-none"], ["history", "x"], ["judge", "correct", "d-none", "ordered"], ["undo", "j-none"], ["timeline", "a", "b"]):
        with pytest.raises(WektorError) as caught:
            run(*words, db=db)
        assert "\n" not in str(caught.value)
    with pytest.raises(WektorError, match="there is none"):
        run("deals", db=str(tmp_path / "none.db"))
