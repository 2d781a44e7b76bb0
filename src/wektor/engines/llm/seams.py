"""Claims that are told twice, where two parts of a text meet or the model repeats itself, are one."""

from collections.abc import Hashable, Iterable, Sequence

from wektor.model import Draft, Filler, Money, Quantity


def join_parts(parts: Iterable[Sequence[Draft]]) -> list[Draft]:
    """The drafts of all parts in the order of the text, each once: of two tellings the fuller one, of equals the first."""
    kept: list[Draft] = []
    for drafts in parts:
        before = list(kept)
        for draft in dict.fromkeys(map(_Same, drafts)):
            _take(draft.draft, kept, before)
    return sorted(kept, key=lambda d: d.evidence[0].start)


class _Same:
    """A draft by what it says: repeated by the same model in other words of evidence, it is the same."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._key = (draft.kind, draft.status, draft.date, repr(draft.roles), draft.evidence[:1])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)


def _take(draft: Draft, kept: list[Draft], before: Sequence[Draft]) -> None:
    """Keep a draft, unless another part told it already; a fuller one takes the other's place."""
    twin = next((other for other in before if other in kept and tells_the_same(draft, other)), None)
    if twin is None:
        kept.append(draft)
    elif _fullness(draft) > _fullness(twin):
        kept[kept.index(twin)] = draft


def tells_the_same(one: Draft, other: Draft) -> bool:
    """Whether two readings of the same sentence contradict each other in nothing that both tell."""
    if (one.kind, one.status) != (other.kind, other.status) or not one.evidence[0].overlaps(other.evidence[0]):
        return False
    if one.date and other.date and one.date != other.date:
        return False
    both = [role for role in one.roles if other.roles.get(role)]
    return bool(both) and all(_values(one.roles[role]) & _values(other.roles[role]) for role in both)


def _values(fillers: Sequence[Filler]) -> set[Hashable]:
    return {_value(filler) for filler in fillers}


def _value(filler: Filler) -> Hashable:
    if isinstance(filler, Quantity):
        return filler.value
    if isinstance(filler, Money):
        return (filler.amount, filler.currency)
    return getattr(filler, "id", "") or filler.text


def _fullness(draft: Draft) -> tuple[int, bool]:
    return sum(map(len, draft.roles.values())), draft.date is not None
