"""Morphology by rule: every lemma that a form can have by its endings; the words of the packs tell likely ones from others."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from wektor.lexicon.paradigms import ParadigmPack
from wektor.lexicon.transliteration import designation_stem, latinise
from wektor.text.dictionaries import Dictionary
from wektor.text.endings import Reading, Rule, Tags, change_stems, compile_changes, compile_rules, read_tags
from wektor.text.words import ADJ, ANY_CASE, FIRST, FUT, GER, NAME, NOUN, PACT, PAST, PERF, PPAS, PRES, VERB, Word

_MOST = 12  # lemmas of a form that no pack knows
_ACRONYM = 6  # letters of the longest acronym
_INDECLINABLE = frozenset("oоеєeé")  # how names end that no case changes


class Inflection:
    """A language's paradigms at work. ``content`` and ``closed`` are the packs' phrases: their words are known."""

    def __init__(self, pack: ParadigmPack, content: Iterable[str], closed: Iterable[str], irregular: Mapping[str, Sequence[str]],
                 dictionary: Dictionary | None = None) -> None:  # fmt: skip
        self._rules, self._changes = compile_rules(pack), compile_changes(pack)
        self._longest = max(map(len, self._rules), default=0)
        self._latin = any(ending.isascii() and ending.isalpha() for ending in self._rules)
        self._fold = str.maketrans(pack.fold)
        self._clitics = [(e, c.lemma, read_tags(c.tags).pos) for c in pack.clitics for e in sorted(c.endings, key=len, reverse=True)]
        self._exact = _exact(pack)
        self._perfective = frozenset(pack.perfective)
        self._irregular, self._dictionary = irregular, dictionary
        self.known: frozenset[str] = frozenset()
        self.known = frozenset(self._learn(pack, content)) - self._exact.keys()
        self.known |= {word for word in closed if " " not in word and word not in self._exact and not self._derived(word)}

    def fold(self, text: str) -> str:
        """The text with the letters that count as others replaced."""
        return text.translate(self._fold)

    def is_exact(self, form: str) -> bool:
        """Whether the pack gives the form's readings itself."""
        return form in self._exact

    def is_foreign(self, form: str) -> bool:
        """Whether the form is in Latin letters, and the language's own endings are not."""
        return not self._latin and form.isascii()

    def _learn(self, pack: ParadigmPack, phrases: Iterable[str]) -> Iterator[str]:
        """Known lemmas: lone words as they stand; of a longer phrase its adjectives' dictionary forms and its first noun or verb."""
        yield from (*pack.words, *pack.perfective, *(lemma for lemmas in self._irregular.values() for lemma in lemmas))
        for phrase in phrases:
            words = self.fold(phrase.lower()).split()
            for word in words:
                adjectives = [r.lemma for r in self._read(word) if r.tags.pos & ADJ] if len(words) > 1 else []
                yield from adjectives[:1] or [word]
                if not adjectives:
                    break  # what follows stands in a case of its own

    def _derived(self, word: str) -> bool:
        """Whether the word is a form of another that is known: closed words are listed in many forms."""
        return any(r.known and r.lemma != word for r in self._read(word))

    def readings(self, form: str) -> list[Reading]:
        """Every reading of a lower-case form, those with a known lemma first."""
        exact = self._exact.get(form)
        if exact is not None:
            return exact
        found = list(dict.fromkeys((*self._read(form), *self._joined(form))))
        if form in self.known and not any(r.lemma == form for r in found):
            found.append(Reading(form, Tags(NOUN, ANY_CASE), True))  # no paradigm makes it: it does not inflect
        if self._dictionary is not None:
            found = list(dict.fromkeys((*found, *self._dictionary(form))))
        for lemma in self._irregular.get(form, ()):
            found += [Reading(lemma, r.tags, True) for r in found if r.tags.pos & NOUN] or [Reading(lemma, Tags(NOUN, ANY_CASE), True)]
        return sorted(_likely(found), key=lambda r: not r.known)

    def _joined(self, form: str) -> Iterator[Reading]:
        """Two nouns that both inflect and that packs know as one: "літаками-заправниками", "дронів-камікадзе"."""
        left, dash, right = form.rpartition("-")
        if not dash or not left or not right:
            return
        ends = {right, *(r.lemma for r in self._read(right))}
        for first in self._read(left):
            if first.tags.pos & NOUN:
                yield from (Reading(f"{first.lemma}-{end}", first.tags, True) for end in sorted(ends) if f"{first.lemma}-{end}" in self.known)

    def _read(self, form: str) -> Iterator[Reading]:
        for ending, lemma, pos in self._clitics:
            if form.endswith(ending) and len(form) > len(ending) + 2:
                yield from (Reading(r.lemma + lemma, r.tags, r.known) for r in self._plain(form[: -len(ending)], lemma) if r.tags.pos & pos)
        yield from self._plain(form, "")

    def _plain(self, form: str, clitic: str) -> Iterator[Reading]:
        for n in range(min(self._longest, len(form) - 1), -1, -1):
            stem = form[: len(form) - n]
            for rule in self._rules.get(form[len(form) - n :], ()):
                if len(stem) < rule.least:
                    continue
                yield from self._undo(stem, rule, clitic)

    def _undo(self, stem: str, rule: Rule, clitic: str) -> Iterator[Reading]:
        """Lemmas by one rule: the stem as it is; a changed one only where that makes a known lemma."""
        for n, made in enumerate((stem, *change_stems(stem, rule.tags.undoes + rule.changes, self._changes))):
            if len(made) < rule.least:
                continue
            lemma = made + rule.lemma
            known = lemma + clitic in self.known
            if (known or (n == 0 and not rule.tags.sure)) and (not rule.ends or made.endswith(rule.ends)):
                yield Reading(lemma, self._timed(lemma + clitic, rule.tags), known)

    def _timed(self, lemma: str, tags: Tags) -> Tags:
        """A perfective verb tells its aspect; its present form is its future."""
        if not tags.form & (PRES | PAST) or lemma not in self._perfective:
            return tags
        return tags._replace(form=tags.form & ~PRES | FUT | PERF if tags.form & PRES else tags.form | PERF)


def _exact(pack: ParadigmPack) -> dict[str, list[Reading]]:
    found: dict[str, list[Reading]] = {}
    for text, entries in pack.exact.items():
        tags = read_tags(text)
        for entry in entries:
            form, _, lemma = entry.partition("=")
            found.setdefault(form, []).append(Reading(lemma or form, tags, True))
    return found


def paradigm_analyser(inflection: Inflection) -> Callable[[Word], None]:
    """An analyser over a language's paradigms; it needs no dictionary."""

    def analyse(word: Word) -> None:
        word.lower = inflection.fold(word.lower)
        found: list[Reading] = []
        if word.digit or not word.text[0].isalpha():
            _designate(word)
        elif word.cap and inflection.is_foreign(word.lower):
            word.pos, word.cases, word.nom_cases = NAME, ANY_CASE, ANY_CASE
        else:
            found = inflection.readings(word.lower)
            _read(word, found)
        exact = inflection.is_exact(word.lower)
        lemmas = [r.lemma for r in found if r.known] + [r.lemma for r in found if not r.known][:_MOST]
        stems = _spell(word, lemmas)
        families = _families(word, stems)
        word.base = (word.lower,) if exact else tuple(dict.fromkeys(_spell(word, _base(word.lower, found)))) if found else tuple(stems) if families else ()
        word.keys = tuple(dict.fromkeys((*stems, *families)))

    return analyse


def _likely(found: Sequence[Reading]) -> Sequence[Reading]:
    """The readings; of a known noun and a verb that speaks of "me" ("допомогу") the noun: texts tell of others."""
    if not any(r.known and r.tags.pos & NOUN for r in found):
        return found
    return [r for r in found if not r.tags.form & FIRST]


def _base(lower: str, found: Sequence[Reading]) -> list[str]:
    """Lemmas under which a pack's word is laid: its own form where that is one, and an adjective's dictionary form."""
    likely = [r for r in found if r.known] or list(found)
    own = [r for r in found if r.lemma == lower]
    return [r.lemma for r in likely if r.tags.pos & ADJ or not own]


def _spell(word: Word, lemmas: Sequence[str]) -> list[str]:
    """The form, its lemmas, and for names the Latin spellings of all these."""
    keys = list(dict.fromkeys((word.lower, *lemmas)))
    if word.cap and (word.digit or word.upper or not word.common or word.pos & NAME):
        keys += [latin for key in keys if len(key) > 2 or word.digit for latin in latinise(key)]
    return keys


def _families(word: Word, keys: Sequence[str]) -> list[str]:
    """The families of a variant's designation: "su-30" of "su-30sm"."""
    return [stem for key in keys if (stem := designation_stem(key))] if word.digit and word.cap else []


def _designate(word: Word) -> None:
    """A designation stands in any case."""
    word.cap = word.cap or any(c.isupper() for c in word.text)
    if word.cap:
        word.pos, word.cases, word.nom_cases = NAME, ANY_CASE, ANY_CASE


def _read(word: Word, found: Sequence[Reading]) -> None:
    """Fill in what the readings say: the known ones where there are any, else for a name those of nouns and adjectives."""
    known = [r for r in found if r.known]
    likely = known or [r for r in found if not word.cap or r.tags.pos & (NOUN | ADJ)]
    if word.upper and len(word.text) <= _ACRONYM and (not known or any(r.lemma == word.lower for r in known)):
        likely = []  # an acronym does not inflect
    for reading in likely:
        _add(word, reading)
    word.common = bool(known) or not word.cap
    word.guessed = word.cap and not known
    if word.guessed:
        word.pos |= NAME
    if not likely and word.cap:
        word.pos, word.cases, word.nom_cases = word.pos | NAME, ANY_CASE, ANY_CASE
    elif word.guessed and word.lower[-1] in _INDECLINABLE:
        word.cases = word.nom_cases = ANY_CASE
    word.verb_keys = tuple(dict.fromkeys(r.lemma for r in likely if r.tags.pos & VERB or r.tags.form & (PPAS | PACT | GER)))


def _add(word: Word, reading: Reading) -> None:
    tags = reading.tags
    word.pos |= tags.pos
    word.form |= tags.form
    word.number |= tags.number
    word.cases |= tags.cases
    if tags.pos & NOUN:
        word.nom_cases |= tags.cases
