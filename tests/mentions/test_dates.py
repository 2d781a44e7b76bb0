"""Dates of running text: what each mechanism gives."""

import pytest

from tests.mentions.reading import read_dates, values


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "They met last week.", ["2024-05-06/2024-05-12"]),
        ("en", "It was signed three weeks ago.", ["2024-04-24~"]),
        ("en", "Within two years all will fly.", ["2024/2026"]),
        ("en", "The last two years were quiet.", ["2022/2023"]),
        ("en", "On the first Monday of March 2023 it sailed.", ["2023-03-06"]),
        ("en", "It was handed over on Friday, 10 May.", ["2024-05-10"]),
        ("en", "He left on Easter Monday 2023.", ["2023-04-10"]),
        ("en", "It was agreed in the third quarter.", ["2024-07/2024-09"]),
        ("en", "We may march on; the sun sat low, and Jan came second.", []),
        ("en", "Production dates from 2007 and ran until 2019.", ["2007/..", "../2019"]),
        ("pl", "Stało się to 15-go maja 2023 r., czyli rok temu.", ["2023-05-15", "2023"]),
        ("pl", "Zastanawia się, czy się opłaci, i nie spieszy sie z zakupem.", []),
        ("pl", "Zakup nastapil w pazdzierniku 2022 r.", ["2022-10"]),
        ("ru", "Договор подписан 3-го марта 2015 г.", ["2015-03-03"]),
        ("uk", "Угоду, підписану 2016-го, продовжили п’ятнадцятого березня.", ["2016", "2024-03-15"]),
        ("tr", "Anlaşma 2019'dan 2022'ye kadar geçerliydi.", ["2019/2022"]),
        ("tr", "2000'den fazla asker katıldı.", []),
        ("tr", "Teslimat 2024'ten itibaren yapılacak.", ["2024/.."]),
    ],
)
def test_value(lang: str, text: str, expected: list[str]) -> None:
    assert values(text, lang) == expected


def test_weekday_settles_the_year() -> None:
    assert values("Sunday, Feb 10", "en", "2013-02-12") == ["2013-02-10"]
    assert values("On Friday, 18 July it sailed.", "en", "2015-02-12") == ["2014-07-18"]


def test_a_story_goes_on_from_the_date_before() -> None:
    assert values("Началось это в 2016 году. В апреле следующего года договор ратифицировали.", "ru", "2021-05-14") == ["2016", "2017-04"]
    assert values("It began in 2016. Next year it will end.", "en", "2021-05-14") == ["2016", "2022"]


def test_what_stands_close_by_counts_even_if_it_is_to_come() -> None:
    assert values("The first enters service in 2026, her sister a year later.", "en") == ["2026", "2027"]


def test_a_date_may_say_more_of_the_one_before() -> None:
    assert values("Last spring, in April, it was announced.", "en", "2019-08-15")[1] == "2019-04"
    assert values("Ещё весной прошлого года, в апреле, об этом объявили.", "ru", "2019-05-15")[1] == "2018-04"


def test_deadlines_and_beginnings_have_more_than_one_reading() -> None:
    (by,) = read_dates("It is due by 2030.", "en")
    assert (by.edtf, by.future, by.modifier) == ("2030", "../2030", "by")
    (since,) = read_dates("It stopped since March 2023.", "en")
    assert since.readings() == ("2023-03/..", "2023-03")
    (year_end,) = read_dates("Do końca roku podpiszą umowę.", "pl")
    assert year_end.edtf == "2024"


def test_without_publication_a_yearless_date_is_doubtful() -> None:
    assert values("It was signed in May 2021. In June it was ratified.", "en", None) == ["2021-05", "2021-06?"]


def test_no_year_before_a_currency() -> None:
    assert values("It costs in 2030 crowns a piece.", "en") == []
