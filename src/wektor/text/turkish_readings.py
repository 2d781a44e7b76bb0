"""What akana says of a Turkish word, weighed: readings with their lemmas, unlikely ones left out."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

# what makes a reading unlikely in reporting: first and second person, commands, made-up derivations
_DOUBTS: Final = {"P2sg": 4, "P2pl": 4, "A2sg": 4, "A2pl": 4, "Imp": 4, "Opt": 4, "P1sg": 3, "A1sg": 3, "NounToVerb": 3, "BecomeVerb": 1, "CausVerb": 3, "Dim": 4,
                  "Agt": 1, "Ness": 1, "Manner": 1, "Equ": 1}  # fmt: skip
TENSES: Final = frozenset({"Past", "Evid", "Prog", "Fut", "Aor", "Nec", "Cond", "FutPart", "PastPart", "PresPart", "ActN", "Inf", "AdvIp", "AdvErek",
                           "AdvInce", "While", "AdvAsIf"})  # fmt: skip
_STRAINED: Final = 3
_HOPELESS: Final = 9
NOMINAL: Final = frozenset({"DevN", "Agt", "Manner"})  # suffixes that make a plain noun of a verb
_STEMS: Final = {"With": "l[iuü]", "Without": "s[iuü]z", "Ness": "l[iuü][kğ]", "Agt": "[ae]?y?[iuü]?[cç][iuü]", "DevN": "[iuü]?m", "Manner": "[iuü]?ş"}
_BECOME: Final = re.compile(r"l[ae]ş")
_CAUSED: Final = re.compile(r"(?:l[ae]ş)?(?:[dt][iuü]r|t(?=[iuüaeymnt]|$)|[iuü]r|[ae]r|[iuü]t)?")
_FOLD: Final = str.maketrans({"İ": "i", "I": "i", "ı": "i", "â": "a", "î": "i", "û": "u", "Â": "a", "Î": "i", "Û": "u", "’": "'", "‑": "-"})


class Reading(NamedTuple):
    """One reading: the keys of its lemma, part of speech, suffixes, whether it is a name, how doubtful it is."""

    lemmas: tuple[str, ...]
    pos: str
    marks: frozenset[str]
    order: tuple[str, ...]
    named: bool
    doubt: int


@cache
def _dictionary() -> Any:
    import akana

    return akana.Morphology()


def fold(text: str) -> str:
    """Lower case where both i's are one, and circumflexes are left out: the spelling under which words are looked up."""
    return text.translate(_FOLD).lower()


def readings_of(surface: str, capital: bool, own: Mapping[str, Collection[str]]) -> list[Reading]:
    """The likely readings of a word, at most one step of doubt from the best.

    ``own`` lists lemmas that stand for themselves: verbs that look like passives, nouns that look like verbal nouns.
    """
    lower = fold(surface)
    raw = _rows(surface[:60], lower)
    read = [_as_own_verb(r, lower, own) for r in (_reading(row, lower, capital) for row in raw) if r is not None]
    found = _without_shadows([one for r in read for one in _with_noun(r, lower, own)], own)
    if capital and any(r.named and lower in r.lemmas and not r.doubt for r in found):
        found = [r for r in found if lower in r.lemmas]  # "Türkiye" is no "to the Turkic one"
    least = min((r.doubt for r in found), default=0)
    limit = _STRAINED if capital and not surface.isupper() else _HOPELESS  # a name that looks like a verb ("Ruslan")
    return [r for r in found if r.doubt <= least + 1] if least < limit else []


def _rows(surface: str, lower: str) -> list[Any]:
    """The dictionary's rows; of "veremeyiz" ("we cannot give"), which it lacks, those of "veremez" with the speakers' ending."""
    rows = list(_dictionary().analyze(surface))
    if lower.endswith(("mayiz", "meyiz")):
        rows += [row | {"morphemes": [*row["morphemes"], "A1pl"]} for row in _dictionary().analyze(surface[:-3] + "z") if {"Neg", "NegAbil"} & set(row["morphemes"])]
    return rows


def _as_own_verb(reading: Reading, lower: str, own: Mapping[str, Collection[str]]) -> Reading:
    """ "hazırlanıyor": a passive form that ``own`` lists as a verb of its own, which the dictionary lacks."""
    if reading.pos != "Verb" or "Pass" not in reading.marks:
        return reading
    stem = reading.lemmas[0][:-3]
    verb = next((v for v in own if v.endswith(("mak", "mek")) and stem < v[:-3] and v.startswith(stem) and len(v) - len(stem) < 6 and lower.startswith(v[:-3])), None)
    if verb is None:
        return reading
    order = tuple(m for m in reading.order if m != "Pass")
    return reading._replace(lemmas=(verb,), order=order, marks=frozenset(order))


def _with_noun(reading: Reading, lower: str, own: Mapping[str, Collection[str]]) -> tuple[Reading, ...]:
    """ "donanma", "çalışan": a verbal noun or participle that ``own`` lists is a plain noun; where its infinitive is listed
    too ("geliştirme", "kazanan") it may still be the verb: "uçağı geliştirmeyi", "ihaleyi kazanan firma"."""
    if reading.pos != "Verb" or not reading.marks & {"ActN", "PresPart"}:
        return (reading,)
    noun = next((n for n in own if n.endswith(("ma", "me", "an", "en")) and lower.startswith(n)), None)
    if noun is None:
        return (reading,)
    order = tuple(m for m in reading.order if m not in ("Verb", "ActN", "PresPart", "Pass", "Caus"))
    plain = reading._replace(lemmas=(noun,), pos="Noun", order=order, marks=frozenset(order), doubt=max(0, reading.doubt - 1))
    deed = ("ActN" in reading.marks and lower != noun) or ("PresPart" in reading.marks and lower == noun)
    if not deed or "Pass" in reading.marks or not any(x.endswith(("mak", "mek")) for x in own[noun]):
        return (plain,)
    return plain, reading._replace(doubt=plain.doubt)


def _reading(row: Any, lower: str, capital: bool) -> Reading | None:
    marks, lemma, named = row["morphemes"], fold(row["lemma"]), row["secondary_pos"] in ("Prop", "Abbrv")
    verbal = row["primary_pos"] == "Verb" or ("BecomeVerb" in marks and any(m in TENSES for m in marks))
    if row["primary_pos"] == "Verb" and not lemma.endswith(("mek", "mak")):
        return None
    if "BecomeVerb" in marks and not verbal and not NOMINAL & set(marks):
        return None  # "yenileştirme" is no command
    doubt = sum(_DOUBTS.get(m, 0) for m in marks)
    if verbal:
        doubt += 3 if "Ness" in marks else 0 if any(m in TENSES or m in NOMINAL for m in marks) else 4
    else:
        doubt += 9 if len(lemma) < 4 and lemma != lower and row["secondary_pos"] == "Abbrv" else 2 * ("CopPast" in marks or "CopEvid" in marks)
    doubt += 5 if row["secondary_pos"] == "Prop" and not capital else 0
    pos = "Verb" if verbal else row["primary_pos"]
    lemmas = _verb_lemmas(row, lower, lemma) if verbal else _noun_lemmas(row, lower, lemma)
    return Reading(lemmas, pos, frozenset(marks), tuple(marks), named, doubt)


def _verb_lemmas(row: Any, lower: str, lemma: str) -> tuple[str, ...]:
    """The infinitive, with a causative's suffix; a noun made of the verb under its own stem."""
    marks, root = row["morphemes"], fold(row["root"])
    nominal = next((m for m in marks if m in NOMINAL), None)
    if nominal is not None:
        found = re.match(re.escape(root) + r"[a-zçğöşü]*?" + _STEMS[nominal], lower)
        return (found.group(),) if found else (lower,)
    if not {"Caus", "BecomeVerb"} & set(marks):
        return (lemma,)
    found = re.compile(re.escape(root)).match(lower)
    if not found:
        return (lemma,)
    caused = (_CAUSED if "Caus" in marks else _BECOME).match(lower, found.end())
    stem = lower[: caused.end() if caused else found.end()]
    return (stem + ("mak" if next((c for c in reversed(_voweled(row, stem)) if c in "aeouöüıi"), "e") in "aouı" else "mek"),)


def _voweled(row: Any, stem: str) -> str:
    """The stem with its dotless i's, for vowel harmony: those of the surface."""
    return str(row["surface"])[: len(stem)].replace("I", "ı").replace("İ", "i").lower()


def _noun_lemmas(row: Any, lower: str, lemma: str) -> tuple[str, ...]:
    """The lemma; of a derived adjective or noun the derived stem, and the lemma too where it is a measure ("30 helikopterlik")."""
    derived = next((m for m in reversed(row["morphemes"]) if m in ("With", "Without", "Ness", "Agt")), None)
    if derived is None:
        return (lemma,)
    found = re.match(re.escape(lemma[:-1]) + r"[a-zçğöşü]{0,7}?" + _STEMS[derived], lower)
    stem = found.group() if found else lower
    stem = stem[:-1] + "k" if stem.endswith("ğ") else stem
    measure = derived == "Ness" and lower.endswith(("lik", "luk", "lük")) and row["secondary_pos"] != "Prop"
    return (stem, lemma) if measure else (stem,)


def _without_shadows(readings: Sequence[Reading], own: Mapping[str, Collection[str]]) -> list[Reading]:
    """Readings that another makes idle: bare "-ma" of a verb beside the noun, "-makta" beside the tense, a passive beside a verb of its own."""
    nouns = {x for r in readings if r.pos == "Noun" and not r.named and not set(r.order) - {"Noun", "A3pl"} for x in r.lemmas}
    progressive = any("Prog" in r.marks for r in readings)
    deponent = any(r.pos == "Verb" and "Pass" not in r.marks and any(x in own for x in r.lemmas) for r in readings)
    found = []
    if any(r.pos == "Num" and not r.doubt for r in readings):
        readings = [r for r in readings if r.pos == "Num"]
    for r in readings:
        verbal = r.pos == "Verb"
        idle = verbal and "ActN" in r.marks and any(n.startswith(x[:-3]) and n.endswith(("ma", "me")) for n in nouns for x in r.lemmas)
        idle = idle or (verbal and progressive and "Inf" in r.marks) or (verbal and deponent and "Pass" in r.marks)
        if not idle:
            found.append(r)
    return found
