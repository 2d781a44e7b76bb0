"""Referents: whoever or whatever could fill a role of a trigger, in its sentence or spoken of before."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import structs

from wektor.grammar.relations import Relations
from wektor.grammar.roles import Candidate, score_roles
from wektor.grammar.scene import Figure, Scene
from wektor.grammar.triggers import Trigger
from wektor.lexicon.packs import Valency
from wektor.mentions.mention import Mention, list_head

_NOTHING: Mapping[str, float] = {}
_NOWHERE: Mapping[str, str] = {}


class Opening(NamedTuple):
    """A trigger as features name it."""

    kind: str
    valency: str
    pos: str
    frame: str


class Referent:
    """One possible filler: its figure, and its standing to the trigger.

    ``hand`` is the valency's score for each role, with the ``relation`` that gives it; ``raw`` its likeliest relation,
    whether the valency wants it or not; ``listed`` are further things of one list with a number or an origin of their
    own each, which go where the first goes, and ``led`` says that it is one of those.
    """

    __slots__ = ("back", "figure", "hand", "item", "key", "led", "listed", "mention", "plain", "raw", "relation", "state")

    def __init__(self, figure: Figure) -> None:
        self.figure, self.mention, self.key, self.back = figure, figure.mention, figure.key, figure.back
        self.item, self.state, self.plain = figure.item, figure.state, figure.plain
        self.hand: Mapping[str, float] = _NOTHING
        self.relation: Mapping[str, str] = _NOWHERE
        self.raw = "none"
        self.listed: list[Referent] = []
        self.led = False


class Pool:
    """All referents of one trigger, and the words that only stand in for somebody ("it", "the company")."""

    __slots__ = ("actors", "fields", "items", "opening", "parse", "scene", "standins", "trigger", "valency")

    def __init__(self, scene: Scene, trigger: Trigger, valency: Valency) -> None:
        self.scene, self.parse, self.trigger, self.valency = scene, scene.parse, trigger, valency
        self.opening = Opening(trigger.frame.kind, trigger.frame.valency, trigger.pos, trigger.frame.id)
        self.standins: dict[str, Candidate] = {}
        self.fields: dict[str, list[tuple[float, Referent]]] = {}  # role -> referents by what they bring, once weighed
        here = list(self._in_sentence())
        _join_lists([r for r in here if r.item])
        actors, items = scene.earlier(self._named(here))
        self.actors = [r for r in here if not r.item] + [Referent(f) for f in actors]
        self.items = [r for r in here if r.item or (r.mention.kind == "name" and r.mention.definite)] + [Referent(f) for f in items]

    def turned(self, kind: str) -> "Pool":
        """The same pool under a trigger of another kind."""
        twin = Pool.__new__(Pool)
        for slot in ("actors", "items", "parse", "scene", "standins", "valency"):
            setattr(twin, slot, getattr(self, slot))
        frame = structs.replace(self.trigger.frame, kind=kind, attribute=None)
        twin.trigger = Trigger(frame, self.trigger.i, self.trigger.j, self.trigger.pos, self.trigger.verb)
        twin.fields, twin.opening = {}, self.opening._replace(kind=kind)
        return twin

    def _named(self, here: Sequence[Referent]) -> frozenset[str] | None:
        """Whom the sentence names, if the trigger covers some of them; None if it names all that it seems to."""
        covered = sum(1 for f in self.scene.figures if not f.pointing) > len(here)
        return frozenset(r.key for r in here) if covered else None

    def _in_sentence(self) -> Iterator[Referent]:
        i, j = self.trigger.i, self.trigger.j
        for figure, relations in zip(self.scene.figures, self.scene.relations(self.trigger), strict=True):
            if figure.mention.i < j and figure.mention.j > i:
                continue
            scored = score_roles(self.trigger, self.valency, figure.mention, figure.character, relations)
            if figure.pointing:
                self._point(scored)
            else:
                yield _referent(figure, relations, scored)

    def _point(self, scored: Sequence[Candidate]) -> None:
        """A word that only stands in for somebody: the likeliest for each role."""
        for candidate in scored:
            best = self.standins.get(candidate.role)
            if best is None or best.score < candidate.score:
                self.standins[candidate.role] = candidate


def _referent(figure: Figure, relations: Relations, scored: Sequence[Candidate]) -> Referent:
    referent = Referent(figure)
    referent.raw = max(relations, key=lambda r: r[1])[0] if relations else "none"
    if scored:
        referent.hand = {c.role: c.score for c in scored}
        referent.relation = {c.role: c.relation for c in scored}
    return referent



def _join_lists(items: Sequence[Referent]) -> None:
    """Let the first of a list of things lead those that are counted, or said to come from somewhere, as it is."""
    leaders: dict[int, Referent] = {}
    for one in items:
        leader = leaders.setdefault(id(list_head(one.mention)), one)
        if leader is not one and one.key != leader.key and _parallel(leader.mention, one.mention):
            leader.listed.append(one)
            one.led = True


def _parallel(one: Mention, other: Mention) -> bool:
    return (one.qty is not None and other.qty is not None) or (one.origin is not None and other.origin is not None)
