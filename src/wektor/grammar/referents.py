"""Referents: whoever or whatever could fill a role of a trigger, in its sentence or spoken of before."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from msgspec import structs

from wektor.grammar.figures import Referent as Referent
from wektor.grammar.figures import names_strangers
from wektor.grammar.holding import HOLDER, holds_beside
from wektor.grammar.openings import Opening as Opening
from wektor.grammar.relations import Relations
from wektor.grammar.roles import TOWN, character_of, distance, score_roles, wants
from wektor.grammar.scene import Scene
from wektor.grammar.triggers import Trigger
from wektor.lexicon.packs import Valency
from wektor.mentions.mention import Mention

_SURENESS = itemgetter(1)
_OTHER = "other-"
_SURE = 4.0  # what the valency gives a role that a word leaves no doubt of
_MAKERS = frozenset({"producer", "licensor"})
_GIVERS = frozenset({"supplier", "licensor", "candidate"})
_DEALING = frozenset({"supplier", "licensor", "candidate", "party"})  # what those have whom somebody turns to
_PLAIN = 1.0  # score of a relation that is plain


def _takes(valency: Valency) -> bool:
    subject = valency.actors.get("subj", {})
    return subject.get("recipient", 0.0) > subject.get("supplier", 0.0)


class Standin(NamedTuple):
    """A word that stands in for somebody, its score for a role, and its sort: "other-" where it points to nobody named."""

    mention: Mention
    score: float
    pointer: str

    @property
    def strange(self) -> bool:
        """Whether the sentence plainly gives the role to somebody whom the text has not named."""
        return self.pointer.startswith(_OTHER) and self.mention.kind != "pron" and self.score >= _PLAIN


class Pool:
    """All referents of one trigger, and the words that only stand in for somebody ("it", "the company")."""

    __slots__ = ("_hands", "actors", "bystanders", "dropped", "fields", "fits", "items", "opening", "parse", "scene", "standins", "thing", "trigger", "valency")
    actors: list[Referent]
    items: list[Referent]
    bystanders: tuple[list[tuple[Referent, bool]], ...]  # actors, and things, of the sentence itself, and whether each stands in the trigger's clause
    thing: Referent | None
    dropped: str | None
    fits: dict[str, tuple[str, int]]  # of things named before, by key: how their class suits the class word of the sentence, and how many that suit it alike were named since
    _hands: tuple[dict[str, list[float]], dict[str, list[float]]]

    def __init__(self, scene: Scene, trigger: Trigger, valency: Valency, like: "Pool | None" = None) -> None:
        self.scene, self.parse, self.trigger, self.valency = scene, scene.parse, trigger, valency
        self.opening = Opening(trigger.frame.kind, trigger.frame.valency, trigger.pos, trigger.frame.id, _takes(valency))
        self.standins: dict[str, Standin] = {}  # role -> the likeliest
        self.fields: dict[str, list[tuple[float, Referent]]] = {}  # role -> referents by what they bring, once weighed
        if like is not None:
            self.standins, self.actors, self.items = like.standins, like.actors, like.items
            self._hands, self.thing, self.dropped, self.bystanders = like._hands, like.thing, like.dropped, like.bystanders
            self.fits = like.fits
            return
        here = list(self._in_sentence())
        self._speak()
        _join_lists([r for r in here if r.item])
        actors, items = scene.earlier(self._named(here))
        self.actors = [r for r in here if not r.item] + actors
        self.items = [r for r in here if r.item or (r.mention.kind == "name" and r.mention.definite)] + items
        self._hands = _hands(here, self.actors), _hands(here, self.items)
        self.thing, self.dropped = self._liked(), self._dropped()
        self.fits = {} if self.thing is None or self.thing.mention.designated else scene.fits(self.thing.mention, items)
        clause, own = self.parse.clause_of, self.parse.clause_of[trigger.i]
        self.bystanders = tuple([[(r, clause[r.mention.i] == own) for r in field if not r.back and r.mention.kind != "name"] for field in (self.actors, self.items)])

    def turned(self, kind: str) -> "Pool":
        """The same pool under a trigger of another kind."""
        if kind == self.opening.kind:
            return self
        frame = structs.replace(self.trigger.frame, kind=kind, attribute=None)
        trigger = Trigger(frame, self.trigger.i, self.trigger.j, self.trigger.pos, self.trigger.verb)
        return Pool(self.scene, trigger, self.valency, self)

    def barred(self, role: str, referent: Referent) -> bool:
        """Whether it cannot have the role: named before, where nobody named before has it; or who but gives parts of what is made."""
        return self.bars(role) if referent.back else role in _MAKERS and id(referent.mention) in self.scene.part_givers

    def bars(self, role: str) -> bool:
        """Whether "other partners" have the role, so that nobody named before has it; who deals with them takes from nobody named before."""
        return (role in self.standins and self.standins[role].strange) or (role in _GIVERS and not self.scene.strangers.isdisjoint(_DEALING))

    def better(self, role: str, referent: Referent) -> int:
        """How many others of its list the valency likes better for the role."""
        hands = self._hands[referent.item].get(role)
        return len(hands) - bisect_right(hands, referent.hand.get(role, 0.0)) if hands else 0

    def favourite(self, role: str) -> float:
        """The best score that the valency gives for the role."""
        hands = self._hands[role == "item"].get(role)
        return hands[-1] if hands else 0.0

    def _liked(self) -> Referent | None:
        """The thing named in the sentence that the valency likes best, if it likes one."""
        things = [r for r in self.items if not r.back and r.item]
        best = max(things, key=lambda r: r.hand.get("item", 0.0), default=None)
        return None if best is None or best.hand.get("item", 0.0) < 0.5 else best

    def _dropped(self) -> str | None:
        """The role that a dropped subject would have."""
        verb = self.trigger.verb
        if verb is None or not self.parse.cased or verb.subject or verb.impersonal or verb.participle or self.parse.speaks(verb):
            return None
        roles = self.valency.actors.get("psubj" if verb.passive else "subj", {"": 0.0})
        return max(roles.items(), key=_SURENESS)[0]

    def _named(self, here: Sequence[Referent]) -> frozenset[str] | None:
        """Whom the sentence names, if the trigger covers some of them; None if it names all that it seems to."""
        covered = sum(1 for f in self.scene.figures if not f.pointing and (f.character is None or f.character.kind != TOWN)) > len(here)
        return frozenset(r.key for r in here) if covered else None

    def _in_sentence(self) -> Iterator[Referent]:
        i, j, wanted = self.trigger.i, self.trigger.j, wants(self.valency, self.opening.kind)
        for figure, relations in zip(self.scene.figures, self.scene.relations(self.trigger), strict=True):
            if figure.character is not None and figure.character.kind == TOWN:
                continue
            if figure.mention.i < j and figure.mention.j > i and not _completes(self.trigger, figure.mention):
                continue
            if not relations and self.parse.parted(self.trigger.verb, figure.mention.i):
                continue
            if HOLDER in self.trigger.frame.needs and holds_beside(self.parse, self.trigger, figure.mention):
                continue
            hand, relation = score_roles(wanted[figure.character], relations, distance(self.trigger, figure.mention))
            if self.opening.kind == "production" and id(figure.mention) in self.scene.part_givers:
                hand = {"parts_supplier": _SURE}
            if figure.pointing:
                self._point(figure.mention, hand)
            else:
                yield figure.under(_likeliest(relations), hand, relation)

    def _speak(self) -> None:
        """A verb in the first person without a subject: "we" points to whoever speaks."""
        verb = self.trigger.verb
        if verb is not None and not verb.subject and self.parse.speaks(verb):
            we = Mention(verb.head, verb.head + 1, "we", "", "", None)
            wanted = wants(self.valency, self.opening.kind)[character_of(we)]
            self._point(we, score_roles(wanted, [("psubj" if verb.passive else "subj", 1.0)], 0.0)[0])

    def _point(self, mention: Mention, hand: Mapping[str, float]) -> None:
        """A word that only stands in for somebody: the likeliest for each role."""
        pointer = _OTHER + mention.kind if mention.kind != "we" and names_strangers(self.parse.sentence, mention) else mention.kind
        for role, score in hand.items():
            if role not in self.standins or self.standins[role].score < score:
                self.standins[role] = standin = Standin(mention, score, pointer)
                if standin.strange:
                    self.scene.strangers.add(role)


def _completes(trigger: Trigger, mention: Mention) -> bool:
    """Whether the mention is what a longer phrase ends in ("training of pilots", "hand to the troops"): it may fill a role all the same."""
    return trigger.i < mention.i and mention.j <= trigger.j


def _likeliest(relations: Relations) -> str:
    """The surest relation; of equals the first."""
    if len(relations) == 1:
        return relations[0][0]
    return max(relations, key=_SURENESS)[0] if relations else "none"


def _join_lists(items: Sequence[Referent]) -> None:
    """Let the first of a list of things lead those that are counted, or said to come from somewhere, as it is."""
    leaders: dict[int, Referent] = {}
    for one in items:
        leader = leaders.setdefault(id(one.root), one)
        if leader is not one and one.key != leader.key and _parallel(leader.mention, one.mention):
            leader.listed = [*leader.listed, one]
            one.led = True


def _parallel(one: Mention, other: Mention) -> bool:
    return (one.qty is not None and other.qty is not None) or (one.origin is not None and other.origin is not None)


def _hands(here: Sequence[Referent], field: Sequence[Referent]) -> dict[str, list[float]]:
    """The scores that the valency gives for each role, in order."""
    found: dict[str, list[float]] = {}
    for referent in field[: len(here)]:  # only those named in the sentence have any
        for role, score in referent.hand.items():
            found.setdefault(role, []).append(score)
    for scores in found.values():
        scores.sort()
    return found
