"""A table laid out for a terminal: columns as wide as their cells, the widest narrowed until all fit, words wrapped, long ones folded.

It looks as rich's simple table does, which takes milliseconds for each row; a test holds the two together.
"""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len, chop_cells, set_cell_size

_WORD = re.compile(r"\s*\S+\s*")
_EDGES = 2  # a space on either side of a cell, and of the table
Row = Sequence[str]


def lay_grid(head: Row, rows: Sequence[Row], width: int, *, whole: Container[str] = (), right: Container[str] = (), bold: bool = False) -> Iterator[str]:
    """The lines of a table that is at most so wide; columns that are kept ``whole`` are not wrapped, those to the ``right`` stand there."""
    wraps, sides = [name not in whole for name in head], [name in right for name in head]
    widths = _widths([head, *rows], wraps, width - _EDGES - len(head) + 1)
    plain = " " * (sum(widths) + len(widths) + 1)
    yield plain
    for line in _lines(head, widths, wraps, sides):
        yield f"\x1b[1m{line}\x1b[0m" if bold else line
    yield " " + "─" * (len(plain) - 2) + " "
    for row in rows:
        yield from _lines(row, widths, wraps, sides)
    yield plain


def _widths(rows: Sequence[Row], wraps: Sequence[bool], room: int) -> list[int]:
    """The width of each column, edges and all: of the widest cell, or less."""
    cells = list(zip(*rows, strict=True))
    widths = [min(room, max(map(_length, column)) + _EDGES) for column in cells]
    if sum(widths) <= room:
        return widths
    narrow = _reduce(_narrow(widths, wraps, room), room)
    return [min(w, max(map(_length, column)) + _EDGES) for w, column in zip(narrow, cells, strict=True)]


def _narrow(widths: list[int], wraps: Sequence[bool], room: int) -> list[int]:
    """Take from the widest columns that wrap until all fit, or nothing more can be taken."""
    while any(wraps) and (excess := sum(widths) - room) > 0:
        most = max(w for w, wrap in zip(widths, wraps, strict=True) if wrap)
        next_most = max(w if wrap and w != most else 0 for w, wrap in zip(widths, wraps, strict=True))
        chosen = [wrap and w == most for w, wrap in zip(widths, wraps, strict=True)]
        if most == next_most:
            break
        widths = _share(excess, chosen, [min(excess, most - next_most)] * len(widths), widths)
    return widths


def _reduce(widths: list[int], room: int) -> list[int]:
    """The same evenly from all, where that is the last resort."""
    excess = sum(widths) - room
    return _share(excess, [True] * len(widths), widths, widths) if excess > 0 else widths


def _share(excess: int, chosen: Sequence[bool], most: Sequence[int], widths: Sequence[int]) -> list[int]:
    """Take an excess from the chosen columns, from none more than is allowed."""
    left, found = sum(c for c, m in zip(chosen, most, strict=True) if m), []
    for take, bound, width in zip(chosen, most, widths, strict=True):
        taken = min(bound, round(excess / left)) if take and bound and left > 0 else 0
        excess, left = excess - taken, left - (1 if take and bound else 0)
        found.append(width - taken)
    return found


def _lines(row: Row, widths: Sequence[int], wraps: Sequence[bool], sides: Sequence[bool]) -> Iterator[str]:
    """A row, on as many lines as its longest cell needs."""
    cells = [_wrapped(cell, w - _EDGES) if wrap else [cell] for cell, w, wrap in zip(row, widths, wraps, strict=True)]
    for parts in zip_longest(*cells, fillvalue=""):
        yield " " + " ".join(_padded(p, w, s) for p, w, s in zip(parts, widths, sides, strict=True)) + " "


def _padded(part: str, width: int, right: bool) -> str:
    """A part of a cell with a space on either side, cut where even so it is too long."""
    room, part = max(0, width - _EDGES), part.rstrip() if right else part
    if (length := _length(part)) > room:
        part, length = set_cell_size(part, room), room
    space = " " * (room - length)
    return (" " + (space + part if right else part + space) + " ")[: None if width >= _EDGES else width]


def _wrapped(cell: str, width: int) -> list[str]:
    """The lines of a cell."""
    if _length(cell) <= width or width < 1:
        return [cell]
    lines, line, used = list[str](), "", 0
    for word in _WORD.findall(cell):
        needed = _length(word.rstrip())
        if needed > width - used and (line or needed > width):
            if line:
                lines.append(line)
            *folded, line = chop_cells(word, width) if needed > width else [word]
            lines, used = lines + folded, _length(line)
        else:
            line, used = line + word, used + _length(word)
    return [part.rstrip() if _length(part) > width else part for part in (*lines, line)]


def _length(text: str) -> int:
    return len(text) if text.isascii() else cell_len(text)
