"""The public function, on real input and on bad input."""

import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import wektor
from wektor.model import InputError
from wektor.output.exchange import encode_claim

ARTICLE = "Nigeria ordered 24 M-346 jets from Leonardo in 2021. Two of them were delivered to the Nigerian Air Force in May 2023."


def test_reads_an_order_with_its_parts() -> None:
    claim = wektor.read(ARTICLE)[0]
    assert (claim.kind, claim.status, claim.date) == ("order", "done", "2021")
    assert [f.name for f in claim.roles["recipient"]] == ["NGA"]  # type: ignore[union-attr]
    assert [f.value for f in claim.roles["quantity"]] == [24]  # type: ignore[union-attr]


def test_polish_and_english_say_the_same() -> None:
    english = wektor.read("Poland bought 24 Bayraktar TB2 drones from Turkey in 2021.", lang="en")
    polish = wektor.read("Polska kupiła od Turcji 24 drony Bayraktar TB2 w 2021 r.", lang="pl")
    for claims in (english, polish):
        assert [(c.kind, c.status, c.date) for c in claims] == [("order", "done", "2021")]
        assert {f.name for f in claims[0].roles["supplier"]} == {"TUR"}  # type: ignore[union-attr]


def test_a_text_about_something_else_gives_nothing() -> None:
    assert wektor.read("The city ordered forty trams from a Czech maker. The first will be delivered in May.", lang="en") == []


@pytest.mark.parametrize("bad", ["", "   \n"])
def test_empty_text_is_refused(bad: str) -> None:
    with pytest.raises(InputError, match="empty"):
        wektor.read(bad)


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(InputError, match="no day"):
        wektor.read(ARTICLE, published="2023-02-30")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(InputError, match="no pack"):
        wektor.read(ARTICLE, lang="xx")


MUTATIONS = st.lists(st.tuples(st.integers(0, len(ARTICLE)), st.text(max_size=3) | st.sampled_from(["\u200f", "\0", "e\u0301", "😀", "\r\n", "„"])), max_size=8)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MUTATIONS)
def test_mutated_articles_keep_every_offset_true(mutations: list[tuple[int, str]]) -> None:
    text = ARTICLE
    for place, piece in mutations:
        text = text[:place] + piece + text[place:]
    for claim in wektor.read(text, lang="en"):
        fillers = [f for fs in claim.roles.values() for f in fs]
        for span in (claim.evidence, *claim.more_evidence, *fillers):
            assert text[span.start : span.end] == span.text


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=string.printable + "ąęłóśźż„”–\u0301\u200f", min_size=1), st.sampled_from(["en", "pl"]))
def test_any_text_can_be_read(text: str, lang: str) -> None:
    if text.strip():
        wektor.read(text, lang=lang)


def test_reading_again_after_another_text_gives_the_same_bytes() -> None:
    first = [encode_claim(c) for c in wektor.read(ARTICLE)]
    wektor.read("Polska kupiła czołgi K2 od Korei Południowej.", lang="pl")
    assert [encode_claim(c) for c in wektor.read(ARTICLE)] == first
