"""Colours that people with any colour vision tell apart: Okabe and Ito's, grey for the rest.

M. Okabe, K. Ito, "Color Universal Design" (2008). Yellow, too pale for thin marks, is left out.
"""

from collections.abc import Iterable, Sequence

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#E69F00", "#56B4E9", "#CC79A7")
GREY, INK, SOFT, RULE = "#8C8C8C", "#1B1B1B", "#5F5B52", "#D5D1C6"
LATE, GOOD = "#D55E00", "#0072B2"


def colours(keys: Iterable[str], order: Sequence[str] = ()) -> dict[str, str]:
    """A colour for each key: its own where ``order`` gives it one, else the next that is free; those beyond the palette are grey and stand last."""
    own = {key: COLOURS[i] for i, key in enumerate(order[: len(COLOURS)])}
    held = list(dict.fromkeys(keys))
    free = iter([c for c in COLOURS if c not in {own[k] for k in held if k in own}])
    found = {key: own.get(key) or next(free, GREY) for key in held}
    return {key: found[key] for key in sorted(held, key=lambda k: found[k] == GREY)}
