"""Verbs left out where they close their clause: "3 helikopteri orduya, 2 gemiyi donanmaya teslim etti" has its verb at the end alone."""

from collections.abc import Sequence
from itertools import groupby

from wektor.grammar.verbs import Verb
from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence
from wektor.text.words import NOM

_LONGEST = 24  # tokens of either part


def add_final_gaps(sentence: Sentence, verbs: Sequence[Verb]) -> list[Verb]:
    """The verbs, and one more for each part of a clause that leaves its verb to the last."""
    found = list[Verb]()
    for n, verb in enumerate(verbs):
        lo = verbs[n - 1].j if n else 0
        if not verb.participle:
            found += _gaps(sentence, verb, lo)
        found.append(verb)
    return found


def _gaps(sentence: Sentence, verb: Verb, lo: int) -> list[Verb]:
    """Of one verb, whose clause begins at ``lo`` at the earliest."""
    found: list[Verb] = []
    joints = [k for k in range(max(lo, verb.i - 2 * _LONGEST), verb.i) if _joint(sentence, k)]
    stop = verb.i
    for k in reversed(joints):
        right = _runs(sentence, k + 1, stop)
        left = _runs(sentence, max(lo, k - _LONGEST), k)
        shared = len(right) == 3 and _counted(sentence, right[:2])  # "A on, B üç tankı C'ye verdi"
        if (len(right) == 2 or shared) and len(left) >= 2 and _parallel(sentence, left[-2:], right[:2], k):
            _count_ahead(left[-2:], right[:2])
        elif not _dated(sentence, max((j + 1 for j in joints if j < k), default=lo), k, stop):
            continue
        else:
            _count_before(sentence, left, right)
        found.insert(0, _gap(sentence, verb, k, stop))
        stop = k
    return found


def _dated(sentence: Sentence, lo: int, k: int, stop: int) -> bool:
    """ "ilki 2021'de, ikincisi 2023'te": each part names one date and a thing, a number or a batch, in the same order."""
    left, right = _day_and_thing(sentence, lo, k), _day_and_thing(sentence, k + 1, stop)
    return left is not None and right is not None and (left[0] < left[1]) == (right[0] < right[1])


def _day_and_thing(sentence: Sentence, lo: int, hi: int) -> tuple[int, int] | None:
    """Where the only date of a part begins, and the last thing that is no part of it."""
    tokens = sentence.tokens
    days = [k for k in range(lo, hi) if k in sentence.blocked and any(d.span.start == tokens[k].start for d in sentence.dates)]  # type: ignore[attr-defined]
    things = [m.i for m in sentence.mentions if lo <= m.i and m.j <= hi and (m.kind in ("item", "pron")) and not m.adjectival]
    things += [k for k in range(lo + 1, hi) if sentence.has(k, "counting") and sentence.tokens[k - 1].word.tags & {"first", "more"}]
    return (days[0], max(things)) if len(days) == 1 and things else None


def _count_before(sentence: Sentence, left: Sequence[Sequence[Mention]], right: Sequence[Sequence[Mention]]) -> None:
    """ "2021'de üç, 2022'de dört helikopter": a bare number counts the thing that is named behind it."""
    numbers, things = [run[-1] for run in left if _thing(run[0])], [run[0] for run in right if _thing(run[0])]
    if numbers and things:
        _count_ahead([[numbers[-1]]], [[things[-1]]])


def _joint(sentence: Sentence, k: int) -> bool:
    """Whether the token parts the members of a list, and marks none with its case."""
    word = sentence.tokens[k].word
    return sentence.cover[k] is None and k not in sentence.blocked and (word.text in ",;" or ("and" in word.tags and not word.preps))


def _runs(sentence: Sentence, i: int, j: int) -> list[list[Mention]]:
    """Things, and those who take part, in turns."""
    held = [m for m in sentence.mentions if i <= m.i and m.j <= j and not m.adjectival and not m.possessive and (_thing(m) or m.actor or m.kind in ("name", "place"))]
    return [list(run) for _, run in groupby(held, key=_thing)]


def _thing(mention: Mention) -> bool:
    return mention.kind == "item" or (mention.kind == "pron" and mention.qty is not None)


def _parallel(sentence: Sentence, left: Sequence[Sequence[Mention]], right: Sequence[Sequence[Mention]], k: int) -> bool:
    """Both parts name a thing and somebody in the same order and the same case; two subjects need a word that contrasts them, or their own numbers."""
    if _thing(left[0][0]) != _thing(right[0][0]):
        return False
    first, second = (next(run[-1] for run in part if not _thing(run[0])) for part in (left, right))
    things = [next(run[-1] for run in part if _thing(run[0])) for part in (left, right)]
    if first.prep is not None or second.prep is not None:
        return first.prep == second.prep and bool(first.cases & second.cases) and first.prep_at != second.prep_at and things[0].prep == things[1].prep
    return bool(first.cases & second.cases & NOM) and (_contrasted(sentence, second) or (_counted(sentence, left) and _counted(sentence, right)))


def _contrasted(sentence: Sentence, mention: Mention) -> bool:
    """ "B ise": behind somebody, a word that sets them against another."""
    return sentence.has(mention.j, "but") and not sentence.has(mention.i - 1, "but")


def _counted(sentence: Sentence, part: Sequence[Sequence[Mention]]) -> bool:
    """ "Estonya altı": right behind somebody a number of things."""
    actor, thing = part[0][-1], part[1][0]
    return not _thing(actor) and thing.qty is not None and sentence.tokens[actor.j - 1].end <= thing.qty.span.start  # type: ignore[attr-defined]


def _count_ahead(left: Sequence[Sequence[Mention]], right: Sequence[Sequence[Mention]]) -> None:
    """ "Estonya altı, Letonya dört HIMARS aldı": a bare number counts the thing that is named behind it."""
    number, thing = (next(run[-1] for run in part if _thing(run[0])) for part in (left, right))
    if number.kind == "pron" and number.cases == NOM and thing.kind == "item":
        number.stand_for(thing)
        number.designated = thing.designated


def _gap(sentence: Sentence, verb: Verb, k: int, stop: int) -> Verb:
    gap = verb.repeated(k, k + 1, verb.head, k, "infinitive")
    for mention in sentence.mentions:  # no list goes on across the joint
        if k < mention.i < stop and mention.coord is not None and mention.coord.i < k:
            mention.coord = None
    return gap
