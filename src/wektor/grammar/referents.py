"""Referents: whoever or whatever could fill a role of a trigger, in its sentence or spoken of before."""

from collections import Counter
from collections.abc import Iterator, Sequence
from copy import copy

from msgspec import structs

from wektor.grammar.discourse import Discourse, Seen
from wektor.grammar.relations import Parse
from wektor.grammar.roles import Candidate, relations_to, score_roles
from wektor.grammar.triggers import Trigger
from wektor.lexicon.packs import Valency
from wektor.mentions.mention import Mention

_STANDINS = frozenset({"firm", "side", "country", "buyer", "partner"})
_ACTORS_BACK = 9
_ITEMS_BACK = 6
_LASTING = 2


class Referent:
    """One possible filler: its mention, its standing to the trigger, and what the text has said of it.

    ``hand`` is the valency's score for each role, with the relation that gives it; ``back`` how many sentences ago it
    was last named (0: in this one); ``rank`` how many others were named since, ``sort_rank`` how many of the same kind of
    mention; ``raw`` its likeliest relation, whether the valency wants it or not.
    """

    __slots__ = ("back", "hand", "key", "mention", "rank", "raw", "relation", "seen", "sort_rank")

    def __init__(self, mention: Mention, key: str, back: int, rank: int, seen: Seen | None) -> None:
        self.mention, self.key, self.back, self.rank, self.seen = mention, key, back, rank, seen
        self.hand: dict[str, float] = {}
        self.relation: dict[str, str] = {}
        self.raw, self.sort_rank = "none", 0

    @property
    def item(self) -> bool:
        """Whether it is a thing, not somebody."""
        return self.mention.kind == "item"


class Pool:
    """All referents of one trigger, and the words that only stand in for somebody ("it", "the company")."""

    __slots__ = ("actors", "fields", "items", "parse", "standins", "trigger", "valency")

    def __init__(self, parse: Parse, trigger: Trigger, valency: Valency, discourse: Discourse) -> None:
        self.parse, self.trigger, self.valency = parse, trigger, valency
        self.standins: dict[str, Candidate] = {}
        self.fields: dict[str, list[tuple[float, Referent]]] = {}  # role -> referents by what they bring, once weighed
        here = list(self._in_sentence(discourse))
        named = {r.key for r in here}
        self.actors = [r for r in here if not r.item] + list(_earlier(discourse.people_seen(), _ACTORS_BACK, named, parse))
        self.items = [r for r in here if r.item or (r.mention.kind == "name" and r.mention.definite)]
        self.items += _earlier(discourse.things_seen(), _ITEMS_BACK, named, parse)

    def turned(self, kind: str) -> "Pool":
        """The same pool under a trigger of another kind."""
        twin = copy(self)
        twin.fields = {}
        twin.trigger = Trigger(structs.replace(self.trigger.frame, kind=kind, attribute=None), self.trigger.i, self.trigger.j, self.trigger.pos, self.trigger.verb)
        return twin

    def _in_sentence(self, discourse: Discourse) -> Iterator[Referent]:
        parse, trigger = self.parse, self.trigger
        for mention in parse.sentence.mentions:
            if (mention.i < trigger.j and mention.j > trigger.i) or mention.anaphor:
                continue
            relations = relations_to(parse, trigger, mention)
            scored = score_roles(parse, trigger, self.valency, mention, relations)
            if stands_in(mention):
                self._point(scored)
                continue
            key = key_of(mention)
            referent = Referent(mention, key, 0, 0, discourse.seen.get(key))
            referent.raw = max(relations, key=lambda r: r[1])[0] if relations else "none"
            for candidate in scored:
                referent.hand[candidate.role] = candidate.score
                referent.relation[candidate.role] = candidate.relation
            yield referent

    def _point(self, scored: Sequence[Candidate]) -> None:
        """A word that only stands in for somebody: the likeliest for each role."""
        for candidate in scored:
            best = self.standins.get(candidate.role)
            if best is None or best.score < candidate.score:
                self.standins[candidate.role] = candidate


def stands_in(mention: Mention) -> bool:
    """Whether the mention only points to somebody named elsewhere."""
    return mention.kind in ("pron", "we") or (mention.kind in _STANDINS and not mention.id.startswith(("org:", "state:")))


def key_of(mention: Mention) -> str:
    """What tells one referent from another."""
    return mention.id or (f"state:{mention.state}" if mention.state else f"name:{mention.text.lower()}")


def _earlier(seen: Sequence[Seen], limit: int, named: set[str], parse: Parse) -> Iterator[Referent]:
    fresh = [s for s in seen if s.key not in named and s.mention.start < parse.sentence.lo]
    kinds: Counter[str] = Counter()
    lasting = sorted(fresh[limit:], key=lambda s: (-s.count, s.first, s.key))[:_LASTING]  # whom the text is about, though long unnamed
    for rank, entry in enumerate([*fresh[:limit], *lasting]):
        referent = Referent(entry.mention, entry.key, parse.sentence.index - entry.sentence, rank, entry)
        referent.sort_rank = kinds[entry.mention.kind]
        kinds[entry.mention.kind] += 1
        yield referent
