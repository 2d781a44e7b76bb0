"""Gapping: a dash that stands for the verb of the clause before ("A shipped rifles, B — helmets")."""

from collections.abc import Iterator, Sequence

from wektor.grammar.clauses import Verb
from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence
from wektor.text.words import NOM

_DASHES = frozenset("—–")
_ENDS = frozenset(",;.!?:")
_REMNANT = 10  # tokens on either side of the dash
_FLAGS = ("passive", "negated", "future", "modal", "past", "progressive", "perfect", "impersonal")


def with_gaps(sentence: Sentence, verbs: Sequence[Verb]) -> list[Verb]:
    """The verbs, and in order among them a verb for every dash that stands for one."""
    found = [*verbs]
    for k, token in enumerate(sentence.tokens):
        if token.word.text in _DASHES and (opens := _opening(sentence, verbs, k)) is not None:
            model = _model(verbs, opens)
            if model is not None and _parallel(sentence, verbs, opens, k):
                found.append(_gap(model, opens, k))
                _part(sentence, opens, k)
    return sorted(found, key=lambda v: v.i) if len(found) > len(verbs) else found


def remnant_subject(sentence: Sentence, gap: Verb) -> list[Mention]:
    """The subject that the gapped clause names, of the sort of the model's; else the model's own."""
    model = gap.model
    own = [m for m in sentence.mentions if gap.opens < m.i < _ending(sentence, gap.head) and m.prep is None and not m.adjectival and m.cases & NOM]
    wanted = not gap.passive if model is None or not model.subject else model.subject[0].actor
    alike = [m for m in own if m.actor == wanted]
    if alike:
        return alike[:1]
    return list(model.subject) if model is not None else []


def _opening(sentence: Sentence, verbs: Sequence[Verb], k: int) -> int | None:
    """The comma, semicolon or "and" with which the gapped clause opens."""
    for m in range(k - 1, max(-1, k - 1 - _REMNANT), -1):
        word = sentence.tokens[m].word
        if any(v.i <= m < v.j for v in verbs) or word.text in _DASHES or "relative" in word.tags:
            return None
        if word.text in ",;" or word.tags & {"but"} or ("and" in word.tags and sentence.cover[m] is None and m + 1 < k):
            return m
    return None


def _model(verbs: Sequence[Verb], opens: int) -> Verb | None:
    """The verb that the dash repeats: the last before, participles apart."""
    return next((v for v in reversed(verbs) if v.j <= opens and not v.participle), None)


def _ending(sentence: Sentence, k: int) -> int:
    """The token that ends the gapped clause."""
    for m in range(k + 1, len(sentence.tokens)):
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


def _sorts(sentence: Sentence, lo: int, hi: int) -> Iterator[str]:
    """What stands between two tokens: actors, things, numbers, dates."""
    for m in sentence.mentions:
        if lo < m.i < hi and m.kind not in ("name", "we"):
            yield "thing" if m.kind == "item" else "actor"
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


def _gap(model: Verb, opens: int, k: int) -> Verb:
    gap = Verb(k, k + 1, k)
    for flag in _FLAGS:
        setattr(gap, flag, getattr(model, flag))
    gap.model, gap.opens = model, opens
    return gap
