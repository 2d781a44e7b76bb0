"""The table of regions beside UN M49 as ``rigour`` holds it, and beside the states that there are."""

import pycountry
import pytest

from wektor.lexicon.regions import region_names, regions_of_states

SAME = {"South-eastern Asia": "Southeast Asia", "Australia and New Zealand": "Australasia", "Micronesia": "Micronesian Region"}  # CLDR's words for it
OWN = "Central Europe"  # a region that rigour has and M49 has not


def test_every_state_has_one_region_and_its_continent():
    states = regions_of_states()
    assert {c.alpha_3 for c in pycountry.countries} - states.keys() == {"ATA"} and states.keys() == regions_of_states(wide=True).keys()
    names = region_names()
    assert (names[states["KAZ"]], names[regions_of_states(wide=True)["KAZ"]]) == ("Central Asia", "Asia")
    assert set(regions_of_states(wide=True).values()) == {"002", "009", "019", "142", "150"}


def test_regions_are_those_of_another_table():
    territories = pytest.importorskip("rigour.territories").get_territories()
    codes, names = {c.alpha_2: c.alpha_3 for c in pycountry.countries}, region_names()
    compared = 0
    for territory in territories:
        state = codes.get((territory.code or "").upper())
        if state in regions_of_states() and territory.subregion != OWN:
            compared += 1
            assert names[regions_of_states()[state]] == SAME.get(territory.subregion, territory.subregion), state
            assert names[regions_of_states(wide=True)[state]] == territory.region, state
    assert compared > 230
