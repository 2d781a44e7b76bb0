"""Names of equipment led to families and variants."""

from functools import lru_cache

import msgspec

from wektor.lexicon.packs import EquipmentFamily
from wektor.model.register import MergeExplanation, Reason
from wektor.resolve.designations import Designation, compare_designations, own_words, take_apart
from wektor.resolve.knowledge import Knowledge, family_id

_VESSELS = ("ship", "boat")  # the widest classes of what floats


class ItemLink(msgspec.Struct, frozen=True):
    """What a designation means: a family (``eq:wing-loong``), its variant's code ("2") if the words give one, its class.

    ``state`` is the maker's. ``known`` is False where no pack has the family: then the plain form is the family.
    """

    family: str
    variant: str | None
    cls: str | None
    state: str | None
    known: bool
    via: str

    @property
    def id(self) -> str:
        """The entity's id: the family's, with the variant's code after it."""
        return f"{self.family}/{self.variant}" if self.variant else self.family


class Items:
    """The packs' families by plain form."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._names: dict[str, tuple[str, str]] = {}
        for family in knowledge.families.values():
            self._names[take_apart(family.name).key] = (family_id(family.name), family.name)
        for family in knowledge.families.values():
            for name in (*family.names, *family.weak):
                self._names.setdefault(take_apart(name).key, (family_id(family.name), name))
        self.link = lru_cache(maxsize=262144)(self._link)

    def _link(self, text: str, cls: str | None = None) -> ItemLink | None:
        """The family and variant that words name; None for a class alone or words that are no designation."""
        form = take_apart(text)
        hit = self._find(form)
        if hit is None or {self._floats(cls), self._floats(self._knowledge.families[hit[0]].cls)} == {True, False}:
            known = bool(form.code) or (cls is not None and bool(form.words))
            return ItemLink("eq:" + (form.key or "x"), None, cls, None, False, text) if known else None
        family = self._knowledge.families[hit[0]]
        return ItemLink(hit[0], self._variant(form, family), family.cls, family.state, True, hit[1])

    def _floats(self, cls: str | None) -> bool | None:
        """Whether a class is of vessels, which share numbers with rifles and tanks ("Type 56"); None where the packs do not know it."""
        parents = self._knowledge.parents
        if cls is None or (cls not in parents and cls not in parents.values()):
            return None
        while cls in parents:
            cls = parents[cls]
        return cls in _VESSELS

    def _find(self, form: Designation) -> tuple[str, str] | None:
        """The whole form, or the longest run of its words and code that a family bears."""
        if form.key in self._names:
            return self._names[form.key]
        for words in _shorter(form.words):
            for n in range(len(form.code), 0 if not words else -1, -1):
                key = "".join((*words, *form.code[:n]))
                if len(key) > 2 and key in self._names:
                    return self._names[key]
        return None

    def _variant(self, form: Designation, family: EquipmentFamily) -> str | None:
        """The code from its first number on, where it is not the family's own, or the beginning of it: "2" of Wing Loong II, "16c" of F-16C; not "145" of H145M."""
        own = take_apart(family.name).tail
        return "".join(form.tail) if form.tail and form.tail != own[: len(form.tail)] else None

    def compare(self, a: str, b: str) -> MergeExplanation:
        """Whether two designations mean one type, variants apart."""
        left, right = self.link(a, "?"), self.link(b, "?")
        if left and right and left.known and right.known:
            return self._known(a, b, left, right)
        return compare_designations(take_apart(a), take_apart(b))

    def _known(self, a: str, b: str, left: ItemLink, right: ItemLink) -> MergeExplanation:
        if left.family != right.family:
            words = f"different types: {self._name(left)}, {self._name(right)}"
            return MergeExplanation(a, b, "different", 0.0, (Reason("family", words, -1.0),))
        one = Reason("family", f"both are names of {self._name(left)}", 0.6)
        if left.variant == right.variant and own_words(take_apart(a), take_apart(b)):
            return MergeExplanation(a, b, "unsure", 0.7, (one, Reason("words", "each has its own word", -0.3)))
        if left.variant == right.variant:
            return MergeExplanation(a, b, "same", 1.0, (one, Reason("variant", "same variant", 0.4)))
        words = f"variants differ: {left.variant or 'none'}, {right.variant or 'none'}"
        verdict = compare_designations(take_apart(a), take_apart(b))
        if (left.variant and right.variant) or verdict.verdict == "different":
            return MergeExplanation(a, b, "different", 0.3, (one, Reason("variant", words, -0.5)))
        return MergeExplanation(a, b, "unsure", 0.7, (one, Reason("variant", words, -0.2)))

    def _name(self, link: ItemLink) -> str:
        return self._knowledge.families[link.family].name


def _shorter(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """All runs of the words, longest first."""
    n = len(words)
    return [words[i : i + k] for k in range(n, 0, -1) for i in range(n - k + 1)] + [()]
