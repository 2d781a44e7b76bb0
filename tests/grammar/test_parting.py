"""Who but gives the parts of what is made supplies parts, and licenses nothing."""

import pytest

from wektor import read

FROM_PARTS = [
    ("en", "The Kruševac plant assembles drones from Chinese parts."),
    ("en", "In August 2023 the Kruševac plant began production of drones with parts from China."),
    ("pl", "Zakłady w Niszu montują drony z chińskich podzespołów."),
    ("ru", "Завод в Нише собирает беспилотники из китайских комплектующих."),
    ("uk", "Завод у Ніші складає безпілотники з китайських деталей."),
]


@pytest.mark.parametrize(("lang", "text"), FROM_PARTS, ids=[text for _, text in FROM_PARTS])
def test_parts_come_from_their_supplier(lang: str, text: str) -> None:
    (claim,) = [c for c in read(text, lang=lang) if c.kind == "production"]
    assert [f.state for f in claim.roles["parts_supplier"]] == ["CHN"]
    assert "licensor" not in claim.roles


def test_parts_that_are_made_themselves_may_be_licensed() -> None:
    claims = [c for c in read("Serbia builds Chinese engines under licence at a plant in Niš for its army.", lang="en") if c.kind == "production"]
    assert not any("parts_supplier" in c.roles for c in claims)
