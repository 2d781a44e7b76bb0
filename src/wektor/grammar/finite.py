"""Plain forms of a language without endings: whether a word that may be a noun is the verb of its clause, by what stands around it."""

from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence
from wektor.text.words import FIN, INF, PACT, PAST, PPAS

APPOSITION = 12  # tokens of an aside, or of an attribute, between subject and verb
_ADJECTIVES = 4  # tokens before a subject in its clause
_BREAKS = frozenset({"relative", "be", "have", "do", "future", "modal", "not", "pron"})
_NOT_ONES = frozenset({"state", "org", "name", "place"})  # whose plural is one: "the United States"


def is_noun(sentence: Sentence, k: int) -> bool:
    """Whether the packs know the word as a noun that opens a frame."""
    return any(m.i <= k < m.j and m.entry.name == "noun" for m in sentence.matches.frames)


def opens_phrase(sentence: Sentence, k: int) -> bool:
    """Whether a new phrase begins: a determiner, preposition, number, adverb or a mention."""
    if k >= len(sentence.tokens):
        return False
    word = sentence.tokens[k].word
    counted = any(number.span.start == sentence.tokens[k].start for number in sentence.numbers)  # type: ignore[attr-defined]
    return sentence.cover[k] is not None or bool(word.preps) or counted or bool(word.tags & {"det", "their", "to", "adverb", "pron", "counting"})


def takes_object(sentence: Sentence, k: int) -> bool:
    """Whether what follows can be the object of a gerund: a mention, or a word that opens one."""
    if k >= len(sentence.tokens):
        return False
    word = sentence.tokens[k].word
    joined = word.tags & {"and", "but", "to", "relative"}
    return sentence.cover[k] is not None or (word.text.isalnum() and not word.preps and k not in sentence.blocked and not joined)


def stands_as_verb(sentence: Sentence, k: int) -> bool:
    """Whether a word behind no mention is a verb, by the subject that stands farther before."""
    return said_of_many(sentence, k) or _behind_aside(sentence, k) or behind_attribute(sentence, k) or _after_noun(sentence, k)


def said_of_many(sentence: Sentence, k: int) -> bool:
    """ "the men fly their aircraft": a word that no noun is, behind a plural and before a new phrase."""
    before, word = sentence.tokens[k - 1].word, sentence.tokens[k].word
    if before.number != 2 or word.number == 2 or not word.form & FIN or not before.text.isalpha():
        return False
    return not is_noun(sentence, k) and not word.tags & {"class", "facility"} and opens_phrase(sentence, k + 1)


def stands_alone(sentence: Sentence, k: int) -> bool:
    """Whether a past form follows a determiner that stands for somebody: "both ordered six", but "all ordered jets"."""
    before, following = sentence.tokens[k - 1].word, sentence.cover[k + 1] if k + 1 < len(sentence.tokens) else None
    if "standsfor" not in before.tags or not sentence.tokens[k].word.form & PAST or not opens_phrase(sentence, k + 1):
        return False
    return following is None or following.kind not in ("item", "people", "firm", "force")


def bearer(sentence: Sentence, mention: Mention) -> int:
    """The token that bears the number of a mention: "pilots" of "pilots from Chile"."""
    last = mention.j - 1
    if mention.kind not in ("people", "force", "firm", "item"):
        return last
    return next((k - 1 for k in range(mention.i + 1, mention.j) if sentence.tokens[k].word.preps), last)


def is_one_of(sentence: Sentence, mention: Mention) -> bool:
    """ "the last of the tanks arrives", "one of 130 jets": whether several are named only to tell one out of them."""
    for k in range(mention.i - 1, max(0, mention.i - 1 - _ADJECTIVES), -1):
        word = sentence.tokens[k].word
        if "ofwords" in word.tags:
            return _is_one(sentence, k - 1)
        if word.preps or not (word.text.isalnum() or word.text == "-") or sentence.cover[k] is not None:
            return False
    return False


def _is_one(sentence: Sentence, k: int) -> bool:
    """Whether the word before "of" speaks of one: "the last", "one", "the third"."""
    start, end = sentence.tokens[k].start, sentence.tokens[k].end
    if sentence.has(k, "first") or any(o.span.start < end and start < o.span.end for o in sentence.ordinals):  # type: ignore[attr-defined]
        return True
    return any(n.span.start < end and start < n.span.end and n.value == 1 for n in sentence.numbers)  # type: ignore[attr-defined]


def _behind_aside(sentence: Sentence, k: int) -> bool:
    """ "Saab, the maker, delivers six": behind the comma that ends an aside."""
    word = sentence.tokens[k].word
    if sentence.tokens[k - 1].word.text != "," or not word.form & FIN or is_noun(sentence, k) or not opens_phrase(sentence, k + 1):
        return False
    return any(sentence.tokens[m].word.text == "," for m in range(max(1, k - APPOSITION), k - 1))


def _after_noun(sentence: Sentence, k: int) -> bool:
    """ "The design belongs to Damen", "the contract runs on": a form in -s behind a noun in the singular that elsewhere may be a verb."""
    before, word = sentence.tokens[k - 1].word, sentence.tokens[k].word
    if word.number != 2 or before.number == 2 or not before.text.isalpha() or (before.form & PACT and not is_noun(sentence, k - 1)):
        return False
    if is_noun(sentence, k) or word.tags & {"class", "facility"} or not (opens_phrase(sentence, k + 1) or _ends(sentence, k + 1)):
        return False
    return any(sentence.has(m, tag) for m in (k - 2, k - 3) for tag in ("det", "their", "possessive"))


def _ends(sentence: Sentence, k: int) -> bool:
    return (k < len(sentence.tokens) and sentence.tokens[k].word.text in ".;") or k in sentence.blocked


def behind_attribute(sentence: Sentence, k: int) -> bool:
    """ "Engineers at Kongsberg develop the missile", "crews trained by Saab operate it": a plain form behind a plural and its attribute."""
    word = sentence.tokens[k].word
    if word.number == 2 or not word.form & INF or word.tags & {"class", "facility"} or not _goes_on(sentence, k):
        return False
    for m in range(k - 1, max(0, k - APPOSITION), -1):
        here = sentence.tokens[m].word
        if here.text in ",;:()–—\"" or here.tags & _BREAKS:
            return False
        attribute = bool(here.preps) or bool(here.form & PPAS and "verb" in here.tags)
        if attribute and sentence.cover[m] is None and _plural_subject(sentence, m - 1):
            return True
    return False


def _goes_on(sentence: Sentence, k: int) -> bool:
    """Whether an object or a place follows; behind a word that may be a noun, an object alone tells that it is a verb."""
    if not opens_phrase(sentence, k + 1):
        return False
    following = sentence.tokens[k + 1].word
    return not is_noun(sentence, k) or (not following.preps and "to" not in following.tags)


def _plural_subject(sentence: Sentence, k: int) -> bool:
    """Whether a plural that opens its clause ends at ``k``: before it stand numbers, determiners and adjectives alone."""
    cover = sentence.cover[k] if k >= 0 else None
    if k < 0 or sentence.tokens[k].word.number != 2 or (cover is not None and cover.kind in _NOT_ONES):
        return False
    start = cover.i if cover is not None else k
    for m in range(start - 1, max(-1, start - 1 - _ADJECTIVES), -1):
        word = sentence.tokens[m].word
        if word.text in ".,;:–—-" or "joins" in word.tags:
            return True
        if word.preps or ("verb" in word.tags and word.form & (FIN | PAST) and not word.form & PPAS):
            return False
    return start <= _ADJECTIVES
