"""Endings compiled: from a language's paradigms to rules by ending, and the stem changes they may undo."""

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from wektor.lexicon.paradigms import Paradigm, ParadigmPack
from wektor.text import words as bits

POS = {"noun": bits.NOUN, "verb": bits.VERB, "adj": bits.ADJ, "num": bits.NUM, "prep": bits.PREP, "conj": bits.CONJ, "adv": bits.ADV,
       "pron": bits.PRON, "name": bits.NAME}  # fmt: skip
FORMS = {"fin": bits.FIN, "past": bits.PAST, "pres": bits.PRES, "inf": bits.INF, "ppas": bits.PPAS, "pact": bits.PACT, "imps": bits.IMPS,
         "ger": bits.GER, "advp": bits.ADVP, "perf": bits.PERF, "fut": bits.FUT, "first": bits.FIRST, "short": bits.SHORT}  # fmt: skip
NUMBERS = {"sg": bits.SG, "pl": bits.PL}
CASES = {**bits.CASES, "any": bits.ANY_CASE}
Change = tuple[re.Pattern[str], tuple[str, ...]]


class Tags(NamedTuple):
    """What an ending says: bit masks, whether only a known lemma makes it believable, the stem changes it undoes."""

    pos: int = 0
    cases: int = 0
    number: int = 0
    form: int = 0
    sure: bool = False
    undoes: tuple[str, ...] = ()


class Reading(NamedTuple):
    """One way to read a form: its lemma, what the ending says, whether packs or a dictionary know the lemma."""

    lemma: str
    tags: Tags
    known: bool


class Rule(NamedTuple):
    """One way to undo an ending: what the lemma gets instead, and what that says."""

    lemma: str
    tags: Tags
    ends: tuple[str, ...]
    changes: tuple[str, ...]
    least: int


def read_tags(text: str) -> Tags:
    """Tags from their names; an unknown one raises ValueError that names it."""
    pos = cases = number = form = 0
    undoes: list[str] = []
    names = text.split()
    for name in names:
        pos, cases = pos | POS.get(name, 0), cases | CASES.get(name, 0)
        number, form = number | NUMBERS.get(name, 0), form | FORMS.get(name, 0)
        if name.startswith("~"):
            undoes.append(name[1:])
        elif name != "sure" and not any(name in known for known in (POS, CASES, NUMBERS, FORMS)):
            raise ValueError(f"unknown tag {name!r}")
    return Tags(pos, cases, number, form, "sure" in names, tuple(undoes))


def compile_rules(pack: ParadigmPack) -> dict[str, list[Rule]]:
    """Every ending of every paradigm -> its rules, in the order of the pack."""
    rules: dict[str, list[Rule]] = {}
    for paradigm in pack.paradigms:
        own = read_tags(paradigm.tags)
        for ending, tags in _endings(paradigm):
            said = read_tags(tags)
            joined = Tags(own.pos | said.pos, own.cases | said.cases, own.number | said.number, own.form | said.form,
                          own.sure or said.sure, own.undoes + said.undoes)  # fmt: skip
            for root, lemmas in (paradigm.roots or {"": [paradigm.lemma]}).items():
                found = rules.setdefault(root + ending, [])
                found += [Rule(lemma, joined, tuple(paradigm.ends), tuple(paradigm.changes), paradigm.least) for lemma in lemmas]
    return rules


def _endings(paradigm: Paradigm) -> Iterator[tuple[str, str]]:
    """Forms with every choice of slots behind them."""
    slots = [[("", ""), *slot.items()] for slot in paradigm.slots]
    for ending, tags in paradigm.forms.items():
        for choice in itertools.product(*slots):
            yield ending + "".join(e for e, _ in choice), " ".join((tags, *(t for _, t in choice)))


def compile_changes(pack: ParadigmPack) -> dict[str, list[Change]]:
    """Stem changes by name: a pattern over the end of the form's stem -> templates for the lemma's."""
    return {name: [_change(pattern, made, pack.letters) for pattern, made in table.items()] for name, table in pack.changes.items()}


def _change(pattern: str, made: list[str], letters: dict[str, str]) -> Change:
    parts = "".join(f"([{letters[c]}])" if c in letters else re.escape(c) for c in pattern)
    return re.compile(f"{parts}$"), tuple(_template(text, letters) for text in made)


def _template(text: str, letters: dict[str, str]) -> str:
    """The n-th set of letters stands for what the n-th of the pattern found."""
    counter = itertools.count(1)
    return "".join(rf"\g<{next(counter)}>" if c in letters else c for c in text)


def change_stems(stem: str, names: tuple[str, ...], changes: dict[str, list[Change]]) -> Iterator[str]:
    """What the stem may have been before any of the changes."""
    for name in names:
        for pattern, templates in changes[name]:
            if pattern.search(stem):
                for template in templates:
                    yield pattern.sub(template, stem)
