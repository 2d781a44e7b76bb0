"""Turkish morphology by akana: lemmas, cases and verb forms; suffixes after an apostrophe, and of unknown words, by rule."""

from collections.abc import Mapping, Sequence
from typing import Final

from wektor.lexicon.transliteration import designation_stem
from wektor.text.suffixes import read_suffix, unknown_stems
from wektor.text.turkish_readings import NOMINAL, Reading, fold, readings_of
from wektor.text.words import (
    ABL,
    ABLE,
    ACC,
    ADJ,
    ADV,
    ADVP,
    CONJ,
    DAT,
    EQU,
    FIN,
    FIRST,
    FUT,
    GEN,
    GER,
    INF,
    INS,
    LOC,
    NAME,
    NEG,
    NOM,
    NOUN,
    NUM,
    OBJP,
    PACT,
    PASS,
    PAST,
    PL,
    PREP,
    PRES,
    PROG,
    PRON,
    SG,
    VERB,
    Word,
)  # fmt: skip

_POS: Final = {"Noun": NOUN, "Verb": VERB, "Adj": ADJ, "Num": NUM, "Adv": ADV, "Postp": PREP, "Conj": CONJ, "Pron": PRON, "Det": ADJ,
               "Ques": ADV, "Interj": ADV, "Dup": ADV}  # fmt: skip
_CASES: Final = {"Nom": NOM, "Acc": ACC, "Gen": GEN, "Dat": DAT, "Loc": LOC, "Abl": ABL, "Ins": INS, "Equ": EQU}
_OWNERS: Final = frozenset({"P3sg", "P3pl", "P1pl", "P1sg", "P2pl", "P2sg"})
_SPEAKERS: Final = frozenset({"A1pl", "P1pl"})
_FORMS: Final = {"Past": FIN | PAST, "Evid": FIN | PAST, "Prog": FIN | PRES | PROG, "Fut": FIN | FUT, "Aor": FIN | PRES, "Nec": FIN | PRES | ABLE,
                 "Cond": ADVP, "FutPart": PACT | FUT | OBJP, "PastPart": PACT | PAST | OBJP, "PresPart": PACT, "ActN": GER, "Inf": GER | INF,
                 "AdvIp": ADVP, "AdvErek": ADVP, "AdvInce": ADVP, "While": ADVP, "AdvAsIf": ADVP}  # fmt: skip
_MARKS: Final = {"Pass": PASS, "Neg": NEG, "Abil": ABLE, "NegAbil": NEG | ABLE, "CopPast": PAST}


def turkish_analyser(irregular: Mapping[str, Sequence[str]], endings: Sequence[str]):  # type: ignore[no-untyped-def]
    """An analyser over akana. ``irregular`` gives the lemmas of forms that it reads amiss."""
    extra = {fold(form): [fold(x) for x in lemmas] for form, lemmas in irregular.items()}

    def analyse(word: Word) -> None:
        word.lower = fold(word.text)
        word.named = not word.text.endswith(("î", "Î"))  # the ending of adjectives
        stem, mark, suffix = word.lower.replace("’", "'").partition("'")
        lemmas, verbs = list(extra.get(word.lower, ())), []  # type: ignore[var-annotated]
        if lemmas and not lemmas[-1].endswith(("mak", "mek")):
            word.pos, word.cases, word.nom_cases, word.common = NOUN, NOM, NOM, True
        elif mark and suffix and stem and read_suffix(suffix) is not None:
            _read_name(word, extra, suffix, lemmas)
        elif word.text[0].isalpha():
            _read(word, extra, lemmas, verbs)
        if not word.pos and word.text[0].isalnum():
            _guess(word, lemmas)
        word.keys = tuple(dict.fromkeys((word.lower, *lemmas)))
        word.verb_keys = tuple(dict.fromkeys(verbs))

    return analyse


def _read_name(word: Word, own: Mapping[str, Sequence[str]], suffix: str, lemmas: list[str]) -> None:
    """ "TUSAŞ'ın": the stem is the lemma, the suffix says the case."""
    stem = word.lower.replace("’", "'").partition("'")[0]
    meaning = read_suffix(suffix)
    assert meaning is not None
    lemmas.append(stem)
    if word.cap and (family := designation_stem(stem)):
        lemmas.append(family)
    word.bare = len(stem)
    word.upper = word.cap and word.text[: word.bare].isupper() and len(stem) > 1
    word.pos = NUM if stem[0].isdigit() and stem.replace(",", "").replace(".", "").isdigit() else NAME
    word.cases = word.nom_cases = meaning.cases
    word.owned = meaning.owned
    word.number = PL if meaning.plural else SG
    if stem.endswith(("i", "u", "ü")):  # "Bakanlığı'na": a possessor's suffix before the apostrophe
        lemmas += _lemmas(word.text[: word.bare], own)
        word.common = len(lemmas) > 1
    if suffix in ("li", "lı", "lu", "lü", "lik", "luk", "lük"):
        word.pos = ADJ


def _lemmas(surface: str, own: Mapping[str, Sequence[str]]) -> list[str]:
    """Lemmas of a word that ends in a possessor's suffix."""
    return [x for r in readings_of(surface, False, own) if r.pos == "Noun" and "P3sg" in r.marks for x in r.lemmas][:2]


def _guess(word: Word, lemmas: list[str]) -> None:
    """An unknown word: as it stands, and without what may be a suffix."""
    if not word.text[0].isalpha() and not word.cap and not word.digit:
        return
    word.pos = NAME if word.cap else NOUN
    if word.digit or word.upper:
        stem = designation_stem(word.lower) if word.cap else None
        lemmas += [stem] if stem else []
        word.cases = word.nom_cases = NOM
        return
    cases = NOM
    for stem, suffix in unknown_stems(word.lower):
        lemmas.append(stem)
        cases |= suffix.cases
        word.owned |= suffix.owned
    word.cases = word.nom_cases = cases
    word.base = (word.lower,) if word.cap else ()  # a pack writes a name as it stands: "Dahana" is no "Daha"


def _read(word: Word, own: Mapping[str, Sequence[str]], lemmas: list[str], verbs: list[str]) -> None:
    readings = readings_of(word.text, word.cap, own)
    least = min((r.doubt for r in readings), default=0)
    for reading in readings:
        lemmas += reading.lemmas
        _add(word, reading, verbs)
    base = [x for r in readings if r.doubt == least for x in r.lemmas]
    name = word.cap and not word.cases & NOM  # a pack writes names without endings: "Armata" is no "Arma" that stands somewhere
    word.base = (word.lower,) if name or word.lower in lemmas else tuple(dict.fromkeys(base))[:4]
    if word.pos & NAME and word.common and word.pos & NOUN:
        word.pos &= ~NAME


def _add(word: Word, reading: Reading, verbs: list[str]) -> None:
    pos = _POS.get(reading.pos, 0)
    named = reading.named and word.cap
    word.common = word.common or not named
    if pos & VERB and not NOMINAL & reading.marks:
        verbs += reading.lemmas
        word.form |= _form(reading.order) | (FIRST if _SPEAKERS & reading.marks else 0)
    elif pos & VERB:
        pos = NOUN
    if reading.marks & {"With", "Without", "RelClitic"} and not pos & VERB:
        pos = ADJ
    word.pos |= pos | (NAME if named and pos & NOUN else 0)
    _decline(word, reading.order, pos)


def _form(marks: Sequence[str]) -> int:
    """The form that the last suffix of tense or nominalisation gives, with passive, negation and ability."""
    form = 0
    for mark in marks:
        form = (form & ~(FIN | PAST | PRES | FUT | PACT | GER | INF | ADVP | OBJP | PROG) | _FORMS[mark]) if mark in _FORMS else form
        form |= _MARKS.get(mark, 0)
    return form


def _decline(word: Word, marks: Sequence[str], pos: int) -> None:
    """Case and number of a noun, adjective or nominalised verb."""
    if pos & VERB and not _form(marks) & (PACT | GER):
        return
    cases = 0
    for mark in marks:
        cases = _CASES.get(mark, cases)
    cases = cases or NOM
    word.cases |= cases
    if pos & (NOUN | PRON):
        word.nom_cases |= cases
    if _OWNERS & set(marks):
        word.owned |= cases
    word.number |= PL if "A3pl" in marks or "P3pl" in marks else SG
