"""Subjects: who does, or suffers, what each verb of a sentence tells."""

from wektor.grammar.gapping import remnant_subject
from wektor.grammar.negation import told_of_none
from wektor.grammar.pronouns import resume
from wektor.grammar.relative_clauses import RelativeClauses
from wektor.grammar.verbs import Verb
from wektor.grammar.voices import quoted, said_by
from wektor.lexicon.packs import GrammarPack
from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence
from wektor.text.words import ACC, GEN, NOM


class Subjects(RelativeClauses):
    """A sentence's verbs with their subjects."""

    def __init__(self, sentence: Sentence, verbs: list[Verb], grammar: GrammarPack) -> None:
        super().__init__(sentence, verbs, grammar)
        self.quoted = quoted(sentence)
        self.sayer = said_by(sentence)  # of the quotation that the sentence holds
        self.silent = self.sayer is not None and not any(m.actor and m.i in self.quoted for m in sentence.mentions)  # the quotation names nobody
        self._hung: set[int] = set()  # verbs whose subject a clause between commas parts from them
        heads = {verb.head for verb in verbs}
        for verb in verbs:
            self._find_subject(verb)
            verb.negated = verb.negated or told_of_none(sentence, verb, heads, self.clause_of)
        resume(sentence, verbs, self.starts)

    def _find_subject(self, verb: Verb) -> None:
        start = self.starts[verb.clause]
        if verb.model is not None:
            verb.subject = remnant_subject(self.sentence, verb) if self.cased else verb.subject or verb.model.subject
            return
        opened = self._relative_opener(start, verb)
        if verb.governor is not None and (verb.infinitive or verb.participle):
            verb.subject = self._controlled(verb)
            return
        own = [] if self.cased and verb.infinitive else self._nominatives(verb, start) if self.cased else self._before(verb, start)
        if opened is not None and (own or not self._after_noun(opened)) and "subord" in self.sentence.tokens[opened].word.tags and self.cased:
            opened = None  # a word that opens either kind of clause: "said that X bought"
        if opened is not None:
            verb.relative = True
            verb.antecedent = self._antecedent(opened)
            if self.cased and not verb.participle and self.sentence.tokens[opened].word.cases:
                self._relate(verb, opened, own, start)
            elif own and (self.cased or not verb.participle):
                verb.subject, verb.object_relative = own, True
            elif verb.antecedent is not None and not self._oblique(opened):
                verb.subject = [verb.antecedent]
            return
        if verb.participle:
            self._participle(verb)
            return
        if self.speaks(verb):
            said = self.sayer if verb.head in self.quoted else None
            verb.subject = [m for m in own if m.kind in ("we", "pron")] or ([said] if said is not None else [])
            return
        if self.cased and not verb.impersonal and not (own and self._plainly(own[0], verb)):
            own = self._suspended(verb) or self._before_aside(verb) or self._gone_on(verb, start, own) or own
        if not own and not verb.impersonal:
            own = self._inherited(verb, start)
        verb.subject = own

    def _suspended(self, verb: Verb) -> list[Mention]:
        """Whom a clause or participle set between commas parts from its verb: "X, który ma A, kupił B"."""
        number = self.sentence.tokens[verb.head].word.number
        for earlier in reversed([v for v in self.verbs if v.i < verb.i]):
            if earlier.infinitive:
                continue
            held = earlier.antecedent
            if not (earlier.relative or earlier.participle) or earlier.clause == verb.clause:
                return list(earlier.subject) if id(earlier) in self._hung else []
            if held is not None and held.prep is None and held.j <= earlier.i and held.cases & NOM and self._free(held):
                group = self._group(held)
                if len(group) > 1 or not held.number or held.number & number:
                    self._hung.add(id(verb))
                    return group
                return []
        return []

    def _gone_on(self, verb: Verb, start: int, own: list[Mention]) -> list[Mention]:
        """ "X sent A and will train eighty men": right behind "and" the verb goes on with its subject, where what follows may be its object."""
        tokens = self.sentence.tokens
        if not own or verb.passive or own[0].i < verb.i or not own[0].cases & ACC or verb.i - start > 2 or "and" not in tokens[start].word.tags:
            return []
        former = next((v for v in reversed(self.verbs) if v.i < verb.i and not (v.participle or v.infinitive or v.relative)), None)
        if former is None or former.passive or not former.subject or not former.subject[0].actor:
            return []
        number, subject = tokens[verb.head].word.number, former.subject
        return list(subject) if len(subject) > 1 or not subject[0].number or subject[0].number & number else []

    def _before_aside(self, verb: Verb) -> list[Mention]:
        """ "X, said the minister, bought A": whom words about the speaker part from the verb."""
        said = next((v for v in reversed(self.verbs) if v.i < verb.i), None)
        tokens, number = self.sentence.tokens, self.sentence.tokens[verb.head].word.number
        if said is None or not said.i or said.participle or said.infinitive or tokens[said.i - 1].word.text != ",":
            return []
        ends = next((k for k in range(said.j, verb.i) if tokens[k].word.text in ",;:–—"), None)
        if ends is None or tokens[ends].word.text != "," or ends - said.j > 6 or any(m.kind == "item" for m in self.sentence.mentions if said.j <= m.i < ends):
            return []  # only words about who says so stand between commas, the verb first
        if any({"subord", "relative"} & tokens[k].word.tags for k in range(ends, verb.i)):
            return []
        before = [m for m in self.sentence.mentions if m.j < said.i and m.cases & NOM and m.prep is None and not m.adjectival and m.coord is None
                  and not any(m.j <= v.i < said.i for v in self.verbs)]  # fmt: skip
        held = next((m for m in reversed(before) if not m.number or m.number & number), None)
        return self._group(held) if held is not None else []

    def _free(self, held: Mention) -> bool:
        """Whether no verb before has the mention for its own: none stands there, or one of another clause."""
        main = next((v for v in reversed(self.verbs) if v.i < held.i and not (v.participle or v.relative or v.infinitive)), None)
        if main is None:
            return True
        gap = self.sentence.tokens[main.j : held.i]
        return any(t.word.tags & {"subord", "but"} or t.word.text in ";:–—" for t in gap)

    def _controlled(self, verb: Verb) -> list[Mention]:
        assert verb.governor is not None
        between = [m for m in self.sentence.mentions if verb.governor.j <= m.i < verb.i and m.actor and m.prep is None]
        if between and verb.infinitive and not verb.governor.passive and not self.cased:
            return self._group(between[-1])
        if self.cased and verb.infinitive and not verb.governor.passive and self.sentence.has(verb.governor.head, "letting"):
            bidden = next((m for m in between if not m.adjectival and m not in verb.governor.subject), None)
            if bidden is not None:
                return self._group(bidden)  # "asked Oman to send": who is asked does it
        return verb.governor.subject

    def _before(self, verb: Verb, start: int) -> list[Mention]:
        for mention in reversed(self.sentence.mentions):
            if start <= mention.i and mention.j <= verb.i and mention.prep is None:
                if mention.adjectival or mention.possessive:
                    continue
                return self._group(mention)
        return []

    def _nominatives(self, verb: Verb, start: int) -> list[Mention]:
        if verb.impersonal:
            return []
        end = self.clause_end(verb.clause)
        number = self.sentence.tokens[verb.head].word.number
        best: tuple[float, Mention] | None = None
        for m in self.sentence.mentions:
            if not (start <= m.i < end) or m.prep is not None or m.adjectival or not m.cases & NOM or m.coord is not None:
                continue
            if m.kind == "item" and m.cases & ACC and self._of_infinitive(m, verb):
                continue
            before = self.sentence.cover[m.i - 1] if m.i else None
            genitive = m.cases & GEN and m.i and self.sentence.tokens[m.i - 1].word.pos & 1 and not m.qty and (before is None or before.kind != "pron")
            score = 2.0 - abs(m.i - verb.head) * 0.05 + (0.8 if m.j <= verb.i else 0.0) - (1.5 if genitive else 0.0)
            score += 0.7 if m.actor and not verb.passive else 0.0
            score -= (0.6 if m.kind == "item" else 0.3) if m.cases & ACC and not verb.passive else 0.0
            score += 0.4 if not m.number or m.number & number else -0.6 if m.actor or m.qty or verb.passive or not (number or verb.future) else -1.6  # "denies having sent drones", "drones [they] will build": no subject
            if best is None or score > best[0]:
                best = (score, m)
        return self._group(best[1]) if best and best[0] > 0.6 else []

    def _of_infinitive(self, thing: Mention, verb: Verb) -> bool:
        """ "zamierza nabyć wozy": what stands behind an infinitive that hangs on the verb is its object."""
        return not verb.passive and any(v.infinitive and v.governor is verb and not v.passive and verb.j <= v.i and v.j <= thing.i for v in self.verbs)

    def _participle(self, verb: Verb) -> None:
        before = [m for m in self.sentence.mentions if m.j <= verb.i and not m.adjectival]
        word = self.sentence.tokens[verb.head].word
        if self.cased and word.cases:
            after = [m for m in self.sentence.mentions if verb.j <= m.i <= verb.j + 4 and m.cases & word.cases and m.prep is None]
            agreeing = [m for m in before[-3:] if m.cases & word.cases or not m.cases]
            if after and not (agreeing and verb.i - agreeing[-1].j <= 1 and (verb.i == agreeing[-1].j or self.sentence.tokens[verb.i - 1].word.text == ",")):
                verb.antecedent = after[0]
            elif agreeing:
                verb.antecedent = agreeing[-1]
        elif self.cased:  # adverbial participle: the subject of the sentence
            main = next((v for v in self.verbs if v.clause != verb.clause and v.subject), None)
            verb.subject = main.subject if main else []
            return
        else:
            main = next((v for v in reversed(self.verbs) if v.i < verb.i and v.subject), None)
            comma = verb.i > 0 and self.sentence.tokens[verb.i - 1].word.text == ","
            if not verb.passive and comma and main:
                verb.subject = main.subject
                return
            verb.antecedent = before[-1] if before else None
        if verb.antecedent is not None:
            verb.subject = [verb.antecedent]
