"""Triggers: the words of a sentence that open a frame, with the verb they lean on."""

from itertools import takewhile

from wektor.grammar.negation import is_nobodys
from wektor.grammar.relations import Parse
from wektor.grammar.verbs import Verb
from wektor.lexicon.packs import Frame
from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence
from wektor.model import core_roles
from wektor.text.vocabulary import Match
from wektor.text.words import ACC, ADJ, ADVP, GEN, GER, NOM, NOUN, OBJP

HOLDER = "holder"  # what frames of clauses without a verb need: "у армии сорок танков"


class Trigger:
    """A frame opened at tokens ``[i, j)``: by a verb group, a noun (with its support verb) or a fixed phrase."""

    __slots__ = ("frame", "i", "j", "pos", "verb")

    def __init__(self, frame: Frame, i: int, j: int, pos: str, verb: Verb | None) -> None:
        self.frame, self.i, self.j, self.pos, self.verb = frame, i, j, pos, verb

    def clause(self, parse: Parse) -> int:
        """The clause that it belongs to: where heads stand last, that of the participle which tells what became of a noun."""
        if self.verb is not None and parse.sentence.head_final and self.verb.j <= self.i:
            return self.verb.clause
        return parse.clause_of[self.i]

    def lemma(self, parse: Parse) -> str:
        """The base form of its first word."""
        word = parse.sentence.tokens[self.i].word
        keys: tuple[str, ...] = (self.pos == "verb" and word.verb_keys) or word.base or word.keys
        return keys[-1]

    def __repr__(self) -> str:
        return f"<{self.frame.id} {self.pos} {self.i}:{self.j} {self.verb}>"


def find_triggers(parse: Parse, frames: dict[str, Frame]) -> list[Trigger]:
    """Every frame that the sentence opens. A word inside a mention opens none, but for a verbal noun's own phrase."""
    sentence, found = parse.sentence, []
    heads = {v.head: v for v in parse.verbs}
    told = [*sentence.matches.idioms, *(m for m in sentence.matches.cues if m.entry.id == "reported" and m.j - m.i > 1)]
    for match in sentence.matches.frames:
        if any(m.i <= match.i and match.j <= m.j and (match.j - match.i == 1 or m.j - m.i > match.j - match.i) for m in told):
            continue  # "как передаёт агентство": words are passed on, not arms; "принять участие" receives nothing
        frame, pos = frames[match.entry.id], match.entry.name
        at = match.i if parse.cased and not sentence.head_final else match.j - 1
        cover = sentence.cover[at]
        if pos == "verb" and not parse.cased and cover is not None and cover.kind == "people" and match.i < cover.i:
            cover = None  # "sends cadets": they are named and take part
        if pos != "phrase" and cover is not None and not _names_itself(cover, match.i, match.j, frame) and not _is_said(parse, cover):
            continue
        if pos == "verb":
            at = match.j - 1 if sentence.head_final else match.i
            verb = heads.get(at) or _auxiliary_first(parse, match, heads)
            if verb is not None and match.j - match.i == 1 and (_reports(parse, verb) or _intends(parse, verb, frame) or _supports(parse, verb, frame)):
                continue
            if verb is not None:
                found.append(Trigger(frame, match.i, match.j, pos, verb))
            elif sentence.tokens[match.i].word.form & 128 and verb is None:  # verbal noun
                found.append(Trigger(frame, match.i, match.j, "noun", _support(parse, match.i, match.j)))
        elif pos == "noun":
            deed = match.j - 1 in heads and (sentence.head_final or match.j - match.i == 1)  # "satın aldığı" is no "satın alma"
            if not deed and not _modifier(parse, match.j):
                found.append(Trigger(frame, match.i, match.j, pos, _support(parse, match.i, match.j)))
        else:
            found.append(Trigger(frame, match.i, match.j, pos, None if HOLDER in frame.needs else _support(parse, match.i, match.j)))
    found = _longest(_split(parse, frames, _carried(parse, found)), parse.sentence.head_final)
    found = [t for t in found if not _counts(parse, t, found) and not (t.verb is not None and is_nobodys(sentence, t.verb, heads.keys(), parse.clause_of))]
    return found + _repeated(parse, found)


def _counts(parse: Parse, trigger: Trigger, found: list[Trigger]) -> bool:
    """Whether a noun only counts what a verb of its kind tells of: "the last batch has arrived"."""
    if trigger.pos != "noun" or trigger.j - trigger.i > 1 or not parse.sentence.has(trigger.i, "counting"):
        return False
    told = [t for t in found if t.pos == "verb" and t.frame.kind == trigger.frame.kind and t.verb is not None and not t.verb.participle]
    clause = parse.clause_of[trigger.i]
    between = {v for v in parse.verbs if clause <= v.clause and v.i > trigger.i and not v.participle}
    first = min(between, key=lambda v: v.i, default=None)  # past what describes the batch: "the last batch of jets built in Poland has arrived"
    return any(parse.clause_of[t.i] == clause or t.verb is first for t in told)


def _repeated(parse: Parse, found: list[Trigger]) -> list[Trigger]:
    """What a dash tells that stands for a verb, or a clause that leaves its verb out: all that the verb tells."""
    gaps = [(v, (v.i, v.j) if v.i < v.j else (v.opens, v.opens + 1)) for v in parse.verbs if v.model is not None]
    return [Trigger(t.frame, i, j, "verb", v) for v, (i, j) in gaps for t in found if t.pos == "verb" and t.verb is v.model]


def _carried(parse: Parse, found: list[Trigger]) -> list[Trigger]:
    """A verb that only carries the noun of a longer phrase opens nothing by itself: "złożyć podpis" assembles nothing."""
    if not parse.cased or parse.sentence.head_final:
        return found
    tokens = parse.sentence.tokens
    phrases = [t for t in found if t.pos == "verb" and t.j - t.i > 1 and tokens[t.j - 1].word.nom_cases and not tokens[t.j - 1].word.preps]
    return [t for t in found if t.pos != "verb" or t.j - t.i > 1 or not any(p.i == t.i for p in phrases)]


def _reports(parse: Parse, verb: Verb) -> bool:
    """Whether a verb that may pass on words or things passes on words: ", передаёт X", "… aktarıldı"."""
    sentence = parse.sentence
    if not sentence.has(verb.head, "cue:reported") or (parse.cased and verb.participle):
        return False  # "the aircraft, handed over in May": what was done to a thing passes on no words
    if parse.cased and not sentence.head_final and _tells_that(sentence, verb):
        return True
    before = verb.i - 1
    while before >= 0 and (sentence.tokens[before].word.text in _QUOTES or (sentence.head_final and sentence.has(before, "adverb"))):
        before -= 1
    if before < 0:
        return False
    word = sentence.tokens[before].word
    if sentence.head_final:
        quoted = "quotative" in word.tags or (before < verb.i - 1 and sentence.tokens[verb.i - 1].word.text in _QUOTES)
        return quoted or bool(word.form & OBJP and not word.form & ADVP)
    after = (k for k in range(verb.j, len(sentence.tokens)))
    things = any((m := sentence.cover[k]) is not None and m.kind == "item" for k in takewhile(lambda k: sentence.tokens[k].word.text not in ",;", after))
    return word.text in ",–—-" and not things and not any(v.clause == verb.clause and v is not verb for v in parse.verbs)


def _tells_that(sentence: Sentence, verb: Verb) -> bool:
    """ "przekazał też, że …": a clause is passed on, and no thing."""
    for k in range(verb.j, min(verb.j + _WORDS, len(sentence.tokens) - 1)):
        cover = sentence.cover[k]
        if cover is not None and cover.kind == "item":
            return False
        if sentence.tokens[k].word.text == ",":
            return sentence.has(k + 1, "that")
    return False


def _intends(parse: Parse, verb: Verb, frame: Frame) -> bool:
    """ "собирается закупить": a verb of intent before an infinitive assembles nothing."""
    if frame.kind not in ("production", "delivery", "operation") or not parse.sentence.has(verb.head, "cue:planned"):
        return False
    return any(v.governor is verb and v.infinitive for v in parse.verbs)


def _supports(parse: Parse, verb: Verb, frame: Frame) -> bool:
    """ "обеспечить локализацию", "kuruluma başladı": a vague verb before a noun that opens a frame only carries it."""
    sentence = parse.sentence
    if frame.weight >= 0 or frame.kind not in ("delivery", "order", "aid") or not parse.cased:
        return False
    if sentence.head_final:
        return _opens(sentence, verb.i - 1, ACC)
    for k in range(verb.j, min(verb.j + 4, len(sentence.tokens))):
        word = sentence.tokens[k].word
        if word.nom_cases or not word.pos & ADJ or sentence.cover[k] is not None:
            return _opens(sentence, k, ACC)
    return False


def _opens(sentence: Sentence, k: int, case: int) -> bool:
    """Whether the word at ``k`` is a noun in the case that opens a frame, and no measure of things ("a batch of")."""
    if not 0 <= k < len(sentence.tokens) or sentence.cover[k] is not None:
        return False
    word = sentence.tokens[k].word
    return "frame" in word.tags and "counting" not in word.tags and bool(word.nom_cases & case) and not word.form & ~(GER if sentence.head_final and word.pos & NOUN else 0)


_WORDS = 8  # between a verb of saying and what it says
_OWN = 3  # words between a participle and its noun
_QUOTES = frozenset("\"”’»“")
_GAP = 8
_FRONTED = 12  # tokens between what is put first and its verb
_COMPLEMENT = 3  # tokens between a form of "be" and what somebody is
_NOMINAL = frozenset({"domain", "facility", "frame", "class", "actor"})


def _split(parse: Parse, frames: dict[str, Frame], found: list[Trigger]) -> list[Trigger]:
    """Phrases whose rest stands apart from the first word ("приняла корабль на вооружение", "контракт с X на поставку"):
    they outdo what their parts open."""
    apart: list[Trigger] = []
    for match in parse.sentence.matches.tails:
        if _governed(parse, match.i) or _determined(parse, match):
            continue
        if match.entry.id == "idiom":
            idle = _verb_head(parse, match)
            found = [t for t in found if idle not in (t.i, t.j - 1) or t.j - t.i > 1 or t in apart]
            continue
        frame, pos = frames[match.entry.id], match.entry.cls or "verb"
        turned = any(match.i <= t.i < match.j and t.pos == "noun" and t.frame.valency != frame.valency for t in found)
        head = _verb_head(parse, match, turned) if pos == "verb" else _noun_head(parse, match)
        parts = [t for t in found if head in (t.i, t.j - 1) or (match.i <= t.i and t.j <= match.j and t.pos != "verb")]
        if head is None or any(t.j - t.i > 1 and head in (t.i, t.j - 1) for t in parts):
            continue
        verb = next((v for v in parse.verbs if v.head == head), None) if pos == "verb" else _support(parse, head, head + 1)
        apart.append(Trigger(frame, head, head + 1, pos, verb))
        bare = all(parse.sentence.tokens[k].word.preps for k in range(match.i, match.j))  # "trafić na" may be to a course, or a country
        found = [*(t for t in found if t not in parts or t in apart or (bare and t.frame.kind != frame.kind)), apart[-1]]
    return found


def _governed(parse: Parse, i: int) -> bool:
    """Whether a preposition governs the word: "за словами міністра, передасть" passes on no words, and is the rest of no verb's phrase."""
    if not parse.cased or parse.sentence.head_final or not i:
        return False
    word, before = parse.sentence.tokens[i].word, parse.sentence.tokens[i - 1].word
    return not word.preps and bool(before.preps) and not before.nom_cases and parse.sentence.cover[i - 1] is None


def _determined(parse: Parse, match: Match) -> bool:
    """ "come in two lots, the first in May": a lone word under an article is a noun phrase of its own, and the rest of no verb's."""
    return not parse.cased and match.j - match.i == 1 and match.i > 0 and parse.sentence.has(match.i - 1, "det")


def _verb_head(parse: Parse, match: Match, turned: bool = False) -> int | None:
    """The verb of the clause to which the words belong: before them, and in languages of free order also, where heads stand last only, behind."""
    clause, head, form = parse.clause_of[match.i], match.entry.name, match.entry.source
    if form is not None and parse.sentence.tokens[match.j - 1].word.lower != form:
        return None  # "C-130'ların yerine uçak aldı" is no "yer aldı"
    if _under_preposition(parse, match.i):
        return None  # "began to choose a firm for production" is no "began production"
    near = [v.head for v in parse.verbs if v.clause == clause and head in parse.sentence.tokens[v.head].word.keys and not _acts(v, match)]
    near = [k for k in near if not match.entry.weak or parse.sentence.has(k + 1, "self") or parse.sentence.has(k - 1, "self")]
    before = [k for k in near if match.i - k > 1 and _apart(parse.sentence, k, match.i) <= _GAP and not parse.sentence.head_final]
    reach = _FRONTED if _opens_clause(parse, match, turned) else _GAP // 2
    after = [k for k in near if parse.cased and 0 <= k - match.j <= reach]
    return before[-1] if before else after[0] if after else None


def _apart(sentence: Sentence, lo: int, hi: int) -> int:
    """How far the token ``hi`` stands behind ``lo``: names and dates between count as one word each."""
    held = [id(sentence.cover[k]) if sentence.cover[k] is not None else -1 if k in sentence.blocked else k for k in range(lo, hi)]
    return sum(1 for k, one in enumerate(held) if not k or one != held[k - 1])


def _acts(verb: Verb, match: Match) -> bool:
    """Whether the words name who acts: "a yard has built a ship" founds no yard."""
    return not verb.passive and any(m.actor and m.i <= match.i < m.j for m in verb.subject)


def _opens_clause(parse: Parse, match: Match, turned: bool) -> bool:
    """ "От закупки беспилотников страна отказалась": what the verb governs is put first, and the verb may stand far behind; so may an object, where
    the verb has turned what it tells by itself: "Контракт на радары выиграла верфь"."""
    if parse.sentence.head_final:
        return False
    tokens, k = parse.sentence.tokens, match.i
    first = tokens[k].word
    while k and not first.preps and tokens[k - 1].word.pos & ADJ and tokens[k - 1].word.cases & first.nom_cases & ACC:
        k -= 1
    opens = k == 0 or parse.clause_of[k - 1] != parse.clause_of[k]
    return opens and (bool(first.preps) or (turned and bool(first.nom_cases & ACC)))


def _under_preposition(parse: Parse, i: int) -> bool:
    """Whether the words that begin at ``i`` hang on a preposition that is none of theirs."""
    tokens = parse.sentence.tokens
    return parse.cased and not parse.sentence.head_final and i > 0 and bool(tokens[i - 1].word.preps) and not tokens[i].word.preps


def _noun_head(parse: Parse, match: Match) -> int | None:
    """The noun before the words, in languages with case, with no verb between."""
    sentence, clause = parse.sentence, parse.clause_of[match.i]
    if sentence.head_final:
        return None
    first = sentence.tokens[match.i].word
    if first.nom_cases and not first.nom_cases & GEN:
        return None  # a noun that hangs on another without a preposition stands in the genitive
    before = sentence.tokens[match.i - 1].word if match.i else first
    if not first.preps and before.common and before.nom_cases & GEN and not (before.pos & ADJ or before.preps or sentence.cover[match.i - 1]):
        return None  # "plans to widen cooperation" are no "plan of cooperation"
    for k in range(match.i - 2, max(-1, match.i - _GAP), -1):
        word = sentence.tokens[k].word
        if not parse.cased or parse.clause_of[k] != clause or any(v.i <= k < v.j for v in parse.verbs) or word.text in ",;:":
            return None
        if match.entry.name in word.keys and word.nom_cases and sentence.cover[k] is None:
            return k
    return None


def _names_itself(cover: Mention, i: int, j: int, frame: Frame) -> bool:
    """A plain thing that opens a frame of its own: "know-how", "documentation" where a transfer is told."""
    return cover.kind == "item" and not cover.designated and i <= cover.i and cover.j <= j and "item" not in core_roles(frame.kind)


def _is_said(parse: Parse, cover: Mention) -> bool:
    """What somebody is said to be: "the yard was the builder"."""
    if parse.cased or cover.kind != "firm" or cover.id:
        return False
    clause = parse.clause_of[cover.i]
    return any(v.clause == clause and "be" in parse.sentence.tokens[v.head].word.tags and 0 <= cover.i - v.j <= _COMPLEMENT for v in parse.verbs)


def _modifier(parse: Parse, j: int) -> bool:
    """Where nouns stand before nouns: a trigger right before another noun only describes it ("training kits")."""
    if parse.cased or j >= len(parse.sentence.tokens):
        return False
    cover, word = parse.sentence.cover[j], parse.sentence.tokens[j].word
    if cover is not None:
        return cover.kind == "item" and not cover.designated
    return word.text.isalpha() and word.text.islower() and not word.tags - _NOMINAL and not word.form & 16


def _auxiliary_first(parse: Parse, match: Match, heads: dict[int, Verb]) -> Verb | None:
    """ "be trained", "be awarded": the phrase begins with the auxiliary of the group whose head it holds."""
    if parse.cased or "be" not in parse.sentence.tokens[match.i].word.tags:
        return None
    return next((v for k in range(match.i + 1, match.j) if (v := heads.get(k)) is not None and v.i <= match.i), None)


def _support(parse: Parse, i: int, j: int) -> Verb | None:
    """The verb of the noun's clause, nearest first; where heads stand last, the participle that tells what became of a
    noun which the clause only leans on ("imzaladığı anlaşma uyarınca")."""
    if parse.sentence.head_final and (participle := _described(parse, i, j)) is not None:
        return participle
    clause = parse.clause_of[i]
    if (resumed := parse.resumed(clause)) is not None:
        return resumed
    own = [v for v in parse.verbs if v.clause == clause]
    if not own:
        return None
    return min(own, key=lambda v: (parse.cased and v.participle and v is not parse.clause_verb.get(clause), abs(v.head - i), v.i))


def _described(parse: Parse, i: int, j: int) -> Verb | None:
    tokens = parse.sentence.tokens
    word, following = tokens[j - 1].word, tokens[j].word if j < len(tokens) else None
    if word.cases & (NOM | ACC | GEN) and not (following is not None and following.preps):
        return None
    return next((v for v in parse.verbs if v.participle and (v.passive or v.object_relative) and 0 <= i - v.j <= _OWN), None)


def _longest(triggers: list[Trigger], head_final: bool) -> list[Trigger]:
    """Of triggers that overlap with different lengths, only the longer, where they tell one kind, or the shorter is the vague verb that ends a phrase ("teslim almak"); other kinds are weighed later."""
    triggers = list({(t.frame.id, t.i, t.j): t for t in reversed(triggers)}.values())[::-1]
    return [t for t in triggers if not any(
        (o.frame.kind == t.frame.kind or (head_final and t.frame.weight < 0 <= o.frame.weight)) and o.i <= t.i and t.j <= o.j and (o.j - o.i) > (t.j - t.i) for o in triggers)]  # fmt: skip
