"""A scene: a sentence and what was said before it, as all triggers of the sentence see it; made once for all of them."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any

from wektor.grammar.classes import fit_of
from wektor.grammar.dated import Dated, heads, is_own, leads
from wektor.grammar.discourse import Discourse, Seen
from wektor.grammar.figures import Referent, key_of, named_here
from wektor.grammar.layout import Layout
from wektor.grammar.parting import part_givers
from wektor.grammar.plants import speaks_of_plant
from wektor.grammar.relations import Parse, Relations
from wektor.grammar.roles import relations_to
from wektor.grammar.status import cues_of
from wektor.grammar.triggers import Trigger
from wektor.grammar.verbs import Verb
from wektor.grammar.weighing import FACTS
from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence
from wektor.text.words import NEG, PL

_ACTORS_BACK = 9
_ITEMS_BACK = 6
_LASTING = 2
COURSES = frozenset({"train"})
_SAYING = frozenset({"reported", "denied", "claimed", "confirmed"})
_CONTRARY = frozenset({"denied", "refuse", "ended", "doubt"})
_FITS = ("same", "wider", "piece", "unknown", "narrower", "other")
_KNOWLEDGE = frozenset({"technology", "documentation", "software", "licence"})
_CHRONICLE = 6  # sentences that a date on a line of its own may head
_FLAGS = ("past", "future", "modal", "negated", "passive", "participle", "infinitive", "relative", "progressive", "perfect")
_HEAD = 3  # sentences at a text's head
_GIFTS_BACK = 2
_DATES_BACK = 3  # sentences before, whose dates may still hold


class Scene:
    """A parsed sentence in its discourse."""

    def __init__(self, parse: Parse, discourse: Discourse, around: Sequence[Trigger]) -> None:
        self.parse, self.discourse, self.index, self.around = parse, discourse, parse.sentence.index, around
        self.triggers = sorted([t.i for t in around])
        self._others = [(t.frame.kind, t.i, t.j, t) for t in around]
        self.asked = _asked(discourse.sentences, self.index)
        self.home, self._heading, self._topics = discourse.heading or discourse.home, discourse.heading, discourse.topics
        self.speaker = discourse.speaker
        self.subjects = {id(m) for v in parse.verbs for m in v.subject}
        said = {m.i for m in parse.sentence.matches.cues if m.entry.id in _SAYING}
        self.sayers = {id(m) for v in parse.verbs if any(k in said for k in range(v.i, v.j)) for m in v.subject}
        self.figures = [self._named(m) for m in parse.sentence.mentions if not m.anaphor]
        self.strangers: set[str] = set()  # roles that triggers of the sentence plainly give to "other partners"
        self._relations: dict[tuple[Any, ...], list[Relations]] = {}
        self._earlier: dict[frozenset[str], tuple[list[Referent], list[Referent]]] = {}
        self._seen: tuple[list[Seen], list[Seen]] | None = None
        by = {key_of(m) for m in parse.sentence.mentions if m.anaphor}  # who stands by here is not meant from before either
        self._keys = frozenset(f.key for f in self.figures if not f.pointing) | by
        self._counts = [_counts(parse, item) for item in (False, True)]
        self._suited: dict[int, str] = {}
        self._flags: dict[int, tuple[tuple[str, ...], bool]] = {}
        self._cues: dict[tuple[int, int], dict[str, int]] = {}
        self.dates = discourse.dates_at(self.index)
        before = [d for n in range(self.index - 1, self.index - 1 - _DATES_BACK, -1) for d in reversed(discourse.dates_at(n))]
        self.dates_before = [d for d in before if not is_own(d, discourse.published)]
        self._common: dict[int, str] = {}
        self.first_dates = [d for n in range(min(_HEAD, self.index - _DATES_BACK)) for d in discourse.dates_at(n) if not is_own(d, discourse.published)]
        self.next_dates = discourse.dates_at(self.index + 1) if self.index < _HEAD and not self.dates else []
        discourse.tellings[self.index] = parse.clause_of, [(t.frame.kind, parse.clause_of[t.i]) for t in around]
        self.head, self.filed = self._head(), discourse.dateline_at(self.index)
        self.layout = Layout(parse)
        self.first_cues = {m.entry.id: m.i for m in reversed(parse.sentence.matches.cues)}
        self.quote = _quote(parse.sentence)
        self.nature, self.present = _nature(parse.sentence), _present(parse.sentence)
        self.lately = bool(discourse.items) and parse.sentence.lo - discourse.items[-1].start < 900
        self.gainsaid = _gainsaid(parse.sentence)
        self.gifts = _gifts(discourse.sentences, self.index)
        self.noes = [k for k, t in enumerate(parse.sentence.tokens) if "not" in t.word.tags and not parse.sentence.has(k + 1, "bound")]
        self._frames: dict[int, list[str]] = {}
        self.part_givers = part_givers(parse, discourse.parents)

    @cached_property
    def words(self) -> list[tuple[int, str]]:
        """Words in small letters, in their base form, outside of mentions, with their places."""
        sentence = self.parse.sentence
        named = {k for m in sentence.mentions for k in range(m.i, m.j)}
        words = [(k, t.word) for k, t in enumerate(sentence.tokens) if k not in named]
        return [(k, w.keys[min(1, len(w.keys) - 1)]) for k, w in words if not w.cap and len(w.text) > 1 and w.text.isalpha()]

    def _head(self) -> Dated | None:
        """The date under which the sentence stands, as in a chronicle."""
        if self.dates and self.dates[0].date.edtf != self.discourse.published and leads(self.parse.sentence, self.dates):
            return self.dates[0]
        for n in range(self.index - 1, max(-1, self.index - 1 - _CHRONICLE), -1):
            dates, earlier = self.discourse.dates_at(n), self.discourse.sentences[n]
            if dates and (heads(earlier, dates, self.discourse.published) or (leads(earlier, dates) and self._on_line_of(earlier))):
                return dates[0]
        return None

    def _on_line_of(self, earlier: Sentence) -> bool:
        """Whether the sentence stands on the same line as one before."""
        return "\n" not in earlier.text[earlier.lo : self.parse.sentence.lo]

    def common(self, earlier: Sentence) -> str:
        """What the sentence has in common with one before."""
        if earlier.index not in self._common:
            self._common[earlier.index] = common_of(earlier, self.parse.sentence)
        return self._common[earlier.index]

    def frames_in(self, clause: int) -> list[str]:
        """The frames that words of a clause open, in order."""
        if clause not in self._frames:
            clauses = self.parse.clause_of
            self._frames[clause] = sorted({m.entry.id for m in self.parse.sentence.matches.frames if clauses[m.i] == clause})
        return self._frames[clause]

    def relations(self, trigger: Trigger) -> list[Relations]:
        """How each figure of the sentence stands to the trigger."""
        key = (trigger.i, trigger.j, trigger.pos == "verb", id(trigger.verb))
        if key not in self._relations:
            self._relations[key] = [relations_to(self.parse, trigger, f.mention) for f in self.figures]
        return self._relations[key]

    def earlier(self, named: frozenset[str] | None = None) -> tuple[list[Referent], list[Referent]]:
        """Actors and items of the sentences before but for those ``named`` here, else for all that this sentence names."""
        named = self._keys if named is None else named
        if named not in self._earlier:
            if self._seen is None:
                self._seen = self.discourse.people_seen(), self.discourse.things_seen()
            people, things = self._seen
            self._earlier[named] = self._past(people, _ACTORS_BACK, named), self._past(things, _ITEMS_BACK, named)
        return self._earlier[named]

    def others(self, trigger: Trigger) -> list[tuple[str, bool]]:
        """The kinds of the other triggers, with whether each overlaps this one."""
        return [(kind, i < trigger.j and trigger.i < j) for kind, i, j, other in self._others if other is not trigger]

    def cues(self, trigger: Trigger) -> dict[str, int]:
        """The cues of the trigger, with their distance."""
        key = (trigger.i, trigger.j)
        if key not in self._cues:
            self._cues[key] = cues_of(self.parse, trigger)
        return self._cues[key]

    def flags(self, verb: Verb | None) -> tuple[tuple[str, ...] | None, bool]:
        """How a verb stands, and whether it has no subject of its own."""
        if verb is None:
            return None, False
        key = id(verb)
        if key not in self._flags:
            self._flags[key] = tuple([flag for flag in _FLAGS if getattr(verb, flag)]), verb.impersonal
        return self._flags[key]

    def between(self, a: int, b: int, item: bool) -> int:
        """How many mentions begin between the tokens ``a`` and ``b``: items, or others."""
        count = self._counts[item]
        return count[b] - count[a + 1] if a < b else count[a] - count[b + 1] if b < a else 0

    def _named(self, mention: Mention) -> Referent:
        key = key_of(mention)
        found = named_here(mention, key, self.discourse.seen.get(key), self.marking(mention))
        found.profile = FACTS[found.sort, *self._standing(found)]
        return found

    def _past(self, seen: Sequence[Seen], limit: int, named: frozenset[str]) -> list[Referent]:
        lo, index = self.parse.sentence.lo, self.index
        fresh = [s for s in seen if s.sentence < index and s.key not in named and s.mention.start < lo]
        if len(fresh) > limit:  # whom the text is about, though long unnamed
            fresh[limit:] = sorted(fresh[limit:], key=lambda s: (s.key != self.speaker, -s.count, s.first, s.key))[:_LASTING]
        found, kinds = list[Referent](), Counter[str]()
        for rank, entry in enumerate(fresh):
            kind, back = entry.mention.kind, index - entry.sentence
            referent = Referent(entry.mention, entry.key, entry, back, rank, kinds[kind])
            referent.past = FACTS[self._near(entry), min(back, 5), min(rank, 5), min(kinds[kind], 3), referent.sort]
            referent.profile = FACTS[referent.sort, *self._standing(referent)]
            kinds[kind] += 1
            found.append(referent)
        return found

    def _near(self, entry: Seen) -> str:
        """Whether it was named in the question that the sentence answers, in this paragraph, or before."""
        if entry.sentence in self.asked:
            return "asked"
        return "inside" if entry.sentence >= self.discourse.opened else "outside"

    def fits(self, word: Mention, things: Sequence[Referent]) -> dict[str, tuple[str, int]]:
        """Of things named before, the last first: how the class word suits each, and how many that it suits alike were named since."""
        counts, found = Counter[str](), dict[str, tuple[str, int]]()
        for thing in things:
            fit = fit_of(word, thing.mention, self.discourse.parents)
            found[thing.key] = fit, counts[fit]
            counts[fit] += 1
        return found

    def suited(self, word: Mention) -> str:
        """How well the best of the things named before suits a class word."""
        if id(word) not in self._suited:
            fits = {fit for fit, _ in self.fits(word, self.earlier()[1]).values()}
            self._suited[id(word)] = next((fit for fit in _FITS if fit in fits), "none")
        return self._suited[id(word)]

    def marking(self, mention: Mention) -> str | int:
        """The first sense of its preposition, else its cases, if it has any."""
        return mention.cases if mention.prep is None else self.parse.grammar.prepositions[mention.prep].relations[0]

    def _standing(self, figure: Referent) -> tuple[str | None, int, str, tuple[Any, ...]]:
        """Whether it is of the home state, or of that under whose heading all stands; the state's rank in the text; what the text has said of it."""
        state, history = figure.state, self._history(figure.seen) if figure.seen is not None else ()
        if not state or figure.item:
            return None, 4, "", history
        return "heading" if state == self._heading else "home" if state == self.home else "abroad", self._topics.get(state, 4), ("lead" if state == self.discourse.lead else "") + ("titled" if state in (self.discourse.titled or ()) else ""), history

    def _history(self, seen: Seen) -> tuple[Any, ...]:
        subject, roles = seen.subject >= 0 and 1 <= self.index - seen.subject <= 2, seen.roles
        if roles:
            latest = self.index - 4
            told = tuple(sorted([(role, when >= latest) for role, when in roles.items()]))
            return min(seen.count, 6), seen.first == 0, subject, told
        return min(seen.count, 6), seen.first == 0, subject, ()


def _asked(sentences: Sequence[Sentence], index: int) -> frozenset[int]:
    """The questions right before a sentence that is none, with at most one sentence between."""
    if index < len(sentences) and sentences[index].tokens[-1].word.text == "?":
        return frozenset()
    return frozenset(n for n in range(max(0, index - 2), index) if sentences[n].tokens and any(t.word.text == "?" for t in sentences[n].tokens[-2:]))


def _quote(sentence: Sentence) -> int:
    """The token that opens the first quotation, or the sentence's end."""
    texts = [t.word.text for t in sentence.tokens]
    return min([texts.index(mark) for mark in "\"“„«" if mark in texts], default=len(texts))


def _nature(sentence: Sentence) -> tuple[bool, bool, bool, tuple[str, ...]]:
    """Whether it is the first, has no end, is long; and what it holds."""
    holds = (("dated", sentence.dates), ("priced", sentence.money), ("counted", any(m.kind == "item" and m.qty is not None for m in sentence.mentions)))
    unfinished = sentence.tokens[-1].word.text not in ".!…"
    return sentence.index == 0, unfinished, len(sentence.tokens) > 40, tuple(name for name, held in holds if held)


def _gainsaid(sentence: Sentence) -> bool:
    """Whether any word of the sentence denies, negates, doubts or refuses."""
    if any(m.entry.id in _CONTRARY for m in sentence.matches.cues):
        return True
    return any(t.word.form & NEG or "not" in t.word.tags for t in sentence.tokens)


def _gifts(sentences: Sequence[Sentence], index: int) -> str:
    """Where something is said to be given free or lent: in the sentence, a little before, or nowhere near."""
    spoken = [any(m.entry.id == "gift" for m in s.matches.cues) for s in sentences[max(0, index - _GIFTS_BACK) : index + 1]]
    return "here" if spoken and spoken[-1] else "before" if any(spoken) else "nowhere"


def _present(sentence: Sentence) -> frozenset[str]:
    """What a frame may need that stands in the sentence."""
    found, tags = set[str](), frozenset[str]().union(*[t.word.tags for t in sentence.tokens])
    for mention in sentence.mentions:
        if mention.kind == "item":
            found.add("item")
            if not mention.weak:
                found.add("arms")
            if mention.cls in _KNOWLEDGE:
                found.add("knowledge")
        elif mention.actor:
            found.add("actor")
            if mention.kind in ("people", "force") or mention.cls == "force" or _are_nationals(sentence, mention):
                found.add("people")
    for name, there in (("money", sentence.money), ("arms", "domain" in tags), ("facility", "facility" in tags and speaks_of_plant(sentence))):
        if there:
            found.add(name)
    if any(m.entry.id in COURSES and m.entry.name == "noun" for m in sentence.matches.frames):
        found.add("course")
    return frozenset(found)


def _are_nationals(sentence: Sentence, mention: Mention) -> bool:
    """ "two hundred Nigerians were trained": several of a state's people, and not the state."""
    if mention.kind != "state" or mention.adjectival or sentence.tokens[mention.j - 1].word.number != PL:
        return False
    return any(m.entry.kind == "people" and m.i == mention.i and m.j == mention.j for m in sentence.matches.named)


def _counts(parse: Parse, item: bool) -> list[int]:
    """How many mentions, items or others, begin before each token."""
    starts = [0] * (len(parse.sentence.tokens) + 2)
    for mention in parse.sentence.mentions:
        if (mention.kind == "item") == item:
            starts[mention.i + 1] += 1
    return list(accumulate(starts))


def common_of(earlier: Sentence, sentence: Sentence) -> str:
    """What both sentences speak of: the same thing, the same actor, or neither."""
    both = {m.id for m in sentence.mentions if m.id} & {m.id for m in earlier.mentions if m.id}
    return "same-thing" if any(i.startswith("eq:") for i in both) else "same-actor" if both else "nothing-same"
