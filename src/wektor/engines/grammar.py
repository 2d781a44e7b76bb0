"""The default engine: packs, morphology and frames. Deterministic: same text, same packs, same drafts."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, cached_property, lru_cache
from operator import attrgetter, itemgetter
from typing import Any

import msgspec

from wektor.grammar.bearing import denies, leanings
from wektor.grammar.conflicts import settle
from wektor.grammar.discourse import Discourse, home_state, rank_topics
from wektor.grammar.drafting import Observer, Proposal, Setting, draft, propose, weigh_status
from wektor.grammar.field import speaks_of_defence
from wektor.grammar.fillers import read_fillers
from wektor.grammar.parsing import parse_of
from wektor.grammar.prospects import is_prospect
from wektor.grammar.relations import Parse
from wektor.grammar.retelling import retell
from wektor.grammar.roles import candidates
from wektor.grammar.scene import Scene
from wektor.grammar.status import cues_of, may_deny, status_of
from wektor.grammar.triggers import Trigger, find_triggers
from wektor.grammar.weighing import scales_of
from wektor.grounding.casts import FLOWS
from wektor.lexicon.calendar_words import DatePack
from wektor.lexicon.loading import language_codes, language_pack, load_language
from wektor.lexicon.money_words import MoneyPack
from wektor.lexicon.number_words import NumberPack
from wektor.lexicon.packs import LanguagePack
from wektor.lexicon.weights import Weights, load_weights
from wektor.mentions.aliases import resolve_short_names
from wektor.mentions.dates import DateGrammar, resolve
from wektor.mentions.finder import find_mentions
from wektor.mentions.learning import Learned
from wektor.mentions.money import MoneyGrammar
from wektor.mentions.money import settle as settle_money
from wektor.mentions.numbers import NumberGrammar
from wektor.mentions.sentence import Sentence
from wektor.mentions.terms import resolve_terms
from wektor.model import STATUSES, DateMention, Document, Draft, Filler, Span
from wektor.text.compounds import split_compounds
from wektor.text.headlines import calm_headline
from wektor.text.morphology import word_maker
from wektor.text.passages import passages
from wektor.text.sentences import split_sentences
from wektor.text.tokens import tokenize
from wektor.text.vocabulary import Vocabulary

_START = attrgetter("start")
_HEARD = 10  # sentences before one that is read by itself
_KEPT = 32  # parses of sentences


class Language:
    """Everything one language needs, loaded once."""

    def __init__(self, code: str) -> None:
        own = language_pack(code, "language", LanguagePack)
        make = word_maker(code, own.morphology, own.irregular, own.name_endings)

        def keys(phrase: str, written: bool) -> list[tuple[str, ...]]:
            words = [t.word for t in tokenize(phrase, 0, len(phrase), make)]
            return [(w.lower,) if written else w.keys[:4] if n and w.owned else _pattern_keys(w) for n, w in enumerate(words)]

        self.compiled = load_language(code, keys)
        self.vocabulary = Vocabulary(self.compiled, make)
        self.frames = {f.id: f for f in self.compiled.frames.frames}
        self.families = {kind: family for family in self.compiled.valencies.families for kind in family}
        self.civil = frozenset(self.compiled.valencies.civil)
        self.instruments = frozenset(f.id for f in self.frames.values() if f.kind == "agreement" or f.id.startswith("contract"))
        numbers = language_pack(code, "numbers", NumberPack)
        self.numbers = NumberGrammar(numbers)
        money = language_pack(code, "money", MoneyPack)
        self.dates = DateGrammar(language_pack(code, "dates", DatePack), numbers, money.names())
        self.money = MoneyGrammar(money, self.numbers)
        self.inner = frozenset(own.abbreviations)
        self.final = frozenset(own.final_abbreviations)
        little = [p.words for p in self.compiled.grammar.prepositions] + list(self.compiled.grammar.words.values())
        self.closed = frozenset(w for words in little for w in words if " " not in w)
        self.openers = frozenset(own.sentence_openers)
        self.numbered = frozenset(own.numbered)


def _pattern_keys(word: Any) -> tuple[str, ...]:
    """Keys under which a pack's word is laid: its lemmas where it has any, else the form itself."""
    return (word.base or tuple(word.keys))[:4] if word.base or word.cases or word.verb_keys != word.keys else (word.lower,)


@cache
def language(code: str) -> Language:
    """The language's grammar, loaded once a process."""
    return Language(code)


class Analysis:
    """One document read: sentences with their mentions resolved, dates, and drafts."""

    def __init__(self, document: Document, weights: Weights | None = None, observe: Observer | None = None) -> None:
        self.weights, self.observe = weights or load_weights(), observe
        self.document = document
        self.discourse: Discourse
        self._opened: dict[int, tuple[Parse, list[Trigger]]] = {}
        self.fillers: dict[Span, list[Filler]] = {}  # by the words that were asked for
        self._glances: dict[int, list[Draft]] = {}
        self._standings: dict[tuple[str, Span], list[float]] = {}  # by frame and words of triggers
        self.sentences = _sentences(document.text, document.lang or "en")
        self.spans = [Span(s.lo, s.hi) for s in self.sentences]
        self.dates = _dates(document, self.sentences)
        _mention_all(self.sentences, self.dates)
        own = language(document.lang or "en")
        self.home, self.topics = home_state(self.sentences), rank_topics(self.sentences)
        self.defence = speaks_of_defence(self.sentences, own.civil)
        _resolve_all(self)
        if observe is not None:
            _ = self.drafts

    @cached_property
    def drafts(self) -> list[Draft]:
        """The grammar's reading; it costs several times as much as all before, and is made when it is asked for."""
        return _read(self, language(self.document.lang or "en"))

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
            discourse = _discourse(self, language(self.document.lang or "en"))
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


@lru_cache(maxsize=2)
def _analysis(document: Document) -> Analysis:
    return Analysis(document)


class GrammarEngine:
    """Reads a document with frames and packs; also reads words anew for grounding."""

    name = "grammar"

    def __init__(self) -> None:
        self._last: tuple[Document | None, Analysis | None] = None, None

    def analyse(self, document: Document) -> Analysis:
        """The document's analysis; the last ones are kept, for this and every other reader."""
        last, analysis = self._last
        if analysis is None or last is not document:
            analysis = _analysis(document)
            self._last = document, analysis
        return analysis

    def draft(self, document: Document) -> list[Draft]:
        """Drafts of the document, in the order of their evidence. ``document.lang`` must be a language with a pack."""
        return self.analyse(document).drafts

    def dates(self, document: Document) -> list[DateMention]:
        """The document's dates, each value that its words can have as a mention of its own."""
        return self.analyse(document).date_mentions

    def fillers(self, document: Document, span: Span) -> list[Filler]:
        """Whatever the words at ``span`` can stand for."""
        analysis = self.analyse(document)
        if span not in analysis.fillers:
            analysis.fillers[span] = list(self._read_fillers(analysis, span))
        return analysis.fillers[span]

    def _read_fillers(self, analysis: Analysis, span: Span) -> Iterator[Filler]:
        at = max(0, bisect_right(analysis.spans, span.start, key=_START) - 1)
        for sentence in analysis.sentences[at:]:
            if sentence.lo >= span.end:
                break
            if span.start < sentence.hi:
                yield from read_fillers(sentence, span)

    def sentences(self, document: Document) -> list[Span]:
        """The document's sentences, in order."""
        return self.analyse(document).spans

    def prospects(self, document: Document) -> list[Span]:
        """The sentences that may hold a claim, told generously: of those that speak of defence, where a frame may open or arms stand beside actors."""
        analysis = self.analyse(document)
        sentences, spoken = analysis.sentences, analysis.defence
        owns = [language(s.lang) for s in sentences]
        return [Span(s.lo, s.hi) for s, own, heard in zip(sentences, owns, spoken, strict=True) if heard and is_prospect(s, own.frames, own.compiled.grammar)]

    def may_deny(self, document: Document, evidence: Sequence[Span]) -> bool:
        """Whether any word of the evidence negates, denies or doubts."""
        analysis = self.analyse(document)
        return any(may_deny(s) for s in analysis.within(evidence))

    def denies(self, document: Document, evidence: Sequence[Span], kind: str) -> bool:
        """Whether, by rules alone, the evidence may deny something of the kind."""
        analysis = self.analyse(document)
        return any(denies(*analysis.opened(s), language(s.lang).families, kind) for s in analysis.within(evidence))

    def other_status(self, document: Document, evidence: Sequence[Span], kind: str, status: str) -> tuple[str, float]:
        """The status that suits the words best that may tell of the kind, and by how much better than this one; this one and 0 where they leave it open."""
        analysis, best, at = self.analyse(document), (status, math.inf), STATUSES.index(status)
        for sentence in analysis.within(evidence):
            parse, triggers = analysis.opened(sentence)
            families = language(sentence.lang).families
            for trigger in (t for t in triggers if kind in families.get(t.frame.kind, (t.frame.kind,))):
                if status_of(parse, trigger, cues_of(parse, trigger)) == status:
                    return status, 0.0
                odds = analysis.standing(sentence, trigger)
                best = min(best, (STATUSES[odds.index(max(odds))], max(odds) - odds[at]), key=itemgetter(1))
        return best if best[1] < math.inf or best[0] != status else (status, 0.0)

    def leaning(self, document: Document, evidence: Sequence[Span], kind: str, givers: Sequence[Span], takers: Sequence[Span]) -> tuple[float, float]:
        """How much better the words around suit a flow from givers to takers than the other way round, and so those alone that tell of the kind."""
        analysis, found = self.analyse(document), list[tuple[str, float]]()
        for sentence in analysis.within(evidence):
            parse, triggers = analysis.opened(sentence)
            found += leanings(parse, triggers, language(sentence.lang).compiled.valencies.valencies, FLOWS, givers, takers)
        every, own = [n for _, n in found], [n for k, n in found if k == kind]
        return max([0.0, *every]) + min([0.0, *every]), max([0.0, *own]) + min([0.0, *own])

    def glance(self, document: Document, evidence: Sequence[Span]) -> list[Draft]:
        """Drafts of the sentences that the evidence touches, each read by itself."""
        analysis = self.analyse(document)
        return [draft for sentence in analysis.within(evidence) for draft in analysis.glance(sentence)]

    def reread(self, document: Document, evidence: Sequence[Span]) -> list[Draft]:
        """The grammar's own drafts whose trigger lies in the evidence."""
        analysis = self.analyse(document)
        spans = [span for span in evidence if span.start < span.end]
        near = {n for e in spans for n in range(bisect_left(analysis.triggers, e.start), bisect_left(analysis.triggers, e.end))}
        return [d for n in sorted(near) if (d := analysis.drafts[n]).trigger and any(e.contains(d.trigger) for e in spans)]


def _sentences(text: str, main: str) -> list[Sentence]:
    """Sentences, each read in the language of its passage."""
    found: list[Sentence] = []
    for start, end, lang in passages(text, main, language(main).closed, language_codes()):
        own = language(lang)
        for lo, hi in split_sentences(text[start:end], own.inner, own.final, own.openers, own.numbered):
            lo, hi = start + lo, start + hi
            word = own.vocabulary.word
            tokens = tokenize(text, lo, hi, word)
            if text.find("-", lo, hi) >= 0:
                tokens = split_compounds(tokens, word, own.compiled.language.links)
            tokens = calm_headline(tokens, word)
            sentence = Sentence(text, lo, hi, len(found), tokens, own.vocabulary.find(tokens))
            sentence.head_final, sentence.lang = own.compiled.grammar.head_final, lang
            found.append(sentence)
    return found


def _dates(document: Document, sentences: Sequence[Sentence]) -> list[Any]:
    exprs = [e for s in sentences for e in language(s.lang).dates.find(document.text, s.lo, s.hi) if not _of_a_type(s, e.span)]
    return list(resolve(exprs, document.published))


def _of_a_type(sentence: Sentence, span: Span) -> bool:
    """Whether a date is but the number of a type: the "2000s" of "twelve Mirage 2000s"."""
    types = (m for m in sentence.matches.named if m.entry.kind == "equipment" and m.j - m.i > 1)
    return any(sentence.tokens[m.i].start < span.start and span.end <= sentence.tokens[m.j - 1].end for m in types)


def _discourse(analysis: Analysis, own: Language) -> Discourse:
    """A discourse that has heard nothing yet."""
    discourse = Discourse(own.compiled.adjectives, analysis.home, own.compiled.parents)
    discourse.published, discourse.topics, discourse.sentences = analysis.document.published, analysis.topics, analysis.sentences
    return discourse


def _resolve_all(analysis: Analysis) -> None:
    """Let words that only point at somebody ("the ministry", "their army") stand for whom they mean, before anything is read into drafts."""
    discourse = _discourse(analysis, language(analysis.document.lang or "en"))
    for sentence in analysis.sentences:
        discourse.read(sentence)
        _remember_subject(discourse, sentence)


def _glance(analysis: Analysis, sentence: Sentence) -> list[Draft]:
    """Drafts of one sentence; who was named in the last ones is known."""
    discourse = _discourse(analysis, language(analysis.document.lang or "en"))
    for heard in analysis.sentences[max(0, sentence.index - _HEARD) : sentence.index + 1]:
        discourse.read(heard)
    return [d for proposal in _proposals(sentence, language(sentence.lang), discourse, analysis) for d in draft(proposal, analysis.spans, scales_of(analysis.weights).particular)]


def _read(analysis: Analysis, own: Language) -> list[Draft]:
    discourse = analysis.discourse = _discourse(analysis, own)
    drafts, scale = list[Draft](), scales_of(analysis.weights).particular
    for sentence, defence in zip(analysis.sentences, analysis.defence, strict=True):
        discourse.read(sentence)
        if defence:
            proposals = _proposals(sentence, language(sentence.lang), discourse, analysis)
            for proposal in proposals:
                drafts += draft(proposal, analysis.spans, scale)
            _remember(discourse, proposals, sentence)
    return retell(drafts, analysis.document.text)


def _mention_all(sentences: list[Sentence], dates: Sequence[Any]) -> None:
    at, known, learned = 0, _known_names(sentences), Learned()
    for s in sentences:
        s.known, own = known, language(s.lang)
        mine = []
        while at < len(dates) and dates[at].span.start < s.hi:
            mine.append(dates[at])
            at += 1
        s.dates = mine
        figures = own.numbers.find_all(s.text, s.lo, s.hi)
        amounts = own.money.among(figures, s.text, s.lo, s.hi)
        taken = [d.span for d in mine] + [m.span for m in amounts]
        s.blocked = s.held(taken)
        s.matches.cues[:] = [m for m in s.matches.cues if not (m.j - m.i == 1 and m.i in s.blocked and s.has(m.i, "month"))]  # "in May" is no "may"
        s.numbers = [n for n in figures if n.counts and not any(n.span.overlaps(t) for t in taken)]
        find_mentions(s, own.vocabulary, learned)
        s.matches.cues[:] = [m for m in s.matches.cues if not _names(s, m.i, m.j)]
        states = {m.state for m in s.mentions if m.state}
        s.money = [settle_money(m, states) for m in amounts if not m.each]
    resolve_short_names(sentences)
    resolve_terms(sentences)


def _names(sentence: Sentence, i: int, j: int) -> bool:
    """Whether the words are part of somebody's name: "the United States" state nothing."""
    held = sentence.cover[i]
    return held is not None and j <= held.j and j - i < held.j - held.i and (held.actor or held.kind == "name")


def _known_names(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Words that bear a capital inside a sentence, and are never written without: at its start they are names too."""
    names = {w.text: w.lower for s in sentences for t in s.tokens[1:] if (w := t.word).cap and not w.tags}
    small = {t.word.text for s in sentences for t in s.tokens if not t.word.cap} if names else set()
    return frozenset(name for name, lower in names.items() if lower not in small)


def _proposals(sentence: Sentence, own: Language, discourse: Discourse, analysis: Analysis) -> list[Proposal]:
    if not (sentence.matches.frames or sentence.matches.tails):
        return []
    parse, triggers = analysis.opened(sentence)
    scene, setting = _scene(parse, discourse, triggers), _setting(own, analysis)
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


class Trial(msgspec.Struct, frozen=True):
    """What became of a trigger: its frame and words, the candidates (role, words, score, relation), the outcome."""

    frame: str
    trigger: str
    start: int
    candidates: tuple[tuple[str, str, float, str], ...]
    outcome: str


def explain_document(document: Document) -> list[Trial]:
    """Every trigger of the document with its candidates, read anew."""
    analysis = Analysis(document)
    made = {d.trigger: d for d in analysis.drafts}
    found: list[Trial] = []
    for sentence in analysis.sentences:
        own = language(sentence.lang)
        parse = parse_of(sentence, own.compiled.grammar)
        for trigger in find_triggers(parse, own.frames):
            span = Span(sentence.tokens[trigger.i].start, sentence.tokens[trigger.j - 1].end)
            valency = own.compiled.valencies.valencies[trigger.frame.valency]
            rows = tuple((c.role, c.mention.text, c.score, c.relation) for c in candidates(parse, trigger, valency)[:8])
            outcome = "a draft" if span in made and made[span].frame == trigger.frame.id else "no draft: its core roles stay open, or a surer frame tells it"
            found.append(Trial(trigger.frame.id, span.cut(document.text), span.start, rows, outcome))
    return found
