"""Cells made harmless: what a spreadsheet would run as a formula becomes plain text."""

_OPENERS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def defuse(cell: str) -> str:
    """The cell, with an apostrophe before it where a spreadsheet would take it for a formula."""
    return "'" + cell if cell.startswith(_OPENERS) or cell.lstrip().startswith(_OPENERS) else cell
