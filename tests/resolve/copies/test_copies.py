"""Near-copies: what an editor does to a text leaves it in its group; what only reads alike stays out of it."""

import random

import pytest
from bench.copies import EDITS, ORDER, REPORT, filled
from hypothesis import given, settings
from hypothesis import strategies as st

from wektor.resolve.copies import MemoryShelf, compare, decode_sketch, encode_sketch, make_sketch
from wektor.resolve.copies.sketch import MOST, bands_of
from wektor.resolve.copies.wording import facts_of, words_of

TEXT = (
    "Norway and Finland opened a joint repair shop for Leopard tanks near Oulu on 3 June 2024.\n"
    "The shop was built by Patria for 41 million euros and will look after 120 tanks of both armies, among them 52 from Norway.\n"
    "Minister Antti Saari called the shop a model for the north. He said that Sweden had asked to join in 2026.\n"
    "Until now the tanks were sent to Germany, which took 14 months on average.\n"
    "The first two tanks rolled in on the same day."
)
OTHER = (
    "Sweden will send 12 engineers to the repair shop that Norway and Finland run near Oulu, the government said on 9 March 2026.\n"
    "The costs are shared in three equal parts. A fourth country may join by the end of the decade."
)


def shelf(*texts: str) -> MemoryShelf:
    held = MemoryShelf()
    for number, text in enumerate(texts):
        held.put(f"{number:02}", text)
    return held


def groups(held: MemoryShelf) -> int:
    return len(set(held.groups.values()))


@pytest.mark.parametrize("name", EDITS)
@pytest.mark.parametrize("seed", range(5))
def test_an_edited_text_joins_its_group(name: str, seed: int) -> None:
    assert groups(shelf(TEXT, OTHER, EDITS[name](TEXT, random.Random(seed)))) == 2


@pytest.mark.parametrize("headline", ["Норвегия и Финляндия открыли мастерскую", "Wspólny warsztat pod Oulu", "Panzer: Werkstatt eröffnet", ""])
def test_a_translated_headline_changes_nothing(headline: str) -> None:
    assert groups(shelf(f"Repair shop opened\n{TEXT}", f"{headline}\n{TEXT}")) == 1


def test_look_alikes_stay_apart() -> None:
    texts = [filled(story, random.Random(seed)) for story in (ORDER, REPORT) for seed in range(12)]
    assert groups(shelf(*texts)) == len(texts)


def test_the_same_words_with_other_facts_are_no_copy() -> None:
    changed = TEXT.replace("Norway", "Estonia").replace("Finland", "Latvia").replace("Oulu", "Tartu").replace("120", "75").replace("41", "9")
    likeness = compare(make_sketch(TEXT), make_sketch(changed))
    assert likeness.shingles > 0.45 and not likeness.copies


def test_nothing_short_is_told_to_be_a_copy_but_of_its_equal() -> None:
    assert groups(shelf("Talks were held.", "Talks were held.", "Talks were held. Nothing was said.", "")) == 3


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(9)))
def test_the_order_of_arrival_changes_nothing(order: list[int]) -> None:
    dice = random.Random(3)
    texts = [TEXT, OTHER, *(edit(TEXT, dice) for edit in EDITS.values()), *(EDITS[name](OTHER, dice) for name in ("wire", "retitle"))]
    held = MemoryShelf()
    for number in order:
        held.put(f"{number}", texts[number])
    assert held.groups == shelf_of(texts)


def shelf_of(texts: list[str]) -> dict[str, str]:
    held = MemoryShelf()
    for number, text in enumerate(texts):
        held.put(f"{number}", text)
    return held.groups


def test_a_text_between_two_groups_makes_them_one() -> None:
    one, two = TEXT.split("\n")[:3], TEXT.split("\n")[3:] + OTHER.split("\n")
    held = shelf("\n".join(one), "\n".join(two))
    assert groups(held) == 2
    held.put("99", "\n".join([*one, *two]))
    assert set(held.groups.values()) == {"00"}


@given(st.text())
def test_any_text_has_a_sketch_that_can_be_kept(text: str) -> None:
    sketch = make_sketch(text)
    assert decode_sketch(encode_sketch(sketch)) == sketch
    assert compare(sketch, sketch).shingles == 1.0
    assert len(bands_of(sketch)) in (0, 48)


def test_long_texts_keep_a_sample_by_which_they_can_be_compared() -> None:
    dice = random.Random(1)
    words = [f"word{dice.randrange(5_000)}" for _ in range(30_000)]
    long, half = make_sketch(" ".join(words)), make_sketch(" ".join(words[:12_000]))
    assert len(long.shingles) == len(half.shingles) == MOST
    assert compare(long, half).shingles > 0.9 and abs(compare(long, half).whole - 0.4) < 0.05


def test_words_and_facts() -> None:
    assert words_of("TB-2, Łódz\u0301 東京 3,37") == ["tb", "2", "łódź", "東", "京", "3", "37"]
    facts = facts_of("Big Deal Signed Today\nThe army of Chile got 24 boats. “Good,” said Ana. Then it rained.")
    assert (facts.names, facts.openers, facts.numbers) == ({"chile", "ana"}, {"the", "good", "then"}, {"24"})


@pytest.mark.parametrize("dateline", ["ACCRA (Courier Wire) - ", "Warszawa (PAP-Kurier) – ", "Kurier: ", "КИЕВ — ", ""])
def test_datelines_state_no_facts(dateline: str) -> None:
    assert facts_of(dateline + "Ghana and Togo bought 3 boats.").names == {"togo"}
