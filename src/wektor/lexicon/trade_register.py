"""The pack of trade registers: their columns under every heading in use, and what their words mean."""

from functools import cache

import msgspec

from wektor.lexicon.loading import PACKS, decode


class TradeRegisterPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """world/trade-register.yaml."""

    source: str
    publisher: str
    title: str
    columns: dict[str, list[str]]
    states: dict[str, str]
    nobody: list[str]
    categories: dict[str, str]
    descriptions: dict[str, str]
    aid: list[str]
    planned: list[str]
    due: list[str]
    due_from: list[str]
    yes: list[str]

    def column(self, heading: str) -> str | None:
        """Our name of a column, or None if no layout has the heading."""
        return _headings().get(" ".join(heading.lower().split()))

    def layout(self, headings: list[str]) -> list[str | None]:
        """Our names of a table's columns; one without a heading is the doubt about the column before it."""
        found: list[str | None] = []
        for heading in headings:
            before = found[-1] if found else None
            found.append(self.column(heading) if heading.strip() else f"{before}_uncertain" if before else None)
        return found


@cache
def load_trade_register() -> TradeRegisterPack:
    """The pack, read once. Raises PackError if it does not fit its type."""
    return decode(PACKS / "world/trade-register.yaml", TradeRegisterPack)


@cache
def _headings() -> dict[str, str]:
    return {heading: column for column, headings in load_trade_register().columns.items() for heading in headings}
