"""What every answer has: rows that carry the deals behind them, what it covers, and what it leaves out."""

from typing import Literal

import msgspec

Basis = Literal["deals", "units", "value"]
BASES: tuple[Basis, ...] = ("deals", "units", "value")
Ids = tuple[str, ...]


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """What an answer rests on: how many deals, claims and documents, published when; ``left_out`` gives ids by reason."""

    deals: int = 0
    claims: int = 0
    documents: int = 0
    first: str | None = None
    last: str | None = None
    left_out: dict[str, Ids] = {}


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One row of an answer; ``deals`` are the ids of the deals that its numbers come from."""

    deals: Ids = ()


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What every answer has besides its rows: what it covers, what it assumes."""

    title: str
    coverage: Coverage = Coverage()
    notes: tuple[str, ...] = ()
