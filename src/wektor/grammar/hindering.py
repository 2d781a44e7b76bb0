"""Hindering: closer ties, or plans of them, that somebody's weight or lack of money stands in the way of: nothing has changed."""

from wektor.grammar.relations import Parse
from wektor.grammar.triggers import Trigger
from wektor.grammar.verbs import Verb

_TIES = ("relation", "talks", "agreement")
_PLANS = ("planned", "future_noun")


def is_hindered(parse: Parse, trigger: Trigger) -> bool:
    """ "influence that hampered plans of closer cooperation": what the verb hinders, where that is a tie or a plan of one, and no paper."""
    if trigger.frame.kind not in _TIES or (trigger.frame.kind == "agreement" and not _names_plan(parse, trigger)):
        return False
    return any(_hinders(parse, verb, trigger) for verb in parse.verbs if not verb.negated)


def _names_plan(parse: Parse, trigger: Trigger) -> bool:
    return any(m.i < trigger.j and trigger.i < m.j and m.entry.id in _PLANS for m in parse.sentence.matches.cues)


def _hinders(parse: Parse, verb: Verb, trigger: Trigger) -> bool:
    """Whether the verb is one of hindering and governs the trigger."""
    ends = [m.j for m in parse.sentence.matches.cues if m.entry.id == "obstacle" and verb.i <= m.i < verb.j]
    if not ends or (trigger.i < verb.j and verb.i < trigger.j):
        return False
    behind = trigger.j <= verb.i if parse.sentence.head_final or verb.passive else trigger.i >= ends[0]
    own = trigger.verb is not None and (trigger.verb is verb or trigger.verb.governor is verb)
    return behind and (own or parse.clause_of[trigger.i] == verb.clause)
