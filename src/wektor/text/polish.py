"""Polish morphology by morfeusz2: lemmas, cases and forms; case endings of foreign names are stripped by rule."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any

from wektor.text.words import (
    ACC,
    ADJ,
    ADV,
    ADVP,
    ANY_CASE,
    CASES,
    CONJ,
    DAT,
    FIN,
    FIRST,
    FUT,
    GEN,
    GER,
    IMPS,
    INF,
    INS,
    LOC,
    NAME,
    NOM,
    NOUN,
    NUM,
    PACT,
    PAST,
    PERF,
    PL,
    PPAS,
    PREP,
    PRES,
    PRON,
    SG,
    VERB,
    Word,
)  # fmt: skip

# morfeusz2's word classes -> (part of speech, form); see http://morfeusz.sgjp.pl/doc/doc/en, "tagset"
_CLASSES: dict[str, tuple[int, int]] = {
    "subst": (NOUN, 0), "ger": (NOUN, GER), "adj": (ADJ, 0), "adja": (ADJ, 0), "adjp": (ADJ, 0),
    "adjc": (ADJ, 0), "num": (NUM, 0), "numcomp": (NUM, 0), "prep": (PREP, 0), "conj": (CONJ, 0), "comp": (CONJ, 0),
    "adv": (ADV, 0), "part": (ADV, 0), "ppron3": (PRON, 0), "ppron12": (PRON, 0), "siebie": (PRON, 0),
    "praet": (VERB, FIN | PAST), "fin": (VERB, FIN | PRES), "bedzie": (VERB, FIN | FUT), "inf": (VERB, INF),
    "ppas": (ADJ, PPAS), "pact": (ADJ, PACT), "imps": (VERB, FIN | PAST | IMPS), "pcon": (VERB, ADVP),
    "pant": (VERB, ADVP), "winien": (VERB, FIN | PRES), "pred": (VERB, FIN | PRES), "impt": (VERB, 0),
    "brev": (NOUN, 0),
}  # fmt: skip
_DOUBLE = re.compile(r"(\w{3,}o)-(\w{4,})")
_VERBAL = frozenset({"praet", "fin", "inf", "ppas", "pact", "imps", "pcon", "pant", "ger"})
_ACRONYM = 5  # letters that an acronym written in capitals has at most
_INNER = re.compile(r"(\w+)-(?:i|y|ów|om|ami|ach|a|u|owi|em|ie)-(\d[\w-]*)")
_VOWELS = "aeiouyąęó"
_OBLIQUE = ("ę", "ą", "em", "owi", "ów", "om", "ami", "ach", "ie")
_ENDING_CASES = {"u": GEN | LOC | DAT, "a": GEN | ACC | NOM, "owi": DAT, "em": INS, "ie": LOC | DAT, "y": GEN | DAT | LOC,
                 "i": GEN | NOM | LOC, "ą": INS, "ę": ACC, "ów": GEN, "om": DAT, "ami": INS, "ach": LOC}  # fmt: skip


_SOFTENED = {"ście": "st", "cie": "t", "dzie": "d", "rze": "r", "le": "l", "ce": "k", "dze": "g"}  # how a name's last letters stood before they softened: "Embraerze"
_LASTING = "wać"  # the end of verbs that tell what goes on
_PREFIXES = ("prze", "pod", "roz", "nad", "do", "od", "po", "re", "wy", "za", "s", "u", "z")  # a known verb under one of them is a verb that ends what it tells
_LOANS = "kontraktować", re.compile(r"\w{3,}?(?=ow(?:a[łćnw]|ani)|uj[eąę])")  # verbs made of foreign words go like this one; their stems


@cache
def _dictionary() -> Any:
    import morfeusz2

    return morfeusz2.Morfeusz(expand_tags=False, separate_numbering=True, generate=False)


def polish_analyser(irregular: Mapping[str, Sequence[str]], endings: Sequence[str]):  # type: ignore[no-untyped-def]
    """An analyser over morfeusz2. ``irregular`` adds lemmas, and with "!" says which nobody means; ``endings`` are stripped off unknown names."""
    ordered = sorted(endings, key=len, reverse=True)
    never = {form: {lemma[1:] for lemma in lemmas if lemma[0] == "!"} for form, lemmas in irregular.items()}

    def analyse(word: Word) -> None:
        lemmas = [lemma for lemma in irregular.get(word.lower, ()) if lemma[0] != "!"]
        verbs: list[str] = []
        if word.text[0].isalpha():
            _read(word, lemmas, verbs, never.get(word.lower, ()))
        if not word.pos and (double := _DOUBLE.fullmatch(word.lower)) is not None:
            _join(word, double[1], double[2], lemmas)
        if not word.pos and len(word.lower) > _ACRONYM and word.lower == word.text and word.text.isalpha():
            _coin(word, lemmas, verbs)
        if not word.pos and word.cap:
            _strip(word, lemmas, ordered)
        elif not word.pos and len(word.lower) > _ACRONYM and word.text.isalpha():
            _bend(word, lemmas, ordered)
        if word.pos & ~NAME & NOUN and word.common:
            word.pos &= ~NAME
        word.keys = tuple(dict.fromkeys((word.lower, *lemmas)))
        own = word.lower in lemmas and not word.pos & (ADJ | VERB)
        word.base = (word.lower,) if own or (word.upper and word.text.isalpha() and len(word.lower) <= _ACRONYM) else ()  # an acronym is no case of a first name
        word.verb_keys = tuple(dict.fromkeys(verbs))

    return analyse


def _read(word: Word, lemmas: list[str], verbs: list[str], never: Collection[str]) -> None:
    readings = _dictionary().analyse(word.text if len(word.text) < 60 else word.text[:60])
    spans = {(start, end) for start, end, _ in readings}
    whole = max((end for _, end in spans), default=1)
    for start, end, (_, lemma, tag, _, _) in readings:
        if lemma.partition(":")[0] in never:
            continue
        if tag == "ign" or (start, end) != (0, whole):
            if whole > 1 and start == 0 and tag.startswith(("praet", "winien")):
                _add(word, lemma, tag, lemmas, verbs)  # "kupiłby", "zrobiliśmy": the verb and its clitic
            continue
        _add(word, lemma, tag, lemmas, verbs)
    if word.form & PRES and verbs[-1].endswith(_LASTING):
        word.form &= ~FUT  # "powstaje": of two aspects the one that tells what is


def _join(word: Word, first: str, last: str, lemmas: list[str]) -> None:
    """ "wojskowo-technicznej": of two adjectives in one the last is declined."""
    for start, end, (_, lemma, tag, _, _) in _dictionary().analyse(last):
        if (start, end) == (0, 1) and tag.partition(":")[0] == "adj":
            _add(word, f"{first}-{lemma}", tag, lemmas, [])


def _coin(word: Word, lemmas: list[str], verbs: list[str]) -> None:
    """A verb, or what is made of it, that no dictionary has: a known one under a prefix ("skontraktować"), or one made of a foreign word ("zretrofitować")."""
    for prefix in _PREFIXES:
        rest = word.lower.removeprefix(prefix)
        if rest != word.lower and len(rest) > _ACRONYM and (readings := _deeds(rest)):
            for lemma, tag in readings:
                _add(word, prefix + lemma, tag.replace("imperf.perf", "perf").replace("imperf", "perf"), lemmas, verbs)
            return
    model, stems = _LOANS
    if (stem := stems.match(word.lower)) is not None:
        root = model.removesuffix("ować")
        for lemma, tag in _deeds(root + word.lower[stem.end() :]):
            _add(word, stem.group() + lemma.removeprefix(root), tag, lemmas, verbs)


def _deeds(text: str) -> list[tuple[str, str]]:
    """The readings of a word as a verb or a verb's noun or participle."""
    return [(lemma.partition(":")[0], tag) for start, end, (_, lemma, tag, _, _) in _dictionary().analyse(text)
            if start == 0 and tag.partition(":")[0] in _VERBAL and len(text) and end == 1]  # fmt: skip


def _add(word: Word, lemma: str, tag: str, lemmas: list[str], verbs: list[str]) -> None:
    parts = tag.split(":")
    pos, form = _CLASSES.get(parts[0], (0, 0))
    if lemma[:1].isupper() and pos & NOUN:
        word.pos |= NAME
    else:
        word.common = True
    lemma = lemma.partition(":")[0].lower()
    lemmas.append(lemma)
    if pos & VERB or form & (PPAS | PACT | GER):
        verbs.append(lemma)
    word.pos |= pos
    if form & FIN and form & PRES and "perf" in parts:
        form = FIN | FUT
    word.form |= form | (PERF if "perf" in parts else 0) | (FIRST if form & FIN and "pri" in parts else 0)
    cases = 0
    for part in parts[1:]:
        for piece in part.split("."):
            cases |= CASES.get(piece, 0)
    word.cases |= cases
    if pos & NOUN:
        word.nom_cases |= cases
    word.number |= (SG if "sg" in parts else 0) | (PL if "pl" in parts else 0)


def _bend(word: Word, lemmas: list[str], endings: Sequence[str]) -> None:
    """Unknown word in small letters, often a name written so ("bayraktarów"): its stems, and the cases that its ending can show."""
    for ending in endings:
        if ending.isalpha() and word.lower.endswith(ending):
            lemmas.append(word.lower[: -len(ending)])
            word.cases |= _ENDING_CASES.get(ending, 0)
    word.cases |= NOM | ACC if word.lower[-1] in "iyea" or not word.cases else 0


def _strip(word: Word, lemmas: list[str], endings: Sequence[str]) -> None:
    """Unknown name: every stem that remains when a case ending is taken off."""
    word.pos, lower = NAME, word.lower
    if (inner := _INNER.fullmatch(lower)) is not None:  # "MiG-ów-29"
        lemmas.append("-".join(inner.groups()))
        word.cases = word.nom_cases = GEN if "-ów-" in lower else NOM | ACC if "-i-" in lower or "-y-" in lower else ANY_CASE
        return
    if word.upper and len(lower) <= _ACRONYM:  # "IAIO" is no case of "IAI"
        word.cases = word.nom_cases = ANY_CASE
        return
    cases = NOM | ACC
    for ending in endings:
        if lower.endswith(ending) and len(lower) - len(ending) >= 3 and not (ending == "y" and lower[-2] in _VOWELS):  # "Limay" is no case of "Lima"
            stem = lower[: -len(ending)].rstrip("'-")
            lemmas += [stem] if ending not in ("y", "i", "ę", "ą", "ie") else [stem, stem + "a"]
            cases |= _ENDING_CASES.get(ending, ANY_CASE)
    for soft, hard in _SOFTENED.items():
        if lower.endswith(soft) and len(lower) - len(soft) >= 3:
            stem = lower.removesuffix(soft) + hard
            lemmas += [stem, stem + "a"]
            cases = LOC | DAT if soft.endswith("ie") or soft == "rze" else cases
    if lower.endswith(_OBLIQUE):
        cases &= ~NOM
    word.cases = word.nom_cases = cases if lower[-1:] in "aeiouyąęmwhń" else ANY_CASE
