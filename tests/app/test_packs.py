"""Checking packs: an example that fails is bad, unless it is marked as pending; one that holds by now is named."""

import pytest

from wektor.app import packs
from wektor.lexicon.packs import Example, ExamplePack

HOLDS = "Ghana has ordered six tanks from Poland."


@pytest.mark.parametrize(
    ("kind", "pending", "good", "says"),
    [("order", False, True, "1 of 1 examples hold"), ("training", False, False, "gives no kind: training"),
     ("training", True, True, "0 of 1 examples hold, 1 are marked as pending"), ("order", True, True, "drop its 'pending'")],
)  # fmt: skip
def test_check_of_examples(monkeypatch: pytest.MonkeyPatch, kind: str, pending: bool, good: bool, says: str) -> None:
    example = Example(text=HOLDS, claims=[{"kind": kind}], pending=pending)
    monkeypatch.setattr(packs, "decode", lambda path, kind: ExamplePack(examples=[example]))
    lines = list(packs._check_examples("en"))
    assert all(fine for _, fine in lines) is good
    assert any(says in line for line, _ in lines)
