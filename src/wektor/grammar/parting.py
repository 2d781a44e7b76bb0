"""Parting: from whom the parts come that a thing is made of; they are no licensors of it."""

from collections.abc import Mapping

from wektor.grammar.classes import within
from wektor.grammar.relations import Parse
from wektor.mentions.mention import Mention

_PARTS = ("component", "parts", "spare parts", "kit")  # classes, with all below them


def part_givers(parse: Parse, parents: Mapping[str, str]) -> frozenset[int]:
    """The ids of mentions of those from whom parts come, where these are what something is made of or with: "from Chinese parts", "with engines from Italy"."""
    mentions, found = parse.sentence.mentions, set[int]()
    for part in mentions:
        if part.kind == "item" and part.cls and (part.cls in _PARTS or any(within(part.cls, wide, parents) for wide in _PARTS)):
            found |= {id(m) for m in mentions if (m.i, m.j) == part.origin_span and (m.prep is not None or part.prep is not None)}
            found |= {id(m) for m in mentions if part.prep is not None and m.prep_at == part.j and _comes_from(parse, m)}
    return frozenset(found)


def _comes_from(parse: Parse, giver: Mention) -> bool:
    return giver.actor and giver.prep is not None and "source" in parse.grammar.prepositions[giver.prep].relations
