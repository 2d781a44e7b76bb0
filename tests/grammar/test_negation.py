"""Negation: what nobody does is told of nobody."""

import pytest

from tests.grammar.test_idle import kinds


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Nobody else in Europe makes such tanks.", "en"),
        ("No one has ordered the K2 tank from South Korea since.", "en"),
        ("Takich czołgów nikt inny w Europie nie produkuje.", "pl"),
        ("Гаубицы К9 никто в Европе не заказал.", "ru"),
        ("Гаубиць К9 ніхто в Європі не замовив.", "uk"),
        ("K9 obüslerini Avrupa'da kimse sipariş etmedi.", "tr"),
    ],
)
def test_what_nobody_does_is_no_claim(text: str, lang: str) -> None:
    before = {"en": "Poland bought rifles.", "pl": "Polska kupiła karabiny.", "ru": "Польша закупила винтовки.", "uk": "Польща закупила гвинтівки.", "tr": "Polonya tüfek satın aldı."}
    assert kinds(f"{before[lang]} {text}", lang) == ["order"]


def test_somebody_may_be_left_out_of_nobody() -> None:
    assert kinds("Nobody but Norway has ordered the NSM missile from Kongsberg.", "en") == ["order"]


def test_nobody_who_says_so_leaves_the_rest_told() -> None:
    assert kinds("Nobody has yet told the ministry that Poland ordered 12 K9 howitzers from South Korea in 2022.", "en") == ["order"]
