"""Entities as the register shows them: their spellings with scripts, languages and counts, and why they are one."""

from collections import Counter
from collections.abc import Iterable

from wektor.model.register import Entity, MergeExplanation, NameUse
from wektor.resolve.designations import bare
from wektor.resolve.facts import Fact
from wektor.resolve.names import Names
from wektor.resolve.scripts import printed, script_of

_MARKS = "«»„“”\"‘’"


class Census:
    """Counts how often each name is used in each language."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._uses: dict[int, Counter[str]] = {}

    def count(self, number: int, lang: str | None, step: int = 1) -> None:
        """Count a use of a name, or take it back with ``step`` -1."""
        self._uses.setdefault(number, Counter())[lang or ""] += step

    def used(self, number: int) -> bool:
        """Whether any use of a name is counted."""
        return any(c > 0 for c in self._uses.get(number, {}).values())

    def entity(self, ident: str) -> Entity | None:
        """The entity, or None if no claim that is held names it."""
        numbers = [n for n in self._names.bearers.get(ident, ()) if self.used(n)]
        return self._make(ident, numbers) if numbers else None

    def _make(self, ident: str, numbers: list[int]) -> Entity:
        uses: dict[str, Counter[str]] = {}
        for number in numbers:
            uses.setdefault(self._names.registry.keys[number].text, Counter()).update(self._uses[number])
        listed = tuple(NameUse(text, script_of(text), tuple(sorted(k for k, c in counts.items() if k and c > 0)), counts.total())
                       for text, counts in sorted(uses.items(), key=lambda t: (-t[1].total(), t[0])))  # fmt: skip
        if self._names.registry.keys[numbers[0]].kind == "eq":
            return self._equipment(ident, numbers, listed)
        return self._organisation(ident, numbers, listed)

    def _equipment(self, ident: str, numbers: list[int], uses: tuple[NameUse, ...]) -> Entity:
        known = self._names.knowledge.families.get(ident.partition("/")[0])
        cls = known.cls if known else min((c for n in numbers if (c := self._names.class_of(n))), default=None)
        name = known.name if known and "/" not in ident else _commonest([u for u in uses if u.script == "Latn"] or uses)
        return Entity(id=ident, kind="equipment", name=printed(name), state=known.state if known else None, cls=cls,
                      family=ident.partition("/")[0] if "/" in ident else None, known=known is not None, names=uses)  # fmt: skip

    def _organisation(self, ident: str, numbers: list[int], uses: tuple[NameUse, ...]) -> Entity:
        if ident.startswith("state:"):
            return Entity(id=ident, kind="state", name=ident[6:], state=ident[6:], known=True, names=uses)
        known = self._names.knowledge.organisations.get(ident)
        state = known.state if known else min((s for n in numbers if (s := self._names.who(n).state)), default=None)
        name = known.name if known else min((self._names.registry.keys[n].name for n in numbers), key=lambda t: (not t.isascii(), t))
        return Entity(id=ident, kind=known.kind if known else "other", name=printed(name), state=state, known=known is not None, names=uses,
                      merges=self._why(ident, uses, state) if known else self._names.explanations(numbers))  # fmt: skip

    def _why(self, ident: str, uses: Iterable[NameUse], state: str | None) -> tuple[MergeExplanation, ...]:
        links = (self._names.organisations.link(use.text, state) for use in uses)
        return tuple(link[1] for link in links if link and link[0] == ident)


def _commonest(uses: Iterable[NameUse]) -> str:
    """The designation under which a type is named most often; of equals the shortest."""
    counts: Counter[str] = Counter()
    for use in uses:
        counts[_unquoted(bare(use.text))] += use.count
    return min(counts, key=lambda text: (-counts[text], len(text), text))


def _unquoted(text: str) -> str:
    """A name without quotation marks around it, or one whose other half is lost; those inside a name stay."""
    inner = text.strip(_MARKS)
    return text if not inner or any(m in inner for m in _MARKS) else inner


def numbers_of(fact: Fact) -> tuple[int, ...]:
    """All names of a fact."""
    return (*fact.givers, *fact.takers, *fact.parties, *fact.items)
