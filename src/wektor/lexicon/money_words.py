"""lang/<code>/money.yaml: how a language names money."""

import msgspec


class MoneyPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Currencies: ``symbols`` stand before an amount, ``words`` after it (every form, lower case), ISO codes on either side.

    ``shared`` words belong to several currencies: word -> {state: currency}, with ``*`` for a default where there is one.
    """

    symbols: dict[str, str]
    words: dict[str, str]
    shared: dict[str, dict[str, str]] = {}
    between: list[str] = []
