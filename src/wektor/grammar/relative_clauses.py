"""Relative clauses, and clauses that go on with a subject named before: whom they describe, and who does what they tell."""

from wektor.grammar.segments import Segments
from wektor.grammar.verbs import Verb
from wektor.mentions.mention import Mention
from wektor.text.words import ACC, CASES, DAT, GEN, INS, NOM

Relations = list[tuple[str, float]]


class RelativeClauses(Segments):
    """Clauses that hang on what was named before them."""

    def _relative_opener(self, start: int, verb: Verb) -> int | None:
        for k in range(start, min(start + 3, verb.i)):
            if "relative" in self.sentence.tokens[k].word.tags and not self._demonstrative(k):
                return k
        return None

    def _after_noun(self, k: int) -> bool:
        """Whether a noun stands right before, past a comma: what a relative clause describes."""
        k -= 2 if k and self.sentence.tokens[k - 1].word.text == "," else 1
        return k >= 0 and k not in self.sentence.blocked and (self.sentence.cover[k] is not None or bool(self.sentence.tokens[k].word.nom_cases))

    def _oblique(self, k: int) -> bool:
        return k > 0 and bool(self.sentence.tokens[k - 1].word.preps)

    def _antecedent(self, k: int) -> Mention | None:
        if self.cased and self._unnamed(k):
            return None
        before = [m for m in self.sentence.mentions if m.j <= k and not m.adjectival]
        if not before:
            return None
        last = before[-1]
        number = self.sentence.tokens[k].word.number
        if self.cased and number in (1, 2):
            for m in reversed(before[-3:]):
                if m.number & number and k - m.j <= 8:
                    return m
        if last.prep is not None and len(before) > 1 and before[-2].kind == "item" and last.actor and k - last.j <= 1:
            return before[-2] if self.sentence.has(last.prep_at, "ofwords") is False and before[-2].j == last.prep_at else last
        return last

    def _unnamed(self, k: int) -> bool:
        """Whether the relative pronoun describes a word that tells something and names nothing: "the order, which it got"."""
        tokens = self.sentence.tokens
        k -= 1 if k and tokens[k - 1].word.preps else 0
        k -= 2 if k > 1 and tokens[k - 1].word.text == "," else 1
        if k < 0 or self.sentence.cover[k] is not None:
            return False
        word = tokens[k].word
        return "frame" in word.tags and bool(word.nom_cases) and not word.cap

    def _relate(self, verb: Verb, opened: int, own: list[Mention], start: int) -> None:
        """What the antecedent is to the verb, by the case of the relative pronoun and the preposition before it."""
        word, before = self.sentence.tokens[opened].word, self.sentence.tokens[opened - 1].word if opened else None
        preps = [p for p in before.preps if not (g := self._governed(p)) or g & word.cases] if before is not None else []
        subject = not preps and bool(word.cases & NOM) and not (word.cases & ACC and own and self._owns(own[0], verb))
        if subject and not verb.impersonal:
            verb.subject = [verb.antecedent] if verb.antecedent is not None else []
            return
        verb.object_relative = True
        verb.link = self._prepositions(preps[0], opened - 1, verb.head) if preps else self._pronoun(word.cases, verb)
        verb.subject = [] if verb.impersonal else own or self._inherited(verb, start)

    def _governed(self, preposition: int) -> int:
        return sum(CASES[case] for case in self.grammar.prepositions[preposition].cases)

    def _owns(self, subject: Mention, verb: Verb) -> bool:
        """Whether a mention of the relative clause is its subject where the pronoun could be that too."""
        former, number = verb.antecedent, self.sentence.tokens[verb.head].word.number
        if former is not None and former.actor and subject.kind == "item":
            return False
        agrees = former is None or not former.number or bool(former.number & number)
        return self._plainly(subject, verb) or not agrees or (subject.actor and former is not None and not former.actor)

    def _plainly(self, subject: Mention, verb: Verb) -> bool:
        """Whether a mention can be nothing but the subject: by its case, or before the verb and not counted."""
        return not subject.cases & (ACC | GEN) or (subject.i < verb.i and subject.qty is None)

    def _pronoun(self, cases: int, verb: Verb) -> Relations:
        """Relations by case, the likeliest first: "którą kupił", "któremu sprzedano", "którego"."""
        found: Relations = []
        if cases & ACC:
            found.append(("obj", 1.0))
        if cases & DAT:
            found.append(("dat", 0.9 if not cases & GEN else 0.8))
        if cases & GEN:
            found.append(("obj", 0.8) if verb.negated else ("gen", 0.5))
        if cases & INS and not cases & (ACC | DAT):
            found.append(("agent", 0.7) if verb.passive else ("obj", 0.5))
        return found or [("near", 0.4)]

    def _prepositions(self, preposition: int, where: int, at: int) -> Relations:
        far = max(0, abs(where - at) - 8) * 0.03
        return [(r, max(0.2, 1.0 - 0.25 * n - far)) for n, r in enumerate(self.grammar.prepositions[preposition].relations)]

    def _inherited(self, verb: Verb, start: int) -> list[Mention]:
        """ "X bought A and sold B"; "X, which was founded in 1990, makes A"."""
        if start in self._said:
            return []  # who does it is not who says it
        if self.sentence.has(start, "subord"):
            return self._governing(verb) if self.cased else []
        for earlier in reversed(self.verbs):
            if earlier.i < verb.i and not earlier.relative and not earlier.participle and not earlier.infinitive:
                aside = self._aside(earlier, verb)
                return aside or list(earlier.subject) or self._related(verb)
        if self.cased:
            return self._related(verb)
        relatives = [v for v in self.verbs if v.i < verb.i]
        if relatives and relatives[0].antecedent is not None and relatives[0].antecedent.prep is None:
            return self._group(relatives[0].antecedent)
        return []

    def _related(self, verb: Verb) -> list[Mention]:
        """ "the state, which bought A and builds B": the subject of the relative clause that the verb goes on."""
        earlier = next((v for v in reversed(self.verbs) if v.i < verb.i and not v.infinitive), None)
        number = self.sentence.tokens[verb.head].word.number
        if not self.cased or earlier is None or not earlier.relative or not earlier.subject:
            return []
        subject = earlier.subject
        return list(subject) if len(subject) > 1 or not subject[0].number or subject[0].number & number else []

    def _governing(self, verb: Verb) -> list[Mention]:
        """A clause that drops its subject has that of the clause before, if verb and subject may agree in number."""
        number = self.sentence.tokens[verb.head].word.number
        main = next((v for v in reversed(self.verbs) if v.i < verb.i and v.clause != verb.clause and not v.participle), None)
        subject = main.subject if main is not None else []
        return list(subject) if subject and (len(subject) > 1 or not subject[0].number or subject[0].number & number) else []

    def _aside(self, earlier: Verb, verb: Verb) -> list[Mention]:
        """ "Lima, it was said, will sell them": the subject stands before the aside."""
        start = self.starts[earlier.clause]
        if self.cased or not (earlier.subject and earlier.subject[0].kind == "pron") or self.sentence.tokens[verb.i - 1].word.text != ",":
            return []
        before = [m for m in self.sentence.mentions if m.j <= start + 1 and m.i < earlier.subject[0].i and m.actor and m.prep is None]
        return self._group(before[-1]) if before else []
