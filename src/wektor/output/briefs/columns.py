"""How wide the columns of a printed table are: no word is broken where there is room, and longer texts get more of it."""

from collections.abc import Sequence

_LETTER, _BOLD, _EDGE = 0.16, 0.188, 0.40  # centimetres of a letter at the size of tables, of one of their heads, and of a cell's edges
_LINE = 44  # letters of a cell that is read at ease


def widths(rows: Sequence[Sequence[str]], whole: float) -> list[float]:
    """The width of each column of a table, in centimetres; together they are as wide as the ``whole``."""
    columns = [*zip(*rows, strict=True)]
    least = [_EDGE + max((len(word) * (_LETTER if row else _BOLD) for row, text in enumerate(column) for word in text.split()), default=_LETTER) for column in columns]
    wish = [max(low, _EDGE + _LETTER * min(_LINE, max(map(len, column), default=1))) for low, column in zip(least, columns, strict=True)]
    if sum(least) >= whole:
        return [whole * low / sum(least) for low in least]
    more = sum(wish) - sum(least)
    return [low + (whole - sum(least)) * ((high - low) / more if more else 1 / len(least)) for low, high in zip(least, wish, strict=True)]
