"""Numbers and money of running text: what each mechanism gives."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.mentions.reading import LANGUAGES, money_of, numbers_of
from wektor.mentions.money import settle


def counts(text: str, lang: str) -> list[object]:
    return [n.value for n in numbers_of(lang).find(text, 0, len(text))]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "two and a half thousand shells", [2500]),
        ("en", "thirty-six vehicles", [36]),
        ("en", "six K9s and 20 K239 launchers, 5k shells", [6, 20, 5000]),
        ("pl", "półtora tysiąca żołnierzy", [1500]),
        ("pl", "przyszedł 2. batalion", []),
        ("pl", "Dotarło ich 12.", [12]),
        ("ru", "около полутора сотен машин", [150]),
        ("ru", "три-четыре тренажёра", [(3, 4)]),
        ("uk", "пів мільярда набоїв і п’ятдесят труб", [500_000_000, 50]),
        ("tr", "yüz elli obüs, on iki kamyon, on bir bin sandık", [150, 12, 11_000]),
        ("tr", "üç dört simülatör", [(3, 4)]),
        ("tr", "3 bin 250 araç, 2 bin 155 mm mermi", [3_250, 2_000]),
    ],
)
def test_count(lang: str, text: str, expected: list[object]) -> None:
    assert counts(text, lang) == expected


@pytest.mark.parametrize(
    ("lang", "text", "each"),
    [
        ("en", "3 million dollars apiece", True),
        ("en", "3 million dollars per vehicle", True),
        ("en", "3 million dollars per year", False),
        ("pl", "cena jednostkowa to 3 mln zł", True),
        ("ru", "3 млн долларов за штуку", True),
        ("uk", "3 млн гривень за одиницю", True),
        ("tr", "araç başına üç milyon dolar", True),
        ("tr", "toplam üç milyon dolar", False),
    ],
)
def test_price_of_one_or_of_all(lang: str, text: str, each: bool) -> None:
    (money,) = money_of(lang).find(text, 0, len(text))
    assert (money.amount, money.each) == (3_000_000, each)


def test_a_shared_currency_is_settled_by_the_only_state_named() -> None:
    (money,) = money_of("en").find("80 billion rupees", 0, 17)
    assert money.currency is None
    assert settle(money, {"PAK"}).currency == "PKR"
    assert settle(money, {"PAK", "IND"}).currency is None


@pytest.mark.parametrize("lang", LANGUAGES)
@settings(deadline=None, max_examples=60)
@given(number=st.integers(0, 999_999_999))
def test_figures_read_back(lang: str, number: int) -> None:
    grouped = f"{number:,}" if lang == "en" else f"{number:,}".replace(",", "." if lang == "tr" else " ")
    if not 1900 <= number <= 2099:
        assert counts(f"xx {grouped} xx", lang) == [number]


@pytest.mark.parametrize("lang", LANGUAGES)
@settings(deadline=None, max_examples=60)
@given(text=st.text(max_size=80))
def test_any_text_is_read_without_a_break(lang: str, text: str) -> None:
    for number in numbers_of(lang).find_all(text, 0, len(text)):
        assert 0 <= number.span.start < number.span.end <= len(text)
    money_of(lang).find(text, 0, len(text))
