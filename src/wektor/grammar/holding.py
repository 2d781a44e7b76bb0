"""Holding: clauses without a verb that tell whose things are how many ("у соседа сорок пушек")."""

from wektor.grammar.relations import Parse, Relations
from wektor.grammar.triggers import HOLDER as HOLDER
from wektor.grammar.triggers import Trigger
from wektor.mentions.mention import Mention, list_head
from wektor.text.words import GEN

_HOLDERS = frozenset({"state", "force", "ministry", "government", "people", "country", "buyer", "partner", "side", "pron", "we"})
_BEHIND = 3
_LISTED = 10  # tokens of one member of a list of holders
_STOPS = frozenset(";:.!?—–()")


def holds(parse: Parse, trigger: Trigger, spoken_of: bool) -> bool:
    """Whether the preposition governs somebody who holds things, a number of them stands near, and no verb does."""
    lo, hi = _reach(parse, trigger.i)
    mentions = [m for m in parse.sentence.mentions if lo <= m.i < hi]
    if not any(_governed(parse, trigger, m) for m in mentions):
        return False
    things = [m for m in mentions if m.kind == "item" and m.prep is None]
    if any(m.qty is not None for m in things):
        return True
    return (bool(things) or spoken_of) and any(m.kind == "pron" and m.qty is not None for m in mentions)


def _governed(parse: Parse, trigger: Trigger, mention: Mention) -> bool:
    """Whether the holder stands behind the preposition, or right behind the noun that does ("in the units of")."""
    if mention.kind not in _HOLDERS or (mention.adjectival and not _dashed(parse, trigger.i, mention)):
        return False
    head = list_head(mention)
    if head.prep_at == trigger.i and parse.cased and head.prep is not None and "place" not in parse.grammar.prepositions[head.prep].relations:
        return False  # "to Slovakia — fifteen": they go there
    return head.prep_at == trigger.i or (mention.prep is None and bool(mention.cases & GEN) and 0 < mention.i - trigger.i <= _BEHIND)


def _dashed(parse: Parse, at: int, mention: Mention) -> bool:
    """ "in the Polish ones — 247", "in German units — 310": whose things they are, before a dash that stands for "there are"."""
    tokens = parse.sentence.tokens
    return mention.prep_at == at and any(_dash(parse, at, k) for k in range(mention.j, min(mention.j + 2, len(tokens))))


def _dash(parse: Parse, at: int, k: int) -> bool:
    """Whether the token is a dash near behind the preposition, with a number or thing next to it."""
    tokens = parse.sentence.tokens
    if tokens[k].word.text not in "—–" or not at < k <= at + _BEHIND + 1 or k + 1 >= len(tokens):
        return False
    after = next((m for m in parse.sentence.mentions if m.i > k), None)
    if after is None or after.prep is not None or after.qty is None:
        return False
    between = tokens[k + 1 : after.i]
    return all(t.start >= after.qty.span.start or t.word.preps or "adverb" in t.word.tags for t in between)  # type: ignore[attr-defined]


def to_holding(parse: Parse, trigger: Trigger, mention: Mention) -> Relations:
    """The holder stands behind the preposition, what is held without one."""
    lo, hi = _reach(parse, trigger.i)
    if _governed(parse, trigger, mention):
        return [("place", 1.0)]
    if mention.kind in ("item", "pron") and mention.prep is None and lo <= mention.i < hi:
        return [("subj", 1.0)]
    return [("near", 0.2)]


def holds_beside(parse: Parse, trigger: Trigger, mention: Mention) -> bool:
    """Whether the mention holds its own in a list of holders: "in the German ranks 310, in the Polish 247"."""
    at, tokens = list_head(mention).prep_at, parse.sentence.tokens
    if at < 0 or at == trigger.i or tokens[at].word.lower != tokens[trigger.i].word.lower:
        return False
    lo, hi = _reach(parse, trigger.i)
    return not lo <= mention.i < hi


def counts_for(parse: Parse, trigger: Trigger, k: int) -> bool:
    """Whether a number at the token can say how many the holder has: those of other holders' stretches say nothing of it."""
    if HOLDER not in trigger.frame.needs:
        return True
    lo, hi = _reach(parse, trigger.i)
    return lo <= k < hi


def _reach(parse: Parse, at: int) -> tuple[int, int]:
    """The tokens about ``at`` up to a stop, or to a comma past which there is a verb; empty if a verb stands beside."""
    verbs = {v.head for v in parse.verbs if "be" not in parse.sentence.tokens[v.head].word.tags}
    lo, hi = _edge(parse, at, -1, verbs), _edge(parse, at, 1, verbs)
    return (at, at) if lo is None or hi is None else (lo, hi + 1)


def _edge(parse: Parse, at: int, step: int, verbs: set[int]) -> int | None:
    """The last token in one direction; None where a verb comes before any comma."""
    tokens, last, k, comma = parse.sentence.tokens, at, at + step, False
    while 0 <= k < len(tokens) and (tokens[k].word.text not in _STOPS or (step > 0 and _dash(parse, at, k))):
        if k in verbs and tokens[k].word.text not in _STOPS:
            return last if comma else None
        if tokens[k].word.text == ",":
            if _lists(parse, at, k, step):
                return k - step
            last, comma = k - step, True
        k += step
    return k - step


def _lists(parse: Parse, at: int, comma: int, step: int) -> bool:
    """Whether the comma parts two holders: the same preposition stands at the head of either stretch."""
    tokens, word = parse.sentence.tokens, parse.sentence.tokens[at].word.lower
    if step > 0:
        return comma + 1 < len(tokens) and tokens[comma + 1].word.lower == word
    if at != comma + 1:
        return False
    return any(tokens[m].word.lower == word and (m == 0 or tokens[m - 1].word.text in ",;:.") for m in range(max(0, comma - _LISTED), comma))
