"""A dash that stands for the verb of the clause before, and words that part a subject from its verb."""

import pytest

from wektor.engines.grammar import Analysis
from wektor.model import Document


def subjects(text: str, lang: str) -> list[list[str]]:
    """The states that are subject of each verb, a dash that stands for one among them."""
    analysis = Analysis(Document(id="t", text=text, lang=lang))
    parse, _ = analysis.opened(analysis.sentences[0])
    return [[m.state or m.text for m in v.subject] for v in parse.verbs]


@pytest.mark.parametrize(
    ("text", "lang", "told"),
    [
        ("Швеція передасть Україні САУ, Данія — снаряди, а Чехія — БТР.", "uk", [["SWE"], ["DNK"], ["CZE"]]),
        ("Ударные дроны Эфиопии отгрузила Турция, ракеты — Иран.", "ru", [["TUR"], ["IRN"]]),
        ("Индия поставит Египту десять танков, Катару — шесть гаубиц.", "ru", [["IND"], ["IND"]]),
        ("Szwecja przekaże Ukrainie haubice, Dania — pociski.", "pl", [["SWE"], ["DNK"]]),
        ("Литва отримала чотири гаубиці, Латвія — шість, Естонія — дві.", "uk", [["LTU"], ["LVA"], ["EST"]]),
        ("Казахстан получит шесть вертолётов, а Узбекистан — 12.", "ru", [["KAZ"], ["UZB"]]),
        ("Estonia dostarczy Ukrainie haubice, a Litwa i Łotwa - pociski.", "pl", [["EST"], ["LTU", "LVA"]]),
        ("Estonia zamówiła 36 haubic, Łotwa 18, a Litwa dwanaście.", "pl", [["EST"], ["LVA"], ["LTU"]]),
        ("Polska kupiła sześć śmigłowców, a Rumunia dwa okręty.", "pl", [["POL"], ["ROU"]]),
        ("Polska obiecała 14 czołgów (jeśli zgodzą się na to Niemcy), a Belgia – 15 haubic.", "pl", [["POL"], [], ["BEL"]]),
    ],
)
def test_a_dash_tells_what_the_verb_before_tells(text: str, lang: str, told: list[list[str]]) -> None:
    assert subjects(text, lang) == told


def test_what_is_told_once_holds_for_the_dash_too() -> None:
    drafts = Analysis(Document(id="t", text="Швеция передаст Украине гаубицы, Дания — снаряды.", lang="ru")).drafts
    flows = {(d.roles["supplier"][0].name, d.roles["recipient"][0].name, d.roles["item"][0].name) for d in drafts}  # type: ignore[union-attr]
    assert flows == {("SWE", "UKR", "howitzer"), ("DNK", "UKR", "shell")}


def told(text: str) -> set[tuple[str, str, object]]:
    """Who takes what, and how many, of each draft."""
    drafts = Analysis(Document(id="t", text=text, lang="ru")).drafts
    return {(d.roles["recipient"][0].name, d.roles["item"][0].name, d.roles["quantity"][0].value) for d in drafts}  # type: ignore[union-attr]


def test_a_number_alone_stands_beside_the_dash() -> None:
    found = told("Эстония взяла у Франции шесть гаубиц CAESAR, Латвия — двенадцать, Литва — восемнадцать.")
    assert found == {("EST", "CAESAR", 6), ("LVA", "CAESAR", 12), ("LTU", "CAESAR", 18)}


def test_clauses_that_share_a_verb_share_no_members() -> None:
    assert told("Мали получила от России четыре Ми-171, Нигер — два Ми-35.") == {("MLI", "Mi-17", 4), ("NER", "Mi-35", 2)}


@pytest.mark.parametrize("text", ["Франция — союзник Греции — продала Афинам шесть ракет.", "Турция продаёт ракеты, и Италия с Испанией тоже — партнёры."])
def test_a_dash_between_a_name_and_what_it_is_tells_nothing(text: str) -> None:
    assert len(subjects(text, "ru")) == 1


def test_words_about_the_speaker_part_subject_and_verb() -> None:
    assert subjects("Индия, перечислил докладчик, купила у России десять танков.", "ru")[1] == ["IND"]
    assert subjects("Індія, повідомив міністр, купила в Росії десять танків.", "uk")[1] == ["IND"]


def test_words_that_pass_on_news_are_the_rest_of_no_verbs_phrase() -> None:
    analysis = Analysis(Document(id="t", text="Швеція, за словами міністра, передасть Україні гаубиці.", lang="uk"))
    assert "delivery" in {t.frame.kind for t in analysis.opened(analysis.sentences[0])[1]}


def test_whom_a_longer_phrase_ends_in_may_fill_a_role() -> None:
    (draft,) = Analysis(Document(id="t", text="Литва продовжує навчання українських пілотів.", lang="uk")).drafts
    assert "UKR" in {f.state for fillers in draft.roles.values() for f in fillers}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Jedenaście pojazdów trafiło do Ghany, dziesięć na Filipiny.", True),
        ("Wieże robi Elbit Systems, a podwozia hiszpański oddział General Dynamics.", True),
        ("Polska kupi radary, pociski i czołgi.", False),
        ("Rakiety dostarczył Saab, producent radarów.", False),
        ("Polska kupi radary, które robi Saab.", False),
        ("Kenia kupiła od Turcji czołgi, wozy i radary.", False),
    ],
)
def test_a_clause_of_two_members_needs_no_dash(text: str, wanted: bool) -> None:
    analysis = Analysis(Document(id="t", text=text, lang="pl"))
    assert any(v.model is not None for v in analysis.opened(analysis.sentences[0])[0].verbs) == wanted


def test_a_verb_behind_and_goes_on_with_the_subject() -> None:
    assert subjects("Турция передаст концерну чертежи ракет и обучит восемьдесят техников.", "ru")[1] == ["TUR"]


def test_a_ukrainian_pronoun_is_an_object_where_it_owns_nothing() -> None:
    analysis = Analysis(Document(id="t", text="Єреван замовив гаубиці і чекає їх до осені.", lang="uk"))
    assert [m.text for m in analysis.sentences[0].mentions if m.kind == "pron"] == ["їх"]


def test_who_acts_in_one_clause_has_no_part_in_the_other() -> None:
    drafts = Analysis(Document(id="t", text="Бразилія купить чотири фрегати, а Чилі — два.", lang="uk")).drafts
    assert [(d.roles["recipient"][0].name, "supplier" in d.roles) for d in drafts] == [("BRA", False), ("CHL", False)]  # type: ignore[union-attr]


def test_prepositions_of_other_senses_repeat_nothing() -> None:
    assert len(subjects("З Нігером фірма підписала контракт на шість дронів, і два з них уже в Ніамеї.", "uk")) == 1


def test_a_verb_without_a_doer_has_no_subject() -> None:
    assert subjects("Танки, що їх замовив Марокко, модернізовано у Чехії.", "uk") == [["MAR"], []]


def test_what_is_promised_is_promised_behind_the_dash_too() -> None:
    drafts = Analysis(Document(id="t", text="Peru obiecało Boliwii 14 czołgów, a Chile – 40 wozów bojowych.", lang="pl")).drafts
    assert {(d.roles["supplier"][0].name, d.status) for d in drafts} == {("PER", "planned"), ("CHL", "planned")}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Перший корвет Катар отримає в березні 2026 року, другий — у вересні 2026 року.", "uk"),
        ("Первый корвет Катар получит в марте 2026 года, второй — в сентябре 2026 года.", "ru"),
    ],
)
def test_the_second_has_the_verb_of_the_first_and_a_date_of_its_own(text: str, lang: str) -> None:
    drafts = Analysis(Document(id="t", text=text, lang=lang, published="2024-05-10")).drafts
    assert {d.date for d in drafts if d.kind == "delivery"} == {"2026-03", "2026-09"}


def test_a_number_of_any_case_leaves_the_taker() -> None:
    text = "Данія віддала Україні дев'ятнадцять F-16, Нідерланди — двадцять чотири, Норвегія — шість."
    drafts = Analysis(Document(id="t", text=text, lang="uk")).drafts
    assert {(d.roles["supplier"][0].name, d.roles["recipient"][0].name) for d in drafts} == {("DNK", "UKR"), ("NLD", "UKR"), ("NOR", "UKR")}  # type: ignore[union-attr]
