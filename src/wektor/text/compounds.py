"""Compounds of nations: "Polish-Ukrainian", "Israeli-made", "Baykar-built", "ex-Danish" become words of their own."""

from collections.abc import Callable, Mapping, Sequence

from wektor.text.words import PPAS, Token, Word

_ACTORS = frozenset({"state", "adjective", "people", "capital", "org", "place"})
_FORMER = "cue:former"
_ORIGIN = "provenance"  # a noun that says whose make it is: "Russian-origin"


def split_compounds(tokens: Sequence[Token], word: Callable[[str], Word], links: Mapping[str, Sequence[str]]) -> list[Token]:
    """The tokens, with each compound that the packs do not know as a whole cut at its hyphen.

    ``links`` says what stands in a compound's first half for the ending of its base form ("polsko-": "polski").
    """
    found: list[Token] = []
    for token in tokens:
        parts = _parts(token.word, word, links) if "-" in token.word.text else None
        if parts is None:
            found.append(token)
            continue
        at = token.start
        for part, text in zip(parts, token.word.text.split("-"), strict=True):
            if at > token.start:
                found.append(Token(word("-"), at - 1, at))
            found.append(Token(part, at, at + len(text)))
            at += len(text) + 1
    return found


def _parts(whole: Word, word: Callable[[str], Word], links: Mapping[str, Sequence[str]]) -> list[Word] | None:
    """The words of a compound: a former one, or nations before a nation or a deed ("Turkish-Azerbaijani-Georgian")."""
    *lefts, right = whole.text.split("-")
    if whole.tags & _ACTORS or not (right.isalpha() and all(left.isalpha() for left in lefts)):
        return None
    last = word(right)
    if len(lefts) == 1 and lefts[0].islower() and _FORMER in word(lefts[0]).tags and last.tags & _ACTORS:
        return [word(lefts[0]), last]
    deed = right.islower() and (("verb" in last.tags and bool(last.form & PPAS)) or _ORIGIN in last.tags)
    firsts = [first for left in lefts if (first := _first(left, word, links) or (word(left) if deed and left[0].isupper() else None)) is not None]  # "South Africa-made"
    return [*firsts, last] if len(firsts) == len(lefts) and (deed or last.tags & _ACTORS) else None


def _first(left: str, word: Callable[[str], Word], links: Mapping[str, Sequence[str]]) -> Word | None:
    """The first half as a word that the packs know, if need be with its own ending."""
    forms = [left, *(left.removesuffix(link) + ending for link, endings in links.items() if left.endswith(link) for ending in endings)]
    return next((found for form in forms if (found := word(form)).tags & _ACTORS), None)
