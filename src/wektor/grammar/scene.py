"""A scene: a sentence and what was said before it, as all triggers of the sentence see it; made once for all of them."""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from wektor.grammar.dated import Dated, heads
from wektor.grammar.discourse import Discourse, Seen
from wektor.grammar.plants import speaks_of_plant
from wektor.grammar.relations import Parse, Relations
from wektor.grammar.roles import character_of, relations_to
from wektor.grammar.status import cues_of
from wektor.grammar.triggers import Trigger
from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence
from wektor.text.words import NEG

_STANDINS = frozenset({"firm", "side", "country", "buyer", "partner"})
_ACTORS_BACK = 9
_ITEMS_BACK = 6
_LASTING = 2
COURSES = frozenset({"train"})
_CONTRARY = frozenset({"denied", "refuse", "ended", "doubt"})
_KNOWLEDGE = frozenset({"technology", "documentation", "software", "licence"})
_CHRONICLE = 6  # sentences that a date on a line of its own may head
_DATES_BACK = 3  # sentences before, whose dates may still hold


class Figure:
    """Somebody or something in the scene, named in the sentence or before, with what no trigger changes.

    ``back``, ``rank`` and ``sort_rank``: how many sentences ago it was named last (0: in this one), how many others were
    named since, how many of the same kind of mention. ``profile`` and ``form`` are facts: what the text has made of it so
    far, and how it is put in the sentence.
    """

    __slots__ = ("back", "character", "form", "item", "key", "mention", "plain", "pointing", "profile", "rank", "seen", "sort", "sort_rank", "state")

    def __init__(self, mention: Mention, key: str, seen: Seen | None, back: int = 0, rank: int = 0, sort_rank: int = 0) -> None:
        self.mention, self.key, self.seen = mention, key, seen
        self.back, self.rank, self.sort_rank = back, rank, sort_rank
        self.item, self.state, self.plain = mention.kind == "item", mention.state, key.startswith("state:")
        self.pointing = stands_in(mention)
        self.sort, self.character = sort_of(mention), character_of(mention)
        self.profile: tuple[Any, ...] = ()
        self.form: tuple[Any, ...] = ()


class Scene:
    """A parsed sentence in its discourse."""

    def __init__(self, parse: Parse, discourse: Discourse, around: Sequence[Trigger]) -> None:
        self.parse, self.discourse, self.index, self.around = parse, discourse, parse.sentence.index, around
        self.triggers = sorted(t.i for t in around)
        self.subjects = {id(m) for v in parse.verbs for m in v.subject}
        self.figures = [self._figure(m) for m in parse.sentence.mentions if not m.anaphor]
        self._relations: dict[tuple[Any, ...], list[Relations]] = {}
        self._earlier: dict[frozenset[str], tuple[list[Figure], list[Figure]]] = {}
        by = {key_of(m) for m in parse.sentence.mentions if m.anaphor}  # who stands by here is not meant from before either
        self._named = frozenset(f.key for f in self.figures if not f.pointing) | by
        self._counts = [_counts(parse, item) for item in (False, True)]
        self._cues: dict[tuple[int, int], dict[str, int]] = {}
        self.dates = discourse.dates_at(self.index)
        self.dates_before = [d for n in range(self.index - 1, self.index - 1 - _DATES_BACK, -1) for d in reversed(discourse.dates_at(n))]
        self._common: dict[int, str] = {}
        self.head = self._head()
        self.first_cues = {m.entry.id: m.i for m in reversed(parse.sentence.matches) if m.entry.kind == "cue" and m.entry.id != "idiom"}
        self.quote = next((k for k, t in enumerate(parse.sentence.tokens) if t.word.text in "\"“„«"), len(parse.sentence.tokens))
        self.nature, self.present = _nature(parse.sentence), _present(parse.sentence)
        self.lately = any(parse.sentence.lo - m.start < 900 for m in discourse.items[-1:])
        self.gainsaid = _gainsaid(parse.sentence)

    def _head(self) -> Dated | None:
        """The date under which the sentence stands, as in a chronicle."""
        for n in range(self.index - 1, max(-1, self.index - 1 - _CHRONICLE), -1):
            dates = self.discourse.dates_at(n)
            if dates and heads(self.discourse.sentences[n], dates, self.discourse.published):
                return dates[0]
        return None

    def common(self, earlier: Sentence) -> str:
        """What the sentence has in common with one before."""
        if earlier.index not in self._common:
            self._common[earlier.index] = common_of(earlier, self.parse.sentence)
        return self._common[earlier.index]

    def relations(self, trigger: Trigger) -> list[Relations]:
        """How each figure of the sentence stands to the trigger."""
        key = (trigger.i, trigger.j, trigger.pos == "verb", id(trigger.verb))
        if key not in self._relations:
            self._relations[key] = [relations_to(self.parse, trigger, f.mention) for f in self.figures]
        return self._relations[key]

    def earlier(self, named: frozenset[str] | None = None) -> tuple[list[Figure], list[Figure]]:
        """Actors and items of the sentences before but for those ``named`` here, else for all that this sentence names."""
        named = self._named if named is None else named
        if named not in self._earlier:
            self._earlier[named] = (self._past(self.discourse.people_seen(), _ACTORS_BACK, named), self._past(self.discourse.things_seen(), _ITEMS_BACK, named))
        return self._earlier[named]

    def cues(self, trigger: Trigger) -> dict[str, int]:
        """The cues of the trigger, with their distance."""
        key = (trigger.i, trigger.j)
        if key not in self._cues:
            self._cues[key] = cues_of(self.parse, trigger)
        return self._cues[key]

    def between(self, a: int, b: int, item: bool) -> int:
        """How many mentions begin between the tokens ``a`` and ``b``: items, or others."""
        count = self._counts[item]
        return count[b] - count[a + 1] if a < b else count[a] - count[b + 1] if b < a else 0

    def _figure(self, mention: Mention) -> Figure:
        key = key_of(mention)
        figure = Figure(mention, key, self.discourse.seen.get(key))
        figure.profile = (figure.sort, *self._standing(figure))
        figure.form = (self._marking(mention), mention.coord is not None, mention.qty is not None, mention.definite)
        return figure

    def _past(self, seen: Sequence[Seen], limit: int, named: frozenset[str]) -> list[Figure]:
        fresh = [s for s in seen if s.key not in named and s.sentence < self.index and s.mention.start < self.parse.sentence.lo]
        lasting = sorted(fresh[limit:], key=lambda s: (-s.count, s.first, s.key))[:_LASTING]  # whom the text is about, though long unnamed
        found, kinds = list[Figure](), Counter[str]()
        for rank, entry in enumerate([*fresh[:limit], *lasting]):
            figure = Figure(entry.mention, entry.key, entry, self.index - entry.sentence, rank, kinds[entry.mention.kind])
            figure.profile = (min(figure.back, 5), min(rank, 5), min(figure.sort_rank, 3), figure.sort, *self._standing(figure))
            kinds[entry.mention.kind] += 1
            found.append(figure)
        return found

    def _marking(self, mention: Mention) -> str | int:
        """The first sense of its preposition, else its cases, if it has any."""
        return mention.cases if mention.prep is None else self.parse.grammar.prepositions[mention.prep].relations[0]

    def _standing(self, figure: Figure) -> tuple[str | None, int, tuple[Any, ...]]:
        """Whether it is of the home state, the state's rank in the text, what the text has said of it."""
        home, topic = None, 4
        if figure.state and not figure.item:
            home = "home" if figure.state == (self.discourse.heading or self.discourse.home) else "abroad"
            topic = self.discourse.topics.get(figure.state, 4)
        return home, topic, self._history(figure.seen)

    def _history(self, seen: Seen | None) -> tuple[Any, ...]:
        if seen is None:
            return ()
        subject = seen.subject >= 0 and self.index - seen.subject in (1, 2)
        roles = [(role, self.index - when <= 4) for role, when in seen.roles.items()]
        return min(seen.count, 6), seen.first == 0, subject, tuple(roles) if len(roles) < 2 else tuple(sorted(roles))


def _nature(sentence: Sentence) -> tuple[bool, bool, bool, tuple[str, ...]]:
    """Whether it is the first, has no end, is long; and what it holds."""
    holds = (("dated", sentence.dates), ("priced", sentence.money), ("counted", any(m.kind == "item" and m.qty is not None for m in sentence.mentions)))
    unfinished = sentence.tokens[-1].word.text not in ".!…"
    return sentence.index == 0, unfinished, len(sentence.tokens) > 40, tuple(name for name, held in holds if held)


def _gainsaid(sentence: Sentence) -> bool:
    """Whether any word of the sentence denies, negates, doubts or refuses."""
    return any(t.word.form & NEG or "not" in t.word.tags for t in sentence.tokens) or any(m.entry.kind == "cue" and m.entry.id in _CONTRARY for m in sentence.matches)


def _present(sentence: Sentence) -> frozenset[str]:
    """What a frame may need that stands in the sentence."""
    mentions, tags = sentence.mentions, frozenset(tag for t in sentence.tokens for tag in t.word.tags)
    items = [m for m in mentions if m.kind == "item"]
    present = {"item": items, "people": any(m.kind == "people" for m in mentions), "actor": any(m.actor for m in mentions), "money": sentence.money,
               "arms": "domain" in tags or any(not m.weak for m in items), "facility": "facility" in tags and speaks_of_plant(sentence),
               "course": any(m.entry.kind == "frame" and m.entry.name == "noun" and m.entry.id in COURSES for m in sentence.matches),
               "knowledge": any(m.cls in _KNOWLEDGE for m in items)}  # fmt: skip
    return frozenset(name for name, there in present.items() if there)


def _counts(parse: Parse, item: bool) -> list[int]:
    """How many mentions, items or others, begin before each token."""
    starts = [0] * (len(parse.sentence.tokens) + 2)
    for mention in parse.sentence.mentions:
        if (mention.kind == "item") == item:
            starts[mention.i + 1] += 1
    return list(accumulate(starts))


def sort_of(mention: Mention) -> str:
    """The mention's sort: its kind, adjectives apart, and items by how they are named."""
    if mention.kind == "item":
        return "item+" if mention.designated else "item~" if mention.weak else "item"
    if mention.kind == "people" and mention.cls == "trainer":
        return "trainer"
    if mention.kind == "org" and mention.cls not in (None, "firm"):
        return mention.cls  # a ministry, force or agency that is known by name acts as one
    return mention.kind + ("'" if mention.adjectival or mention.possessive else "")


def stands_in(mention: Mention) -> bool:
    """Whether the mention only points to somebody named elsewhere."""
    return mention.kind in ("pron", "we") or (mention.kind in _STANDINS and not mention.id.startswith(("org:", "state:")))


def key_of(mention: Mention) -> str:
    """What tells one referent from another."""
    return mention.id or (f"state:{mention.state}" if mention.state else f"name:{mention.text.lower()}")


def common_of(earlier: Sentence, sentence: Sentence) -> str:
    """What both sentences speak of: the same thing, the same actor, or neither."""
    both = {m.id for m in sentence.mentions if m.id} & {m.id for m in earlier.mentions if m.id}
    return "same-thing" if any(i.startswith("eq:") for i in both) else "same-actor" if both else "nothing-same"
