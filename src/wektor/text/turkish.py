"""Turkish morphology by akana: lemmas, cases and verb forms; suffixes after an apostrophe, and of unknown words, by rule."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

from wektor.text.suffixes import read_suffix, unknown_stems
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
_FORMS: Final = {"Past": FIN | PAST, "Evid": FIN | PAST, "Prog": FIN | PRES | PROG, "Fut": FIN | FUT, "Aor": FIN | PRES, "Nec": FIN | PRES | ABLE,
                 "Cond": ADVP, "FutPart": PACT | FUT | OBJP, "PastPart": PACT | PAST | OBJP, "PresPart": PACT, "ActN": GER, "Inf": GER | INF,
                 "AdvIp": ADVP, "AdvErek": ADVP, "AdvInce": ADVP, "While": ADVP, "AdvAsIf": ADVP}  # fmt: skip
_MARKS: Final = {"Pass": PASS, "Neg": NEG, "Abil": ABLE, "CopPast": PAST}
# what makes a reading unlikely in reporting: first and second person, commands, made-up derivations
_DOUBTS: Final = {"P2sg": 4, "P2pl": 4, "A2sg": 4, "A2pl": 4, "Imp": 4, "Opt": 4, "P1sg": 3, "A1sg": 3, "NounToVerb": 3, "BecomeVerb": 3, "Dim": 4,
                  "Agt": 1, "Ness": 1, "Manner": 1, "Equ": 1}  # fmt: skip
_NOMINAL: Final = frozenset({"DevN", "Agt"})  # suffixes that make a plain noun of a verb
_DERIVED: Final = ("With", "Without", "Ness", "Agt")
_FOLD: Final = str.maketrans({"İ": "i", "I": "i", "ı": "i", "â": "a", "î": "i", "û": "u", "Â": "a", "Î": "i", "Û": "u", "’": "'", "‑": "-"})


@cache
def _dictionary() -> Any:
    import akana

    return akana.Morphology()


def fold(text: str) -> str:
    """Lower case where both i's are one, and circumflexes are left out: the spelling under which words are looked up."""
    return text.translate(_FOLD).lower()


def turkish_analyser(irregular: Mapping[str, Sequence[str]], endings: Sequence[str]):  # type: ignore[no-untyped-def]
    """An analyser over akana. ``irregular`` gives the lemmas of forms that it reads amiss."""
    extra = {fold(form): [fold(x) for x in lemmas] for form, lemmas in irregular.items()}

    def analyse(word: Word) -> None:
        word.lower = fold(word.text)
        stem, mark, suffix = word.lower.replace("’", "'").partition("'")
        lemmas, verbs = list(extra.get(word.lower, ())), []  # type: ignore[var-annotated]
        if lemmas:
            word.pos, word.cases, word.nom_cases, word.common = NOUN, NOM, NOM, True
        elif mark and suffix and stem and read_suffix(suffix) is not None:
            _read_name(word, stem, suffix, lemmas)
        elif word.text[0].isalpha():
            _read(word, lemmas, verbs)
        if not word.pos and word.text[0].isalnum():
            _guess(word, lemmas)
        word.keys = tuple(dict.fromkeys((word.lower, *lemmas)))
        word.verb_keys = tuple(dict.fromkeys(verbs))

    return analyse


def _read_name(word: Word, stem: str, suffix: str, lemmas: list[str]) -> None:
    """ "TUSAŞ'ın": the stem is the lemma, the suffix says the case."""
    meaning = read_suffix(suffix)
    assert meaning is not None
    lemmas.append(stem)
    word.bare = len(stem)
    word.upper = word.cap and word.text[: word.bare].isupper() and len(stem) > 1
    word.pos = NUM if stem[0].isdigit() and stem.replace(",", "").replace(".", "").isdigit() else NAME
    word.cases = word.nom_cases = meaning.cases
    word.owned = meaning.owned
    word.number = PL if meaning.plural else SG
    if stem.endswith(("i", "u", "ü")):  # "Bakanlığı'na": a possessor's suffix before the apostrophe
        lemmas += _lemmas(word.text[: word.bare])
    if suffix in ("li", "lı", "lu", "lü", "lik", "luk", "lük"):
        word.pos = ADJ


def _lemmas(surface: str) -> list[str]:
    return [fold(r["lemma"]) for r in _dictionary().analyze(surface[:60]) if r["primary_pos"] == "Noun" and "P3sg" in r["morphemes"]][:2]


def _guess(word: Word, lemmas: list[str]) -> None:
    """An unknown word: as it stands, and without what may be a suffix."""
    if not word.text[0].isalpha() and not word.cap and not word.digit:
        return
    word.pos = NAME if word.cap else NOUN
    if word.digit or word.upper:
        word.cases = word.nom_cases = NOM
        return
    cases = NOM
    for stem, suffix in unknown_stems(word.lower):
        lemmas.append(stem)
        cases |= suffix.cases
        word.owned |= suffix.owned
    word.cases = word.nom_cases = cases


def _read(word: Word, lemmas: list[str], verbs: list[str]) -> None:
    readings = _likely(word, _dictionary().analyze(word.text[:60]))
    least = min((doubt for doubt, _ in readings), default=0)
    base: list[str] = []
    for doubt, reading in readings:
        if doubt <= least + 1:
            keys = _keys(word, reading)
            lemmas += keys
            base += keys if doubt == least else []
            _add(word, reading, verbs)
    if word.lower in lemmas:
        base = [word.lower]
    word.base = tuple(dict.fromkeys(base))[:4]
    if word.pos & NAME and word.common and word.pos & NOUN:
        word.pos &= ~NAME


def _likely(word: Word, readings: Sequence[Any]) -> list[tuple[int, Any]]:
    """Readings with their doubts: no verb roots beside infinitives, names only with a capital, no command where else can be."""
    found = []
    progressive = any("Prog" in r["morphemes"] for r in readings)
    nouns = {r["lemma"] for r in readings if r["primary_pos"] == "Noun" and r["secondary_pos"] != "Prop"}
    for reading in readings:
        marks, lemma = reading["morphemes"], reading["lemma"]
        if reading["primary_pos"] == "Verb":
            if not lemma.endswith(("mek", "mak")) or (any(n.startswith(lemma[:-3]) and n.endswith(("ma", "me")) for n in nouns) and "ActN" in marks):
                continue
            if progressive and "Inf" in marks:
                continue
            doubt = 3 if "Ness" in marks else 0 if any(m in _FORMS or m in _NOMINAL for m in marks) else 4
        else:
            doubt = 4 if len(lemma) < 3 and reading["secondary_pos"] == "Abbrv" else 2 * ("CopPast" in marks or "CopEvid" in marks)
        if reading["secondary_pos"] == "Prop" and not word.cap:
            doubt += 5
        found.append((doubt + sum(_DOUBTS.get(m, 0) for m in marks), reading))
    return found


def _keys(word: Word, reading: Any) -> list[str]:
    """The lemma; of a derived adjective or noun ("-lı", "-lık") the derived stem, and the lemma too unless it is a name."""
    lemma = fold(reading["lemma"])
    derived = next((m for m in reading["morphemes"] if m in _DERIVED), None)
    if derived is None:
        return [lemma]
    length = {"With": 2, "Without": 3, "Ness": 3, "Agt": 2}[derived]
    if not word.lower.startswith(lemma[:-1]):
        return [lemma] if reading["primary_pos"] != "Verb" else [word.lower]
    stem = word.lower[: len(lemma) + length]
    stem = stem[:-1] + "k" if derived == "Ness" and stem.endswith("ğ") else stem
    counted = derived == "Ness" and word.lower.endswith(("lik", "luk", "lük"))  # "30 helikopterlik": of so many
    return [stem, lemma] if counted and reading["secondary_pos"] != "Prop" else [stem]


def _add(word: Word, reading: Any, verbs: list[str]) -> None:
    marks = reading["morphemes"]
    pos = _POS.get(reading["primary_pos"], 0)
    named = reading["secondary_pos"] in ("Prop", "Abbrv") and word.cap
    word.common = word.common or not named
    if pos & VERB and not _NOMINAL & set(marks):
        verbs.append(fold(reading["lemma"]))
        word.form |= _form(marks)
    elif pos & VERB:
        pos = NOUN
    if "With" in marks or "Without" in marks or "RelClitic" in marks:
        pos = ADJ
    word.pos |= pos | (NAME if named and pos & NOUN else 0)
    _decline(word, marks, pos)


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
