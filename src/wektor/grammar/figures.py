"""Figures: whoever or whatever could fill a role, as named in a sentence or before."""

from collections.abc import Mapping, Sequence

from wektor.grammar.discourse import Seen
from wektor.grammar.roles import Character, character_of
from wektor.grammar.weighing import FACTS, Facts
from wektor.mentions.mention import Mention, list_head
from wektor.mentions.sentence import Sentence

_STANDINS = frozenset({"firm", "side", "country", "buyer", "partner"})
_ATTRIBUTES = 3  # words before its noun among which one may say so
_NOTHING: Mapping[str, float] = {}
_NOWHERE: Mapping[str, str] = {}
_NONE = Facts(())


class Referent:
    """One possible filler: its mention, what the text has said of it, and its standing to one trigger.

    ``back``, ``rank`` and ``sort_rank``: how many sentences ago it was named last (0: in this one), how many others were
    named since, how many of the same kind of mention. ``profile``, ``past`` and ``form`` are facts: what the text has made of
    it so far, how long ago that was, and how it is put in the sentence. ``hand`` is the valency's score for each role, with the ``relation`` that gives
    it, ``raw`` the likeliest relation, whether the valency wants it or not: all empty of those named before. ``listed`` are
    further things of one list with a number or an origin of their own each, which go where the first goes, and ``led``
    says that it is one of those.
    """

    __slots__ = ("back", "character", "form", "hand", "item", "key", "led", "listed", "mention", "past", "plain", "pointing", "profile", "rank", "raw", "relation",
                 "root", "seen", "sort", "sort_rank", "state")  # fmt: skip

    def __init__(self, mention: Mention, key: str, seen: Seen | None, back: int = 0, rank: int = 0, sort_rank: int = 0, like: "Referent | None" = None) -> None:
        self.mention, self.key, self.seen = mention, key, seen
        self.back, self.rank, self.sort_rank = back, rank, sort_rank
        if like is None:
            self.item, self.state, self.plain = mention.kind == "item", mention.state, key.startswith("state:")
            self.sort, self.root = sort_of(mention), list_head(mention)
            self.profile, self.past, self.form = _NONE, _NONE, _NONE
        else:
            self.item, self.state, self.plain, self.sort, self.root = like.item, like.state, like.plain, like.sort, like.root
            self.profile, self.past, self.form = like.profile, _NONE, like.form
        self.pointing, self.raw, self.led = False, "none", False
        self.listed: Sequence[Referent] = ()
        self.hand, self.relation = _NOTHING, _NOWHERE
        self.character: Character | None = None

    def under(self, raw: str, hand: Mapping[str, float], relation: Mapping[str, str]) -> "Referent":
        """The same with its standing to a trigger."""
        twin = Referent(self.mention, self.key, self.seen, 0, 0, 0, self)
        twin.raw, twin.hand, twin.relation = raw, hand, relation
        return twin


def named_here(mention: Mention, key: str, seen: Seen | None, marking: str | int) -> Referent:
    """A referent of the sentence itself, whatever the trigger."""
    found = Referent(mention, key, seen)
    found.pointing, found.character = stands_in(mention), character_of(mention)
    found.form = FACTS[marking, mention.coord is not None, mention.qty is not None, mention.definite]
    return found


def sort_of(mention: Mention) -> str:
    """The mention's sort: its kind, adjectives apart, and items by how they are named."""
    kind = mention.kind
    if kind == "item":
        return "item+" if mention.designated else "item~" if mention.weak else "item"
    if kind == "people" and mention.cls == "trainer":
        return "trainer"
    if kind == "org" and mention.cls is not None and mention.cls != "firm":
        return mention.cls  # a ministry, force or agency that is known by name acts as one
    return kind + "'" if mention.adjectival or mention.possessive else kind


def stands_in(mention: Mention) -> bool:
    """Whether the mention only points to somebody named elsewhere."""
    return mention.kind in ("pron", "we") or (mention.kind in _STANDINS and not mention.id.startswith(("org:", "state:")))


def names_strangers(sentence: Sentence, mention: Mention) -> bool:
    """Whether "the partner" is one that the text has not named: "other partners", "a foreign firm"."""
    k = mention.i - 1
    while k >= max(0, mention.i - _ATTRIBUTES) and sentence.cover[k] is None:
        if sentence.has(k, "strange"):
            return True
        if sentence.tokens[k].word.preps or not sentence.tokens[k].word.text.isalpha():
            return False
        k -= 1
    return sentence.has(mention.i, "strange")


def key_of(mention: Mention) -> str:
    """What tells one referent from another."""
    return mention.id or (f"state:{mention.state}" if mention.state else f"name:{mention.text.lower()}")
