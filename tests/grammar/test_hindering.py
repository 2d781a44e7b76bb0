"""Ties and plans of ties that somebody stands in the way of are no change of relations; ties that are raised are one."""

import pytest

from wektor import read

HINDERED = [
    ("en", "Moscow's influence made it harder for Turkey to deepen defence cooperation with Kyrgyzstan."),
    ("pl", "Wpływy Moskwy hamowały zacieśnianie współpracy obronnej Turcji z Kirgistanem."),
    ("pl", "Po zamachu stanu Ateny i Rabat chcą raz jeszcze rozważyć, jak blisko być z Bamako w sprawach obronnych."),
    ("ru", "Влияние Китая в регионе мешало индийским планам расширения военного сотрудничества с Вьетнамом."),
    ("uk", "Позиції Москви ускладнювали поглиблення оборонної співпраці Туреччини з Киргизстаном."),
    ("tr", "Çin'in bölgedeki ağırlığı, Hindistan'ın Vietnam ile askerî iş birliğini derinleştirme planlarını zorlaştırdı."),
]
RAISED = [
    ("en", "Despite the obstacles, India and Vietnam raised their defence ties to a strategic partnership in 2016."),
    ("en", "In 2016 India and Vietnam raised their defence ties to a comprehensive strategic partnership."),
    ("pl", "W 2016 r. Indie i Wietnam podniosły współpracę wojskową do rangi partnerstwa strategicznego."),
]


@pytest.mark.parametrize(("lang", "text"), HINDERED, ids=[text for _, text in HINDERED])
def test_what_is_hindered_is_no_tie(lang, text):
    assert not [c for c in read(text, lang=lang) if c.kind in ("relation", "agreement", "talks")]


@pytest.mark.parametrize(("lang", "text"), RAISED, ids=[text for _, text in RAISED])
def test_what_is_raised_is_one(lang, text):
    assert [c.kind for c in read(text, lang=lang)] == ["relation"]
