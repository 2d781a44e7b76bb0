"""How wide the columns of a printed table are: no word is broken where there is room, and longer texts get more of it."""

from collections.abc import Sequence

_LETTER, _EDGE = 0.17, 0.42  # centimetres of a letter at the size of tables, and of a cell's edges
_LINE = 30  # letters of a cell that is read at ease


def widths(rows: Sequence[Sequence[str]], whole: float) -> list[float]:
    """The width of each column of a table, in centimetres; together they are as wide as the ``whole``."""
    columns = [*zip(*rows, strict=True)]
    least = [_EDGE + _LETTER * max((len(word) for text in column for word in text.split()), default=1) for column in columns]
    wish = [max(low, _EDGE + _LETTER * min(_LINE, max(map(len, column), default=1))) for low, column in zip(least, columns, strict=True)]
    if sum(least) >= whole:
        return [whole * low / sum(least) for low in least]
    more = sum(wish) - sum(least)
    return [low + (whole - sum(least)) * ((high - low) / more if more else 1 / len(least)) for low, high in zip(least, wish, strict=True)]
