"""Compounds of nations: "Polish-Ukrainian", "Israeli-made", "Baykar-built", "ex-Danish" become words of their own."""

from collections.abc import Callable, Mapping, Sequence

from wektor.text.words import PPAS, Token, Word

_ACTORS = frozenset({"state", "adjective", "people", "capital", "org", "place"})
_FORMER = "cue:former"


def split_compounds(tokens: Sequence[Token], word: Callable[[str], Word], links: Mapping[str, Sequence[str]]) -> list[Token]:
    """The tokens, with each compound that the packs do not know as a whole cut at its hyphen.

    ``links`` says what stands in a compound's first half for the ending of its base form ("polsko-": "polski").
    """
    found: list[Token] = []
    for token in tokens:
        halves = _halves(token.word, word, links) if "-" in token.word.text else None
        if halves is None:
            found.append(token)
            continue
        left, right = halves
        at = token.start + token.word.text.index("-")
        found += [Token(left, token.start, at), Token(word("-"), at, at + 1), Token(right, at + 1, token.end)]
    return found


def _halves(whole: Word, word: Callable[[str], Word], links: Mapping[str, Sequence[str]]) -> tuple[Word, Word] | None:
    left, _, right = whole.text.partition("-")
    if whole.tags & _ACTORS or not (left.isalpha() and right.isalpha()):
        return None
    one, two = _first(left, word, links), word(right)
    if left.islower() and _FORMER in word(left).tags and two.tags & _ACTORS:
        return word(left), two
    if one is None:
        return None
    deed = right.islower() and "verb" in two.tags and bool(two.form & PPAS)
    return (one, two) if deed or two.tags & _ACTORS else None


def _first(left: str, word: Callable[[str], Word], links: Mapping[str, Sequence[str]]) -> Word | None:
    """The first half as a word that the packs know, if need be with its own ending."""
    forms = [left, *(left.removesuffix(link) + ending for link, endings in links.items() if left.endswith(link) for ending in endings)]
    return next((found for form in forms if (found := word(form)).tags & _ACTORS), None)
