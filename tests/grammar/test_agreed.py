"""What a contract or an agreement is about is still to be made, however many firms stand between the two."""

import pytest

from wektor import read

SENTENCES = [
    ("en", "In 2020 Indonesia's PT PAL concluded an agreement with Babcock on the building of frigates."),
    ("en", "In July 2021 the Greek yard Skaramangas signed a contract with two French firms, Naval Group and MBDA, for the construction of corvettes for the Hellenic Navy."),
    ("pl", "W lipcu 2021 r. grecka stocznia Skaramangas podpisała umowę z dwiema francuskimi firmami, Naval Group i MBDA, na budowę korwet dla greckiej marynarki wojennej."),
    ("ru", "3 мая 2022 года Hanwha и WB подписали контракт на производство ракет."),
    ("uk", "3 травня 2022 року Hanwha і WB підписали контракт на виробництво ракет."),
    ("tr", "Temmuz 2021'de Yunan tersanesi Skaramangas, iki Fransız şirketi Naval Group ve MBDA ile Yunan Deniz Kuvvetleri için korvet inşasına ilişkin sözleşme imzaladı."),
]


@pytest.mark.parametrize(("lang", "text"), SENTENCES, ids=[text for _, text in SENTENCES])
def test_what_is_agreed_is_planned(lang, text):
    assert {c.status for c in read(text, lang=lang) if c.kind == "production"} == {"planned"}
