"""lang/<code>/money.yaml: how a language names money."""

import msgspec


class SharedWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that several currencies share.

    ``words`` are all forms; ``states`` gives the currency by ISO 3166-1 alpha-3 code; ``default`` holds where nothing
    else is said, and is left out where no currency is the usual one.
    """

    words: list[str]
    states: dict[str, str]
    default: str | None = None


class MoneyPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Currencies by ISO 4217 code; a code itself is understood on either side of an amount.

    - ``symbols``: sign or abbreviation -> code, on either side of the amount, letter case as written.
    - ``words``: code -> names of one currency alone, lower case, every form, after the amount.
    - ``shared``: names that several currencies share.
    - ``adjectives``: state -> adjective forms that settle a shared name ("Swedish kronor").
    - ``between``: words that may stand between amount and currency ("of").
    - ``each_after``, ``each_before``: words beside an amount that make it the price of one piece ("apiece", "unit price
      of"); after one of ``per`` any word that is no time does ("per vehicle").
    - ``times``: words after ``per`` that leave it a total ("per year").
    - ``figure_scales``: scale -> letters written right after figures of money alone ("$5m").
    """

    symbols: dict[str, str]
    words: dict[str, list[str]]
    shared: list[SharedWords] = []
    adjectives: dict[str, list[str]] = {}
    between: list[str] = []
    each_after: list[str] = []
    each_before: list[str] = []
    per: list[str] = []
    times: list[str] = []
    figure_scales: dict[int, list[str]] = {}

    def names(self) -> frozenset[str]:
        """Every name of a currency."""
        return frozenset(w for ws in (*self.words.values(), *(s.words for s in self.shared)) for w in ws)
