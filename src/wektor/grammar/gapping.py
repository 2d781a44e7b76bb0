"""Gapping: a dash that stands for the verb of the clause before ("A shipped rifles, B — helmets"), or nothing at all ("one went to A, two to B")."""

import itertools
from collections.abc import Iterator, Sequence

from wektor.grammar.verbs import Verb
from wektor.lexicon.packs import GrammarPack
from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence
from wektor.text.words import ACC, DAT, NOM

_DASHES = frozenset("—–")
_ENDS = frozenset(",;.!?:")
_COUNTED = frozenset({"first", "more"})  # "the first", "the other"
_REMNANT = 10  # tokens on either side of the dash


def with_gaps(sentence: Sentence, verbs: Sequence[Verb], grammar: GrammarPack) -> list[Verb]:
    """The verbs, and in order among them a verb for every dash that stands for one."""
    found = [*verbs]
    for k, token in enumerate(sentence.tokens):
        if token.word.text in _DASHES and (opens := _opening(sentence, verbs, k)) is not None:
            model = _model(sentence, verbs, opens)
            if model is not None and (_parallel(sentence, verbs, opens, k) or _recast(sentence, verbs, model, opens, k, grammar)):
                found.append(model.repeated(k, k + 1, k, opens, "impersonal"))
                _part(sentence, opens, k)
    for k, end in _unsaid(sentence, found):
        model = _model(sentence, verbs, k)
        if model is not None and not model.infinitive and _repeats(sentence, model, k, end, grammar):
            found.append(model.repeated(k, k + 1, k, k, "impersonal"))
            _part(sentence, k, k)
    return sorted(found, key=lambda v: v.i) if len(found) > len(verbs) else found


def _unsaid(sentence: Sentence, verbs: Sequence[Verb]) -> Iterator[tuple[int, int]]:
    """Stretches between commas that hold neither verb nor dash, from the comma on, in languages whose forms tell the members of a clause."""
    tokens, taken = sentence.tokens, {k for v in verbs for k in range(v.i, v.j)}
    commas = [k for k, t in enumerate(tokens) if t.word.text in ",;"]
    for start, end in itertools.pairwise([*commas, len(tokens)]):
        words = [tokens[k].word for k in range(start, end)]
        if len(words) <= _REMNANT and not any(w.tags & {"relative", "subord"} or w.text in _DASHES for w in words) and not taken & {*range(start, end)}:
            yield start, end


def _repeats(sentence: Sentence, model: Verb, start: int, end: int, grammar: GrammarPack) -> bool:
    """Whether the stretch is made of two members, each in the form of one of the verb's own: subject and object, or one of them and a phrase."""
    before = [m for m in sentence.mentions if m.j <= start and m.j > model.i - _REMNANT and not m.adjectival]
    own = [m for m in sentence.mentions if start < m.i and m.j <= end and not m.adjectival]
    if not 2 <= len(own) <= 3 or own[0].coord is not None or own[1].coord is own[0] or not all(m.cases or m.prep is not None or m.qty is not None for m in own):
        return False
    one, other = own[:2]
    apart = _thing(one) != _thing(other) or one.prep != other.prep
    between = [sentence.tokens[k].word for k in range(one.j, other.i)]
    near = not between or bool(between[0].preps) or other.np <= one.j or _counts(sentence, one.j) or one.j in sentence.blocked
    if not apart or not near or (_thing(one) == _thing(other) and _alike(one, other, grammar)):
        return False
    return any(a is not b and _alike(a, one, grammar) and _alike(b, other, grammar) for a in before for b in before)


def _thing(mention: Mention) -> bool:
    """Whether it is equipment, or a number that stands for it: "Latvia eighteen"."""
    return mention.kind == "item" or (mention.kind == "pron" and mention.qty is not None)


def _counts(sentence: Sentence, k: int) -> bool:
    """Whether a number begins at the token, in figures or in words."""
    return sentence.tokens[k].word.digit or any(n.span.start == sentence.tokens[k].start for n in sentence.numbers)  # type: ignore[attr-defined]


def _alike(one: Mention, other: Mention, grammar: GrammarPack) -> bool:
    """Whether both are things, or neither, or one a mere number, and stand with prepositions of one sense or in the same case of subject or object."""
    if (one.kind == "item") != (other.kind == "item") and "pron" not in (one.kind, other.kind):
        return False
    if one.prep is not None or other.prep is not None:
        return one.prep is not None and other.prep is not None and _of_one_sense(one.prep, other.prep, grammar)
    return (one.qty is not None and other.qty is not None) or bool(one.cases & other.cases & (NOM | ACC | DAT))


def _of_one_sense(one: int, other: int, grammar: GrammarPack) -> bool:
    """Whether two prepositions can mark one relation: "with Niger, and two in Niamey" gives nothing the same place."""
    return one == other or bool({*grammar.prepositions[one].relations} & {*grammar.prepositions[other].relations})


def remnant_subject(sentence: Sentence, gap: Verb) -> list[Mention]:
    """The subject that the gapped clause names, of the sort of the model's; else the model's own."""
    model = gap.model
    own = [m for m in sentence.mentions if gap.opens < m.i < _ending(sentence, gap.head) and m.prep is None and not m.adjectival and m.cases & NOM]
    wanted = not gap.passive if model is None or not model.subject else model.subject[0].actor
    alike = [m for m in own if m.actor == wanted]
    if alike:
        return [m for m in alike if m is alike[0] or (m.i < gap.i and m.coord is not None and m.coord in alike)]
    return list(model.subject) if model is not None else []


def _opening(sentence: Sentence, verbs: Sequence[Verb], k: int) -> int | None:
    """The comma, semicolon or "and" with which the gapped clause opens."""
    for m in range(k - 1, max(-1, k - 1 - _REMNANT), -1):
        word = sentence.tokens[m].word
        if any(v.i <= m < v.j for v in verbs) or word.text in _DASHES or "relative" in word.tags:
            return None
        if word.text in ",;" or word.tags & {"but"} or ("and" in word.tags and sentence.cover[m] is None and m + 1 < k and not _joined(sentence, m)):
            return m
    return None


def _model(sentence: Sentence, verbs: Sequence[Verb], opens: int) -> Verb | None:
    """The verb that the dash repeats: the last before, participles and what stands in brackets apart."""
    closed = [k for k in range(opens) if sentence.tokens[k].word.text == ")"]
    aside = {n for k in closed for n in range(_bracket(sentence, k), k)}
    return next((v for v in reversed(verbs) if v.j <= opens and not v.participle and v.head not in aside), None)


def _bracket(sentence: Sentence, k: int) -> int:
    """The token that opens the bracket which ``k`` closes."""
    return next((n for n in range(k, -1, -1) if sentence.tokens[n].word.text == "("), k)


def _joined(sentence: Sentence, k: int) -> bool:
    """Whether the "and" at ``k`` only joins two who act together: "and Niger and Mali — two"."""
    left, right = sentence.cover[k - 1] if k else None, sentence.cover[k + 1] if k + 1 < len(sentence.tokens) else None
    return left is not None and right is not None and left.actor and right.actor and left.prep is None and right.coord is left


def _ending(sentence: Sentence, k: int) -> int:
    """The token that ends the gapped clause."""
    for m in range(k + 1 + sentence.has(k + 1, "but"), len(sentence.tokens)):  # ", а Литва 24": what opens it does not end it
        word = sentence.tokens[m].word
        if (word.text in _ENDS or word.text in _DASHES or "but" in word.tags) and sentence.cover[m] is None:
            return m
    return len(sentence.tokens)


def _parallel(sentence: Sentence, verbs: Sequence[Verb], opens: int, k: int) -> bool:
    """Whether something different stands on either side of the dash, and no verb."""
    ending = _ending(sentence, k)
    if ending - k > _REMNANT or any(opens < v.i < ending for v in verbs):
        return False
    left, right = set(_sorts(sentence, opens, k)), set(_sorts(sentence, k, ending))
    return bool(left and right) and (left != right or "thing" not in left) and bool({"actor", "thing"} & (left ^ right))


def _recast(sentence: Sentence, verbs: Sequence[Verb], model: Verb, opens: int, k: int, grammar: GrammarPack) -> bool:
    """ "X will ship A to Oman, Y — to Qatar": of two actors about the dash one is in the form of the verb's subject, the other in that of somebody else it named."""
    ending = _ending(sentence, k)
    left = [m for m in sentence.mentions if opens < m.i < k and m.coord is None]
    right = [m for m in sentence.mentions if k < m.i < ending and m.coord is None]
    if len(left) != 1 or len(right) != 1 or ending - k > _REMNANT or any(opens < v.i < ending for v in verbs):
        return False
    one, other = left[0], right[0]
    if not one.actor or not other.actor or one.adjectival or other.adjectival or one.prep is not None or not one.cases & NOM:
        return False
    told = [m for m in sentence.mentions if m.j <= opens and m.j > model.i - _REMNANT and m.actor and not m.adjectival and m.coord is None]
    acts = [m for m in told if m.prep is None and m.cases & NOM]
    return any(a is not b and _alike(b, other, grammar) and (b.prep is not None or bool(b.cases & other.cases & DAT)) for a in acts for b in told)


def _sorts(sentence: Sentence, lo: int, hi: int) -> Iterator[str]:
    """What stands between two tokens: actors, things ("the second" is one), numbers, dates."""
    for m in sentence.mentions:
        if lo < m.i < hi and m.kind not in ("name", "we"):
            yield "thing" if _thing(m) else "actor"
    if any(sentence.cover[m] is None and sentence.tokens[m].word.tags & _COUNTED for m in range(lo + 1, hi)):
        yield "thing"
    start, end = sentence.tokens[lo].end, sentence.tokens[hi - 1].end
    if any(start <= n.span.start < end for n in sentence.numbers):  # type: ignore[attr-defined]
        yield "number"
    if any(m in sentence.blocked for m in range(lo + 1, hi)):
        yield "date"


def _part(sentence: Sentence, opens: int, k: int) -> None:
    """Nothing is listed with what stands beyond the comma or the dash."""
    for mention in sentence.mentions:
        other = mention.coord
        if other is not None and any(other.i < bound < mention.i for bound in (opens, k)):
            mention.coord = None
            if mention.prep_at < other.i:
                mention.prep, mention.prep_at = None, -1


def _gap(model: Verb, opens: int, k: int) -> Verb:
    return model.repeated(k, k + 1, k, opens, "impersonal")
