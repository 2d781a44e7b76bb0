"""A headline and a later sentence that tell the same again: one telling stays."""

from collections.abc import Sequence

from msgspec import structs

from wektor.model import Actor, Draft, Equipment, Quantity

_TELLING = ("supplier", "recipient", "producer", "operator", "licensor", "party", "candidate")


def retell(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """Drafts without a headline's, where the text below tells the kind again, and without plain repetitions."""
    body = [d for d in drafts if not _headline(d, text)]
    kinds = {d.kind for d in body}
    kept: list[Draft] = []
    order = {id(d): n for n, d in enumerate(drafts)}
    for draft in sorted(drafts, key=lambda d: (-d.confidence, d.evidence[0].start, d.frame or "")):
        if _headline(draft, text) and draft.kind in kinds:
            continue
        told = next((n for n, other in enumerate(kept) if _repeats(draft, other)), None)
        if told is None:
            kept.append(draft)
        elif draft.date and not kept[told].date:
            new = _dated(kept[told], draft)
            order[id(new)] = order[id(kept[told])]
            kept[told] = new
    return sorted(kept, key=lambda d: order[id(d)])


def _dated(draft: Draft, other: Draft) -> Draft:
    """The draft with the date that the other telling gives, and its evidence."""
    rest = sorted({*draft.evidence[1:], *(e for e in other.evidence if other.date_span and e.contains(other.date_span) and e != draft.evidence[0])})
    return structs.replace(draft, date=other.date, date_span=other.date_span, evidence=(draft.evidence[0], *rest))


def _headline(draft: Draft, text: str) -> bool:
    """The first line, with no full stop and nothing before it."""
    span = draft.evidence[0]
    return not text[: span.start].strip() and text[span.end - 1 : span.end] not in ".!?…" and "\n" in text[span.end : span.end + 2]


def _repeats(draft: Draft, other: Draft) -> bool:
    """Same kind, status, actors and item, and no number or date that differs."""
    if draft.kind != other.kind or draft.status != other.status or draft.evidence[0] == other.evidence[0]:
        return False
    if draft.date and other.date and draft.date != other.date:
        return False
    if _numbers(draft) and _numbers(other) and _numbers(draft) != _numbers(other):
        return False
    return _items(draft) == _items(other) and all(_actors(draft, r) == _actors(other, r) for r in _TELLING)


def _actors(draft: Draft, role: str) -> frozenset[str]:
    return frozenset(f.id for f in draft.roles.get(role, ()) if isinstance(f, Actor))


def _items(draft: Draft) -> frozenset[str]:
    return frozenset(f.id for f in draft.roles.get("item", ()) if isinstance(f, Equipment))


def _numbers(draft: Draft) -> tuple[object, ...]:
    return tuple(f.value for f in draft.roles.get("quantity", ()) if isinstance(f, Quantity))
