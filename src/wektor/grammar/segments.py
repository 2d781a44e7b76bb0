"""Segments: the clauses of a sentence, where each begins, and which verb each holds."""

from wektor.grammar.saying import said_clause
from wektor.grammar.verbs import Verb
from wektor.lexicon.packs import GrammarPack
from wektor.mentions.mention import Mention, list_head
from wektor.mentions.sentence import Sentence
from wektor.text.words import FIRST

_TOPIC = 8  # words between a noun such as "agreement" and what it is about


class Segments:
    """A sentence's verbs with their clauses."""

    def __init__(self, sentence: Sentence, verbs: list[Verb], grammar: GrammarPack) -> None:
        self.sentence, self.verbs, self.grammar, self.cased = sentence, verbs, grammar, grammar.cases
        self.starts: list[int] = []
        self.clause_of: list[int] = [0] * len(sentence.tokens)
        self.clause_verb: dict[int, Verb] = {}
        self._said: set[int] = set()  # where clauses begin that tell what is said, with no word that opens them
        self._segment()

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
        self._lay(bounds)

    def _lay(self, bounds: list[int]) -> None:
        """Give every token the number of its clause; ``bounds`` are the tokens with which clauses begin."""
        self.starts, clause = bounds, 0
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
        return self._passing_names(k, _TOPIC), k

    def _passing_names(self, k: int, words: int) -> int:
        """The token so many words before ``k``; names, and the marks and joints of lists beside them, count for nothing."""
        tokens, cover = self.sentence.tokens, self.sentence.cover
        while k > 0 and words > 0:
            k -= 1
            words -= cover[k] is None and not (tokens[k].word.text == "," or self.sentence.has(k, "and"))
        return k

    def clause_end(self, clause: int) -> int:
        """Token number after the clause."""
        return self.starts[clause + 1] if clause + 1 < len(self.starts) else len(self.sentence.tokens)

    def speaks(self, verb: Verb) -> bool:
        """Whether the verb's form says that its subject is who speaks, or that of the verb on which it hangs: "kupiliśmy", "imzaladığımız", "vermeyi öneriyoruz"."""
        word = self.sentence.tokens[verb.head].word
        if word.form & FIRST:
            return True
        return verb.infinitive and verb.governor is not None and not word.owned and self.speaks(verb.governor)

    def _group(self, mention: Mention) -> list[Mention]:
        """The mention with what it is coordinated with."""
        first = list_head(mention)
        found, last = [first], first
        for other in self.sentence.mentions:
            if other.coord is last:
                found.append(other)
                last = other
        return found
