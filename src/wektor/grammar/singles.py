"""Singles: words that speak of one thing without a number: "the first frigate", "the second of both", "the corvette Babur"."""

from collections.abc import Iterator
from typing import NamedTuple

from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence
from wektor.model import Span
from wektor.text.words import PL, SG

_PARTED = 3  # tokens between "the first" and the number of which it is one


class Single(NamedTuple):
    """One of a kind: like a number whose value is one; where it stands, and how it is put."""

    value: int
    span: Span
    form: str


def singles_of(sentence: Sentence) -> Iterator[Single]:
    """Words such as "first" and "last" where they speak of one thing: in the singular, with no number or plural behind them."""
    counted = {n.span.start for n in sentence.numbers}  # type: ignore[attr-defined]
    places = {n.span.start for n in sentence.ordinals}  # type: ignore[attr-defined]
    for k, token in enumerate(sentence.tokens):
        if not (token.start in places or "first" in token.word.tags) or token.start in counted or k in sentence.blocked:
            continue
        if (cover := sentence.cover[k]) is not None and cover.kind != "pron":
            continue
        following = sentence.tokens[k + 1] if k + 1 < len(sentence.tokens) else None
        if token.word.number == PL or (following is not None and following.start in counted):
            continue
        form = _form(sentence, k)
        if form:
            yield Single(1, Span(token.start, token.end), form)


def _form(sentence: Sentence, k: int) -> str:
    """What it speaks of: a thing, one of several, or nothing that is named; nothing at all where it describes another word."""
    thing = next((m for m in sentence.mentions if m.np <= k < m.i or m.i == k + 1), None)
    if thing is not None:
        return "thing" if thing.kind == "item" and thing.number != PL and thing.qty is None else ""
    after = sentence.tokens[k + 1 : k + 1 + _PARTED]
    if sentence.tokens[k].word.owned or any(t.start == n.span.start for t in after for n in sentence.numbers):  # type: ignore[attr-defined]
        return "of-several"
    word = after[0].word if after else None
    return "alone" if word is None or not word.text[0].isalpha() or word.preps or not word.nom_cases or not word.common else ""


def single_of(mention: Mention) -> Single | None:
    """A thing in the singular is one, if its kind can be counted."""
    one = mention.kind == "item" and mention.qty is None and mention.number == SG and not mention.weak
    return Single(1, Span(mention.start, mention.end), "designated" if mention.designated else "class") if one else None
