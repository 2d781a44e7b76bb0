"""Referents: whoever or whatever could fill a role of a trigger, in its sentence or spoken of before."""

from collections.abc import Iterator, Sequence

from wektor.grammar.discourse import Discourse, Seen
from wektor.grammar.relations import Parse
from wektor.grammar.roles import Candidate, candidates
from wektor.grammar.triggers import Trigger
from wektor.lexicon.packs import Valency
from wektor.mentions.mention import Mention

_STANDINS = frozenset({"firm", "side", "country", "buyer", "partner"})
_ACTORS_BACK = 9
_ITEMS_BACK = 6


class Referent:
    """One possible filler: its mention, its standing to the trigger, and what the text has said of it.

    ``hand`` is the valency's score for each role, with the relation that gives it; ``back`` how many sentences ago it
    was last named (0: in this one); ``rank`` how many others of its sort were named since.
    """

    __slots__ = ("back", "hand", "key", "mention", "rank", "relation", "seen")

    def __init__(self, mention: Mention, key: str, back: int, rank: int, seen: Seen | None) -> None:
        self.mention, self.key, self.back, self.rank, self.seen = mention, key, back, rank, seen
        self.hand: dict[str, float] = {}
        self.relation: dict[str, str] = {}

    @property
    def item(self) -> bool:
        """Whether it is a thing, not somebody."""
        return self.mention.kind == "item"


class Pool:
    """All referents of one trigger, and the words that only stand in for somebody ("it", "the company")."""

    __slots__ = ("actors", "items", "parse", "standins", "trigger", "valency")

    def __init__(self, parse: Parse, trigger: Trigger, valency: Valency, discourse: Discourse) -> None:
        self.parse, self.trigger, self.valency = parse, trigger, valency
        self.standins: dict[str, Candidate] = {}
        here = self._in_sentence(candidates(parse, trigger, valency), discourse)
        named = {r.key for r in here}
        self.actors = [r for r in here if not r.item] + list(_earlier(discourse.people_seen(), _ACTORS_BACK, named, parse))
        self.items = [r for r in here if r.item or (r.mention.kind == "name" and r.mention.definite)]
        self.items += _earlier(discourse.things_seen(), _ITEMS_BACK, named, parse)

    def _in_sentence(self, scored: Sequence[Candidate], discourse: Discourse) -> list[Referent]:
        found: dict[int, Referent] = {}
        for mention in self.parse.sentence.mentions:
            if (mention.i < self.trigger.j and mention.j > self.trigger.i) or mention.anaphor or stands_in(mention):
                continue
            key = key_of(mention)
            found[id(mention)] = Referent(mention, key, 0, 0, discourse.seen.get(key))
        for candidate in scored:
            referent = found.get(id(candidate.mention))
            if referent is None:
                best = self.standins.get(candidate.role)
                if stands_in(candidate.mention) and (best is None or best.score < candidate.score):
                    self.standins[candidate.role] = candidate
            else:
                referent.hand[candidate.role] = candidate.score
                referent.relation[candidate.role] = candidate.relation
        return list(found.values())


def stands_in(mention: Mention) -> bool:
    """Whether the mention only points to somebody named elsewhere."""
    return mention.kind in ("pron", "we") or (mention.kind in _STANDINS and not mention.id.startswith(("org:", "state:")))


def key_of(mention: Mention) -> str:
    """What tells one referent from another."""
    return mention.id or (f"state:{mention.state}" if mention.state else f"name:{mention.text.lower()}")


def _earlier(seen: Sequence[Seen], limit: int, named: set[str], parse: Parse) -> Iterator[Referent]:
    fresh = [s for s in seen if s.key not in named and s.mention.start < parse.sentence.lo]
    for rank, entry in enumerate(fresh[:limit]):
        yield Referent(entry.mention, entry.key, parse.sentence.index - entry.sentence, rank, entry)
