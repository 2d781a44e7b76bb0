"""A light English lemmatiser: every lemma that a form may have, by its ending; irregular forms come from the pack."""

from collections.abc import Mapping, Sequence

from wektor.text.words import FIN, GER, INF, NOUN, PACT, PAST, PL, PPAS, PRES, SG, VERB, Word

_VOWELS = "aeiou"
_NAME = 5  # letters of a name that ends in "i", in the plural
_SHORT = 2  # letters of a stem that is no word by itself


def english_analyser(irregular: Mapping[str, Sequence[str]], endings: Sequence[str]):  # type: ignore[no-untyped-def]
    """An analyser that fills a Word's keys, forms and number; English shows no case."""

    def analyse(word: Word) -> None:
        lower = word.lower
        word.pos, word.form, word.number = NOUN | VERB, FIN | PRES | INF, SG
        stems = _stems(word, lower)
        if _is_capitals(word.text):
            word.upper, word.number, stems = True, PL, [lower[:-1]]
        for entry in irregular.get(lower, ()):
            lemma, _, form = entry.partition(":")
            stems.append(lemma)
            word.form, word.number = _irregular_form(form, word)
        word.keys = tuple(dict.fromkeys((lower, *stems)))
        word.verb_keys = word.keys

    return analyse


def _is_capitals(text: str) -> bool:
    """ "UAVs", "MLRSs": capitals in the plural."""
    return len(text) > 2 and text[-1] == "s" and text[:-1].isupper() and text.isalpha()


def _irregular_form(form: str, word: Word) -> tuple[int, int]:
    if form == "plural":
        return word.form, PL
    forms = {"present": word.form & ~INF, "past": FIN | PAST, "participle": PPAS, "both": FIN | PAST | PPAS, "any": FIN | PAST | PPAS | PRES | INF}
    return forms.get(form, word.form), word.number


def _stems(word: Word, lower: str) -> list[str]:
    """Lemmas by ending; sets the word's form and number on the way."""
    if len(lower) < 3 or not lower[-1].isalpha():
        return []
    if lower.endswith("ing") and len(lower) > 4:
        word.form = PACT | GER
        return _unsuffixed(lower[:-3])
    if lower.endswith("ed") and len(lower) > 3:
        word.form = FIN | PAST | PPAS
        return [*_unsuffixed(lower[:-2]), lower[:-1]]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        word.form, word.number = FIN | PRES, PL
        return _singulars(lower)
    if word.cap and lower.endswith("is") and len(lower) > _NAME:
        return [lower[:-1]]  # "Sukhois"
    return []


def _unsuffixed(stem: str) -> list[str]:
    found = [stem, stem + "e"] if len(stem) > _SHORT else [stem + "e"]  # "used" is no "us"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        found.append(stem[:-1])
    if stem.endswith("i"):
        found.append(stem[:-1] + "y")
    return found


def _singulars(lower: str) -> list[str]:
    found = [lower[:-1]]
    if lower.endswith("ies"):
        found.append(lower[:-3] + "y")
    elif lower.endswith(("ses", "xes", "ches", "shes", "zes", "oes")) and len(lower) - 2 > _SHORT:
        found.append(lower[:-2])
    elif lower.endswith("ves"):
        found += [lower[:-3] + "f", lower[:-3] + "fe"]
    return found
