"""A name taken apart for comparing: its telling words, those that many firms share, states, numbers, initials."""

import re
from functools import cached_property, lru_cache

import msgspec

from wektor.resolve.knowledge import Knowledge
from wektor.resolve.scripts import latin, sound, stem, tables

_WORD = re.compile(r"[^\W_]+(?:['’‘ʼ`.][^\W_]+)*", re.UNICODE)
_WEIGHTS = {"word": 1.0, "telling": 0.45, "broad": 0.2, "hollow": 0.05, "state": 0.35, "number": 0.8}
_LONGEST = 4  # words of the longest shared form or state name that is looked for


class Part(msgspec.Struct, frozen=True):
    """One word of a name. ``kind``: word, telling, broad, hollow, state, number; ``key`` is what must be alike."""

    kind: str
    key: str
    latin: str
    weight: float


class NameForm(msgspec.Struct, frozen=True):
    """A name's parts without legal forms; ``acronym`` if it is written as one; ``initials`` it may be shortened to."""

    text: str
    parts: tuple[Part, ...]
    acronym: str | None
    initials: frozenset[str]

    @property
    def key(self) -> str:
        """The plain form: what two spellings of one name have in common."""
        return " ".join(sorted(p.key for p in self.parts if p.kind != "hollow")) or " ".join(p.key for p in self.parts)

    @property
    def distinctive(self) -> tuple[Part, ...]:
        """The parts that no other firm need share."""
        return tuple(p for p in self.parts if p.kind == "word")


class Words:
    """Shared words and names of states, looked up by one or several words of a name."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._frequency = _frequencies(knowledge)
        self._forms: dict[tuple[str, ...], tuple[str, str]] = {}
        self._prefixes: dict[str, list[tuple[tuple[str, ...], tuple[str, str]]]] = {}
        pack = knowledge.words
        for kind, group in (("hollow", pack.hollow), ("broad", pack.broad), ("telling", pack.telling)):
            for concept, forms in group.items():
                for form in forms:
                    self._lay(form, (kind, concept))
        for form in pack.legal:
            self._lay(form, ("legal", ""))
        self._states: dict[tuple[str, ...], str] = {}
        for shape in (sound, stem):  # whole names first: "Niger" is one, and the stem of another
            for name, code in knowledge.states.items():
                words_of = tuple(shape(w) for w in _WORD.findall(name))
                if len("".join(words_of)) > 3 or name in ("USA", "UAE"):
                    self._states.setdefault(words_of, code)

    def _lay(self, form: str, meaning: tuple[str, str]) -> None:
        words = tuple(latin(w) for w in form.replace("-", " ").split())
        if any(w.endswith("*") for w in words):
            self._prefixes.setdefault(words[0][:3].rstrip("*"), []).append((words, meaning))
        else:
            self._forms.setdefault(words, meaning)

    def find(self, words: list[str], i: int) -> tuple[int, str, str] | None:
        """The longest shared form or state name at word ``i``: its length, kind and key."""
        for n in range(min(_LONGEST, len(words) - i), 0, -1):
            part = tuple(latin(w) for w in words[i : i + n])
            if meaning := self._forms.get(part):
                return n, *meaning
            if code := self._state(words[i : i + n]):  # before beginnings of words: "Rzeczpospolita" alone is a state
                return n, "state", code
            if meaning := self._prefixed(part):
                return n, *meaning
        return None

    def _state(self, words: list[str]) -> str | None:
        if len(words) == 1 and words[0].isupper() and len(words[0]) < 6:  # an acronym: "TAI" are no Thais
            return self._states.get((sound(words[0]),)) if words[0] in ("USA", "UAE") else None
        return self._states.get(tuple(map(sound, words))) or self._states.get(tuple(map(stem, words)))

    def _prefixed(self, part: tuple[str, ...]) -> tuple[str, str] | None:
        for words, meaning in self._prefixes.get(part[0][:3], ()):
            if len(words) == len(part) and all(_fits(p, w) for p, w in zip(part, words, strict=True)):
                return meaning
        return None

    def weight(self, kind: str, key: str) -> float:
        """What a word tells: less the more organisations of the packs share it."""
        return _WEIGHTS[kind] / (1 + max(0, self._frequency.get(key, 0) - 2) / 4) if kind == "word" else _WEIGHTS[kind]


def _fits(word: str, pattern: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


def _frequencies(knowledge: Knowledge) -> dict[str, int]:
    """Stem of a word -> number of organisations with it. From the packs alone, so that no new text changes a score."""
    counts: dict[str, int] = {}
    for org in knowledge.organisations.values():
        for key in sorted({stem(w) for name in (org.name, *org.names) for w in _WORD.findall(name)}):
            counts[key] = counts.get(key, 0) + 1
    return counts


class Forms:
    """Takes names apart, each once."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self.form = lru_cache(maxsize=262144)(self._form)

    @cached_property
    def words(self) -> Words:
        """Shared words, compiled on first use."""
        return Words(self._knowledge)

    def _form(self, text: str) -> NameForm:
        words = [_bare(w) for w in _WORD.findall(text.replace("&", " "))]
        parts: list[Part] = []
        initials = {"".join(latin(w)[:1] for w in words)}
        i = 0
        while i < len(words):
            n, kind, key = self.words.find(words, i) or (1, *_plain(words[i]))
            if kind != "legal":
                parts.append(Part(kind, key, latin("".join(words[i : i + n])), self.words.weight(kind, key)))
            i += n
        kept = [p for p in parts if p.kind != "hollow"]
        initials |= {"".join(p.latin[:1] for p in group) for group in (parts, kept)}
        return NameForm(text, tuple(parts), _acronym(words), frozenset(s for s in initials if len(s) > 1))


def _bare(word: str) -> str:
    """Without what follows an apostrophe ("ASELSAN'ın"), and without full stops ("A.Ş.")."""
    for mark in tables().apostrophes:
        head, found, tail = word.partition(mark)
        if found and len(head) > 2:
            return head
        word = head + tail
    return word.replace(".", "")


def _plain(word: str) -> tuple[str, str]:
    digits = "".join(c for c in word if c.isdigit())
    if digits and word[0].isdigit():
        return "number", digits.lstrip("0") or "0"
    return "word", stem(word) if len(word) > 4 else sound(word)


def _acronym(words: list[str]) -> str | None:
    word = words[0] if len(words) == 1 else ""
    return latin(word) if 2 <= len(word) <= 7 and word.isupper() and word.isalpha() else None
