"""Gold documents load typed, and bad ones name the file and the field."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wektor.evaluation import load_gold
from wektor.evaluation.gold import GoldArgument, GoldMoney, GoldNumber
from wektor.model import KINDS, STATUSES, InputError

EVALS = Path(__file__).parents[2] / "evals"
CLAIM: dict[str, Any] = {"kinds": ["order"], "status": "done", "date": "2024", "roles": {}, "anchor": "text"}


def write(directory: Path, **changes: Any) -> Path:
    record = {"id": "a", "lang": "en", "published": None, "claims": [{**CLAIM, **changes}]}
    (directory / "a.json").write_text(json.dumps(record), encoding="utf-8")
    (directory / "a.txt").write_text("A text.", encoding="utf-8")
    return directory


def test_roles_become_arguments(tmp_path: Path) -> None:
    roles = {"item": [["Anka", "UAV"]], "quantity": [2, 4], "value": {"amount": 5, "currency": "USD"}}
    (gold,) = load_gold(write(tmp_path, roles=roles))
    assert gold.claims[0].arguments == (
        GoldArgument("item", ("Anka", "UAV")),
        GoldArgument("quantity", GoldNumber(2, 4)),
        GoldArgument("value", GoldMoney(5, "USD")),
    )


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"kinds": ["gift"]}, "kind"),
        ({"kinds": []}, "kind"),
        ({"status": "maybe"}, "status"),
        ({"attribute": "big"}, "attribute"),
        ({"date": "May 2024"}, "EDTF"),
        ({"roles": {"buyer": [["KAZ"]]}}, "role"),
        ({"roles": {"quantity": "many"}}, "Expected"),
        ({"anchor": "not there"}, "anchor"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_bad_claim_is_named(tmp_path: Path, changes: dict[str, Any], word: str) -> None:
    with pytest.raises(InputError, match=word) as caught:
        load_gold(write(tmp_path, **changes))
    assert "a.json" in str(caught.value)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda d: (d / "a.json").write_bytes(b"{"),
        lambda d: (d / "a.txt").write_bytes(b"\xff\xfe"),
        lambda d: (d / "a.txt").unlink(),
    ],
)
def test_broken_files_are_input_errors(tmp_path: Path, spoil: Callable[[Path], Any]) -> None:
    spoil(write(tmp_path))
    with pytest.raises(InputError):
        load_gold(tmp_path)


def test_a_missing_directory_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such directory"):
        load_gold(tmp_path / "none")


def test_the_projects_own_set_covers_the_codebook() -> None:
    gold = load_gold(EVALS)
    required = [claim for document in gold for claim in document.claims if not claim.optional]
    assert {kind for claim in required for kind in claim.kinds} == set(KINDS)
    assert {claim.status for claim in required} == set(STATUSES)
    for lang in ("en", "pl"):
        assert any(not g.claims for g in load_gold(EVALS, languages=[lang]))
