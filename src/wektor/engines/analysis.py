"""A document read: sentences with their mentions resolved, dates, and drafts."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter
from typing import Any, NamedTuple

from wektor.engines.languages import Language, language
from wektor.engines.sentences import cut_sentences, find_dates, mention_all
from wektor.grammar.conflicts import settle
from wektor.grammar.discourse import Discourse, home_state, rank_topics
from wektor.grammar.drafting import Observer, Proposal, Setting, draft, meet_strangers, propose, weigh_status
from wektor.grammar.field import speaks_of_defence
from wektor.grammar.glimpse import may_speak
from wektor.grammar.parsing import parse_of
from wektor.grammar.relations import Parse
from wektor.grammar.retelling import retell
from wektor.grammar.scene import Scene
from wektor.grammar.triggers import Trigger, find_triggers
from wektor.grammar.weighing import scales_of
from wektor.lexicon.weights import Weights, load_weights
from wektor.mentions.sentence import Sentence
from wektor.model import DateMention, Document, Draft, Filler, Span

_START = attrgetter("start")
_HEARD = 10  # sentences before one that is read by itself
_KEPT = 32  # parses of sentences


class Known(NamedTuple):
    """The sentences with their mentions resolved, the state where the text is at home, those of which it speaks most by rank, and which sentences speak of defence."""

    sentences: list[Sentence]
    home: str | None
    topics: dict[str, int]
    defence: list[bool]


class Analysis:
    """One document read: sentences with their mentions resolved, dates, and drafts."""

    def __init__(self, document: Document, weights: Weights | None = None, observe: Observer | None = None) -> None:
        self.weights, self.observe = weights or load_weights(), observe
        self.document = document
        self._opened: dict[int, tuple[Parse, list[Trigger]]] = {}
        self.fillers: dict[Span, list[Filler]] = {}  # by the words that were asked for
        self._glances: dict[int, list[Draft]] = {}
        self._standings: dict[tuple[str, Span], list[float]] = {}  # by frame and words of triggers
        self._own = language(document.lang or "en")
        self._cut = cut_sentences(document.text, document.lang or "en")
        self.spans = [Span(s.lo, s.hi) for s in self._cut]
        if observe is not None:
            _ = self.drafts

    @cached_property
    def dates(self) -> list[Any]:
        """The document's dates, in order."""
        return find_dates(self.document, self._cut)

    @cached_property
    def known(self) -> Known:
        """What is known of the document before it is read into drafts: found out when somebody asks for it."""
        mention_all(self._cut, self.dates)
        known = Known(self._cut, home_state(self._cut), rank_topics(self._cut), speaks_of_defence(self._cut, self._own.civil))
        _resolve_all(_discourse(known, self))
        return known

    @property
    def sentences(self) -> list[Sentence]:
        """The sentences with their dates and mentions."""
        return self.known.sentences

    @property
    def defence(self) -> list[bool]:
        """For every sentence, whether it speaks of defence."""
        return self.known.defence

    @cached_property
    def drafts(self) -> list[Draft]:
        """The grammar's reading; it costs several times as much as all before, and is made when it is asked for."""
        return _read(self) if self._may_tell() else []

    def _may_tell(self) -> bool:
        """Whether, by its words alone, any sentence may speak of defence and open a frame; most that is written does neither."""
        opening = [bool(s.matches.frames or s.matches.tails) for s in self._cut]
        return any(opening) and any(may and opens for may, opens in zip(may_speak(self._cut, self._own.civil), opening, strict=True))

    def opened(self, sentence: Sentence) -> tuple[Parse, list[Trigger]]:
        """The sentence's parse and triggers; those of the last ones are kept."""
        if sentence.index not in self._opened:
            own = language(sentence.lang)
            parse = parse_of(sentence, own.compiled.grammar)
            parse.instruments = own.instruments
            if len(self._opened) >= _KEPT:
                self._opened.clear()
            self._opened[sentence.index] = parse, find_triggers(parse, own.frames)
        return self._opened[sentence.index]

    def glance(self, sentence: Sentence) -> list[Draft]:
        """The sentence's drafts, read with who was named before it, but not with what was told of them."""
        if sentence.index not in self._glances:
            self._glances[sentence.index] = _glance(self, sentence) if self.defence[sentence.index] else []
        return self._glances[sentence.index]

    def standing(self, sentence: Sentence, trigger: Trigger) -> list[float]:
        """How well each status suits what the trigger opens, before anybody fills its roles."""
        place = Span(sentence.lo + trigger.i, sentence.lo + trigger.j)
        if (trigger.frame.id, place) not in self._standings:
            own, (parse, triggers) = language(sentence.lang), self.opened(sentence)
            discourse = _discourse(self.known, self)
            self._standings[trigger.frame.id, place] = weigh_status(_scene(parse, discourse, triggers), trigger, _setting(own, self))
        return self._standings[trigger.frame.id, place]

    def within(self, spans: Sequence[Span]) -> list[Sentence]:
        """The sentences of which some words lie in the spans."""
        near = {n for e in spans for n in range(max(0, bisect_right(self.spans, e.start, key=_START) - 1), bisect_left(self.spans, e.end, key=_START))}
        return [s for n in sorted(near) if any(e.start < (s := self.sentences[n]).hi and s.lo < e.end for e in spans)]

    @cached_property
    def triggers(self) -> list[int]:
        """Where the trigger of each draft begins, in order."""
        return [d.trigger.start if d.trigger else 0 for d in self.drafts]

    @cached_property
    def date_mentions(self) -> list[DateMention]:
        """Each value that the words of a date can have."""
        return [DateMention(value, d.span, d.modifier, d.relative) for d in self.dates for value in d.readings() or (None,)]


def _discourse(known: Known, analysis: Analysis) -> Discourse:
    """A discourse that has heard nothing yet."""
    compiled = language(analysis.document.lang or "en").compiled
    discourse = Discourse(compiled.adjectives, known.home, compiled.parents)
    discourse.published, discourse.topics, discourse.sentences = analysis.document.published, known.topics, known.sentences
    return discourse


def _resolve_all(discourse: Discourse) -> None:
    """Let words that only point at somebody ("the ministry", "their army") stand for whom they mean, before anything is read into drafts."""
    for sentence in discourse.sentences:
        discourse.read(sentence)
        _remember_subject(discourse, sentence)


def _glance(analysis: Analysis, sentence: Sentence) -> list[Draft]:
    """Drafts of one sentence; who was named in the last ones is known."""
    discourse = _discourse(analysis.known, analysis)
    for heard in analysis.sentences[max(0, sentence.index - _HEARD) : sentence.index + 1]:
        discourse.read(heard)
    return [d for proposal in _proposals(sentence, language(sentence.lang), discourse, analysis) for d in draft(proposal, analysis.spans, scales_of(analysis.weights).particular)]


def _read(analysis: Analysis) -> list[Draft]:
    discourse = _discourse(analysis.known, analysis)
    drafts, scale = list[Draft](), scales_of(analysis.weights).particular
    for sentence, defence in zip(analysis.sentences, analysis.defence, strict=True):
        discourse.read(sentence)
        if defence:
            proposals = _proposals(sentence, language(sentence.lang), discourse, analysis)
            for proposal in proposals:
                drafts += draft(proposal, analysis.spans, scale)
            _remember(discourse, proposals, sentence)
    return retell(drafts, analysis.document.text, discourse.parents, lambda d: any(_speaks_of_more(s) for s in analysis.within(d.evidence[:1])))


def _speaks_of_more(sentence: Sentence) -> bool:
    """Whether it speaks of further ones, or of others."""
    return any("more" in t.word.tags for t in sentence.tokens)


def _proposals(sentence: Sentence, own: Language, discourse: Discourse, analysis: Analysis) -> list[Proposal]:
    if not (sentence.matches.frames or sentence.matches.tails):
        return []
    parse, triggers = analysis.opened(sentence)
    scene, setting = _scene(parse, discourse, triggers), _setting(own, analysis)
    meet_strangers(scene, triggers, setting)
    found = [p for t in triggers if (p := propose(scene, t, setting)) is not None]
    floor = math.log(analysis.weights.floor / (1 - analysis.weights.floor))
    return settle([p for p in found if p.score > floor])


def _scene(parse: Parse, discourse: Discourse, triggers: Sequence[Trigger]) -> Scene:
    return Scene(parse, discourse, [t for t in triggers if t.frame.weight >= 0.0])  # general words say little about their neighbours


def _setting(own: Language, analysis: Analysis) -> Setting:
    return Setting(scales_of(analysis.weights), own.compiled.valencies.valencies, own.families, analysis.spans, analysis.observe)


def _remember(discourse: Discourse, proposals: list[Proposal], sentence: Sentence) -> None:
    for proposal in proposals:
        discourse.subject += [m for m in proposal.roles.get("producer", []) if m.id]
        _remember_flow(discourse, proposal)
        for role, referents in proposal.filling.roles.items():
            for referent in referents:
                if (seen := discourse.seen.get(referent.key)) is not None:
                    seen.roles[role] = sentence.index
    _remember_subject(discourse, sentence)


def _remember_subject(discourse: Discourse, sentence: Sentence) -> None:
    subjects = [m for m in sentence.mentions if m.actor and m.id and m.prep is None and not m.adjectival and not m.possessive]
    discourse.subject += subjects[:1]


def _remember_flow(discourse: Discourse, proposal: Proposal) -> None:
    roles = proposal.filling.roles
    givers = [r.mention.state for role in ("supplier", "producer", "candidate") for r in roles.get(role, ()) if r.mention.state]
    takers = [r.mention.state for role in ("recipient", "operator") for r in roles.get(role, ()) if r.mention.state]
    for flow in ((g, t) for g in givers[:1] for t in takers[:1] if g != t):
        discourse.flows[flow] = discourse.flows.get(flow, 0) + 1
    discourse.last_item = next((r.key for r in roles.get("item", ())), discourse.last_item)
