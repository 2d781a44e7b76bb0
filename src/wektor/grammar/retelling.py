"""A headline and a later sentence that tell the same again: one telling stays."""

from collections.abc import Sequence

from wektor.model import Actor, Draft, Equipment, Quantity

_TELLING = ("supplier", "recipient", "producer", "operator", "licensor", "party", "candidate")


def retell(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """Drafts without a headline's, where the text below tells the kind again, and without plain repetitions."""
    body = [d for d in drafts if not _headline(d, text)]
    kinds = {d.kind for d in body}
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (-d.confidence, d.evidence[0].start, d.frame or "")):
        if _headline(draft, text) and draft.kind in kinds:
            continue
        if not any(_repeats(draft, other) for other in kept):
            kept.append(draft)
    order = {id(d): n for n, d in enumerate(drafts)}
    return sorted(kept, key=lambda d: order[id(d)])


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
