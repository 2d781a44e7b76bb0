"""The brief: a note behind every statement, whole and escaped, in both languages, of what was asked for."""

import re
from html.parser import HTMLParser

import pytest
from typer.testing import CliRunner

from tests.app.test_answers import TEXTS
from wektor import Document, Register
from wektor.app.answers import Answers
from wektor.cli.commands import app
from wektor.lexicon.briefs import brief_words
from wektor.model import InputError
from wektor.model.views import Filters


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    path = tmp_path_factory.mktemp("brief") / "register.db"
    with Register.open(path) as register:
        register.add([Document(id=i, lang="en", published=day, text=text, url=f"https://example.org/{i}", publisher="<b>Gazette</b>") for i, day, text in TEXTS])
        register.add([Document(id="evil", lang="en", published="2023-06-01", url="javascript:alert(1)", text="Poland ordered 96 Apache helicopters from the USA in May 2023.")])
    return str(path)


@pytest.fixture
def brief(db):
    with Register.open(db, create=False) as register:
        yield Answers(register).brief


def lines(report, name):
    return next(s for s in report.sections if s.name == name).lines


def test_every_statement_has_notes_that_are_there(brief, db):
    report = brief("POL", on="2025")
    assert [n.number for n in report.notes] == list(range(1, len(report.notes) + 1)) and len({n.claim for n in report.notes}) == len(report.notes)
    for section in report.sections:
        for line in section.lines:
            assert section.name == "method" or line.notes, (section.name, line)
            assert all(1 <= n <= len(report.notes) for n in line.notes)
    texts = {i: text for i, _, text in TEXTS}
    for note in report.notes:
        text = texts.get(note.link.rpartition("/")[2])
        assert text is None or all(part in text for part in note.quote.split(" … "))
    assert len(lines(report, "deals")) == 4 and not lines(brief("POL", as_of="1999"), "summary")


def test_conflicts_name_what_differs_and_how(tmp_path):
    with Register.open(tmp_path / "r.db") as register:
        register.add([Document(id=i, lang="en", published="2021-06-02", publisher=i, text=f"Poland ordered {n} Bayraktar TB2 drones from Turkey in May 2021.")
                      for i, n in (("one", 24), ("other", 30))])  # fmt: skip
        report = Answers(register).brief("POL", "pl")
    assert [line.cells[2:] for line in lines(report, "conflicts")] == [("Liczba", "24 (1\u00a0źródło) / 30 (1\u00a0źródło)")]


def test_with_narrows_the_brief_and_its_fleet(brief):
    report = brief("POL", filters=Filters(state=("TUR",)))
    assert {line.cells[0] for line in lines(report, "partners")} == {"Türkiye"}
    assert "K2" not in " ".join(c for line in lines(report, "fleet") for c in line.cells)


def test_the_page_is_whole_escaped_and_asks_for_nothing(db):
    page = CliRunner().invoke(app, ["brief", "POL", "--db", db, "--lang", "pl"]).stdout
    HTMLParser().feed(page)
    assert '<html lang="pl">' in page and "Polska" in page and "Stany Zjednoczone" in page
    assert "<b>Gazette" not in page and "&lt;b&gt;Gazette" in page and 'href="javascript' not in page
    assert not re.search(r'(?:src|@import|url\()', page) and set(re.findall(r'href="#(\w+)"', page)) <= set(re.findall(r'id="(\w+)"', page))
    paper = CliRunner().invoke(app, ["brief", "POL", "--db", db, "-f", "md"]).stdout
    assert set(re.findall(r"\[\^(\d+)\](?!:)", paper)) == set(re.findall(r"^\[\^(\d+)\]:", paper, re.MULTILINE))


def test_unknown_language_is_named(brief):
    with pytest.raises(InputError, match="there is en, pl"):
        brief("POL", "xx")


def test_both_languages_have_the_same_words():
    en, pl = brief_words("en"), brief_words("pl")
    for field in ("sections", "columns", "nouns", "sentences", "labels", "plots"):
        assert set(getattr(en, field)) == set(getattr(pl, field)), field
    assert all(set(forms) == {"one", "few", "many", "other"} for forms in pl.nouns.values())


@pytest.mark.parametrize(("date", "words"), [("2022-05-10", "10 maja 2022"), ("2022-05", "maj 2022"), ("../2019-05", "do maja 2019"), ("2024/..", "od 2024"),
                                             ("199X", "1990–1999"), ("1997/1999", "1997 – 1999"), (None, "")])  # fmt: skip
def test_dates_in_words(date, words):
    assert brief_words("pl").date(date) == words


def test_numbers_bring_their_nouns():
    assert [brief_words("pl").count("deal", n) for n in (1, 2, 5, 22)] == ["1\u00a0przedsięwzięcie", "2\u00a0przedsięwzięcia", "5\u00a0przedsięwzięć", "22\u00a0przedsięwzięcia"]
