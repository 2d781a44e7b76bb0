"""Names compared: the gold pairs keep their floor, and what must hold of any two names does."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from wektor.resolve import load_knowledge
from wektor.resolve.designations import take_apart
from wektor.resolve.names import linkers
from wektor.resolve.scripts import printed

GOLD = sorted((Path(__file__).resolve().parents[2] / "evals" / "names").glob("*.yaml"))
ORGANISATIONS, ITEMS = linkers(load_knowledge())
STATES = sorted({name for name in load_knowledge().states if name.isascii() and len(name) > 4})[::40]


def verdict(kind: str, row: list[str]) -> str:
    """What is said of a gold pair."""
    if kind == "equipment":
        return ITEMS.compare(row[0], row[1]).verdict
    return ORGANISATIONS.compare(row[0], row[1], (row[2], row[3]) if len(row) > 2 else (None, None)).verdict


@pytest.mark.parametrize("kind", ["organisation", "equipment"])
def test_gold_pairs_keep_their_floor(kind: str) -> None:
    right = said = true = 0
    for held in (yaml.safe_load(p.read_text(encoding="utf-8")) for p in GOLD):
        for row in held["pairs"] if held["kind"] == kind else ():
            same = verdict(kind, row) == "same"
            right, said, true = right + (same and held["same"]), said + same, true + held["same"]
    precision, recall = right / said, right / true
    assert precision >= 0.96
    assert 2 * precision * recall / (precision + recall) >= 0.90


@pytest.mark.parametrize(("a", "b"), [
    ("Казахстан инжиниринг", "Qazaqstan Engineering"), ("TUSAŞ", "TAI"), ("TAI", "Turkish Aerospace"), ("Kazakhstan Engineering", "Казахстан инжиниринг"),
])  # fmt: skip
def test_one_firm_under_its_names(a: str, b: str) -> None:
    assert ORGANISATIONS.compare(a, b).verdict == "same"


@pytest.mark.parametrize(("a", "b"), [
    ("Bayraktar TB2", "TB-2"), ("Bayraktar TB2", "Байрактар ТБ2"), ("Wing Loong I", "Wing Loong 1"), ("F-16V", "F-16 V"), ("MiG 29", "MIG-29"),
])  # fmt: skip
def test_one_type_under_its_designations(a: str, b: str) -> None:
    assert ITEMS.compare(a, b).verdict == "same"


@pytest.mark.parametrize(("a", "b"), [("Wing Loong 1", "Wing Loong II"), ("Bayraktar TB2", "Bayraktar TB3"), ("F-16C", "F-16D"), ("KX-41", "KX-42")])
def test_variants_stay_apart(a: str, b: str) -> None:
    assert ITEMS.compare(a, b).verdict == "different"


def test_a_generic_word_makes_no_two_firms_one() -> None:
    for a in ("Defence Systems", "Aviation Industries", "National Shipyard"):
        for b in ("Advanced Defence Systems", "General Aviation Industries", "Velorin Shipyard"):
            assert ORGANISATIONS.compare(a, b).verdict != "same"


def test_a_state_called_by_its_form_alone_is_one() -> None:
    assert ORGANISATIONS.compare("Ministry of Defence of Rzeczpospolita", "Ministry of Defence of Ethiopia").verdict == "different"


@given(st.sampled_from(STATES), st.sampled_from(STATES), st.sampled_from(["Ministry of Defence of", "Air Force of", "Defence Industries of"]))
@settings(max_examples=60, deadline=None)
def test_no_two_states_offices_are_one(a: str, b: str, office: str) -> None:
    states = load_knowledge().states
    if states[a] != states[b]:
        assert ORGANISATIONS.compare(f"{office} {a}", f"{office} {b}").verdict != "same"


@given(st.text(alphabet="abcdeIV -.1234АБВабв", min_size=1, max_size=14), st.text(alphabet="abcdeIV -.1234АБВабв", min_size=1, max_size=14))
@settings(max_examples=150, deadline=None)
def test_comparing_is_even_handed_and_a_name_is_itself(a: str, b: str) -> None:
    for compare in (ORGANISATIONS.compare, ITEMS.compare):
        assert compare(a, b).verdict == compare(b, a).verdict
        told = compare(a, b)
        assert 0 <= told.score <= 1
        assert told.reasons or told.verdict == "same"


@pytest.mark.parametrize("name", ["Tarveks Defence Systems", "Тарвекс", "KX-41", "ASELSAN"])
def test_a_name_is_one_with_itself(name: str) -> None:
    assert ORGANISATIONS.compare(name, name).verdict == "same"


def test_the_state_parts_bearers_of_one_name() -> None:
    assert ORGANISATIONS.compare("Kordamir", "Kordamir", ("TUR", "BGR")).verdict == "different"
    assert "different states" in ORGANISATIONS.compare("Kordamir", "Kordamir", ("TUR", "BGR")).reasons[0].words


@pytest.mark.parametrize(("text", "shown"), [("Айбар", "Aybar"), ("Су-30СМ", "Su-30SM"), ("Щука", "Shchuka"), ("Anka", "Anka"), ("天龙", "天龙")])
def test_names_of_other_alphabets_are_shown_in_latin_letters(text, shown):
    assert printed(text) == shown


def test_the_width_of_a_barrel_tells_no_variant():
    assert take_apart("K-9 Thunder 155mm").key == take_apart("K9 Thunder").key and take_apart("155mm").code
