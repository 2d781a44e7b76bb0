"""A headline and a later sentence that tell the same again: one telling stays."""

from collections import defaultdict
from collections.abc import Hashable, Sequence

from msgspec import structs

from wektor.model import Actor, Draft, Equipment, Quantity

_TELLING = ("supplier", "recipient", "producer", "operator", "licensor", "party", "candidate")


def retell(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """Drafts without a headline's, where the text below tells the kind again, and without plain repetitions."""
    begin = len(text) - len(text.lstrip())
    heads = [_headline(d, text, begin) for d in drafts]
    kinds = {d.kind for d, head in zip(drafts, heads, strict=True) if not head}
    kept: dict[int, Draft] = {}
    alike: dict[Hashable, list[int]] = defaultdict(list)
    for n in sorted(range(len(drafts)), key=lambda n: (-drafts[n].confidence, drafts[n].evidence[0].start, drafts[n].frame or "")):
        draft = drafts[n]
        if heads[n] and draft.kind in kinds:
            continue
        told = alike[_tells(draft)]
        first = next((k for k in told if _repeats(draft, kept[k])), None)
        if first is None:
            kept[n] = draft
            told.append(n)
        elif draft.date and not kept[first].date:
            kept[first] = _dated(kept[first], draft)
    return [kept[n] for n in sorted(kept)]


def _dated(draft: Draft, other: Draft) -> Draft:
    """The draft with the date that the other telling gives, and its evidence."""
    rest = sorted({*draft.evidence[1:], *(e for e in other.evidence if other.date_span and e.contains(other.date_span) and e != draft.evidence[0])})
    return structs.replace(draft, date=other.date, date_span=other.date_span, evidence=(draft.evidence[0], *rest))


def _headline(draft: Draft, text: str, begin: int) -> bool:
    """The first line of a text that begins there, with no full stop and nothing before it."""
    span = draft.evidence[0]
    return span.start <= begin and text[span.end - 1 : span.end] not in ".!?…" and "\n" in text[span.end : span.end + 2]


def _tells(draft: Draft) -> Hashable:
    """What tellings of one thing have in common: kind, status, items and actors."""
    return draft.kind, draft.status, _items(draft), *(_actors(draft, role) for role in _TELLING)


def _repeats(draft: Draft, other: Draft) -> bool:
    """Of two that tell alike: no number or date that differs, in another sentence."""
    if draft.evidence[0] == other.evidence[0] or (draft.date and other.date and draft.date != other.date):
        return False
    mine, theirs = _numbers(draft), _numbers(other)
    return not mine or not theirs or mine == theirs


def _actors(draft: Draft, role: str) -> frozenset[str]:
    return frozenset(f.id for f in draft.roles.get(role, ()) if isinstance(f, Actor))


def _items(draft: Draft) -> frozenset[str]:
    return frozenset(f.id for f in draft.roles.get("item", ()) if isinstance(f, Equipment))


def _numbers(draft: Draft) -> tuple[object, ...]:
    return tuple(f.value for f in draft.roles.get("quantity", ()) if isinstance(f, Quantity))
