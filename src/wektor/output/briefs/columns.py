"""How wide the columns of a printed table are: no word is broken where there is room, and longer texts get more of it."""

from collections.abc import Sequence

EDGE = 0.13  # centimetres on either side of a cell
_EM = 0.3  # centimetres of the letter size of tables
_LINE = 44  # letters of a cell that is read at ease
_NARROW = dict.fromkeys("ijl'|", 0.24) | dict.fromkeys("tfrI.,:;()/-! ", 0.34)
_MIDDLE = dict.fromkeys("csvxyzkćśźżłJ", 0.5)
_BROAD = {"w": 0.73, "m": 0.84, "M": 0.84, "W": 0.95, "%": 0.9, "—": 1.0}
_LETTERS = _NARROW | _MIDDLE | _BROAD  # widths of a sans serif, in ems; other letters are as below
_SMALL, _LARGE, _BOLD, _SPARE = 0.56, 0.7, 1.06, 0.04


def widths(rows: Sequence[Sequence[str]], whole: float) -> list[float]:
    """The width of each column of a table, its head first, in centimetres; together they are as wide as the ``whole``.

    Where not all words have room the longest are broken, but none of the head.
    """
    columns = [*zip(*rows, strict=True)]
    heads = [_room([_BOLD * _wide(word) for word in column[0].split()]) for column in columns]
    least = [max(head, _room([_wide(word) for text in column[1:] for word in text.split()])) for head, column in zip(heads, columns, strict=True)]
    if sum(least) >= whole:
        return _cap(heads, least, whole)
    wish = [max(low, _room([min(_LINE * _SMALL * _EM, max(map(_wide, column), default=0.0))])) for low, column in zip(least, columns, strict=True)]
    return _spread(least, wish, whole)


def _cap(heads: Sequence[float], least: Sequence[float], whole: float) -> list[float]:
    """The widths with the largest made less until all are as wide as the whole; those of the heads in proportion where even they are too wide."""
    if sum(heads) >= whole:
        return [whole * head / sum(heads) for head in heads]
    low, high = 0.0, max(least)
    for _ in range(40):
        most = (low + high) / 2
        low, high = (most, high) if sum(_bounded(heads, least, most)) < whole else (low, most)
    return _bounded(heads, least, low)


def _bounded(heads: Sequence[float], least: Sequence[float], most: float) -> list[float]:
    return [max(head, min(low, most)) for head, low in zip(heads, least, strict=True)]


def _spread(low: Sequence[float], high: Sequence[float], whole: float) -> list[float]:
    """The lower widths, and of what is left to the whole each as much as it lacks in proportion."""
    more = sum(high) - sum(low)
    return [a + (whole - sum(low)) * ((b - a) / more if more else 1 / len(low)) for a, b in zip(low, high, strict=True)]


def _wide(text: str) -> float:
    return _EM * sum(_LETTERS.get(c, _LARGE if c.isupper() else _SMALL) for c in text)


def _room(words: Sequence[float]) -> float:
    return 2 * EDGE + _SPARE + max(words, default=_SMALL * _EM)
