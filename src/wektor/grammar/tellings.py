"""Two tellings of one thing: whether later words, though other or vaguer, tell what was told before."""

from collections.abc import Callable, Iterator, Mapping

from wektor.grammar.classes import PIECES, within
from wektor.model import Actor, Draft, Equipment, Money, Quantity, core_roles

_ACTORS = ("supplier", "recipient", "producer", "operator", "licensor", "party", "candidate", "maker")
_FIRM = ("denied", "ended")  # statuses that tell news of what was told before


def is_retold(first: Draft, later: Draft, parents: Mapping[str, str], anew: Callable[[Draft], bool]) -> bool:
    """Whether the later of two drafts of a text tells the first again: a firm or its state, a type or its class, no other date or number.

    In another sentence it is vaguer than the first, and of another status only where it names not all by itself, or counts as many.
    """
    if later.kind != first.kind or not _agree(first, later) or not _akin(first, later) or rung_of(first) != rung_of(later):
        return False
    counted = bool(first.roles.get("quantity") and later.roles.get("quantity")) and "denied" not in (first.status, later.status)
    if first.evidence[0] == later.evidence[0]:
        return (first.status == later.status or counted) and (_covers(first, later, parents) or _covers(later, first, parents) or not _items(first))
    if (later.date and not first.date) or not _vaguer(first, later) or not (_covers(first, later, parents) or not _items(first)) or anew(later):
        return False
    if first.status == later.status or counted:
        return True
    news = later.status in _FIRM or (first.status == "planned" and later.status == "done") or later.date or (later.roles.get("quantity") and not first.roles.get("quantity"))
    return not news and first.status != "denied" and _borrows(later) and _covers(first, later, parents)


def _akin(first: Draft, later: Draft) -> bool:
    """Whether in some role both name somebody, and wherever both do, all of one of them are those of the other, or of their states."""
    pairs = [(mine, theirs) for role in _ACTORS if (mine := _actors(first, role)) and (theirs := _actors(later, role))]
    return bool(pairs) and all(_among(mine, theirs) or _among(theirs, mine) for mine, theirs in pairs)


def _among(some: list[Actor], others: list[Actor]) -> bool:
    return all(any(one.id == other.id or _of_state(one, other) or _of_state(other, one) for other in others) for one in some)


def _of_state(one: Actor, other: Actor) -> bool:
    """Whether the one is the state of the other."""
    return one.id.startswith("state:") and one.state is not None and one.state == other.state


def _vaguer(first: Draft, later: Draft) -> bool:
    """Whether the later names, in roles that both fill, nobody more precisely; and of an instrument no other sort."""
    for role in _ACTORS:
        if (mine := _actors(first, role)) and not all(any(f.id == g.id or _of_state(f, g) for g in mine) for f in _actors(later, role)):
            return False
    return later.kind != "agreement" or later.attribute in (first.attribute, "other", None)


def rung_of(draft: Draft) -> str | None:
    """The rung of the ladder of localisation that a production tells of: what is made under licence is made."""
    return draft.attribute if draft.kind == "production" and draft.attribute != "licence" else "manufacture"


def _covers(draft: Draft, other: Draft, parents: Mapping[str, str]) -> bool:
    """Whether the items of the draft are those of the other, or more precise."""
    mine, theirs = _items(draft), _items(other)
    return not theirs or (bool(mine) and all(any(_is(one, wide, parents) for one in mine) for wide in theirs))


def _is(item: Equipment, wide: Equipment, parents: Mapping[str, str]) -> bool:
    if item.id == wide.id:
        return True
    if wide.cls is None or not wide.id.startswith("class:"):
        return False
    return wide.cls in PIECES or (item.cls is not None and (item.cls == wide.cls or within(item.cls, wide.cls, parents)))


def _agree(first: Draft, later: Draft) -> bool:
    """Whether no date, number or amount differs; the later date may be vaguer."""
    if first.date and later.date and not first.date.startswith(later.date.removesuffix("?")):
        return False
    return all(not mine or not theirs or mine == theirs for mine, theirs in zip(_figures(first), _figures(later), strict=True))


def _figures(draft: Draft) -> Iterator[list[object]]:
    yield [f.value for f in draft.roles.get("quantity", ()) if isinstance(f, Quantity)]
    yield [(f.amount, f.currency) for f in draft.roles.get("value", ()) if isinstance(f, Money)]


def _borrows(draft: Draft) -> bool:
    """Whether some core filler stands in a sentence before the draft's own."""
    return any(not draft.evidence[0].contains(f.span) for role in core_roles(draft.kind) for f in draft.roles.get(role, ()))


def _actors(draft: Draft, role: str) -> list[Actor]:
    return [f for f in draft.roles.get(role, ()) if isinstance(f, Actor)]


def _items(draft: Draft) -> list[Equipment]:
    return [f for f in draft.roles.get("item", ()) if isinstance(f, Equipment)]
