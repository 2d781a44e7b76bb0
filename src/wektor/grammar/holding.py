"""Holding: clauses without a verb that tell whose things are how many ("у соседа сорок пушек")."""

from wektor.grammar.relations import Parse, Relations
from wektor.grammar.triggers import HOLDER as HOLDER
from wektor.grammar.triggers import Trigger
from wektor.mentions.mention import Mention, list_head
from wektor.text.words import GEN

_HOLDERS = frozenset({"state", "force", "ministry", "government", "people", "country", "buyer", "partner", "side", "pron", "we"})
_BEHIND = 3
_STOPS = frozenset(";:.!?—–()")


def holds(parse: Parse, trigger: Trigger, spoken_of: bool) -> bool:
    """Whether the preposition governs somebody who holds things, a number of them stands near, and no verb does."""
    lo, hi = _reach(parse, trigger.i)
    mentions = [m for m in parse.sentence.mentions if lo <= m.i < hi]
    if not any(_governed(trigger, m) for m in mentions):
        return False
    things = [m for m in mentions if m.kind == "item" and m.prep is None]
    if any(m.qty is not None for m in things):
        return True
    return (bool(things) or spoken_of) and any(m.kind == "pron" and m.qty is not None for m in mentions)


def _governed(trigger: Trigger, mention: Mention) -> bool:
    """Whether the holder stands behind the preposition, or right behind the noun that does ("in the units of")."""
    if mention.kind not in _HOLDERS or mention.adjectival:
        return False
    return list_head(mention).prep_at == trigger.i or (mention.prep is None and bool(mention.cases & GEN) and 0 < mention.i - trigger.i <= _BEHIND)


def to_holding(parse: Parse, trigger: Trigger, mention: Mention) -> Relations:
    """The holder stands behind the preposition, what is held without one."""
    lo, hi = _reach(parse, trigger.i)
    if _governed(trigger, mention):
        return [("place", 1.0)]
    if mention.kind in ("item", "pron") and mention.prep is None and lo <= mention.i < hi:
        return [("subj", 1.0)]
    return [("near", 0.2)]


def _reach(parse: Parse, at: int) -> tuple[int, int]:
    """The tokens about ``at`` up to a stop, or to a comma past which there is a verb; empty if a verb stands beside."""
    verbs = {v.head for v in parse.verbs if "be" not in parse.sentence.tokens[v.head].word.tags}
    lo, hi = _edge(parse, at, -1, verbs), _edge(parse, at, 1, verbs)
    return (at, at) if lo is None or hi is None else (lo, hi + 1)


def _edge(parse: Parse, at: int, step: int, verbs: set[int]) -> int | None:
    """The last token in one direction; None where a verb comes before any comma."""
    tokens, last, k, comma = parse.sentence.tokens, at, at + step, False
    while 0 <= k < len(tokens) and tokens[k].word.text not in _STOPS:
        if k in verbs:
            return last if comma else None
        if tokens[k].word.text == ",":
            last, comma = k - step, True
        k += step
    return k - step
