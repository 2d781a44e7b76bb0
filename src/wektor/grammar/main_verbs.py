"""Main verbs: whether a word that may be noun or verb is a verb, where order tells."""

from wektor.grammar.finite import (
    bearer,
    behind_attribute,
    is_noun,
    is_one_of,
    opens_phrase,
    stands_alone,
    stands_as_verb,
    takes_object,
)
from wektor.mentions.sentence import Sentence
from wektor.text.words import FIN, INF, PACT, PAST, PL, PPAS

_OWNED = frozenset({"ours", "theirs", "hers", "mine", "yours"})  # "a team of ours flew": they determine nothing


def may_be_verb(sentence: Sentence, k: int) -> bool:
    """Whether the word at ``k`` has a verb's form."""
    word = sentence.tokens[k].word
    return "verb" in word.tags


def is_main_verb(sentence: Sentence, k: int) -> bool:
    """Whether an ambiguous word is a verb here, by its left neighbour and its form."""
    if not may_be_verb(sentence, k):
        return False
    word = sentence.tokens[k].word
    if word.cap and k > 0 and sentence.tokens[k - 1].word.text not in ".:\"“":
        return False
    before = sentence.tokens[k - 1].word if k else None
    if before is None:
        return bool(word.form & (PPAS | PACT))
    if word.form & INF and marked_infinitive(sentence, k):
        return True
    if before.text == "-" and sentence.tokens[k - 1].end == sentence.tokens[k].start:
        return False  # "US-based", "Israeli-made drones": it says what something is, and does nothing
    if is_helped(sentence, k):
        return True
    if _after_date(sentence, k):  # "that it ordered in 2013 stay with their maker"
        return bool(word.form & (FIN | PAST)) and opens_phrase(sentence, k + 1)
    if _determined(sentence, k):
        return False
    cover = sentence.cover[k - 1]
    if cover is not None and cover.adjectival:
        return False
    if word.form & PACT and before.preps and is_noun(sentence, k) and not takes_object(sentence, k + 1):
        return False  # "go to Turkey for training in May"
    if word.form & PACT and not word.form & PPAS:
        following = sentence.cover[k + 1] if k + 1 < len(sentence.tokens) else None
        return not (following is not None and following.kind == "item" and before.preps)
    if before.preps:
        return False
    if word.form & PAST or word.form & PPAS:
        return not _attributive(sentence, k)
    if cover is not None and (cover.kind in ("pron", "we") or cover.voice):
        return bool(word.form & FIN)
    if cover is not None:
        if cover.kind == "item" and word.number != 2 and is_noun(sentence, k):
            return False  # "the arms purchase"
        several = sentence.tokens[bearer(sentence, cover)].word.number == 2 or cover.coord is not None
        if several and word.number == 2 and is_one_of(sentence, cover):
            return bool(word.form & FIN) and opens_phrase(sentence, k + 1)  # "the last of the tanks leaves the works"
        if several and cover.coord is None and cover.kind in ("org", "state", "name") and word.number == 2:
            return bool(word.form & FIN) and opens_phrase(sentence, k + 1)  # "the United States sells", "Corvane Systems makes": names are one
        return (word.number == 2) != several or behind_attribute(sentence, k)
    if bool(before.tags & {"pron", "we", "relative", "adverb", "not"}) or (word.number == 2 and "verb" not in before.tags and before.text.isalpha() and before.number != 2):
        return True
    return stands_as_verb(sentence, k)


def marked_infinitive(sentence: Sentence, k: int) -> bool:
    """ "to buy", "to initially buy": whether the particle of the infinitive stands before, at most an adverb between."""
    if sentence.has(k - 1, "to"):
        return True
    return sentence.has(k - 2, "to") and sentence.cover[k - 1] is None and is_adverb(sentence, k - 1)


def is_adverb(sentence: Sentence, k: int) -> bool:
    """Whether the packs or its ending say that the word is an adverb."""
    return sentence.has(k, "adverb") or sentence.tokens[k].word.lower.endswith("ly")


def is_helped(sentence: Sentence, k: int) -> bool:
    """ "help Armenia train its officers": a bare infinitive behind whoever is helped or let do it."""
    actor, word = sentence.cover[k - 1], sentence.tokens[k].word
    if actor is None or actor.kind == "item" or actor.adjectival or not word.form & INF or not opens_phrase(sentence, k + 1):
        return False
    start = actor.i - 1 if not sentence.has(actor.i - 1, "det") else actor.i - 2
    return sentence.has(start, "letting")


def _determined(sentence: Sentence, k: int) -> bool:
    """Whether the word before makes a noun of it; "that came", "that makes" are no nouns."""
    before, word = sentence.tokens[k - 1].word, sentence.tokens[k].word
    if "relative" in before.tags and (word.form & PAST or word.number == 2):
        return False
    if before.lower in _OWNED or stands_alone(sentence, k):
        return False
    if _counted(sentence, k):
        return True
    return bool(before.tags & {"det", "their", "possessive", "anaphoric"}) or (before.digit and sentence.cover[k - 1] is None)  # "two F-16s bought in May"


def _counted(sentence: Sentence, k: int) -> bool:
    """ "three upgraded frigates": a form between a number and the things that it counts."""
    thing, start = sentence.cover[k + 1] if k + 1 < len(sentence.tokens) else None, sentence.tokens[k - 1].start
    if thing is None or thing.kind != "item" or sentence.cover[k - 1] is not None or sentence.tokens[thing.j - 1].word.number != PL:
        return False
    return any(n.span.start <= start < n.span.end for n in sentence.numbers)  # type: ignore[attr-defined]


def _after_date(sentence: Sentence, k: int) -> bool:
    """Whether a date with its preposition stands right before."""
    start = k
    while start and start - 1 in sentence.blocked:
        start -= 1
    return start < k and start > 0 and (bool(sentence.tokens[start - 1].word.preps) or bool(sentence.tokens[start].word.preps))


def _attributive(sentence: Sentence, k: int) -> bool:
    """A participle between a determiner or preposition and a noun: "the ordered jets"."""
    before = sentence.tokens[k - 1].word
    if k + 1 >= len(sentence.tokens):
        return False
    nxt = sentence.cover[k + 1]
    return nxt is not None and nxt.kind == "item" and bool(before.tags & {"det", "their", "adverb"}) and not sentence.cover[k - 1] and k > 1 and bool(sentence.tokens[k - 2].word.tags & {"det"})
