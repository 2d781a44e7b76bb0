"""The default engine: packs, morphology and frames. Deterministic: same text, same packs, same drafts."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter, itemgetter

import msgspec

from wektor.engines.analysis import Analysis as Analysis
from wektor.engines.languages import language as language
from wektor.grammar.bearing import denies, leanings
from wektor.grammar.fillers import read_fillers
from wektor.grammar.parsing import parse_of
from wektor.grammar.prospects import is_prospect
from wektor.grammar.roles import candidates
from wektor.grammar.status import cues_of, may_deny, status_of
from wektor.grammar.triggers import find_triggers
from wektor.grounding.casts import FLOWS
from wektor.model import STATUSES, DateMention, Document, Draft, Filler, Span

_START = attrgetter("start")


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
