"""Suffixes of Turkish nouns, for names and words that the morphology does not know: "SİHA'ların", "dronlar"."""

from functools import cache
from typing import Final, NamedTuple

from wektor.text.words import ABL, ACC, DAT, EQU, GEN, INS, LOC, NOM

_HARMONY: Final = str.maketrans({"ı": "i", "u": "i", "ü": "i", "e": "a", "t": "d", "ç": "c"})
# suffixes under vowel harmony (i: ı i u ü; a: a e; d: d t) -> case; the first column after a bare stem, the second after a possessor's suffix
_PLAIN: Final = {"": NOM, "in": GEN, "nin": GEN, "i": ACC, "yi": ACC, "a": DAT, "ya": DAT, "da": LOC, "daki": LOC, "dan": ABL, "la": INS,
                 "yla": INS, "ca": EQU, "dir": NOM}  # fmt: skip
_OWNED: Final = {"": NOM, "nin": GEN, "ni": ACC, "na": DAT, "nda": LOC, "ndaki": LOC, "ndan": ABL, "yla": INS, "nca": EQU, "dir": NOM}
_ADJECTIVAL: Final = ("lik", "li", "siz", "lari")


class Suffix(NamedTuple):
    """What a suffix says: cases, the cases that hold under a possessor's suffix, whether it is a plural."""

    cases: int
    owned: int
    plural: bool


@cache
def read_suffix(text: str) -> Suffix | None:
    """The meaning of a noun's suffix ("nın", "lerinden"), or None for letters that are none."""
    bare = text.translate(_HARMONY)
    plural = bare.startswith("lar")
    bare = bare[3:] if plural else bare
    plain, owned = _PLAIN.get(bare, 0), _owned(bare, plural)
    if bare in _ADJECTIVAL and not plural:
        return Suffix(NOM, 0, False)
    return Suffix(plain | owned, owned, plural) if plain or owned or not bare else None


def _owned(bare: str, plural: bool) -> int:
    """Cases after "-i", "-si" (its), or right after a compound's name ("Bakanlığı'na")."""
    cases = 0
    for head in ("si", "i", ""):
        if bare.startswith(head) and (head or bare):
            cases |= _OWNED.get(bare[len(head) :], 0)
    return cases


@cache
def unknown_stems(word: str) -> tuple[tuple[str, Suffix], ...]:
    """Stems of at least three letters that remain when a suffix is taken off, the longest first."""
    found = []
    for cut in range(len(word) - 1, 2, -1):
        suffix = read_suffix(word[cut:])
        if suffix is not None:
            found.append((word[:cut], suffix))
    return tuple(found)
