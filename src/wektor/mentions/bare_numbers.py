"""Bare numbers: numbers and ordinals without a noun, which stand for what was spoken of."""

from collections.abc import Sequence

from wektor.mentions.mention import Mention
from wektor.mentions.numbers import NumberMention
from wektor.mentions.quantities import count_apposed, count_whole, is_article
from wektor.mentions.sentence import Sentence
from wektor.model import Span
from wektor.text.words import SG


def stand_ordinals(sentence: Sentence) -> None:
    """ "The first reached …", "ostatni odleciał": an ordinal with no noun stands for one of what was spoken of."""
    for k, token in enumerate(sentence.tokens[:-1]):
        if "first" in token.word.tags and sentence.cover[k] is None and k not in sentence.blocked:
            word = sentence.tokens[k + 1].word
            if word.tags & {"be", "have", "modal", "future"} or ("verb" in word.tags and word.form & 2) or (word.pos & 2 and word.form & 1 and not word.pos & 1) or (
                    token.word.cases and _stands_alone(sentence, k)):  # fmt: skip
                mention = Mention(k, k + 1, "pron", "", "", None)
                if token.word.number in (0, SG) and not token.word.tags & {"article"}:
                    mention.qty = NumberMention(1, Span(token.start, token.end))
                sentence.add(mention)


def _stands_alone(sentence: Sentence, k: int) -> bool:
    """Whether an ordinal has no noun, where nouns follow their ordinals: "drugi, na który …", "trzeci zaś …"; not "po pierwsze"."""
    own, word, before = sentence.tokens[k].word, sentence.tokens[k + 1].word, sentence.tokens[k - 1].word if k else None
    if sentence.head_final or (before is not None and (before.nom_cases & own.cases or before.lower == "po")):
        return False
    cover = sentence.cover[k + 1]
    agrees = word.nom_cases & own.cases and (word.number & own.number or not word.number)
    if word.nom_cases and (not agrees or (cover is not None and cover.kind == "state" and not cover.adjectival)):
        return True  # "pierwszą marynarze przejmą", "drugi Hanoi odebrało"
    relative = word.text == "," and any(t.word.tags & {"relative"} for t in sentence.tokens[k + 2 : k + 4])
    return relative or bool(word.tags & {"but", "adverb"} and not word.cases)


def stand_numbers(sentence: Sentence) -> None:
    """ "another two", "the first 46": a number with no noun stands for what was spoken of."""
    counted = {id(m.qty) for m in sentence.mentions if m.qty is not None}
    for number in sentence.numbers:
        if id(number) in counted or isinstance(number.value, tuple) or is_article(sentence, number):  # type: ignore[attr-defined]
            continue
        held = [k for k, t in enumerate(sentence.tokens) if number.span.start <= t.start < number.span.end]  # type: ignore[attr-defined]
        if not held or any(sentence.cover[k] for k in held) or number.value > 5000 or _year(sentence, held):  # type: ignore[attr-defined]
            _count_pronoun(sentence, held, number)
            continue
        after = held[-1] + 1
        while sentence.has(after, "piece") or (sentence.has(after, "more") and not sentence.tokens[after].word.cases and not sentence.head_final):
            after += 1
        if count_apposed(sentence, held[0], after, number) or count_whole(sentence, after, number):
            continue
        word = sentence.tokens[after].word if after < len(sentence.tokens) else None
        if word is None or word.text in ",.;:)–—" or word.tags & {"be", "have", "and", "relative", "adverb", "modal", "future", "not"} or (
            word.preps or ("but" in word.tags and sentence.head_final) or (bool(word.cases == 0 and word.form & 1) and bool(word.verb_keys) and "verb" in word.tags)
            or bool(word.pos & 2 and word.form & 1 and not word.pos & 1) or (sentence.head_final and sentence.tokens[held[-1]].word.owned and held[-1] not in sentence.blocked)
        ):
            mention = Mention(held[0], after, "pron", "", "", None)
            mention.qty = number
            sentence.add(mention)


def _count_pronoun(sentence: Sentence, held: Sequence[int], number: object) -> None:
    """ "ikisi": a pronoun that is a number counts what it stands for."""
    pronoun = sentence.cover[held[0]] if held else None
    if pronoun is not None and pronoun.kind == "pron" and pronoun.qty is None and (pronoun.i, pronoun.j) == (held[0], held[-1] + 1):
        pronoun.qty = number


def _year(sentence: Sentence, held: Sequence[int]) -> bool:
    """Four figures from 1950 to 2059 alone: "for 2026" counts nothing."""
    figure = sentence.tokens[held[0]].word.text.partition("'")[0]
    return len(held) == 1 and len(figure) == 4 and figure.isdecimal() and 1950 <= int(figure) < 2060
