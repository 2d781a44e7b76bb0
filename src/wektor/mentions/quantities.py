"""Quantities: the numbers that count things and people in a sentence."""

from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence
from wektor.text.words import ABL, GEN


def take_pieces(sentence: Sentence) -> None:
    """ "howitzers, 48 pieces", "(19 sztuk)": a counted word for pieces right behind a thing counts that thing."""
    for piece in [m for m in sentence.mentions if m.kind == "item" and m.qty is not None and m.j - m.i == 1 and sentence.has(m.i, "piece")]:
        k = next((k for k in range(piece.i, -1, -1) if sentence.tokens[k].start <= piece.qty.span.start), piece.i)  # type: ignore[attr-defined]
        if count_apposed(sentence, k, piece.j, piece.qty):
            sentence.drop(piece)


def count_apposed(sentence: Sentence, i: int, j: int, number: object) -> bool:
    """Give a count ``[i, j)`` set off by commas or brackets to the thing before, if that bears none; whether it did."""
    tokens, k = sentence.tokens, i - 1
    if sentence.head_final or k < 1 or tokens[k].word.text not in ",(–—:" or (j < len(tokens) and tokens[j].word.text not in ",;.)–—"):
        return False
    thing = sentence.cover[k - 1]
    if thing is None or thing.kind != "item" or thing.qty is not None:
        return False
    thing.qty = number
    return True


def count_whole(sentence: Sentence, j: int, number: object) -> bool:
    """ "18 of the 118 vehicles": those are spoken of that are counted first."""
    if sentence.head_final or not 0 < j < len(sentence.tokens) or not sentence.tokens[j].word.tags & {"ofwords", "fromword"}:
        return False
    thing = next((m for m in sentence.mentions if m.i > j), None)
    whole = getattr(thing.qty, "value", None) if thing is not None and thing.kind == "item" else None
    if thing is None or not isinstance(whole, int) or whole <= number.value or thing.i - j > 5:  # type: ignore[attr-defined]
        return False
    thing.qty = number
    return True


def _parts(sentence: Sentence, number: object) -> bool:
    """ "tankların onu", "araçlardan 194'ü": where heads stand last, a number with an owner's suffix counts a part of what stands before."""
    if not sentence.head_final:
        return False
    held = [k for k, t in enumerate(sentence.tokens) if number.span.start <= t.start < number.span.end]  # type: ignore[attr-defined]
    if not held or not sentence.tokens[held[-1]].word.owned:
        return False
    for k in range(held[0] - 1, max(-1, held[0] - 4), -1):
        whole = sentence.cover[k]
        if whole is not None:
            of = sentence.tokens[whole.head].word.cases & (GEN | ABL)
            if whole.kind in ("item", "people") and of:
                whole.qty = number
                return True
            return False
    return False


def is_article(sentence: Sentence, number: object) -> bool:
    """Whether the number is a lone word that also is an article ("bir")."""
    span = number.span  # type: ignore[attr-defined]
    return any(t.start == span.start and t.end == span.end and "article" in t.word.tags for t in sentence.tokens)


def _named(sentence: Sentence, number: object) -> bool:
    """Whether the number belongs to a name ("RBS 70 launchers")."""
    start = number.span.start  # type: ignore[attr-defined]
    return any(m.i < k for k, t in enumerate(sentence.tokens) if t.start == start and (m := sentence.cover[k]) is not None)


def _names_maker(sentence: Sentence, mention: Mention) -> bool:
    """ "84 Patria vehicles": where nouns stand before nouns, a name right before a thing says whose make it is."""
    thing = sentence.cover[mention.j] if mention.j < len(sentence.tokens) else None
    named = mention.kind in ("org", "name", "state") and not sentence.tokens[mention.head].word.cases and not sentence.head_final
    return named and thing is not None and thing.kind == "item"


def count_things(sentence: Sentence) -> None:
    """A number that stands right before an item or people (only adjectives between) counts them."""
    for number in sentence.numbers:
        if number.value == 0 or is_article(sentence, number) or _parts(sentence, number) or _named(sentence, number):  # type: ignore[attr-defined]
            continue  # "sıfır uçaklar" are new, and no aircraft are not counted
        k = next((k for k, t in enumerate(sentence.tokens) if t.start >= number.span.end), None)  # type: ignore[attr-defined]
        if k is not None and sentence.has(k, "grade"):
            continue  # "of the 4.5 generation"
        steps, counted = 0, k is not None and sentence.head_final and sentence.has(k, "piece")
        while k is not None and k < len(sentence.tokens) and steps < 5:
            mention = sentence.cover[k]
            word = sentence.tokens[k].word
            if counted and mention is None and word.preps:
                k, steps = k + 1, steps + 1
                continue  # "30 adet Çin yapımı J-10"
            if mention and not mention.adjectival:
                if _names_maker(sentence, mention) or (counted and mention.kind in ("org", "name", "state", "place")):
                    k, steps = mention.j, steps + 1
                    continue
                if mention.kind in ("item", "people", "office") and mention.qty is None:
                    mention.qty = number
                break
            if word.text in ",.;:()–—" or word.tags & {"and", "relative", "subord", "be", "have"} or (
                word.preps and "ofwords" not in word.tags
            ):
                break
            k, steps = k + 1, steps + 1
