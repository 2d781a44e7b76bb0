"""Who is meant within a sentence: pronouns that are subjects, and whoever says a quotation."""

import pytest

from wektor.engines.grammar import Analysis
from wektor.grammar.relations import Parse
from wektor.model import Document


def parse(text: str, lang: str) -> Parse:
    analysis = Analysis(Document(id="t", text=text, lang=lang))
    return analysis.opened(analysis.sentences[0])[0]


def subjects(text: str, lang: str) -> list[list[str]]:
    return [[m.state or m.text for m in v.subject] for v in parse(text, lang).verbs]


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        ("Denmark buys from Israel, and in June it ordered radars from France.", "en", "DNK"),
        ("Дания закупает оружие в Израиле, а в июне она заказала радары у Франции.", "ru", "DNK"),
        ("Данія купує зброю в Ізраїлі, а в червні вона замовила радари у Франції.", "uk", "DNK"),
    ],
)
def test_a_pronoun_goes_on_with_the_subject_before(text: str, lang: str, wanted: str) -> None:
    assert subjects(text, lang)[-1] == [wanted]


def test_a_plural_does_not_go_on_with_one() -> None:
    assert subjects("Дания закупает оружие в Израиле, а в июне они заказали радары у Франции.", "ru")[-1] == ["они"]


def test_what_somebody_says_of_another_is_left_open_where_pronouns_have_gender() -> None:
    assert subjects("Уряд говорив, що вона замовила радари у Франції.", "uk")[-1] == ["вона"]


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        ("«Не продали Киеву ни одного танка», — сказал министр обороны Венгрии.", "ru", "HUN"),
        ("„Nie sprzedaliśmy Kenii ani jednego czołgu” – powiedział minister obrony Węgier.", "pl", "HUN"),
    ],
)
def test_a_verb_of_a_quotation_has_its_sayer_for_subject(text: str, lang: str, wanted: str) -> None:
    parsed = parse(text, lang)
    assert parsed.sayer is not None
    assert parsed.sayer.state == wanted


def test_of_a_quotation_that_names_nobody_the_sayer_is_meant() -> None:
    text = 'Peru ordered six tanks. "There is no purchase of tanks," a spokesman for the defence ministry of Chile said.'
    analysis = Analysis(Document(id="t", text=text, lang="en"))
    parsed = analysis.opened(analysis.sentences[1])[0]
    assert parsed.silent
    assert parsed.sayer is not None
    assert parsed.sayer.state == "CHL"


def test_a_scene_says_whose_government_acts() -> None:
    (sentence,) = Analysis(Document(id="t", text="Arnavutluk'ta hükûmet altı Bayraktar TB2 satın aldı.", lang="tr")).sentences
    assert [m.state for m in sentence.mentions if m.kind == "government"] == ["ALB"]


@pytest.mark.parametrize(("text", "lang"), [("Navantia przekazała Peru „Ullę Maris”.", "pl"), ("Navantia “Ulla Maris”i Peru'ya teslim etti.", "tr")])
def test_a_name_in_quotation_marks_may_be_a_thing(text: str, lang: str) -> None:
    (sentence,) = Analysis(Document(id="t", text=text, lang=lang)).sentences
    assert [m.definite for m in sentence.mentions if m.kind == "name"] == [True]
