"""Grounding lets true drafts pass and says in a short sentence why others do not."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.grounding.samples import ENGLISH, POLISH, check, english, polish, span, state
from wektor.grounding import FakeReader, gather_evidence, ground
from wektor.grounding.shape import misshapen
from wektor.model import Actor, Claim, Document, Draft, Rejected, Span, Thing

change = msgspec.structs.replace


def with_role(role: str, **fields: Any) -> Draft:
    """The first English draft with one filler changed."""
    draft = english()[0]
    (filler,) = draft.roles[role]
    return change(draft, roles={**draft.roles, role: (change(filler, **fields),)})


@pytest.mark.parametrize("document", [ENGLISH, POLISH])
def test_true_drafts_become_claims(document: Document) -> None:
    for draft in english() if document is ENGLISH else polish():
        claim = check(draft, document)
        assert isinstance(claim, Claim)
        assert claim.roles == draft.roles
        assert claim.evidence.text == draft.evidence[0].cut(document.text)


@pytest.mark.parametrize(
    ("draft", "reason"),
    [
        (with_role("quantity", value=48), "the number 48 pieces is not what “three” says"),
        (with_role("quantity", unit="people"), "the number 3 people is not what “three” says"),
        (with_role("quantity", value=(3, 5)), "the range 3-5 pieces is not what “three” says"),
        (with_role("value", currency="EUR"), "the amount 40000000 EUR is not what"),
        (with_role("item", name="Akıncı"), "Akıncı is not what “Anka” says"),
        (with_role("recipient", name="UZB"), "UZB is not what “Kazakhstan” says"),
        (with_role("recipient", text="Astana"), "“Astana” does not stand at"),
        (with_role("recipient", start=-5, end=-1), "does not stand at"),
        (change(english()[0], date="2021-05"), "the date 2021-05 is not what “In May 2022” says"),
        (change(english()[0], date="2022-06"), "the date 2022-06 is not what “In May 2022” says"),
        (change(english()[0], date="May 2022"), "May 2022 is no EDTF date"),
        (change(english()[0], date_span=None), "the date 2022-05 has no words in the text"),
        (change(english()[0], date="2023", date_span=span(ENGLISH, "2023")), "do not stand in the evidence"),
        (change(english()[0], status="planned"), "the evidence reads done, not planned"),
        (change(english()[1], status="done"), "the evidence reads denied, not done"),
        (change(english()[0], status="perhaps"), "no such status: perhaps"),
        (change(english()[0], kind="gift"), "no such kind: gift"),
        (change(english()[0], attribute="loan"), "order has no attribute loan"),
        (change(english()[0], evidence=()), "no evidence is given"),
        (change(english()[0], evidence=(Span(0, 9999),)), "the evidence 0-9999 does not lie in the text"),
        (change(english()[0], evidence=(Span(2, 3),)), "the evidence 2-3 is blank"),
        (change(english()[0], evidence=(Span(0, 12),)), "does not stand in the evidence"),
        (change(english()[0], roles={}), "no core role of order is filled"),
        (change(english()[0], confidence=2.0), "confidence 2.0 is not between 0 and 1"),
        (change(english()[0], reported_by="Reuters"), "Reuters, who is said to report it"),
    ],
)
def test_what_does_not_stand_is_refused_with_its_reason(draft: Draft, reason: str) -> None:
    outcome = check(draft, ENGLISH)
    assert isinstance(outcome, Rejected)
    assert reason in outcome.reason
    assert outcome.draft == draft


def test_a_coarser_date_or_a_mark_of_doubt_follows_from_the_words() -> None:
    assert isinstance(check(change(english()[0], date="2022"), ENGLISH), Claim)
    assert isinstance(check(change(english()[0], date="2022-05?"), ENGLISH), Claim)
    assert isinstance(check(change(english()[0], date="2022-05-10"), ENGLISH), Rejected)


@pytest.mark.parametrize("source", ["Kazakhstan", "KAZ", "state:KAZ"])
def test_a_report_may_name_its_source_as_the_evidence_does(source: str) -> None:
    assert isinstance(check(change(english()[0], reported_by=source), ENGLISH), Claim)


def test_swapped_sides_are_refused() -> None:
    draft = english()[0]
    swapped = {**draft.roles, "supplier": draft.roles["recipient"], "recipient": draft.roles["supplier"]}
    outcome = check(change(draft, roles=swapped), ENGLISH)
    assert isinstance(outcome, Rejected)
    assert "in the evidence, not" in outcome.reason


def test_nobody_trades_with_himself() -> None:
    draft = english()[0]
    outcome = check(change(draft, roles={**draft.roles, "supplier": draft.roles["recipient"]}), ENGLISH)
    assert isinstance(outcome, Rejected)
    assert outcome.reason == "KAZ is both supplier and recipient"


def test_of_several_who_make_something_together_one_may_bring_the_design() -> None:
    maker, partner = Actor(id="state:TUR", name="TUR", state="TUR", text="Turkey", start=0, end=6), Actor(id="state:IDN", name="IDN", state="IDN", text="Indonesia", start=7, end=16)
    alone, together = ({"producer": makers, "licensor": (maker,)} for makers in ((maker,), (maker, partner)))
    reasons = [list(misshapen(change(english()[0], kind="production", attribute=None, roles=roles))) for roles in (alone, together)]
    assert [bool(found) for found in reasons] == [True, False]


def test_another_actor_in_the_evidence_is_refused() -> None:
    draft = change(english()[0], evidence=(Span(0, len(ENGLISH.text)),))
    other = state(ENGLISH, "Uzbekistan", "UZB")
    outcome = check(change(draft, roles={**draft.roles, "recipient": (other,)}), ENGLISH)
    assert isinstance(outcome, Rejected)
    assert "as recipient, not UZB" in outcome.reason or "not recipient" in outcome.reason


def test_a_state_may_stand_for_its_firm() -> None:
    draft = english()[0]
    turkey = state(ENGLISH, "Turkish", "TUR")
    reader = FakeReader([draft, change(draft, kind="talks", roles={"party": (turkey,)})])
    assert isinstance(ground(change(draft, roles={**draft.roles, "supplier": (turkey,)}), ENGLISH, reader), Claim)


def test_money_fills_no_item_and_items_no_value() -> None:
    draft = english()[0]
    outcome = check(change(draft, roles={**draft.roles, "item": draft.roles["value"]}), ENGLISH)
    assert isinstance(outcome, Rejected)
    assert outcome.reason == "a money fills item"


def test_a_thing_may_be_named_by_its_own_words() -> None:
    place = span(ENGLISH, "Lecce")
    site = Thing(name="Lecce", text="Lecce", start=place.start, end=place.end)
    draft = Draft(
        kind="exercise",
        status="done",
        roles={"site": (site,), "party": (state(ENGLISH, "Italy", "ITA"),)},
        evidence=(Span(0, len(ENGLISH.text)),),
    )
    assert isinstance(check(draft, ENGLISH), Claim)
    renamed = change(draft, roles={**draft.roles, "site": (change(site, name="Rome"),)})
    assert isinstance(check(renamed, ENGLISH), Rejected)


def test_a_reading_that_agrees_outweighs_others() -> None:
    draft = english()[0]
    reader = FakeReader([change(draft, status="planned"), draft])
    assert isinstance(ground(draft, ENGLISH, reader), Claim)


def test_evidence_is_gathered_sentence_by_sentence() -> None:
    sentences = [Span(0, 10), Span(11, 20), Span(21, 30)]
    assert gather_evidence(sentences[1], [Span(2, 4), Span(12, 13), Span(5, 6), Span(40, 41)], sentences) == (
        Span(11, 20),
        Span(0, 10),
        Span(40, 41),
    )


@given(st.integers(-5, 400), st.integers(-5, 400), st.text(max_size=4))
def test_no_span_makes_grounding_crash(start: int, end: int, words: str) -> None:
    draft = with_role("recipient", start=start, end=end, text=words)
    outcome = check(change(draft, evidence=(Span(start, end),), date_span=Span(start, end)), ENGLISH)
    assert isinstance(outcome, Rejected)
