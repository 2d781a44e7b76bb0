"""Who stands in which relation to a verb or noun: subject, object, genitive, prepositional phrase."""


from wektor.grammar.clauses import Verb
from wektor.grammar.gapping import remnant_subject
from wektor.grammar.negation import told_of_none
from wektor.grammar.pronouns import resume
from wektor.grammar.saying import said_clause
from wektor.grammar.voices import quoted, said_by
from wektor.lexicon.packs import GrammarPack
from wektor.mentions.mention import Mention, list_head
from wektor.mentions.sentence import Sentence
from wektor.text.words import ACC, ADJ, CASES, DAT, FIRST, GEN, INS, NOM

Relations = list[tuple[str, float]]


class Parse:
    """A sentence's verbs with their clauses, and the relation of any mention to any trigger."""

    def __init__(self, sentence: Sentence, verbs: list[Verb], grammar: GrammarPack) -> None:
        self.sentence, self.verbs, self.grammar, self.cased = sentence, verbs, grammar, grammar.cases
        self.instruments: frozenset[str] = frozenset()
        self.starts: list[int] = []
        self.clause_of: list[int] = [0] * len(sentence.tokens)
        self.clause_verb: dict[int, Verb] = {}
        self.opener: dict[int, int] = {}
        self._said: set[int] = set()  # where clauses begin that tell what is said, with no word that opens them
        self.quoted = quoted(sentence)
        self.sayer = said_by(sentence)  # of the quotation that the sentence holds
        self.silent = self.sayer is not None and not any(m.actor and m.i in self.quoted for m in sentence.mentions)  # the quotation names nobody
        self._hung: set[int] = set()  # verbs whose subject a clause between commas parts from them
        self._segment()
        heads = {verb.head for verb in verbs}
        for verb in verbs:
            self._find_subject(verb)
            verb.negated = verb.negated or told_of_none(sentence, verb, heads, self.clause_of)
        resume(sentence, verbs, self.starts)

    # clauses ------------------------------------------------------------------------------------------------
    def _segment(self) -> None:
        bounds = [0]
        previous: Verb | None = None
        for verb in self.verbs:
            if previous is None:
                verb.clause = self._first_bound(verb, bounds)
            elif verb.model is None and (verb.governor is previous or (verb.governor is not None and verb.infinitive)):
                verb.clause = verb.governor.clause if verb.governor else previous.clause
                previous = verb
                continue
            elif self._attributive(previous.j, verb):
                verb.clause = previous.clause
                previous = verb
                continue
            else:
                bounds.append(self._boundary(previous.j, verb))
                verb.clause = len(bounds) - 1
            self.clause_verb.setdefault(verb.clause, verb)
            previous = verb
        self.starts = bounds
        clause = 0
        for k in range(len(self.clause_of)):
            while clause + 1 < len(bounds) and k >= bounds[clause + 1]:
                clause += 1
            self.clause_of[k] = clause

    def _attributive(self, lo: int, verb: Verb) -> bool:
        """ "got modernised tanks": a participle right before its noun parts nothing from the clause."""
        if not self.cased or not verb.participle or verb.j >= len(self.sentence.tokens):
            return False
        own, cover = self.sentence.tokens[verb.head].word.cases, self.sentence.cover[verb.j]
        if not own or cover is None or cover.adjectival or cover.i != verb.j or not self.sentence.tokens[cover.head].word.cases & own:
            return False
        between = [t.word for t in self.sentence.tokens[lo : verb.i]]
        return not any(w.text in ",;:–—()" or w.tags & {"and", "but", "subord", "relative"} for w in between)

    def _first_bound(self, verb: Verb, bounds: list[int]) -> int:
        for k in range(verb.i - 1, 0, -1):
            if self.sentence.tokens[k].word.tags & {"relative"} and not self._demonstrative(k):
                bounds.append(k)
                self.clause_verb.setdefault(1, verb)
                return 1
            if self.sentence.tokens[k].word.text == ";":  # what stands before has no verb: "Peru: ten tanks; the first arrives in May"
                bounds.append(k)
                return 1
        return 0

    def _demonstrative(self, k: int) -> bool:
        """ "that" before a noun is no relative pronoun."""
        tokens = self.sentence.tokens
        if self.cased or not tokens[k].word.tags & {"anaphoric", "det"} or k + 1 >= len(tokens):
            return False
        if k and tokens[k - 1].word.preps:
            return tokens[k].word.lower == "that"
        following = tokens[k + 1].word
        if following.cap or following.tags & {"be", "have", "modal", "future", "det", "their", "pron", "verb", "not", "adverb"}:
            return False
        end = next((m for m in range(k + 1, len(tokens)) if tokens[m].word.text in ",.;:"), len(tokens))
        return not any(k < v.i < end and not v.infinitive for v in self.verbs)

    def _boundary(self, lo: int, verb: Verb) -> int:
        tokens = self.sentence.tokens
        if verb.participle:
            return verb.i
        if verb.model is not None:
            return max(lo, verb.opens)
        weak = None
        for k in range(verb.i - 1, lo - 1, -1):
            word = tokens[k].word
            if word.tags & {"relative", "subord"} and k not in self.sentence.blocked and not self._demonstrative(k):
                return k - 1 if k > lo and tokens[k - 1].word.preps else k
            if word.text in ";:–—" or "but" in word.tags:
                return k
            if weak is None and (word.text == "," or "and" in word.tags) and not self._inside_list(k):
                weak = k
        if weak is None and not self.cased and (said := said_clause(self.sentence, self.verbs, lo, verb)) is not None:
            self._said.add(said)
            return said
        return weak if weak is not None else verb.i

    def _inside_list(self, k: int) -> bool:
        following = next((m for m in self.sentence.mentions if m.i > k), None)
        return following is not None and following.coord is not None and following.coord.j <= k

    def governs(self, k: int, clause: int, at: int) -> bool:
        """Whether the word at ``k`` stands in the clause that the clause of token ``at`` depends on, or right before it, a date apart ("denied on Wednesday having sold")."""
        if self.clause_of[k] != clause - 1 or k >= at:
            return False
        start = self.starts[clause]
        if all(m in self.sentence.blocked or self.sentence.closed(m) for m in range(k + 1, start)):
            return True
        return any(self.sentence.has(m, "subord") or self.sentence.has(m, "relative") for m in range(start, start + 3))

    def resumed(self, clause: int) -> Verb | None:
        """The verb with which a clause goes on behind what parts it from its subject: "the contract, which X signed, is cancelled"."""
        if self.sentence.head_final or any(v.clause == clause and not self._describes(v) and not self._says_which(v) for v in self.verbs):
            return None
        after = [v for v in self.verbs if v.clause > clause and not (v.infinitive and v.governor is not None)]
        verb = next((v for v in after if not (v.participle or v.relative)), None)
        described = verb is not None and (any(v.clause == clause for v in self.verbs) or after[0] is not verb)
        return verb if verb is not None and described and self._goes_on(self.starts[verb.clause], verb) else None

    def _describes(self, verb: Verb) -> bool:
        """Whether a participle describes what stands before: between commas, or, where nouns bear no case, right behind its noun."""
        if not verb.participle or verb.i == 0:
            return False
        return self.sentence.tokens[verb.i - 1].word.text == "," or (not self.cased and verb.passive and verb.governor is None)

    def _says_which(self, verb: Verb) -> bool:
        """Whether an infinitive says of what the noun is that opens a clause: "a plan to buy tanks fell through"."""
        return not self.cased and verb.infinitive and verb.governor is None and not verb.subject

    def _goes_on(self, start: int, verb: Verb) -> bool:
        """Whether a clause that begins with a comma, or where nouns bear no case with its verb, opens nothing new."""
        words = [t.word for t in self.sentence.tokens[start : start + 2]]
        opens = words[0].text == "," or (not self.cased and start == verb.i and not verb.subject)
        return verb.model is None and opens and not any(w.tags & {"and", "but", "subord", "relative"} for w in words)

    def topic_of(self, i: int) -> tuple[int, int] | None:
        """Where to look for what token ``i`` is the topic of: ``(last, first)`` token of a noun such as "agreement" before it."""
        tokens, k = self.sentence.tokens, i - 1
        while k >= 0 and i - k <= 4 and not tokens[k].word.preps:
            if tokens[k].word.text in ",;:":
                return None
            k -= 1
        if k < 0 or not tokens[k].word.preps:
            return None
        return max(0, k - 8), k

    def clause_end(self, clause: int) -> int:
        """Token number after the clause."""
        return self.starts[clause + 1] if clause + 1 < len(self.starts) else len(self.sentence.tokens)

    def speaks(self, verb: Verb) -> bool:
        """Whether the verb's form says that its subject is who speaks, or that of the verb on which it hangs: "kupiliśmy", "imzaladığımız", "vermeyi öneriyoruz"."""
        word = self.sentence.tokens[verb.head].word
        if word.form & FIRST:
            return True
        return verb.infinitive and verb.governor is not None and not word.owned and self.speaks(verb.governor)

    # subjects -----------------------------------------------------------------------------------------------
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

    # relative clauses ---------------------------------------------------------------------------------------
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

    def _controlled(self, verb: Verb) -> list[Mention]:
        assert verb.governor is not None
        between = [m for m in self.sentence.mentions if verb.governor.j <= m.i < verb.i and m.actor and m.prep is None]
        if between and verb.infinitive and not verb.governor.passive and not self.cased:
            return self._group(between[-1])
        return verb.governor.subject

    def _before(self, verb: Verb, start: int) -> list[Mention]:
        for mention in reversed(self.sentence.mentions):
            if start <= mention.i and mention.j <= verb.i and mention.prep is None:
                if mention.adjectival or mention.possessive:
                    continue
                return self._group(mention)
        return []

    def _group(self, mention: Mention) -> list[Mention]:
        """The mention with what it is coordinated with."""
        first = list_head(mention)
        found, last = [first], first
        for other in self.sentence.mentions:
            if other.coord is last:
                found.append(other)
                last = other
        return found

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

    # relations ----------------------------------------------------------------------------------------------
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

    def _prepositions(self, preposition: int, where: int, at: int) -> Relations:
        far = max(0, abs(where - at) - 8) * 0.03
        return [(r, max(0.2, 1.0 - 0.25 * n - far)) for n, r in enumerate(self.grammar.prepositions[preposition].relations)]

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
            elif not self.cased and mention.j in (at, at - 1) and mention.prep is None:
                found.append(("compound" if mention.kind == "item" else "mod", 0.9))
        return found
