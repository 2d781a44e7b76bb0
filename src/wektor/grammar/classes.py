"""Classes of things: how a class word ("the aircraft", "24 machines") goes with a thing that was named before."""

from collections.abc import Mapping

from wektor.mentions.mention import Mention

PIECES = frozenset({"equipment", "military equipment", "arms", "weapons"})  # words that may stand for any thing


def fit_of(word: Mention, thing: Mention, parents: Mapping[str, str]) -> str:
    """How the class of the word goes with that of the thing: the same, a wider one, a word for any thing, another."""
    if thing.cls is None or word.cls is None:
        return "piece" if word.weak else "unknown"
    if word.cls == thing.cls:
        return "same"
    if within(thing.cls, word.cls, parents):
        return "wider"
    return "piece" if word.cls in PIECES else "narrower" if within(word.cls, thing.cls, parents) else "other"


def within(narrow: str, wide: str, parents: Mapping[str, str]) -> bool:
    """Whether a class belongs to another, however far up."""
    above = parents.get(narrow)
    while above is not None and above != wide:
        above = parents.get(above)
    return above is not None
