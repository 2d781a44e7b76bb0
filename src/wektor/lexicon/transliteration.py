"""Cyrillic words in Latin letters: designations and names are looked up under the spellings that packs use."""

import itertools
from functools import cache
from typing import Final

# Scientific romanisations differ; each letter has the spellings that names of arms and firms show, the usual one first.
_LETTERS: Final[dict[str, tuple[str, ...]]] = {
    "а": ("a",), "б": ("b",), "в": ("v",), "г": ("g", "h"), "ґ": ("g",), "д": ("d",), "е": ("e",), "ё": ("e",), "є": ("ye", "ie"),
    "ж": ("zh",), "з": ("z",), "и": ("i", "y"), "і": ("i",), "ї": ("yi", "i"), "й": ("y", "i"), "к": ("k",), "л": ("l",), "м": ("m",),
    "н": ("n",), "о": ("o",), "п": ("p",), "р": ("r",), "с": ("s",), "т": ("t",), "у": ("u",), "ў": ("u",), "ф": ("f",),
    "х": ("kh", "h"), "ц": ("ts",), "ч": ("ch",), "ш": ("sh",), "щ": ("shch",), "ъ": ("",), "ы": ("y",), "ь": ("",), "э": ("e",),
    "ю": ("yu", "iu"), "я": ("ya", "ia"), "қ": ("k", "q"), "ғ": ("g",), "ә": ("a",), "ө": ("o",), "ү": ("u",), "ұ": ("u",), "һ": ("h",), "ң": ("ng",),
    "'": ("",), "’": ("",),
}  # fmt: skip
_PAIRS: Final = {"кс": ("x", "ks"), "дж": ("j", "dzh")}
_MOST: Final = 8


def is_cyrillic(word: str) -> bool:
    """Whether a letter of the Cyrillic block stands in ``word``."""
    return any("\u0400" <= c <= "\u052f" for c in word)


@cache
def latinise(word: str) -> tuple[str, ...]:
    """Latin spellings of a lower-case word, at most eight, the usual first: ``су-30см`` -> ``("su-30sm",)``.

    Letters without a rule (Latin ones, figures, hyphens) stay. () for a word without Cyrillic letters.
    """
    if not is_cyrillic(word):
        return ()
    pieces = list(_pieces(word))
    return tuple(dict.fromkeys("".join(choice) for choice in itertools.islice(itertools.product(*pieces), _MOST)))


def _pieces(word: str) -> list[tuple[str, ...]]:
    """The spellings of each letter, or pair of letters that is written as one."""
    found, k = [], 0
    while k < len(word):
        pair = _PAIRS.get(word[k : k + 2])
        found.append(pair or _LETTERS.get(word[k], (word[k],)))
        k += 2 if pair else 1
    return found


def designation_stem(latin: str) -> str | None:
    """The family that a variant's designation opens with: ``su-30sm`` -> ``su-30``; None where no letters follow figures."""
    stem = latin.rstrip("abcdefghijklmnopqrstuvwxyz")
    stem = stem[:-1] if stem != latin and stem[-1:] == "-" else stem  # "mig-21-bis"
    return stem if stem != latin and stem[-1:].isdigit() and not stem.isdigit() else None
