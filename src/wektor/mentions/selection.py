"""Which phrases become mentions: longest first, then by kind; no two overlap."""

from wektor.mentions.events import beside_drill, name_drill
from wektor.mentions.mention import Mention
from wektor.mentions.quotation import OPENING_NAMES
from wektor.mentions.rivals import rivals
from wektor.mentions.sentence import Sentence
from wektor.text.vocabulary import Match
from wektor.text.words import ADJ, ADV, FIN, GEN, INF, NOUN, PAST, PPAS, VERB, Word

_RANK = {"drill": -1, "org": 0, "equipment": 1, "state": 2, "capital": 3, "adjective": 4, "people": 5, "actor": 6, "class": 7,
         "place": 9}  # fmt: skip

_STATES = frozenset({"state", "adjective", "capital"})
_POINTERS = frozenset({"pron", "anaphoric"})
_PLURAL = 2  # of a word's numbers
_NOUNS = frozenset({"tail", "war", "press", "domain"})  # tags of plain nouns


def select(sentence: Sentence) -> None:
    """Make mentions of the best non-overlapping matches."""
    _free_forces(sentence)
    phrases = [m for m in (*sentence.matches.frames, *sentence.matches.preps) if m.j - m.i > 1]
    wanted = [m for m in sentence.matches.named if m.entry.kind in _RANK and _fits(sentence, m) and not _inside(sentence, m, phrases)]
    if sentence.matches.idioms:
        wanted = [m for m in wanted if not any(x.i <= m.i and m.j <= x.j for x in sentence.matches.idioms)]
    wanted.sort(key=lambda m: (m.i - m.j, _commonly(sentence, m), (m.entry.weak and m.entry.kind != "drill") or m.entry.kind == "place", _rank(m), m.i, not _of_class_beside(sentence, m)))
    for match in wanted:
        if not any(sentence.cover[k] for k in range(match.i, match.j)) and not rivals(wanted, match):
            sentence.add(_mention(sentence, match))
    _pronouns(sentence)
    sentence.mentions.sort(key=lambda m: m.i)


def _free_forces(sentence: Sentence) -> None:
    """ "Şili donanmasına katıldı": a force whose state stands before it is somebody; the verb's phrase goes on behind it."""
    owners = {m.j for m in sentence.matches.named if m.entry.kind in _STATES}
    forces = {k: m.j for m in sentence.matches.named if m.entry.kind == "actor" and m.entry.id == "force" and m.i in owners for k in range(m.i, m.j)}
    if forces:
        frames = sentence.matches.frames
        frames[:] = [m._replace(i=forces[m.i]) if m.entry.name == "verb" and m.i in forces and forces[m.i] < m.j else m for m in frames]


def _rank(match: Match) -> int:
    """Kinds in order; a word that may be people or a thing ("technika") is the thing."""
    return 8 if match.entry.kind == "actor" and match.entry.id == "people" else _RANK[match.entry.kind]


def _of_class_beside(sentence: Sentence, match: Match) -> bool:
    """Of families that bear one name, that which the class word before it means: "истребителей «Тайфун»" are no armoured cars."""
    if match.entry.kind != "equipment":
        return False
    end = match.i - 1 if match.i and sentence.tokens[match.i - 1].word.text in OPENING_NAMES else match.i
    return any(m.entry.kind == "class" and m.j == end and m.entry.cls == match.entry.cls for m in sentence.matches.named)


def _commonly(sentence: Sentence, match: Match) -> bool:
    """Whether a word with a capital inside the sentence is read as a common noun: "w Łodzi" is the city, no boat."""
    word = sentence.tokens[match.i].word
    return match.i > 0 and match.entry.form == "any" and word.cap and not word.upper and bool(word.cases)


def _lone(sentence: Sentence, j: int) -> bool:
    """Whether a demonstrative stands alone ("two of these")."""
    if j >= len(sentence.tokens):
        return True
    word = sentence.tokens[j].word
    return not word.text[0].isalnum() or bool(word.preps or word.tags & {"be", "have", "modal", "future", "and"})


def _inside(sentence: Sentence, match: Match, phrases: list[Match]) -> bool:
    """A class word within a longer trigger ("arms embargo") or preposition ("во главе с") is no mention of its own; the object that ends a verb's phrase is ("supply the radar")."""
    return match.entry.kind in ("class", "actor") and any(
        p.i <= match.i and match.j <= p.j and p.j - p.i > match.j - match.i and not _object_of(sentence, p, match) for p in phrases
    )


def _object_of(sentence: Sentence, phrase: Match, match: Match) -> bool:
    if match.entry.cls == "arms" and sentence.tokens[match.i].word.nom_cases and not sentence.head_final and sentence.tokens[match.i - 1].word.preps:
        return False  # "take out of service", where service is called arms: "снять с вооружения"
    return match.j == phrase.j > phrase.i + 2 and match.entry.kind == "class" and phrase.entry.kind == "frame" and phrase.entry.name == "verb"


def _of_owner(sentence: Sentence, match: Match) -> bool:
    """ "BMC'nin Altay tankı": a maker in the genitive is no part of the type's name."""
    return sentence.head_final and any(t.word.bare < len(t.word.text) and t.word.cases == GEN for t in sentence.tokens[match.i : match.j - 1])


def _named(sentence: Sentence, match: Match) -> bool:
    """A firm's common noun with a capital beside another capital is part of a name ("Zakłady Ciężkie")."""
    words = [sentence.tokens[k].word for k in (match.i - 1, match.j) if 0 <= k < len(sentence.tokens)]
    return match.i > 0 and sentence.tokens[match.i].word.cap and any(w.cap and not w.upper for w in words)


def _fits(sentence: Sentence, match: Match) -> bool:
    """Weak names need a capital that the sentence's start does not explain, or a neighbour that says what they are."""
    entry = match.entry
    if entry.kind == "drill" and entry.weak:
        return beside_drill(sentence, match.i, match.j)
    if entry.kind == "equipment" and (sentence.dated(match.i, match.j) or _of_owner(sentence, match)):
        return False
    last = sentence.tokens[match.j - 1].word
    if entry.kind == "org" and match.j - match.i > 1 and sentence.tokens[match.i].word.cap and not last.cap and "class" in last.tags and not last.cases:
        return False  # "Airbus helicopters" are things
    if entry.kind in ("people", "adjective") and _initials(sentence, match):
        return False
    if entry.kind == "state" and match.j < len(sentence.tokens) and sentence.tokens[match.j].word.text == "$":
        return False  # "US$5 million"
    if entry.kind == "state" and match.j - match.i == 1 and sentence.head_final and not sentence.tokens[match.i].word.named:
        return False
    if entry.kind in ("actor", "class") and sentence.head_final and match.j - match.i == 1 and sentence.closed(match.i):
        return False
    if entry.kind == "actor" and ((entry.id == "firm" and _named(sentence, match)) or _describes(sentence, match) or _qualifies(sentence, match) or _titled(sentence, match)):
        return False
    if entry.kind == "class" and match.j - match.i == 1 and _adverb(sentence.tokens[match.i].word):
        return False
    if match.j - match.i == 1 and entry.form == "cap" and _common_opening(sentence, match.i) and not _plural_state(sentence, match):
        return False
    if entry.kind == "equipment" and (_first_name(sentence, match) or _plain_word(sentence, match)):
        return False
    if entry.kind in ("equipment", "place", "capital") and _surname(sentence, match):
        return False
    if entry.kind in ("actor", "class") and _verbal(sentence, match):
        return False
    if entry.kind == "place" or (entry.weak and entry.kind in ("equipment", "org")):
        first = sentence.tokens[match.i].word
        following = sentence.tokens[match.j].word if match.j < len(sentence.tokens) else None
        classed = entry.kind == "equipment" and following is not None and "class" in following.tags
        marked = first.bare < len(first.text)  # an ending behind an apostrophe: "Boxer'ı" opens no sentence as a common word
        return first.upper or first.digit or marked or match.i > 0 or match.j - match.i > 1 or classed or (entry.kind == "org" and not first.common) or (entry.kind == "equipment" and _proper(sentence, first))
    return True


def _initials(sentence: Sentence, match: Match) -> bool:
    """ "spółka TAI": capitals throughout, in a sentence that is not, are initials and no nationality ("Taj", "Tai")."""
    word = sentence.tokens[match.i].word
    return match.j - match.i == 1 and match.entry.form != "exact" and word.upper and len(word.text) > 1 and any(t.word.text.islower() for t in sentence.tokens)


def _adverb(word: Word) -> bool:
    """A cue that is an adverb too is no thing: "stale" grows, and is no steel."""
    return bool(word.pos & ADV) and any(e.kind == "cue" for e in word.meanings)


def _describes(sentence: Sentence, match: Match) -> bool:
    """An adjective that can stand for people ("военный", "zamawiający") describes the noun that follows in its case."""
    if match.j - match.i > 1 or match.j >= len(sentence.tokens) or match.entry.state:
        return False
    word, following = sentence.tokens[match.i].word, sentence.tokens[match.j].word
    return bool(word.pos & ADJ and word.cases & following.nom_cases) and following.text.islower()


_CLOSED = frozenset({"verb", "be", "have", "do", "future", "modal", "not", "and", "but", "adverb", "relative", "subord", "to", "det", "their", "pron"})


def _qualifies(sentence: Sentence, match: Match) -> bool:
    """Where nouns bear no case: a word that is an adjective too ("military") before another noun says what that is of, and is no force."""
    if match.j - match.i > 1 or match.j >= len(sentence.tokens) or "attributive" not in sentence.tokens[match.i].word.tags:
        return False
    following = sentence.tokens[match.j].word
    return following.text.isalpha() and following.text.islower() and not following.preps and not following.tags & _CLOSED and not following.form & PAST


def _titled(sentence: Sentence, match: Match) -> bool:
    """A capitalised common noun alone in quotation marks is a title ("the forum «Army»")."""
    i, j = match.i, match.j
    if i == 0 or j >= len(sentence.tokens) or not sentence.tokens[i].word.cap or sentence.tokens[i].word.upper:
        return False
    return sentence.tokens[i - 1].word.text in "«„“\"" and sentence.tokens[j].word.text in "»”\"“"


def _plain_word(sentence: Sentence, match: Match) -> bool:
    """A designation of capitals alone ("TAM") is no word of the language written small ("Tam")."""
    word, name = sentence.tokens[match.i].word, match.entry.name
    return match.j - match.i == 1 and name.isupper() and name.isalpha() and not word.upper and word.common and not sentence.titled(match.i, match.j)


def _verbal(sentence: Sentence, match: Match) -> bool:
    """ "will ship", "serwisują": a verb, or a word behind an auxiliary that asks for a verb, is no thing, and nobody."""
    word, before = sentence.tokens[match.i].word, sentence.tokens[match.i - 1].word if match.i else None
    if match.j - match.i == 1 and word.verb_keys and word.pos & (NOUN | VERB | ADJ) == VERB and word.form & (FIN | INF):
        return True
    if match.j - match.i > 1 or "verb" not in word.tags or word.cases or before is None or match.j >= len(sentence.tokens):
        return False
    asked = before.tags & {"future", "modal"} or ("to" in before.tags and sentence.tokens[match.j].word.text.isalnum())
    return bool(asked) and not before.cases


def _first_name(sentence: Sentence, match: Match) -> bool:
    """Where the language shows case: a nickname of equipment without quotation marks before an unknown name is a person's."""
    i, j = match.i, match.j
    if j - i > 1 or j >= len(sentence.tokens) or (i and sentence.tokens[i - 1].word.text in "«„“\""):
        return False
    word, following = sentence.tokens[i].word, sentence.tokens[j].word
    bare = word.text.isalpha() and bool(word.cases) and not word.upper
    return bare and following.cap and len(following.text) > 2 and following.text.isalpha() and not following.upper and not following.tags and bool(following.cases)


def _surname(sentence: Sentence, match: Match) -> bool:
    """ "Юрий Борисов": a place or a nickname of equipment right behind a first name in its case is a person's surname."""
    i = match.i
    if match.j - i > 1 or i == 0 or sentence.tokens[i].word.digit or sentence.tokens[i].word.upper:
        return False
    word, first = sentence.tokens[i].word, sentence.tokens[i - 1].word
    proper = first.cap and len(first.text) > 2 and first.text.isalpha() and not first.upper and not first.tags and not first.common
    return proper and bool(first.cases & word.cases)


def _common_opening(sentence: Sentence, i: int) -> bool:
    """A word that opens the sentence bears a capital for that alone, where no reading of it is a name."""
    word = sentence.tokens[i].word
    return not word.named and (i == 0 or sentence.tokens[i - 1].word.text in "–—:•") and not _proper(sentence, word)


def _proper(sentence: Sentence, word: Word) -> bool:
    """Whether the text writes the word with a capital where none is asked for: "Kraby" opens a sentence where "Krab" stands inside another."""
    return any(key.capitalize() in sentence.known for key in word.keys)


def _plural_state(sentence: Sentence, match: Match) -> bool:
    """ "Эмираты", "Штаты": states in the plural, which open a sentence oftener than the common word does."""
    return match.entry.kind == "state" and sentence.tokens[match.i].word.number == _PLURAL


def _pronouns(sentence: Sentence) -> None:
    for i, token in enumerate(sentence.tokens):
        word = token.word
        if word.tags.isdisjoint(_POINTERS) or sentence.cover[i] is not None or "not" in word.tags or _numeral(sentence, i):
            continue
        lone = "anaphoric" in word.tags and word.number != 1 and not word.cases and _lone(sentence, i + 1)
        if ("pron" in word.tags or lone) and not ("their" in word.tags and not _objective(sentence, i)):
            sentence.add(Mention(i, i + 1, "we" if "we" in word.tags else "pron", "", "", None))


def _numeral(sentence: Sentence, i: int) -> bool:
    """ "World War I": a letter behind a name is its number."""
    word, before = sentence.tokens[i].word, sentence.tokens[i - 1].word if i > 1 else None
    return before is not None and len(word.text) == 1 and word.cap and ((before.cap and before.tags <= _NOUNS) or before.text == "(")


def _objective(sentence: Sentence, i: int) -> bool:
    """Whether a word that is both pronoun and possessive ("ich", "их") owns nothing: no noun, adjective or name follows."""
    word = sentence.tokens[i].word
    if "pron" not in word.tags or i + 1 >= len(sentence.tokens):
        return "pron" in word.tags
    following = sentence.tokens[i + 1].word
    closed = following.tags & {"and", "subord", "relative", "not"} or following.preps
    return bool(closed) or (not following.cap and not (following.nom_cases or following.pos & 12) and not following.digit)


def _mention(sentence: Sentence, match: Match) -> Mention:
    entry = match.entry
    if entry.kind == "drill":
        return name_drill(sentence, match.i, match.j)
    kind = {"equipment": "item", "class": "item", "capital": "state", "adjective": "state", "people": "people",
            "org": "org"}.get(entry.kind, entry.kind)  # fmt: skip
    mention = Mention(match.i, match.j, entry.id if kind == "actor" else kind, entry.id, entry.name, entry.state)
    mention.cls, mention.weak = entry.cls, entry.weak
    mention.adjectival = (entry.kind == "adjective" and not _plural_people(sentence, match)) or (kind == "state" and _says_make(sentence, match.j))
    if sentence.head_final and entry.kind in ("adjective", "people"):
        mention.adjectival = sentence.describes(match.j - 1)
        mention.kind = "state" if mention.adjectival else "people"
        return mention
    mention.adjectival |= entry.kind == "org" and _plain_adjective(sentence, match)
    mention.designated = entry.kind == "equipment"
    mention.head = _head(sentence, match.i, match.j)
    if kind == "actor":
        mention.name, mention.id, mention.state, mention.usual = entry.name, "", None, entry.state
        if mention.kind in ("people", "firm"):
            mention.name, mention.cls = "", entry.name or None
    if entry.kind == "people" and not sentence.tokens[match.i].word.cases and len(sentence.tokens[match.i].word.lower) > 3 and _is_adjective(sentence, match.j):
        mention.kind, mention.adjectival = "state", True
    return mention


def _says_make(sentence: Sentence, j: int) -> bool:
    """ "ten South Korea-made howitzers": a state's name before a hyphen, a participle and a thing says whose make the thing is."""
    if j + 1 >= len(sentence.tokens) or sentence.tokens[j].word.text != "-":
        return False
    made = sentence.tokens[j + 1].word
    return bool(made.form & PPAS or "provenance" in made.tags) and any(j + 2 <= m.i <= j + 3 and m.entry.kind in ("equipment", "class") for m in sentence.matches.named)


def _plain_adjective(sentence: Sentence, match: Match) -> bool:
    """ "unijne embargo": an adjective that stands for an organisation."""
    word = sentence.tokens[match.i].word
    return match.j - match.i == 1 and bool(word.cases) and word.pos & 5 == 4


def _plural_people(sentence: Sentence, match: Match) -> bool:
    """ "the Americans": where adjectives have no number, a plural one is a people."""
    word = sentence.tokens[match.j - 1].word
    return not word.cases and word.number == 2 and word.lower.endswith("s")


def _is_adjective(sentence: Sentence, j: int) -> bool:
    """A demonym before a lower-case word that is no function word stands as an adjective ("Kazakh officers")."""
    if j >= len(sentence.tokens):
        return False
    word = sentence.tokens[j].word
    closed = word.tags & {"and", "be", "have", "relative", "subord", "not", "modal", "future"}
    return word.text[0].isalpha() and not word.cap and not closed and not word.preps


def _head(sentence: Sentence, i: int, j: int) -> int:
    """The first noun of the phrase where the language shows case, else its last word."""
    if sentence.head_final:
        return j - 1
    for k in range(i, j):
        if sentence.tokens[k].word.nom_cases:
            return k
    return j - 1
