"""Verbs left out where order tells who does what: "Oman got six jets, Kuwait four" has the verb of the first clause in the second."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from wektor.grammar.verbs import Verb
from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence

_STATES = frozenset({"state", "force"})
_OPENING = 3  # tokens of an article, a number and an adjective before the noun


def add_echoes(sentence: Sentence, verbs: list[Verb]) -> list[Verb]:
    """The verbs, and one more for each clause that leaves its verb out."""
    found = list[Verb]()
    for n, verb in enumerate(verbs):
        found.append(verb)
        if not verb.participle:
            following = verbs[n + 1] if n + 1 < len(verbs) else None
            aim = following is not None and following.infinitive and sentence.has(following.i - 1, "to")  # "six to Oman and four to Kuwait to guard …"
            end = len(sentence.tokens) if following is None else following.i - 1 if aim else following.i
            found += _echoes(sentence, verb, end, aim)
    return found


def _echoes(sentence: Sentence, verb: Verb, end: int, closed: bool) -> Iterator[Verb]:
    """Of one verb, up to the next, which opens a clause of its own if ``closed``."""
    joints = [k for k in range(verb.j, end) if _joint(sentence, k)] + [end]
    for at, stop in pairwise(joints):
        first = next((m for m in sentence.mentions if at < m.i), None)
        if first is None or first.i >= stop or (stop == end < len(sentence.tokens) and not closed and not _joint(sentence, end - 1)):
            continue
        inner = [m for m in sentence.mentions if at < m.i < stop]
        before = [m for m in sentence.mentions if verb.j <= m.i < at]
        if _again(sentence, verb, at, stop, first, before):
            yield _echo(verb, at, None, inner, at + 1)
        if not all(_light(sentence, k) for k in range(at + 1, first.i)) or first.i - at > _OPENING + 1 or first.adjectival:
            continue
        if _acts(sentence, verb, at, first, inner, before):
            yield _echo(verb, at, first, inner, first.j)
        elif _parted(verb, at, first, inner, before):
            subject = verb.passive or not any(_thing(m) and m.prep is None for m in before)
            yield _echo(verb, at, first if subject else None, inner, first.j if subject else at + 1)


def _joint(sentence: Sentence, k: int) -> bool:
    """Whether the token parts clauses or the members of a list."""
    return sentence.cover[k] is None and (sentence.tokens[k].word.text in ",;" or sentence.has(k, "and"))


def _light(sentence: Sentence, k: int) -> bool:
    """What may open a noun phrase."""
    word = sentence.tokens[k].word
    if word.tags & {"det", "their", "more", "adverb"} or word.digit or any(n.span.start <= sentence.tokens[k].start < n.span.end for n in sentence.numbers):  # type: ignore[attr-defined]
        return True
    return word.text.isalpha() and not word.preps and not word.tags


def _acts(sentence: Sentence, verb: Verb, at: int, first: Mention, inner: Sequence[Mention], before: Sequence[Mention]) -> bool:
    """Somebody with a number right behind, or behind a mark with a thing or the preposition that the first clause has too."""
    if verb.infinitive or first.possessive or not (first.actor or first.kind == "name") or _own(first, at) or first.j >= len(sentence.tokens):
        return False
    if any(number.span.start == sentence.tokens[first.j].start for number in sentence.numbers):  # type: ignore[attr-defined]
        return any(_thing(m) and m.i - first.j <= _OPENING for m in inner)
    marked = sentence.tokens[at].word.text in ",;" or sentence.tokens[at - 1].word.text == ","
    if (marked or sentence.has(at, "and")) and first.kind in _STATES and any(m.kind == "item" and m.i == first.j for m in inner) and any(m.kind == "item" and m.prep is None for m in before):
        return True  # "Chile flies F-5s, Peru MiG-29s": no state describes a thing by its bare name
    return marked and any(m.prep_at == first.j and any(_own(o, -1) and o.prep == m.prep for o in before) for m in inner)


def _parted(verb: Verb, at: int, first: Mention, inner: Sequence[Mention], before: Sequence[Mention]) -> bool:
    """ "sold six to Oman and four to Kuwait": a thing or number, and somebody under a preposition that stood with another."""
    if not _thing(first) or _own(first, at) or len(inner) < 2:
        return False
    second = inner[1]
    if not 0 <= second.prep_at - first.j <= 1 or not (second.actor or second.kind in ("name", "place")):
        return False
    return any(m.prep == second.prep and m.prep_at < at and (m.actor or m.kind in ("name", "place")) for m in before)


def _again(sentence: Sentence, verb: Verb, at: int, stop: int, first: Mention, before: Sequence[Mention]) -> bool:
    """ "went to Malta in 2016 and to Ghana in 2017": the same preposition, and a date of its own on either side."""
    if first.prep_at != at + 1 or not any(m.prep == first.prep and m.prep_at < at for m in before):
        return False
    starts = [sentence.tokens[k].start for k in (verb.j, at, min(stop, len(sentence.tokens) - 1))]
    return all(any(lo <= d.span.start < hi for d in sentence.dates) for lo, hi in pairwise(starts))  # type: ignore[attr-defined]


def _thing(mention: Mention) -> bool:
    return mention.kind == "item" or (mention.kind == "pron" and mention.qty is not None)


def _own(mention: Mention, at: int) -> bool:
    """Whether a preposition stands before the mention itself, not before the list that it seemed to go on."""
    return mention.prep is not None and mention.prep_at > at


def _echo(verb: Verb, at: int, subject: Mention | None, inner: Sequence[Mention], i: int) -> Verb:
    echo = verb.repeated(i, i, i - 1, at, "infinitive", "impersonal", "governor")
    echo.subject = [] if subject is None else [subject]
    for mention in inner:  # no list goes on across the joint
        if mention.coord is not None and mention.coord.i < at:
            mention.coord = None
            if mention.prep_at < at:
                mention.prep, mention.prep_at = None, -1
    return echo
