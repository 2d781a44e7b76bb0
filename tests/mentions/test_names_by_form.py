"""Names that no pack knows, told by their form: firms, units, ships, exercises, nicknames in small letters."""

import pytest

from wektor.engines.grammar import Analysis
from wektor.model import Document


def mentions(text: str, lang: str = "en") -> dict[str, str]:
    """Kind of every mention by its words."""
    return {m.text: m.kind for s in Analysis(Document(id="t", text=text, lang=lang)).sentences for m in s.mentions}


def items(text: str) -> list[str]:
    """Names of the things that a Polish text mentions."""
    return [m.name for s in Analysis(Document(id="t", text=text, lang="pl")).sentences for m in s.mentions if m.kind == "item"]


@pytest.mark.parametrize(
    ("text", "firm", "lang"),
    [
        ("Zarko Munition Limited will make shells for the army.", "Zarko Munition Limited", "en"),
        ("The army bought shells from Delka Ordnance and Marine Pvt Ltd.", "Delka Ordnance and Marine Pvt Ltd", "en"),
        ("Umowę z wojskiem podpisała Fabryka Amunicji Zorza.", "Fabryka Amunicji Zorza", "pl"),
    ],
)
def test_a_legal_form_or_a_head_makes_a_firm_of_arms_words(text: str, firm: str, lang: str) -> None:
    assert mentions(text, lang)[firm] == "org"


def test_two_firms_stay_two() -> None:
    found = mentions("Kalnik Tank Works and Sorbo Ltd signed a contract with the army.")
    assert found["Kalnik Tank Works"] == found["Sorbo Ltd"] == "org"


@pytest.mark.parametrize(
    ("text", "unit", "lang"),
    [
        ("The 45th Destroyer Squadron trained with the fleet.", "Destroyer Squadron", "en"),
        ("Czołgi odebrała 21. Brygada Strzelców.", "Brygada Strzelców", "pl"),
    ],
)
def test_units_are_people_not_arms(text: str, unit: str, lang: str) -> None:
    assert mentions(text, lang)[unit] == "people"


@pytest.mark.parametrize(
    ("text", "ship", "lang"),
    [
        ("The frigate left port with USS Wayne B. Carter (FFG 12) on Monday.", "USS Wayne B. Carter (FFG 12)", "en"),
        ("Do służby wszedł okręt ORP „Gen. T. Nowak”.", "okręt ORP „Gen. T. Nowak”", "pl"),
        ("PNS Hunain'in Pakistan Donanması'na teslimatı yapıldı.", "PNS Hunain", "tr"),  # a case after an apostrophe ends a name
    ],
)
def test_ships_are_named_behind_a_prefix(text: str, ship: str, lang: str) -> None:
    assert mentions(text, lang)[ship] == "item"


@pytest.mark.parametrize(
    ("text", "words", "item"),
    [
        ("The navy received HMS Queen Elizabeth in 2017.", "HMS Queen Elizabeth", "Queen Elizabeth class"),
        ("The navy received HMS Queen Anne in 2017.", "HMS Queen Anne", "HMS Queen Anne"),
    ],
)
def test_a_ship_that_a_pack_knows_is_of_its_class(text: str, words: str, item: str) -> None:
    [found] = [m.name for s in Analysis(Document(id="t", text=text, lang="en")).sentences for m in s.mentions if m.text == words]
    assert found == item


def test_an_exercise_name_with_a_number_is_no_designation() -> None:
    assert mentions("Greece and Egypt held the exercise Bronze Anchor 23 at sea.")["Bronze Anchor 23"] == "name"


def test_nicknames_in_small_letters_count_behind_their_class() -> None:
    assert mentions("Wojsko kupiło czołgi leopard.", "pl")["czołgi leopard"] == "item"
    assert not any("leopard" in words for words in mentions("W zoo wojsko oglądało leoparda.", "pl"))


def test_a_city_is_no_boat() -> None:
    assert mentions("Wojsko kupiło drony w Łodzi.", "pl")["Łodzi"] == "place"


@pytest.mark.parametrize("text", ["The army met Otis Ferry in the harbour.", "The army used Nippon Steel.", "Officers read Article 77 and Chapter 12."])
def test_people_and_papers_are_no_arms(text: str) -> None:
    assert not any(words.startswith(("Otis", "Nippon", "Article 77", "Chapter 12")) and kind == "item" for words, kind in mentions(text).items())


def test_small_letters_after_a_number_in_a_list_or_meaning_nothing_else_are_nicknames() -> None:
    found = items("Czad kupił 14 krabów, pioruny i bayraktary, a 20 leopardów odda.")
    assert found == ["AHS Krab", "Piorun", "Bayraktar TB2", "Leopard 2"]


def test_a_case_inside_a_designation_is_no_part_of_its_name() -> None:
    assert items("Czad kupił 46 MiG-ów-77Z.") == ["MiG-77Z"]


def test_what_a_type_is_called_is_no_place() -> None:
    assert items("Czad kupił dwie fregaty typu Adelaide.") == ["Adelaide"]


def test_a_class_said_again_in_brackets_is_one_thing() -> None:
    assert items("Czad kupił bezzałogowe statki powietrzne (BSP) Anka.") == ["TAI Anka"]


@pytest.mark.parametrize(
    ("text", "town", "lang"),
    [
        ("Amunicję dla armii zrobi arsenał w prowincji Bataan.", "Bataan", "pl"),
        ("The army's shells are made in the town of Skalno.", "Skalno", "en"),
        ("The army's shells are made in Bataan province.", "Bataan", "en"),
    ],
)
def test_a_word_for_a_town_or_province_makes_a_place(text: str, town: str, lang: str) -> None:
    assert mentions(text, lang)[town] == "place"


def test_a_number_in_brackets_is_painted_on_the_hull() -> None:
    [ship] = [m for s in Analysis(Document(id="t", text="KRI Prabu Bima (327) dotarł do floty.", lang="pl")).sentences for m in s.mentions if m.kind == "item"]
    assert ship.qty is None
