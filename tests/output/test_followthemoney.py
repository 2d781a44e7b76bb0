"""Entities of the FollowTheMoney model: valid by its own library, each reference leading somewhere, nothing lost in cleaning."""

import io

import msgspec
import pytest

from tests.output.registers import sample
from wektor.output.followthemoney import ftm_entities, write_ftm


def test_each_line_is_an_entity_and_references_lead_to_one() -> None:
    out = io.StringIO()
    write_ftm(sample(), out)
    held = {e["id"]: e for e in map(msgspec.json.decode, out.getvalue().splitlines())}
    assert len(held) == len(out.getvalue().splitlines())
    assert {e["schema"] for e in held.values()} == {"PublicBody", "Company", "Organization", "Asset", "Contract", "ContractAward", "Event"}
    for entity in held.values():
        for name in ("authority", "supplier", "contract", "involved"):
            assert all(i in held for i in entity["properties"].get(name, ())), entity


def test_a_deal_is_a_contract_with_its_quotes() -> None:
    contracts = [e["properties"] for e in ftm_entities(sample()) if e["schema"] == "Contract"]
    drones = next(c for c in contracts if c["type"] == ["order"] and c.get("amount"))
    assert drones["amount"] == ["45000000.0"] and drones["currency"] == ["USD"]
    assert drones["contractDate"] == ["2021-10"]
    assert any("“as it was told”" in note for note in drones["notes"])
    assert any("sources differ on how many" in note for note in drones["notes"])


def test_the_library_finds_every_value_valid() -> None:
    library = pytest.importorskip("followthemoney", reason="followthemoney is not installed: pip install 'wektor[ftm]'")
    for entity in ftm_entities(sample()):
        kept = library.model.get_proxy(entity, cleaned=False)
        assert kept.schema.name == entity["schema"]
        assert {p.name for p in kept.iterprops()} == set(entity["properties"])
        for name, values in entity["properties"].items():
            assert len(kept.get(name)) == len(values), (entity["id"], name, values, kept.get(name))
