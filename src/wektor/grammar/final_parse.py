"""Relations where heads stand last: cases and postpositions before the verb, participles before their noun."""

from wektor.grammar.relations import Parse, Relations
from wektor.grammar.verbs import Verb
from wektor.lexicon.packs import GrammarPack
from wektor.mentions.mention import Mention, list_head
from wektor.mentions.sentence import Sentence
from wektor.text.words import ABL, ACC, ADVP, DAT, FIRST, GEN, NOM, NUM, OBJP, PL

_NESTED = 0.6  # how much less sure a relation across an embedded verb is
_OPENING = 12
_OWN = 6  # tokens between a participle and its noun


def _heading(sentence: Sentence, verbs: list[Verb]) -> int:
    """The token after a dateline or heading ("ANKARA (AA) –"), else 0."""
    for k in range(1, min(_OPENING, len(sentence.tokens))):
        if any(v.i <= k for v in verbs):
            return 0
        if sentence.tokens[k].word.text in "–—":
            return k + 1
    return 0


class FinalParse(Parse):
    """A parse in which every clause ends with its verb."""

    def __init__(self, sentence: Sentence, verbs: list[Verb], grammar: GrammarPack) -> None:
        self.opening = _heading(sentence, verbs)
        super().__init__(sentence, verbs, grammar)
        for verb in reversed(verbs):
            if not verb.subject and not verb.passive and not self._finite(verb) and self._leads(verb) and not self.speaks(verb):
                verb.subject = next((list(v.subject) for v in verbs if v.i >= verb.j and self._finite(v)), [])
        for verb in verbs:
            for m in verb.subject:
                self.clause_of[m.i : m.j] = [verb.clause] * (m.j - m.i) if self._finite(verb) and m.i < verb.i else self.clause_of[m.i : m.j]

    def _leads(self, verb: Verb) -> bool:
        """Whether a clause without a subject of its own has its governor's: "kendi ürettiği", "satmayı"."""
        return bool(self.sentence.tokens[verb.head].word.form & (OBJP | ADVP)) or verb.infinitive

    # clauses ------------------------------------------------------------------------------------------------
    def _segment(self) -> None:
        bounds = [0]
        for n, verb in enumerate(self.verbs):
            verb.clause = len(bounds) - 1
            self.clause_verb[verb.clause] = verb
            if verb.governor is None and n + 1 < len(self.verbs):
                bounds.append(verb.j)
        self._lay(bounds)

    def _finite(self, verb: Verb) -> bool:
        return not verb.participle and not verb.infinitive

    def _converb(self, verb: Verb) -> bool:
        return bool(self.sentence.tokens[verb.head].word.form & ADVP)

    def _start(self, verb: Verb) -> int:
        """The first token that can belong to the verb: after the last finite verb before it."""
        return max((v.j for v in self.verbs if v.j <= verb.i and self._finite(v)), default=self.opening)

    def governs(self, k: int, clause: int, at: int) -> bool:
        """The clause after it, where the verb of this one is nominalised ("… teslim edileceği açıklandı")."""
        verb = self.clause_verb.get(clause)
        if verb is None or self.clause_of[k] <= clause or not (verb.infinitive or self.sentence.tokens[verb.head].word.form & OBJP):
            return False
        return not any(self._finite(v) for v in self.verbs if verb.j <= v.i and v.j <= k)

    def topic_of(self, i: int) -> tuple[int, int] | None:
        """After a postposition such as "ilişkin" that follows the topic."""
        tokens = self.sentence.tokens
        for k in range(i + 1, min(i + 5, len(tokens))):
            if tokens[k].word.text in ",;:":
                return None
            numbers = tokens[k].word.preps
            if any("topic" in self.grammar.prepositions[n].relations for n in numbers):
                return k + 1, min(len(tokens), k + 9)
        return None

    # subjects -----------------------------------------------------------------------------------------------
    def _find_subject(self, verb: Verb) -> None:
        if verb.infinitive or (verb.participle and not self._converb(verb)):
            verb.subject = self._genitives(verb)
            if verb.participle:
                self._participle(verb)
            elif not verb.subject and verb.governor is not None:
                verb.subject = self._nominatives(verb.governor, self._start(verb))
            return
        verb.subject = self._nominatives(verb, self._start(verb)) or ([] if self.speaks(verb) else self._inherited(verb, 0))

    def _genitives(self, verb: Verb) -> list[Mention]:
        """ "Türkiye'nin sattığı": the subject of a nominalised clause is in the genitive."""
        word, tokens = self.sentence.tokens[verb.head].word, self.sentence.tokens
        if not word.form & OBJP and not (verb.infinitive and (word.owned or self._deed_of(verb))):
            return []
        start = max((v.j for v in self.verbs if v.j <= verb.i and not v.participle), default=self.opening)
        near = [m for m in self.sentence.mentions if start <= m.i and m.j <= verb.i and m.cases == GEN and m.prep is None and not m.adjectival]
        near = [m for m in near if m.j >= verb.i or not tokens[m.j].word.owned or tokens[m.j].word.form or m.j in self.sentence.blocked]  # whose thing it is
        near = [m for m in near if m.actor or verb.passive or m.kind in ("name", "pron") or not any(n.actor for n in near)]
        return self._group(near[-1]) if near else []

    def _deed_of(self, verb: Verb) -> bool:
        """ "Polonya'nın tank gönderme talebi": a bare verbal noun before the noun that somebody owns."""
        following = self.sentence.tokens[verb.j].word if verb.j < len(self.sentence.tokens) else None
        return following is not None and following.common and bool(following.owned) and not following.form and self.sentence.cover[verb.j] is None

    def _nominatives(self, verb: Verb, start: int) -> list[Mention]:
        best: tuple[float, Mention] | None = None
        for m in self.sentence.mentions:
            if self.speaks(verb) and m.kind != "we" and not m.voice and not self.sentence.tokens[m.head].word.form & FIRST:
                continue  # "kurduk", "imzaladığımız": none but we
            if not start <= m.i < verb.i or m.prep is not None or m.adjectival or m.possessive or not m.cases & NOM or m.coord is not None:
                continue
            score = self._subject_score(m, verb)
            if best is None or score > best[0]:
                best = (score, m)
        if best and best[0] > 0.5:
            return self._group(best[1])
        return self._beside_own(verb, start)

    def _beside_own(self, verb: Verb, start: int) -> list[Mention]:
        """ "Japonya ile Filipinler ilişkilerini yükseltti": who stands bare before an object of their own, where nobody else can be the subject."""
        if verb.passive or not self._finite(verb):
            return []
        for m in self.sentence.mentions:
            if start <= m.i < verb.i and m.possessive and m.actor and m.cases & NOM and m.number != PL and self.sentence.tokens[m.j].word.cases == ACC:
                return self._group(list_head(m))
        return []

    def _subject_score(self, m: Mention, verb: Verb) -> float:
        """Actors rather than items, before a comma, first in the sentence; an item right before an active verb is its object."""
        after = self.sentence.tokens[m.j].word if m.j < len(self.sentence.tokens) else None
        score = 1.0 if m.actor or m.kind in ("name", "pron", "we") else 1.1 if verb.passive else 0.55
        score += 0.5 if after is not None and (after.text == "," or "contrast" in after.tags) else 0.0
        score -= 0.03 * self._between(m, verb) + (0.3 if m.kind == "item" and not verb.passive and verb.i - m.j <= 1 else 0.0)
        return score - 0.001 * m.i

    def _between(self, mention: Mention, verb: Verb) -> int:
        """Verbs between a mention and a verb that do not hang on it."""
        return sum(1 for v in self.verbs if mention.j <= v.i and v.j <= verb.i and v is not verb and not (v.infinitive and v.governor is verb))

    def _inherited(self, verb: Verb, start: int) -> list[Mention]:
        """The subject of the clause before, or of the verb that a converb leads to."""
        for earlier in reversed(self.verbs):
            if earlier.i < verb.i and (self._finite(earlier) or self._converb(earlier)) and earlier.subject:
                return list(earlier.subject)
        return []

    def _participle(self, verb: Verb) -> None:
        """The noun that the participle describes stands right after it."""
        verb.relative = True
        verb.object_relative = bool(self.sentence.tokens[verb.head].word.form & OBJP) and not verb.passive
        for k in range(verb.j, min(verb.j + _OWN, len(self.sentence.tokens))):
            mention, word = self.sentence.cover[k], self.sentence.tokens[k].word
            owner = mention is not None and mention.kind != "item" and (mention.possessive or mention.cases == GEN)
            if mention is not None and not mention.adjectival and not owner:
                verb.antecedent = None if self._told_by_noun(mention) else mention
                return
            if mention is None and k not in self.sentence.blocked and not (word.digit or word.pos & 12 or word.tags & {"det", "and", "more", "first", "piece", "adverb"} or word.text in "\"“„"):
                return

    def _told_by_noun(self, thing: Mention) -> bool:
        """ "verdiği F-35 siparişleri": what the participle describes is the deed behind the thing."""
        return thing.kind == "item" and thing.possessive and any(m.i == thing.j and m.entry.name == "noun" for m in self.sentence.matches.frames)

    # relations ----------------------------------------------------------------------------------------------
    def to_verb(self, mention: Mention, verb: Verb) -> Relations:
        """Relations of a mention to a verb, with how sure they are (0–1)."""
        root = list_head(mention)
        if mention in verb.subject or root in verb.subject:
            return [("psubj" if verb.passive else "subj", 1.0)]
        if verb.antecedent is not None and root is verb.antecedent:
            return self._of_antecedent(root, verb)
        if mention.adjectival:
            return []
        if root.i >= verb.j or root.i < self._start(verb):
            if self._of_other_part(root, verb):
                return []
            if shared := self._of_shared(root, verb):
                return shared
            return [("near", 0.5 if root.i >= verb.j and self._finite(verb) and abs(root.i - verb.j) < 3 else 0.2)]
        if root.prep is not None and self._done_before(root, verb):
            return [("near", 0.2)]
        sure = _NESTED ** self._between(root, verb)
        return [(relation, max(0.2, s * sure)) for relation, s in self._before_verb(root, verb)]

    def _done_before(self, root: Mention, verb: Verb) -> bool:
        """ "donanma tarafından istenen gereçlerin hibe edilmesi": by whom the first passive participle was done, the next verb was not."""
        if self.grammar.prepositions[root.prep or 0].relations[:1] != ["agent"] or root.prep_at == root.head:
            return False
        first = next((v for v in self.verbs if root.j <= v.i), None)
        return first is not None and first is not verb and first.passive and first.participle and first.antecedent is not None and first.antecedent.i < verb.i

    def _of_other_part(self, root: Mention, verb: Verb) -> bool:
        """ "A obüs, B ise tank aldı": whoever has a counterpart in the verb's own part of a clause that shares its last verb."""
        whole = verb.model or verb
        if not any(v.model is whole and (v is verb or v.clause == self.clause_of[root.i]) for v in self.verbs):
            return False
        own = [m for m in self.sentence.mentions if self._start(verb) <= m.i < verb.i and m.actor == root.actor and m is not root]
        return any(m.prep == root.prep and bool(m.cases & root.cases) for m in own)

    def _of_shared(self, root: Mention, verb: Verb) -> Relations:
        """ "Mali'ye 2021'de üç, 2022'de dört helikopter verdi": what only one part of a clause names, of the others too."""
        whole = verb.model or verb
        parts = [v for v in self.verbs if v is whole or v.model is whole]
        part = next((v for v in parts if len(parts) > 1 and v is not verb and self._start(v) <= root.i < v.i), None)
        if part is None:
            return []
        return [(relation, 0.8 * sure) for relation, sure in self.to_verb(root, part) if relation != "near"]

    def _of_antecedent(self, root: Mention, verb: Verb) -> Relations:
        """What a participle says of its noun: who did it, what it was done to, where or with whom."""
        if verb.passive:
            return [("psubj", 1.0)]
        if not verb.object_relative:
            return [("subj", 1.0)]
        if self.sentence.tokens[verb.head].word.form & (1 << 10) and not verb.subject and root.actor:
            return [("subj", 0.9)]  # "uçağı alacak ülke"
        return [("obj", 1.0)] if root.kind == "item" else [("goal", 0.6), ("place", 0.5), ("obj", 0.5)]

    def _before_verb(self, root: Mention, verb: Verb) -> Relations:
        if root.prep is not None:
            marked = self._prepositional(root, verb.head)
            if root.kind == "item" and marked[0][0] == "source":  # "tanklardan onu": some of them
                counter = self.sentence.tokens[root.j].word if root.j < verb.i else None
                came: Relations = [("subj", 0.8)] if counter is not None and counter.owned & NOM and not verb.passive else []
                return [("psubj" if verb.passive else "obj", 0.8), *came, *marked]
            return [*self._of_dative(root, verb, marked), *self._some_of(root, verb), *marked]
        if root.possessive:
            return [("near", 0.4)]
        found: Relations = []
        if root.cases & ACC:
            found.append(("psubj", 0.7) if verb.passive else ("obj", 1.0))
        if root.cases & GEN:
            found += self._of_owner(root, verb)
        if root.cases & NOM:
            found += [("psubj", 0.8)] if verb.passive else [("obj", 0.9), ("subj", 0.6)] if root.kind == "item" else [("subj", 0.5)] if not verb.subject else [("near", 0.5)]
        return found or [("near", 0.4)]

    def _of_dative(self, root: Mention, verb: Verb, marked: Relations) -> Relations:
        """ "147 F-35'e sahip olacak", "S-400'e talip": a thing in the dative is what the verb is said of, where it has no other object."""
        if root.kind != "item" or root.cases != DAT or verb.passive or marked[0][0] != "goal":
            return []
        things = (m for m in self.sentence.mentions if m.kind == "item" and m is not root and self._start(verb) <= m.i < verb.i and m.prep is None and not m.adjectival)
        return [] if any(m.cases & (ACC | NOM) and not m.possessive for m in things) else [("obj", 0.7)]

    def _some_of(self, root: Mention, verb: Verb) -> Relations:
        """ "pilotlardan altısı", "mürettebatından on kişi": some of the people, by the case of what counts them."""
        word = self.sentence.tokens[root.j].word if root.j < verb.i else None
        if root.kind != "people" or root.cases != ABL or word is None or not (word.owned or word.digit or word.pos & NUM):
            return []
        return [("psubj" if verb.passive else "subj" if word.cases & NOM else "obj", 0.9)]

    def _of_owner(self, root: Mention, verb: Verb) -> Relations:
        """A genitive: what a part is taken of ("tankların onu"), the subject of a verbal noun, or the owner of the next noun."""
        if root.kind != "item":
            return [("psubj", 0.6)] if verb.passive else [("gen", 0.6)]
        following = next((m for m in self.sentence.mentions if root.j <= m.i <= root.j + 2 and m.kind == "item" and m is not root), None)
        if following is not None and self.sentence.tokens[following.head].word.owned:
            return [("gen", 0.5)]
        return [("psubj", 0.7)] if verb.passive else [("obj", 0.7), ("subj", 0.6)]

    def _prepositional(self, mention: Mention, at: int) -> Relations:
        relations = self.grammar.prepositions[mention.prep or 0].relations
        far = max(0, abs(mention.prep_at - at) - 10) * 0.02
        return [(r, max(0.2, 1.0 - 0.2 * n - far)) for n, r in enumerate(relations)]

    def to_noun(self, mention: Mention, at: int) -> Relations:
        """Relations of a mention to a noun trigger that ends at token ``at``: what stands before the noun describes it."""
        root = list_head(mention)
        if mention.j > at or at - mention.j > 24:
            return []
        gap, verbs = at - mention.j, [v for v in self.verbs if mention.j <= v.i and v.j <= at]
        if not verbs:
            return self._in_phrase(mention, root, gap)
        own = verbs[-1]
        if own.participle and at - own.j <= 4 and not self._converb(own) and all(v.participle or v.infinitive for v in verbs):
            return [(r, s * 0.85) for r, s in self.to_verb(mention, own) if r != "near"]
        return []

    def _in_phrase(self, mention: Mention, root: Mention, gap: int) -> Relations:
        """Bare nouns and adjectives right before it, owners in the genitive, and what its case or postposition says."""
        bare = mention.cases & NOM and root.prep is None
        if mention.adjectival or (bare and mention.kind != "item" and (mention.possessive or gap <= 1) and gap <= 4):
            return [("mod", 1.0 if gap <= 2 else 0.6)] if gap <= 5 else []
        if root.prep is not None:
            return [("gen" if r == "of" else r, max(0.2, 0.9 - 0.2 * n - 0.03 * gap)) for n, r in enumerate(self.grammar.prepositions[root.prep].relations)]
        if root.cases & GEN:
            return [("gen", max(0.4, 1.0 - 0.05 * gap))]
        if bare and mention.kind == "item":
            return [("compound", 1.0 - 0.1 * gap)] if gap <= 4 else []
        return []
