"""Answers of a small register that was read from articles, as a caller and as a person at the command line get them."""

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from wektor import Document, Register
from wektor.app.answers import Answers
from wektor.cli.commands import app
from wektor.model import InputError
from wektor.model.views import Filters, Page

TEXTS = (
    ("order", "2021-05-25", "Poland ordered 24 Bayraktar TB2 drones from Turkey in May 2021. The contract is worth 270 million dollars."),
    ("handover", "2022-10-30", "Turkey delivered 6 Bayraktar TB2 drones to Poland in October 2022."),
    ("tanks", "2022-08-27", "Poland ordered 180 K2 tanks from South Korea in August 2022."),
    ("licence", "2023-03-10", "WZL in Poland will assemble Bayraktar TB2 drones under a Turkish licence in 2024."),
    ("helicopters", "2019-05-02", "Leonardo delivered two AW109 helicopters to Nigeria in April 2019."),
)  # fmt: skip


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    path = tmp_path_factory.mktemp("answers") / "register.db"
    with Register.open(path) as register:
        register.add([Document(id=i, lang="en", published=day, text=text) for i, day, text in TEXTS])
    return str(path)


@pytest.fixture
def answers(db):
    with Register.open(db, create=False) as register:
        yield Answers(register)


def test_answers_are_typed_named_and_make_frames(answers):
    told = answers.partners("Poland", "units")
    assert {r.partner: r.amount for r in told.answer.rows} == {"TUR": 24, "KOR": 180}
    assert told.to_polars()["partner"].to_list() == ["South Korea (KOR)", "Türkiye (TUR)"]
    assert told.answer.hhi == pytest.approx((24**2 + 180**2) / 204**2)
    assert {r.state for r in answers.firsts(region="Africa").answer.rows} == {"NGA"}
    assert [r.state for r in answers.firsts(filters=Filters(state=("POL",)), by=["partner"]).answer.rows] == ["POL"] * 2
    assert any("supplier" in r.losses for r in answers.whatif("POL", "Turkey").answer.rows)
    assert answers.slippage(on="2030").answer.day == "2030-12-31"
    assert [r.rung for r in answers.localisation("POL").answer.rows]


def test_before_the_first_document_there_is_nothing(answers):
    for told in (answers.partners("POL", as_of="1999-01-01"), answers.windows("POL", 5, as_of="1999"), answers.localisation("POL", as_of="1999"),
                 answers.slippage(as_of="1999"), answers.whatif("POL", "TUR", as_of="1999"), answers.firsts(as_of="1999")):  # fmt: skip
        assert not told and told.answer.coverage.deals == 0


def test_bad_input_says_what_is_meant(answers):
    for ask, words in ((lambda: answers.partners("Polnd"), "did you mean Poland"), (lambda: answers.whatif("POL", "Turky"), "--without: 'Turky'"),
                       (lambda: answers.whatif("POL", "Poland"), "is the state itself"), (lambda: answers.partners("POL", "weight"), "is none of deals"),
                       (lambda: answers.windows("POL", 0), "no window"), (lambda: answers.firsts(region="Midle Africa"), "did you mean Middle Africa"),
                       (lambda: answers.slippage(by="year"), "is none of partner"),
                       (lambda: answers.firsts(filters=Filters(since="2024", until="2020")), "is after --to")):  # fmt: skip
        with pytest.raises(InputError, match=words):
            ask()


@pytest.mark.parametrize("words", [("partners", "POL"), ("partners", "POL", "--window", "5"), ("localisation", "POL"), ("slippage", "--by", "partner"),
                                   ("whatif", "POL", "--without", "TUR"), ("firsts",), ("fleet", "POL"), ("phases", "POL", "TUR"), ("shift", "POL", "--at", "2022"),
                                   ("network", "--level", "firms"), ("network", "--window", "5")])  # fmt: skip
def test_commands_in_every_format(db, words):
    def run(format):
        result = CliRunner().invoke(app, [*words, "--db", db, "-f", format])
        assert result.exception is None, result.exception
        return result.stdout

    ids = {row.get("deals") for row in csv.DictReader(io.StringIO(run("csv")))}
    whole = json.loads(run("jsonl"))
    assert {", ".join(r["deals"]) for r in whole["rows"]} == {i for i in ids if i} and whole["notes"]
    for format in ("table", "md", "html"):
        assert "covers" in run(format)


def test_a_page_of_rows_and_flows_has_the_totals_of_all(answers):
    whole = answers.network()
    page = whole.cut(Page(1, 1))
    assert (page.answer.rows, page.answer.flows) == (whole.answer.rows[1:2], whole.answer.flows[1:2]) and len(whole.answer.flows) > 1
    assert page.more and page.answer.coverage == whole.answer.coverage and not whole.cut(Page(None)).more


def test_answers_over_all_deals_show_a_page(db):
    result = CliRunner().invoke(app, ["network", "--db", db, "--limit", "1"])
    assert "more follow: --offset 1" in result.stderr and "covers: " in result.stdout


def test_a_deal_counts_once_however_many_tell_of_it(db, tmp_path, answers):
    again = (("copy", "2021-05-26", f"By our staff. {TEXTS[0][2]}"), ("other", "2021-06-02", "In May 2021 Turkey sold 24 Bayraktar TB2 drones to Poland."),
             ("third", "2022-08-30", "Poland has ordered 180 K2 tanks from South Korea in August 2022, the ministry said."))  # fmt: skip
    with Register.open(tmp_path / "more.db") as register:
        register.add([Document(id=i, lang="en", published=day, text=text) for i, day, text in (*TEXTS, *again)])
        more = register.answers
        for ask in (lambda a: a.partners("POL"), lambda a: a.partners("POL", "units"), lambda a: a.fleet("POL"), lambda a: a.network()):
            one, other = ask(answers), ask(more)
            assert [plain(r) for r in other.answer.rows] == [plain(r) for r in one.answer.rows]
            assert other.answer.coverage.deals == one.answer.coverage.deals and other.answer.coverage.documents > one.answer.coverage.documents


def plain(row):
    """A row without the ids behind it."""
    return {name: getattr(row, name) for name in row.__struct_fields__ if name not in ("deals", "events", "claims")}


@pytest.mark.parametrize("form", ["table", "csv", "jsonl", "html", "md"])
def test_quotes_stand_behind_the_rows_in_every_format(db, form):
    """The words of the source, with publisher and day."""
    text = "Poland ordered 24 Bayraktar TB2"
    done = CliRunner().invoke(app, ["partners", "POL", "--quotes", "2", "--format", form, "--db", db])
    assert done.exit_code == 0 and text in done.stdout, done.stdout
    bare = CliRunner().invoke(app, ["partners", "POL", "--quotes", "0", "--format", form, "--db", db])
    assert text not in bare.stdout
