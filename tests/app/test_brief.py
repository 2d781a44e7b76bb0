"""The brief: a note behind every statement, whole and escaped, in both languages, of what was asked for."""

import io
import re
from html.parser import HTMLParser

import pytest
from typer.testing import CliRunner

from tests.app.test_answers import TEXTS
from wektor import Document, Register
from wektor.app.answers import Answers
from wektor.app.briefing import Lookup
from wektor.app.citing import Citer, Statement
from wektor.cli.commands import app
from wektor.lexicon.briefs import brief_words
from wektor.model import InputError
from wektor.model.views import Filters
from wektor.output.briefs import write_page


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


def section(report, name):
    return next((s for s in report.sections if s.name == name), None)


def cells(report, name):
    return [" | ".join(line.cells) for table in section(report, name).tables for line in table.lines]


def test_every_statement_has_notes_that_are_there(brief):
    report = brief("POL", on="2025")
    assert [n.number for n in report.notes] == list(range(1, len(report.notes) + 1)) and len({n.claim for n in report.notes}) == len(report.notes)
    for part in report.sections:
        for number, line in enumerate(part.lines):
            assert part.name == "method" or line.notes or (part.name, number) == ("summary", 0), (part.name, line)
            assert all(1 <= n <= len(report.notes) for n in line.notes)
    texts = {i: text for i, _, text in TEXTS}
    for note in report.notes:
        text = texts.get(note.link.rpartition("/")[2])
        assert text is None or all(part in text for part in note.quote.split(" […] "))
    assert len(cells(report, "deals")) == 4


def test_an_empty_register_says_so_once(brief):
    report = brief("POL", "pl", as_of="1999")
    assert [s.name for s in report.sections] == ["method"] and report.sections[0].statements[0].cells == ("Rejestr nic o tym nie mówi.",)


def test_conflicts_name_what_differs_and_how(tmp_path):
    with Register.open(tmp_path / "r.db") as register:
        register.add([Document(id=i, lang="en", published="2021-06-02", publisher=i, text=f"Poland ordered {n} Bayraktar TB2 drones from Turkey in May 2021.")
                      for i, n in (("one", 24), ("other", 30))])  # fmt: skip
        report = Answers(register).brief("POL", "pl")
    assert cells(report, "conflicts") == ["zamówienie | Bayraktar TB2 | Liczba | 24 (1\u00a0źródło) / 30 (1\u00a0źródło)"]


def test_with_narrows_the_brief_and_does_not_repeat_the_other_state(brief):
    report = brief("POL", filters=Filters(state=("TUR",)))
    assert report.title == "Defence cooperation between Poland and Türkiye" and report.other == "TUR"
    assert "K2" not in " ".join(cells(report, "fleet")) and section(report, "partners") is None
    assert "Türkiye" not in " ".join(cells(report, "timeline"))


def test_columns_and_sections_without_a_word_are_left_out(brief):
    report = brief("POL", on="2022-01-01")
    for part in report.sections:
        for table in part.tables:
            assert all(any(line.cells[i] for line in table.lines) for i, _ in enumerate(table.columns)) and all(len(line.cells) == len(table.columns) for line in table.lines)
    assert section(report, "conflicts") is None and "Where sources differ" in report.sections[-1].statements[-1].cells[0]


@pytest.mark.parametrize("lang", ["en", "pl"])
def test_the_page_is_whole_escaped_and_asks_for_nothing(db, lang):
    page = CliRunner().invoke(app, ["brief", "POL", "--db", db, "--lang", lang]).stdout
    HTMLParser().feed(page)
    assert f'<html lang="{lang}">' in page and ("Polski" in page if lang == "pl" else "Poland" in page)
    assert "<b>Gazette" not in page and "&lt;b&gt;Gazette" in page and 'href="javascript' not in page
    assert not re.search(r"(?:\bsrc=|@import|<script|<link|url\((?!#))", page)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids)) and set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert page.count("<figure>") == page.count("<figcaption>") == page.count('role="img"') > 2


def test_markdown_has_a_footnote_for_every_mark(db):
    paper = CliRunner().invoke(app, ["brief", "POL", "--db", db, "-f", "md"]).stdout
    assert set(re.findall(r"\[\^(\d+)\](?!:)", paper)) == set(re.findall(r"^\[\^(\d+)\]:", paper, re.MULTILINE))
    widths = {line.count("|") - line.count("\\|") for line in paper.splitlines() if line.startswith("| ")}
    assert widths and "Figure 1. " in paper


def test_no_english_word_in_the_polish_page_but_names_and_quotes(brief):
    out = io.StringIO()
    write_page(brief("POL", "pl", on="2025"), out)
    text = re.sub(r"<style>.*?</style>|<ol class=notes>.*?</ol>", " ", out.getvalue(), flags=re.DOTALL)
    shown = " ".join(re.findall(r">([^<>]+)<", text))
    english = {*brief_words("en").labels.values(), *brief_words("en").columns.values(), *brief_words("en").sections.values()}
    polish = {*brief_words("pl").labels.values(), *brief_words("pl").columns.values(), *brief_words("pl").sections.values()}
    found = {w for w in english - polish if len(w) > 3 and re.search(rf"(?<!\w){re.escape(w)}(?!\w)", shown)}
    assert not found


def test_many_rows_are_bounded_and_the_rest_is_counted(tmp_path, monkeypatch):
    from wektor.app.briefing import parts, tables

    for module in (parts, tables):
        monkeypatch.setattr(module, "MOST", 2)
    with Register.open(tmp_path / "r.db") as register:
        register.add([Document(id=i, lang="en", published=day, text=text) for i, day, text in TEXTS])
        report = Answers(register).brief("POL", "pl")
    (table,) = section(report, "deals").tables
    assert len(table.lines) == 2 and table.left == "Pokazano wierszy: 2 z 3, te o największej liczbie źródeł; pozostałe podaje rejestr."


def test_unknown_language_is_named(brief):
    with pytest.raises(InputError, match="there is en, pl"):
        brief("POL", "xx")


def test_both_languages_have_the_same_words():
    en, pl = brief_words("en"), brief_words("pl")
    for field in ("sections", "columns", "nouns", "sentences", "labels", "plots"):
        assert set(getattr(en, field)) == set(getattr(pl, field)), field
        gaps = {k: (set(re.findall(r"{(\w+)}", str(getattr(w, field)[k]))) for w in (en, pl)) for k in getattr(en, field)}
        assert all(left == right for left, right in gaps.values()), field
    assert all(set(forms) == {"one", "few", "many", "other"} for forms in pl.nouns.values())


@pytest.mark.parametrize(("date", "words"), [("2022-05-10", "10 maja 2022"), ("2022-05", "maj 2022"), ("../2019-05", "do maja 2019"), ("2024/..", "od 2024"),
                                             ("199X", "1990–1999"), ("1997/1999", "1997–1999"), (None, "")])  # fmt: skip
def test_dates_in_words(date, words):
    assert brief_words("pl").date(date) == words


def test_numbers_bring_their_nouns():
    assert [brief_words("pl").count("deal", n) for n in (1, 2, 5, 22)] == ["1\u00a0przedsięwzięcie", "2\u00a0przedsięwzięcia", "5\u00a0przedsięwzięć", "22\u00a0przedsięwzięcia"]


@pytest.mark.parametrize(("lang", "date", "words"), [
    ("en", "2023-07/2023-12", "July – December 2023"), ("pl", "2023-07/2023-12", "lipiec – grudzień 2023"), ("pl", "2023-07/2024-01", "lipiec 2023 – styczeń 2024"),
    ("en", "2022/2023", "2022–2023")])  # fmt: skip
def test_months_of_one_year_name_it_once(lang, date, words):
    assert brief_words(lang).date(date) == words


def test_a_class_with_a_hyphen_keeps_its_name():
    from wektor.app.naming import plain_name
    from wektor.app.speaking import Speaker

    assert plain_name("class:electro-optical-system") == "electro-optical system" and plain_name("class:patrol-boat") == "patrol boat"
    assert Speaker("pl", {}).item("class:electro-optical-system") != "electro optical system"


def test_who_takes_is_told_from_who_gives(brief):
    assert "Poland" in cells(brief("TUR"), "deals")[0].split(" | ")[3] and "for Poland" in " ".join(cells(brief("TUR"), "timeline"))
    assert not any("for " in row for row in cells(brief("POL"), "timeline"))
    assert any("dla Polski" in row for row in cells(brief("TUR", "pl"), "deals"))
    assert "delivered in part" in " ".join(cells(brief("POL"), "deals")), "six of twenty-four came"


def test_names_are_asked_for_at_once():
    """On a server each question has its price, whatever it is about."""
    asked = []

    class Reader:
        claims = None

        def things(self, ids):
            asked.append([*ids])
            return {}

    names = Lookup(Reader()).names
    names.load(f"org:n-{n}" for n in range(50))
    assert names["org:n-7"] == "n 7" and len(asked) == 1 and len(asked[0]) == 50


def test_quotes_of_a_table_are_asked_for_together_and_are_the_same(db):
    with Register.open(db, create=False) as register, register.reading() as reader:
        asked = []
        deals = [d.id for d in register.deals()] * 9

        class Counting:
            def __getattr__(self, name):
                asked.append(name)
                return getattr(reader, name)

        wanted = [Statement((str(n),), deals[n:]) for n in range(len(deals))]
        together, one_by_one = (Citer(Lookup(Counting()), brief_words("en")) for _ in range(2))
        found = together.lines(wanted)
        many = len(asked)  # things, then the claims of the first, of the second and of the third of each line
        assert found == [one_by_one.line(*s) for s in wanted] and any(line.notes for line in found)
        assert together.notes() == one_by_one.notes()
        assert many <= 4
