"""Russian morphology by pymorphy3: lemmas, cases and forms; designations and names also under their Latin spelling."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from wektor.lexicon.transliteration import designation_stem, latinise
from wektor.text.dictionaries import has_named_letters
from wektor.text.words import (
    ACC,
    ADJ,
    ADV,
    ADVP,
    ANY_CASE,
    CONJ,
    DAT,
    FIN,
    FIRST,
    FUT,
    GEN,
    INF,
    INS,
    LOC,
    LONG,
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
    SHORT,
    VERB,
    VOC,
    Word,
)  # fmt: skip

# OpenCorpora's parts of speech -> (part of speech, form); see http://opencorpora.org/dict.php?act=gram
_CLASSES: dict[str, tuple[int, int]] = {
    "NOUN": (NOUN, 0), "ADJF": (ADJ, 0), "ADJS": (ADJ | VERB, FIN | PRES), "COMP": (ADV, 0), "VERB": (VERB, FIN), "INFN": (VERB, INF),
    "PRTF": (ADJ, 0), "PRTS": (ADJ | VERB, SHORT), "GRND": (VERB, ADVP), "NUMR": (NUM, 0), "ADVB": (ADV, 0), "NPRO": (PRON, 0),
    "PRED": (VERB, FIN | PRES), "PREP": (PREP, 0), "CONJ": (CONJ, 0), "PRCL": (ADV, 0), "INTJ": (ADV, 0),
}  # fmt: skip
_CASES = {"nomn": NOM, "gent": GEN, "datv": DAT, "accs": ACC, "ablt": INS, "loct": LOC, "voct": VOC, "gen1": GEN, "gen2": GEN,
          "acc2": ACC, "loc1": LOC, "loc2": LOC}  # fmt: skip
_TENSES = {"past": PAST, "pres": PRES, "futr": FUT}
_NAMES = frozenset({"Geox", "Surn", "Name", "Patr", "Orgn", "Trad"})
_NOMINAL = NOUN | ADJ | NUM | PRON
_LEAST = 0.08  # share of the readings below which a part of speech is no real rival ("для" as a gerund)
_LESSER = 0.25  # the share of verbs below which a noun is meant, and the other way round
_VERBAL = frozenset({"VERB", "INFN", "GRND"})
_LEAST_NOUN = 0.02  # one noun against another: what the general language seldom says may be this field's word ("суда")


@cache
def _dictionary(language: str) -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang=language)


def russian_analyser(irregular: Mapping[str, Sequence[str]], endings: Sequence[str]):  # type: ignore[no-untyped-def]
    """An analyser over pymorphy3. ``irregular`` adds lemmas; ``endings`` are stripped off unknown names."""
    return opencorpora_analyser("ru", irregular, endings)


def opencorpora_analyser(language: str, irregular: Mapping[str, Sequence[str]], endings: Sequence[str]):  # type: ignore[no-untyped-def]
    """An analyser over pymorphy3's dictionary of ``language``, for languages with OpenCorpora's tags."""
    ordered = sorted(endings, key=len, reverse=True)

    def analyse(word: Word) -> None:
        word.lower = _fold(word.lower)
        lemmas: list[str] = [_fold(x) for x in irregular.get(word.lower, ())]
        verbs: list[str] = []
        names: list[str] = []
        if word.digit or not word.text[0].isalpha() or not has_named_letters(word.text):
            _designate(word)
        else:
            names = _read(word, _dictionary(language), lemmas, verbs)
            if not word.pos or (word.cap and not word.common and not (word.upper and word.lower.isalpha())):  # an acronym takes its ending in small letters
                _strip(word, lemmas, ordered)
        stems = _latin(word, lemmas)
        noun = word.lower in lemmas and not word.pos & (ADJ | VERB)
        word.base = tuple(dict.fromkeys((word.lower, *(() if noun else names or lemmas))))
        word.keys, word.verb_keys = tuple(dict.fromkeys((*stems, *_families(word, stems)))), tuple(dict.fromkeys(verbs))

    return analyse


def _latin(word: Word, lemmas: Sequence[str]) -> list[str]:
    """The form, its lemmas, and for names the Latin spellings of all these."""
    keys = list(dict.fromkeys((word.lower, *lemmas)))
    if word.digit:
        return keys + [latin for latin in latinise(word.lower) if word.cap or "мм" in word.lower]
    if word.cap and (word.upper or not word.common):
        keys += [latin for key in keys if len(key) > 2 for latin in latinise(key)]
    return keys


def _families(word: Word, keys: Sequence[str]) -> list[str]:
    """The families of a variant's designation: "su-30" of "su-30sm"."""
    return [stem for key in keys if (stem := designation_stem(key))] if word.digit and word.cap else []


def _fold(text: str) -> str:
    return text.replace("ё", "е")


def _designate(word: Word) -> None:
    """ "Су-30СМ", "2С19": any case."""
    if word.text[0].isdigit():
        word.cap = any(c.isupper() for c in word.text)
    if word.cap:
        word.pos, word.cases, word.nom_cases = NAME, ANY_CASE, ANY_CASE


def _read(word: Word, dictionary: Any, lemmas: list[str], verbs: list[str]) -> list[str]:
    """Fill the word by its readings; gives the lemmas under which it is a name."""
    readings = list(_rivals(word, dictionary.parse(word.text[:60])))
    if word.upper and not any(r.is_known and "Abbr" in r.tag for r in readings) and not (len(word.text) > 5 and any(r.is_known for r in readings)):
        word.pos, word.cases, word.nom_cases = NAME, ANY_CASE, ANY_CASE  # an acronym
        return []
    for reading in readings:
        _add(word, reading, lemmas, verbs)
    word.named = not word.common or bool(word.pos & NAME)
    if word.pos & NAME and word.common and word.pos & NOUN:
        word.pos &= ~NAME
    if word.form & PRES:
        word.form &= ~FUT  # "расходятся": of two aspects the one that tells what is
    return [_fold(r.normal_form) for r in readings if word.cap and r.is_known and _NAMES & r.tag.grammemes and r.tag.POS == "NOUN"]


def _rivals(word: Word, readings: Sequence[Any]) -> Iterator[Any]:
    """Readings worth a thought: of a lemma and part of speech that is not far rarer than the rest."""
    shares: dict[tuple[str, str], float] = {}
    for r in readings:
        key = (r.normal_form, str(r.tag.POS))
        shares[key] = shares.get(key, 0.0) + r.score
    total = sum(shares.values()) or 1.0
    named = [r for r in readings if _NAMES & r.tag.grammemes]
    known = any(r.is_known for r in readings)
    nominal = any(r.tag.POS in ("NOUN", "ADJF") for r in readings)
    verbal = sum(share for (_, pos), share in shares.items() if pos in _VERBAL) / total
    for r in readings:
        if not r.tag.POS or shares[r.normal_form, str(r.tag.POS)] / total < (_LEAST_NOUN if r.tag.POS == "NOUN" else _LEAST):
            continue
        if nominal and r.tag.POS in _VERBAL and (verbal < _LESSER or ("1per" in r.tag and "sing" in r.tag)):
            continue  # "запрет" of "запереть"; "проволоку": reports do not say "I"
        if "impr" in r.tag and len(readings) > 1 and any("impr" not in o.tag for o in readings):
            continue  # reports give no orders ("почти")
        if r.tag.POS == "NOUN" and verbal > 1 - _LESSER:
            continue  # "дали" of "даль"
        if not word.cap and r in named and len(named) < len(readings) and "Orgn" not in r.tag:
            continue  # a surname in small letters
        if word.cap and not known and r.tag.POS not in ("NOUN", "ADJF"):
            continue  # an unknown name guessed to be a verb
        yield r


def _add(word: Word, reading: Any, lemmas: list[str], verbs: list[str]) -> None:
    tag = reading.tag
    pos, form = _CLASSES.get(tag.POS, (0, 0))
    grammemes = tag.grammemes
    named = bool(_NAMES & grammemes) or not reading.is_known
    if named and pos & NOUN and word.cap:
        word.pos |= NAME
    else:
        word.common = True
    lemma = _fold(reading.normal_form)
    lemmas.append(lemma)
    form |= sum(bit for tense, bit in _TENSES.items() if tense in grammemes and form & FIN)
    if tag.POS in ("PRTF", "PRTS"):
        form |= (PPAS if "pssv" in grammemes else PACT) | (LONG if tag.POS == "PRTF" else 0)
    if tag.POS in ("ADJS", "PRED") and "neut" in grammemes and tag.POS == "ADJS" and word.pos & ADV:
        return
    if pos & VERB or tag.POS == "PRTF":
        verbs.append(lemma)
    word.pos |= pos
    word.form |= form | (PERF if "perf" in grammemes else 0) | (FIRST if "1per" in grammemes and form & FIN else 0)
    cases = _CASES.get(str(tag.case), 0)
    word.cases |= cases
    if pos & NOUN:
        word.nom_cases |= cases
    word.number |= (SG if "sing" in grammemes else 0) | (PL if "plur" in grammemes else 0)


_ENDING_CASES = {"а": GEN | ACC | NOM, "я": GEN | ACC | NOM, "у": DAT | ACC, "ю": DAT | ACC, "ом": INS, "ем": INS, "е": LOC | DAT,
                 "ы": GEN | NOM, "и": GEN | NOM | LOC, "ой": INS | GEN | DAT, "ей": INS | GEN, "ов": GEN, "ам": DAT, "ами": INS,
                 "ах": LOC}  # fmt: skip


def _strip(word: Word, lemmas: list[str], endings: Sequence[str]) -> None:
    """Unknown name: every stem that remains when a case ending is taken off."""
    cases = NOM | ACC
    for ending in endings:
        if word.lower.endswith(ending) and len(word.lower) - len(ending) >= 3:
            stem = word.lower[: -len(ending)].rstrip("'-")
            lemmas += [stem, stem + "а"] if ending in ("у", "е", "ы", "и", "ой") else [stem, stem + "ь", stem + "й"] if ending in ("я", "ю", "ем") else [stem]
            cases |= _ENDING_CASES.get(ending, ANY_CASE)
    if not word.pos:
        word.pos = NAME
        word.cases = word.nom_cases = cases if word.lower[-1:].isalpha() and not word.lower[-1].isascii() else ANY_CASE  # "с Thales": a name in Latin letters takes no ending
