"""What a sentence says of a flow or a denial by valency and rules alone, without being read into drafts: quick, and rough."""

from collections.abc import Iterator, Mapping, Sequence

from wektor.grammar.relations import Parse
from wektor.grammar.roles import character_of, distance, relations_to, score_roles, wants
from wektor.grammar.status import cues_of, status_of
from wektor.grammar.triggers import Trigger
from wektor.lexicon.packs import Valency
from wektor.mentions.mention import Mention, list_head
from wektor.model import Span, roles_of

Words = Sequence[Span]
"""The words that name the givers, or the takers."""


def leanings(parse: Parse, triggers: Sequence[Trigger], valencies: Mapping[str, Valency], flows: Sequence[tuple[str, str]], givers: Words, takers: Words) -> Iterator[tuple[str, float]]:
    """For each trigger that may open a flow its kind, and how much better the sides suit it as they are than the other way round.

    ``flows`` are the roles of giver and taker of the kinds that flow. Who is named elsewhere says nothing, and neither
    does "A and B have signed".
    """
    given, taken = _named(parse, givers), _named(parse, takers)
    joined = any(list_head(g) is list_head(t) for g in given for t in taken)
    for trigger in triggers if (given or taken) and not joined else ():
        legal, valency = roles_of(trigger.frame.kind), valencies[trigger.frame.valency]
        open_to = [flow for flow in flows if flow[0] in legal and flow[1] in legal]
        here, there = (_hands(parse, trigger, valency, mentions) if open_to else [] for mentions in (given, taken))
        for giver, taker in open_to:
            yield trigger.frame.kind, _preference(here, giver, taker) + _preference(there, taker, giver)


def _named(parse: Parse, words: Words) -> list[Mention]:
    return [m for m in parse.sentence.mentions if not m.anaphor and any(m.start < w.end and w.start < m.end for w in words)]


def _hands(parse: Parse, trigger: Trigger, valency: Valency, mentions: Sequence[Mention]) -> list[dict[str, float]]:
    """What each mention that stands beside the trigger scores by role."""
    wanted, apart = wants(valency, trigger.frame.kind), [m for m in mentions if m.j <= trigger.i or m.i >= trigger.j]
    return [score_roles(wanted[character_of(m)], relations_to(parse, trigger, m), distance(trigger, m))[0] for m in apart]


def _preference(hands: Sequence[Mapping[str, float]], role: str, other: str) -> float:
    """How much better one role suits those named than the other: by who suits it best, and by who does least."""
    better = [hand.get(role, 0.0) - hand.get(other, 0.0) for hand in hands]
    return max(better, default=0.0) + min(better, default=0.0)


def denies(parse: Parse, triggers: Sequence[Trigger], families: Mapping[str, Sequence[str]], kind: str) -> bool:
    """Whether a trigger that may tell of the kind is denied by the words around it."""
    telling = (t for t in triggers if kind in families.get(t.frame.kind, (t.frame.kind,)))
    return any(status_of(parse, t, cues_of(parse, t)) == "denied" for t in telling)
