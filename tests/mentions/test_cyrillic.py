"""States, forces, firms and equipment of Russian sentences: the same names as from Latin letters."""

import pytest

from wektor.engines.grammar import Analysis
from wektor.mentions.mention import Mention
from wektor.model import Document


def mentions(text: str) -> list[Mention]:
    return [m for s in Analysis(Document(id="t", text=text, lang="ru")).sentences for m in s.mentions]


@pytest.mark.parametrize(
    ("text", "ident"),
    [
        ("Вертолёты закуплены у «Рособоронэкспорта».", "org:rosoboronexport"),
        ("Истребители построила корпорация «Иркут».", "org:irkut"),
        ("Договор подписали с Объединённой авиастроительной корпорацией.", "org:united-aircraft-corporation"),
        ("Об этом сообщили в ФСВТС.", "org:fsvts"),
        ("Бронемашины собирает «Отокар».", "org:otokar"),
        ("В войска поступили «Байрактары» и гаубицы.", "eq:bayraktar-tb2"),
        ("Заказаны вертолёты «Чинук».", "eq:ch-47-chinook"),
        ("На вооружении стоят Су-30СМ.", "eq:su-30"),
        ("Танки прибыли из Эфиопии.", "state:ETH"),
        ("Переговоры с Кот-д’Ивуаром идут.", "state:CIV"),
        ("Анкарские эксперты говорят о танках.", "state:TUR"),
    ],
)
def test_names_resolve_from_cyrillic(text: str, ident: str) -> None:
    assert ident in {m.id for m in mentions(text)}


def test_a_force_is_named_after_its_state() -> None:
    found = mentions("Вертолёты получили военно-воздушные силы Индии.")
    assert "Indian Air Force" in {m.name for m in found}


def test_an_adjective_is_no_force_and_a_title_is_none() -> None:
    assert not [m for m in mentions("Стороны сотрудничают в военной области.") if m.kind == "force"]
    assert not [m for m in mentions("Об этом он сказал на форуме «Армия» в Кубинке.") if m.kind == "force"]


def test_an_opening_word_is_no_name() -> None:
    assert not [m for m in mentions("Точка отсчёта — покупка танков.") if m.designated]


def test_the_title_of_a_state_belongs_to_it() -> None:
    (state,) = [m for m in mentions("Оружие продали Республике Кипр.") if m.kind == "state"]
    assert state.text == "Республике Кипр"


def test_prepositions_of_several_words_and_nouns_of_place_are_seen_through() -> None:
    by_text = {m.text: m for m in mentions("Танки построены в интересах Индии. Самолёты сели на аэродроме Дамаска.")}
    assert by_text["Индии"].prep is not None
    assert by_text["Дамаска"].prep is not None


def test_a_pronoun_that_owns_nothing_stands_alone() -> None:
    assert [m.text for m in mentions("Армия заказала их у Индии.") if m.kind == "pron"] == ["их"]
    assert not [m for m in mentions("Армия купила их танки.") if m.kind == "pron"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Индия купила пять подводных лодок типа «Сирень».", "Сирень", "item"),
        ("Флот принял корвет «Стерегущий».", "Стерегущий", "item"),
        ("Армии передан комплекс «Тихий дождь».", "Тихий дождь", "item"),
        ("Ракеты поставила компания «Южный крест».", "Южный крест", "org"),
    ],
)
def test_words_in_quotation_marks_behind_a_class_are_a_name_whatever_they_mean(text: str, name: str, kind: str) -> None:
    assert (name, kind) in {(m.name, m.kind) for m in mentions(text)}


def test_a_short_speech_behind_an_office_is_no_name() -> None:
    assert not [m for m in mentions("Танков директор не обещал: «Посмотрим».") if m.name == "Посмотрим"]


@pytest.mark.parametrize(
    ("text", "state"),
    [("Танки Индии обещал президент Макрон.", "FRA"), ("Токаев купил у Италии танки.", "KAZ"), ("Танки привёз в Индию министр обороны Косиняк-Камыш.", "POL")],
)
def test_people_known_in_office_are_of_their_state_whatever_else_is_named(text: str, state: str) -> None:
    assert [m.state for m in mentions(text) if m.kind == "office"] == [state]


def test_a_numbered_works_is_a_firm_and_a_year_numbers_none() -> None:
    found = mentions("Ремонт танков ведёт 61-й бронетанковый ремонтный завод. В 2020-м завод собрал двадцать танков.")
    assert [m.name for m in found if m.kind == "org"] == ["61-й бронетанковый ремонтный завод"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Румынские «Лантеры» отправлены на покой.", "Лантеры"),
        ("Флот сводится к шести «Коллинам».", "Коллинам"),
    ],
)
def test_quoted_names_that_are_counted_or_many_of_one_nation_are_things(text: str, name: str) -> None:
    assert name in {m.name for m in mentions(text) if m.kind == "item"}


def test_a_quoted_name_of_one_nationality_alone_may_be_a_firm() -> None:
    assert not [m for m in mentions("Румынская «Лантера» строит ангар.") if m.kind == "item"]


def test_of_families_that_bear_one_name_the_class_word_tells_which() -> None:
    assert "Eurofighter Typhoon" in {m.name for m in mentions("Берлин продал истребители «Тайфун».")}
    assert "Typhoon-K" in {m.name for m in mentions("Войска получили бронеавтомобили «Тайфун».")}
