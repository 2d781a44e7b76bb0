"""Shares made in the country, in every language that has words for them; other percentages are none."""

import pytest

from wektor.mentions.local_shares import local_share

SAID = (
    ("en", "The share of local parts is to rise to 40 per cent.", 0.4), ("en", "with local content of sixty percent", 0.6), ("en", "55% indigenous parts", 0.55),
    ("en", "between 30 and 40 % of the vehicle is made by domestic firms", 0.3), ("en", "a company owned 55% by one yard", None),
    ("en", "a local investor, who holds 70 per cent", None), ("en", "local firms made 40 vehicles", None), ("en", "local content of 400 per cent", None),
    ("pl", "stopień polonizacji ma wynieść 60 proc.", 0.6), ("pl", "udział krajowych części sięga 45,5%", 0.455), ("pl", "spółka, w 70 proc. własność Finów", None),
    ("ru", "доведение местной доли до 50%", 0.5), ("ru", "уровень локализации составит 80 процентов", 0.8), ("uk", "рівень локалізації становить 30 %", 0.3),
    ("tr", "yerlilik oranı yüzde 70'e ulaştı", 0.7), ("tr", "Şirketin yüzde 51'i EDGE'in.", None), ("de", "der einheimische Anteil beträgt 20 Prozent", 0.2),
    (None, "local content of 40 per cent", None),
)  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "share"), SAID)
def test_shares_are_found_where_they_are_said(lang, text, share):
    assert local_share(text, lang) == share
