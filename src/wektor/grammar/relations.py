"""Who stands in which relation to a verb or noun: subject, object, genitive, prepositional phrase."""

from wektor.grammar.relative_clauses import Relations as Relations
from wektor.grammar.subjects import Subjects
from wektor.grammar.verbs import Verb
from wektor.lexicon.packs import GrammarPack
from wektor.mentions.mention import Mention, list_head
from wektor.mentions.sentence import Sentence
from wektor.text.words import ACC, ADJ, DAT, GEN, INS, NOM


class Parse(Subjects):
    """A sentence's verbs with their clauses, and the relation of any mention to any trigger."""

    def __init__(self, sentence: Sentence, verbs: list[Verb], grammar: GrammarPack) -> None:
        super().__init__(sentence, verbs, grammar)
        self.instruments: frozenset[str] = frozenset()

    def to_verb(self, mention: Mention, verb: Verb) -> Relations:
        """Relations of a mention to a verb, with how sure they are (0–1)."""
        root = list_head(mention)
        if mention in verb.subject or root in verb.subject:
            return [("psubj" if verb.passive else "subj", 1.0)]
        if mention is verb.antecedent or root is verb.antecedent:
            if verb.link:
                return verb.link
            return [("obj", 1.0)] if verb.object_relative else [("psubj" if verb.passive else "subj", 0.9)]
        if self.clause_of[mention.i] != verb.clause:
            if verb.model is None and self.parted(verb, mention.i):
                return []  # it has its place in the clause that leaves this verb out
            return self._outside(mention, verb) if verb.model is None else self._shared(mention, verb, verb.model)
        if mention.adjectival:
            return self._origin(mention) or ([("near", 0.5)] if not self.cased and mention.prep is not None else [])
        if root.prep is not None:
            return self._prepositional(root, verb.head)
        if self.cased:
            return self._by_case(root, verb)
        if root.i >= verb.j:
            return [("obj", 1.0 if root.i - verb.j < 6 else 0.7)]
        return [("near", 0.6)]

    def parted(self, verb: Verb | None, i: int) -> bool:
        """Whether the token stands in another of the clauses that share the verb."""
        if verb is None or self.clause_of[i] == verb.clause:
            return False
        whole = verb.model or verb
        return any((v is whole or v.model is whole) and v.clause == self.clause_of[i] for v in self.verbs) and any(v.model is whole for v in self.verbs)

    def _outside(self, mention: Mention, verb: Verb) -> Relations:
        """Another clause: only phrases fronted before an infinitive or participle, faintly."""
        near = abs(self.clause_of[mention.i] - verb.clause) == 1
        return [("near", 0.5 if near else 0.2)] if not mention.adjectival else []

    def _shared(self, mention: Mention, gap: Verb, model: Verb) -> Relations:
        """What the verb that a dash stands for governs, where the dash's own clause puts nothing else in its place."""
        if self.clause_of[mention.i] != model.clause:
            return [] if self.parted(gap, mention.i) else self._outside(mention, gap)
        here = [m for m in self.sentence.mentions if self.clause_of[m.i] == gap.clause and not (m.kind == "pron" and m.qty)]  # a bare number, of whatever case, leaves the thing
        alike = [m for m in here if (m.kind == "item") == (mention.kind == "item")]
        own = {relation for m in alike for relation, _ in self.to_verb(m, gap)}
        return [(r, 0.8 * sure) for r, sure in self.to_verb(mention, model) if r not in own and r != "near"]

    def _origin(self, mention: Mention) -> Relations:
        """ "American drones": the adjective says where the thing comes from."""
        marked = any(m.kind == "item" and m.origin_span == (mention.i, mention.j) for m in self.sentence.mentions)
        return [("origin", 0.8)] if marked else []

    def _prepositional(self, mention: Mention, at: int) -> Relations:
        return self._prepositions(mention.prep or 0, mention.prep_at, at)

    def _by_case(self, mention: Mention, verb: Verb) -> Relations:
        found: Relations = []
        before = self.sentence.tokens[mention.i - 1].word if mention.i else None
        attribute = bool(before and before.pos & 1 and before.nom_cases and not before.pos & 2) and bool(mention.cases & GEN)
        if mention.cases & DAT:
            found.append(("dat", 0.9 if not mention.cases & (GEN | ACC) else 0.6))
        if mention.cases & ACC and not attribute:
            found.append(("obj", 1.0))
        if mention.cases & GEN:
            found.append(("obj", 0.8) if verb.negated or mention.qty else ("gen", 0.4 if attribute else 0.5))
            if mention.kind == "item":
                found.append(("obj", 0.6))
        if mention.cases & INS and mention.kind == "item":
            found.append(("obj", 0.5))
        elif mention.cases & INS and mention.actor and not mention.cases & (GEN | ACC):
            found.append(("agent", 1.0 if verb.passive else 0.7))  # "закуплены Индией", "строится верфью"
        if mention.cases & NOM and not found:
            found.append(("psubj", 0.7) if verb.passive else ("subj", 0.5) if not verb.subject else ("near", 0.5))
        return found or [("near", 0.4)]

    def _thing_after(self, actor: Mention) -> bool:
        """ "przekazanie policji broni": a thing in the genitive right behind makes an actor that could be either the taker."""
        thing = next((m for m in self.sentence.mentions if actor.j <= m.i and not m.adjectival), None)
        return thing is not None and thing.kind == "item" and thing.prep is None and bool(thing.cases & GEN) and self._bare(actor.j, thing.i)

    def _bare(self, lo: int, hi: int) -> bool:
        """Whether only adjectives and numbers stand between."""
        return hi - lo <= 3 and all(self.sentence.tokens[k].word.pos & ADJ or self.sentence.tokens[k].word.digit or k in self.sentence.blocked or self.sentence.cover[k] is not None for k in range(lo, hi))

    def _noun_between(self, at: int, i: int) -> bool:
        """Whether another noun stands between, to which a genitive would belong."""
        return any(self.sentence.cover[k] is None and self.sentence.tokens[k].word.pos & 5 == 1 and self.sentence.tokens[k].word.nom_cases
                   for k in range(at + 1, i))  # fmt: skip

    def to_noun(self, mention: Mention, at: int) -> Relations:
        """Relations of a mention to a noun trigger that ends at token ``at``."""
        found: Relations = []
        root = mention
        while root.coord is not None and root.coord.i > at:
            root = root.coord
        gap = root.i - at
        if (0 < gap <= 14 and self.clause_of[root.i] == self.clause_of[at]) or 0 < gap <= 4:
            verb_between = any(at < v.i < root.i and not v.participle for v in self.verbs)
            if root.prep is not None and root.prep_at > at and not verb_between:
                relations = self.grammar.prepositions[root.prep].relations
                for n, relation in enumerate(relations):
                    name = "gen" if relation == "of" else relation
                    found.append((name, max(0.2, 1.0 - 0.2 * n - 0.03 * max(0, root.prep_at - at - 2))))
            elif self.cased and root.prep is None and not root.adjectival and gap <= 5 and not verb_between:
                if root.cases & GEN and not self._noun_between(at, root.i):
                    found.append(("gen", 1.0 - 0.05 * gap))
                if root.cases & DAT and not root.cases & GEN:
                    found.append(("dat", 0.9))
                elif root.cases & DAT and root.actor and self._thing_after(root):
                    found.append(("dat", 1.0))
                if root.cases & INS:
                    found.append(("agent", 0.9 if root.cases == INS and root.actor else 0.4))
        if -4 <= root.j - 1 - at < 0 or (mention.j <= at and at - mention.j <= 4):
            if mention.adjectival or mention.possessive:
                found.append(("mod", 1.0 if at - mention.j <= 2 else 0.6))
            elif not self.cased and mention.j in (at, at - 1) and (mention.prep is None or (mention.kind == "state" and mention.prep_at == mention.i - 1)):
                found.append(("compound" if mention.kind == "item" else "mod", 0.9))
        return found
