"""A claim written in the exchange format reads back equal."""

import json

import msgspec
import pytest

from wektor.model import Actor, Claim, Equipment, Evidence, InputError, Money, Quantity, Thing
from wektor.output.exchange import by_document, decode_claim, encode_claim, read_claims

FULL = Claim(
    doc="d",
    kind="order",
    attribute=None,
    status="done",
    date="2022-05",
    roles={
        "supplier": (Actor(id="org:baykar", name="Baykar", state="TUR", text="Baykar", start=0, end=6),),
        "recipient": (Actor(id="state:KAZ", name="KAZ", state="KAZ", text="Kazakh", start=7, end=13),),
        "item": (
            Equipment(id="eq:tb2", name="TB2", cls="UAV", text="TB2", start=14, end=17),
            Equipment(id="eq:x", name="X", text="X", start=14, end=17),
            Thing(name="spare parts", text="części", start=18, end=24),
        ),
        "quantity": (Quantity(value=(2, 4), unit="pieces", text="2-4", start=25, end=28),),
        "value": (Money(amount=1.5, currency="USD", text="$1.5", start=29, end=33),),
    },
    evidence=Evidence(0, 33, "…"),
    more_evidence=(Evidence(40, 41, "y"),),
    reported_by="the ministry",
    frame="en.order.buy",
    confidence=0.75,
)
BARE = msgspec.structs.replace(FULL, more_evidence=(), frame=None, reported_by=None)


@pytest.mark.parametrize("claim", [FULL, BARE])
def test_a_claim_reads_back_equal(claim: Claim) -> None:
    line = encode_claim(claim)
    assert "\n" not in line
    assert decode_claim(line) == claim


def test_the_keys_are_the_codebooks() -> None:
    record = json.loads(encode_claim(BARE))
    assert list(record) == ["doc", "kind", "attribute", "status", "date", "roles", "evidence", "reported_by", "engine",
                            "confidence"]  # fmt: skip
    assert record["roles"]["item"][0]["class"] == "UAV"
    assert "class" not in record["roles"]["item"][1]
    assert "części" in encode_claim(BARE)


def test_extra_keys_appear_only_where_there_is_something() -> None:
    assert {"more_evidence", "frame"} <= set(json.loads(encode_claim(FULL)))


def test_a_bad_line_is_named() -> None:
    lines = [encode_claim(FULL), "", '{"doc": 3}']
    with pytest.raises(InputError, match=r"out\.jsonl, line 3: .*doc"):
        list(read_claims(lines, "out.jsonl"))


def test_claims_are_gathered_by_document() -> None:
    other = msgspec.structs.replace(FULL, doc="e")
    assert by_document([FULL, other, BARE]) == {"d": [FULL, BARE], "e": [other]}
