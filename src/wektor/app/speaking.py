"""Ids, codes, numbers and dates put into the words of a language: what plots and briefs speak with."""

from collections.abc import Mapping
from functools import cache

from wektor.lexicon.briefs import BriefPack, brief_words, class_words, genitives
from wektor.lexicon.loading import language_pack
from wektor.lexicon.packs import ActorPack, StatePack
from wektor.lexicon.regions import region_names
from wektor.lexicon.state_names import state_names


class Speaker:
    """A ``model.plots.Speech`` with the names of a register's entities. Raises InputError for a language without words."""

    def __init__(self, lang: str, names: Mapping[str, str], order: tuple[str, ...] = ()) -> None:
        self.words: BriefPack = brief_words(lang)
        self.lang, self._names, self.order = lang, names, order
        self._states, self._genitives, self._classes = state_names(lang), genitives(lang), class_words(lang)
        self.label, self.count, self.number = self.words.label, self.words.count, self.words.number
        self.percent, self.date, self.span, self.say, self.draw = self.words.percent, self.words.date, self.words.span, self.words.say, self.words.draw

    def state(self, code: str | None) -> str:
        """The name of a state; of one that is no more as the packs call it."""
        if not code:
            return ""
        return self._states.get(code) or _former(self.lang).get(code, code)

    def state_of(self, code: str | None) -> str:
        """The name of a state in the form that says "of"."""
        name = self.state(code)
        return self._genitives.get(name, name)

    def item(self, id: str | None) -> str:
        """A designation as it is, a class in the words of the language."""
        if not id:
            return ""
        if id.startswith("class:"):
            return self.cls(id.removeprefix("class:").replace("-", " "))
        return self._names.get(id, id.partition(":")[2] or id)

    def cls(self, name: str | None) -> str:
        """A class of equipment."""
        return self._classes.get(name, name) if name else ""

    def between(self, first: str, last: str) -> str:
        """The months between two ISO days."""
        return self.date(first[:7]) if first[:7] == last[:7] else self.date(f"{first[:7]}/{last[:7]}")

    def is_common(self, name: str) -> bool:
        """Whether a name is but a common noun for people, such as "Officers"."""
        return name.casefold() in _people(self.lang) or name.casefold().removesuffix("s") in _people("en")

    def region(self, name: str) -> str:
        """The name of a region, given in English."""
        return _regions(self.lang).get(name, name)

    def step(self, kind: str, attribute: str | None, status: str, more: str = "") -> str:
        """What happened: the instrument if it has a name, else the kind; ``more`` on it; how far it is if it is not done."""
        labels = self.words.labels
        what = (labels.get(f"{kind} {attribute}") or labels.get(attribute or kind) or labels.get(kind, kind)) + more
        said = {"planned": "plan", "announced": "announced", "ongoing": "under way", "ended": "over", "denied": "no"}.get(status)
        return self.say(said, what=what) if said else what

    def party(self, id: str, state: str | None = None) -> str:
        """A state, a firm by its name, a ministry or force of a state in the words of the language."""
        if id.startswith("state:"):
            return self.state(id.removeprefix("state:"))
        name = self._names.get(id, id.partition(":")[2])
        return self._office(name, state) or name

    def _office(self, name: str, state: str | None) -> str | None:
        """A ministry or force that is only described, such as "Kazakh Air Force"."""
        if self.lang == "en" or state is None:
            return None
        found = _offices(self.lang).get(_role(name, state))
        return f"{found} {self.state_of(state)}" if found else None


def _role(name: str, state: str) -> str:
    """The canonical English name with the state taken out of it."""
    english = language_pack("en", "states", StatePack).states.get(state)
    for word in sorted({state_names().get(state, ""), *(english.names if english else ()), *(english.adjectives if english else ())}, key=len, reverse=True):
        if word and word in name:
            return name.replace(word, "{}")
    return name


@cache
def _offices(lang: str) -> dict[str, str]:
    """Patterns of canonical names led to the first words that a language has for them."""
    named = [a for a in language_pack(lang, "actors", ActorPack).actors if a.name and "{" in a.name and a.words and not a.state]
    return {a.name.replace("{adjective}", "{}").replace("{state}", "{}"): a.words[0] for a in reversed(named) if a.name}


@cache
def _regions(lang: str) -> dict[str, str]:
    """English names of regions led to those of a language."""
    own = region_names(lang)
    return {name: own[code] for code, name in region_names().items()}


@cache
def _people(lang: str) -> frozenset[str]:
    """Common nouns for people, sides and offices."""
    return frozenset(w.casefold() for a in language_pack(lang, "actors", ActorPack).actors if not (a.name and "{" in a.name) for w in (*a.words, *a.weak))


@cache
def _former(lang: str) -> dict[str, str]:
    """States that CLDR names no longer."""
    return {code: words.names[0] for code, words in language_pack(lang, "states", StatePack).states.items() if words.names}
